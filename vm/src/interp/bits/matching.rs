//! Matching: a context, bits taken from it field by field, and the rest.
//!
//! Invariants: a context's position moves only when its instruction matched; a bad size does not match.
//! What a compiler has proved need not be tested again, but is: a context that is none, or too few bits, never match.
#![expect(unsafe_code, reason = "a handler reads the instruction it is called for")]

use crate::atom::names;
use crate::heap::{Arena, OutOfMemory};
use crate::interp::{State, exceptions, native};
use crate::lower::operand::{LITTLE, SIGNED, Segment as Kind, SourceKind, WHOLE};
use crate::term::integer::IntegerError;
use crate::term::word::BYTES;
use crate::term::{Bits, Term, Word, bits};

use super::context::{self, Context, SHORT_BITS};

/// Bitstrings of at most so many bytes are copied: that takes no more room than to refer to them.
const COPIED_BYTES: usize = 2 * BYTES;

/// Branches: the bits are not those that were to match.
#[inline(always)]
unsafe fn mismatch(s: State) -> State {
    // SAFETY: the instruction's half is a branch or 0.
    unsafe { if s.can_fail() { s.fail() } else { s.outside(|s| exceptions::error(s, names::badarg)) } }
}

/// Room for a context or the like.
const fn boxed_words(words: usize) -> usize {
    words + 1
}

handlers! {
    /// A context of a bitstring; a context goes on where it stands.
    hot start(s) {
        let source = s.source(1);
        if Context::of(source).is_some() {
            s.set(2, source);
            return s.next(3);
        }
        start_new(s, source)
    }
    cold start_bitstring(s) {
        let source = s.term(s.source(1));
        if source.as_bits().is_none() {
            return mismatch(s);
        }
        let made = native::arena(s).match_context(source);
        finish(s, made, 2, 3)
    }
    /// Reads a field.
    hot get(s) {
        let (size, unit_and_flags) = (s.word(2), s.word(3));
        let is_constant = size & 0b111 == SourceKind::Small as u32;
        // No flags: unsigned, most significant byte first.
        if s.byte::<1>() == Kind::Integer as usize && is_constant && unit_and_flags & 0xff == 0 {
            let count = ((size >> 3) as usize).saturating_mul((unit_and_flags >> 8) as usize);
            if let (Some(context), true) = (Context::of(s.source(1)), count <= SHORT_BITS) {
                if context.left() < count {
                    return mismatch(s);
                }
                let value = context.short(count);
                context.advance(count);
                s.set(4, Word::small_unchecked(value as isize));
                return s.next(5);
            }
        }
        get_field(s)
    }
    cold get_field(s) {
        let Some(context) = Context::of(s.source(1)) else { return mismatch(s) };
        let (unit, flags) = ((s.word(3) >> 8) as usize, s.word(3) & 0xff);
        let Some(count) = wanted(s, context, unit) else { return mismatch(s) };
        let field = context.bits(count);
        let arena = native::arena(s);
        let made = match Kind::from_number(s.byte::<1>() as u8) {
            Kind::Integer => {
                match bits::read_integer(field, flags & SIGNED != 0, flags & LITTLE != 0, arena) {
                    Ok(integer) => Ok(integer),
                    Err(IntegerError::SystemLimit | IntegerError::OutOfMemory) => Err(OutOfMemory),
                }
            }
            Kind::Float => match float(field, flags & LITTLE != 0) {
                Some(value) => arena.float(value),
                None => return mismatch(s),
            },
            _ => part(arena, context, count),
        };
        if made.is_ok() {
            context.advance(count);
        }
        finish(s, made, 4, 5)
    }
    /// Skips bits.
    hot skip(s) {
        if let Some(context) = Context::of(s.source(1))
            && let Some(count) = wanted(s, context, s.word(3) as usize)
        {
            context.advance(count);
            return s.next(4);
        }
        mismatch(s)
    }
    /// Reads a character.
    cold get_utf(s) {
        match next_character(s) {
            Some((context, (character, count))) => {
                context.advance(count);
                s.set(3, Word::small_unchecked(character as isize));
                s.next(4)
            }
            None => mismatch(s),
        }
    }
    /// Skips a character.
    cold skip_utf(s) {
        match next_character(s) {
            Some((context, (_, count))) => {
                context.advance(count);
                s.next(3)
            }
            None => mismatch(s),
        }
    }
    /// Whether just so many bits are left.
    hot test_tail(s) {
        match Context::of(s.source(1)) {
            Some(context) if context.left() == s.word(2) as usize => s.next(3),
            _ => mismatch(s),
        }
    }
    /// Whether what is left can be divided by the unit.
    hot test_unit(s) {
        match Context::of(s.source(1)) {
            Some(context) if context.left().is_multiple_of(s.word(2) as usize) => s.next(3),
            _ => mismatch(s),
        }
    }
    /// Whether at least so many bits are left, and the others can be divided by the unit.
    hot ensure(s) {
        if let Some(context) = Context::of(s.source(1))
            && let Some(others) = context.left().checked_sub(s.word(2) as usize)
            && (s.word(3) == 1 || others.is_multiple_of(s.word(3) as usize))
        {
            return s.next(4);
        }
        mismatch(s)
    }
    /// Whether the next bits are those of the code.
    cold match_string(s) {
        let count = s.word(2) as usize;
        let bytes = s.ip.offset(s.word(3) as i32 as isize).cast::<u8>();
        let expected = Bits::new(core::slice::from_raw_parts(bytes, count.div_ceil(8)), 0, count);
        match Context::of(s.source(1)) {
            Some(context) if context.left() >= count && context.bits(count) == expected => {
                context.advance(count);
                s.next(4)
            }
            _ => mismatch(s),
        }
    }
    /// Whether the next bits are an unsigned integer.
    hot match_integer(s) {
        let (count, expected) = (s.word(2) as usize, s.source(3));
        if let (Some(context), true) = (Context::of(s.source(1)), count <= SHORT_BITS) {
            if context.left() >= count && Word::small_unchecked(context.short(count) as isize) == expected {
                context.advance(count);
                return s.next(4);
            }
            return mismatch(s);
        }
        match_long_integer(s)
    }
    cold match_long_integer(s) {
        let (count, expected) = (s.word(2) as usize, s.term(s.source(3)).as_integer());
        if let (Some(context), Some(expected)) = (Context::of(s.source(1)), expected)
            && context.left() >= count
        {
            let scratch = Arena::new();
            let found = bits::read_integer(context.bits(count), false, false, &scratch);
            if found.ok().and_then(Term::as_integer).is_some_and(|found| found == expected) {
                context.advance(count);
                return s.next(4);
            }
        }
        mismatch(s)
    }
    /// The rest as a bitstring.
    cold get_tail(s) {
        match Context::of(s.source(1)) {
            Some(context) => finish(s, part(native::arena(s), context, context.left()), 2, 3),
            None => exceptions::error(s, names::badarg),
        }
    }
    /// How far matching has come.
    hot get_position(s) {
        match Context::of(s.source(1)).map(|context| Word::small(context.position() as isize)) {
            Some(Some(position)) => {
                s.set(2, position);
                s.next(3)
            }
            _ => get_far_position(s),
        }
    }
    cold get_far_position(s) {
        match Context::of(s.source(1)) {
            Some(context) => finish(s, native::arena(s).usize(context.position()), 2, 3),
            None => exceptions::error(s, names::badarg),
        }
    }
    /// Matches from a position on that the context had.
    hot set_position(s) {
        let position = s.source(2);
        if !position.is_small() {
            return set_far_position(s);
        }
        if let Some(context) = Context::of(s.source(1)) {
            context.go_to(position.small_value() as usize);
        }
        s.next(3)
    }
    cold set_far_position(s) {
        let position = s.term(s.source(2)).as_integer().and_then(|position| position.to_u64());
        if let Some(context) = Context::of(s.source(1)) {
            context.go_to(position.map_or(usize::MAX, |position| position as usize));
        }
        s.next(3)
    }
    /// A context becomes the bitstring of what it has not matched; what is none stays.
    cold context_to_binary(s) {
        match Context::of(s.source(1)) {
            Some(context) => {
                if context.places() > 0 {
                    context.go_to(context.saved(0));
                }
                finish(s, part(native::arena(s), context, context.left()), 1, 2)
            }
            None => s.next(2),
        }
    }
    /// A context with places to save positions in; one that has enough goes on where it stands.
    cold start_saving(s) {
        let (source, places) = (s.source(1), 1 + s.word(3) as usize);
        if let Some(context) = Context::of(source).filter(|context| context.places() >= places) {
            context.save(0);
            s.set(2, source);
            return s.next(4);
        }
        if s.term(source).as_bits().is_none() {
            return mismatch(s);
        }
        let made = native::arena(s).saving_context(s.term(source), places);
        finish(s, made, 2, 4)
    }
    /// Saves the position in a place.
    cold save(s) {
        match Context::of(s.source(1)).filter(|context| context.places() > s.word(2) as usize) {
            Some(context) => {
                context.save(s.word(2) as usize);
                s.next(3)
            }
            None => exceptions::error(s, names::badarg),
        }
    }
    /// Goes back to the position in a place.
    cold restore(s) {
        match Context::of(s.source(1)).filter(|context| context.places() > s.word(2) as usize) {
            Some(context) => {
                context.go_to(context.saved(s.word(2) as usize));
                s.next(3)
            }
            None => exceptions::error(s, names::badarg),
        }
    }
}

/// A new context, at once where heap bits or shared bits are matched and there is room.
#[inline(always)]
unsafe fn start_new(mut s: State, source: Word) -> State {
    // SAFETY: a boxed term is the address of a header, behind which a bitstring has its length; the words written lie
    // in free room.
    unsafe {
        if source.is_boxed() && s.has_room(boxed_words(context::WORDS)) {
            let header = *source.address();
            if context::is_base(header) {
                let made = s.hp;
                *made = context::HEADER;
                *made.add(1) = *source.address().add(1);
                *made.add(2) = Word(0);
                *made.add(3) = source;
                s.hp = made.add(boxed_words(context::WORDS));
                s.set(2, Word::boxed(made));
                return s.next(3);
            }
        }
        start_bitstring(s)
    }
}

/// Puts what was made into the register in word `to` and goes on `words` further.
#[inline]
unsafe fn finish(s: State, made: Result<Term<'_>, OutOfMemory>, to: usize, words: usize) -> State {
    // SAFETY: the instruction has a destination there.
    unsafe {
        let s = native::resume(s);
        match made {
            Ok(term) => {
                s.set(to, term.word());
                s.next(words)
            }
            Err(OutOfMemory) => exceptions::error(s, names::system_limit),
        }
    }
}

/// The bits that the size in word 2 asks for, when the context has them.
#[inline(always)]
unsafe fn wanted(s: State, context: Context, unit: usize) -> Option<usize> {
    // SAFETY: word 2 is a size: a source, or all there is.
    unsafe {
        let left = context.left();
        if s.word(2) == WHOLE {
            return left.is_multiple_of(unit).then_some(left);
        }
        let size = s.source(2);
        if !size.is_small() {
            return None;
        }
        usize::try_from(size.small_value()).ok()?.checked_mul(unit).filter(|count| *count <= left)
    }
}

/// The next bits as a bitstring.
fn part<'h>(arena: &'h Arena, context: Context, count: usize) -> Result<Term<'h>, OutOfMemory> {
    let bits = context.bits(count);
    if bits.byte_count() <= COPIED_BYTES {
        arena.bits(bits)
    } else {
        arena.sub_bits(context.term(), 0, count)
    }
}

/// The float of these bits; no bits are zero, as OTP has it.
fn float(bits: Bits<'_>, is_little: bool) -> Option<f64> {
    if bits.length() == 0 { Some(0.0) } else { bits::read_float(bits, is_little) }
}

/// The next character and its bits; the instruction says kind, context and flags.
#[inline(always)]
unsafe fn next_character(s: State) -> Option<(Context, (u32, usize))> {
    // SAFETY: so it does.
    unsafe {
        let context = Context::of(s.source(1))?;
        let is_little = s.word(2) & LITTLE != 0;
        let rest = context.bits(context.left());
        let found = match Kind::from_number(s.byte::<1>() as u8) {
            Kind::Utf8 => bits::read_utf8(rest),
            Kind::Utf16 => bits::read_utf16(rest, is_little),
            _ => bits::read_utf32(rest, is_little),
        };
        Some((context, found?))
    }
}
