//! Searching and cutting binaries.
//!
//! Invariants: a search takes time in proportion to the binary (for many patterns times the longest, at worst);
//! matches do not overlap, the first place counts, and of the patterns that match there the longest. In a binary of
//! no bytes any term will do as a pattern, as on OTP.

use crate::sync::Arc;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use memchr::memmem::Finder;

use super::automaton::Automaton;
use crate::bif::{Context, argument};
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {
    "binary";
    /// A pattern that can be searched for again and again.
    plain "compile_pattern"/1 => compile;
    /// The place and length of the first match, or `nomatch`.
    plain "match"/2 => first;
    /// The place and length of the first match in a part, or `nomatch`.
    plain "match"/3 => first_within;
    /// The places and lengths of all matches.
    plain "matches"/2 => all;
    /// The places and lengths of all matches in a part.
    plain "matches"/3 => all_within;
    /// The parts of a binary around the first match.
    plain "split"/2 => split;
    /// The parts of a binary around matches, as the options say.
    plain "split"/3 => split_with;
}

/// Bytes that are searched in the time of a step.
const SEARCHED: usize = 4;

/// Something to search for.
enum Searcher {
    One(Box<Finder<'static>>),
    Many(Automaton),
}

/// Where something was found: its first byte and the one behind it.
type Found = (usize, usize);

impl Searcher {
    fn one(pattern: &[u8]) -> Self {
        Searcher::One(Box::new(Finder::new(pattern).into_owned()))
    }

    fn many<'h>(patterns: &[Cow<'_, [u8]>]) -> Result<Self, Fault<'h>> {
        Ok(Searcher::Many(Automaton::new(patterns.iter().map(|pattern| &**pattern))?))
    }

    fn find(&self, bytes: &[u8], start: usize) -> Option<Found> {
        let rest = &bytes[start..];
        let (from, to) = match self {
            Searcher::One(finder) => finder.find(rest).map(|from| (from, from + finder.needle().len()))?,
            Searcher::Many(automaton) => automaton.find(rest)?,
        };
        Some((start + from, start + to))
    }
}

/// The patterns of a term: a binary that is not empty, or a list of such.
fn patterns<'h>(term: Term<'h>) -> Result<Vec<Cow<'h, [u8]>>, Fault<'h>> {
    let patterns: Vec<_> = if term.as_bits().is_some() {
        alloc::vec![argument::bytes(term)?]
    } else {
        argument::list(term)?.into_iter().map(argument::bytes).collect::<Result<_, _>>()?
    };
    let some = !patterns.is_empty() && patterns.iter().all(|pattern| !pattern.is_empty());
    if some { Ok(patterns) } else { Err(Fault::badarg()) }
}

fn searcher<'h>(context: Context<'h>, pattern: Term<'h>) -> Result<Arc<Searcher>, Fault<'h>> {
    if let Some([kind, reference]) = pattern.as_tuple() {
        let kind = context.system.atoms.name(argument::atom(*kind)?);
        let kept = context.system.kept::<Searcher>(*reference);
        let fits = |searcher: &Arc<Searcher>| matches!(**searcher, Searcher::One(_)) == (kind == "bm");
        return kept.filter(|searcher| ["bm", "ac"].contains(&kind) && fits(searcher)).ok_or(Fault::badarg());
    }
    Ok(Arc::new(match patterns(pattern)?.as_slice() {
        [pattern] => Searcher::one(pattern),
        patterns => Searcher::many(patterns)?,
    }))
}

fn compile<'h>(context: Context<'h>, [pattern]: [Term<'h>; 1]) -> Native<'h> {
    if pattern.as_tuple().is_some() {
        return Err(Fault::badarg());
    }
    let searcher = searcher(context, pattern)?;
    let kind = if matches!(*searcher, Searcher::One(_)) { "bm" } else { "ac" };
    let kind = context.system.atoms.intern(kind).ok_or(Fault::system_limit())?;
    Ok(context.arena.tuple(&[Term::atom(kind), context.system.keep(context.arena, searcher, 0)?])?)
}

/// How a binary is to be searched and cut.
#[derive(Default)]
struct Options {
    /// The first byte and the one behind the last.
    scope: Option<Found>,
    global: bool,
    trim: bool,
    trim_all: bool,
}

impl Options {
    fn parse<'h>(context: Context<'h>, list: Term<'h>, cuts: bool) -> Result<Self, Fault<'h>> {
        let mut options = Options::default();
        if list.as_cons().is_none() && !list.is_nil() {
            return Err(Fault::badarg());
        }
        // What a list ends in is not looked at.
        for option in list.list() {
            let name = option.as_atom().map(|atom| context.system.atoms.name(atom));
            match (name, option.as_tuple()) {
                (Some("global"), _) if cuts => options.global = true,
                (Some("trim"), _) if cuts => options.trim = true,
                (Some("trim_all"), _) if cuts => options.trim_all = true,
                (_, Some([key, scope])) if is_scope(context, *key) => options.scope = Some(range(*scope)?),
                _ => return Err(Fault::badarg()),
            }
        }
        Ok(options)
    }
}

fn is_scope(context: Context<'_>, key: Term<'_>) -> bool {
    key.as_atom().is_some_and(|key| context.system.atoms.name(key) == "scope")
}

/// The bytes of `{Place, Length}`, where a negative length goes back from the place.
fn range<'h>(part: Term<'h>) -> Result<Found, Fault<'h>> {
    let [place, length] = *argument::tuple(part)? else { return Err(Fault::badarg()) };
    let (place, length) = (argument::count(place)?, length.as_small().ok_or(Fault::badarg())?);
    let other = place.checked_add_signed(length).ok_or(Fault::badarg())?;
    Ok((place.min(other), place.max(other)))
}

/// A binary and the part of it that is searched.
struct Subject<'h> {
    bytes: Cow<'h, [u8]>,
    scope: Found,
    searcher: Option<Arc<Searcher>>,
}

impl<'h> Subject<'h> {
    fn new(
        context: Context<'h>,
        binary: Term<'h>,
        pattern: Term<'h>,
        options: &Options,
    ) -> Result<Self, Fault<'h>> {
        let bytes = argument::bytes(binary)?;
        let scope = options.scope.unwrap_or((0, bytes.len()));
        if scope.1 > bytes.len() {
            return Err(Fault::badarg());
        }
        let searcher = if bytes.is_empty() { None } else { Some(searcher(context, pattern)?) };
        Ok(Subject { bytes, scope, searcher })
    }

    /// Counts what it took to search as far as a byte.
    fn charge(&self, context: Context<'_>, to: usize) {
        context.charge((to - self.scope.0) / SEARCHED);
    }

    fn matches(&self) -> impl Iterator<Item = Found> + '_ {
        let (mut place, end) = self.scope;
        core::iter::from_fn(move || {
            let found = self.searcher.as_ref()?.find(&self.bytes[..end], place)?;
            place = found.1;
            Some(found)
        })
    }
}

fn part<'h>(context: Context<'h>, (from, to): Found) -> Native<'h> {
    Ok(context.arena.tuple(&[context.arena.usize(from)?, context.arena.usize(to - from)?])?)
}

fn first<'h>(context: Context<'h>, [binary, pattern]: [Term<'h>; 2]) -> Native<'h> {
    first_within(context, [binary, pattern, Term::NIL])
}

fn first_within<'h>(context: Context<'h>, [binary, pattern, options]: [Term<'h>; 3]) -> Native<'h> {
    let options = Options::parse(context, options, false)?;
    let subject = Subject::new(context, binary, pattern, &options)?;
    let found = subject.matches().next();
    subject.charge(context, found.map_or(subject.scope.1, |found| found.1));
    match found {
        Some(found) => part(context, found),
        None => Ok(Term::atom(context.system.atoms.intern("nomatch").ok_or(Fault::system_limit())?)),
    }
}

fn all<'h>(context: Context<'h>, [binary, pattern]: [Term<'h>; 2]) -> Native<'h> {
    all_within(context, [binary, pattern, Term::NIL])
}

fn all_within<'h>(context: Context<'h>, [binary, pattern, options]: [Term<'h>; 3]) -> Native<'h> {
    let options = Options::parse(context, options, false)?;
    let subject = Subject::new(context, binary, pattern, &options)?;
    subject.charge(context, subject.scope.1);
    context.arena.list_forward(subject.matches().map(|found| part(context, found)), Term::NIL)
}

fn split<'h>(context: Context<'h>, [binary, pattern]: [Term<'h>; 2]) -> Native<'h> {
    split_with(context, [binary, pattern, Term::NIL])
}

fn split_with<'h>(context: Context<'h>, [binary, pattern, options]: [Term<'h>; 3]) -> Native<'h> {
    let options = Options::parse(context, options, true)?;
    let subject = Subject::new(context, binary, pattern, &options)?;
    let most = if options.global { usize::MAX } else { 1 };
    let mut pieces: Vec<Found> = Vec::new();
    let mut place = 0;
    for (from, to) in subject.matches().take(most) {
        pieces.try_reserve(1).map_err(|_| Fault::system_limit())?;
        pieces.push((place, from));
        place = to;
    }
    subject.charge(context, if pieces.len() < most { subject.scope.1 } else { place });
    pieces.push((place, subject.bytes.len()));
    if options.trim_all {
        pieces.retain(|(from, to)| from < to);
    } else if options.trim {
        let kept = pieces.iter().rposition(|(from, to)| from < to).map_or(0, |last| last + 1);
        pieces.truncate(kept);
    }
    if pieces.len() == 1 && pieces[0] == (0, subject.bytes.len()) {
        return Ok(context.arena.list(&[binary])?);
    }
    let parts = pieces.iter().map(|(from, to)| context.arena.sub_bits(binary, from * 8, (to - from) * 8));
    Ok(context.arena.list_forward(parts, Term::NIL)?)
}
