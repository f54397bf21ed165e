//! What a pin of the chip does right now, and what that does to its net.
//!
//! Modes, pulls and triggers are the machine's own words for them ([`vm::platform::gpio`]).
//! Invariant: a pin that cannot drive never does.

use vm::platform::gpio::{PinMode, Pull, Trigger};

use crate::board::Ability;
use crate::net::{DriverId, NetId, Signal, Strength};

/// A pin.
#[derive(Debug)]
pub struct PinState {
    /// Its number.
    pub number: u8,
    /// What it can do.
    pub ability: Ability,
    /// The net it is on.
    pub net: NetId,
    /// What it is to that net.
    pub driver: DriverId,
    /// Whether the program made it ready, where the chip wants that.
    pub initialised: bool,
    /// What it does, once it was told.
    pub mode: Option<PinMode>,
    /// What holds it.
    pub pull: Pull,
    /// The level it drives when it drives; kept while it does not.
    pub latch: bool,
    /// When it interrupts.
    pub trigger: Trigger,
}

impl PinState {
    /// A pin after reset.
    pub fn new(number: u8, ability: Ability, net: NetId, driver: DriverId) -> Self {
        PinState {
            number,
            ability,
            net,
            driver,
            initialised: false,
            mode: None,
            pull: Pull::Floating,
            latch: false,
            trigger: Trigger::None,
        }
    }

    /// Its name on the chip.
    pub fn name(&self) -> String {
        format!("GPIO{}", self.number)
    }

    /// Puts it back as it was after reset.
    pub fn reset(&mut self) {
        *self = PinState::new(self.number, self.ability, self.net, self.driver);
    }

    /// What it does to its net.
    pub fn signal(&self) -> Signal {
        use PinMode::{InputOutput, InputOutputOpenDrain, Output, OutputOpenDrain};
        match self.mode {
            Some(Output | InputOutput) => Signal::new(Strength::Strong, self.latch),
            Some(OutputOpenDrain | InputOutputOpenDrain) if !self.latch => {
                Signal::new(Strength::Strong, false)
            }
            Some(PinMode::Disabled) => Signal::FLOATING,
            _ => self.pulled(),
        }
    }

    fn pulled(&self) -> Signal {
        match self.pull {
            Pull::Floating => Signal::FLOATING,
            Pull::Up => Signal::new(Strength::Pull, true),
            Pull::Down => Signal::new(Strength::Pull, false),
            Pull::UpDown => Signal { strength: Strength::Pull, low: true, high: true },
        }
    }

    /// Whether it sees its net; `reads_back` is whether the chip reads a pin that only drives.
    pub fn reads(&self, reads_back: bool) -> bool {
        match self.mode {
            Some(PinMode::Output | PinMode::OutputOpenDrain) => reads_back,
            Some(PinMode::Disabled) => false,
            _ => true,
        }
    }

    /// Whether an edge to `high` interrupts.
    pub fn interrupts_at(&self, high: bool) -> bool {
        match self.trigger {
            Trigger::None => false,
            Trigger::Both => true,
            Trigger::Rising | Trigger::High => high,
            Trigger::Falling | Trigger::Low => !high,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(mode: PinMode, latch: bool, pull: Pull) -> PinState {
        PinState { mode: Some(mode), latch, pull, ..PinState::new(2, Ability::Full, 2, 0) }
    }

    #[test]
    fn modes_drive_as_they_say() {
        let strong = |high| Signal::new(Strength::Strong, high);
        let up = Signal::new(Strength::Pull, true);
        let cases = [
            (PinMode::Output, true, Pull::Down, strong(true)),
            (PinMode::InputOutput, false, Pull::Up, strong(false)),
            (PinMode::OutputOpenDrain, true, Pull::Up, up),
            (PinMode::OutputOpenDrain, true, Pull::Floating, Signal::FLOATING),
            (PinMode::InputOutputOpenDrain, false, Pull::Up, strong(false)),
            (PinMode::Input, true, Pull::Up, up),
            (PinMode::Disabled, true, Pull::Up, Signal::FLOATING),
        ];
        for (mode, latch, pull, expected) in cases {
            assert_eq!(pin(mode, latch, pull).signal(), expected, "{mode:?} {latch} {pull:?}");
        }
    }

    #[test]
    fn an_output_reads_back_where_the_chip_does() {
        assert!(!pin(PinMode::Output, true, Pull::Floating).reads(false));
        assert!(pin(PinMode::Output, true, Pull::Floating).reads(true));
        assert!(pin(PinMode::InputOutput, true, Pull::Floating).reads(false));
    }
}
