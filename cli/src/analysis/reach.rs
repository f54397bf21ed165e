//! Which functions of a program can be reached from where it begins.
//!
//! A function reaches what it calls, and every function a module exports if it names that module: as a callback, in the
//! specification of a child, or to call it in a way that cannot be seen. So too much is reached rather than too little.
//! Libraries name many modules that they never call; of theirs only two kinds count: the function's own module, which is
//! how they say that they are callbacks, and modules below it by name, which is how protocols find implementations.
//!
//! Invariant: work is linear in the functions and what they name; nothing recurses.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::code::{Call, Code};

/// A function: the place of its module, and its place there.
pub type Place = (usize, usize);

/// The modules of a program; of two of a name the first is the one that counts.
#[derive(Debug, Default)]
pub struct World {
    modules: Vec<Code>,
    names: BTreeMap<String, usize>,
    /// Those that are of libraries.
    libraries: BTreeSet<usize>,
}

impl World {
    /// Adds a module, unless there is one of that name.
    pub fn add(&mut self, code: Code) -> Option<usize> {
        if self.names.contains_key(&code.module) {
            return None;
        }
        self.names.insert(code.module.clone(), self.modules.len());
        self.modules.push(code);
        Some(self.modules.len() - 1)
    }

    /// Adds a module of a library, unless there is one of that name.
    pub fn add_library(&mut self, code: Code) {
        let added = self.add(code);
        self.libraries.extend(added);
    }

    /// The module at a place.
    pub fn module(&self, place: usize) -> Option<&Code> {
        self.modules.get(place)
    }

    /// Whether a module is of a library.
    pub fn is_library(&self, place: usize) -> bool {
        self.libraries.contains(&place)
    }

    /// The module of that name.
    pub fn find(&self, name: &str) -> Option<(usize, &Code)> {
        let place = *self.names.get(name)?;
        Some((place, self.modules.get(place)?))
    }

    /// All of them.
    pub fn modules(&self) -> impl Iterator<Item = (usize, &Code)> {
        self.modules.iter().enumerate()
    }

    /// Every function of a module.
    pub fn all(&self, module: usize) -> impl Iterator<Item = Place> + use<> {
        let count = self.modules.get(module).map_or(0, |code| code.functions.len());
        (0..count).map(move |function| (module, function))
    }

    /// What is reached from there.
    pub fn reached(&self, roots: impl IntoIterator<Item = Place>) -> BTreeSet<Place> {
        let mut pending: Vec<Place> = roots.into_iter().collect();
        let (mut reached, mut named) = (BTreeSet::new(), BTreeSet::new());
        while let Some(place) = pending.pop() {
            let (module, function) = place;
            if !reached.insert(place) {
                continue;
            }
            let Some(code) = self.modules.get(module) else { continue };
            let Some(function) = code.functions.get(function) else { continue };
            pending.extend(function.own.iter().map(|own| (module, *own)));
            pending.extend(function.calls.iter().filter_map(|call| self.callee(call)));
            let is_library = self.libraries.contains(&module);
            for atom in function.atoms.iter().filter(|atom| !is_library || is_of(&code.module, atom)) {
                let Some((module, code)) = self.find(atom).filter(|(module, _)| named.insert(*module)) else {
                    continue;
                };
                pending.extend(
                    code.exports.iter().filter_map(|(name, arity)| Some((module, code.find(name, *arity)?))),
                );
            }
        }
        reached
    }

    /// The function a call reaches, if the program has it.
    fn callee(&self, call: &Call) -> Option<Place> {
        let (module, code) = self.find(&call.module)?;
        Some((module, code.find(&call.function, call.arity)?))
    }
}

/// Whether a name is that of a module, or of one below it.
fn is_of(module: &str, name: &str) -> bool {
    name.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::code::Function;

    /// A module with two exported functions; the first names an atom and calls nothing.
    fn module(name: &str, names: &str) -> Code {
        let atoms = BTreeSet::from([names.to_owned()]);
        let first = Function { id: ("first".to_owned(), 0), atoms, ..Function::default() };
        let second = Function { id: ("second".to_owned(), 0), ..Function::default() };
        Code::of(name, vec![first, second])
    }

    #[test]
    fn naming_a_module_reaches_what_it_exports_but_not_from_a_library() {
        let mut world = World::default();
        world.add(module("own", "lib"));
        world.add_library(module("lib", "other"));
        world.add_library(module("other", "other"));
        assert_eq!(world.reached([(0, 0)]), BTreeSet::from([(0, 0), (1, 0), (1, 1)]));
        assert_eq!(world.reached([(2, 0)]), BTreeSet::from([(2, 0), (2, 1)]), "its own name is a callback");
        assert_eq!(world.reached([(0, 1)]), BTreeSet::from([(0, 1)]));
        assert!(is_of("Elixir.Enumerable", "Elixir.Enumerable.List") && !is_of("lists", "lists2"));
    }
}
