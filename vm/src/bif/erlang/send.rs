//! `erlang`: signals a process sends to another by name, pid or alias.

use crate::atom::names;
use crate::bif::{Context, Control, argument};
use crate::bifs;
use crate::heap::Parcel;
use crate::process::{Fault, Native, Signal};
use crate::sched::signals::alias_owner;
use crate::term::{Boxed, Kind, Term};

use super::ports;

bifs! {"erlang";
    /// Sends a message.
    plain "!"/2 => send_result;
    /// Sends an exit signal.
    control "exit"/2 => exit;
    /// Sends an exit signal; the options say whether it is to come before others, which all come in order here.
    control "exit"/3 => exit_with;
    /// Sends an exit signal and does not wait for it to arrive.
    plain "exit_signal"/2 => exit_signal;
    /// Sends an exit signal and does not wait for it to arrive; the options are those of `exit/3`.
    plain "exit_signal"/3 => exit_signal_with;
    /// Sends a message.
    plain "send"/2 => send_result;
    /// Sends a message; what it would have to wait for is not waited for if the options say so.
    plain "send"/3 => send_with;
    /// Sends a message and says nothing of a receiver out of reach.
    plain "send_nosuspend"/2 => send_nosuspend;
    /// Sends a message and says nothing of a receiver out of reach.
    plain "send_nosuspend"/3 => send_nosuspend_with;
}

/// Where a message goes.
enum Destination {
    Pid(u32),
    Alias([usize; 3]),
    Port(u32),
    /// To a reference that is no alias, or a process that is gone: nobody hears.
    Nobody,
    /// To another node, of which there is none.
    Unreachable,
}

fn destination<'h>(context: Context<'h>, to: Term<'h>) -> Result<Destination, Fault<'h>> {
    Ok(match to.kind() {
        Kind::Pid(pid) => Destination::Pid(pid),
        Kind::Atom(name) => match context.system.whereis(name) {
            Some(pid) => Destination::Pid(pid),
            None => match context.system.ports.borrow().named(name) {
                Some(number) => Destination::Port(number),
                None => return Err(Fault::badarg()),
            },
        },
        Kind::Reference(reference) if alias_owner(reference).is_some() => Destination::Alias(reference),
        Kind::Port(number) => Destination::Port(number),
        Kind::Reference(_) => Destination::Nobody,
        Kind::External(external) if external.kind != Boxed::ExternalPort => Destination::Unreachable,
        Kind::Tuple([name, node]) => match (name.as_atom(), node.as_atom()) {
            (Some(name), Some(names::nonode_nohost)) => {
                context.system.whereis(name).map_or(Destination::Nobody, Destination::Pid)
            }
            (Some(_), Some(_)) => Destination::Unreachable,
            _ => return Err(Fault::badarg()),
        },
        _ => return Err(Fault::badarg()),
    })
}

/// Sends; whether the receiver's node can be reached.
fn deliver<'h>(context: Context<'h>, to: Term<'h>, message: Term<'h>) -> Result<bool, Fault<'h>> {
    match destination(context, to)? {
        Destination::Pid(pid) => _ = context.system.send(pid, message),
        Destination::Alias(alias) => context.system.send_to_alias(alias, message),
        Destination::Port(number) => ports::told(context, number, message)?,
        Destination::Nobody => {}
        Destination::Unreachable => return Ok(false),
    }
    Ok(true)
}

fn send_result<'h>(context: Context<'h>, [to, message]: [Term<'h>; 2]) -> Native<'h> {
    deliver(context, to, message)?;
    Ok(message)
}

fn send_with<'h>(context: Context<'h>, [to, message, options]: [Term<'h>; 3]) -> Native<'h> {
    let bad_option = Fault::badarg_because(names::badopt);
    if options.list_length().is_none() {
        return Err(bad_option);
    }
    let mut connect = true;
    for option in options.list() {
        match option.as_atom() {
            Some(names::noconnect) => connect = false,
            Some(names::nosuspend) => {}
            _ => return Err(bad_option),
        }
    }
    let reached = deliver(context, to, message)?;
    Ok(Term::atom(if reached || connect { names::ok } else { names::noconnect }))
}

fn send_nosuspend<'h>(context: Context<'h>, [to, message]: [Term<'h>; 2]) -> Native<'h> {
    deliver(context, to, message)?;
    Ok(Term::boolean(true))
}

fn send_nosuspend_with<'h>(context: Context<'h>, [to, message, options]: [Term<'h>; 3]) -> Native<'h> {
    let done = send_with(context, [to, message, options])?;
    Ok(Term::boolean(done.is(names::ok)))
}

/// A process that ends itself does so when the others had their turn: it acts upon its signals then.
fn exit<'h>(context: Context<'h>, [to, reason]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    let done = exit_signal(context, [to, reason])?;
    let own = to.as_pid() == Some(context.process.pid);
    Ok(if own { Control::Yield(done) } else { Control::Value(done) })
}

fn exit_with<'h>(
    context: Context<'h>,
    [to, reason, options]: [Term<'h>; 3],
) -> Result<Control<'h>, Fault<'h>> {
    priority_options(context, options)?;
    exit(context, [to, reason])
}

fn exit_signal<'h>(context: Context<'h>, [to, reason]: [Term<'h>; 2]) -> Native<'h> {
    match to.kind() {
        Kind::Pid(pid) => {
            let reason = Parcel::new(reason)?;
            context.system.signal(pid, Signal::Exit { from: context.process.pid, reason, link: false });
        }
        Kind::Port(_) | Kind::Reference(_) => {}
        Kind::External(external) if external.kind != Boxed::ExternalReference => {}
        _ => return Err(Fault::badarg()),
    }
    Ok(Term::boolean(true))
}

fn exit_signal_with<'h>(context: Context<'h>, [to, reason, options]: [Term<'h>; 3]) -> Native<'h> {
    priority_options(context, options)?;
    exit_signal(context, [to, reason])
}

/// Options among which only `priority` may be.
pub(super) fn priority_options<'h>(_: Context<'h>, options: Term<'h>) -> Result<(), Fault<'h>> {
    let all = argument::list(options)?.into_iter().all(|option| option.is(names::priority));
    if all { Ok(()) } else { Err(Fault::badarg()) }
}
