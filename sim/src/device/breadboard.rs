//! Breadboards, which are rows of wire, and text, which is nothing at all.
//!
//! A hole is `COLUMN SIDE . ROW`, as in `10t.a`: the holes of a column's top half (`t`) are one wire, those of its
//! bottom half (`b`) another. `tp.5`, `tn.5`, `bp.5`, `bn.5` are holes of the four rails along the edges.

use super::Kind;

/// Breadboards of all sizes.
pub const BREADBOARD: Kind = Kind {
    names: &["wokwi-breadboard", "wokwi-breadboard-half", "wokwi-breadboard-mini"],
    terminals: &[],
    links: &[],
    rails: &[],
    rows: Some(row),
    attributes: &[],
    place: None,
};

/// A caption.
pub const TEXT: Kind = Kind {
    names: &["wokwi-text"],
    terminals: &[],
    links: &[],
    rails: &[],
    rows: None,
    attributes: &["text", "fontSize", "fontFamily", "color"],
    place: None,
};

/// The row a hole is in.
fn row(hole: &str) -> Option<String> {
    let (row, place) = hole.split_once('.')?;
    let column = row.strip_suffix(['t', 'b']).and_then(|digits| digits.parse::<u8>().ok());
    let known = match column {
        Some(column) => (1..=63).contains(&column) && place.len() == 1 && "abcdefghij".contains(place),
        None => ["tp", "tn", "bp", "bn"].contains(&row) && place.parse::<u8>().is_ok(),
    };
    known.then(|| row.to_owned())
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn holes_of_a_row_are_one_wire() {
        assert_eq!(row("10t.a"), row("10t.e"));
        assert_ne!(row("10t.a"), row("10b.f"));
        assert_eq!(row("tp.1").as_deref(), Some("tp"));
        for hole in ["", "10t", "10t.z", "64t.a", "0b.a", "xp.1", "tp.x"] {
            assert_eq!(row(hole), None, "{hole}");
        }
    }
}
