//! Calls, frames, and the ways out of a function.

use super::callee::Callee;
use super::fact::Fact;
use super::{Flow, Verified, Verifier, Wanted};
use crate::code::Operand;

impl Verifier<'_> {
    /// A call that comes back: of so many X registers, with a frame to return to.
    pub(super) fn call(&mut self, registers: usize, result: Fact) -> Verified {
        self.state.has_arguments(registers)?;
        self.state.has_frame()?;
        self.raise()?;
        self.state.returned(result);
        Ok(())
    }

    pub(super) fn call_local(&mut self, arity: usize, label: Operand<'_>) -> Verified<Flow> {
        self.call(arity, Fact::TERM)?;
        if self.endless.as_ref().is_some_and(|endless| endless.contains(label)) {
            self.check(self.at + 1, Wanted::Never);
            return Ok(Flow::End);
        }
        Ok(Flow::Next)
    }

    pub(super) fn call_import(&mut self, arity: usize, import: usize) -> Verified<Flow> {
        match self.callees.get(import) {
            // It is native and does not come back: no frame is needed.
            Some(Callee::Raiser) => {
                self.state.has_arguments(arity)?;
                self.raise()?;
                return Ok(Flow::End);
            }
            Some(Callee::SetElement) => {
                let least = self.state.read(Operand::X(0))?.as_integer().unwrap_or(0);
                self.call(arity, Fact::fresh_tuple(least))?;
                self.state.is_only_fresh();
            }
            _ => self.call(arity, Fact::TERM)?,
        }
        Ok(Flow::Next)
    }

    /// As [`Self::last_call`], of an imported function.
    pub(super) fn last_call_import(
        &mut self,
        arity: usize,
        import: usize,
        slots: Option<u32>,
    ) -> Verified<Flow> {
        // One that raises does so before the frame is given back: compilers write any number there.
        match self.callees.get(import) {
            Some(Callee::Raiser) => self.call_import(arity, import),
            _ => self.last_call(arity, slots),
        }
    }

    /// A call that does not come back here; the frame of so many slots is given back, or there is none.
    pub(super) fn last_call(&mut self, registers: usize, slots: Option<u32>) -> Verified<Flow> {
        self.state.has_arguments(registers)?;
        // A native function raises before the frame is given back.
        self.state.has_whole_frame()?;
        self.keep_message();
        match slots {
            Some(slots) => self.state.deallocate(slots)?,
            None => self.state.has_no_frame()?,
        }
        Ok(Flow::End)
    }

    pub(super) fn return_(&mut self) -> Verified<Flow> {
        self.state.has_arguments(1)?;
        self.state.has_no_frame()?;
        self.keep_message();
        Ok(Flow::End)
    }

    /// What is done at once, but counts as a call of so many arguments.
    pub(super) fn native(&mut self, arity: usize) -> Verified {
        self.state.has_arguments(arity)?;
        self.raise()?;
        self.state.returned(Fact::TERM);
        Ok(())
    }

    pub(super) fn allocate(&mut self, slots: u32, heap: u32, live: usize, slot: Fact) -> Verified {
        self.state.has_room_for_frame()?;
        self.state.collect(live)?;
        self.state.allocate(slots, slot);
        self.state.heap = heap;
        Ok(())
    }

    /// An exception for certain. One that ways inside and outside of a `try` lead to has no one handler: without
    /// optimisations the compiler lets all matches lead to it that it knows do not fail. That they do not is checked.
    pub(super) fn raise_with(&mut self, operands: &[Operand<'_>]) -> Verified<Flow> {
        for operand in operands {
            self.state.read(*operand)?;
        }
        if self.state.has_whole_frame().is_err() {
            self.check(self.at, Wanted::Never);
            return Ok(Flow::End);
        }
        self.raise()?;
        Ok(Flow::End)
    }

    /// A guard function, or another that is evaluated in its place; `live` where it may need heap.
    pub(super) fn guard(
        &mut self,
        fail: u32,
        import: usize,
        arguments: &[Operand<'_>],
        to: Operand<'_>,
        live: Option<usize>,
    ) -> Verified {
        for argument in arguments {
            self.state.read(*argument)?;
        }
        let callee = self.callees.get(import).copied().unwrap_or(Callee::Any);
        if !callee.is_guard() {
            self.keep_message();
        }
        if fail == 0 && callee.is_guard() && callee != Callee::Sure {
            self.clear_slots()?;
        }
        if let Some(live) = live {
            self.state.make_terms(live)?;
        }
        // Who fails may have made the term that says why.
        let heap = core::mem::take(&mut self.state.heap);
        if fail != 0 || callee != Callee::Sure {
            self.fail(fail)?;
        }
        if matches!(callee, Callee::Sure | Callee::Test) {
            self.state.heap = heap;
        } else {
            self.state.is_fresh = false;
        }
        Ok(self.state.result(to, Fact::TERM)?)
    }
}
