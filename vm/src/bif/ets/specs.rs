//! `ets`: match specifications of their own, without a table.

use crate::sync::Arc;

use super::{MODULE, SLICE_ROWS};
use crate::atom::names;
use crate::bif::match_spec::{Dialect, MatchSpec};
use crate::bif::{Callee, Context, Control};
use crate::heap::Arena;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "ets";
    /// Whether a term is a compiled match specification.
    plain "is_compiled_ms"/1 => is_compiled;
    /// A compiled match specification.
    plain "match_spec_compile"/1 => compile;
    /// What a compiled match specification makes of the terms of a list, in reverse before another list.
    exclusive control "match_spec_run_r"/3 => run;
}

/// The bytes of a compiled specification, about: nobody counts them.
const SPEC_BYTES: usize = 1024;

/// The program of a specification.
pub(super) fn compiled<'h>(context: Context<'h>, spec: Term<'h>) -> Result<Arc<MatchSpec>, Fault<'h>> {
    match MatchSpec::compile(context.system, spec, Dialect::Table)? {
        Ok(compiled) => Ok(Arc::new(compiled)),
        Err(_) => Err(Fault::badarg()),
    }
}

/// A reference to the program of a specification.
pub(super) fn reference<'h>(context: Context<'h>, spec: &Arc<MatchSpec>) -> Native<'h> {
    Ok(context.system.keep(context.arena, spec.clone(), SPEC_BYTES)?)
}

/// The program that a reference leads to.
pub(super) fn known<'h>(context: Context<'h>, reference: Term<'h>) -> Result<Arc<MatchSpec>, Fault<'h>> {
    let known: Option<Arc<MatchSpec>> = context.system.kept(reference);
    known.ok_or(Fault::badarg())
}

/// What a program makes of a term, in the process's heap.
pub(super) fn result<'h>(
    context: Context<'h>,
    spec: &MatchSpec,
    subject: Term<'_>,
) -> Result<Option<Term<'h>>, Fault<'h>> {
    let scratch = Arena::new();
    let outcome = spec.run(Context { arena: &scratch, ..context }, subject);
    let value = outcome.map_err(|_| Fault::system_limit())?.value;
    Ok(value.map(|value| context.arena.copy(value)).transpose()?)
}

fn compile<'h>(context: Context<'h>, [spec]: [Term<'h>; 1]) -> Native<'h> {
    reference(context, &compiled(context, spec)?)
}

fn is_compiled<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(known(context, term).is_ok()))
}

fn run<'h>(context: Context<'h>, [list, spec, done]: [Term<'h>; 3]) -> Result<Control<'h>, Fault<'h>> {
    let program = known(context, spec)?;
    let mut done = done;
    let mut terms = list.list();
    for term in terms.by_ref().take(SLICE_ROWS) {
        if let Some(value) = result(context, &program, term)? {
            done = context.arena.cons(value, done)?;
        }
    }
    let rest = terms.rest();
    if rest.is_nil() {
        return Ok(Control::Value(done));
    }
    rest.as_cons().ok_or(Fault::badarg())?;
    Ok(Control::Later(Callee::Function(MODULE, names::match_spec_run_r), alloc::vec![rest, spec, done]))
}
