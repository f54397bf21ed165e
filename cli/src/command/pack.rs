//! `avm pack`: makes a pack of modules, files and other packs.
//!
//! Invariant: the pack appears whole or not at all; one that was there before stays until then.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, ExitCode};

use clap::Args;
use packbeam::Builder;
use packbeam::prune::prune;
use sim::program::ProgramError;

use crate::say::{self, Failure};

/// Make a pack of modules (.beam), packs (.avm), files under a priv folder, and directories of modules.
#[derive(Args)]
#[command(after_help = "Examples:
  avm pack blinky.avm blinky.beam
  avm pack --prune --start my_app app.avm ebin/ deps.avm
  avm pack app.avm my_app.beam my_app/priv/page.html")]
pub struct Pack {
    /// The module the program begins in; else the first that exports start/0.
    #[arg(long, value_name = "MODULE")]
    start: Option<String>,
    /// Make a library: no program begins in it.
    #[arg(long, conflicts_with = "start")]
    lib: bool,
    /// Leave out modules that nothing reached from the start uses.
    #[arg(long)]
    prune: bool,
    /// Leave out line numbers: smaller, but a crash report says none.
    #[arg(long)]
    remove_lines: bool,
    /// The pack to make.
    out: PathBuf,
    /// What goes into it, in this order.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
}

/// A file that goes into a pack.
struct Input {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Pack {
    /// Makes it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let mut inputs = vec![];
        for path in &self.inputs {
            read(path, &mut inputs)?;
        }
        let mut builder = Builder::new();
        if self.remove_lines {
            builder.remove_lines();
        }
        if self.lib {
            builder.library();
        }
        for input in &inputs {
            add(&mut builder, input)?;
        }
        if let Some(start) = &self.start {
            builder.start(start).map_err(|error| no_start(&builder_modules(&inputs), start, error))?;
        }
        if self.prune {
            self.leave_out(&mut builder)?;
        }
        write(&self.out, &builder.finish())?;
        Ok(ExitCode::SUCCESS)
    }

    /// Leaves out what is not used, and says when a module may be missing for it.
    fn leave_out(&self, builder: &mut Builder<'_>) -> Result<(), Failure> {
        let starts = builder.sections().filter(packbeam::Section::is_start);
        let roots: Vec<String> = starts.filter_map(|section| section.module().map(str::to_owned)).collect();
        if roots.is_empty() {
            let failure = Failure::new("nothing can be left out of a pack in which no program begins");
            return Err(failure.advise("say where it begins with --start MODULE, or leave --prune out"));
        }
        let roots: Vec<&str> = roots.iter().map(String::as_str).collect();
        prune(builder, &roots);
        Ok(())
    }
}

/// Reads a file, or the modules of a directory in the order of their names.
fn read(path: &Path, inputs: &mut Vec<Input>) -> Result<(), Failure> {
    let failure = |error| Failure::file(path, &error);
    if !path.is_dir() {
        let bytes = fs::read(path).map_err(failure)?;
        inputs.push(Input { path: path.to_owned(), bytes });
        return Ok(());
    }
    let mut modules = vec![];
    for entry in path.read_dir().map_err(failure)? {
        let path = entry.map_err(failure)?.path();
        if path.extension().is_some_and(|extension| extension == "beam") {
            modules.push(path);
        }
    }
    if modules.is_empty() {
        let failure = Failure::new(format!("{}: there are no modules in this directory", path.display()));
        return Err(failure.advise("modules are files that end with .beam"));
    }
    modules.sort();
    modules.iter().try_for_each(|module| read(module, inputs))
}

fn add<'i>(builder: &mut Builder<'i>, input: &'i Input) -> Result<(), Failure> {
    let unpackable = |error| say::unpackable(&input.path, error);
    let bytes = &input.bytes;
    if bytes.starts_with(b"#!") {
        let pack = packbeam::Pack::parse(bytes).map_err(|error| unpackable(error.into()))?;
        builder.add_pack(pack).map_err(unpackable)?;
    } else if bytes.starts_with(b"FOR1") || bytes.starts_with(&[0x1f, 0x8b]) && has_extension(input, "beam") {
        builder.add_beam(bytes).map_err(unpackable)?;
    } else if let Some(name) = private_name(&input.path) {
        builder.add_file(&name, bytes).map_err(unpackable)?;
    } else {
        return Err(ProgramError::Unknown(input.path.clone()).into());
    }
    Ok(())
}

fn has_extension(input: &Input, wanted: &str) -> bool {
    input.path.extension().is_some_and(|extension| extension == wanted)
}

/// The name a program finds a plain file by: `APPLICATION/priv/FILE`.
fn private_name(path: &Path) -> Option<String> {
    let parts: Vec<&str> = path.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    let private = parts.iter().rposition(|part| *part == "priv")?;
    let application = private.checked_sub(1)?;
    Some(parts[application..].join("/"))
}

fn builder_modules(inputs: &[Input]) -> Vec<String> {
    let mut builder = Builder::new();
    // Each was added before without an error.
    inputs.iter().for_each(|input| drop(add(&mut builder, input)));
    builder.sections().filter_map(|section| section.module().map(str::to_owned)).collect()
}

fn no_start(modules: &[String], start: &str, error: packbeam::BuildError) -> Failure {
    match error {
        packbeam::BuildError::NoModule => {
            let nearest = sim::spelling::nearest(start, modules.iter().map(String::as_str));
            ProgramError::NoModule(start.to_owned(), nearest.map(str::to_owned), modules.to_vec()).into()
        }
        packbeam::BuildError::NoStart => {
            Failure::new(format!("module {start} does not export start/0")).advise("add -export([start/0]).")
        }
        other => Failure::new(other),
    }
}

/// Writes beside the file and then takes its name.
fn write(out: &Path, pack: &[u8]) -> Result<(), Failure> {
    let mut name = out.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
    name.push(format!(".{}.tmp", process::id()));
    let beside = out.with_file_name(name);
    let written = fs::write(&beside, pack).and_then(|()| fs::rename(&beside, out));
    written.map_err(|error| {
        // It may not even have been made.
        let _ = fs::remove_file(&beside);
        Failure::file(out, &error)
    })
}
