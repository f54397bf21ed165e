//! Arithmetic: the operators on numbers, and the functions that round.
//!
//! Invariants: a result that is no finite float is `badarith`; an integer beyond the limit is `system_limit`.
//! The interpreter adds small integers itself and comes here ([`Operator::apply`]) with everything else.

use crate::bif::{Room, argument};
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::integer::{self, Computed, IntegerError};
use crate::term::{Integer, Kind, Term};

crate::bifs! {
    "erlang";
    /// The sum of two numbers.
    guard "+"/2 => add;
    /// The difference of two numbers.
    guard "-"/2 => subtract;
    /// The product of two numbers.
    guard "*"/2 => multiply;
    /// The quotient of two numbers, a float.
    guard "/"/2 => divide;
    /// The quotient of two integers, towards zero.
    guard "div"/2 => quotient;
    /// What remains of an integer division, with the sign of the dividend.
    guard "rem"/2 => remainder;
    /// The bits that both integers have.
    guard "band"/2 => bits_of_both;
    /// The bits that either integer has.
    guard "bor"/2 => bits_of_either;
    /// The bits that one integer has and the other has not.
    guard "bxor"/2 => bits_of_one;
    /// An integer shifted to the left.
    guard "bsl"/2 => shift_left;
    /// An integer shifted to the right, rounding down.
    guard "bsr"/2 => shift_right;
    /// The complement of an integer.
    guard "bnot"/1 => complement;
    /// The number itself.
    guard "+"/1 => identity;
    /// The number with its sign changed.
    guard "-"/1 => negate;
    /// The magnitude of a number.
    guard "abs"/1 => abs;
    /// The integer nearest to a number, of two the one further from zero.
    guard "round"/1 => round;
    /// The integer part of a number.
    guard "trunc"/1 => trunc;
    /// The greatest integer that is not above a number.
    guard "floor"/1 => floor;
    /// The least integer that is not below a number.
    guard "ceil"/1 => ceil;
    /// A number as a float.
    guard "float"/1 => float;
}

impl From<IntegerError> for Fault<'_> {
    fn from(_: IntegerError) -> Self {
        // Whether the limit is ours or the memory's, Erlang sees the same.
        Fault::system_limit()
    }
}

/// An operator of two numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `div`
    IntDiv,
    /// `rem`
    Rem,
    /// `band`
    Band,
    /// `bor`
    Bor,
    /// `bxor`
    Bxor,
    /// `bsl`
    Bsl,
    /// `bsr`
    Bsr,
}

const OPERATORS: [(&str, Operator); 11] = [
    ("+", Operator::Add),
    ("-", Operator::Subtract),
    ("*", Operator::Multiply),
    ("/", Operator::Divide),
    ("div", Operator::IntDiv),
    ("rem", Operator::Rem),
    ("band", Operator::Band),
    ("bor", Operator::Bor),
    ("bxor", Operator::Bxor),
    ("bsl", Operator::Bsl),
    ("bsr", Operator::Bsr),
];

impl Operator {
    /// The operator of a name, as `erlang` exports it with arity 2.
    pub fn from_name(name: &str) -> Option<Operator> {
        OPERATORS.iter().find(|(of, _)| *of == name).map(|(_, operator)| *operator)
    }

    /// The name as `erlang` exports it.
    pub fn name(self) -> &'static str {
        OPERATORS[self as usize].0
    }

    /// The result for two terms of any type.
    ///
    /// # Errors
    /// `badarith` for what are no numbers, or not the right ones; `system_limit` for a result that is too large.
    pub fn apply<'h>(self, room: Room<'h>, left: Term<'h>, right: Term<'h>) -> Native<'h> {
        if self == Operator::Divide {
            return self.of_floats(room.arena, left, right);
        }
        match (left.as_integer(), right.as_integer()) {
            (Some(left), Some(right)) => self.of_integers(room.arena, left, right),
            _ if matches!(self, Operator::Add | Operator::Subtract | Operator::Multiply) => {
                self.of_floats(room.arena, left, right)
            }
            _ => Err(Fault::badarith()),
        }
    }

    fn of_integers<'h>(self, arena: &'h Arena, left: Integer<'h>, right: Integer<'h>) -> Native<'h> {
        let operation: for<'a> fn(&'a Arena, Integer<'_>, Integer<'_>) -> Computed<'a> = match self {
            Operator::Add => integer::add,
            Operator::Subtract => integer::sub,
            Operator::Multiply => integer::mul,
            Operator::IntDiv | Operator::Rem | Operator::Divide if right.is_zero() => {
                return Err(Fault::badarith());
            }
            Operator::IntDiv | Operator::Divide => integer::div,
            Operator::Rem => integer::rem,
            Operator::Band => integer::band,
            Operator::Bor => integer::bor,
            Operator::Bxor => integer::bxor,
            Operator::Bsl => shifted_left,
            Operator::Bsr => shifted_right,
        };
        Ok(operation(arena, left, right)?)
    }

    fn of_floats<'h>(self, arena: &'h Arena, left: Term<'h>, right: Term<'h>) -> Native<'h> {
        let (Some(left), Some(right)) = (left.to_float(), right.to_float()) else {
            return Err(Fault::badarith());
        };
        let value = match self {
            Operator::Add => left + right,
            Operator::Subtract => left - right,
            Operator::Multiply => left * right,
            _ => left / right,
        };
        if value.is_finite() { Ok(arena.float(value)?) } else { Err(Fault::badarith()) }
    }
}

/// Shifts to the left, by a negative number of bits to the right.
fn shifted_left<'h>(arena: &'h Arena, value: Integer<'_>, bits: Integer<'_>) -> Computed<'h> {
    shifted(arena, value, bits.is_negative(), magnitude(bits))
}

/// Shifts to the right, by a negative number of bits to the left.
fn shifted_right<'h>(arena: &'h Arena, value: Integer<'_>, bits: Integer<'_>) -> Computed<'h> {
    shifted(arena, value, !bits.is_negative(), magnitude(bits))
}

fn shifted<'h>(arena: &'h Arena, value: Integer<'_>, right: bool, bits: usize) -> Computed<'h> {
    if right { integer::shift_right(arena, value, bits) } else { integer::shift_left(arena, value, bits) }
}

/// The magnitude, or the greatest count there is: no integer has as many bits.
fn magnitude(bits: Integer<'_>) -> usize {
    bits.to_i64().and_then(|bits| usize::try_from(bits.unsigned_abs()).ok()).unwrap_or(usize::MAX)
}

macro_rules! operators {
    ($($function:ident = $operator:ident),*) => {
        $(fn $function<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
            Operator::$operator.apply(room, left, right)
        })*
    };
}

operators! {
    add = Add, subtract = Subtract, multiply = Multiply, divide = Divide, quotient = IntDiv, remainder = Rem,
    bits_of_both = Band, bits_of_either = Bor, bits_of_one = Bxor, shift_left = Bsl, shift_right = Bsr
}

fn complement<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    let value = value.as_integer().ok_or(Fault::badarith())?;
    Ok(integer::bnot(room.arena, value)?)
}

fn identity<'h>(_: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    match value.kind() {
        Kind::Small(_) | Kind::Big(_) | Kind::Float(_) => Ok(value),
        _ => Err(Fault::badarith()),
    }
}

fn negate<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    match (value.as_integer(), value.as_float()) {
        (Some(value), _) => Ok(integer::negate(room.arena, value)?),
        (_, Some(value)) => Ok(room.arena.float(-value)?),
        _ => Err(Fault::badarith()),
    }
}

fn abs<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    match (value.as_integer(), value.as_float()) {
        (Some(value), _) => Ok(integer::abs(room.arena, value)?),
        (_, Some(value)) => Ok(room.arena.float(value.abs())?),
        _ => Err(Fault::badarg()),
    }
}

fn rounded<'h>(
    room: Room<'h>,
    value: Term<'h>,
    round: for<'a> fn(&'a Arena, f64) -> Computed<'a>,
) -> Native<'h> {
    match value.as_float() {
        Some(float) => Ok(round(room.arena, float)?),
        None => argument::integer(value).map(|_| value),
    }
}

fn round<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    rounded(room, value, integer::from_f64_rounded)
}

fn trunc<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    rounded(room, value, integer::from_f64_truncated)
}

fn floor<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    rounded(room, value, integer::from_f64_floor)
}

fn ceil<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    rounded(room, value, integer::from_f64_ceiling)
}

fn float<'h>(room: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    if value.as_float().is_some() {
        return Ok(value);
    }
    Ok(room.arena.float(value.to_float().ok_or(Fault::badarg())?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_stand_in_the_order_of_their_names() {
        for (name, operator) in OPERATORS {
            assert_eq!(operator.name(), name);
            assert_eq!(Operator::from_name(name), Some(operator));
        }
        assert_eq!(Operator::from_name("bnot"), None);
    }
}
