//! Comparisons: a branch unless two terms compare as asked.
#![expect(unsafe_code, reason = "registers are reached without checks")]

use core::cmp::Ordering;

use super::calls::return_;
use super::state::State;
use crate::lower::operand::Comparison;
use crate::term::{Word, compare as order};

/// Goes on where two terms are the same or not, as `wanted`; else branches.
#[inline(always)]
unsafe fn when_same<const WANTED: bool>(s: State, other: impl Fn(State) -> Word + Copy) -> State {
    // SAFETY: registers hold valid terms.
    unsafe {
        let (one, other_word) = (s.x(s.byte::<1>()), other(s));
        // An immediate is the same as itself only.
        if one == other_word || !one.is_pointer() || !other_word.is_pointer() {
            return s.when((one == other_word) == WANTED, 2);
        }
        s.outside(move |s| {
            let same = order::equal_exact(s.term(s.x(s.byte::<1>())), s.term(other(s)));
            s.when(same == WANTED, 2)
        })
    }
}

/// Goes on where one term is less than the other or not, as `wanted`; else branches.
#[inline(always)]
unsafe fn when_less<const WANTED: bool>(s: State, terms: impl Fn(State) -> [Word; 2] + Copy) -> State {
    // SAFETY: the next instruction is two words further.
    unsafe { act_when_less::<WANTED>(s, terms, |s| s.next(2)) }
}

/// As [`when_less`], but acts instead of going on.
#[inline(always)]
unsafe fn act_when_less<const WANTED: bool>(
    s: State,
    terms: impl Fn(State) -> [Word; 2] + Copy,
    act: impl Fn(State) -> State + Copy,
) -> State {
    // SAFETY: registers hold valid terms.
    unsafe {
        let [one, other] = terms(s);
        if one.is_small() && other.is_small() {
            let less = (one.0 as isize) < other.0 as isize;
            return if less == WANTED { act(s) } else { s.fail() };
        }
        s.outside(move |s| {
            let [one, other] = terms(s);
            if less(s, one, other) == WANTED { act(s) } else { s.fail() }
        })
    }
}

/// Whether one term is less than another.
unsafe fn less(s: State, one: Word, other: Word) -> bool {
    // SAFETY: registers hold valid terms.
    unsafe { order::order(&s.system().atoms, s.term(one), s.term(other)) == Ordering::Less }
}

handlers! {
    hot is_eq_exact_xc(s) { s.when(s.x(s.byte::<1>()) == s.constant(1), 2) }
    hot is_ne_exact_xc(s) { s.when(s.x(s.byte::<1>()) != s.constant(1), 2) }
    hot is_eq_exact_x(s) { when_same::<true>(s, |s| s.source(1)) }
    hot is_ne_exact_x(s) { when_same::<false>(s, |s| s.source(1)) }
    hot is_lt_xx(s) { when_less::<true>(s, |s| [s.x(s.byte::<1>()), s.x(s.word(1) as usize)]) }
    hot is_ge_xx(s) { when_less::<false>(s, |s| [s.x(s.byte::<1>()), s.x(s.word(1) as usize)]) }
    hot is_lt_xc(s) { when_less::<true>(s, |s| [s.x(s.byte::<1>()), s.constant(1)]) }
    hot is_ge_xc(s) { when_less::<false>(s, |s| [s.x(s.byte::<1>()), s.constant(1)]) }
    hot is_lt_xc_return(s) {
        act_when_less::<true>(s, |s| [s.x(s.byte::<1>()), s.constant(1)], |s| return_(s))
    }
    hot is_ge_xc_return(s) {
        act_when_less::<false>(s, |s| [s.x(s.byte::<1>()), s.constant(1)], |s| return_(s))
    }
    hot is_lt_cx(s) { when_less::<true>(s, |s| [s.constant(1), s.x(s.byte::<1>())]) }
    hot is_ge_cx(s) { when_less::<false>(s, |s| [s.constant(1), s.x(s.byte::<1>())]) }
    cold compare(s) {
        let (one, other) = (s.source(1), s.source(2));
        let holds = match Comparison::from_number(s.byte::<1>() as u8) {
            Comparison::Less => less(s, one, other),
            Comparison::NotLess => !less(s, one, other),
            Comparison::Equal => order::equal(s.term(one), s.term(other)),
            Comparison::NotEqual => !order::equal(s.term(one), s.term(other)),
            Comparison::Exact => order::equal_exact(s.term(one), s.term(other)),
            Comparison::NotExact => !order::equal_exact(s.term(one), s.term(other)),
        };
        s.when(holds, 3)
    }
}
