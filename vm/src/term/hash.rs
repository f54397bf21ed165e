//! Hashes of terms: the portable one programs see, and a fast one of our own.
//!
//! Invariants: terms that are equal by `=:=` have the same hash of either kind; nothing recurses into a term.
//! The portable hash gives the numbers of `erlang:phash2/1,2`, which are the same on every node and in every
//! release, so programs keep them in files. Its mixing is Bob Jenkins' of 1996 (burtleburtle.net/bob/hash).
//! Deliberately absent: `erlang:phash/2` (`old_hash`).

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::atom::{Atom, Atoms};

use super::map::{Entry, Node};
use super::{Bits, Boxed, Closure, Export, External, Integer, Kind, Map, Pair, Term};

/// The range of `erlang:phash2/1`.
pub const PHASH2_RANGE: u64 = 1 << 27;

/// The golden ratio's fraction in 32 bits; its multiples tell the types apart.
const GOLDEN: u32 = 0x9e37_79b9;

/// The multiple of [`GOLDEN`] each kind of value starts from.
mod start {
    pub(super) const NUMBER: u32 = 1;
    pub(super) const NIL: u32 = 2;
    pub(super) const ATOM: u32 = 3;
    pub(super) const BYTES: u32 = 4;
    pub(super) const PID: u32 = 5;
    pub(super) const PORT: u32 = 6;
    pub(super) const REFERENCE: u32 = 7;
    pub(super) const TUPLE: u32 = 9;
    pub(super) const NEGATIVE: u32 = 10;
    pub(super) const POSITIVE: u32 = 11;
    pub(super) const FLOAT: u32 = 12;
    pub(super) const BINARY: u32 = 13;
    pub(super) const FUNCTION: u32 = 14;
    pub(super) const SPARE_BITS: u32 = 15;
    pub(super) const MAP: u32 = 16;
    pub(super) const PAIRS: u32 = 19;
}

/// The hash of the empty list on its own.
const NIL_ALONE: u32 = 3_468_870_702;

/// What is still to be hashed, the next last.
enum Step<'h> {
    Term(Term<'h>),
    Terms(&'h [Term<'h>]),
    /// A pair of a map, hashed on its own.
    Pair(Pair<'h>),
    /// What is left of a node of a large map.
    Node(Node<'h>),
    /// The pair is hashed: its hash joins those of the other pairs.
    PairEnd,
    /// The map is hashed: the hash and the pairs' hash from before it.
    MapEnd(u32, u32),
}

/// All 32 bits of the portable hash.
pub fn portable(atoms: &Atoms, term: Term<'_>) -> u32 {
    portable_in_steps(atoms, term).0
}

/// All 32 bits of the portable hash, and how many values were on the way to it, about.
pub fn portable_in_steps(atoms: &Atoms, term: Term<'_>) -> (u32, usize) {
    let mut walk = Walk { atoms, hash: 0, pairs: 0, steps: Vec::new() };
    let mut count = 0;
    walk.term(term);
    while let Some(step) = walk.steps.pop() {
        count += 1;
        match step {
            Step::Term(term) => walk.term(term),
            Step::Terms([]) => {}
            Step::Terms([first, rest @ ..]) => {
                walk.steps.push(Step::Terms(rest));
                walk.term(*first);
            }
            Step::Pair(pair) => walk.pair(pair),
            Step::Node(node) => match node.next() {
                Some((Entry::Pair(pair), rest)) => {
                    walk.steps.push(Step::Node(rest));
                    walk.pair(pair);
                }
                Some((Entry::Node(below), rest)) => walk.steps.extend([Step::Node(rest), Step::Node(below)]),
                None => {}
            },
            Step::PairEnd => walk.pairs ^= walk.hash,
            Step::MapEnd(hash, pairs) => {
                walk.hash = hash;
                walk.mix(walk.pairs, 0, start::PAIRS);
                walk.pairs = pairs;
            }
        }
    }
    (walk.hash, count)
}

struct Walk<'a, 'h> {
    atoms: &'a Atoms,
    hash: u32,
    pairs: u32,
    steps: Vec<Step<'h>>,
}

impl<'h> Walk<'_, 'h> {
    fn mix(&mut self, first: u32, second: u32, kind: u32) {
        let start = GOLDEN.wrapping_mul(kind);
        self.hash = jenkins(start.wrapping_add(first), start.wrapping_add(second), self.hash).2;
    }

    fn term(&mut self, term: Term<'h>) {
        match term.kind() {
            Kind::Small(value) => self.integer(Integer::small(value)),
            Kind::Big(integer) => self.integer(integer),
            Kind::Float(value) => {
                let bits = if value == 0.0 { 0 } else { value.to_bits() };
                self.mix((bits >> 32) as u32, bits as u32, start::FLOAT);
            }
            Kind::Atom(atom) if self.hash == 0 => self.hash = self.name(atom),
            Kind::Atom(atom) => self.mix(self.name(atom), 0, start::ATOM),
            Kind::Nil if self.hash == 0 => self.hash = NIL_ALONE,
            Kind::Nil => self.mix(2, 0, start::NIL),
            Kind::Cons(_) => self.list(term),
            Kind::Tuple(elements) | Kind::Record(elements) => {
                self.mix(elements.len() as u32, 0, start::TUPLE);
                self.steps.push(Step::Terms(elements));
            }
            Kind::Map(map) => self.map(map),
            Kind::Bits(bits) => self.bits(bits),
            Kind::Closure(closure) => self.closure(closure),
            Kind::ExternalFun(export) => self.export(export),
            Kind::Pid(number) => self.mix(number, 0, start::PID),
            Kind::Port(number) => self.mix(number, 0, start::PORT),
            Kind::Reference([low, ..]) => self.mix(low as u32, 0, start::REFERENCE),
            Kind::External(external) => self.external(external),
        }
    }

    fn name(&self, atom: Atom) -> u32 {
        name_hash(self.atoms.name(atom).as_bytes())
    }

    fn integer(&mut self, integer: Integer<'_>) {
        if let Some(value) = integer.to_i64()
            && (-(1 << 27)..1 << 27).contains(&value)
        {
            // A negative number is mixed twice: its magnitude, then itself.
            if value < 0 {
                self.mix(value.unsigned_abs() as u32, 0, start::NUMBER);
            }
            self.mix(value as u32, 0, start::NUMBER);
            return;
        }
        let kind = if integer.is_negative() { start::NEGATIVE } else { start::POSITIVE };
        for eight in integer.magnitude_bytes().chunks(8) {
            self.mix(little_u32(eight), little_u32(eight.get(4..).unwrap_or(&[])), kind);
        }
    }

    /// Bytes at the front of a list four at a time, as text is, then the next element and the rest.
    fn list(&mut self, list: Term<'h>) {
        let (mut rest, mut packed, mut count) = (list, 0u32, 0);
        while let Some(cons) = rest.as_cons()
            && let Some(byte @ 0..=255) = cons.head().as_small()
        {
            packed = packed << 8 | byte as u32;
            count += 1;
            if count == 4 {
                self.mix(packed, 0, start::BYTES);
                (packed, count) = (0, 0);
            }
            rest = cons.tail();
        }
        if count > 0 {
            self.mix(packed, 0, start::BYTES);
        }
        match rest.as_cons() {
            Some(cons) => self.steps.extend([Step::Term(cons.tail()), Step::Term(cons.head())]),
            None => self.steps.push(Step::Term(rest)),
        }
    }

    fn map(&mut self, map: Map<'h>) {
        self.mix(map.len() as u32, 0, start::MAP);
        if map.is_empty() {
            return;
        }
        self.steps.push(Step::MapEnd(self.hash, self.pairs));
        (self.hash, self.pairs) = (0, 0);
        match map {
            Map::Flat(_) => self.steps.extend(map.pairs().map(Step::Pair)),
            Map::Trie(trie) => self.steps.push(Step::Node(trie.root)),
        }
    }

    fn pair(&mut self, (key, value): Pair<'h>) {
        self.hash = 0;
        self.steps.extend([Step::PairEnd, Step::Term(value)]);
        self.term(key);
    }

    fn bits(&mut self, bits: Bits<'_>) {
        let start = GOLDEN.wrapping_mul(start::BINARY).wrapping_add(self.hash);
        if bits.length() == 0 {
            self.hash = start;
            return;
        }
        let (whole, spare) = (bits.length() & !7, bits.length() % 8);
        self.hash = block(bits.sub(0, whole), start);
        if spare > 0 {
            self.mix(spare as u32, bits.get_u64(whole, spare) as u32, start::SPARE_BITS);
        }
    }

    fn closure(&mut self, closure: Closure<'h>) {
        self.mix(closure.free.len() as u32, self.name(closure.lambda.module), start::NUMBER);
        self.mix(closure.lambda.index, closure.lambda.old_unique, start::NUMBER);
        self.steps.push(Step::Terms(closure.free));
    }

    fn export(&mut self, export: &Export) {
        self.mix(export.arity, self.name(export.module), start::NUMBER);
        self.mix(self.name(export.function), 0, start::FUNCTION);
    }

    fn external(&mut self, external: External<'_>) {
        let number = |place: usize| external.numbers.get(place).copied().unwrap_or(0) as u32;
        match external.kind {
            Boxed::ExternalPid => self.mix(number(0), 0, start::PID),
            Boxed::ExternalPort => self.mix(number(1), number(0), start::PORT),
            _ => self.mix(number(0), 0, start::REFERENCE),
        }
    }
}

/// The number of a name in OTP's atom table: the hash of P. J. Weinberger's compiler, over Latin-1 where the
/// name's UTF-8 can be read as that.
pub(super) fn name_hash(name: &[u8]) -> u32 {
    let mut hash = 0u32;
    let mut bytes = name.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let character = match bytes.peek() {
            Some(next) if byte & 0xfe == 0xc2 && next & 0xc0 == 0x80 => {
                let low = next & 0x3f;
                bytes.next();
                byte << 6 | low
            }
            _ => byte,
        };
        hash = (hash << 4).wrapping_add(u32::from(character));
        let high = hash & 0xf000_0000;
        hash ^= high >> 24;
        hash ^= high;
    }
    hash
}

/// The hash of whole bytes, twelve at a time.
fn block(bits: Bits<'_>, start: u32) -> u32 {
    let (mut a, mut b, mut c) = (GOLDEN, GOLDEN, start);
    let length = bits.length() / 8;
    let word = |place: usize| {
        let left = (length - place.min(length)).min(4);
        (bits.get_u64(place.min(length) * 8, left * 8) as u32)
            .checked_shl(32 - left as u32 * 8)
            .unwrap_or(0)
            .swap_bytes()
    };
    let mut place = 0;
    while length - place >= 12 {
        let mixed =
            (a.wrapping_add(word(place)), b.wrapping_add(word(place + 4)), c.wrapping_add(word(place + 8)));
        (a, b, c) = jenkins(mixed.0, mixed.1, mixed.2);
        place += 12;
    }
    // The length takes the lowest byte of the last word.
    c = c.wrapping_add(length as u32).wrapping_add(word(place + 8) << 8);
    jenkins(a.wrapping_add(word(place)), b.wrapping_add(word(place + 4)), c).2
}

fn little_u32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).rev().fold(0, |value, byte| value << 8 | u32::from(*byte))
}

fn jenkins(mut a: u32, mut b: u32, mut c: u32) -> (u32, u32, u32) {
    for [first, second, third] in [[13, 8, 13], [12, 16, 5], [3, 10, 15]] {
        a = a.wrapping_sub(b).wrapping_sub(c) ^ (c >> first);
        b = b.wrapping_sub(c).wrapping_sub(a) ^ (a << second);
        c = c.wrapping_sub(a).wrapping_sub(b) ^ (b >> third);
    }
    (a, b, c)
}

/// Values that are open while a term is hashed; so many are held without asking for memory.
type Inside<'h> = SmallVec<[&'h [Term<'h>]; 8]>;

/// A fast hash for tables of this run only; equal by `=:=` means equal here. The high bits are the better ones.
#[inline]
pub fn internal(term: Term<'_>) -> u64 {
    if term.word().is_pointer() { internal_of_value(term) } else { stir(0, term.word().0 as u64) }
}

fn internal_of_value(term: Term<'_>) -> u64 {
    let mut hash = 0u64;
    let mut inside = Inside::new();
    let mut next = term;
    loop {
        let kind = next.kind();
        hash = stir(hash, shallow(next, &kind));
        match kind {
            Kind::Cons(cons) => inside.push(cons.as_slice()),
            Kind::Tuple(elements) | Kind::Record(elements) => inside.push(elements),
            Kind::Map(Map::Flat(flat)) => inside.extend([flat.values, flat.keys]),
            Kind::Map(Map::Trie(trie)) => inside.push(trie.root.entries),
            Kind::Closure(closure) => inside.push(closure.free),
            _ => {}
        }
        match next_inside(&mut inside) {
            Some(term) => next = term,
            None => return hash,
        }
    }
}

/// The next term of the innermost value that has one; a value whose last it is is left first.
fn next_inside<'h>(inside: &mut Inside<'h>) -> Option<Term<'h>> {
    loop {
        let terms = inside.last_mut()?;
        match *terms {
            [first, rest @ ..] if !rest.is_empty() => {
                *terms = rest;
                return Some(*first);
            }
            [last] => {
                inside.pop();
                return Some(*last);
            }
            _ => {
                inside.pop();
            }
        }
    }
}

/// What a term is, without what is inside it.
fn shallow(term: Term<'_>, kind: &Kind<'_>) -> u64 {
    let of_words =
        |seed: u64, words: &[usize]| words.iter().fold(seed, |hash, word| stir(hash, *word as u64));
    match kind {
        Kind::Big(integer) => of_words(u64::from(integer.is_negative()), integer.long_magnitude()),
        Kind::Float(value) => stir(3, value.to_bits()),
        Kind::Cons(_) => 5,
        Kind::Tuple(elements) | Kind::Record(elements) => 7 + elements.len() as u64,
        Kind::Map(map) => stir(11, map.len() as u64),
        Kind::Bits(bits) => {
            let length = bits.length();
            (0..length)
                .step_by(64)
                .fold(length as u64, |hash, first| stir(hash, bits.get_u64(first, (length - first).min(64))))
        }
        Kind::Closure(closure) => {
            stir(13, u64::from(closure.lambda.index) ^ u64::from(closure.lambda.module.0) << 32)
        }
        Kind::ExternalFun(export) => stir(
            17 + u64::from(export.arity),
            u64::from(export.module.0) << 32 | u64::from(export.function.0),
        ),
        Kind::Reference(numbers) => of_words(19, numbers),
        Kind::External(external) => of_words(23 + u64::from(external.node.0), external.numbers),
        _ => term.word().0 as u64,
    }
}

fn stir(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(all(test, target_pointer_width = "64"))]
pub(crate) mod tests {
    use super::*;
    use crate::heap::Arena;
    use crate::term::Word;

    /// List cells of two small integers that all have the same fast hash.
    pub(crate) fn colliding(arena: &Arena, count: usize) -> Vec<Term<'_>> {
        let head_hash = |head: Term<'_>| stir(stir(0, 5), head.word().0 as u64).rotate_left(23);
        let first = Term::small_number(0);
        let heads = (0..).map(Term::small_number);
        let cells = heads.filter_map(|head| {
            // What the tail adds makes up for what the heads' hashes differ in.
            let tail = Word((head_hash(head) ^ head_hash(first)) as usize ^ first.word().0);
            let value = tail.is_small().then(|| tail.small_value())?;
            arena.cons(head, Term::small(value)?).ok()
        });
        cells.take(count).collect()
    }

    #[test]
    fn there_are_keys_of_the_same_hash() {
        let arena = Arena::new();
        let cells = colliding(&arena, 5);
        assert!(cells.iter().all(|cell| internal(*cell) == internal(cells[0])));
    }
}
