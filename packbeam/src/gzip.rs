//! Undoing gzip, which stripped and `+compressed` modules are wrapped in.
//!
//! Invariant: what comes out is at most [`FILE_LIMIT`] bytes, allocated as they are produced, and its length and checksum
//! are the announced ones.
//!
//! Absent on purpose: files of more than one member, which nothing on the way from a compiler writes.

use alloc::borrow::Cow;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::cursor::Cursor;
use crate::error::{BeamError, BeamFault};

/// The most bytes a file may decompress to.
pub const FILE_LIMIT: usize = 64 << 20;

/// The two bytes a gzip file begins with.
pub(crate) const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Flags of the header: what stands between it and the compressed bytes.
const FLAG_CHECKSUM: u8 = 2;
const FLAG_EXTRA: u8 = 4;
const FLAG_TEXTS: [u8; 2] = [8, 16];

/// The file itself if it is not compressed, else what was compressed.
///
/// # Errors
/// When it does not decompress, or to more than [`FILE_LIMIT`].
pub fn decompressed(file: &[u8]) -> Result<Cow<'_, [u8]>, BeamError> {
    if !file.starts_with(&MAGIC) {
        return Ok(Cow::Borrowed(file));
    }
    let mut cursor = Cursor::new(file, 0);
    skip_header(&mut cursor)?;
    let body = cursor.rest();
    let (body, trailer) = body.split_last_chunk::<8>().ok_or(cursor.fail(BeamFault::Truncated))?;
    let bytes = decompress_to_vec_with_limit(body, FILE_LIMIT).map_err(|error| {
        cursor.fail(match error.status {
            TINFLStatus::HasMoreOutput => BeamFault::TooLarge,
            _ => BeamFault::BadCompression,
        })
    })?;
    let [c0, c1, c2, c3, size @ ..] = *trailer;
    let is_whole = u32::from_le_bytes([c0, c1, c2, c3]) == checksum(&bytes)
        && u32::from_le_bytes(size) as usize == bytes.len();
    if is_whole {
        Ok(Cow::Owned(bytes))
    } else {
        Err(BeamFault::BadCompression.at(file.len() - trailer.len()))
    }
}

fn skip_header(cursor: &mut Cursor<'_>) -> Result<(), BeamError> {
    let [_, _, method, flags, ..] = cursor.array::<10>()?;
    if method != 8 {
        return Err(BeamFault::BadCompression.at(2));
    }
    if flags & FLAG_EXTRA != 0 {
        let size = cursor.u16()?.swap_bytes();
        cursor.take(size.into())?;
    }
    for text in FLAG_TEXTS {
        while flags & text != 0 && cursor.u8()? != 0 {}
    }
    if flags & FLAG_CHECKSUM != 0 {
        cursor.u16()?;
    }
    Ok(())
}

/// CRC-32 as gzip has it: bits reversed, polynomial 0x04c11db7.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |checksum, byte| {
        (0..8).fold(checksum ^ u32::from(*byte), |checksum, _| {
            if checksum & 1 == 0 { checksum >> 1 } else { checksum >> 1 ^ 0xedb8_8320 }
        })
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn the_checksum_is_that_of_gzip() {
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926, "the check value published with the polynomial");
    }

    /// `hello` in a stored block, with every optional part in the header.
    fn hello() -> Vec<u8> {
        let mut file = vec![0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3];
        file.extend([2, 0, b'x', b'y']);
        file.extend(b"name\0note\0");
        file.extend([0xab, 0xcd]);
        file.extend([1, 5, 0, 0xfa, 0xff]);
        file.extend(b"hello");
        file.extend(checksum(b"hello").to_le_bytes());
        file.extend(5u32.to_le_bytes());
        file
    }

    #[test]
    fn every_part_of_the_header_is_stepped_over() {
        assert_eq!(decompressed(&hello()).unwrap(), Cow::<[u8]>::Owned(b"hello".to_vec()));
        assert!(matches!(decompressed(b"FOR1"), Ok(Cow::Borrowed(b"FOR1"))));
    }

    #[test]
    fn a_file_cut_short_anywhere_is_refused() {
        let file = hello();
        for size in 2..file.len() {
            assert!(decompressed(&file[..size]).is_err(), "{size} bytes of it");
        }
    }

    #[test]
    fn a_wrong_checksum_is_refused_where_it_stands() {
        let mut file = hello();
        let place = file.len() - 8;
        file[place] ^= 1;
        assert_eq!(decompressed(&file), Err(BeamFault::BadCompression.at(place)));
    }
}
