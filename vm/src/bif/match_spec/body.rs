//! Conditions and bodies of match specifications: calculations in postfix order.
//!
//! Invariant: the operations of an expression leave one value more on the stack than there was.

use alloc::format;
use alloc::vec::Vec;

use super::{Compiler, Dialect, Operation, Value, functions};
use crate::term::{Kind, Term};

/// What is left to be done for an expression, the next last.
enum Work<'h> {
    Compile(Term<'h>),
    Emit(Operation),
    /// A jump stands where its expression was begun: it leads behind what is there now.
    Leave(usize),
    /// Emits a jump to be mended, for `andalso` (`false` leaves) or `orelse`, and notes its place.
    Jump(bool, usize),
}

fn push<'h>(value: Value) -> Work<'h> {
    Work::Emit(Operation::Push(value))
}

impl<'h> Compiler<'_, 'h> {
    /// The expressions of a body, of which the last one's value remains.
    pub(super) fn body(&mut self, body: Term<'h>, operations: &mut Vec<Operation>) {
        let Some(count) = body.list_length() else { return self.problem("a body has to be a list") };
        if count == 0 && self.dialect == Dialect::Table {
            return self.problem("a body has to give something");
        }
        for (index, expression) in body.list().enumerate() {
            self.expression(expression, true, operations);
            if index + 1 < count {
                operations.push(Operation::Drop);
            }
        }
        if count == 0 {
            let value = self.constant(Term::boolean(true));
            operations.push(Operation::Push(Value::Constant(value)));
        }
    }

    /// The operations of an expression.
    pub(super) fn expression(
        &mut self,
        expression: Term<'h>,
        in_body: bool,
        operations: &mut Vec<Operation>,
    ) {
        let mut work = alloc::vec![Work::Compile(expression)];
        // Places of jumps that are to be mended, by the number they were asked for with.
        let mut jumps: Vec<Vec<usize>> = Vec::new();
        while let Some(next) = work.pop() {
            match next {
                Work::Emit(operation) => operations.push(operation),
                Work::Compile(term) => self.begin(term, in_body, &mut work, &mut jumps),
                Work::Jump(leaves, group) => {
                    jumps[group].push(operations.len());
                    operations.push(Operation::LeaveIf(leaves, 0));
                }
                Work::Leave(group) => {
                    let end = operations.len();
                    for place in jumps[group].drain(..) {
                        if let Operation::LeaveIf(_, steps) = &mut operations[place] {
                            *steps = end - place;
                        }
                    }
                }
            }
        }
    }

    fn begin(
        &mut self,
        term: Term<'h>,
        in_body: bool,
        work: &mut Vec<Work<'h>>,
        jumps: &mut Vec<Vec<usize>>,
    ) {
        match term.kind() {
            Kind::Atom(_) => {
                let value = self.atom(term);
                work.push(push(value));
            }
            Kind::Cons(cons) => {
                work.extend([push(Value::Cons), Work::Compile(cons.tail()), Work::Compile(cons.head())]);
            }
            Kind::Map(map) => {
                work.push(push(Value::Map(map.keys.len())));
                let pairs = map.keys.iter().zip(map.values).rev();
                work.extend(pairs.flat_map(|(key, value)| [Work::Compile(*value), Work::Compile(*key)]));
            }
            Kind::Tuple([made]) if made.as_tuple().is_some() => {
                let elements = made.as_tuple().unwrap_or(&[]);
                work.push(push(Value::Tuple(elements.len())));
                work.extend(elements.iter().rev().map(|element| Work::Compile(*element)));
            }
            Kind::Tuple([name, arguments @ ..]) => self.call(*name, arguments, in_body, work, jumps),
            Kind::Tuple([]) => self.problem("{} is no call; a tuple is written {{...}}"),
            _ => {
                let constant = self.constant(term);
                work.push(push(Value::Constant(constant)));
            }
        }
    }

    fn atom(&mut self, term: Term<'h>) -> Value {
        if self.is_named(term, "$_") {
            return Value::Whole;
        }
        if self.is_named(term, "$$") {
            return Value::Variables;
        }
        if let Some(number) = self.variable_number(term) {
            if let Some(place) = self.variables.get(&number) {
                return Value::Variable(*place);
            }
            self.problem(&format!("the head has no variable ${number}"));
        }
        Value::Constant(self.constant(term))
    }

    fn call(
        &mut self,
        name: Term<'h>,
        arguments: &[Term<'h>],
        in_body: bool,
        work: &mut Vec<Work<'h>>,
        jumps: &mut Vec<Vec<usize>>,
    ) {
        let Some(atom) = name.as_atom() else {
            return self.problem("a call begins with the name of a function; a tuple is written {{...}}");
        };
        let (name, arity) = (self.system.atoms.name(atom), arguments.len());
        match (name, arguments) {
            ("const", [value]) => {
                let constant = self.constant(*value);
                return work.push(push(Value::Constant(constant)));
            }
            ("and" | "or", [first, rest @ ..]) => {
                let both = if name == "and" { Value::Both } else { Value::Either };
                let rest = rest.iter().rev();
                work.extend(rest.flat_map(|term| [push(both), Work::Compile(*term)]));
                return work.extend([push(Value::Boolean), Work::Compile(*first)]);
            }
            ("andalso" | "orelse", [first, rest @ ..]) => {
                jumps.push(Vec::new());
                let (leaves, group) = (name == "orelse", jumps.len() - 1);
                work.push(Work::Leave(group));
                let rest = rest.iter().rev();
                work.extend(rest.flat_map(|term| [Work::Compile(*term), Work::Jump(leaves, group)]));
                return work.push(Work::Compile(*first));
            }
            _ => {}
        }
        let value = if let Some(code) = functions::guard(name, arity) {
            Value::Call(code, arity)
        } else if let Some(act) = functions::act(self.dialect, name, arity, in_body) {
            Value::Act(act, arity)
        } else {
            return self.problem(&format!("there is no function {name}/{arity} to be called here"));
        };
        work.push(push(value));
        work.extend(arguments.iter().rev().map(|argument| Work::Compile(*argument)));
    }
}
