//! What all processes share, as data: processes, names, run queue, timers.
//!
//! Invariants: a pid's number is its slot in the table and how often that slot was used, so a pid is never met
//! twice; a process is in the run queue just when its status says so.
//! Deliberately absent: running anything (`run`).

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
use core::cell::{Cell, RefCell};

pub use ports::{OpenPort, Ports};
pub use processes::Processes;
pub use queue::RunQueue;
pub use start::Callee;
pub use timers::{Expiry, Timers};

use crate::atom::{Atom, Atoms};
use crate::heap::{Held, Parcel};
use crate::load::LoadError;
use crate::module::{Modules, Prepared};
use crate::platform::Platform;
use crate::process::{Process, ReferenceNumbers, Signal, Status};
use crate::term::{Export, Term};

/// What all processes did, and how much of it was told already to who asks for what is new.
#[derive(Debug, Default)]
pub struct Totals {
    /// Reductions of all slices.
    pub reductions: Cell<u64>,
    /// Slices.
    pub slices: Cell<u64>,
    /// Reductions told by `erlang:statistics/1`.
    pub told_reductions: Cell<u64>,
    /// Milliseconds told by `erlang:statistics(wall_clock)`.
    pub told_wall_ms: Cell<u64>,
    /// Milliseconds told by `erlang:statistics(runtime)`.
    pub told_runtime_ms: Cell<u64>,
    /// Microseconds told by `erlang:now/0`, which tells none twice.
    pub told_now_us: Cell<u64>,
    /// Collections of processes that have ended.
    pub collections: Cell<u64>,
}

/// Finds the number of a native function by module, name and arity.
pub type NativeFinder = Box<dyn Fn(&str, &str, u32) -> Option<usize>>;

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

/// What all processes share.
pub struct System {
    /// Names.
    pub atoms: Atoms,
    /// Code.
    pub modules: Modules,
    /// Finds the number of a native function by module, name and arity.
    native: NativeFinder,
    /// The world outside.
    pub platform: Rc<dyn Platform>,
    /// Processes by pid.
    pub processes: Processes,
    /// Open ports.
    pub ports: RefCell<Ports>,
    /// Registered names.
    pub names: RefCell<BTreeMap<Atom, u32>>,
    /// Processes that can run.
    pub run_queue: RefCell<RunQueue>,
    /// Terms that all processes share.
    pub persistent_terms: RefCell<persistent::PersistentTerms>,
    /// Tables of rows.
    pub tables: RefCell<tables::Tables>,
    /// Who is told of processes that take much time or room.
    pub system_monitor: RefCell<Option<system_monitor::SystemMonitor>>,
    /// What references keep.
    pub resources: RefCell<resources::Resources>,
    /// Variables of the environment, once somebody asked for one.
    pub environment: RefCell<Option<BTreeMap<String, String>>>,
    /// What is held of memory, and may be.
    pub memory: memory::Memory,
    /// Things to come.
    pub timers: RefCell<Timers>,
    /// The last reference's number.
    pub references: Cell<u64>,
    /// The last of `erlang:unique_integer/1`.
    pub unique: Cell<u64>,
    /// The status of `erlang:halt/0,1`, once called.
    pub halted: Cell<Option<i32>>,
    /// The program's arguments.
    pub arguments: RefCell<Vec<String>>,
    /// Regular expressions used last.
    pub regexes: crate::regex::cache::Cache,
    /// Who hears of a pin's interrupts, by pin.
    pub pins: RefCell<BTreeMap<crate::platform::Pin, u32>>,
    /// Who asked for a line of the console.
    pub reader: Cell<Option<u32>>,
    /// The first process.
    pub first: Cell<u32>,
    /// The group leader that stands for the console: the first process's, as it was started.
    pub console: Cell<u32>,
    /// What was done, ever.
    pub totals: Totals,
    /// Modules that are there but could not be loaded, and why.
    pub load_errors: RefCell<BTreeMap<Atom, LoadError>>,
    /// Entries of a stack trace at most; one is always there.
    pub backtrace_depth: Cell<usize>,
    /// Loads a module when a function of it is called first.
    pub loader: RefCell<Option<Rc<dyn Loader>>>,
    /// Directories that modules are looked for in, in this order.
    pub code_path: RefCell<Vec<String>>,
    /// Modules that a program has made and not yet listed, by the reference it has.
    pub prepared: RefCell<BTreeMap<ReferenceNumbers, Prepared>>,
}

impl System {
    /// A system without code or processes.
    pub fn new(platform: Rc<dyn Platform>, native: NativeFinder) -> System {
        let (held, code) = (Held::default(), Held::default());
        System {
            atoms: Atoms::new(),
            modules: Modules::new(code.clone()),
            native,
            platform,
            processes: Processes::default(),
            ports: RefCell::default(),
            names: RefCell::default(),
            run_queue: RefCell::default(),
            persistent_terms: RefCell::default(),
            tables: RefCell::new(tables::Tables::new(held.clone())),
            system_monitor: RefCell::default(),
            resources: RefCell::default(),
            environment: RefCell::default(),
            timers: RefCell::new(Timers::new(held.clone())),
            memory: memory::Memory::new(held, code),
            references: Cell::new(0),
            unique: Cell::new(0),
            halted: Cell::new(None),
            arguments: RefCell::default(),
            regexes: crate::regex::cache::Cache::default(),
            pins: RefCell::default(),
            reader: Cell::new(None),
            first: Cell::new(0),
            console: Cell::new(0),
            totals: Totals::default(),
            load_errors: RefCell::default(),
            backtrace_depth: Cell::new(BACKTRACE_DEPTH),
            loader: RefCell::default(),
            code_path: RefCell::default(),
            prepared: RefCell::default(),
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
        let number = self.references.get() + 1;
        self.references.set(number);
        [number as usize, (number >> (usize::BITS - 1) >> 1) as usize, 0]
    }

    /// Puts a signal into a process's queue and lets the process run; nothing happens when it is gone.
    pub fn signal(&self, to: u32, signal: Signal) {
        if let Some(process) = self.processes.get(to) {
            process.signals.borrow_mut().push_back(signal);
            self.wake(&process);
        }
    }

    /// Sends a copy of a term as a message; how many words it has.
    pub fn send(&self, to: u32, message: Term<'_>) -> usize {
        let Some(process) = self.processes.get(to) else { return 0 };
        let Ok(parcel) = Parcel::new(message) else { return 0 };
        let words = parcel.words();
        process.signals.borrow_mut().push_back(Signal::Message(parcel));
        self.wake(&process);
        words
    }

    /// Lets a waiting process run.
    pub fn wake(&self, process: &Process) {
        if process.status.get() == Status::Waiting {
            process.status.set(Status::Runnable);
            self.run_queue.borrow_mut().push(process.pid, process.priority.get());
        }
    }

    /// Counts what a process did in a slice that ended.
    pub fn worked(&self, process: &Process, reductions: u32) {
        let add = |count: &Cell<u64>, more: u64| count.set(count.get() + more);
        add(&process.reductions, u64::from(reductions));
        add(&self.totals.reductions, u64::from(reductions));
        add(&self.totals.slices, 1);
    }

    /// The process of a registered name.
    pub fn whereis(&self, name: Atom) -> Option<u32> {
        self.names.borrow().get(&name).copied()
    }
}
