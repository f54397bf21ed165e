//! What a fun refers to: the identity of a function, and where its code is now.
//!
//! Invariant: a `Lambda` or an `Export` is made once for an identity and never freed, so terms, code and
//! tables may hold its address; only the code behind it changes when a module is loaded or purged.
//! Deliberately absent: the table that finds one by its identity (`module::Modules`).

use crate::atom::Atom;
use crate::sync::{AtomicUsize, Ordering};

/// Where a function's code begins: the address of a lowered instruction.
#[derive(Debug)]
pub struct Entry(AtomicUsize);

impl Entry {
    /// An entry at this code.
    pub fn new(code: *const u32) -> Self {
        Entry(AtomicUsize::new(code as usize))
    }

    /// Where the code is now.
    #[inline(always)]
    pub fn code(&self) -> *const u32 {
        self.0.load(Ordering::Relaxed) as *const u32
    }

    /// Lets the entry lead to other code.
    pub fn set(&self, code: *const u32) {
        self.0.store(code as usize, Ordering::Release);
    }
}

/// What makes two lambdas the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LambdaIdentity {
    /// The module that made it.
    pub module: Atom,
    /// How many arguments a caller gives.
    pub arity: u32,
    /// Its place in the module's list.
    pub index: u32,
    /// How many values it closes over.
    pub free: u32,
    /// The module's `unique` number for it.
    pub old_unique: u32,
    /// The MD5 of the module's code.
    pub unique: [u8; 16],
}

/// The function behind `fun (…) -> … end`, as its module's `FunT` chunk lists it.
#[derive(Debug)]
pub struct Lambda {
    /// The module that made it.
    pub module: Atom,
    /// The name the compiler gave it, such as `-start/0-fun-0-`.
    pub function: Atom,
    /// How many arguments a caller gives.
    pub arity: u32,
    /// Its place in the module's list.
    pub index: u32,
    /// How many values it closes over.
    pub free: u32,
    /// The module's `unique` number for it.
    pub old_unique: u32,
    /// The MD5 of the module's code.
    pub unique: [u8; 16],
    /// Its code: the closed-over values follow the arguments.
    pub entry: Entry,
}

impl Lambda {
    /// What makes it this one.
    pub fn identity(&self) -> LambdaIdentity {
        let &Lambda { module, arity, index, free, old_unique, unique, .. } = self;
        LambdaIdentity { module, arity, index, free, old_unique, unique }
    }
}

/// A function of a module that others may call, whether it is loaded or not.
#[derive(Debug)]
pub struct Export {
    /// The module.
    pub module: Atom,
    /// The function.
    pub function: Atom,
    /// How many arguments it takes.
    pub arity: u32,
    /// Its code; of a function that is not there, code that says so when it runs.
    pub entry: Entry,
    /// The native function's place in the table of natives plus one; 0 when it is Erlang code.
    pub native: AtomicUsize,
}
