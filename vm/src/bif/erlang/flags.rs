//! `erlang`: what a process says of itself.

use crate::atom::{Atom, names};
use crate::bif::Context;
use crate::bifs;
use crate::heap::{Arena, Built};
use crate::process::{Fault, MemorySettings, Native, Process, Signal};
use crate::term::Term;

use super::spawn::{priority, set_memory};

bifs! {"erlang";
    /// The pid the process sends its output to.
    plain "group_leader"/0 => group_leader;
    /// Sets the pid a process sends its output to.
    plain "group_leader"/2 => set_group_leader;
    /// Sets a flag; its value before.
    plain "process_flag"/2 => process_flag;
    /// Sets a flag of another process; its value before.
    exclusive plain "process_flag"/3 => process_flag_of;
}

/// Calls a process saves for debugging at most; none are saved.
const MAX_SAVED_CALLS: usize = 10_000;

fn process_flag<'h>(context: Context<'h>, [flag, value]: [Term<'h>; 2]) -> Native<'h> {
    let process = context.process;
    match flag.as_atom() {
        Some(names::trap_exit) => {
            let trap = value.as_bool().ok_or(Fault::badarg())?;
            // Exit signals that came before it changes are met by the flag as it was.
            context.system.receive_harmless_signals(process);
            Ok(Term::boolean(process.trap_exit.replace(trap)))
        }
        Some(names::priority) => Ok(Term::atom(process.priority.replace(priority(value)?))),
        Some(names::error_handler) => {
            let module = value.as_atom().ok_or(Fault::badarg())?;
            Ok(Term::atom(process.error_handler.replace(module)))
        }
        Some(names::sensitive) => {
            let hide = value.as_bool().ok_or(Fault::badarg())?;
            Ok(Term::boolean(process.sensitive.replace(hide)))
        }
        Some(names::async_dist) => value.as_bool().map(|_| Term::boolean(false)).ok_or(Fault::badarg()),
        Some(names::save_calls) => saved_calls(value),
        Some(flag) => {
            let mut memory = process.memory();
            let old = memory_setting(context.arena, &memory, flag);
            let old = old.ok_or(Fault::badarg_because(names::badopt))??;
            if !set_memory(&mut memory, flag, value) {
                return Err(Fault::badarg());
            }
            process.set_memory(memory);
            Ok(old)
        }
        None => Err(Fault::badarg_because(names::badopt)),
    }
}

fn saved_calls(count: Term<'_>) -> Native<'_> {
    match count.as_usize() {
        Some(0..=MAX_SAVED_CALLS) => Ok(Term::small_number(0)),
        _ => Err(Fault::badarg_because(names::none)),
    }
}

fn process_flag_of<'h>(context: Context<'h>, [pid, flag, value]: [Term<'h>; 3]) -> Native<'h> {
    let pid = pid.as_pid().ok_or(Fault::badarg())?;
    if !flag.is(names::save_calls) || context.system.settled(pid).is_none() {
        return Err(Fault::badarg());
    }
    saved_calls(value)
}

/// The value of a setting of the memory; `None` when there is no such setting.
pub(super) fn memory_setting<'h>(arena: &'h Arena, memory: &MemorySettings, key: Atom) -> Option<Built<'h>> {
    Some(match key {
        names::min_heap_size => arena.usize(memory.min_heap_words),
        names::min_bin_vheap_size => arena.usize(memory.min_binary_words),
        names::fullsweep_after => arena.usize(memory.full_sweep_after),
        names::max_heap_size => max_heap(arena, memory),
        names::message_queue_data => {
            Ok(Term::atom(if memory.messages_off_heap { names::off_heap } else { names::on_heap }))
        }
        _ => return None,
    })
}

/// `#{error_logger, kill, size}`.
fn max_heap<'h>(arena: &'h Arena, memory: &MemorySettings) -> Built<'h> {
    super::process_info::map(
        arena,
        &mut [
            (names::error_logger, Term::boolean(memory.max_heap_report)),
            (names::kill, Term::boolean(memory.max_heap_kill)),
            (names::size, arena.usize(memory.max_heap_words)?),
        ],
    )
}

fn group_leader<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::pid(context.process.group_leader.get()))
}

fn set_group_leader<'h>(context: Context<'h>, [leader, of]: [Term<'h>; 2]) -> Native<'h> {
    let leader = leader.as_pid().ok_or(Fault::badarg())?;
    let of = of.as_pid().ok_or(Fault::badarg())?;
    let own: &Process = context.process;
    if of == own.pid {
        own.group_leader.set(leader);
    } else if context.system.processes.get(of).is_some() {
        context.system.signal(of, Signal::GroupLeader(leader));
    } else {
        return Err(Fault::badarg());
    }
    Ok(Term::boolean(true))
}
