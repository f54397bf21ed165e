//! What the machine says of a process that crashed, and terms in the text it says.
//!
//! The text is laid out as OTP's `~p` would: on one line where it fits, else an entry of the stack trace a line.
//! Deliberately absent: where it goes (`platform::Console`).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::bif::Natives;
use crate::bif::erlang::time::civil;
use crate::platform::{Crash, Frame};
use crate::port::{clock, console};
use crate::process::Process;
use crate::sched::System;
use crate::sched::memory::Excess;
use crate::sched::processes::pid_parts;
use crate::spelling::nearest;
use crate::term::Term;
use crate::term::print::{Flavour, Limits, write_term};

/// Bytes of a term in a report, about.
const REPORT_BYTES: usize = 16 << 10;
/// Columns of a line.
const LINE: usize = 80;
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A term as `erlang:display/1` shows it.
pub fn shown(system: &System, term: Term<'_>) -> String {
    written(system, term, Flavour::Display)
}

fn printed(system: &System, term: Term<'_>) -> String {
    written(system, term, Flavour::Print)
}

fn written(system: &System, term: Term<'_>, flavour: Flavour) -> String {
    let mut text = String::new();
    let limits = Limits { flavour, bytes: REPORT_BYTES };
    // Writing to a string fails only where there is no memory, and then what was written has to do.
    let _ = write_term(&mut text, &system.atoms, term, limits);
    text
}

/// A pid as `<0.SLOT.USES>`.
pub fn pid_text(pid: u32) -> String {
    let (slot, uses) = pid_parts(pid);
    format!("<0.{slot}.{uses}>")
}

/// Says on the console that a process crashed with this reason, `{Reason, StackTrace}`; what there is to say.
pub fn crash(system: &System, process: &Process, reason: Term<'_>) -> Crash {
    let (cause, trace) = match reason.as_tuple() {
        Some([cause, trace]) => (*cause, *trace),
        _ => (reason, Term::NIL),
    };
    let is_thrown =
        cause.as_tuple().and_then(|parts| parts.first()).is_some_and(|tag| tag.is(names::nocatch));
    let mut text = format!(
        "Error in process {} with exit value:\n{}\n",
        pid_text(process.pid),
        laid_out(system, reason)
    );
    let hint = if cause.is(names::undef) { hint(system, trace) } else { None };
    hint.iter().for_each(|hint| text.push_str(&format!("{hint}\n")));
    let crash = Crash {
        class: if is_thrown { "throw" } else { "error" },
        trace: trace.list().filter_map(|entry| frame(system, entry)).collect(),
        hint,
        ..told(system, process, cause, text)
    };
    if process.reported.get() {
        console::crashed(system, &crash);
    }
    crash
}

/// What there is to say of the first process, which called `exit` or was killed.
pub fn exit(system: &System, process: &Process, reason: Term<'_>) -> Crash {
    let text = format!("exit with reason {}", shown(system, reason));
    Crash { class: "exit", ..told(system, process, reason, text) }
}

/// Says on the console that a process has so many words of heap, which is more than it may have.
pub fn oversize(system: &System, process: &Process, words: usize) {
    let memory = process.memory();
    let lines = [
        ("Process:", pid_text(process.pid)),
        ("Context:", "maximum heap size reached".to_string()),
        ("Max Heap Size:", memory.max_heap_words.to_string()),
        ("Total Heap Size:", words.to_string()),
        ("Kill:", memory.max_heap_kill.to_string()),
        ("Error Logger:", memory.max_heap_report.to_string()),
        ("Message Queue Len:", process.mailbox.borrow().len().to_string()),
    ];
    killed(system, process, &lines);
}

/// Says on the console that a process is killed because the machine may not hold what it asked for.
pub fn excess(system: &System, process: &Process, excess: Excess) {
    let lines = [
        ("Process:", pid_text(process.pid)),
        ("Context:", "memory limit reached".to_string()),
        ("Memory Limit:", excess.limit.to_string()),
        ("Memory In Use:", excess.in_use.to_string()),
        ("Memory Asked For:", excess.asked.to_string()),
        ("Process Memory:", process.bytes().to_string()),
        ("Message Queue Len:", process.mailbox.borrow().len().to_string()),
    ];
    killed(system, process, &lines);
}

/// Says on the console why a process is killed.
fn killed(system: &System, process: &Process, lines: &[(&str, String)]) {
    let text = lines.iter().map(|(key, value)| format!("     {key:<20}{value}\n")).collect();
    console::crashed(
        system,
        &Crash { class: "exit", ..told(system, process, Term::atom(names::killed), text) },
    );
}

/// What there is to say of a crash without a trace.
fn told(system: &System, process: &Process, reason: Term<'_>, text: String) -> Crash {
    Crash {
        process: pid_text(process.pid),
        name: process.name.get().map(|name| system.atoms.name(name).to_string()),
        reason: printed(system, reason),
        report: format!("=ERROR REPORT==== {} ===\n{text}\n", time(clock::system_ns(system))),
        text,
        ..Crash::default()
    }
}

/// Nanoseconds since 1970 as OTP writes a time in a report.
fn time(at_ns: u64) -> String {
    let seconds = at_ns / 1_000_000_000;
    let [year, month, day] = civil((seconds / 86_400) as i64);
    let month = MONTHS.get((month - 1) as usize).unwrap_or(&"?");
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let micros = at_ns / 1000 % 1_000_000;
    format!("{day}-{month}-{year}::{hour:02}:{minute:02}:{second:02}.{micros:06}")
}

/// `{Reason, StackTrace}` on one line, or with a line for each entry of the trace.
fn laid_out(system: &System, reason: Term<'_>) -> String {
    let line = printed(system, reason);
    let Some([cause, trace]) = reason.as_tuple().filter(|_| line.chars().count() > LINE) else { return line };
    let entries: Vec<String> = trace.list().map(|entry| printed(system, entry)).collect();
    if entries.is_empty() || trace.list_length().is_none() {
        return line;
    }
    let (head, column) = match (cause.as_atom(), printed(system, *cause)) {
        (Some(_), cause) => (format!("{{{cause},"), cause.chars().count() + 2),
        (None, cause) => (format!("{{{cause},\n "), 1),
    };
    let between = format!(",\n{}", " ".repeat(column + 1));
    format!("{head}[{}]}}", entries.join(&between))
}

/// An entry of a trace as data.
fn frame(system: &System, entry: Term<'_>) -> Option<Frame> {
    let [module, function, arity, location] = entry.as_tuple()? else { return None };
    let name = |term: &Term<'_>| term.as_atom().map(|atom| system.atoms.name(atom).to_string());
    let fact = |key: Atom| {
        location.list().find_map(|fact| match fact.as_tuple()? {
            [name, value] if name.is(key) => Some(*value),
            _ => None,
        })
    };
    let arguments = arity.list_length().filter(|_| arity.as_small().is_none());
    Some(Frame {
        module: name(module)?,
        function: name(function)?,
        arity: arity.as_usize().or(arguments)?,
        arguments: arguments.map(|_| arity.list().map(|argument| printed(system, argument)).collect()),
        file: fact(names::file).map(text_of),
        line: fact(names::line).and_then(|line| line.as_usize()).map(|line| line as u64),
    })
}

/// The text of a list of characters.
fn text_of(list: Term<'_>) -> String {
    let character = |element: Term<'_>| char::from_u32(u32::try_from(element.as_small()?).ok()?);
    list.list().filter_map(character).collect()
}

/// Why there was no function to call, or which was meant.
fn hint(system: &System, trace: Term<'_>) -> Option<String> {
    let [module, function, args, ..] = trace.as_cons()?.head().as_tuple()? else { return None };
    let (module, function) = (module.as_atom()?, function.as_atom()?);
    if let Some(error) = system.load_errors.borrow().get(&module) {
        return Some(format!("The module could not be loaded: {error}"));
    }
    let name = |atom: Atom| system.atoms.name(atom);
    let functions = functions(system, module);
    if functions.is_empty() {
        let natives = Natives.entries().iter().map(|entry| entry.module);
        let names = system.modules.names().into_iter().map(name).chain(natives);
        let nearest = nearest(name(module), names);
        let meant = nearest.map_or(String::new(), |nearest| format!("; did you mean {nearest}?"));
        return Some(format!("There is no module {} in the program{meant}", name(module)));
    }
    let arity = args.list_length()? as u32;
    let is_named = |wanted: &str| functions.iter().any(|(function, _)| *function == wanted);
    let meant = match name(function) {
        function if is_named(function) => function,
        function => nearest(function, functions.iter().map(|(function, _)| *function))?,
    };
    let arities = functions.iter().filter(|(function, _)| *function == meant).map(|(_, arity)| *arity);
    let arity = arities.min_by_key(|own| own.abs_diff(arity))?;
    Some(format!("Did you mean {}:{meant}/{arity}?", name(module)))
}

/// Names and arities of what can be called of a module: what it exports, and what is native.
fn functions(system: &System, module: Atom) -> Vec<(&'static str, u32)> {
    let loaded = system.modules.module(module);
    let exports = loaded.iter().flat_map(|module| &module.exports);
    let exports = exports.map(|(function, arity, _)| (system.atoms.name(*function), *arity));
    let natives = Natives;
    let module = system.atoms.name(module);
    let natives = natives.entries().iter().filter(|entry| entry.module == module);
    exports.chain(natives.map(|entry| (entry.name, entry.arity))).collect()
}
