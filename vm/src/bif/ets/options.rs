//! What `ets:new/2` and `ets:setopts/2` are asked for.
//!
//! Deliberately absent: doing it.

use super::{atom, name_of};
use crate::atom::Atom;
use crate::bif::Context;
use crate::heap::Parcel;
use crate::process::{Fault, Native};
use crate::table::{Heir, Kind, Plan, Protection, Tuning};
use crate::term::Term;

const KINDS: &[(&str, Kind)] = &[
    ("set", Kind::Set),
    ("ordered_set", Kind::OrderedSet),
    ("bag", Kind::Bag),
    ("duplicate_bag", Kind::DuplicateBag),
];

const PROTECTIONS: &[(&str, Protection)] =
    &[("private", Protection::Private), ("protected", Protection::Protected), ("public", Protection::Public)];

/// The atom of a kind.
pub(super) fn kind_atom<'h>(context: Context<'h>, kind: Kind) -> Native<'h> {
    let known = KINDS.iter().find(|(_, own)| *own == kind);
    atom(context, known.map_or("set", |(name, _)| name))
}

/// The atom of a protection.
pub(super) fn protection_atom<'h>(context: Context<'h>, protection: Protection) -> Native<'h> {
    let known = PROTECTIONS.iter().find(|(_, own)| *own == protection);
    atom(context, known.map_or("protected", |(name, _)| name))
}

fn found<T: Copy>(known: &[(&str, T)], name: &str) -> Option<T> {
    known.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}

/// The plan of a table of this name.
pub(super) fn plan<'h>(context: Context<'h>, name: Atom, options: Term<'h>) -> Result<Plan, Fault<'h>> {
    let mut plan = Plan {
        name,
        named: false,
        kind: Kind::Set,
        place: 0,
        protection: Protection::Protected,
        heir: None,
        tuning: Tuning::default(),
    };
    options.list_length().ok_or(Fault::badarg())?;
    for option in options.list() {
        match option.as_tuple() {
            Some(parts) => with_parts(context, &mut plan, parts)?,
            None => with_name(&mut plan, name_of(context, option)).ok_or(Fault::badarg())?,
        }
    }
    Ok(plan)
}

fn with_name(plan: &mut Plan, name: &str) -> Option<()> {
    match name {
        "named_table" => plan.named = true,
        "compressed" => plan.tuning.compressed = true,
        // These are what a table is unless another option says otherwise.
        "set" | "protected" => {}
        _ => match found(KINDS, name) {
            Some(kind) => plan.kind = kind,
            None => plan.protection = found(PROTECTIONS, name)?,
        },
    }
    Some(())
}

fn with_parts<'h>(context: Context<'h>, plan: &mut Plan, parts: &[Term<'h>]) -> Result<(), Fault<'h>> {
    let flag = |value: Term<'h>| value.as_bool().ok_or(Fault::badarg());
    match (name_of(context, parts.first().copied().unwrap_or(Term::NIL)), parts) {
        ("keypos", [_, position]) => {
            let position = position.as_usize().and_then(|position| position.checked_sub(1));
            plan.place = position.ok_or(Fault::badarg())?;
        }
        ("read_concurrency", [_, value]) => plan.tuning.read = flag(*value)?,
        ("decentralized_counters", [_, value]) => plan.tuning.counters = flag(*value)?,
        ("write_concurrency", [_, value]) => {
            plan.tuning.write = match name_of(context, *value) {
                "true" | "auto" => value.as_atom(),
                "false" => None,
                _ => return Err(Fault::badarg()),
            };
        }
        ("heir", _) => plan.heir = heir(context, parts)?,
        _ => return Err(Fault::badarg()),
    }
    Ok(())
}

/// `{heir, none}`, `{heir, Pid}` or `{heir, Pid, Data}`.
fn heir<'h>(context: Context<'h>, parts: &[Term<'h>]) -> Result<Option<Heir>, Fault<'h>> {
    match parts {
        [_, none] if name_of(context, *none) == "none" => Ok(None),
        [_, pid] => Ok(Some(Heir { pid: pid.as_pid().ok_or(Fault::badarg())?, data: None })),
        [_, pid, data] => {
            let pid = pid.as_pid().ok_or(Fault::badarg())?;
            Ok(Some(Heir { pid, data: Some(Parcel::new(*data)?) }))
        }
        _ => Err(Fault::badarg()),
    }
}

/// What `ets:setopts/2` changes.
#[derive(Default)]
pub(super) struct Changes {
    /// Who gets the table.
    pub(super) heir: Option<Option<Heir>>,
    /// What others may do.
    pub(super) protection: Option<Protection>,
}

/// The changes that an option or a list of options asks for, each once.
pub(super) fn changes<'h>(context: Context<'h>, options: Term<'h>) -> Result<Changes, Fault<'h>> {
    let mut changes = Changes::default();
    if options.as_tuple().is_some() {
        change(context, &mut changes, options)?;
        return Ok(changes);
    }
    options.list_length().ok_or(Fault::badarg())?;
    for option in options.list() {
        change(context, &mut changes, option)?;
    }
    Ok(changes)
}

fn change<'h>(context: Context<'h>, changes: &mut Changes, option: Term<'h>) -> Result<(), Fault<'h>> {
    let parts = option.as_tuple().unwrap_or(&[]);
    let twice = match (name_of(context, parts.first().copied().unwrap_or(Term::NIL)), parts) {
        ("heir", _) => changes.heir.replace(heir(context, parts)?).is_some(),
        ("protection", [_, protection]) => {
            let protection = found(PROTECTIONS, name_of(context, *protection)).ok_or(Fault::badarg())?;
            changes.protection.replace(protection).is_some()
        }
        _ => true,
    };
    if twice { Err(Fault::badarg()) } else { Ok(()) }
}
