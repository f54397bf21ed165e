//! Boards as data: the chip, its pins, memory, and what is soldered on.
//!
//! Invariant: a board is one const in this file and one name in [`BOARDS`]; nothing else knows a board by name.
//! Deliberately absent: state. What a pin does right now is in [`pin`](crate::pin).

use crate::spelling;

/// Every board, by which `--board` and the diagrams find them.
pub const BOARDS: &[&Board] = &[&ESP32, &PICO];

/// Clock cycles a reduction takes: what a function call of an interpreted program costs on such chips, roughly.
/// It is a convention, not a measurement: what matters is that it never changes within a run.
const CYCLES_PER_REDUCTION: u64 = 120;

/// A board.
#[derive(Debug)]
pub struct Board {
    /// What `--board` calls it.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The chip, as its maker writes it.
    pub chip: &'static str,
    /// What `atomvm:platform/0` answers.
    pub platform: &'static str,
    /// Frequency of the processor, in Hz.
    pub clock_hz: u64,
    /// Memory for program data, in bytes.
    pub ram_bytes: u32,
    /// Flash memory, in bytes.
    pub flash_bytes: u32,
    /// What of it is for the program's pack, in bytes.
    pub pack_bytes: u32,
    /// Where the text console is.
    pub uart: Uart,
    /// The pins of the chip, in ascending order.
    pub pins: &'static [PinRange],
    /// Whether a pin must be initialised (`gpio:init/1`) before it is used.
    pub wants_init: bool,
    /// Whether a pin that only drives can be read back; otherwise it reads low.
    pub reads_back: bool,
    /// What diagrams call this board; the first is the one meant where there is no diagram.
    pub shapes: &'static [Shape],
}

/// The serial port that carries the console.
#[derive(Debug)]
pub struct Uart {
    /// Its number on the chip.
    pub number: u8,
    /// The pin it sends on.
    pub tx: u8,
    /// The pin it receives on.
    pub rx: u8,
    /// Bits a second.
    pub baud: u32,
}

/// Neighbouring pins that can do the same.
#[derive(Debug)]
pub struct PinRange {
    /// The first.
    pub first: u8,
    /// The last, which may be the first.
    pub last: u8,
    /// What they can do.
    pub ability: Ability,
}

/// What a pin can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ability {
    /// It reads, drives, pulls and interrupts.
    Full,
    /// It reads and interrupts, but cannot drive and has no pull resistors.
    InputOnly,
    /// It is wired to something on the board and is not for programs; the text says to what.
    Reserved(&'static str),
}

/// A board as a diagram knows it: its type, the names on its pins, and what is soldered on.
#[derive(Debug)]
pub struct Shape {
    /// The `type` in a diagram.
    pub name: &'static str,
    /// What may stand before a pin's number: `D2`, `GP15`; an empty prefix is the bare number.
    pub prefixes: &'static [&'static str],
    /// Pins that have a name instead of a number.
    pub names: &'static [(&'static str, u8)],
    /// Names of pins that do nothing here.
    pub idle: &'static [&'static str],
    /// The parts on the board.
    pub soldered: &'static [Soldered],
}

/// A part on the board.
#[derive(Debug)]
pub struct Soldered {
    /// Its name.
    pub id: &'static str,
    /// Its type, as in a diagram.
    pub kind: &'static str,
    /// Its attributes.
    pub attributes: &'static [(&'static str, &'static str)],
    /// Its terminals, and the pin of the board each is wired to.
    pub wires: &'static [(&'static str, &'static str)],
}

/// What a name on a board's edge stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// A pin of the chip.
    Gpio(u8),
    /// Ground.
    Ground,
    /// Supply, of whatever voltage.
    Supply,
    /// A pin that does nothing in a simulation: reset, enable.
    Idle,
}

/// What every board calls its supply pins; ground is whatever begins with `GND`.
const SUPPLY_NAMES: &[&str] = &["3V3", "5V", "VIN", "VBUS", "VSYS"];

impl Board {
    /// The board of that name.
    pub fn find(name: &str) -> Option<&'static Board> {
        BOARDS.iter().copied().find(|board| board.name == name)
    }

    /// The board, and its shape, that a diagram calls `kind`.
    pub fn find_shape(kind: &str) -> Option<(&'static Board, &'static Shape)> {
        BOARDS.iter().find_map(|board| {
            board.shapes.iter().find(|shape| shape.name == kind).map(|shape| (*board, shape))
        })
    }

    /// The name of a board that `name` was perhaps meant to be.
    pub fn nearest(name: &str) -> Option<&'static str> {
        spelling::nearest(name, BOARDS.iter().map(|board| board.name))
    }

    /// Virtual time a reduction takes, in nanoseconds.
    pub const fn ns_per_reduction(&self) -> u64 {
        CYCLES_PER_REDUCTION * 1_000_000_000 / self.clock_hz
    }

    /// Its memory in bytes of this computer, whose words may be longer than the board's, which have four bytes.
    pub const fn memory_bytes(&self) -> usize {
        self.ram_bytes as usize * (size_of::<usize>() / 4)
    }

    /// The pins, ascending, and what each can do.
    pub fn pins(&self) -> impl Iterator<Item = (u8, Ability)> {
        self.pins.iter().flat_map(|range| (range.first..=range.last).map(|number| (number, range.ability)))
    }

    /// What a pin can do, if the chip has it.
    pub fn ability(&self, number: u8) -> Option<Ability> {
        self.pins().find(|(candidate, _)| *candidate == number).map(|(_, ability)| ability)
    }

    /// The shape meant where there is no diagram.
    pub fn shape(&self) -> &'static Shape {
        &self.shapes[0]
    }

    /// What the name of a pin on the board's edge stands for, in a diagram that has the board in this shape.
    pub fn edge(&self, shape: &Shape, name: &str) -> Option<Edge> {
        let plain = name.split('.').next().unwrap_or(name);
        if plain.eq_ignore_ascii_case("GND") {
            return Some(Edge::Ground);
        }
        if SUPPLY_NAMES.contains(&plain) {
            return Some(Edge::Supply);
        }
        if let Some((_, number)) = shape.names.iter().find(|(known, _)| *known == name) {
            return Some(Edge::Gpio(*number));
        }
        if shape.idle.contains(&name) {
            return Some(Edge::Idle);
        }
        let number = shape.prefixes.iter().find_map(|prefix| pin_number(name.strip_prefix(prefix)?))?;
        self.ability(number).map(|_| Edge::Gpio(number))
    }

    /// Every name of a pin on the edge, for the nearest one to be found.
    pub fn edge_names(&self, shape: &Shape) -> Vec<String> {
        let prefix = shape.prefixes[0];
        let numbered = self.pins().map(|(number, _)| format!("{prefix}{number}"));
        let named = shape.names.iter().map(|(name, _)| *name).chain(shape.idle.iter().copied());
        numbered.chain(named.chain(["GND.1", "3V3", "5V"]).map(str::to_owned)).collect()
    }
}

/// A pin's number, written as people do: no sign, no leading zero.
fn pin_number(digits: &str) -> Option<u8> {
    let plain = digits == "0" || digits.starts_with(|first: char| ('1'..='9').contains(&first));
    digits.parse().ok().filter(|_| plain)
}

/// The LED many ESP32 boards have on GPIO 2.
const ESP32_LED: Soldered = Soldered {
    id: "led",
    kind: "wokwi-led",
    attributes: &[("color", "blue")],
    wires: &[("A", "2"), ("C", "GND")],
};

/// The button that starts the boot loader, free for programs once they run, and the resistor that pulls it up.
const ESP32_BOOT: Soldered = Soldered {
    id: "boot",
    kind: "wokwi-pushbutton",
    attributes: &[],
    wires: &[("1.l", "0"), ("2.l", "GND")],
};

/// See [`ESP32_BOOT`].
const ESP32_BOOT_PULL: Soldered = Soldered {
    id: "boot-pull",
    kind: "wokwi-resistor",
    attributes: &[("value", "10000")],
    wires: &[("1", "0"), ("2", "3V3")],
};

/// The ESP32 DevKitC. Pins: ESP32 data sheet, "Pin Definitions"; memory: what the application may use of 520 KiB.
pub const ESP32: Board = Board {
    name: "esp32",
    title: "ESP32 DevKitC",
    chip: "ESP32",
    platform: "esp32",
    clock_hz: 240_000_000,
    ram_bytes: 320 << 10,
    flash_bytes: 4 << 20,
    pack_bytes: 1 << 20,
    uart: Uart { number: 0, tx: 1, rx: 3, baud: 115_200 },
    pins: &[
        PinRange { first: 0, last: 5, ability: Ability::Full },
        PinRange { first: 6, last: 11, ability: Ability::Reserved("flash memory") },
        PinRange { first: 12, last: 19, ability: Ability::Full },
        PinRange { first: 21, last: 23, ability: Ability::Full },
        PinRange { first: 25, last: 27, ability: Ability::Full },
        PinRange { first: 32, last: 33, ability: Ability::Full },
        PinRange { first: 34, last: 39, ability: Ability::InputOnly },
    ],
    wants_init: false,
    reads_back: false,
    shapes: &[
        Shape {
            name: "board-esp32-devkit-v1",
            prefixes: &["", "D", "GPIO"],
            names: ESP32_NAMES,
            idle: &["EN"],
            soldered: &[ESP32_LED, ESP32_BOOT, ESP32_BOOT_PULL],
        },
        Shape {
            name: "wokwi-esp32-devkit-v1",
            prefixes: &["", "D", "GPIO"],
            names: ESP32_NAMES,
            idle: &["EN"],
            soldered: &[ESP32_LED, ESP32_BOOT, ESP32_BOOT_PULL],
        },
        // Here D0 to D3 are the lines of the flash memory, and no LED is soldered on.
        Shape {
            name: "board-esp32-devkit-c-v4",
            prefixes: &["", "GPIO"],
            names: ESP32_C_V4_NAMES,
            idle: &["EN"],
            soldered: &[ESP32_BOOT, ESP32_BOOT_PULL],
        },
    ],
};

const ESP32_NAMES: &[(&str, u8)] =
    &[("VP", 36), ("VN", 39), ("TX0", 1), ("RX0", 3), ("TX2", 17), ("RX2", 16), ("TX", 1), ("RX", 3)];

const ESP32_C_V4_NAMES: &[(&str, u8)] = &[
    ("VP", 36),
    ("VN", 39),
    ("TX", 1),
    ("RX", 3),
    ("CLK", 6),
    ("D0", 7),
    ("D1", 8),
    ("D2", 9),
    ("D3", 10),
    ("CMD", 11),
];

/// The LED on GPIO 25 of the Pico.
const PICO_LED: Soldered = Soldered {
    id: "led",
    kind: "wokwi-led",
    attributes: &[("color", "green")],
    wires: &[("A", "GP25"), ("C", "GND")],
};

const PICO_IDLE: &[&str] = &["RUN", "3V3_EN", "ADC_VREF", "TP4", "TP5"];

/// The Raspberry Pi Pico. Pins and memory: RP2040 data sheet; GPIO 29 measures the supply and is not led out.
pub const PICO: Board = Board {
    name: "pico",
    title: "Raspberry Pi Pico",
    chip: "RP2040",
    platform: "pico",
    clock_hz: 125_000_000,
    ram_bytes: 264 << 10,
    flash_bytes: 2 << 20,
    pack_bytes: 512 << 10,
    uart: Uart { number: 0, tx: 0, rx: 1, baud: 115_200 },
    pins: &[PinRange { first: 0, last: 28, ability: Ability::Full }],
    wants_init: true,
    reads_back: true,
    shapes: &[
        Shape {
            name: "board-pi-pico",
            prefixes: &["GP", "GPIO"],
            names: &[],
            idle: PICO_IDLE,
            soldered: &[PICO_LED],
        },
        Shape {
            name: "wokwi-pi-pico",
            prefixes: &["GP", "GPIO"],
            names: &[],
            idle: PICO_IDLE,
            soldered: &[PICO_LED],
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_are_what_the_data_sheets_say() {
        assert_eq!(ESP32.ability(2), Some(Ability::Full));
        assert_eq!(ESP32.ability(34), Some(Ability::InputOnly));
        assert!(matches!(ESP32.ability(6), Some(Ability::Reserved(_))));
        assert_eq!(ESP32.ability(20), None);
        assert_eq!(ESP32.pins().count(), 34);
        assert_eq!(PICO.pins().count(), 29);
    }

    #[test]
    fn pin_names_follow_the_shape() {
        let (board, shape) = Board::find_shape("board-esp32-devkit-c-v4").unwrap();
        assert_eq!(board.edge(shape, "2"), Some(Edge::Gpio(2)));
        assert_eq!(board.edge(shape, "D2"), Some(Edge::Gpio(9)));
        assert_eq!(board.edge(shape, "GND.2"), Some(Edge::Ground));
        assert_eq!(board.edge(shape, "3V3"), Some(Edge::Supply));
        assert_eq!(board.edge(shape, "EN"), Some(Edge::Idle));
        assert_eq!(board.edge(shape, "20"), None);
        assert_eq!(board.edge(shape, "02"), None);
        assert_eq!(ESP32.edge(ESP32.shape(), "D2"), Some(Edge::Gpio(2)));
        assert_eq!(PICO.edge(PICO.shape(), "GP15"), Some(Edge::Gpio(15)));
        assert_eq!(PICO.edge(PICO.shape(), "GP29"), None);
    }

    #[test]
    fn every_soldered_part_is_known_and_fits() {
        for board in BOARDS {
            for shape in board.shapes {
                for part in shape.soldered {
                    let kind = crate::device::Kind::find(part.kind).expect(part.kind);
                    for (terminal, pin) in part.wires {
                        assert!(kind.terminal(terminal).is_some(), "{} {terminal}", part.id);
                        assert!(board.edge(shape, pin).is_some(), "{} {pin}", part.id);
                    }
                }
            }
        }
    }

    #[test]
    fn a_reduction_takes_its_cycles() {
        assert_eq!(ESP32.ns_per_reduction(), 500);
        assert_eq!(PICO.ns_per_reduction(), 960);
    }
}
