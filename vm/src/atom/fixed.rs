//! Fixed atoms by their names, in a table that the compiler makes.
//!
//! Invariant: a name is in the first free slot from the one that its hash says, so that a search ends at a free one.

use super::FIXED;

/// A slot has a number and one, or 0 where it is free. There are twice as many slots as names, at least.
static SLOTS: [u16; (FIXED.len() * 2).next_power_of_two()] = {
    let mut slots = [0; (FIXED.len() * 2).next_power_of_two()];
    let mut number = 0;
    while number < FIXED.len() {
        let mut slot = hash(FIXED[number].as_bytes()) as usize % slots.len();
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        number += 1;
        slots[slot] = number as u16;
    }
    slots
};

/// The number of a fixed atom by its name and that name's hash.
pub fn number(name: &str, hash: u64) -> Option<u32> {
    let mut slot = hash as usize % SLOTS.len();
    loop {
        let number = usize::from(SLOTS[slot]).checked_sub(1)?;
        if FIXED[number] == name {
            return Some(number as u32);
        }
        slot = (slot + 1) % SLOTS.len();
    }
}

/// A hash of a name that the compiler can tell, too: eight bytes at a time are multiplied, and the halves of the product
/// put together.
pub const fn hash(name: &[u8]) -> u64 {
    let mut hash = name.len() as u64;
    let mut rest = name;
    while let Some((bytes, behind)) = rest.split_first_chunk() {
        hash = mixed(hash ^ u64::from_le_bytes(*bytes));
        rest = behind;
    }
    mixed(hash ^ up_to_seven(rest))
}

/// Less than eight bytes as a number: two fours that may overlap, or the first, the middle and the last.
const fn up_to_seven(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64
        }
        _ if bytes.is_empty() => 0,
        _ => {
            let (first, last) = (bytes[0] as u64, bytes[bytes.len() - 1] as u64);
            first << 16 | (bytes[bytes.len() / 2] as u64) << 8 | last
        }
    }
}

const fn mixed(value: u64) -> u64 {
    // Digits of pi, so that no name is likely to be the opposite of them.
    let product = (value ^ 0x243f_6a88_85a3_08d3) as u128 * 0x1319_8a2e_0370_7345;
    product as u64 ^ (product >> 64) as u64
}
