//! A walk over a heap that asserts all it promises, for tests and stress mode.
//!
//! Invariant: panics, which names the word, at the first thing that is not as the collector and the handlers rely on it:
//! whole values from a block's start to its top; pointers to the start of a value of their kind; nothing old that refers
//! to something younger; shared bits listed once, by generation; terms, return addresses and marks on the stack.
//! Deliberately absent: what lies in fragments and outside. Of it only the header that a pointer leads to is looked at.
#![expect(unsafe_code, reason = "a heap is read as the raw words it is")]

use alloc::vec::Vec;

use super::process_heap::{Heap, raw_words};
use crate::term::word::BYTES;
use crate::term::{Boxed, Word};

/// Where a word lies, oldest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Age {
    /// A root, the stack, a fragment: it may refer to everything.
    Root,
    /// Made since the last collection.
    Young,
    /// Survived one.
    Mature,
    /// Survived two.
    Old,
    /// In no block of the heap.
    Outside,
}

/// What begins at an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Value {
    Cell,
    Boxed(Boxed),
}

struct Walk<'h> {
    heap: &'h Heap,
    fragments: Vec<(usize, usize)>,
    /// What begins where, by address.
    values: Vec<(usize, Value)>,
}

impl Heap {
    /// Asserts everything that is promised of this heap, and of words that refer to it.
    ///
    /// # Panics
    /// Something is not so.
    pub fn check(&self, roots: &[&[Word]]) {
        let top = self.arena.top_in(&self.young);
        assert!(
            self.young.start() <= self.high_water && self.high_water <= top,
            "high water outside the terms"
        );
        assert!(top <= self.stack_top && self.stack_top <= self.young.end(), "terms and stack overlap");
        let mut walk = Walk { heap: self, fragments: self.arena.fragment_ranges(), values: Vec::new() };
        walk.list_values(self.old.start(), self.old_top);
        walk.list_values(self.young.start(), self.high_water);
        walk.list_values(self.high_water, top);
        walk.values.sort_unstable_by_key(|(at, _)| *at);
        walk.check_values();
        walk.check_shared();
        for word in self.stack() {
            assert!(*word != Word::NONE, "no value on the stack");
            // A return address looks like a header.
            if !word.is_header() && !word.is_catch() {
                walk.check_word(*word, Age::Root, 0);
            }
        }
        for word in roots.iter().flat_map(|words| words.iter()) {
            if *word != Word::NONE && !word.is_catch() {
                assert!(!word.is_header(), "a root is a header: {:#x}", word.0);
                walk.check_word(*word, Age::Root, 0);
            }
        }
    }
}

impl Walk<'_> {
    /// Lists the values from one address up to another, where one has to end.
    fn list_values(&mut self, start: *mut Word, end: *mut Word) {
        let (mut at, end) = (start as usize, end as usize);
        while at < end {
            let word = self.word(at);
            let (value, words) = if word.is_header() {
                (Value::Boxed(word.header_kind()), word.header_words() + 1)
            } else {
                (Value::Cell, 2)
            };
            assert!(words <= (end - at) / BYTES, "a value at {at:#x} reaches over the end of its generation");
            self.values.push((at, value));
            at += words * BYTES;
        }
    }

    /// A word of the heap.
    fn word(&self, address: usize) -> Word {
        // SAFETY: callers name addresses of blocks below their tops, or what a pointer of a heap leads to.
        unsafe { *(address as *const Word) }
    }

    fn check_values(&self) {
        for &(at, value) in &self.values {
            let age = self.age(at);
            match value {
                Value::Cell => {
                    self.check_term(at, age);
                    self.check_term(at + BYTES, age);
                }
                Value::Boxed(kind) => {
                    let header = self.word(at);
                    for index in raw_words(header)..header.header_words() {
                        self.check_term(at + (1 + index) * BYTES, age);
                    }
                    self.check_boxed(at, kind, header.header_words());
                }
            }
        }
    }

    fn check_term(&self, at: usize, age: Age) {
        let word = self.word(at);
        assert!(
            !word.is_header() && !word.is_catch() && word != Word::NONE,
            "no term at {at:#x}: {:#x}",
            word.0
        );
        self.check_word(word, age, at);
    }

    /// A pointer leads to a value of its kind that is no younger than what refers to it.
    fn check_word(&self, word: Word, age: Age, at: usize) {
        if !word.is_pointer() {
            return;
        }
        let target = word.address() as usize;
        assert!(target.is_multiple_of(BYTES), "an address out of step at {at:#x}");
        assert!(
            !self.heap.is_withdrawn(target),
            "at {at:#x} a pointer to where a value was before: {:#x}",
            word.0
        );
        let target_age = self.age(target);
        let is_header = match target_age {
            Age::Root | Age::Outside => self.word(target).is_header(),
            _ => match self.values.binary_search_by_key(&target, |(at, _)| *at) {
                Ok(index) => self.values[index].1 != Value::Cell,
                Err(_) => panic!("at {at:#x} a pointer into a value: {:#x}", word.0),
            },
        };
        assert!(is_header == word.is_boxed(), "at {at:#x} a pointer to another kind: {:#x}", word.0);
        let is_older = match age {
            Age::Root | Age::Young => true,
            _ => target_age >= age,
        };
        assert!(is_older, "at {at:#x} ({age:?}) a pointer to {target_age:?}");
    }

    fn age(&self, address: usize) -> Age {
        let (heap, pointer) = (self.heap, address as *const Word);
        if heap.young.holds(pointer) {
            if pointer < heap.high_water.cast_const() { Age::Mature } else { Age::Young }
        } else if heap.old.holds(pointer) {
            Age::Old
        } else if self.fragments.iter().any(|(start, end)| (*start..*end).contains(&address)) {
            Age::Root
        } else {
            Age::Outside
        }
    }

    /// The words behind a header are as its kind wants them.
    fn check_boxed(&self, at: usize, kind: Boxed, words: usize) {
        let word = |index: usize| self.word(at + index * BYTES);
        let holds = match kind {
            Boxed::Tuple => true,
            Boxed::BigPositive | Boxed::BigNegative => words > 0 && word(words).0 != 0,
            Boxed::Float => words == 8 / BYTES,
            Boxed::Map => words > 0 && self.kind(word(1)) == Some((Boxed::Tuple, words - 1)),
            Boxed::HeapBits => words == 1 + word(1).0.div_ceil(8).div_ceil(BYTES),
            Boxed::SharedBits => words == 2 && word(2).0 != 0,
            Boxed::SubBits => words == 3 && self.has_bits(word(3), word(1).0 + word(2).0),
            Boxed::MatchContext => words >= 3 && word(2).0 <= word(1).0 && self.has_bits(word(3), word(1).0),
            Boxed::Closure => words >= 2 && word(1).0 != 0,
            Boxed::ExternalFun => words == 1 && word(1).0 != 0,
            Boxed::Reference => words == 3 || (words == 4 && word(4).0 != 0),
            Boxed::ExternalPid | Boxed::ExternalPort | Boxed::ExternalReference => {
                words > 2 && word(1).is_atom()
            }
            Boxed::Record => words > 0,
        };
        assert!(holds, "a broken {kind:?} of {words} words at {at:#x}");
    }

    /// The kind and the words of what a boxed word refers to.
    fn kind(&self, word: Word) -> Option<(Boxed, usize)> {
        let header = word.is_boxed().then(|| self.word(word.address() as usize))?;
        header.is_header().then(|| (header.header_kind(), header.header_words()))
    }

    /// Whether a word is a bitstring of its own of at least so many bits.
    fn has_bits(&self, word: Word, bits: usize) -> bool {
        matches!(self.kind(word), Some((Boxed::HeapBits | Boxed::SharedBits, _)))
            && self.word(word.address() as usize + BYTES).0 >= bits
    }

    /// Each value of a block that holds a count is in the list of its generation, once, and nothing else is.
    fn check_shared(&self) {
        let shared = |(at, value): &(usize, Value)| {
            let counted = match value {
                Value::Boxed(Boxed::SharedBits) => true,
                Value::Boxed(Boxed::Reference) => self.word(*at).header_words() == 4,
                _ => false,
            };
            counted.then_some(*at)
        };
        let found: Vec<usize> = self.values.iter().filter_map(shared).collect();
        let in_block = |at: &usize| !matches!(self.age(*at), Age::Root | Age::Outside);
        let (young, old) = (self.heap.arena.shared_addresses(), &self.heap.old_shared);
        assert!(young.iter().all(|at| self.age(*at) != Age::Old), "old shared bits among the young");
        let old: Vec<usize> = old.iter().map(|header| *header as usize).collect();
        assert!(old.iter().all(|at| self.age(*at) == Age::Old), "shared bits among the old that are not");
        let mut listed: Vec<usize> = young.into_iter().filter(in_block).chain(old).collect();
        listed.sort_unstable();
        assert_eq!(listed, found, "shared bits that are not listed, or are no more");
    }
}
