//! The console as programs write to it and read from it.
//!
//! Invariant: one process has asked for a line at a time, and the line comes to it as `{console_line, Line}`.

use alloc::vec::Vec;

use crate::atom::names;
use crate::heap::Parcel;
use crate::platform::Crash;
use crate::process::Signal;
use crate::sched::System;
use crate::term::Term;

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

/// Asks for a line of input on behalf of a process; whether there is input.
pub fn request_line(system: &System, pid: u32) -> bool {
    system.reader.set(Some(pid));
    system.platform.console().request_line()
}

/// Tells who asked of a line that came; nothing is the end of the input.
pub fn line(system: &System, line: Option<Vec<u8>>) {
    let Some(pid) = system.reader.take() else { return };
    let message = Parcel::build(|arena| {
        let line = line.map_or(Ok(Term::atom(names::eof)), |line| arena.bytes(&line))?;
        arena.tuple(&[Term::atom(names::console_line), line])
    });
    if let Ok(message) = message {
        system.signal(pid, Signal::Message(message));
    }
}
