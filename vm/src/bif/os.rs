//! Module `os`: the clock of the operating system, which is the machine's.
//!
//! Deliberately absent: environment variables and commands. A device has neither.

use super::Context;
use super::erlang::time;
use crate::bifs;
use crate::port::clock;
use crate::process::Native;
use crate::term::Term;

bifs! {"os";
    /// A counter of nanoseconds.
    plain "perf_counter"/0 => perf_counter;
    /// Time since 1970, in nanoseconds.
    plain "system_time"/0 => time::system_time;
    /// Time since 1970, in a unit.
    plain "system_time"/1 => time::system_time_in;
    /// Mega seconds, seconds and microseconds since 1970.
    plain "timestamp"/0 => time::timestamp;
}

fn perf_counter<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.u64(clock::monotonic_ns(context.system))?)
}
