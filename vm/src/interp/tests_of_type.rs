//! Type tests: a branch unless a term is of a type.
#![expect(unsafe_code, reason = "a tuple's header is read where the word says there is one")]

use super::state::State;
use crate::lower::operand::TypeTest;
use crate::term::{Boxed, Kind, Word};

/// Whether a word is a boxed value with this header.
#[inline(always)]
unsafe fn has_header(word: Word, header: u32) -> bool {
    // SAFETY: a boxed word is the address of a header.
    unsafe { word.is_boxed() && (*word.address()).0 == header as usize }
}

/// Whether a word is a tuple.
#[inline(always)]
pub(super) unsafe fn is_tuple(word: Word) -> bool {
    // SAFETY: a boxed word is the address of a header.
    unsafe { word.is_boxed() && (*word.address()).header_kind() == Boxed::Tuple }
}

/// Whether a word is an integer.
#[inline(always)]
unsafe fn is_integer(word: Word) -> bool {
    // SAFETY: a boxed word is the address of a header.
    unsafe {
        word.is_small()
            || word.is_boxed()
                && matches!((*word.address()).header_kind(), Boxed::BigPositive | Boxed::BigNegative)
    }
}

handlers! {
    hot is_cell_x(s) { s.when(s.x(s.byte::<1>()).is_list_cell(), 1) }
    hot is_nil_x(s) { s.when(s.x(s.byte::<1>()) == Word::NIL, 1) }
    hot is_list_x(s) {
        let word = s.x(s.byte::<1>());
        s.when(word.is_list_cell() || word == Word::NIL, 1)
    }
    hot is_atom_x(s) { s.when(s.x(s.byte::<1>()).is_atom(), 1) }
    hot is_integer_x(s) { s.when(is_integer(s.x(s.byte::<1>())), 1) }
    hot is_tuple_x(s) { s.when(is_tuple(s.x(s.byte::<1>())), 1) }
    hot is_tuple_arity_x(s) { s.when(has_header(s.x(s.byte::<1>()), s.word(1)), 2) }
    hot is_tagged_tuple_x(s) {
        let word = s.x(s.byte::<1>());
        s.when(has_header(word, s.word(1)) && *word.address().add(1) == s.constant(2), 3)
    }
    hot is_tuple_arity(s) { s.when(has_header(s.source(1), s.word(2)), 3) }
    hot is_tagged_tuple(s) {
        let word = s.source(1);
        s.when(has_header(word, s.word(2)) && *word.address().add(1) == s.constant(3), 4)
    }
    cold type_test(s) {
        let holds = test(s, TypeTest::from_number(s.byte::<1>() as u8));
        s.when(holds, 2)
    }
    cold is_function_arity(s) {
        let arity = s.term(s.source(2)).as_usize();
        let holds = match s.term(s.source(1)).kind() {
            Kind::Closure(closure) => arity == Some(closure.lambda.arity as usize),
            Kind::ExternalFun(export) => arity == Some(export.arity as usize),
            _ => false,
        };
        s.when(holds, 3)
    }
}

unsafe fn test(s: State, test: TypeTest) -> bool {
    // SAFETY: the instruction has a source.
    let (word, term) = unsafe { (s.source(1), s.term(s.source(1))) };
    match test {
        // SAFETY: the word is a valid term.
        TypeTest::Integer => unsafe { is_integer(word) },
        TypeTest::Float => term.as_float().is_some(),
        // SAFETY: as above.
        TypeTest::Number => unsafe { is_integer(word) || term.as_float().is_some() },
        TypeTest::Atom => word.is_atom(),
        TypeTest::Pid => word.is_pid() || is_external(term, Boxed::ExternalPid),
        TypeTest::Reference => term.is_reference(),
        TypeTest::Port => word.is_port() || is_external(term, Boxed::ExternalPort),
        TypeTest::Nil => word == Word::NIL,
        TypeTest::Binary => term.as_bits().is_some_and(|bits| bits.length() % 8 == 0),
        TypeTest::Bitstring => term.as_bits().is_some(),
        TypeTest::List => word == Word::NIL || word.is_list_cell(),
        TypeTest::Cell => word.is_list_cell(),
        TypeTest::Tuple => term.as_tuple().is_some(),
        TypeTest::Function => term.is_fun(),
        TypeTest::Boolean => term.as_bool().is_some(),
        TypeTest::Map => term.as_map().is_some(),
    }
}

fn is_external(term: crate::term::Term<'_>, kind: Boxed) -> bool {
    matches!(term.kind(), Kind::External(external) if external.kind == kind)
}
