//! Comparisons: a branch unless two terms compare as asked.
#![expect(unsafe_code, reason = "registers are reached without checks")]

use core::cmp::Ordering;

use super::state::{Machine, State};
use crate::lower::operand::Comparison;
use crate::term::{Term, Word, compare as order};

/// Whether two terms are the same.
#[inline(always)]
unsafe fn exact(one: Word, other: Word) -> bool {
    // An immediate is the same as itself only.
    one == other
        || one.is_pointer() && other.is_pointer() && {
            // SAFETY: registers hold valid terms.
            unsafe { exact_slow(one, other) }
        }
}

#[inline(never)]
unsafe fn exact_slow(one: Word, other: Word) -> bool {
    // SAFETY: registers hold valid terms.
    unsafe { order::equal_exact(Term::new(one), Term::new(other)) }
}

/// Whether one term is less than another.
#[inline(always)]
unsafe fn less(s: State, one: Word, other: Word) -> bool {
    if one.is_small() && other.is_small() {
        (one.0 as isize) < other.0 as isize
    } else {
        // SAFETY: registers hold valid terms.
        unsafe { ordered(s.machine, one, other) == Ordering::Less }
    }
}

#[inline(never)]
unsafe fn ordered(machine: *const Machine, one: Word, other: Word) -> Ordering {
    // SAFETY: registers hold valid terms, and the machine has a system while it runs.
    unsafe { order::order(&(*(*machine).system).atoms, Term::new(one), Term::new(other)) }
}

handlers! {
    hot is_eq_exact_xc(s) { s.when(s.x(s.byte::<1>()) == s.constant(1), 2) }
    hot is_ne_exact_xc(s) { s.when(s.x(s.byte::<1>()) != s.constant(1), 2) }
    hot is_eq_exact_x(s) { s.when(exact(s.x(s.byte::<1>()), s.source(1)), 2) }
    hot is_ne_exact_x(s) { s.when(!exact(s.x(s.byte::<1>()), s.source(1)), 2) }
    hot is_lt_xx(s) { s.when(less(s, s.x(s.byte::<1>()), s.x(s.word(1) as usize)), 2) }
    hot is_ge_xx(s) { s.when(!less(s, s.x(s.byte::<1>()), s.x(s.word(1) as usize)), 2) }
    hot is_lt_xc(s) { s.when(less(s, s.x(s.byte::<1>()), s.constant(1)), 2) }
    hot is_ge_xc(s) { s.when(!less(s, s.x(s.byte::<1>()), s.constant(1)), 2) }
    hot is_lt_cx(s) { s.when(less(s, s.constant(1), s.x(s.byte::<1>())), 2) }
    hot is_ge_cx(s) { s.when(!less(s, s.constant(1), s.x(s.byte::<1>())), 2) }
    cold compare(s) {
        let (one, other) = (s.source(1), s.source(2));
        let holds = match Comparison::from_number(s.byte::<1>() as u8) {
            Comparison::Less => less(s, one, other),
            Comparison::NotLess => !less(s, one, other),
            Comparison::Equal => order::equal(s.term(one), s.term(other)),
            Comparison::NotEqual => !order::equal(s.term(one), s.term(other)),
            Comparison::Exact => exact(one, other),
            Comparison::NotExact => !exact(one, other),
        };
        s.when(holds, 3)
    }
}
