//! A tuple in an allocation of its own: a row of a table.
//!
//! A block is a word that says how many words it has; the tuple, and behind it all that the tuple refers to; and where
//! values among those hold counts, the places of these, and how many they are as the last word.
//! Invariants: what a row refers to lies in its block or outside every heap for good; its words stay where they are for as
//! long as it lives, wherever the [`Row`] itself is moved; a count that it holds is given back when it ends, once.
//! Deliberately absent: which rows belong together (`table`).
#![expect(unsafe_code, reason = "a row is a raw allocation in which a term is made")]

use alloc::alloc::{Layout, alloc, dealloc};
use core::cell::Cell;
use core::cmp::Ordering;
use core::ptr::NonNull;

use smallvec::SmallVec;

use super::arena::{OutOfMemory, give_back};
use super::copy::{Destination, copy_into, measure};
use crate::term::{Term, Word};

/// A tuple that no process has.
#[derive(Debug)]
pub struct Row {
    block: NonNull<Word>,
}

// SAFETY: the block is the row's own; what is in it is counted by atomics, or never changes.
unsafe impl Send for Row {}
// SAFETY: who has a row by a shared reference only reads it.
unsafe impl Sync for Row {}

/// What of a block's first word is not its size: whether places of counts are listed.
const LISTS_COUNTS: usize = 1;

/// A block that is being filled: words from its start, places of counts from its end.
struct Filling {
    block: *mut Word,
    next: Cell<usize>,
    end: usize,
    counts: *mut Word,
}

impl Destination for Filling {
    fn room(&self, words: usize) -> Result<*mut Word, OutOfMemory> {
        let next = self.next.get();
        if self.end - next < words {
            return Err(OutOfMemory);
        }
        self.next.set(next + words);
        // SAFETY: the words from `next` to `end` are the block's, and nobody has them yet.
        Ok(unsafe { self.block.add(next) })
    }

    fn counts(&self, header: *mut Word, _: usize) {
        // SAFETY: the block has a word for each count that was measured, below the one that says how many.
        unsafe {
            let count = (*self.counts).0 + 1;
            *self.counts = Word(count);
            *self.counts.sub(count) = Word(header.offset_from(self.block) as usize);
        }
    }
}

impl Row {
    /// A copy of a tuple.
    ///
    /// # Errors
    /// There is no memory for it, or it is no tuple.
    pub fn new(tuple: Term<'_>) -> Result<Row, OutOfMemory> {
        tuple.as_tuple().ok_or(OutOfMemory)?;
        let size = measure(tuple);
        let listed = if size.counts > 0 { size.counts + 1 } else { 0 };
        let all = 1 + size.words + listed;
        // From here on its end frees the block.
        let row = Row::unwritten(all, listed > 0)?;
        let start = row.block.as_ptr();
        // SAFETY: it is the block's last word.
        let counts = unsafe {
            let last = start.add(all - 1);
            if listed > 0 {
                *last = Word(0);
            }
            last
        };
        let filling = Filling { block: start, next: Cell::new(1), end: 1 + size.words, counts };
        copy_into(&filling, tuple)?;
        Ok(row)
    }

    /// A block of so many words, in which the tuple is to be made before anybody sees it.
    fn unwritten(words: usize, lists_counts: bool) -> Result<Row, OutOfMemory> {
        let layout = Layout::array::<Word>(words).map_err(|_| OutOfMemory)?;
        // SAFETY: the layout's size is not zero, and the first word is the block's.
        unsafe {
            let block = NonNull::new(alloc(layout).cast::<Word>()).ok_or(OutOfMemory)?;
            *block.as_ptr() = Word(words << 1 | if lists_counts { LISTS_COUNTS } else { 0 });
            Ok(Row { block })
        }
    }

    /// The tuple.
    #[inline(always)]
    pub fn term(&self) -> Term<'_> {
        // SAFETY: the tuple begins behind the block's first word, and stays while the row is borrowed.
        unsafe { Term::new(Word::boxed(self.block.as_ptr().add(1))) }
    }

    /// The tuple's elements.
    #[inline(always)]
    pub fn elements(&self) -> &[Term<'_>] {
        self.term().as_tuple().unwrap_or(&[])
    }

    /// The words it takes.
    pub fn words(&self) -> usize {
        // SAFETY: the block's first word was written when it was made.
        unsafe { (*self.block.as_ptr()).0 >> 1 }
    }

    /// The word of an element.
    fn word_of(&self, place: usize) -> Word {
        self.elements().get(place).map_or(Word::NIL, |element| element.word())
    }

    /// Makes an element another, where both lie in no heap; whether it was done.
    pub fn set(&mut self, place: usize, value: Term<'_>) -> bool {
        let both = self.elements().get(place).is_some_and(|old| !old.word().is_pointer());
        if !both || value.word().is_pointer() {
            return false;
        }
        // SAFETY: the tuple has such an element, and nobody looks at the row while it is borrowed for this.
        unsafe { *self.block.as_ptr().add(2 + place) = value.word() };
        true
    }
}

impl Drop for Row {
    fn drop(&mut self) {
        // SAFETY: the block was allocated in `new` with as many words as its first one says. A place that is listed is that
        // of a value of this block which holds a count, and the counts end here.
        unsafe {
            let start = self.block.as_ptr();
            let (all, lists) = ((*start).0 >> 1, (*start).0 & LISTS_COUNTS != 0);
            if lists {
                let last = start.add(all - 1);
                for index in 1..=(*last).0 {
                    give_back(start.add((*last.sub(index)).0));
                }
            }
            dealloc(
                start.cast(),
                Layout::from_size_align_unchecked(all * size_of::<Word>(), align_of::<Word>()),
            );
        }
    }
}

/// The most rows that lie in a [`KeyedRows`] itself.
pub const KEYED_ROWS: usize = 64;
/// Keys that are looked at together: those of a line of the processor's cache.
const LINE: usize = 8;

/// Rows in the order of their keys, which are listed beside them: who looks for a key need not look into rows where keys lie
/// in no heap.
#[derive(Debug, Default)]
pub struct KeyedRows {
    /// How many keys are no small integers.
    others: usize,
    /// Of each row, the word of its key.
    keys: SmallVec<[Word; KEYED_ROWS]>,
    rows: SmallVec<[Row; KEYED_ROWS]>,
}

impl KeyedRows {
    /// How many there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The key of a row.
    #[inline(always)]
    pub fn key(&self, index: usize) -> Term<'_> {
        // SAFETY: the word is an element of the row of this place, whose words stay where they are.
        unsafe { Term::new(self.keys[index]) }
    }

    /// The row of a place.
    pub fn get(&self, index: usize) -> Option<&Row> {
        self.rows.get(index)
    }

    /// The row of a place, of which only elements that are no key may be set.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut Row> {
        self.rows.get_mut(index)
    }

    /// Where a key stands among these, or would stand, in an order.
    #[inline]
    pub fn search(
        &self,
        key: Term<'_>,
        order: impl Fn(Term<'_>, Term<'_>) -> Ordering,
    ) -> Result<usize, usize> {
        if self.others == 0 && key.word().is_small() {
            let less = self.smaller(key.word());
            return if self.keys.get(less) == Some(&key.word()) { Ok(less) } else { Err(less) };
        }
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            match order(self.key(middle), key) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Ok(middle),
                Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }

    /// How many keys are smaller than a small integer, where all are small integers. The last key of each line tells the line
    /// to look at; no look waits for the one before.
    #[inline(always)]
    fn smaller(&self, key: Word) -> usize {
        let is_less = |own: &&Word| (own.0 as isize) < key.0 as isize;
        let lines = self.keys.iter().skip(LINE - 1).step_by(LINE).filter(is_less).count();
        let line = self.keys[lines * LINE..].iter().take(LINE);
        lines * LINE + line.filter(is_less).count()
    }

    /// Puts a row at a place.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn insert(&mut self, index: usize, row: Row, place: usize) -> Result<(), OutOfMemory> {
        self.keys.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.rows.try_reserve(1).map_err(|_| OutOfMemory)?;
        let key = row.word_of(place);
        self.others += usize::from(!key.is_small());
        self.keys.insert(index, key);
        self.rows.insert(index, row);
        Ok(())
    }

    /// Puts a row in the place of another.
    pub fn replace(&mut self, index: usize, row: Row, place: usize) -> Row {
        self.keys[index] = row.word_of(place);
        self.count_others();
        core::mem::replace(&mut self.rows[index], row)
    }

    /// Takes a row out.
    pub fn remove(&mut self, index: usize) -> Row {
        let key = self.keys.remove(index);
        self.others -= usize::from(!key.is_small());
        self.rows.remove(index)
    }

    /// Takes the last row out.
    pub fn pop(&mut self) -> Option<Row> {
        let last = self.len().checked_sub(1)?;
        Some(self.remove(last))
    }

    /// Takes the rows from a place on out, to put them elsewhere.
    pub fn split_off(&mut self, index: usize, after: &mut KeyedRows) {
        after.keys.extend(self.keys.drain(index..));
        after.rows.extend(self.rows.drain(index..));
        self.count_others();
        after.count_others();
    }

    /// Takes all rows of another, which stand behind these.
    pub fn append(&mut self, after: &mut KeyedRows) {
        self.keys.append(&mut after.keys);
        self.rows.append(&mut after.rows);
        self.others += core::mem::take(&mut after.others);
    }

    fn count_others(&mut self) {
        self.others = self.keys.iter().filter(|key| !key.is_small()).count();
    }

    /// All rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::{Arena, Resource};
    use crate::term::compare;

    #[test]
    fn a_row_is_what_it_was_copied_from() {
        let row = {
            let arena = Arena::new();
            let long = arena.bytes(&[7; 200]).expect("memory");
            let part = arena.sub_bits(long, 80, 24).expect("memory");
            let list = arena.list(&[long, part, Term::small_number(3)]).expect("memory");
            let float = arena.float(1.5).expect("memory");
            Row::new(arena.tuple(&[list, float, long, Term::NIL]).expect("memory")).expect("memory")
        };
        let arena = Arena::new();
        let long = arena.bytes(&[7; 200]).expect("memory");
        let list = arena.list(&[long, arena.bytes(&[7; 3]).expect("memory"), Term::small_number(3)]);
        let float = arena.float(1.5).expect("memory");
        let same = arena.tuple(&[list.expect("memory"), float, long, Term::NIL]).expect("memory");
        assert!(compare::equal_exact(row.term(), same));
        let back = arena.copy(row.term()).expect("memory");
        drop(row);
        assert!(compare::equal_exact(back, same));
    }

    #[test]
    fn counts_are_given_back() {
        let resource = Resource::new(5u8, 1);
        let arena = Arena::new();
        let handle = arena.handle([1, 0, 0], resource.clone()).expect("memory");
        let row = Row::new(arena.tuple(&[handle, handle]).expect("memory")).expect("memory");
        assert_eq!(crate::sync::Arc::strong_count(&resource), 4);
        drop(row);
        assert_eq!(crate::sync::Arc::strong_count(&resource), 2);
    }

    #[test]
    fn only_immediate_elements_are_set() {
        let arena = Arena::new();
        let float = arena.float(1.5).expect("memory");
        let tuple = arena.tuple(&[float, Term::NIL]).expect("memory");
        let mut row = Row::new(tuple).expect("memory");
        assert!(row.set(1, Term::small_number(5)) && !row.set(0, Term::NIL));
        assert!(!row.set(1, float) && !row.set(2, Term::NIL));
        assert_eq!(row.elements()[1].as_small(), Some(5));
        assert!(Row::new(float).is_err());
    }
}
