//! `erlang`: ports: what is known of them, and what may be done to any.
//!
//! Invariant: a port belongs to the process that opened it, or to the one it was connected to since.
//! Deliberately absent: programs and files of an operating system. The drivers are those of `port`.

use alloc::string::String;

use crate::atom::{Atom, names};
use crate::bif::{Context, argument, iolist};
use crate::bifs;
use crate::heap::{Built, Parcel};
use crate::port::gpio;
use crate::process::{Fault, Native};
use crate::sched::OpenPort;
use crate::term::Term;

bifs! {"erlang";
    /// Opens a driver.
    exclusive plain "open_port"/2 => open;
    /// Calls a driver: `badarg`, as no driver here is called.
    exclusive plain "port_call"/2 => call;
    /// Calls a driver: `badarg`, as no driver here is called.
    exclusive plain "port_call"/3 => call_operation;
    /// Closes a port.
    exclusive plain "port_close"/1 => close;
    /// Sends bytes to a driver: `badarg`, as no driver here takes any.
    exclusive plain "port_command"/2 => command;
    /// Sends bytes to a driver: `badarg`, as no driver here takes any.
    exclusive plain "port_command"/3 => command_with;
    /// Gives a port another owner.
    exclusive plain "port_connect"/2 => connect;
    /// Controls a driver: `badarg`, as no driver here is controlled.
    exclusive plain "port_control"/3 => control;
    /// The term that was set for a port.
    exclusive plain "port_get_data"/1 => data;
    /// What is known of a port.
    exclusive plain "port_info"/1 => info;
    /// What is known of a port, by a key.
    exclusive plain "port_info"/2 => info_of;
    /// Sets a term for a port.
    exclusive plain "port_set_data"/2 => set_data;
}

/// The number of a port, or of the port of a name, that is open; `badarg` for what is neither.
fn number<'h>(context: Context<'h>, port: Term<'h>) -> Result<Option<u32>, Fault<'h>> {
    let ports = context.system.ports.borrow();
    match port.as_atom() {
        Some(name) => Ok(ports.named(name)),
        None => port.as_port().map(|number| ports.is_open(number).then_some(number)).ok_or(Fault::badarg()),
    }
}

fn open_number<'h>(context: Context<'h>, port: Term<'h>) -> Result<u32, Fault<'h>> {
    number(context, port)?.ok_or(Fault::badarg())
}

fn failed<'h>(context: Context<'h>, reason: &str) -> Native<'h> {
    Err(Fault::error(context.system.atoms.intern(reason).ok_or(Fault::system_limit())?))
}

/// Options of `open_port/2`: atoms, then keys of pairs.
const ATOMS: &[&str] = &[
    "stream",
    "use_stdio",
    "nouse_stdio",
    "in",
    "out",
    "binary",
    "eof",
    "exit_status",
    "hide",
    "stderr_to_stdout",
    "overlapped_io",
];
const PAIRS: &[&str] =
    &["packet", "line", "cd", "env", "args", "arg0", "parallelism", "busy_limits_port", "busy_limits_msgq"];

fn is_option(context: Context<'_>, option: Term<'_>) -> bool {
    let known = |names: &[&str], name: Atom| names.contains(&context.system.atoms.name(name));
    match (option.as_atom(), option.as_tuple()) {
        (Some(name), _) => known(ATOMS, name),
        (_, Some([key, value])) => key.as_atom().is_some_and(|key| {
            let packet = context.system.atoms.name(key) == "packet";
            known(PAIRS, key) && (!packet || matches!(value.as_small(), Some(1 | 2 | 4)))
        }),
        _ => false,
    }
}

/// The characters of an atom, a list or a binary.
fn command_text<'h>(context: Context<'h>, command: Term<'h>) -> Result<String, Fault<'h>> {
    match command.as_atom() {
        Some(name) => Ok(String::from(context.system.atoms.name(name))),
        None => String::from_utf8(iolist::bytes(command)?).map_err(|_| Fault::badarg()),
    }
}

pub(in crate::bif) fn open<'h>(context: Context<'h>, [what, options]: [Term<'h>; 2]) -> Native<'h> {
    if !argument::list(options)?.into_iter().all(|option| is_option(context, option)) {
        return Err(Fault::badarg());
    }
    let (kind, command) = match (what.as_atom(), what.as_tuple()) {
        (Some(_), _) => ("spawn", what),
        (_, Some([kind, command])) => (context.system.atoms.name(argument::atom(*kind)?), *command),
        _ => return Err(Fault::badarg()),
    };
    if !["spawn", "spawn_driver", "spawn_executable"].contains(&kind) {
        return Err(Fault::badarg());
    }
    let text = command_text(context, command)?;
    let driver = text.split(' ').next() == Some("gpio") && kind != "spawn_executable";
    let opened = driver.then(|| gpio::open(context.system, context.process.pid)).flatten();
    match opened {
        Some(number) => Ok(Term::port(number)),
        None if kind == "spawn_driver" => Err(Fault::badarg()),
        None => failed(context, "enoent"),
    }
}

pub(in crate::bif) fn close<'h>(context: Context<'h>, [port]: [Term<'h>; 1]) -> Native<'h> {
    let number = open_number(context, port)?;
    gpio::close(context.system, number);
    Ok(Term::boolean(true))
}

pub(in crate::bif) fn connect<'h>(context: Context<'h>, [port, owner]: [Term<'h>; 2]) -> Native<'h> {
    let number = open_number(context, port)?;
    let owner = owner.as_pid().filter(|pid| context.system.processes.get(*pid).is_some());
    context.system.ports.borrow_mut().connect(number, owner.ok_or(Fault::badarg())?);
    Ok(Term::boolean(true))
}

/// A message to a port: `{Owner, close}` and `{Owner, {connect, Pid}}` of its owner are done and answered; drivers here
/// hear no other.
pub(super) fn told<'h>(context: Context<'h>, number: u32, message: Term<'h>) -> Result<(), Fault<'h>> {
    let Some(open) = context.system.ports.borrow().get(number) else { return Ok(()) };
    let Some([owner, request]) = message.as_tuple() else { return Ok(()) };
    if owner.as_pid() != Some(open.owner) {
        return Ok(());
    }
    let answer = match (request.as_atom(), request.as_tuple()) {
        (Some(request), _) if context.system.atoms.name(request) == "close" => {
            close(context, [Term::port(number)])?;
            "closed"
        }
        (_, Some([request, owner]))
            if request.as_atom().is_some_and(|name| context.system.atoms.name(name) == "connect") =>
        {
            connect(context, [Term::port(number), *owner])?;
            "connected"
        }
        _ => return Ok(()),
    };
    let answer = context.system.atoms.intern(answer).map(Term::atom).ok_or(Fault::system_limit())?;
    context.system.send(open.owner, context.arena.tuple(&[Term::port(number), answer])?);
    Ok(())
}

fn refused<'h>(context: Context<'h>, port: Term<'h>) -> Native<'h> {
    number(context, port)?;
    Err(Fault::badarg())
}

fn call<'h>(context: Context<'h>, [port, _]: [Term<'h>; 2]) -> Native<'h> {
    refused(context, port)
}

pub(in crate::bif) fn call_operation<'h>(context: Context<'h>, [port, _, _]: [Term<'h>; 3]) -> Native<'h> {
    refused(context, port)
}

fn command<'h>(context: Context<'h>, [port, _]: [Term<'h>; 2]) -> Native<'h> {
    refused(context, port)
}

pub(in crate::bif) fn command_with<'h>(context: Context<'h>, [port, _, _]: [Term<'h>; 3]) -> Native<'h> {
    refused(context, port)
}

pub(in crate::bif) fn control<'h>(context: Context<'h>, [port, _, _]: [Term<'h>; 3]) -> Native<'h> {
    refused(context, port)
}

fn data<'h>(context: Context<'h>, [port]: [Term<'h>; 1]) -> Native<'h> {
    let number = open_number(context, port)?;
    match context.system.ports.borrow().data(number) {
        Some(parcel) => Ok(context.arena.copy(parcel.term())?),
        None => Ok(Term::atom(names::undefined)),
    }
}

fn set_data<'h>(context: Context<'h>, [port, data]: [Term<'h>; 2]) -> Native<'h> {
    let number = open_number(context, port)?;
    context.system.ports.borrow_mut().set_data(number, Parcel::new(data)?);
    Ok(Term::boolean(true))
}

type Item = for<'h> fn(Context<'h>, u32, OpenPort) -> Built<'h>;

/// What there is to know, by key; the first seven are those of `port_info/1`. No driver here moves bytes.
const ITEMS: &[(&str, Item)] = &[
    ("name", |context, _, port| context.arena.string(context.system.atoms.name(port.driver))),
    ("links", |_, _, _| Ok(Term::NIL)),
    ("id", |context, number, _| context.arena.usize(number as usize)),
    ("connected", |_, _, port| Ok(Term::pid(port.owner))),
    ("input", |_, _, _| Ok(Term::small_number(0))),
    ("output", |_, _, _| Ok(Term::small_number(0))),
    ("os_pid", |_, _, _| Ok(Term::atom(names::undefined))),
    ("registered_name", |_, _, port| Ok(port.name.map_or(Term::NIL, Term::atom))),
    ("monitors", |_, _, _| Ok(Term::NIL)),
    ("monitored_by", |_, _, _| Ok(Term::NIL)),
    ("memory", |context, _, _| context.arena.usize(size_of::<OpenPort>())),
    ("parallelism", |_, _, _| Ok(Term::boolean(false))),
    ("queue_size", |_, _, _| Ok(Term::small_number(0))),
];
/// How many items `port_info/1` shows.
const SHOWN: usize = 7;

pub(in crate::bif) fn info<'h>(context: Context<'h>, [port]: [Term<'h>; 1]) -> Native<'h> {
    let Some((number, open)) = opened(context, port)? else { return Ok(Term::atom(names::undefined)) };
    let name = open.name.map(|_| &ITEMS[SHOWN]);
    let pairs = name.into_iter().chain(&ITEMS[..SHOWN]).map(|(key, item)| {
        let key = context.system.atoms.intern(key).map_or(Term::NIL, Term::atom);
        context.arena.tuple(&[key, item(context, number, open)?])
    });
    Ok(context.arena.list_forward(pairs, Term::NIL)?)
}

fn opened<'h>(context: Context<'h>, port: Term<'h>) -> Result<Option<(u32, OpenPort)>, Fault<'h>> {
    let number = number(context, port)?;
    Ok(number.and_then(|number| context.system.ports.borrow().get(number).map(|open| (number, open))))
}

pub(in crate::bif) fn info_of<'h>(context: Context<'h>, [port, key]: [Term<'h>; 2]) -> Native<'h> {
    let Some((number, open)) = opened(context, port)? else { return Ok(Term::atom(names::undefined)) };
    let name = context.system.atoms.name(argument::atom(key)?);
    let (_, item) = ITEMS.iter().find(|(own, _)| *own == name).ok_or(Fault::badarg())?;
    let value = item(context, number, open)?;
    Ok(if key.is(names::registered_name) && value.is_nil() {
        value
    } else {
        context.arena.tuple(&[key, value])?
    })
}
