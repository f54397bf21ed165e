//! Arithmetic on small integers, and the way to the rest.
//!
//! A tagged small integer is its value in the high bits above four set ones, so sums and differences of tagged words
//! overflow just where small integers do.
#![expect(unsafe_code, reason = "registers are reached without checks")]

use super::native;
use super::state::State;
use crate::bif::Natives;
use crate::lower::operand::Operator;
use crate::term::Word;

const TAG: isize = 0b1111;

/// Numbers of the native functions behind the operators.
static NATIVES: [usize; Operator::ALL.len()] = {
    let (mut numbers, mut index) = ([0; Operator::ALL.len()], 0);
    while index < numbers.len() {
        numbers[index] = Natives::number_of("erlang", Operator::ALL[index].name(), 2);
        index += 1;
    }
    numbers
};

/// The operator on terms that are not both small, or whose result is not.
unsafe fn slow(s: State, operator: Operator, terms: [Word; 2], words: usize) -> State {
    // SAFETY: the words are valid terms, byte a is one of X.
    unsafe {
        let number = NATIVES[operator as usize];
        match native::guard_value(s, number, &terms) {
            (s, Ok(value)) => {
                s.set_x(s.byte::<1>(), value);
                s.next(words)
            }
            (s, Err(fault)) => native::raise(s, fault, number, &terms),
        }
    }
}

/// x[a] = an operator on two terms, by an instruction of so many words: `of` gives the tagged result for two tagged
/// small integers, unless it overflows.
#[inline(always)]
unsafe fn by_two<const OPERATOR: u8, const WORDS: usize>(
    s: State,
    terms: impl Fn(State) -> [Word; 2] + Copy,
    of: impl Fn(isize, isize) -> Option<isize>,
) -> State {
    // SAFETY: register numbers are in range.
    unsafe {
        let [one, other] = terms(s);
        if one.is_small()
            && other.is_small()
            && let Some(result) = of(one.0 as isize, other.0 as isize)
        {
            s.set_x(s.byte::<1>(), Word(result as usize));
            return s.next(WORDS);
        }
        s.outside(move |s| slow(s, Operator::from_number(OPERATOR), terms(s), WORDS))
    }
}

const ADD: u8 = Operator::Add as u8;
const SUBTRACT: u8 = Operator::Subtract as u8;
const MULTIPLY: u8 = Operator::Multiply as u8;
const BAND: u8 = Operator::Band as u8;
const REM: u8 = Operator::Rem as u8;
const INT_DIV: u8 = Operator::IntDiv as u8;
const BSR: u8 = Operator::Bsr as u8;

/// The addend in extension word 1 as a tagged integer.
#[inline(always)]
unsafe fn addend(s: State) -> Word {
    // SAFETY: the instruction has it.
    unsafe { Word((s.word(1) as i32 as isize | TAG) as usize) }
}

/// The constant in byte c as a tagged integer.
#[inline(always)]
unsafe fn byte_constant(s: State) -> Word {
    // SAFETY: the instruction has it.
    unsafe { Word::small_unchecked(isize::from(*s.ip.cast::<i8>().add(3))) }
}

/// Register b, and the addend.
#[inline(always)]
unsafe fn x_and_addend(s: State) -> [Word; 2] {
    // SAFETY: register numbers are in range.
    unsafe { [s.x(s.byte::<2>()), addend(s)] }
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
fn remainder(one: isize, other: isize) -> Option<isize> {
    Some((((one >> 4) % (other >> 4)) << 4) | TAG)
}

#[inline(always)]
fn quotient(one: isize, other: isize) -> Option<isize> {
    Some((((one >> 4) / (other >> 4)) << 4) | TAG)
}

#[inline(always)]
fn product(one: isize, other: isize) -> Option<isize> {
    (one >> 4).checked_mul(other - TAG).map(|product| product | TAG)
}

handlers! {
    hot add_xxi(s) { by_two::<ADD, 1>(s, |s| [s.x(s.byte::<2>()), byte_constant(s)], sum) }
    hot sub_xxi(s) { by_two::<SUBTRACT, 1>(s, |s| [s.x(s.byte::<2>()), byte_constant(s)], difference) }
    hot add_xyi(s) { by_two::<ADD, 1>(s, |s| [s.y(s.byte::<2>()), byte_constant(s)], sum) }
    hot sub_xyi(s) { by_two::<SUBTRACT, 1>(s, |s| [s.y(s.byte::<2>()), byte_constant(s)], difference) }
    hot add_xxc(s) { by_two::<ADD, 2>(s, |s| x_and_addend(s), sum) }
    hot sub_xxc(s) { by_two::<SUBTRACT, 2>(s, |s| x_and_addend(s), difference) }
    hot add_xxx(s) { by_two::<ADD, 1>(s, |s| [s.x(s.byte::<2>()), s.x(s.byte::<3>())], sum) }
    hot add_xyx(s) { by_two::<ADD, 1>(s, |s| [s.y(s.byte::<2>()), s.x(s.byte::<3>())], sum) }
    hot add_xxy(s) { by_two::<ADD, 1>(s, |s| [s.x(s.byte::<2>()), s.y(s.byte::<3>())], sum) }
    hot sub_xxx(s) { by_two::<SUBTRACT, 1>(s, |s| [s.x(s.byte::<2>()), s.x(s.byte::<3>())], difference) }
    hot sub_xyx(s) { by_two::<SUBTRACT, 1>(s, |s| [s.y(s.byte::<2>()), s.x(s.byte::<3>())], difference) }
    hot mul_xxx(s) { by_two::<MULTIPLY, 1>(s, |s| [s.x(s.byte::<2>()), s.x(s.byte::<3>())], product) }
    hot band_xxc(s) { by_two::<BAND, 2>(s, |s| x_and_addend(s), |one, constant| Some(one & constant)) }
    hot rem_xxc(s) { by_two::<REM, 2>(s, |s| x_and_addend(s), remainder) }
    hot div_xxc(s) { by_two::<INT_DIV, 2>(s, |s| x_and_addend(s), quotient) }
    hot bsr_xxc(s) { by_two::<BSR, 2>(s, |s| x_and_addend(s), |one, constant| Some(one >> (constant >> 4) | TAG)) }
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
        s.outside(|s| arithmetic_slow(s))
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

unsafe fn arithmetic_slow(s: State) -> State {
    // SAFETY: the sources are valid terms.
    unsafe {
        let (one, other) = (s.source(1), s.source(2));
        let operator = Operator::from_number(s.byte::<1>() as u8);
        let number = NATIVES[operator as usize];
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
