//! Packs of modules: each is loaded when a function of it is called first.
//!
//! Invariants: a pack that was taken in is whole; packs that were given come before the libraries, and an earlier one
//! before a later; a module that could not be loaded is not tried again, and `System::load_errors` says why.
//! Deliberately absent: an index. A pack is walked for each module that is loaded, and costs no memory but its own.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::RefCell;

use packbeam::Pack;

use crate::atom::{Atom, names};
use crate::bif::Natives;
use crate::heap::Parcel;
use crate::interp::{Ending, Exit, Machine};
use crate::link::{self, Loaded};
use crate::load::{LoadError, LoadFault};
use crate::module::Module;
use crate::process::Process;
use crate::report;
use crate::sched::exit::packed;
use crate::sched::{Loader, System};
use crate::term::Term;

/// The bytes of a pack: a host's own, or those in a device's flash.
pub type PackBytes = Cow<'static, [u8]>;

/// The packs a machine has.
#[derive(Default)]
pub struct Packs {
    given: RefCell<Vec<PackBytes>>,
    libraries: RefCell<Vec<PackBytes>>,
}

impl Packs {
    /// Takes in a pack of the program's.
    ///
    /// # Errors
    /// The pack is broken.
    pub fn add(&self, bytes: PackBytes) -> Result<(), LoadError> {
        Pack::parse(&bytes)?.size()?;
        self.given.borrow_mut().push(bytes);
        Ok(())
    }

    /// Takes in a pack whose modules stand behind those of every program.
    ///
    /// # Errors
    /// The pack is broken.
    pub fn add_library(&self, bytes: PackBytes) -> Result<(), LoadError> {
        Pack::parse(&bytes)?.size()?;
        self.libraries.borrow_mut().push(bytes);
        Ok(())
    }

    /// What a system asks for its modules.
    pub fn loader(self: &Rc<Self>, natives: &Natives) -> Loader {
        let (packs, natives) = (self.clone(), *natives);
        Rc::new(move |system, module| packs.load(system, &natives, module))
    }

    fn load(&self, system: &System, natives: &Natives, name: Atom) -> bool {
        if system.load_errors.borrow().contains_key(&name) {
            return false;
        }
        // The packs are not kept borrowed while the module's own function runs, which may want other modules.
        let Some(loaded) = self.link(system, system.atoms.name(name)) else { return false };
        match loaded.and_then(|loaded| finish(system, natives, loaded)) {
            Ok(_) => system.modules.module(name).is_some(),
            Err(error) => {
                system.load_errors.borrow_mut().insert(name, error);
                false
            }
        }
    }

    /// Links the module of a name; `None` where no pack has it.
    fn link(&self, system: &System, name: &str) -> Option<Result<Loaded, LoadError>> {
        [&self.given, &self.libraries].into_iter().find_map(|packs| {
            packs.borrow().iter().find_map(|bytes| {
                let mut sections = Pack::parse(bytes).ok()?.sections().map_while(Result::ok);
                let section = sections.find(|section| section.module() == Some(name))?;
                Some(link::load(system, section.data))
            })
        })
    }
}

/// Runs what a module wants run when it is loaded. Where that fails, the module is not loaded.
///
/// # Errors
/// As said.
pub fn finish(system: &System, natives: &Natives, loaded: Loaded) -> Result<Rc<Module>, LoadError> {
    let Loaded { module, before, on_load } = loaded;
    let Some(entry) = on_load else { return Ok(module) };
    let name = system.atoms.name(module.name);
    let result = system
        .spawn_aside(entry)
        .map_err(|_| LoadFault::OutOfMemory)
        .and_then(|process| run_aside(system, natives, &process));
    match result {
        Ok(value) if value.term().is(names::ok) => Ok(module),
        Ok(value) => {
            system.modules.replace(&module, before);
            Err(LoadFault::OnLoad(report::shown(system, value.term())).at(name, 0))
        }
        Err(fault) => {
            system.modules.replace(&module, before);
            Err(fault.at(name, 0))
        }
    }
}

/// Runs a process to its end, before any other runs; what it returned, or the reason it ended with.
fn run_aside(system: &System, natives: &Natives, process: &Process) -> Result<Parcel, LoadFault> {
    let mut machine = Box::new(Machine::new(*natives));
    let (value, reason) = loop {
        if let Some(reason) = system.receive_signals(process) {
            break (packed(reason.term()), reason);
        }
        let slice = machine.run_slice(system, process);
        system.worked(process, slice.reductions);
        match slice.exit {
            Exit::Yielded => {}
            // Nobody runs who could wake it.
            Exit::Waiting if process.signals.borrow().is_empty() => {
                break (packed(Term::atom(names::waiting)), packed(Term::atom(names::killed)));
            }
            Exit::Waiting => {}
            Exit::Ended(Ending::Returned(value)) => break (value, packed(Term::atom(names::normal))),
            Exit::Ended(Ending::Exited(reason) | Ending::Crashed(reason)) => {
                break (packed(reason.term()), reason);
            }
            Exit::Halted => break (packed(Term::atom(names::killed)), packed(Term::atom(names::killed))),
        }
    };
    system.terminate(process, reason.term());
    Ok(value)
}
