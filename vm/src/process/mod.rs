//! A process: its heap, its mailbox, whom it is tied to, and where it goes on.
//!
//! Invariant: only the interpreter that runs a process touches its heap, and only between instructions does it
//! collect; whoever else reads a process reads the counts kept beside it.
#![expect(unsafe_code, reason = "a process's heap is lent to native functions while the interpreter owns it")]

pub mod fault;
pub mod inbox;
pub mod mailbox;
pub mod signal;
pub mod standing;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::UnsafeCell;

use thin_vec::ThinVec;

pub use fault::{Class, Fault, Native, Trace};
pub use inbox::Inbox;
pub use mailbox::Mailbox;
pub use signal::{ReferenceNumbers, Signal};
pub use standing::{Priority, Standing, Status};

use crate::atom::Atom;
use crate::heap::process_heap::FULL_SWEEP_AFTER;
use crate::heap::{Arena, Growth, Heap, MIN_WORDS, OutOfMemory, Parcel};
use crate::sync::{AtomicUsize, Hinted, Owned, OwnedCell};
use crate::term::word::BYTES;
use crate::term::{Term, Word};

/// Where a process goes on when it runs again.
#[derive(Debug)]
pub struct Resume {
    /// The instruction.
    pub ip: OwnedCell<*const u32>,
    /// The X registers it needs.
    pub registers: Owned<ThinVec<Word>>,
}

/// Somebody who watches this process.
#[derive(Clone, Debug)]
pub struct Watcher {
    /// Who.
    pub pid: u32,
    /// By what reference.
    pub reference: ReferenceNumbers,
    /// The name it was asked for by.
    pub name: Option<Atom>,
}

/// A process this one watches.
#[derive(Debug)]
pub struct Watched {
    /// Who.
    pub pid: u32,
    /// By what reference.
    pub reference: ReferenceNumbers,
    /// The name it was asked for by.
    pub name: Option<Atom>,
    /// What the message begins with that says it ended, where that is not `'DOWN'`.
    pub tag: Option<Parcel>,
}

/// Until when an alias holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AliasLife {
    /// Until `unalias/1`.
    Explicit,
    /// Until a message came through it.
    Reply,
    /// Until the monitor of the same reference is gone.
    Demonitor,
    /// Until a message came through it, which ends the monitor of the same reference too, or that is gone.
    ReplyDemonitor,
}

/// What a process asked of its memory. The least size of its virtual heap and where its messages lie are only answered by
/// `process_info`: here messages lie outside the heap until they are received.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MemorySettings {
    /// The least size of its heap.
    pub min_heap_words: usize,
    /// The least size of its virtual heap of binaries.
    pub min_binary_words: usize,
    /// The greatest size of its heap; 0 is none.
    pub max_heap_words: usize,
    /// Whether it is killed when it is beyond that.
    pub max_heap_kill: bool,
    /// Whether it is said when it is beyond that.
    pub max_heap_report: bool,
    /// Minor collections between full ones.
    pub full_sweep_after: usize,
    /// How the heap grows.
    pub growth: Growth,
    /// `on_heap` or `off_heap`: where messages lie before they are received.
    pub messages_off_heap: bool,
}

impl Default for MemorySettings {
    fn default() -> Self {
        MemorySettings {
            min_heap_words: MIN_WORDS,
            min_binary_words: 46_422,
            max_heap_words: 0,
            max_heap_kill: true,
            max_heap_report: true,
            full_sweep_after: FULL_SWEEP_AFTER as usize,
            growth: Growth::default(),
            messages_off_heap: false,
        }
    }
}

/// The heap of a process.
#[derive(Debug)]
struct OwnedHeap(UnsafeCell<Heap>);

// SAFETY: only the scheduler that has the process, or a thread that runs exclusively, touches it.
unsafe impl Sync for OwnedHeap {}
// SAFETY: a heap is blocks that are its own; what it shares with others is counted by atomics.
unsafe impl Send for OwnedHeap {}

/// A process.
#[derive(Debug)]
pub struct Process {
    /// Its number.
    pub pid: u32,
    heap: OwnedHeap,
    /// Where it goes on.
    pub resume: Resume,
    /// What it is doing.
    pub status: Standing,
    /// Signals that came and have not been looked at.
    pub signals: Hinted<Inbox<Signal>>,
    /// Messages.
    pub mailbox: Owned<Mailbox>,
    /// `get/1` and `put/2`: keys and values, at rest.
    pub dictionary: Owned<ThinVec<(Word, Word)>>,
    /// Pids at the other end of links.
    pub links: Owned<ThinVec<u32>>,
    /// Who watches it.
    pub watchers: Owned<ThinVec<Watcher>>,
    /// Whom it watches.
    pub watched: Owned<ThinVec<Watched>>,
    /// References others may send messages to in its stead.
    pub aliases: Owned<ThinVec<(ReferenceNumbers, AliasLife)>>,
    /// The name it is registered by.
    pub name: OwnedCell<Option<Atom>>,
    /// The pid it sends its output to.
    pub group_leader: OwnedCell<u32>,
    /// The process that spawned it, 0 for the first.
    pub parent: OwnedCell<u32>,
    /// Module, function and arity it was spawned with.
    pub initial_call: OwnedCell<(Atom, Atom, u32)>,
    /// Whether exit signals become messages.
    pub trap_exit: OwnedCell<bool>,
    /// Reductions of all slices that have ended.
    pub reductions: OwnedCell<u64>,
    /// Whether its dictionary and messages are hidden from those who look at it.
    pub sensitive: OwnedCell<bool>,
    /// The number of the timer a `receive … after` waits for; 0 when there is none.
    pub timer: OwnedCell<u64>,
    /// Whether that time is over.
    pub timed_out: OwnedCell<bool>,
    /// Whether its crash is a report on the console.
    pub reported: OwnedCell<bool>,
    /// The arity of the `erlang:hibernate` in which it sleeps until a message comes.
    pub hibernating: OwnedCell<Option<u8>>,
    /// The priority, as its atom.
    pub priority: Priority,
    /// The module that `process_flag(error_handler, _)` names.
    pub error_handler: OwnedCell<Atom>,
    /// How often others suspended it and did not let it go on since.
    pub suspensions: OwnedCell<u32>,
    /// Whom it suspended, and how often.
    pub suspending: Owned<ThinVec<(u32, u32)>>,
    /// Bytes that the machine has counted it to hold.
    pub counted: AtomicUsize,
    /// What it asked of its memory, where that is not what all get.
    memory: Owned<Option<Box<MemorySettings>>>,
}

impl Process {
    /// A process that does nothing yet.
    ///
    /// # Errors
    /// There is no memory for its heap.
    pub fn new(pid: u32, min_heap_words: usize) -> Result<Process, OutOfMemory> {
        use crate::atom::names;
        Ok(Process {
            pid,
            heap: OwnedHeap(UnsafeCell::new(Heap::new(min_heap_words)?)),
            resume: Resume { ip: OwnedCell::new(core::ptr::null()), registers: Owned::default() },
            status: Standing::default(),
            signals: Hinted::default(),
            mailbox: Owned::default(),
            dictionary: Owned::default(),
            links: Owned::default(),
            watchers: Owned::default(),
            watched: Owned::default(),
            aliases: Owned::default(),
            name: OwnedCell::new(None),
            group_leader: OwnedCell::new(pid),
            parent: OwnedCell::new(0),
            initial_call: OwnedCell::new((names::erlang, names::apply, 2)),
            trap_exit: OwnedCell::new(false),
            reductions: OwnedCell::new(0),
            sensitive: OwnedCell::new(false),
            timer: OwnedCell::new(0),
            timed_out: OwnedCell::new(false),
            reported: OwnedCell::new(true),
            hibernating: OwnedCell::new(None),
            priority: Priority::new(names::normal),
            error_handler: OwnedCell::new(names::error_handler),
            suspensions: OwnedCell::new(0),
            suspending: Owned::default(),
            counted: AtomicUsize::new(0),
            memory: Owned::default(),
        })
    }

    /// What it asked of its memory.
    pub fn memory(&self) -> MemorySettings {
        self.memory.borrow().as_deref().copied().unwrap_or_default()
    }

    /// Asks this of its memory, from the next collection on.
    pub fn set_memory(&self, memory: MemorySettings) {
        let full_sweep_after = u32::try_from(memory.full_sweep_after).unwrap_or(u32::MAX);
        // Who grows by what is needed does not get more because nobody asked for less.
        let is_small = memory.growth != Growth::Doubling && memory.min_heap_words == MIN_WORDS;
        let min_words = if is_small { 0 } else { memory.min_heap_words };
        // SAFETY: as in `heap_words`.
        unsafe { &*self.heap.0.get() }.set_policy(memory.growth, min_words, full_sweep_after);
        let is_usual = memory == MemorySettings::default();
        *self.memory.borrow_mut() = (!is_usual).then(|| Box::new(memory));
    }

    /// The heap, for the interpreter that runs this process.
    #[inline(always)]
    pub fn heap(&self) -> *mut Heap {
        self.heap.0.get()
    }

    /// Words of heap and stack in use, and of the blocks that hold them, as they were when it last ran.
    pub fn heap_words(&self) -> (usize, usize) {
        // SAFETY: whoever reads has the process or runs exclusively, and no `&mut Heap` lives while a native function or
        // a view reads.
        let heap = unsafe { &*self.heap.0.get() };
        (heap.used_words(), heap.total_words())
    }

    /// Bytes it takes: itself, its heap and stack, its messages, its dictionary, and whom it is tied to.
    pub fn bytes(&self) -> usize {
        let ties = self.links.borrow().capacity() * size_of::<u32>()
            + self.watchers.borrow().capacity() * size_of::<Watcher>()
            + self.watched.borrow().capacity() * size_of::<Watched>();
        let dictionary = self.dictionary.borrow().capacity() * size_of::<(Word, Word)>();
        size_of::<Process>() + self.heap_words().1 * BYTES + self.mailbox.borrow().bytes() + dictionary + ties
    }

    /// Collections so far.
    pub fn collections(&self) -> u64 {
        // SAFETY: as in `heap_words`.
        unsafe { &*self.heap.0.get() }.collections
    }

    /// Whether a word of its own may be an address in these ranges, which are ascending and apart.
    pub fn may_refer_to(&self, ranges: &[(usize, usize)]) -> bool {
        let (dictionary, registers) = (self.dictionary.borrow(), self.resume.registers.borrow());
        let roots = dictionary.iter().flat_map(|(key, value)| [key, value]).chain(registers.iter());
        // SAFETY: as in `heap_words`.
        unsafe { &*self.heap.0.get() }.may_refer_to(ranges, roots)
    }

    /// Puts the address that its first function returns to under everything else on its stack.
    ///
    /// # Panics
    /// The process has run already.
    pub fn found_stack(&self, bottom: *const u32) {
        assert!(self.resume.ip.get().is_null() && self.stack().is_empty());
        // SAFETY: the process has never run, so no interpreter has its heap, and the borrow ends here.
        unsafe { &mut *self.heap.0.get() }.push(Word(bottom as usize));
    }

    /// Makes terms in the heap of a process that does not run; the words they come to are roots of its own.
    ///
    /// # Panics
    /// The process runs: an interpreter has the top of its heap.
    pub fn with_arena<R>(&self, act: impl FnOnce(&Arena) -> R) -> R {
        assert!(self.status.get() != Status::Running);
        // SAFETY: whoever calls has the process, the interpreter does not have this heap, and an arena is changed
        // through its cells only.
        let arena = unsafe { &(*self.heap.0.get()).arena };
        let result = act(arena);
        // The interpreter goes on at the top of the block, whatever did not fit there.
        arena.leave_fragment();
        result
    }

    /// The stack, newest word first, for a report or `process_info`.
    pub fn stack(&self) -> &[Word] {
        // SAFETY: as in `heap_words`.
        unsafe { &*self.heap.0.get() }.stack()
    }

    /// Gives a process that does not run copies of what it refers to at these addresses, which are to be freed.
    ///
    /// # Errors
    /// There is no memory for the copies.
    ///
    /// # Panics
    /// The process runs: an interpreter has the top of its heap.
    pub fn leave(&self, addresses: &[(usize, usize)]) -> Result<(), OutOfMemory> {
        assert!(self.status.get() != Status::Running);
        let mut registers = self.resume.registers.borrow_mut();
        let mut dictionary = self.dictionary.borrow_mut();
        let mut pairs: Vec<Word> = dictionary.iter().flat_map(|&(key, value)| [key, value]).collect();
        // SAFETY: whoever calls has the process, and the interpreter does not have this heap.
        let heap = unsafe { &mut *self.heap.0.get() };
        let left = heap.leave(addresses, &mut [&mut registers, &mut pairs]);
        for (entry, pair) in dictionary.iter_mut().zip(pairs.chunks_exact(2)) {
            *entry = (pair[0], pair[1]);
        }
        left
    }

    /// A word at rest in this process (its dictionary, its registers) as a term.
    ///
    /// The caller has it from a place the collector knows, and uses the term before the process runs on.
    pub(crate) fn look<'h>(&'h self, word: Word) -> Term<'h> {
        // SAFETY: a word at rest in a root is valid while no collection runs, and none runs under a native function.
        unsafe { Term::new(word) }
    }
}
