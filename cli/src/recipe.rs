//! How a pack is made of its inputs.
//!
//! Invariant: the same inputs and options give the same bytes.

use packbeam::prune::{Following, prune};
use packbeam::{BuildError, Builder, Section};
use sim::program::ProgramError;

use crate::input::{Content, Input};
use crate::pull::pull;
use crate::say::{self, Failure};

/// What is done with the inputs of a pack.
#[derive(Clone, Debug, Default)]
pub struct Recipe {
    /// The module the program begins in.
    pub start: Option<String>,
    /// Whether that is taken on trust.
    pub trusting: bool,
    /// Whether no program begins in it.
    pub library: bool,
    /// Whether modules that are not reached are left out, and what counts as reaching one.
    pub prune: Option<Following>,
    /// Whether line numbers are left out.
    pub remove_lines: bool,
    /// Whether sections are left out whose name an earlier one has.
    pub unique: bool,
    /// Modules that are used although nothing says so.
    pub keep: Vec<String>,
    /// Names and patterns of what is left out.
    pub exclude: Vec<String>,
    /// Directories that modules are taken from which are called and not given.
    pub directories: Vec<String>,
    /// The release of AtomVM that runs the program, if it is not our machine.
    pub atomvm: Option<String>,
}

/// A pack, and what is worth saying of how it was made.
pub struct Made {
    /// Its bytes.
    pub pack: Vec<u8>,
    /// The modules that came from a directory of the search path.
    pub pulled: Vec<String>,
    /// The names of sections that an earlier one of the same name hides.
    pub shadowed: Vec<String>,
}

impl Recipe {
    /// Makes the pack.
    pub fn make(&self, inputs: impl IntoIterator<Item = Result<Input, Failure>>) -> Result<Made, Failure> {
        let mut builder = Builder::new();
        if self.remove_lines {
            builder.remove_lines();
        }
        if self.library {
            builder.library();
        }
        for input in inputs {
            add(&mut builder, &input?)?;
        }
        if !self.exclude.is_empty() {
            builder.retain(|section| !self.excludes(section));
        }
        if let Some(start) = &self.start {
            let started = if self.trusting { builder.start_on_trust(start) } else { builder.start(start) };
            if let Err(error) = started.map(drop) {
                return Err(no_start(&builder, start, error));
            }
        }
        let pulled = self.pull(&mut builder)?;
        self.check_kept(&builder)?;
        if let Some(following) = self.prune {
            self.leave_out(&mut builder, following)?;
        }
        let shadowed = if self.unique { builder.unique() } else { builder.shadowed() };
        Ok(Made { pack: builder.finish(), pulled, shadowed })
    }

    /// What is called and not given; if the rest will be left out, only what is reached from the start.
    fn pull(&self, builder: &mut Builder<'_>) -> Result<Vec<String>, Failure> {
        if self.directories.is_empty() {
            return Ok(vec![]);
        }
        let first = builder.sections().find(Section::is_start).and_then(|section| section.module());
        let start = first.filter(|_| self.prune.is_some()).map(str::to_owned);
        let target = say::target(self.atomvm.as_deref(), None)?;
        pull(builder, start.as_deref(), &self.keep, (&self.directories, &target))
    }

    fn leave_out(&self, builder: &mut Builder<'_>, following: Following) -> Result<(), Failure> {
        if self.keep.is_empty() && !builder.sections().any(|section| section.is_start()) {
            let failure = Failure::new("nothing can be left out of a pack in which no program begins");
            return Err(failure.advise("say where it begins with --start MODULE, or leave --prune out"));
        }
        let roots: Vec<&str> = self.keep.iter().map(String::as_str).collect();
        prune(builder, &roots, following);
        Ok(())
    }

    fn check_kept(&self, builder: &Builder<'_>) -> Result<(), Failure> {
        let modules = modules(builder);
        match self.keep.iter().find(|kept| !modules.contains(kept)) {
            Some(kept) => Err(no_module(kept, modules)),
            None => Ok(()),
        }
    }

    fn excludes(&self, section: &Section<'_>) -> bool {
        let names = [Some(section.name), section.module()];
        self.exclude.iter().any(|pattern| names.iter().flatten().any(|name| matches(pattern, name)))
    }
}

fn add(builder: &mut Builder<'_>, input: &Input) -> Result<(), Failure> {
    let added = match &input.content {
        Content::Module(bytes) => builder.add_beam(bytes).map(drop),
        Content::Pack(bytes) => packbeam::Pack::parse(bytes)
            .map_err(BuildError::from)
            .and_then(|pack| builder.copy_pack(pack).map(drop)),
        Content::File(name, bytes) => builder.add_file(name, bytes).map(drop),
    };
    added.map_err(|error| say::unpackable(&input.path, error))
}

fn modules(builder: &Builder<'_>) -> Vec<String> {
    builder.sections().filter_map(|section| section.module().map(str::to_owned)).collect()
}

fn no_start(builder: &Builder<'_>, start: &str, error: BuildError) -> Failure {
    match error {
        BuildError::NoModule => no_module(start, modules(builder)),
        BuildError::NoStart => Failure::new(format!("module {start} exports neither start/0 nor main/1"))
            .advise("add -export([start/0])."),
        other => Failure::new(other),
    }
}

fn no_module(name: &str, modules: Vec<String>) -> Failure {
    let nearest = sim::spelling::nearest(name, modules.iter().map(String::as_str)).map(str::to_owned);
    ProgramError::NoModule(name.to_owned(), nearest, modules).into()
}

/// Whether a name is meant by a pattern, in which `*` stands for anything and `?` for one character.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut at, mut seen) = (0, 0);
    // Where the last `*` stands, and how much of the name it takes.
    let mut star: Option<(usize, usize)> = None;
    while seen < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, seen));
                at += 1;
            }
            Some(wanted) if *wanted == '?' || *wanted == name[seen] => {
                at += 1;
                seen += 1;
            }
            _ => match &mut star {
                Some((place, taken)) => {
                    *taken += 1;
                    (at, seen) = (*place + 1, *taken);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|rest| *rest == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_means_names() {
        for (pattern, name, meant) in [
            ("a.beam", "a.beam", true),
            ("a*", "abc", true),
            ("*_tests", "my_tests", true),
            ("*_tests", "my_tests_more", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b", "ab_a_", false),
            ("", "", true),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern, name), meant, "{pattern} {name}");
        }
    }
}
