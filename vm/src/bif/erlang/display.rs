//! `erlang`: terms and text straight to the console, past every I/O server.

use alloc::string::String;

use crate::bif::Context;
use crate::bif::avm_console::text_bytes;
use crate::bifs;
use crate::port::console;
use crate::process::{Fault, Native};
use crate::term::Term;
use crate::term::print::{Flavour, Limits, write_term};

bifs! {"erlang";
    /// Writes a term and a line break.
    plain "display"/1 => display;
    /// Writes a line break.
    plain "display_nl"/0 => display_nl;
    /// Writes a string.
    plain "display_string"/1 => display_string;
    /// Writes a string to `stdout` or `stderr`, which both are the console.
    plain "display_string"/2 => display_string_to;
}

fn display<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    let mut text = String::new();
    write_term(&mut text, &context.system.atoms, term, Limits::all(Flavour::Display))
        .map_err(|_| Fault::system_limit())?;
    text.push('\n');
    console::write(context.system, text.as_bytes());
    Ok(Term::boolean(true))
}

fn display_nl<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    console::write(context.system, b"\n");
    Ok(Term::boolean(true))
}

fn display_string<'h>(context: Context<'h>, [text]: [Term<'h>; 1]) -> Native<'h> {
    console::write(context.system, &text_bytes(text).ok_or(Fault::badarg())?);
    Ok(Term::boolean(true))
}

fn display_string_to<'h>(context: Context<'h>, [device, text]: [Term<'h>; 2]) -> Native<'h> {
    match device.as_atom().map(|device| context.system.atoms.name(device)) {
        Some("stdout" | "stderr") => display_string(context, [text]),
        _ => Err(Fault::badarg()),
    }
}
