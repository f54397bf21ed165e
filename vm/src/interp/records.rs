//! Native records of OTP 29: made, changed, told apart and looked into.
//!
//! Invariant: of a record made elsewhere only what it says itself counts; the definitions of modules are for new ones.
#![expect(unsafe_code, reason = "a handler reads the instruction it is called for")]

use crate::sync::Arc;
use alloc::vec::Vec;

use super::state::State;
use super::{exceptions, native};
use crate::atom::{Atom, names};
use crate::bif::records::{Wrong, with_values};
use crate::heap::Arena;
use crate::module::Module;
use crate::process::{Class, Fault};
use crate::term::{Record, Term};

/// Words of an instruction that makes a record, before its pairs.
const PUT_WORDS: usize = 4;

/// Which record an instruction is about.
enum Identity {
    /// Any.
    Any,
    /// The one of this name of the module the code is in.
    Own(Atom),
    /// The one of this module and name, if it is exported.
    Foreign(Atom, Atom),
}

handlers! {
    cold is_native_record(s) {
        let (module, name) = (s.term(s.source(2)), s.term(s.source(3)));
        let record = s.term(s.source(1)).as_record();
        s.when(record.is_some_and(|record| module.is(record.module()) && name.is(record.name())), 4)
    }
    cold is_record_accessible(s) {
        let is_external = s.term(s.source(2)).is(names::external);
        let record = s.term(s.source(1)).as_record();
        let may = |record: Record<'_>| record.is_exported() || !is_external && is_own(s, record);
        s.when(record.is_some_and(may), 3)
    }
    cold get_record_elements(s) {
        let count = s.byte::<1>();
        // The record stays in sight: its register may be the first to be written.
        let Some(record) = s.term(s.source(1)).as_record() else { return s.fail() };
        for index in 0..count {
            match record.get(s.term(s.source(2 + index * 2))) {
                Some(value) => s.set(3 + index * 2, value.word()),
                None => return s.fail(),
            }
        }
        s.next(2 + count * 2)
    }
    cold get_record_field(s) {
        let (term, field) = (s.term(s.source(1)), s.term(s.source(3)));
        let wanted = identity(s.term(s.source(2)));
        let found = match term.as_record().filter(|record| fits(s, *record, &wanted)) {
            Some(record) => record.get(field).ok_or(Wrong::Field(record, field)),
            None => Err(Wrong::Record(term)),
        };
        match found {
            Ok(value) => {
                s.set(4, value.word());
                s.next(5)
            }
            Err(_) if s.can_fail() => s.fail(),
            Err(wrong) => refuse(s, wrong),
        }
    }
    cold put_record(s) {
        let arena = native::arena(s);
        let source = s.term(s.source(2));
        let wanted = identity(s.term(s.source(1)));
        let made = if source.is_nil() { new(s, arena, &wanted) } else { changed(s, arena, source, &wanted) };
        let s = native::resume(s);
        match made {
            Ok(record) => {
                s.set(3, record.word());
                s.next(PUT_WORDS + 2 * s.half())
            }
            Err(wrong) => refuse(s, wrong),
        }
    }
}

/// An atom is a name of this module, `_` any, a tuple module and name.
fn identity(id: Term<'_>) -> Identity {
    match (id.as_atom(), id.as_tuple()) {
        (Some(names::underscore), _) | (None, None) => Identity::Any,
        (Some(name), _) => Identity::Own(name),
        (None, Some(parts)) => {
            let part = |index: usize| parts.get(index).and_then(|part| part.as_atom());
            let nobody = names::undefined;
            Identity::Foreign(part(0).unwrap_or(nobody), part(1).unwrap_or(nobody))
        }
    }
}

/// The module of the instruction.
unsafe fn module(s: State) -> Option<Arc<Module>> {
    // SAFETY: the system outlives the slice.
    unsafe { s.system().modules.place(s.ip).map(|place| place.module) }
}

unsafe fn is_own(s: State, record: Record<'_>) -> bool {
    // SAFETY: as the caller's.
    unsafe { module(s).is_some_and(|module| module.name == record.module()) }
}

/// Whether a record is the one an instruction is about.
unsafe fn fits(s: State, record: Record<'_>, wanted: &Identity) -> bool {
    match wanted {
        Identity::Any => true,
        // SAFETY: as the caller's.
        Identity::Own(name) => record.name() == *name && unsafe { is_own(s, record) },
        Identity::Foreign(module, name) => {
            record.is_exported() && (record.module(), record.name()) == (*module, *name)
        }
    }
}

/// The fields and values of a `PutRecord`.
unsafe fn pairs<'h>(s: State) -> Vec<(Term<'h>, Term<'h>)> {
    // SAFETY: the instruction has so many pairs of sources.
    unsafe {
        let pair = |index: usize| (s.source(PUT_WORDS + 2 * index), s.source(PUT_WORDS + 2 * index + 1));
        (0..s.half()).map(pair).map(|(field, value)| (s.term(field), s.term(value))).collect()
    }
}

/// A new record: values given, and defaults where none are.
unsafe fn new<'h>(s: State, arena: &'h Arena, wanted: &Identity) -> Result<Term<'h>, Wrong<'h>> {
    // SAFETY: the terms of a module's records lie among its literals, which stay while its code may run.
    unsafe {
        let (module, name) = match *wanted {
            Identity::Own(name) => (module(s), name),
            Identity::Foreign(module, name) => (s.system().modules.module(module), name),
            Identity::Any => (None, names::underscore),
        };
        let is_foreign = matches!(wanted, Identity::Foreign(..));
        let found = module.as_ref().and_then(|module| module.record(name));
        let Some(record) = found.filter(|record| record.is_exported || !is_foreign) else {
            return Err(Wrong::Record(s.term(s.source(1))));
        };
        let blank = Record { definition: s.term(record.definition), values: &[] };
        let mut values: Vec<_> =
            record.defaults.iter().map(|default| default.map(|word| s.term(word))).collect();
        for (field, value) in pairs(s) {
            let place = blank.place(field).ok_or(Wrong::Field(blank, field))?;
            values[place] = Some(value);
        }
        let missing = blank.fields().iter().zip(&values).find(|(_, value)| value.is_none());
        if let Some((field, _)) = missing {
            return Err(Wrong::NoValue(blank, *field));
        }
        let values: Vec<Term<'h>> = values.into_iter().flatten().collect();
        Ok(arena.record(blank.definition, &values)?)
    }
}

/// A record with other values.
unsafe fn changed<'h>(
    s: State,
    arena: &'h Arena,
    source: Term<'h>,
    wanted: &Identity,
) -> Result<Term<'h>, Wrong<'h>> {
    // SAFETY: as the caller's.
    unsafe {
        match source.as_record().filter(|record| fits(s, *record, wanted)) {
            Some(record) => with_values(arena, record, pairs(s).into_iter()),
            None => Err(Wrong::Record(source)),
        }
    }
}

unsafe fn refuse(s: State, wrong: Wrong<'_>) -> State {
    // SAFETY: what is wrong was found since the last collection.
    unsafe {
        let reason = wrong.reason(native::arena(s));
        exceptions::raise(s, Fault::raised(Class::Error, reason))
    }
}
