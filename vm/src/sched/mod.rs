//! What all processes share, as data: processes, names, run queue, timers.
//!
//! Invariants: a pid's number is its slot in the table and how often that slot was used, so a pid is never met
//! twice; a process is in the run queue just when its status says so.
//! Deliberately absent: running anything (`run`).
#![expect(unsafe_code, reason = "run queues refer to processes that they do not count")]

pub mod exit;
pub mod memory;
pub mod persistent;
pub mod ports;
pub mod processes;
pub mod purge;
pub mod queue;
pub mod resources;
pub mod signals;
pub mod start;
pub mod system_monitor;
pub mod tables;
pub mod timers;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

pub use ports::{OpenPort, Ports};
pub use processes::Processes;
pub use queue::RunQueues;
pub use start::Callee;
pub use timers::{Expiry, Timers};

use crate::atom::{Atom, Atoms};
use crate::heap::{Held, Parcel};
use crate::load::LoadError;
use crate::module::{Modules, Prepared};
use crate::platform::{Crash, PlatformHandle};
use crate::process::{Process, ReferenceNumbers, Signal, Status};
#[cfg(feature = "std")]
use crate::sync::Gate;
use crate::sync::{Exclusive, Guarded, Hinted, Turn};
use crate::term::{Export, Term};

/// What was done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Work {
    /// Reductions.
    pub reductions: u64,
    /// Slices.
    pub slices: u64,
}

/// What all processes did, and how much of it was told already to who asks for what is new.
#[derive(Debug, Default)]
pub struct Totals {
    /// Reductions of all slices, and slices.
    pub work: Guarded<Work>,
    /// Reductions told by `erlang:statistics/1`.
    pub told_reductions: Guarded<u64>,
    /// Milliseconds told by `erlang:statistics(wall_clock)`.
    pub told_wall_ms: Guarded<u64>,
    /// Milliseconds told by `erlang:statistics(runtime)`.
    pub told_runtime_ms: Guarded<u64>,
    /// Microseconds told by `erlang:now/0`, which tells none twice.
    pub told_now_us: Guarded<u64>,
    /// Collections of processes that have ended.
    pub collections: Guarded<u64>,
}

/// Finds the number of a native function by module, name and arity.
pub type NativeFinder = Box<dyn Fn(&str, &str, u32) -> Option<usize> + Send + Sync>;

/// Where modules come from.
pub trait Loader {
    /// Loads a module, if it knows one of the name.
    fn load(&self, system: &System, name: Atom) -> bool;
    /// The name and the bytes of the file of a module.
    fn find(&self, system: &System, name: Atom) -> Option<(String, Vec<u8>)>;
    /// Makes a module of a file.
    ///
    /// # Errors
    /// It is none, or not sound.
    fn prepare(&self, system: &System, file: &[u8]) -> Result<Prepared, LoadError>;
    /// The MD5 of the module of a file.
    ///
    /// # Errors
    /// It is none.
    fn digest(&self, file: &[u8]) -> Result<[u8; 16], LoadError>;
}

/// Entries of a stack trace at most, unless `system_flag/2` says otherwise.
const BACKTRACE_DEPTH: usize = 8;

/// How a program ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The first process returned from its first function, or exited for the reason `normal`.
    Returned {
        /// The value.
        text: String,
        /// Whether it says that all went well: it is `ok`, or the reason it exited for.
        ok: bool,
    },
    /// The first process ended otherwise.
    Crashed {
        /// How.
        crash: Box<Crash>,
    },
    /// `erlang:halt` was called.
    Halted {
        /// With this status.
        status: i32,
    },
}

/// What all processes share.
pub struct System {
    /// Names.
    pub atoms: Atoms,
    /// Code.
    pub modules: Modules,
    /// Finds the number of a native function by module, name and arity.
    native: NativeFinder,
    /// The world outside.
    pub platform: PlatformHandle,
    /// Processes by pid.
    pub processes: Processes,
    /// Open ports.
    pub ports: Guarded<Ports>,
    /// Registered names.
    pub names: Guarded<BTreeMap<Atom, u32>>,
    /// Processes that can run.
    pub run_queues: RunQueues,
    /// Terms that all processes share.
    pub persistent_terms: Guarded<persistent::PersistentTerms>,
    /// Tables of rows.
    pub tables: Hinted<tables::Tables>,
    /// Who is told of processes that take much time or room.
    pub system_monitor: Hinted<Option<system_monitor::SystemMonitor>>,
    /// What references keep.
    pub resources: Guarded<resources::Resources>,
    /// Variables of the environment, once somebody asked for one.
    pub environment: Exclusive<Option<BTreeMap<String, String>>>,
    /// Whose turn it is to let timers expire.
    pub expiring: Turn,
    /// How much memory is in use, and may be.
    pub memory: memory::Memory,
    /// Things to come.
    pub timers: Hinted<Timers>,
    /// The last reference's number.
    pub references: Guarded<u64>,
    /// The last of `erlang:unique_integer/1`.
    pub unique: Guarded<u64>,
    /// The status of `erlang:halt/0,1`, once called.
    pub halted: Guarded<Option<i32>>,
    /// Who may be within a slice.
    #[cfg(feature = "std")]
    pub gate: Gate,
    /// How the program ended, once it has.
    pub outcome: Hinted<Option<Outcome>>,
    /// The program's arguments.
    pub arguments: Guarded<Vec<String>>,
    /// Regular expressions used last.
    pub regexes: crate::regex::cache::Cache,
    /// Who hears of a pin's interrupts, by pin.
    pub pins: Guarded<BTreeMap<crate::platform::Pin, u32>>,
    /// Who asked for a line of the console.
    pub reader: Guarded<Option<u32>>,
    /// The first process.
    pub first: Guarded<u32>,
    /// The group leader that stands for the console: the first process's, as it was started.
    pub console: Guarded<u32>,
    /// What was done, ever.
    pub totals: Totals,
    /// Modules that are there but could not be loaded, and why.
    pub load_errors: Guarded<BTreeMap<Atom, LoadError>>,
    /// Entries of a stack trace at most; one is always there.
    pub backtrace_depth: Guarded<usize>,
    /// Loads a module when a function of it is called first.
    pub loader: Exclusive<Option<Rc<dyn Loader>>>,
    /// Directories that modules are looked for in, in this order.
    pub code_path: Exclusive<Vec<String>>,
    /// Modules that a program has made and not yet listed, by the reference it has.
    pub prepared: Exclusive<BTreeMap<ReferenceNumbers, Prepared>>,
}

impl System {
    /// A system without code or processes.
    pub fn new(platform: impl Into<PlatformHandle>, native: NativeFinder) -> System {
        let (held, code) = (Held::default(), Held::default());
        System {
            atoms: Atoms::new(),
            modules: Modules::new(code.clone()),
            native,
            platform: platform.into(),
            processes: Processes::default(),
            ports: Default::default(),
            names: Default::default(),
            run_queues: RunQueues::default(),
            persistent_terms: Default::default(),
            tables: Hinted::new(tables::Tables::new(held.clone())),
            system_monitor: Default::default(),
            resources: Default::default(),
            environment: Default::default(),
            expiring: Turn::default(),
            timers: Hinted::new(Timers::new(held.clone())),
            memory: memory::Memory::new(held, code),
            references: Guarded::new(0),
            unique: Guarded::new(0),
            halted: Guarded::new(None),
            #[cfg(feature = "std")]
            gate: Gate::default(),
            outcome: Hinted::new(None),
            arguments: Default::default(),
            regexes: crate::regex::cache::Cache::default(),
            pins: Default::default(),
            reader: Guarded::new(None),
            first: Guarded::new(0),
            console: Guarded::new(0),
            totals: Totals::default(),
            load_errors: Default::default(),
            backtrace_depth: Guarded::new(BACKTRACE_DEPTH),
            loader: Default::default(),
            code_path: Default::default(),
            prepared: Default::default(),
        }
    }

    /// Loads a module that is called and not loaded; whether it is loaded now.
    pub fn load(&self, module: Atom) -> bool {
        if self.modules.module(module).is_some() {
            return true;
        }
        self.with_loader(|loader| loader.load(self, module)).unwrap_or(false)
    }

    /// What the loader answers, where there is one.
    pub fn with_loader<T>(&self, ask: impl FnOnce(&dyn Loader) -> T) -> Option<T> {
        let loader = self.loader.borrow().clone();
        loader.map(|loader| ask(loader.as_ref()))
    }

    /// Lists a module, so that it can be called.
    pub fn list(&self, prepared: Prepared) {
        let name = prepared.module.name;
        self.modules.add(prepared, |function, arity| self.native(name, function, arity));
        self.load_errors.borrow_mut().remove(&name);
    }

    /// Lists a module whose first function said that it may be called; whether there was one.
    pub fn consent(&self, name: Atom) -> bool {
        let module = self.modules.consent(name, |function, arity| self.native(name, function, arity));
        self.load_errors.borrow_mut().remove(&name);
        module.is_some()
    }

    /// The number of a native function.
    pub fn native(&self, module: Atom, function: Atom, arity: u32) -> Option<usize> {
        (self.native)(self.atoms.name(module), self.atoms.name(function), arity)
    }

    /// The export of a function, whether it is loaded, native or not there.
    pub fn export(&self, module: Atom, function: Atom, arity: u32) -> &'static Export {
        self.modules.export((module, function, arity), || self.native(module, function, arity))
    }

    /// The numbers of a reference nobody has.
    pub fn make_reference(&self) -> [usize; 3] {
        let number = self.references.add(1) + 1;
        [number as usize, (number >> (usize::BITS - 1) >> 1) as usize, 0]
    }

    /// Puts a signal into a process's inbox and lets the process run; whether it still lives.
    pub fn signal(&self, to: u32, signal: Signal) -> bool {
        let refused = self.deliver(to, signal);
        let is_delivered = refused.is_none();
        if let Some(signal) = refused {
            self.refuse(to, signal);
        }
        is_delivered
    }

    /// Puts a signal into a process's inbox and lets the process run; the signal, where it has ended.
    #[inline]
    fn deliver(&self, to: u32, signal: Signal) -> Option<Signal> {
        self.processes.with(to, |process| {
            let Some(process) = process else { return Some(signal) };
            let pushed = process.signals.borrow_mut().push(signal);
            match pushed {
                Ok(()) => {
                    self.wake(process);
                    None
                }
                Err(signal) => Some(signal),
            }
        })
    }

    /// Sends a copy of a term as a message; how many words it has.
    pub fn send(&self, to: u32, message: Term<'_>) -> usize {
        let Ok(parcel) = Parcel::new(message) else { return 0 };
        let words = parcel.words();
        self.processes.with(to, |process| {
            if let Some(process) = process
                && process.signals.borrow_mut().push(Signal::Message(parcel)).is_ok()
            {
                self.wake(process);
            }
        });
        words
    }

    /// Lets a waiting process run.
    pub fn wake(&self, process: &Process) {
        if process.status.wake() {
            // SAFETY: who waited is in the table, and only `terminate` takes it out, after it has run.
            unsafe { self.run_queues.push(process) };
        }
    }

    /// The program is over.
    pub fn end(&self, outcome: Outcome) {
        self.outcome.borrow_mut().get_or_insert(outcome);
    }

    /// Puts a process that ran into the run queue again.
    pub fn requeue(&self, process: &Process) {
        process.status.set(Status::Runnable);
        // SAFETY: who ran is in the table, and nobody else runs it before it is in the queue.
        unsafe { self.run_queues.push(process) };
    }

    /// Counts what a process did in a slice that ended.
    pub fn worked(&self, process: &Process, reductions: u32) {
        process.reductions.set(process.reductions.get() + u64::from(reductions));
        let mut work = self.totals.work.borrow_mut();
        work.reductions += u64::from(reductions);
        work.slices += 1;
    }

    /// The process of a registered name.
    pub fn whereis(&self, name: Atom) -> Option<u32> {
        self.names.borrow().get(&name).copied()
    }
}
