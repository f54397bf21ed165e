//! `avm`: packs, runs and simulates Erlang, Elixir and Gleam on microcontrollers.
#![forbid(unsafe_code)]

mod analysis;
mod archive;
mod bytes;
mod command;
mod contents;
mod duration;
mod input;
mod library;
mod project;
mod pull;
mod recipe;
mod replace;
mod say;
mod search_path;
mod treemap;

use std::process::ExitCode;

use clap::Parser;

/// Pack, run and simulate programs for microcontrollers.
#[derive(Parser)]
#[command(name = "avm", version, after_help = "`avm COMMAND --help` shows examples.")]
struct Avm {
    #[command(subcommand)]
    command: command::Command,
}

fn main() -> ExitCode {
    Avm::parse().command.execute().unwrap_or_else(|failure| failure.say())
}
