//! How a process comes to be, and where it begins.
//!
//! Invariants: a process that was started has the address of [`module::finished`] under everything on its stack, its
//! arguments in its registers, and stands in the run queue or waits to be told. A fun's free values follow its arguments.
//! Deliberately absent: the options of `spawn_opt`, which are the native function's.

use crate::sync::Arc;
use alloc::vec::Vec;

use super::System;
use crate::atom::{Atom, names};
use crate::heap::OutOfMemory;
use crate::module;
use crate::process::{MemorySettings, Process, Status};
use crate::term::{Kind, Term};

/// What is called.
#[derive(Clone, Copy)]
pub enum Callee<'h> {
    /// A fun.
    Fun(Term<'h>),
    /// A function of a module.
    Function(Atom, Atom),
    /// The function of a listed module whose code begins here.
    Code(*const u32),
}

impl System {
    /// A new process that calls `callee`, child of `parent`, once it is released.
    ///
    /// # Errors
    /// There is no memory, or there are too many processes.
    pub fn make_child(
        &self,
        parent: &Process,
        callee: Callee<'_>,
        arguments: &[Term<'_>],
        priority: Atom,
        memory: MemorySettings,
    ) -> Result<Arc<Process>, OutOfMemory> {
        if !self.memory.has_room_for_process(memory.min_heap_words) {
            return Err(OutOfMemory);
        }
        let process = self.processes.spawn(memory.min_heap_words)?;
        process.priority.set(priority);
        process.set_memory(memory);
        process.parent.set(parent.pid);
        process.group_leader.set(parent.group_leader.get());
        if let Err(error) = self.start(&process, callee, arguments) {
            self.processes.remove(process.pid);
            return Err(error);
        }
        self.count(&process);
        Ok(process)
    }

    /// Lets a process run that has been made: from now on it is the schedulers'.
    pub fn release(&self, process: &Process) {
        process.status.set(Status::Waiting);
        self.wake(process);
    }

    /// Has a process that has not run yet begin in `callee`, with copies of these arguments, once it is released.
    ///
    /// What is no fun of so many arguments is called by `erlang:apply/2`, whose error is then the process's own.
    ///
    /// # Errors
    /// There is no memory for the arguments.
    pub fn start(
        &self,
        process: &Process,
        callee: Callee<'_>,
        arguments: &[Term<'_>],
    ) -> Result<(), OutOfMemory> {
        process.found_stack(module::finished());
        let (entry, free): (_, &[Term<'_>]) = match callee {
            Callee::Function(name, function) => {
                process.initial_call.set((name, function, arguments.len() as u32));
                (self.export(name, function, arguments.len() as u32).entry.code(), &[])
            }
            Callee::Code(entry) => (entry, &[]),
            Callee::Fun(fun) => match fun.kind() {
                Kind::Closure(closure) if closure.lambda.arity as usize == arguments.len() => {
                    (closure.lambda.entry.code(), closure.free)
                }
                Kind::ExternalFun(export) if export.arity as usize == arguments.len() => {
                    (export.entry.code(), &[])
                }
                _ => return self.start_apply(process, fun, arguments),
            },
        };
        process.with_arena(|arena| {
            let mut registers = process.resume.registers.borrow_mut();
            for term in arguments.iter().chain(free) {
                registers.push(arena.copy(*term)?.word());
            }
            Ok(())
        })?;
        process.resume.ip.set(entry);
        Ok(())
    }

    /// Lets a process that has not run yet begin in a function without arguments when the first message comes to it:
    /// until then nobody waits for the function's module to be loaded.
    pub fn start_when_told(&self, process: &Process, module: Atom, function: Atom) {
        process.found_stack(module::finished());
        process.initial_call.set((module, function, 0));
        process.resume.ip.set(self.export(module, function, 0).entry.code());
        process.status.set(Status::Waiting);
    }

    fn start_apply(
        &self,
        process: &Process,
        fun: Term<'_>,
        arguments: &[Term<'_>],
    ) -> Result<(), OutOfMemory> {
        process.with_arena(|arena| {
            let copies = arguments.iter().map(|term| arena.copy(*term)).collect::<Result<Vec<_>, _>>()?;
            let words = [arena.copy(fun)?.word(), arena.list(&copies)?.word()];
            process.resume.registers.borrow_mut().extend(words);
            Ok(())
        })?;
        process.resume.ip.set(self.export(names::erlang, names::apply, 2).entry.code());
        Ok(())
    }

    /// A process that begins in code without arguments, child of nobody. It is in no queue: whoever asks for it runs it.
    ///
    /// # Errors
    /// There is no memory, or there are too many processes.
    pub fn spawn_aside(&self, entry: *const u32) -> Result<Arc<Process>, OutOfMemory> {
        let process = self.processes.spawn(crate::heap::MIN_WORDS)?;
        process.group_leader.set(self.first.get());
        process.found_stack(module::finished());
        process.resume.ip.set(entry);
        process.status.set(Status::Running);
        Ok(process)
    }
}
