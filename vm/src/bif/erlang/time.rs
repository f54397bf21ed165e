//! `erlang`: clocks and calendars.
//!
//! Invariants: the native unit is the nanosecond; monotonic time is 0 when the machine starts; local time is UTC.
//! Deliberately absent: time zones and the warping of time. No platform knows its zone.

use crate::atom::names;
use crate::bif::Context;
use crate::bifs;
use crate::heap::{Arena, Built, OutOfMemory};
use crate::port::clock;
use crate::process::{Fault, Native};
use crate::term::integer::{self, Computed};
use crate::term::{Integer, Term};

bifs! {"erlang";
    /// A time of one unit in another, rounded down.
    plain "convert_time_unit"/3 => convert_time_unit;
    /// Today's date.
    plain "date"/0 => date;
    /// Local date and time.
    plain "localtime"/0 => universaltime;
    /// Local date and time as universal.
    plain "localtime_to_universaltime"/1 => same_time;
    /// Local date and time as universal, with summer time or without.
    plain "localtime_to_universaltime"/2 => same_time_dst;
    /// Time since the machine started, in nanoseconds.
    plain "monotonic_time"/0 => monotonic_time;
    /// Time since the machine started, in a unit.
    plain "monotonic_time"/1 => monotonic_time_in;
    /// Mega seconds, seconds and microseconds since 1970, never the same twice.
    plain "now"/0 => now;
    /// Date and time of seconds since 1970.
    plain "posixtime_to_universaltime"/1 => posixtime_to_universaltime;
    /// Time since 1970, in nanoseconds.
    plain "system_time"/0 => system_time;
    /// Time since 1970, in a unit.
    plain "system_time"/1 => system_time_in;
    /// Local time of day.
    plain "time"/0 => time;
    /// System time less monotonic time, in nanoseconds.
    plain "time_offset"/0 => time_offset;
    /// System time less monotonic time, in a unit.
    plain "time_offset"/1 => time_offset_in;
    /// Mega seconds, seconds and microseconds since 1970.
    plain "timestamp"/0 => timestamp;
    /// Date and time.
    plain "universaltime"/0 => universaltime;
    /// Universal date and time as local.
    plain "universaltime_to_localtime"/1 => same_time;
    /// Seconds since 1970 of date and time.
    plain "universaltime_to_posixtime"/1 => universaltime_to_posixtime;
}

/// Parts of the native unit in a second.
const NATIVE: i64 = 1_000_000_000;
const SECONDS_A_DAY: i64 = 86_400;

/// How many of a unit are in a second.
fn unit(term: Term<'_>) -> Result<Integer<'_>, Fault<'_>> {
    let parts = match term.as_atom() {
        Some(names::second | names::seconds) => 1,
        Some(names::millisecond | names::milli_seconds) => 1000,
        Some(names::microsecond | names::micro_seconds) => 1_000_000,
        Some(names::nanosecond | names::nano_seconds | names::native | names::perf_counter) => {
            NATIVE as isize
        }
        _ => return term.as_integer().filter(|parts| parts.sign() > 0).ok_or(Fault::badarg()),
    };
    Ok(Integer::small(parts))
}

/// A time of a unit in another, rounded down.
fn convert<'h>(arena: &'h Arena, time: Integer<'_>, from: Integer<'_>, to: Integer<'_>) -> Native<'h> {
    if let (Some(time), Some(from), Some(to)) = (time.to_i64(), from.to_i64(), to.to_i64())
        && let Ok(result) = i64::try_from((i128::from(time) * i128::from(to)).div_euclid(i128::from(from)))
    {
        return Ok(arena.i64(result)?);
    }
    let product = computed(integer::mul(arena, time, to))?;
    if !product.is_negative() {
        return integer::div(arena, product, from).map_err(|_| Fault::system_limit());
    }
    let above = computed(integer::sub(arena, from, Integer::small(1)))?;
    let lowered = computed(integer::sub(arena, product, above))?;
    integer::div(arena, lowered, from).map_err(|_| Fault::system_limit())
}

fn computed(result: Computed<'_>) -> Result<Integer<'_>, Fault<'_>> {
    result.ok().and_then(Term::as_integer).ok_or(Fault::system_limit())
}

pub(in crate::bif) fn convert_time_unit<'h>(
    context: Context<'h>,
    [time, from, to]: [Term<'h>; 3],
) -> Native<'h> {
    let time = time.as_integer().ok_or(Fault::badarg())?;
    convert(context.arena, time, unit(from)?, unit(to)?)
}

/// Nanoseconds in a unit.
fn in_unit<'h>(context: Context<'h>, time_ns: i64, to: Term<'h>) -> Native<'h> {
    let time = context.arena.i64(time_ns)?.as_integer().ok_or(Fault::badarg())?;
    convert(context.arena, time, Integer::small(NATIVE as isize), unit(to)?)
}

/// Monotonic time in nanoseconds.
pub(super) fn monotonic_ns(context: Context<'_>) -> i64 {
    i64::try_from(clock::monotonic_ns(context.system)).unwrap_or(i64::MAX)
}

/// System time in nanoseconds.
fn system_ns(context: Context<'_>) -> i64 {
    i64::try_from(clock::system_ns(context.system)).unwrap_or(i64::MAX)
}

fn monotonic_time<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.i64(monotonic_ns(context))?)
}

fn monotonic_time_in<'h>(context: Context<'h>, [to]: [Term<'h>; 1]) -> Native<'h> {
    in_unit(context, monotonic_ns(context), to)
}

/// Time since 1970, in nanoseconds.
pub fn system_time<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.i64(system_ns(context))?)
}

/// Time since 1970, in a unit.
pub fn system_time_in<'h>(context: Context<'h>, [to]: [Term<'h>; 1]) -> Native<'h> {
    in_unit(context, system_ns(context), to)
}

fn time_offset<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.i64(system_ns(context) - monotonic_ns(context))?)
}

fn time_offset_in<'h>(context: Context<'h>, [to]: [Term<'h>; 1]) -> Native<'h> {
    in_unit(context, system_ns(context) - monotonic_ns(context), to)
}

/// `{MegaSeconds, Seconds, MicroSeconds}`.
pub(in crate::bif) fn parts(arena: &Arena, time_us: u64) -> Built<'_> {
    let [mega, seconds, micro] =
        [time_us / 1_000_000_000_000, time_us / 1_000_000 % 1_000_000, time_us % 1_000_000];
    arena.tuple(&[arena.u64(mega)?, arena.u64(seconds)?, arena.u64(micro)?])
}

/// Mega seconds, seconds and microseconds since 1970.
pub fn timestamp<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(parts(context.arena, clock::system_ns(context.system) / 1000)?)
}

fn now<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let mut told_us = context.system.totals.told_now_us.borrow_mut();
    *told_us = (clock::system_ns(context.system) / 1000).max(*told_us + 1);
    Ok(parts(context.arena, *told_us)?)
}

fn triple(arena: &Arena, numbers: [i64; 3]) -> Built<'_> {
    arena.tuple(&[arena.i64(numbers[0])?, arena.i64(numbers[1])?, arena.i64(numbers[2])?])
}

/// Year, month and day of a number of days since 1970-01-01 (the proleptic Gregorian calendar, whose pattern
/// repeats every 400 years; years are counted from March so that the leap day is the last).
pub fn civil(days: i64) -> [i64; 3] {
    let from_march_of_0 = days + 719_468;
    let era = from_march_of_0.div_euclid(146_097);
    let day_of_era = from_march_of_0.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    [era * 400 + year_of_era + i64::from(month <= 2), month, day]
}

/// Days since 1970-01-01 of a date; the inverse of [`civil`].
fn days_of([year, month, day]: [i64; 3]) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn clock_time(seconds: i64) -> [i64; 3] {
    let second = seconds.rem_euclid(SECONDS_A_DAY);
    [second / 3600, second / 60 % 60, second % 60]
}

fn date_time(arena: &Arena, seconds: i64) -> Result<Term<'_>, OutOfMemory> {
    let date = triple(arena, civil(seconds.div_euclid(SECONDS_A_DAY)))?;
    arena.tuple(&[date, triple(arena, clock_time(seconds))?])
}

fn system_seconds(context: Context<'_>) -> i64 {
    system_ns(context) / NATIVE
}

fn universaltime<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(date_time(context.arena, system_seconds(context))?)
}

fn date<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(triple(context.arena, civil(system_seconds(context).div_euclid(SECONDS_A_DAY)))?)
}

fn time<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(triple(context.arena, clock_time(system_seconds(context)))?)
}

/// Seconds since 1970 of `{{Year, Month, Day}, {Hour, Minute, Second}}`; `None` when it is no time.
fn seconds_of(term: Term<'_>) -> Option<i64> {
    let numbers = |part: Term<'_>| match part.as_tuple() {
        Some([a, b, c]) => Some([a.as_small()? as i64, b.as_small()? as i64, c.as_small()? as i64]),
        _ => None,
    };
    let Some([date, clock]) = term.as_tuple() else { return None };
    let (date, [hour, minute, second]) = (numbers(*date)?, numbers(*clock)?);
    let clock_is_valid = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    if !clock_is_valid || !(-999_999..=999_999).contains(&date[0]) || !(1..=12).contains(&date[1]) {
        return None;
    }
    let days = days_of(date);
    if civil(days) != date {
        return None;
    }
    Some(days * SECONDS_A_DAY + hour * 3600 + minute * 60 + second)
}

fn universaltime_to_posixtime<'h>(context: Context<'h>, [time]: [Term<'h>; 1]) -> Native<'h> {
    Ok(context.arena.i64(seconds_of(time).ok_or(Fault::badarg())?)?)
}

fn posixtime_to_universaltime<'h>(context: Context<'h>, [seconds]: [Term<'h>; 1]) -> Native<'h> {
    let limit = 31_556_952 * 999_999;
    let seconds = seconds.as_i64().filter(|seconds| seconds.abs() < limit).ok_or(Fault::badarg())?;
    Ok(date_time(context.arena, seconds)?)
}

fn same_time<'h>(_: Context<'h>, [time]: [Term<'h>; 1]) -> Native<'h> {
    seconds_of(time).map(|_| time).ok_or(Fault::badarg())
}

fn same_time_dst<'h>(context: Context<'h>, [time, dst]: [Term<'h>; 2]) -> Native<'h> {
    if dst.as_bool().is_none() && !dst.is(names::undefined) {
        return Err(Fault::badarg());
    }
    same_time(context, [time])
}
