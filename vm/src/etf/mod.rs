//! The external term format: terms as bytes.
//!
//! The format is that of "External Term Format" in OTP's documentation of ERTS.
//! Invariants: neither direction recurses into a term; reading allocates in proportion to the bytes that are
//! there, never to a size they claim.
//! Deliberately absent: the headers and atom caches of the distribution protocol.

pub mod decode;
pub mod encode;

#[cfg(test)]
mod tests;

pub use decode::{Cause, EtfError, Resolver, decode, decode_bare};
pub use encode::{Options, encode};

macro_rules! tags {
    ($($(#[$about:meta])* $name:ident = $number:literal),* $(,)?) => {
        /// The byte each kind of term begins with.
        pub mod tag { $($(#[$about])* pub const $name: u8 = $number;)* }
    };
}

tags! {
    /// A native record: count in 32 bits, whether it is exported, module, name, names of fields, values.
    RECORD = 67,
    /// Before every term that stands on its own.
    VERSION = 131,
    /// Size of what follows when it is inflated, then zlib's format.
    COMPRESSED = 80,
    /// 64 bits of a float.
    NEW_FLOAT = 70,
    /// Length in bytes, bits used of the last one, bytes.
    BIT_BINARY = 77,
    /// Node, number, serial, creation in 32 bits.
    NEW_PID = 88,
    /// Node, number, creation in 32 bits.
    NEW_PORT = 89,
    /// Count, node, creation in 32 bits, numbers.
    NEWER_REFERENCE = 90,
    /// One byte.
    SMALL_INTEGER = 97,
    /// 32 bits with a sign.
    INTEGER = 98,
    /// A float as 31 bytes of text.
    FLOAT = 99,
    /// Length in 16 bits, Latin-1.
    ATOM = 100,
    /// Node, number, creation in 8 bits.
    REFERENCE = 101,
    /// Node, number, creation in 8 bits.
    PORT = 102,
    /// Node, number, serial, creation in 8 bits.
    PID = 103,
    /// Arity in 8 bits, elements.
    SMALL_TUPLE = 104,
    /// Arity in 32 bits, elements.
    LARGE_TUPLE = 105,
    /// The empty list.
    NIL = 106,
    /// Length in 16 bits, bytes that are the elements of a list.
    STRING = 107,
    /// Length in 32 bits, elements, tail.
    LIST = 108,
    /// Length in 32 bits, bytes.
    BINARY = 109,
    /// Count in 8 bits, sign, bytes of a magnitude.
    SMALL_BIG = 110,
    /// Count in 32 bits, sign, bytes of a magnitude.
    LARGE_BIG = 111,
    /// A closure: size, arity, unique, index, count of values, module, old index and unique, creator, values.
    NEW_FUN = 112,
    /// Module, function, arity.
    EXPORT = 113,
    /// Count, node, creation in 8 bits, numbers.
    NEW_REFERENCE = 114,
    /// Length in 8 bits, Latin-1.
    SMALL_ATOM = 115,
    /// Count in 32 bits, pairs.
    MAP = 116,
    /// Length in 16 bits, UTF-8.
    ATOM_UTF8 = 118,
    /// Length in 8 bits, UTF-8.
    SMALL_ATOM_UTF8 = 119,
    /// Node, number in 64 bits, creation in 32 bits.
    V4_PORT = 120,
}
