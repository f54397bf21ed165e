//! Module `zlib`: compressing and decompressing at once.
//!
//! Deliberately absent: streams.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::{Context, iolist};
use crate::process::{Fault, Native};
use crate::term::Term;

crate::bifs! {"zlib";
    /// The bytes of an io list, compressed.
    plain "compress"/1 => compress;
    /// The bytes that an io list is compressed of.
    plain "uncompress"/1 => uncompress;
}

/// The level that zlib compresses at when nobody names one.
const DEFAULT_LEVEL: u8 = 6;
/// What is decompressed to at most.
const MOST_BYTES: usize = 1 << 30;

fn compress<'h>(context: Context<'h>, [parts]: [Term<'h>; 1]) -> Native<'h> {
    let compressed = compress_to_vec_zlib(&iolist::bytes(parts)?, DEFAULT_LEVEL);
    Ok(context.arena.bytes(&compressed)?)
}

fn uncompress<'h>(context: Context<'h>, [parts]: [Term<'h>; 1]) -> Native<'h> {
    match decompress_to_vec_zlib_with_limit(&iolist::bytes(parts)?, MOST_BYTES) {
        Ok(plain) => Ok(context.arena.bytes(&plain)?),
        Err(_) => Err(Fault::error(context.system.atoms.intern("data_error").ok_or(Fault::system_limit())?)),
    }
}
