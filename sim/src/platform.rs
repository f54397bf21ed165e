//! The virtual board as the machine sees it, and acts on it: here only.
//!
//! Invariant: every call is one borrow of the world, ended before it returns.

use std::cell::RefCell;
use std::rc::Rc;

use vm::platform::gpio::{PinMode, Pull, Trigger};
use vm::platform::{Clock, Console, Crash, Event, Gpio, Pin, PinError, Platform};

use crate::world::World;

/// A world, as a platform.
#[derive(Clone, Debug)]
pub struct SimPlatform(pub Rc<RefCell<World>>);

impl Platform for SimPlatform {
    fn name(&self) -> &'static str {
        let board = self.0.borrow().board;
        board.platform
    }

    fn clock(&self) -> &dyn Clock {
        self
    }

    fn console(&self) -> &dyn Console {
        self
    }

    fn gpio(&self) -> Option<&dyn Gpio> {
        Some(self)
    }

    fn poll(&self) -> Option<Event> {
        self.0.borrow_mut().take_interrupt().map(Event::PinInterrupt)
    }

    fn random(&self) -> u64 {
        self.0.borrow_mut().entropy.bits()
    }
}

impl Clock for SimPlatform {
    fn monotonic_ns(&self) -> u64 {
        self.0.borrow().clock.now_ns()
    }

    fn system_ns(&self) -> u64 {
        self.0.borrow().clock.system_ns()
    }

    fn worked(&self, reductions: u32) {
        self.0.borrow_mut().clock.worked(reductions);
    }
}

impl Console for SimPlatform {
    fn write(&self, text: &[u8]) {
        self.0.borrow_mut().console.write(text);
    }

    fn crashed(&self, crash: &Crash) {
        self.0.borrow_mut().crashed(crash);
    }
}

impl Gpio for SimPlatform {
    fn init(&self, pin: Pin) -> Result<(), PinError> {
        self.0.borrow_mut().init_pin(pin)
    }

    fn deinit(&self, pin: Pin) -> Result<(), PinError> {
        self.0.borrow_mut().deinit_pin(pin)
    }

    fn set_mode(&self, pin: Pin, mode: PinMode) -> Result<(), PinError> {
        self.0.borrow_mut().set_mode(pin, mode)
    }

    fn set_pull(&self, pin: Pin, pull: Pull) -> Result<(), PinError> {
        self.0.borrow_mut().set_pull(pin, pull)
    }

    fn write(&self, pin: Pin, high: bool) -> Result<(), PinError> {
        self.0.borrow_mut().write_pin(pin, high)
    }

    fn read(&self, pin: Pin) -> Result<bool, PinError> {
        self.0.borrow_mut().read_pin(pin)
    }

    fn set_trigger(&self, pin: Pin, trigger: Trigger) -> Result<(), PinError> {
        self.0.borrow_mut().set_trigger(pin, trigger)
    }
}
