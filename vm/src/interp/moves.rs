//! Moves between registers.
#![expect(unsafe_code, reason = "registers are reached without checks")]

use super::state::State;
use crate::term::Word;

handlers! {
    hot move_xx(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        s.next(1)
    }
    hot move_xy(s) {
        s.set_x(s.byte::<1>(), s.y(s.byte::<2>()));
        s.next(1)
    }
    hot move_yx(s) {
        s.set_y(s.byte::<1>(), s.x(s.byte::<2>()));
        s.next(1)
    }
    hot move_xc(s) {
        s.set_x(s.byte::<1>(), s.constant(1));
        s.next(2)
    }
    hot move_yc(s) {
        s.set_y(s.byte::<1>(), s.constant(1));
        s.next(2)
    }
    hot move_xp(s) {
        s.set_x(s.byte::<1>(), s.pool(s.word(1) as i32 as isize));
        s.next(2)
    }
    hot move_(s) {
        s.set(2, s.source(1));
        s.next(3)
    }
    hot self_pid(s) {
        s.set(1, Word::pid(s.process().pid));
        s.next(2)
    }
    hot move_xx_move_xx(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        s.set_x(s.byte::<4>(), s.x(s.byte::<5>()));
        s.next(2)
    }
    hot move_xy_move_xy(s) {
        s.set_x(s.byte::<1>(), s.y(s.byte::<2>()));
        s.set_x(s.byte::<4>(), s.y(s.byte::<5>()));
        s.next(2)
    }
    hot move_yx_move_yx(s) {
        s.set_y(s.byte::<1>(), s.x(s.byte::<2>()));
        s.set_y(s.byte::<4>(), s.x(s.byte::<5>()));
        s.next(2)
    }
    hot move_xx_move_xy(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        s.set_x(s.byte::<4>(), s.y(s.byte::<5>()));
        s.next(2)
    }
    hot move_xx_move_yx(s) {
        s.set_x(s.byte::<1>(), s.x(s.byte::<2>()));
        s.set_y(s.byte::<4>(), s.x(s.byte::<5>()));
        s.next(2)
    }
    hot move_xy_move_xx(s) {
        s.set_x(s.byte::<1>(), s.y(s.byte::<2>()));
        s.set_x(s.byte::<4>(), s.x(s.byte::<5>()));
        s.next(2)
    }
    hot move_xy_move_yx(s) {
        s.set_x(s.byte::<1>(), s.y(s.byte::<2>()));
        s.set_y(s.byte::<4>(), s.x(s.byte::<5>()));
        s.next(2)
    }
    hot move_yx_move_xx(s) {
        s.set_y(s.byte::<1>(), s.x(s.byte::<2>()));
        s.set_x(s.byte::<4>(), s.x(s.byte::<5>()));
        s.next(2)
    }
    hot move_yx_move_xy(s) {
        s.set_y(s.byte::<1>(), s.x(s.byte::<2>()));
        s.set_x(s.byte::<4>(), s.y(s.byte::<5>()));
        s.next(2)
    }
    hot swap_xx(s) {
        let (one, other) = (s.byte::<1>(), s.byte::<2>());
        let value = s.x(one);
        s.set_x(one, s.x(other));
        s.set_x(other, value);
        s.next(1)
    }
    hot swap(s) {
        // A destination is a source of the same number.
        let (one, other) = (s.source(1), s.source(2));
        s.set(1, other);
        s.set(2, one);
        s.next(3)
    }
}
