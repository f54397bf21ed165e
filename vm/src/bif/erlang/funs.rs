//! Funs: what is known of one, and funs of functions by name.

use alloc::string::String;

use crate::atom::{Atom, names};
use crate::bif::{Context, argument};
use crate::process::{Fault, Native};
use crate::term::print::{Flavour, Limits, write_term};
use crate::term::{Closure, Export, Kind, Term};

crate::bifs! {
    "erlang";
    /// All that is known of a fun.
    plain "fun_info"/1 => all_info;
    /// One thing that is known of a fun.
    plain "fun_info"/2 => info;
    /// The module, name and arity of the function behind a closure.
    plain "fun_info_mfa"/1 => identity;
    /// A fun as text.
    plain "fun_to_list"/1 => to_list;
    /// The fun of a function of a module.
    plain "make_fun"/3 => make;
}

/// What is known of a closure, in the order in which it is listed.
const CLOSURE_ITEMS: [Atom; 10] = [
    names::pid,
    names::module,
    names::new_index,
    names::new_uniq,
    names::index,
    names::uniq,
    names::name,
    names::arity,
    names::env,
    names::type_,
];

/// What is known of a fun of a function by name, in the order in which it is listed.
const EXPORT_ITEMS: [Atom; 5] = [names::module, names::name, names::arity, names::env, names::type_];

fn number(context: Context<'_>, value: u32) -> Native<'_> {
    Ok(context.arena.u64(u64::from(value))?)
}

fn of_closure<'h>(context: Context<'h>, closure: Closure<'h>, item: Atom) -> Native<'h> {
    let lambda = closure.lambda;
    match item {
        names::pid => Ok(closure.creator),
        names::module => Ok(Term::atom(lambda.module)),
        names::new_index | names::index => number(context, lambda.index),
        names::new_uniq => Ok(context.arena.bytes(&lambda.unique)?),
        names::uniq => number(context, lambda.old_unique),
        names::name => Ok(Term::atom(lambda.function)),
        names::arity => number(context, lambda.arity),
        names::env => Ok(context.arena.list(closure.free)?),
        names::type_ => Ok(Term::atom(names::local)),
        _ => Err(Fault::badarg()),
    }
}

fn of_export<'h>(context: Context<'h>, export: &'h Export, item: Atom) -> Native<'h> {
    match item {
        names::module => Ok(Term::atom(export.module)),
        names::name => Ok(Term::atom(export.function)),
        names::arity => number(context, export.arity),
        names::env => Ok(Term::NIL),
        names::type_ => Ok(Term::atom(names::external)),
        names::pid | names::new_index | names::new_uniq | names::index | names::uniq => {
            Ok(Term::atom(names::undefined))
        }
        _ => Err(Fault::badarg()),
    }
}

/// `{Item, Value}`
fn info<'h>(context: Context<'h>, [fun, item]: [Term<'h>; 2]) -> Native<'h> {
    let name = argument::atom(item)?;
    let value = match fun.kind() {
        Kind::Closure(closure) => of_closure(context, closure, name)?,
        Kind::ExternalFun(export) => of_export(context, export, name)?,
        _ => return Err(Fault::badarg()),
    };
    Ok(context.arena.tuple(&[item, value])?)
}

fn all_info<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    let items: &[Atom] = match fun.kind() {
        Kind::Closure(_) => &CLOSURE_ITEMS,
        Kind::ExternalFun(_) => &EXPORT_ITEMS,
        _ => return Err(Fault::badarg()),
    };
    let known = items.iter().map(|item| info(context, [fun, Term::atom(*item)]));
    context.arena.list_forward(known, Term::NIL)
}

fn identity<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    let (module, function, arity) = match fun.kind() {
        Kind::Closure(closure) => (closure.lambda.module, closure.lambda.function, closure.lambda.arity),
        Kind::ExternalFun(export) => (export.module, export.function, export.arity),
        _ => return Err(Fault::badarg()),
    };
    Ok(context.arena.tuple(&[Term::atom(module), Term::atom(function), number(context, arity)?])?)
}

fn to_list<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    if !fun.is_fun() {
        return Err(Fault::badarg());
    }
    let mut text = String::new();
    write_term(&mut text, &context.system.atoms, fun, Limits::all(Flavour::Write))
        .map_err(|_| Fault::system_limit())?;
    Ok(context.arena.string(&text)?)
}

fn make<'h>(context: Context<'h>, [module, function, arity]: [Term<'h>; 3]) -> Native<'h> {
    let arity = arity.as_usize().and_then(|arity| u8::try_from(arity).ok()).ok_or(Fault::badarg())?;
    let export = context.system.export(argument::atom(module)?, argument::atom(function)?, u32::from(arity));
    Ok(context.arena.external_fun(export)?)
}
