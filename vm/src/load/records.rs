//! The chunk `Recs` of OTP 29: the native records a module defines.
//!
//! Invariants: a definition's names are atoms of the module, and its literals there; no field stands in it twice.
//! Deliberately absent: making terms of them (`link`).

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::{LoadFault, Source};
use crate::code::{List, Operand, Operands};

/// The fewest bytes of a definition: label, name, whether it is exported, and a list.
const LEAST_BYTES: usize = 5;

/// A native record, in numbers of the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDefinition {
    /// Its name.
    pub name: u32,
    /// Whether other modules may use it.
    pub is_exported: bool,
    /// Its fields in order, with what a new record has there where nothing is given.
    pub fields: Vec<(u32, Option<FieldDefault>)>,
}

/// What a field of a new record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldDefault {
    /// An integer.
    Integer(i64),
    /// A larger one: two's complement, most significant byte first.
    BigInteger(Vec<u8>),
    /// An atom.
    Atom(u32),
    /// The empty list.
    Nil,
    /// A literal.
    Literal(u32),
}

impl Source<'_> {
    /// Reads the chunk.
    ///
    /// # Errors
    /// It is not what a compiler of OTP 29 writes.
    pub(super) fn read_records(&self, chunk: &[u8]) -> Result<Vec<RecordDefinition>, LoadFault> {
        self.record_definitions(chunk).ok_or(LoadFault::Records)
    }

    /// Version, how many records, how many fields in all, then the records as operands.
    fn record_definitions(&self, chunk: &[u8]) -> Option<Vec<RecordDefinition>> {
        let (version, rest) = chunk.split_first_chunk()?;
        let (count, rest) = rest.split_first_chunk()?;
        let (_fields, rest) = rest.split_first_chunk::<4>()?;
        let count = u32::from_be_bytes(*count) as usize;
        if u32::from_be_bytes(*version) != 0 || count > rest.len() / LEAST_BYTES {
            return None;
        }
        let mut operands = Operands::new(rest);
        (0..count).map(|_| self.record_definition(&mut operands)).collect()
    }

    fn record_definition(&self, operands: &mut Operands<'_>) -> Option<RecordDefinition> {
        let (_label, name, exported, fields) =
            (operands.next()?, operands.next()?, operands.next()?, operands.next()?);
        let is_exported = match self.atom(self.atom_number(exported)?)? {
            "true" => true,
            "false" => false,
            _ => return None,
        };
        let Operand::List(fields) = fields else { return None };
        Some(RecordDefinition { name: self.atom_number(name)?, is_exported, fields: self.fields(fields)? })
    }

    fn fields(&self, list: List<'_>) -> Option<Vec<(u32, Option<FieldDefault>)>> {
        let (mut operands, mut seen) = (list.iter(), BTreeSet::new());
        let mut fields = Vec::with_capacity(list.len() / 2);
        while let Some(name) = operands.next() {
            let name = self.atom_number(name)?;
            fields.push((name, self.field_default(operands.next()?)?));
            seen.insert(name).then_some(())?;
        }
        Some(fields)
    }

    /// The plain number 0 says that there is none.
    fn field_default(&self, operand: Operand<'_>) -> Option<Option<FieldDefault>> {
        Some(Some(match operand {
            Operand::Unsigned(0) => return Some(None),
            Operand::Integer(value) => FieldDefault::Integer(value),
            Operand::BigInteger(bytes) => FieldDefault::BigInteger(bytes.to_vec()),
            Operand::Atom(_) => FieldDefault::Atom(self.atom_number(operand)?),
            Operand::Nil => FieldDefault::Nil,
            Operand::Literal(number) if (number as usize) < self.literal_count => {
                FieldDefault::Literal(number)
            }
            _ => return None,
        }))
    }

    /// The number of an operand that is an atom of the module.
    fn atom_number(&self, operand: Operand<'_>) -> Option<u32> {
        let Operand::Atom(number) = operand else { return None };
        self.atom(number).map(|_| number)
    }
}
