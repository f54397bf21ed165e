//! The atoms of an external term, found without making it.
//!
//! Invariant: nothing recurses and nothing is allocated; a term that is cut short has the atoms before the cut.
//!
//! Absent on purpose: what the term is. The virtual machine decodes terms.

use core::str;

/// A fun of another module: its module, its name and its arity follow as terms.
const EXTERNAL_FUN: u8 = 113;

/// The atoms of an external term in the order they stand in; ends where it meets a kind no literal has.
pub fn atoms_of_term(term: &[u8]) -> impl Iterator<Item = &str> {
    atoms(term, true)
}

/// The same, but those that are part of a fun.
pub fn atoms_beside_funs(term: &[u8]) -> impl Iterator<Item = &str> {
    atoms(term, false)
}

fn atoms(term: &[u8], of_funs: bool) -> impl Iterator<Item = &str> {
    let mut rest = term.strip_prefix(&[131]).unwrap_or_default();
    // How many of the next atoms are part of a fun.
    let mut passed = 0;
    core::iter::from_fn(move || {
        loop {
            if rest.first() == Some(&EXTERNAL_FUN) && !of_funs {
                passed = 2;
            }
            let (atom, behind) = step(rest)?;
            rest = behind;
            match atom {
                Some(_) if passed > 0 => passed -= 1,
                Some(name) => return Some(name),
                None => {}
            }
        }
    })
}

/// How a kind of external term goes on behind its tag: a size of so many bytes, and so many more bytes per unit of it
/// and besides. Parts that are terms themselves just follow.
struct Layout {
    size_bytes: usize,
    unit: usize,
    more: usize,
    is_atom: bool,
}

const fn layout(tag: u8) -> Option<Layout> {
    let (size_bytes, unit, more) = match tag {
        // Small integer, integer, float; the empty list and an external fun, whose parts are terms.
        97 => (0, 0, 1),
        98 => (0, 0, 4),
        70 => (0, 0, 8),
        106 | EXTERNAL_FUN => (0, 0, 0),
        // Tuples, lists, maps: only a count.
        104 => (1, 0, 0),
        105 | 108 | 116 => (4, 0, 0),
        // Atoms and strings.
        100 | 107 | 118 => (2, 1, 0),
        115 | 119 => (1, 1, 0),
        // Binary, bitstring, and large integers with their sign.
        109 => (4, 1, 0),
        77 | 111 => (4, 1, 1),
        110 => (1, 1, 1),
        _ => return None,
    };
    Some(Layout { size_bytes, unit, more, is_atom: matches!(tag, 100 | 115 | 118 | 119) })
}

/// Steps over one tag and what belongs to it: its text if it is an atom, and the rest.
fn step(term: &[u8]) -> Option<(Option<&str>, &[u8])> {
    let (tag, rest) = term.split_first()?;
    let Layout { size_bytes, unit, more, is_atom } = layout(*tag)?;
    let (size, rest) = rest.split_at_checked(size_bytes)?;
    let size = size.iter().fold(0usize, |size, byte| size << 8 | usize::from(*byte));
    let (text, rest) = rest.split_at_checked((size * unit).checked_add(more)?)?;
    Some((if is_atom { str::from_utf8(text).ok() } else { None }, rest))
}

#[cfg(test)]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;

    /// `{a, "str", <<"w", 1, "n">>, <<1:3>>, 1.5, 1 bsl 70, -(1 bsl 2048), -5, 300, #{k => v}, [x|y], [], fun m:f/2, 'ю'}`
    /// as `term_to_binary` writes it, with an atom in each of the four forms.
    fn term() -> Vec<u8> {
        let mut term = vec![131, 104, 14];
        term.extend(b"d\0\x01ak\0\x03strm\0\0\0\x03w\x01nM\0\0\0\x01\x03\x20F\x3f\xf8\0\0\0\0\0\0");
        term.extend(b"n\x09\0\0\0\0\0\0\0\0\0\x40o\0\0\x01\x01\x01");
        term.extend([0; 256]);
        term.extend(b"\x01b\xff\xff\xff\xfbb\0\0\x01\x2ct\0\0\0\x01s\x01kv\0\x01v");
        term.extend(b"l\0\0\0\x01w\x01xw\x01yjqw\x01mw\x01fa\x02w\x02\xd1\x8e");
        term
    }

    #[test]
    fn the_atoms_of_a_term_are_found_wherever_they_are() {
        let term = term();
        let found: Vec<_> = atoms_of_term(&term).collect();
        assert_eq!(found, ["a", "k", "v", "x", "y", "m", "f", "ю"]);
        let found: Vec<_> = atoms_beside_funs(&term).collect();
        assert_eq!(found, ["a", "k", "v", "x", "y", "ю"]);
    }

    #[test]
    fn a_term_cut_short_has_the_atoms_before_the_cut() {
        let term = term();
        for size in 0..term.len() {
            assert!(atoms_of_term(&term[..size]).count() < 8, "{size} bytes");
        }
        assert_eq!(
            atoms_of_term(b"\x83h\x02w\x01a\xffw\x01b").collect::<Vec<_>>(),
            ["a"],
            "255 is no kind of term"
        );
    }
}
