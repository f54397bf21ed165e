//! Arithmetic on small integers, and the way to the rest.
//!
//! A tagged small integer is its value in the high bits above four set ones, so sums and differences of tagged words
//! overflow just where small integers do.
#![expect(unsafe_code, reason = "registers are reached without checks")]

use super::native;
use super::state::State;
use crate::lower::operand::Operator;
use crate::term::Word;

const TAG: isize = 0b1111;

/// Where the result goes, how far the next instruction is, and where failing branches to (0: it raises).
#[derive(Clone, Copy)]
struct After {
    register: usize,
    words: usize,
    fail: isize,
}

/// The operator on terms that are not both small, or whose result is not.
#[inline(always)]
unsafe fn slow(s: State, operator: Operator, one: Word, other: Word, after: After) -> State {
    // SAFETY: the words are valid terms, the register is one of X.
    s.outside(move |s| unsafe {
        match native::guard_value(s, (*s.machine).operators[operator as usize], &[one, other]) {
            (s, Ok(value)) => {
                s.set_x(after.register, value);
                s.next(after.words)
            }
            (s, Err(_)) if after.fail != 0 => native::resume(s).jump(after.fail),
            (s, Err(fault)) => {
                native::raise(s, fault, (*s.machine).operators[operator as usize], &[one, other])
            }
        }
    })
}

/// An operator on a register and a constant whose result is small wherever the register is. The constant is such
/// that the operation is defined (`lower` chose it), and stands as it is added to a tagged integer.
#[inline(always)]
unsafe fn by_constant(s: State, operator: Operator, of: impl Fn(isize, isize) -> isize) -> State {
    // SAFETY: register numbers are in range.
    unsafe {
        let one = s.x(s.byte::<2>());
        let constant = s.word(1) as i32 as isize;
        let register = s.byte::<1>();
        if one.is_small() {
            s.set_x(register, Word::small_unchecked(of(one.small_value(), constant >> 4)));
            return s.next(3);
        }
        let after = After { register, words: 3, fail: s.word(2) as i32 as isize };
        slow(s, operator, one, Word((constant | TAG) as usize), after)
    }
}

/// x[a] = `one` + the constant in the first extension word.
#[inline(always)]
unsafe fn add_constant(s: State, one: Word) -> State {
    // SAFETY: register numbers are in range.
    unsafe {
        let constant = s.word(1) as i32 as isize;
        let register = s.byte::<1>();
        if one.is_small()
            && let Some(sum) = (one.0 as isize).checked_add(constant)
        {
            s.set_x(register, Word(sum as usize));
            return s.next(3);
        }
        let after = After { register, words: 3, fail: s.word(2) as i32 as isize };
        slow(s, Operator::Add, one, Word((constant | TAG) as usize), after)
    }
}

/// x[a] = `one` - the constant in the first extension word.
#[inline(always)]
unsafe fn subtract_constant(s: State, one: Word) -> State {
    // SAFETY: register numbers are in range.
    unsafe {
        let constant = s.word(1) as i32 as isize;
        let register = s.byte::<1>();
        if one.is_small()
            && let Some(difference) = (one.0 as isize).checked_sub(constant)
        {
            s.set_x(register, Word(difference as usize));
            return s.next(3);
        }
        let after = After { register, words: 3, fail: s.word(2) as i32 as isize };
        slow(s, Operator::Subtract, one, Word((constant | TAG) as usize), after)
    }
}

/// x[a] = an operator on two terms: `of` gives the tagged result for two tagged small integers, unless it overflows.
#[inline(always)]
unsafe fn by_two(
    s: State,
    operator: Operator,
    [one, other]: [Word; 2],
    of: impl Fn(isize, isize) -> Option<isize>,
) -> State {
    // SAFETY: register numbers are in range.
    unsafe {
        let register = s.byte::<1>();
        if one.is_small()
            && other.is_small()
            && let Some(result) = of(one.0 as isize, other.0 as isize)
        {
            s.set_x(register, Word(result as usize));
            return s.next(2);
        }
        slow(s, operator, one, other, After { register, words: 2, fail: s.word(1) as i32 as isize })
    }
}

#[inline(always)]
fn sum(one: isize, other: isize) -> Option<isize> {
    one.checked_add(other - TAG)
}

#[inline(always)]
fn difference(one: isize, other: isize) -> Option<isize> {
    one.checked_sub(other - TAG)
}

#[inline(always)]
fn product(one: isize, other: isize) -> Option<isize> {
    (one >> 4).checked_mul(other - TAG).map(|product| product | TAG)
}

handlers! {
    hot add_xxc(s) { add_constant(s, s.x(s.byte::<2>())) }
    hot sub_xxc(s) { subtract_constant(s, s.x(s.byte::<2>())) }
    hot add_xyc(s) { add_constant(s, s.y(s.byte::<2>())) }
    hot sub_xyc(s) { subtract_constant(s, s.y(s.byte::<2>())) }
    hot add_xxx(s) { by_two(s, Operator::Add, [s.x(s.byte::<2>()), s.x(s.byte::<3>())], sum) }
    hot add_xyx(s) { by_two(s, Operator::Add, [s.y(s.byte::<2>()), s.x(s.byte::<3>())], sum) }
    hot add_xxy(s) { by_two(s, Operator::Add, [s.x(s.byte::<2>()), s.y(s.byte::<3>())], sum) }
    hot sub_xxx(s) { by_two(s, Operator::Subtract, [s.x(s.byte::<2>()), s.x(s.byte::<3>())], difference) }
    hot sub_xyx(s) { by_two(s, Operator::Subtract, [s.y(s.byte::<2>()), s.x(s.byte::<3>())], difference) }
    hot mul_xxx(s) { by_two(s, Operator::Multiply, [s.x(s.byte::<2>()), s.x(s.byte::<3>())], product) }
    hot band_xxc(s) { by_constant(s, Operator::Band, |one, constant| one & constant) }
    hot rem_xxc(s) { by_constant(s, Operator::Rem, |one, constant| one % constant) }
    hot div_xxc(s) { by_constant(s, Operator::IntDiv, |one, constant| one / constant) }
    hot bsr_xxc(s) { by_constant(s, Operator::Bsr, |one, constant| one >> constant) }
    hot arithmetic(s) {
        let (one, other) = (s.source(1), s.source(2));
        let operator = Operator::from_number(s.byte::<1>() as u8);
        if one.is_small()
            && other.is_small()
            && let Some(result) = of_small(operator, one.small_value(), other.small_value())
        {
            s.set(3, result);
            return s.next(4);
        }
        s.outside(move |s| arithmetic_slow(s, operator, one, other))
    }
}

/// The operator on values of small integers, where the result is one too.
#[inline(always)]
fn of_small(operator: Operator, one: isize, other: isize) -> Option<Word> {
    let value = match operator {
        Operator::Add => one + other,
        Operator::Subtract => one - other,
        Operator::Multiply => one.checked_mul(other)?,
        Operator::IntDiv if other != 0 => one / other,
        Operator::Rem if other != 0 => one % other,
        Operator::Band => one & other,
        Operator::Bor => one | other,
        Operator::Bxor => one ^ other,
        Operator::Bsr if (0..isize::BITS as isize).contains(&other) => one >> other,
        Operator::Bsl if (0..24).contains(&other) && one.unsigned_abs() < 1 << (isize::BITS / 2 - 4) => {
            one.checked_mul(1 << other)?
        }
        _ => return None,
    };
    Word::small(value)
}

unsafe fn arithmetic_slow(s: State, operator: Operator, one: Word, other: Word) -> State {
    // SAFETY: the words are valid terms.
    unsafe {
        let number = (*s.machine).operators[operator as usize];
        match native::guard_value(s, number, &[one, other]) {
            (s, Ok(value)) => {
                s.set(3, value);
                s.next(4)
            }
            (s, Err(_)) if s.can_fail() => native::resume(s).fail(),
            (s, Err(fault)) => native::raise(s, fault, number, &[one, other]),
        }
    }
}
