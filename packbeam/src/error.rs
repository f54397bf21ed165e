//! What was wrong with a file, and where.
//!
//! Invariant: every error carries the offset, in bytes from the start of the file it was found in, of the first byte
//! that could not be accepted. Inside compressed literals, which have no offset of their own, it is that of the chunk.
//!
//! Absent on purpose: advice. Only the program that knows what the user wanted can give it.

use core::fmt;

/// Declares a kind of fault and the error that is a fault with an offset: one line, one message.
macro_rules! faults {
    ($(#[$fault_doc:meta])* $fault:ident, $(#[$error_doc:meta])* $error:ident, $file:literal:
     $($(#[$doc:meta])* $variant:ident => $message:literal,)+) => {
        $(#[$fault_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $fault { $($(#[$doc])* $variant,)+ }

        impl $fault {
            /// The fault in a few words, without its place.
            pub const fn message(self) -> &'static str {
                match self { $(Self::$variant => $message,)+ }
            }

            pub(crate) const fn at(self, offset: usize) -> $error {
                $error { fault: self, offset }
            }
        }

        $(#[$error_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $error {
            /// What was wrong.
            pub fault: $fault,
            /// Where: bytes from the start of the file.
            pub offset: usize,
        }

        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Self { fault, offset } = self;
                write!(f, concat!($file, ": {} at offset {:#x} ({})"), fault.message(), offset, offset)
            }
        }

        impl core::error::Error for $error {}
    };
}

faults! {
    /// The ways in which a `.beam` file can be wrong.
    BeamFault,
    /// A `.beam` file that cannot be read, and the offset at which that showed.
    BeamError, "beam":
    /// The file is gzip-compressed as a whole, as `beam_lib:strip_files/1` and `+compressed` leave it.
    Compressed => "the whole file is gzip-compressed; it has to be decompressed first",
    /// The file does not begin with `FOR1`, a size and `BEAM`.
    NotBeam => "this is not a compiled module (no FOR1…BEAM header)",
    /// The bytes end before what they announce.
    Truncated => "the data ends before what it announces",
    /// Neither `AtU8` nor `Atom` is there.
    NoAtoms => "there is no atom table (AtU8 or Atom)",
    /// `Code` is not there.
    NoCode => "there is no Code chunk",
    /// A count or a length that cannot be true: negative, or beyond what the format allows.
    BadSize => "a count or length is impossible",
    /// An atom's text is not UTF-8, or is longer than 255 characters.
    BadAtom => "the text of an atom is not UTF-8 or is too long",
    /// A number in compact term encoding is of a kind that does not belong there.
    BadNumber => "a compact number is of the wrong kind or too large",
    /// The chunk is of a version this reader does not know.
    UnknownVersion => "the chunk is of an unknown version",
    /// Compressed literals do not decompress.
    BadCompression => "the literals do not decompress",
    /// Compressed literals are longer than announced, or than the limit.
    TooLarge => "the decompressed literals are longer than announced or allowed",
}

faults! {
    /// The ways in which an `.avm` pack can be wrong.
    PackFault,
    /// An `.avm` pack that cannot be read, and the offset at which that showed.
    PackError, "pack":
    /// The file does not begin as a pack does.
    NotPack => "this is not a pack (it does not begin with #!/usr/bin/env AtomVM)",
    /// The pack ends inside a section, or without its end marker.
    Truncated => "the pack ends inside a section or without its end marker",
    /// The size of a section is not a multiple of four, or too small for its own header.
    BadSize => "the size of a section is impossible",
    /// The name of a section is empty, not UTF-8, or does not end inside the section.
    BadName => "the name of a section is empty, unreadable or does not end",
    /// A section of size 0 is not called `end`.
    BadEnd => "the end marker is damaged",
    /// A plain file was asked for, and the section is a module.
    NotFile => "the section is a module, not a plain file",
    /// A plain file says it is longer than its section.
    BadFile => "a plain file is longer than its section",
}

faults! {
    /// The ways in which an application's description can be wrong.
    ApplicationFault,
    /// A description that cannot be read, and the offset at which that showed.
    ApplicationError, "application":
    /// The text ends inside a term, or without its full stop.
    Truncated => "the text ends before the term does",
    /// Something stands where it cannot.
    Unexpected => "this does not belong here",
    /// It is not `{application, NAME, [...]}`.
    NotApplication => "this is not the description of an application",
}

/// Why something could not be put into a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// The module cannot be read.
    Beam(BeamError),
    /// The pack cannot be read.
    Pack(PackError),
    /// The name is empty, or cannot be written because of its characters.
    BadName,
    /// The data is longer than a section can be, 4 GiB.
    TooLarge,
    /// No module of that name is in the pack.
    NoModule,
    /// The module exports neither `start/0` nor `main/1`.
    NoStart,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Beam(error) => error.fmt(f),
            Self::Pack(error) => error.fmt(f),
            Self::BadName => f.write_str("the name is empty or has a character a pack cannot hold"),
            Self::TooLarge => f.write_str("the data is longer than a section of a pack can be"),
            Self::NoModule => f.write_str("there is no such module in the pack"),
            Self::NoStart => f.write_str("the module exports neither start/0 nor main/1"),
        }
    }
}

impl core::error::Error for BuildError {}

impl From<BeamError> for BuildError {
    fn from(error: BeamError) -> Self {
        Self::Beam(error)
    }
}

impl From<PackError> for BuildError {
    fn from(error: PackError) -> Self {
        Self::Pack(error)
    }
}
