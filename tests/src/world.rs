//! A world for test runs: a clock of its own, and a console that is kept.
//!
//! Invariant: time is virtual. A slice takes what its reductions take, a wait nothing; so a run is the same each time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use vm::platform::{Clock, Console, Platform};
use vm::run::{Arguments, Outcome, Step, Vm};

/// Nanoseconds of a reduction: about what it takes on a small chip.
const REDUCTION_NS: u64 = 100;

/// A world of a clock and a console.
#[derive(Default)]
pub struct World {
    now_ns: Cell<u64>,
    random: Cell<u64>,
    text: RefCell<Vec<u8>>,
    reports: RefCell<String>,
}

impl World {
    /// Loads modules into a machine with the libraries and runs one of them until it returns `ok`; what was printed, or
    /// why that did not come about.
    ///
    /// # Errors
    /// A module does not load, or the program ends otherwise, waits for ever, or runs past `end_ns`.
    pub fn run(
        beams: &[Vec<u8>],
        entry: (&str, &str),
        arguments: Arguments,
        end_ns: u64,
    ) -> Result<String, String> {
        let world = Rc::new(World::default());
        let mut vm = Vm::with_library(world.clone());
        for beam in beams {
            vm.load_beam(beam).map_err(|error| error.to_string())?;
        }
        let atom = |name| vm.atom(name).expect("a short name");
        let (module, function) = (atom(entry.0), atom(entry.1));
        vm.start(module, function, arguments);
        let ending = world.finish(&mut vm, end_ns);
        let text = String::from_utf8_lossy(&world.text.borrow()).into_owned();
        match ending {
            Ok(()) => Ok(text),
            Err(error) => Err(format!("{error}\nreports: {}\nprinted: {text}", world.reports.borrow())),
        }
    }

    fn finish(&self, vm: &mut Vm, end_ns: u64) -> Result<(), String> {
        loop {
            match vm.step() {
                Step::Halted(Outcome::Returned { ok: true, .. }) => return Ok(()),
                Step::Halted(outcome) => return Err(format!("{outcome:?}")),
                Step::Idle { until_ns: Some(until) } => self.now_ns.set(until.max(self.now_ns.get())),
                Step::Idle { until_ns: None } => return Err("it waits for ever".to_owned()),
                Step::Worked if self.now_ns.get() > end_ns => return Err("it runs for ever".to_owned()),
                Step::Worked => {}
            }
        }
    }
}

impl Clock for World {
    fn monotonic_ns(&self) -> u64 {
        self.now_ns.get()
    }

    fn system_ns(&self) -> u64 {
        1_700_000_000_000_000_000 + self.now_ns.get()
    }

    fn worked(&self, reductions: u32) {
        self.now_ns.set(self.now_ns.get() + u64::from(reductions) * REDUCTION_NS);
    }
}

impl Console for World {
    fn write(&self, text: &[u8]) {
        self.text.borrow_mut().extend_from_slice(text);
    }

    fn report(&self, text: &str) {
        self.reports.borrow_mut().push_str(text);
    }
}

impl Platform for World {
    fn name(&self) -> &'static str {
        "generic_unix"
    }

    fn clock(&self) -> &dyn Clock {
        self
    }

    fn console(&self) -> &dyn Console {
        self
    }

    fn random(&self) -> u64 {
        self.random.set(self.random.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        self.random.get()
    }
}
