//! Functions of a module that do not return.
//!
//! A function returns if it says so, or if it goes on in one that may return. Compilers leave code out that would follow
//! a call of any other.

use alloc::vec::Vec;

use super::callee::Callee;
use super::label_number;
use crate::code::{Decoder, Op, Operand};
use crate::load::Source;
use crate::lower::function::{label, unsigned};

/// The entries of functions that do not return, ascending.
pub(super) struct Endless(Vec<u32>);

/// A function: the labels of its entry stand together in the list of all.
#[derive(Default)]
struct Function {
    entries: Vec<u32>,
    returns: bool,
}

impl Endless {
    /// Those of a module; all its code is read.
    pub fn of(source: &Source<'_>, callees: &[Callee]) -> Endless {
        let mut functions: Vec<Function> = Vec::new();
        // Which label's function goes on as which function.
        let mut goes_on: Vec<(u32, usize)> = Vec::new();
        let mut is_entry = false;
        for one in Decoder::new(source.code.bytes).map_while(Result::ok) {
            if one.op == Op::FuncInfo {
                functions.push(Function::default());
                is_entry = true;
                continue;
            }
            let number = functions.len().wrapping_sub(1);
            let Some(function) = functions.last_mut() else { continue };
            match one.op {
                Op::Label if is_entry => function.entries.push(label_number(&one)),
                Op::Label | Op::Line => {}
                Op::CallOnly | Op::CallLast => goes_on.push((one.operand(1).map_or(0, label), number)),
                Op::CallExtOnly | Op::CallExtLast => {
                    let import = one.operand(1).map_or(0, unsigned) as usize;
                    function.returns |= callees.get(import) != Some(&Callee::Raiser);
                }
                Op::Return | Op::ApplyLast => function.returns = true,
                _ => {}
            }
            is_entry &= matches!(one.op, Op::Label | Op::Line);
        }
        goes_on.sort_unstable();
        spread(&mut functions, &goes_on);
        let endless = functions.into_iter().filter(|function| !function.returns);
        let mut entries: Vec<u32> = endless.flat_map(|function| function.entries).collect();
        entries.sort_unstable();
        Endless(entries)
    }

    /// Whether the function of an entry does not return.
    pub fn contains(&self, operand: Operand<'_>) -> bool {
        self.0.binary_search(&label(operand)).is_ok()
    }
}

/// Who goes on in a function that may return may return, too.
fn spread(functions: &mut [Function], goes_on: &[(u32, usize)]) {
    let mut work: Vec<usize> = (0..functions.len()).filter(|number| functions[*number].returns).collect();
    while let Some(number) = work.pop() {
        for entry in core::mem::take(&mut functions[number].entries) {
            let first = goes_on.partition_point(|(target, _)| *target < entry);
            for (_, caller) in goes_on[first..].iter().take_while(|(target, _)| *target == entry) {
                if !core::mem::replace(&mut functions[*caller].returns, true) {
                    work.push(*caller);
                }
            }
        }
    }
}
