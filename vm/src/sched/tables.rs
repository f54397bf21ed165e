//! The tables there are, whose they are, and what a process that ends leaves.
//!
//! Invariants: a table is found from the moment it is made until it is closed, by its reference and by its name if it has
//! one; every table has an owner that lives; a process that ends leaves no table fixed. What was in a table that is
//! closed is freed piece by piece, between slices.
//! Deliberately absent: what is in tables (`table`), and what may go wrong in a call (`bif::ets`).

use crate::sync::{Arc, Idle};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::System;
use crate::atom::{Atom, names};
use crate::heap::{Held, OutOfMemory, Parcel};
use crate::process::{Process, ReferenceNumbers, Signal};
use crate::table::{Plan, Rows, Table};
use crate::term::{Kind, Term};

/// Rows that are freed at once.
const PIECE: usize = 4000;
/// The last number of a table's reference, by which it is known for one. An alias that had it would be that of a process
/// for which there is no room.
const MARK: usize = u32::MAX as usize;

/// Tables by what they are found by.
#[derive(Debug, Default)]
pub struct Tables {
    by_reference: BTreeMap<ReferenceNumbers, Arc<Table>>,
    by_name: BTreeMap<Atom, Arc<Table>>,
    /// Owners, and those who keep a table fixed, with the tables.
    ties: BTreeSet<(u32, ReferenceNumbers)>,
    debris: Vec<Rows>,
    held: Held,
}

impl Idle for Tables {
    /// Whether nothing is left to be freed.
    fn is_idle(&self) -> bool {
        self.debris.is_empty()
    }
}

impl Tables {
    /// No tables; what those to come take is added to `held`.
    pub fn new(held: Held) -> Tables {
        Tables { held, ..Tables::default() }
    }

    /// The table that a term stands for.
    #[inline]
    pub fn get(&self, term: Term<'_>) -> Option<&Arc<Table>> {
        match term.kind() {
            Kind::Atom(name) => self.by_name.get(&name),
            Kind::Reference(numbers) => self.by_reference.get(&numbers),
            _ => None,
        }
    }

    /// All of them, the oldest first.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Table>> {
        self.by_reference.values()
    }

    /// The bytes of all of them, about.
    pub fn bytes(&self) -> usize {
        self.all().map(|table| table.bytes()).sum()
    }

    /// Whether there is something left to be freed.
    pub fn has_debris(&self) -> bool {
        !self.debris.is_empty()
    }

    /// Calls a table by another name; whether nobody else has it.
    pub fn rename(&mut self, table: &Arc<Table>, name: Atom) -> bool {
        if table.named {
            if self.by_name.contains_key(&name) {
                return false;
            }
            self.by_name.remove(&table.name.get());
            self.by_name.insert(name, table.clone());
        }
        table.name.set(name);
        true
    }

    fn tie(&mut self, pid: u32, table: &Table) {
        self.ties.insert((pid, table.reference));
    }

    /// Forgets that a process has to do with a table, if it has not.
    fn untie(&mut self, pid: u32, table: &Table) {
        let fixes = table.fixed.borrow().as_ref().is_some_and(|fixed| fixed.by.contains_key(&pid));
        if table.owner.get() != pid && !fixes {
            self.ties.remove(&(pid, table.reference));
        }
    }

    fn tied(&self, pid: u32) -> Vec<Arc<Table>> {
        let ties = self.ties.range((pid, [0; 3])..=(pid, [usize::MAX; 3]));
        ties.filter_map(|(_, reference)| self.by_reference.get(reference).cloned()).collect()
    }
}

/// Whether a reference is, or was, that of a table.
pub fn is_table_reference(term: Term<'_>) -> bool {
    matches!(term.kind(), Kind::Reference([_, _, MARK]))
}

impl System {
    /// Makes a table; `None` where another has its name.
    pub fn open_table(&self, plan: Plan, owner: u32) -> Option<Arc<Table>> {
        let mut tables = self.tables.borrow_mut();
        if plan.named && tables.by_name.contains_key(&plan.name) {
            return None;
        }
        let [low, high, _] = self.make_reference();
        let table = Arc::new(Table::new(plan, [low, high, MARK], owner, tables.held.clone()));
        tables.by_reference.insert(table.reference, table.clone());
        if table.named {
            tables.by_name.insert(table.name.get(), table.clone());
        }
        tables.tie(owner, &table);
        Some(table)
    }

    /// Ends a table.
    pub fn close_table(&self, table: &Table) {
        let mut tables = self.tables.borrow_mut();
        tables.by_reference.remove(&table.reference);
        if table.named {
            tables.by_name.remove(&table.name.get());
        }
        tables.ties.remove(&(table.owner.get(), table.reference));
        for pid in table.fixed.take().into_iter().flat_map(|fixed| fixed.by.into_keys()) {
            tables.ties.remove(&(pid, table.reference));
        }
        tables.debris.push(table.clear());
    }

    /// Empties a table; how many rows it had.
    pub fn clear_table(&self, table: &Table) -> usize {
        let count = table.count();
        self.tables.borrow_mut().debris.push(table.clear());
        count
    }

    /// Frees a piece of what was in tables; whether there was any.
    pub fn free_rows(&self) -> bool {
        if self.tables.is_idle() {
            return false;
        }
        let Some(mut rows) = self.tables.borrow_mut().debris.pop() else { return false };
        if !rows.shed(PIECE) {
            self.tables.borrow_mut().debris.push(rows);
        }
        true
    }

    /// Keeps a table fixed for a process, once more or once less.
    pub fn fix_table(&self, table: &Table, pid: u32, fix: bool, now_ns: u64) {
        let mut tables = self.tables.borrow_mut();
        if fix {
            table.fix(pid, now_ns);
            tables.tie(pid, table);
        } else {
            table.unfix(pid, false);
            tables.untie(pid, table);
        }
    }

    /// Gives a table to another process, which is told so where there is `data`.
    ///
    /// # Errors
    /// There is no memory for the message; nothing was done.
    pub fn give_table(&self, table: &Table, to: u32, data: Option<Term<'_>>) -> Result<(), OutOfMemory> {
        let from = table.owner.get();
        let message = match data {
            Some(data) => Some(transfer_message(table, from, data)?),
            None => None,
        };
        table.owner.set(to);
        let mut tables = self.tables.borrow_mut();
        tables.untie(from, table);
        tables.tie(to, table);
        drop(tables);
        if let Some(message) = message {
            self.signal(to, Signal::Message(message));
        }
        Ok(())
    }

    /// Whether a process owns tables or keeps any fixed.
    pub fn has_tables(&self, pid: u32) -> bool {
        let tables = self.tables.borrow();
        tables.ties.range((pid, [0; 3])..=(pid, [usize::MAX; 3])).next().is_some()
    }

    /// What becomes of the tables of a process that ends: an heir that lives gets its own, the others end.
    pub fn leave_tables(&self, process: &Process) {
        let tied = self.tables.borrow().tied(process.pid);
        for table in tied {
            table.unfix(process.pid, true);
            if table.owner.get() != process.pid {
                self.tables.borrow_mut().untie(process.pid, &table);
                continue;
            }
            let given = table.heir.borrow().as_ref().is_some_and(|heir| {
                heir.pid != process.pid
                    && self.processes.get(heir.pid).is_some()
                    && self.give_table(&table, heir.pid, heir.data.as_ref().map(Parcel::term)).is_ok()
            });
            if !given {
                self.close_table(&table);
            }
        }
    }
}

/// The name of a table that has one, or its reference, as programs have it.
///
/// # Errors
/// There is no memory for it.
pub fn identifier<'h>(arena: &'h crate::heap::Arena, table: &Table) -> crate::heap::Built<'h> {
    if table.named { Ok(Term::atom(table.name.get())) } else { arena.reference(table.reference) }
}

/// `{'ETS-TRANSFER', Table, From, Data}`.
fn transfer_message(table: &Table, from: u32, data: Term<'_>) -> Result<Parcel, OutOfMemory> {
    Parcel::build(|arena| {
        arena.tuple(&[
            Term::atom(names::ets_transfer),
            identifier(arena, table)?,
            Term::pid(from),
            arena.copy(data)?,
        ])
    })
}
