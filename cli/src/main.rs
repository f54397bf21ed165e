//! `avm`: packs, runs and simulates Erlang, Elixir and Gleam on microcontrollers.
#![forbid(unsafe_code)]

mod command;
mod duration;
mod say;
mod search_path;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Pack, run and simulate programs for microcontrollers.
#[derive(Parser)]
#[command(name = "avm", version, after_help = "`avm COMMAND --help` shows examples.")]
struct Avm {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a program on this computer.
    Run(command::run::Run),
    /// Run a program on a virtual board.
    Sim(command::sim::Sim),
    /// Make a pack of modules, files and other packs.
    Pack(command::pack::Pack),
    /// Show what is in a pack.
    List(command::list::List),
    /// Show the code of a module.
    Disasm(command::disasm::Disasm),
    /// Write the completions of a shell.
    Completions(command::completions::Completions),
}

fn main() -> ExitCode {
    let done = match Avm::parse().command {
        Command::Run(run) => run.execute(),
        Command::Sim(sim) => sim.execute(),
        Command::Pack(pack) => pack.execute(),
        Command::List(list) => list.execute(),
        Command::Disasm(disasm) => disasm.execute(),
        Command::Completions(completions) => completions.execute(),
    };
    done.unwrap_or_else(|failure| failure.say())
}
