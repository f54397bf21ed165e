//! What is known at a place of the code, of registers, frame and heap.
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
    /// Whether ways with different frames met here: `frame` counts the slots that are there on all.
    is_mixed: bool,
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
/// In the word for a frame: so many slots are there on all ways, but not always as many.
const MIXED: u32 = 1 << 16;

impl State {
    pub fn new() -> State {
        State {
            x: alloc::vec![Fact::UNSET; usize::from(REGISTERS)],
            x_top: 0,
            y: alloc::vec![Fact::UNSET; usize::from(REGISTERS)],
            frame: None,
            is_mixed: false,
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
        (self.frame, self.is_mixed) = (None, false);
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

    /// The slots of the frame, for who needs to know.
    fn whole_frame(&self) -> Proof<u16> {
        if self.is_mixed { Err(Rule::FramesDiffer) } else { self.frame.ok_or(Rule::FrameMissing) }
    }

    /// Takes back what is known of a register beyond that it holds a term: it may have been overwritten with one.
    pub fn blur(&mut self, operand: Operand<'_>) {
        let place = match operand.bare() {
            Operand::X(number) if usize::from(number) < self.x_top => &mut self.x[usize::from(number)],
            Operand::Y(number) if self.frame.is_some_and(|frame| number < frame) => {
                &mut self.y[usize::from(number)]
            }
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

    /// The process goes to sleep, and wakes with nothing in its X registers.
    pub fn sleep(&mut self) {
        self.nothing_under_way();
        self.x_top = 0;
        self.is_receiving = false;
    }

    /// The process goes to sleep with a timer, or for ever; as long as that holds, nobody asks again for how long.
    pub fn sleep_timed(&mut self) {
        self.nothing_under_way();
        self.is_receiving = false;
        for fact in &mut self.x[..self.x_top] {
            *fact = if fact.is_term() || *fact == Fact::ASLEEP { Fact::ASLEEP } else { Fact::UNSET };
        }
    }

    /// A time is read: by who goes to sleep, or has done so before.
    pub fn read_time(&self, operand: Operand<'_>) -> Proof {
        match operand.bare() {
            Operand::X(number)
                if usize::from(number) < self.x_top && self.x[usize::from(number)] == Fact::ASLEEP =>
            {
                Ok(())
            }
            operand => self.read(operand).map(|_| ()),
        }
    }

    /// The time a process sleeps for does not hold any more.
    pub fn forget_sleep(&mut self) {
        for fact in &mut self.x[..self.x_top] {
            if *fact == Fact::ASLEEP {
                *fact = Fact::UNSET;
            }
        }
    }

    /// All slots are set: the stack can be read.
    pub fn has_whole_frame(&self) -> Proof {
        if self.unset == 0 { Ok(()) } else { Err(Rule::UnsetFrame) }
    }

    /// The slots that are not set; none where there are more than 64.
    pub fn unset_slots(&self) -> Proof<u64> {
        let unset = self.slots().iter().enumerate().filter(|(_, fact)| **fact == Fact::UNSET);
        unset
            .map(|(slot, _)| slot)
            .try_fold(0, |slots, slot| if slot < 64 { Ok(slots | 1 << slot) } else { Err(Rule::UnsetFrame) })
    }

    /// Slots are cleared.
    pub fn clear(&mut self, slots: u64) {
        for (slot, fact) in self.y.iter_mut().enumerate().take(64) {
            if slots >> slot & 1 == 1 {
                *fact = Fact::NIL;
                self.unset -= 1;
            }
        }
        self.is_news = true;
    }

    /// Something collects: of the X registers so many are kept.
    pub fn collect(&mut self, live: usize) -> Proof {
        self.keep(live)?;
        self.has_whole_frame()?;
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

    /// There is no frame, so that one may be made.
    pub fn has_room_for_frame(&self) -> Proof {
        if self.frame.is_some() { Err(Rule::FrameTaken) } else { Ok(()) }
    }

    /// Takes a frame; its slots hold nothing, or nil.
    pub fn allocate(&mut self, slots: u32, fact: Fact) {
        // More slots than registers: `lower` refuses it.
        let slots = slots.min(u32::from(REGISTERS)) as u16;
        self.frame = Some(slots);
        self.unset = if fact == Fact::UNSET { slots } else { 0 };
        self.y[..usize::from(slots)].fill(fact);
    }

    /// There is a frame, for a call to return to.
    pub fn has_frame(&self) -> Proof {
        self.whole_frame().map(|_| ())
    }

    /// There is no frame, and the caller may go on.
    pub fn has_no_frame(&self) -> Proof {
        if self.is_mixed {
            Err(Rule::FramesDiffer)
        } else if self.frame.is_none() {
            Ok(())
        } else {
            Err(Rule::FrameKept)
        }
    }

    /// Gives the frame back.
    pub fn deallocate(&mut self, slots: u32) -> Proof {
        if u32::from(self.whole_frame()?) != slots {
            return Err(Rule::FrameSize);
        }
        if self.innermost != NO_SLOT {
            return Err(Rule::MarkKept);
        }
        self.frame = None;
        self.unset = 0;
        Ok(())
    }

    /// Gives the lowest slots back.
    pub fn trim(&mut self, slots: u32, remaining: u32) -> Proof {
        let frame = self.whole_frame()?;
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
        self.forget_sleep();
        self.keep_message();
    }

    /// The message is part of the heap, whatever becomes of it in the mailbox.
    pub fn keep_message(&mut self) {
        self.is_receiving = false;
        let slots = usize::from(self.frame.unwrap_or(0));
        for fact in self.x[..self.x_top].iter_mut().chain(&mut self.y[..slots]) {
            *fact = fact.durable();
        }
        self.is_news = true;
    }

    /// The message stays in the mailbox: no slot refers to it.
    pub fn passed_over(&self) -> Proof {
        if self.slots().iter().any(|fact| fact.is_fragile()) { Err(Rule::Message) } else { Ok(()) }
    }

    /// A tuple was just made, and is in x0 only.
    pub fn is_only_fresh(&mut self) {
        self.is_fresh = true;
        let slots = usize::from(self.frame.unwrap_or(0));
        for fact in &mut self.y[..slots] {
            *fact = fact.seasoned();
        }
    }

    /// Saves the state behind others.
    pub fn save(&self, pool: &mut Vec<u32>) {
        let head = [
            self.x_top as u32,
            self.frame_word(),
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
        pool.extend_from_slice(&[ARRIVAL.len() as u32, self.frame_word(), 0, 0, 0, 0]);
        pool.extend(ARRIVAL.iter().chain(self.slots()).map(|fact| fact.0));
    }

    fn frame_word(&self) -> u32 {
        self.frame.map_or(NO_FRAME, u32::from) | if self.is_mixed { MIXED } else { 0 }
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
            frame: self.frame_word(),
            is_plain: self.unset == 0 && self.innermost == NO_SLOT,
            heap: self.heap,
            floats: self.floats,
            flags: self.flags(),
        };
        known.weaken(saved)
    }

    /// As [`State::weaken`], by an exception.
    pub fn weaken_arrival(&self, saved: &mut [u32]) -> Proof<bool> {
        let frame = self.frame_word();
        Known { x: &ARRIVAL, y: self.slots(), frame, is_plain: false, heap: 0, floats: 0, flags: 0 }
            .weaken(saved)
    }

    /// Goes on from a saved state.
    pub fn load(&mut self, saved: &[u32]) {
        self.x_top = saved[0] as usize;
        self.is_mixed = saved[1] != NO_FRAME && saved[1] & MIXED != 0;
        self.frame = if saved[1] == NO_FRAME { None } else { Some(saved[1] as u16) };
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
    /// Whether all slots hold terms.
    is_plain: bool,
    heap: u32,
    floats: u64,
    flags: u32,
}

impl Known<'_> {
    /// Another frame than here: neither is to be given back, and no call made, which is all right where the way ends in
    /// an exception that leaves the function. The slots that both have stay; whether that changed the saved state.
    fn mix(&self, saved: &mut [u32]) -> Proof<bool> {
        let slots = |frame: u32| if frame == NO_FRAME { 0 } else { frame & !MIXED };
        let start = HEAD + saved[0] as usize;
        let are_plain = |slots: &[u32]| slots.iter().all(|fact| Fact(*fact).is_term());
        if !self.is_plain || !are_plain(&saved[start..start + slots(saved[1]) as usize]) {
            return Err(Rule::FramesDiffer);
        }
        let mixed = slots(saved[1]).min(slots(self.frame)) | MIXED;
        Ok(core::mem::replace(&mut saved[1], mixed) != mixed)
    }

    fn weaken(&self, saved: &mut [u32]) -> Proof<bool> {
        let mut is_changed = saved[1] != self.frame && self.mix(saved)?;
        let before = [saved[2], saved[3], saved[4], saved[5]];
        let count = saved[0] as usize;
        saved[2] = saved[2].min(self.heap);
        saved[3] &= self.floats as u32;
        saved[4] &= (self.floats >> 32) as u32;
        // One of the flags holds if it does on any way, the others if they do on all.
        saved[5] = (saved[5] | self.flags) & RECEIVING | saved[5] & self.flags & !RECEIVING;
        is_changed |= before != [saved[2], saved[3], saved[4], saved[5]];
        let slots = if saved[1] == NO_FRAME { 0 } else { (saved[1] & !MIXED) as usize };
        let (x, y) = saved[HEAD..][..count + slots].split_at_mut(count);
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
