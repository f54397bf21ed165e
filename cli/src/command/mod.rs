//! The commands: one a file, and the list of them.
//!
//! Each takes its arguments and answers an exit code.

use std::process::ExitCode;

use clap::Subcommand;

use crate::say::Failure;

/// Declares the commands: what each is for, its variant, and its file.
macro_rules! commands {
    ($(#[doc = $doc:literal] $name:ident in $file:ident;)+) => {
        $(pub mod $file;)+

        /// A command.
        #[derive(Subcommand)]
        // The options of a command that is not called are never made.
        #[command(defer = true)]
        pub enum Command {
            // For the list of all: what a command says of itself stands in its file, and begins like this.
            $(#[command(about = $doc.trim().trim_end_matches('.'))] $name($file::$name),)+
        }

        impl Command {
            /// Does it.
            pub fn execute(self) -> Result<ExitCode, Failure> {
                match self {
                    $(Command::$name(command) => command.execute(),)+
                }
            }
        }
    };
}

commands! {
    /// Run a program on this computer.
    Run in run;
    /// Run a program on a virtual board.
    Sim in sim;
    /// Make a pack of modules, files and other packs.
    Pack in pack;
    /// Compile a project, and pack what came out.
    Build in build;
    /// Say what would go wrong with a program.
    Check in check;
    /// Show what is in a pack.
    List in list;
    /// Write the modules and files of a pack into a folder.
    Extract in extract;
    /// Leave modules and files out of a pack.
    Delete in delete;
    /// Show what takes the space in a pack.
    Size in size;
    /// Show what is different between two packs.
    Diff in diff;
    /// Say where a pack is not as the format says.
    Verify in verify;
    /// Do as packbeam 0.8 does, with its options.
    Packbeam in packbeam;
    /// Show the code of a module.
    Disasm in disasm;
    /// Write the completions of a shell.
    Completions in completions;
}
