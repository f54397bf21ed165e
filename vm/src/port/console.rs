//! The console as programs write to it.

use crate::platform::Crash;
use crate::sched::System;

/// Writes text (UTF-8) to the console.
pub fn write(system: &System, text: &[u8]) {
    system.platform.console().write(text);
}

/// Says what the machine itself has to say (whole lines).
pub fn report(system: &System, text: &str) {
    system.platform.console().report(text);
}

/// Says that a process crashed.
pub fn crashed(system: &System, crash: &Crash) {
    system.platform.console().crashed(crash);
}
