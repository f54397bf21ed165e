//! `erts_internal`: numbers of text and terms as text, where nothing is raised.

use alloc::string::String;

use crate::bif::string::Reader;
use crate::bif::{Context, argument};
use crate::process::{Fault, Native};
use crate::term::print::{Flavour, Limits, write_term};
use crate::term::{Term, integer};

crate::bifs! {
    "erts_internal";
    /// The integer of these digits, or why there is none.
    plain "binary_to_integer"/2 => binary_to_integer;
    /// The integer a list begins with and what follows, or why there is none.
    plain "list_to_integer"/2 => list_to_integer;
    /// A term as text, of about so many characters at most.
    plain "term_to_string"/2 => term_to_string;
}

fn named<'h>(context: Context<'h>, name: &str) -> Native<'h> {
    context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit())
}

fn radix(base: Term<'_>) -> Option<u32> {
    base.as_usize().filter(|base| (2..=36).contains(base)).map(|base| base as u32)
}

fn binary_to_integer<'h>(context: Context<'h>, [binary, base]: [Term<'h>; 2]) -> Native<'h> {
    let (Ok(bytes), Some(radix)) = (argument::bytes(binary), radix(base)) else {
        return named(context, "badarg");
    };
    match integer::parse(context.arena, &bytes, radix) {
        Some(Ok(value)) => Ok(value),
        Some(Err(_)) => named(context, "system_limit"),
        None => named(context, "badarg"),
    }
}

fn list_to_integer<'h>(context: Context<'h>, [list, base]: [Term<'h>; 2]) -> Native<'h> {
    let Some(radix) = radix(base) else { return named(context, "badarg") };
    if !list.is_nil() && list.as_cons().is_none() {
        return named(context, "not_a_list");
    }
    let mut reader = Reader::new(list);
    reader.sign()?;
    if !reader.digits_of(radix)? {
        return named(context, "no_integer");
    }
    match integer::parse(context.arena, &reader.text, radix) {
        Some(Ok(value)) => Ok(context.arena.tuple(&[value, reader.rest])?),
        Some(Err(_)) => named(context, "system_limit"),
        None => named(context, "no_integer"),
    }
}

fn term_to_string<'h>(context: Context<'h>, [term, limit]: [Term<'h>; 2]) -> Native<'h> {
    let bytes = match limit.as_usize() {
        Some(limit) => limit,
        None if limit.as_atom().is_some() => usize::MAX,
        None => return Err(Fault::badarg()),
    };
    let mut text = String::new();
    let limits = Limits { flavour: Flavour::Display, bytes };
    write_term(&mut text, &context.system.atoms, term, limits).map_err(|_| Fault::system_limit())?;
    Ok(context.arena.string(&text)?)
}
