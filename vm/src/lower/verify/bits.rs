//! The bit syntax.
//!
//! What an instruction here needs of a match context it tests when it runs; of a bitstring that is made in pieces
//! nothing tests that it is still there.

use super::fact::Fact;
use super::instruction::Operands;
use super::{Verified, Verifier};
use crate::code::{Op, Operand};
use crate::load::Rule;
use crate::lower::function::heap_words;

impl<'a> Verifier<'a> {
    pub(super) fn bits(&mut self, op: Op, o: Operands<'_, 'a>) -> Verified {
        match op {
            Op::BsStartMatch2 => self.take([o.at(1), o.at(1)], o.count(2), o.label(0), o.at(4)),
            Op::BsStartMatch3 => self.take([o.at(1), o.at(1)], o.count(2), o.label(0), o.at(3)),
            Op::BsStartMatch4 => self.take([o.at(2), o.at(2)], o.count(1), o.label(0), o.at(3)),
            Op::BsGetInteger2 | Op::BsGetFloat2 | Op::BsGetBinary2 => {
                self.take([o.at(1), o.at(3)], o.count(2), o.label(0), o.at(6))
            }
            Op::BsGetUtf8 | Op::BsGetUtf16 | Op::BsGetUtf32 => {
                self.take([o.at(1), o.at(1)], o.count(2), o.label(0), o.at(4))
            }
            Op::BsSkipUtf8 | Op::BsSkipUtf16 | Op::BsSkipUtf32 => {
                self.state.read(o.at(1))?;
                self.state.make_terms(o.count(2))?;
                self.fail(o.label(0))
            }
            Op::BsSkipBits2 | Op::BsTestTail2 | Op::BsTestUnit | Op::BsMatchString => {
                self.read_all([o.at(1), o.at(2)])?;
                self.fail(o.label(0))
            }
            Op::BsMatch => self.match_commands(o),
            Op::BsGetTail | Op::BsGetPosition => self.take([o.at(0), o.at(0)], o.count(2), 0, o.at(1)),
            Op::BsSetPosition => Ok(self.read_all([o.at(0), o.at(1)])?),
            Op::BsContextToBinary => {
                self.state.read(o.at(0))?;
                self.raise()?;
                self.state.heap = 0;
                self.state.is_fresh = false;
                Ok(self.state.result(o.at(0), Fact::TERM)?)
            }
            Op::BsSave2 | Op::BsRestore2 => {
                // A context without that place raises; compilers know that it has it.
                self.state.read(o.at(0))?;
                self.clear_slots()?;
                self.raise()
            }
            _ => self.making(op, o),
        }
    }

    /// Takes a term out of another, or makes it of one, of a size; it may need heap, and memory may lack.
    fn take(&mut self, from: [Operand<'_>; 2], live: usize, fail: u32, to: Operand<'_>) -> Verified {
        self.read_all(from)?;
        self.state.make_terms(live)?;
        self.take_out(fail, to)
    }

    /// As [`Self::take`], where all X registers are kept.
    fn take_out(&mut self, fail: u32, to: Operand<'_>) -> Verified {
        self.state.has_whole_frame()?;
        self.state.heap = 0;
        self.state.is_fresh = false;
        if self.state.handler().is_some() {
            self.raise()?;
        }
        if fail != 0 {
            self.branch(fail)?;
        }
        Ok(self.state.result(to, Fact::TERM)?)
    }

    /// The commands of `bs_match`, one after another: those before one that fails have had their effect. How many X
    /// registers are live holds for all of them together, and beside the context: nothing is forgotten here.
    fn match_commands(&mut self, o: Operands<'_, 'a>) -> Verified {
        let (fail, context) = (o.label(0), o.at(1));
        self.state.read(context)?;
        let mut commands = o.list(2);
        while let Some(Operand::Atom(name)) = commands.next() {
            let mut next = || commands.next().unwrap_or(Operand::Nil);
            match self.source.atom(name) {
                Some("integer" | "binary") => {
                    let [_live, _flags, bits, _unit, to] = [next(), next(), next(), next(), next()];
                    self.read_all([context, bits])?;
                    self.take_out(fail, to)?;
                }
                Some("get_tail") => {
                    let [_live, _unit, to] = [next(), next(), next()];
                    self.state.read(context)?;
                    self.take_out(0, to)?;
                }
                Some("=:=") => {
                    let [_live, _bits, value] = [next(), next(), next()];
                    self.read_all([context, value])?;
                    self.branch(fail)?;
                }
                Some("ensure_at_least") => {
                    let _ = [next(), next()];
                    self.state.read(context)?;
                    self.branch(fail)?;
                }
                _ => {
                    self.read_all([context, next()])?;
                    self.branch(fail)?;
                }
            }
        }
        Ok(())
    }

    fn making(&mut self, op: Op, o: Operands<'_, 'a>) -> Verified {
        match op {
            Op::BsCreateBin => {
                // Room is reserved before the segments are read.
                self.state.collect(o.count(2))?;
                self.read_list(
                    o.list(5).enumerate().filter(|(index, _)| index % 6 > 3).map(|(_, value)| value),
                )?;
                self.raise()?;
                self.fail(o.label(0))?;
                self.state.heap = heap_words(o.at(1));
                // What is appended to in place is what was made.
                if let Some(first) = o.list(5).nth(4) {
                    self.state.blur(first);
                }
                Ok(self.state.result(o.at(4), Fact::TERM)?)
            }
            Op::BsInit2 | Op::BsInitBits => {
                self.read_all([o.at(1)])?;
                self.state.collect(o.count(3))?;
                self.begin(o.label(0), heap_words(o.at(2)), o.at(5))
            }
            Op::BsAppend => {
                self.read_all([o.at(1), o.at(5)])?;
                self.state.collect(o.count(3))?;
                self.begin(o.label(0), heap_words(o.at(2)), o.at(7))
            }
            Op::BsPrivateAppend => {
                self.read_all([o.at(1), o.at(3)])?;
                self.begin(o.label(0), 0, o.at(5))
            }
            Op::BsPutInteger | Op::BsPutFloat | Op::BsPutBinary => self.put([o.at(1), o.at(4)], o.label(0)),
            Op::BsPutUtf8 | Op::BsPutUtf16 | Op::BsPutUtf32 => self.put([o.at(2), o.at(2)], o.label(0)),
            Op::BsPutString => self.put([Operand::Nil; 2], 0),
            Op::BsUtf8Size | Op::BsUtf16Size => {
                self.state.read(o.at(1))?;
                self.fail(o.label(0))?;
                Ok(self.state.result(o.at(2), Fact::TERM)?)
            }
            Op::BsAdd => {
                self.read_all([o.at(1), o.at(2)])?;
                self.fail(o.label(0))?;
                Ok(self.state.result(o.at(4), Fact::TERM)?)
            }
            // `lower` refuses what is left.
            _ => Ok(()),
        }
    }

    /// A bitstring is begun, and so much heap is left for what is made beside it.
    fn begin(&mut self, fail: u32, heap: u32, to: Operand<'_>) -> Verified {
        self.state.is_writing = false;
        self.state.is_fresh = false;
        self.state.heap = 0;
        self.raise()?;
        self.fail(fail)?;
        self.state.heap = heap;
        self.state.is_writing = true;
        Ok(self.state.result(to, Fact::TERM)?)
    }

    fn put(&mut self, from: [Operand<'_>; 2], fail: u32) -> Verified {
        self.read_all(from)?;
        if !self.state.is_writing {
            return Err(Rule::NoBitstring.into());
        }
        self.fail(fail)
    }
}
