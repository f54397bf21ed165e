//! The commands: one a file. Each takes its arguments and answers an exit code.

pub mod completions;
pub mod disasm;
pub mod list;
pub mod pack;
pub mod run;
pub mod sim;
