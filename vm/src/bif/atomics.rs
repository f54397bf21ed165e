//! Native functions of module `atomics`: 64-bit integers that processes share.
//!
//! Invariants: additions wrap around; an array lives as long as a reference to it.

use crate::sync::{Arc, AtomicI64, Ordering};
use alloc::vec::Vec;

use super::{Context, argument};
use crate::atom::names;
use crate::process::{Fault, Native};
use crate::term::Term;

use super::erlang::process_info::map;

crate::bifs! {
    "atomics";
    /// Adds to an integer.
    plain "add"/3 => add;
    /// Adds to an integer; the sum.
    plain "add_get"/3 => add_get;
    /// Sets an integer if it is the one expected: `ok`, or what it was.
    plain "compare_exchange"/4 => compare_exchange;
    /// Sets an integer; what it was.
    plain "exchange"/3 => exchange;
    /// An integer.
    plain "get"/2 => get;
    /// The size, range and memory of an array.
    plain "info"/1 => info;
    /// An array of so many integers, signed unless the options say otherwise.
    plain "new"/2 => new;
    /// Sets an integer.
    plain "put"/3 => put;
    /// Subtracts from an integer.
    plain "sub"/3 => sub;
    /// Subtracts from an integer; the difference.
    plain "sub_get"/3 => sub_get;
}

/// An array. Unsigned integers are kept as the signed ones of the same bits.
struct Atomics {
    signed: bool,
    cells: Vec<AtomicI64>,
}

/// Bytes of an array beside its integers.
const OVERHEAD: usize = 40;

impl Atomics {
    fn is_in_range(&self, value: i128) -> bool {
        if self.signed { i64::try_from(value).is_ok() } else { u64::try_from(value).is_ok() }
    }

    fn shown<'h>(&self, context: Context<'h>, value: i64) -> Native<'h> {
        Ok(if self.signed { context.arena.i64(value)? } else { context.arena.u64(value as u64)? })
    }
}

/// An integer of 65 bits at most.
fn wide(term: Term<'_>) -> Option<i128> {
    let integer = term.as_integer()?;
    if integer.bit_length() > 64 {
        return None;
    }
    integer.to_i64().map(i128::from).or_else(|| integer.to_u64().map(i128::from))
}

fn array<'h>(context: Context<'h>, reference: Term<'h>) -> Result<Arc<Atomics>, Fault<'h>> {
    context.system.kept(reference).ok_or(Fault::badarg())
}

/// An array, one of its cells and a value that fits it.
fn with_value<'h, R>(
    context: Context<'h>,
    [reference, place, value]: [Term<'h>; 3],
    act: impl FnOnce(&Atomics, &AtomicI64, i64) -> R,
) -> Result<R, Fault<'h>> {
    let array = array(context, reference)?;
    let place = argument::place(place, array.cells.len())?;
    let value = wide(value).filter(|value| array.is_in_range(*value)).ok_or(Fault::badarg())?;
    Ok(act(&array, &array.cells[place], value as i64))
}

/// Adds what any 64 bits hold; the sum.
fn added<'h>(
    context: Context<'h>,
    [reference, place, increment]: [Term<'h>; 3],
    sign: i64,
) -> Result<(Arc<Atomics>, i64), Fault<'h>> {
    let array = array(context, reference)?;
    let place = argument::place(place, array.cells.len())?;
    let increment = wide(increment).ok_or(Fault::badarg())? as i64;
    let cell = &array.cells[place];
    let increment = increment.wrapping_mul(sign);
    let sum = cell.fetch_add(increment, Ordering::SeqCst).wrapping_add(increment);
    Ok((array, sum))
}

fn new<'h>(context: Context<'h>, [size, options]: [Term<'h>; 2]) -> Native<'h> {
    let mut signed = true;
    for option in argument::list(options)? {
        signed = match option.as_tuple() {
            Some([key, value]) if key.is(names::signed) => value.as_bool().ok_or(Fault::badarg())?,
            _ => return Err(Fault::badarg()),
        };
    }
    made(context, size, signed)
}

/// `erts_internal:counters_new/1`: an array of signed integers.
pub(super) fn signed<'h>(context: Context<'h>, [size]: [Term<'h>; 1]) -> Native<'h> {
    made(context, size, true)
}

/// `erts_internal:atomics_new/2`: the lowest bit of the options says whether the integers are signed.
pub(super) fn encoded<'h>(context: Context<'h>, [size, options]: [Term<'h>; 2]) -> Native<'h> {
    made(context, size, argument::count(options)? & 1 == 1)
}

fn made<'h>(context: Context<'h>, size: Term<'h>, signed: bool) -> Native<'h> {
    let size = match size.as_integer() {
        Some(_) if size.as_small().is_some_and(|size| size <= 0) => return Err(Fault::badarg()),
        Some(integer) if integer.is_negative() => return Err(Fault::badarg()),
        Some(_) => size.as_usize().ok_or(Fault::system_limit())?,
        None => return Err(Fault::badarg()),
    };
    let mut cells: Vec<AtomicI64> = argument::room(size)?;
    cells.resize_with(size, AtomicI64::default);
    Ok(context.system.keep(context.arena, Arc::new(Atomics { signed, cells }), size * size_of::<i64>())?)
}

pub(super) fn put<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    with_value(context, arguments, |_, cell, value| cell.store(value, Ordering::SeqCst))?;
    Ok(Term::atom(names::ok))
}

pub(super) fn get<'h>(context: Context<'h>, [reference, place]: [Term<'h>; 2]) -> Native<'h> {
    let array = array(context, reference)?;
    let place = argument::place(place, array.cells.len())?;
    array.shown(context, array.cells[place].load(Ordering::SeqCst))
}

pub(super) fn add<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    added(context, arguments, 1)?;
    Ok(Term::atom(names::ok))
}

fn add_get<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    let (array, sum) = added(context, arguments, 1)?;
    array.shown(context, sum)
}

/// `badarith` where there is nothing to take the sign of.
fn subtracted<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Result<(Arc<Atomics>, i64), Fault<'h>> {
    arguments[2].as_integer().ok_or(Fault::badarith())?;
    added(context, arguments, -1)
}

pub(super) fn sub<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    subtracted(context, arguments)?;
    Ok(Term::atom(names::ok))
}

fn sub_get<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    let (array, difference) = subtracted(context, arguments)?;
    array.shown(context, difference)
}

fn exchange<'h>(context: Context<'h>, arguments: [Term<'h>; 3]) -> Native<'h> {
    with_value(context, arguments, |array, cell, value| {
        array.shown(context, cell.swap(value, Ordering::SeqCst))
    })?
}

fn compare_exchange<'h>(
    context: Context<'h>,
    [reference, place, expected, desired]: [Term<'h>; 4],
) -> Native<'h> {
    let wanted = with_value(context, [reference, place, expected], |_, _, value| value)?;
    with_value(context, [reference, place, desired], |array, cell, value| {
        match cell.compare_exchange(wanted, value, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(_) => Ok(Term::atom(names::ok)),
            Err(found) => array.shown(context, found),
        }
    })?
}

pub(super) fn info<'h>(context: Context<'h>, [reference]: [Term<'h>; 1]) -> Native<'h> {
    let array = array(context, reference)?;
    let arena = context.arena;
    let (min, max) = if array.signed {
        (arena.i64(i64::MIN)?, arena.i64(i64::MAX)?)
    } else {
        (arena.u64(0)?, arena.u64(u64::MAX)?)
    };
    let size = array.cells.len();
    let name = |text| context.system.atoms.intern(text).ok_or(Fault::system_limit());
    let mut pairs = [
        (names::size, arena.usize(size)?),
        (names::max, max),
        (name("min")?, min),
        (names::memory, arena.usize(OVERHEAD + size * size_of::<i64>())?),
    ];
    Ok(map(arena, &mut pairs)?)
}
