//! A resistor: what passes it is weakened, so it pulls a pin or guards a LED.
//!
//! Deliberately absent: its value. Anything from a few ohms to a megohm behaves the same where there are only levels.

use super::Kind;
use crate::net::Passage;

/// The resistor.
pub const RESISTOR: Kind = Kind {
    names: &["wokwi-resistor"],
    terminals: &[&["1"], &["2"]],
    links: &[(0, 1, Passage::Resistor)],
    rails: &[],
    rows: None,
    attributes: &["value"],
    place: None,
};
