//! Making a bitstring segment by segment, as OTP 24 and before did.
//!
//! Invariants: the machine's writer is the room of the bitstring begun last, which nothing moves before its last
//! segment is written; no segment is written beyond that room.
#![expect(unsafe_code, reason = "room is written to from one instruction to the next")]

use crate::atom::names;
use crate::heap::{Arena, Built, OutOfMemory};
use crate::interp::state::Writer;
use crate::interp::{State, exceptions, native};
use crate::lower::operand::{Segment as Kind, WHOLE};
use crate::term::{Bits, Term, Word};

use super::refuse;
use super::segment::{
    BADARG, Field, Refused, SYSTEM_LIMIT, Segment, Value, character, encoded_bits, size_of_term,
};

/// The most bytes a comprehension may reserve before it has made any.
const MOST_RESERVED: usize = 1 << 20;
/// Up to this many bytes, appending to a binary on the heap is as good.
const LEAST_RESERVED: usize = crate::heap::arena::HEAP_BITS_BYTES;

handlers! {
    /// Begins a bitstring of a size.
    cold init(s) {
        let unit = s.byte::<1>();
        let arena = native::arena(s);
        let begun = size_of_term(s.term(s.source(1)))
            .and_then(|size| size.checked_mul(unit).ok_or(SYSTEM_LIMIT))
            .and_then(|length| begin(length, |hold| arena.bits_filled(length, |room| hold(room, 0))));
        begin_with(s, begun, 2, 3)
    }
    /// Begins a bitstring with the bits of another.
    cold append(s) {
        let source = s.term(s.source(2));
        let arena = native::arena(s);
        let begun = size_of_term(s.term(s.source(1))).and_then(|length| {
            let bits = source.as_bits().filter(|bits| bits.length().is_multiple_of(s.word(3) as usize));
            bits.ok_or(BADARG)?;
            begin(length, |hold| arena.append_bits(source, length, hold))
        });
        begin_with(s, begun, 4, 5)
    }
    /// Writes a segment.
    cold put(s) {
        let segment = Segment {
            kind: Kind::from_number(s.byte::<1>() as u8),
            flags: s.word(2) & 0xff,
            unit: (s.word(2) >> 8) as usize,
            size: if s.word(1) == WHOLE { None } else { Some(s.term(s.source(1))) },
            value: s.term(s.source(3)),
            text: &[],
        };
        match segment.field().and_then(|field| write(&mut (*s.machine).writer, &field)) {
            Ok(()) => s.next(4),
            Err(Refused(reason)) => refuse(s, reason),
        }
    }
    /// Writes bits of the code.
    cold put_string(s) {
        let length = s.word(1) as usize;
        let bytes = s.ip.offset(s.word(2) as i32 as isize).cast::<u8>();
        let bits = Bits::new(core::slice::from_raw_parts(bytes, length.div_ceil(8)), 0, length);
        match write(&mut (*s.machine).writer, &Field::of_bits(bits)) {
            Ok(()) => s.next(3),
            Err(Refused(reason)) => exceptions::error(s, reason),
        }
    }
    /// The bytes of a character; what is none is refused when it is written.
    cold utf_size(s) {
        let kind = Kind::from_number(s.byte::<1>() as u8);
        let length = character(s.term(s.source(1))).and_then(|character| encoded_bits(kind, character));
        s.set(2, Word::small_unchecked((length.unwrap_or(32) / 8) as isize));
        s.next(3)
    }
    /// A sum of sizes.
    cold add(s) {
        match sum(s.term(s.source(1)), s.term(s.source(2)), s.word(3) as usize) {
            Ok(sum) => {
                s.set(4, sum);
                s.next(5)
            }
            Err(Refused(reason)) => refuse(s, reason),
        }
    }
    /// An empty binary, to be appended to.
    cold init_writable(s) {
        let size = s.term(s.x(0)).as_usize().unwrap_or(0).min(MOST_RESERVED);
        let arena = native::arena(s);
        let made = if size <= LEAST_RESERVED { arena.bytes(&[]) } else { arena.appendable(size) };
        let after = native::resume(s);
        match made {
            Ok(binary) => {
                after.set_x(0, binary.word());
                after.next(1)
            }
            Err(OutOfMemory) => exceptions::error(after, names::system_limit),
        }
    }
}

/// Makes a bitstring whose room is kept for the segments to come; `make` lends it with the bit they begin at.
fn begin<'h>(
    length: usize,
    make: impl FnOnce(&mut dyn FnMut(&mut [u8], usize)) -> Built<'h>,
) -> Result<(Term<'h>, Writer), Refused> {
    let mut writer = Writer { bytes: core::ptr::null_mut(), length: 0, position: 0 };
    let made = make(&mut |room: &mut [u8], bit| {
        writer = Writer { bytes: room.as_mut_ptr(), length: bit + length, position: bit };
    })?;
    Ok((made, writer))
}

/// Puts a bitstring that was begun into the register in word `to`, and goes on `words` further.
unsafe fn begin_with(s: State, begun: Result<(Term<'_>, Writer), Refused>, to: usize, words: usize) -> State {
    // SAFETY: the instruction has a destination there.
    unsafe {
        let s = native::resume(s);
        match begun {
            Ok((bits, writer)) => {
                (*s.machine).writer = writer;
                s.set(to, bits.word());
                s.next(words)
            }
            Err(Refused(reason)) => refuse(s, reason),
        }
    }
}

/// Writes a segment where the last one ended.
fn write(writer: &mut Writer, field: &Field<'_>) -> Result<(), Refused> {
    if field.length > writer.length - writer.position {
        return Err(BADARG);
    }
    if field.length == 0 {
        return Ok(());
    }
    // SAFETY: from `begin` on the writer's bytes are those of a bitstring that nothing has moved (`Rule::NoBitstring`), and no reference to
    // them is kept but this one.
    let room = unsafe { core::slice::from_raw_parts_mut(writer.bytes, writer.length.div_ceil(8)) };
    if let Value::Bits(bits) = field.value
        && bits.overlaps(&Bits::new(room, writer.position, field.length))
    {
        // What is appended ends in the byte that it is appended to.
        let copy = Arena::new();
        let bits = copy.bits(bits)?.as_bits().ok_or(BADARG)?;
        Field::of_bits(bits).write(room, writer.position);
    } else {
        field.write(room, writer.position);
    }
    writer.position += field.length;
    Ok(())
}

/// `first + second * unit`
fn sum(first: Term<'_>, second: Term<'_>, unit: usize) -> Result<Word, Refused> {
    let (first, second) = (size_of_term(first)?, size_of_term(second)?);
    let sum = second.checked_mul(unit).and_then(|second| second.checked_add(first));
    sum.and_then(|sum| Word::small(isize::try_from(sum).ok()?)).ok_or(SYSTEM_LIMIT)
}
