//! Module `avm_console`: the end of the way from `io` to the console.
//!
//! The console is the group leader the first process was started with: that process itself, or the server `user`.

use alloc::string::String;
use alloc::vec::Vec;

use super::Context;
use crate::atom::names;
use crate::bifs;
use crate::port::console;
use crate::process::{Fault, Native};
use crate::term::{Kind, Term};

bifs! {"avm_console";
    /// Whether a pid is the group leader that stands for the console.
    plain "is_console"/1 => is_console;
    /// Asks for a line of input, which comes as a message; whether there is input.
    plain "request_line"/0 => request_line;
    /// Writes characters and binaries of UTF-8, nested as in io lists, to the console.
    plain "write"/1 => write;
    /// Writes the same to where errors go.
    plain "write_error"/1 => write_error;
}

fn is_console<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(pid.as_pid() == Some(context.system.console.get())))
}

fn write<'h>(context: Context<'h>, [text]: [Term<'h>; 1]) -> Native<'h> {
    console::write(context.system, &text_bytes(text).ok_or(Fault::badarg())?);
    Ok(Term::atom(names::ok))
}

fn write_error<'h>(context: Context<'h>, [text]: [Term<'h>; 1]) -> Native<'h> {
    let bytes = text_bytes(text).ok_or(Fault::badarg())?;
    console::report(context.system, &String::from_utf8_lossy(&bytes));
    Ok(Term::atom(names::ok))
}

fn request_line<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::boolean(console::request_line(context.system, context.process.pid)))
}

/// The bytes of nested lists of characters, which become UTF-8, and binaries, which stay as they are; `None` when
/// it is something else.
pub fn text_bytes(text: Term<'_>) -> Option<Vec<u8>> {
    let mut result = Vec::new();
    let mut work = alloc::vec![text];
    while let Some(term) = work.pop() {
        match term.kind() {
            Kind::Nil => {}
            Kind::Cons(cons) => match cons.head().as_small() {
                Some(character) => {
                    let character = char::from_u32(u32::try_from(character).ok()?)?;
                    result.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                    work.push(cons.tail());
                }
                None => work.extend([cons.tail(), cons.head()]),
            },
            Kind::Bits(bits) if bits.length() % 8 == 0 => result.extend(bits.bytes()),
            _ => return None,
        }
    }
    Some(result)
}
