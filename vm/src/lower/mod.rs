//! From BEAM code to the words the interpreter runs.
//!
//! Invariant: lowered code holds only instructions of [`ops`], whose branches land on instructions of the same
//! function, whose calls enter functions of that arity, and whose register numbers and indices are in range: whatever
//! is not like that is refused here.
//! Deliberately absent: what only a machine knows. Atoms, literals and exports stand as numbers of the module, and
//! the [`Relocation`]s say where `link` puts a machine's own.

mod bits;
pub mod disasm;
pub mod emit;
mod arithmetic;
mod branches;
mod calls;
mod data;
mod frames;
mod function;
mod maps;
mod moves;
pub mod operand;
pub mod ops;
pub mod verify;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

pub use function::{REGISTERS, SCRATCH};
pub use ops::{Field, Op, Part};

use crate::load::{LoadError, Source};

/// A word of code that depends on the machine it is loaded into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relocation {
    /// The constant of the atom of this number of the module.
    AtomConstant {
        /// Where the constant stands.
        word: u32,
    },
    /// A source that is an atom of this number of the module.
    AtomSource {
        /// Where the source stands.
        word: u32,
    },
    /// The constant of a catch mark, for the code at the word that stands there.
    Catch {
        /// Where the constant stands.
        word: u32,
    },
    /// Constants and branches of a selection, to be sorted by constant once the atoms are known.
    Sort {
        /// The first constant.
        word: u32,
        /// How many constants, and branches behind them.
        count: u32,
    },
}

/// What a pool slot holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Slot {
    /// A literal of the module.
    Literal(u32),
    /// An integer that does not fit a source.
    Integer(i64),
    /// A larger integer: two's complement, most significant byte first.
    BigInteger(Vec<u8>),
    /// The address of the export of this import.
    Export(u32),
    /// The address of this lambda.
    Lambda(u32),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// A lowered function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Function {
    /// The word of its `FuncInfo`.
    pub offset: u32,
    /// Its name, as an atom number of the module.
    pub name: u32,
    /// How many arguments it takes.
    pub arity: u32,
}

/// A lowered module.
#[derive(Debug, Default)]
pub struct Lowered {
    /// Code, then the pool.
    pub words: Vec<u32>,
    /// Functions by offset.
    pub functions: Vec<Function>,
    /// Line items by offset.
    pub lines: Vec<(u32, u32)>,
    /// Words that depend on the machine.
    pub relocations: Vec<Relocation>,
    /// What the pool holds, by the slot's first word.
    pub pool: Vec<(u32, Slot)>,
    /// Where each label's code is; labels that are not there are `u32::MAX`.
    pub labels: Vec<u32>,
    /// The entry of the function to run when the module is loaded.
    pub on_load: Option<u32>,
    /// Which BEAM instruction code came from, by offset: the word, and the byte of the `Code` chunk's instructions.
    /// Empty unless the code was lowered by [`lower_traced`].
    pub trace: Vec<(u32, u32)>,
}

/// Words between a function's `FuncInfo` and its entry.
pub const FUNC_INFO_WORDS: u32 = 2;

/// Lowers a module.
///
/// # Errors
/// When the code is not what a compiler of OTP 21 to 29 writes: the function and the offset say where.
pub fn lower(source: &Source<'_>) -> Result<Lowered, LoadError> {
    lower_as(source, false)
}

/// Lowers a module, and notes which instruction became what.
///
/// # Errors
/// As [`lower`].
pub fn lower_traced(source: &Source<'_>) -> Result<Lowered, LoadError> {
    lower_as(source, true)
}

fn lower_as(source: &Source<'_>, traced: bool) -> Result<Lowered, LoadError> {
    // Branches have 16 bits. A function in which they do not reach is lowered again with longer ones.
    let mut far = BTreeSet::new();
    loop {
        match function::lower_module(source, &far, traced)? {
            Ok(lowered) => return Ok(lowered),
            Err(too_far) => far.extend(too_far),
        }
    }
}
