//! What is known at a place of the code: of registers, frame, heap, and what is under way.
//!
//! Invariants: X registers from `x_top` on are unset; `unset` counts the slots that are; `innermost` is the lowest slot that
//! holds a mark, which is where an exception goes.
//! Deliberately absent: what instructions do with it.

use alloc::vec::Vec;

use super::fact::Fact;
use crate::code::Operand;
use crate::load::Rule;
use crate::lower::REGISTERS;

pub(super) type Proof<T = ()> = Result<T, Rule>;

/// No slot.
const NO_SLOT: u16 = u16::MAX;

/// What is known.
pub(super) struct State {
    x: Vec<Fact>,
    x_top: usize,
    y: Vec<Fact>,
    frame: Option<u16>,
    unset: u16,
    innermost: u16,
    /// Whether slots have changed since the innermost handler heard of them.
    pub is_news: bool,
    /// Words of heap that are reserved.
    pub heap: u32,
    /// Float registers that are set, of the first 64.
    pub floats: u64,
    /// Whether a message is looked at that is still in the mailbox.
    pub is_receiving: bool,
    /// Whether a bitstring was begun.
    pub is_writing: bool,
    /// Whether tuples that were just made still are.
    pub is_fresh: bool,
}

/// Words of a saved state before the facts: X registers, frame, heap, floats (two), flags.
const HEAD: usize = 6;
const RECEIVING: u32 = 1;
const WRITING: u32 = 2;
const FRESH: u32 = 4;
/// The word for no frame.
const NO_FRAME: u32 = u32::MAX;

impl State {
    pub fn new() -> State {
        State {
            x: alloc::vec![Fact::UNSET; usize::from(REGISTERS)],
            x_top: 0,
            y: alloc::vec![Fact::UNSET; usize::from(REGISTERS)],
            frame: None,
            unset: 0,
            innermost: NO_SLOT,
            is_news: false,
            heap: 0,
            floats: 0,
            is_receiving: false,
            is_writing: false,
            is_fresh: false,
        }
    }

    /// The entry of a function of so many arguments.
    pub fn enter(&mut self, arity: usize) {
        self.frame = None;
        (self.unset, self.innermost, self.is_news) = (0, NO_SLOT, false);
        self.is_receiving = false;
        self.nothing_under_way();
        self.x_top = arity.min(self.x.len());
        self.x[..self.x_top].fill(Fact::TERM);
    }

    /// What no call, and nobody else's turn, leaves as it was.
    fn nothing_under_way(&mut self) {
        self.heap = 0;
        self.floats = 0;
        self.is_writing = false;
        self.is_fresh = false;
    }

    /// An exception has arrived, or may have.
    #[inline]
    pub fn is_arrival(&self) -> bool {
        self.x_top > 0 && self.x[0].is_arrival()
    }

    /// What a register holds, or a constant is; it is read as a term.
    #[inline]
    pub fn read(&self, operand: Operand<'_>) -> Proof<Fact> {
        match operand.bare() {
            Operand::X(number) => match self.x.get(usize::from(number)) {
                Some(fact) if usize::from(number) < self.x_top && fact.is_term() => Ok(*fact),
                _ => Err(Rule::UnsetRegister(number)),
            },
            Operand::Y(number) => {
                let fact = self.slot(number)?;
                if fact.is_term() {
                    Ok(fact)
                } else if fact.as_mark().is_some() {
                    Err(Rule::Mark(number))
                } else {
                    Err(Rule::UnsetSlot(number))
                }
            }
            Operand::Nil => Ok(Fact::NIL),
            Operand::Integer(value) => Ok(Fact::integer(value)),
            _ => Ok(Fact::TERM),
        }
    }

    /// Puts a term, of which something is known, into a register.
    #[inline]
    pub fn write(&mut self, operand: Operand<'_>, fact: Fact) -> Proof {
        match operand.bare() {
            Operand::X(number) => {
                self.set_x(usize::from(number), fact);
                Ok(())
            }
            Operand::Y(number) => self.write_slot(number, fact),
            // No register: `lower` refuses it.
            _ => Ok(()),
        }
    }

    /// Puts what an instruction made or found into a register: while a message is looked at it may be part of that.
    #[inline]
    pub fn result(&mut self, operand: Operand<'_>, fact: Fact) -> Proof {
        let fact = if self.is_receiving { fact.fragile() } else { fact };
        self.write(operand, fact)
    }

    #[inline]
    fn set_x(&mut self, number: usize, fact: Fact) {
        if number >= self.x_top {
            let end = (number + 1).min(self.x.len());
            self.x[self.x_top..end].fill(Fact::UNSET);
            self.x_top = end;
        }
        if let Some(place) = self.x.get_mut(number) {
            *place = fact;
        }
    }

    fn write_slot(&mut self, number: u16, fact: Fact) -> Proof {
        let before = self.slot(number)?;
        if before.as_mark().is_some() {
            return Err(Rule::Mark(number));
        }
        if fact.is_fragile() {
            return Err(Rule::Message);
        }
        if before != fact {
            self.unset -= u16::from(before == Fact::UNSET);
            self.y[usize::from(number)] = fact;
            self.is_news = true;
        }
        Ok(())
    }

    /// A register holds what it did, of which this is known.
    pub fn know(&mut self, operand: Operand<'_>, fact: Fact) {
        match operand.bare() {
            Operand::X(number) if usize::from(number) < self.x_top => self.x[usize::from(number)] = fact,
            Operand::Y(number) if self.frame.is_some_and(|frame| number < frame) => {
                self.y[usize::from(number)] = fact;
                self.is_news = true;
            }
            _ => {}
        }
    }

    /// A float register is read. Those beyond the first 64 are not followed: there is a finite number in each, always.
    pub fn read_float(&self, operand: Operand<'_>) -> Proof {
        match operand {
            Operand::FloatRegister(number) if number < 64 && self.floats >> number & 1 == 0 => {
                Err(Rule::UnsetFloat(number))
            }
            _ => Ok(()),
        }
    }

    /// A float register is set.
    pub fn set_float(&mut self, operand: Operand<'_>) {
        if let Operand::FloatRegister(number @ 0..64) = operand {
            self.floats |= 1 << number;
        }
    }

    /// What a slot holds.
    fn slot(&self, number: u16) -> Proof<Fact> {
        match self.frame {
            Some(frame) if number < frame => Ok(self.y[usize::from(number)]),
            Some(_) => Err(Rule::Slot(number)),
            None => Err(Rule::FrameMissing),
        }
    }

    /// Takes back what is known of a register beyond that it holds a term: it may have been overwritten with one.
    pub fn blur(&mut self, operand: Operand<'_>) {
        let place = match operand.bare() {
            Operand::X(number) if usize::from(number) < self.x_top => &mut self.x[usize::from(number)],
            Operand::Y(number) if self.frame.is_some_and(|frame| number < frame) => &mut self.y[usize::from(number)],
            _ => return,
        };
        if place.is_term() {
            *place = place.meet(if self.is_receiving { Fact::TERM.fragile() } else { Fact::TERM });
            self.is_news = true;
        }
    }

    /// The first X registers hold terms.
    pub fn has_arguments(&self, count: usize) -> Proof {
        let set = self.x[..self.x_top.min(count)].iter().take_while(|fact| fact.is_term()).count();
        if set == count { Ok(()) } else { Err(Rule::UnsetRegister(set as u16)) }
    }

    /// Only the first X registers, which hold terms, are kept.
    pub fn keep(&mut self, live: usize) -> Proof {
        self.has_arguments(live)?;
        self.x_top = live;
        Ok(())
    }

    /// A call has returned: its result is all there is.
    pub fn returned(&mut self, fact: Fact) {
        self.nothing_under_way();
        self.x_top = 1;
        self.x[0] = fact;
    }

    /// The process has slept.
    pub fn slept(&mut self) {
        self.nothing_under_way();
        self.x_top = 0;
        self.is_receiving = false;
    }

    /// All slots are set: the stack can be read.
    pub fn has_whole_frame(&self) -> Proof {
        if self.unset == 0 { Ok(()) } else { Err(Rule::UnsetFrame) }
    }

    /// No message is looked at.
    pub fn is_durable(&self) -> Proof {
        if self.is_receiving { Err(Rule::Message) } else { Ok(()) }
    }

    /// Something collects: of the X registers so many are kept.
    pub fn collect(&mut self, live: usize) -> Proof {
        self.keep(live)?;
        self.has_whole_frame()?;
        self.is_durable()?;
        self.heap = 0;
        self.is_writing = false;
        self.is_fresh = false;
        Ok(())
    }

    /// Something makes terms, and may collect in another machine than this: so many X registers are kept.
    pub fn make_terms(&mut self, live: usize) -> Proof {
        self.keep(live)?;
        self.has_whole_frame()?;
        self.heap = 0;
        self.is_fresh = false;
        Ok(())
    }

    /// Writes reserved heap.
    pub fn spend(&mut self, words: u32) -> Proof {
        self.heap = self.heap.checked_sub(words).ok_or(Rule::Reservation(words))?;
        Ok(())
    }

    /// Takes a frame; its slots hold nothing, or nil.
    pub fn allocate(&mut self, slots: u32, fact: Fact) -> Proof {
        if self.frame.is_some() {
            return Err(Rule::FrameTaken);
        }
        // More slots than registers: `lower` refuses it.
        let slots = slots.min(u32::from(REGISTERS)) as u16;
        self.frame = Some(slots);
        self.unset = if fact == Fact::UNSET { slots } else { 0 };
        self.y[..usize::from(slots)].fill(fact);
        Ok(())
    }

    /// There is a frame, for a call to return to.
    pub fn has_frame(&self) -> Proof {
        if self.frame.is_some() { Ok(()) } else { Err(Rule::FrameMissing) }
    }

    /// There is no frame, and the caller may go on.
    pub fn has_no_frame(&self) -> Proof {
        if self.frame.is_none() { Ok(()) } else { Err(Rule::FrameKept) }
    }

    /// Gives the frame back.
    pub fn deallocate(&mut self, slots: u32) -> Proof {
        match self.frame {
            None => Err(Rule::FrameMissing),
            Some(frame) if u32::from(frame) != slots => Err(Rule::FrameSize),
            Some(_) if self.innermost != NO_SLOT => Err(Rule::MarkKept),
            Some(_) => {
                self.frame = None;
                self.unset = 0;
                Ok(())
            }
        }
    }

    /// Gives the lowest slots back.
    pub fn trim(&mut self, slots: u32, remaining: u32) -> Proof {
        let frame = self.frame.ok_or(Rule::FrameMissing)?;
        if u64::from(slots) + u64::from(remaining) != u64::from(frame) {
            return Err(Rule::FrameSize);
        }
        let (slots, end) = (slots as u16, usize::from(frame));
        if self.innermost < slots {
            return Err(Rule::MarkKept);
        }
        if self.innermost != NO_SLOT {
            self.innermost -= slots;
        }
        let given = &self.y[..usize::from(slots)];
        self.unset -= given.iter().filter(|fact| **fact == Fact::UNSET).count() as u16;
        self.y.copy_within(usize::from(slots)..end, 0);
        self.frame = Some(frame - slots);
        self.is_news = true;
        Ok(())
    }

    /// Puts a mark into a slot.
    pub fn mark(&mut self, number: u16, label: u32) -> Proof {
        let before = self.slot(number)?;
        if number >= self.innermost {
            return Err(Rule::Nesting(number));
        }
        self.unset -= u16::from(before == Fact::UNSET);
        self.y[usize::from(number)] = Fact::mark(label);
        self.innermost = number;
        self.is_news = true;
        Ok(())
    }

    /// Takes the innermost mark out of its slot, which this is.
    pub fn unmark(&mut self, number: u16) -> Proof {
        self.slot(number)?;
        if number != self.innermost {
            return Err(Rule::Nesting(number));
        }
        self.y[usize::from(number)] = Fact::NIL;
        self.innermost = self.lowest_mark();
        self.is_news = true;
        Ok(())
    }

    /// The label where an exception goes; none where it leaves the function.
    pub fn handler(&self) -> Option<u32> {
        if self.innermost == NO_SLOT { None } else { self.y[usize::from(self.innermost)].as_mark() }
    }

    fn slots(&self) -> &[Fact] {
        &self.y[..usize::from(self.frame.unwrap_or(0))]
    }

    fn lowest_mark(&self) -> u16 {
        self.slots().iter().position(|fact| fact.as_mark().is_some()).map_or(NO_SLOT, |slot| slot as u16)
    }

    /// `catch_end`: what a `catch` gives is all there is.
    pub fn caught(&mut self, slot: u16) -> Proof {
        if !self.is_arrival() {
            self.has_arguments(1)?;
        }
        self.unmark(slot)?;
        self.heap = 0;
        self.is_fresh = false;
        self.x_top = 1;
        self.x[0] = self.x[0].meet(Fact::TERM);
        if self.is_arrival() {
            self.x[0] = Fact::TERM;
        }
        Ok(())
    }

    /// `try_case`: class, reason and trace are all there is.
    pub fn tried(&mut self, slot: u16) -> Proof {
        if self.x_top == 0 || self.x[0] != Fact::CAUGHT {
            return Err(Rule::NoException);
        }
        self.unmark(slot)?;
        self.x_top = 3;
        self.x[..3].fill(Fact::TERM);
        Ok(())
    }

    /// The message is the process's own.
    pub fn received(&mut self) {
        self.is_receiving = false;
        for fact in &mut self.x[..self.x_top] {
            *fact = fact.durable();
        }
    }

    /// The message stays in the mailbox: nothing of it is known any more.
    pub fn passed_over(&mut self) {
        self.is_receiving = false;
        for fact in &mut self.x[..self.x_top] {
            if fact.is_fragile() {
                *fact = Fact::UNSET;
            }
        }
    }

    /// Saves the state behind others.
    pub fn save(&self, pool: &mut Vec<u32>) {
        let head = [
            self.x_top as u32,
            self.frame.map_or(NO_FRAME, u32::from),
            self.heap,
            self.floats as u32,
            (self.floats >> 32) as u32,
            self.flags(),
        ];
        pool.extend_from_slice(&head);
        pool.extend(self.x[..self.x_top].iter().chain(self.slots()).map(|fact| fact.0));
    }

    /// Saves the state in which an exception arrives.
    pub fn save_arrival(&self, pool: &mut Vec<u32>) {
        pool.extend_from_slice(&[ARRIVAL.len() as u32, self.frame.map_or(NO_FRAME, u32::from), 0, 0, 0, 0]);
        pool.extend(ARRIVAL.iter().chain(self.slots()).map(|fact| fact.0));
    }

    fn flags(&self) -> u32 {
        let flag = |holds: bool, flag: u32| if holds { flag } else { 0 };
        flag(self.is_receiving, RECEIVING) | flag(self.is_writing, WRITING) | flag(self.is_fresh, FRESH)
    }

    /// Weakens a saved state to what holds here, too; whether that changed it.
    pub fn weaken(&self, saved: &mut [u32]) -> Proof<bool> {
        let known = Known {
            x: &self.x[..self.x_top],
            y: self.slots(),
            frame: self.frame.map_or(NO_FRAME, u32::from),
            heap: self.heap,
            floats: self.floats,
            flags: self.flags(),
        };
        known.weaken(saved)
    }

    /// As [`State::weaken`], by an exception.
    pub fn weaken_arrival(&self, saved: &mut [u32]) -> Proof<bool> {
        let frame = self.frame.map_or(NO_FRAME, u32::from);
        Known { x: &ARRIVAL, y: self.slots(), frame, heap: 0, floats: 0, flags: 0 }.weaken(saved)
    }

    /// Goes on from a saved state.
    pub fn load(&mut self, saved: &[u32]) {
        self.x_top = saved[0] as usize;
        self.frame = u16::try_from(saved[1]).ok();
        self.heap = saved[2];
        self.floats = u64::from(saved[3]) | u64::from(saved[4]) << 32;
        self.is_receiving = saved[5] & RECEIVING != 0;
        self.is_writing = saved[5] & WRITING != 0;
        self.is_fresh = saved[5] & FRESH != 0;
        let (x, y) = saved[HEAD..].split_at(self.x_top);
        for (fact, saved) in self.x.iter_mut().zip(x) {
            *fact = Fact(*saved);
        }
        (self.unset, self.innermost, self.is_news) = (0, NO_SLOT, true);
        for slot in (0..self.frame.unwrap_or(0)).rev() {
            let fact = Fact(y[usize::from(slot)]);
            self.y[usize::from(slot)] = fact;
            self.unset += u16::from(fact == Fact::UNSET);
            if fact.as_mark().is_some() {
                self.innermost = slot;
            }
        }
    }
}

/// What X registers hold where an exception arrives.
const ARRIVAL: [Fact; 4] = [Fact::CAUGHT, Fact::TERM, Fact::TERM, Fact::TERM];

/// What holds on one of the ways to a label.
struct Known<'a> {
    x: &'a [Fact],
    y: &'a [Fact],
    frame: u32,
    heap: u32,
    floats: u64,
    flags: u32,
}

impl Known<'_> {
    fn weaken(&self, saved: &mut [u32]) -> Proof<bool> {
        if saved[1] != self.frame {
            return Err(Rule::FramesDiffer);
        }
        let before = [saved[2], saved[3], saved[4], saved[5]];
        let count = saved[0] as usize;
        saved[2] = saved[2].min(self.heap);
        saved[3] &= self.floats as u32;
        saved[4] &= (self.floats >> 32) as u32;
        // One of the flags holds if it does on any way, the others if they do on all.
        saved[5] = (saved[5] | self.flags) & RECEIVING | saved[5] & self.flags & !RECEIVING;
        let mut is_changed = before != [saved[2], saved[3], saved[4], saved[5]];
        let (x, y) = saved[HEAD..].split_at_mut(count);
        for (saved, fact) in x.iter_mut().zip(self.x).chain(y.iter_mut().zip(self.y)) {
            if *saved != fact.0 {
                let met = Fact(*saved).meet(*fact).0;
                is_changed |= met != *saved;
                *saved = met;
            }
        }
        // Registers that are not set here.
        for saved in x.iter_mut().skip(self.x.len()) {
            is_changed |= *saved != Fact::UNSET.0;
            *saved = Fact::UNSET.0;
        }
        Ok(is_changed)
    }
}

