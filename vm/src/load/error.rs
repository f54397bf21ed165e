//! Why a module was refused, and where.

use alloc::string::{String, ToString};
use core::fmt;

use packbeam::error::{BeamError, PackError};

use super::Rule;
use crate::code::{DecodeError, Op};

/// A module that cannot be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What was wrong.
    pub fault: LoadFault,
    /// The module, as far as it is known.
    pub module: String,
    /// The function whose code was at fault, as `name/arity`.
    pub function: Option<String>,
    /// Where: bytes from the start of the file.
    pub offset: usize,
}

/// The ways in which a module can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoadFault {
    /// The file.
    File(BeamError),
    /// The pack of modules.
    Pack(PackError),
    /// An instruction.
    Decode(DecodeError),
    /// The module has no name.
    NoName,
    /// The module uses a newer instruction set, up to this opcode.
    TooNew(u32),
    /// A table names an atom that is not there.
    NoAtom(u32),
    /// A function of more arguments than there can be.
    Arity(u32),
    /// An operand is not what the instruction takes: which instruction, and the operand from 0.
    Operand(Op, usize),
    /// An index reaches beyond its table.
    Index(&'static str, u64),
    /// A branch or call to a label that is not there, or is none of its function.
    Label(u32),
    /// Code before the first function, or a function without a label.
    Stray,
    /// An instruction no compiler has written since OTP 21.
    Retired(Op),
    /// An instruction this machine does not execute.
    Unsupported(Op),
    /// A rule of sound code is broken: the machine could not run it safely.
    Unsound(Rule),
    /// A literal is no external term.
    Literal(u32),
    /// A guard calls a function that is not native: its name.
    Guard(String),
    /// The machine has no room for more atoms, or an atom is too long.
    Atoms,
    /// There is more code than a branch can reach.
    TooLarge,
    /// There is no memory.
    OutOfMemory,
    /// The function to be run on loading did not return `ok`: what came of it instead.
    OnLoad(String),
}

impl LoadFault {
    /// This fault, in a module, at an offset of its file.
    pub fn at(self, module: &str, offset: usize) -> LoadError {
        LoadError { fault: self, module: module.to_string(), function: None, offset }
    }
}

impl From<BeamError> for LoadError {
    fn from(error: BeamError) -> Self {
        LoadFault::File(error).at("", error.offset)
    }
}

impl From<PackError> for LoadError {
    fn from(error: PackError) -> Self {
        LoadFault::Pack(error).at("", error.offset)
    }
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadFault::File(error) => write!(f, "{}", error.fault.message()),
            LoadFault::Pack(error) => write!(f, "{}", error.fault.message()),
            LoadFault::Decode(error) => write!(f, "{error}"),
            LoadFault::NoName => f.write_str("the module has no atoms, and so no name"),
            LoadFault::TooNew(opcode) => {
                write!(f, "the code uses opcode {opcode}; opcodes up to 191 (OTP 29) are known")
            }
            LoadFault::NoAtom(number) => write!(f, "there is no atom {number}"),
            LoadFault::Arity(arity) => write!(f, "a function of {arity} arguments; 255 is the most"),
            LoadFault::Operand(op, index) => {
                write!(f, "operand {} of {} is not what it takes", index + 1, op.name())
            }
            LoadFault::Index(table, index) => write!(f, "there is no {table} {index}"),
            LoadFault::Label(label) => write!(f, "label {label} is not there, or not in this function"),
            LoadFault::Stray => f.write_str("code that belongs to no function"),
            LoadFault::Retired(op) => {
                write!(f, "the instruction {} is from before OTP 21: compile the module again", op.name())
            }
            LoadFault::Unsupported(op) => write!(f, "the instruction {} is not executed", op.name()),
            LoadFault::Unsound(rule) => write!(f, "{rule}"),
            LoadFault::Literal(index) => write!(f, "literal {index} is no external term"),
            LoadFault::Guard(name) => write!(f, "the guard function {name} is not known"),
            LoadFault::Atoms => f.write_str("an atom is too long, or there are too many"),
            LoadFault::OnLoad(came) => write!(f, "its on_load function did not return ok, but {came}"),
            LoadFault::TooLarge => f.write_str("the module is too large"),
            LoadFault::OutOfMemory => f.write_str("there is no memory for the module"),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.module.is_empty() {
            write!(f, "module {}", self.module)?;
            if let Some(function) = &self.function {
                write!(f, ", function {function}")?;
            }
            f.write_str(": ")?;
        }
        write!(f, "{} (offset {:#x})", self.fault, self.offset)
    }
}

impl core::error::Error for LoadError {}
