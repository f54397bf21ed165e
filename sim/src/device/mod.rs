//! Parts: what can be wired to a board. One file each, one line in [`KINDS`].
//!
//! A part has *attributes*, fixed when it is placed; *controls*, which a person or a script changes; and *readings*,
//! what it shows. It knows only its own terminals: what they are wired to is the world's business.
//!
//! Invariants: a part acts only through its [`Site`]; chance comes from the site, so a run repeats.

pub mod attributes;
pub mod breadboard;
pub mod button;
pub mod led;
pub mod rail;
pub mod resistor;

use crate::entropy::Entropy;
use crate::net::{Passage, Signal};
use crate::spelling;

pub use attributes::{AttributeError, Attributes};

/// Every kind of part.
pub const KINDS: &[&Kind] = &[
    &button::BUTTON,
    &led::LED,
    &resistor::RESISTOR,
    &rail::GROUND,
    &rail::SUPPLY,
    &breadboard::BREADBOARD,
    &breadboard::TEXT,
];

/// A kind of part: what is the same for all parts of it.
#[derive(Debug)]
pub struct Kind {
    /// What diagrams call it; the first is its name.
    pub names: &'static [&'static str],
    /// Its terminals, each with all the names it goes by. A part knows them by their place in this list.
    pub terminals: &'static [&'static [&'static str]],
    /// What lies between its terminals.
    pub links: &'static [(usize, usize, Passage)],
    /// Terminals that are ground (`false`) or supply (`true`).
    pub rails: &'static [(usize, bool)],
    /// For a part of many terminals that is nothing but wire: the name of the row a terminal is in.
    pub rows: Option<fn(&str) -> Option<String>>,
    /// The attributes it can have; others are told as mistakes.
    pub attributes: &'static [&'static str],
    /// Makes one; `None` for a part that does nothing.
    pub place: Option<Place>,
}

/// How a part is made of its attributes.
pub type Place = fn(&Attributes) -> Result<Box<dyn Device>, AttributeError>;

impl Kind {
    /// The kind of that name.
    pub fn find(name: &str) -> Option<&'static Kind> {
        KINDS.iter().copied().find(|kind| kind.names.contains(&name))
    }

    /// The name of a kind that `name` was perhaps meant to be.
    pub fn nearest(name: &str) -> Option<&'static str> {
        // What all names begin with says nothing about which is meant.
        let bare = |name: &'static str| name.trim_start_matches("wokwi-");
        let names = || KINDS.iter().flat_map(|kind| kind.names.iter().copied());
        let nearest = spelling::nearest(name.trim_start_matches("wokwi-"), names().map(bare))?;
        names().find(|name| bare(name) == nearest)
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.names[0]
    }

    /// Which terminal goes by that name.
    pub fn terminal(&self, name: &str) -> Option<usize> {
        self.terminals.iter().position(|names| names.contains(&name))
    }
}

/// A part that does something.
pub trait Device: std::fmt::Debug {
    /// What came to one of its terminals changed, or the world began.
    fn sense(&mut self, site: &mut Site<'_>);
    /// The time it asked for has come.
    fn wake(&mut self, token: u64, site: &mut Site<'_>) {
        let _ = (token, site);
    }
    /// A control is changed.
    fn control(&mut self, control: Control, site: &mut Site<'_>) -> Result<(), NoControl> {
        let _ = (control, site);
        Err(NoControl)
    }
    /// What it shows, by name.
    fn readings(&self) -> Vec<(&'static str, bool)>;
    /// How it looks.
    fn face(&self) -> Face;
}

/// A change of a control.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// Pressed for a while, in nanoseconds, as a finger does.
    Tap(u64),
    /// Pressed until released.
    Hold(bool),
    /// Pressed if it is not, released if it is.
    Toggle,
}

/// The part has no such control.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoControl;

/// A colour of a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "colours are their names")]
pub enum Colour {
    Plain,
    Red,
    Green,
    Blue,
    Yellow,
    White,
    Purple,
    Cyan,
}

/// How a part looks, in one line of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Face {
    /// The part as three characters, telling its state by shape.
    pub symbol: &'static str,
    /// Its state in a word.
    pub state: &'static str,
    /// The colour it has when it shines or is active.
    pub colour: Colour,
    /// Whether it shines or is active.
    pub active: bool,
    /// Whether it can be pressed.
    pub pressable: bool,
}

/// Where a part stands: what it senses there, and what it does there.
#[derive(Debug)]
pub struct Site<'a> {
    /// Virtual nanoseconds.
    pub now_ns: u64,
    /// What comes to its terminals, in the order of its kind's list.
    pub signals: Vec<Signal>,
    /// Chance.
    pub entropy: &'a mut Entropy,
    /// What it does; the world carries it out afterwards, in order.
    pub effects: Vec<Effect>,
}

/// Something a part does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// It closes or opens the link with this place in its kind's list.
    Switch(usize, bool),
    /// It wants to be woken at this time, in virtual nanoseconds, with this token.
    WakeAt(u64, u64),
}
