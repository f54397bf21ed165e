//! Lengths of time as people write them: `500ms`, `1.5 s`, `2h`.

/// Units and the nanoseconds of each, those that end like another before it.
const UNITS: &[(&str, u64)] = &[
    ("ns", 1),
    ("us", 1_000),
    ("ms", 1_000_000),
    ("min", 60_000_000_000),
    ("h", 3_600_000_000_000),
    ("s", 1_000_000_000),
];

/// Nanoseconds of a length of time; what is wrong with it else.
pub fn nanoseconds(text: &str) -> Result<u64, String> {
    let wrong = || "expected a number and a unit: 500ms, 1.5s, 2min, 1h".to_owned();
    let unit = UNITS.iter().find(|(unit, _)| text.ends_with(unit)).ok_or_else(wrong)?;
    let number = text.trim_end_matches(unit.0).trim_end();
    let plain = number.starts_with(|digit: char| digit.is_ascii_digit())
        && number.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    let number: f64 = number.parse().ok().filter(|_| plain).ok_or_else(wrong)?;
    let ns = number * unit.1 as f64;
    if ns < 1e18 { Ok(ns.round() as u64) } else { Err("longer than 30 years".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::nanoseconds;

    #[test]
    fn every_unit_is_understood() {
        let cases = [
            ("7ns", 7),
            ("7us", 7_000),
            ("500ms", 500_000_000),
            ("1.5 s", 1_500_000_000),
            ("2.s", 2_000_000_000),
            ("2min", 120_000_000_000),
            ("1h", 3_600_000_000_000),
        ];
        for (text, expected) in cases {
            assert_eq!(nanoseconds(text), Ok(expected), "{text}");
        }
        for text in ["", "5", "s", "-1s", "1e3s", "1.2.3s", ".5s", "5 m", "99999999h", "infs"] {
            assert!(nanoseconds(text).is_err(), "{text}");
        }
    }
}
