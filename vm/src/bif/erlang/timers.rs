//! `erlang`: messages to come.
//!
//! Invariant: a timer fires once, or is cancelled; its reference says which it is for as long as it may fire.

use crate::atom::names;
use crate::bif::Context;
use crate::bifs;
use crate::heap::Parcel;
use crate::process::{Fault, Native, ReferenceNumbers};
use crate::sched::Expiry;
use crate::term::{Boxed, Kind, Term};

use super::time::monotonic_ns;

bifs! {"erlang";
    /// Cancels a timer; the milliseconds it had left.
    plain "cancel_timer"/1 => cancel_timer;
    /// Cancels a timer; the milliseconds it had left, told as the options say.
    plain "cancel_timer"/2 => cancel_timer_with;
    /// The milliseconds a timer has left.
    plain "read_timer"/1 => read_timer;
    /// The milliseconds a timer has left, told as the options say.
    plain "read_timer"/2 => read_timer_with;
    /// Sends a message after milliseconds.
    plain "send_after"/3 => send_after;
    /// Sends a message after, or at, milliseconds.
    plain "send_after"/4 => send_after_with;
    /// Sends `{timeout, Timer, Message}` after milliseconds.
    plain "start_timer"/3 => start_timer;
    /// Sends `{timeout, Timer, Message}` after, or at, milliseconds.
    plain "start_timer"/4 => start_timer_with;
}

const NS_A_MS: i64 = 1_000_000;

/// When a timer of this many milliseconds fires.
fn fire_ns<'h>(context: Context<'h>, time: Term<'h>, options: Term<'h>) -> Result<u64, Fault<'h>> {
    let mut absolute = false;
    let (bad_option, bad_time) = (Fault::badarg_because(names::badopt), Fault::badarg_because(names::time));
    if options.list_length().is_none() {
        return Err(bad_option);
    }
    for option in options.list() {
        match option.as_tuple() {
            Some([key, value])
                if key.as_atom().is_some_and(|key| context.system.atoms.name(key) == "abs") =>
            {
                absolute = value.as_bool().ok_or(bad_option)?;
            }
            _ => return Err(bad_option),
        }
    }
    let time_ns = time.as_i64().and_then(|time_ms| time_ms.checked_mul(NS_A_MS)).ok_or(bad_time)?;
    if absolute {
        return Ok(time_ns.max(0) as u64);
    }
    let at_ns = if time_ns < 0 { None } else { monotonic_ns(context).checked_add(time_ns) };
    at_ns.map(|at_ns| at_ns as u64).ok_or(bad_time)
}

/// Sets a timer of a message to a process or name; nothing is to come where the process has ended.
fn set<'h>(
    context: Context<'h>,
    at_ns: u64,
    to: Term<'h>,
    reference: ReferenceNumbers,
    message: Term<'h>,
) -> Result<(), Fault<'h>> {
    let parcel = Parcel::new(message)?;
    let expiry = match to.kind() {
        Kind::Pid(pid) if context.system.processes.get(pid).is_none() => return Ok(()),
        Kind::Pid(pid) => Expiry::Send(pid, parcel),
        Kind::Atom(name) => Expiry::SendName(name, parcel),
        _ => return Err(Fault::badarg()),
    };
    context.system.timers.borrow_mut().set_referenced(at_ns, expiry, reference);
    Ok(())
}

fn send_after<'h>(context: Context<'h>, [time, to, message]: [Term<'h>; 3]) -> Native<'h> {
    send_after_with(context, [time, to, message, Term::NIL])
}

fn send_after_with<'h>(context: Context<'h>, [time, to, message, options]: [Term<'h>; 4]) -> Native<'h> {
    let at_ns = fire_ns(context, time, options)?;
    let numbers = context.system.make_reference();
    set(context, at_ns, to, numbers, message)?;
    Ok(context.arena.reference(numbers)?)
}

fn start_timer<'h>(context: Context<'h>, [time, to, message]: [Term<'h>; 3]) -> Native<'h> {
    start_timer_with(context, [time, to, message, Term::NIL])
}

fn start_timer_with<'h>(context: Context<'h>, [time, to, message, options]: [Term<'h>; 4]) -> Native<'h> {
    let at_ns = fire_ns(context, time, options)?;
    let numbers = context.system.make_reference();
    let reference = context.arena.reference(numbers)?;
    let timeout = context.arena.tuple(&[Term::atom(names::timeout), reference, message])?;
    set(context, at_ns, to, numbers, timeout)?;
    Ok(reference)
}

/// Milliseconds left until a time, rounded up; `false` where there is none.
fn left<'h>(context: Context<'h>, at_ns: Option<u64>) -> Native<'h> {
    let Some(at_ns) = at_ns else { return Ok(Term::boolean(false)) };
    let left_ns = at_ns.saturating_sub(monotonic_ns(context) as u64);
    Ok(context.arena.u64(left_ns.div_ceil(NS_A_MS as u64))?)
}

/// The number of the timer of a reference.
fn timer<'h>(context: Context<'h>, reference: Term<'h>) -> Result<Option<u64>, Fault<'h>> {
    match reference.kind() {
        Kind::Reference(numbers) => Ok(context.system.timers.borrow().referenced(numbers)),
        Kind::External(external) if external.kind == Boxed::ExternalReference => Ok(None),
        _ => Err(Fault::badarg()),
    }
}

/// How the answer is told.
struct Answer {
    later: bool,
    wanted: bool,
}

impl Answer {
    fn parse<'h>(context: Context<'h>, options: Term<'h>, has_info: bool) -> Result<Answer, Fault<'h>> {
        let mut answer = Answer { later: false, wanted: true };
        if options.list_length().is_none() {
            return Err(Fault::badarg());
        }
        for option in options.list() {
            let Some([key, value]) = option.as_tuple() else { return Err(Fault::badarg()) };
            let value = value.as_bool().ok_or(Fault::badarg())?;
            match key.as_atom().map(|key| context.system.atoms.name(key)) {
                Some("async") => answer.later = value,
                Some("info") if has_info => answer.wanted = value,
                _ => return Err(Fault::badarg()),
            }
        }
        Ok(answer)
    }

    /// Tells the result, or sends `{Tag, Reference, Result}`.
    fn tell<'h>(
        &self,
        context: Context<'h>,
        tag: Term<'h>,
        reference: Term<'h>,
        result: Term<'h>,
    ) -> Native<'h> {
        if self.later && self.wanted {
            context.system.send(context.process.pid, context.arena.tuple(&[tag, reference, result])?);
        }
        Ok(if self.later || !self.wanted { Term::atom(names::ok) } else { result })
    }
}

fn cancel_timer<'h>(context: Context<'h>, [reference]: [Term<'h>; 1]) -> Native<'h> {
    let number = timer(context, reference)?;
    let at_ns = number.and_then(|number| context.system.timers.borrow_mut().cancel(number));
    left(context, at_ns)
}

fn cancel_timer_with<'h>(context: Context<'h>, [reference, options]: [Term<'h>; 2]) -> Native<'h> {
    let answer = Answer::parse(context, options, true)?;
    let result = cancel_timer(context, [reference])?;
    answer.tell(context, Term::atom(names::cancel_timer), reference, result)
}

fn read_timer<'h>(context: Context<'h>, [reference]: [Term<'h>; 1]) -> Native<'h> {
    let number = timer(context, reference)?;
    let at_ns = number.and_then(|number| context.system.timers.borrow().time(number));
    left(context, at_ns)
}

fn read_timer_with<'h>(context: Context<'h>, [reference, options]: [Term<'h>; 2]) -> Native<'h> {
    let answer = Answer::parse(context, options, false)?;
    let result = read_timer(context, [reference])?;
    answer.tell(context, Term::atom(names::read_timer), reference, result)
}
