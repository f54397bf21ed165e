//! Match specifications: compiled once, run on many terms.
//!
//! A specification is a list of `{Head, Conditions, Body}`. [`MatchSpec::compile`] makes a program of each; running
//! it needs no specification any more, only the program and the term it is run on.
//! Invariants: nothing recurses, neither into a specification nor into what it is run on; a program leaves exactly
//! one value on its stack; what a specification holds is copied once, and the result of a run refers to it.
//! Deliberately absent: tracing. What only a tracer sees (tokens, callers, flags) is answered as where nobody traces.

mod body;
mod functions;
mod head;
mod run;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::heap::{OutOfMemory, Parcel};
use crate::sched::System;
use crate::term::Term;

pub use functions::Act;
pub use run::Outcome;

use super::Code;

/// What a specification is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// Terms of a table: the result is the last value of the body.
    Table,
    /// Lists of arguments: the result is whether, and with what message, a call is told.
    Trace,
}

/// Why a specification is none, in words.
pub type Problem = String;

/// A compiled specification.
#[derive(Debug)]
pub struct MatchSpec {
    dialect: Dialect,
    programs: Vec<Program>,
    /// A tuple of all terms that stand in the specification as such.
    constants: Parcel,
}

/// One part of a specification.
#[derive(Debug, Default)]
struct Program {
    pattern: Vec<Pattern>,
    condition: Vec<Operation>,
    body: Vec<Operation>,
    /// The variables, in the order of their numbers: where each one's value is.
    variables: Vec<usize>,
}

/// A step of a match: it takes the next term that is to be matched.
#[derive(Clone, Copy, Debug)]
enum Pattern {
    /// Anything.
    Any,
    /// Anything, which is then the value of a variable (the next one that has none).
    Bind,
    /// What is equal to the value of a variable.
    Same(usize),
    /// What is equal to a constant.
    Equal(usize),
    /// A tuple of so many elements, which come next.
    Tuple(usize),
    /// A list cell, whose head and tail come next.
    Cons,
    /// A map with certain keys, so many constants from one on; their values come next.
    Keys(usize, usize),
}

/// A step of a calculation: it works on a stack of values.
#[derive(Clone, Copy)]
enum Operation {
    /// One value more, made of those on top.
    Push(Value),
    /// Leaves with the value on top if it is this boolean, otherwise drops it; goes so many steps on.
    LeaveIf(bool, usize),
    /// Takes a value away: what a body says before its last expression.
    Drop,
    /// Takes a value away, which has to be `true`, or nothing matches.
    Require,
}

/// Where a value comes from.
#[derive(Clone, Copy)]
enum Value {
    Constant(usize),
    Variable(usize),
    /// `'$_'`.
    Whole,
    /// `'$$'`.
    Variables,
    Tuple(usize),
    Cons,
    /// As many keys and values.
    Map(usize),
    Call(Code, usize),
    /// Two booleans that are both true, or one of which is.
    Both,
    Either,
    /// The value on top, which must be a boolean.
    Boolean,
    /// What only the dialect `Trace` knows, with so many arguments.
    Act(Act, usize),
}

impl core::fmt::Debug for Operation {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str("Operation")
    }
}

/// What compiling a part needs and leaves behind.
struct Compiler<'a, 'h> {
    system: &'a System,
    dialect: Dialect,
    constants: Vec<Term<'h>>,
    problems: Vec<Problem>,
    /// Variables of the part's head: number to place.
    variables: BTreeMap<u32, usize>,
}

impl<'h> Compiler<'_, 'h> {
    fn problem(&mut self, text: &str) {
        self.problems.push(String::from(text));
    }

    fn constant(&mut self, term: Term<'h>) -> usize {
        self.constants.push(term);
        self.constants.len() - 1
    }

    /// The number of a variable: `'$1'` and the like.
    fn variable_number(&self, term: Term<'_>) -> Option<u32> {
        let name = self.system.atoms.name(term.as_atom()?);
        let digits = name.strip_prefix('$')?;
        let canonical = digits == "0" || !digits.starts_with('0');
        let digits =
            canonical.then_some(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok()
    }

    fn is_named(&self, term: Term<'_>, name: &str) -> bool {
        term.as_atom().is_some_and(|atom| self.system.atoms.name(atom) == name)
    }

    fn part(&mut self, part: Term<'h>) -> Option<Program> {
        let Some([head, conditions, body]) = part.as_tuple() else {
            self.problem("a part of a match specification has to be a tuple of head, conditions and body");
            return None;
        };
        self.variables.clear();
        let mut program = Program { pattern: self.head(*head), ..Program::default() };
        program.variables = self.variables.values().copied().collect();
        if conditions.list_length().is_none() {
            self.problem("conditions have to be a list");
        }
        for condition in conditions.list() {
            self.expression(condition, false, &mut program.condition);
            program.condition.push(Operation::Require);
        }
        self.body(*body, &mut program.body);
        Some(program)
    }
}

impl MatchSpec {
    /// The program of a specification.
    ///
    /// # Errors
    /// What is wrong with it, in words; or there is no memory.
    pub fn compile(
        system: &System,
        specification: Term<'_>,
        dialect: Dialect,
    ) -> Result<Result<MatchSpec, Vec<Problem>>, OutOfMemory> {
        let mut compiler = Compiler {
            system,
            dialect,
            constants: Vec::new(),
            problems: Vec::new(),
            variables: BTreeMap::new(),
        };
        if specification.as_cons().is_none() || specification.list_length().is_none() {
            compiler.problem("a match specification has to be a list that is not empty");
            return Ok(Err(compiler.problems));
        }
        let programs = specification.list().filter_map(|part| compiler.part(part)).collect();
        if !compiler.problems.is_empty() {
            return Ok(Err(compiler.problems));
        }
        let constants = Parcel::build(|arena| {
            let copies = compiler.constants.iter().map(|term| arena.copy(*term));
            arena.tuple(&copies.collect::<Result<Vec<_>, OutOfMemory>>()?)
        })?;
        Ok(Ok(MatchSpec { dialect, programs, constants }))
    }
}
