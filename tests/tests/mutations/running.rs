//! A damaged module that was accepted, run for a while where nobody hears it.
//!
//! Invariant: the world is the same for every module: time moves only when the machine has worked or has nothing to do.
//! Deliberately absent: what the module computes. That the machine stays whole is all that is asked.

use std::cell::Cell;
use std::rc::Rc;

use vm::platform::{Clock, Console, Platform};
use vm::run::{Arguments, Step, Vm};

/// Reductions for which a module runs.
const REDUCTIONS: u64 = 10_000;
/// Nanoseconds of a reduction.
const REDUCTION_NS: u64 = 100;
/// Words of heaps and stacks at which the run is over.
const MOST_WORDS: usize = 1 << 24;
/// Times that the machine may have nothing to do until the next timer.
const MOST_SLEEPS: usize = 50;
/// The most functions of a module that are started.
const MOST_STARTS: usize = 12;

/// A world without anything but time.
#[derive(Default)]
struct Nowhere {
    now_ns: Cell<u64>,
    random: Cell<u64>,
}

impl Clock for Nowhere {
    fn monotonic_ns(&self) -> u64 {
        self.now_ns.get()
    }

    fn system_ns(&self) -> u64 {
        self.now_ns.get()
    }

    fn worked(&self, reductions: u32) {
        self.now_ns.set(self.now_ns.get() + u64::from(reductions) * REDUCTION_NS);
    }
}

impl Console for Nowhere {
    fn write(&self, _: &[u8]) {}
}

impl Platform for Nowhere {
    fn name(&self) -> &'static str {
        "nowhere"
    }

    fn clock(&self) -> &dyn Clock {
        self
    }

    fn console(&self) -> &dyn Console {
        self
    }

    fn random(&self) -> u64 {
        self.random.set(self.random.get().wrapping_mul(0x5851_f42d_4c95_7f2d) + 1);
        self.random.get()
    }
}

/// Runs functions of a module that take no argument, or a list. Whether there were any.
pub fn run(bytes: &[u8], functions: &[(String, u32)]) -> bool {
    let mut is_run = false;
    for (function, arity) in functions.iter().filter(|(_, arity)| *arity < 2).take(MOST_STARTS) {
        let world = Rc::new(Nowhere::default());
        let mut vm = Vm::with_library(world.clone());
        let Ok(module) = vm.load_beam(bytes) else { return is_run };
        let Some(function) = vm.atom(function) else { continue };
        let arguments = if *arity == 0 {
            Arguments::None
        } else {
            Arguments::Strings(vec!["one".to_owned(), "two".to_owned()])
        };
        vm.start(module, function, arguments);
        go(&mut vm, &world);
        is_run = true;
    }
    is_run
}

/// Lets a machine work.
fn go(vm: &mut Vm, world: &Nowhere) {
    let mut sleeps = 0;
    while vm.system().totals.reductions.get() < REDUCTIONS {
        match vm.step() {
            Step::Worked => {}
            Step::Idle { until_ns: Some(until_ns) } if sleeps < MOST_SLEEPS => {
                sleeps += 1;
                world.now_ns.set(world.now_ns.get().max(until_ns));
            }
            _ => return,
        }
        let words: usize = vm.processes().iter().map(|process| process.heap_words).sum();
        if words > MOST_WORDS {
            return;
        }
    }
}
