//! `erlang:process_info/1,2`: one table of what is known of a process.
//!
//! Invariant: a process that is looked at has acted upon the signals that came to it, as if it had been asked.
//! Deliberately absent: the stack and heap as text, the list of binaries, tracing.

use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::bif::{Context, Control};
use crate::bifs;
use crate::heap::{Arena, Built};
use crate::module::Place;
use crate::process::{Fault, Native, Process, Status};
use crate::sched::System;
use crate::sync;
use crate::term::{Term, compare};

use super::flags::memory_setting;

bifs! {"erlang";
    /// What is known of a process.
    control "process_info"/1 => process_info;
    /// What is known of a process, by a key or a list of keys.
    control "process_info"/2 => process_info_of;
}

/// A process looked at.
#[derive(Clone, Copy)]
struct View<'h, 'p> {
    system: &'h System,
    arena: &'h Arena,
    process: &'p Process,
}

type Item = for<'h, 'p> fn(View<'h, 'p>) -> Built<'h>;

/// What there is to know, by key. The first items up to `suspending` are those of `process_info/1`, in its order.
const ITEMS: &[(&str, Item)] = &[
    ("registered_name", |view| match view.process.name.get() {
        Some(name) => Ok(Term::atom(name)),
        None => Ok(Term::NIL),
    }),
    ("current_function", |view| match view.process.hibernating.get() {
        Some(arity) => mfa(view.arena, names::erlang, names::hibernate, u32::from(arity)),
        None => function(view, places(view.system, view.process).first()),
    }),
    ("initial_call", |view| {
        let (module, name, arity) = view.process.initial_call.get();
        mfa(view.arena, module, name, arity)
    }),
    ("status", |view| Ok(Term::atom(status(view.process)))),
    ("message_queue_len", |view| view.arena.usize(view.process.mailbox.borrow().len())),
    ("links", |view| pids(view.arena, view.process.links.borrow().iter().copied())),
    ("dictionary", dictionary),
    ("trap_exit", |view| Ok(Term::boolean(view.process.trap_exit.get()))),
    ("error_handler", |view| Ok(Term::atom(view.process.error_handler.get()))),
    ("priority", |view| Ok(Term::atom(view.process.priority.get()))),
    ("group_leader", |view| Ok(Term::pid(view.process.group_leader.get()))),
    ("total_heap_size", |view| view.arena.usize(view.process.heap_words().1)),
    ("heap_size", |view| view.arena.usize(view.process.heap_words().1)),
    ("stack_size", |view| view.arena.usize(view.process.stack().len())),
    ("reductions", |view| view.arena.u64(view.process.reductions.get())),
    ("garbage_collection", garbage_collection),
    ("suspending", |view| {
        let suspending = view.process.suspending.borrow();
        let each = suspending.iter().map(|(pid, count)| {
            view.arena.tuple(&[Term::pid(*pid), view.arena.usize(*count as usize)?, Term::small_number(0)])
        });
        view.arena.list_forward(each, Term::NIL)
    }),
    ("async_dist", |_| Ok(Term::boolean(false))),
    ("catchlevel", |view| {
        view.arena.usize(view.process.stack().iter().filter(|word| word.is_catch()).count())
    }),
    ("current_location", |view| {
        match (view.process.hibernating.get(), places(view.system, view.process).first()) {
            (Some(arity), _) => {
                let arity = Term::small_number(i32::from(arity));
                view.arena.tuple(&[Term::atom(names::erlang), Term::atom(names::hibernate), arity, Term::NIL])
            }
            (None, Some(place)) => stack_entry(view.arena, place),
            (None, None) => Ok(Term::atom(names::undefined)),
        }
    }),
    ("current_stacktrace", |view| {
        let mut places = places(view.system, view.process);
        if view.process.hibernating.get() == Some(3) {
            places.clear();
        }
        let entries = places.iter().map(|place| stack_entry(view.arena, place));
        view.arena.list_forward(entries, Term::NIL)
    }),
    ("fullsweep_after", |view| setting(view, names::fullsweep_after)),
    ("last_calls", |_| Ok(Term::boolean(false))),
    ("max_heap_size", |view| setting(view, names::max_heap_size)),
    ("memory", |view| view.arena.usize(view.process.bytes())),
    ("message_queue_data", |view| setting(view, names::message_queue_data)),
    ("messages", |view| {
        if view.process.sensitive.get() {
            return Ok(Term::NIL);
        }
        let mailbox = view.process.mailbox.borrow();
        view.arena.list_forward(mailbox.iter().map(|parcel| view.arena.copy(parcel.term())), Term::NIL)
    }),
    ("min_bin_vheap_size", |view| setting(view, names::min_bin_vheap_size)),
    ("min_heap_size", |view| setting(view, names::min_heap_size)),
    ("monitored_by", |view| {
        pids(view.arena, view.process.watchers.borrow().iter().map(|watcher| watcher.pid))
    }),
    ("monitors", monitors),
    ("parent", |view| {
        let first = view.process.pid == view.system.first.get();
        Ok(if first { Term::atom(names::undefined) } else { Term::pid(view.process.parent.get()) })
    }),
    ("sequential_trace_token", |_| Ok(Term::NIL)),
    ("trace", |_| Ok(Term::small_number(0))),
];

/// How many items `process_info/1` shows.
const SHOWN: usize = 17;

fn status(process: &Process) -> Atom {
    match process.status.get() {
        Status::Runnable | Status::Waiting if process.suspensions.get() > 0 => names::suspended,
        Status::New | Status::Runnable => names::runnable,
        Status::Running => names::running,
        Status::Waiting => names::waiting,
        Status::Exited => names::exiting,
    }
}

fn pids(arena: &Arena, pids: impl DoubleEndedIterator<Item = u32>) -> Built<'_> {
    arena.list_before(pids.map(Term::pid), Term::NIL)
}

fn mfa(arena: &Arena, module: Atom, name: Atom, arity: u32) -> Built<'_> {
    arena.tuple(&[Term::atom(module), Term::atom(name), arena.usize(arity as usize)?])
}

fn function<'h>(view: View<'h, '_>, place: Option<&Place>) -> Built<'h> {
    match place {
        Some(place) => mfa(view.arena, place.module.name, place.function.name, place.function.arity),
        None => {
            let (module, name, arity) = view.process.initial_call.get();
            mfa(view.arena, module, name, arity)
        }
    }
}

fn dictionary<'h>(view: View<'h, '_>) -> Built<'h> {
    if view.process.sensitive.get() {
        return Ok(Term::NIL);
    }
    let pairs = super::dictionary::pairs(view.process);
    let pairs = pairs
        .into_iter()
        .map(|(key, value)| view.arena.tuple(&[view.arena.copy(key)?, view.arena.copy(value)?]));
    view.arena.list_forward(pairs, Term::NIL)
}

fn setting<'h>(view: View<'h, '_>, key: Atom) -> Built<'h> {
    memory_setting(view.arena, &view.process.memory(), key).unwrap_or(Ok(Term::NIL))
}

fn garbage_collection<'h>(view: View<'h, '_>) -> Built<'h> {
    let keys =
        [names::max_heap_size, names::min_bin_vheap_size, names::min_heap_size, names::fullsweep_after];
    let settings = keys.map(|key| (Term::atom(key), setting(view, key)));
    let minor = view.system.atoms.intern("minor_gcs").map_or(Term::NIL, Term::atom);
    let collections = (minor, view.arena.u64(view.process.collections()));
    let pairs = settings.into_iter().chain([collections]);
    let pairs = pairs.map(|(key, value)| view.arena.tuple(&[key, value?]));
    view.arena.list_forward(pairs, Term::NIL)
}

fn monitors<'h>(view: View<'h, '_>) -> Built<'h> {
    let watched = view.process.watched.borrow();
    let items = watched.iter().map(|watched| {
        let object = match watched.name {
            Some(name) => view.arena.tuple(&[Term::atom(name), Term::atom(names::nonode_nohost)])?,
            None => Term::pid(watched.pid),
        };
        view.arena.tuple(&[Term::atom(names::process), object])
    });
    view.arena.list_forward(items, Term::NIL)
}

/// Where a process is, and where its functions return to: the newest first.
pub(super) fn places(system: &System, process: &Process) -> Vec<Place> {
    let at = system.modules.place(process.resume.ip.get());
    let returns = process.stack().iter().filter(|word| word.is_header());
    // A return address is behind the call, whose line is wanted.
    let callers = returns.filter_map(|word| system.modules.place((word.0 as *const u32).wrapping_sub(1)));
    at.into_iter().chain(callers).collect()
}

/// `{Module, Function, Arity, [{file, File}, {line, Line}]}`, without what is not known.
pub fn stack_entry<'h>(arena: &'h Arena, place: &Place) -> Built<'h> {
    let function = place.function;
    let mut location = Term::NIL;
    if let Some(line) = place.line
        && let Some(file) = place.module.files.get(line.file as usize)
    {
        let file = arena.tuple(&[Term::atom(names::file), arena.string(file)?])?;
        let line = arena.tuple(&[Term::atom(names::line), arena.usize(line.line as usize)?])?;
        location = arena.list(&[file, line])?;
    }
    let arity = arena.usize(function.arity as usize)?;
    arena.tuple(&[Term::atom(place.module.name), Term::atom(function.name), arity, location])
}

/// A map of atoms to values.
pub(crate) fn map<'h>(arena: &'h Arena, pairs: &mut [(Atom, Term<'h>)]) -> Built<'h> {
    pairs.sort_by(|(left, _), (right, _)| compare::map_key_order(Term::atom(*left), Term::atom(*right)));
    let keys: Vec<_> = pairs.iter().map(|(key, _)| Term::atom(*key)).collect();
    let values: Vec<_> = pairs.iter().map(|(_, value)| *value).collect();
    arena.map(arena.tuple(&keys)?, &values)
}

/// Looks at a process and answers with what `act` sees; `undefined` when it does not live.
fn look<'h>(
    context: Context<'h>,
    pid: Term<'h>,
    arity: usize,
    act: impl FnOnce(View<'h, '_>) -> Native<'h>,
) -> Result<Control<'h>, Fault<'h>> {
    let pid = pid.as_pid().ok_or(Fault::badarg())?;
    let (system, arena) = (context.system, context.arena);
    let seen = if pid == context.process.pid {
        system.receive_harmless_signals(context.process);
        act(View { system, arena, process: context.process })
    } else if !sync::is_exclusive() {
        return Ok(Control::Apart(arity));
    } else {
        match system.settled(pid) {
            Some(process) => act(View { system, arena, process: &process }),
            None => Ok(Term::atom(names::undefined)),
        }
    };
    seen.map(Control::Value)
}

fn process_info<'h>(context: Context<'h>, [pid]: [Term<'h>; 1]) -> Result<Control<'h>, Fault<'h>> {
    look(context, pid, 1, |view| {
        let shown = ITEMS[..SHOWN].iter().skip(usize::from(view.process.name.get().is_none()));
        let pairs = shown.map(|(key, item)| {
            let key = view.system.atoms.intern(key).map_or(Term::NIL, Term::atom);
            view.arena.tuple(&[key, item(view)?])
        });
        Ok(view.arena.list_forward(pairs, Term::NIL)?)
    })
}

/// `{Key, Value}`.
fn pair<'h>(view: View<'h, '_>, key: Term<'h>) -> Native<'h> {
    if let Some([kind, dictionary_key]) = key.as_tuple()
        && kind.is(names::dictionary)
    {
        let pairs = super::dictionary::pairs(view.process);
        let found = pairs.into_iter().find(|(own, _)| compare::equal_exact(*own, *dictionary_key));
        let value = match found {
            Some((_, value)) if !view.process.sensitive.get() => view.arena.copy(value)?,
            _ => Term::atom(names::undefined),
        };
        return Ok(view.arena.tuple(&[key, value])?);
    }
    let name = view.system.atoms.name(key.as_atom().ok_or(Fault::badarg())?);
    let (_, item) = ITEMS.iter().find(|(own, _)| *own == name).ok_or(Fault::badarg())?;
    Ok(view.arena.tuple(&[key, item(view)?])?)
}

fn process_info_of<'h>(context: Context<'h>, [pid, keys]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    let known = |key: Term<'h>| match key.as_atom().map(|key| context.system.atoms.name(key)) {
        Some(name) => ITEMS.iter().any(|(own, _)| *own == name),
        None => matches!(key.as_tuple(), Some([kind, _]) if kind.is(names::dictionary)),
    };
    let is_list = keys.list_length().is_some();
    if !(if is_list { keys.list().all(known) } else { known(keys) }) {
        return Err(Fault::badarg());
    }
    look(context, pid, 2, |view| {
        if is_list {
            return view.arena.list_forward(keys.list().map(|key| pair(view, key)), Term::NIL);
        }
        if keys.is(names::registered_name) && view.process.name.get().is_none() {
            return Ok(Term::NIL);
        }
        pair(view, keys)
    })
}
