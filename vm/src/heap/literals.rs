//! Leaving literals that are to be freed: a heap gets copies of its own.
//!
//! Invariant: afterwards no word of the heap, its stack or its roots is the address of what is left.
//! Deliberately absent: what lies in parcels. A message was copied whole, literals too.
#![expect(unsafe_code, reason = "a heap is walked as the raw words it is")]

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::arena::{Arena, OutOfMemory};
use super::process_heap::{Heap, raw_words};
use crate::term::{Term, Word};

/// Addresses to leave, ascending and apart: where each range starts and ends.
type Addresses = [(usize, usize)];

/// Copies made so far, in an arena that the heap will take over.
struct Copies<'a> {
    addresses: &'a Addresses,
    arena: Arena,
    made: BTreeMap<usize, Word>,
}

impl Heap {
    /// Leaves what lies at some addresses.
    ///
    /// # Errors
    /// There is no memory for the copies; the heap is sound, and may still refer there.
    pub fn leave(&mut self, addresses: &Addresses, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        if !self.may_refer_to(addresses, roots.iter().flat_map(|root| root.iter())) {
            return Ok(());
        }
        // What is left behind by a full collection is alive, in one block, and in no fragment.
        self.full(0, roots)?;
        let mut copies = Copies { addresses, arena: Arena::new(), made: BTreeMap::new() };
        let result = self.replace(&mut copies, roots);
        self.arena.adopt(copies.arena);
        // What survived may refer to the copies, which are younger than it: so it has to be young, too.
        self.high_water = self.young.start();
        result
    }

    fn replace(&mut self, copies: &mut Copies<'_>, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        for word in self.stack_mut().iter_mut().chain(roots.iter_mut().flat_map(|root| root.iter_mut())) {
            copies.replace(word)?;
        }
        let (mut at, top) = (self.young.start(), self.arena.top_in(&self.young));
        while at < top {
            // SAFETY: whole values lie from the block's start to its top; a header tells which words after it are
            // terms, and the words of a list cell both are.
            unsafe {
                let word = *at;
                if word.is_header() {
                    for index in raw_words(word)..word.header_words() {
                        copies.replace(&mut *at.add(1 + index))?;
                    }
                    at = at.add(word.header_words());
                } else {
                    copies.replace(&mut *at)?;
                }
                at = at.add(1);
            }
        }
        Ok(())
    }

    /// Whether some word of the heap, its stack or its roots looks like an address of those. Bytes and floats may look like one, too.
    pub fn may_refer_to<'r>(&self, addresses: &Addresses, mut roots: impl Iterator<Item = &'r Word>) -> bool {
        let fragments: Vec<(usize, usize)> = self.arena.fragment_ranges();
        let young = (self.young.start() as usize, self.arena.top_in(&self.young) as usize);
        let old = (self.old.start() as usize, self.old_top as usize);
        let refers = |word: &Word| holds(addresses, *word);
        let in_blocks = [young, old].into_iter().any(|(start, end)| {
            let words = end.saturating_sub(start) / size_of::<Word>();
            // SAFETY: from a block's start to its top lie words that were written.
            words > 0
                && unsafe { core::slice::from_raw_parts(start as *const Word, words) }.iter().any(refers)
        });
        // Fragments are rare between slices, and nothing says how far each is filled.
        in_blocks || !fragments.is_empty() || self.stack().iter().any(refers) || roots.any(refers)
    }
}

impl Copies<'_> {
    /// Makes a word that refers to what is left refer to a copy.
    fn replace(&mut self, word: &mut Word) -> Result<(), OutOfMemory> {
        if !holds(self.addresses, *word) {
            return Ok(());
        }
        if let Some(copy) = self.made.get(&word.0) {
            *word = *copy;
            return Ok(());
        }
        // SAFETY: what is left is whole until it is freed, and refers to nothing but itself.
        let copy = self.arena.copy(unsafe { Term::new(*word) })?.word();
        self.made.insert(word.0, copy);
        *word = copy;
        Ok(())
    }
}

/// Whether a word refers into one of the ranges.
fn holds(addresses: &Addresses, word: Word) -> bool {
    if !word.is_pointer() {
        return false;
    }
    let address = word.address() as usize;
    let after = addresses.partition_point(|(start, _)| *start <= address);
    after > 0 && address < addresses[after - 1].1
}
