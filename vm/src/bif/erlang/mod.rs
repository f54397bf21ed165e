//! Module `erlang`: a file a subject, each with a table of its own.

pub mod dictionary;
pub mod errors;
pub mod links;
pub mod send;
pub mod spawn;
