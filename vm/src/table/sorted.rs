//! Rows in the order of their keys: ordered sets.
//!
//! A B-tree. Invariants: all leaves are at the same depth; a node but the root has [`LEAST`] rows or more, none has more than
//! [`MOST`]; a node with children has one more of them than rows, and what is below a child stands between the rows around
//! it. Keys are equal by `==`. What recurses here goes down the tree, which is as deep as its logarithm.
//! Deliberately absent: changing the tree while one walks through it.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::scattered::Walk;
use crate::atom::Atoms;
use crate::heap::{KEYED_ROWS, KeyedRows, OutOfMemory, Row};
use crate::term::word::BYTES;
use crate::term::{Term, compare};

/// The most rows of a node: before it is split it has one more, and these lie in the node itself.
const MOST: usize = KEYED_ROWS - 1;
/// The least.
const LEAST: usize = MOST / 2;

#[derive(Debug, Default)]
struct Node {
    rows: KeyedRows,
    #[expect(
        clippy::vec_box,
        reason = "nodes are large, and stay where they are when their neighbours move"
    )]
    children: Vec<Box<Node>>,
}

/// Rows in order.
#[derive(Debug, Default)]
pub struct Sorted {
    root: Box<Node>,
    count: usize,
    /// Nodes that are let go, piece by piece.
    #[expect(clippy::vec_box, reason = "as above")]
    shed: Vec<Box<Node>>,
    place: usize,
}

/// A row and the node after it, which a full node gave away.
type Split = (Row, Box<Node>);

/// What came of putting a row in.
enum Put {
    Replaced(Row),
    Added(Option<Split>),
}

/// What putting rows in needs: how to compare keys, and where they are.
#[derive(Clone, Copy)]
struct Rule<'a> {
    atoms: &'a Atoms,
    place: usize,
}

/// From where a walk begins: at an end, or after a key.
#[derive(Clone, Copy)]
pub enum From<'k> {
    /// At the first row of the direction.
    End,
    /// Behind the row of a key, seen in the direction.
    After(Term<'k>),
}

impl Node {
    /// Where a key stands among the rows of this node, or the child to look for it in.
    #[inline]
    fn search(&self, atoms: &Atoms, key: Term<'_>) -> Result<usize, usize> {
        self.rows.search(key, |own, key| compare::order(atoms, own, key))
    }

    fn insert(&mut self, rule: Rule<'_>, row: Row) -> Result<Put, OutOfMemory> {
        let key = row.elements().get(rule.place).copied().unwrap_or(Term::NIL);
        match self.search(rule.atoms, key) {
            Ok(index) => Ok(Put::Replaced(self.rows.replace(index, row, rule.place))),
            Err(index) if self.children.is_empty() => {
                self.rows.insert(index, row, rule.place)?;
                self.split().map(Put::Added)
            }
            Err(index) => match self.children[index].insert(rule, row)? {
                Put::Added(Some((middle, after))) => {
                    self.children.try_reserve(1).map_err(|_| OutOfMemory)?;
                    self.rows.insert(index, middle, rule.place)?;
                    self.children.insert(index + 1, after);
                    self.split().map(Put::Added)
                }
                put => Ok(put),
            },
        }
    }

    /// Gives the upper half away when it is too full.
    fn split(&mut self) -> Result<Option<Split>, OutOfMemory> {
        if self.rows.len() <= MOST {
            return Ok(None);
        }
        let half = self.rows.len() / 2;
        let mut after = Box::<Node>::default();
        self.rows.split_off(half + 1, &mut after.rows);
        if !self.children.is_empty() {
            after.children = self.children.split_off(half + 1);
        }
        Ok(self.rows.pop().map(|middle| (middle, after)))
    }

    fn remove(&mut self, rule: Rule<'_>, key: Term<'_>) -> Option<Row> {
        match self.search(rule.atoms, key) {
            Ok(index) if self.children.is_empty() => Some(self.rows.remove(index)),
            Ok(index) => {
                let before = self.children[index].remove_last(rule)?;
                let removed = self.rows.replace(index, before, rule.place);
                self.mend(rule, index);
                Some(removed)
            }
            Err(_) if self.children.is_empty() => None,
            Err(index) => {
                let removed = self.children[index].remove(rule, key);
                self.mend(rule, index);
                removed
            }
        }
    }

    fn remove_last(&mut self, rule: Rule<'_>) -> Option<Row> {
        let Some(last) = self.children.len().checked_sub(1) else { return self.rows.pop() };
        let removed = self.children[last].remove_last(rule);
        self.mend(rule, last);
        removed
    }

    /// Sees to it that a child has rows enough: one of a neighbour's, or all of them. Without memory it has fewer.
    fn mend(&mut self, rule: Rule<'_>, index: usize) {
        if self.children[index].rows.len() >= LEAST {
            return;
        }
        if index > 0 && self.children[index - 1].rows.len() > LEAST {
            self.take_from_before(rule, index);
        } else if index + 1 < self.children.len() && self.children[index + 1].rows.len() > LEAST {
            self.take_from_behind(rule, index);
        } else {
            self.join(rule, if index > 0 { index - 1 } else { index });
        }
    }

    fn take_from_before(&mut self, rule: Rule<'_>, index: usize) {
        let before = &mut self.children[index - 1];
        let (row, child) = (before.rows.pop(), before.children.pop());
        if let Some(row) = row {
            let middle = self.rows.replace(index - 1, row, rule.place);
            // A node has room for a row that it does not have.
            let _ = self.children[index].rows.insert(0, middle, rule.place);
        }
        if let Some(child) = child {
            self.children[index].children.insert(0, child);
        }
    }

    fn take_from_behind(&mut self, rule: Rule<'_>, index: usize) {
        let behind = &mut self.children[index + 1];
        let row = behind.rows.remove(0);
        let child = if behind.children.is_empty() { None } else { Some(behind.children.remove(0)) };
        let middle = self.rows.replace(index, row, rule.place);
        let own = &mut self.children[index];
        // As above.
        let _ = own.rows.insert(own.rows.len(), middle, rule.place);
        own.children.extend(child);
    }

    /// Makes one of a child and the next, and the row between them.
    fn join(&mut self, rule: Rule<'_>, index: usize) {
        if index + 1 >= self.children.len() {
            return;
        }
        let (mut behind, middle) = (self.children.remove(index + 1), self.rows.remove(index));
        let child = &mut self.children[index];
        // As above.
        let _ = child.rows.insert(child.rows.len(), middle, rule.place);
        child.rows.append(&mut behind.rows);
        child.children.append(&mut behind.children);
    }

    /// Walks upwards; whether it came to the end.
    fn walk_up<'a, E>(
        &'a self,
        atoms: &Atoms,
        from: From<'_>,
        step: &mut impl FnMut(&'a Row) -> Result<Walk, E>,
    ) -> Result<bool, E> {
        let (start, inner) = match from {
            From::End => (0, From::End),
            From::After(key) => {
                self.search(atoms, key).map_or_else(|at| (at, from), |at| (at + 1, From::End))
            }
        };
        for index in start..=self.rows.len() {
            let from = if index == start { inner } else { From::End };
            if let Some(child) = self.children.get(index)
                && !child.walk_up(atoms, from, step)?
            {
                return Ok(false);
            }
            if let Some(row) = self.rows.get(index)
                && step(row)? == Walk::Stop
            {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Walks downwards; whether it came to the end.
    fn walk_down<'a, E>(
        &'a self,
        atoms: &Atoms,
        from: From<'_>,
        step: &mut impl FnMut(&'a Row) -> Result<Walk, E>,
    ) -> Result<bool, E> {
        let (start, inner) = match from {
            From::End => (self.rows.len(), From::End),
            From::After(key) => self.search(atoms, key).map_or_else(|at| (at, from), |at| (at, From::End)),
        };
        for index in (0..=start).rev() {
            if index < start
                && let Some(row) = self.rows.get(index)
                && step(row)? == Walk::Stop
            {
                return Ok(false);
            }
            let from = if index == start { inner } else { From::End };
            if let Some(child) = self.children.get(index)
                && !child.walk_down(atoms, from, step)?
            {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Sorted {
    /// No rows, of which the element at `place` will be the key.
    pub fn new(place: usize) -> Sorted {
        Sorted { place, ..Sorted::default() }
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The bytes of the nodes, about.
    pub fn bytes(&self) -> usize {
        let node = size_of::<Node>() + BYTES;
        self.count.div_ceil(LEAST + MOST / 4) * node
    }

    /// The key of a row.
    pub fn key<'a>(&self, row: &'a Row) -> Option<Term<'a>> {
        row.elements().get(self.place).copied()
    }

    fn rule<'a>(&self, atoms: &'a Atoms) -> Rule<'a> {
        Rule { atoms, place: self.place }
    }

    /// The row of a key.
    pub fn get(&self, atoms: &Atoms, key: Term<'_>) -> Option<&Row> {
        let mut node = &self.root;
        loop {
            match node.search(atoms, key) {
                Ok(index) => return node.rows.get(index),
                Err(index) => node = node.children.get(index)?,
            }
        }
    }

    /// The row of a key, of which only other elements may be set.
    pub fn get_mut(&mut self, atoms: &Atoms, key: Term<'_>) -> Option<&mut Row> {
        let mut node = &mut self.root;
        loop {
            match node.search(atoms, key) {
                Ok(index) => return node.rows.get_mut(index),
                Err(index) => node = node.children.get_mut(index)?,
            }
        }
    }

    /// Puts a row in; the one it takes the place of.
    ///
    /// # Errors
    /// There is no memory for a node.
    pub fn insert(&mut self, atoms: &Atoms, row: Row) -> Result<Option<Row>, OutOfMemory> {
        let rule = self.rule(atoms);
        match self.root.insert(rule, row)? {
            Put::Replaced(old) => return Ok(Some(old)),
            Put::Added(Some((middle, after))) => {
                let before = core::mem::take(&mut self.root);
                self.root.rows.insert(0, middle, rule.place)?;
                self.root.children.extend([before, after]);
            }
            Put::Added(None) => {}
        }
        self.count += 1;
        Ok(None)
    }

    /// Takes the row of a key out.
    pub fn remove(&mut self, atoms: &Atoms, key: Term<'_>) -> Option<Row> {
        let removed = self.root.remove(self.rule(atoms), key)?;
        if self.root.rows.is_empty()
            && let Some(only) = self.root.children.pop()
        {
            self.root = only;
        }
        self.count -= 1;
        Some(removed)
    }

    /// Walks over rows upwards from a place until it is told to stop; whether it came to the end.
    ///
    /// # Errors
    /// Those of `step`.
    pub fn walk_up<'a, E>(
        &'a self,
        atoms: &Atoms,
        from: From<'_>,
        mut step: impl FnMut(&'a Row) -> Result<Walk, E>,
    ) -> Result<bool, E> {
        self.root.walk_up(atoms, from, &mut step)
    }

    /// The same, downwards.
    ///
    /// # Errors
    /// Those of `step`.
    pub fn walk_down<'a, E>(
        &'a self,
        atoms: &Atoms,
        from: From<'_>,
        mut step: impl FnMut(&'a Row) -> Result<Walk, E>,
    ) -> Result<bool, E> {
        self.root.walk_down(atoms, from, &mut step)
    }

    /// The next row from a place, upwards or downwards.
    pub fn next(&self, atoms: &Atoms, from: From<'_>, upwards: bool) -> Option<&Row> {
        let mut next = None;
        let mut step = |row| {
            next = Some(row);
            Ok::<_, OutOfMemory>(Walk::Stop)
        };
        let _ = if upwards {
            self.walk_up(atoms, from, &mut step)
        } else {
            self.walk_down(atoms, from, &mut step)
        };
        next
    }

    /// The row of a number, counted from the first.
    pub fn nth(&self, atoms: &Atoms, number: usize) -> Option<&Row> {
        let (mut left, mut found) = (number, None);
        let step = |row| {
            found = if left == 0 { Some(row) } else { None };
            left = left.saturating_sub(1);
            Ok::<_, OutOfMemory>(if found.is_some() { Walk::Stop } else { Walk::On })
        };
        let _ = self.walk_up(atoms, From::End, step);
        found
    }

    /// Lets so many rows go, about; whether none is left.
    pub fn shed(&mut self, count: usize) -> bool {
        if self.count > 0 {
            self.count = 0;
            self.shed.push(core::mem::take(&mut self.root));
        }
        let mut left = count;
        while let Some(mut node) = self.shed.pop() {
            self.shed.append(&mut node.children);
            left = left.saturating_sub(node.rows.len() + 1);
            if left == 0 {
                break;
            }
        }
        self.shed.is_empty()
    }

    /// Asserts what the head of this file promises.
    #[cfg(test)]
    pub(super) fn check(&self, atoms: &Atoms) {
        fn depth(node: &Node, is_root: bool) -> usize {
            assert!(node.rows.len() <= MOST && (is_root || node.rows.len() >= LEAST));
            let depths: Vec<usize> = node.children.iter().map(|child| depth(child, false)).collect();
            assert!(depths.is_empty() || depths.len() == node.rows.len() + 1);
            assert!(depths.windows(2).all(|two| two[0] == two[1]));
            depths.first().map_or(0, |depth| depth + 1)
        }
        depth(&self.root, true);
        let mut last: Option<&Row> = None;
        let mut count = 0;
        let _ = self.walk_up(atoms, From::End, |row| {
            assert!(last.is_none_or(|last| {
                self.key(last)
                    .zip(self.key(row))
                    .is_some_and(|(last, own)| compare::order(atoms, last, own).is_lt())
            }));
            (last, count) = (Some(row), count + 1);
            Ok::<_, OutOfMemory>(Walk::On)
        });
        assert_eq!(count, self.count);
    }
}
