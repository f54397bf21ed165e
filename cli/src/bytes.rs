//! Amounts of memory as people write them: `300000`, `256K`, `8M`, `1.5 G`.

/// Units and the bytes of each.
const UNITS: &[(&str, u64)] = &[("k", 1 << 10), ("m", 1 << 20), ("g", 1 << 30)];

/// Bytes of an amount of memory; what is wrong with it else.
pub fn bytes(text: &str) -> Result<usize, String> {
    let wrong = || "expected a number of bytes, or one with K, M or G: 300000, 256K, 1.5M".to_owned();
    let text = text.to_ascii_lowercase();
    let unit = UNITS.iter().find_map(|(unit, factor)| {
        let ending =
            ["", "b", "ib"].into_iter().find_map(|ending| text.strip_suffix(&format!("{unit}{ending}")));
        ending.map(|number| (number.trim_end(), *factor))
    });
    let (number, factor) = unit.unwrap_or((&text, 1));
    let plain = number.starts_with(|digit: char| digit.is_ascii_digit())
        && number.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    let number: f64 = number.parse().ok().filter(|_| plain).ok_or_else(wrong)?;
    let bytes = number * factor as f64;
    if bytes < 1e15 { Ok(bytes.round() as usize) } else { Err("more than a petabyte".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn every_unit_is_understood() {
        let cases = [
            ("0", 0),
            ("300000", 300_000),
            ("256K", 256 << 10),
            ("256 k", 256 << 10),
            ("8M", 8 << 20),
            ("8MiB", 8 << 20),
            ("8MB", 8 << 20),
            ("1.5M", 3 << 19),
            ("2g", 2 << 30),
        ];
        for (text, expected) in cases {
            assert_eq!(bytes(text), Ok(expected), "{text}");
        }
        for text in
            ["", "K", "-1K", "1e3", "1.2.3M", ".5M", "5T", "5B", "5iB", "5 0", "99999999G", "inf", "ä", "8Kä"]
        {
            assert!(bytes(text).is_err(), "{text}");
        }
    }
}
