//! A deflate stream in its wrapper becomes data.
//!
//! Invariant: a step makes at most the bytes it is asked for, so what is made grows no faster than it is taken.

use alloc::boxed::Box;
use alloc::vec::Vec;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use super::Format;
use crate::bif::erlang::checksums::adler;

/// Bytes that may be referred to again.
const WINDOW: usize = 1 << 15;

/// How a step ended.
pub(super) enum Step {
    /// There is more to be made.
    More,
    /// All that is there was made.
    Done,
    /// The stream is at its end.
    Finished,
    /// A dictionary of this checksum is needed.
    NeedsDictionary(u32),
    /// The data is none.
    Broken,
}

/// Where in the stream we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Header,
    Dictionary(u32),
    Body,
    Trailer,
    End,
    Broken,
}

/// A decompression under way.
pub(super) struct Inflation {
    decompressor: Box<DecompressorOxide>,
    format: Format,
    /// What the data turned out to be.
    found: Format,
    /// What to do with what follows the end: 0 is an error, 1 begins anew, 2 leaves it alone.
    at_end: i32,
    stage: Stage,
    pending: Vec<u8>,
    taken: usize,
    window: Vec<u8>,
    place: usize,
    total: usize,
    sum: u32,
}

impl Inflation {
    pub fn new(format: Format, at_end: i32) -> Inflation {
        let mut inflation = Inflation {
            decompressor: Box::default(),
            format,
            found: format,
            at_end,
            stage: Stage::Header,
            pending: Vec::new(),
            taken: 0,
            window: alloc::vec![0; WINDOW],
            place: 0,
            total: 0,
            sum: 0,
        };
        inflation.restart();
        inflation
    }

    pub fn reset(&mut self) {
        self.pending.clear();
        self.taken = 0;
        self.restart();
    }

    fn restart(&mut self) {
        self.decompressor.init();
        (self.place, self.total) = (0, 0);
        self.stage = if self.format == Format::Raw { Stage::Body } else { Stage::Header };
        self.found = self.format;
    }

    pub fn is_complete(&self) -> bool {
        self.stage == Stage::End
    }

    /// Takes a dictionary; whether it is the one needed. Nothing where none may be given.
    pub fn give_dictionary(&mut self, dictionary: &[u8]) -> Option<bool> {
        match self.stage {
            Stage::Dictionary(sum) if adler(1, dictionary) != sum => return Some(false),
            Stage::Dictionary(_) => self.stage = Stage::Body,
            Stage::Body if self.format == Format::Raw => {}
            _ => return None,
        }
        let kept = &dictionary[dictionary.len().saturating_sub(WINDOW)..];
        for byte in kept {
            self.window[self.place] = *byte;
            self.place = (self.place + 1) % WINDOW;
        }
        self.total += kept.len();
        Some(true)
    }

    /// The bytes made last, as far as they may be referred to.
    pub fn dictionary(&self) -> Vec<u8> {
        let count = self.total.min(WINDOW);
        (0..count).map(|index| self.window[(self.place + WINDOW - count + index) % WINDOW]).collect()
    }

    fn rest(&self) -> &[u8] {
        &self.pending[self.taken..]
    }

    /// Takes in more data and makes up to `most` bytes.
    pub fn step(&mut self, more: &[u8], most: usize) -> (Step, Vec<u8>) {
        self.pending.drain(..self.taken);
        self.taken = 0;
        self.pending.extend_from_slice(more);
        let mut out = Vec::new();
        loop {
            let step = match self.stage {
                Stage::Header => self.header(),
                Stage::Dictionary(sum) => Some(Step::NeedsDictionary(sum)),
                Stage::Body => self.body(most.max(1), &mut out),
                Stage::Trailer => self.trailer(),
                Stage::End => self.after_end(),
                Stage::Broken => Some(Step::Broken),
            };
            if let Some(step) = step {
                if matches!(step, Step::Broken) {
                    self.stage = Stage::Broken;
                }
                return (step, out);
            }
        }
    }

    fn after_end(&mut self) -> Option<Step> {
        if self.rest().is_empty() {
            return Some(Step::Finished);
        }
        match self.at_end {
            0 => Some(Step::Broken),
            1 => {
                self.restart();
                None
            }
            _ => {
                self.taken = self.pending.len();
                Some(Step::Finished)
            }
        }
    }

    fn header(&mut self) -> Option<Step> {
        if self.rest().is_empty() {
            return Some(Step::Done);
        }
        if self.format == Format::Either {
            self.found = if self.rest()[0] == 0x1f { Format::Gzip } else { Format::Zlib };
        }
        let length = match self.found {
            Format::Gzip => gzip_header(self.rest()),
            _ => zlib_header(self.rest()),
        };
        match length {
            Ok(None) => Some(Step::Done),
            Err(()) => Some(Step::Broken),
            Ok(Some(length)) => {
                let names = self.found == Format::Zlib && self.rest()[1] & 0x20 != 0;
                let sum = self
                    .rest()
                    .get(2..6)
                    .map_or(0, |sum| u32::from_be_bytes([sum[0], sum[1], sum[2], sum[3]]));
                self.taken += length;
                self.sum = if self.found == Format::Gzip { 0 } else { 1 };
                self.stage = if names { Stage::Dictionary(sum) } else { Stage::Body };
                None
            }
        }
    }

    fn body(&mut self, most: usize, out: &mut Vec<u8>) -> Option<Step> {
        loop {
            if out.len() >= most {
                return Some(Step::More);
            }
            let flags = inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
            let (status, read, written) = decompress(
                &mut self.decompressor,
                &self.pending[self.taken..],
                &mut self.window,
                self.place,
                flags,
            );
            self.taken += read;
            let made = &self.window[self.place..self.place + written];
            out.extend_from_slice(made);
            self.sum = match self.found {
                Format::Gzip => {
                    let mut hasher = crc32fast::Hasher::new_with_initial(self.sum);
                    hasher.update(made);
                    hasher.finalize()
                }
                Format::Raw => 0,
                _ => adler(self.sum, made),
            };
            self.place = (self.place + written) % WINDOW;
            self.total = self.total.saturating_add(written);
            match status {
                TINFLStatus::Done => {
                    self.stage = Stage::Trailer;
                    return None;
                }
                TINFLStatus::HasMoreOutput => {}
                TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => {
                    return Some(Step::Done);
                }
                _ => return Some(Step::Broken),
            }
        }
    }

    fn trailer(&mut self) -> Option<Step> {
        let rest = self.rest();
        let (size, right) = match self.found {
            Format::Raw => (0, true),
            Format::Gzip => {
                let length = (self.total as u32).to_le_bytes();
                (8, rest.len() < 8 || (rest[..4] == self.sum.to_le_bytes() && rest[4..8] == length))
            }
            _ => (4, rest.len() < 4 || rest[..4] == self.sum.to_be_bytes()),
        };
        if rest.len() < size {
            return Some(Step::Done);
        }
        if !right {
            return Some(Step::Broken);
        }
        self.taken += size;
        self.stage = Stage::End;
        None
    }
}

/// The length of a header, its dictionary's checksum with it; nothing where there is more to come.
fn zlib_header(bytes: &[u8]) -> Result<Option<usize>, ()> {
    let [first, second, ..] = *bytes else { return Ok(None) };
    if first & 0x0f != 8 || first >> 4 > 7 || !u16::from_be_bytes([first, second]).is_multiple_of(31) {
        return Err(());
    }
    let length = if second & 0x20 != 0 { 6 } else { 2 };
    Ok((bytes.len() >= length).then_some(length))
}

/// The same for gzip: ten bytes, then what the flags say there is.
fn gzip_header(bytes: &[u8]) -> Result<Option<usize>, ()> {
    for (place, expected) in [0x1f, 0x8b, 8].into_iter().enumerate() {
        if bytes.get(place).is_some_and(|byte| *byte != expected) {
            return Err(());
        }
    }
    let Some(flags) = bytes.get(3) else { return Ok(None) };
    let mut length = 10;
    if flags & 4 != 0 {
        let Some(&[low, high]) = bytes.get(length..length + 2) else { return Ok(None) };
        length += 2 + usize::from(u16::from_le_bytes([low, high]));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let Some(rest) = bytes.get(length..) else { return Ok(None) };
            let Some(end) = rest.iter().position(|byte| *byte == 0) else { return Ok(None) };
            length += end + 1;
        }
    }
    if flags & 2 != 0 {
        length += 2;
    }
    Ok((bytes.len() >= length).then_some(length))
}
