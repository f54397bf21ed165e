//! Functions that are native: one file an Erlang module, each headed by its table.
//!
//! A line of a table is `/// Doc` and `kind "name"/arity => function;`. The kind is what the function may touch:
//! `guard` the room for its result, `plain` the process and the system, `control` where the process goes on. Kind
//! and arity are checked by the function's type; `exclusive` before it says that the function touches what only one scheduler
//! at a time may touch, and is called while no other is within a slice; a function that is left out of its table is dead code and does
//! not compile. Tables are sorted by module, name and arity by the compiler, and searched at link time only.
//! Invariants: a native function never blocks and never collects, so the terms it holds stay valid.

pub mod argument;
pub mod atomics;
pub mod atomvm;
pub mod avm_code;
pub mod avm_console;
pub mod avm_file;
pub mod binary;
pub mod code;
pub mod counters;
#[cfg(feature = "crypto")]
pub mod crypto;
pub mod erlang;
pub mod error_logger;
pub mod erts_debug;
pub mod erts_internal;
pub mod ets;
pub mod file;
pub mod gpio;
pub mod init;
pub mod io;
pub mod iolist;
pub mod lists;
pub mod maps;
pub mod match_spec;
pub mod math;
pub mod net_kernel;
pub mod os;
pub mod persistent_term;
pub mod re;
pub mod records;
mod sort;
pub mod string;
pub mod unicode;
pub mod zlib;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;

use crate::heap::Arena;
use crate::process::{Fault, Native, Process};
pub use crate::sched::Callee;
use crate::sched::System;
use crate::term::Term;

/// What a native function of kind `plain` or `control` works with.
#[derive(Clone, Copy)]
pub struct Context<'h> {
    /// Room for terms in the process's heap.
    pub arena: &'h Arena,
    /// The process that called.
    pub process: &'h Process,
    /// What all processes share.
    pub system: &'h System,
    /// Reductions that the function is worth beyond the call.
    pub reductions: &'h Cell<usize>,
}

impl Context<'_> {
    /// Counts steps, each of about the time that a list's cell takes which is looked at: who takes many is to let others in
    /// sooner. What a function makes need not be counted.
    #[inline]
    pub fn charge(&self, steps: usize) {
        charge(self.reductions, steps);
    }
}

/// Steps in the time of a reduction.
const STEPS: usize = 16;
/// The most reductions that a call is worth.
const MOST_REDUCTIONS: usize = 1 << 24;

#[inline]
fn charge(reductions: &Cell<usize>, steps: usize) {
    reductions.set((reductions.get() + steps / STEPS).min(MOST_REDUCTIONS));
}

/// What a guard function works with.
#[derive(Clone, Copy)]
pub struct Room<'h> {
    /// Room for terms in the process's heap.
    pub arena: &'h Arena,
    /// What all processes share (names of atoms, for the order of terms).
    pub system: &'h System,
    /// The pid of the process.
    pub pid: u32,
    /// Reductions that the function is worth beyond the call.
    pub reductions: &'h Cell<usize>,
}

impl Room<'_> {
    /// As [`Context::charge`].
    #[inline]
    pub fn charge(&self, steps: usize) {
        charge(self.reductions, steps);
    }
}

/// How a process goes on after a function of kind `control`.
pub enum Control<'h> {
    /// With the function's result.
    Value(Term<'h>),
    /// In the fun or the function of a module (a fun, or `(module, function)`), with these arguments.
    Apply(Callee<'h>, Vec<Term<'h>>),
    /// With the result, after the other processes had their turn.
    Yield(Term<'h>),
    /// With the result, after a collection and when a message came.
    Rest(Term<'h>),
    /// With the result, after a collection.
    Collect(Term<'h>),
    /// With the result, after a collection of another process, which is at rest.
    CollectOf(u32, Term<'h>),
    /// In a function, after the other processes had their turn.
    Later(Callee<'h>, Vec<Term<'h>>),
    /// Asleep with an empty stack, until a message comes; then in the function.
    Hibernate(Callee<'h>, Vec<Term<'h>>),
    /// Not at all: the machine stops.
    Halt,
    /// With this call once more, of so many arguments, when nobody else is within a slice: what it is about is not the
    /// process's own.
    Apart(usize),
}

/// The code of a native function, by kind and arity.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "the variants are kind and arity")]
pub enum Code {
    Guard0(for<'h> fn(Room<'h>, [Term<'h>; 0]) -> Native<'h>),
    Guard1(for<'h> fn(Room<'h>, [Term<'h>; 1]) -> Native<'h>),
    Guard2(for<'h> fn(Room<'h>, [Term<'h>; 2]) -> Native<'h>),
    Guard3(for<'h> fn(Room<'h>, [Term<'h>; 3]) -> Native<'h>),
    Plain0(for<'h> fn(Context<'h>, [Term<'h>; 0]) -> Native<'h>),
    Plain1(for<'h> fn(Context<'h>, [Term<'h>; 1]) -> Native<'h>),
    Plain2(for<'h> fn(Context<'h>, [Term<'h>; 2]) -> Native<'h>),
    Plain3(for<'h> fn(Context<'h>, [Term<'h>; 3]) -> Native<'h>),
    Plain4(for<'h> fn(Context<'h>, [Term<'h>; 4]) -> Native<'h>),
    Plain5(for<'h> fn(Context<'h>, [Term<'h>; 5]) -> Native<'h>),
    Control0(for<'h> fn(Context<'h>, [Term<'h>; 0]) -> Result<Control<'h>, Fault<'h>>),
    Control1(for<'h> fn(Context<'h>, [Term<'h>; 1]) -> Result<Control<'h>, Fault<'h>>),
    Control2(for<'h> fn(Context<'h>, [Term<'h>; 2]) -> Result<Control<'h>, Fault<'h>>),
    Control3(for<'h> fn(Context<'h>, [Term<'h>; 3]) -> Result<Control<'h>, Fault<'h>>),
}

/// A native function.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The module it stands in for.
    pub module: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How many arguments it takes.
    pub arity: u32,
    /// Whether it touches what only one scheduler at a time may touch: other processes, loaded code, the world outside.
    pub exclusive: bool,
    /// Its code.
    pub code: Code,
}

/// A native function as its module's table declares it.
pub struct Declared {
    /// The function.
    pub entry: Entry,
    /// What it does, in a line.
    pub doc: &'static str,
}

/// Declares the native functions of a module; see the head of this file.
#[macro_export]
macro_rules! bifs {
    ($module:literal; $(#[doc = $doc:literal] $($kind:ident)+ $name:literal / $arity:tt => $function:path;)*) => {
        /// The native functions of this module.
        pub const TABLE: &[$crate::bif::Declared] = &[$($crate::bif::Declared {
            entry: $crate::bif::Entry {
                module: $module,
                name: $name,
                arity: $arity,
                exclusive: $crate::bifs!(@exclusive $($kind)+),
                code: $crate::bifs!(@code $($kind)+ $arity $function),
            },
            doc: $doc,
        }),*];
    };
    (@exclusive exclusive $kind:ident) => { true };
    (@exclusive $kind:ident) => { false };
    (@code exclusive $kind:ident $arity:tt $function:path) => { $crate::bifs!(@code $kind $arity $function) };
    (@code guard 0 $function:path) => { $crate::bif::Code::Guard0($function) };
    (@code guard 1 $function:path) => { $crate::bif::Code::Guard1($function) };
    (@code guard 2 $function:path) => { $crate::bif::Code::Guard2($function) };
    (@code guard 3 $function:path) => { $crate::bif::Code::Guard3($function) };
    (@code plain 0 $function:path) => { $crate::bif::Code::Plain0($function) };
    (@code plain 1 $function:path) => { $crate::bif::Code::Plain1($function) };
    (@code plain 2 $function:path) => { $crate::bif::Code::Plain2($function) };
    (@code plain 3 $function:path) => { $crate::bif::Code::Plain3($function) };
    (@code plain 4 $function:path) => { $crate::bif::Code::Plain4($function) };
    (@code plain 5 $function:path) => { $crate::bif::Code::Plain5($function) };
    (@code control 0 $function:path) => { $crate::bif::Code::Control0($function) };
    (@code control 1 $function:path) => { $crate::bif::Code::Control1($function) };
    (@code control 2 $function:path) => { $crate::bif::Code::Control2($function) };
    (@code control 3 $function:path) => { $crate::bif::Code::Control3($function) };
}

/// Every table; a module is its file and its line here.
const TABLES: &[&[Declared]] = &[
    atomics::TABLE,
    atomvm::TABLE,
    avm_code::TABLE,
    avm_console::TABLE,
    avm_file::TABLE,
    binary::TABLE,
    binary::search::TABLE,
    code::TABLE,
    counters::TABLE,
    #[cfg(feature = "crypto")]
    crypto::TABLE,
    erlang::arithmetic::TABLE,
    erlang::binaries::TABLE,
    erlang::calls::TABLE,
    erlang::checksums::TABLE,
    erlang::code::TABLE,
    erlang::comparison::TABLE,
    erlang::conversions::TABLE,
    erlang::dictionary::TABLE,
    erlang::display::TABLE,
    erlang::errors::TABLE,
    erlang::external::TABLE,
    erlang::flags::TABLE,
    erlang::funs::TABLE,
    erlang::identity::TABLE,
    erlang::links::TABLE,
    erlang::lists::TABLE,
    erlang::match_specs::TABLE,
    erlang::modules::TABLE,
    erlang::nodes::TABLE,
    erlang::packets::TABLE,
    erlang::ports::TABLE,
    erlang::probes::TABLE,
    erlang::process_info::TABLE,
    erlang::registry::TABLE,
    erlang::requests::TABLE,
    erlang::send::TABLE,
    erlang::spawn::TABLE,
    erlang::suspension::TABLE,
    erlang::system::TABLE,
    erlang::system_monitors::TABLE,
    erlang::time::TABLE,
    erlang::timers::TABLE,
    erlang::tracing::TABLE,
    erlang::tuples::TABLE,
    erlang::types::TABLE,
    error_logger::TABLE,
    erts_debug::TABLE,
    erts_internal::TABLE,
    erts_internal::maps::TABLE,
    erts_internal::text::TABLE,
    ets::ELEMENTS,
    ets::INFO,
    ets::OBJECTS,
    ets::SELECT,
    ets::SPECS,
    ets::TABLES,
    ets::TRAVERSAL,
    file::TABLE,
    gpio::TABLE,
    init::TABLE,
    io::TABLE,
    lists::TABLE,
    maps::TABLE,
    math::TABLE,
    net_kernel::TABLE,
    os::TABLE,
    persistent_term::TABLE,
    re::TABLE,
    records::TABLE,
    string::TABLE,
    unicode::TABLE,
    zlib::TABLE,
];

/// How many native functions there are.
const COUNT: usize = {
    let (mut count, mut table) = (0, 0);
    while table < TABLES.len() {
        count += TABLES[table].len();
        table += 1;
    }
    count
};

/// Every native function, sorted by module, name and arity. It is sorted by the compiler, and takes no memory but the
/// program's own; what the functions are for is not in the program.
static SORTED: [Entry; COUNT] = sort::sorted(TABLES);

/// Every native function.
#[derive(Clone, Copy, Debug, Default)]
pub struct Natives;

impl Natives {
    /// The number of a function.
    pub fn find(&self, module: &str, name: &str, arity: u32) -> Option<usize> {
        SORTED
            .binary_search_by_key(&(module, name, arity), |entry| (entry.module, entry.name, entry.arity))
            .ok()
    }

    /// The number of a function, found by the compiler: without such a function, it does not compile.
    pub const fn number_of(module: &str, name: &str, arity: u32) -> usize {
        let mut number = 0;
        while !sort::is_entry(&SORTED[number], module, name, arity) {
            number += 1;
        }
        number
    }

    /// The way to find one, for a [`System`].
    pub fn finder(&self) -> crate::sched::NativeFinder {
        Box::new(|module, name, arity| Natives.find(module, name, arity))
    }

    /// The function of a number.
    #[inline(always)]
    pub fn get(&self, number: usize) -> &'static Entry {
        &SORTED[number]
    }

    /// All of them.
    pub fn entries(&self) -> &'static [Entry] {
        &SORTED
    }

    /// All of them, as they are declared: for pages about them.
    pub fn declared(&self) -> impl Iterator<Item = &'static Declared> {
        TABLES.iter().copied().flatten()
    }
}
