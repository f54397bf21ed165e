//! Module `init`: what the program was started with.

use super::Context;
use crate::bifs;
use crate::process::Native;
use crate::term::Term;

bifs! {"init";
    /// The program's arguments, as strings.
    plain "get_plain_arguments"/0 => get_plain_arguments;
}

fn get_plain_arguments<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let arguments = context.system.arguments.borrow();
    let strings = arguments.iter().map(|argument| context.arena.string(argument));
    Ok(context.arena.list_forward(strings, Term::NIL)?)
}
