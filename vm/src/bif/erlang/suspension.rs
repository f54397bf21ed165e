//! `erlang`: suspending processes, and letting them go on.
//!
//! Invariant: a process is suspended for as long as anybody that lives suspended it more often than it let it go on.

use crate::atom::names;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native, Process};
use crate::term::Term;

bifs! {"erlang";
    /// Lets a process go on that this one suspended.
    exclusive plain "resume_process"/1 => resume;
    /// Suspends a process until it is resumed as often.
    exclusive plain "suspend_process"/1 => suspend;
    /// Suspends a process, as the options say; whether it was done.
    exclusive plain "suspend_process"/2 => suspend_with;
}

fn resume<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    let pid = pid.as_pid().ok_or(Fault::badarg())?;
    let mut suspending = context.process.suspending.borrow_mut();
    let index = suspending.iter().position(|(own, _)| *own == pid).ok_or(Fault::badarg())?;
    let target = context.system.settled(pid);
    suspending[index].1 -= 1;
    if suspending[index].1 == 0 {
        suspending.remove(index);
    }
    context.system.let_go(&*target.ok_or(Fault::badarg())?, 1);
    Ok(Term::boolean(true))
}

/// How a process is to be suspended.
#[derive(Default)]
struct Options<'h> {
    /// Only where this process does not suspend it already.
    once: bool,
    /// One that is gone is no error.
    asynchronous: bool,
    /// What the message begins with that says it was done.
    tag: Option<Term<'h>>,
}

impl<'h> Options<'h> {
    fn parse(context: Context<'h>, list: Term<'h>) -> Result<Self, Fault<'h>> {
        let mut options = Options::default();
        let is =
            |term: Term<'h>, name| term.as_atom().is_some_and(|atom| context.system.atoms.name(atom) == name);
        for option in argument::list(list)? {
            match option.as_tuple() {
                Some([key, tag]) if is(*key, "asynchronous") => {
                    (options.asynchronous, options.tag) = (true, Some(*tag));
                }
                None if is(option, "asynchronous") => options.asynchronous = true,
                None if is(option, "unless_suspending") => options.once = true,
                _ => return Err(Fault::badarg()),
            }
        }
        Ok(options)
    }
}

fn suspend<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    suspend_with(context, [pid, Term::NIL])
}

pub(in crate::bif) fn suspend_with<'h>(context: Context<'h>, [pid, options]: [Term<'h>; 2]) -> Native<'h> {
    let pid = pid.as_pid().filter(|pid| *pid != context.process.pid).ok_or(Fault::badarg())?;
    let options = Options::parse(context, options)?;
    let target = context.system.settled(pid);
    if target.is_none() && !options.asynchronous {
        return Err(Fault::badarg());
    }
    let done = target.as_deref().is_some_and(|target| hold(context.process, target, options.once));
    if let Some(tag) = options.tag {
        let state = if target.is_some() { names::suspended } else { names::exited };
        let message = context.arena.tuple(&[tag, Term::atom(state)])?;
        context.system.send(context.process.pid, message);
    }
    Ok(Term::boolean(done || target.is_none()))
}

/// Suspends a process once more; whether it was done.
fn hold(process: &Process, target: &Process, once: bool) -> bool {
    let mut suspending = process.suspending.borrow_mut();
    match suspending.iter_mut().find(|(own, _)| *own == target.pid) {
        Some(_) if once => return false,
        Some((_, count)) => *count += 1,
        None => suspending.push((target.pid, 1)),
    }
    target.suspensions.set(target.suspensions.get() + 1);
    true
}
