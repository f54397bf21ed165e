//! Native functions of module `math`.
//!
//! Invariant: what has no finite result is `badarith`, what is no number `badarg`.
//! The functions are libm's on every target, so results repeat exactly from a host to a device.
//! Deliberately absent: `pi/0` and `tau/0`, which are Erlang.

use super::Context;
use crate::process::{Fault, Native};
use crate::term::{Kind, Term};

/// Declares the functions of one and of two numbers, and their table.
macro_rules! functions {
    ({ $($(#[doc = $one_doc:literal])* $one:ident $one_name:literal;)* }
     { $($(#[doc = $two_doc:literal])* $two:ident $two_name:literal;)* }) => {
        crate::bifs! {
            "math";
            $($(#[doc = $one_doc])* plain $one_name/1 => $one;)*
            $($(#[doc = $two_doc])* plain $two_name/2 => $two;)*
        }
        $(fn $one<'h>(context: Context<'h>, [value]: [Term<'h>; 1]) -> Native<'h> {
            finite(context, libm::$one(number(value)?))
        })*
        $(fn $two<'h>(context: Context<'h>, [left, right]: [Term<'h>; 2]) -> Native<'h> {
            finite(context, libm::$two(number(left)?, number(right)?))
        })*
    };
}

functions! {
    {
    /// The angle of a cosine.
    acos "acos";
    /// The area of a hyperbolic cosine.
    acosh "acosh";
    /// The angle of a sine.
    asin "asin";
    /// The area of a hyperbolic sine.
    asinh "asinh";
    /// The angle of a tangent.
    atan "atan";
    /// The area of a hyperbolic tangent.
    atanh "atanh";
    /// The least whole float that is not below a number.
    ceil "ceil";
    /// The cosine.
    cos "cos";
    /// The hyperbolic cosine.
    cosh "cosh";
    /// The error function.
    erf "erf";
    /// One minus the error function.
    erfc "erfc";
    /// e to the power of a number.
    exp "exp";
    /// The greatest whole float that is not above a number.
    floor "floor";
    /// The natural logarithm.
    log "log";
    /// The logarithm of base 2.
    log2 "log2";
    /// The logarithm of base 10.
    log10 "log10";
    /// The sine.
    sin "sin";
    /// The hyperbolic sine.
    sinh "sinh";
    /// The square root.
    sqrt "sqrt";
    /// The tangent.
    tan "tan";
    /// The hyperbolic tangent.
    tanh "tanh";
    }
    {
    /// The angle of a point, given its height first.
    atan2 "atan2";
    /// What remains of a division, with the sign of the dividend.
    fmod "fmod";
    /// A number to the power of another.
    pow "pow";
    }
}

fn number<'h>(term: Term<'h>) -> Result<f64, Fault<'h>> {
    match term.kind() {
        Kind::Small(_) | Kind::Big(_) | Kind::Float(_) => term.to_float().ok_or(Fault::badarith()),
        _ => Err(Fault::badarg()),
    }
}

fn finite(context: Context<'_>, value: f64) -> Native<'_> {
    if value.is_finite() { Ok(context.arena.float(value)?) } else { Err(Fault::badarith()) }
}
