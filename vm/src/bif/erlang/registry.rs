//! `erlang`: names of processes and ports.
//!
//! Invariant: a process or port has one name at most, and a name belongs to one of them.

use crate::atom::{Atom, names};
use crate::bif::{Context, Control, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::sync;
use crate::term::{Kind, Term};

bifs! {"erlang";
    /// Whether a process lives.
    control "is_process_alive"/1 => is_process_alive;
    /// The ports that are open.
    plain "ports"/0 => ports;
    /// The pids of all processes.
    plain "processes"/0 => processes;
    /// A way through the pids of all processes, some at a time.
    plain "processes_iterator"/0 => processes_iterator;
    /// The next pid on such a way and the way on, or `none`.
    plain "processes_next"/1 => processes_next;
    /// Gives a process or port a name.
    control "register"/2 => register;
    /// All names.
    plain "registered"/0 => registered;
    /// Takes a name away.
    control "unregister"/1 => unregister;
    /// Who has a name.
    plain "whereis"/1 => whereis;
}

/// The process or port of a name.
fn owner(context: Context<'_>, name: Atom) -> Option<Term<'static>> {
    let process = context.system.whereis(name).map(Term::pid);
    process.or_else(|| context.system.ports.borrow().named(name).map(Term::port))
}

/// Whether a process, or a port where there is no pid, may be touched only while nobody else is within a slice.
fn is_apart(context: Context<'_>, pid: Option<u32>) -> bool {
    pid != Some(context.process.pid) && !sync::is_exclusive()
}

fn register<'h>(context: Context<'h>, [name, item]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    let refused = |cause| Err(Fault::badarg_because(cause));
    let Some(name) = name.as_atom().filter(|name| *name != names::undefined) else {
        return refused(names::none);
    };
    match item.kind() {
        Kind::Pid(_) | Kind::Port(_) if is_apart(context, item.as_pid()) => return Ok(Control::Apart(2)),
        Kind::Pid(pid) => {
            let Some(process) = context.system.processes.get(pid) else { return refused(names::notalive) };
            let is_port = context.system.ports.borrow().named(name).is_some();
            let mut owners = context.system.names.borrow_mut();
            if process.name.get().is_some() || is_port || owners.contains_key(&name) {
                return refused(names::registered_name);
            }
            process.name.set(Some(name));
            owners.insert(name, pid);
        }
        Kind::Port(number) => {
            let is_taken = owner(context, name).is_some();
            let mut ports = context.system.ports.borrow_mut();
            let Some(port) = ports.get(number) else { return refused(names::notalive) };
            if is_taken || port.name.is_some() {
                return refused(names::registered_name);
            }
            ports.set_name(number, Some(name));
        }
        _ => return refused(names::none),
    }
    Ok(Control::Value(Term::boolean(true)))
}

fn unregister<'h>(context: Context<'h>, [name]: [Term<'h>; 1]) -> Result<Control<'h>, Fault<'h>> {
    let name = name.as_atom().ok_or(Fault::badarg())?;
    let pid = context.system.whereis(name);
    if is_apart(context, pid) {
        return Ok(Control::Apart(1));
    }
    let done = Ok(Control::Value(Term::boolean(true)));
    if let Some(pid) = pid {
        context.system.names.borrow_mut().remove(&name);
        if let Some(process) = context.system.processes.get(pid) {
            process.name.set(None);
        }
        return done;
    }
    let mut ports = context.system.ports.borrow_mut();
    let number = ports.named(name).ok_or(Fault::badarg())?;
    ports.set_name(number, None);
    done
}

fn whereis<'h>(context: Context<'h>, [name]: [Term<'h>; 1]) -> Native<'h> {
    let name = name.as_atom().ok_or(Fault::badarg())?;
    Ok(owner(context, name).unwrap_or(Term::atom(names::undefined)))
}

fn registered<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let names = context.system.names.borrow();
    let ports = context.system.ports.borrow().names();
    let all = names.keys().copied().chain(ports).map(|name| Ok::<_, Fault<'h>>(Term::atom(name)));
    context.arena.list_forward(all, Term::NIL)
}

fn processes<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.list_before(context.system.processes.pids().into_iter().map(Term::pid), Term::NIL)?)
}

fn ports<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let numbers = context.system.ports.borrow().numbers();
    Ok(context.arena.list_before(numbers.into_iter().map(Term::port), Term::NIL)?)
}

fn is_process_alive<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Result<Control<'h>, Fault<'h>> {
    let pid = pid.as_pid().ok_or(Fault::badarg())?;
    let is_there = context.system.processes.with(pid, |process| process.is_some());
    if is_there && is_apart(context, Some(pid)) {
        return Ok(Control::Apart(1));
    }
    let is_own = pid == context.process.pid;
    let is_alive = is_there && (is_own || context.system.settled(pid).is_some());
    Ok(Control::Value(Term::boolean(is_alive)))
}

fn processes_iterator<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.tuple(&[Term::small_number(0), Term::NIL])?)
}

/// A way is `{Place, Pids}`: pids that were looked up already, and where to look up more.
fn processes_next<'h>(context: Context<'h>, [way]: [Term<'h>; 1]) -> Native<'h> {
    let Some([place, pids]) = way.as_tuple() else { return Err(Fault::badarg()) };
    if let Some(cons) = pids.as_cons() {
        let way = context.arena.tuple(&[*place, cons.tail()])?;
        return Ok(context.arena.tuple(&[cons.head(), way])?);
    }
    let next = processes_from(context, [*place])?;
    if next.as_tuple().is_some() { processes_next(context, [next]) } else { Ok(next) }
}

/// Slots that are looked at in a row.
const STRIDE: usize = 1000;

/// `erts_internal:processes_next/1`: pids from a place on and the place behind them, or `none`.
pub fn processes_from<'h>(context: Context<'h>, [place]: [Term<'h>; 1]) -> Native<'h> {
    let mut place = argument::count(place)?;
    loop {
        let end = place.saturating_add(STRIDE);
        let Some(pids) = context.system.processes.pids_within(place, end) else {
            return Ok(Term::atom(names::none));
        };
        place = end;
        if !pids.is_empty() {
            let list = context.arena.list_before(pids.into_iter().map(Term::pid), Term::NIL)?;
            return Ok(context.arena.tuple(&[context.arena.usize(place)?, list])?);
        }
    }
}
