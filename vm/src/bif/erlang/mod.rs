//! Native functions of module `erlang`: a file a subject, each with its own table.

pub mod arithmetic;
pub mod comparison;
pub mod lists;
pub mod tuples;
pub mod types;
