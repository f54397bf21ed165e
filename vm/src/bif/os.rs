//! Module `os`: the clock, the environment and the kind of the operating system.
//!
//! Invariants: names and values are lists of characters without zeros; a name has no equals sign. What a program
//! changes is the machine's own: nothing outside sees it.
//! Deliberately absent: commands, and signals that come.

use alloc::string::String;

use super::Context;
use super::erlang::conversions::characters;
use super::erlang::time;
use crate::atom::names;
use crate::bifs;
use crate::port::{chip, clock, environment};
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"os";
    /// All variables of the environment, as pairs.
    exclusive plain "env"/0 => env;
    /// All variables of the environment, as `Name=Value`.
    exclusive plain "getenv"/0 => getenv_all;
    /// The value of a variable of the environment, or `false`.
    exclusive plain "getenv"/1 => getenv;
    /// The value of a variable of the environment, or another where there is none.
    exclusive plain "getenv"/2 => getenv_or;
    /// The number of the process that the machine is.
    plain "getpid"/0 => getpid;
    /// A counter of nanoseconds.
    plain "perf_counter"/0 => perf_counter;
    /// A counter in a unit.
    plain "perf_counter"/1 => perf_counter_in;
    /// Sets a variable of the environment.
    exclusive plain "putenv"/2 => putenv;
    /// Sets what becomes of a signal of the operating system; none ever comes.
    plain "set_signal"/2 => set_signal;
    /// Time since 1970, in nanoseconds.
    plain "system_time"/0 => time::system_time;
    /// Time since 1970, in a unit.
    plain "system_time"/1 => time::system_time_in;
    /// Mega seconds, seconds and microseconds since 1970.
    plain "timestamp"/0 => time::timestamp;
    /// The family and the name of the operating system.
    plain "type"/0 => kind;
    /// Takes a variable of the environment away.
    exclusive plain "unsetenv"/1 => unsetenv;
    /// The release of the operating system.
    plain "version"/0 => version;
}

fn text<'h>(term: Term<'h>) -> Result<String, Fault<'h>> {
    let text = characters(term)?;
    if text.contains('\0') { Err(Fault::badarg()) } else { Ok(text) }
}

fn name<'h>(term: Term<'h>) -> Result<String, Fault<'h>> {
    let name = text(term)?;
    if name.contains('=') { Err(Fault::badarg()) } else { Ok(name) }
}

fn env<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let arena = context.arena;
    environment::variables(context.system, |variables| {
        let pairs =
            variables.iter().map(|(name, value)| arena.tuple(&[arena.string(name)?, arena.string(value)?]));
        Ok(arena.list_forward(pairs, Term::NIL)?)
    })
}

fn getenv_all<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    environment::variables(context.system, |variables| {
        let lines =
            variables.iter().map(|(name, value)| context.arena.string(&alloc::format!("{name}={value}")));
        Ok(context.arena.list_forward(lines, Term::NIL)?)
    })
}

fn getenv<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    getenv_or(context, [key, Term::boolean(false)])
}

fn getenv_or<'h>(context: Context<'h>, [key, default]: [Term<'h>; 2]) -> Native<'h> {
    let name = name(key)?;
    environment::variables(context.system, |variables| match variables.get(&name) {
        Some(value) => Ok(context.arena.string(value)?),
        None => Ok(default),
    })
}

fn putenv<'h>(context: Context<'h>, [key, value]: [Term<'h>; 2]) -> Native<'h> {
    let (name, value) = (name(key)?, text(value)?);
    environment::variables(context.system, |variables| variables.insert(name, value));
    Ok(Term::boolean(true))
}

fn unsetenv<'h>(context: Context<'h>, [key]: [Term<'h>; 1]) -> Native<'h> {
    let name = name(key)?;
    environment::variables(context.system, |variables| variables.remove(&name));
    Ok(Term::boolean(true))
}

fn getpid<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let process = environment::operating_system(context.system).process;
    Ok(context.arena.string(&alloc::format!("{process}"))?)
}

fn kind<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let system = environment::operating_system(context.system);
    let name = system.name.unwrap_or(chip::name(context.system));
    let atom = |name| context.system.atoms.intern(name).ok_or(Fault::system_limit());
    Ok(context.arena.tuple(&[Term::atom(atom(system.family)?), Term::atom(atom(name)?)])?)
}

fn version<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let [major, minor, release] = environment::operating_system(context.system).release;
    let number = |number: u32| context.arena.u64(u64::from(number));
    Ok(context.arena.tuple(&[number(major)?, number(minor)?, number(release)?])?)
}

fn perf_counter<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.u64(clock::monotonic_ns(context.system))?)
}

fn perf_counter_in<'h>(context: Context<'h>, [unit]: [Term<'h>; 1]) -> Native<'h> {
    let now = perf_counter(context, [])?;
    time::convert_time_unit(context, [now, Term::atom(names::nanosecond), unit])
}

/// Signals that a program may ask for.
const SIGNALS: &[&str] = &[
    "sighup", "sigquit", "sigabrt", "sigalrm", "sigterm", "sigusr1", "sigusr2", "sigchld", "sigstop",
    "sigtstp", "sigcont", "sigwinch", "siginfo",
];

fn set_signal<'h>(context: Context<'h>, [signal, what]: [Term<'h>; 2]) -> Native<'h> {
    let is_one_of = |term: Term<'h>, names: &[&str]| {
        term.as_atom().is_some_and(|atom| names.contains(&context.system.atoms.name(atom)))
    };
    if is_one_of(signal, SIGNALS) && is_one_of(what, &["ignore", "default", "handle"]) {
        Ok(Term::atom(names::ok))
    } else {
        Err(Fault::badarg())
    }
}
