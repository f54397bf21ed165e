//! Terms that all processes share without copying: `persistent_term`.
//!
//! Invariants: a term is copied once, when it is put, and read in place. One that was replaced or erased stays where
//! it is for as long as a word of any process may refer to it; that is looked for whenever another one goes.
//! Deliberately absent: collecting processes. One that still holds an old term keeps it until it holds it no more.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::System;
use crate::heap::{OutOfMemory, Parcel};
use crate::term::word::BYTES;
use crate::term::{Term, Word, compare, hash};

/// Terms by key.
#[derive(Debug, Default)]
pub struct PersistentTerms {
    /// `{Key, Value}`, by the key's hash.
    pairs: BTreeMap<u32, Vec<Parcel>>,
    /// Terms that may still be referred to.
    retired: Vec<Parcel>,
    count: usize,
}

fn pair(parcel: &Parcel) -> (Term<'_>, Term<'_>) {
    match parcel.term().as_tuple() {
        Some([key, value]) => (*key, *value),
        _ => (Term::NIL, Term::NIL),
    }
}

fn bytes(parcel: &Parcel) -> usize {
    parcel.words() * BYTES
}

impl PersistentTerms {
    fn find(&self, hash: u32, key: Term<'_>) -> Option<&Parcel> {
        let place = self.pairs.get(&hash)?;
        place.iter().find(|parcel| compare::equal_exact(pair(parcel).0, key))
    }

    fn take(&mut self, hash: u32, key: Term<'_>) -> Option<Parcel> {
        let place = self.pairs.get_mut(&hash)?;
        let index = place.iter().position(|parcel| compare::equal_exact(pair(parcel).0, key))?;
        let taken = place.swap_remove(index);
        if place.is_empty() {
            self.pairs.remove(&hash);
        }
        self.count -= 1;
        Some(taken)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Terms that are no more but may be referred to.
    pub fn retired(&self) -> usize {
        self.retired.len()
    }

    /// Bytes of all of them.
    pub fn bytes(&self) -> usize {
        self.pairs.values().flatten().map(bytes).sum()
    }
}

impl System {
    /// The word of the term of a key: it lies in no heap, and stays valid while a process holds it.
    pub fn persistent(&self, key: Term<'_>) -> Option<Word> {
        let terms = self.persistent_terms.borrow();
        terms.find(hash::portable(&self.atoms, key), key).map(|parcel| pair(parcel).1.word())
    }

    /// The words of all keys and terms, which lie in no heap.
    pub fn all_persistent(&self) -> Vec<(Word, Word)> {
        let terms = self.persistent_terms.borrow();
        let words = |parcel: &Parcel| (pair(parcel).0.word(), pair(parcel).1.word());
        terms.pairs.values().flatten().map(words).collect()
    }

    /// Gives a key a copy of a term.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn put_persistent(&self, key: Term<'_>, value: Term<'_>) -> Result<(), OutOfMemory> {
        let parcel = Parcel::build(|arena| arena.tuple(&[arena.copy(key)?, arena.copy(value)?]))?;
        self.erase_persistent(key);
        self.memory.held.change(0, bytes(&parcel));
        let mut terms = self.persistent_terms.borrow_mut();
        terms.pairs.entry(hash::portable(&self.atoms, key)).or_default().push(parcel);
        terms.count += 1;
        Ok(())
    }

    /// Takes the term of a key away; whether there was one.
    pub fn erase_persistent(&self, key: Term<'_>) -> bool {
        let taken = self.persistent_terms.borrow_mut().take(hash::portable(&self.atoms, key), key);
        let Some(taken) = taken else { return false };
        let mut retired = core::mem::take(&mut self.persistent_terms.borrow_mut().retired);
        retired.push(taken);
        retired.retain(|parcel| {
            let stays = self.may_be_held(parcel);
            self.memory.held.change(if stays { 0 } else { bytes(parcel) }, 0);
            stays
        });
        self.persistent_terms.borrow_mut().retired = retired;
        true
    }

    /// Whether any process may hold a word of a term.
    fn may_be_held(&self, parcel: &Parcel) -> bool {
        let ranges = parcel.ranges();
        let processes = self.processes.pids().into_iter().filter_map(|pid| self.processes.get(pid));
        processes.into_iter().any(|process| process.may_refer_to(&ranges))
    }
}
