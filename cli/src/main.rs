//! `avm`: packs, runs and simulates Erlang, Elixir and Gleam on microcontrollers.
#![forbid(unsafe_code)]

mod analysis;
mod archive;
mod command;
mod contents;
mod duration;
mod input;
mod library;
mod pull;
mod recipe;
mod replace;
mod say;
mod search_path;
mod treemap;

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
    /// Say what would go wrong with a program.
    Check(command::check::Check),
    /// Write the modules and files of a pack into a folder.
    Extract(command::extract::Extract),
    /// Leave modules and files out of a pack.
    Delete(command::delete::Delete),
    /// Do as packbeam 0.8 does, with its options.
    Packbeam(command::packbeam::Packbeam),
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
        Command::Check(check) => check.execute(),
        Command::Extract(extract) => extract.execute(),
        Command::Delete(delete) => delete.execute(),
        Command::Packbeam(packbeam) => packbeam.execute(),
        Command::Disasm(disasm) => disasm.execute(),
        Command::Completions(completions) => completions.execute(),
    };
    done.unwrap_or_else(|failure| failure.say())
}
