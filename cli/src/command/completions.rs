//! `avm completions`: what a shell needs to complete a command line.

use std::io::stdout;
use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use crate::say::Failure;

/// Write the completions of a shell.
#[derive(Args)]
#[command(after_help = "Example: avm completions bash > ~/.local/share/bash-completion/completions/avm")]
pub struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    /// Writes them.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        generate(self.shell, &mut crate::Avm::command(), "avm", &mut stdout());
        Ok(ExitCode::SUCCESS)
    }
}
