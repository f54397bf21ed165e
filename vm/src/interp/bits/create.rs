//! Making a bitstring at once from all its segments (`bs_create_bin`, OTP 25 and later).
//!
//! Invariant: every segment is looked at, and its error raised, before room is taken and anything written.
#![expect(unsafe_code, reason = "a handler reads the instruction it is called for")]

use core::marker::PhantomData;

use crate::heap::Arena;
use crate::interp::{State, native};
use crate::lower::operand::{Segment as Kind, WHOLE};
use crate::term::Term;

use super::refuse;
use super::segment::{Field, Refused, SYSTEM_LIMIT, Segment, Value};

/// Words before the first segment: the instruction's, the unit of the whole, the destination.
const FIRST: usize = 3;
/// Words of a segment.
const SEGMENT_WORDS: usize = 3;

/// The segments of an instruction.
struct Segments<'h> {
    state: State,
    count: usize,
    heap: PhantomData<&'h Arena>,
}

impl<'h> Segments<'h> {
    /// # Safety
    /// The state is at a `BsCreate`.
    unsafe fn of(state: State) -> Segments<'h> {
        // SAFETY: the instruction has the count in its byte.
        Segments { state, count: unsafe { state.byte::<1>() }, heap: PhantomData }
    }

    fn get(&self, index: usize) -> Segment<'h> {
        assert!(index < self.count);
        let place = FIRST + index * SEGMENT_WORDS;
        let s = self.state;
        // SAFETY: a segment is kind, flags and unit, then size and value, or length and pool offset of its bytes; the
        // pool has as many bytes as that length says.
        unsafe {
            let kind = Kind::from_number(s.word(place) as u8);
            let mut segment = Segment {
                kind,
                flags: s.word(place) >> 8 & 0xff,
                unit: (s.word(place) >> 16) as usize,
                size: None,
                value: Term::NIL,
                text: &[],
            };
            if kind == Kind::Bytes {
                let bytes = s.ip.offset(s.word(place + 2) as i32 as isize).cast::<u8>();
                segment.text = core::slice::from_raw_parts(bytes, s.word(place + 1) as usize);
            } else {
                segment.size =
                    if s.word(place + 1) == WHOLE { None } else { Some(s.term(s.source(place + 1))) };
                segment.value = s.term(s.source(place + 2));
            }
            segment
        }
    }

    /// What the segments from one on come to.
    fn fields(&self, from: usize) -> impl Iterator<Item = Result<Field<'h>, Refused>> {
        (from..self.count).map(|index| self.get(index).field())
    }

    /// The bits of the segments from one on.
    fn length(&self, from: usize) -> Result<usize, Refused> {
        self.fields(from).try_fold(0usize, |sum, field| sum.checked_add(field?.length).ok_or(SYSTEM_LIMIT))
    }

    /// Writes the segments from one on, of which [`Self::length`] has seen that they can be written.
    fn write(&self, from: usize, room: &mut [u8], mut at_bit: usize) {
        for field in self.fields(from).filter_map(Result::ok) {
            field.write(room, at_bit);
            at_bit += field.length;
        }
    }

    fn assemble(&self, arena: &'h Arena) -> Result<Term<'h>, Refused> {
        let length = self.length(0)?;
        if self.count > 0 && self.get(0).is_whole_bits() && !self.shares_last_byte() {
            let source = self.get(0);
            let own = source.field()?.length;
            return Ok(arena.append_bits(source.value, length - own, |room, bit| self.write(1, room, bit))?);
        }
        Ok(arena.bits_filled(length, |room| self.write(0, room, 0))?)
    }

    /// Whether what is appended is read from the partly filled byte that it would be written to.
    fn shares_last_byte(&self) -> bool {
        let Some(bits) = self.get(0).value.as_bits().filter(|bits| !bits.length().is_multiple_of(8)) else {
            return false;
        };
        let last = bits.sub(bits.length() - 1, 1);
        self.fields(1).any(|field| matches!(field, Ok(Field { value: Value::Bits(more), .. }) if more.overlaps(&last)))
    }
}

handlers! {
    /// Makes a bitstring of segments.
    cold create(s) {
        let segments = Segments::of(s);
        let made = segments.assemble(native::arena(s));
        let after = native::resume(s);
        match made {
            Ok(bits) => {
                after.set(2, bits.word());
                after.next(FIRST + segments.count * SEGMENT_WORDS)
            }
            Err(Refused(reason)) => refuse(after, reason),
        }
    }
}
