//! Lists, tuples and closures: taken apart and made in room that was reserved.
#![expect(unsafe_code, reason = "terms are written into reserved room and read where a test proved them")]

use super::calls::return_;
use super::exceptions;
use super::frames::{collect, must_collect};
use super::state::State;
use super::tests_of_type::is_tuple;
use crate::term::{Boxed, Word};

/// Makes a list cell.
#[inline(always)]
unsafe fn cons(mut s: State, head: Word, tail: Word) -> (State, Word) {
    // SAFETY: two words were reserved (`Rule::Reservation`, which all that writes at `hp` here rests on).
    unsafe {
        let cell = s.hp;
        *cell = head;
        *cell.add(1) = tail;
        s.hp = cell.add(2);
        (s, Word::list(cell))
    }
}

/// Element `index`, from 0, of a tuple.
#[inline(always)]
unsafe fn element(tuple: Word, index: usize) -> Word {
    // SAFETY: the tuple was proved to have this element, or `CheckElements` or `CheckArity` has looked.
    unsafe { *tuple.address().add(1 + index) }
}

handlers! {
    hot get_list_xxx(s) {
        let cell = s.x(s.byte::<1>()).address();
        let (head, tail) = (*cell, *cell.add(1));
        s.set_x(s.byte::<2>(), head);
        s.set_x(s.byte::<3>(), tail);
        s.next(1)
    }
    hot is_cell_get_list_x(s) {
        let list = s.x(s.byte::<1>());
        if !list.is_list_cell() {
            return s.fail();
        }
        let (head, tail) = (*list.address(), *list.address().add(1));
        s.set_x(s.byte::<4>(), head);
        s.set_x(s.byte::<5>(), tail);
        s.next(2)
    }
    hot get_list_xyx(s) {
        let cell = s.x(s.byte::<1>()).address();
        let (head, tail) = (*cell, *cell.add(1));
        s.set_y(s.byte::<2>(), head);
        s.set_x(s.byte::<3>(), tail);
        s.next(1)
    }
    hot is_cell_allocate_get_list_x(s) {
        let list = s.x(s.byte::<1>());
        if !list.is_list_cell() {
            return s.fail();
        }
        let slots = s.byte::<5>();
        if must_collect(s, slots) {
            return s.outside(|s| collect(s, s.byte::<5>(), s.byte::<4>()));
        }
        let (head, tail) = (*list.address(), *list.address().add(1));
        let mut s = s;
        s.sp = s.sp.sub(slots);
        s.set_y(s.byte::<6>(), head);
        s.set_x(s.byte::<7>(), tail);
        s.next(2)
    }
    hot get_hd_xx(s) {
        s.set_x(s.byte::<1>(), *s.x(s.byte::<2>()).address());
        s.next(1)
    }
    hot get_tl_xx(s) {
        s.set_x(s.byte::<1>(), *s.x(s.byte::<2>()).address().add(1));
        s.next(1)
    }
    hot get_list(s) {
        let cell = s.source(1).address();
        let (head, tail) = (*cell, *cell.add(1));
        s.set(2, head);
        s.set(3, tail);
        s.next(4)
    }
    hot get_hd(s) {
        s.set(2, *s.source(1).address());
        s.next(3)
    }
    hot get_tl(s) {
        s.set(2, *s.source(1).address().add(1));
        s.next(3)
    }
    hot put_list_xxx(s) {
        let (s, list) = cons(s, s.x(s.byte::<2>()), s.x(s.byte::<3>()));
        s.set_x(s.byte::<1>(), list);
        s.next(1)
    }
    hot put_list(s) {
        let (s, list) = cons(s, s.source(1), s.source(2));
        s.set(3, list);
        s.next(4)
    }
    hot test_heap_put_list_xxx(s) {
        let need = s.word(2) as usize;
        if must_collect(s, need) {
            return s.outside(|s| collect(s, s.word(2) as usize, s.word(1) as usize));
        }
        let (s, list) = cons(s, s.x(s.byte::<2>()), s.x(s.byte::<3>()));
        s.set_x(s.byte::<1>(), list);
        s.next(3)
    }
    hot put_list_yxx(s) {
        let (s, list) = cons(s, s.y(s.byte::<2>()), s.x(s.byte::<3>()));
        s.set_x(s.byte::<1>(), list);
        s.next(1)
    }
    hot put_list_yxx_return(s) {
        let need = s.word(2) as usize;
        if must_collect(s, need) {
            return s.outside(|s| collect(s, s.word(2) as usize, s.word(1) as usize));
        }
        let (mut s, list) = cons(s, s.y(s.byte::<2>()), s.x(s.byte::<3>()));
        s.set_x(s.byte::<1>(), list);
        s.sp = s.sp.add(s.word(3) as usize);
        return_(s)
    }
    hot get_element_xx(s) {
        s.set_x(s.byte::<3>(), element(s.x(s.byte::<1>()), s.byte::<2>()));
        s.next(1)
    }
    hot get_element_xy(s) {
        s.set_y(s.byte::<3>(), element(s.x(s.byte::<1>()), s.byte::<2>()));
        s.next(1)
    }
    hot get_element_yx(s) {
        s.set_x(s.byte::<3>(), element(s.y(s.byte::<1>()), s.byte::<2>()));
        s.next(1)
    }
    hot get_elements_xx(s) {
        let tuple = s.x(s.byte::<1>());
        s.set_x(s.byte::<3>(), element(tuple, s.byte::<2>()));
        s.set_x(s.byte::<5>(), element(tuple, s.byte::<4>()));
        s.next(2)
    }
    hot get_element(s) {
        s.set(3, element(s.source(1), s.word(2) as usize));
        s.next(4)
    }
    hot check_cell(s) {
        if !s.source(1).is_list_cell() {
            return s.outside(|s| exceptions::ill_typed(s, s.source(1)));
        }
        s.next(2)
    }
    hot check_elements(s) {
        let tuple = s.source(1);
        if !is_tuple(tuple) || (*tuple.address()).header_words() < s.word(2) as usize {
            return s.outside(|s| exceptions::ill_typed(s, s.source(1)));
        }
        s.next(3)
    }
    hot check_arity(s) {
        let tuple = s.source(1);
        if !tuple.is_boxed() || (*tuple.address()).0 != s.word(2) as usize {
            return s.outside(|s| exceptions::ill_typed(s, s.source(1)));
        }
        s.next(3)
    }
    hot put_tuple(s) {
        let mut s = s;
        let count = s.half();
        let tuple = s.hp;
        *tuple = Word::header(Boxed::Tuple, count);
        for index in 0..count {
            *tuple.add(1 + index) = s.source(2 + index);
        }
        s.hp = tuple.add(1 + count);
        s.set(1, Word::boxed(tuple));
        s.next(2 + count)
    }
    hot set_element(s) {
        *s.source(2).address().add(1 + s.word(3) as usize) = s.source(1);
        s.next(4)
    }
    hot update_record(s) {
        let mut s = s;
        let (count, size) = (s.half(), s.word(1) as usize);
        let (source, tuple) = (s.source(2).address(), s.hp);
        core::ptr::copy_nonoverlapping(source, tuple, size + 1);
        for index in 0..count {
            *tuple.add(s.word(4 + 2 * index) as usize) = s.source(5 + 2 * index);
        }
        s.hp = tuple.add(1 + size);
        s.set(3, Word::boxed(tuple));
        s.next(4 + 2 * count)
    }
    hot make_fun(s) {
        let mut s = s;
        let free = s.byte::<1>();
        let fun = s.hp;
        *fun = Word::header(Boxed::Closure, 2 + free);
        *fun.add(1) = s.pool(s.word(1) as i32 as isize);
        *fun.add(2) = Word::pid(s.process().pid);
        for index in 0..free {
            *fun.add(3 + index) = s.source(3 + index);
        }
        s.hp = fun.add(3 + free);
        s.set(2, Word::boxed(fun));
        s.next(3 + free)
    }
}
