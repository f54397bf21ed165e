//! Native functions of module `zlib`: streams that compress and decompress.
//!
//! Invariants: a stream is a resource of the process that controls it; a call works on a slice of what is pending and
//! lets the other processes have their turn while there is more; headers and checksums are ours, deflate is the crate's.
//! Deliberately absent: references into a dictionary by a compressor. What it writes names the dictionary and does not
//! use it.

mod compress;
mod decompress;

use alloc::vec::Vec;

use self::compress::Deflation;
use self::decompress::{Inflation, Step};
use super::{Context, Control, argument, iolist};
use crate::heap::Resource;
use crate::process::{Fault, Native};
use crate::sync::Guarded;
use crate::term::Term;

crate::bifs! {
    "zlib";
    /// A stream that neither compresses nor decompresses yet.
    plain "open_stream"/0 => open;
    /// Ends a stream.
    plain "close_stream"/1 => close;
    /// Gives a stream to another process.
    plain "give_stream"/2 => give;
    /// Lets a stream compress: level, window, strategy.
    plain "start_deflate"/2 => start_deflate;
    /// Compresses more data, up to a flush.
    control "step_deflate"/3 => step_deflate;
    /// Changes level and strategy.
    plain "change_deflate"/2 => change_deflate;
    /// Names a dictionary.
    plain "name_dictionary"/2 => name_dictionary;
    /// Begins anew.
    plain "reset_stream"/1 => reset;
    /// Stops compressing.
    plain "end_deflate"/1 => end_deflate;
    /// Lets a stream decompress: window, and what to do at its end.
    plain "start_inflate"/2 => start_inflate;
    /// Decompresses more data, up to so many bytes.
    control "step_inflate"/3 => step_inflate;
    /// Gives the dictionary a stream needs.
    plain "give_dictionary"/2 => give_dictionary;
    /// The dictionary of what was decompressed last.
    plain "take_dictionary"/1 => take_dictionary;
    /// Stops decompressing.
    plain "end_inflate"/1 => end_inflate;
}

/// What a stream does.
enum State {
    Idle,
    Closed,
    Deflate(Deflation),
    Inflate(Inflation),
}

struct Stream {
    owner: Guarded<u32>,
    state: Guarded<State>,
}

/// How deflate data is wrapped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    Raw,
    Zlib,
    Gzip,
    /// Zlib or gzip, as the data says.
    Either,
}

/// Bytes a stream takes, about: a compressor's tables.
const STREAM_BYTES: usize = 1 << 16;

/// The names of what may be wrong.
mod wrong {
    pub const DATA: &str = "data_error";
    pub const STREAM: &str = "stream_error";
    pub const UNINITIALIZED: &str = "not_initialized";
    pub const INITIALIZED: &str = "already_initialized";
    pub const FOREIGN: &str = "not_on_controlling_process";
}

fn raised<'h>(context: Context<'h>, name: &str) -> Fault<'h> {
    context.system.atoms.intern(name).map_or(Fault::system_limit(), Fault::error)
}

fn open<'h>(context: Context<'h>, []: [Term<'h>; 0]) -> Native<'h> {
    let stream = Stream { owner: Guarded::new(context.process.pid), state: Guarded::new(State::Idle) };
    Ok(context.arena.handle(context.system.make_reference(), Resource::new(stream, STREAM_BYTES))?)
}

/// The stream of a handle, for the process that controls it.
fn stream<'h>(context: Context<'h>, handle: Term<'h>) -> Result<&'h Stream, Fault<'h>> {
    let stream: &Stream = handle.as_resource().ok_or(Fault::badarg())?;
    if stream.owner.get() != context.process.pid {
        return Err(raised(context, wrong::FOREIGN));
    }
    Ok(stream)
}

const OK: Term<'static> = Term::atom(crate::atom::names::ok);

fn close<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    let before = stream(context, handle)?.state.replace(State::Closed);
    if matches!(before, State::Closed) { Err(raised(context, wrong::UNINITIALIZED)) } else { Ok(OK) }
}

fn give<'h>(context: Context<'h>, [handle, pid]: [Term<'h>; 2]) -> Native<'h> {
    let pid =
        pid.as_pid().filter(|pid| context.system.processes.get(*pid).is_some()).ok_or(Fault::badarg())?;
    stream(context, handle)?.owner.set(pid);
    Ok(OK)
}

/// The format and the size of the window that window bits stand for.
fn format<'h>(bits: Term<'h>) -> Result<(Format, u8), Fault<'h>> {
    let bits = bits.as_small().ok_or(Fault::badarg())?;
    let format = match bits {
        -15..=-8 => Format::Raw,
        8..=15 => Format::Zlib,
        24..=31 => Format::Gzip,
        40..=47 => Format::Either,
        _ => return Err(Fault::badarg()),
    };
    Ok((format, (bits.unsigned_abs() % 16) as u8))
}

fn start<'h>(context: Context<'h>, handle: Term<'h>, state: State) -> Native<'h> {
    let stream = stream(context, handle)?;
    let mut place = stream.state.borrow_mut();
    match *place {
        State::Idle => *place = state,
        State::Closed => return Err(raised(context, wrong::UNINITIALIZED)),
        _ => return Err(raised(context, wrong::INITIALIZED)),
    }
    Ok(OK)
}

fn start_deflate<'h>(context: Context<'h>, [handle, how]: [Term<'h>; 2]) -> Native<'h> {
    let [level, bits, strategy] = *argument::tuple(how)? else { return Err(Fault::badarg()) };
    let (format, window) = format(bits)?;
    let deflation = Deflation::new(format, window, small(level)?, small(strategy)?);
    start(context, handle, State::Deflate(deflation))
}

fn small<'h>(term: Term<'h>) -> Result<i32, Fault<'h>> {
    term.as_small().and_then(|value| i32::try_from(value).ok()).ok_or(Fault::badarg())
}

/// Works with the compressor of a stream.
fn deflating<'h, R>(
    context: Context<'h>,
    handle: Term<'h>,
    act: impl FnOnce(&mut Deflation) -> Result<R, Fault<'h>>,
) -> Result<R, Fault<'h>> {
    match &mut *stream(context, handle)?.state.borrow_mut() {
        State::Deflate(deflation) => act(deflation),
        State::Inflate(_) => Err(raised(context, wrong::STREAM)),
        State::Idle | State::Closed => Err(raised(context, wrong::UNINITIALIZED)),
    }
}

/// Works with the decompressor of a stream.
fn inflating<'h, R>(
    context: Context<'h>,
    handle: Term<'h>,
    act: impl FnOnce(&mut Inflation) -> Result<R, Fault<'h>>,
) -> Result<R, Fault<'h>> {
    match &mut *stream(context, handle)?.state.borrow_mut() {
        State::Inflate(inflation) => act(inflation),
        State::Deflate(_) => Err(raised(context, wrong::STREAM)),
        State::Idle | State::Closed => Err(raised(context, wrong::UNINITIALIZED)),
    }
}

fn data<'h>(data: Term<'h>) -> Result<Vec<u8>, Fault<'h>> {
    match data.as_bits() {
        Some(_) => argument::bytes(data).map(alloc::borrow::Cow::into_owned),
        None => iolist::bytes(data),
    }
}

/// `{Tag, Bytes}`; a stream that has more to do waits for its next turn.
fn told<'h>(context: Context<'h>, tag: &str, bytes: &[u8]) -> Result<Control<'h>, Fault<'h>> {
    let atom = context.system.atoms.intern(tag).ok_or(Fault::system_limit())?;
    let told = context.arena.tuple(&[Term::atom(atom), context.arena.bytes(bytes)?])?;
    Ok(if tag == "more" { Control::Yield(told) } else { Control::Value(told) })
}

fn step_deflate<'h>(
    context: Context<'h>,
    [handle, more, flush]: [Term<'h>; 3],
) -> Result<Control<'h>, Fault<'h>> {
    let flush = small(flush)?;
    let more = data(more)?;
    let (done, bytes) = deflating(context, handle, |deflation| {
        deflation.step(&more, flush).ok_or_else(|| raised(context, wrong::STREAM))
    })?;
    told(context, if done { "done" } else { "more" }, &bytes)
}

fn change_deflate<'h>(context: Context<'h>, [handle, how]: [Term<'h>; 2]) -> Native<'h> {
    let [level, strategy] = *argument::tuple(how)? else { return Err(Fault::badarg()) };
    let (level, strategy) = (small(level)?, small(strategy)?);
    deflating(context, handle, |deflation| {
        deflation.change(level, strategy);
        Ok(OK)
    })
}

fn name_dictionary<'h>(context: Context<'h>, [handle, dictionary]: [Term<'h>; 2]) -> Native<'h> {
    let dictionary = data(dictionary)?;
    let sum = deflating(context, handle, |deflation| {
        deflation.name_dictionary(&dictionary).ok_or_else(|| raised(context, wrong::STREAM))
    })?;
    Ok(context.arena.u64(u64::from(sum))?)
}

fn reset<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    match &mut *stream(context, handle)?.state.borrow_mut() {
        State::Deflate(deflation) => deflation.reset(),
        State::Inflate(inflation) => inflation.reset(),
        State::Idle | State::Closed => return Err(raised(context, wrong::UNINITIALIZED)),
    }
    Ok(OK)
}

/// Stops what a stream does; `data_error` where it was not at its end.
fn end<'h>(context: Context<'h>, handle: Term<'h>, complete: bool) -> Native<'h> {
    stream(context, handle)?.state.replace(State::Idle);
    if complete { Ok(OK) } else { Err(raised(context, wrong::DATA)) }
}

fn end_deflate<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    let complete = deflating(context, handle, |deflation| Ok(deflation.is_complete()))?;
    end(context, handle, complete)
}

fn start_inflate<'h>(context: Context<'h>, [handle, how]: [Term<'h>; 2]) -> Native<'h> {
    let [bits, at_end] = *argument::tuple(how)? else { return Err(Fault::badarg()) };
    let (format, _) = format(bits)?;
    start(context, handle, State::Inflate(Inflation::new(format, small(at_end)?)))
}

fn step_inflate<'h>(
    context: Context<'h>,
    [handle, more, most]: [Term<'h>; 3],
) -> Result<Control<'h>, Fault<'h>> {
    let (more, most) = (data(more)?, argument::count(most)?);
    let (step, bytes) = inflating(context, handle, |inflation| Ok(inflation.step(&more, most)))?;
    match step {
        Step::More => told(context, "more", &bytes),
        Step::Done => told(context, "done", &bytes),
        Step::Finished => told(context, "finished", &bytes),
        Step::Broken => Err(raised(context, wrong::DATA)),
        Step::NeedsDictionary(sum) => {
            let atom = context.system.atoms.intern("need_dictionary").ok_or(Fault::system_limit())?;
            let arena = context.arena;
            let elements = [Term::atom(atom), arena.u64(u64::from(sum))?, arena.bytes(&bytes)?];
            Ok(Control::Value(arena.tuple(&elements)?))
        }
    }
}

fn give_dictionary<'h>(context: Context<'h>, [handle, dictionary]: [Term<'h>; 2]) -> Native<'h> {
    let dictionary = data(dictionary)?;
    inflating(context, handle, |inflation| match inflation.give_dictionary(&dictionary) {
        Some(true) => Ok(OK),
        Some(false) => Err(raised(context, wrong::DATA)),
        None => Err(raised(context, wrong::STREAM)),
    })
}

fn take_dictionary<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    let dictionary = inflating(context, handle, |inflation| Ok(inflation.dictionary()))?;
    Ok(context.arena.bytes(&dictionary)?)
}

fn end_inflate<'h>(context: Context<'h>, [handle]: [Term<'h>; 1]) -> Native<'h> {
    let complete = inflating(context, handle, |inflation| Ok(inflation.is_complete()))?;
    end(context, handle, complete)
}
