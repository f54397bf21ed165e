//! What the machine has itself: native functions, and its own library.

use std::collections::{BTreeMap, BTreeSet};

use packbeam::{Beam, Pack};
use vm::bif::Natives;

/// The functions of the machine.
pub struct Library {
    /// What each module of the library exports.
    modules: BTreeMap<String, BTreeSet<(String, u32)>>,
    /// The modules that have native functions.
    native: BTreeSet<&'static str>,
}

impl Library {
    /// Reads the library, which is part of this program.
    pub fn new() -> Self {
        let pack = Pack::parse(vm::run::LIBRARY);
        let sections = pack.iter().flat_map(Pack::sections).map_while(Result::ok);
        let modules = sections.filter_map(|section| {
            let beam = Beam::parse(section.data).ok()?;
            Some((section.module()?.to_owned(), exports(&beam)))
        });
        Library {
            modules: modules.collect(),
            native: Natives.entries().iter().map(|entry| entry.module).collect(),
        }
    }

    /// Whether the machine has a function, native or in its library.
    pub fn has(&self, module: &str, function: &str, arity: u32) -> bool {
        Natives.find(module, function, arity).is_some() || self.exports(module, function, arity)
    }

    /// Whether no module of that name from elsewhere replaces the machine's.
    pub fn is_own(&self, module: &str) -> bool {
        vm::packs::OWN.contains(&module) || module == "erlang"
    }

    /// The names of its modules.
    pub fn modules(&self) -> impl Iterator<Item = &str> {
        self.native.iter().copied().chain(self.modules.keys().map(String::as_str))
    }

    /// What it has of a module: names and arities.
    pub fn functions(&self, module: &str) -> Vec<(&str, u32)> {
        let native = Natives.entries().iter().filter(|entry| entry.module == module);
        let exported = self.modules.get(module).into_iter().flatten();
        let exported = exported.map(|(name, arity)| (name.as_str(), *arity));
        native.map(|entry| (entry.name, entry.arity)).chain(exported).collect()
    }

    fn exports(&self, module: &str, function: &str, arity: u32) -> bool {
        self.modules.get(module).is_some_and(|exports| exports.contains(&(function.to_owned(), arity)))
    }
}

/// What a module exports: names and arities; nothing if that cannot be read.
pub fn exports(beam: &Beam<'_>) -> BTreeSet<(String, u32)> {
    let (Ok(atoms), Ok(exports)) = (beam.atoms(), beam.exports()) else { return BTreeSet::new() };
    let atoms: Vec<String> = atoms.iter().map(|atom| atom.chars().collect()).collect();
    let named = exports.iter().filter_map(|export| {
        Some((atoms.get((export.function as usize).checked_sub(1)?)?.clone(), export.arity))
    });
    named.collect()
}
