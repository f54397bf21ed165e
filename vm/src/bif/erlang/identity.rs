//! `erlang`: nodes, references, unique integers; pids and ports as text.
//!
//! Invariant: there is one node, `nonode@nohost`, until distribution comes.

use alloc::string::String;

use crate::atom::names;
use crate::bif::{Context, Room};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::print::{Flavour, Limits, write_term};
use crate::term::{Kind, Term};

bifs! {"erlang";
    /// The cookie of the node: none.
    plain "get_cookie"/0 => get_cookie;
    /// Whether the node is part of a distributed system.
    plain "is_alive"/0 => is_alive;
    /// The pid of a text `<0.N.M>`.
    plain "list_to_pid"/1 => list_to_pid;
    /// The port of a text `#Port<0.N>`.
    plain "list_to_port"/1 => list_to_port;
    /// The reference of a text `#Ref<0.A.B.C>`.
    plain "list_to_ref"/1 => list_to_ref;
    /// A reference nobody has.
    plain "make_ref"/0 => make_ref;
    /// The name of the node.
    guard "node"/0 => node;
    /// The node of a pid, port or reference.
    guard "node"/1 => node_of;
    /// The other nodes.
    plain "nodes"/0 => nodes;
    /// The nodes of a kind.
    plain "nodes"/1 => nodes_of;
    /// A pid as text.
    plain "pid_to_list"/1 => pid_to_list;
    /// A port as text.
    plain "port_to_list"/1 => port_to_list;
    /// A reference as text.
    plain "ref_to_list"/1 => ref_to_list;
    /// An integer nobody was given before.
    plain "unique_integer"/0 => unique_integer;
    /// An integer nobody was given before, as the options say.
    plain "unique_integer"/1 => unique_integer_with;
}

/// Where unique integers begin that may be negative: the least 60-bit integer, so that they stay small for long.
const UNIQUE_BASE: i64 = -(1 << 59);

fn node<'h>(_: Room<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::atom(names::nonode_nohost))
}

fn node_of<'h>(_: Room<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    match term.kind() {
        Kind::Pid(_) | Kind::Port(_) | Kind::Reference(_) => Ok(Term::atom(names::nonode_nohost)),
        Kind::External(external) => Ok(Term::atom(external.node)),
        _ => Err(Fault::badarg()),
    }
}

fn nodes<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::NIL)
}

fn nodes_of<'h>(context: Context<'h>, [kinds]: [Term<'h>; 1]) -> Native<'h> {
    if !is_among(context, kinds)? {
        return Ok(Term::NIL);
    }
    Ok(context.arena.list(&[Term::atom(names::nonode_nohost)])?)
}

/// Whether this node is among those of a kind, or of a list of kinds.
pub(super) fn is_among<'h>(context: Context<'h>, kinds: Term<'h>) -> Result<bool, Fault<'h>> {
    let kind = |term: Term<'h>| match term.as_atom().map(|atom| context.system.atoms.name(atom)) {
        Some("visible" | "hidden" | "connected") => Ok(false),
        Some("this" | "known") => Ok(true),
        _ => Err(Fault::badarg()),
    };
    match kinds.list_length() {
        None => kind(kinds),
        Some(_) => kinds.list().try_fold(false, |own, term| Ok::<_, Fault<'h>>(kind(term)? || own)),
    }
}

fn is_alive<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::boolean(false))
}

fn get_cookie<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    context.system.atoms.intern("nocookie").map(Term::atom).ok_or(Fault::system_limit())
}

fn make_ref<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.reference(context.system.make_reference())?)
}

/// Numbers count up from 0; both kinds count together, so that all are unique and ordered alike.
fn next_unique(context: Context<'_>) -> i64 {
    context.system.unique.add(1) as i64
}

fn unique_integer<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.i64(UNIQUE_BASE + next_unique(context))?)
}

fn unique_integer_with<'h>(context: Context<'h>, [options]: [Term<'h>; 1]) -> Native<'h> {
    let mut positive = false;
    if options.list_length().is_none() {
        return Err(Fault::badarg());
    }
    for option in options.list() {
        match option.as_atom() {
            Some(names::positive) => positive = true,
            Some(names::monotonic) => {}
            _ => return Err(Fault::badarg()),
        }
    }
    if positive {
        return Ok(context.arena.i64(next_unique(context) + 1)?);
    }
    unique_integer(context, [])
}

fn text<'h>(context: Context<'h>, term: Term<'h>) -> Native<'h> {
    let mut text = String::new();
    write_term(&mut text, &context.system.atoms, term, Limits::all(Flavour::Write))
        .map_err(|_| Fault::system_limit())?;
    Ok(context.arena.string(&text)?)
}

fn pid_to_list<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Native<'h> {
    match pid.kind() {
        Kind::Pid(_) => text(context, pid),
        Kind::External(external) if external.kind == crate::term::Boxed::ExternalPid => text(context, pid),
        _ => Err(Fault::badarg()),
    }
}

fn port_to_list<'h>(context: Context<'h>, [port]: [Term<'h>; 1]) -> Native<'h> {
    match port.kind() {
        Kind::Port(_) => text(context, port),
        Kind::External(external) if external.kind == crate::term::Boxed::ExternalPort => text(context, port),
        _ => Err(Fault::badarg()),
    }
}

fn ref_to_list<'h>(context: Context<'h>, [reference]: [Term<'h>; 1]) -> Native<'h> {
    if reference.is_reference() { text(context, reference) } else { Err(Fault::badarg()) }
}

/// The numbers between dots of a text such as `#Ref<0.1.2.3>` of this node, without the node's 0.
fn numbers<'h, const N: usize>(list: Term<'h>, open: &str) -> Result<[u64; N], Fault<'h>> {
    let parse = || {
        list.list_length()?;
        let text: Option<String> = list
            .list()
            .map(|each| each.as_small().and_then(|byte| u8::try_from(byte).ok()).map(char::from))
            .collect();
        let text = text?;
        let mut parts = text.strip_prefix(open)?.strip_suffix('>')?.split('.');
        let number = |part: &str| {
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse::<u64>().ok() } else { None }
        };
        if number(parts.next()?)? != 0 {
            return None;
        }
        let mut result = [0; N];
        for place in &mut result {
            *place = number(parts.next()?)?;
        }
        if parts.next().is_none() { Some(result) } else { None }
    };
    parse().ok_or(Fault::badarg())
}

fn list_to_pid<'h>(_: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let [number, serial] = numbers::<2>(list, "<")?;
    crate::sched::processes::pid_of(number, serial).map(Term::pid).ok_or(Fault::badarg())
}

fn list_to_port<'h>(_: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let [number] = numbers::<1>(list, "#Port<")?;
    u32::try_from(number).ok().filter(|number| *number < 1 << 28).map(Term::port).ok_or(Fault::badarg())
}

fn list_to_ref<'h>(context: Context<'h>, [list]: [Term<'h>; 1]) -> Native<'h> {
    let numbers = numbers::<3>(list, "#Ref<")?;
    let mut words = [0; 3];
    for (word, number) in words.iter_mut().zip(numbers.iter().rev()) {
        *word = usize::try_from(*number).map_err(|_| Fault::badarg())?;
    }
    Ok(context.arena.reference(words)?)
}
