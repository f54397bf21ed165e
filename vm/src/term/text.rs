//! Floats as text, and back.
//!
//! Invariants: the shortest form reads back as the same float; digits asked for are those of the float's exact
//! value, rounded as `float_to_list/2` of OTP 25 to 29 rounds them.
//! Deliberately absent: which options a program may give, and integers (`integer::to_text`).

use alloc::string::String;
use core::fmt::{self, Write};

/// The most digits `{decimals, N}` may ask for.
pub const MAX_DECIMALS: usize = 253;
/// The most digits `{scientific, N}` may ask for.
pub const MAX_SCIENTIFIC: usize = 249;
/// The digits after the point where a program asks for no form.
pub const DEFAULT_SCIENTIFIC: usize = 20;
/// The longest text `{decimals, N}` gives.
const MAX_CHARACTERS: usize = 255;
/// From here on a float has no fraction, and its shortest form is always scientific.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A short text on the stack.
struct Room<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Room<N> {
    const fn new() -> Self {
        Room { bytes: [0; N], length: 0 }
    }

    fn text(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }
}

impl<const N: usize> Write for Room<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// Writes the shortest text that reads back as this finite float: `0.1`, `1.0e22`.
///
/// Decimal when that is no longer than scientific and the float is below 2^53.
pub fn write_short(out: &mut dyn Write, value: f64) -> fmt::Result {
    let mut room = Room::<32>::new();
    write!(room, "{value:e}")?;
    let (mantissa, exponent) = room.text().split_once('e').unwrap_or((room.text(), "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (first, rest) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let power: i32 = exponent.parse().map_err(|_| fmt::Error)?;
    out.write_str(sign)?;
    // "D.RESTeEXP", where an empty rest is written as one zero.
    let scientific = 3 + rest.len().max(1) + exponent.len();
    let digits = 1 + rest.len() as i32;
    let decimal = if power < 0 {
        // "0." then zeros up to the first digit.
        digits + 1 - power
    } else {
        (power + 1).max(digits) + 1 + i32::from(power + 1 >= digits)
    };
    if value.abs() >= WHOLE || decimal > scientific as i32 {
        return write!(out, "{first}.{}e{exponent}", if rest.is_empty() { "0" } else { rest });
    }
    if power < 0 {
        out.write_str("0.")?;
        (1..-power).try_for_each(|_| out.write_char('0'))?;
        out.write_str(first)?;
        return out.write_str(rest);
    }
    let (whole, fraction) = rest.split_at(rest.len().min(power as usize));
    out.write_str(first)?;
    out.write_str(whole)?;
    (whole.len()..power as usize).try_for_each(|_| out.write_char('0'))?;
    out.write_char('.')?;
    out.write_str(if fraction.is_empty() { "0" } else { fraction })
}

/// The shortest text that reads back as this finite float.
pub fn short(value: f64) -> String {
    let mut text = String::new();
    // A string takes all that is written to it.
    let _ = write_short(&mut text, value);
    text
}

/// The float with this many digits after the point; `compact` leaves out zeros at the end but one.
/// `None` when there are more than [`MAX_DECIMALS`] digits to write, or the text is too long.
pub fn decimals(value: f64, digits: usize, compact: bool) -> Option<String> {
    if digits > MAX_DECIMALS {
        return None;
    }
    let mut text = String::new();
    match Fixed::of(value.abs(), digits) {
        Some(fixed) => {
            text.extend(value.is_sign_negative().then_some('-'));
            fixed.write(&mut text, digits);
        }
        None => write!(text, "{value:.digits$}").ok()?,
    }
    if text.len() > MAX_CHARACTERS {
        return None;
    }
    if compact && digits > 1 {
        let point = text.len() - digits;
        let kept = text[point + 1..].trim_end_matches('0').len();
        text.truncate(point + 1 + kept);
    }
    Some(text)
}

/// Bits of the fraction of a [`Fixed`].
const FRACTION_BITS: u32 = 53;
/// Beyond this many digits (or a float without a fraction) the exact value is rounded, a tie to even.
const FAST_DECIMALS: usize = 18;

/// A float as a whole part and 53 bits of fraction, moved up by half of the last digit: cut off, it is rounded.
struct Fixed {
    whole: u64,
    fraction: u64,
}

impl Fixed {
    fn of(magnitude: f64, digits: usize) -> Option<Fixed> {
        if digits >= FAST_DECIMALS || magnitude > WHOLE {
            return None;
        }
        let ten_power = 10u64.pow(digits as u32) as f64;
        let bits = (magnitude + 0.5 / ten_power).to_bits();
        let power = (bits >> 52) as i32 - 1023;
        let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
        let mask = (1 << FRACTION_BITS) - 1;
        Some(match power {
            52.. => Fixed { whole: mantissa << (power - 52), fraction: 0 },
            0..52 => Fixed { whole: mantissa >> (52 - power), fraction: mantissa << (power + 1) & mask },
            _ => Fixed { whole: 0, fraction: mantissa.checked_shr((-(power + 1)) as u32).unwrap_or(0) },
        })
    }

    fn write(&self, text: &mut String, digits: usize) {
        // A string takes all that is written to it.
        let _ = write!(text, "{}", self.whole);
        text.extend((digits > 0).then_some('.'));
        let mut fraction = self.fraction;
        for _ in 0..digits {
            fraction *= 10;
            text.push(char::from(b'0' + (fraction >> FRACTION_BITS) as u8));
            fraction &= (1 << FRACTION_BITS) - 1;
        }
    }
}

/// Writes `1.50000e+00` with this many digits after the point.
pub fn write_scientific(out: &mut dyn Write, value: f64, digits: usize) -> fmt::Result {
    let mut room = Room::<{ MAX_SCIENTIFIC + 16 }>::new();
    write!(room, "{value:.digits$e}")?;
    let (mantissa, exponent) = room.text().split_once('e').unwrap_or((room.text(), "0"));
    let (sign, power) = exponent.strip_prefix('-').map_or(('+', exponent), |power| ('-', power));
    write!(out, "{mantissa}e{sign}{power:0>2}")
}

/// The float as `1.50000e+00` with this many digits after the point; `None` for more than [`MAX_SCIENTIFIC`].
pub fn scientific(value: f64, digits: usize) -> Option<String> {
    let mut text = String::new();
    if digits > MAX_SCIENTIFIC {
        return None;
    }
    write_scientific(&mut text, value, digits).ok()?;
    Some(text)
}

/// The float this text is, as `list_to_float/1` reads it: a sign perhaps, digits, a point (or a comma), digits,
/// and perhaps an exponent. `None` when the text is anything else, or too large for a float.
pub fn parse(text: &[u8]) -> Option<f64> {
    let unsigned = text.strip_prefix(b"-").or(text.strip_prefix(b"+")).unwrap_or(text);
    let rest = after_digits(unsigned)?;
    let point = text.len() - rest.len();
    let rest = after_digits(rest.strip_prefix(b".").or(rest.strip_prefix(b","))?)?;
    match rest {
        [] => {}
        [b'e' | b'E', exponent @ ..] => {
            let digits = exponent.strip_prefix(b"-").or(exponent.strip_prefix(b"+")).unwrap_or(exponent);
            if !after_digits(digits)?.is_empty() {
                return None;
            }
        }
        _ => return None,
    }
    let text = core::str::from_utf8(text).ok()?;
    let value: f64 = if text.as_bytes()[point] == b',' {
        let mut pointed = String::from(text);
        pointed.replace_range(point..=point, ".");
        pointed.parse().ok()?
    } else {
        text.parse().ok()?
    };
    value.is_finite().then_some(value)
}

/// What follows the digits at the front, of which there is one at least.
fn after_digits(text: &[u8]) -> Option<&[u8]> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 { None } else { Some(&text[count..]) }
}
