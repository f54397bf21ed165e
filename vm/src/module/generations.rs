//! Which code of a module is current, which old, and which comes or goes.
//!
//! Invariants: a module has one current and one old generation at most; exports lead to the current one; a lambda leads
//! to the code that came last of those that have it and are not purged. What was purged stays where it is
//! until [`Modules::free`] is told that nobody refers to it.
//! Deliberately absent: who runs which code (`sched::purge`), and calling the function a module wants called first.

use crate::sync::{Arc, Idle};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Module, Modules};
use crate::atom::Atom;

/// A module that can be listed.
#[derive(Debug)]
pub struct Prepared {
    /// The module.
    pub module: Module,
    /// Words of its code that are constants of catch marks, where now the distance to the handler stands.
    pub catches: Vec<u32>,
}

/// Modules by what they are to those who call them.
#[derive(Debug, Default)]
pub(super) struct Generations {
    current: BTreeMap<Atom, Arc<Module>>,
    old: BTreeMap<Atom, Arc<Module>>,
    /// Their first function has not said yet that they may be called.
    arriving: BTreeMap<Atom, Arc<Module>>,
    /// Nothing leads to them, but somebody may still be there.
    leaving: Vec<Arc<Module>>,
}

impl Idle for Generations {
    /// Whether nobody leaves.
    fn is_idle(&self) -> bool {
        self.leaving.is_empty()
    }
}

impl Modules {
    /// A loaded module: its current generation.
    pub fn module(&self, name: Atom) -> Option<Arc<Module>> {
        self.generations.borrow().current.get(&name).cloned()
    }

    /// The generation of a module before the current one.
    pub fn old(&self, name: Atom) -> Option<Arc<Module>> {
        self.generations.borrow().old.get(&name).cloned()
    }

    /// A module whose first function has not said yet that it may be called.
    pub fn arriving(&self, name: Atom) -> Option<Arc<Module>> {
        self.generations.borrow().arriving.get(&name).cloned()
    }

    /// The names of the loaded modules.
    pub fn names(&self) -> Vec<Atom> {
        self.generations.borrow().current.keys().copied().collect()
    }

    /// Lists a module: its exports lead to its code, and what was current is old. There must be none that is old.
    pub fn add(&self, prepared: Prepared, native: impl Fn(Atom, u32) -> Option<usize>) -> Arc<Module> {
        let module = self.settle(prepared);
        Self::offer_lambdas(&module);
        self.make_current(module.clone(), native);
        module
    }

    /// Lists the code of a module that nobody may call before its first function says so.
    pub fn await_consent(&self, prepared: Prepared) -> Arc<Module> {
        let module = self.settle(prepared);
        Self::offer_lambdas(&module);
        let before = self.generations.borrow_mut().arriving.insert(module.name, module.clone());
        if let Some(before) = before {
            self.leave(before);
        }
        module
    }

    /// Lists a module whose first function said that it may be called. There must be none that is old.
    pub fn consent(&self, name: Atom, native: impl Fn(Atom, u32) -> Option<usize>) -> Option<Arc<Module>> {
        let module = self.generations.borrow_mut().arriving.remove(&name)?;
        self.make_current(module.clone(), native);
        Some(module)
    }

    /// Takes a module out whose first function did not say that it may be called; whether there was one.
    pub fn refuse(&self, name: Atom) -> bool {
        let module = self.generations.borrow_mut().arriving.remove(&name);
        module.map(|module| self.leave(module)).is_some()
    }

    fn make_current(&self, module: Arc<Module>, native: impl Fn(Atom, u32) -> Option<usize>) {
        let before = self.generations.borrow_mut().current.insert(module.name, module.clone());
        if let Some(before) = before {
            self.withdraw(&before);
            self.generations.borrow_mut().old.insert(before.name, before);
        }
        self.offer(&module, native);
    }

    /// Makes the current generation of a module the old one, so that there is none to be called; whether there was
    /// one. There must be none that is old.
    pub fn delete(&self, name: Atom) -> bool {
        let Some(module) = self.generations.borrow_mut().current.remove(&name) else { return false };
        self.withdraw(&module);
        self.generations.borrow_mut().old.insert(name, module);
        true
    }

    /// Takes the old generation of a module out: nothing leads to its code any more.
    pub fn retire(&self, name: Atom) -> Option<Arc<Module>> {
        let module = self.generations.borrow_mut().old.remove(&name)?;
        self.leave(module.clone());
        Some(module)
    }

    fn leave(&self, module: Arc<Module>) {
        self.withdraw_lambdas(&module, self.module(module.name).as_deref());
        self.generations.borrow_mut().leaving.push(module);
    }

    /// Modules that nothing leads to, but where somebody may still be.
    pub fn leaving(&self) -> Vec<Arc<Module>> {
        self.generations.borrow().leaving.clone()
    }

    /// Whether there is none of those.
    pub fn nobody_leaves(&self) -> bool {
        self.generations.is_idle()
    }

    /// Frees a module of those: nobody refers to its code or its literals.
    pub fn free(&self, module: &Arc<Module>) {
        self.forget(module);
        self.generations.borrow_mut().leaving.retain(|other| !Arc::ptr_eq(other, module));
    }
}
