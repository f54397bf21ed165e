//! The world at one moment, as the screen shows it.
//!
//! Invariant: a snapshot holds everything that is drawn; nothing that draws asks the world or the machine.

use std::cell::RefCell;
use std::rc::Rc;

use vm::platform::gpio::{PinMode, Pull};

use crate::board::{Ability, Board};
use crate::clock::Pace;
use crate::console::Line;
use crate::device::Face;
use crate::driver::Driver;
use crate::machine::{Ending, Machine, ProcessRow};
use crate::net::Strength;
use crate::pin::PinState;
use crate::world::World;

/// The world at one moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// What runs.
    pub program: String,
    /// On which board.
    pub board: &'static Board,
    /// When it is.
    pub clock: ClockRow,
    /// How the run ended, if it did.
    pub ending: Option<Ending>,
    /// All pins of the chip.
    pub pins: Vec<PinRow>,
    /// All parts that do something.
    pub parts: Vec<PartRow>,
    /// The console.
    pub console: Vec<Line>,
    /// The processes.
    pub processes: Vec<ProcessRow>,
}

/// The clock.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ClockRow {
    /// Virtual nanoseconds since the start.
    pub now_ns: u64,
    /// What moves it.
    pub pace: Pace,
    /// How fast it goes, where the host's clock moves it.
    pub speed: f64,
    /// Whether it stands.
    pub paused: bool,
}

/// A pin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PinRow {
    /// Its name on the chip.
    pub name: String,
    /// What it does: `in`, `out`, `od` (open drain), …; `-` before it was told.
    pub mode: &'static str,
    /// What holds it: an arrow, or nothing.
    pub pull: &'static str,
    /// Its level.
    pub high: bool,
    /// Who makes that level.
    pub driven_by: String,
    /// The parts on it.
    pub parts: String,
    /// What it can do, where that is not everything.
    pub hint: &'static str,
    /// Its last edges: when, and to which level.
    pub edges: Vec<(u64, bool)>,
    /// Whether edges before the first one kept are forgotten.
    pub forgotten: bool,
    /// Whether the program or a part uses it.
    pub in_use: bool,
}

/// A part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PartRow {
    /// Its place in the world.
    pub place: usize,
    /// Its name.
    pub id: String,
    /// What it is, without its maker's prefix.
    pub kind: &'static str,
    /// How it looks.
    pub face: Face,
    /// The key that presses it.
    pub key: Option<char>,
    /// The pins it is wired to.
    pub wired_to: String,
}

impl Snapshot {
    /// A run as it stands, under the name of its program.
    pub fn of<M: Machine>(driver: &Driver<M>, program: &str) -> Snapshot {
        let world: &Rc<RefCell<World>> = &driver.world;
        let world = world.borrow();
        Snapshot {
            program: program.to_owned(),
            board: world.board,
            clock: ClockRow {
                now_ns: world.clock.now_ns(),
                pace: world.clock.pace(),
                speed: world.clock.speed(),
                paused: world.clock.paused(),
            },
            ending: driver.ending().cloned(),
            pins: world.pins().iter().map(|pin| pin_row(&world, pin)).collect(),
            parts: part_rows(&world),
            console: world.console.lines(),
            processes: driver.processes(),
        }
    }
}

fn pin_row(world: &World, pin: &PinState) -> PinRow {
    let label = world.label(pin.net);
    let parts = label.split_once(" (").map_or("", |(_, parts)| parts.trim_end_matches(')'));
    let edges = world.edges(pin.net);
    PinRow {
        name: pin.name(),
        mode: mode_word(pin),
        pull: pull_arrow(pin.pull),
        high: world.level(pin.net),
        driven_by: driver_of(world, pin),
        parts: parts.to_owned(),
        hint: match pin.ability {
            Ability::Full => "",
            Ability::InputOnly => "input only",
            Ability::Reserved(owner) => owner,
        },
        edges: edges.iter().copied().collect(),
        forgotten: edges.len() >= crate::world::KEPT_EDGES,
        in_use: pin.mode.is_some() || pin.initialised || !parts.is_empty() || !edges.is_empty(),
    }
}

fn mode_word(pin: &PinState) -> &'static str {
    match pin.mode {
        None => "-",
        Some(PinMode::Input) => "in",
        Some(PinMode::Output) => "out",
        Some(PinMode::OutputOpenDrain) => "od",
        Some(PinMode::InputOutput) => "i/o",
        Some(PinMode::InputOutputOpenDrain) => "i/od",
        Some(PinMode::Disabled) => "off",
    }
}

fn pull_arrow(pull: Pull) -> &'static str {
    match pull {
        Pull::Floating => "",
        Pull::Up => "↑",
        Pull::Down => "↓",
        Pull::UpDown => "↕",
    }
}

/// Who makes the level of a pin, in a word.
fn driver_of(world: &World, pin: &PinState) -> String {
    let signal = world.nets().signal(pin.net);
    if signal.is_short() {
        return "SHORT!".to_owned();
    }
    match signal.strength {
        Strength::Floating => "nobody".to_owned(),
        Strength::Pull => "pull".to_owned(),
        Strength::Resistor => "resistor".to_owned(),
        Strength::Rail if signal.is_high() => "supply".to_owned(),
        Strength::Rail => "ground".to_owned(),
        Strength::Strong if pin.signal().strength == Strength::Strong => "chip".to_owned(),
        Strength::Strong => {
            let drives =
                |other: &&PinState| other.net == pin.net && other.signal().strength == Strength::Strong;
            world.pins().iter().find(drives).map_or_else(|| "part".to_owned(), PinState::name)
        }
    }
}

fn part_rows(world: &World) -> Vec<PartRow> {
    let parts = world.parts().iter().enumerate();
    parts
        .filter_map(|(place, part)| {
            let face = part.device.as_ref()?.face();
            let kind = part.kind.name().trim_start_matches("wokwi-");
            let (id, wired_to) = (part.id.clone(), part.wired_to.clone());
            Some(PartRow { place, id, kind, face, key: part.key, wired_to })
        })
        .collect()
}
