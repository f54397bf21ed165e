//! A match context: the bits that are matched, and how far matching has come.
//!
//! Invariants: a [`Context`] is used before the next collection; the bits up to its end are in the heap or shared bits
//! it refers to, and its position is not beyond its end. Code of OTP 21 saves positions in the context: it has a place
//! for each behind the base, a small integer, and one before them for where matching began.
#![expect(unsafe_code, reason = "a context is changed in place, word by word")]

use crate::heap::shared::SharedBytes;
use crate::term::word::SMALL_MAX;
use crate::term::{Bits, Boxed, Term, Word};

/// Words of a context after its header: end bit, next bit, base.
pub const WORDS: usize = 3;
/// The header of a context.
pub const HEADER: Word = Word::header(Boxed::MatchContext, WORDS);
/// The most bits that are read without a look at how many they are: a small integer holds them, and eight bytes do
/// wherever they begin.
pub const SHORT_BITS: usize = if usize::BITS == 64 { 56 } else { 27 };

/// Whether a header is that of bits a context can refer to, with their length behind it.
#[inline(always)]
pub fn is_base(header: Word) -> bool {
    matches!(header.header_kind(), Boxed::HeapBits | Boxed::SharedBits)
}

/// The address of a context's header.
#[derive(Clone, Copy)]
pub struct Context(*mut Word);

impl Context {
    /// The context that a word is.
    ///
    /// # Safety
    /// The word is a valid term, and nothing collects while the context is used.
    #[inline(always)]
    pub unsafe fn of(word: Word) -> Option<Context> {
        // SAFETY: a boxed term is the address of a header.
        if word.is_boxed() && unsafe { *word.address() }.has_kind(Boxed::MatchContext) {
            Some(Context(word.address()))
        } else {
            None
        }
    }

    /// How many places for positions it has.
    pub fn places(self) -> usize {
        self.word(0).header_words() - WORDS
    }

    /// The position in a place, from 0; there are so many places.
    pub fn saved(self, place: usize) -> usize {
        assert!(place < self.places());
        self.word(1 + WORDS + place).small_value() as usize
    }

    /// Saves the position in a place, from 0; there are so many places. What no small integer holds is the end.
    pub fn save(self, place: usize) {
        assert!(place < self.places());
        let position = Word::small(self.position() as isize).unwrap_or(Word::small_unchecked(SMALL_MAX));
        // SAFETY: the place is one of the context's words; a small integer is at home in any.
        unsafe { *self.0.add(1 + WORDS + place) = position }
    }

    #[inline(always)]
    fn word(self, index: usize) -> Word {
        // SAFETY: callers name one of the words behind the header.
        unsafe { *self.0.add(index) }
    }

    /// The bit after the last, counted from the first of the base.
    #[inline(always)]
    pub fn end(self) -> usize {
        self.word(1).0
    }

    /// The bit that is matched next, counted from the first of the base.
    #[inline(always)]
    pub fn position(self) -> usize {
        self.word(2).0
    }

    /// How many bits are left.
    #[inline(always)]
    pub fn left(self) -> usize {
        self.end() - self.position()
    }

    /// Goes to a bit, or to the end where that is before it.
    #[inline(always)]
    pub fn go_to(self, position: usize) {
        // SAFETY: the second word behind the header is a number that no other part of the machine relies on.
        unsafe { *self.0.add(2) = Word(position.min(self.end())) }
    }

    /// Goes `count` bits further; so many are left.
    #[inline(always)]
    pub fn advance(self, count: usize) {
        self.go_to(self.position() + count);
    }

    /// The context as a term.
    pub fn term<'h>(self) -> Term<'h> {
        // SAFETY: it is the address of a boxed value, used before the next collection.
        unsafe { Term::new(Word::boxed(self.0)) }
    }

    /// The first byte of the base.
    #[inline(always)]
    fn bytes(self) -> *const u8 {
        // SAFETY: the base is heap bits (a length, then the bytes) or shared bits (a length, then the address of
        // bytes that stay while the base does).
        unsafe {
            let base = self.word(3).address();
            if (*base).header_kind() == Boxed::HeapBits {
                base.add(2).cast()
            } else {
                (*((*base.add(2)).0 as *const SharedBytes)).start()
            }
        }
    }

    /// The next `count` bits; so many are left.
    #[inline]
    pub fn bits<'h>(self, count: usize) -> Bits<'h> {
        debug_assert!(count <= self.left());
        // SAFETY: the base holds all bits up to the end.
        let bytes = unsafe { core::slice::from_raw_parts(self.bytes(), self.end().div_ceil(8)) };
        Bits::new(bytes, self.position(), count)
    }

    /// The next `count` bits as a number, the first the most significant; so many are left, and no more than
    /// [`SHORT_BITS`].
    #[inline(always)]
    pub fn short(self, count: usize) -> usize {
        debug_assert!(count <= self.left() && count <= SHORT_BITS);
        let (first, skipped) = (self.position() / 8, self.position() % 8);
        // SAFETY: the base holds all bits up to the end, and every byte read has one of the next `count`.
        unsafe {
            let bytes = self.bytes().add(first);
            if count == 8 && skipped == 0 {
                return usize::from(*bytes);
            }
            let whole = (skipped + count).div_ceil(8);
            let mut value = 0u64;
            // Without a bit to read, not even the byte they would begin in may be there.
            for index in 0..if count == 0 { 0 } else { whole } {
                value = value << 8 | u64::from(*bytes.add(index));
            }
            (value >> (whole * 8 - skipped - count)) as usize & ((1 << count) - 1)
        }
    }
}
