//! Module `file`: how names of files are encoded.
//!
//! Deliberately absent: files.

use super::Context;
use crate::atom::names;
use crate::process::Native;
use crate::term::Term;

crate::bifs! {
    "file";
    /// The encoding of names of files: `utf8`.
    plain "native_name_encoding"/0 => encoding;
}

fn encoding<'h>(_: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    Ok(Term::atom(names::utf8))
}
