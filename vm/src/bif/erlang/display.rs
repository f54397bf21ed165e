//! `erlang`: terms and text straight to the console, past every I/O server.

use alloc::string::String;
use core::fmt::Write;

use crate::bif::Context;
use crate::bif::avm_console::text_bytes;
use crate::bifs;
use crate::port::console;
use crate::process::{Fault, Native, Process};
use crate::term::Term;
use crate::term::print::{Flavour, Limits, write_term};

use super::process_info::places;

bifs! {"erlang";
    /// Writes a term and a line break.
    plain "display"/1 => display;
    /// Writes a line break.
    plain "display_nl"/0 => display_nl;
    /// Writes a string.
    plain "display_string"/1 => display_string;
    /// Writes a string to `stdout` or `stderr`, which both are the console.
    plain "display_string"/2 => display_string_to;
    /// Writes where a process is and where its functions return to.
    exclusive plain "process_display"/2 => process_display;
}

pub(in crate::bif) fn display<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
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

pub(in crate::bif) fn process_display<'h>(context: Context<'h>, [pid, what]: [Term<'h>; 2]) -> Native<'h> {
    let number = pid.as_pid().ok_or(Fault::badarg())?;
    if what.as_atom().is_none_or(|what| context.system.atoms.name(what) != "backtrace") {
        return Err(Fault::badarg());
    }
    let process = context.system.processes.get(number).ok_or(Fault::badarg())?;
    console::report(context.system, &trace(context, &process));
    Ok(Term::boolean(true))
}

/// Where a process is and where its functions return to, a line each.
fn trace(context: Context<'_>, process: &Process) -> String {
    let name = |atom| context.system.atoms.name(atom);
    let mut text = String::new();
    for (index, place) in places(context.system, process).iter().enumerate() {
        let role = if index == 0 { "At" } else { "Returns to" };
        let function = place.function;
        // Writing to a string fails only where there is no memory, and then what was written has to do.
        let _ =
            writeln!(text, "{role} {}:{}/{}", name(place.module.name), name(function.name), function.arity);
    }
    text
}

/// The same of the calling process, as a binary.
pub(in crate::bif) fn backtrace<'h>(context: Context<'h>) -> Native<'h> {
    Ok(context.arena.bytes(trace(context, context.process).as_bytes())?)
}
