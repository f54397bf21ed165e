//! Copying a term out of its heap: for a message, a table, a new process.
//!
//! Invariant: the copy refers to nothing of the heap it came from. Shared bits and resources are counted, not copied.
//! Deliberately absent: sharing within a term. A subterm that occurs twice is copied twice, as on OTP.
#![expect(unsafe_code, reason = "values are copied word by word, then their addresses are mended")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;

use smallvec::SmallVec;

use super::arena::{Arena, HEAP_BITS_BYTES, OutOfMemory};
use super::fragment::Fragment;
use super::resource::Resource;
use super::shared::SharedBytes;
use crate::atom::{Atom, names};
use crate::sync::Arc;
use crate::term::word::BYTES;
use crate::term::{Bits, Boxed, Term, Word};

/// A term in fragments of its own, on its way to another heap.
#[derive(Debug)]
pub struct Parcel {
    word: Word,
    room: Room,
}

/// Where a parcel's term lies.
#[derive(Debug)]
enum Room {
    /// In one fragment, which holds nothing that is counted.
    One(Fragment),
    /// In an arena of its own.
    Many(Box<Arena>),
}

// SAFETY: nothing is made in a parcel once it is one, and what is in it is only read until it is opened.
unsafe impl Sync for Parcel {}
// SAFETY: its words are its own, and it does not refer into them but by addresses that stay.
unsafe impl Send for Parcel {}

impl Parcel {
    /// What stands for a term there is no memory to copy: `system_limit`.
    pub const NO_MEMORY: Parcel = Parcel::atom(names::system_limit);

    /// An atom.
    pub const fn atom(atom: Atom) -> Parcel {
        Parcel::of_immediate(Word::atom(atom))
    }

    const fn of_immediate(word: Word) -> Parcel {
        Parcel { word, room: Room::One(Fragment::NONE) }
    }

    /// A copy of a term.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn new(term: Term<'_>) -> Result<Parcel, OutOfMemory> {
        if !term.word().is_pointer() {
            return Ok(Parcel::of_immediate(term.word()));
        }
        let size = measure(term);
        if size.counts > 0 {
            return Parcel::build(|arena| arena.copy(term));
        }
        let fragment = Fragment::new(size.words)?;
        let word = copy_into(&Span::new(fragment.start(), size.words), term)?;
        Ok(Parcel { word, room: Room::One(fragment) })
    }

    /// A parcel of a term made for it.
    ///
    /// # Errors
    /// Those of `build`.
    pub fn build<E>(build: impl for<'a> FnOnce(&'a Arena) -> Result<Term<'a>, E>) -> Result<Parcel, E> {
        let arena = Arena::new();
        let word = build(&arena)?.word();
        let room = arena.into_fragment().map_or_else(|arena| Room::Many(Box::new(arena)), Room::One);
        Ok(Parcel { word, room })
    }

    /// A look at the term inside.
    pub fn term(&self) -> Term<'_> {
        // SAFETY: the term lies in this parcel's own fragments, which stay while it is borrowed.
        unsafe { Term::new(self.word) }
    }

    /// How many words the term takes, about.
    pub fn words(&self) -> usize {
        match &self.room {
            Room::One(fragment) => fragment.words(),
            Room::Many(arena) => arena.fragment_words(),
        }
    }

    /// The address ranges that the term lies in.
    pub fn ranges(&self) -> Vec<(usize, usize)> {
        match &self.room {
            Room::One(fragment) => alloc::vec![fragment.range()],
            Room::Many(arena) => arena.fragment_ranges(),
        }
    }

    /// Hands the term over to a heap.
    pub fn open(self, arena: &Arena) -> Word {
        match self.room {
            Room::One(fragment) => arena.adopt_fragment(fragment),
            Room::Many(own) => arena.adopt(*own),
        }
        self.word
    }

    /// Copies the term to so many words of a heap, where they are enough and nothing of it is counted: the copy, and the
    /// address behind its words.
    ///
    /// # Safety
    /// The words are free, and nobody else has them.
    pub unsafe fn copy_to(&self, start: *mut Word, words: usize) -> Option<(Word, *mut Word)> {
        if matches!(self.room, Room::Many(_)) {
            return None;
        }
        let span = Span::new(start, words);
        let copy = copy_into(&span, self.term()).ok()?;
        Some((copy, span.next.get()))
    }
}

impl Arena {
    /// A copy of a term of any heap.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn copy(&self, term: Term<'_>) -> Result<Term<'_>, OutOfMemory> {
        if !term.word().is_pointer() {
            // SAFETY: an immediate refers to no heap.
            return Ok(unsafe { Term::new(term.word()) });
        }
        let word = copy_into(self, term)?;
        // SAFETY: it is a value of this arena.
        Ok(unsafe { Term::new(word) })
    }
}

impl Destination for Arena {
    fn room(&self, words: usize) -> Result<*mut Word, OutOfMemory> {
        self.take(words)
    }

    fn counts(&self, header: *mut Word, bytes: usize) {
        self.count_shared(header, bytes);
    }
}

/// Words that a copy without counts is made in.
struct Span {
    next: Cell<*mut Word>,
    left: Cell<usize>,
}

impl Span {
    fn new(start: *mut Word, words: usize) -> Span {
        Span { next: Cell::new(start), left: Cell::new(words) }
    }
}

impl Destination for Span {
    #[inline]
    fn room(&self, words: usize) -> Result<*mut Word, OutOfMemory> {
        self.left.set(self.left.get().checked_sub(words).ok_or(OutOfMemory)?);
        let next = self.next.get();
        self.next.set(next.wrapping_add(words));
        Ok(next)
    }

    fn counts(&self, _: *mut Word, _: usize) {}
}

/// Where a copy is made.
pub(super) trait Destination {
    /// Room for so many words.
    fn room(&self, words: usize) -> Result<*mut Word, OutOfMemory>;

    /// Hears of a value made here that holds a count of bytes or of a resource, of about this size.
    fn counts(&self, header: *mut Word, bytes: usize);
}

/// Words of a copy that are still those of their source; so many are held without asking for memory.
type Work = SmallVec<[*mut Word; 16]>;

/// A copy of a term, the value it begins with first.
pub(super) fn copy_into(to: &impl Destination, term: Term<'_>) -> Result<Word, OutOfMemory> {
    if let Some(elements) = flat_tuple(term) {
        let copy = to.room(elements.len() + 1)?;
        // SAFETY: the room is for a header and the elements; `Term` is one word.
        unsafe {
            *copy = Word::header(Boxed::Tuple, elements.len());
            core::ptr::copy_nonoverlapping(elements.as_ptr().cast(), copy.add(1), elements.len());
        }
        return Ok(Word::boxed(copy));
    }
    let mut result = term.word();
    let mut work = Work::new();
    work.push(&raw mut result);
    while let Some(slot) = work.pop() {
        // SAFETY: slots are `result` or words of values copied here; what they hold is valid in the source heap.
        unsafe {
            if (*slot).is_list_cell() {
                copy_list(to, slot, &mut work)?;
            } else if (*slot).is_boxed() {
                *slot = copy_boxed(to, (*slot).address(), &mut work)?;
            }
        }
    }
    Ok(result)
}

/// # Safety
/// `slot` holds a list cell of a valid heap and is itself a word of a value made here.
unsafe fn copy_list(to: &impl Destination, mut slot: *mut Word, work: &mut Work) -> Result<(), OutOfMemory> {
    // SAFETY: the caller's promise; each round copies one cell and goes on with its tail.
    unsafe {
        while (*slot).is_list_cell() {
            let source = (*slot).address();
            let cell = to.room(2)?;
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
#[inline]
unsafe fn copy_boxed(
    to: &impl Destination,
    source: *const Word,
    work: &mut Work,
) -> Result<Word, OutOfMemory> {
    // SAFETY: the caller's promise, and the layout that `Boxed` documents.
    unsafe {
        let header = *source;
        let kind = header.header_kind();
        if let Some(bits) = short_view(source) {
            return copy_bits(to, bits);
        }
        let words = header.header_words() + 1;
        let copy = to.room(words)?;
        core::ptr::copy_nonoverlapping(source, copy, words);
        if kind == Boxed::SharedBits {
            let bytes = (*copy.add(2)).0 as *const SharedBytes;
            Arc::increment_strong_count(bytes);
            to.counts(copy, (*bytes).capacity());
        }
        if is_handle(header) {
            let resource = (*copy.add(4)).0 as *const Resource;
            Arc::increment_strong_count(resource);
            to.counts(copy, (*resource).bytes());
        }
        for index in super::process_heap::raw_words(header) + 1..words {
            if (*copy.add(index)).is_pointer() {
                work.push(copy.add(index));
            }
        }
        Ok(Word::boxed(copy))
    }
}

/// Whether a header is that of a reference that leads to a resource.
fn is_handle(header: Word) -> bool {
    header.header_kind() == Boxed::Reference && header.header_words() == 4
}

/// The bits of a view into other bits, where so few that a copy holds them itself.
///
/// # Safety
/// `source` is the header of a value of a valid heap, which stays.
unsafe fn short_view<'h>(source: *const Word) -> Option<Bits<'h>> {
    // SAFETY: the caller's promise.
    unsafe {
        if !matches!((*source).header_kind(), Boxed::SubBits | Boxed::MatchContext) {
            return None;
        }
        let view: Term<'h> = Term::new(Word::boxed(source));
        view.as_bits().filter(|bits| bits.length() <= HEAP_BITS_BYTES * 8)
    }
}

/// Words of bits that lie in a heap.
fn heap_bits_words(bits: Bits<'_>) -> usize {
    bits.byte_count().div_ceil(BYTES) + 2
}

fn copy_bits(to: &impl Destination, bits: Bits<'_>) -> Result<Word, OutOfMemory> {
    let words = heap_bits_words(bits);
    let copy = to.room(words)?;
    // SAFETY: `words` words of our own; the bytes are zeroed before they are seen as a slice.
    unsafe {
        *copy = Word::header(Boxed::HeapBits, words - 1);
        *copy.add(1) = Word(bits.length());
        let data = copy.add(2).cast::<u8>();
        data.write_bytes(0, (words - 2) * BYTES);
        bits.copy_to(core::slice::from_raw_parts_mut(data, bits.byte_count()));
    }
    Ok(Word::boxed(copy))
}

/// What a copy of a term takes.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Measure {
    /// Its words.
    pub(super) words: usize,
    /// How many values in it hold a count.
    pub(super) counts: usize,
}

/// The elements of a tuple, if none of them lies in a heap.
#[inline]
fn flat_tuple<'h>(term: Term<'h>) -> Option<&'h [Term<'h>]> {
    term.as_tuple().filter(|elements| elements.iter().all(|element| !element.word().is_pointer()))
}

/// What a copy of a term takes, as [`copy_into`] makes it.
pub(super) fn measure(term: Term<'_>) -> Measure {
    if let Some(elements) = flat_tuple(term) {
        return Measure { words: elements.len() + 1, counts: 0 };
    }
    let mut measured = Measure::default();
    let mut open: SmallVec<[Word; 16]> = SmallVec::new();
    open.push(term.word());
    while let Some(mut word) = open.pop() {
        // SAFETY: words of a valid term are immediates or addresses of values laid out as `Boxed` says.
        unsafe {
            while word.is_list_cell() {
                measured.words += 2;
                let head = *word.address();
                if head.is_pointer() {
                    open.push(head);
                }
                word = *word.address().add(1);
            }
            if !word.is_boxed() {
                continue;
            }
            let source = word.address();
            let header = *source;
            if let Some(bits) = short_view(source) {
                measured.words += heap_bits_words(bits);
                continue;
            }
            let words = header.header_words() + 1;
            measured.words += words;
            measured.counts += usize::from(header.header_kind() == Boxed::SharedBits || is_handle(header));
            for index in super::process_heap::raw_words(header) + 1..words {
                if (*source.add(index)).is_pointer() {
                    open.push(*source.add(index));
                }
            }
        }
    }
    measured
}
