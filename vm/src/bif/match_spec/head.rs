//! Heads of match specifications: patterns.
//!
//! Invariant: places of variables are given in the order in which a match meets them, so that binding one is pushing
//! its value.

use alloc::vec::Vec;

use super::{Compiler, Dialect, Pattern};
use crate::term::{Kind, Term};

impl<'h> Compiler<'_, 'h> {
    /// The pattern of a head.
    pub(super) fn head(&mut self, head: Term<'h>) -> Vec<Pattern> {
        let mut pattern = Vec::new();
        if self.dialect == Dialect::Trace && !self.is_head_of_arguments(head) {
            self.problem("a head for calls has to be a list of patterns, or '_'");
            return pattern;
        }
        let mut open = alloc::vec![head];
        while let Some(term) = open.pop() {
            let step = self.pattern(term, &mut open);
            pattern.push(step);
        }
        pattern
    }

    fn is_head_of_arguments(&self, head: Term<'h>) -> bool {
        match head.kind() {
            Kind::Atom(_) => self.is_named(head, "_") || self.variable_number(head).is_some(),
            Kind::Tuple(_) => true,
            _ => head.list_length().is_some(),
        }
    }

    /// The step for a term; what comes next is put on `open`, the first on top.
    fn pattern(&mut self, term: Term<'h>, open: &mut Vec<Term<'h>>) -> Pattern {
        if self.is_named(term, "_") {
            return Pattern::Any;
        }
        if let Some(number) = self.variable_number(term) {
            let place = self.variables.len();
            return match self.variables.get(&number) {
                Some(place) => Pattern::Same(*place),
                None => {
                    self.variables.insert(number, place);
                    Pattern::Bind
                }
            };
        }
        match term.kind() {
            Kind::Tuple(elements) => {
                open.extend(elements.iter().rev());
                Pattern::Tuple(elements.len())
            }
            Kind::Cons(cons) => {
                open.extend([cons.tail(), cons.head()]);
                Pattern::Cons
            }
            Kind::Map(map) => {
                let first = self.constants.len();
                let mut values = Vec::new();
                for (key, value) in map.keys.iter().zip(map.values) {
                    if self.holds_variable(*key) {
                        self.problem("keys of a map in a head may not be variables");
                    }
                    self.constants.push(*key);
                    values.push(*value);
                }
                open.extend(values.iter().rev());
                Pattern::Keys(first, values.len())
            }
            _ => Pattern::Equal(self.constant(term)),
        }
    }

    /// Whether a variable, or `'_'`, stands anywhere in a term.
    fn holds_variable(&self, term: Term<'h>) -> bool {
        let mut open = alloc::vec![term];
        while let Some(term) = open.pop() {
            if self.is_named(term, "_") || self.variable_number(term).is_some() {
                return true;
            }
            match term.kind() {
                Kind::Tuple(elements) => open.extend(elements),
                Kind::Cons(cons) => open.extend([cons.head(), cons.tail()]),
                Kind::Map(map) => open.extend(map.keys.iter().chain(map.values)),
                _ => {}
            }
        }
        false
    }
}
