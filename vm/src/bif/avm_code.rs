//! Module `avm_code`: what module `code` rests on.
//!
//! Deliberately absent: loading, which is `erlang`'s.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Context, argument, avm_console};
use crate::atom::names;
use crate::port::storage;
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {"avm_code";
    /// The name of the file that a loaded module came from.
    exclusive plain "file"/1 => file;
    /// The name and the bytes of the file that a module would be loaded from, or `undefined`.
    exclusive plain "find"/1 => find;
    /// Whether a path is that of a directory.
    exclusive plain "is_directory"/1 => is_directory;
    /// The directories that modules are looked for in.
    exclusive plain "path"/0 => path;
    /// Says which file a loaded module came from.
    exclusive plain "set_file"/2 => set_file;
    /// Sets the directories that modules are looked for in; `true`.
    exclusive plain "set_path"/1 => set_path;
}

/// A name as text.
pub fn text<'h>(context: Context<'h>, name: Term<'h>) -> Result<String, Fault<'h>> {
    if let Some(atom) = name.as_atom() {
        return Ok(context.system.atoms.name(atom).to_owned());
    }
    let bytes = avm_console::text_bytes(name).ok_or(Fault::badarg())?;
    String::from_utf8(bytes).map_err(|_| Fault::badarg())
}

fn file<'h>(context: Context<'h>, [module]: [Term<'h>; 1]) -> Native<'h> {
    let module = context.system.modules.module(argument::atom(module)?).ok_or(Fault::badarg())?;
    Ok(context.arena.string(&module.file.borrow())?)
}

fn set_file<'h>(context: Context<'h>, [module, file]: [Term<'h>; 2]) -> Native<'h> {
    let module = context.system.modules.module(argument::atom(module)?).ok_or(Fault::badarg())?;
    module.file.replace(text(context, file)?);
    Ok(Term::atom(names::ok))
}

fn find<'h>(context: Context<'h>, [module]: [Term<'h>; 1]) -> Native<'h> {
    let name = argument::atom(module)?;
    let found = context.system.with_loader(|loader| loader.find(context.system, name)).flatten();
    let Some((file, bytes)) = found else { return Ok(Term::atom(names::undefined)) };
    Ok(context.arena.tuple(&[context.arena.string(&file)?, context.arena.bytes(&bytes)?])?)
}

fn is_directory<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::boolean(storage::is_directory(context.system, &text(context, path)?)))
}

fn path<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    let path = context.system.code_path.borrow();
    let directories = path.iter().map(|directory| context.arena.string(directory));
    Ok(context.arena.list_forward(directories, Term::NIL)?)
}

fn set_path<'h>(context: Context<'h>, [path]: [Term<'h>; 1]) -> Native<'h> {
    let directories = argument::list(path)?.into_iter().map(|directory| text(context, directory));
    let directories = directories.collect::<Result<Vec<_>, _>>()?;
    context.system.code_path.replace(directories);
    Ok(Term::boolean(true))
}
