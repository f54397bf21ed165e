//! A world for several schedulers: the host's clock, and a console that is kept.
//!
//! Invariant: time is real, and so is what processes do at the same time; only what a program prints is looked at.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use vm::platform::host::Host;
use vm::platform::{Clock, Console, Platform};
use vm::run::{Arguments, Outcome, Vm};

/// When a program is taken to be waiting for ever.
const END: Duration = Duration::from_secs(120);
/// How long nobody looks whether that time has come.
const NAP_NS: u64 = 1_000_000_000;

/// A host whose console is kept.
#[derive(Default)]
pub struct Crowd {
    host: Host,
    text: Mutex<Vec<u8>>,
}

impl Crowd {
    /// Loads a module into a machine of so many schedulers and runs its `start/0`; what it printed, or why it did not return
    /// `ok`.
    ///
    /// # Errors
    /// The module does not load, or the program ends otherwise.
    ///
    /// # Panics
    /// It waits for ever.
    pub fn run(beam: &[u8], module: &str, schedulers: usize) -> Result<String, String> {
        let crowd = Arc::new(Crowd::default());
        let mut vm = Vm::with_library(crowd.clone());
        vm.set_schedulers(schedulers);
        vm.load_beam(beam).map_err(|error| error.to_string())?;
        let atom = |name| vm.atom(name).expect("a short name");
        vm.start(atom(module), atom("start"), Arguments::None);
        let end = Instant::now() + END;
        let outcome = vm.run_to_end(|until_ns| {
            assert!(Instant::now() < end, "{module} waits for ever");
            let nap_ns = crowd.host.monotonic_ns() + NAP_NS;
            crowd.host.wait_until(Some(until_ns.map_or(nap_ns, |until| until.min(nap_ns))));
        });
        let text = crowd.text.lock().unwrap_or_else(PoisonError::into_inner);
        match outcome {
            Outcome::Returned { ok: true, .. } => Ok(String::from_utf8_lossy(&text).into_owned()),
            outcome => Err(format!("{outcome:?}\nprinted: {}", String::from_utf8_lossy(&text))),
        }
    }
}

impl Console for Crowd {
    fn write(&self, text: &[u8]) {
        self.text.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(text);
    }

    /// Reports of crashes are no part of what a program prints.
    fn report(&self, _: &str) {}
}

impl Platform for Crowd {
    fn name(&self) -> &'static str {
        self.host.name()
    }

    fn clock(&self) -> &dyn Clock {
        &self.host
    }

    fn console(&self) -> &dyn Console {
        self
    }

    fn interrupt(&self) {
        self.host.interrupt();
    }

    fn random(&self) -> u64 {
        self.host.random()
    }
}
