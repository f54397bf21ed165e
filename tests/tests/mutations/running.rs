//! A damaged module that was accepted, run for a while where nobody hears it.
//!
//! Invariant: the world is the same for every module: time moves only when the machine has worked or has nothing to do.
//! Deliberately absent: what the module computes. That the machine stays whole is all that is asked.

use std::cell::Cell;
use std::rc::Rc;

use vm::atom::{Atom, names};
use vm::heap::{MIN_WORDS, OutOfMemory, Parcel};
use vm::platform::{Clock, Console, Platform};
use vm::process::MemorySettings;
use vm::run::{Step, Vm};
use vm::sched::Callee;

/// Reductions for which each function of a module runs, about.
const REDUCTIONS: u64 = 10_000;
/// Nanoseconds of a reduction.
const REDUCTION_NS: u64 = 100;
/// Words of heaps and stacks at which the run is over.
const MOST_WORDS: usize = 1 << 24;
/// Processes at which the run is over: to look at them all after each slice takes long.
const MOST_PROCESSES: usize = 1000;
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

/// Runs functions of a module that take no argument, or a list, side by side. Whether there were any.
pub fn run(bytes: &[u8], functions: &[(String, u32)]) -> bool {
    let world = Rc::new(Nowhere::default());
    let mut vm = Vm::with_library(world.clone());
    let Ok(module) = vm.load_beam(bytes) else { return false };
    let started = start(&vm, module, functions).expect("memory for some processes");
    go(&mut vm, &world, started * REDUCTIONS);
    started > 0
}

/// Starts functions as children of a process that does nothing; how many.
fn start(vm: &Vm, module: Atom, functions: &[(String, u32)]) -> Result<u64, OutOfMemory> {
    let system = vm.system();
    let parent = system.processes.spawn(MIN_WORDS)?;
    system.start_when_told(&parent, names::erlang, names::node);
    let list = Parcel::build(|arena| arena.list(&[arena.string("one")?, arena.string("two")?]))?;
    let mut started = 0;
    for (function, arity) in functions.iter().filter(|(_, arity)| *arity < 2).take(MOST_STARTS) {
        let Some(function) = vm.atom(function) else { continue };
        let callee = Callee::Function(module, function);
        let arguments = [list.term()];
        let arguments = &arguments[..*arity as usize];
        let memory = MemorySettings::default();
        system.release(&*system.make_child(&parent, callee, arguments, names::normal, memory)?);
        started += 1;
    }
    Ok(started)
}

/// Lets a machine work.
fn go(vm: &mut Vm, world: &Nowhere, reductions: u64) {
    let mut sleeps = 0;
    while vm.system().totals.work.get().reductions < reductions {
        match vm.step() {
            Step::Worked => {}
            Step::Idle { until_ns: Some(until_ns) } if sleeps < MOST_SLEEPS => {
                sleeps += 1;
                world.now_ns.set(world.now_ns.get().max(until_ns));
            }
            _ => return,
        }
        let processes = &vm.system().processes;
        let living = processes.pids().into_iter().filter_map(|pid| processes.get(pid));
        if processes.count() > MOST_PROCESSES
            || living.map(|one| one.heap_words().0).sum::<usize>() > MOST_WORDS
        {
            return;
        }
    }
}
