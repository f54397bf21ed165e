//! Comparison of terms, and the operators on booleans.
//!
//! Deliberately absent: `andalso` and `orelse`, which the compiler turns into branches.

use core::cmp::Ordering;

use crate::bif::Room;
use crate::process::{Fault, Native};
use crate::term::{Term, compare};

crate::bifs! {
    "erlang";
    /// Whether two terms are equal, numbers of different types never.
    guard "=:="/2 => exactly_equal;
    /// Whether two terms differ, numbers of different types always.
    guard "=/="/2 => exactly_different;
    /// Whether two terms are equal, numbers by their value.
    guard "=="/2 => equal;
    /// Whether two terms differ, numbers by their value.
    guard "/="/2 => different;
    /// Whether the first term stands before the second.
    guard "<"/2 => less;
    /// Whether the first term stands after the second.
    guard ">"/2 => greater;
    /// Whether the first term does not stand after the second.
    guard "=<"/2 => not_greater;
    /// Whether the first term does not stand before the second.
    guard ">="/2 => not_less;
    /// The lesser of two terms, the first of equal ones.
    guard "min"/2 => min;
    /// The greater of two terms, the first of equal ones.
    guard "max"/2 => max;
    /// The other boolean.
    guard "not"/1 => not;
    /// Whether both booleans are true.
    guard "and"/2 => and;
    /// Whether a boolean is true.
    guard "or"/2 => or;
    /// Whether just one boolean is true.
    guard "xor"/2 => xor;
}

fn order(room: Room<'_>, left: Term<'_>, right: Term<'_>) -> Ordering {
    compare::order(&room.system.atoms, left, right)
}

fn exactly_equal<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(compare::equal_exact(left, right)))
}

fn exactly_different<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(!compare::equal_exact(left, right)))
}

fn equal<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(compare::equal(left, right)))
}

fn different<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(!compare::equal(left, right)))
}

fn less<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(order(room, left, right).is_lt()))
}

fn greater<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(order(room, left, right).is_gt()))
}

fn not_greater<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(order(room, left, right).is_le()))
}

fn not_less<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(order(room, left, right).is_ge()))
}

fn min<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(if order(room, left, right).is_le() { left } else { right })
}

fn max<'h>(room: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(if order(room, left, right).is_ge() { left } else { right })
}

fn boolean<'h>(term: Term<'h>) -> Result<bool, Fault<'h>> {
    term.as_bool().ok_or(Fault::badarg())
}

fn not<'h>(_: Room<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(!boolean(value)?))
}

fn and<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(boolean(left)? & boolean(right)?))
}

fn or<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(boolean(left)? | boolean(right)?))
}

fn xor<'h>(_: Room<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
    Ok(Term::boolean(boolean(left)? ^ boolean(right)?))
}
