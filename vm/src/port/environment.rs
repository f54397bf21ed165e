//! Variables of the environment, and what runs below the machine.
//!
//! Invariant: the platform is asked for its variables once; what a program changes is seen by that machine alone.

use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::platform::OperatingSystem;
use crate::sched::System;

/// Looks at the variables, or changes them.
pub fn variables<R>(system: &System, act: impl FnOnce(&mut BTreeMap<String, String>) -> R) -> R {
    let mut variables = system.environment.borrow_mut();
    act(variables.get_or_insert_with(|| system.platform.environment().into_iter().collect()))
}

/// What runs below the machine.
pub fn operating_system(system: &System) -> OperatingSystem {
    system.platform.operating_system()
}
