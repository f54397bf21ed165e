//! Integers of any size: a view of one, and arithmetic that makes new ones.
//!
//! Invariants: a view's magnitude has no leading zero word; every result is made by `Arena::integer`, so it is
//! small where it fits; no result has more than [`MAX_BITS`] bits.
//! Sums, shifts and bitwise operations walk the words here; products, quotients and radix conversion of long
//! numbers are the big-number crate's, which nothing else in this crate names.
//! Deliberately absent: what is an error in Erlang (`badarith`). Callers check types and zero divisors.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::cmp::Ordering;

use dashu_int::UBig;

use crate::heap::{Arena, OutOfMemory};

use super::Term;

/// The most bits an integer may have: 65535 words of 64, as OTP 27 and later; earlier ones allow eight times that.
pub const MAX_BITS: usize = 65535 * 64;

const WORD_BITS: usize = usize::BITS as usize;

/// Products of at most this many words a factor are made in place.
const SHORT_WORDS: usize = 16;

#[cfg(target_pointer_width = "64")]
type Wide = u128;
#[cfg(target_pointer_width = "32")]
type Wide = u64;
#[cfg(target_pointer_width = "64")]
type SignedWide = i128;
#[cfg(target_pointer_width = "32")]
type SignedWide = i64;

/// Why an integer could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerError {
    /// It would have more than [`MAX_BITS`] bits.
    SystemLimit,
    /// There is no memory for it.
    OutOfMemory,
}

impl From<OutOfMemory> for IntegerError {
    fn from(_: OutOfMemory) -> Self {
        IntegerError::OutOfMemory
    }
}

/// An integer just made.
pub type Computed<'h> = Result<Term<'h>, IntegerError>;

/// An integer to look at: a value, or the words of one.
#[derive(Clone, Copy, Debug)]
pub struct Integer<'h>(View<'h>);

#[derive(Clone, Copy, Debug)]
enum View<'h> {
    Small(isize),
    Big(bool, &'h [usize]),
}

impl<'h> Integer<'h> {
    /// An integer of one word.
    #[inline(always)]
    pub const fn small(value: isize) -> Self {
        Integer(View::Small(value))
    }

    /// An integer of a sign and a magnitude: words, least significant first.
    pub fn big(negative: bool, magnitude: &'h [usize]) -> Self {
        let magnitude = trimmed(magnitude);
        match magnitude {
            [] => Integer::small(0),
            _ => Integer(View::Big(negative, magnitude)),
        }
    }

    /// The sign and the magnitude, whose words are in `room` when the view holds none.
    fn parts<'a>(self, room: &'a mut usize) -> (bool, &'a [usize])
    where
        'h: 'a,
    {
        match self.0 {
            View::Small(value) => {
                *room = value.unsigned_abs();
                (value < 0, trimmed(core::slice::from_ref(room)))
            }
            View::Big(negative, magnitude) => (negative, magnitude),
        }
    }

    /// The value, when it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self.0 {
            View::Small(value) => Some(value as i64),
            View::Big(negative, magnitude) => {
                let value = low_u64(magnitude)?;
                if negative { 0i64.checked_sub_unsigned(value) } else { i64::try_from(value).ok() }
            }
        }
    }

    /// The value, when it is not negative and fits.
    pub fn to_u64(self) -> Option<u64> {
        match self.0 {
            View::Small(value) => u64::try_from(value).ok(),
            View::Big(true, _) => None,
            View::Big(false, magnitude) => low_u64(magnitude),
        }
    }

    /// The nearest float, the even one of two as near; `None` beyond the greatest.
    pub fn to_f64(self) -> Option<f64> {
        let (negative, magnitude) = match self.0 {
            View::Small(value) => return Some(value as f64),
            View::Big(negative, magnitude) => (negative, magnitude),
        };
        let bits = magnitude_bits(magnitude);
        if bits > 1024 {
            return None;
        }
        let dropped = bits.saturating_sub(64);
        let mut top = bits_at(magnitude, dropped);
        // A bit lost below makes a tie no tie: it is remembered in the last place, far below the rounding.
        if lost_bits(magnitude, dropped) {
            top |= 1;
        }
        let value = top as f64 * power_of_two(dropped);
        if value.is_infinite() {
            return None;
        }
        Some(if negative { -value } else { value })
    }

    /// -1, 0 or 1.
    pub fn sign(self) -> i32 {
        match self.0 {
            View::Small(value) => value.signum() as i32,
            View::Big(true, _) => -1,
            View::Big(false, _) => 1,
        }
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.sign() < 0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.sign() == 0
    }

    /// The bits of the magnitude: 0 of zero, 8 of 255 and of -255.
    pub fn bit_length(self) -> usize {
        magnitude_bits(self.parts(&mut 0).1)
    }

    /// The words of a magnitude that is beyond the small ones, least significant first.
    pub(super) fn long_magnitude(self) -> &'h [usize] {
        match self.0 {
            View::Small(_) => &[],
            View::Big(_, magnitude) => trimmed(magnitude),
        }
    }

    /// The magnitude's bytes that are needed, least significant first.
    pub fn magnitude_bytes(self) -> Vec<u8> {
        let mut room = 0;
        let (_, magnitude) = self.parts(&mut room);
        let mut bytes: Vec<u8> = magnitude.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(magnitude_bits(magnitude).div_ceil(8));
        bytes
    }

    /// Where it stands to another.
    pub fn order(self, other: Integer<'_>) -> Ordering {
        if let (View::Small(left), View::Small(right)) = (self.0, other.0) {
            return left.cmp(&right);
        }
        let (mut left_room, mut right_room) = (0, 0);
        let (left_negative, left) = self.parts(&mut left_room);
        let (right_negative, right) = other.parts(&mut right_room);
        match (left_negative, right_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => magnitude_order(left, right),
            (true, true) => magnitude_order(right, left),
        }
    }

    /// Where it stands to a float, exactly: no rounding makes them equal.
    pub fn order_float(self, float: f64) -> Ordering {
        if float.is_infinite() {
            return if float > 0.0 { Ordering::Less } else { Ordering::Greater };
        }
        let whole = libm::trunc(float);
        let (mantissa, exponent) = split(whole);
        let mut words = [0usize; 1088 / 32];
        let magnitude = shifted_into(&mut words, mantissa, exponent);
        self.order(Integer::big(whole < 0.0, magnitude)).then_with(|| {
            // The whole parts are equal: the float's fraction decides.
            0.0f64.partial_cmp(&(float - whole)).unwrap_or(Ordering::Equal)
        })
    }

    /// The two's complement of the value, word by word.
    pub(super) fn complement<'a>(self, room: &'a mut usize) -> Complement<'a>
    where
        'h: 'a,
    {
        let (negative, magnitude) = self.parts(room);
        let lowest = magnitude.iter().position(|word| *word != 0).unwrap_or(0);
        Complement { negative, magnitude, lowest }
    }
}

impl PartialEq for Integer<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.order(*other).is_eq()
    }
}

/// An integer as endless words of its two's complement.
pub(super) struct Complement<'a> {
    negative: bool,
    magnitude: &'a [usize],
    lowest: usize,
}

impl Complement<'_> {
    /// The word at this place, 0 the least significant.
    pub(super) fn word(&self, place: usize) -> usize {
        let word = self.magnitude.get(place).copied().unwrap_or(0);
        match (self.negative, place.cmp(&self.lowest)) {
            (false, _) | (true, Ordering::Less) => word,
            (true, Ordering::Equal) => word.wrapping_neg(),
            (true, Ordering::Greater) => !word,
        }
    }

    /// The byte at this place, 0 the least significant.
    pub(super) fn byte(&self, place: usize) -> u8 {
        (self.word(place / size_of::<usize>()) >> (place % size_of::<usize>() * 8)) as u8
    }
}

/// Words to compute in: few are on the stack.
pub(super) struct Digits {
    near: [usize; 2 * SHORT_WORDS],
    far: Vec<usize>,
    length: usize,
}

impl Digits {
    /// This many words of zero.
    pub(super) fn zeros(length: usize) -> Result<Self, OutOfMemory> {
        let mut far = Vec::new();
        if length > 2 * SHORT_WORDS {
            far.try_reserve_exact(length).map_err(|_| OutOfMemory)?;
            far.resize(length, 0);
        }
        Ok(Digits { near: [0; 2 * SHORT_WORDS], far, length })
    }

    fn copy_of(words: &[usize], length: usize) -> Result<Self, OutOfMemory> {
        let mut digits = Digits::zeros(length)?;
        digits.words_mut()[..words.len()].copy_from_slice(words);
        Ok(digits)
    }

    /// The words, least significant first.
    pub(super) fn words(&self) -> &[usize] {
        if self.length > 2 * SHORT_WORDS { &self.far } else { &self.near[..self.length] }
    }

    /// The words, least significant first, to change.
    pub(super) fn words_mut(&mut self) -> &mut [usize] {
        if self.length > 2 * SHORT_WORDS { &mut self.far } else { &mut self.near[..self.length] }
    }
}

/// The integer of a sign and a magnitude, if it is within the limit.
pub(super) fn built<'h>(arena: &'h Arena, negative: bool, magnitude: &[usize]) -> Computed<'h> {
    if magnitude_bits(magnitude) > MAX_BITS {
        return Err(IntegerError::SystemLimit);
    }
    Ok(arena.integer(negative, magnitude)?)
}

fn built_wide(arena: &Arena, value: SignedWide) -> Computed<'_> {
    if let Some(small) = isize::try_from(value).ok().and_then(Term::small) {
        return Ok(small);
    }
    let magnitude = value.unsigned_abs();
    Ok(arena.integer(value < 0, &[magnitude as usize, (magnitude >> WORD_BITS) as usize])?)
}

/// `a + b`.
pub fn add<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    if let (View::Small(left), View::Small(right)) = (a.0, b.0) {
        return built_wide(arena, left as SignedWide + right as SignedWide);
    }
    let (mut a_room, mut b_room) = (0, 0);
    let (a_negative, left) = a.parts(&mut a_room);
    let (b_negative, right) = b.parts(&mut b_room);
    signed_sum(arena, (a_negative, left), (b_negative, right))
}

/// `a - b`.
pub fn sub<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    if let (View::Small(left), View::Small(right)) = (a.0, b.0) {
        return built_wide(arena, left as SignedWide - right as SignedWide);
    }
    let (mut a_room, mut b_room) = (0, 0);
    let (a_negative, left) = a.parts(&mut a_room);
    let (b_negative, right) = b.parts(&mut b_room);
    signed_sum(arena, (a_negative, left), (!b_negative, right))
}

fn signed_sum<'h>(
    arena: &'h Arena,
    (left_negative, left): (bool, &[usize]),
    (right_negative, right): (bool, &[usize]),
) -> Computed<'h> {
    let (long, short, negative) = match magnitude_order(left, right) {
        Ordering::Less => (right, left, right_negative),
        _ => (left, right, left_negative),
    };
    let mut digits = Digits::copy_of(long, long.len() + 1)?;
    if left_negative == right_negative {
        increase(digits.words_mut(), short);
    } else {
        decrease(digits.words_mut(), short);
    }
    built(arena, negative, digits.words())
}

/// `a * b`.
pub fn mul<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    if let (View::Small(left), View::Small(right)) = (a.0, b.0) {
        return built_wide(arena, left as SignedWide * right as SignedWide);
    }
    let (mut a_room, mut b_room) = (0, 0);
    let (a_negative, left) = a.parts(&mut a_room);
    let (b_negative, right) = b.parts(&mut b_room);
    let negative = a_negative != b_negative;
    if left.len().min(right.len()) == 0 {
        return Ok(Term::small_number(0));
    }
    if magnitude_bits(left) + magnitude_bits(right) > MAX_BITS + 1 {
        return Err(IntegerError::SystemLimit);
    }
    if left.len().max(right.len()) <= SHORT_WORDS {
        let mut digits = Digits::zeros(left.len() + right.len())?;
        multiply(digits.words_mut(), left, right);
        return built(arena, negative, digits.words());
    }
    built_far(arena, negative, &(far(left) * far(right)))
}

/// `a div b`, towards zero; `b` is not zero.
pub fn div<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    divide(arena, a, b).map(|(quotient, _)| quotient)?
}

/// `a rem b`, with the sign of `a`; `b` is not zero.
pub fn rem<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    divide(arena, a, b).map(|(_, remainder)| remainder)?
}

type Division<'h> = (Computed<'h>, Computed<'h>);

fn divide<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Result<Division<'h>, IntegerError> {
    if let (View::Small(left), View::Small(right)) = (a.0, b.0) {
        let (left, right) = (left as SignedWide, right as SignedWide);
        return Ok((built_wide(arena, left / right), built_wide(arena, left % right)));
    }
    let (mut a_room, mut b_room) = (0, 0);
    let (a_negative, left) = a.parts(&mut a_room);
    let (b_negative, right) = b.parts(&mut b_room);
    let negative = a_negative != b_negative;
    if magnitude_order(left, right).is_lt() {
        return Ok((Ok(Term::small_number(0)), built(arena, a_negative, left)));
    }
    if let [divisor] = right {
        let mut digits = Digits::copy_of(left, left.len())?;
        let remainder = divide_by_word(digits.words_mut(), *divisor);
        return Ok((built(arena, negative, digits.words()), built(arena, a_negative, &[remainder])));
    }
    let (left, right) = (far(left), far(right));
    Ok((built_far(arena, negative, &(&left / &right)), built_far(arena, a_negative, &(left % right))))
}

/// `-a`.
pub fn negate<'h>(arena: &'h Arena, a: Integer<'_>) -> Computed<'h> {
    let mut room = 0;
    let (negative, magnitude) = a.parts(&mut room);
    built(arena, !negative, magnitude)
}

/// The magnitude of `a`.
pub fn abs<'h>(arena: &'h Arena, a: Integer<'_>) -> Computed<'h> {
    built(arena, false, a.parts(&mut 0).1)
}

/// `bnot a`.
pub fn bnot<'h>(arena: &'h Arena, a: Integer<'_>) -> Computed<'h> {
    let mut room = 0;
    let (negative, magnitude) = a.parts(&mut room);
    signed_sum(arena, (!negative, magnitude), (true, &[1]))
}

/// `a band b`.
pub fn band<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    bitwise(arena, a, b, |left, right| left & right)
}

/// `a bor b`.
pub fn bor<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    bitwise(arena, a, b, |left, right| left | right)
}

/// `a bxor b`.
pub fn bxor<'h>(arena: &'h Arena, a: Integer<'_>, b: Integer<'_>) -> Computed<'h> {
    bitwise(arena, a, b, |left, right| left ^ right)
}

fn bitwise<'h>(
    arena: &'h Arena,
    a: Integer<'_>,
    b: Integer<'_>,
    combine: fn(usize, usize) -> usize,
) -> Computed<'h> {
    if let (View::Small(left), View::Small(right)) = (a.0, b.0) {
        return built_wide(arena, combine(left as usize, right as usize) as isize as SignedWide);
    }
    let (mut a_room, mut b_room) = (0, 0);
    let (left, right) = (a.complement(&mut a_room), b.complement(&mut b_room));
    // One word more than the longer holds the sign.
    let mut digits = Digits::zeros(left.magnitude.len().max(right.magnitude.len()) + 1)?;
    for (place, word) in digits.words_mut().iter_mut().enumerate() {
        *word = combine(left.word(place), right.word(place));
    }
    let negative = digits.words().last().is_some_and(|word| (*word as isize) < 0);
    if negative {
        negate_words(digits.words_mut());
    }
    built(arena, negative, digits.words())
}

/// `a` times two to the power of `bits`.
pub fn shift_left<'h>(arena: &'h Arena, a: Integer<'_>, bits: usize) -> Computed<'h> {
    if a.is_zero() {
        return Ok(Term::small_number(0));
    }
    if let View::Small(value) = a.0
        && bits < WORD_BITS
    {
        return built_wide(arena, (value as SignedWide) << bits);
    }
    if a.bit_length().saturating_add(bits) > MAX_BITS {
        return Err(IntegerError::SystemLimit);
    }
    let mut room = 0;
    let (negative, magnitude) = a.parts(&mut room);
    let (words, shift) = (bits / WORD_BITS, bits % WORD_BITS);
    let mut digits = Digits::zeros(magnitude.len() + words + 1)?;
    let mut carry = 0;
    for (to, word) in digits.words_mut()[words..].iter_mut().zip(magnitude.iter().chain(&[0])) {
        let wide = (*word as Wide) << shift;
        *to = wide as usize | carry;
        carry = (wide >> WORD_BITS) as usize;
    }
    built(arena, negative, digits.words())
}

/// `a` divided by two to the power of `bits`, rounded down.
pub fn shift_right<'h>(arena: &'h Arena, a: Integer<'_>, bits: usize) -> Computed<'h> {
    if let View::Small(value) = a.0 {
        return built_wide(arena, (value >> bits.min(WORD_BITS - 1)) as SignedWide);
    }
    let mut room = 0;
    let (negative, magnitude) = a.parts(&mut room);
    let words = bits / WORD_BITS;
    let mut digits = Digits::zeros(magnitude.len().saturating_sub(words) + 1)?;
    for (place, to) in digits.words_mut().iter_mut().enumerate() {
        *to = bits_at(magnitude, bits.saturating_add(place * WORD_BITS)) as usize;
    }
    if negative && lost_bits(magnitude, bits) {
        increase(digits.words_mut(), &[1]);
    }
    built(arena, negative, digits.words())
}

/// The integer of a sign and the bytes of a magnitude, least significant first.
pub fn from_magnitude_bytes<'h>(arena: &'h Arena, negative: bool, bytes: &[u8]) -> Computed<'h> {
    let bytes = &bytes[..bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)];
    if bytes.len() > MAX_BITS / 8 {
        return Err(IntegerError::SystemLimit);
    }
    let mut digits = Digits::zeros(bytes.len().div_ceil(size_of::<usize>()))?;
    for (word, chunk) in digits.words_mut().iter_mut().zip(bytes.chunks(size_of::<usize>())) {
        *word = chunk.iter().rev().fold(0, |word, byte| word << 8 | usize::from(*byte));
    }
    built(arena, negative, digits.words())
}

/// The integer part of a finite float.
pub fn from_f64_truncated(arena: &Arena, value: f64) -> Computed<'_> {
    let whole = libm::trunc(value);
    // Within 2^62 the cast is exact.
    if whole.abs() < 4.6e18 {
        return Ok(arena.i64(whole as i64)?);
    }
    let (mantissa, exponent) = split(whole);
    let mut words = [0usize; 1088 / 32];
    built(arena, whole < 0.0, shifted_into(&mut words, mantissa, exponent))
}

/// The integer nearest to a finite float, of two as near the one further from zero.
pub fn from_f64_rounded(arena: &Arena, value: f64) -> Computed<'_> {
    from_f64_truncated(arena, libm::round(value))
}

/// The greatest integer not above a finite float.
pub fn from_f64_floor(arena: &Arena, value: f64) -> Computed<'_> {
    from_f64_truncated(arena, libm::floor(value))
}

/// The least integer not below a finite float.
pub fn from_f64_ceiling(arena: &Arena, value: f64) -> Computed<'_> {
    from_f64_truncated(arena, libm::ceil(value))
}

/// The integer written in `radix` (2 to 36): an optional sign, then digits of either case and nothing else.
/// `None` when the text is no such thing.
pub fn parse<'h>(arena: &'h Arena, text: &[u8], radix: u32) -> Option<Computed<'h>> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    if digits.is_empty() || !digits.iter().all(|digit| (*digit as char).is_digit(radix)) {
        return None;
    }
    let significant = digits.iter().position(|digit| *digit != b'0').unwrap_or(digits.len());
    let digits = &digits[significant..];
    if digits.len() <= 12 {
        let value = digits
            .iter()
            .filter_map(|digit| (*digit as char).to_digit(radix))
            .fold(0i64, |value, digit| value * i64::from(radix) + i64::from(digit));
        return Some(arena.i64(if negative { -value } else { value }).map_err(IntegerError::from));
    }
    // A digit has at least `ilog2` bits, so this refuses nothing that is within the limit.
    if (digits.len() - 1).saturating_mul(radix.ilog2() as usize) > MAX_BITS {
        return Some(Err(IntegerError::SystemLimit));
    }
    let digits = core::str::from_utf8(digits).ok()?;
    Some(built_far(arena, negative, &UBig::from_str_radix(digits, radix).ok()?))
}

/// The integer written in `radix` (2 to 36), with a minus sign where it is negative.
pub fn to_text(integer: Integer<'_>, radix: u32, uppercase: bool) -> Vec<u8> {
    let mut room = 0;
    let (negative, magnitude) = integer.parts(&mut room);
    let mut text = Vec::new();
    if let [] | [_] = magnitude {
        let mut rest = magnitude.first().copied().unwrap_or(0);
        while text.is_empty() || rest > 0 {
            let digit = char::from_digit((rest % radix as usize) as u32, radix).unwrap_or('0');
            text.push(digit as u8);
            rest /= radix as usize;
        }
        text.extend(negative.then_some(b'-'));
        text.reverse();
    } else {
        text.extend(negative.then_some(b'-'));
        text.extend(far(magnitude).in_radix(radix as u8).to_string().into_bytes());
    }
    if uppercase {
        text.make_ascii_uppercase();
    }
    text
}

/// The magnitude as a number of the big-number crate, whose words are as wide as ours on every target.
fn far(magnitude: &[usize]) -> UBig {
    let words: Vec<dashu_int::Word> = magnitude.iter().map(|word| *word as dashu_int::Word).collect();
    UBig::from_words(&words)
}

fn built_far<'h>(arena: &'h Arena, negative: bool, magnitude: &UBig) -> Computed<'h> {
    let words = magnitude.as_words();
    let mut digits = Digits::zeros(words.len())?;
    for (to, word) in digits.words_mut().iter_mut().zip(words) {
        *to = *word as usize;
    }
    built(arena, negative, digits.words())
}

/// A magnitude without leading zero words.
fn trimmed(words: &[usize]) -> &[usize] {
    match words {
        [.., last] if *last != 0 => words,
        _ => &words[..words.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1)],
    }
}

fn magnitude_bits(words: &[usize]) -> usize {
    let words = trimmed(words);
    words.last().map_or(0, |last| words.len() * WORD_BITS - last.leading_zeros() as usize)
}

fn magnitude_order(left: &[usize], right: &[usize]) -> Ordering {
    let (left, right) = (trimmed(left), trimmed(right));
    left.len().cmp(&right.len()).then_with(|| left.iter().rev().cmp(right.iter().rev()))
}

fn low_u64(magnitude: &[usize]) -> Option<u64> {
    if magnitude_bits(magnitude) <= 64 { Some(bits_at(magnitude, 0)) } else { None }
}

/// 64 bits of a magnitude from this bit up.
fn bits_at(magnitude: &[usize], bit: usize) -> u64 {
    let (first, shift) = (bit / WORD_BITS, bit % WORD_BITS);
    let mut value = 0u64;
    for (index, word) in magnitude.iter().skip(first).take(64 / WORD_BITS + 1).enumerate() {
        let up = index * WORD_BITS;
        if up >= shift {
            value |= (*word as u64).checked_shl((up - shift) as u32).unwrap_or(0);
        } else {
            value |= *word as u64 >> shift;
        }
    }
    value
}

/// Whether a magnitude has a bit set below this one.
fn lost_bits(magnitude: &[usize], bit: usize) -> bool {
    let (words, shift) = (bit / WORD_BITS, bit % WORD_BITS);
    magnitude.iter().take(words).any(|word| *word != 0)
        || magnitude.get(words).is_some_and(|word| word & ((1 << shift) - 1) != 0)
}

/// Adds a magnitude to one that has room for the sum.
fn increase(words: &mut [usize], other: &[usize]) {
    let mut carry = false;
    for (place, word) in words.iter_mut().enumerate() {
        let add = other.get(place).copied().unwrap_or(0);
        if place >= other.len() && !carry {
            break;
        }
        let (sum, first) = word.overflowing_add(add);
        let (sum, second) = sum.overflowing_add(usize::from(carry));
        (*word, carry) = (sum, first | second);
    }
}

/// Takes a magnitude from one that is not less.
fn decrease(words: &mut [usize], other: &[usize]) {
    let mut borrow = false;
    for (place, word) in words.iter_mut().enumerate() {
        let take = other.get(place).copied().unwrap_or(0);
        if place >= other.len() && !borrow {
            break;
        }
        let (rest, first) = word.overflowing_sub(take);
        let (rest, second) = rest.overflowing_sub(usize::from(borrow));
        (*word, borrow) = (rest, first | second);
    }
}

/// The two's complement of these words.
pub(super) fn negate_words(words: &mut [usize]) {
    words.iter_mut().for_each(|word| *word = !*word);
    increase(words, &[1]);
}

fn multiply(product: &mut [usize], left: &[usize], right: &[usize]) {
    for (first, left) in left.iter().enumerate() {
        let mut carry = 0;
        for (place, right) in right.iter().chain(&[0]).enumerate() {
            let Some(to) = product.get_mut(first + place) else { break };
            let wide = *left as Wide * *right as Wide + *to as Wide + carry as Wide;
            (*to, carry) = (wide as usize, (wide >> WORD_BITS) as usize);
        }
    }
}

/// Divides by a word that is not zero, and gives what remains.
fn divide_by_word(words: &mut [usize], divisor: usize) -> usize {
    let mut remainder = 0;
    for word in words.iter_mut().rev() {
        let wide = ((remainder as Wide) << WORD_BITS) | *word as Wide;
        *word = (wide / divisor as Wide) as usize;
        remainder = (wide % divisor as Wide) as usize;
    }
    remainder
}

/// Two to a power of at most 1023.
fn power_of_two(power: usize) -> f64 {
    f64::from_bits(((power as u64) + 1023) << 52)
}

/// Mantissa and exponent of a whole float's magnitude: `mantissa * 2^exponent`, the exponent not negative.
fn split(whole: f64) -> (u64, usize) {
    let bits = whole.to_bits() & (u64::MAX >> 1);
    let exponent = (bits >> 52) as usize;
    if exponent < 1023 {
        return (0, 0);
    }
    let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
    if exponent < 1023 + 52 {
        (mantissa >> (1023 + 52 - exponent), 0)
    } else {
        (mantissa, exponent - 1023 - 52)
    }
}

/// `mantissa * 2^exponent` in these words, which are zero and enough for any float.
fn shifted_into(words: &mut [usize], mantissa: u64, exponent: usize) -> &[usize] {
    let (first, shift) = (exponent / WORD_BITS, exponent % WORD_BITS);
    let mut rest = u128::from(mantissa) << shift;
    for word in &mut words[first..] {
        *word = rest as usize;
        rest >>= WORD_BITS;
    }
    trimmed(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn made<'h>(arena: &'h Arena, text: &str) -> Integer<'h> {
        parse(arena, text.as_bytes(), 16).and_then(Result::ok).and_then(Term::as_integer).expect(text)
    }

    fn shown(result: Computed<'_>) -> String {
        let integer = result.ok().and_then(Term::as_integer).expect("an integer");
        String::from_utf8(to_text(integer, 16, true)).expect("digits")
    }

    /// `[A, B, A + B, A - B, A * B, A div B, A rem B, A band B, A bor B, A bxor B, bnot A]` of OTP 25.
    const RESULTS: &[[&str; 11]] = &[
        ["7", "-2", "5", "9", "-E", "-3", "1", "6", "-1", "-7", "-8"],
        [
            "800000000000000",
            "800000000000000",
            "1000000000000000",
            "0",
            "400000000000000000000000000000",
            "1",
            "0",
            "800000000000000",
            "800000000000000",
            "0",
            "-800000000000001",
        ],
        [
            "-800000000000000",
            "1",
            "-7FFFFFFFFFFFFFF",
            "-800000000000001",
            "-800000000000000",
            "-800000000000000",
            "0",
            "0",
            "-7FFFFFFFFFFFFFF",
            "-7FFFFFFFFFFFFFF",
            "7FFFFFFFFFFFFFF",
        ],
        [
            "10000000000000000",
            "-3",
            "FFFFFFFFFFFFFFFD",
            "10000000000000003",
            "-30000000000000000",
            "-5555555555555555",
            "1",
            "10000000000000000",
            "-3",
            "-10000000000000003",
            "-10000000000000001",
        ],
        [
            "-10000000000000000",
            "FFFFFFFFFFFFFFFF",
            "-1",
            "-1FFFFFFFFFFFFFFFF",
            "-FFFFFFFFFFFFFFFF0000000000000000",
            "-1",
            "-1",
            "0",
            "-1",
            "-1",
            "FFFFFFFFFFFFFFFF",
        ],
        [
            "3FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "-20000000000000000",
            "3FFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFF",
            "40000000000000001FFFFFFFFFFFFFFFF",
            "-7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE0000000000000000",
            "-1FFFFFFFFFFFFFFFF",
            "1FFFFFFFFFFFFFFFF",
            "3FFFFFFFFFFFFFFFE0000000000000000",
            "-1",
            "-3FFFFFFFFFFFFFFFE0000000000000001",
            "-400000000000000000000000000000000",
        ],
        [
            "-100000000000000000000000000000000",
            "1",
            "-FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "-100000000000000000000000000000001",
            "-100000000000000000000000000000000",
            "-100000000000000000000000000000000",
            "0",
            "0",
            "-FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "-FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ],
        [
            "80000000000000000000000000003039",
            "40000000000000007",
            "80000000000000040000000000003040",
            "7FFFFFFFFFFFFFFC0000000000003032",
            "20000000000000003800000000000C0E4000000000001518F",
            "1FFFFFFFFFFFFFFF",
            "32000000000003040",
            "1",
            "8000000000000004000000000000303F",
            "8000000000000004000000000000303E",
            "-8000000000000000000000000000303A",
        ],
        [
            "123456789ABCDEF0123456789ABCDEF",
            "-FEDCBA9876543210F",
            "123456789ABCDDF13579BE02468ACE0",
            "123456789ABCDFEEEEEEEEEEEEEEEFE",
            "-121FA00AD77D7422469E3A1A3EA75423347E9A0F6729E001",
            "-12492492492492",
            "37ADD75D75D75D761",
            "123456789ABCDE00020446088A8CCE1",
            "-ECC8A88064402001",
            "-123456789ABCDE0ECE8ECE0ECE8ECE2",
            "-123456789ABCDEF0123456789ABCDF0",
        ],
        [
            "0",
            "-10000000000000000000000000",
            "-10000000000000000000000000",
            "10000000000000000000000000",
            "0",
            "0",
            "0",
            "0",
            "-10000000000000000000000000",
            "-10000000000000000000000000",
            "-1",
        ],
    ];

    #[test]
    fn results_are_those_of_otp() {
        let arena = Arena::new();
        for [a, b, sum, difference, product, quotient, remainder, both, either, one, not] in RESULTS {
            let (a, b) = (made(&arena, a), made(&arena, b));
            assert_eq!(shown(add(&arena, a, b)), *sum);
            assert_eq!(shown(sub(&arena, a, b)), *difference);
            assert_eq!(shown(mul(&arena, a, b)), *product);
            assert_eq!(shown(div(&arena, a, b)), *quotient);
            assert_eq!(shown(rem(&arena, a, b)), *remainder);
            assert_eq!(shown(band(&arena, a, b)), *both);
            assert_eq!(shown(bor(&arena, a, b)), *either);
            assert_eq!(shown(bxor(&arena, a, b)), *one);
            assert_eq!(shown(bnot(&arena, a)), *not);
            assert_eq!(shown(sub(&arena, made(&arena, difference), a)), shown(negate(&arena, b)));
        }
    }

    /// `{A, S, A bsl S, A bsr S}` of OTP 25.
    const SHIFTS: &[(&str, usize, &str, &str)] = &[
        ("1", 27, "8000000", "0"),
        ("-1", 63, "-8000000000000000", "-1"),
        ("-5", 1, "-A", "-3"),
        ("123456789ABCDEF", 68, "123456789ABCDEF00000000000000000", "0"),
        ("-10000000000000000000000000", 100, "-100000000000000000000000000000000000000000000000000", "-1"),
        ("-10000000000000000000000001", 100, "-100000000000000000000000010000000000000000000000000", "-2"),
        (
            "-10000000000000000",
            200,
            "-1000000000000000000000000000000000000000000000000000000000000000000",
            "-1",
        ),
        ("FFFFFFFFFFFFFFFFFFFFFFFF", 33, "1FFFFFFFFFFFFFFFFFFFFFFFE00000000", "7FFFFFFFFFFFFFFF"),
    ];

    #[test]
    fn shifts_round_down() {
        let arena = Arena::new();
        for (a, bits, left, right) in SHIFTS {
            let a = made(&arena, a);
            assert_eq!(shown(shift_left(&arena, a, *bits)), *left);
            assert_eq!(shown(shift_right(&arena, a, *bits)), *right);
        }
        assert_eq!(shown(shift_right(&arena, made(&arena, "-10000000000000000"), usize::MAX)), "-1");
    }

    #[test]
    fn nothing_is_longer_than_the_limit() {
        let arena = Arena::new();
        let one = Integer::small(1);
        let most = shift_left(&arena, one, MAX_BITS - 1).ok().and_then(Term::as_integer).expect("the limit");
        assert_eq!(most.bit_length(), MAX_BITS);
        assert_eq!(shift_left(&arena, one, MAX_BITS).err(), Some(IntegerError::SystemLimit));
        assert_eq!(shift_left(&arena, one, usize::MAX).err(), Some(IntegerError::SystemLimit));
        assert_eq!(add(&arena, most, most).err(), Some(IntegerError::SystemLimit));
        assert_eq!(mul(&arena, most, Integer::small(2)).err(), Some(IntegerError::SystemLimit));
        assert!(mul(&arena, most, Integer::small(-1)).is_ok());
    }

    /// Text, radix and `list_to_integer/2` of OTP 25.
    const TEXTS: &[(&str, u32, Option<&str>)] = &[
        ("0", 10, Some("0")),
        ("-0", 10, Some("0")),
        ("+12", 10, Some("C")),
        ("-", 10, None),
        ("", 10, None),
        ("1_0", 10, None),
        (" 1", 10, None),
        ("zZ", 36, Some("50F")),
        ("12", 2, None),
        ("000000000000000000000000000007", 10, Some("7")),
        ("123456789012345678901234567890", 10, Some("18EE90FF6C373E0EE4E3F0AD2")),
        ("-FFFFFFFFFFFFFFFFFF", 16, Some("-FFFFFFFFFFFFFFFFFF")),
        (
            "111111111111111111111111111111111111111111111111111111111111111111111",
            2,
            Some("1FFFFFFFFFFFFFFFFF"),
        ),
    ];

    #[test]
    fn text_is_read_as_strictly_as_by_otp() {
        let arena = Arena::new();
        for (text, radix, value) in TEXTS {
            let read = parse(&arena, text.as_bytes(), *radix).map(shown);
            assert_eq!(read.as_deref(), *value, "{text}");
        }
        let long = alloc::vec![b'9'; 2_000_000];
        assert_eq!(parse(&arena, &long, 10).and_then(Result::err), Some(IntegerError::SystemLimit));
    }

    #[test]
    fn floats_and_integers_compare_exactly() {
        let arena = Arena::new();
        // 2^53 + 1 is no float; 2^53 is.
        let above = made(&arena, "20000000000001");
        assert_eq!(above.order_float(9_007_199_254_740_992.0), Ordering::Greater);
        assert_eq!(above.to_f64(), Some(9_007_199_254_740_992.0));
        assert_eq!(Integer::small(-1).order_float(-0.5), Ordering::Less);
        assert_eq!(Integer::small(0).order_float(-0.0), Ordering::Equal);
        let huge = made(&arena, &alloc::format!("1{}", "0".repeat(256)));
        assert_eq!(huge.to_f64(), None);
        assert_eq!(huge.order_float(f64::MAX), Ordering::Greater);
        // A tie but for the last bit of many goes up, as on OTP 28 and later.
        let tie = made(&arena, "200000000000010000000000000001");
        assert_eq!(tie.to_f64().map(f64::to_bits), Some(0x4740_0000_0000_0001));
        for value in [1.0e300, -123_456_789.75, 1.0e22, 0.5, -0.5, 4.7e18] {
            let whole = from_f64_truncated(&arena, value).ok().and_then(Term::as_integer).expect("whole");
            assert_eq!(whole.to_f64(), Some(libm::trunc(value)));
        }
        assert_eq!(shown(from_f64_rounded(&arena, -2.5)), "-3");
        assert_eq!(shown(from_f64_floor(&arena, -2.5)), "-3");
        assert_eq!(shown(from_f64_ceiling(&arena, -2.5)), "-2");
    }
}
