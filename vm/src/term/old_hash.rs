//! The hash of `erlang:phash/2`: the portable one that `phash2` took the place of.
//!
//! Invariants: its numbers are the same on every node and in every release, as programs keep them in files; nothing
//! recurses into a term. Each kind of value multiplies by primes of its own and adds what it holds.

use alloc::vec::Vec;

use super::{Bits, Integer, Kind, Term, hash};
use crate::atom::Atoms;

/// The primes that the parts of terms multiply by.
mod prime {
    pub(super) const NAME: u32 = 268_440_163;
    pub(super) const BYTE: u32 = 268_439_161;
    pub(super) const POSITIVE: u32 = 268_435_459;
    pub(super) const NEGATIVE: u32 = 268_436_141;
    pub(super) const PID: u32 = 268_438_633;
    pub(super) const FLOAT: u32 = 268_437_017;
    pub(super) const LIST: u32 = 268_437_511;
    pub(super) const TUPLE: u32 = 268_439_627;
    pub(super) const CLOSURE: u32 = 268_440_479;
    pub(super) const EXPORT: u32 = 268_440_577;
    pub(super) const SPARE_BITS: u32 = 268_440_581;
    pub(super) const MAP: u32 = 268_440_593;
    pub(super) const MAP_ADDED: u32 = 268_440_611;
}

/// What is still to be hashed, the next last.
enum Step<'h> {
    Term(Term<'h>),
    Terms(&'h [Term<'h>]),
    /// What follows an element of a list that is no byte.
    Tail(Term<'h>),
    /// The end of a list, or of a tuple of so many elements.
    ListEnd,
    TupleEnd(u32),
}

struct Walk<'a, 'h> {
    atoms: &'a Atoms,
    hash: u32,
    steps: Vec<Step<'h>>,
}

/// The hash of `erlang:phash(Term, Range)` less one, for a range of 1 to 2^32.
pub fn phash(atoms: &Atoms, term: Term<'_>, range: u64) -> u32 {
    let mut walk = Walk { atoms, hash: 0, steps: Vec::new() };
    walk.steps.push(Step::Term(term));
    while let Some(step) = walk.steps.pop() {
        match step {
            Step::Term(term) => walk.term(term),
            Step::Terms([]) => {}
            Step::Terms([first, rest @ ..]) => walk.steps.extend([Step::Terms(rest), Step::Term(*first)]),
            Step::Tail(tail) if tail.as_cons().is_some() => walk.list(tail),
            Step::Tail(tail) => walk.steps.extend([Step::ListEnd, Step::Term(tail)]),
            Step::ListEnd => walk.times(prime::LIST),
            Step::TupleEnd(arity) => walk.add(prime::TUPLE, arity),
        }
    }
    (u64::from(walk.hash) % range.max(1)) as u32
}

impl<'h> Walk<'_, 'h> {
    fn times(&mut self, prime: u32) {
        self.hash = self.hash.wrapping_mul(prime);
    }

    fn add(&mut self, prime: u32, value: u32) {
        self.hash = self.hash.wrapping_mul(prime).wrapping_add(value);
    }

    /// The bytes of a number, the least significant first.
    fn number(&mut self, value: u32, prime: u32) {
        value.to_le_bytes().into_iter().for_each(|byte| self.add(prime, u32::from(byte)));
    }

    fn name(&mut self, atom: crate::atom::Atom) {
        self.add(prime::NAME, hash::name_hash(self.atoms.name(atom).as_bytes()));
    }

    fn term(&mut self, term: Term<'h>) {
        match term.kind() {
            Kind::Nil => self.add(prime::POSITIVE, 1),
            Kind::Atom(atom) => self.name(atom),
            Kind::Small(value) => self.integer(Integer::small(value)),
            Kind::Big(integer) => self.integer(integer),
            Kind::Float(value) => {
                let bits = if value == 0.0 { 0 } else { value.to_bits() };
                self.add(prime::FLOAT, (bits >> 32) as u32 ^ bits as u32);
            }
            Kind::Bits(bits) => self.bits(bits),
            Kind::Cons(_) => self.list(term),
            Kind::Tuple(elements) | Kind::Record(elements) => {
                self.steps.extend([Step::TupleEnd(elements.len() as u32), Step::Terms(elements)]);
            }
            Kind::Map(_) => {
                self.times(prime::MAP);
                let own = hash::portable(self.atoms, term);
                self.hash = self.hash.wrapping_add(prime::MAP_ADDED).wrapping_add(own);
            }
            Kind::Closure(closure) => {
                self.add(prime::CLOSURE, closure.free.len() as u32);
                self.name(closure.lambda.module);
                self.add(prime::BYTE, closure.lambda.index);
                self.add(prime::BYTE, closure.lambda.old_unique);
                self.steps.push(Step::Terms(closure.free));
            }
            Kind::ExternalFun(export) => {
                self.add(prime::EXPORT, export.arity);
                self.name(export.module);
                self.name(export.function);
            }
            Kind::Pid(number) => {
                self.number(number, prime::PID);
                self.times(prime::FLOAT);
            }
            Kind::Port(number) => self.identity(number),
            Kind::Reference([low, ..]) => self.identity(low as u32),
            Kind::External(external) => self.identity(external.numbers.first().map_or(0, |low| *low as u32)),
        }
    }

    fn identity(&mut self, number: u32) {
        self.number(number, prime::TUPLE);
        self.times(prime::CLOSURE);
    }

    fn integer(&mut self, integer: Integer<'_>) {
        let bytes = integer.magnitude_bytes();
        // Four bytes at a time, and four at least.
        for index in 0..bytes.len().max(1).next_multiple_of(4) {
            self.add(prime::BYTE, u32::from(bytes.get(index).copied().unwrap_or(0)));
        }
        self.times(if integer.is_negative() { prime::NEGATIVE } else { prime::POSITIVE });
    }

    fn bits(&mut self, bits: Bits<'_>) {
        let (whole, spare) = (bits.length() & !7, bits.length() % 8);
        for byte in bits.sub(0, whole).bytes() {
            self.add(prime::NAME, u32::from(byte));
        }
        if spare > 0 {
            self.add(prime::NAME, bits.get_u64(whole, spare) as u32);
            self.add(prime::SPARE_BITS, spare as u32);
        }
        self.add(prime::NEGATIVE, (whole / 8) as u32);
    }

    /// Bytes at the front of a list, then its first other element, or its end.
    fn list(&mut self, list: Term<'h>) {
        let mut rest = list;
        while let Some(cons) = rest.as_cons() {
            match cons.head().as_small() {
                Some(byte @ 0..=255) => self.add(prime::BYTE, byte as u32),
                _ => {
                    self.steps.extend([Step::Tail(cons.tail()), Step::Term(cons.head())]);
                    return;
                }
            }
            rest = cons.tail();
        }
        self.steps.extend([Step::ListEnd, Step::Term(rest)]);
    }
}
