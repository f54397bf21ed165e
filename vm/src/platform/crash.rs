//! What there is to say of a process that crashed, as data and as text.

use alloc::string::String;
use alloc::vec::Vec;

/// A crash. Terms are text, as Erlang writes them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Crash {
    /// The process.
    pub process: String,
    /// The name it was registered under.
    pub name: Option<String>,
    /// `error`, `exit` or `throw`.
    pub class: &'static str,
    /// The reason, without the stack trace.
    pub reason: String,
    /// Who called whom, innermost first.
    pub trace: Vec<Frame>,
    /// What may have been meant, or why a module is not there.
    pub hint: Option<String>,
    /// All of it for people: whole lines.
    pub text: String,
    /// The text under a heading that says when, as OTP reports it.
    pub report: String,
}

/// An entry of a stack trace.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The function's module.
    pub module: String,
    /// Its name.
    pub function: String,
    /// How many arguments it has.
    pub arity: usize,
    /// The arguments, where they are known.
    pub arguments: Option<Vec<String>>,
    /// The source file.
    pub file: Option<String>,
    /// The line.
    pub line: Option<u64>,
}
