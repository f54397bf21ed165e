//! The virtual machine with a program in it, as a driver sees it.
//!
//! Invariant: a program that was loaded has begun.

use std::fmt;
use std::path::PathBuf;

use vm::load::LoadError;
use vm::platform::PlatformHandle;
use vm::run::{Arguments, Outcome, ProcessView, Vm};
use vm::sched::memory::Limit;

use crate::machine::{Ending, Machine, ProcessRow, Step};
use crate::program::{Entry, Program};

/// A virtual machine that runs a program.
pub struct Firmware {
    vm: Vm,
}

/// The machine does not take a program.
#[derive(Debug)]
pub enum FirmwareError {
    /// A file of it cannot be loaded.
    Load(PathBuf, LoadError),
    /// The name of the module it begins in cannot be an atom.
    Name(String),
    /// There is no memory for its first processes.
    Memory,
}

impl fmt::Display for FirmwareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Load(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Memory => f.write_str("there is no memory for the first processes"),
            Self::Name(name) => write!(f, "\"{name}\" cannot be the name of a module"),
        }
    }
}

impl std::error::Error for FirmwareError {}

/// What a program finds beside its own files.
#[derive(Default)]
pub struct Surroundings {
    /// What reaches a `main/1`.
    pub arguments: Vec<String>,
    /// Directories of further modules.
    pub code_path: Vec<String>,
    /// Whether processes speak the I/O protocol for the console.
    pub serves_console: bool,
    /// What processes may hold.
    pub memory_limit: Option<Limit>,
}

impl Firmware {
    /// Loads a program and enters it.
    ///
    /// # Errors
    /// When a file cannot be loaded, or the module has no name an atom can have.
    pub fn load(
        platform: impl Into<PlatformHandle>,
        program: Program,
        entry: &Entry,
        surroundings: Surroundings,
    ) -> Result<Firmware, FirmwareError> {
        let mut vm = Vm::with_library(platform);
        surroundings.code_path.into_iter().for_each(|directory| vm.add_directory(directory));
        if let Some(limit) = surroundings.memory_limit {
            vm.set_memory_limit(limit);
        }
        if surroundings.serves_console {
            vm.serve_console().map_err(|_| FirmwareError::Memory)?;
        }
        for file in program.files {
            let loaded =
                if file.is_pack { vm.add_pack(file.bytes) } else { vm.load_beam(&file.bytes).map(drop) };
            loaded.map_err(|error| FirmwareError::Load(file.path, error))?;
        }
        let (function, arguments) = match entry.takes_arguments {
            true => ("main", Arguments::Strings(surroundings.arguments)),
            false => {
                vm.set_arguments(surroundings.arguments);
                ("start", Arguments::None)
            }
        };
        let atom = |name: &str| vm.atom(name).ok_or_else(|| FirmwareError::Name(name.to_owned()));
        let (module, function) = (atom(&entry.module)?, atom(function)?);
        vm.start(module, function, arguments);
        Ok(Firmware { vm })
    }
}

impl Firmware {
    /// Runs the program to its end with so many schedulers; `wait` is as [`Vm::run_to_end`] has it.
    pub fn run_to_end(&mut self, schedulers: usize, wait: impl FnMut(Option<u64>)) -> Ending {
        self.vm.set_schedulers(schedulers);
        ending(self.vm.run_to_end(wait))
    }
}

impl Machine for Firmware {
    fn step(&mut self) -> Step {
        match self.vm.step() {
            vm::run::Step::Worked => Step::Worked,
            vm::run::Step::Idle { until_ns } => Step::Idle { until_ns },
            vm::run::Step::Halted(outcome) => Step::Ended(ending(outcome)),
        }
    }

    fn processes(&self) -> Vec<ProcessRow> {
        self.vm.processes().into_iter().map(process_row).collect()
    }
}

fn ending(outcome: Outcome) -> Ending {
    match outcome {
        Outcome::Returned { text, ok } => Ending::Returned { text, ok },
        Outcome::Crashed { crash } => Ending::Crashed { crash },
        Outcome::Halted { status } => Ending::Halted { status },
    }
}

fn process_row(view: ProcessView) -> ProcessRow {
    ProcessRow {
        pid: view.pid_text,
        name: view.name.unwrap_or_default().to_owned(),
        function: view.function,
        status: view.status,
        reductions: view.reductions,
        heap_words: view.heap_words,
        mailbox: view.mailbox,
    }
}
