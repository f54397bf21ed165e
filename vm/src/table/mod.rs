//! Tables of rows that processes share: what `ets` offers, as data.
//!
//! A table's rows are copies in no heap. Every way through a table is the same for as long as it is, whatever is put in or
//! taken out meanwhile: in the order of keys, or in that of their hashes. So a walk may pause anywhere, and meets what stays
//! once.
//! Invariants: the counts of rows and words are those of the rows; rows that are still to arrive are put in before anybody
//! looks at the table.
//! Deliberately absent: finding a table, and whose it is when a process ends (`sched::tables`).

pub mod rows;
pub mod scattered;
pub mod sorted;
#[cfg(test)]
mod tests;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::cell::{Ref, RefMut};
use core::ops::Deref;

pub use rows::{Change, Place, Rows};
pub use scattered::Walk;

use crate::atom::{Atom, Atoms};
use crate::heap::{Held, OutOfMemory, Parcel, Row};
use crate::process::ReferenceNumbers;
use crate::sync::{self, Arc, AtomicUsize, Ordering, Owned, OwnedCell, Turn};
use crate::term::Term;
use crate::term::map::key_hash;
use crate::term::word::BYTES;

/// Bytes more or less that a table may take before it says so: not every row is worth telling all processes of.
const UNCOUNTED_BYTES: usize = 512;

/// What rows may have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// No two of a key.
    Set,
    /// No two of a key, in order.
    OrderedSet,
    /// No two that are equal.
    Bag,
    /// Anything.
    DuplicateBag,
}

/// What processes may do that do not own a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Protection {
    /// Nothing.
    Private,
    /// Look.
    Protected,
    /// Everything.
    Public,
}

/// Who gets a table when its owner ends.
#[derive(Debug)]
pub struct Heir {
    /// The process.
    pub pid: u32,
    /// What it is told; nothing without.
    pub data: Option<Parcel>,
}

/// What was asked of a table for the sake of speed: told again, and nothing else.
#[derive(Clone, Copy, Default, Debug)]
pub struct Tuning {
    /// `read_concurrency`.
    pub read: bool,
    /// `write_concurrency`: `true`, `auto` or, without, `false`.
    pub write: Option<Atom>,
    /// `decentralized_counters`.
    pub counters: bool,
    /// `compressed`.
    pub compressed: bool,
}

/// Processes that keep a table fixed.
#[derive(Debug)]
pub struct Fixed {
    /// Since when, in nanoseconds of the monotonic clock.
    pub since_ns: u64,
    /// How often each of them does, by pid.
    pub by: BTreeMap<u32, usize>,
}

/// What is said of a table when it is made.
#[derive(Debug)]
pub struct Plan {
    /// Its name.
    pub name: Atom,
    /// Whether it is found by that.
    pub named: bool,
    /// What rows may have in common.
    pub kind: Kind,
    /// Where a row's key is, from 0.
    pub place: usize,
    /// What others may do.
    pub protection: Protection,
    /// Who gets it.
    pub heir: Option<Heir>,
    /// For speed.
    pub tuning: Tuning,
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its reference's numbers.
    pub reference: ReferenceNumbers,
    /// Its name.
    pub name: OwnedCell<Atom>,
    /// Whether it is found by that.
    pub named: bool,
    /// What rows may have in common.
    pub kind: Kind,
    /// Where a row's key is, from 0.
    pub place: usize,
    /// What others may do.
    pub protection: OwnedCell<Protection>,
    /// Who owns it.
    pub owner: OwnedCell<u32>,
    /// Who gets it.
    pub heir: Owned<Option<Heir>>,
    /// For speed.
    pub tuning: Tuning,
    /// Who keeps it fixed.
    pub fixed: Owned<Option<Fixed>>,
    rows: Owned<Rows>,
    /// Rows of an insertion that goes on, the next last.
    arriving: Owned<Vec<Row>>,
    /// Hashes of keys that went while the table was fixed.
    gone: Owned<BTreeSet<u64>>,
    count: OwnedCell<usize>,
    row_words: OwnedCell<usize>,
    /// Whose turn it is, where several processes may run at the same time.
    turn: Turn,
    /// Bytes that it has added to `held`, about.
    counted: AtomicUsize,
    held: Held,
}

/// A table while one process has its turn at it: nobody else touches it.
pub struct InTurn {
    table: Arc<Table>,
    /// Whether the turn was taken: who runs exclusively need not.
    is_taken: bool,
}

impl InTurn {
    /// Takes the turn at a table. A process has its turn at one table at a time, and for one call of a native function.
    pub fn new(table: Arc<Table>) -> InTurn {
        let is_taken = !sync::is_exclusive();
        if is_taken {
            table.turn.take();
            sync::have_table(&*table);
        }
        InTurn { table, is_taken }
    }

    /// The table, for later.
    pub fn table(&self) -> Arc<Table> {
        self.table.clone()
    }
}

impl Deref for InTurn {
    type Target = Table;

    fn deref(&self) -> &Table {
        &self.table
    }
}

impl Drop for InTurn {
    fn drop(&mut self) {
        if self.is_taken {
            self.table.turn.give_back();
        }
    }
}

impl Table {
    /// An empty table; what it takes is added to `held` for as long as it is.
    pub fn new(plan: Plan, reference: ReferenceNumbers, owner: u32, held: Held) -> Table {
        let counted = size_of::<Table>();
        held.change(0, counted);
        Table {
            reference,
            name: OwnedCell::new(plan.name),
            named: plan.named,
            kind: plan.kind,
            place: plan.place,
            protection: OwnedCell::new(plan.protection),
            owner: OwnedCell::new(owner),
            heir: Owned::new(plan.heir),
            tuning: plan.tuning,
            fixed: Owned::default(),
            rows: Owned::new(Rows::new(plan.kind, plan.place)),
            arriving: Owned::default(),
            gone: Owned::default(),
            count: OwnedCell::new(0),
            row_words: OwnedCell::new(0),
            turn: Turn::default(),
            counted: AtomicUsize::new(counted),
            held,
        }
    }

    /// The key of a row or an object, if it has one.
    pub fn key<'h>(&self, object: Term<'h>) -> Option<Term<'h>> {
        object.as_tuple()?.get(self.place).copied()
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// The bytes it takes, about.
    pub fn bytes(&self) -> usize {
        size_of::<Table>() + self.row_words.get() * BYTES + self.rows.borrow().bytes()
    }

    /// The rows, to be looked at.
    #[inline]
    pub fn rows(&self) -> Ref<'_, Rows> {
        self.rows.borrow()
    }

    /// The row of a key that has only one, to be changed in place without changing its key.
    pub fn row_mut(&self, atoms: &Atoms, key: Term<'_>) -> Option<RefMut<'_, Row>> {
        RefMut::filter_map(self.rows.borrow_mut(), |rows| rows.get_mut(atoms, key)).ok()
    }

    fn changed(&self, change: Change) {
        self.count.set(self.count.get().wrapping_add_signed(change.rows));
        self.row_words.set(self.row_words.get().wrapping_add_signed(change.words));
        self.recount();
    }

    /// Adds what it takes by now to what is held, where that is much more or less than before.
    fn recount(&self) {
        let now = self.bytes();
        if self.counted.load(Ordering::Relaxed).abs_diff(now) >= UNCOUNTED_BYTES {
            self.held.change(self.counted.swap(now, Ordering::Relaxed), now);
        }
    }

    /// Puts a row in.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn insert(&self, atoms: &Atoms, row: Row) -> Result<(), OutOfMemory> {
        let change = self.rows.borrow_mut().insert(atoms, row)?;
        self.changed(change);
        Ok(())
    }

    /// Lets rows arrive, the last first: at once, seen from outside, however long it takes.
    pub fn receive(&self, rows: Vec<Row>) {
        self.arriving.replace(rows);
    }

    /// Puts in so many of the rows that are to arrive; whether they all have.
    ///
    /// # Errors
    /// There is no memory for one; those behind it are let go.
    pub fn settle(&self, atoms: &Atoms, count: usize) -> Result<bool, OutOfMemory> {
        for _ in 0..count {
            let Some(row) = self.arriving.borrow_mut().pop() else { return Ok(true) };
            if let Err(error) = self.insert(atoms, row) {
                self.arriving.take();
                return Err(error);
            }
        }
        Ok(self.arriving.borrow().is_empty())
    }

    /// Notes that a key went: who has it may go on from there while the table is fixed.
    fn went(&self, key: Term<'_>) {
        if self.fixed.borrow().is_some() && self.kind != Kind::OrderedSet {
            self.gone.borrow_mut().insert(key_hash(key));
        }
    }

    /// Takes the rows of a key out; whether there were any.
    pub fn remove(&self, atoms: &Atoms, key: Term<'_>) -> bool {
        let change = self.rows.borrow_mut().remove(atoms, key);
        if let Some(change) = change {
            self.changed(change);
            self.went(key);
        }
        change.is_some()
    }

    /// Takes the rows out that are equal to an object; how many.
    pub fn remove_object(&self, atoms: &Atoms, object: Term<'_>) -> usize {
        let Some(key) = self.key(object) else { return 0 };
        let removed = self.rows.borrow_mut().remove_object(atoms, key, object);
        let Some((change, with_key)) = removed else { return 0 };
        self.changed(change);
        if with_key {
            self.went(key);
        }
        change.rows.unsigned_abs()
    }

    /// Whether any of some rows has a key that is there.
    pub fn knows_any(&self, atoms: &Atoms, rows: &[Row]) -> bool {
        let own = self.rows.borrow();
        rows.iter().any(|row| self.key(row.term()).is_some_and(|key| !own.get(atoms, key).is_empty()))
    }

    /// Puts a row in the place of one that is still the same; whether it was.
    pub fn replace(&self, atoms: &Atoms, old: Term<'_>, row: Row) -> bool {
        let Some(key) = self.key(old) else { return false };
        let change = self.rows.borrow_mut().replace(atoms, key, old, row);
        self.changed(change.unwrap_or_default());
        change.is_some()
    }

    /// Empties the table; what was in it.
    pub fn clear(&self) -> Rows {
        self.count.set(0);
        self.row_words.set(0);
        self.gone.borrow_mut().clear();
        let rows = self.rows.replace(Rows::new(self.kind, self.place));
        self.recount();
        rows
    }

    /// Whether a key that is not there was there since the table is fixed.
    pub fn is_gone(&self, key: Term<'_>) -> bool {
        let gone = self.gone.borrow();
        !gone.is_empty() && gone.contains(&key_hash(key))
    }

    /// Keeps the table fixed for a process once more.
    pub fn fix(&self, pid: u32, now_ns: u64) {
        let mut fixed = self.fixed.borrow_mut();
        let fixed = fixed.get_or_insert_with(|| Fixed { since_ns: now_ns, by: BTreeMap::new() });
        *fixed.by.entry(pid).or_default() += 1;
    }

    /// Keeps it fixed for a process once less, or no longer.
    pub fn unfix(&self, pid: u32, wholly: bool) {
        let mut fixed = self.fixed.borrow_mut();
        let Some(own) = &mut *fixed else { return };
        if let Some(count) = own.by.get_mut(&pid) {
            *count -= 1;
            if wholly || *count == 0 {
                own.by.remove(&pid);
            }
        }
        if own.by.is_empty() {
            *fixed = None;
            self.gone.borrow_mut().clear();
        }
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        self.held.change(self.counted.load(Ordering::Relaxed), 0);
    }
}
