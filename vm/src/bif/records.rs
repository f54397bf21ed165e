//! `records`: native records of OTP 29, made and looked into by name.
//!
//! Invariant: what of a record may be used here is not asked: these functions are for tools, and look into any.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::bif::erlang::process_info::map;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::heap::{Arena, OutOfMemory};
use crate::process::{Fault, Native};
use crate::term::{Record, Term};

bifs! {"records";
    /// A record of a module, a name, pairs of field and value, and whether it is exported.
    plain "create"/4 => create;
    /// The value of a field.
    plain "get"/2 => get;
    /// What a module says of a record it defines: options, and fields with their defaults.
    plain "get_definition"/2 => get_definition;
    /// The names of a record's fields, as they were declared.
    plain "get_field_names"/1 => get_field_names;
    /// The module a record was defined in.
    plain "get_module"/1 => get_module;
    /// A record's name.
    plain "get_name"/1 => get_name;
    /// Whether other modules may look into a record.
    plain "is_exported"/1 => is_exported;
    /// A record of a module and a name with the values of a map.
    plain "update"/4 => update;
}

/// Why a record cannot be used.
pub enum Wrong<'h> {
    /// It is not the record that was meant, or there is none of that name.
    Record(Term<'h>),
    /// It has no such field.
    Field(Record<'h>, Term<'h>),
    /// Nothing says what a field of it is to hold.
    NoValue(Record<'h>, Term<'h>),
    /// There is no memory for it.
    OutOfMemory,
}

impl From<OutOfMemory> for Wrong<'_> {
    fn from(_: OutOfMemory) -> Self {
        Wrong::OutOfMemory
    }
}

impl<'h> Wrong<'h> {
    /// The reason of the error.
    pub fn reason(self, arena: &'h Arena) -> Term<'h> {
        let field = |tag: Atom, record: Record<'h>, field: Term<'h>| {
            let id = arena.tuple(&[Term::atom(record.module()), Term::atom(record.name())])?;
            arena.tuple(&[Term::atom(tag), arena.tuple(&[id, field])?])
        };
        let reason = match self {
            Wrong::Record(record) => arena.tuple(&[Term::atom(names::badrecord), record]),
            Wrong::Field(record, name) => field(names::badfield, record, name),
            Wrong::NoValue(record, name) => field(names::novalue, record, name),
            Wrong::OutOfMemory => Err(OutOfMemory),
        };
        reason.unwrap_or(Term::atom(names::system_limit))
    }

    fn fault(self, arena: &'h Arena) -> Fault<'h> {
        Fault::because(self.reason(arena))
    }
}

/// A record like another, with other values of fields it has.
///
/// # Errors
/// It does not have them, or there is no memory.
pub fn with_values<'h>(
    arena: &'h Arena,
    record: Record<'h>,
    pairs: impl Iterator<Item = (Term<'h>, Term<'h>)>,
) -> Result<Term<'h>, Wrong<'h>> {
    let mut values = record.values.to_vec();
    for (field, value) in pairs {
        values[record.place(field).ok_or(Wrong::Field(record, field))?] = value;
    }
    Ok(arena.record(record.definition, &values)?)
}

fn create<'h>(context: Context<'h>, [module, name, fields, options]: [Term<'h>; 4]) -> Native<'h> {
    let arena = context.arena;
    let (Some(module), Some(record)) = (module.as_atom(), name.as_atom()) else {
        return Err(Wrong::Record(name).fault(arena));
    };
    let (mut named, mut values) = (Vec::new(), Vec::new());
    for pair in argument::list(fields)? {
        let Some([field, value]) = pair.as_tuple() else { return Err(Fault::badarg()) };
        let Some(field) = field.as_atom() else {
            let blank =
                Record { definition: arena.record_definition(module, record, false, &[])?, values: &[] };
            return Err(Wrong::Field(blank, *field).fault(arena));
        };
        named.push(field);
        values.push(*value);
    }
    let is_exported = exported(arena, options)?;
    if named.iter().collect::<BTreeSet<_>>().len() < named.len() {
        return Err(Fault::badarg());
    }
    Ok(arena.record(arena.record_definition(module, record, is_exported, &named)?, &values)?)
}

/// The options are `#{is_exported => boolean()}`, no more and no less.
fn exported<'h>(arena: &'h Arena, options: Term<'h>) -> Result<bool, Fault<'h>> {
    let options = argument::map(arena, options)?;
    let exported = options.get(Term::atom(names::is_exported)).filter(|_| options.len() == 1);
    exported.and_then(|exported| exported.as_bool()).ok_or(Fault::badarg())
}

fn update<'h>(context: Context<'h>, [source, module, name, values]: [Term<'h>; 4]) -> Native<'h> {
    let arena = context.arena;
    let values = argument::map(arena, values)?;
    let wrong = |term: Term<'h>| Err(Wrong::Record(term).fault(arena));
    let Some(record) = source.as_record() else { return wrong(source) };
    if !module.is(record.module()) || !name.is(record.name()) {
        return wrong(name);
    }
    let pairs = values.pairs();
    with_values(arena, record, pairs).map_err(|wrong| wrong.fault(arena))
}

fn record(term: Term<'_>) -> Result<Record<'_>, Fault<'_>> {
    term.as_record().ok_or(Fault::badarg())
}

fn get<'h>(_: Context<'h>, [field, term]: [Term<'h>; 2]) -> Native<'h> {
    record(term)?.get(field).ok_or(Fault::badarg())
}

fn get_module<'h>(_: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::atom(record(term)?.module()))
}

fn get_name<'h>(_: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::atom(record(term)?.name()))
}

fn is_exported<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    let record = term.as_record().ok_or_else(|| Wrong::Record(term).fault(context.arena))?;
    Ok(Term::boolean(record.is_exported()))
}

fn get_field_names<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    let record = term.as_record().ok_or_else(|| Wrong::Record(term).fault(context.arena))?;
    Ok(context.arena.list(record.fields())?)
}

fn get_definition<'h>(context: Context<'h>, [module, name]: [Term<'h>; 2]) -> Native<'h> {
    let (arena, modules) = (context.arena, &context.system.modules);
    let (module, name) = (argument::atom(module)?, argument::atom(name)?);
    let (definition, defaults) = modules.record(module, name).ok_or(Fault::badarg())?;
    let blank = Record { definition, values: &[] };
    let fields: Vec<_> = blank
        .fields()
        .iter()
        .zip(defaults)
        .map(|(field, default)| match default {
            Some(default) => arena.tuple(&[*field, default]),
            None => Ok(*field),
        })
        .collect::<Result<_, _>>()?;
    let options = map(arena, &mut [(names::is_exported, Term::boolean(blank.is_exported()))])?;
    Ok(arena.tuple(&[options, arena.list(&fields)?])?)
}
