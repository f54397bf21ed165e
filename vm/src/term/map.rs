//! What is in a map, and where a key stands.
//!
//! A map of up to [`FLAT_KEYS`] keys is flat: a tuple of keys in the order of `compare::map_key_order`, and their values.
//! A larger one is a trie by hash. Each level takes five bits of a key's hash, the highest first, as the number of a
//! slot; a node says in one set of bits which slots hold a pair and in another which hold a further node, and has
//! the pairs of the former, lowest slot first, before the nodes of the latter, lowest slot last. Keys of one hash end
//! in a node without slots, below all levels, whose pairs stand in the order of flat keys.
//!
//! Invariants: which of the two a map is, and the shape of a trie, follow from the keys alone: every node but the root
//! has two keys below it or more. A lookup allocates nothing, unless the key itself nests deeper than a few levels.
//! Deliberately absent: making maps (`heap::map`).

use smallvec::{SmallVec, smallvec};

use super::word::BYTES;
use super::{Boxed, Term, compare, hash, raw};

/// The most keys of a flat map.
pub const FLAT_KEYS: usize = 32;
/// The levels of nodes that have slots.
pub const LEVELS: usize = 11;
/// The words of a node that say which slots are taken.
pub(crate) const SLOT_WORDS: usize = 8 / BYTES;

/// Up to this many keys, looking at all of them is faster than halving them.
const SCANNED_KEYS: usize = 16;
/// Bits of a hash that choose a slot.
const SLOT_BITS: usize = 5;
/// Bits of a hash that choose slots on all levels.
pub const HASH_BITS: usize = LEVELS * SLOT_BITS;

/// A key and its value.
pub type Pair<'h> = (Term<'h>, Term<'h>);

/// A map.
#[derive(Clone, Copy)]
pub enum Map<'h> {
    /// A small one.
    Flat(Flat<'h>),
    /// A large one.
    Trie(Trie<'h>),
}

/// A small map: keys in order, and their values.
#[derive(Clone, Copy)]
pub struct Flat<'h> {
    /// The tuple of keys, to be shared by maps of the same keys.
    pub key_tuple: Term<'h>,
    /// The keys, least first.
    pub keys: &'h [Term<'h>],
    /// The value of each key.
    pub values: &'h [Term<'h>],
}

/// A large map.
#[derive(Clone, Copy)]
pub struct Trie<'h> {
    /// How many keys there are; 0 of a node that is no root.
    pub count: usize,
    /// The topmost node.
    pub root: Node<'h>,
}

/// A node of a trie, or what is left of one while it is walked.
#[derive(Clone, Copy)]
pub struct Node<'h> {
    /// The slots that hold a pair.
    pub pairs: u32,
    /// The slots that hold a node.
    pub nodes: u32,
    /// The pairs, lowest slot first, then the nodes, lowest slot last.
    pub entries: &'h [Term<'h>],
}

/// What is in a slot.
#[derive(Clone, Copy)]
pub enum Slot<'h> {
    /// Nothing; a pair would stand at this place among the entries.
    Free(usize),
    /// A pair, at this place.
    Pair(usize),
    /// A node, which stands at this place.
    Node(usize, Node<'h>),
}

/// What is found in a node.
#[derive(Clone, Copy)]
pub enum Entry<'h> {
    /// A key and its value.
    Pair(Pair<'h>),
    /// A further node.
    Node(Node<'h>),
}

impl<'h> Map<'h> {
    /// How many keys there are.
    pub fn len(self) -> usize {
        match self {
            Map::Flat(flat) => flat.keys.len(),
            Map::Trie(trie) => trie.count,
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The value of a key.
    #[inline(always)]
    pub fn get(self, key: Term<'_>) -> Option<Term<'h>> {
        match self {
            Map::Flat(flat) => flat.get(key),
            Map::Trie(trie) => trie.get(key),
        }
    }

    /// The pairs: of a flat map in the order of its keys, of a trie in that of the keys' hashes.
    pub fn pairs(self) -> Pairs<'h> {
        match self {
            Map::Flat(flat) => Pairs::Flat(flat.keys, flat.values),
            Map::Trie(trie) => Pairs::Trie(smallvec![trie.root]),
        }
    }
}

impl<'h> Flat<'h> {
    /// The value of a key.
    #[inline(always)]
    pub fn get(&self, key: Term<'_>) -> Option<Term<'h>> {
        self.find(key).map(|place| self.values[place])
    }

    /// Where a key stands, or where it would.
    pub fn position(&self, key: Term<'_>) -> Result<usize, usize> {
        match self.find(key) {
            Some(found) => Ok(found),
            None => self.search(key),
        }
    }

    /// Where a key stands.
    #[inline(always)]
    pub fn find(&self, key: Term<'_>) -> Option<usize> {
        if !key.word().is_pointer() && self.keys.len() <= SCANNED_KEYS {
            // An immediate equals itself only, so the words decide.
            return self.keys.iter().position(|each| each.word() == key.word());
        }
        self.search(key).ok()
    }

    #[inline(never)]
    fn search(&self, key: Term<'_>) -> Result<usize, usize> {
        self.keys.binary_search_by(|each| match (each.as_small(), key.as_small()) {
            (Some(each), Some(key)) => each.cmp(&key),
            _ if each.same(key) => core::cmp::Ordering::Equal,
            _ => compare::map_key_order(*each, key),
        })
    }
}

/// The slots that hold a pair and those that hold a node, from the words of a node.
#[inline(always)]
pub(crate) fn slots(word: impl Fn(usize) -> usize) -> (u32, u32) {
    let low = word(0);
    #[cfg(target_pointer_width = "64")]
    let high = low >> 32;
    #[cfg(target_pointer_width = "32")]
    let high = word(1);
    (low as u32, high as u32)
}

/// The words of a node that say which slots hold a pair and which a node.
#[inline(always)]
pub(crate) fn slot_words(pairs: u32, nodes: u32) -> [usize; SLOT_WORDS] {
    #[cfg(target_pointer_width = "64")]
    return [pairs as usize | (nodes as usize) << 32];
    #[cfg(target_pointer_width = "32")]
    return [pairs as usize, nodes as usize];
}

/// The hash that says where in a trie a key stands: [`LEVELS`] numbers of slots, the first one's bits highest.
#[inline]
pub fn key_hash(key: Term<'_>) -> u64 {
    hash::internal(key) >> (64 - HASH_BITS)
}

/// The bit of the slot that a hash chooses at a level.
#[inline]
pub fn slot_bit(hash: u64, level: usize) -> u32 {
    1 << (hash >> (SLOT_BITS * (LEVELS - 1 - level)) & 0b1_1111)
}

impl<'h> Trie<'h> {
    /// What the words behind a root's header say; of another node there is no count.
    #[inline]
    pub(super) fn of(kind: Boxed, words: &'h [Term<'h>]) -> Trie<'h> {
        if kind == Boxed::MapTrie {
            Trie { count: raw(words, SLOT_WORDS), root: Node::of(words, SLOT_WORDS + 1) }
        } else {
            Trie { count: 0, root: Node::of(words, SLOT_WORDS) }
        }
    }

    /// The value of a key.
    #[inline(never)]
    pub fn get(self, key: Term<'_>) -> Option<Term<'h>> {
        let hash = key_hash(key);
        let mut node = self.root;
        for level in 0..LEVELS {
            match node.slot(slot_bit(hash, level)) {
                Slot::Free(_) => return None,
                Slot::Pair(place) => {
                    return compare::equal_exact(node.entries[place], key).then(|| node.entries[place + 1]);
                }
                Slot::Node(_, below) => node = below,
            }
        }
        node.same_hash(key).ok().map(|place| node.entries[place + 1])
    }

    /// The pairs from where a key of this hash stands, in the order of hashes.
    pub fn pairs_from(self, hash: u64) -> Pairs<'h> {
        let mut open: Open<'h> = smallvec![self.root];
        for level in 0..LEVELS {
            let Some(node) = open.last_mut() else { break };
            let bit = slot_bit(hash, level);
            node.skip_below(bit);
            if node.nodes & bit == 0 {
                break;
            }
            let Some((Entry::Node(below), rest)) = node.next() else { break };
            *node = rest;
            open.push(below);
        }
        Pairs::Trie(open)
    }
}

impl<'h> Node<'h> {
    #[inline(always)]
    fn of(words: &'h [Term<'h>], first: usize) -> Node<'h> {
        let (pairs, nodes) = slots(|index| raw(words, index));
        Node { pairs, nodes, entries: &words[first..] }
    }

    /// What is in a slot.
    #[inline(always)]
    pub fn slot(&self, bit: u32) -> Slot<'h> {
        let before = |slots: u32| (slots & (bit - 1)).count_ones() as usize;
        if self.nodes & bit != 0 {
            let place = self.entries.len() - 1 - before(self.nodes);
            let below = self.entries[place].boxed().map_or(&[][..], |(_, words)| words);
            Slot::Node(place, Node::of(below, SLOT_WORDS))
        } else if self.pairs & bit != 0 {
            Slot::Pair(2 * before(self.pairs))
        } else {
            Slot::Free(2 * before(self.pairs))
        }
    }

    /// Where the pair of a key stands, or where it would, in a node below all levels.
    pub fn same_hash(&self, key: Term<'_>) -> Result<usize, usize> {
        let (pairs, _) = self.entries.as_chunks::<2>();
        let found = pairs.binary_search_by(|[each, _]| compare::map_key_order(*each, key));
        found.map(|place| 2 * place).map_err(|place| 2 * place)
    }

    /// The pair that is all there is.
    pub fn only_pair(&self) -> Option<Pair<'h>> {
        match (self.nodes, self.entries) {
            (0, [key, value]) => Some((*key, *value)),
            _ => None,
        }
    }

    /// What is in the lowest slot, and the node without it.
    #[inline]
    pub fn next(self) -> Option<(Entry<'h>, Node<'h>)> {
        let lowest = |slots: u32| slots & slots.wrapping_neg();
        let (pair, node) = (lowest(self.pairs), lowest(self.nodes));
        if node != 0 && (pair == 0 || node < pair) {
            let (last, entries) = self.entries.split_last()?;
            let (_, words) = last.boxed()?;
            let rest = Node { nodes: self.nodes & !node, entries, ..self };
            return Some((Entry::Node(Node::of(words, SLOT_WORDS)), rest));
        }
        let (&[key, value], entries) = self.entries.split_first_chunk::<2>()?;
        Some((Entry::Pair((key, value)), Node { pairs: self.pairs & !pair, entries, ..self }))
    }

    /// Leaves out all slots below one.
    fn skip_below(&mut self, bit: u32) {
        let below = bit - 1;
        let pairs = (self.pairs & below).count_ones() as usize;
        let nodes = (self.nodes & below).count_ones() as usize;
        self.entries = &self.entries[2 * pairs..self.entries.len() - nodes];
        (self.pairs, self.nodes) = (self.pairs & !below, self.nodes & !below);
    }
}

/// Nodes that are being walked: one a level at most, and one below all levels.
type Open<'h> = SmallVec<[Node<'h>; LEVELS + 1]>;

/// The pairs of a map, one by one.
#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "a walk asks for no memory, and is not kept")]
pub enum Pairs<'h> {
    /// The keys and values that are left.
    Flat(&'h [Term<'h>], &'h [Term<'h>]),
    /// What is left of the nodes that are open, the innermost last.
    Trie(Open<'h>),
}

impl<'h> Iterator for Pairs<'h> {
    type Item = Pair<'h>;

    fn next(&mut self) -> Option<Pair<'h>> {
        let open = match self {
            Pairs::Flat(keys, values) => {
                let ((key, keys_left), (value, values_left)) = (keys.split_first()?, values.split_first()?);
                (*keys, *values) = (keys_left, values_left);
                return Some((*key, *value));
            }
            Pairs::Trie(open) => open,
        };
        loop {
            match open.last()?.next() {
                Some((Entry::Pair(pair), rest)) => {
                    *open.last_mut()? = rest;
                    return Some(pair);
                }
                Some((Entry::Node(below), rest)) => {
                    *open.last_mut()? = rest;
                    open.push(below);
                }
                None => {
                    open.pop();
                }
            }
        }
    }
}
