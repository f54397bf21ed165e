//! Guards that ask what a term is.

use crate::bif::{Room, argument};
use crate::process::{Fault, Native};
use crate::term::{Boxed, External, Kind, Term};

crate::bifs! {
    "erlang";
    /// Whether the term is an atom.
    guard "is_atom"/1 => is_atom;
    /// Whether the term is a bitstring of whole bytes.
    guard "is_binary"/1 => is_binary;
    /// Whether the term is a bitstring.
    guard "is_bitstring"/1 => is_bitstring;
    /// Whether the term is `true` or `false`.
    guard "is_boolean"/1 => is_boolean;
    /// Whether the term is a float.
    guard "is_float"/1 => is_float;
    /// Whether the term is a fun.
    guard "is_function"/1 => is_function;
    /// Whether the term is a fun of so many arguments.
    guard "is_function"/2 => is_function_of;
    /// Whether the term is an integer.
    guard "is_integer"/1 => is_integer;
    /// Whether the term is an integer within bounds.
    guard "is_integer"/3 => is_integer_between;
    /// Whether the term is a list cell or the empty list.
    guard "is_list"/1 => is_list;
    /// Whether the term is a map.
    guard "is_map"/1 => is_map;
    /// Whether a map has a key.
    guard "is_map_key"/2 => is_map_key;
    /// Whether the term is a number.
    guard "is_number"/1 => is_number;
    /// Whether the term is a pid.
    guard "is_pid"/1 => is_pid;
    /// Whether the term is a port.
    guard "is_port"/1 => is_port;
    /// Whether a term is a record of OTP 29 (a tuple is none).
    guard "is_record"/1 => is_native_record;
    /// Whether the term is a tuple that begins with this atom.
    guard "is_record"/2 => is_record;
    /// Whether the term is a tuple of this size that begins with this atom.
    guard "is_record"/3 => is_record_of;
    /// Whether the term is a reference.
    guard "is_reference"/1 => is_reference;
    /// Whether the term is a tuple.
    guard "is_tuple"/1 => is_tuple;
    /// How many keys a map has.
    guard "map_size"/1 => map_size;
    /// The value of a key of a map.
    guard "map_get"/2 => map_get;
}

/// Declares guards that look at one term only.
macro_rules! questions {
    ($($function:ident($term:ident) = $answer:expr;)*) => {
        $(fn $function<'h>(_: Room<'h>, [$term]: [Term<'h>; 1]) -> Native<'h> {
            Ok(Term::boolean($answer))
        })*
    };
}

questions! {
    is_atom(term) = term.as_atom().is_some();
    is_binary(term) = term.as_bits().is_some_and(|bits| bits.length().is_multiple_of(8));
    is_bitstring(term) = term.as_bits().is_some();
    is_boolean(term) = term.as_bool().is_some();
    is_float(term) = term.as_float().is_some();
    is_function(term) = term.is_fun();
    is_integer(term) = term.as_integer().is_some();
    is_list(term) = term.is_nil() || term.as_cons().is_some();
    is_map(term) = term.as_map().is_some();
    is_number(term) = matches!(term.kind(), Kind::Small(_) | Kind::Big(_) | Kind::Float(_));
    is_pid(term) = matches!(
        term.kind(),
        Kind::Pid(_) | Kind::External(External { kind: Boxed::ExternalPid, .. })
    );
    is_port(term) = matches!(
        term.kind(),
        Kind::Port(_) | Kind::External(External { kind: Boxed::ExternalPort, .. })
    );
    is_reference(term) = term.is_reference();
    is_tuple(term) = term.as_tuple().is_some();
}

/// How many arguments a fun takes.
pub fn fun_arity(fun: Term<'_>) -> Option<u32> {
    match fun.kind() {
        Kind::Closure(closure) => Some(closure.lambda.arity),
        Kind::ExternalFun(export) => Some(export.arity),
        _ => None,
    }
}

fn is_function_of<'h>(_: Room<'h>, [term, arity]: [Term<'h>; 2]) -> Native<'h> {
    let arity = argument::integer(arity)?;
    if arity.is_negative() {
        return Err(Fault::badarg());
    }
    Ok(Term::boolean(fun_arity(term).is_some_and(|own| arity.to_u64() == Some(u64::from(own)))))
}

fn is_integer_between<'h>(_: Room<'h>, [term, least, greatest]: [Term<'h>; 3]) -> Native<'h> {
    let (least, greatest) = (argument::integer(least)?, argument::integer(greatest)?);
    Ok(Term::boolean(
        term.as_integer().is_some_and(|value| value.order(least).is_ge() && value.order(greatest).is_le()),
    ))
}

fn is_native_record<'h>(_: Room<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(matches!(term.kind(), Kind::Record(_))))
}

fn is_record<'h>(_: Room<'h>, [term, tag]: [Term<'h>; 2]) -> Native<'h> {
    argument::atom(tag)?;
    Ok(Term::boolean(
        term.as_tuple().and_then(|elements| elements.first()).is_some_and(|first| first.same(tag)),
    ))
}

fn is_record_of<'h>(room: Room<'h>, [term, tag, size]: [Term<'h>; 3]) -> Native<'h> {
    // Since OTP 29 a module and a name may stand here, of a native record; a tuple is none.
    if size.as_atom().is_none() && size.as_small().is_none() {
        return Err(Fault::badarg());
    }
    let tagged = is_record(room, [term, tag])?;
    let sized = term.as_tuple().is_some_and(|elements| size.as_usize() == Some(elements.len()));
    Ok(if sized { tagged } else { Term::boolean(false) })
}

fn map_size<'h>(room: Room<'h>, [map]: [Term<'h>; 1]) -> Native<'h> {
    Ok(room.arena.usize(argument::map(room.arena, map)?.keys.len())?)
}

fn is_map_key<'h>(room: Room<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(argument::map(room.arena, map)?.position(key).is_ok()))
}

fn map_get<'h>(room: Room<'h>, [key, map]: [Term<'h>; 2]) -> Native<'h> {
    match argument::map(room.arena, map)?.get(key) {
        Some(value) => Ok(value),
        None => Err(argument::bad_key(room.arena, key)),
    }
}
