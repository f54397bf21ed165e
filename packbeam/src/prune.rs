//! Which modules of a program can be reached from where it starts.
//!
//! A module reaches another if it imports a function of it, or names it by an atom: in its atom table, which holds the
//! atoms its code uses, or inside a literal, such as the specification of a supervisor's child. The atom may be meant
//! otherwise, so too much is kept rather than too little. That is how packbeam finds modules. [`Following::Everything`]
//! also follows what that misses:
//!
//! * funs of other modules inside literals, as in `#{start => fun server:start/0}`;
//! * the behaviours a module says it has, as long as its attributes are there (packs have none);
//! * a protocol of Elixir to its implementations for what is built in and for structs that are reached;
//! * an application's description, `APPLICATION/priv/application.bin`, to the module it starts.
//!
//! A module whose name is put together at run time is not found: name it as a root.
//!
//! Invariant: work is linear in the bytes of the modules, times a logarithm of their number, and for protocols times the
//! number of protocols; nothing recurses.
//! Invariant: what cannot be read reaches nothing; it is for the loader to complain.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::chunk::Beam;
use crate::etf::{atoms_beside_funs, atoms_of_term};
use crate::pack::Section;
use crate::write::Builder;

/// What an Elixir protocol can be implemented for without there being a struct.
const BUILT_IN: [&str; 12] = [
    "Any",
    "Atom",
    "BitString",
    "Float",
    "Function",
    "Integer",
    "List",
    "Map",
    "PID",
    "Port",
    "Reference",
    "Tuple",
];

/// What counts as reaching a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Following {
    /// Imports and atoms, as packbeam does.
    Atoms,
    /// Behaviours, protocols and applications as well.
    Everything,
}

/// Leaves out of a pack the modules that are not reachable from the first that is flagged to be started and from the
/// `roots`, which are names without `.beam`. Returns the names of those left out.
pub fn prune(builder: &mut Builder<'_>, roots: &[&str], following: Following) -> Vec<String> {
    let mut graph = Graph::of(builder, following);
    let first = builder.sections().find(|section| section.is_start());
    let start = first.as_ref().and_then(|section| section.module());
    start.iter().chain(roots).for_each(|root| graph.reach(root));
    graph.close();
    let left_out: Vec<String> = graph.unreached().map(ToOwned::to_owned).collect();
    builder.retain(|section| {
        let module = section.module();
        module.is_none_or(|module| left_out.binary_search_by(|name| name.as_str().cmp(module)).is_err())
    });
    left_out
}

/// The modules of a program, and which of them are reached so far.
struct Graph<'a> {
    modules: BTreeMap<&'a str, Module<'a>>,
    /// Reached, and what they reach is still to be followed.
    pending: Vec<&'a str>,
    following: Following,
}

struct Module<'a> {
    data: &'a [u8],
    behaviours: &'a [String],
    reached: bool,
}

impl<'a> Graph<'a> {
    fn of(builder: &'a Builder<'_>, following: Following) -> Self {
        let mut graph = Graph { modules: BTreeMap::new(), pending: Vec::new(), following };
        for (section, behaviours) in builder.sections_with_behaviours() {
            if let Some(module) = section.module() {
                // Of two modules of a name the first is the one that runs.
                graph.modules.entry(module).or_insert(Module {
                    data: section.data,
                    behaviours,
                    reached: false,
                });
            }
        }
        if following == Following::Everything {
            builder.sections().filter_map(|section| started(&section)).for_each(|module| graph.reach(module));
        }
        graph
    }

    fn reach(&mut self, name: &str) {
        let Some((name, _)) = self.modules.get_key_value(name) else { return };
        let name = *name;
        if let Some(module) = self.modules.get_mut(name).filter(|module| !module.reached) {
            module.reached = true;
            self.pending.push(name);
        }
    }

    /// Follows everything that is reached until nothing new is.
    fn close(&mut self) {
        loop {
            while let Some(name) = self.pending.pop() {
                self.follow(name);
            }
            if self.following == Following::Everything {
                self.implementations().iter().for_each(|module| self.reach(module));
            }
            if self.pending.is_empty() {
                return;
            }
        }
    }

    fn follow(&mut self, name: &str) {
        let Some(Module { data, behaviours, .. }) = self.modules.get(name) else { return };
        let (data, behaviours) = (*data, *behaviours);
        each_atom(data, self.following, |atom| self.reach(atom));
        if self.following == Following::Everything {
            behaviours.iter().for_each(|behaviour| self.reach(behaviour));
        }
    }

    /// The implementations, not reached yet, of protocols that are, for what is built in or reached.
    fn implementations(&self) -> Vec<&'a str> {
        let protocols =
            self.modules.iter().filter(|(_, module)| module.reached && module.is("__protocol__", 1));
        protocols.flat_map(|(protocol, _)| self.implementations_of(protocol)).collect()
    }

    /// They are named like the protocol and what it is implemented for: `Elixir.Enumerable.List`.
    fn implementations_of(&self, protocol: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.modules.range(protocol..).skip(1);
        let named = named.take_while(move |(name, _)| name.starts_with(protocol));
        named.filter_map(move |(name, module)| {
            let subject = name.strip_prefix(protocol)?.strip_prefix('.')?;
            let is_wanted = !module.reached && self.is_wanted(subject) && module.is("__impl__", 1);
            is_wanted.then_some(*name)
        })
    }

    fn is_wanted(&self, subject: &str) -> bool {
        let is_reached = |(name, module): (&&str, &Module<'_>)| {
            module.reached && name.strip_prefix("Elixir.") == Some(subject)
        };
        BUILT_IN.contains(&subject) || self.modules.iter().any(is_reached)
    }

    fn unreached(&self) -> impl Iterator<Item = &'a str> {
        self.modules.iter().filter(|(_, module)| !module.reached).map(|(name, _)| *name)
    }
}

impl Module<'_> {
    fn is(&self, function: &str, arity: u32) -> bool {
        Beam::parse(self.data).and_then(|beam| beam.exports_function(function, arity)).unwrap_or(false)
    }
}

/// The module that is started because of a section: one that is an application's description.
pub fn started<'p>(section: &Section<'p>) -> Option<&'p str> {
    if !section.name.ends_with("/priv/application.bin") {
        return None;
    }
    started_by(section.file().ok()?)
}

/// The module an application's description, an external term, says is started: the atom behind `mod`.
fn started_by(description: &[u8]) -> Option<&str> {
    let mut atoms = atoms_of_term(description);
    atoms.find(|atom| *atom == "mod").and_then(|_| atoms.next())
}

/// Calls `found` with every atom of a module that can be its dependence. Imported modules are in the atom table, too.
fn each_atom(data: &[u8], following: Following, mut found: impl FnMut(&str)) {
    let Ok(beam) = Beam::parse(data) else { return };
    if let Ok(atoms) = beam.atoms() {
        atoms.iter().skip(1).filter_map(|atom| atom.as_str()).for_each(&mut found);
    }
    if let Ok(literals) = beam.literals() {
        match following {
            Following::Atoms => literals.iter().flat_map(atoms_beside_funs).for_each(&mut found),
            Following::Everything => literals.iter().flat_map(atoms_of_term).for_each(&mut found),
        }
    }
}
