//! Floating point.
//!
//! Invariant: a float register holds a finite number, and so does every boxed float.
#![expect(unsafe_code, reason = "boxed floats are read and written as words")]

use super::exceptions;
use super::state::State;
use crate::atom::names;
use crate::term::word::BYTES;
use crate::term::{Boxed, Word};

/// Sets a register to a result that must be finite.
#[inline(always)]
unsafe fn finite(s: State, register: usize, value: f64) -> State {
    // SAFETY: register numbers are in range.
    unsafe {
        if !value.is_finite() {
            return s.outside(|s| exceptions::error(s, names::badarith));
        }
        s.set_f(register, value);
        s.next(1)
    }
}

handlers! {
    hot load(s) {
        match s.term(s.source(1)).as_float() {
            Some(value) => {
                s.set_f(s.byte::<1>(), value);
                s.next(2)
            }
            None => s.outside(|s| exceptions::error(s, names::badarith)),
        }
    }
    hot store(s) {
        let mut s = s;
        let bits = s.f(s.byte::<1>()).to_bits();
        let float = s.hp;
        *float = Word::header(Boxed::Float, 8 / BYTES);
        float.add(1).cast::<u64>().write_unaligned(bits);
        s.hp = float.add(1 + 8 / BYTES);
        s.set(1, Word::boxed(float));
        s.next(2)
    }
    hot move_(s) {
        s.set_f(s.byte::<1>(), s.f(s.byte::<2>()));
        s.next(1)
    }
    hot convert(s) {
        match s.term(s.source(1)).to_float() {
            Some(value) => {
                s.set_f(s.byte::<1>(), value);
                s.next(2)
            }
            None => s.outside(|s| exceptions::error(s, names::badarith)),
        }
    }
    hot add(s) { finite(s, s.byte::<1>(), s.f(s.byte::<2>()) + s.f(s.byte::<3>())) }
    hot subtract(s) { finite(s, s.byte::<1>(), s.f(s.byte::<2>()) - s.f(s.byte::<3>())) }
    hot multiply(s) { finite(s, s.byte::<1>(), s.f(s.byte::<2>()) * s.f(s.byte::<3>())) }
    hot divide(s) { finite(s, s.byte::<1>(), s.f(s.byte::<2>()) / s.f(s.byte::<3>())) }
    hot negate(s) { finite(s, s.byte::<1>(), -s.f(s.byte::<2>())) }
}
