//! Code that a newer one took the place of: who still runs it, and its end.
//!
//! Invariant: code and literals are freed only when no process refers to them. Whoever runs code that is purged is
//! killed; whoever holds literals of it gets copies of its own.
//! Deliberately absent: funs. One whose code is gone says so when it is called, as on OTP.

use alloc::vec::Vec;

use super::System;
use crate::atom::{Atom, names};
use crate::module::Module;
use crate::process::{Process, Signal};
use crate::sched::exit::packed;
use crate::term::Term;

impl System {
    /// Takes the old generation of a module out, and kills, on behalf of `from`, whoever runs it. `None` when there is
    /// no old generation, else whether somebody ran it.
    pub fn purge(&self, name: Atom, from: u32) -> Option<bool> {
        let module = self.modules.retire(name)?;
        let mut lingered = false;
        for process in self.processes.pids().into_iter().filter_map(|pid| self.processes.get(pid)) {
            if runs(&process, &module) {
                let reason = packed(Term::atom(names::kill));
                self.signal(process.pid, Signal::Exit { from, reason, link: false });
                lingered = true;
            }
        }
        Some(lingered)
    }

    /// Whether a process runs the old generation of a module.
    pub fn lingers(&self, process: &Process, name: Atom) -> bool {
        self.modules.old(name).is_some_and(|module| runs(process, &module))
    }

    /// Frees what was purged and nobody runs any more. To be called between slices, when every heap is at rest.
    pub fn free_purged(&self) {
        if self.modules.nobody_leaves() {
            return;
        }
        let pids = self.processes.pids();
        let processes: Vec<_> = pids.into_iter().filter_map(|pid| self.processes.get(pid)).collect();
        for module in self.modules.leaving() {
            // Who runs it was killed, and has not had its turn yet.
            if processes.iter().any(|process| runs(process, &module)) {
                continue;
            }
            let literals = module.literals.fragment_ranges();
            // Without memory for copies the module stays until there is.
            if processes.iter().all(|process| process.leave(&literals).is_ok()) {
                self.modules.free(&module);
            }
        }
    }
}

/// Whether a process is in a module's code, or returns to it.
fn runs(process: &Process, module: &Module) -> bool {
    module.holds(process.resume.ip.get())
        || process.stack().iter().any(|word| word.is_header() && module.holds(word.0 as *const u32))
}
