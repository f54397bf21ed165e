//! Ground and supply as parts of a diagram.

use super::Kind;

/// Ground.
pub const GROUND: Kind = Kind { names: &["wokwi-gnd"], terminals: &[&["GND"]], rails: &[(0, false)], ..BARE };

/// Supply.
pub const SUPPLY: Kind = Kind {
    names: &["wokwi-vcc"],
    terminals: &[&["VCC"]],
    rails: &[(0, true)],
    attributes: &["voltage"],
    ..BARE
};

/// A part that does nothing.
const BARE: Kind =
    Kind { names: &[], terminals: &[], links: &[], rails: &[], rows: None, attributes: &[], place: None };
