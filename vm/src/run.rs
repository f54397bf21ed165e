//! The machine: a system, and a scheduler that takes a turn when it is told to.
//!
//! Invariant: with one scheduler and a virtual clock a run depends on nothing but the program and what the platform tells.
//! Deliberately absent: waiting. [`Vm::step`] says until when nothing is to be done, and the host sleeps or moves time.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{borrow::ToOwned, format};

use crate::atom::{Atom, names};
use crate::bif::Natives;
#[cfg(feature = "std")]
use crate::crew;
use crate::heap::{MIN_WORDS, OutOfMemory, Parcel};
use crate::link;
use crate::load::LoadError;
use crate::packs::{self, PackBytes, Packs};
use crate::platform::{Crash, PlatformHandle};
use crate::process::{Process, Signal, Status};
use crate::report;
pub use crate::sched::Outcome;
use crate::sched::memory::Limit;
use crate::sched::{Callee, System};
use crate::scheduler::Scheduler;
use crate::term::Term;

/// The libraries of this version.
#[cfg(feature = "library")]
pub const LIBRARY: &[u8] = include_bytes!("../lib/library.avm");

/// A machine.
pub struct Vm {
    system: Box<System>,
    scheduler: Scheduler,
    packs: Rc<Packs>,
    natives: Natives,
}

/// The arguments of the first function.
#[derive(Clone, Debug)]
pub enum Arguments {
    /// None: `start/0`.
    None,
    /// One: a list of strings, as an escript's `main/1` takes it.
    Strings(Vec<String>),
}

/// What a step came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// A slice ran; there may be more to do.
    Worked,
    /// Nothing can run before this monotonic time, or before something happens outside.
    Idle {
        /// When the next timer expires, if there is one.
        until_ns: Option<u64>,
    },
    /// The program is over.
    Halted(Outcome),
}

/// A process, as others may see it between slices.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProcessView {
    /// Its number.
    pub pid: u32,
    /// Its pid as Erlang writes it.
    pub pid_text: String,
    /// The name it is registered by.
    pub name: Option<&'static str>,
    /// The function it is in.
    pub function: String,
    /// `runnable` or `waiting`.
    pub status: &'static str,
    /// Reductions so far.
    pub reductions: u64,
    /// Words of heap and stack in use.
    pub heap_words: usize,
    /// Messages that are not received.
    pub mailbox: usize,
}

impl Vm {
    /// A machine without code but the native functions.
    pub fn new(platform: impl Into<PlatformHandle>) -> Vm {
        let natives = Natives;
        let system = Box::new(System::new(platform, natives.finder()));
        let packs = Rc::new(Packs::default());
        *system.loader.borrow_mut() = Some(packs.loader(&natives));
        Vm { scheduler: Scheduler::new(natives), system, packs, natives }
    }

    /// A machine with the libraries of this version.
    ///
    /// # Panics
    /// The libraries are broken, which a test would have told.
    #[cfg(feature = "library")]
    pub fn with_library(platform: impl Into<PlatformHandle>) -> Vm {
        let vm = Vm::new(platform);
        vm.packs.add_library(LIBRARY.into()).expect("the libraries are whole");
        vm
    }

    /// Loads a module; its name.
    ///
    /// # Errors
    /// It is no module, not sound, or does not want to be loaded.
    pub fn load_beam(&mut self, bytes: &[u8]) -> Result<Atom, LoadError> {
        let prepared = link::prepare(&self.system, bytes)?;
        packs::finish(&self.system, &self.natives, prepared)
    }

    /// Adds a pack, whose modules are loaded when they are called first.
    ///
    /// # Errors
    /// The pack is broken.
    pub fn add_pack(&mut self, bytes: impl Into<PackBytes>) -> Result<(), LoadError> {
        self.packs.add(bytes.into())
    }

    /// Adds a directory to those that modules are looked for in, behind the program's packs and before the libraries.
    pub fn add_directory(&mut self, path: String) {
        self.system.code_path.borrow_mut().push(path);
    }

    /// What processes may hold: their heaps and messages, tables, timers, large binaries, and code where it counts. Who asks
    /// for more is killed, and no process is made beyond it. Without, there is no limit but the memory.
    pub fn set_memory_limit(&mut self, limit: Limit) {
        self.system.limit_memory(limit);
    }

    /// What the program finds its arguments to be.
    pub fn set_arguments(&mut self, arguments: Vec<String>) {
        self.system.arguments.replace(arguments);
    }

    /// Has servers of the I/O protocol stand for the console, which is then read from, too. They begin when somebody
    /// asks them for something.
    ///
    /// # Errors
    /// There is no memory for them.
    pub fn serve_console(&mut self) -> Result<(), OutOfMemory> {
        for name in [names::user, names::standard_error] {
            let process = self.system.processes.spawn(MIN_WORDS)?;
            process.name.set(Some(name));
            self.system.names.borrow_mut().insert(name, process.pid);
            self.system.start_when_told(&process, names::avm_user, name);
        }
        Ok(())
    }

    /// The atom of a name; `None` when that is too long for one.
    pub fn atom(&self, name: &str) -> Option<Atom> {
        self.system.atoms.intern(name)
    }

    /// The name of an atom.
    pub fn atom_name(&self, atom: Atom) -> &'static str {
        self.system.atoms.name(atom)
    }

    /// Whether a module can be loaded and exports a function.
    pub fn exports(&self, module: Atom, function: Atom, arity: u32) -> bool {
        self.system.load(module);
        self.system.modules.is_defined((module, function, arity))
    }

    /// Why a module that is there could not be loaded, if that was tried.
    pub fn load_error(&self, module: Atom) -> Option<LoadError> {
        self.system.load_errors.borrow().get(&module).cloned()
    }

    /// What all processes share, for tools that look deeper than [`Vm::processes`]: from this thread, as whatever comes of it.
    pub fn system(&self) -> &System {
        &self.system
    }

    /// Starts the first process; its pid. The program is over when that process ends.
    ///
    /// Where there is no memory for it, the program is over at once.
    pub fn start(&mut self, module: Atom, function: Atom, arguments: Arguments) -> u32 {
        match self.start_first(module, function, arguments) {
            Ok(pid) => pid,
            Err(OutOfMemory) => {
                let text = "no memory for the first process".to_owned();
                let crash = Crash { class: "exit", text, ..Crash::default() };
                self.system.end(Outcome::Crashed { crash: Box::new(crash) });
                0
            }
        }
    }

    fn start_first(&self, module: Atom, function: Atom, arguments: Arguments) -> Result<u32, OutOfMemory> {
        let process = self.system.processes.spawn(MIN_WORDS)?;
        self.system.first.set(process.pid);
        // Its crash is the outcome: who drives the machine says it.
        process.reported.set(false);
        self.system.console.set(self.system.whereis(names::user).unwrap_or(process.pid));
        process.group_leader.set(self.system.console.get());
        match arguments {
            Arguments::None => self.system.start(&process, Callee::Function(module, function), &[])?,
            Arguments::Strings(strings) => {
                self.system.arguments.replace(strings.clone());
                let list = Parcel::build(|arena| {
                    arena.list_forward(strings.iter().map(|string| arena.string(string)), Term::NIL)
                })?;
                self.system.start(&process, Callee::Function(module, function), &[list.term()])?;
            }
        }
        self.system.release(&process);
        Ok(process.pid)
    }

    /// Hears what happened outside, lets timers expire, and runs the process whose turn it is for a slice.
    pub fn step(&mut self) -> Step {
        if let Some(outcome) = self.outcome() {
            return Step::Halted(outcome);
        }
        self.scheduler.listen(&self.system);
        if !self.scheduler.turn(&self.system) {
            return Step::Idle { until_ns: self.system.timers.borrow_mut().next_ns() };
        }
        self.outcome().map_or(Step::Worked, Step::Halted)
    }

    /// How many schedulers [`Vm::run_to_end`] is to have; the platform decides whether there can be more than one.
    #[cfg(feature = "std")]
    pub fn set_schedulers(&mut self, count: usize) {
        self.system.run_queues.set_schedulers(count);
    }

    /// Runs the program to its end; how it ended. `wait` is called when this thread has nothing to do: it is to return when
    /// the monotonic time it is given has come, or something happened outside.
    #[cfg(feature = "std")]
    pub fn run_to_end(&mut self, wait: impl FnMut(Option<u64>)) -> Outcome {
        crew::run(&self.system, &mut self.scheduler, self.natives, wait)
    }

    /// How the program ended, once it has.
    pub fn outcome(&self) -> Option<Outcome> {
        self.system.outcome.borrow().clone()
    }

    /// All processes, in order of their slots.
    pub fn processes(&self) -> Vec<ProcessView> {
        let pids = self.system.processes.pids();
        pids.into_iter()
            .filter_map(|pid| self.system.processes.get(pid))
            .map(|each| self.view(&each))
            .collect()
    }

    fn view(&self, process: &Process) -> ProcessView {
        let name = |atom: Atom| self.system.atoms.name(atom);
        let place = self.system.modules.place(process.resume.ip.get());
        let (module, function, arity) = place.map_or(process.initial_call.get(), |place| {
            (place.module.name, place.function.name, place.function.arity)
        });
        let signals = process.signals.borrow();
        let messages = |signal: &&Signal| matches!(signal, Signal::Message(_) | Signal::AliasMessage(..));
        ProcessView {
            pid: process.pid,
            pid_text: report::pid_text(process.pid),
            name: process.name.get().map(name),
            function: format!("{}:{}/{arity}", name(module), name(function)),
            status: if process.status.get() == Status::Waiting { "waiting" } else { "runnable" },
            reductions: process.reductions.get(),
            heap_words: process.heap_words().0,
            mailbox: process.mailbox.borrow().len() + signals.iter().filter(messages).count(),
        }
    }
}
