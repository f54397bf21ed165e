//! Branches by value.
//!
//! Invariant: the constants of a selection ascend as 32-bit integers (`link` sorts them).
#![expect(unsafe_code, reason = "a selection's table is read without checks")]

use super::state::State;
use crate::term::{Boxed, Word};

/// The branch for a value among `count` constants at extension word `first`; the default stands before them.
#[inline(always)]
unsafe fn choose(s: State, value: Word, first: usize, count: usize) -> State {
    // SAFETY: behind the default stand `count` constants and as many branches.
    unsafe {
        let default = s.word(first - 1) as i32 as isize;
        let Some(constant) = value.to_constant() else { return s.jump(default) };
        let constants = core::slice::from_raw_parts(s.ip.add(first).cast::<i32>(), count);
        let found = if count <= 8 {
            constants.iter().position(|each| *each == constant)
        } else {
            constants.binary_search(&constant).ok()
        };
        match found {
            Some(index) => s.jump(s.word(first + count + index) as i32 as isize),
            None => s.jump(default),
        }
    }
}

handlers! {
    hot select_x(s) { choose(s, s.x(s.byte::<1>()), 2, s.half()) }
    hot select(s) { choose(s, s.source(1), 3, s.half()) }
    hot jump_table(s) {
        let value = s.source(1);
        let index = value.small_value().wrapping_sub(s.word(2) as i32 as isize) as usize;
        if value.is_small() && index < s.half() {
            s.jump(s.word(4 + index) as i32 as isize)
        } else {
            s.jump(s.word(3) as i32 as isize)
        }
    }
    hot select_arity(s) {
        let word = s.source(1);
        let default = s.word(2) as i32 as isize;
        if !word.is_boxed() || (*word.address()).header_kind() != Boxed::Tuple {
            return s.jump(default);
        }
        let header = (*word.address()).0 as u32;
        let count = s.half();
        for index in 0..count {
            if s.word(3 + index) == header {
                return s.jump(s.word(3 + count + index) as i32 as isize);
            }
        }
        s.jump(default)
    }
    hot jump(s) { s.jump(s.number()) }
}
