//! Pins as programs name them, and the one port that tells of their interrupts.
//!
//! Invariants: a pin is an integer, or on chips that number by bank (STM32) `{Bank, Number}` with a bank `a` to `p`;
//! a pin has one listener at most; a pin that interrupts without one is told to stop.

use crate::atom::{Atom, names};
use crate::heap::{Arena, Built, Parcel};
use crate::platform::gpio::{PinMode, Pull, Trigger};
use crate::platform::{Gpio, Pin, PinError};
use crate::process::Signal;
use crate::sched::{OpenPort, System};
use crate::term::{Kind, Term};

/// The platform whose pins have banks.
const BANKED: &str = "stm32";

/// Modes by name.
const MODES: &[(&str, PinMode)] = &[
    ("input", PinMode::Input),
    ("output", PinMode::Output),
    ("output_od", PinMode::OutputOpenDrain),
    ("input_output", PinMode::InputOutput),
    ("input_output_od", PinMode::InputOutputOpenDrain),
    ("disable", PinMode::Disabled),
];

/// Pulls by name.
const PULLS: &[(&str, Pull)] =
    &[("floating", Pull::Floating), ("up", Pull::Up), ("down", Pull::Down), ("up_down", Pull::UpDown)];

/// Triggers by name.
const TRIGGERS: &[(&str, Trigger)] = &[
    ("none", Trigger::None),
    ("rising", Trigger::Rising),
    ("falling", Trigger::Falling),
    ("both", Trigger::Both),
    ("low", Trigger::Low),
    ("high", Trigger::High),
];

fn named<T: Copy>(table: &[(&str, T)], system: &System, term: Term<'_>) -> Option<T> {
    let name = system.atoms.name(term.as_atom()?);
    table.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}

/// A mode, and the pull that goes with it: an atom, or `{Mode, Options}` where options are `open_drain`, pulls, and
/// what says nothing about levels (speed).
pub fn mode(system: &System, term: Term<'_>) -> Option<(PinMode, Option<Pull>)> {
    let Some([mode, options]) = term.as_tuple() else { return Some((named(MODES, system, term)?, None)) };
    let mut mode = named(MODES, system, *mode)?;
    let mut wanted = None;
    options.list_length()?;
    for option in options.list() {
        wanted = named(PULLS, system, option).or(wanted);
        if option.as_atom().is_some_and(|option| system.atoms.name(option) == "open_drain") {
            mode = PinMode::OutputOpenDrain;
        }
    }
    Some((mode, wanted))
}

/// A pull.
pub fn pull(system: &System, term: Term<'_>) -> Option<Pull> {
    named(PULLS, system, term)
}

/// A trigger.
pub fn trigger(system: &System, term: Term<'_>) -> Option<Trigger> {
    named(TRIGGERS, system, term)
}

/// A level: `high`, `low`, 1 or 0.
pub fn level(term: Term<'_>) -> Option<bool> {
    match term.kind() {
        Kind::Atom(names::high) | Kind::Small(1) => Some(true),
        Kind::Atom(names::low) | Kind::Small(0) => Some(false),
        _ => None,
    }
}

/// A pin.
pub fn pin(system: &System, term: Term<'_>) -> Option<Pin> {
    let number = |term: Term<'_>| term.as_small().and_then(|number| u8::try_from(number).ok());
    if let Some([bank, rest]) = term.as_tuple() {
        let bank = match system.atoms.name(bank.as_atom()?).as_bytes() {
            [letter @ b'a'..=b'p'] => letter - b'a',
            _ => return None,
        };
        return Some(Pin { bank, number: number(*rest)? });
    }
    Some(Pin { bank: 0, number: number(term)? })
}

/// A pin as programs of this platform name it.
pub fn pin_term<'h>(system: &System, arena: &'h Arena, pin: Pin) -> Built<'h> {
    let number = Term::small_number(i32::from(pin.number));
    if system.platform.name() != BANKED {
        return Ok(number);
    }
    let letter = [b'a'.saturating_add(pin.bank)];
    let bank = core::str::from_utf8(&letter).ok().and_then(|name| system.atoms.intern(name));
    match bank {
        Some(bank) => arena.tuple(&[Term::atom(bank), number]),
        None => Ok(number),
    }
}

/// Does something with the platform's pins; a platform without any has no such pin.
pub fn with<T>(system: &System, act: impl FnOnce(&dyn Gpio) -> Result<T, PinError>) -> Result<T, PinError> {
    system.platform.gpio().map_or(Err(PinError::NoSuchPin), act)
}

/// Sets what a pin does and, where it is given, what pulls it.
pub fn set_mode(system: &System, pin: Pin, (mode, pull): (PinMode, Option<Pull>)) -> Result<(), PinError> {
    with(system, |gpio| {
        gpio.set_mode(pin, mode)?;
        pull.map_or(Ok(()), |pull| gpio.set_pull(pin, pull))
    })
}

/// Tells a process of a pin's interrupts, or nobody when the trigger is none.
pub fn listen(system: &System, pin: Pin, trigger: Trigger, listener: u32) -> Result<(), PinError> {
    with(system, |gpio| gpio.set_trigger(pin, trigger))?;
    let mut pins = system.pins.borrow_mut();
    if trigger == Trigger::None {
        pins.remove(&pin);
    } else {
        pins.insert(pin, listener);
    }
    Ok(())
}

/// A pin saw its edge or level: `{gpio_interrupt, Pin}` goes to its listener.
pub fn interrupt(system: &System, pin: Pin) {
    let listener = system.pins.borrow().get(&pin).copied();
    let Some(listener) = listener else {
        // Its listener is gone. There is nobody to tell when the pin cannot be stopped either.
        let _ = with(system, |gpio| gpio.set_trigger(pin, Trigger::None));
        return;
    };
    let message = Parcel::build(|arena| {
        let pin = pin_term(system, arena, pin)?;
        arena.tuple(&[Term::atom(names::gpio_interrupt), pin])
    });
    if let Ok(message) = message {
        system.signal(listener, Signal::Message(message));
    }
}

/// The open port.
pub fn opened(system: &System) -> Option<u32> {
    system.ports.borrow().named(names::gpio)
}

/// Opens the port, unless it is open or its name is taken.
pub fn open(system: &System, owner: u32) -> Option<u32> {
    if opened(system).is_some() || system.whereis(names::gpio).is_some() || system.platform.gpio().is_none() {
        return None;
    }
    let port = OpenPort { driver: names::gpio, name: Some(names::gpio), owner };
    Some(system.ports.borrow_mut().open(port))
}

/// Whether a port is the open port of this driver.
pub fn is_open(system: &System, number: u32) -> bool {
    system.ports.borrow().get(number).is_some_and(|port| port.driver == names::gpio)
}

/// Closes the port: no pin interrupts any more.
pub fn close(system: &System, number: u32) {
    for (pin, _) in system.pins.take() {
        // A pin that cannot be stopped has no listener any more, and is not heard.
        let _ = with(system, |gpio| gpio.set_trigger(pin, Trigger::None));
    }
    system.ports.borrow_mut().close(number);
}

/// Why an operation was refused, as the atom in `{error, Reason}`.
pub fn reason(error: PinError) -> Atom {
    match error {
        PinError::NoSuchPin | PinError::NotCapable => names::badarg,
        PinError::NotInitialised => names::not_loaded,
    }
}
