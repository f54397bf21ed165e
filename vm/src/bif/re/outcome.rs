//! How a search ended, as a term.
//!
//! Invariant: a binary that is told is part of the subject, not a copy.

use alloc::vec::Vec;

use super::options::{Capture, Form, Wanted};
use super::{Options, Progress, Search, Span};
use crate::atom::{Atom, names};
use crate::bif::{Context, argument};
use crate::process::{Fault, Native};
use crate::regex::PatternError;
use crate::term::Term;

fn atom<'h>(context: Context<'h>, name: &str) -> Result<Atom, Fault<'h>> {
    context.system.atoms.intern(name).ok_or(Fault::system_limit())
}

/// `{Text, Position}`.
pub(super) fn pattern_error<'h>(context: Context<'h>, error: PatternError) -> Native<'h> {
    let arena = context.arena;
    Ok(arena.tuple(&[arena.string(error.message)?, arena.usize(error.position)?])?)
}

/// `{error, {compile, {Text, Position}}}`.
pub(super) fn compile_error<'h>(context: Context<'h>, error: PatternError) -> Native<'h> {
    let what = Term::atom(atom(context, "compile")?);
    let error = context.arena.tuple(&[what, pattern_error(context, error)?])?;
    Ok(context.arena.tuple(&[Term::atom(names::error), error])?)
}

/// The result of a search that ended.
pub(super) fn of<'h>(context: Context<'h>, search: &Search, subject: Term<'h>, end: Progress) -> Native<'h> {
    let limit = match end {
        Progress::StepLimit => Some("match_limit"),
        Progress::DepthLimit => Some("match_limit_recursion"),
        _ => None,
    };
    if let Some(limit) = limit.filter(|_| search.report_errors) {
        let limit = Term::atom(atom(context, limit)?);
        return Ok(context.arena.tuple(&[Term::atom(names::error), limit])?);
    }
    let Some(first) = search.found.first() else { return Ok(Term::atom(atom(context, "nomatch")?)) };
    let matched = Term::atom(atom(context, "match")?);
    let nameless = search.machine.program().names().is_empty();
    if matches!(search.capture, Capture::None) || (nameless && matches!(search.capture, Capture::Names)) {
        return Ok(matched);
    }
    let told = if search.global {
        let matches = search.found.iter().map(|spans| told(context, search, subject, spans));
        context.arena.list_forward::<Fault<'h>>(matches, Term::NIL)?
    } else {
        told(context, search, subject, first)?
    };
    Ok(context.arena.tuple(&[matched, told])?)
}

/// What is told of a match.
fn told<'h>(context: Context<'h>, search: &Search, subject: Term<'h>, spans: &[Span]) -> Native<'h> {
    let used = spans.iter().rposition(|span| !span.is_none()).map_or(0, |last| last + 1);
    let wanted: Vec<Option<Span>> = match &search.capture {
        Capture::All => spans[..used].iter().copied().map(Some).collect(),
        Capture::AllButFirst => spans[..used].iter().skip(1).copied().map(Some).collect(),
        Capture::First => alloc::vec![spans.first().copied()],
        Capture::None => Vec::new(),
        Capture::Names => {
            let names = search.machine.program().names();
            let mut distinct: Vec<&[u8]> = names.iter().map(|(name, _)| &name[..]).collect();
            distinct.dedup();
            distinct.into_iter().map(|name| named(search, spans, name)).collect()
        }
        Capture::These(wanted) => wanted
            .iter()
            .map(|wanted| match wanted {
                Wanted::Number(number) => spans.get(*number).copied(),
                Wanted::Name(name) => named(search, spans, name),
            })
            .collect(),
    };
    let terms = wanted.into_iter().map(|span| {
        let span = span.filter(|span| !span.is_none() && span.start <= span.end);
        form(context, search, subject, span)
    });
    context.arena.list_forward::<Fault<'h>>(terms, Term::NIL)
}

/// What the first group of a name that captured did capture.
fn named(search: &Search, spans: &[Span], name: &[u8]) -> Option<Span> {
    let groups = search.machine.program().names().iter().filter(|(known, _)| known == name);
    groups.filter_map(|(_, group)| spans.get(*group as usize)).copied().find(|span| !span.is_none())
}

fn form<'h>(context: Context<'h>, search: &Search, subject: Term<'h>, span: Option<Span>) -> Native<'h> {
    let arena = context.arena;
    let Some(Span { start, end }) = span else {
        return Ok(match search.form {
            Form::Index => arena.tuple(&[Term::small_number(-1), Term::small_number(0)])?,
            Form::List => Term::NIL,
            Form::Binary => arena.bytes(&[])?,
        });
    };
    match search.form {
        Form::Index => Ok(arena.tuple(&[arena.usize(start)?, arena.usize(end - start)?])?),
        Form::Binary => Ok(arena.sub_bits(subject, start * 8, (end - start) * 8)?),
        Form::List => {
            let bytes = argument::bytes(subject)?;
            let bytes = &bytes[start..end];
            let unicode = search.machine.program().options().has(Options::UNICODE);
            match core::str::from_utf8(bytes) {
                Ok(text) if unicode => Ok(arena.string(text)?),
                _ => Ok(arena.byte_list(bytes)?),
            }
        }
    }
}
