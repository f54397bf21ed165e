//! A process: its heap, its mailbox, whom it is tied to, and where it goes on.
//!
//! Invariant: only the interpreter that runs a process touches its heap, and only between instructions does it
//! collect; whoever else reads a process reads the counts kept beside it.
#![expect(unsafe_code, reason = "a process's heap is lent to native functions while the interpreter owns it")]

pub mod fault;
pub mod mailbox;
pub mod signal;

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell, UnsafeCell};

pub use fault::{Class, Fault, Native, Trace};
pub use mailbox::Mailbox;
pub use signal::{ReferenceNumbers, Signal};

use crate::atom::Atom;
use crate::heap::{Heap, OutOfMemory};
use crate::term::{Term, Word};

/// What a process is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// In the run queue.
    Runnable,
    /// Having a scheduler.
    Running,
    /// Until a signal comes or a time is over.
    Waiting,
    /// Gone.
    Exited,
}

/// Where a process goes on when it runs again.
#[derive(Debug)]
pub struct Resume {
    /// The instruction.
    pub ip: Cell<*const u32>,
    /// The X registers it needs.
    pub registers: RefCell<Vec<Word>>,
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
#[derive(Clone, Debug)]
pub struct Watched {
    /// Who.
    pub pid: u32,
    /// By what reference.
    pub reference: ReferenceNumbers,
    /// The name it was asked for by.
    pub name: Option<Atom>,
}

/// A process.
#[derive(Debug)]
pub struct Process {
    /// Its number.
    pub pid: u32,
    heap: UnsafeCell<Heap>,
    /// Where it goes on.
    pub resume: Resume,
    /// What it is doing.
    pub status: Cell<Status>,
    /// Signals that came and have not been looked at.
    pub signals: RefCell<VecDeque<Signal>>,
    /// Messages.
    pub mailbox: RefCell<Mailbox>,
    /// `get/1` and `put/2`: keys and values, at rest.
    pub dictionary: RefCell<Vec<(Word, Word)>>,
    /// Pids at the other end of links.
    pub links: RefCell<Vec<u32>>,
    /// Who watches it.
    pub watchers: RefCell<Vec<Watcher>>,
    /// Whom it watches.
    pub watched: RefCell<Vec<Watched>>,
    /// The name it is registered by.
    pub name: Cell<Option<Atom>>,
    /// The pid it sends its output to.
    pub group_leader: Cell<u32>,
    /// The process that spawned it, 0 for the first.
    pub parent: Cell<u32>,
    /// Module, function and arity it was spawned with.
    pub initial_call: Cell<(Atom, Atom, u32)>,
    /// Whether exit signals become messages.
    pub trap_exit: Cell<bool>,
    /// Reductions of all slices that have ended.
    pub reductions: Cell<u64>,
    /// The number of the timer a `receive … after` waits for; 0 when there is none.
    pub timer: Cell<u64>,
    /// Whether that time is over.
    pub timed_out: Cell<bool>,
    /// Whether its crash is a report on the console.
    pub reported: Cell<bool>,
    /// The priority, as its atom.
    pub priority: Cell<Atom>,
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
            heap: UnsafeCell::new(Heap::new(min_heap_words)?),
            resume: Resume { ip: Cell::new(core::ptr::null()), registers: RefCell::default() },
            status: Cell::new(Status::Waiting),
            signals: RefCell::default(),
            mailbox: RefCell::default(),
            dictionary: RefCell::default(),
            links: RefCell::default(),
            watchers: RefCell::default(),
            watched: RefCell::default(),
            name: Cell::new(None),
            group_leader: Cell::new(pid),
            parent: Cell::new(0),
            initial_call: Cell::new((names::erlang, names::apply, 2)),
            trap_exit: Cell::new(false),
            reductions: Cell::new(0),
            timer: Cell::new(0),
            timed_out: Cell::new(false),
            reported: Cell::new(true),
            priority: Cell::new(names::normal),
        })
    }

    /// The heap, for the interpreter that runs this process.
    #[inline(always)]
    pub fn heap(&self) -> *mut Heap {
        self.heap.get()
    }

    /// Words of heap and stack in use, and of the blocks that hold them, as they were when it last ran.
    pub fn heap_words(&self) -> (usize, usize) {
        // SAFETY: one thread runs everything, and no `&mut Heap` lives while a native function or a view reads.
        let heap = unsafe { &*self.heap.get() };
        (heap.used_words(), heap.total_words())
    }

    /// The stack, newest word first, for a report or `process_info`.
    pub fn stack(&self) -> &[Word] {
        // SAFETY: as in `heap_words`.
        unsafe { &*self.heap.get() }.stack()
    }

    /// A word at rest in this process (its dictionary, its registers) as a term.
    ///
    /// The caller has it from a place the collector knows, and uses the term before the process runs on.
    pub(crate) fn look<'h>(&'h self, word: Word) -> Term<'h> {
        // SAFETY: a word at rest in a root is valid while no collection runs, and none runs under a native function.
        unsafe { Term::new(word) }
    }
}
