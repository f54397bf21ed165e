//! Native functions of module `re`: patterns compiled and searched for.
//!
//! A compiled pattern is `{re_pattern, Groups, Unicode, LineEnds, Bytes}`, whose bytes are the options and the pattern: it
//! can be stored and sent, and its program is made again where it is not among those used last.
//! Invariant: a search that takes long is a resource and goes on after the other processes had their turn.
//! Deliberately absent: `split` and `replace`, which are Erlang (`vm/lib`).

mod options;
mod outcome;

use crate::sync::{Arc, Guarded};
use alloc::string::String;
use alloc::vec::Vec;

use self::options::{Asked, Capture, Form};
use super::{Callee, Context, Control, argument, iolist, unicode};
use crate::atom::names;
use crate::heap::Resource;
use crate::process::{Fault, Native};
use crate::regex::{Limits, Machine, MatchFlags, Newline, Options, Program, Progress, Span};
use crate::term::Term;

crate::bifs! {
    "re";
    /// A compiled pattern, or what is wrong with it.
    plain "compile"/1 => compile;
    /// A compiled pattern, made as the options say.
    plain "compile"/2 => compile_with;
    /// What a pattern matches in a subject.
    control "run"/2 => run;
    /// What a pattern matches in a subject, as the options say.
    control "run"/3 => run_with;
    /// Goes on with a search.
    control "resume"/2 => resume;
    /// What is known of a compiled pattern.
    plain "inspect"/2 => inspect;
    /// A compiled pattern of one that was compiled to be stored elsewhere.
    plain "import"/1 => import;
    /// Which PCRE we go by.
    plain "version"/0 => version;
}

/// The version of PCRE2 whose behaviour this is.
const VERSION: &[u8] = b"10.47 2025-10-21";
/// What the bytes of a compiled pattern begin with.
const MARK: &[u8] = b"avm re 1";
/// Steps of a search before other processes have their turn.
const SLICE_STEPS: u32 = 20_000;

/// A search under way.
struct Search {
    machine: Machine,
    flags: MatchFlags,
    capture: Capture,
    form: Form,
    /// Whether all matches are looked for, and not the first alone.
    global: bool,
    report_errors: bool,
    /// Where the last match was, if it was empty and one that is not is looked for in its stead.
    empty_at: Option<usize>,
    offset: usize,
    found: Vec<Vec<Span>>,
}

/// A search that waits for its next turn.
type Waiting = Guarded<Option<Search>>;

fn compile<'h>(context: Context<'h>, [pattern]: [Term<'h>; 1]) -> Native<'h> {
    compile_with(context, [pattern, Term::NIL])
}

fn compile_with<'h>(context: Context<'h>, [pattern, list]: [Term<'h>; 2]) -> Native<'h> {
    let asked = options::of_compile(context, list)?;
    let bytes = text(context, pattern, asked.options.has(Options::UNICODE))?;
    match context.system.regexes.program(&bytes, asked.options) {
        Ok(program) => {
            let mut compiled = compiled(context, &program, asked.options, &bytes)?;
            if asked.exports {
                compiled = exported(context, compiled, pattern, list)?;
            }
            Ok(context.arena.tuple(&[Term::atom(names::ok), compiled])?)
        }
        Err(error) => {
            let error = outcome::pattern_error(context, error)?;
            Ok(context.arena.tuple(&[Term::atom(names::error), error])?)
        }
    }
}

/// The bytes of a pattern or a subject.
fn text<'h>(context: Context<'h>, data: Term<'h>, unicode: bool) -> Result<Vec<u8>, Fault<'h>> {
    if unicode { unicode::text(context, data).map(String::into_bytes) } else { iodata(data) }
}

/// The bytes of a binary or of nested lists.
fn iodata<'h>(data: Term<'h>) -> Result<Vec<u8>, Fault<'h>> {
    match data.as_bits() {
        Some(_) => argument::bytes(data).map(alloc::borrow::Cow::into_owned),
        None => iolist::bytes(data),
    }
}

fn compiled<'h>(context: Context<'h>, program: &Program, options: Options, pattern: &[u8]) -> Native<'h> {
    let mut bytes = argument::room(MARK.len() + 4 + pattern.len())?;
    bytes.extend_from_slice(MARK);
    bytes.extend_from_slice(&options.to_bytes());
    bytes.extend_from_slice(pattern);
    let flag = |set: bool| Term::small_number(i32::from(set));
    let own = program.options();
    let pairs = matches!(own.newline, Newline::CrLf | Newline::Any | Newline::AnyCrLf);
    Ok(context.arena.tuple(&[
        Term::atom(context.system.atoms.intern("re_pattern").ok_or(Fault::system_limit())?),
        context.arena.usize(program.groups())?,
        flag(own.has(Options::UNICODE)),
        flag(pairs),
        context.arena.bytes(&bytes)?,
    ])?)
}

/// `{re_exported_pattern, Header, Pattern, Options, Bytes}`.
fn exported<'h>(context: Context<'h>, compiled: Term<'h>, pattern: Term<'h>, list: Term<'h>) -> Native<'h> {
    let tag = context.system.atoms.intern("re_exported_pattern").ok_or(Fault::system_limit())?;
    let header = context.arena.bytes(MARK)?;
    Ok(context.arena.tuple(&[Term::atom(tag), header, pattern, list, argument::tuple(compiled)?[4]])?)
}

fn import<'h>(context: Context<'h>, [exported]: [Term<'h>; 1]) -> Native<'h> {
    let [tag, _, _, _, bytes] = *argument::tuple(exported)? else { return Err(Fault::badarg()) };
    if context.system.atoms.name(argument::atom(tag)?) != "re_exported_pattern" {
        return Err(Fault::badarg());
    }
    let bytes = argument::bytes(bytes)?;
    let rest = bytes.strip_prefix(MARK).ok_or(Fault::badarg())?;
    let (options, pattern) = rest.split_first_chunk::<4>().ok_or(Fault::badarg())?;
    let options = Options::from_bytes(*options).ok_or(Fault::badarg())?;
    let program = context.system.regexes.program(pattern, options).map_err(|_| Fault::badarg())?;
    compiled(context, &program, options, pattern)
}

/// The program of a compiled pattern; nothing for what is none.
fn program_of<'h>(context: Context<'h>, term: Term<'h>) -> Option<Result<Arc<Program>, Fault<'h>>> {
    let [tag, _, _, _, bytes] = *term.as_tuple()? else { return None };
    if context.system.atoms.name(tag.as_atom()?) != "re_pattern" {
        return None;
    }
    let program = argument::bytes(bytes).and_then(|bytes| {
        let rest = bytes.strip_prefix(MARK).ok_or(Fault::badarg())?;
        let (options, pattern) = rest.split_first_chunk::<4>().ok_or(Fault::badarg())?;
        let options = Options::from_bytes(*options).ok_or(Fault::badarg())?;
        context.system.regexes.program(pattern, options).map_err(|_| Fault::badarg())
    });
    Some(program)
}

fn run<'h>(context: Context<'h>, [subject, pattern]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    search(context, subject, pattern, Term::NIL)
}

fn run_with<'h>(
    context: Context<'h>,
    [subject, pattern, list]: [Term<'h>; 3],
) -> Result<Control<'h>, Fault<'h>> {
    search(context, subject, pattern, list)
}

fn search<'h>(
    context: Context<'h>,
    subject: Term<'h>,
    pattern: Term<'h>,
    list: Term<'h>,
) -> Result<Control<'h>, Fault<'h>> {
    let asked = options::of_run(context, list)?;
    let program = match program_of(context, pattern) {
        Some(_) if asked.compiles => return Err(Fault::badarg()),
        Some(program) => program?,
        None => {
            let bytes = text(context, pattern, asked.options.has(Options::UNICODE))?;
            match context.system.regexes.program(&bytes, asked.options) {
                Ok(program) => program,
                Err(error) if asked.report_errors => {
                    return outcome::compile_error(context, error).map(Control::Value);
                }
                Err(_) => return Err(Fault::badarg()),
            }
        }
    };
    let unicode = program.options().has(Options::UNICODE);
    let subject = match subject.as_bits() {
        Some(_) => subject,
        None => context.arena.bytes(&text(context, subject, unicode)?)?,
    };
    let bytes = argument::bytes(subject)?;
    if asked.offset > bytes.len() && asked.global {
        let nothing = context.system.atoms.intern("nomatch").ok_or(Fault::system_limit())?;
        return Ok(Control::Value(Term::atom(nothing)));
    }
    if asked.offset > bytes.len() || (unicode && !is_text(&bytes, asked.offset)) {
        return Err(Fault::badarg());
    }
    let mut search = start(&program, bytes.len(), asked);
    match search.run(&bytes, SLICE_STEPS) {
        Some(end) => outcome::of(context, &search, subject, end).map(Control::Value),
        None => wait(context, search, subject),
    }
}

/// Whether bytes are UTF-8 and a character begins at an offset.
fn is_text(bytes: &[u8], offset: usize) -> bool {
    core::str::from_utf8(bytes).is_ok_and(|text| text.is_char_boundary(offset))
}

fn start(program: &Arc<Program>, length: usize, asked: Asked) -> Search {
    let limits = Limits { steps: asked.steps, depth: asked.depth };
    Search {
        machine: Machine::new(program.clone(), length, asked.offset, asked.flags, limits),
        flags: asked.flags,
        capture: asked.capture,
        form: asked.form,
        global: asked.global,
        report_errors: asked.report_errors,
        empty_at: None,
        offset: asked.offset,
        found: Vec::new(),
    }
}

/// Keeps a search until the process runs again.
fn wait<'h>(context: Context<'h>, search: Search, subject: Term<'h>) -> Result<Control<'h>, Fault<'h>> {
    let bytes = search.machine.size();
    let waiting: Waiting = Guarded::new(Some(search));
    let handle = context.arena.handle(context.system.make_reference(), Resource::new(waiting, bytes))?;
    later(context, handle, subject)
}

fn later<'h>(context: Context<'h>, handle: Term<'h>, subject: Term<'h>) -> Result<Control<'h>, Fault<'h>> {
    let atom = |name| context.system.atoms.intern(name).ok_or(Fault::system_limit());
    Ok(Control::Later(Callee::Function(atom("re")?, atom("resume")?), alloc::vec![handle, subject]))
}

fn resume<'h>(context: Context<'h>, [handle, subject]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    let waiting: &Waiting = handle.as_resource().ok_or(Fault::badarg())?;
    let bytes = argument::bytes(subject)?;
    let mut search = waiting.borrow_mut().take().ok_or(Fault::badarg())?;
    match search.run(&bytes, SLICE_STEPS) {
        Some(end) => outcome::of(context, &search, subject, end).map(Control::Value),
        None => {
            waiting.borrow_mut().replace(search);
            later(context, handle, subject)
        }
    }
}

impl Search {
    /// Goes on for so many steps; how it ended, if it did.
    fn run(&mut self, subject: &[u8], steps: u32) -> Option<Progress> {
        let mut fuel = steps;
        loop {
            let progress = self.machine.run(subject, &mut fuel);
            let next = match progress {
                Progress::Suspended => return None,
                Progress::Matched => {
                    self.found.push(self.machine.captures().to_vec());
                    if !self.global {
                        return Some(progress);
                    }
                    self.after_match(subject)
                }
                Progress::Unmatched if self.empty_at.is_some() => self.after_retry(subject, 0),
                _ => return Some(progress),
            };
            if next > subject.len() {
                return Some(progress);
            }
            self.offset = next;
            let retrying = self.empty_at.is_some();
            let flags = MatchFlags {
                anchored: self.flags.anchored || retrying,
                not_empty_at_start: self.flags.not_empty_at_start || retrying,
                ..self.flags
            };
            self.machine.again(self.offset, flags);
        }
    }

    /// Where to look after a match: after an empty one from the same place again, for one that is not.
    fn after_match(&mut self, subject: &[u8]) -> usize {
        let Span { start, end } = self.machine.captures()[0];
        let length = end.saturating_sub(start);
        if self.empty_at.is_some() {
            return self.after_retry(subject, length);
        }
        if length > 0 {
            return end;
        }
        self.empty_at = Some(start);
        self.offset
    }

    /// Where to look after a second try, which matched so many bytes.
    fn after_retry(&mut self, subject: &[u8], length: usize) -> usize {
        let place = self.empty_at.take().unwrap_or(self.offset);
        if length > 0 { place + length } else { self.after(subject, place) }
    }

    /// The place after a character, or after a line end of two.
    fn after(&self, subject: &[u8], place: usize) -> usize {
        let options = self.machine.program().options();
        let newline = self.flags.newline.unwrap_or(options.newline);
        let pairs = matches!(newline, Newline::CrLf | Newline::Any | Newline::AnyCrLf);
        if pairs && subject[place..].starts_with(b"\r\n") {
            return place + 2;
        }
        let mut after = place + 1;
        while options.has(Options::UNICODE) && subject.get(after).is_some_and(|byte| byte & 0xc0 == 0x80) {
            after += 1;
        }
        after
    }
}

fn inspect<'h>(context: Context<'h>, [pattern, item]: [Term<'h>; 2]) -> Native<'h> {
    let program = program_of(context, pattern).ok_or(Fault::badarg())??;
    let name = context.system.atoms.name(argument::atom(item)?);
    if name != "namelist" {
        return Err(Fault::badarg());
    }
    let mut names: Vec<&[u8]> = program.names().iter().map(|(name, _)| &name[..]).collect();
    names.dedup();
    let names = names.into_iter().map(|name| Ok(context.arena.bytes(name)?));
    let names = context.arena.list_forward::<Fault<'h>>(names, Term::NIL)?;
    Ok(context.arena.tuple(&[item, names])?)
}

fn version<'h>(context: Context<'h>, []: [Term<'h>; 0]) -> Native<'h> {
    Ok(context.arena.bytes(VERSION)?)
}
