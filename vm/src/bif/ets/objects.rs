//! `ets`: putting objects in, looking at them, and taking them out.

use crate::sync::{Arc, Guarded};
use alloc::vec::Vec;

use super::{Access, MODULE, SLICE_ROWS, table, wrong};
use crate::atom::names;
use crate::bif::{Callee, Context, Control, argument};
use crate::heap::{Arena, Built, Resource, Row};
use crate::process::{Fault, Native};
use crate::table::{Kind, Table};
use crate::term::Term;

crate::bifs! {
    "ets";
    /// Takes out all objects of a key.
    plain "delete"/2 => delete;
    /// Takes out what is equal to an object.
    plain "delete_object"/2 => delete_object;
    /// Puts an object in, or all of a list.
    control "insert"/2 => insert;
    /// Goes on with putting a list in.
    exclusive control "insert_more"/2 => insert_more;
    /// Puts an object in, or all of a list, if there is none of their keys.
    control "insert_new"/2 => insert_new;
    /// All objects of a key.
    plain "lookup"/2 => lookup;
    /// An element of the object of a key; a list of them where a key has many.
    plain "lookup_element"/3 => lookup_element;
    /// The same, or something else where there is no such key.
    plain "lookup_element"/4 => lookup_element_or;
    /// Whether there is a key.
    plain "member"/2 => member;
    /// Takes out all objects of a key, and gives them.
    plain "take"/2 => take;
}

/// A list that is being put in.
struct Insertion {
    table: Arc<Table>,
    /// Whether none of its keys may be there.
    only_new: bool,
    rows: Guarded<Vec<Row>>,
}

/// Copies of rows, as a list.
pub(super) fn list<'h>(arena: &'h Arena, rows: &[Row]) -> Built<'h> {
    arena.list_forward(rows.iter().map(|row| arena.copy(row.term())), Term::NIL)
}

/// Whether a term is an object that has a key.
fn check<'h>(table: &Table, object: Term<'h>) -> Result<(), Fault<'h>> {
    table.key(object).map(|_| ()).ok_or(Fault::badarg())
}

fn insert<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    put(context, arguments, false)
}

fn insert_new<'h>(context: Context<'h>, arguments: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    put(context, arguments, true)
}

fn put<'h>(
    context: Context<'h>,
    [own, what]: [Term<'h>; 2],
    only_new: bool,
) -> Result<Control<'h>, Fault<'h>> {
    let table = table(context, own, Access::Change)?;
    let atoms = &context.system.atoms;
    if let Some(key) = table.key(what) {
        let free = !only_new || table.rows().get(atoms, key).is_empty();
        if free {
            let row = Row::new(what)?;
            context.charge(row.words());
            table.insert(atoms, row)?;
        }
        return Ok(Control::Value(Term::boolean(free)));
    }
    let count = what.list_length().ok_or(Fault::badarg())?;
    what.list().try_for_each(|object| check(&table, object))?;
    let insertion = Insertion { table: table.table(), only_new, rows: Guarded::new(argument::room(count)?) };
    match insertion.go_on(context, what)? {
        Ok(inserted) => Ok(Control::Value(Term::boolean(inserted))),
        Err(rest) => {
            let bytes = count * 64;
            let handle =
                context.arena.handle(context.system.make_reference(), Resource::new(insertion, bytes))?;
            Ok(later(handle, rest))
        }
    }
}

fn later<'h>(handle: Term<'h>, rest: Term<'h>) -> Control<'h> {
    Control::Later(Callee::Function(MODULE, names::insert_more), alloc::vec![handle, rest])
}

fn insert_more<'h>(context: Context<'h>, [handle, rest]: [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>> {
    let insertion: &Insertion = handle.as_resource().ok_or(Fault::badarg())?;
    Ok(match insertion.go_on(context, rest)? {
        Ok(inserted) => Control::Value(Term::boolean(inserted)),
        Err(rest) => later(handle, rest),
    })
}

impl Insertion {
    /// Copies some objects, or puts some copies in; whether they were put in, or what is left of the list.
    fn go_on<'h>(&self, context: Context<'h>, list: Term<'h>) -> Result<Result<bool, Term<'h>>, Fault<'h>> {
        let atoms = &context.system.atoms;
        let known = context.system.tables.borrow().all().any(|table| Arc::ptr_eq(table, &self.table));
        if !known {
            return Err(wrong(context, "id"));
        }
        let mut objects = list.list();
        if list.as_cons().is_some() {
            let mut rows = self.rows.borrow_mut();
            for object in objects.by_ref().take(SLICE_ROWS) {
                rows.push(Row::new(object)?);
            }
            let rest = objects.rest();
            if rest.as_cons().is_some() || rows.len() > SLICE_ROWS {
                return Ok(Err(rest));
            }
        }
        let mut rows = self.rows.take();
        if !rows.is_empty() {
            self.table.settle(atoms, usize::MAX)?;
            if self.only_new && self.table.knows_any(atoms, &rows) {
                return Ok(Ok(false));
            }
            rows.reverse();
            self.table.receive(rows);
        }
        // Whoever looks at the table meanwhile puts all of it in.
        let settled = self.table.settle(atoms, SLICE_ROWS)?;
        Ok(if settled { Ok(true) } else { Err(Term::NIL) })
    }
}

fn lookup<'h>(context: Context<'h>, [own, key]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Look)?;
    let rows = table.rows();
    Ok(list(context.arena, rows.get(&context.system.atoms, key))?)
}

fn member<'h>(context: Context<'h>, [own, key]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Look)?;
    let rows = table.rows();
    Ok(Term::boolean(!rows.get(&context.system.atoms, key).is_empty()))
}

fn take<'h>(context: Context<'h>, [own, key]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    let taken = list(context.arena, table.rows().get(&context.system.atoms, key))?;
    table.remove(&context.system.atoms, key);
    Ok(taken)
}

fn lookup_element<'h>(context: Context<'h>, [own, key, position]: [Term<'h>; 3]) -> Native<'h> {
    element(context, own, key, position)?.ok_or_else(|| wrong(context, "badkey"))
}

fn lookup_element_or<'h>(context: Context<'h>, [own, key, position, default]: [Term<'h>; 4]) -> Native<'h> {
    Ok(element(context, own, key, position)?.unwrap_or(default))
}

/// An element, or elements, of a key's objects; `None` when there is no such key.
fn element<'h>(
    context: Context<'h>,
    own: Term<'h>,
    key: Term<'h>,
    position: Term<'h>,
) -> Result<Option<Term<'h>>, Fault<'h>> {
    let table = table(context, own, Access::Look)?;
    let place = argument::count(position)?.checked_sub(1).ok_or(Fault::badarg())?;
    let rows = table.rows();
    let rows = rows.get(&context.system.atoms, key);
    let mut elements = argument::room(rows.len())?;
    for row in rows {
        elements.push(*row.elements().get(place).ok_or(Fault::badarg())?);
    }
    let arena = context.arena;
    Ok(match (table.kind, elements.first()) {
        (_, None) => None,
        (Kind::Set | Kind::OrderedSet, Some(only)) => Some(arena.copy(*only)?),
        _ => Some(arena.list_forward(elements.into_iter().map(|each| arena.copy(each)), Term::NIL)?),
    })
}

fn delete<'h>(context: Context<'h>, [own, key]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    table.remove(&context.system.atoms, key);
    Ok(Term::boolean(true))
}

fn delete_object<'h>(context: Context<'h>, [own, object]: [Term<'h>; 2]) -> Native<'h> {
    let table = table(context, own, Access::Change)?;
    check(&table, object)?;
    table.remove_object(&context.system.atoms, object);
    Ok(Term::boolean(true))
}
