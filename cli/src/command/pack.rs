//! `avm pack`: makes a pack of modules, files and other packs.
//!
//! Invariant: the pack appears whole or not at all; one that was there before stays until then.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::prune::Following;

use crate::input::{self, Reading};
use crate::recipe::{Made, Recipe};
use crate::replace::replace;
use crate::say::{self, Failure};
use crate::{search_path, treemap};

/// Make a pack of modules, files and other packs.
///
/// It is made of modules (.beam), packs (.avm), archives (.ez, .zip), descriptions (.app), folders of them, and plain files.
///
/// A plain file keeps its path as its name; a program finds it as APPLICATION/priv/FILE. What is given first is found
/// first. The pack is, byte for byte, what packbeam 0.8 makes of the same input.
#[derive(Args)]
#[command(after_help = "Examples:
  avm pack blinky.avm blinky.beam
  avm pack --prune --start my_app app.avm ebin/ deps.avm
  avm pack app.avm my_app.beam my_app/priv/page.html
  avm pack app.avm ebin/ --search-path otp --prune    (with what of OTP it calls)
  avm pack app.avm ebin/ --search-path otp --prune --atomvm 0.6.6
  avm pack --lib library.avm ebin/ --exclude '*_tests'")]
pub struct Pack {
    /// The module the program begins in, with start/0 or main/1; else the first that exports start/0.
    #[arg(short, long, value_name = "MODULE")]
    start: Option<String>,
    /// Make a library: no program begins in it.
    #[arg(short, long, conflicts_with = "start")]
    lib: bool,
    /// Leave out modules that nothing reached from the start uses.
    #[arg(short, long)]
    prune: bool,
    /// Leave out line numbers: smaller, but a crash report says none.
    #[arg(short, long, visible_alias = "remove_lines")]
    remove_lines: bool,
    /// Keep a module that is used although nothing says so. May be repeated.
    #[arg(long, value_name = "MODULE")]
    keep: Vec<String>,
    /// Leave out what has this name; * stands for anything. May be repeated.
    #[arg(long, value_name = "PATTERN")]
    exclude: Vec<String>,
    /// Leave out what has the name of something before it, and so would never be found.
    #[arg(long)]
    unique: bool,
    /// Take modules that are called and not given from here: a directory of modules, one of applications, or
    /// otp or elixir, as installed here. What runs the program has itself is not taken. May be repeated.
    #[arg(long, value_name = "DIR")]
    search_path: Vec<String>,
    /// Take from the search path what AtomVM of this version does not have, instead of what avm does not.
    #[arg(long, value_name = "VERSION", requires = "search_path")]
    atomvm: Option<String>,
    /// Say what takes the space, as a map.
    #[arg(long)]
    compress_report: bool,
    /// The pack to make.
    out: PathBuf,
    /// What goes into it, in this order.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
}

impl Pack {
    /// Makes it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        if self.out.is_dir() {
            let failure = Failure::new(format!("{}: this is a directory", self.out.display()));
            return Err(
                failure.advise("the first name is that of the pack to make: avm pack OUT.avm INPUT...")
            );
        }
        let recipe = self.recipe()?;
        let made = recipe.make(input::read(&self.inputs, Reading::Ours))?;
        replace(&self.out, &made.pack).map_err(|error| Failure::file(&self.out, &error))?;
        tell(&made, self.unique);
        if self.compress_report {
            print!("{}", treemap::of_pack(&made.pack));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn recipe(&self) -> Result<Recipe, Failure> {
        Ok(Recipe {
            start: self.start.clone(),
            library: self.lib,
            prune: self.prune.then_some(Following::Everything),
            remove_lines: self.remove_lines,
            unique: self.unique,
            keep: self.keep.clone(),
            exclude: self.exclude.clone(),
            atomvm: self.atomvm.clone(),
            directories: search_path::directories(&self.search_path)?,
            ..Recipe::default()
        })
    }
}

/// Says what somebody may not expect of a pack.
pub fn tell(made: &Made, unique: bool) {
    if !made.pulled.is_empty() {
        eprintln!("avm: taken from the search path: {}", say::names(&made.pulled));
    }
    if !made.shadowed.is_empty() && !unique {
        eprintln!("avm: of these only the first is ever found: {}", say::names(&made.shadowed));
        eprintln!("     --unique leaves the others out");
    }
}
