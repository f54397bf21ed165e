//! `erlang`: links, monitors and aliases.
//!
//! Invariant: whoever links to or watches a process that is gone is told `noproc`, once.

use crate::atom::{Atom, names};
use crate::bif::Context;
use crate::bifs;
use crate::heap::Parcel;
use crate::process::{AliasLife, Fault, Native, Process, ReferenceNumbers, Signal, Watched};
use crate::sched::signals::alias_of;
use crate::term::{Boxed, Kind, Term};

use super::send::priority_options;

bifs! {"erlang";
    /// A reference that messages can be sent to in the process's stead.
    plain "alias"/0 => alias;
    /// A reference that messages can be sent to in the process's stead, until the options say it ends.
    plain "alias"/1 => alias_with;
    /// Watches a process no longer.
    plain "demonitor"/1 => demonitor;
    /// Watches a process no longer; `flush` removes the message that it ended, `info` says whether it was watched.
    plain "demonitor"/2 => demonitor_with;
    /// Ties the process to another.
    plain "link"/1 => link;
    /// Ties the process to another; the options say whether its exit signals are to come before others.
    plain "link"/2 => link_with;
    /// Watches a process: a message says when it ends.
    plain "monitor"/2 => monitor;
    /// Watches a process, with an alias or a tag for the message.
    plain "monitor"/3 => monitor_with;
    /// Ends an alias of the process.
    plain "unalias"/1 => unalias;
    /// Unties the process from another.
    plain "unlink"/1 => unlink;
}

/// The pid of nobody, for a monitor of a name that nobody had.
const NOBODY: u32 = u32::MAX;

/// How a monitor is made.
#[derive(Default)]
pub(super) struct MonitorOptions<'h> {
    tag: Option<Term<'h>>,
    alias: Option<AliasLife>,
}

impl<'h> MonitorOptions<'h> {
    /// The options of `monitor/3` and of `{monitor, Options}` in `spawn_opt`.
    pub(super) fn parse(options: Term<'h>) -> Result<Self, Fault<'h>> {
        let mut result = MonitorOptions::default();
        if options.list_length().is_none() {
            return Err(Fault::badarg());
        }
        for option in options.list() {
            match option.as_tuple() {
                Some([key, tag]) if key.is(names::tag) => result.tag = Some(*tag),
                Some([key, life]) if key.is(names::alias) => result.alias = Some(alias_life(*life)?),
                _ => return Err(Fault::badarg()),
            }
        }
        Ok(result)
    }

    /// A new reference for a monitor, which may be an alias.
    pub(super) fn reference(&self, context: Context<'_>) -> ReferenceNumbers {
        let numbers = context.system.make_reference();
        let Some(life) = self.alias else { return numbers };
        let numbers = alias_of(numbers, context.process.pid);
        context.process.aliases.borrow_mut().push((numbers, life));
        numbers
    }

    /// The record of a watched process.
    pub(super) fn watched(
        &self,
        pid: u32,
        reference: ReferenceNumbers,
        name: Option<Atom>,
    ) -> Result<Watched, Fault<'h>> {
        let tag = self.tag.map(Parcel::new).transpose()?;
        Ok(Watched { pid, reference, name, tag })
    }
}

fn alias_life(life: Term<'_>) -> Result<AliasLife, Fault<'_>> {
    match life.as_atom() {
        Some(names::explicit_unalias) => Ok(AliasLife::Explicit),
        Some(names::demonitor) => Ok(AliasLife::Demonitor),
        Some(names::reply_demonitor) => Ok(AliasLife::ReplyDemonitor),
        _ => Err(Fault::badarg()),
    }
}

/// The number of a reference made here.
fn reference_of(term: Term<'_>) -> Result<Option<ReferenceNumbers>, Fault<'_>> {
    match term.kind() {
        Kind::Reference(numbers) => Ok(Some(numbers)),
        Kind::External(external) if external.kind == Boxed::ExternalReference => Ok(None),
        _ => Err(Fault::badarg()),
    }
}

fn link<'h>(context: Context<'h>, [other]: [Term<'h>; 1]) -> Native<'h> {
    let process = context.process;
    let done = Ok(Term::boolean(true));
    let pid = match other.kind() {
        Kind::Pid(pid) => pid,
        Kind::External(external) if external.kind == Boxed::ExternalPid => {
            return Err(Fault::error(names::noconnection));
        }
        Kind::Port(number) if context.system.ports.borrow().is_open(number) => return done,
        Kind::Port(_) => return Err(Fault::error(names::noproc)),
        _ => return Err(Fault::badarg()),
    };
    if pid == process.pid || process.links.borrow().contains(&pid) {
        return done;
    }
    if context.system.processes.get(pid).is_some() {
        process.links.borrow_mut().push(pid);
        context.system.signal(pid, Signal::Link(process.pid));
    } else if process.trap_exit.get() {
        let reason = Parcel::new(Term::atom(names::noproc))?;
        context.system.signal(process.pid, Signal::Exit { from: pid, reason, link: false });
    } else {
        return Err(Fault::error(names::noproc));
    }
    done
}

fn link_with<'h>(context: Context<'h>, [other, options]: [Term<'h>; 2]) -> Native<'h> {
    priority_options(context, options)?;
    link(context, [other])
}

fn unlink<'h>(context: Context<'h>, [other]: [Term<'h>; 1]) -> Native<'h> {
    match other.kind() {
        Kind::Pid(pid) => {
            let mut links = context.process.links.borrow_mut();
            if let Some(index) = links.iter().position(|link| *link == pid) {
                links.remove(index);
                context.system.signal(pid, Signal::Unlink(context.process.pid));
            }
        }
        Kind::Port(_) => {}
        Kind::External(external) if external.kind != Boxed::ExternalReference => {}
        _ => return Err(Fault::badarg()),
    }
    Ok(Term::boolean(true))
}

fn monitor<'h>(context: Context<'h>, [kind, item]: [Term<'h>; 2]) -> Native<'h> {
    monitor_with(context, [kind, item, Term::NIL])
}

fn monitor_with<'h>(context: Context<'h>, [kind, item, options]: [Term<'h>; 3]) -> Native<'h> {
    let options = MonitorOptions::parse(options).map_err(|_| Fault::badarg_because(names::badopt))?;
    match kind.as_atom() {
        Some(names::process) => {}
        Some(names::port) => return monitor_port(context, item, &options),
        // The offset between the two clocks never changes, so the message of its change never comes.
        Some(names::time_offset) if item.is(names::clock_service) => {
            return Ok(context.arena.reference(options.reference(context))?);
        }
        Some(names::time_offset) => return Err(Fault::badarg()),
        _ => return Err(Fault::badarg_because(names::badtype)),
    }
    let system = context.system;
    let named = |name: Atom| (system.whereis(name).unwrap_or(NOBODY), Some(name));
    let (pid, name) = match item.kind() {
        Kind::Pid(pid) => (pid, None),
        Kind::Atom(name) => named(name),
        Kind::Tuple([name, node]) => match (name.as_atom(), node.as_atom()) {
            (Some(name), Some(names::nonode_nohost)) => named(name),
            _ => return Err(Fault::badarg()),
        },
        _ => return Err(Fault::badarg()),
    };
    let reference = options.reference(context);
    if pid != context.process.pid {
        context.process.watched.borrow_mut().push(options.watched(pid, reference, name)?);
        // One that is gone has ended, which is answered in its stead.
        system.signal(pid, Signal::Monitor { from: context.process.pid, reference, name });
    }
    Ok(context.arena.reference(reference)?)
}

fn monitor_port<'h>(context: Context<'h>, item: Term<'h>, options: &MonitorOptions<'h>) -> Native<'h> {
    match item.kind() {
        Kind::Port(number) if context.system.ports.borrow().is_open(number) => {
            Ok(context.arena.reference(options.reference(context))?)
        }
        Kind::Atom(name) if context.system.ports.borrow().named(name).is_some() => {
            Ok(context.arena.reference(options.reference(context))?)
        }
        Kind::Port(_) | Kind::Atom(_) => {
            let reference = context.arena.reference(options.reference(context))?;
            let tag = options.tag.unwrap_or(Term::atom(names::DOWN));
            let object = match item.as_atom() {
                Some(_) => context.arena.tuple(&[item, Term::atom(names::nonode_nohost)])?,
                None => item,
            };
            let down = [tag, reference, Term::atom(names::port), object, Term::atom(names::noproc)];
            context.system.send(context.process.pid, context.arena.tuple(&down)?);
            Ok(reference)
        }
        _ => Err(Fault::badarg()),
    }
}

fn demonitor<'h>(context: Context<'h>, [reference]: [Term<'h>; 1]) -> Native<'h> {
    if let Some(numbers) = reference_of(reference)? {
        context.system.demonitor(context.process, numbers);
    }
    Ok(Term::boolean(true))
}

fn demonitor_with<'h>(context: Context<'h>, [reference, options]: [Term<'h>; 2]) -> Native<'h> {
    if options.list_length().is_none() {
        return Err(Fault::badarg());
    }
    let (mut flush, mut info) = (false, false);
    for option in options.list() {
        match option.as_atom() {
            Some(names::flush) => flush = true,
            Some(names::info) => info = true,
            _ => return Err(Fault::badarg()),
        }
    }
    let Some(numbers) = reference_of(reference)? else { return Ok(Term::boolean(!info)) };
    // What came before counts: the process may have been told already that the other one ended.
    context.system.receive_harmless_signals(context.process);
    let watched = context.system.demonitor(context.process, numbers);
    if flush && !watched {
        flush_down(context.process, numbers);
    }
    Ok(Term::boolean(!info || watched))
}

/// Removes the first message `{_, Reference, _, _, _}`.
fn flush_down(process: &Process, numbers: ReferenceNumbers) {
    let removed = core::cell::Cell::new(false);
    process.mailbox.borrow_mut().retain(|parcel| {
        let matches = !removed.get()
            && matches!(parcel.term().as_tuple(), Some([_, reference, _, _, _])
                if matches!(reference.kind(), Kind::Reference(own) if own == numbers));
        removed.set(removed.get() || matches);
        !matches
    });
}

fn alias<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    alias_with(context, [Term::NIL])
}

fn alias_with<'h>(context: Context<'h>, [options]: [Term<'h>; 1]) -> Native<'h> {
    if options.list_length().is_none() {
        return Err(Fault::badarg());
    }
    let mut life = AliasLife::Explicit;
    for option in options.list() {
        life = match option.as_atom() {
            Some(names::reply) => AliasLife::Reply,
            Some(names::explicit_unalias) => AliasLife::Explicit,
            _ => return Err(Fault::badarg()),
        };
    }
    let options = MonitorOptions { tag: None, alias: Some(life) };
    Ok(context.arena.reference(options.reference(context))?)
}

fn unalias<'h>(context: Context<'h>, [alias]: [Term<'h>; 1]) -> Native<'h> {
    let Some(numbers) = reference_of(alias)? else { return Ok(Term::boolean(false)) };
    // A message that came before may have ended it.
    context.system.receive_harmless_signals(context.process);
    let mut aliases = context.process.aliases.borrow_mut();
    let before = aliases.len();
    aliases.retain(|(own, _)| *own != numbers);
    Ok(Term::boolean(aliases.len() < before))
}
