//! A process's heap and stack in one block, and the generational copying collector.
//!
//! Terms grow up from the block's start, the stack down from its end. Invariants: what lies below `high_water`
//! survived a collection and refers only to what is older, so a minor collection may move it to the old block
//! and never look at that block again; at least [`STACK_SLACK`] words stay free between heap and stack, which is
//! what lets a call push its return address unchecked; literals lie outside both blocks and are never copied.
//! Deliberately absent: who the roots are beyond the stack. The caller lists them.
#![expect(unsafe_code, reason = "the collector moves words and leaves addresses where they were")]

use alloc::vec::Vec;
use core::cell::Cell;

use thin_vec::ThinVec;

use super::arena::{Arena, OutOfMemory, give_back};
use super::block::Block;
use super::growth::Growth;
use crate::term::map::SLOT_WORDS;
use crate::term::{Boxed, Word};

/// Words kept free between heap and stack.
pub const STACK_SLACK: usize = 8;
/// The least words of the block of a process that has collected, unless it asks otherwise (OTP's default).
pub const MIN_WORDS: usize = 233;
/// The words of the block of a process that has not collected yet, unless it asks for more: many never need more.
pub const FIRST_WORDS: usize = 48;
/// Minor collections after which everything is collected (OTP's default).
pub const FULL_SWEEP_AFTER: u32 = 65_535;

/// The part of a block, as a fraction, that may be in use after a collection without it being made larger. What a collection
/// takes is proportional to what lives, and how soon the next one comes to what does not: a host has the room to
/// wait longer.
const CROWDED: (usize, usize) = if usize::BITS == 64 { (1, 2) } else { (3, 4) };

/// The words from which on a block is spacious when so many times fewer are in use (OTP's).
const SPACIOUS: (usize, usize) = (4000, 8);
/// Collections that find a block spacious, one after the other, before it is made smaller: who needs much only now and then
/// is not to grow each time.
const PATIENCE: u8 = 8;

/// The part of a block that is free after a collection into as little room as there may be: what a heap has that grows on
/// must not be collected at every reservation.
const TIGHT: usize = 8;

/// The heap and the stack of a process.
#[derive(Debug)]
pub struct Heap {
    /// Where terms are made; its `next` is the top of the young block while the process does not run.
    pub arena: Arena,
    pub(super) young: Block,
    pub(super) stack_top: *mut Word,
    pub(super) high_water: *mut Word,
    pub(super) old: Block,
    pub(super) old_top: *mut Word,
    pub(super) old_shared: ThinVec<*mut Word>,
    /// The blocks that the last copying left, in which nothing may be looked for.
    #[cfg(feature = "stress")]
    withdrawn: [Block; 2],
    minor_collections: u32,
    /// Minor collections since the block was found to be no larger than it should be.
    spacious: u8,
    full_sweep_after: Cell<u32>,
    growth: Cell<Growth>,
    min_words: Cell<usize>,
    /// Words collections have found dead, ever; and how many there were.
    pub reclaimed_words: u64,
    /// Collections so far.
    pub collections: u64,
}

/// How many of the words after a header, from the first, are no terms.
pub(super) fn raw_words(header: Word) -> usize {
    match header.header_kind() {
        Boxed::Tuple | Boxed::Map | Boxed::Record => 0,
        Boxed::Closure => 1,
        Boxed::SubBits | Boxed::MatchContext => 2,
        Boxed::MapNode => SLOT_WORDS,
        Boxed::MapTrie => SLOT_WORDS + 1,
        _ => header.header_words(),
    }
}

/// Where survivors go, and where they come from.
struct Collection<'a> {
    from: &'a Block,
    from_old: Option<&'a Block>,
    fragments: Vec<(usize, usize)>,
    /// Words of `from` below this go to `old_next`.
    mature_end: *mut Word,
    next: *mut Word,
    old_next: *mut Word,
}

impl Collection<'_> {
    #[inline(always)]
    fn moves(&self, address: *const Word) -> bool {
        self.from.holds(address)
            || self.from_old.is_some_and(|old| old.holds(address))
            || (!self.fragments.is_empty() && self.in_fragment(address as usize))
    }

    fn in_fragment(&self, address: usize) -> bool {
        let after = self.fragments.partition_point(|(start, _)| *start <= address);
        after > 0 && address < self.fragments[after - 1].1
    }

    /// Makes a root or a survivor's word refer to the survivor's new place, copying it at the first visit.
    ///
    /// # Safety
    /// `slot` is a word at rest, valid in the heap that is collected.
    #[inline(always)]
    unsafe fn visit(&mut self, slot: *mut Word) {
        // SAFETY: the caller's promise; forwarded cells and headers are recognised before they are read as such.
        unsafe {
            let word = *slot;
            if !word.is_pointer() {
                return;
            }
            let address = word.address();
            if word.is_list_cell() {
                if *address == Word::NONE {
                    if self.moves(address) {
                        *slot = *address.add(1);
                    }
                } else if self.moves(address) {
                    *slot = Word::list(self.copy(address, 2));
                    *address = Word::NONE;
                    *address.add(1) = *slot;
                }
            } else if self.moves(address) {
                let header = *address;
                if header.is_header() {
                    *slot = Word::boxed(self.copy(address, header.header_words() + 1));
                    *address = *slot;
                } else {
                    *slot = header;
                }
            }
        }
    }

    /// # Safety
    /// `words` words at `address` are a value of the heap that is collected; the destination has room for all of them.
    #[inline(always)]
    unsafe fn copy(&mut self, address: *mut Word, words: usize) -> *mut Word {
        let mature = (address as usize).wrapping_sub(self.from.start() as usize)
            < (self.mature_end as usize).wrapping_sub(self.from.start() as usize);
        let next = if mature { &mut self.old_next } else { &mut self.next };
        let to = *next;
        // SAFETY: the caller's promise.
        unsafe {
            if words == 2 {
                *to = *address;
                *to.add(1) = *address.add(1);
            } else {
                core::ptr::copy_nonoverlapping(address, to, words);
            }
            *next = to.add(words);
        }
        to
    }

    /// Visits what the survivors from `scan` on refer to, until no new survivor comes.
    ///
    /// # Safety
    /// From `scan` to the matching `next` lie whole survivors.
    unsafe fn scan(&mut self, mut scan: *mut Word, mut old_scan: *mut Word) {
        // SAFETY: the caller's promise; a scan pointer moves over whole values, and stops where copying stopped.
        unsafe {
            while scan < self.next || old_scan < self.old_next {
                while scan < self.next {
                    scan = self.scan_value(scan);
                }
                while old_scan < self.old_next {
                    old_scan = self.scan_value(old_scan);
                }
            }
        }
    }

    /// # Safety
    /// `at` is a survivor's header or the head of a list cell.
    #[inline(always)]
    unsafe fn scan_value(&mut self, at: *mut Word) -> *mut Word {
        // SAFETY: a header tells how many words follow and which of them are terms; a cell has two terms, and its
        // head is never a header.
        unsafe {
            let word = *at;
            if word.is_header() {
                let words = word.header_words();
                for index in raw_words(word)..words {
                    self.visit(at.add(1 + index));
                }
                at.add(words + 1)
            } else {
                self.visit(at);
                self.visit(at.add(1));
                at.add(2)
            }
        }
    }
}

impl Heap {
    /// A heap whose block has at least this many words, but if it is no more than usual only from the first collection on.
    pub fn new(min_words: usize) -> Result<Heap, OutOfMemory> {
        let young = Block::new(if min_words > MIN_WORDS { min_words } else { FIRST_WORDS })?;
        let heap = Heap {
            arena: Arena::new(),
            stack_top: young.end(),
            high_water: young.start(),
            young,
            old: Block::EMPTY,
            old_top: core::ptr::null_mut(),
            old_shared: ThinVec::new(),
            minor_collections: 0,
            spacious: 0,
            full_sweep_after: Cell::new(FULL_SWEEP_AFTER),
            growth: Cell::default(),
            min_words: Cell::new(min_words),
            reclaimed_words: 0,
            collections: 0,
            #[cfg(feature = "stress")]
            withdrawn: [Block::EMPTY; 2],
        };
        heap.arena.set_room(heap.young.start(), heap.arena_end());
        Ok(heap)
    }

    /// Changes what the next collection goes by: how the heap grows, the least words of its block, and after how many
    /// minor collections there is a full one.
    pub fn set_policy(&self, growth: Growth, min_words: usize, full_sweep_after: u32) {
        self.growth.set(growth);
        self.min_words.set(min_words);
        self.full_sweep_after.set(full_sweep_after);
    }

    /// The words of a block that is to hold so many.
    fn block_size(&self, words: usize) -> usize {
        self.growth.get().size(words, self.min_words.get())
    }

    fn arena_end(&self) -> *mut Word {
        self.stack_top.wrapping_sub(STACK_SLACK)
    }

    /// The top of the terms and of the stack, for an interpreter that takes them into registers.
    #[inline(always)]
    pub fn tops(&self) -> (*mut Word, *mut Word) {
        (self.arena.next(), self.stack_top)
    }

    /// Puts the tops back, so that terms may be made through the arena.
    #[inline(always)]
    pub fn set_tops(&mut self, heap_top: *mut Word, stack_top: *mut Word) {
        self.stack_top = stack_top;
        self.arena.set_room(heap_top, stack_top.wrapping_sub(STACK_SLACK));
    }

    /// The words of the stack, newest first.
    pub fn stack(&self) -> &[Word] {
        let count = self.stack_words();
        // SAFETY: from the stack's top to the block's end lie words the interpreter wrote.
        unsafe { core::slice::from_raw_parts(self.stack_top, count) }
    }

    /// The words of the stack, newest first, to be changed.
    pub fn stack_mut(&mut self) -> &mut [Word] {
        let count = self.stack_words();
        // SAFETY: as in `stack`, and the heap is borrowed for itself.
        unsafe { core::slice::from_raw_parts_mut(self.stack_top, count) }
    }

    fn stack_words(&self) -> usize {
        (self.young.end() as usize - self.stack_top as usize) / size_of::<Word>()
    }

    /// Pushes a word on the stack of a process that does not run; there must be room (a new process's has).
    pub fn push(&mut self, word: Word) {
        assert!(self.stack_top.wrapping_sub(1) > self.arena.top_in(&self.young));
        self.stack_top = self.stack_top.wrapping_sub(1);
        // SAFETY: checked above: the slot lies between the terms and the stack.
        unsafe { *self.stack_top = word };
        self.arena.set_room(self.arena.top_in(&self.young), self.arena_end());
    }

    /// Words of all its terms, live or not, and of its stack.
    pub fn used_words(&self) -> usize {
        let old = (self.old_top as usize).wrapping_sub(self.old.start() as usize) / size_of::<Word>();
        self.young_used() + old + self.stack_words() + self.arena.fragment_words()
    }

    /// Words of its blocks and fragments.
    pub fn total_words(&self) -> usize {
        self.young.words() + self.old.words() + self.arena.fragment_words()
    }

    fn young_used(&self) -> usize {
        (self.arena.top_in(&self.young) as usize - self.young.start() as usize) / size_of::<Word>()
    }

    /// Whether terms outside the block are reason enough to collect soon.
    #[inline]
    pub fn wants_collection(&self) -> bool {
        self.arena.fragment_words() > self.young.words() / 2 + 512 || self.arena.shared_bytes() > 1 << 20
    }

    /// Collects, so that `need` words (and the slack) are free; every word of `roots` and of the stack that refers
    /// to this heap is made to refer to the survivor's new place.
    ///
    /// # Errors
    /// There is no memory for the survivors; the heap is then as it was.
    pub fn collect(&mut self, need: usize, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        self.collections += 1;
        let before = self.used_words();
        let mature = (self.high_water as usize - self.young.start() as usize) / size_of::<Word>();
        let old_free = (self.old.end() as usize - self.old_top as usize) / size_of::<Word>();
        if self.growth.get().is_tight() {
            self.full(need, roots)?;
        } else if self.old.words() == 0 && mature > 0 && self.full_sweep_after.get() > 0 {
            self.old = Block::new(self.block_size(mature * 2))?;
            self.old_top = self.old.start();
            self.minor(need, roots)?;
        } else if mature <= old_free && self.minor_collections < self.full_sweep_after.get() {
            self.minor(need, roots)?;
        } else {
            self.full(need, roots)?;
        }
        self.reclaimed_words += before.saturating_sub(self.used_words()) as u64;
        Ok(())
    }

    /// Collects everything, whatever its age, as who asks for a collection wants it.
    ///
    /// # Errors
    /// As [`Heap::collect`].
    pub fn collect_all(&mut self, need: usize, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        self.collections += 1;
        let before = self.used_words();
        self.full(need, roots)?;
        self.reclaimed_words += before.saturating_sub(self.used_words()) as u64;
        Ok(())
    }

    fn minor(&mut self, need: usize, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        self.minor_collections += 1;
        let (fragments, before) = (self.arena.fragment_words(), self.young.words());
        let size = if fragments == 0 {
            before
        } else {
            let most = self.young_used() + fragments + self.stack_words() + STACK_SLACK;
            self.block_size(most).max(before)
        };
        self.copy_into(Block::new(size)?, false, roots);
        let live = self.young_used() + self.stack_words();
        let wanted = live + need + STACK_SLACK;
        if wanted > self.young.words() {
            self.move_to(self.block_size(wanted + live / 2), roots)?;
        } else if wanted * CROWDED.1 > self.young.words() * CROWDED.0 {
            // More room than is needed is a wish.
            let _ = self.move_to(self.block_size(self.young.words() + 1), roots);
        } else {
            self.give_back(before, wanted, roots);
        }
        Ok(())
    }

    /// Makes the young block no larger than it was before what fragments held came into it, or smaller still if it was
    /// hardly used for a while; `wanted` words are.
    fn give_back(&mut self, before: usize, wanted: usize, roots: &mut [&mut [Word]]) {
        let is_spacious = before > SPACIOUS.0 && wanted * SPACIOUS.1 < before;
        self.spacious = if is_spacious { self.spacious + 1 } else { 0 };
        let is_wasted = self.spacious >= PATIENCE;
        let enough = self.block_size(if is_wasted { wanted * 3 } else { before.max(wanted * 3) });
        if enough < self.young.words() {
            // That it is less is a wish.
            let _ = self.move_to(enough, roots);
        }
        if is_wasted {
            self.spacious = 0;
            if self.old_top == self.old.start() {
                self.old = Block::EMPTY;
                self.old_top = core::ptr::null_mut();
            }
        }
    }

    /// Collects both generations into one young block.
    pub fn full(&mut self, need: usize, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        let old = (self.old_top as usize).wrapping_sub(self.old.start() as usize) / size_of::<Word>();
        let most = self.young_used() + old + self.arena.fragment_words() + self.stack_words();
        self.copy_into(Block::new(self.block_size(most + need + STACK_SLACK))?, true, roots);
        self.minor_collections = 0;
        let live = self.young_used() + self.stack_words();
        let spare = if self.growth.get().is_tight() { 0 } else { live / 2 };
        let wanted = self.block_size(live + spare + need + STACK_SLACK);
        if wanted < self.young.words() {
            // So is less.
            let _ = self.move_to(wanted, roots);
        }
        Ok(())
    }

    /// Collects both generations into a block with little more room than is needed, so that there is some.
    pub fn tighten(&mut self, need: usize, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        self.collections += 1;
        let most = self.used_words();
        let with_room = |words: usize| words + words / TIGHT + need + STACK_SLACK;
        self.copy_into(Block::new(with_room(most))?, true, roots);
        self.minor_collections = 0;
        self.reclaimed_words += most.saturating_sub(self.used_words()) as u64;
        let live = self.young_used() + self.stack_words();
        if with_room(live) < self.young.words() {
            // That it is less is a wish.
            let _ = self.move_to(with_room(live), roots);
        }
        Ok(())
    }

    /// Moves the young terms, all of them alive, to a block of another size.
    fn move_to(&mut self, words: usize, roots: &mut [&mut [Word]]) -> Result<(), OutOfMemory> {
        let block = Block::new(words)?;
        // Nothing is mature to a mere move: what survived stays in this generation.
        self.high_water = self.young.start();
        self.copy_into(block, false, roots);
        Ok(())
    }

    fn copy_into(&mut self, to: Block, full: bool, roots: &mut [&mut [Word]]) {
        let stack_words = self.stack_words();
        let stack_top = to.end().wrapping_sub(stack_words);
        // SAFETY: `to` holds the stack and every young word and fragment (the callers' sizes say so).
        unsafe { core::ptr::copy_nonoverlapping(self.stack_top, stack_top, stack_words) };
        let mut collection = Collection {
            from: &self.young,
            from_old: if full { Some(&self.old) } else { None },
            fragments: self.arena.fragment_ranges(),
            mature_end: if full { self.young.start() } else { self.high_water },
            next: to.start(),
            old_next: self.old_top,
        };
        let old_scan = self.old_top;
        // SAFETY: the stack and the roots are words at rest of this heap; survivors lie whole from the scans on.
        unsafe {
            for index in 0..stack_words {
                collection.visit(stack_top.add(index));
            }
            for root in roots.iter_mut().flat_map(|slice| slice.iter_mut()) {
                collection.visit(root);
            }
            collection.scan(to.start(), old_scan);
        }
        let (next, old_next) = (collection.next, collection.old_next);
        self.sweep_shared(&to, full);
        let young = core::mem::replace(&mut self.young, to);
        self.stack_top = stack_top;
        self.high_water = next;
        if full {
            let old = core::mem::replace(&mut self.old, Block::EMPTY);
            self.old_top = core::ptr::null_mut();
            self.withdraw([young, old]);
        } else {
            self.old_top = old_next;
            self.withdraw([young, Block::EMPTY]);
        }
        self.arena.drop_fragments();
        self.arena.set_room(next, self.arena_end());
    }

    /// Frees blocks. In stress mode they are spoilt instead, and stay until the next copying: whoever still looks into
    /// them finds nothing.
    #[cfg(not(feature = "stress"))]
    fn withdraw(&mut self, blocks: [Block; 2]) {
        drop(blocks);
    }

    #[cfg(feature = "stress")]
    fn withdraw(&mut self, blocks: [Block; 2]) {
        for block in &blocks {
            for index in 0..block.words() {
                // SAFETY: the words are the block's, and all that was alive in it has moved.
                unsafe { *block.start().add(index) = Word::NONE };
            }
        }
        self.withdrawn = blocks;
    }

    /// Whether an address is of a block that was left.
    #[cfg(feature = "stress")]
    pub(super) fn is_withdrawn(&self, address: usize) -> bool {
        self.withdrawn.iter().any(|block| block.holds(address as *const Word))
    }

    /// Whether an address is of a block that was left: such a block is gone.
    #[cfg(not(feature = "stress"))]
    pub(super) fn is_withdrawn(&self, _: usize) -> bool {
        false
    }

    /// Gives back the counts of shared bits that did not survive, and lists the others by generation.
    fn sweep_shared(&mut self, to: &Block, full: bool) {
        let mut before = self.arena.take_shared();
        if full {
            before.append(&mut self.old_shared);
        }
        for header in before {
            // SAFETY: listed when made, so a header (of shared bits or a handle) or the address of its survivor.
            let moved = unsafe { *header };
            if moved.is_header() {
                // SAFETY: a dead value that was listed still holds its count, given back here and never again.
                unsafe { give_back(header) };
            } else if to.holds(moved.address()) {
                self.arena.list_shared(moved.address());
            } else {
                self.old_shared.push(moved.address());
            }
        }
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        for header in self.arena.take_shared().into_iter().chain(self.old_shared.drain(..)) {
            // SAFETY: every listed value is alive in this heap and holds one count.
            unsafe { give_back(header) };
        }
    }
}
