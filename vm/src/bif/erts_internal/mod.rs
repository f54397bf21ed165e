//! Native functions of module `erts_internal` that OTP's Erlang libraries rest on.
//!
//! Deliberately absent: what only OTP's own loader, tracer and distribution call.

pub mod maps;
pub mod text;

use super::erlang::{display, ports, registry, suspension};
use super::{Context, argument, atomics, code, persistent_term};
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "erts_internal";
    /// An array of integers that processes share; the lowest bit of the options says that they are signed.
    plain "atomics_new"/2 => atomics::encoded;
    /// The bytes of a chunk of a module's file, or `undefined`.
    plain "beamfile_chunk"/2 => code::get_chunk;
    /// The MD5 of the module of a file, or `undefined` when it is none.
    exclusive plain "beamfile_module_md5"/1 => code::module_md5;
    /// Adds to a counter.
    plain "counters_add"/3 => atomics::add;
    /// The value of a counter.
    plain "counters_get"/2 => atomics::get;
    /// The size and memory of counters.
    plain "counters_info"/1 => atomics::info;
    /// So many counters.
    plain "counters_new"/1 => atomics::signed;
    /// Sets a counter.
    plain "counters_put"/3 => atomics::put;
    /// Takes all terms away that processes share.
    exclusive plain "erase_persistent_terms"/0 => persistent_term::erase_all;
    /// The number of the node's incarnation: `undefined`, as it is not alive.
    plain "get_creation"/0 => creation;
    /// Tells in a message whether a process lives.
    exclusive plain "is_process_alive"/2 => tell_alive;
    /// Whether a process is part of the machine: none is.
    plain "is_system_process"/1 => is_system_process;
    /// Threads that do work aside: none but the one that runs processes.
    plain "no_aux_work_threads"/0 => threads;
    /// Writes where a process is and where its functions return to.
    exclusive plain "process_display"/2 => display::process_display;
    /// Nanoseconds of a second, as the performance counter counts.
    plain "perf_counter_unit"/0 => time_unit;
    /// Pids from a place on and the place behind them, or `none`.
    plain "processes_next"/1 => registry::processes_from;
    /// Measures how long the scheduler works, or no longer; whether it did: it does not.
    exclusive plain "scheduler_wall_time"/1 => wall_time;
    /// Whether work the machine does aside is done: always.
    exclusive plain "system_check"/1 => system_check;
    /// Nanoseconds of a second, as time is counted here.
    plain "time_unit"/0 => time_unit;
    /// Opens a driver.
    exclusive plain "open_port"/2 => ports::open;
    /// Calls a driver.
    exclusive plain "port_call"/3 => ports::call_operation;
    /// Closes a port.
    exclusive plain "port_close"/1 => ports::close;
    /// Sends bytes to a driver.
    exclusive plain "port_command"/3 => ports::command_with;
    /// Gives a port another owner.
    exclusive plain "port_connect"/2 => ports::connect;
    /// Controls a driver.
    exclusive plain "port_control"/3 => ports::control;
    /// What is known of a port.
    exclusive plain "port_info"/1 => ports::info;
    /// What is known of a port, by a key.
    exclusive plain "port_info"/2 => ports::info_of;
    /// Suspends a process, as the options say; whether it was done.
    exclusive plain "suspend_process"/2 => suspension::suspend_with;
}

fn creation<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::atom(names::undefined))
}

fn is_system_process<'h>(_: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    pid.as_pid().map(|_| Term::boolean(false)).ok_or(Fault::badarg())
}

fn tell_alive<'h>(context: Context<'h>, [pid, reference]: [Term<'h>; 2]) -> Native<'h> {
    let pid = pid.as_pid().filter(|_| reference.is_reference()).ok_or(Fault::badarg())?;
    let alive = context.system.settled(pid).is_some();
    let answer = context.arena.tuple(&[reference, Term::boolean(alive)])?;
    context.system.send(context.process.pid, answer);
    Ok(Term::atom(names::ok))
}

fn threads<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::small_number(1))
}

fn wall_time<'h>(_: Context<'h>, [measured]: [Term<'h>; 1]) -> Native<'h> {
    measured.as_bool().map(|_| Term::boolean(false)).ok_or(Fault::badarg())
}

fn time_unit<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.usize(1_000_000_000)?)
}

fn system_check<'h>(_: Context<'h>, [what]: [Term<'h>; 1]) -> Native<'h> {
    argument::atom(what)?;
    Ok(Term::atom(names::ok))
}
