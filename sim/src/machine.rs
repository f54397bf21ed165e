//! What runs on the chip: something that works a slice, or waits, or has ended.
//!
//! The machine that matters is the virtual machine with a program; tests drive worlds by smaller ones.

use vm::platform::Crash;

/// What a slice of work came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// It did something and wants to go on.
    Worked,
    /// It has nothing to do before this time, in virtual nanoseconds, or until something happens outside.
    Idle {
        /// The time.
        until_ns: Option<u64>,
    },
    /// It is done.
    Ended(Ending),
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// The program returned.
    Returned {
        /// The value, as Erlang writes it.
        text: String,
        /// Whether it is `ok`.
        ok: bool,
    },
    /// The program crashed.
    Crashed {
        /// What there is to say about that.
        crash: Box<Crash>,
    },
    /// The program halted the machine.
    Halted {
        /// The status it gave.
        status: i32,
    },
    /// The time it was to run for is over.
    TimeUp,
    /// Everything waits, and nothing is ever going to happen.
    Stuck,
    /// Whoever was looking left.
    Quit,
}

impl Ending {
    /// The exit status of a run that ended so.
    pub fn status(&self) -> i32 {
        match self {
            Ending::Returned { ok: true, .. } | Ending::TimeUp | Ending::Quit => 0,
            Ending::Returned { .. } | Ending::Crashed { .. } | Ending::Stuck => 1,
            Ending::Halted { status } => *status,
        }
    }

    /// The ending in a few words.
    pub fn words(&self) -> String {
        match self {
            Ending::Returned { text, .. } => format!("returned {text}"),
            Ending::Crashed { .. } => "crashed".to_owned(),
            Ending::Halted { status } => format!("halted with {status}"),
            Ending::TimeUp => "time is up".to_owned(),
            Ending::Stuck => "waits for ever".to_owned(),
            Ending::Quit => "left".to_owned(),
        }
    }
}

/// A process of the machine, for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProcessRow {
    /// Its identifier, as Erlang writes it.
    pub pid: String,
    /// Its registered name, or nothing.
    pub name: String,
    /// Where it is: `module:function/arity`.
    pub function: String,
    /// `running`, `runnable` or `waiting`.
    pub status: &'static str,
    /// Reductions since it began.
    pub reductions: u64,
    /// Size of its heap, in words.
    pub heap_words: usize,
    /// Messages waiting for it.
    pub mailbox: usize,
}

/// Something that runs on a chip.
pub trait Machine {
    /// Does a slice of work.
    fn step(&mut self) -> Step;
    /// The processes there are.
    fn processes(&self) -> Vec<ProcessRow>;
}
