//! Rows by the hash of their keys: sets and bags.
//!
//! Slots in one array, in the order of their keys' hashes, with gaps. The highest bits of a hash say where its slot would
//! stand; a slot that is taken pushes those behind it on, up to the next gap. So the way through a table is the
//! same however large its array is, a place on that way is a hash, and making the array larger moves each slot once, in
//! order.
//!
//! Invariants: slots stand in the order of their hashes, those of one hash in that of maps' keys; no slot stands before its
//! home (the place that its hash says), and there is no gap between a home and its slot; no two have the same key.
//! Deliberately absent: what several rows of one key mean (`Rows`).

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::heap::{OutOfMemory, Row};
use crate::term::map::{HASH_BITS, key_hash};
use crate::term::{Term, compare};

/// The least array, in powers of two.
const LEAST_BITS: u32 = 3;

/// The rows of a key.
pub trait Group: Sized {
    /// All of them, the oldest first.
    fn rows(&self) -> &[Row];
}

impl Group for Row {
    #[inline(always)]
    fn rows(&self) -> &[Row] {
        core::slice::from_ref(self)
    }
}

impl Group for Vec<Row> {
    #[inline(always)]
    fn rows(&self) -> &[Row] {
        self
    }
}

/// A slot that may be taken.
#[derive(Debug)]
struct Slot<G> {
    hash: u64,
    group: Option<G>,
}

impl<G> Slot<G> {
    const GAP: Slot<G> = Slot { hash: 0, group: None };
}

/// Rows, or groups of them, by hash.
#[derive(Debug)]
pub struct Scattered<G> {
    slots: Vec<Slot<G>>,
    /// The binary logarithm of the number of homes.
    bits: u32,
    keys: usize,
    /// The place of the key among a row's elements.
    place: usize,
}

/// What a step of a walk asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Walk {
    /// The next one.
    On,
    /// To stop where it can go on.
    Stop,
}

impl<G: Group> Scattered<G> {
    /// No rows, of which the element at `place` will be the key.
    pub fn new(place: usize) -> Scattered<G> {
        Scattered { slots: Vec::new(), bits: LEAST_BITS, keys: 0, place }
    }

    /// How many keys there are.
    pub fn keys(&self) -> usize {
        self.keys
    }

    /// The bytes of the array.
    pub fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot<G>>()
    }

    fn home(&self, hash: u64) -> usize {
        (hash >> (HASH_BITS as u32 - self.bits)) as usize
    }

    fn key_of<'a>(&self, group: &'a G) -> Term<'a> {
        let row = group.rows().first();
        row.and_then(|row| row.elements().get(self.place)).copied().unwrap_or(Term::NIL)
    }

    /// Where a key's slot is, or where it would be.
    #[inline]
    fn search(&self, hash: u64, key: Term<'_>) -> Result<usize, usize> {
        let mut index = self.home(hash);
        while let Some(Slot { hash: own, group: Some(group) }) = self.slots.get(index) {
            if *own > hash {
                break;
            }
            if *own == hash {
                match compare::map_key_order(self.key_of(group), key) {
                    Ordering::Equal => return Ok(index),
                    Ordering::Greater => break,
                    Ordering::Less => {}
                }
            }
            index += 1;
        }
        Err(index)
    }

    /// The rows of a key.
    #[inline]
    pub fn get(&self, key: Term<'_>) -> Option<&G> {
        let index = self.search(key_hash(key), key).ok()?;
        self.slots[index].group.as_ref()
    }

    /// The rows of a key, to be changed without changing their keys or leaving none.
    pub fn get_mut(&mut self, key: Term<'_>) -> Option<&mut G> {
        let index = self.search(key_hash(key), key).ok()?;
        self.slots[index].group.as_mut()
    }

    /// Puts rows in, which all have the same key; `merge` makes those that have it already the ones to stay.
    ///
    /// # Errors
    /// There is no memory for a larger array.
    pub fn insert<T>(
        &mut self,
        group: G,
        merge: impl FnOnce(&mut G, G) -> T,
    ) -> Result<Option<T>, OutOfMemory> {
        let key = self.key_of(&group);
        let hash = key_hash(key);
        if self.slots.is_empty() || (self.keys + 1) * 4 > 3 << self.bits {
            self.resize(if self.slots.is_empty() { LEAST_BITS } else { self.bits + 1 })?;
        }
        match self.search(hash, key) {
            Ok(index) => Ok(self.slots[index].group.as_mut().map(|own| merge(own, group))),
            Err(index) => {
                let behind = self.slots[index.min(self.slots.len())..].iter();
                let gap = index + behind.take_while(|slot| slot.group.is_some()).count();
                while self.slots.len() <= gap {
                    self.slots.try_reserve(1).map_err(|_| OutOfMemory)?;
                    self.slots.push(Slot::GAP);
                }
                self.slots[index..=gap].rotate_right(1);
                self.slots[index] = Slot { hash, group: Some(group) };
                self.keys += 1;
                Ok(None)
            }
        }
    }

    /// Takes the rows of a key out.
    pub fn remove(&mut self, key: Term<'_>) -> Option<G> {
        let index = self.search(key_hash(key), key).ok()?;
        let group = self.slots[index].group.take();
        let mut gap = index;
        // Who was pushed on comes back.
        while let Some(Slot { hash, group: Some(_) }) = self.slots.get(gap + 1)
            && self.home(*hash) <= gap
        {
            self.slots.swap(gap, gap + 1);
            gap += 1;
        }
        self.keys -= 1;
        if self.bits > LEAST_BITS && self.keys < 1 << self.bits >> 3 {
            // Without memory it stays as large as it is.
            let _ = self.resize(self.bits - 1);
        }
        group
    }

    /// Makes the array one of another size.
    fn resize(&mut self, bits: u32) -> Result<(), OutOfMemory> {
        let mut slots: Vec<Slot<G>> = Vec::new();
        let homes = 1usize << bits;
        slots.try_reserve_exact(homes + 8).map_err(|_| OutOfMemory)?;
        self.bits = bits;
        let old = core::mem::take(&mut self.slots);
        for slot in old.into_iter().filter(|slot| slot.group.is_some()) {
            let home = self.home(slot.hash);
            while slots.len() < home {
                slots.push(Slot::GAP);
            }
            slots.push(slot);
        }
        while slots.len() < homes {
            slots.push(Slot::GAP);
        }
        self.slots = slots;
        Ok(())
    }

    /// The first slot whose hash is not less than one.
    fn first_from(&self, hash: u64) -> usize {
        let start = self.home(hash).min(self.slots.len());
        start + self.slots[start..].iter().take_while(|slot| slot.group.is_some() && slot.hash < hash).count()
    }

    /// Walks over groups from a hash on, upwards; `None` at the end, else a hash to go on from.
    ///
    /// It stops only between two hashes.
    ///
    /// # Errors
    /// Those of `step`.
    pub fn walk_up<'a, E>(
        &'a self,
        from: u64,
        mut step: impl FnMut(&'a G) -> Result<Walk, E>,
    ) -> Result<Option<u64>, E> {
        let mut last = None;
        for Slot { hash, group } in &self.slots[self.first_from(from)..] {
            let Some(group) = group else { continue };
            if last.is_some_and(|last| last != *hash) {
                return Ok(Some(*hash));
            }
            if step(group)? == Walk::Stop {
                last = Some(*hash);
            }
        }
        Ok(None)
    }

    /// Walks over groups of hashes less than one, downwards; `None` at the end, else a hash to go on below.
    ///
    /// # Errors
    /// Those of `step`.
    pub fn walk_down<'a, E>(
        &'a self,
        below: u64,
        mut step: impl FnMut(&'a G) -> Result<Walk, E>,
    ) -> Result<Option<u64>, E> {
        let mut last = None;
        for Slot { hash, group } in self.slots[..self.first_from(below)].iter().rev() {
            let Some(group) = group else { continue };
            if let Some(last) = last.filter(|last| last != hash) {
                return Ok(Some(last));
            }
            if step(group)? == Walk::Stop {
                last = Some(*hash);
            }
        }
        Ok(None)
    }

    /// The first rows of all.
    pub fn first(&self) -> Option<&G> {
        self.slots.iter().find_map(|slot| slot.group.as_ref())
    }

    /// The rows after those of a key; `None` when there is no such key.
    pub fn after(&self, key: Term<'_>) -> Option<Option<&G>> {
        let index = self.search(key_hash(key), key).ok()?;
        Some(self.slots[index + 1..].iter().find_map(|slot| slot.group.as_ref()))
    }

    /// The rows after those of a key that is not there.
    pub fn after_absent(&self, key: Term<'_>) -> Option<&G> {
        let index = match self.search(key_hash(key), key) {
            Ok(index) => index + 1,
            Err(index) => index.min(self.slots.len()),
        };
        self.slots[index..].iter().find_map(|slot| slot.group.as_ref())
    }

    /// The rows whose home is one of as many parts of all homes as there are keys, and at least one.
    pub fn part(&self, number: usize) -> Option<impl Iterator<Item = &G>> {
        let homes = 1usize << self.bits;
        let within = move |slot: &&Slot<G>| self.home(slot.hash) == number;
        let start = number.min(self.slots.len());
        let slots = self.slots[start..].iter().take_while(|slot| slot.group.is_some());
        let own = slots.filter(within).filter_map(|slot| slot.group.as_ref());
        if number < homes { Some(own) } else { None }
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        1 << self.bits
    }

    /// Lets rows of up to so many slots go; whether none is left.
    pub fn shed(&mut self, count: usize) -> bool {
        self.keys = 0;
        self.slots.truncate(self.slots.len().saturating_sub(count));
        self.slots.is_empty()
    }
}
