//! Making a bitstring at once from its segments: `bs_create_bin`, from OTP 25 on.
//!
//! Invariant: every segment is looked at, and its error raised, before room is taken and anything written.
#![expect(unsafe_code, reason = "a handler reads the instruction it is called for")]

use core::marker::PhantomData;

use crate::atom::Atom;
use crate::heap::Arena;
use crate::interp::{State, exceptions, explain, native};
use crate::lower::operand::{LITTLE, NUMBER_SHIFT, Segment as Kind, SourceKind, WHOLE};
use crate::process::{Class, Fault, Trace};
use crate::term::Term;

use super::refuse;
use super::segment::{Field, Refused, SYSTEM_LIMIT, Segment, Value, write_small};

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

    /// Length and number of an integer segment whose size and value are small and of this instruction, as most are.
    #[inline(always)]
    fn short(&self, index: usize) -> Option<(usize, isize)> {
        let (place, s) = (FIRST + index * SEGMENT_WORDS, self.state);
        // SAFETY: as in `get`.
        unsafe {
            let (head, size) = (s.word(place), s.word(place + 1));
            if head as u8 != Kind::Integer as u8 || size & 0b111 != SourceKind::Small as u32 {
                return None;
            }
            let value = s.source(place + 2);
            let length = usize::try_from(size as i32 >> 3).ok()?.checked_mul((head >> 16) as usize)?;
            value.is_small().then(|| (length, value.small_value()))
        }
    }

    /// The bits of a segment.
    #[inline(always)]
    fn length(&self, index: usize) -> Result<usize, Refused> {
        match self.short(index) {
            Some((length, _)) => Ok(length),
            None => Ok(self.get(index).field()?.length),
        }
    }

    /// Writes a segment, of which [`Self::length`] has seen that it can be written; its bits.
    #[inline(always)]
    fn write_one(&self, index: usize, room: &mut [u8], at_bit: usize) -> usize {
        if let Some((length, value)) = self.short(index) {
            // SAFETY: as in `get`.
            let flags = unsafe { self.state.word(FIRST + index * SEGMENT_WORDS) >> 8 };
            write_small(room, at_bit, length, flags & LITTLE != 0, value);
            return length;
        }
        match self.get(index).field() {
            Ok(field) => {
                field.write(room, at_bit);
                field.length
            }
            Err(_) => 0,
        }
    }

    /// Writes the segments from one on.
    fn write(&self, from: usize, room: &mut [u8], mut at_bit: usize) {
        for index in from..self.count {
            at_bit += self.write_one(index, room, at_bit);
        }
    }

    fn assemble(&self, arena: &'h Arena) -> Result<Term<'h>, Refused> {
        let first = if self.count > 0 { self.length(0)? } else { 0 };
        let mut more = 0usize;
        for index in 1..self.count {
            more = more.checked_add(self.length(index)?).ok_or(SYSTEM_LIMIT)?;
        }
        if let Some(source) = self.appended()
            && (first.is_multiple_of(8) || !self.shares_last_byte())
        {
            return Ok(arena.append_bits(source, more, |room, bit| self.write(1, room, bit))?);
        }
        let length = first.checked_add(more).ok_or(SYSTEM_LIMIT)?;
        Ok(arena.bits_filled(length, |room| self.write(0, room, 0))?)
    }

    /// The first segment that cannot be written, and what is wrong with it: sizes are looked at before values.
    fn blame(&self) -> Option<(usize, (Atom, Term<'h>))> {
        let sizes = (0..self.count).filter_map(|index| Some((index, self.get(index).wrong_size()?)));
        let values = (0..self.count).filter_map(|index| Some((index, self.get(index).wrong_value()?)));
        sizes.chain(values).next()
    }

    /// The number of a segment in the program's text.
    fn number(&self, index: usize) -> usize {
        let said = |index: usize| {
            // SAFETY: as in `get`.
            let word = unsafe { self.state.word(FIRST + index * SEGMENT_WORDS) };
            (word >> 8 & 0xff) >> NUMBER_SHIFT
        };
        let number = said(index);
        let first = (0..index).find(|earlier| said(*earlier) == number).unwrap_or(index);
        number as usize + index - first
    }

    /// The bitstring that all others are appended to: the first segment where nothing is said of its size.
    fn appended(&self) -> Option<Term<'h>> {
        let s = self.state;
        // SAFETY: as in `get`.
        unsafe {
            let is_whole =
                self.count > 0 && s.word(FIRST) as u8 == Kind::Binary as u8 && s.word(FIRST + 1) == WHOLE;
            is_whole.then(|| s.term(s.source(FIRST + 2)))
        }
    }

    /// Whether what is appended is read from the partly filled byte that it would be written to.
    fn shares_last_byte(&self) -> bool {
        let Some(bits) = self.get(0).value.as_bits().filter(|bits| bits.length() > 0) else { return false };
        let last = bits.sub(bits.length() - 1, 1);
        let mut others = (1..self.count).map(|index| self.get(index).field());
        others
            .any(|field| matches!(field, Ok(Field { value: Value::Bits(more), .. }) if more.overlaps(&last)))
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
            Err(Refused(reason)) => refuse_explained(after, reason),
        }
    }
}

/// Branches where the instruction has a branch, else raises an error that says which segment is wrong.
unsafe fn refuse_explained(s: State, reason: Atom) -> State {
    // SAFETY: the state is at a `BsCreate`.
    unsafe {
        let segments = Segments::of(s);
        let Some((index, (wrong, value))) = segments.blame().filter(|_| !s.can_fail()) else {
            return refuse(s, reason);
        };
        let info = explain::segment(
            native::arena(s),
            segments.number(index),
            segments.get(index).kind_name(),
            wrong,
            value,
        );
        let trace = Trace::Explained(None, info.unwrap_or(Term::NIL));
        exceptions::raise(s, Fault { class: Class::Error, reason: Term::atom(reason), trace })
    }
}
