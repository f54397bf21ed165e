//! Module `avm_file`: what module `file` rests on.
//!
//! Invariant: an answer is `ok`, `{ok, What}` or `{error, Reason}`, where the reason is named as POSIX does.

use super::Context;
use super::avm_code::text;
use crate::atom::names;
use crate::heap::Built;
use crate::platform::storage::{FileInformation, FileKind, StorageError};
use crate::port::storage;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {"avm_file";
    /// The directory that paths begin in.
    plain "current_directory"/0 => current_directory;
    /// What a file is, how many bytes it has, and when it was changed last in seconds since 1970.
    plain "information"/1 => information;
    /// The names in a directory.
    plain "list"/1 => list;
    /// Makes a directory.
    plain "make_directory"/1 => make_directory;
    /// The bytes of a file.
    plain "read"/1 => read;
    /// Removes a file.
    plain "remove"/1 => remove;
    /// Removes an empty directory.
    plain "remove_directory"/1 => remove_directory;
    /// Gives a file another path.
    plain "rename"/2 => rename;
    /// Makes a file of these bytes.
    plain "write"/2 => write;
}

fn reason(error: StorageError) -> &'static str {
    match error {
        StorageError::NotFound => "enoent",
        StorageError::Denied => "eacces",
        StorageError::IsDirectory => "eisdir",
        StorageError::NotDirectory => "enotdir",
        StorageError::Exists => "eexist",
        StorageError::Failed => "eio",
    }
}

fn named<'h>(context: Context<'h>, name: &str) -> Result<Term<'h>, Fault<'h>> {
    context.system.atoms.intern(name).map(Term::atom).ok_or(Fault::system_limit())
}

/// `{ok, What}`, or `{error, Reason}`.
fn answer<'h, T>(
    context: Context<'h>,
    outcome: Result<T, StorageError>,
    what: impl FnOnce(T) -> Built<'h>,
) -> Native<'h> {
    let pair = match outcome {
        Ok(value) => [Term::atom(names::ok), what(value)?],
        Err(error) => [Term::atom(names::error), named(context, reason(error))?],
    };
    Ok(context.arena.tuple(&pair)?)
}

/// `ok`, or `{error, Reason}`.
fn done<'h>(context: Context<'h>, outcome: Result<(), StorageError>) -> Native<'h> {
    if outcome.is_ok() {
        return Ok(Term::atom(names::ok));
    }
    answer(context, outcome, |()| Ok(Term::NIL))
}

fn current_directory<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let path = storage::ask(context.system, |storage| storage.current_directory());
    answer(context, path, |path| context.arena.string(&path))
}

fn information<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let path = text(context, path)?;
    let outcome = storage::ask(context.system, |storage| storage.information(&path));
    let kind = match outcome.map(|about| about.kind) {
        Ok(FileKind::Regular) => "regular",
        Ok(FileKind::Directory) => "directory",
        _ => "other",
    };
    let kind = named(context, kind)?;
    answer(context, outcome, |FileInformation { bytes, modified_s, .. }| {
        context.arena.tuple(&[kind, context.arena.u64(bytes)?, context.arena.u64(modified_s)?])
    })
}

fn list<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let path = text(context, path)?;
    answer(context, storage::ask(context.system, |storage| storage.list(&path)), |names| {
        context.arena.list_forward(names.iter().map(|name| context.arena.string(name)), Term::NIL)
    })
}

fn make_directory<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let path = text(context, path)?;
    done(context, storage::ask(context.system, |storage| storage.make_directory(&path)))
}

fn read<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let path = text(context, path)?;
    answer(context, storage::read(context.system, &path), |bytes| context.arena.bytes(&bytes))
}

fn remove<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let path = text(context, path)?;
    done(context, storage::ask(context.system, |storage| storage.remove(&path)))
}

fn remove_directory<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let path = text(context, path)?;
    done(context, storage::ask(context.system, |storage| storage.remove_directory(&path)))
}

fn rename<'h>(context: Context<'h>, [from, to]: [Term<'h>; 2]) -> Native<'h> {
    let (from, to) = (text(context, from)?, text(context, to)?);
    done(context, storage::ask(context.system, |storage| storage.rename(&from, &to)))
}

fn write<'h>(context: Context<'h>, [path, bytes]: [Term<'h>; 2]) -> Native<'h> {
    let path = text(context, path)?;
    let bytes = super::argument::bytes(bytes)?;
    done(context, storage::ask(context.system, |storage| storage.write(&path, &bytes)))
}
