//! General-purpose pins.
//!
//! The vocabulary is AtomVM's `gpio` module: modes, pulls, levels and interrupt triggers.

/// A pin: `bank` is 0 but on chips that number pins by bank (STM32's PA0 is bank 0, PB0 bank 1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Pin {
    /// The bank.
    pub bank: u8,
    /// The number in its bank.
    pub number: u8,
}

/// What a pin does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PinMode {
    /// It is read.
    Input,
    /// It drives both levels.
    Output,
    /// It drives low and lets go of high.
    OutputOpenDrain,
    /// It is read and drives both levels.
    InputOutput,
    /// It is read, drives low and lets go of high.
    InputOutputOpenDrain,
    /// Neither.
    Disabled,
}

/// What holds a pin that nobody drives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pull {
    /// Nothing.
    Floating,
    /// A resistor to supply.
    Up,
    /// A resistor to ground.
    Down,
    /// Both.
    UpDown,
}

/// When a pin interrupts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trigger {
    /// Never.
    None,
    /// Low to high.
    Rising,
    /// High to low.
    Falling,
    /// Either edge.
    Both,
    /// While low.
    Low,
    /// While high.
    High,
}

/// Why a pin operation was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PinError {
    /// The chip has no such pin.
    NoSuchPin,
    /// The pin cannot do that (an input-only pin driven, no pull, no interrupt).
    NotCapable,
    /// The chip wants `gpio:init/1` first (Pico).
    NotInitialised,
}

/// The pins of a chip.
pub trait Gpio {
    /// Makes a pin ready for use as a GPIO.
    fn init(&self, pin: Pin) -> Result<(), PinError>;
    /// Gives a pin back.
    fn deinit(&self, pin: Pin) -> Result<(), PinError>;
    /// Sets what a pin does.
    fn set_mode(&self, pin: Pin, mode: PinMode) -> Result<(), PinError>;
    /// Sets what holds a pin that nobody drives.
    fn set_pull(&self, pin: Pin, pull: Pull) -> Result<(), PinError>;
    /// Drives a pin high or low.
    fn write(&self, pin: Pin, high: bool) -> Result<(), PinError>;
    /// Whether a pin is high.
    fn read(&self, pin: Pin) -> Result<bool, PinError>;
    /// Sets when a pin interrupts; each time it does, the platform's `poll` gives an event.
    fn set_trigger(&self, pin: Pin, trigger: Trigger) -> Result<(), PinError>;
}
