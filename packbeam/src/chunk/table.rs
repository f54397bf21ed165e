//! A table of records of equal size: a count, then the records.
//!
//! Invariant: the records lie inside the chunk; what follows the last one is ignored.

use core::marker::PhantomData;

use super::Chunk;
use crate::error::BeamError;

/// A row of a table: how many words it has, and how it is made of them.
pub trait Record: Copy {
    /// Its words as an array.
    type Words: Default + AsMut<[u32]>;

    /// Makes a row of its words.
    fn from_words(words: Self::Words) -> Self;
}

/// Declares a row as its fields in the order of the file, and with that its size.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident[$words:literal] { $($(#[$field_doc:meta])* $field:ident,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$field_doc])* pub $field: u32,)+ }

        impl Record for $name {
            type Words = [u32; $words];

            fn from_words(words: Self::Words) -> Self {
                let [$($field,)+] = words;
                Self { $($field,)+ }
            }
        }
    )+};
}

records! {
    /// A function of another module.
    Import[3] {
        /// Atom number of its module.
        module,
        /// Atom number of its name.
        function,
        /// How many arguments it takes.
        arity,
    }
    /// A function of this module.
    Function[3] {
        /// Atom number of its name.
        function,
        /// How many arguments it takes.
        arity,
        /// The label it begins at.
        label,
    }
    /// A fun of this module.
    Fun[6] {
        /// Atom number of the name of the function that is its body.
        function,
        /// How many arguments the body takes, the captured values among them.
        arity,
        /// The label the body begins at.
        label,
        /// Its number in the module.
        index,
        /// How many values it captures.
        num_free,
        /// A hash of its text, which older runtimes tell generations of code apart by.
        old_uniq,
    }
}

/// The rows of a chunk that is a table.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a, R> {
    rows: &'a [u8],
    row: PhantomData<R>,
}

impl<R> Default for Table<'_, R> {
    fn default() -> Self {
        Self { rows: &[], row: PhantomData }
    }
}

impl<'a, R: Record> Table<'a, R> {
    const ROW_SIZE: usize = size_of::<R::Words>();

    pub(super) fn new(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        let mut cursor = chunk.cursor();
        let count = cursor.u32()? as usize;
        let rows = cursor.take(count.saturating_mul(Self::ROW_SIZE))?;
        Ok(Self { rows, row: PhantomData })
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.rows.len() / Self::ROW_SIZE
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row of that number, from 0.
    pub fn get(&self, index: usize) -> Option<R> {
        let start = index.checked_mul(Self::ROW_SIZE)?;
        self.rows.get(start..start.checked_add(Self::ROW_SIZE)?).map(read)
    }

    /// The rows in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = R> + Clone + use<'a, R> {
        self.rows.chunks_exact(Self::ROW_SIZE).map(read)
    }
}

fn read<R: Record>(row: &[u8]) -> R {
    let mut words = R::Words::default();
    let (digits, _) = row.as_chunks::<4>();
    for (word, digits) in words.as_mut().iter_mut().zip(digits) {
        *word = u32::from_be_bytes(*digits);
    }
    R::from_words(words)
}
