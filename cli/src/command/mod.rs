//! The commands: one a file. Each takes its own arguments and answers an exit code or a failure.

pub mod completions;
pub mod disasm;
pub mod list;
pub mod pack;
pub mod run;
pub mod sim;
