//! `erlang`: trying out match specifications.
//!
//! Deliberately absent: the specifications themselves (`match_spec`).

use crate::atom::names;
use crate::bif::Context;
use crate::bif::match_spec::{Dialect, MatchSpec};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"erlang";
    /// What a match specification makes of a term, or what is wrong with it.
    plain "match_spec_test"/3 => test;
}

fn test<'h>(context: Context<'h>, [subject, specification, dialect]: [Term<'h>; 3]) -> Native<'h> {
    let Context { arena, system, .. } = context;
    let dialect = match dialect.as_atom().map(|atom| system.atoms.name(atom)) {
        Some("table") => Dialect::Table,
        Some("trace") if subject.list_length().is_some() => Dialect::Trace,
        _ => return Err(Fault::badarg()),
    };
    let compiled = match MatchSpec::compile(system, specification, dialect)? {
        Ok(compiled) => compiled,
        Err(problems) => {
            let error = Term::atom(names::error);
            let problems = problems.iter().map(|problem| arena.tuple(&[error, arena.string(problem)?]));
            let problems = arena.list_forward(problems, Term::NIL)?;
            return Ok(arena.tuple(&[error, problems])?);
        }
    };
    let outcome = compiled.run(context, subject).map_err(|_| Fault::system_limit())?;
    let value = match outcome.value {
        // It may refer to the specification, which goes.
        Some(value) => arena.copy(value)?,
        None => Term::boolean(false),
    };
    let flag = |wanted, name| if wanted { system.atoms.intern(name).map(Term::atom) } else { None };
    let flags =
        [flag(outcome.exception_trace, "exception_trace"), flag(outcome.return_trace, "return_trace")];
    let flags = arena.list_before(flags.into_iter().flatten(), Term::NIL)?;
    Ok(arena.tuple(&[Term::atom(names::ok), value, flags, Term::NIL])?)
}
