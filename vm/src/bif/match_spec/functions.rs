//! The functions that conditions and bodies may call.
//!
//! Invariant: those of the dialect `Table` are guard functions of `erlang` that OTP 29 knows in match specifications.

use super::Dialect;
use crate::bif::{Code, Natives};

/// What a body does for a tracer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Sets the message that is told: `true` for the call itself, `false` for none.
    Message,
    /// Tells of the call's return too.
    ReturnTrace,
    /// Tells of the call's return or exception too.
    ExceptionTrace,
    /// Writes a term.
    Display,
    /// Sets what only a tracer sees: `true`.
    Set,
    /// Asks for what only a tracer knows: `undefined`.
    Unknown,
    /// The control word of tracing: 0.
    ControlWord,
    /// The token of sequential tracing: none.
    Token,
    /// Whether there is such a token: no.
    HasToken,
    /// The process as text.
    Dump,
}

/// Guard functions by name and arity.
const GUARDS: &[(&str, usize)] = &[
    ("*", 2),
    ("+", 1),
    ("+", 2),
    ("-", 1),
    ("-", 2),
    ("/", 2),
    ("/=", 2),
    ("<", 2),
    ("=/=", 2),
    ("=:=", 2),
    ("=<", 2),
    ("==", 2),
    (">", 2),
    (">=", 2),
    ("abs", 1),
    ("band", 2),
    ("binary_part", 2),
    ("binary_part", 3),
    ("bit_size", 1),
    ("bnot", 1),
    ("bor", 2),
    ("bsl", 2),
    ("bsr", 2),
    ("bxor", 2),
    ("byte_size", 1),
    ("ceil", 1),
    ("div", 2),
    ("element", 2),
    ("float", 1),
    ("floor", 1),
    ("hd", 1),
    ("is_atom", 1),
    ("is_binary", 1),
    ("is_bitstring", 1),
    ("is_boolean", 1),
    ("is_float", 1),
    ("is_function", 1),
    ("is_function", 2),
    ("is_integer", 1),
    ("is_integer", 3),
    ("is_list", 1),
    ("is_map", 1),
    ("is_map_key", 2),
    ("is_number", 1),
    ("is_pid", 1),
    ("is_port", 1),
    ("is_record", 3),
    ("is_reference", 1),
    ("is_tuple", 1),
    ("length", 1),
    ("map_get", 2),
    ("map_size", 1),
    ("max", 2),
    ("min", 2),
    ("node", 0),
    ("node", 1),
    ("not", 1),
    ("rem", 2),
    ("round", 1),
    ("self", 0),
    ("size", 1),
    ("tl", 1),
    ("trunc", 1),
    ("tuple_size", 1),
    ("xor", 2),
];

/// The code of a guard function that may be called.
pub(super) fn guard(name: &str, arity: usize) -> Option<Code> {
    GUARDS.iter().find(|known| **known == (name, arity))?;
    let number = Natives.find("erlang", name, arity as u32)?;
    Some(Natives.get(number).code)
}

/// Acts by name and arity, and whether conditions may ask them too.
const ACTS: &[(&str, usize, Act, bool)] = &[
    ("message", 1, Act::Message, false),
    ("return_trace", 0, Act::ReturnTrace, false),
    ("exception_trace", 0, Act::ExceptionTrace, false),
    ("display", 1, Act::Display, false),
    ("set_seq_token", 2, Act::Set, false),
    ("enable_trace", 1, Act::Set, false),
    ("enable_trace", 2, Act::Set, false),
    ("disable_trace", 1, Act::Set, false),
    ("disable_trace", 2, Act::Set, false),
    ("trace", 2, Act::Set, false),
    ("trace", 3, Act::Set, false),
    ("silent", 1, Act::Set, false),
    ("set_tcw", 1, Act::Set, false),
    ("caller", 0, Act::Unknown, false),
    ("caller_line", 0, Act::Unknown, false),
    ("current_stacktrace", 0, Act::Unknown, false),
    ("current_stacktrace", 1, Act::Unknown, false),
    ("process_dump", 0, Act::Dump, false),
    ("get_seq_token", 0, Act::Token, false),
    ("is_seq_trace", 0, Act::HasToken, true),
    ("get_tcw", 0, Act::ControlWord, true),
];

/// The act of a name, where a specification of this dialect may call it.
pub(super) fn act(dialect: Dialect, name: &str, arity: usize, in_body: bool) -> Option<Act> {
    let found = ACTS
        .iter()
        .find(|(own, count, _, anywhere)| (*own, *count) == (name, arity) && (in_body || *anywhere));
    found.filter(|_| dialect == Dialect::Trace).map(|(_, _, act, _)| *act)
}
