//! The literals of a module: terms in the external format.
//!
//! Both chunks hold a count and the terms, each behind its size. `LitU`, which packs have, is just that. `LitT` has
//! before it the size of all that, and the rest compressed by zlib; or from OTP 28 on a size of 0, and nothing compressed.
//!
//! Invariant: every term lies inside the bytes; whether it is a term is not known.
//! Invariant: decompression ends at the announced size or at [`LITERALS_LIMIT`], whichever is less, and allocates as it
//! produces.

use alloc::borrow::Cow;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::Chunk;
use crate::cursor::Cursor;
use crate::error::{BeamError, BeamFault};

/// The most bytes that literals may decompress to.
pub const LITERALS_LIMIT: usize = 64 << 20;

/// The literals of a module, numbered from 0.
#[derive(Clone, Debug, Default)]
pub struct Literals<'a> {
    /// A count and the terms; or nothing at all.
    bytes: Cow<'a, [u8]>,
    count: usize,
}

impl<'a> Literals<'a> {
    pub(super) fn plain(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        Self::new(Cow::Borrowed(chunk.data), |walk| walk.offset() + chunk.offset)
    }

    pub(super) fn packed(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        let mut cursor = chunk.cursor();
        let size = cursor.u32()? as usize;
        if size == 0 {
            return Self::new(Cow::Borrowed(cursor.rest()), |walk| walk.offset() + cursor.offset());
        }
        let announced = size.min(LITERALS_LIMIT);
        let bytes = decompress_to_vec_zlib_with_limit(cursor.rest(), announced).map_err(|error| {
            cursor.fail(match error.status {
                TINFLStatus::HasMoreOutput => BeamFault::TooLarge,
                _ => BeamFault::BadCompression,
            })
        })?;
        if bytes.len() != size {
            return Err(BeamFault::BadSize.at(chunk.offset));
        }
        Self::new(Cow::Owned(bytes), |_| chunk.offset)
    }

    /// Checks that all terms are inside; `place` turns a place in `bytes` into an offset into the file.
    fn new(bytes: Cow<'a, [u8]>, place: impl Fn(&Cursor<'_>) -> usize) -> Result<Self, BeamError> {
        let mut walk = Cursor::new(&bytes, 0);
        let mut checked = || -> Result<usize, BeamError> {
            let count = walk.u32()? as usize;
            for _ in 0..count {
                next(&mut walk)?;
            }
            Ok(count)
        };
        let count = checked().map_err(|error| BeamError { offset: place(&walk), ..error })?;
        Ok(Self { bytes, count })
    }

    /// How many literals there are.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The literals in order, each an external term with its leading 131.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> + Clone {
        let mut walk = Cursor::new(self.bytes.get(4..).unwrap_or_default(), 0);
        (0..self.count).map_while(move |_| next(&mut walk).ok())
    }

    /// The count and the terms as they are stored uncompressed: what a `LitU` chunk holds.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn next<'a>(walk: &mut Cursor<'a>) -> Result<&'a [u8], BeamError> {
    let size = walk.u32()? as usize;
    walk.take(size)
}
