//! The chip as programs ask for it: its name, and chance.

use crate::sched::System;

/// The name `atomvm:platform/0` gives.
pub fn name(system: &System) -> &'static str {
    system.platform.name()
}

/// 64 random bits; a platform that is seeded gives the same ones again.
pub fn random(system: &System) -> u64 {
    system.platform.random()
}
