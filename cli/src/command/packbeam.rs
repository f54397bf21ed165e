//! `avm packbeam`: the commands and options of packbeam 0.8, for scripts.
//!
//! Options may stand anywhere, long, short, or with one dash as packbeam once had them; what is written and printed is
//! what packbeam writes and prints, and a failure exits with 255.
//!
//! Absent on purpose: what packbeam does not know. `avm pack` and the others do.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::prune::Following;

use crate::command::delete::delete;
use crate::command::extract::extract;
use crate::command::list::{Format, text};
use crate::contents::PackFile;
use crate::input::{self, Reading};
use crate::recipe::Recipe;
use crate::replace::replace;
use crate::say::{Failure, print};

/// The packbeam that this one does as.
const VERSION: &str = "0.8.2";

const FAILED: u8 = 255;

const HELP: &str = "
packbeam version 0.8.2, as avm does it

Syntax:
    packbeam <sub-command> <options> <args>

Sub-commands:

    create <options> <output-avm-file> [<input-file>]+
        [--prune|-p]           Leave out modules that are not reached
        [--lib|-l]             Make a library: no module is started
        [--start|-s <module>]  The module that is started; it goes first
        [--remove_lines|-r]    Leave out line numbers

    list <options> <avm-file>
        [--format|-f csv|bare|default]  How it is written

    extract <options> <avm-file> [<element>]*
        [--out|-o <output-directory>]   Where to write; else here
        Without elements everything is extracted.

    delete <options> <avm-file> [<element>]+
        [--out|-o <output-avm-file>]    The pack to write; else the one that is read

    version
        Print the version

    help
        Print this

";

/// Do as packbeam 0.8 does, with its options.
#[derive(Args)]
#[command(
    disable_help_flag = true,
    override_usage = "avm packbeam <create|list|extract|delete|version|help> [OPTIONS] [ARGS]...",
    after_help = "Examples:
  avm packbeam create -p --start my_app app.avm my_app.beam deps.avm
  avm packbeam list -f csv app.avm
  avm packbeam help"
)]
pub struct Packbeam {
    /// A command of packbeam, its options and arguments.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
    arguments: Vec<String>,
}

#[derive(Default)]
struct Options {
    out: Option<String>,
    start: Option<String>,
    format: Option<String>,
    prune: bool,
    library: bool,
    remove_lines: bool,
}

impl Packbeam {
    /// Does it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let done = parse(self.arguments).and_then(|(options, arguments)| run(&options, &arguments));
        done.map(|()| ExitCode::SUCCESS).map_err(|failure| failure.exits(FAILED))
    }
}

fn parse(given: Vec<String>) -> Result<(Options, Vec<String>), Failure> {
    let (mut options, mut arguments) = (Options::default(), vec![]);
    let mut given = given.into_iter();
    while let Some(word) = given.next() {
        // Once options had one dash.
        let word = match word.as_str() {
            old @ ("-out" | "-prune" | "-start" | "-format") => {
                eprintln!("avm: {old} is an old spelling of -{old}");
                format!("-{old}")
            }
            _ => word,
        };
        let mut value = || {
            let failure = Failure::new(format!("packbeam: {word} wants a value behind it"));
            given.next().ok_or(failure.advise("`avm packbeam help` shows the options"))
        };
        match word.as_str() {
            "-o" | "--out" => options.out = Some(value()?),
            "-s" | "--start" => options.start = Some(value()?),
            "-f" | "--format" => options.format = Some(value()?),
            "-p" | "--prune" => options.prune = true,
            "-l" | "--lib" => options.library = true,
            "-r" | "--remove_lines" => options.remove_lines = true,
            "-h" | "--help" => arguments.insert(0, "help".to_owned()),
            _ => arguments.push(word),
        }
    }
    Ok((options, arguments))
}

fn run(options: &Options, arguments: &[String]) -> Result<(), Failure> {
    match arguments {
        [command, out, inputs @ ..] if command == "create" => create(options, out, inputs),
        [command, pack, ..] if command == "list" => list(options, pack),
        [command, pack, names @ ..] if command == "extract" => {
            let out = PathBuf::from(options.out.as_deref().unwrap_or("."));
            if !out.is_dir() {
                return Err(Failure::new(format!("packbeam: {} is not a directory", out.display())));
            }
            extract(&PackFile::read(&PathBuf::from(pack))?, names, &out)
        }
        [command, pack, names @ ..] if command == "delete" => {
            let out = options.out.as_ref().unwrap_or(pack);
            delete(&PackFile::read(&PathBuf::from(pack))?, names, &PathBuf::from(out))
        }
        [command] if command == "version" => print(&format!("{VERSION}\n")),
        [command, ..] if command == "help" => print(HELP),
        _ => Err(Failure::new(
            "packbeam: a command is create, list, extract or delete with a file, version or help",
        )
        .advise("`avm packbeam help` shows their options")),
    }
}

fn create(options: &Options, out: &str, inputs: &[String]) -> Result<(), Failure> {
    let inputs: Vec<PathBuf> = inputs.iter().map(PathBuf::from).collect();
    let recipe = Recipe {
        start: options.start.clone(),
        trusting: true,
        library: options.library,
        prune: options.prune.then_some(Following::Atoms),
        remove_lines: options.remove_lines,
        ..Recipe::default()
    };
    let made = recipe.make(input::read(&inputs, Reading::Packbeam))?;
    let out = PathBuf::from(out);
    replace(&out, &made.pack).map_err(|error| Failure::file(&out, &error))
}

fn list(options: &Options, pack: &str) -> Result<(), Failure> {
    let format = match options.format.as_deref() {
        None | Some("default") => Format::Default,
        Some("csv") => Format::Csv,
        Some("bare") => Format::Bare,
        Some(other) => {
            let failure = Failure::new(format!("packbeam: there is no format {other}"));
            return Err(failure.advise("there are csv, bare and default"));
        }
    };
    let file = PackFile::read(&PathBuf::from(pack))?;
    let (sections, error) = file.sections();
    print(&text(&sections, format))?;
    error.map_or(Ok(()), |error| Err(file.failure(error)))
}
