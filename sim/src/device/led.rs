//! A light-emitting diode.
//!
//! Terminals `A` (anode) and `C` (cathode); attribute `color`, the others being for drawings; reading `lit`.
//! It is lit when the anode is high and the cathode low, both by more than a chip's own pull resistor, which
//! lets too little current through to be seen.

use super::{AttributeError, Attributes, Colour, Device, Face, Kind, Site};
use crate::net::{Signal, Strength};

/// The LED.
pub const LED: Kind = Kind {
    names: &["wokwi-led"],
    terminals: &[&["A"], &["C"]],
    links: &[],
    rails: &[],
    rows: None,
    attributes: &["color", "lightColor", "label", "gamma", "brightness", "flip", "fps"],
    place: Some(place),
};

/// The colours it comes in; the first is that of one that does not say.
const COLOURS: &[(&str, Colour)] = &[
    ("red", Colour::Red),
    ("green", Colour::Green),
    ("blue", Colour::Blue),
    ("yellow", Colour::Yellow),
    ("orange", Colour::Yellow),
    ("white", Colour::White),
    ("purple", Colour::Purple),
    ("cyan", Colour::Cyan),
];

#[derive(Debug)]
struct Led {
    colour: Colour,
    lit: bool,
}

fn place(attributes: &Attributes) -> Result<Box<dyn Device>, AttributeError> {
    // A colour may be any that CSS knows, `#ff8000` among them: what has no name here shines white.
    let colour = attributes.choice("color", COLOURS).unwrap_or(Colour::White);
    Ok(Box::new(Led { colour, lit: false }))
}

impl Device for Led {
    fn sense(&mut self, site: &mut Site<'_>) {
        let [anode, cathode] = site.signals[..] else { return };
        let carries = |signal: Signal| signal.strength >= Strength::Resistor;
        self.lit = carries(anode) && carries(cathode) && anode.is_high() && !cathode.is_high();
    }

    fn readings(&self) -> Vec<(&'static str, bool)> {
        vec![("lit", self.lit)]
    }

    fn face(&self) -> Face {
        let (symbol, state) = if self.lit { ("(●)", "lit") } else { ("( )", "dark") };
        Face { symbol, state, colour: self.colour, active: self.lit, pressable: false }
    }
}
