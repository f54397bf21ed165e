//! The rows of a table, of whatever kind it is.
//!
//! Invariants: keys of sets and bags are equal by `=:=`, those of an ordered set by `==`; a bag has no two rows that are equal
//! by `=:=`; rows of one key stand in the order they came.
//! Deliberately absent: who may see them, and how many they are (`Table`).

use alloc::vec::Vec;

use super::Kind;
use super::scattered::{Group, Scattered, Walk};
use super::sorted::{From, Sorted};
use crate::atom::Atoms;
use crate::heap::{OutOfMemory, Row};
use crate::term::map::HASH_BITS;
use crate::term::{Term, compare};

/// All rows of a table.
#[derive(Debug)]
pub enum Rows {
    /// One of each key.
    Set(Scattered<Row>),
    /// Any number of each key; whether two may be equal.
    Bag(Scattered<Vec<Row>>, bool),
    /// One of each key, in order.
    Sorted(Sorted),
}

/// A place on the way through a table.
#[derive(Clone, Copy)]
pub enum Place<'k> {
    /// Before everything, seen in the direction.
    Start,
    /// Before what has this hash, seen upwards; behind it, seen downwards.
    Hash(u64),
    /// Behind the row of a key, seen in the direction.
    Key(Term<'k>),
}

/// What a change did to a table: rows and words more.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Change {
    /// Rows.
    pub rows: isize,
    /// Words.
    pub words: isize,
}

impl Change {
    fn added(row: &Row) -> Change {
        Change { rows: 1, words: row.words() as isize }
    }

    fn removed(rows: &[Row]) -> Change {
        let words: usize = rows.iter().map(Row::words).sum();
        Change { rows: -(rows.len() as isize), words: -(words as isize) }
    }

    fn and(self, other: Change) -> Change {
        Change { rows: self.rows + other.rows, words: self.words + other.words }
    }
}

impl Rows {
    /// No rows of a kind, of which the element at `place` will be the key.
    pub fn new(kind: Kind, place: usize) -> Rows {
        match kind {
            Kind::Set => Rows::Set(Scattered::new(place)),
            Kind::Bag => Rows::Bag(Scattered::new(place), false),
            Kind::DuplicateBag => Rows::Bag(Scattered::new(place), true),
            Kind::OrderedSet => Rows::Sorted(Sorted::new(place)),
        }
    }

    /// The rows of a key.
    #[inline]
    pub fn get(&self, atoms: &Atoms, key: Term<'_>) -> &[Row] {
        let rows = match self {
            Rows::Set(set) => set.get(key).map(Group::rows),
            Rows::Bag(bag, _) => bag.get(key).map(Group::rows),
            Rows::Sorted(sorted) => sorted.get(atoms, key).map(Group::rows),
        };
        rows.unwrap_or(&[])
    }

    /// The only row of a key, to be changed without changing its key.
    pub fn get_mut(&mut self, atoms: &Atoms, key: Term<'_>) -> Option<&mut Row> {
        match self {
            Rows::Set(set) => set.get_mut(key),
            Rows::Bag(..) => None,
            Rows::Sorted(sorted) => sorted.get_mut(atoms, key),
        }
    }

    /// Puts a row in, in place of that of its key where there can only be one.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn insert(&mut self, atoms: &Atoms, row: Row) -> Result<Change, OutOfMemory> {
        let added = Change::added(&row);
        let replaced = |old: &Row| Change::removed(core::slice::from_ref(old));
        match self {
            Rows::Set(set) => {
                let old = set.insert(row, core::mem::replace)?;
                Ok(old.map_or(added, |old| added.and(replaced(&old))))
            }
            Rows::Sorted(sorted) => {
                let old = sorted.insert(atoms, row)?;
                Ok(old.map_or(added, |old| added.and(replaced(&old))))
            }
            Rows::Bag(bag, duplicates) => {
                let mut group = Vec::new();
                group.try_reserve_exact(1).map_err(|_| OutOfMemory)?;
                group.push(row);
                let merged = bag.insert(group, |own, mut more| {
                    let known =
                        |row: &Row| own.iter().any(|own| compare::equal_exact(own.term(), row.term()));
                    if !*duplicates && more.iter().any(known) {
                        return Ok(Change::default());
                    }
                    own.try_reserve(1).map_err(|_| OutOfMemory)?;
                    own.append(&mut more);
                    Ok(added)
                })?;
                merged.unwrap_or(Ok(added))
            }
        }
    }

    /// Puts a row in the place of one that is equal to an object by `=:=` and has the same key, if there is one.
    pub fn replace(&mut self, atoms: &Atoms, key: Term<'_>, old: Term<'_>, row: Row) -> Option<Change> {
        let rows = match self {
            Rows::Set(set) => set.get_mut(key).map(core::slice::from_mut),
            Rows::Bag(bag, _) => bag.get_mut(key).map(Vec::as_mut_slice),
            Rows::Sorted(sorted) => {
                if !sorted.get(atoms, key).is_some_and(|own| compare::equal_exact(own.term(), old)) {
                    return None;
                }
                // Its key is part of the tree.
                return self.insert(atoms, row).ok();
            }
        };
        let own = rows?.iter_mut().find(|own| compare::equal_exact(own.term(), old))?;
        let change = Change::added(&row).and(Change::removed(core::slice::from_ref(own)));
        *own = row;
        Some(change)
    }

    /// Takes the rows of a key out.
    pub fn remove(&mut self, atoms: &Atoms, key: Term<'_>) -> Option<Change> {
        match self {
            Rows::Set(set) => set.remove(key).map(|row| Change::removed(row.rows())),
            Rows::Bag(bag, _) => bag.remove(key).map(|rows| Change::removed(&rows)),
            Rows::Sorted(sorted) => sorted.remove(atoms, key).map(|row| Change::removed(row.rows())),
        }
    }

    /// Takes the rows out that are equal to an object by `=:=`, and whether the key went with them.
    pub fn remove_object(
        &mut self,
        atoms: &Atoms,
        key: Term<'_>,
        object: Term<'_>,
    ) -> Option<(Change, bool)> {
        let equal = |row: &Row| compare::equal_exact(row.term(), object);
        if let Rows::Bag(bag, _) = self {
            let rows = bag.get_mut(key)?;
            if !rows.iter().all(equal) {
                let mut gone = Change::default();
                rows.retain(|row| {
                    let goes = equal(row);
                    if goes {
                        gone = gone.and(Change::removed(core::slice::from_ref(row)));
                    }
                    !goes
                });
                return if gone.rows == 0 { None } else { Some((gone, false)) };
            }
        } else if !self.get(atoms, key).iter().any(equal) {
            return None;
        }
        self.remove(atoms, key).map(|change| (change, true))
    }

    /// Walks from a place on, upwards or downwards, until it is told to stop and can; `None` at the end, else the place
    /// that it came to. It may not stop between rows that have the same hash, so `step` may be asked further.
    ///
    /// # Errors
    /// Those of `step`.
    pub fn walk<'a, E>(
        &'a self,
        atoms: &Atoms,
        from: Place<'_>,
        upwards: bool,
        mut step: impl FnMut(&'a Row) -> Result<Walk, E>,
    ) -> Result<Option<Place<'a>>, E> {
        match self {
            Rows::Set(set) => walk_scattered(set, from, upwards, step),
            Rows::Bag(bag, _) => walk_scattered(bag, from, upwards, step),
            Rows::Sorted(sorted) => {
                let from = match from {
                    Place::Key(key) => From::After(key),
                    _ => From::End,
                };
                let mut last = None;
                let step = |row: &'a Row| {
                    last = Some(row);
                    step(row)
                };
                let done = if upwards {
                    sorted.walk_up(atoms, from, step)?
                } else {
                    sorted.walk_down(atoms, from, step)?
                };
                let key = last.and_then(|row| sorted.key(row));
                Ok(key.filter(|_| !done).map(Place::Key))
            }
        }
    }

    /// The rows of the first key, or of the last one; sets and bags have but one end.
    pub fn end(&self, atoms: &Atoms, upwards: bool) -> &[Row] {
        let rows = match self {
            Rows::Set(set) => set.first().map(Group::rows),
            Rows::Bag(bag, _) => bag.first().map(Group::rows),
            Rows::Sorted(sorted) => sorted.next(atoms, From::End, upwards).map(Group::rows),
        };
        rows.unwrap_or(&[])
    }

    /// The rows after those of a key (for an ordered set, before them, where it is not upwards), none at the end; `None`
    /// when there has to be such a key and is none, nor was one whose absence is `pardoned`.
    pub fn next(&self, atoms: &Atoms, key: Term<'_>, upwards: bool, pardoned: bool) -> Option<&[Row]> {
        let rows = match self {
            Rows::Set(set) if pardoned => set.after_absent(key).map(Group::rows),
            Rows::Bag(bag, _) if pardoned => bag.after_absent(key).map(Group::rows),
            Rows::Set(set) => set.after(key)?.map(Group::rows),
            Rows::Bag(bag, _) => bag.after(key)?.map(Group::rows),
            Rows::Sorted(sorted) => sorted.next(atoms, From::After(key), upwards).map(Group::rows),
        };
        Some(rows.unwrap_or(&[]))
    }

    /// The rows of a part of the table; `None` when there are not as many parts.
    pub fn part(&self, atoms: &Atoms, number: usize) -> Option<Vec<&Row>> {
        match self {
            Rows::Set(set) => set.part(number).map(Iterator::collect),
            Rows::Bag(bag, _) => bag.part(number).map(|groups| groups.flatten().collect()),
            Rows::Sorted(sorted) => sorted.nth(atoms, number).map(|row| alloc::vec![row]),
        }
    }

    /// How many parts the table has.
    pub fn parts(&self) -> usize {
        match self {
            Rows::Set(set) => set.parts(),
            Rows::Bag(bag, _) => bag.parts(),
            Rows::Sorted(sorted) => sorted.count(),
        }
    }

    /// The bytes of what holds the rows, without them.
    pub fn bytes(&self) -> usize {
        match self {
            Rows::Set(set) => set.bytes(),
            Rows::Bag(bag, _) => bag.bytes() + bag.keys() * size_of::<Row>() * 2,
            Rows::Sorted(sorted) => sorted.bytes(),
        }
    }

    /// Lets so many rows go, about; whether none is left.
    pub fn shed(&mut self, count: usize) -> bool {
        match self {
            Rows::Set(set) => set.shed(count),
            Rows::Bag(bag, _) => bag.shed(count),
            Rows::Sorted(sorted) => sorted.shed(count),
        }
    }
}

fn walk_scattered<'a, G: Group, E>(
    rows: &'a Scattered<G>,
    from: Place<'_>,
    upwards: bool,
    mut step: impl FnMut(&'a Row) -> Result<Walk, E>,
) -> Result<Option<Place<'a>>, E> {
    let from = match from {
        Place::Hash(hash) => hash,
        _ if upwards => 0,
        _ => 1 << HASH_BITS,
    };
    let mut each = |row: &'a Row, walk: &mut Walk| {
        if step(row)? == Walk::Stop {
            *walk = Walk::Stop;
        }
        Ok(())
    };
    let next = if upwards {
        rows.walk_up(from, |group| {
            let mut walk = Walk::On;
            group.rows().iter().try_for_each(|row| each(row, &mut walk)).map(|()| walk)
        })
    } else {
        rows.walk_down(from, |group| {
            let mut walk = Walk::On;
            group.rows().iter().rev().try_for_each(|row| each(row, &mut walk)).map(|()| walk)
        })
    };
    Ok(next?.map(Place::Hash))
}
