//! Making maps: of pairs, and of other maps with a pair more or less.
//!
//! Invariants: what `term::map` says of a map's shape; a map made of another shares with it the tuple of keys, or the
//! nodes, that did not change. Paths through a trie have a bounded length, so what follows one needs no stack to grow.
//! Deliberately absent: changing a map in place. Who puts many pairs into a large map does better with all at once.

use alloc::vec::Vec;
use core::cmp::Ordering;

use smallvec::SmallVec;

use super::arena::{Arena, Built, OutOfMemory};
use crate::term::map::{FLAT_KEYS, Flat, LEVELS, Node, Slot, Trie, key_hash, slot_bit};
use crate::term::{Map, Pair, Term, compare};

/// A pair and the hash of its key.
type Hashed<'h> = (u64, Pair<'h>);

/// The way from a root down: each node passed, and the place in it of the next one.
struct Path<'h> {
    passed: SmallVec<[(Node<'h>, usize); LEVELS]>,
    hash: u64,
    /// The keys of the map that is made.
    count: usize,
}

/// How a node is begun: a root has the count of all keys.
#[derive(Clone, Copy)]
pub(super) enum Head {
    Root(usize),
    Node,
}

impl Path<'_> {
    fn level(&self) -> usize {
        self.passed.len()
    }

    /// The bit of the slot the way takes from here; none below all levels.
    fn bit(&self) -> u32 {
        if self.level() < LEVELS { slot_bit(self.hash, self.level()) } else { 0 }
    }

    /// How the node of this level is begun.
    fn head(&self) -> Head {
        if self.level() == 0 { Head::Root(self.count) } else { Head::Node }
    }
}

/// Where a way ends.
enum End {
    /// At the pair of the key, which has this place.
    Found(usize),
    /// At the pair of another key.
    Other(usize),
    /// At a slot that is free, or among keys of the same hash; a pair would have this place.
    Free(usize),
}

/// Follows the hash of a key down: the way, the node at its end, and what is there.
fn follow<'h>(trie: Trie<'h>, key: Term<'_>) -> (Path<'h>, Node<'h>, End) {
    let mut path = Path { passed: SmallVec::new(), hash: key_hash(key), count: trie.count };
    let mut node = trie.root;
    while path.level() < LEVELS {
        match node.slot(path.bit()) {
            Slot::Node(place, below) => {
                path.passed.push((node, place));
                node = below;
            }
            Slot::Pair(place) if compare::equal_exact(node.entries[place], key) => {
                return (path, node, End::Found(place));
            }
            Slot::Pair(place) => return (path, node, End::Other(place)),
            Slot::Free(place) => return (path, node, End::Free(place)),
        }
    }
    let end = node.same_hash(key).map_or_else(End::Free, End::Found);
    (path, node, end)
}

impl Arena {
    /// The map of these pairs in any order; the last one of a key counts.
    pub fn map_of_pairs<'h>(&'h self, mut pairs: Vec<Pair<'h>>) -> Built<'h> {
        if pairs.len() > FLAT_KEYS {
            return self.trie_of_pairs(&pairs);
        }
        pairs.sort_by(|left, right| compare::map_key_order(left.0, right.0));
        // Of neighbours with the same key the earlier takes the later's value, and stays.
        pairs.dedup_by(|later, earlier| {
            let same = compare::map_key_order(later.0, earlier.0).is_eq();
            if same {
                earlier.1 = later.1;
            }
            same
        });
        self.flat_of_sorted(&pairs)
    }

    /// A small map with these pairs; their keys are sorted and different.
    pub fn flat_with_sorted<'h>(&'h self, flat: Flat<'h>, pairs: &[Pair<'h>]) -> Built<'h> {
        let new = pairs.iter().filter(|(key, _)| flat.keys.is_empty() || flat.find(*key).is_none()).count();
        let count = flat.keys.len() + new;
        if count > FLAT_KEYS {
            return self.map_of_pairs(Map::Flat(flat).pairs().chain(pairs.iter().copied()).collect());
        }
        if flat.keys.is_empty() {
            return self.flat_of_sorted(pairs);
        }
        self.map_filled(count, |keys, values| merge(flat, pairs, keys, values))
    }

    fn flat_of_sorted<'h>(&'h self, pairs: &[Pair<'h>]) -> Built<'h> {
        self.map_filled(pairs.len(), |keys, values| {
            for ((key, value), pair) in keys.iter_mut().zip(values).zip(pairs) {
                (*key, *value) = *pair;
            }
        })
    }

    /// The map with this value for a key.
    pub fn map_with<'h>(&'h self, source: Term<'h>, key: Term<'h>, value: Term<'h>) -> Built<'h> {
        match source.as_map() {
            Some(Map::Flat(flat)) => self.flat_with(source, flat, key, value),
            Some(Map::Trie(trie)) => self.trie_with(source, trie, key, value),
            None => Ok(source),
        }
    }

    /// The value of a key and the map without it, where it has the key.
    pub fn map_without<'h>(
        &'h self,
        map: Map<'h>,
        key: Term<'h>,
    ) -> Result<Option<(Term<'h>, Term<'h>)>, OutOfMemory> {
        match map {
            Map::Flat(flat) => {
                let Some(place) = flat.find(key) else { return Ok(None) };
                let rest = self.map_filled(flat.keys.len() - 1, |keys, values| {
                    leave_out(keys, flat.keys, place);
                    leave_out(values, flat.values, place);
                })?;
                Ok(Some((flat.values[place], rest)))
            }
            Map::Trie(trie) => self.trie_without(trie, key),
        }
    }

    /// Both maps as one; a key of both has the second's value.
    pub fn map_merged<'h>(&'h self, first: Term<'h>, second: Term<'h>) -> Built<'h> {
        let (Some(left), Some(right)) = (first.as_map(), second.as_map()) else { return Ok(first) };
        if left.is_empty() || right.is_empty() {
            return Ok(if left.is_empty() { second } else { first });
        }
        if let (Map::Flat(flat), Map::Flat(_)) = (left, right) {
            let pairs: SmallVec<[Pair<'h>; FLAT_KEYS]> = right.pairs().collect();
            return self.flat_with_sorted(flat, &pairs);
        }
        // Few pairs are put one by one, so that the nodes they do not touch are shared.
        if let Map::Trie(_) = left
            && right.len() < left.len() / 8
        {
            return right.pairs().try_fold(first, |map, (key, value)| self.map_with(map, key, value));
        }
        if let Map::Trie(_) = right
            && left.len() < right.len() / 8
        {
            let mut missing = left.pairs().filter(|(key, _)| right.get(*key).is_none());
            return missing.try_fold(second, |map, (key, value)| self.map_with(map, key, value));
        }
        let mut pairs = room(left.len() + right.len())?;
        pairs.extend(left.pairs().chain(right.pairs()));
        self.map_of_pairs(pairs)
    }

    fn flat_with<'h>(
        &'h self,
        source: Term<'h>,
        flat: Flat<'h>,
        key: Term<'h>,
        value: Term<'h>,
    ) -> Built<'h> {
        match flat.position(key) {
            Ok(place) if flat.values[place].same(value) => Ok(source),
            Ok(place) => self.map_like(flat, |values| values[place] = value),
            Err(place) if flat.keys.len() < FLAT_KEYS => {
                self.map_filled(flat.keys.len() + 1, |keys, values| {
                    put_in(keys, flat.keys, place, key);
                    put_in(values, flat.values, place, value);
                })
            }
            Err(_) => {
                let mut pairs = room(FLAT_KEYS + 1)?;
                pairs.extend(Map::Flat(flat).pairs());
                pairs.push((key, value));
                self.trie_of_pairs(&pairs)
            }
        }
    }

    /// The map of more pairs than a flat one takes, unless too many have the same key.
    fn trie_of_pairs<'h>(&'h self, pairs: &[Pair<'h>]) -> Built<'h> {
        let mut hashed: Vec<Hashed<'h>> = room(pairs.len())?;
        hashed.extend(pairs.iter().map(|pair| (key_hash(pair.0), *pair)));
        hashed.sort_by(hashed_order);
        hashed.dedup_by(|later, earlier| {
            let same = hashed_order(later, earlier).is_eq();
            if same {
                earlier.1.1 = later.1.1;
            }
            same
        });
        if hashed.len() > FLAT_KEYS {
            return self.node_of_hashed(&hashed, 0, Head::Root(hashed.len()));
        }
        self.map_of_pairs(hashed.into_iter().map(|(_, pair)| pair).collect())
    }

    /// The node at a level that has all of these pairs below it; they are in order. It calls itself once a level.
    fn node_of_hashed<'h>(&'h self, hashed: &[Hashed<'h>], level: usize, head: Head) -> Built<'h> {
        if level == LEVELS {
            let entries: Vec<Term<'h>> = hashed.iter().flat_map(|(_, (key, value))| [*key, *value]).collect();
            return self.map_node(head, 0, 0, &[&entries]);
        }
        let (mut pairs, mut nodes) = (0, 0);
        let mut entries: SmallVec<[Term<'h>; 64]> = SmallVec::new();
        let mut below: SmallVec<[Term<'h>; 32]> = SmallVec::new();
        for same in hashed.chunk_by(|left, right| slot_bit(left.0, level) == slot_bit(right.0, level)) {
            let bit = slot_bit(same[0].0, level);
            if let [(_, (key, value))] = same {
                pairs |= bit;
                entries.extend([*key, *value]);
            } else {
                nodes |= bit;
                below.push(self.node_of_hashed(same, level + 1, Head::Node)?);
            }
        }
        below.reverse();
        self.map_node(head, pairs, nodes, &[&entries, &below])
    }

    fn trie_with<'h>(
        &'h self,
        source: Term<'h>,
        trie: Trie<'h>,
        key: Term<'h>,
        value: Term<'h>,
    ) -> Built<'h> {
        let (mut path, node, end) = follow(trie, key);
        let (bit, entries) = (path.bit(), node.entries);
        path.count += usize::from(!matches!(end, End::Found(_)));
        let made = match end {
            End::Found(place) if entries[place + 1].same(value) => return Ok(source),
            End::Found(place) => {
                let parts = [&entries[..=place], &[value], &entries[place + 2..]];
                self.map_node(path.head(), node.pairs, node.nodes, &parts)?
            }
            End::Free(place) => {
                let parts = [&entries[..place], &[key, value], &entries[place..]];
                self.map_node(path.head(), node.pairs | bit, node.nodes, &parts)?
            }
            End::Other(pair) => {
                let other = (entries[pair], entries[pair + 1]);
                let below = self.node_of_two(path.level() + 1, other, (path.hash, (key, value)))?;
                let place = entries.len() - (node.nodes & (bit - 1)).count_ones() as usize;
                let parts = [&entries[..pair], &entries[pair + 2..place], &[below], &entries[place..]];
                self.map_node(path.head(), node.pairs & !bit, node.nodes | bit, &parts)?
            }
        };
        self.map_above(path, made)
    }

    /// The nodes of a way up from its end, where there is another node now.
    fn map_above<'h>(&'h self, mut path: Path<'h>, mut made: Term<'h>) -> Built<'h> {
        while let Some((node, place)) = path.passed.pop() {
            let parts = [&node.entries[..place], &[made], &node.entries[place + 1..]];
            made = self.map_node(path.head(), node.pairs, node.nodes, &parts)?;
        }
        Ok(made)
    }

    /// The node at a level, or nodes from it on, that tell two keys apart.
    fn node_of_two<'h>(&'h self, level: usize, pair: Pair<'h>, other: Hashed<'h>) -> Built<'h> {
        let mut both = [(key_hash(pair.0), pair), other];
        both.sort_by(hashed_order);
        self.node_of_hashed(&both, level, Head::Node)
    }

    fn trie_without<'h>(
        &'h self,
        trie: Trie<'h>,
        key: Term<'h>,
    ) -> Result<Option<(Term<'h>, Term<'h>)>, OutOfMemory> {
        let (mut path, node, End::Found(place)) = follow(trie, key) else { return Ok(None) };
        path.count -= 1;
        let map = if path.count > FLAT_KEYS {
            self.without_pair(path, node, place)?
        } else {
            let mut pairs = room(FLAT_KEYS)?;
            let gone = node.entries[place];
            pairs.extend(Map::Trie(trie).pairs().filter(|(each, _)| !compare::equal_exact(*each, gone)));
            self.map_of_pairs(pairs)?
        };
        Ok(Some((node.entries[place + 1], map)))
    }

    /// A large map without the pair at a place of the node to which a way leads. A pair that stays alone there moves up, in
    /// the place of the nodes above it that have nothing else.
    fn without_pair<'h>(&'h self, mut path: Path<'h>, node: Node<'h>, place: usize) -> Built<'h> {
        let parts = [&node.entries[..place], &node.entries[place + 2..]];
        if let [&[key, value], &[]] | [&[], &[key, value]] = parts
            && node.nodes == 0
            && let Some(mut above) = path.passed.pop()
        {
            while above.0.entries.len() == 1
                && let Some(further) = path.passed.pop()
            {
                above = further;
            }
            return self.with_pair_for_node(path, above, (key, value));
        }
        let made = self.map_node(path.head(), node.pairs & !path.bit(), node.nodes, &parts)?;
        self.map_above(path, made)
    }

    /// A large map with a pair where a way comes to a node and goes on to another.
    fn with_pair_for_node<'h>(
        &'h self,
        path: Path<'h>,
        (node, below): (Node<'h>, usize),
        (key, value): Pair<'h>,
    ) -> Built<'h> {
        let (bit, entries) = (path.bit(), node.entries);
        let place = 2 * (node.pairs & (bit - 1)).count_ones() as usize;
        let parts = [&entries[..place], &[key, value], &entries[place..below], &entries[below + 1..]];
        let made = self.map_node(path.head(), node.pairs | bit, node.nodes & !bit, &parts)?;
        self.map_above(path, made)
    }
}

/// The order of hashes, and of keys of the same hash.
fn hashed_order(left: &Hashed<'_>, right: &Hashed<'_>) -> Ordering {
    left.0.cmp(&right.0).then_with(|| compare::map_key_order(left.1.0, right.1.0))
}

/// Fills room with the keys and values of a small map and of sorted pairs; a pair overrides the map's.
fn merge<'h>(flat: Flat<'h>, pairs: &[Pair<'h>], keys: &mut [Term<'h>], values: &mut [Term<'h>]) {
    let (mut old, mut new) = (0, pairs.iter().peekable());
    for (key, value) in keys.iter_mut().zip(values) {
        let order = match (flat.keys.get(old), new.peek()) {
            (Some(old), Some((new, _))) => compare::map_key_order(*old, *new),
            (Some(_), None) => Ordering::Less,
            (None, _) => Ordering::Greater,
        };
        if order.is_lt() {
            (*key, *value) = (flat.keys[old], flat.values[old]);
        } else if let Some(pair) = new.next() {
            (*key, *value) = *pair;
        }
        old += usize::from(order.is_le());
    }
}

/// Fills room with terms and another one at a place among them.
fn put_in<'h>(room: &mut [Term<'h>], terms: &[Term<'h>], place: usize, term: Term<'h>) {
    room[..place].copy_from_slice(&terms[..place]);
    room[place] = term;
    room[place + 1..].copy_from_slice(&terms[place..]);
}

/// Fills room with terms but the one at a place.
fn leave_out<'h>(room: &mut [Term<'h>], terms: &[Term<'h>], place: usize) {
    room[..place].copy_from_slice(&terms[..place]);
    room[place..].copy_from_slice(&terms[place + 1..]);
}

fn room<T>(count: usize) -> Result<Vec<T>, OutOfMemory> {
    let mut vector = Vec::new();
    vector.try_reserve_exact(count).map_err(|_| OutOfMemory)?;
    Ok(vector)
}

#[cfg(all(test, target_pointer_width = "64"))]
mod tests {
    use super::*;
    use crate::term::hash;

    fn trie(map: Term<'_>) -> Trie<'_> {
        match map.as_map() {
            Some(Map::Trie(trie)) => trie,
            _ => panic!("no large map"),
        }
    }

    /// The map with these keys, put one by one, each its own value.
    fn grown<'h>(arena: &'h Arena, keys: &[Term<'h>]) -> Term<'h> {
        let empty = arena.map_of_pairs(Vec::new()).expect("memory");
        keys.iter().fold(empty, |map, key| arena.map_with(map, *key, *key).expect("memory"))
    }

    #[test]
    fn keys_of_one_hash_are_kept_apart() {
        let arena = Arena::new();
        let keys = hash::tests::colliding(&arena, 40);
        assert!(keys.iter().all(|key| key_hash(*key) == key_hash(keys[0])));
        let all = grown(&arena, &keys);
        let reversed: Vec<Pair<'_>> = keys.iter().rev().map(|key| (*key, *key)).collect();
        assert!(compare::equal_exact(all, arena.map_of_pairs(reversed).expect("memory")));
        assert!(keys.iter().all(|key| trie(all).get(*key).is_some_and(|value| value.same(*key))));
        assert!(
            Map::Trie(trie(all))
                .pairs()
                .is_sorted_by(|left, right| compare::map_key_order(left.0, right.0).is_lt())
        );
        assert_eq!(trie(all).pairs_from(key_hash(keys[0])).count(), 40);
        // Another value, a key that only has the same hash, and all but a few keys gone.
        let changed = arena.map_with(all, keys[7], Term::NIL).expect("memory");
        assert_eq!(
            (trie(changed).count, trie(changed).get(keys[7]).map(Term::word)),
            (40, Some(Term::NIL.word()))
        );
        let mut left = all;
        for (index, key) in keys.iter().enumerate().take(36) {
            let map = left.as_map().expect("a map");
            let (value, rest) = arena.map_without(map, *key).expect("memory").expect("the key");
            let again = arena.map_without(rest.as_map().expect("a map"), *key).expect("memory");
            assert!(value.same(*key) && again.is_none());
            left = rest;
            assert!(compare::equal_exact(left, grown(&arena, &keys[index + 1..])));
        }
    }

    #[test]
    fn a_pair_that_stays_alone_moves_up() {
        let arena = Arena::new();
        let keys = hash::tests::colliding(&arena, 2);
        let numbers: Vec<Term<'_>> = (0..50).map(Term::small_number).collect();
        let without = grown(&arena, &numbers);
        let with = grown(&arena, &[&numbers[..], &keys[..1]].concat());
        let both = arena.map_with(with, keys[1], Term::NIL).expect("memory");
        let deepest = |map| {
            (0..LEVELS).try_fold(trie(map).root, |node, level| {
                match node.slot(slot_bit(key_hash(keys[0]), level)) {
                    Slot::Node(_, below) => Some(below),
                    _ => None,
                }
            })
        };
        assert!(deepest(both).is_some_and(|node| (node.pairs, node.nodes, node.entries.len()) == (0, 0, 4)));
        assert!(deepest(with).is_none());
        let less =
            |map, key| arena.map_without(Map::Trie(trie(map)), key).expect("memory").expect("the key").1;
        assert!(compare::equal_exact(less(both, keys[1]), with));
        assert!(compare::equal_exact(less(less(both, keys[1]), keys[0]), without));
    }
}
