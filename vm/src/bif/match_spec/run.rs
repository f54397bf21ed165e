//! Running compiled match specifications.
//!
//! Invariants: what goes wrong in a condition is a part that does not match; in a body it is the value `'EXIT'`, and
//! the body goes on. No part takes more steps than it has.

use alloc::vec::Vec;

use super::{Act, Dialect, MatchSpec, Operation, Pattern, Program, Value};
use crate::atom::names;
use crate::bif::erlang::display;
use crate::bif::{Code, Context, Room};
use crate::process::Fault;
use crate::term::{Term, compare};

/// What came of a run.
#[derive(Clone, Copy)]
pub struct Outcome<'h> {
    /// The value of the body, or what a tracer is told; `None` where no part matches.
    pub value: Option<Term<'h>>,
    /// Whether the return of the call is to be told.
    pub return_trace: bool,
    /// Whether the return or the exception of the call is to be told.
    pub exception_trace: bool,
}

/// A part being run.
struct Run<'a, 'h> {
    context: Context<'h>,
    constants: &'h [Term<'h>],
    program: &'a Program,
    subject: Term<'h>,
    bound: Vec<Term<'h>>,
    stack: Vec<Term<'h>>,
    outcome: Outcome<'h>,
    message: Term<'h>,
}

impl MatchSpec {
    /// What the first part that matches a term makes of it. The result refers to the term and to this specification.
    ///
    /// # Errors
    /// There is no memory.
    pub fn run<'h>(&'h self, context: Context<'h>, subject: Term<'h>) -> Result<Outcome<'h>, Fault<'h>> {
        let constants = self.constants.term().as_tuple().unwrap_or(&[]);
        let nothing = Outcome { value: None, return_trace: false, exception_trace: false };
        for program in &self.programs {
            let mut run = Run {
                context,
                constants,
                program,
                subject,
                bound: Vec::new(),
                stack: Vec::new(),
                outcome: nothing,
                message: Term::boolean(true),
            };
            if !run.matches() || !run.calculate(&program.condition, false)? {
                continue;
            }
            run.calculate(&program.body, true)?;
            let value = if self.dialect == Dialect::Trace { Some(run.message) } else { run.stack.pop() };
            return Ok(Outcome { value, ..run.outcome });
        }
        Ok(nothing)
    }
}

impl<'h> Run<'_, 'h> {
    fn matches(&mut self) -> bool {
        let mut open = alloc::vec![self.subject];
        self.program
            .pattern
            .iter()
            .all(|step| open.pop().is_some_and(|term| self.step(*step, term, &mut open)))
    }

    /// Whether a term is as a step wants it; its parts that are to be matched next are put on `open`.
    fn step(&mut self, step: Pattern, term: Term<'h>, open: &mut Vec<Term<'h>>) -> bool {
        match step {
            Pattern::Any => true,
            Pattern::Bind => {
                self.bound.push(term);
                true
            }
            Pattern::Same(place) => compare::equal_exact(self.bound[place], term),
            Pattern::Equal(index) => compare::equal_exact(self.constants[index], term),
            Pattern::Tuple(count) => match term.as_tuple().filter(|elements| elements.len() == count) {
                Some(elements) => {
                    open.extend(elements.iter().rev());
                    true
                }
                None => false,
            },
            Pattern::Cons => match term.as_cons() {
                Some(cons) => {
                    open.extend([cons.tail(), cons.head()]);
                    true
                }
                None => false,
            },
            Pattern::Keys(first, count) => {
                let keys = &self.constants[first..first + count];
                let Some(map) = term.as_map() else { return false };
                keys.iter().rev().all(|key| map.get(*key).map(|value| open.push(value)).is_some())
            }
        }
    }

    /// Runs operations; whether every value that has to be `true` is.
    fn calculate(&mut self, operations: &[Operation], in_body: bool) -> Result<bool, Fault<'h>> {
        let mut place = 0;
        while let Some(operation) = operations.get(place) {
            place += 1;
            match operation {
                Operation::LeaveIf(leaves, steps) => match self.top().as_bool() {
                    Some(value) if value == *leaves => place += steps - 1,
                    Some(_) => {
                        self.pop();
                    }
                    None if in_body => {
                        *self.top_slot() = Term::atom(names::EXIT);
                        place += steps - 1;
                    }
                    None => return Ok(false),
                },
                Operation::Require => {
                    if !self.pop().is(names::true_) {
                        return Ok(false);
                    }
                }
                Operation::Drop => {
                    self.pop();
                }
                Operation::Push(value) => match self.value(*value)? {
                    Some(value) => self.stack.push(value),
                    None if in_body => self.stack.push(Term::atom(names::EXIT)),
                    None => return Ok(false),
                },
            }
        }
        Ok(true)
    }

    fn pop(&mut self) -> Term<'h> {
        self.stack.pop().unwrap_or(Term::NIL)
    }

    fn top(&self) -> Term<'h> {
        self.stack.last().copied().unwrap_or(Term::NIL)
    }

    fn top_slot(&mut self) -> &mut Term<'h> {
        if self.stack.is_empty() {
            self.stack.push(Term::NIL);
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    /// Takes the last values away, in the order they were pushed.
    fn take(&mut self, count: usize) -> Vec<Term<'h>> {
        self.stack.split_off(self.stack.len().saturating_sub(count))
    }

    /// A value; `None` where it goes wrong.
    fn value(&mut self, value: Value) -> Result<Option<Term<'h>>, Fault<'h>> {
        let arena = self.context.arena;
        Ok(Some(match value {
            Value::Constant(index) => self.constants[index],
            Value::Variable(place) => self.bound[place],
            Value::Whole => self.subject,
            Value::Variables => {
                let values: Vec<_> = self.program.variables.iter().map(|place| self.bound[*place]).collect();
                arena.list(&values)?
            }
            Value::Tuple(count) => arena.tuple(&self.take(count))?,
            Value::Cons => {
                let (tail, head) = (self.pop(), self.pop());
                arena.cons(head, tail)?
            }
            Value::Map(count) => {
                let pairs = self.take(count * 2).chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
                arena.map_of_pairs(pairs)?
            }
            Value::Call(code, arity) => return Ok(self.called(code, arity)),
            Value::Both | Value::Either => {
                let (right, left) = (self.pop().as_bool(), self.pop().as_bool());
                let (Some(left), Some(right)) = (left, right) else { return Ok(None) };
                Term::boolean(if matches!(value, Value::Both) { left && right } else { left || right })
            }
            Value::Boolean => {
                let value = self.pop();
                return Ok(value.as_bool().map(|_| value));
            }
            Value::Act(act, arity) => return self.act(act, arity).map(Some),
        }))
    }

    fn called(&mut self, code: Code, arity: usize) -> Option<Term<'h>> {
        let arguments = self.take(arity);
        let Context { arena, process, system, reductions } = self.context;
        let room = Room { arena, system, pid: process.pid, reductions };
        let result = match (code, arguments.as_slice()) {
            (Code::Guard0(code), []) => code(room, []),
            (Code::Guard1(code), &[one]) => code(room, [one]),
            (Code::Guard2(code), &[one, two]) => code(room, [one, two]),
            (Code::Guard3(code), &[one, two, three]) => code(room, [one, two, three]),
            _ => return None,
        };
        result.ok()
    }

    fn act(&mut self, act: Act, arity: usize) -> Result<Term<'h>, Fault<'h>> {
        let arguments = self.take(arity);
        Ok(match act {
            Act::Message => {
                self.message = arguments[0];
                Term::boolean(true)
            }
            Act::ReturnTrace => {
                self.outcome.return_trace = true;
                Term::boolean(true)
            }
            Act::ExceptionTrace => {
                self.outcome.exception_trace = true;
                Term::boolean(true)
            }
            Act::Display => display::display(self.context, [arguments[0]])?,
            Act::Set => Term::boolean(true),
            Act::Unknown => Term::atom(names::undefined),
            Act::ControlWord => Term::small_number(0),
            Act::Token => Term::NIL,
            Act::HasToken => Term::boolean(false),
            Act::Dump => display::backtrace(self.context)?,
        })
    }
}
