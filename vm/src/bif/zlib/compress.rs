//! Data becomes a deflate stream in its wrapper.
//!
//! Invariant: a step takes in at most [`STEP_BYTES`] of what is pending.

use alloc::boxed::Box;
use alloc::vec::Vec;

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};

use super::Format;
use crate::bif::erlang::checksums::adler;

/// Bytes a step takes in.
const STEP_BYTES: usize = 1 << 15;

/// A compression under way.
pub(super) struct Deflation {
    compressor: Box<CompressorOxide>,
    format: Format,
    window: u8,
    level: i32,
    strategy: i32,
    pending: Vec<u8>,
    dictionary: Option<u32>,
    has_header: bool,
    finished: bool,
    sum: u32,
    length: u32,
}

fn flags(level: i32, strategy: i32) -> u32 {
    create_comp_flags_from_zip_params(if level < 0 { 6 } else { level }, -15, strategy)
}

impl Deflation {
    pub fn new(format: Format, window: u8, level: i32, strategy: i32) -> Deflation {
        let mut deflation = Deflation {
            compressor: Box::new(CompressorOxide::new(flags(level, strategy))),
            format,
            window,
            level,
            strategy,
            pending: Vec::new(),
            dictionary: None,
            has_header: false,
            finished: false,
            sum: 0,
            length: 0,
        };
        deflation.reset();
        deflation
    }

    pub fn reset(&mut self) {
        *self.compressor = CompressorOxide::new(flags(self.level, self.strategy));
        self.pending.clear();
        (self.dictionary, self.has_header, self.finished) = (None, false, false);
        self.sum = if self.format == Format::Gzip { 0 } else { 1 };
        self.length = 0;
    }

    /// What is still to be written is written with the new level.
    pub fn change(&mut self, level: i32, strategy: i32) {
        (self.level, self.strategy) = (level, strategy);
        self.compressor.set_format_and_level(miniz_oxide::DataFormat::Raw, level.clamp(0, 9) as u8);
    }

    /// The checksum of a dictionary that the stream is to name; only before anything was written.
    pub fn name_dictionary(&mut self, dictionary: &[u8]) -> Option<u32> {
        if self.has_header || self.format == Format::Gzip {
            return None;
        }
        let sum = adler(1, dictionary);
        self.dictionary = Some(sum);
        Some(sum)
    }

    /// Whether all that was taken in was written, or nothing was.
    pub fn is_complete(&self) -> bool {
        self.finished || (!self.has_header && self.pending.is_empty())
    }

    fn header(&mut self, out: &mut Vec<u8>) {
        self.has_header = true;
        match self.format {
            Format::Raw => {}
            Format::Gzip => out.extend_from_slice(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
            Format::Zlib | Format::Either => {
                let level = match self.level {
                    0 | 1 => 0,
                    2..=5 => 1,
                    7.. => 3,
                    _ => 2,
                };
                let mut word = u16::from(self.window.max(8) - 8) << 12 | 8 << 8 | level << 6;
                word |= u16::from(self.dictionary.is_some()) << 5;
                word += 31 - word % 31;
                out.extend_from_slice(&word.to_be_bytes());
                if let Some(sum) = self.dictionary {
                    out.extend_from_slice(&sum.to_be_bytes());
                }
            }
        }
    }

    fn trailer(&mut self, out: &mut Vec<u8>) {
        match self.format {
            Format::Raw => {}
            Format::Gzip => {
                out.extend_from_slice(&self.sum.to_le_bytes());
                out.extend_from_slice(&self.length.to_le_bytes());
            }
            Format::Zlib | Format::Either => out.extend_from_slice(&self.sum.to_be_bytes()),
        }
    }

    /// Takes in more data and compresses a part of what is pending; whether that was all, and what was written. Nothing
    /// for what is no flush (0 none, 2 sync, 3 full, 4 finish), or after the end.
    pub fn step(&mut self, more: &[u8], flush: i32) -> Option<(bool, Vec<u8>)> {
        let flush = match flush {
            0 => TDEFLFlush::None,
            2 => TDEFLFlush::Sync,
            3 => TDEFLFlush::Full,
            4 => TDEFLFlush::Finish,
            _ => return None,
        };
        if self.finished {
            return if more.is_empty() { Some((true, Vec::new())) } else { None };
        }
        self.pending.extend_from_slice(more);
        let mut out = Vec::new();
        if !self.has_header && (!self.pending.is_empty() || flush != TDEFLFlush::None) {
            self.header(&mut out);
        }
        let size = self.pending.len().min(STEP_BYTES);
        let last = size == self.pending.len();
        let part: Vec<u8> = self.pending.drain(..size).collect();
        self.note(&part);
        self.write(&part, if last { flush } else { TDEFLFlush::None }, &mut out)?;
        if last && flush == TDEFLFlush::Finish {
            self.finished = true;
            self.trailer(&mut out);
        }
        Some((last, out))
    }

    /// Counts data that is compressed.
    fn note(&mut self, part: &[u8]) {
        self.length = self.length.wrapping_add(part.len() as u32);
        self.sum = match self.format {
            Format::Gzip => {
                let mut hasher = crc32fast::Hasher::new_with_initial(self.sum);
                hasher.update(part);
                hasher.finalize()
            }
            _ => adler(self.sum, part),
        };
    }

    fn write(&mut self, part: &[u8], flush: TDEFLFlush, out: &mut Vec<u8>) -> Option<()> {
        let mut room = [0; 4096];
        let mut taken = 0;
        loop {
            let (status, read, written) = compress(&mut self.compressor, &part[taken..], &mut room, flush);
            taken += read;
            out.extend_from_slice(&room[..written]);
            match status {
                TDEFLStatus::Done => return Some(()),
                TDEFLStatus::Okay if taken == part.len() && written < room.len() => return Some(()),
                TDEFLStatus::Okay => {}
                TDEFLStatus::BadParam | TDEFLStatus::PutBufFailed => return None,
            }
        }
    }
}
