//! Bits that begin and end anywhere: a view, their order, and bit syntax.
//!
//! Invariants: a view begins in the first byte of its slice, and the slice holds all its bits; what is written
//! changes the bits it is written to and no others. A bit of a byte is counted from the most significant.
//! Deliberately absent: where the bytes live and who may grow them (`heap::shared`).

use core::cmp::Ordering;

use crate::heap::Arena;

use super::Integer;
use super::integer::{Computed, Digits, IntegerError, MAX_BITS, built, negate_words};

const WORD_BITS: usize = usize::BITS as usize;

/// Bits in memory.
#[derive(Clone, Copy, Debug)]
pub struct Bits<'h> {
    bytes: &'h [u8],
    /// The first bit, 0 to 7.
    offset: usize,
    length: usize,
}

impl<'h> Bits<'h> {
    /// `length` bits from bit `offset` (of any byte) of `bytes`, which hold them.
    #[inline]
    pub fn new(bytes: &'h [u8], offset: usize, length: usize) -> Self {
        let end = (offset + length).div_ceil(8);
        Bits { bytes: &bytes[offset / 8..end], offset: offset % 8, length }
    }

    /// Whole bytes.
    pub fn of_bytes(bytes: &'h [u8]) -> Self {
        Bits { bytes, offset: 0, length: bytes.len() * 8 }
    }

    /// How many bits there are.
    #[inline(always)]
    pub fn length(&self) -> usize {
        self.length
    }

    /// How many bytes these bits fill: the last may be partly filled.
    pub fn byte_count(&self) -> usize {
        self.length.div_ceil(8)
    }

    /// The bit of its byte at which the first stands, 0 to 7.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The bytes, when the bits are whole bytes that begin on one.
    #[inline]
    pub fn as_bytes(&self) -> Option<&'h [u8]> {
        if self.offset == 0 && self.length.is_multiple_of(8) { Some(self.bytes) } else { None }
    }

    /// Whether a byte holds bits of both.
    pub fn overlaps(&self, other: &Bits<'_>) -> bool {
        let (own, others) = (self.bytes.as_ptr_range(), other.bytes.as_ptr_range());
        own.start < others.end && others.start < own.end
    }

    /// `length` bits from bit `first` on; there are as many.
    pub fn sub(&self, first: usize, length: usize) -> Bits<'h> {
        debug_assert!(first + length <= self.length);
        Bits::new(self.bytes, self.offset + first, length)
    }

    /// Writes the bits from the first bit of `room` on, and zeros after them up to the next byte.
    pub fn copy_to(&self, room: &mut [u8]) {
        let count = self.byte_count();
        let room = &mut room[..count];
        if self.offset == 0 {
            room.copy_from_slice(&self.bytes[..count]);
        } else {
            let shift = self.offset;
            let follows = self.bytes.iter().skip(1).chain(&[0]);
            for (to, (first, second)) in room.iter_mut().zip(self.bytes.iter().zip(follows)) {
                *to = first << shift | second >> (8 - shift);
            }
        }
        if let Some(last) = room.last_mut() {
            *last &= spare_mask(self.length);
        }
    }

    /// `count` bits (at most 64) from bit `first` on as a number, the first bit the most significant.
    #[inline]
    pub fn get_u64(&self, first: usize, count: usize) -> u64 {
        debug_assert!(count <= 64 && first + count <= self.length);
        if count == 0 {
            return 0;
        }
        let start = self.offset + first;
        let (byte, skip) = (start / 8, start % 8);
        let end = skip + count;
        let bytes = &self.bytes[byte..byte + end.div_ceil(8)];
        let (near, far) = bytes.split_at(bytes.len().min(8));
        let value = near.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        let value = match far {
            [last] => value << (end - 64) | u64::from(*last) >> (72 - end),
            _ => value >> (near.len() * 8 - end),
        };
        value & (u64::MAX >> (64 - count))
    }

    /// The byte at this place; the spare low bits of a partly filled last one are zero.
    pub fn byte(&self, place: usize) -> Option<u8> {
        let first = place.checked_mul(8).filter(|first| *first < self.length)?;
        let count = (self.length - first).min(8);
        Some((self.get_u64(first, count) << (8 - count)) as u8)
    }

    /// The bytes in order; the spare low bits of a partly filled last one are zero.
    pub fn bytes(self) -> impl DoubleEndedIterator<Item = u8> + ExactSizeIterator + Clone + use<'h> {
        (0..self.byte_count()).map(move |place| self.byte(place).unwrap_or(0))
    }

    /// Where these bits stand to others: bit by bit, then the shorter first.
    pub fn order(&self, other: Bits<'_>) -> Ordering {
        let common = self.length.min(other.length);
        let (left, right) = (self.sub(0, common), other.sub(0, common));
        let order = match (left.as_bytes(), right.as_bytes()) {
            (Some(left), Some(right)) => left.cmp(right),
            _ => left.chunks().cmp(right.chunks()),
        };
        order.then(self.length.cmp(&other.length))
    }

    /// 64 bits at a time as numbers that order as the bits do; the last is fewer bits.
    fn chunks(self) -> impl Iterator<Item = u64> + use<'h> {
        (0..self.length).step_by(64).map(move |first| self.get_u64(first, (self.length - first).min(64)))
    }
}

impl PartialEq for Bits<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.length == other.length && self.order(*other).is_eq()
    }
}

/// The bits of a last byte that a length uses.
fn spare_mask(length: usize) -> u8 {
    match length % 8 {
        0 => 0xff,
        used => !(0xff >> used),
    }
}

/// Writes the `count` (at most 8) high bits of `byte` at a bit.
fn put(dest: &mut [u8], at_bit: usize, byte: u8, count: usize) {
    if count == 0 {
        return;
    }
    let (place, shift) = (at_bit / 8, at_bit % 8);
    let mask = (0xff00u16 >> count) as u8;
    let byte = byte & mask;
    dest[place] = dest[place] & !(mask >> shift) | byte >> shift;
    if shift + count > 8 {
        dest[place + 1] = dest[place + 1] & !(mask << (8 - shift)) | byte << (8 - shift);
    }
}

/// Writes bits at a bit of `dest`, which has room for them.
pub fn write_bits(dest: &mut [u8], at_bit: usize, source: Bits<'_>) {
    let whole = source.length / 8;
    if at_bit.is_multiple_of(8) {
        source.sub(0, whole * 8).copy_to(&mut dest[at_bit / 8..]);
    } else {
        for place in 0..whole {
            put(dest, at_bit + place * 8, source.get_u64(place * 8, 8) as u8, 8);
        }
    }
    let rest = source.length % 8;
    if rest > 0 {
        let last = source.get_u64(whole * 8, rest) << (8 - rest);
        put(dest, at_bit + whole * 8, last as u8, rest);
    }
}

/// Writes the low `size_bits` bits (at most 64) of a value, most significant first.
pub fn write_unsigned(dest: &mut [u8], at_bit: usize, size_bits: usize, value: u64) {
    debug_assert!(size_bits <= 64);
    if size_bits == 0 {
        return;
    }
    let bytes = (value << (64 - size_bits)).to_be_bytes();
    write_bits(dest, at_bit, Bits::new(&bytes, 0, size_bits));
}

/// Writes the low `size_bits` bits of an integer's two's complement.
///
/// Little-endian puts the least significant byte first; the bits of a size that is no multiple of 8 come last.
pub fn write_integer(dest: &mut [u8], at_bit: usize, size_bits: usize, little: bool, value: Integer<'_>) {
    let mut room = 0;
    let complement = value.complement(&mut room);
    let (whole, rest) = (size_bits / 8, size_bits % 8);
    let top = if rest > 0 { complement.byte(whole) << (8 - rest) } else { 0 };
    if little {
        for place in 0..whole {
            put(dest, at_bit + place * 8, complement.byte(place), 8);
        }
        put(dest, at_bit + whole * 8, top, rest);
    } else {
        put(dest, at_bit, top, rest);
        for place in 0..whole {
            put(dest, at_bit + rest + place * 8, complement.byte(whole - 1 - place), 8);
        }
    }
}

/// The integer that all of these bits are.
pub fn read_integer<'h>(bits: Bits<'_>, signed: bool, little: bool, arena: &'h Arena) -> Computed<'h> {
    let length = bits.length();
    if length <= 64 {
        let value = word_of(bits, little);
        if signed && length > 0 {
            let spare = 64 - length as u32;
            return Ok(arena.i64((value << spare) as i64 >> spare)?);
        }
        return Ok(arena.u64(value)?);
    }
    if length > MAX_BITS {
        return Err(IntegerError::SystemLimit);
    }
    let mut digits = Digits::zeros(length.div_ceil(WORD_BITS))?;
    for (place, word) in digits.words_mut().iter_mut().enumerate() {
        let low = place * WORD_BITS;
        let count = WORD_BITS.min(length - low);
        let first = if little { low } else { length - low - count };
        *word = word_of(bits.sub(first, count), little) as usize;
    }
    let negative = signed && {
        let words = digits.words();
        words[(length - 1) / WORD_BITS] >> ((length - 1) % WORD_BITS) == 1
    };
    if negative {
        let unused = digits.words().len() * WORD_BITS - length;
        if let Some(last) = digits.words_mut().last_mut() {
            *last |= !(usize::MAX >> unused);
        }
        negate_words(digits.words_mut());
    }
    built(arena, negative, digits.words())
}

/// At most 64 bits as a number of either byte order.
#[inline]
fn word_of(bits: Bits<'_>, little: bool) -> u64 {
    let length = bits.length();
    if !little || length <= 8 {
        return bits.get_u64(0, length);
    }
    let (whole, rest) = (length & !7, length % 8);
    let low = bits.get_u64(0, whole).swap_bytes() >> (64 - whole);
    if rest == 0 { low } else { low | bits.get_u64(whole, rest) << whole }
}

/// The size is none a float has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloatSizeError;

/// Writes a finite float in 16, 32 or 64 bits; as infinity, like OTP, where it is too large for them.
pub fn write_float(
    dest: &mut [u8],
    at_bit: usize,
    size_bits: usize,
    little: bool,
    value: f64,
) -> Result<(), FloatSizeError> {
    let pattern = match size_bits {
        16 => u64::from(half_of(value)),
        32 => u64::from((value as f32).to_bits()),
        64 => value.to_bits(),
        _ => return Err(FloatSizeError),
    };
    let ordered = if little { pattern.swap_bytes() >> (64 - size_bits) } else { pattern };
    write_unsigned(dest, at_bit, size_bits, ordered);
    Ok(())
}

/// The float that all of these bits are; `None` when it is no finite one, or they are not 16, 32 or 64.
pub fn read_float(bits: Bits<'_>, little: bool) -> Option<f64> {
    if !matches!(bits.length(), 16 | 32 | 64) {
        return None;
    }
    float_of(word_of(bits, little), bits.length())
}

/// The finite float of a bit pattern.
fn float_of(pattern: u64, size_bits: usize) -> Option<f64> {
    let value = match size_bits {
        16 => float_of_half(pattern as u16),
        32 => f64::from(f32::from_bits(pattern as u32)),
        _ => f64::from_bits(pattern),
    };
    value.is_finite().then_some(value)
}

/// IEEE 754 half precision: 5 bits of exponent, 10 of mantissa.
fn float_of_half(half: u16) -> f64 {
    let (exponent, mantissa) = (half >> 10 & 0x1f, half & 0x3ff);
    let magnitude = match exponent {
        0 => f64::from(mantissa) / f64::from(1 << 24),
        0x1f if mantissa == 0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => f64::from_bits((u64::from(exponent) + 1023 - 15) << 52 | u64::from(mantissa) << 42),
    };
    if half >> 15 == 1 { -magnitude } else { magnitude }
}

/// The nearest half-precision float, the even one of two as near; infinity when the value is too large.
fn half_of(value: f64) -> u16 {
    let sign = ((value.to_bits() >> 63) as u16) << 15;
    let magnitude = value.abs();
    if magnitude < 1.0 / f64::from(1 << 14) {
        // Below the least normal number the mantissa counts steps of 2^-24; a full one is that normal number.
        return sign | libm::rint(magnitude * f64::from(1 << 24)) as u16;
    }
    let bits = magnitude.to_bits();
    let rounded = bits + (1 << 41) - 1 + (bits >> 42 & 1);
    let half = (rounded >> 42).saturating_sub((1023 - 15) << 10);
    sign | half.min(0x7c00) as u16
}

/// The bits a character takes in UTF-8; `None` when it is none.
pub fn utf8_size(character: u32) -> Option<usize> {
    char::from_u32(character).map(|character| character.len_utf8() * 8)
}

/// The bits a character takes in UTF-16; `None` when it is none.
pub fn utf16_size(character: u32) -> Option<usize> {
    char::from_u32(character).map(|character| character.len_utf16() * 16)
}

/// Whether a number is a character: not a surrogate and not above 10FFFF.
pub fn is_character(number: u32) -> bool {
    char::from_u32(number).is_some()
}

/// Writes a character in UTF-8 and gives the bits it took; `None` when it is none.
pub fn write_utf8(dest: &mut [u8], at_bit: usize, character: u32) -> Option<usize> {
    let mut room = [0; 4];
    let text = char::from_u32(character)?.encode_utf8(&mut room);
    write_bits(dest, at_bit, Bits::of_bytes(text.as_bytes()));
    Some(text.len() * 8)
}

/// Writes a character in UTF-16 and gives the bits it took; `None` when it is none.
pub fn write_utf16(dest: &mut [u8], at_bit: usize, little: bool, character: u32) -> Option<usize> {
    let mut room = [0; 2];
    let units = char::from_u32(character)?.encode_utf16(&mut room);
    for (place, unit) in units.iter().enumerate() {
        let unit = if little { unit.swap_bytes() } else { *unit };
        write_unsigned(dest, at_bit + place * 16, 16, u64::from(unit));
    }
    Some(units.len() * 16)
}

/// Writes a character in UTF-32 and gives the bits it took; `None` when it is none.
pub fn write_utf32(dest: &mut [u8], at_bit: usize, little: bool, character: u32) -> Option<usize> {
    char::from_u32(character)?;
    let unit = if little { character.swap_bytes() } else { character };
    write_unsigned(dest, at_bit, 32, u64::from(unit));
    Some(32)
}

/// The character the bits begin with in UTF-8, and the bits it takes; `None` when there is no valid one.
pub fn read_utf8(bits: Bits<'_>) -> Option<(u32, usize)> {
    let first = bits.byte(0).filter(|_| bits.length() >= 8)?;
    let size = match first {
        0..0x80 => return Some((u32::from(first), 8)),
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return None,
    };
    if bits.length() < size * 8 {
        return None;
    }
    let bytes = (bits.get_u64(0, size * 8) as u32) << (32 - size * 8);
    let bytes = bytes.to_be_bytes();
    let character = core::str::from_utf8(&bytes[..size]).ok()?.chars().next()?;
    Some((u32::from(character), size * 8))
}

/// The character the bits begin with in UTF-16, and the bits it takes; `None` when there is no valid one.
pub fn read_utf16(bits: Bits<'_>, little: bool) -> Option<(u32, usize)> {
    let unit = |place: usize| {
        let first = place * 16;
        (first + 16 <= bits.length()).then(|| word_of(bits.sub(first, 16), little) as u16)
    };
    let first = unit(0)?;
    if !(0xd800..0xe000).contains(&first) {
        return Some((u32::from(first), 16));
    }
    let character = char::decode_utf16([first, unit(1)?]).next()?.ok()?;
    Some((u32::from(character), 32))
}

/// The character the bits begin with in UTF-32, and the bits it takes; `None` when there is no valid one.
pub fn read_utf32(bits: Bits<'_>, little: bool) -> Option<(u32, usize)> {
    if bits.length() < 32 {
        return None;
    }
    let character = char::from_u32(word_of(bits.sub(0, 32), little) as u32)?;
    Some((u32::from(character), 32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::integer::{parse, to_text};
    use alloc::vec;
    use alloc::vec::Vec;

    /// Offset, size, whether little-endian, the integer in base 16, and the bytes OTP 25 gives for
    /// `<<0:Offset, Integer:Size>>`.
    const SEGMENTS: &[(usize, usize, bool, &str, &[u8])] = &[
        (0, 12, false, "ABC", &[171, 192]),
        (0, 12, true, "ABC", &[188, 160]),
        (3, 12, false, "ABC", &[21, 120]),
        (3, 12, true, "ABC", &[23, 148]),
        (5, 33, false, "-2", &[7, 255, 255, 255, 248]),
        (5, 33, true, "-2", &[7, 247, 255, 255, 252]),
        (1, 64, false, "123456789ABCDEF", &[0, 145, 162, 179, 196, 213, 230, 247, 128]),
        (1, 64, true, "123456789ABCDEF", &[119, 230, 213, 196, 179, 162, 145, 128, 128]),
        (7, 65, false, "-123456789ABCDEF01", &[0, 220, 186, 152, 118, 84, 50, 16, 255]),
        (7, 65, true, "-123456789ABCDEF01", &[1, 254, 32, 100, 168, 237, 49, 117, 184]),
        (0, 77, false, "-400000000000000003", &[253, 255, 255, 255, 255, 255, 255, 255, 255, 232]),
        (0, 77, true, "-400000000000000003", &[253, 255, 255, 255, 255, 255, 255, 255, 191, 248]),
        (4, 100, false, "100000000000000000000", &[0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        (4, 100, true, "100000000000000000000", &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0]),
        (2, 3, false, "-1", &[56]),
        (2, 3, true, "-1", &[56]),
    ];

    #[test]
    fn integers_of_any_size_stand_anywhere() {
        let arena = Arena::new();
        for (offset, size, little, text, expected) in SEGMENTS {
            let value = parse(&arena, text.as_bytes(), 16)
                .and_then(Result::ok)
                .expect(text)
                .as_integer()
                .expect(text);
            let mut bytes = vec![0; expected.len()];
            write_integer(&mut bytes, *offset, *size, *little, value);
            assert_eq!(bytes, *expected);
            let mut around = vec![0xff; expected.len()];
            write_integer(&mut around, *offset, *size, *little, value);
            let same = Bits::new(&around, *offset, *size);
            assert!(same == Bits::new(expected, *offset, *size), "bits in between");
            let ones = around.iter().map(|byte| byte.count_ones()).sum::<u32>();
            let inside = expected.iter().map(|byte| byte.count_ones()).sum::<u32>();
            assert_eq!(ones as usize - inside as usize, expected.len() * 8 - size, "bits around");
            if value.bit_length() < *size {
                let read = read_integer(same, true, *little, &arena).ok().and_then(|term| term.as_integer());
                assert_eq!(to_text(read.expect("an integer"), 16, true), text.as_bytes());
            }
        }
    }

    #[test]
    fn copies_keep_bits_and_clear_the_spare() {
        let bytes: Vec<u8> = (0..30u8).map(|byte| byte.wrapping_mul(37) ^ 0x5b).collect();
        for offset in 0..20 {
            for length in 0..150 {
                let bits = Bits::new(&bytes, offset, length);
                let mut copy = vec![0xff; bits.byte_count()];
                bits.copy_to(&mut copy);
                assert!(Bits::new(&copy, 0, length) == bits);
                assert!(bits.bytes().eq(copy.iter().copied()));
                for to in 0..9 {
                    let mut written = vec![0; 32];
                    write_bits(&mut written, to, bits);
                    assert!(Bits::new(&written, to, length) == bits);
                }
            }
        }
    }

    #[test]
    fn the_shorter_of_two_equal_beginnings_is_less() {
        let order = |left: &[u8], bits: usize, right: &[u8], others: usize| {
            Bits::new(left, 0, bits).order(Bits::new(right, 0, others))
        };
        assert_eq!(order(&[0x80], 1, &[0x80], 2), Ordering::Less);
        assert_eq!(order(&[0x80], 1, &[0x7f], 8), Ordering::Greater);
        assert_eq!(order(&[1, 2], 16, &[1, 3], 15), Ordering::Greater);
        assert_eq!(order(&[1, 2], 16, &[1, 3], 16), Ordering::Less);
        assert_eq!(order(&[1, 2, 3], 24, &[1, 2, 3], 24), Ordering::Equal);
        let long = [7; 40];
        assert_eq!(Bits::new(&long, 8, 256).order(Bits::new(&long, 0, 256)), Ordering::Equal);
        assert_eq!(Bits::new(&[0xff, 0, 1], 4, 17).order(Bits::new(&[0xf0, 0, 1], 0, 17)), Ordering::Equal);
    }

    #[test]
    fn floats_have_three_sizes() {
        // Each value with the 16 bits OTP 25 writes for it.
        for (value, half) in [
            (0.0, 0u16),
            (-0.0, 0x8000),
            (1.0e-8, 0),
            (5.960_464_477_539_063e-8, 1),
            (2.98e-8, 0),
            (2.99e-8, 1),
            (1.000_488_281_25, 0x3c00),
            (1.001_464_843_75, 0x3c02),
            (1.000_488_281_250_000_2, 0x3c01),
            (65504.0, 0x7bff),
            (65519.99, 0x7bff),
            (65520.0, 0x7c00),
            (-1.0e30, 0xfc00),
        ] {
            let mut bytes = [0; 3];
            assert_eq!(write_float(&mut bytes, 3, 16, false, value), Ok(()));
            assert_eq!(Bits::new(&bytes, 3, 16).get_u64(0, 16) as u16, half, "{value}");
        }
        for size in [16, 32, 64] {
            for little in [false, true] {
                let mut bytes = [0; 10];
                assert_eq!(write_float(&mut bytes, 5, size, little, -1.5), Ok(()));
                assert_eq!(read_float(Bits::new(&bytes, 5, size), little), Some(-1.5));
            }
        }
        assert_eq!(read_float(Bits::of_bytes(&[0x7c, 0]), false), None);
        assert_eq!(read_float(Bits::of_bytes(&[0x7f, 0xc0, 0, 0]), false), None);
        assert_eq!(read_float(Bits::of_bytes(&[0, 0, 0]), false), None);
        assert_eq!(write_float(&mut [0; 8], 0, 24, false, 1.0), Err(FloatSizeError));
    }

    #[test]
    fn characters_are_read_strictly() {
        for (bytes, expected) in [
            (&[0x41][..], Some((0x41, 8))),
            (&[0xc3, 0xa9, 0], Some((0xe9, 16))),
            (&[0xf4, 0x8f, 0xbf, 0xbf], Some((0x10ffff, 32))),
            (&[0xc0, 0x80], None),
            (&[0xed, 0xa0, 0x80], None),
            (&[0xf4, 0x90, 0x80, 0x80], None),
            (&[0xe2, 0x82], None),
            (&[0x80], None),
            (&[], None),
        ] {
            assert_eq!(read_utf8(Bits::of_bytes(bytes)), expected, "{bytes:x?}");
        }
        assert_eq!(read_utf16(Bits::of_bytes(&[0xd8, 0, 0xdc, 1]), false), Some((0x10001, 32)));
        assert_eq!(read_utf16(Bits::of_bytes(&[0xd8, 0, 0, 1]), false), None);
        assert_eq!(read_utf16(Bits::of_bytes(&[0, 0xdc]), true), None);
        assert_eq!(read_utf32(Bits::of_bytes(&[0, 0, 0xd8, 0]), false), None);
        for character in [0, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff] {
            for little in [false, true] {
                let mut room = [0; 5];
                let size = write_utf8(&mut room, 3, character).expect("a character");
                assert_eq!(read_utf8(Bits::new(&room, 3, size)), Some((character, size)));
                let size = write_utf16(&mut room, 3, little, character).expect("a character");
                assert_eq!(read_utf16(Bits::new(&room, 3, size), little), Some((character, size)));
                let size = write_utf32(&mut room, 3, little, character).expect("a character");
                assert_eq!(read_utf32(Bits::new(&room, 3, size), little), Some((character, size)));
            }
        }
        assert_eq!((utf8_size(0xd800), utf16_size(0x110000), is_character(0xdfff)), (None, None, false));
    }
}
