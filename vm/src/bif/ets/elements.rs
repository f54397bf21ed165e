//! `ets`: changing elements of objects where they are.
//!
//! Invariant: either everything that a call asks for is done, or nothing.

use alloc::vec::Vec;

use smallvec::SmallVec;

use super::{Access, table, wrong};
use crate::bif::{Context, argument};
use crate::heap::{Arena, Row};
use crate::process::{Fault, Native};
use crate::table::{Kind, Table};
use crate::term::{Term, compare, integer};

crate::bifs! {
    "ets";
    /// Adds to elements of the object of a key.
    plain "update_counter"/3 => update_counter;
    /// The same; where there is no such key, to those of a default.
    plain "update_counter"/4 => update_counter_or;
    /// Changes elements of the object of a key; whether there is one.
    plain "update_element"/3 => update_element;
    /// The same; where there is no such key, those of a default.
    plain "update_element"/4 => update_element_or;
}

/// Elements that are others now, and where.
type Changed<'h> = SmallVec<[(usize, Term<'h>); 4]>;

/// An object that is to be changed.
struct Draft<'t, 'h: 't> {
    /// What it will be.
    elements: SmallVec<[Term<'t>; 8]>,
    /// What is another now.
    changed: Changed<'h>,
    /// Whether the table has it already, and all that changes lies, and lay, in no heap.
    plain: bool,
}

/// Changes the object of a key, or a default one with that key, and puts it into the table; `None` where there is none.
/// `counts` says whether it is to be counted with.
fn edit<'h>(
    context: Context<'h>,
    counts: bool,
    [own, key]: [Term<'h>; 2],
    default: Option<Term<'h>>,
    change: impl FnOnce(&Table, &mut Draft<'_, 'h>) -> Native<'h>,
) -> Result<Option<Term<'h>>, Fault<'h>> {
    let table = table(context, own, Access::Change)?;
    if !matches!(table.kind, Kind::Set | Kind::OrderedSet) {
        return Err(if counts { wrong(context, "table_type") } else { Fault::badarg() });
    }
    if default.is_some_and(|default| table.key(default).is_none()) {
        return Err(wrong(context, "default"));
    }
    let edited = drafted(context, &table, key, default.and_then(Term::as_tuple), change)?;
    let Some((result, edit)) = edited else { return Ok(None) };
    let atoms = &context.system.atoms;
    match edit {
        Edit::Row(row) => table.insert(atoms, row)?,
        Edit::Elements(changed) => {
            if let Some(mut row) = table.row_mut(atoms, key) {
                for (place, value) in changed {
                    row.set(place, value);
                }
            }
        }
    }
    Ok(Some(result))
}

/// What is to be done to a table.
enum Edit<'h> {
    /// A row is put in.
    Row(Row),
    /// Elements of a row are set.
    Elements(Changed<'h>),
}

/// What a change of an object comes to, and its result.
fn drafted<'h>(
    context: Context<'h>,
    table: &Table,
    key: Term<'h>,
    default: Option<&'h [Term<'h>]>,
    change: impl FnOnce(&Table, &mut Draft<'_, 'h>) -> Native<'h>,
) -> Result<Option<(Term<'h>, Edit<'h>)>, Fault<'h>> {
    let rows = table.rows();
    let known = rows.get(&context.system.atoms, key).first().map(Row::elements);
    let Some(elements) = known.or(default) else { return Ok(None) };
    let (elements, changed) = (SmallVec::from_slice(elements), Changed::new());
    let mut draft = Draft { elements, changed, plain: known.is_some() };
    if known.is_none() {
        draft.elements[table.place] = key;
    }
    let result = change(table, &mut draft)?;
    if draft.plain {
        return Ok(Some((result, Edit::Elements(draft.changed))));
    }
    let scratch = Arena::new();
    let row = Row::new(scratch.tuple(&draft.elements)?)?;
    Ok(Some((result, Edit::Row(row))))
}

impl<'t, 'h: 't> Draft<'t, 'h> {
    /// The place of a position that may be changed.
    fn place(&self, context: Context<'h>, table: &Table, position: Term<'h>) -> Result<usize, Fault<'h>> {
        let position = position.as_small().ok_or(Fault::badarg())?;
        match usize::try_from(position - 1) {
            Ok(place) if place == table.place => Err(wrong(context, "keypos")),
            Ok(place) if place < self.elements.len() => Ok(place),
            _ => Err(wrong(context, "position")),
        }
    }

    fn set(&mut self, place: usize, value: Term<'h>) {
        self.plain &= !self.elements[place].word().is_pointer() && !value.word().is_pointer();
        self.elements[place] = value;
        self.changed.push((place, value));
    }

    /// Adds to an element as `{Position, Increment}` or `{Position, Increment, Threshold, Value}` say; the sum.
    fn count(&mut self, context: Context<'h>, table: &Table, parts: &[Term<'h>]) -> Native<'h> {
        let (position, increment, limit) = match *parts {
            [position, increment] => (position, increment, None),
            [position, increment, threshold, value] => (position, increment, Some((threshold, value))),
            _ => return Err(Fault::badarg()),
        };
        let increment = argument::integer(increment)?;
        if let Some((threshold, value)) = limit {
            argument::integer(threshold).and(argument::integer(value))?;
        }
        let place = self.place(context, table, position)?;
        let counter = self.elements[place].as_integer().ok_or(Fault::badarg())?;
        let mut sum = integer::add(context.arena, counter, increment).map_err(|_| Fault::system_limit())?;
        if let Some((threshold, value)) = limit {
            let order = compare::order(&context.system.atoms, sum, threshold);
            let beyond = if increment.is_negative() { order.is_lt() } else { order.is_gt() };
            sum = if beyond { value } else { sum };
        }
        self.set(place, sum);
        Ok(sum)
    }
}

fn update_counter<'h>(context: Context<'h>, [own, key, asked]: [Term<'h>; 3]) -> Native<'h> {
    count(context, own, key, asked, None)
}

fn update_counter_or<'h>(context: Context<'h>, [own, key, asked, default]: [Term<'h>; 4]) -> Native<'h> {
    count(context, own, key, asked, Some(default))
}

fn count<'h>(
    context: Context<'h>,
    own: Term<'h>,
    key: Term<'h>,
    asked: Term<'h>,
    default: Option<Term<'h>>,
) -> Native<'h> {
    let result = edit(context, true, [own, key], default, |table, draft| {
        if asked.as_integer().is_some() {
            let behind_key = context.arena.usize(table.place + 2)?;
            return draft.count(context, table, &[behind_key, asked]);
        }
        if let Some(parts) = asked.as_tuple() {
            return draft.count(context, table, parts);
        }
        let mut results = Vec::new();
        for asked in argument::list(asked)? {
            results.push(draft.count(context, table, argument::tuple(asked)?)?);
        }
        Ok(context.arena.list(&results)?)
    });
    result?.ok_or_else(|| wrong(context, "badkey"))
}

fn update_element<'h>(context: Context<'h>, [own, key, asked]: [Term<'h>; 3]) -> Native<'h> {
    change(context, own, key, asked, None)
}

fn update_element_or<'h>(context: Context<'h>, [own, key, asked, default]: [Term<'h>; 4]) -> Native<'h> {
    change(context, own, key, asked, Some(default))
}

fn change<'h>(
    context: Context<'h>,
    own: Term<'h>,
    key: Term<'h>,
    asked: Term<'h>,
    default: Option<Term<'h>>,
) -> Native<'h> {
    let result = edit(context, false, [own, key], default, |table, draft| {
        let changes = if asked.as_tuple().is_some() { alloc::vec![asked] } else { argument::list(asked)? };
        for each in changes {
            let [position, value] = *argument::tuple(each)? else { return Err(Fault::badarg()) };
            let place = draft.place(context, table, position)?;
            draft.set(place, value);
        }
        Ok(Term::boolean(true))
    });
    Ok(result?.unwrap_or(Term::boolean(false)))
}
