//! Terms: tested, taken apart, made.

use super::fact::Fact;
use super::instruction::Operands;
use super::{Flow, Verified, Verifier};
use crate::code::{Instruction, Op, Operand};
use crate::load::Rule;
use crate::lower::function::FLOAT_WORDS;

impl<'a> Verifier<'a> {
    /// Copies a term, and what is known of it.
    pub(super) fn move_(&mut self, from: Operand<'_>, to: Operand<'_>) -> Verified {
        let fact = match from {
            Operand::Literal(number) => self.literal(number),
            from => self.state.read(from)?,
        };
        Ok(self.state.write(to, fact)?)
    }

    /// What a literal is.
    fn literal(&self, number: u32) -> Fact {
        let bytes = self.literals.get(number as usize).copied().unwrap_or_default();
        match *bytes {
            [131, 104, elements, ..] => Fact::tuple_of(u32::from(elements)),
            [131, 107, high, low, ..] if high | low != 0 => Fact::CELL,
            [131, 108, a, b, c, d, ..] if a | b | c | d != 0 => Fact::CELL,
            _ => Fact::TERM,
        }
    }

    /// A test of one term, which is this where it holds.
    pub(super) fn test(&mut self, o: Operands<'_, '_>, fact: Fact) -> Verified {
        self.state.read(o.at(1))?;
        self.fail(o.label(0))?;
        if fact != Fact::TERM {
            self.refine(o.at(1), fact)?;
        }
        Ok(())
    }

    pub(super) fn is_nil(&mut self, o: Operands<'_, '_>) -> Verified {
        let before = self.state.read(o.at(1))?;
        if before.is_list() {
            self.refine(o.at(1), Fact::CELL)?;
        }
        self.fail(o.label(0))?;
        Ok(self.refine(o.at(1), Fact::NIL)?)
    }

    pub(super) fn is_list(&mut self, o: Operands<'_, '_>) -> Verified {
        let is_cell = self.state.read(o.at(1))?.is_cell();
        self.test(o, if is_cell { Fact::CELL } else { Fact::LIST })
    }

    /// A test for a tuple: what was known of its elements stays known.
    pub(super) fn is_tuple(&mut self, o: Operands<'_, '_>, least: u32) -> Verified {
        let is_known = self.state.read(o.at(1))?.has_elements(least);
        self.test(o, if is_known { Fact::TERM } else { Fact::tuple(least) })
    }

    /// A test whether two terms are the same: what is known of one holds for the other.
    pub(super) fn is_exact(&mut self, o: Operands<'_, '_>, fail: u32) -> Verified {
        let (one, other) = (self.state.read(o.at(1))?, self.state.read(o.at(2))?);
        self.fail(fail)?;
        let other = match o.at(2) {
            Operand::Literal(number) => self.literal(number),
            _ => other,
        };
        if one == Fact::TERM && other.is_durable_shape() {
            self.refine(o.at(1), other)?;
        }
        Ok(())
    }

    pub(super) fn select_value(&mut self, o: Operands<'_, '_>) -> Verified<Flow> {
        self.state.read(o.at(0))?;
        self.branch(o.label(1))?;
        for choice in o.list(2) {
            match choice {
                Operand::Label(label) => self.branch(label)?,
                // A compiler writes constants here; where damaged code has registers, they are compared with.
                choice => _ = self.state.read(choice)?,
            }
        }
        Ok(Flow::End)
    }

    pub(super) fn select_arity(&mut self, o: Operands<'_, '_>) -> Verified<Flow> {
        let before = self.state.read(o.at(0))?;
        self.branch(o.label(1))?;
        let mut elements = 0;
        for choice in o.list(2) {
            match choice {
                Operand::Unsigned(number) => elements = number,
                Operand::Label(label) => {
                    if elements <= u64::from(Fact::MOST) {
                        self.refine(o.at(0), Fact::tuple_of(elements as u32))?;
                    }
                    self.branch(label)?;
                    self.state.know(o.at(0), before);
                }
                _ => {}
            }
        }
        Ok(Flow::End)
    }

    /// Makes a value of so many words in reserved heap.
    pub(super) fn make(&mut self, words: u32, to: Operand<'_>, fact: Fact) -> Verified {
        self.state.spend(words)?;
        Ok(self.state.result(to, fact)?)
    }

    /// `put_tuple` with the `put`s behind it: all elements are read before the tuple is anywhere.
    pub(super) fn put_tuple_old(&mut self, code: &[Instruction<'a>], o: Operands<'_, '_>) -> Verified {
        let elements = o.number(0);
        let puts = code.get(self.at + 1..).unwrap_or_default().iter().take(elements as usize);
        for put in puts.take_while(|put| put.op == Op::Put) {
            self.state.read(put.operand(0).unwrap_or(Operand::Nil))?;
        }
        self.make(elements.saturating_add(1), o.at(1), Fact::tuple_of(elements.min(Fact::MOST)))
    }

    pub(super) fn set_element(&mut self, o: Operands<'_, '_>) -> Verified {
        let (value, tuple) = (self.state.read(o.at(0))?, self.state.read(o.at(1))?);
        let is_fresh = self.state.is_fresh && tuple.is_fresh() && !value.is_fresh();
        if !is_fresh || !tuple.has_elements(o.number(2).saturating_add(1)) {
            return Err(Rule::NotFresh.into());
        }
        self.keep_message();
        Ok(())
    }

    pub(super) fn update_record(&mut self, o: Operands<'_, '_>) -> Verified {
        let size = o.number(1);
        self.wants_arity(o.at(2), size)?;
        // Positions are plain numbers.
        self.read_list(o.list(4))?;
        self.make(size.saturating_add(1), o.at(3), Fact::tuple_of(size.min(Fact::MOST)))
    }

    /// `make_fun2`, which reserves its own heap.
    pub(super) fn make_fun_old(&mut self, lambda: usize) -> Verified {
        let free = self.source.lambdas.get(lambda).map_or(0, |lambda| lambda.num_free);
        self.state.collect(free as usize)?;
        Ok(self.state.result(Operand::X(0), Fact::TERM)?)
    }

    pub(super) fn move_float(&mut self, from: Operand<'_>, to: Operand<'_>) -> Verified {
        match (from, to) {
            (Operand::FloatRegister(_), Operand::FloatRegister(_)) => {
                self.state.read_float(from)?;
                self.state.set_float(to);
            }
            (Operand::FloatRegister(_), _) => {
                self.state.read_float(from)?;
                self.make(FLOAT_WORDS, to, Fact::TERM)?;
            }
            _ => {
                self.state.read(from)?;
                self.raise()?;
                self.state.set_float(to);
            }
        }
        Ok(())
    }

    pub(super) fn compute(&mut self, from: &[Operand<'_>], to: Operand<'_>) -> Verified {
        for from in from {
            self.state.read_float(*from)?;
        }
        self.raise()?;
        self.state.set_float(to);
        Ok(())
    }

    /// Values of keys: where a later one is missing, the first may have been written.
    pub(super) fn fetch(&mut self, o: Operands<'_, '_>) -> Verified {
        self.state.read(o.at(1))?;
        for key in o.list(2).step_by(2) {
            self.state.read(key)?;
        }
        for to in o.list(2).skip(1).step_by(2) {
            self.state.blur(to);
        }
        self.fail(o.label(0))?;
        for to in o.list(2).skip(1).step_by(2) {
            self.state.result(to, Fact::TERM)?;
        }
        Ok(())
    }

    pub(super) fn put_map(&mut self, o: Operands<'_, '_>) -> Verified {
        self.state.read(o.at(1))?;
        self.read_list(o.list(4))?;
        self.state.make_terms(o.count(3))?;
        // Memory may lack where there is a label, too.
        self.raise()?;
        self.fail(o.label(0))?;
        Ok(self.state.result(o.at(2), Fact::TERM)?)
    }

    pub(super) fn put_record(&mut self, o: Operands<'_, '_>) -> Verified {
        self.read_all([o.at(1), o.at(2)])?;
        self.read_list(o.list(5))?;
        self.state.make_terms(o.count(4))?;
        self.raise()?;
        self.fail(o.label(0))?;
        Ok(self.state.result(o.at(3), Fact::TERM)?)
    }
}
