//! What the options of `re` ask for.
//!
//! Invariant: an option nobody knows is `badarg`.

use alloc::vec::Vec;

use super::iodata;
use crate::bif::{Context, argument};
use crate::process::Fault;
use crate::regex::{Limits, MatchFlags, Newline, Options};
use crate::term::Term;

/// Which groups are told.
pub(super) enum Capture {
    /// All up to the last that captured.
    All,
    /// Those but the match itself.
    AllButFirst,
    /// The match itself.
    First,
    /// None.
    None,
    /// All that have names, in the order of names.
    Names,
    /// These.
    These(Vec<Wanted>),
}

/// A group that is wanted.
pub(super) enum Wanted {
    /// By number.
    Number(usize),
    /// By name.
    Name(Vec<u8>),
}

/// As what groups are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Where they begin and how long they are.
    Index,
    /// Lists of characters.
    List,
    /// Binaries.
    Binary,
}

/// All that was asked for.
pub(super) struct Asked {
    /// What the pattern is compiled with.
    pub options: Options,
    /// Whether any option is for the compilation alone.
    pub compiles: bool,
    /// Whether the compiled pattern is to be stored elsewhere.
    pub exports: bool,
    pub flags: MatchFlags,
    pub capture: Capture,
    pub form: Form,
    pub global: bool,
    pub report_errors: bool,
    pub offset: usize,
    pub steps: u64,
    pub depth: u64,
}

impl Asked {
    fn nothing() -> Asked {
        let limits = Limits::default();
        Asked {
            options: Options::default(),
            compiles: false,
            exports: false,
            flags: MatchFlags::default(),
            capture: Capture::All,
            form: Form::Index,
            global: false,
            report_errors: false,
            offset: 0,
            steps: limits.steps,
            depth: limits.depth,
        }
    }
}

/// The options of `compile`.
pub(super) fn of_compile<'h>(context: Context<'h>, list: Term<'h>) -> Result<Asked, Fault<'h>> {
    let mut asked = Asked::nothing();
    for option in argument::list(list)? {
        if name(context, option) == Some("export") {
            asked.exports = true;
        } else if !compile_option(context, option, &mut asked)? {
            return Err(Fault::badarg());
        }
    }
    Ok(asked)
}

/// The options of `run`, those of `compile` among them.
pub(super) fn of_run<'h>(context: Context<'h>, list: Term<'h>) -> Result<Asked, Fault<'h>> {
    let mut asked = Asked::nothing();
    for option in argument::list(list)? {
        if !run_option(context, option, &mut asked)? && !compile_option(context, option, &mut asked)? {
            return Err(Fault::badarg());
        }
    }
    Ok(asked)
}

/// Takes in an option of the compilation; whether it is one.
fn compile_option<'h>(context: Context<'h>, option: Term<'h>, asked: &mut Asked) -> Result<bool, Fault<'h>> {
    if let Some([key, value]) = option.as_tuple() {
        if name(context, *key) != Some("newline") {
            return Ok(false);
        }
        asked.options.newline = newline(context, *value)?;
        return Ok(true);
    }
    let flag = match name(context, option) {
        Some("unicode") => Options::UNICODE,
        Some("anchored") => Options::ANCHORED,
        Some("caseless") => Options::CASELESS,
        Some("dollar_endonly") => Options::DOLLAR_ENDONLY,
        Some("dotall") => Options::DOTALL,
        Some("extended") => Options::EXTENDED,
        Some("firstline") => Options::FIRSTLINE,
        Some("multiline") => Options::MULTILINE,
        Some("no_auto_capture") => Options::NO_AUTO_CAPTURE,
        Some("dupnames") => Options::DUPNAMES,
        Some("ungreedy") => Options::UNGREEDY,
        Some("bsr_anycrlf") => Options::BSR_ANYCRLF,
        Some("never_utf") => Options::NEVER_UTF,
        Some("ucp") => Options::UCP,
        Some("no_start_optimize") => Options::NO_START_OPTIMIZE,
        Some("bsr_unicode") => {
            asked.options = asked.options.without(Options::BSR_ANYCRLF);
            asked.compiles = true;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    asked.options = asked.options.with(flag);
    asked.compiles |= flag != Options::ANCHORED;
    Ok(true)
}

/// Takes in an option of the search; whether it is one.
fn run_option<'h>(context: Context<'h>, option: Term<'h>, asked: &mut Asked) -> Result<bool, Fault<'h>> {
    if let Some(elements) = option.as_tuple() {
        return run_pair(context, elements, asked);
    }
    match name(context, option) {
        Some("global") => asked.global = true,
        Some("notbol") => asked.flags.not_line_start = true,
        Some("noteol") => asked.flags.not_line_end = true,
        Some("notempty") => asked.flags.not_empty = true,
        Some("notempty_atstart") => asked.flags.not_empty_at_start = true,
        Some("report_errors") => asked.report_errors = true,
        Some("anchored") => {
            asked.flags.anchored = true;
            return Ok(false);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn run_pair<'h>(context: Context<'h>, elements: &[Term<'h>], asked: &mut Asked) -> Result<bool, Fault<'h>> {
    let Some(key) = elements.first().and_then(|key| name(context, *key)) else { return Ok(false) };
    match (key, &elements[1..]) {
        ("offset", [value]) => asked.offset = argument::count(*value)?,
        ("match_limit", [value]) => asked.steps = argument::count(*value)? as u64,
        ("match_limit_recursion", [value]) => asked.depth = argument::count(*value)? as u64,
        ("newline", [value]) => asked.flags.newline = Some(newline(context, *value)?),
        ("capture", [which]) => asked.capture = capture(context, *which)?,
        ("capture", [which, form]) => {
            asked.capture = capture(context, *which)?;
            asked.form = match name(context, *form) {
                Some("index") => Form::Index,
                Some("list") => Form::List,
                Some("binary") => Form::Binary,
                _ => return Err(Fault::badarg()),
            };
        }
        _ => return Ok(false),
    }
    // A line end is an option of both.
    if key == "newline"
        && let Some(newline) = asked.flags.newline
    {
        asked.options.newline = newline;
    }
    Ok(true)
}

fn newline<'h>(context: Context<'h>, value: Term<'h>) -> Result<Newline, Fault<'h>> {
    Ok(match name(context, value) {
        Some("cr") => Newline::Cr,
        Some("lf") => Newline::Lf,
        Some("crlf") => Newline::CrLf,
        Some("anycrlf") => Newline::AnyCrLf,
        Some("any") => Newline::Any,
        Some("nul") => Newline::Nul,
        _ => return Err(Fault::badarg()),
    })
}

fn capture<'h>(context: Context<'h>, which: Term<'h>) -> Result<Capture, Fault<'h>> {
    if which.list_length().is_some() {
        let wanted = argument::list(which)?.into_iter().map(|term| wanted(context, term));
        let wanted: Vec<Wanted> = wanted.collect::<Result<_, _>>()?;
        return Ok(if wanted.is_empty() { Capture::None } else { Capture::These(wanted) });
    }
    Ok(match name(context, which) {
        Some("all") => Capture::All,
        Some("all_but_first") => Capture::AllButFirst,
        Some("first") => Capture::First,
        Some("none") => Capture::None,
        Some("all_names") => Capture::Names,
        _ => return Err(Fault::badarg()),
    })
}

fn wanted<'h>(context: Context<'h>, term: Term<'h>) -> Result<Wanted, Fault<'h>> {
    if let Some(number) = term.as_usize() {
        return Ok(Wanted::Number(number));
    }
    match term.as_atom() {
        Some(atom) => Ok(Wanted::Name(context.system.atoms.name(atom).as_bytes().to_vec())),
        None => iodata(term).map(Wanted::Name),
    }
}

fn name<'h>(context: Context<'h>, term: Term<'h>) -> Option<&'h str> {
    term.as_atom().map(|atom| context.system.atoms.name(atom))
}
