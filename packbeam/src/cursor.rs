//! A place in a slice of a file, moved forward by reading.
//!
//! Invariant: `position <= bytes.len()`; a read that would pass the end fails and moves nothing.
//! Invariant: reported offsets are `base + position`, that is, offsets into the file the slice was cut from.

use crate::error::{BeamError, BeamFault};

#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    position: usize,
    base: usize,
}

/// One number in the compact encoding of terms: its 3-bit tag and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Compact {
    pub tag: u8,
    pub value: i64,
}

impl<'a> Cursor<'a> {
    pub const fn new(bytes: &'a [u8], base: usize) -> Self {
        Self { bytes, position: 0, base }
    }

    pub const fn offset(&self) -> usize {
        self.base + self.position
    }

    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    pub const fn fail(&self, fault: BeamFault) -> BeamError {
        fault.at(self.offset())
    }

    pub fn take(&mut self, size: usize) -> Result<&'a [u8], BeamError> {
        let taken = self.rest().get(..size).ok_or(self.fail(BeamFault::Truncated))?;
        self.position += size;
        Ok(taken)
    }

    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], BeamError> {
        let taken = self.rest().first_chunk::<N>().ok_or(self.fail(BeamFault::Truncated))?;
        self.position += N;
        Ok(*taken)
    }

    pub fn u8(&mut self) -> Result<u8, BeamError> {
        self.array().map(u8::from_be_bytes)
    }

    pub fn u16(&mut self) -> Result<u16, BeamError> {
        self.array().map(u16::from_be_bytes)
    }

    pub fn u32(&mut self) -> Result<u32, BeamError> {
        self.array().map(u32::from_be_bytes)
    }

    pub fn i64(&mut self) -> Result<i64, BeamError> {
        self.array().map(i64::from_be_bytes)
    }

    /// Reads a compact number that is a size: of tag 0 and not negative.
    pub fn size(&mut self) -> Result<usize, BeamError> {
        let start = *self;
        let Compact { tag, value } = self.compact()?;
        if tag != 0 {
            return Err(start.fail(BeamFault::BadNumber));
        }
        usize::try_from(value).map_err(|_| start.fail(BeamFault::BadSize))
    }

    /// Reads a number of at most 64 bits in compact term encoding: four bits in the first byte; or eleven bits in two;
    /// or a big-endian two's complement number of 2 to 8 bytes after the first.
    pub fn compact(&mut self) -> Result<Compact, BeamError> {
        let start = *self;
        let first = self.u8()?;
        let tag = first & 7;
        if first & 0x08 == 0 {
            return Ok(Compact { tag, value: i64::from(first >> 4) });
        }
        if first & 0x10 == 0 {
            let low = self.u8()?;
            return Ok(Compact { tag, value: i64::from(first >> 5) << 8 | i64::from(low) });
        }
        let size = usize::from(first >> 5) + 2;
        if size > 8 {
            return Err(start.fail(BeamFault::BadNumber));
        }
        let digits = self.take(size)?;
        let sign = if digits.first().is_some_and(|byte| byte & 0x80 != 0) { -1 } else { 0 };
        let value = digits.iter().fold(sign, |value: i64, byte| value << 8 | i64::from(*byte));
        Ok(Compact { tag, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compact(bytes: &[u8]) -> Result<(u8, i64), BeamError> {
        let mut cursor = Cursor::new(bytes, 100);
        let Compact { tag, value } = cursor.compact()?;
        assert_eq!(cursor.rest(), b"", "all of it is read");
        Ok((tag, value))
    }

    #[test]
    fn every_form_of_compact_number_is_read() {
        assert_eq!(compact(&[0x50]), Ok((0, 5)));
        assert_eq!(compact(&[0xf1]), Ok((1, 15)));
        assert_eq!(compact(&[0x09, 83]), Ok((1, 83)));
        assert_eq!(compact(&[0xea, 0xff]), Ok((2, 0x7ff)));
        assert_eq!(compact(&[0x18, 0x08, 0x00]), Ok((0, 2048)));
        assert_eq!(compact(&[0x19, 0xff, 0xff]), Ok((1, -1)));
        assert_eq!(compact(&[0x38, 0x01, 0x00, 0x00]), Ok((0, 65536)));
        assert_eq!(compact(&[0xd8, 0x80, 0, 0, 0, 0, 0, 0, 0]), Ok((0, i64::MIN)));
    }

    #[test]
    fn a_number_cut_short_or_too_long_is_refused_where_it_is() {
        assert_eq!(compact(&[]), Err(BeamFault::Truncated.at(100)));
        assert_eq!(compact(&[0x08]), Err(BeamFault::Truncated.at(101)));
        assert_eq!(compact(&[0x18, 1]), Err(BeamFault::Truncated.at(101)));
        assert_eq!(compact(&[0xf8, 0, 0]), Err(BeamFault::BadNumber.at(100)));
    }
}
