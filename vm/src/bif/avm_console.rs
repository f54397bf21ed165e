//! Module `avm_console`: the end of the way from `io` to the console.
//!
//! The console is the group leader of the first process, which is that process itself.

use alloc::string::String;
use alloc::vec::Vec;

use super::Context;
use crate::bifs;
use crate::port::console;
use crate::process::{Fault, Native};
use crate::term::{Kind, Term};

bifs! {"avm_console";
    /// Whether a pid is the group leader that stands for the console.
    plain "is_console"/1 => is_console;
    /// Writes characters and binaries (UTF-8), nested as in io lists, to the console.
    plain "write"/1 => write;
}

fn is_console<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    let first = context.system.first.get();
    let leader = context.system.processes.get(first).map_or(first, |process| process.group_leader.get());
    Ok(Term::boolean(pid.as_pid() == Some(leader)))
}

fn write<'h>(context: Context<'h>, [text]: [Term<'h>; 1]) -> Native<'h> {
    console::write(context.system, &characters(text).ok_or(Fault::badarg())?);
    Ok(Term::atom(crate::atom::names::ok))
}

/// The text of nested lists of characters and UTF-8 binaries; `None` when it is something else.
pub fn characters(text: Term<'_>) -> Option<String> {
    let mut result = String::new();
    let mut work = alloc::vec![text];
    while let Some(term) = work.pop() {
        match term.kind() {
            Kind::Nil => {}
            Kind::Cons(cons) => match cons.head().as_small() {
                Some(character) => {
                    result.push(char::from_u32(u32::try_from(character).ok()?)?);
                    work.push(cons.tail());
                }
                None => work.extend([cons.tail(), cons.head()]),
            },
            Kind::Bits(bits) if bits.length() % 8 == 0 => {
                let bytes: Vec<u8> = bits.bytes().collect();
                result.push_str(core::str::from_utf8(&bytes).ok()?);
            }
            _ => return None,
        }
    }
    Some(result)
}
