//! Native records of OTP 29: values with names, of a type of their own.
//!
//! Invariants: a record's first word is its definition, the tuple `{Module, Name, IsExported, {Field, ...}}`; as many
//! values follow as there are fields. The definition a record was made with stays its own, whatever becomes of the
//! module: what can be read of a record is in the record.
//! Deliberately absent: who may use which record (`bif::records`).

use crate::atom::{Atom, names};
use crate::term::Term;

/// A native record.
#[derive(Clone, Copy)]
pub struct Record<'h> {
    /// What all records made alike refer to.
    pub definition: Term<'h>,
    /// The value of each field.
    pub values: &'h [Term<'h>],
}

impl<'h> Record<'h> {
    /// The record of these words.
    pub fn of(words: &'h [Term<'h>]) -> Record<'h> {
        match words {
            [definition, values @ ..] => Record { definition: *definition, values },
            [] => Record { definition: Term::NIL, values: &[] },
        }
    }

    fn part(self, index: usize) -> Term<'h> {
        self.definition.as_tuple().and_then(|parts| parts.get(index).copied()).unwrap_or(Term::NIL)
    }

    /// The module it was defined in.
    pub fn module(self) -> Atom {
        self.part(0).as_atom().unwrap_or(names::undefined)
    }

    /// Its name.
    pub fn name(self) -> Atom {
        self.part(1).as_atom().unwrap_or(names::undefined)
    }

    /// Whether other modules may look into it.
    pub fn is_exported(self) -> bool {
        self.part(2).is(names::true_)
    }

    /// The names of its fields, in the order in which they were declared.
    pub fn fields(self) -> &'h [Term<'h>] {
        self.part(3).as_tuple().unwrap_or(&[])
    }

    /// Where a field stands.
    pub fn place(self, field: Term<'_>) -> Option<usize> {
        self.fields().iter().position(|own| own.same(field))
    }

    /// The value of a field.
    pub fn get(self, field: Term<'_>) -> Option<Term<'h>> {
        self.values.get(self.place(field)?).copied()
    }
}
