//! Time as programs, timers and receives ask for it.

use crate::sched::System;

/// Nanoseconds since the machine started; they never go back.
pub fn monotonic_ns(system: &System) -> u64 {
    system.platform.clock().monotonic_ns()
}

/// Nanoseconds since 1970.
pub fn system_ns(system: &System) -> u64 {
    system.platform.clock().system_ns()
}

/// Tells the clock that so many reductions were done.
pub fn worked(system: &System, reductions: u32) {
    system.platform.clock().worked(reductions);
}
