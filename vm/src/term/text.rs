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
/// The digits after the point where a program asks for fewer than none.
pub const NEGATIVE_SCIENTIFIC: usize = 6;
/// The digits after the point where a program asks for no form.
pub const DEFAULT_SCIENTIFIC: usize = 20;
/// The longest text that digits asked for may give.
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
    choose_even(&mut room, value)?;
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

/// Of two shortest texts that are as near to the float, takes the even one; `core` gives the greater.
fn choose_even(room: &mut Room<32>, value: f64) -> fmt::Result {
    // Two texts of fewer digits than this are too far apart to be the same float.
    const LEAST_DIGITS: usize = 16;
    let Some(end) = room.text().find('e') else { return Ok(()) };
    let digits = room.text()[..end].bytes().filter(u8::is_ascii_digit).count();
    let last = room.bytes[end - 1];
    if digits < LEAST_DIGITS || last.is_multiple_of(2) {
        return Ok(());
    }
    let mut exact = Room::<64>::new();
    write!(exact, "{value:.48e}")?;
    let (same, below) = (&exact.bytes[..end - 1], &exact.bytes[end - 1..]);
    if *same == room.bytes[..end - 1]
        && below[..2] == [last - 1, b'5']
        && below[2..].iter().take_while(|byte| **byte != b'e').all(|byte| *byte == b'0')
    {
        room.bytes[end - 1] = last - 1;
        // Below a power of two floats lie closer: there the even text may be that of the float before.
        if room.text().parse() != Ok(value) {
            room.bytes[end - 1] = last;
        }
    }
    Ok(())
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

/// Beyond this many digits, and for a float without a fraction, the exact value is rounded, a tie to even.
const FAST_DECIMALS: usize = 18;

/// A float as a whole part and its fraction times a power of ten, rounded half up as a float is.
///
/// That is less exact than the digits of the float, but it is what OTP prints.
struct Fixed {
    whole: u64,
    fraction: u64,
}

impl Fixed {
    fn of(magnitude: f64, digits: usize) -> Option<Fixed> {
        if digits > FAST_DECIMALS || magnitude > WHOLE {
            return None;
        }
        let ten_power = 10u64.pow(digits as u32);
        let whole = magnitude as u64;
        let fraction = libm::round((magnitude - whole as f64) * ten_power as f64) as u64;
        if fraction >= ten_power {
            return Some(Fixed { whole: whole + 1, fraction: fraction - ten_power });
        }
        Some(Fixed { whole, fraction })
    }

    fn write(&self, text: &mut String, digits: usize) {
        // A string takes all that is written to it.
        let _ = write!(text, "{}", self.whole);
        if digits > 0 {
            let _ = write!(text, ".{:0>digits$}", self.fraction);
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

/// The float as `1.50000e+00` with this many digits after the point; `None` for more than
/// [`MAX_SCIENTIFIC`], or where the text is too long.
pub fn scientific(value: f64, digits: usize) -> Option<String> {
    let mut text = String::new();
    if digits > MAX_SCIENTIFIC {
        return None;
    }
    write_scientific(&mut text, value, digits).ok()?;
    (text.len() <= MAX_CHARACTERS).then_some(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_text_is_otps() {
        for (bits, text) in [
            (0x0000000000000000, "0.0"),
            (0x8000000000000000, "-0.0"),
            (0x3ff0000000000000, "1.0"),
            (0x4059000000000000, "100.0"),
            (0x408f400000000000, "1.0e3"),
            (0x3f50624dd2f1a9fc, "0.001"),
            (0x3f1a36e2eb1c432d, "0.0001"),
            (0x3f20624dd2f1a9fc, "1.25e-4"),
            (0x3f589374bc6a7efa, "0.0015"),
            (0x419d6f3454000000, "123456789.0"),
            (0x4206fee0e1a80000, "12345678901.0"),
            (0x4480f0cf064dd592, "1.0e22"),
            (0x433fffffffffffff, "9007199254740991.0"),
            (0x4340000000000000, "9.007199254740992e15"),
            (0x0000000000000001, "5.0e-324"),
            (0x7fefffffffffffff, "1.7976931348623157e308"),
            (0x42e0c3b78f42b7e4, "147462274291135.12"),
            (0xc330000000000000, "-4503599627370496.0"),
            (0x40fd4c0000000000, "1.2e5"),
            (0x3e70000000000000, "5.960464477539063e-8"),
        ] {
            let value = f64::from_bits(bits);
            assert_eq!(short(value), text);
            assert_eq!(parse(text.as_bytes()).map(f64::to_bits), Some(bits));
        }
    }

    #[test]
    fn digits_round_as_on_otp() {
        for (value, digits, compact, text) in [
            (2.5, 0, false, Some("3")),
            (0.125, 2, false, Some("0.13")),
            (1.005, 2, false, Some("1.00")),
            (0.05, 1, false, Some("0.1")),
            (-0.0, 2, true, Some("-0.0")),
            (99.99, 1, false, Some("100.0")),
            (1.0e22, 1, false, Some("10000000000000000000000.0")),
            (25_636_729.805_239_122, 16, true, Some("25636729.8052391223609447")),
            (40.1994, 18, false, Some("40.199399999999997120")),
            (0.05, 20, true, Some("0.05000000000000000278")),
            (1.0e300, 0, false, None),
            (1.0, 254, false, None),
        ] {
            assert_eq!(decimals(value, digits, compact).as_deref(), text, "{value} {digits}");
        }
        for (value, digits, text) in [
            (0.125, 1, Some("1.2e-01")),
            (-7.125, 2, Some("-7.12e+00")),
            (99.99, 2, Some("1.00e+02")),
            (5.0e-324, 3, Some("4.941e-324")),
            (1.0e300, 0, Some("1e+300")),
            (0.1, DEFAULT_SCIENTIFIC, Some("1.00000000000000005551e-01")),
            (1.0, 250, None),
        ] {
            assert_eq!(scientific(value, digits).as_deref(), text, "{value} {digits}");
        }
    }

    #[test]
    fn floats_are_read_as_strictly_as_by_otp() {
        for text in ["1.0", "+1.0", "1.0E5", "1.0e+5", "00.5", "1.0e0005", "-0.0", "1.0e-400"] {
            assert_eq!(parse(text.as_bytes()), text.parse().ok(), "{text}");
        }
        assert_eq!(parse(b"1,5"), Some(1.5));
        for text in [
            "", "1", "1e5", ".5", "5.", "1.5e", "1.5e+", "1.0e400", " 1.0", "1.0 ", "1_0.0", "inf", "nan",
            "--1.0", "1.e5",
        ] {
            assert_eq!(parse(text.as_bytes()), None, "{text}");
        }
    }
}
