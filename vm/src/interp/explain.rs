//! What an error says beside its reason: who can explain it, and why it was.
//!
//! Invariant: what stands here is what OTP puts into the location of a trace's first entry, `[{error_info, Map}]`;
//! the modules it names need not be there.
//! Deliberately absent: the explanations (`format_error/2` of those modules).

use crate::atom::{Atom, names};
use crate::bif::erlang::process_info::map;
use crate::heap::{Arena, Built};
use crate::process::{Fault, Trace};
use crate::term::Term;

/// Who explains the errors of a module's native functions.
const EXPLAINERS: &[(Atom, Atom)] = &[
    (names::erlang, names::erl_erts_errors),
    (names::atomics, names::erl_erts_errors),
    (names::counters, names::erl_erts_errors),
    (names::persistent_term, names::erl_erts_errors),
    (names::binary, names::erl_stdlib_errors),
    (names::ets, names::erl_stdlib_errors),
    (names::lists, names::erl_stdlib_errors),
    (names::maps, names::erl_stdlib_errors),
    (names::math, names::erl_stdlib_errors),
    (names::re, names::erl_stdlib_errors),
    (names::unicode, names::erl_stdlib_errors),
    (names::os, names::erl_kernel_errors),
];

/// What is said of the error of a native function of a module.
pub(super) fn native<'h>(arena: &'h Arena, fault: &Fault<'h>, module: Atom) -> Term<'h> {
    let known = EXPLAINERS.iter().find(|(name, _)| *name == module);
    let Some((_, explainer)) = known.filter(|_| !fault.reason.is(names::undef)) else { return Term::NIL };
    let explainer = (names::module, Term::atom(*explainer));
    let info = match fault.trace {
        Trace::Because(cause) => info(arena, &mut [(names::cause, cause), explainer]),
        _ => info(arena, &mut [explainer]),
    };
    info.unwrap_or(Term::NIL)
}

/// What is said of a segment that no bitstring can be made of: its number, what it is, and what is wrong with which of
/// its terms.
///
/// # Errors
/// There is no memory for it.
pub(super) fn segment<'h>(
    arena: &'h Arena,
    number: usize,
    kind: Atom,
    wrong: Atom,
    value: Term<'h>,
) -> Built<'h> {
    let cause = arena.tuple(&[arena.usize(number)?, Term::atom(kind), Term::atom(wrong), value])?;
    info(
        arena,
        &mut [
            (names::cause, cause),
            (names::function, Term::atom(names::format_bs_fail)),
            (names::module, Term::atom(names::erl_erts_errors)),
        ],
    )
}

fn info<'h>(arena: &'h Arena, pairs: &mut [(Atom, Term<'h>)]) -> Built<'h> {
    let pair = arena.tuple(&[Term::atom(names::error_info), map(arena, pairs)?])?;
    arena.list(&[pair])
}
