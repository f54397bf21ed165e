//! `erlang`: what a module says of itself, behind its `module_info/0,1`.

use crate::atom::names;
use crate::bif::Context;
use crate::bifs;
use crate::etf;
use crate::heap::{Arena, Built};
use crate::module::Module;
use crate::process::{Fault, Native};
use crate::sched::System;
use crate::term::Term;

bifs! {"erlang";
    /// All of what a loaded module says of itself: a list of pairs.
    plain "get_module_info"/1 => get_module_info;
    /// One thing a loaded module says of itself.
    plain "get_module_info"/2 => get_module_info_item;
}

type Item = for<'h> fn(&System, &'h Arena, &Module) -> Native<'h>;

/// Things a module says of itself, by name; the first five are what it says unasked.
const ITEMS: [(&str, Item); 7] = [
    ("module", |_, _, module| Ok(Term::atom(module.name))),
    ("exports", |_, arena, module| {
        let exports = module.exports.iter().map(|&(name, arity, _)| pair(arena, (name, arity)));
        Ok(arena.list_forward(exports, Term::NIL)?)
    }),
    ("attributes", |system, arena, module| external(system, arena, &module.attributes)),
    ("compile", |system, arena, module| external(system, arena, &module.compile_info)),
    ("md5", |_, arena, module| Ok(arena.bytes(&module.md5)?)),
    ("functions", |_, arena, module| {
        let functions = module.functions.iter().map(|function| pair(arena, (function.name, function.arity)));
        Ok(arena.list_forward(functions, Term::NIL)?)
    }),
    ("nifs", |_, _, _| Ok(Term::NIL)),
];
/// How many of them a module says unasked.
const UNASKED: usize = 5;

fn pair(arena: &Arena, (name, arity): (crate::atom::Atom, u32)) -> Built<'_> {
    arena.tuple(&[Term::atom(name), arena.usize(arity as usize)?])
}

/// The term of these bytes; none is the empty list.
fn external<'h>(system: &System, arena: &'h Arena, bytes: &[u8]) -> Native<'h> {
    if bytes.is_empty() {
        return Ok(Term::NIL);
    }
    etf::decode(arena, &system.atoms, system, bytes, false).map(|(term, _)| term).map_err(|_| Fault::badarg())
}

fn get_module_info<'h>(context: Context<'h>, [name]: [Term<'h>; 1]) -> Native<'h> {
    let Context { arena, system, .. } = context;
    let module = name.as_atom().and_then(|name| system.modules.module(name)).ok_or(Fault::badarg())?;
    let items = ITEMS[..UNASKED].iter().map(|(key, item)| {
        let key = system.atoms.intern(key).ok_or(Fault::error(names::system_limit))?;
        Ok::<_, Fault<'h>>(arena.tuple(&[Term::atom(key), item(system, arena, &module)?])?)
    });
    arena.list_forward(items, Term::NIL)
}

fn get_module_info_item<'h>(context: Context<'h>, [name, key]: [Term<'h>; 2]) -> Native<'h> {
    let Context { arena, system, .. } = context;
    let module = name.as_atom().and_then(|name| system.modules.module(name)).ok_or(Fault::badarg())?;
    let key = system.atoms.name(key.as_atom().ok_or(Fault::badarg())?);
    let (_, item) = ITEMS.iter().find(|(own, _)| *own == key).ok_or(Fault::badarg())?;
    item(system, arena, &module)
}
