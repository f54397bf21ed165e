//! Packs and directories of modules, each loaded when it is called first.
//!
//! Invariants: a pack that was taken in is whole; packs that were given come before the directories of the code path, those
//! before the libraries, and an earlier pack or directory before a later; [`OWN`] says which modules of the libraries no
//! directory replaces; a module that could not be loaded is not tried again, and `System::load_errors` says why.
//! Deliberately absent: an index. A pack is walked for each module that is loaded, and costs no memory but its own.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::RefCell;

use packbeam::Pack;

use crate::atom::{Atom, names};
use crate::bif::Natives;
use crate::heap::Parcel;
use crate::interp::{Ending, Exit, Machine, SLICE};
use crate::link;
use crate::load::{LoadError, LoadFault};
use crate::module::Prepared;
use crate::port::storage;
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
    pub fn loader(self: &Rc<Self>, natives: &Natives) -> Rc<dyn Loader> {
        Rc::new(PackLoader { packs: self.clone(), natives: *natives })
    }

    /// Has a module's file read by `read`: what that answers.
    fn read<T>(&self, system: &System, name: &str, read: impl Fn(String, &[u8]) -> T) -> Option<T> {
        let file = format!("{name}.beam");
        let has_path = !system.code_path.borrow().is_empty();
        let of_packs = |packs: &RefCell<Vec<PackBytes>>| {
            packs.borrow().iter().find_map(|bytes| {
                let mut sections = Pack::parse(bytes).ok()?.sections().map_while(Result::ok);
                let section = sections.find(|section| section.module() == Some(name))?;
                Some(read(file.clone(), section.data))
            })
        };
        let of_path = || {
            let path = system.code_path.borrow().clone();
            path.iter().map(|directory| storage::path_in(directory, &file)).find_map(|path| {
                let bytes = storage::read(system, &path).ok()?;
                Some(read(path, &bytes))
            })
        };
        let own = has_path && OWN.contains(&name);
        of_packs(&self.given)
            .or_else(|| if own { of_packs(&self.libraries) } else { None })
            .or_else(of_path)
            .or_else(|| of_packs(&self.libraries))
    }
}

/// The machine's own modules, which no directory of the code path has another of: they are where Erlang ends and the
/// machine begins.
pub const OWN: [&str; 10] = [
    "application_controller",
    "avm_console",
    "avm_file_server",
    "avm_user",
    "code",
    "crypto",
    "file",
    "init",
    "logger",
    "zlib",
];

/// Loads modules out of packs and directories.
struct PackLoader {
    packs: Rc<Packs>,
    natives: Natives,
}

impl Loader for PackLoader {
    fn load(&self, system: &System, name: Atom) -> bool {
        if system.load_errors.borrow().contains_key(&name) || system.modules.arriving(name).is_some() {
            return false;
        }
        // The packs are not kept borrowed while the module's own function runs, which may want other modules.
        let prepared = self.packs.read(system, system.atoms.name(name), |file, bytes| {
            let prepared = link::prepare(system, bytes)?;
            prepared.module.file.replace(file);
            Ok(prepared)
        });
        let Some(prepared) = prepared else { return false };
        match prepared.and_then(|prepared| finish(system, &self.natives, prepared)) {
            Ok(_) => system.modules.module(name).is_some(),
            Err(error) => {
                system.load_errors.borrow_mut().insert(name, error);
                false
            }
        }
    }

    fn find(&self, system: &System, name: Atom) -> Option<(String, Vec<u8>)> {
        self.packs.read(system, system.atoms.name(name), |file, bytes| (file, bytes.to_vec()))
    }

    fn prepare(&self, system: &System, file: &[u8]) -> Result<Prepared, LoadError> {
        link::prepare(system, file)
    }

    fn digest(&self, file: &[u8]) -> Result<[u8; 16], LoadError> {
        link::file_digest(file)
    }
}

/// Lists a module, once what it wants run first said that it may be called; its name. One of that name is old then, and
/// whoever still runs what was old is killed.
///
/// # Errors
/// It said otherwise, or there was no saying.
pub fn finish(system: &System, natives: &Natives, prepared: Prepared) -> Result<Atom, LoadError> {
    let name = prepared.module.name;
    if system.modules.module(name).is_some() {
        system.purge(name, system.first.get());
    }
    let Some(offset) = prepared.module.on_load else {
        system.list(prepared);
        return Ok(name);
    };
    let module = system.modules.await_consent(prepared);
    let result = system
        .spawn_aside(module.code_at(offset))
        .map_err(|_| LoadFault::OutOfMemory)
        .and_then(|process| run_aside(system, natives, &process));
    if matches!(&result, Ok(value) if value.term().is(names::ok)) {
        system.consent(name);
        return Ok(name);
    }
    system.modules.refuse(name);
    let fault = match result {
        Ok(value) => LoadFault::OnLoad(report::shown(system, value.term())),
        Err(fault) => fault,
    };
    Err(fault.at(system.atoms.name(name), 0))
}

/// Runs a process to its end, before any other runs; what it returned, or the reason it ended with.
fn run_aside(system: &System, natives: &Natives, process: &Process) -> Result<Parcel, LoadFault> {
    let mut machine = Box::new(Machine::new(*natives));
    let (value, reason) = loop {
        if let Some(reason) = system.receive_signals(process) {
            break (packed(reason.term()), reason);
        }
        let slice = machine.run_slice(system, process, SLICE);
        system.worked(process, slice.reductions);
        match slice.exit {
            Exit::Yielded | Exit::Apart => {}
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
