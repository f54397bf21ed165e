//! What the machine needs of the world around it: traits only.
//!
//! Invariants: only `port` and the run loop call a platform; nothing here blocks; what happens outside comes back
//! as an [`Event`] that the machine asks for between slices, never as a call into it.
//! Deliberately absent: implementations. A host's is in `std`, a board's in firmware, the virtual board's in `sim`.
#![expect(unsafe_code, reason = "a platform of one thread is kept where several could be")]

pub mod clock;
pub mod console;
pub mod crash;
pub mod gpio;
#[cfg(feature = "std")]
pub mod host;
pub mod storage;

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Deref;

pub use clock::Clock;
pub use console::Console;
pub use crash::{Crash, Frame};
pub use gpio::{Gpio, Pin, PinError};
pub use storage::Storage;

/// The world around a machine.
pub trait Platform {
    /// The name `atomvm:platform/0` gives: `esp32`, `pico`, `stm32`, `generic_unix`.
    fn name(&self) -> &'static str;
    /// Time.
    fn clock(&self) -> &dyn Clock;
    /// Where text goes.
    fn console(&self) -> &dyn Console;
    /// The pins, where the chip has any.
    fn gpio(&self) -> Option<&dyn Gpio> {
        None
    }
    /// The files, where there are any.
    fn storage(&self) -> Option<&dyn Storage> {
        None
    }
    /// The next thing that happened outside, if anything did; called between slices until it answers `None`.
    fn poll(&self) -> Option<Event> {
        None
    }
    /// Lets whoever waits for something to happen outside go on: a program on several threads is over.
    fn interrupt(&self) {}
    /// Variables of the environment when the machine starts; what a program changes is the machine's own.
    fn environment(&self) -> Vec<(String, String)> {
        Vec::new()
    }
    /// What runs below the machine.
    fn operating_system(&self) -> OperatingSystem {
        OperatingSystem::default()
    }
    /// 64 random bits; the same sequence again where the platform is seeded.
    fn random(&self) -> u64;
}

/// A platform, as a machine keeps it.
pub enum PlatformHandle {
    /// For one scheduler.
    One(Rc<dyn Platform>),
    /// For any number of them.
    #[cfg(feature = "std")]
    Many(std::sync::Arc<dyn Platform + Send + Sync>),
}

// SAFETY: a machine with a platform for one scheduler starts no thread (`crew` asks before it does).
unsafe impl Send for PlatformHandle {}
// SAFETY: as above.
unsafe impl Sync for PlatformHandle {}

impl Deref for PlatformHandle {
    type Target = dyn Platform;

    fn deref(&self) -> &Self::Target {
        match self {
            PlatformHandle::One(platform) => platform.as_ref(),
            #[cfg(feature = "std")]
            PlatformHandle::Many(platform) => platform.as_ref(),
        }
    }
}

impl<P: Platform + 'static> From<Rc<P>> for PlatformHandle {
    fn from(platform: Rc<P>) -> Self {
        PlatformHandle::One(platform)
    }
}

impl From<Rc<dyn Platform>> for PlatformHandle {
    fn from(platform: Rc<dyn Platform>) -> Self {
        PlatformHandle::One(platform)
    }
}

#[cfg(feature = "std")]
impl<P: Platform + Send + Sync + 'static> From<std::sync::Arc<P>> for PlatformHandle {
    fn from(platform: std::sync::Arc<P>) -> Self {
        PlatformHandle::Many(platform)
    }
}

/// What runs below the machine: nothing, unless a platform says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OperatingSystem {
    /// The family: `unix`, `win32`, `none`.
    pub family: &'static str,
    /// The name: `linux`; `None` is the platform's own.
    pub name: Option<&'static str>,
    /// Its release.
    pub release: [u32; 3],
    /// The number of the process that the machine is.
    pub process: u32,
}

impl Default for OperatingSystem {
    fn default() -> Self {
        OperatingSystem { family: "none", name: None, release: [0; 3], process: 1 }
    }
}

/// Something that happened outside.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Event {
    /// A pin whose interrupt was set saw its edge or level.
    PinInterrupt(Pin),
    /// The line of input that was asked for, with its end; nothing where the input has ended.
    ConsoleLine(Option<Vec<u8>>),
}
