//! Copying a term out of its heap: for a message, a table, a new process.
//!
//! Invariant: the copy refers to nothing of the heap it came from. Shared bits and resources are counted, not copied.
//! Deliberately absent: sharing within a term. A subterm that occurs twice is copied twice, as on OTP.
#![expect(unsafe_code, reason = "values are copied word by word, then their addresses are mended")]

use alloc::rc::Rc;
use alloc::vec::Vec;

use super::arena::{Arena, OutOfMemory};
use super::resource::Resource;
use super::shared::SharedBytes;
use crate::atom::names;
use crate::sync::Arc;
use crate::term::{Boxed, Term, Word};

/// A term in fragments of its own, on its way to another heap.
#[derive(Debug)]
pub struct Parcel {
    arena: Option<Arena>,
    word: Word,
}

impl Parcel {
    /// What stands for a term there is no memory to copy: `system_limit`.
    pub const NO_MEMORY: Parcel = Parcel { arena: None, word: Word::atom(names::system_limit) };

    /// The exit reason of a process that may not go on: `killed`.
    pub const KILLED: Parcel = Parcel { arena: None, word: Word::atom(names::killed) };

    /// A copy of a term.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn new(term: Term<'_>) -> Result<Parcel, OutOfMemory> {
        if !term.word().is_pointer() {
            return Ok(Parcel { arena: None, word: term.word() });
        }
        let arena = Arena::new();
        let word = arena.copy(term)?.word();
        Ok(Parcel { arena: Some(arena), word })
    }

    /// A parcel of a term made for it.
    ///
    /// # Errors
    /// Those of `build`.
    pub fn build<E>(build: impl for<'a> FnOnce(&'a Arena) -> Result<Term<'a>, E>) -> Result<Parcel, E> {
        let arena = Arena::new();
        let word = build(&arena)?.word();
        Ok(Parcel { arena: Some(arena), word })
    }

    /// A look at the term inside.
    pub fn term(&self) -> Term<'_> {
        // SAFETY: the term lies in this parcel's own fragments, which stay while it is borrowed.
        unsafe { Term::new(self.word) }
    }

    /// How many words the term takes, about.
    pub fn words(&self) -> usize {
        self.arena.as_ref().map_or(0, Arena::fragment_words)
    }

    /// The address ranges that the term lies in.
    pub fn ranges(&self) -> Vec<(usize, usize)> {
        self.arena.as_ref().map_or(Vec::new(), Arena::fragment_ranges)
    }

    /// Hands the term over to a heap.
    pub fn open(self, arena: &Arena) -> Word {
        if let Some(own) = self.arena {
            arena.adopt(own);
        }
        self.word
    }
}

impl Arena {
    /// A copy of a term of any heap.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn copy(&self, term: Term<'_>) -> Result<Term<'_>, OutOfMemory> {
        let mut result = term.word();
        let mut work: Vec<*mut Word> = Vec::new();
        work.push(&raw mut result);
        while let Some(slot) = work.pop() {
            // SAFETY: slots are `result` or words of values copied here; what they hold is valid in the source heap.
            unsafe {
                if (*slot).is_list_cell() {
                    self.copy_list(slot, &mut work)?;
                } else if (*slot).is_boxed() {
                    *slot = self.copy_boxed((*slot).address(), &mut work)?;
                }
            }
        }
        // SAFETY: `result` now is an immediate or a value of this arena.
        Ok(unsafe { Term::new(result) })
    }

    /// # Safety
    /// `slot` holds a list cell of a valid heap and is itself a word of a value made here.
    unsafe fn copy_list(&self, mut slot: *mut Word, work: &mut Vec<*mut Word>) -> Result<(), OutOfMemory> {
        // SAFETY: the caller's promise; each round copies one cell and goes on with its tail.
        unsafe {
            while (*slot).is_list_cell() {
                let source = (*slot).address();
                let cell = self.take(2)?;
                *cell = *source;
                *cell.add(1) = *source.add(1);
                *slot = Word::list(cell);
                if (*cell).is_pointer() {
                    work.push(cell);
                }
                slot = cell.add(1);
            }
            if (*slot).is_boxed() {
                work.push(slot);
            }
        }
        Ok(())
    }

    /// # Safety
    /// `source` is the header of a value of a valid heap.
    unsafe fn copy_boxed(&self, source: *const Word, work: &mut Vec<*mut Word>) -> Result<Word, OutOfMemory> {
        // SAFETY: the caller's promise, and the layout that `Boxed` documents.
        unsafe {
            let header = *source;
            let kind = header.header_kind();
            if matches!(kind, Boxed::SubBits | Boxed::MatchContext) {
                let view: Term<'_> = Term::new(Word::boxed(source));
                let bits = view.as_bits().ok_or(OutOfMemory)?;
                if bits.length() <= super::arena::HEAP_BITS_BYTES * 8 {
                    return Ok(self.bits(bits)?.word());
                }
            }
            let words = header.header_words() + 1;
            let copy = self.take(words)?;
            core::ptr::copy_nonoverlapping(source, copy, words);
            if kind == Boxed::SharedBits {
                let bytes = (*copy.add(2)).0 as *const SharedBytes;
                Arc::increment_strong_count(bytes);
                self.count_shared(copy, (*bytes).capacity());
            }
            if kind == Boxed::Reference && words == 5 {
                let resource = (*copy.add(4)).0 as *const Resource;
                Rc::increment_strong_count(resource);
                self.count_shared(copy, (*resource).bytes());
            }
            for index in super::process_heap::raw_words(header) + 1..words {
                if (*copy.add(index)).is_pointer() {
                    work.push(copy.add(index));
                }
            }
            Ok(Word::boxed(copy))
        }
    }
}
