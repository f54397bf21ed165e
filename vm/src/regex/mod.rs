//! Regular expressions as PCRE2 has them, matched by a machine that can pause.
//!
//! `parse.rs` makes a tree of a pattern, `compile.rs` a program of the tree, `matcher.rs` runs it; `class.rs` says which
//! characters a class holds and `cache.rs` keeps the programs used last.
//! Invariants: a pattern's nesting is bounded, so what walks a tree may recurse; the matcher does not, its choices lie
//! in a stack of its own that has a limit; it works in slices and goes on where it stopped.
//! Deliberately absent: callouts, partial matches, script runs, lookaround that may be backtracked into, `(*scs:)`,
//! sets of classes (`(?[...])`) and the Unicode properties that are neither categories nor scripts.

pub mod cache;
mod class;
mod compile;
mod matcher;
mod parse;
mod program;
mod start;
mod tree;

pub use matcher::{Limits, Machine, MatchFlags, Progress, Span};
pub use program::Program;

/// What a pattern is compiled with: a set of flags, and which sequences end a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    flags: u32,
    /// What ends a line.
    pub newline: Newline,
}

/// What ends a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(u8)]
pub enum Newline {
    /// A line feed.
    #[default]
    Lf,
    /// A carriage return.
    Cr,
    /// The one followed by the other.
    CrLf,
    /// Any of those three.
    AnyCrLf,
    /// Any that Unicode knows.
    Any,
    /// A zero byte.
    Nul,
}

impl Newline {
    const ALL: [Newline; 6] =
        [Newline::Lf, Newline::Cr, Newline::CrLf, Newline::AnyCrLf, Newline::Any, Newline::Nul];
}

/// Declares the flags of a pattern.
macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Options {
            $($(#[$doc])* pub const $name: u32 = 1 << $bit;)*
        }
    };
}

flags! {
    /// The pattern and its subjects are UTF-8.
    UNICODE = 0;
    /// Matches begin where the search does.
    ANCHORED = 1;
    /// Letters match in both cases.
    CASELESS = 2;
    /// A dollar does not match before a last line end.
    DOLLAR_ENDONLY = 3;
    /// A dot matches line ends too.
    DOTALL = 4;
    /// White space and comments in the pattern are passed over.
    EXTENDED = 5;
    /// A match begins in the first line.
    FIRSTLINE = 6;
    /// `^` and `$` match at every line.
    MULTILINE = 7;
    /// Plain parentheses do not capture.
    NO_AUTO_CAPTURE = 8;
    /// A name may stand for several groups.
    DUPNAMES = 9;
    /// Quantifiers are lazy unless they are followed by a question mark.
    UNGREEDY = 10;
    /// `\R` matches the ends of lines in ASCII only.
    BSR_ANYCRLF = 11;
    /// The pattern itself may not ask for UTF-8.
    NEVER_UTF = 12;
    /// Classes go by the properties of Unicode.
    UCP = 13;
    /// Searches do not look ahead for what a match begins with or needs.
    NO_START_OPTIMIZE = 14;
    /// White space within classes is passed over, too.
    EXTENDED_MORE = 15;
}

impl Options {
    /// Whether any of these flags is set.
    pub const fn has(self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    /// The same, with these flags set.
    #[must_use]
    pub const fn with(self, flags: u32) -> Options {
        Options { flags: self.flags | flags, newline: self.newline }
    }

    /// The same, with these flags unset.
    #[must_use]
    pub const fn without(self, flags: u32) -> Options {
        Options { flags: self.flags & !flags, newline: self.newline }
    }

    /// All of it as bytes.
    pub const fn to_bytes(self) -> [u8; 4] {
        (self.flags << 8 | self.newline as u32).to_be_bytes()
    }

    /// What such bytes say, if they are any.
    pub fn from_bytes(bytes: [u8; 4]) -> Option<Options> {
        let word = u32::from_be_bytes(bytes);
        let newline = *Newline::ALL.get((word & 0xff) as usize)?;
        let flags = word >> 8;
        (flags < 1 << 16).then_some(Options { flags, newline })
    }
}

/// What is wrong with a pattern, and where (in bytes).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PatternError {
    /// What, as PCRE2 says it.
    pub message: &'static str,
    /// Where it was found out.
    pub position: usize,
}
