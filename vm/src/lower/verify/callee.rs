//! What imported functions are to their callers.
//!
//! Invariant: each of them is native in every machine, so no module can put another in its place (`vm/tests/verifier.rs`
//! looks that up).

use alloc::vec::Vec;

use crate::load::Source;

/// What a function is to its caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Callee {
    /// Any function.
    Any,
    /// A guard that makes no term and does not fail.
    Sure,
    /// A guard that makes no term.
    Test,
    /// A guard that makes a term.
    Maker,
    /// It raises, always.
    Raiser,
    /// `setelement/3`
    SetElement,
}

use Callee::{Maker, Raiser, SetElement, Sure, Test};

/// Functions of module `erlang`, by name and arity.
pub const KNOWN: [(&str, u32, Callee); 78] = [
    ("*", 2, Maker),
    ("+", 1, Maker),
    ("+", 2, Maker),
    ("-", 1, Maker),
    ("-", 2, Maker),
    ("/", 2, Maker),
    ("/=", 2, Sure),
    ("<", 2, Sure),
    ("=/=", 2, Sure),
    ("=:=", 2, Sure),
    ("=<", 2, Sure),
    ("==", 2, Sure),
    (">", 2, Sure),
    (">=", 2, Sure),
    ("abs", 1, Maker),
    ("and", 2, Test),
    ("band", 2, Maker),
    ("binary_part", 2, Maker),
    ("binary_part", 3, Maker),
    ("bit_size", 1, Maker),
    ("bnot", 1, Maker),
    ("bor", 2, Maker),
    ("bsl", 2, Maker),
    ("bsr", 2, Maker),
    ("bxor", 2, Maker),
    ("byte_size", 1, Maker),
    ("ceil", 1, Maker),
    ("div", 2, Maker),
    ("element", 2, Test),
    ("error", 1, Raiser),
    ("error", 2, Raiser),
    ("error", 3, Raiser),
    ("exit", 1, Raiser),
    ("float", 1, Maker),
    ("floor", 1, Maker),
    ("get", 1, Sure),
    ("hd", 1, Test),
    ("is_atom", 1, Sure),
    ("is_binary", 1, Sure),
    ("is_bitstring", 1, Sure),
    ("is_boolean", 1, Sure),
    ("is_float", 1, Sure),
    ("is_function", 1, Sure),
    ("is_function", 2, Test),
    ("is_integer", 1, Sure),
    ("is_integer", 3, Test),
    ("is_list", 1, Sure),
    ("is_map", 1, Sure),
    ("is_map_key", 2, Test),
    ("is_number", 1, Sure),
    ("is_pid", 1, Sure),
    ("is_port", 1, Sure),
    ("is_record", 1, Sure),
    ("is_record", 2, Test),
    ("is_record", 3, Test),
    ("is_reference", 1, Sure),
    ("is_tuple", 1, Sure),
    ("length", 1, Maker),
    ("map_get", 2, Test),
    ("map_size", 1, Maker),
    ("max", 2, Sure),
    ("min", 2, Sure),
    ("nif_error", 1, Raiser),
    ("nif_error", 2, Raiser),
    ("node", 0, Sure),
    ("node", 1, Test),
    ("not", 1, Test),
    ("or", 2, Test),
    ("rem", 2, Maker),
    ("round", 1, Maker),
    ("self", 0, Sure),
    ("setelement", 3, SetElement),
    ("size", 1, Maker),
    ("throw", 1, Raiser),
    ("tl", 1, Test),
    ("trunc", 1, Maker),
    ("tuple_size", 1, Test),
    ("xor", 2, Test),
];

impl Callee {
    /// Those of a module's imports.
    pub fn of_imports(source: &Source<'_>) -> Vec<Callee> {
        let of = |import: &packbeam::chunk::Import| {
            if source.atom(import.module) != Some("erlang") {
                return Callee::Any;
            }
            Callee::named(source.atom(import.function).unwrap_or_default(), import.arity)
        };
        source.imports.iter().map(of).collect()
    }

    /// The function of a name and an arity.
    fn named(name: &str, arity: u32) -> Callee {
        let found = KNOWN.binary_search_by(|(known, of, _)| (*known, *of).cmp(&(name, arity)));
        found.map_or(Callee::Any, |index| KNOWN[index].2)
    }

    /// Whether it may be evaluated while a message is looked at.
    pub fn is_guard(self) -> bool {
        matches!(self, Sure | Test | Maker)
    }
}
