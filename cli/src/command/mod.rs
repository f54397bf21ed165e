//! The commands: one a file. Each takes its arguments and answers an exit code.

pub mod check;
pub mod completions;
pub mod delete;
pub mod disasm;
pub mod extract;
pub mod list;
pub mod pack;
pub mod packbeam;
pub mod run;
pub mod sim;
