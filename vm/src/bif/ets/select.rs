//! `ets`: looking for, counting, taking out and replacing what matches.
//!
//! What may take long is a [`Scan`] and what it found so far. A list is made from its end: the walk goes against its order.
//! Only where so many results are wanted and no more does it go along, and the list is turned round.

use alloc::vec::Vec;

use super::scan::Scan;
use super::{Access, END, MODULE, patterns, table, wrong};
use crate::atom::names;
use crate::bif::{Callee, Context, Control, argument};
use crate::heap::{Arena, Row};
use crate::process::{Fault, Native};
use crate::table::{Kind, Walk};
use crate::term::Term;

crate::bifs! {
    "ets";
    /// Takes out what matches; how much it was.
    exclusive control "internal_select_delete"/2 => select_delete;
    /// More of what matches a pattern.
    exclusive control "match"/1 => select_on;
    /// The values of a pattern's variables in what matches.
    exclusive control "match"/2 => match_all;
    /// The same, so many at once.
    exclusive control "match"/3 => match_some;
    /// More of what matches a pattern.
    exclusive control "match_object"/1 => select_on;
    /// What matches a pattern.
    exclusive control "match_object"/2 => match_objects;
    /// The same, so many at once.
    exclusive control "match_object"/3 => match_some_objects;
    /// More of what a match specification makes of what matches.
    exclusive control "select"/1 => select_on;
    /// What a match specification makes of what matches.
    exclusive control "select"/2 => select;
    /// The same, so many at once.
    exclusive control "select"/3 => select_some;
    /// How much a match specification matches.
    exclusive control "select_count"/2 => select_count;
    /// Goes on with what paused.
    exclusive control "select_more"/3 => select_more;
    /// Replaces what matches by what a match specification makes of it.
    exclusive control "select_replace"/2 => select_replace;
    /// More of what a match specification makes of what matches, backwards.
    exclusive control "select_reverse"/1 => select_on;
    /// What a match specification makes of what matches, backwards.
    exclusive control "select_reverse"/2 => select_reverse;
    /// The same, so many at once.
    exclusive control "select_reverse"/3 => select_some_reverse;
}

type Flow<'h> = Result<Control<'h>, Fault<'h>>;

/// What is done with what matches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Job {
    List,
    Some,
    Count,
    Delete,
    Replace,
}

/// Jobs by the number that a pause remembers them by.
const JOBS: [Job; 5] = [Job::List, Job::Some, Job::Count, Job::Delete, Job::Replace];

impl Job {
    fn access(self) -> Access {
        if matches!(self, Job::Delete | Job::Replace) { Access::Change } else { Access::Look }
    }

    /// What is said where nothing can match.
    fn nothing<'h>(self) -> Term<'h> {
        match self {
            Job::List => Term::NIL,
            Job::Some => END,
            _ => Term::small_number(0),
        }
    }
}

/// Starts a job; `backwards` says that results are wanted from the end.
fn start<'h>(
    context: Context<'h>,
    job: Job,
    own: Term<'h>,
    spec: Term<'h>,
    backwards: bool,
    limit: usize,
) -> Flow<'h> {
    let table = table(context, own, job.access())?;
    if job == Job::Replace {
        if table.kind == Kind::Bag {
            return Err(wrong(context, "table_type"));
        }
        spec.list_length().ok_or(Fault::badarg())?;
        if !patterns::keeps_keys(context, &table, spec) {
            return Err(Fault::badarg());
        }
    }
    if spec.is_nil() {
        return Ok(Control::Value(job.nothing()));
    }
    let upwards = if job == Job::List { backwards } else { !backwards };
    let scan = Scan::new(context, own, table.table(), spec, upwards, limit)?;
    go_on(context, job, scan, Term::NIL, 0)
}

fn go_on<'h>(context: Context<'h>, job: Job, scan: Scan<'h>, done: Term<'h>, count: usize) -> Flow<'h> {
    match job {
        Job::List => list(context, scan, done),
        Job::Some => some(context, scan, done, count),
        Job::Count | Job::Delete | Job::Replace => work(context, job, scan, count),
    }
}

/// Goes on after the other processes had their turn.
fn pause<'h>(context: Context<'h>, job: Job, mut scan: Scan<'h>, done: Term<'h>, count: usize) -> Flow<'h> {
    let arena = context.arena;
    let number = JOBS.iter().position(|own| *own == job).unwrap_or(0);
    let rest = scan.rest(context, Term::NIL)?;
    let state = arena.tuple(&[Term::small_number(number as i32), rest])?;
    let arguments = alloc::vec![state, done, arena.usize(count)?];
    Ok(Control::Later(Callee::Function(MODULE, names::select_more), arguments))
}

fn select_more<'h>(context: Context<'h>, [state, done, count]: [Term<'h>; 3]) -> Flow<'h> {
    let [number, rest] = *argument::tuple(state)? else { return Err(Fault::badarg()) };
    let job = *JOBS.get(argument::count(number)?).ok_or(Fault::badarg())?;
    let scan = Scan::resumed(context, rest, job.access())?;
    go_on(context, job, scan, done, argument::count(count)?)
}

/// All results before others.
fn list<'h>(context: Context<'h>, mut scan: Scan<'h>, done: Term<'h>) -> Flow<'h> {
    let mut results = done;
    let ended = scan.go_on(context, |value, _| {
        results = context.arena.cons(value, results)?;
        Ok(Walk::On)
    })?;
    if ended { Ok(Control::Value(results)) } else { pause(context, Job::List, scan, results, 0) }
}

/// So many results as are wanted and are not yet among `done`, which has `count` of them, the last first.
fn some<'h>(context: Context<'h>, mut scan: Scan<'h>, done: Term<'h>, count: usize) -> Flow<'h> {
    let (arena, wanted) = (context.arena, scan.limit - count);
    let mut found: Vec<Term<'h>> = scan.results.list().collect();
    let (mut ended, knows_keys) = (false, scan.knows_keys());
    if found.len() < wanted {
        ended = scan.go_on(context, |value, _| {
            found.push(value);
            Ok(if found.len() >= wanted { Walk::Stop } else { Walk::On })
        })?;
    }
    if found.len() < wanted && !ended {
        let count = count + found.len();
        let done = found.into_iter().try_fold(done, |done, value| arena.cons(value, done))?;
        scan.results = Term::NIL;
        return pause(context, Job::Some, scan, done, count);
    }
    let beyond = found.split_off(wanted.min(found.len()));
    if ended {
        scan.finish(context)?;
    }
    let over = ended && beyond.is_empty() && (knows_keys || found.len() < wanted);
    let results = done.list().try_fold(arena.list(&found)?, |results, value| arena.cons(value, results))?;
    if results.is_nil() {
        return Ok(Control::Value(END));
    }
    let rest = if over { END } else { scan.rest(context, arena.list(&beyond)?)? };
    Ok(Control::Value(arena.tuple(&[results, rest])?))
}

/// Counts what matches, takes it out or replaces it.
fn work<'h>(context: Context<'h>, job: Job, mut scan: Scan<'h>, count: usize) -> Flow<'h> {
    let scratch = Arena::new();
    let (mut counted, mut objects, mut rows) = (count, Vec::new(), Vec::new());
    let ended = scan.go_on(context, |value, row| {
        if job == Job::Replace {
            objects.push(scratch.copy(row.term())?);
            rows.push(Row::new(value)?);
        } else if value.is(names::true_) {
            counted += 1;
            if job == Job::Delete {
                objects.push(scratch.copy(row.term())?);
            }
        }
        Ok(Walk::On)
    })?;
    let atoms = &context.system.atoms;
    if job == Job::Delete {
        for object in &objects {
            scan.table.remove_object(atoms, *object);
        }
    }
    for (old, row) in objects.iter().zip(rows) {
        counted += usize::from(scan.table.replace(atoms, *old, row));
    }
    if ended {
        Ok(Control::Value(context.arena.usize(counted)?))
    } else {
        pause(context, job, scan, Term::NIL, counted)
    }
}

fn select<'h>(context: Context<'h>, [own, spec]: [Term<'h>; 2]) -> Flow<'h> {
    start(context, Job::List, own, spec, false, 0)
}

fn select_reverse<'h>(context: Context<'h>, [own, spec]: [Term<'h>; 2]) -> Flow<'h> {
    start(context, Job::List, own, spec, true, 0)
}

fn select_some<'h>(context: Context<'h>, [own, spec, limit]: [Term<'h>; 3]) -> Flow<'h> {
    limited(context, own, spec, limit, false)
}

fn select_some_reverse<'h>(context: Context<'h>, [own, spec, limit]: [Term<'h>; 3]) -> Flow<'h> {
    limited(context, own, spec, limit, true)
}

fn limited<'h>(
    context: Context<'h>,
    own: Term<'h>,
    spec: Term<'h>,
    limit: Term<'h>,
    backwards: bool,
) -> Flow<'h> {
    table(context, own, Access::Look)?;
    let limit = limit.as_usize().filter(|limit| *limit > 0).ok_or(Fault::badarg())?;
    start(context, Job::Some, own, spec, backwards, limit)
}

fn select_on<'h>(context: Context<'h>, [continuation]: [Term<'h>; 1]) -> Flow<'h> {
    if continuation.is(names::end_of_table) {
        return Ok(Control::Value(END));
    }
    let scan = Scan::resumed(context, continuation, Access::Look)?;
    if scan.limit == 0 {
        return Err(Fault::badarg());
    }
    some(context, scan, Term::NIL, 0)
}

fn select_count<'h>(context: Context<'h>, [own, spec]: [Term<'h>; 2]) -> Flow<'h> {
    start(context, Job::Count, own, spec, false, 0)
}

fn select_delete<'h>(context: Context<'h>, [own, spec]: [Term<'h>; 2]) -> Flow<'h> {
    start(context, Job::Delete, own, spec, false, 0)
}

fn select_replace<'h>(context: Context<'h>, [own, spec]: [Term<'h>; 2]) -> Flow<'h> {
    start(context, Job::Replace, own, spec, false, 0)
}

/// The specification of a pattern that gives what a body says: `'$$'` or `'$_'`.
fn of_pattern<'h>(context: Context<'h>, pattern: Term<'h>, body: &str) -> Native<'h> {
    let arena = context.arena;
    let body = arena.list(&[super::atom(context, body)?])?;
    Ok(arena.list(&[arena.tuple(&[pattern, Term::NIL, body])?])?)
}

fn match_all<'h>(context: Context<'h>, [own, pattern]: [Term<'h>; 2]) -> Flow<'h> {
    select(context, [own, of_pattern(context, pattern, "$$")?])
}

fn match_some<'h>(context: Context<'h>, [own, pattern, limit]: [Term<'h>; 3]) -> Flow<'h> {
    select_some(context, [own, of_pattern(context, pattern, "$$")?, limit])
}

fn match_objects<'h>(context: Context<'h>, [own, pattern]: [Term<'h>; 2]) -> Flow<'h> {
    select(context, [own, of_pattern(context, pattern, "$_")?])
}

fn match_some_objects<'h>(context: Context<'h>, [own, pattern, limit]: [Term<'h>; 3]) -> Flow<'h> {
    select_some(context, [own, of_pattern(context, pattern, "$_")?, limit])
}
