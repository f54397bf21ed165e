//! `erlang`: asking to be told of processes that take much time or room.
//!
//! Deliberately absent: telling (`sched::system_monitor`).

use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::sched::system_monitor::SystemMonitor;
use crate::term::Term;

bifs! {"erlang";
    /// Who is told of processes that take much time or room, and of what.
    plain "system_monitor"/0 => get;
    /// Sets who is told, as `{Pid, Options}`, or `undefined` for nobody; who was before.
    plain "system_monitor"/1 => set_pair;
    /// Sets who is told, and of what; who was before.
    plain "system_monitor"/2 => set;
}

/// Words of the smallest heap that can be asked for as a large one.
const LEAST_LARGE_HEAP: usize = 16 << 10;

fn get<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let alive = |monitor: &SystemMonitor| context.system.processes.get(monitor.pid).is_some();
    match context.system.system_monitor.borrow().as_ref().filter(|monitor| alive(monitor)) {
        Some(monitor) => shown(context, monitor),
        None => Ok(Term::atom(names::undefined)),
    }
}

fn shown<'h>(context: Context<'h>, monitor: &SystemMonitor) -> Native<'h> {
    let arena = context.arena;
    let atom = |name| context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit());
    let mut options: Vec<Term<'h>> = Vec::new();
    for (asked, name) in [(monitor.busy_dist_port, "busy_dist_port"), (monitor.busy_port, "busy_port")] {
        if asked {
            options.push(atom(name)?);
        }
    }
    if let Some((short, long)) = monitor.long_queue {
        let lengths = arena.tuple(&[arena.usize(short)?, arena.usize(long)?])?;
        options.push(arena.tuple(&[atom("long_message_queue")?, lengths])?);
    }
    let counts = [
        (monitor.large_heap, "large_heap"),
        (monitor.long_schedule, "long_schedule"),
        (monitor.long_gc, "long_gc"),
    ];
    for (count, name) in counts {
        if let Some(count) = count {
            options.push(arena.tuple(&[atom(name)?, arena.usize(count)?])?);
        }
    }
    Ok(arena.tuple(&[Term::pid(monitor.pid), arena.list(&options)?])?)
}

fn set_pair<'h>(context: Context<'h>, [monitor]: [Term<'h>; 1]) -> Native<'h> {
    if monitor.is(names::undefined) {
        return set(context, [monitor, Term::NIL]);
    }
    let [pid, options] = *argument::tuple(monitor)? else { return Err(Fault::badarg()) };
    set(context, [pid, options])
}

fn set<'h>(context: Context<'h>, [pid, options]: [Term<'h>; 2]) -> Native<'h> {
    let mut monitor = SystemMonitor::default();
    for option in argument::list(options)? {
        ask(context, &mut monitor, option)?;
    }
    let asked = monitor.is_asked() && !pid.is(names::undefined);
    if asked {
        monitor.pid = pid.as_pid().ok_or(Fault::badarg())?;
        context.system.processes.get(monitor.pid).ok_or(Fault::badarg())?;
    }
    let before = get(context, [])?;
    context.system.system_monitor.replace(asked.then_some(monitor));
    Ok(before)
}

fn ask<'h>(context: Context<'h>, monitor: &mut SystemMonitor, option: Term<'h>) -> Result<(), Fault<'h>> {
    let name = |term: Term<'h>| Ok::<_, Fault<'h>>(context.system.atoms.name(argument::atom(term)?));
    let Some([key, value]) = option.as_tuple() else {
        let place = match name(option)? {
            "busy_port" => &mut monitor.busy_port,
            "busy_dist_port" => &mut monitor.busy_dist_port,
            _ => return Err(Fault::badarg()),
        };
        *place = true;
        return Ok(());
    };
    // Beyond what a word holds is beyond what there can be.
    let count = || {
        let count = value.as_integer().filter(|count| !count.is_negative()).ok_or(Fault::badarg())?;
        Ok::<_, Fault<'h>>(
            count.to_u64().map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(usize::MAX)),
        )
    };
    match name(*key)? {
        "large_heap" => monitor.large_heap = Some(count()?.max(LEAST_LARGE_HEAP)),
        "long_gc" => monitor.long_gc = Some(count()?),
        "long_schedule" => monitor.long_schedule = Some(count()?),
        "long_message_queue" => {
            let [short, long] = *argument::tuple(*value)? else { return Err(Fault::badarg()) };
            let (short, long) = (argument::count(short)?, argument::count(long)?);
            if short >= long {
                return Err(Fault::badarg());
            }
            monitor.long_queue = Some((short, long));
        }
        _ => return Err(Fault::badarg()),
    }
    Ok(())
}
