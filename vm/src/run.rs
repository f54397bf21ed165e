//! The machine: a system, the interpreter, and whose turn it is.
//!
//! Invariants: one process runs at a time, for a slice; between slices, and only there, the world outside is heard and
//! timers expire. With a virtual clock a run depends on nothing but the program and what the platform tells.
//! Deliberately absent: waiting. [`Vm::step`] says until when nothing is to be done, and the host sleeps or moves time.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{borrow::ToOwned, format};

use crate::atom::{Atom, names};
use crate::bif::Natives;
use crate::heap::{MIN_WORDS, OutOfMemory, Parcel};
use crate::interp::{Ending, Exit, Machine};
use crate::link;
use crate::load::LoadError;
use crate::packs::{self, PackBytes, Packs};
use crate::platform::{Crash, Event, Platform};
use crate::port::{console, gpio};
use crate::process::{Process, Signal, Status};
use crate::report;
use crate::sched::exit::packed;
use crate::sched::memory::Limit;
use crate::sched::system_monitor::SliceSeen;
use crate::sched::{Callee, System};
use crate::term::Term;

/// The libraries of this version.
#[cfg(feature = "library")]
pub const LIBRARY: &[u8] = include_bytes!("../lib/library.avm");

/// A machine.
pub struct Vm {
    system: Box<System>,
    machine: Box<Machine>,
    packs: Rc<Packs>,
    natives: Natives,
    outcome: Option<Outcome>,
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
    pub fn new(platform: Rc<dyn Platform>) -> Vm {
        let natives = Natives;
        let system = Box::new(System::new(platform, natives.finder()));
        let packs = Rc::new(Packs::default());
        *system.loader.borrow_mut() = Some(packs.loader(&natives));
        Vm { machine: Box::new(Machine::new(natives)), system, packs, natives, outcome: None }
    }

    /// A machine with the libraries of this version.
    ///
    /// # Panics
    /// The libraries are broken, which a test would have told.
    #[cfg(feature = "library")]
    pub fn with_library(platform: Rc<dyn Platform>) -> Vm {
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

    /// What all processes share, for tools that look deeper than [`Vm::processes`].
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
                self.outcome = Some(Outcome::Crashed {
                    crash: Box::new(Crash { class: "exit", text, ..Crash::default() }),
                });
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
        Ok(process.pid)
    }

    /// Hears what happened outside, lets timers expire, and runs the process whose turn it is for a slice.
    pub fn step(&mut self) -> Step {
        if self.outcome.is_none() {
            self.listen();
            let freed = self.system.free_rows();
            let next = self.system.run_queue.borrow_mut().pop();
            let Some(pid) = next else {
                if freed {
                    return Step::Worked;
                }
                return Step::Idle { until_ns: self.system.timers.borrow().next_ns() };
            };
            if let Some(process) = self.system.processes.get(pid) {
                self.run(&process);
            }
            self.system.free_purged();
        }
        self.outcome.clone().map_or(Step::Worked, Step::Halted)
    }

    /// How the program ended, once it has.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    fn listen(&self) {
        let platform = &self.system.platform;
        while let Some(event) = platform.poll() {
            match event {
                Event::PinInterrupt(pin) => gpio::interrupt(&self.system, pin),
                Event::ConsoleLine(line) => console::line(&self.system, line),
            }
        }
        if self.system.timers.borrow().next_ns().is_some() {
            self.system.expire_timers(platform.clock().monotonic_ns());
        }
    }

    fn run(&mut self, process: &Process) {
        process.status.set(Status::Running);
        let in_use = self.system.memory.in_use();
        let exit = match self.system.receive_signals(process) {
            Some(reason) => Exit::Ended(Ending::Exited(reason)),
            None if process.suspensions.get() > 0 => Exit::Waiting,
            None => self.slice(process),
        };
        match self.within_memory(process, in_use, exit) {
            Exit::Yielded => self.wait(process, true),
            Exit::Waiting => {
                let signalled = !process.signals.borrow().is_empty();
                self.wait(process, signalled);
            }
            Exit::Ended(ending) => self.end(process, ending),
            Exit::Halted => {
                let status = self.system.halted.get().unwrap_or(1);
                self.outcome = Some(Outcome::Halted { status });
            }
        }
    }

    /// Ends a process with which more came to be in use than may be, and that cannot do with less.
    fn within_memory(&mut self, process: &Process, in_use: usize, exit: Exit) -> Exit {
        let system = &self.system;
        if !matches!(exit, Exit::Yielded | Exit::Waiting) {
            return exit;
        }
        system.count(process);
        let Some(excess) = system.memory.excess_since(in_use) else { return exit };
        self.machine.tighten(process);
        system.count(process);
        if system.memory.has_room(0) {
            return exit;
        }
        report::excess(system, process, excess);
        Exit::Ended(Ending::Exited(Parcel::atom(names::killed)))
    }

    /// Runs a process for a slice, and tells who wants to know what that slice was like.
    fn slice(&mut self, process: &Process) -> Exit {
        let system = &self.system;
        let now = || system.platform.clock().monotonic_ns();
        let told = system.system_monitor.borrow().is_some();
        let (started, collections) = if told { (now(), process.collections()) } else { (0, 0) };
        let slice = self.machine.run_slice(system, process);
        if let Some(words) = self.machine.oversize.take().filter(|_| process.memory().max_heap_report) {
            report::oversize(system, process, words);
        }
        if let Some(excess) = self.machine.excess.take() {
            report::excess(system, process, excess);
        }
        system.worked(process, slice.reductions);
        system.platform.clock().worked(slice.reductions);
        if told {
            let milliseconds = now().saturating_sub(started) / 1_000_000;
            system.tell_monitor(
                process,
                SliceSeen { milliseconds, collected: process.collections() > collections },
            );
        }
        slice.exit
    }

    fn wait(&self, process: &Process, wake: bool) {
        process.status.set(Status::Waiting);
        if wake {
            self.system.wake(process);
        }
    }

    fn end(&mut self, process: &Process, ending: Ending) {
        let (outcome, reason) = match ending {
            Ending::Returned(value) => {
                let text = report::shown(&self.system, value.term());
                let ok = value.term().is(names::ok);
                (Outcome::Returned { text, ok }, packed(Term::atom(names::normal)))
            }
            Ending::Exited(reason) if reason.term().is(names::normal) => {
                (Outcome::Returned { text: report::shown(&self.system, reason.term()), ok: true }, reason)
            }
            Ending::Exited(reason) => {
                let crash = Box::new(report::exit(&self.system, process, reason.term()));
                (Outcome::Crashed { crash }, reason)
            }
            Ending::Crashed(reason) => {
                let crash = Box::new(report::crash(&self.system, process, reason.term()));
                (Outcome::Crashed { crash }, reason)
            }
        };
        if process.pid == self.system.first.get() {
            self.outcome = Some(outcome);
        }
        self.system.terminate(process, reason.term());
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

    /// Runs the program to its end on a real clock; where nothing is to be done, the thread sleeps.
    #[cfg(feature = "std")]
    pub fn run_to_end(&mut self) -> Outcome {
        use std::time::Duration;
        /// How long the world outside may go unheard.
        const NAP: Duration = Duration::from_millis(20);
        loop {
            match self.step() {
                Step::Worked => {}
                Step::Idle { until_ns } => {
                    let now = self.system.platform.clock().monotonic_ns();
                    let left = until_ns.map(|until| Duration::from_nanos(until.saturating_sub(now)));
                    std::thread::sleep(left.map_or(NAP, |left| left.min(NAP)));
                }
                Step::Halted(outcome) => return outcome,
            }
        }
    }
}
