//! Looking at messages, and waiting for them.
//!
//! A message that is looked at lies outside the heap until it is taken out. Whatever is written into a register
//! meanwhile may be part of it: it is neither kept in a slot, nor handed on, nor there when a collection happens.

use super::fact::Fact;
use super::instruction::Operands;
use super::{Flow, Verified, Verifier};
use crate::code::Operand;

impl Verifier<'_> {
    pub(super) fn loop_rec(&mut self, o: Operands<'_, '_>) -> Verified {
        // Signals are taken in, which may make terms.
        self.state.heap = 0;
        self.state.is_fresh = false;
        self.branch(o.label(0))?;
        self.state.is_receiving = true;
        // The message comes by way of x0.
        self.state.result(Operand::X(0), Fact::TERM)?;
        Ok(self.state.result(o.at(1), Fact::TERM)?)
    }

    pub(super) fn loop_rec_end(&mut self, o: Operands<'_, '_>) -> Verified<Flow> {
        self.state.has_whole_frame()?;
        self.state.passed_over()?;
        self.state.sleep();
        self.branch_back(o.label(0))?;
        Ok(Flow::End)
    }

    /// The receive begins again, or elsewhere in the mailbox: what was looked at is no longer protected.
    pub(super) fn turn_away(&mut self) {
        self.keep_message();
        self.state.forget_sleep();
    }

    pub(super) fn wait(&mut self, o: Operands<'_, '_>) -> Verified<Flow> {
        self.state.has_whole_frame()?;
        self.state.passed_over()?;
        self.state.sleep();
        self.branch_back(o.label(0))?;
        Ok(Flow::End)
    }

    pub(super) fn wait_timeout(&mut self, o: Operands<'_, '_>) -> Verified {
        self.state.read_time(o.at(1))?;
        self.raise()?;
        self.state.sleep_timed();
        self.branch_back(o.label(0))?;
        self.state.sleep();
        Ok(())
    }
}
