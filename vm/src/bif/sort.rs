//! Sorting the tables of native functions while they are compiled.
//!
//! Deliberately absent: generality. What a constant function may do is little, so the order and the sort are written out.

use super::{Declared, Entry};

/// All entries of the tables, by module, name and arity.
#[allow(long_running_const_eval, reason = "some hundred names are compared some thousand times")]
pub const fn sorted<const N: usize>(tables: &[&[Declared]]) -> [Entry; N] {
    let mut entries = [tables[0][0].entry; N];
    let (mut table, mut count) = (0, 0);
    while table < tables.len() {
        let mut index = 0;
        while index < tables[table].len() {
            entries[count] = tables[table][index].entry;
            (index, count) = (index + 1, count + 1);
        }
        table += 1;
    }
    let mut width = 1;
    while width < N {
        entries = merged(&entries, width);
        width *= 2;
    }
    entries
}

/// Merges each two neighbouring runs of a width, both sorted, into one.
const fn merged<const N: usize>(entries: &[Entry; N], width: usize) -> [Entry; N] {
    let mut merged = *entries;
    let mut start = 0;
    while start < N {
        let middle = least(start + width, N);
        let end = least(start + 2 * width, N);
        let (mut left, mut right, mut to) = (start, middle, start);
        while to < end {
            let takes_left = right == end || left < middle && !is_before(&entries[right], &entries[left]);
            merged[to] = entries[if takes_left { left } else { right }];
            (left, right) = if takes_left { (left + 1, right) } else { (left, right + 1) };
            to += 1;
        }
        start = end;
    }
    merged
}

const fn least(one: usize, other: usize) -> usize {
    if one < other { one } else { other }
}

/// Whether one entry stands before another.
const fn is_before(one: &Entry, other: &Entry) -> bool {
    match order(one.module.as_bytes(), other.module.as_bytes()) {
        0 => match order(one.name.as_bytes(), other.name.as_bytes()) {
            0 => one.arity < other.arity,
            difference => difference < 0,
        },
        difference => difference < 0,
    }
}

/// Whether an entry is the one of this name.
pub const fn is_entry(entry: &Entry, module: &str, name: &str, arity: u32) -> bool {
    order(entry.module.as_bytes(), module.as_bytes()) == 0
        && order(entry.name.as_bytes(), name.as_bytes()) == 0
        && entry.arity == arity
}

/// The first difference of two texts, as a number with its sign; 0 where they are the same.
const fn order(one: &[u8], other: &[u8]) -> isize {
    let mut index = 0;
    while index < one.len() && index < other.len() {
        if one[index] != other[index] {
            return one[index] as isize - other[index] as isize;
        }
        index += 1;
    }
    one.len() as isize - other.len() as isize
}
