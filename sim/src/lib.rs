//! The virtual board.
#![forbid(unsafe_code)]
