//! A timer wheel: values by their times, without comparing all of them.
//!
//! A wheel has sixteen slots, one for each value a hexadecimal digit of a time may have, and times in one wheel agree
//! in all the digits before. A slot is nothing, a list of entries, or a wheel of a later digit. Lists are split only
//! at the front, when the earliest time is asked for, so that most entries are put at the end of a list and taken out
//! again without anything else being moved; one that stays is moved sixteen times at most, once a digit.
//!
//! Invariants: a slot of a wheel that is listed is nothing, or has an entry in it; entries of the same time are in
//! the same list, in the order they came; a list leads to itself; an entry knows the wheel whose slot its list is.
//! Deliberately absent: a place where the wheel stands. No time is too early, and a clock may jump.

use alloc::vec::Vec;
use core::mem::replace;

/// No entry, no wheel.
const NONE: u32 = u32::MAX;

/// Slots of a wheel: one digit of a time.
const SLOTS: usize = 16;

/// Bits of a digit.
const DIGIT: u32 = SLOTS.ilog2();

/// Longer lists are split before the earliest of them is looked for.
const SHORT: usize = 8;

/// Room for so many entries is kept when the last one is gone.
pub const KEPT: usize = 64;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Slot {
    #[default]
    Nothing,
    /// A list, by its first entry.
    List(u32),
    Wheel(u32),
}

#[derive(Debug)]
struct Wheel {
    slots: [Slot; SLOTS],
    /// A bit for each slot that is something.
    taken: u16,
    /// How many digits there are behind the one of its slots.
    level: u32,
    /// The digits before that, and zeros.
    start: u64,
    /// The wheel whose slot this one is; of a wheel that is not listed, the next such.
    outer: u32,
}

impl Wheel {
    fn digit(&self, at_ns: u64) -> usize {
        (at_ns >> (self.level * DIGIT)) as usize % SLOTS
    }

    /// The first slot that is something, unless it begins after a time.
    fn first(&self, now_ns: u64) -> Option<Slot> {
        let digit = self.taken.trailing_zeros();
        let begins_ns = self.start | u64::from(digit) << (self.level * DIGIT);
        (begins_ns <= now_ns).then(|| self.slots[digit as usize])
    }
}

#[derive(Debug)]
struct Entry<T> {
    at_ns: u64,
    /// How many entries there had been when this one came.
    serial: u32,
    /// The next of its list; of an entry that is free, the next such.
    next: u32,
    previous: u32,
    /// The wheel whose slot its list is.
    wheel: u32,
    value: Option<T>,
}

/// Values by time, and by a number.
#[derive(Debug)]
pub struct Wheels<T> {
    root: Slot,
    wheels: Vec<Wheel>,
    free_wheel: u32,
    entries: Vec<Entry<T>>,
    free_entry: u32,
    count: usize,
    serial: u32,
}

impl<T> Default for Wheels<T> {
    fn default() -> Self {
        let (wheels, entries) = (Vec::new(), Vec::new());
        Wheels {
            root: Slot::Nothing,
            wheels,
            free_wheel: NONE,
            entries,
            free_entry: NONE,
            count: 0,
            serial: 0,
        }
    }
}

/// The level of the wheel in which times belong that differ in these bits.
fn level_of(differing: u64) -> u32 {
    differing.checked_ilog2().unwrap_or(0) / DIGIT
}

/// The digits of a time before the one of this level.
fn start_of(at_ns: u64, level: u32) -> u64 {
    at_ns & u64::MAX.checked_shl((level + 1) * DIGIT).unwrap_or(0)
}

impl<T> Wheels<T> {
    /// Whether there is nothing to come.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Puts a value behind those of the same time; its number, neither 0 nor 2^64-1.
    pub fn insert(&mut self, at_ns: u64, value: T) -> u64 {
        self.serial = self.serial.wrapping_add(1).max(1);
        self.count += 1;
        let (value, serial) = (Some(value), self.serial);
        let entry = Entry { at_ns, serial, next: NONE, previous: NONE, wheel: NONE, value };
        let mut index = self.free_entry;
        if let Some(free) = self.entries.get_mut(index as usize) {
            self.free_entry = replace(free, entry).next;
        } else {
            index = self.entries.len() as u32;
            self.entries.push(entry);
        }
        let wheel = self.wheel_for(at_ns);
        self.append(wheel, index);
        self.number(index)
    }

    /// Takes a value out, and the time it was put at.
    pub fn remove(&mut self, number: u64) -> Option<(u64, T)> {
        self.find(number)?;
        let index = number as u32;
        self.unlink(index);
        let entry = &mut self.entries[index as usize];
        entry.next = self.free_entry;
        let taken = entry.value.take().map(|value| (entry.at_ns, value));
        self.free_entry = index;
        self.count -= 1;
        if self.count == 0 && self.entries.len() > KEPT {
            *self = Wheels { serial: self.serial, ..Wheels::default() };
        }
        taken
    }

    /// A value, and the time it was put at.
    pub fn get(&self, number: u64) -> Option<(u64, &T)> {
        let entry = self.find(number)?;
        Some((entry.at_ns, entry.value.as_ref()?))
    }

    /// The earliest time.
    pub fn next_ns(&mut self) -> Option<u64> {
        self.earliest(u64::MAX).map(|index| self.entries[index as usize].at_ns)
    }

    /// The number of the earliest value that is not after a time.
    pub fn due(&mut self, now_ns: u64) -> Option<u64> {
        self.earliest(now_ns).map(|index| self.number(index))
    }

    fn find(&self, number: u64) -> Option<&Entry<T>> {
        let entry = self.entries.get(number as u32 as usize)?;
        (entry.value.is_some() && u64::from(entry.serial) == number >> u32::BITS).then_some(entry)
    }

    fn number(&self, index: u32) -> u64 {
        u64::from(self.entries[index as usize].serial) << u32::BITS | u64::from(index)
    }

    /// The earliest entry that is not after a time.
    fn earliest(&mut self, now_ns: u64) -> Option<u32> {
        let mut slot = self.root;
        loop {
            slot = match slot {
                Slot::Nothing => return None,
                Slot::Wheel(wheel) => self.wheels[wheel as usize].first(now_ns)?,
                Slot::List(head) => match self.earliest_of(head) {
                    Some(index) => return (self.entries[index as usize].at_ns <= now_ns).then_some(index),
                    None => Slot::Wheel(self.split(head)),
                },
            }
        }
    }

    /// The earliest of a list, unless that is to be split.
    fn earliest_of(&self, head: u32) -> Option<u32> {
        let mut earliest = &self.entries[head as usize];
        if self.wheels.get(earliest.wheel as usize).is_some_and(|wheel| wheel.level == 0) {
            return Some(head);
        }
        let mut found = head;
        for (count, index) in self.list(head).enumerate() {
            if count == SHORT {
                return None;
            }
            let entry = &self.entries[index as usize];
            if entry.at_ns < earliest.at_ns {
                (earliest, found) = (entry, index);
            }
        }
        Some(found)
    }

    fn list(&self, head: u32) -> impl Iterator<Item = u32> {
        let next = move |&index: &u32| Some(self.entries[index as usize].next).filter(|&next| next != head);
        core::iter::successors(Some(head), next)
    }

    /// The slot of a wheel for a time; that of no wheel is the root.
    fn slot(&mut self, wheel: u32, at_ns: u64) -> &mut Slot {
        match self.wheels.get_mut(wheel as usize) {
            Some(wheel) => &mut wheel.slots[wheel.digit(at_ns)],
            None => &mut self.root,
        }
    }

    fn fill(&mut self, wheel: u32, at_ns: u64, content: Slot) {
        *self.slot(wheel, at_ns) = content;
        if let Some(wheel) = self.wheels.get_mut(wheel as usize) {
            wheel.taken |= 1 << wheel.digit(at_ns);
        }
    }

    /// Empties a slot, and gives back the wheels that then hold nothing more.
    fn clear(&mut self, mut index: u32, at_ns: u64) {
        loop {
            *self.slot(index, at_ns) = Slot::Nothing;
            let Some(wheel) = self.wheels.get_mut(index as usize) else { return };
            wheel.taken &= !(1 << wheel.digit(at_ns));
            if wheel.taken != 0 {
                return;
            }
            let outer = replace(&mut wheel.outer, self.free_wheel);
            self.free_wheel = replace(&mut index, outer);
        }
    }

    /// The wheel with the slot for the list of a time.
    fn wheel_for(&mut self, at_ns: u64) -> u32 {
        let mut outer = NONE;
        while let Slot::Wheel(index) = *self.slot(outer, at_ns) {
            let &Wheel { level, start, .. } = &self.wheels[index as usize];
            if start_of(at_ns, level) != start {
                let between = self.add_wheel(outer, at_ns, level_of(at_ns ^ start));
                self.fill(between, start, Slot::Wheel(index));
                self.wheels[index as usize].outer = between;
                return between;
            }
            outer = index;
        }
        outer
    }

    /// A new wheel in a slot of another, for a time and those that differ from this level on.
    fn add_wheel(&mut self, outer: u32, at_ns: u64, level: u32) -> u32 {
        let (slots, start) = ([Slot::Nothing; SLOTS], start_of(at_ns, level));
        let wheel = Wheel { slots, taken: 0, level, start, outer };
        let mut index = self.free_wheel;
        if let Some(free) = self.wheels.get_mut(index as usize) {
            self.free_wheel = replace(free, wheel).outer;
        } else {
            index = self.wheels.len() as u32;
            self.wheels.push(wheel);
        }
        self.fill(outer, at_ns, Slot::Wheel(index));
        index
    }

    /// Makes a wheel of a list: of the first digit in which its times differ.
    fn split(&mut self, head: u32) -> u32 {
        let &Entry { at_ns, wheel, .. } = &self.entries[head as usize];
        let differing =
            self.list(head).fold(0, |all, index| all | (self.entries[index as usize].at_ns ^ at_ns));
        let wheel = self.add_wheel(wheel, at_ns, level_of(differing));
        let mut index = head;
        loop {
            let next = self.entries[index as usize].next;
            self.append(wheel, index);
            if next == head {
                return wheel;
            }
            index = next;
        }
    }

    /// Puts an entry at the end of the list in a wheel's slot.
    fn append(&mut self, wheel: u32, index: u32) {
        let at_ns = self.entries[index as usize].at_ns;
        let (next, previous) = if let Slot::List(head) = *self.slot(wheel, at_ns) {
            (head, self.entries[head as usize].previous)
        } else {
            self.fill(wheel, at_ns, Slot::List(index));
            (index, index)
        };
        self.entries[previous as usize].next = index;
        self.entries[next as usize].previous = index;
        let entry = &mut self.entries[index as usize];
        (entry.next, entry.previous, entry.wheel) = (next, previous, wheel);
    }

    fn unlink(&mut self, index: u32) {
        let &Entry { at_ns, next, previous, wheel, .. } = &self.entries[index as usize];
        if next == index {
            return self.clear(wheel, at_ns);
        }
        self.entries[previous as usize].next = next;
        self.entries[next as usize].previous = previous;
        let slot = self.slot(wheel, at_ns);
        if *slot == Slot::List(index) {
            *slot = Slot::List(next);
        }
    }
}

#[cfg(test)]
mod tests;
