//! What takes the space in a pack, as a map of text.
//!
//! Each section is a rectangle as large as its share.
//!
//! The map is divided as a list is halved: at the place where both halves weigh about the same, across the longer side.

use std::fmt::Write;

use packbeam::{Pack, Section};

/// Size of the map, in characters.
const COLUMNS: usize = 76;
const LINES: usize = 20;

/// The least a rectangle has, in characters: room for `99 more`, and a frame.
const LEAST_WIDTH: usize = 9;
const LEAST_HEIGHT: usize = 3;

/// A character of a terminal is about twice as high as it is wide.
const HEIGHT_OF_CHARACTER: usize = 2;

/// Names and sizes, the largest first.
type Parts<'n> = [(&'n str, usize)];

#[derive(Clone, Copy, Debug)]
struct Area {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

/// The map of a pack, with a list of what is largest below it.
pub fn of_pack(pack: &[u8]) -> String {
    let sections = Pack::parse(pack).into_iter().flat_map(|pack| pack.sections()).map_while(Result::ok);
    let mut parts: Vec<(&str, usize)> = sections.map(|section| (section.name, taken(&section))).collect();
    parts.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    let total: usize = parts.iter().map(|part| part.1).sum();
    let mut text = draw(&parts);
    for (name, size) in parts.iter().take(10) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{size:>9}  {:>3} %  {name}", size * 100 / total.max(1));
    }
    if let Some(more) = parts.len().checked_sub(11).map(|more| more + 1) {
        let rest: usize = parts.iter().skip(10).map(|part| part.1).sum();
        let _ = writeln!(text, "{rest:>9}  {:>3} %  {more} more", rest * 100 / total.max(1));
    }
    let _ = writeln!(text, "{:>9}         {} in all", pack.len(), counted(parts.len(), "section"));
    text
}

/// A number and what is counted.
pub fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// What a section takes up: its fields, its name, its data.
pub fn taken(section: &Section<'_>) -> usize {
    (13 + section.name.len()).next_multiple_of(4) + section.data.len()
}

fn draw(parts: &Parts<'_>) -> String {
    let mut map = vec![vec![' '; COLUMNS]; LINES];
    let whole = Area { left: 0, top: 0, width: COLUMNS, height: LINES };
    let mut pending = vec![(parts, whole)];
    while let Some((parts, area)) = pending.pop() {
        match parts {
            [] => {}
            [(name, _)] => frame(&mut map, area, name),
            _ => match divided(parts, area) {
                Some(halves) => pending.extend(halves),
                None => frame(&mut map, area, &format!("{} more", parts.len())),
            },
        }
    }
    let lines = map.into_iter().map(|line| line.into_iter().collect::<String>());
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The two halves, as near to the same weight as can be, and their areas; `None` if there is no room for two.
fn divided<'p, 'n>(parts: &'p Parts<'n>, area: Area) -> Option<[(&'p Parts<'n>, Area); 2]> {
    let total: usize = parts.iter().map(|part| part.1).sum();
    let (mut first, mut count) = (0, 0);
    while count + 1 < parts.len() && (count == 0 || (first + parts[count].1) * 2 <= total) {
        first += parts[count].1;
        count += 1;
    }
    let across = area.width > area.height * HEIGHT_OF_CHARACTER;
    let side = if across { area.width } else { area.height };
    let least = if across { LEAST_WIDTH } else { LEAST_HEIGHT };
    if side < least * 2 {
        return None;
    }
    let near = (side * first / total.max(1)).clamp(least, side - least);
    let Area { left, top, width, height } = area;
    let (one, other) = if across {
        (Area { width: near, ..area }, Area { left: left + near, width: width - near, ..area })
    } else {
        (Area { height: near, ..area }, Area { top: top + near, height: height - near, ..area })
    };
    let (heavy, light) = parts.split_at(count);
    Some([(heavy, one), (light, other)])
}

/// A frame with as much of a name as fits.
fn frame(map: &mut [Vec<char>], area: Area, name: &str) {
    let (right, bottom) = (area.left + area.width - 1, area.top + area.height - 1);
    for (line, characters) in map.iter_mut().enumerate().take(bottom + 1).skip(area.top) {
        let on_edge = line == area.top || line == bottom;
        for (column, character) in characters.iter_mut().enumerate().take(right + 1).skip(area.left) {
            let on_side = column == area.left || column == right;
            *character = match (on_side, on_edge) {
                (true, true) => '+',
                (true, false) => '|',
                (false, true) => '-',
                (false, false) => ' ',
            };
        }
    }
    let line = area.top + 1;
    let shown = name.strip_suffix(".beam").unwrap_or(name).chars().take(area.width.saturating_sub(2));
    for (column, character) in (area.left + 1..).zip(shown) {
        map[line][column] = character;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_larger_has_the_larger_rectangle() {
        let text = draw(&[("large.beam", 3000), ("small", 1000)]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), LINES);
        assert!(lines[1].starts_with("|large") && lines[1].contains("||small"), "{text}");
        assert_eq!(lines[0].find("++"), Some(56), "three quarters of 76 columns, less one");
        let many: Vec<(String, usize)> = (0..500).map(|number| (format!("m{number}"), 10)).collect();
        let many: Vec<(&str, usize)> = many.iter().map(|(name, size)| (name.as_str(), *size)).collect();
        assert!(draw(&many).contains("more"), "what does not fit is counted");
    }
}
