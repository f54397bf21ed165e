//! Modules that a program calls and nobody gave, taken from a search path.
//!
//! Calls are followed function by function, so that a module of OTP brings what the functions in use call, and not what all
//! of its functions would. What the target has itself is not taken: a function that is native, or in its own library. A
//! module that is called for a function the target does not have is taken whole, and then comes before the target's.
//!
//! Invariant: modules are taken in rounds, in each by name: the same program and directories give the same pack.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use packbeam::prune::started;
use packbeam::{Beam, Builder, gzip};

use crate::analysis::code::Code;
use crate::analysis::reach::World;
use crate::analysis::target::Target;
use crate::say::{self, Failure};

/// Adds to a pack what it calls, and the `kept` modules; their names. What it calls is what any of its functions calls, or
/// what is reached from the `start` module.
pub fn pull(
    builder: &mut Builder<'_>,
    start: Option<&str>,
    kept: &[String],
    (directories, target): (&[String], &Target),
) -> Result<Vec<String>, Failure> {
    let mut search = Search { target, world: World::default(), roots: vec![], asked: BTreeSet::new() };
    for section in builder.sections().filter(packbeam::Section::is_code) {
        // What cannot be read calls nothing; whoever loads it will say so.
        if let Ok(code) = Beam::parse(section.data).and_then(|beam| Code::read(&beam)) {
            search.world.add(code);
        }
    }
    let absent = kept.iter().filter(|module| search.world.find(module).is_none()).cloned().collect();
    let mut pulled = take(builder, &mut search, absent, directories)?;
    // What is to be kept is used in ways that cannot be seen: all of it.
    let described: Vec<&str> = builder.sections().filter_map(|section| started(&section)).collect();
    let roots = start.into_iter().chain(described).chain(kept.iter().map(String::as_str));
    let roots = roots.filter_map(|root| search.world.find(root)).map(|(place, _)| place).collect();
    search.roots =
        if start.is_some() { roots } else { search.world.modules().map(|(place, _)| place).collect() };
    loop {
        let missing = search.missing();
        if missing.is_empty() {
            return Ok(pulled);
        }
        pulled.extend(take(builder, &mut search, missing, directories)?);
    }
}

struct Search<'t> {
    target: &'t Target,
    world: World,
    /// All functions of these may be called.
    roots: Vec<usize>,
    /// The modules that were looked for.
    asked: BTreeSet<String>,
}

impl Search<'_> {
    /// The modules that are called, that nobody has, and that were not looked for yet.
    fn missing(&self) -> BTreeSet<String> {
        let roots = self.roots.iter().flat_map(|module| self.world.all(*module));
        let reached = self.world.reached(roots);
        let functions = reached
            .iter()
            .filter_map(|(module, function)| self.world.module(*module)?.functions.get(*function));
        let calls = functions.flat_map(|function| &function.calls);
        let missing = calls.filter(|call| {
            !self.target.is_own(&call.module)
                && self.world.find(&call.module).is_none()
                && !self.target.has(&call.module, &call.function, call.arity)
                && !self.asked.contains(&call.module)
        });
        missing.map(|call| call.module.clone()).collect()
    }
}

/// Takes those of the modules that a directory has.
fn take(
    builder: &mut Builder<'_>,
    search: &mut Search<'_>,
    modules: BTreeSet<String>,
    directories: &[String],
) -> Result<Vec<String>, Failure> {
    let mut taken = vec![];
    for module in modules {
        if let Some(path) = find(directories, &module) {
            let bytes = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
            let failure = |error: packbeam::BeamError| say::unpackable(&path, error.into());
            let plain = gzip::decompressed(&bytes).map_err(failure)?;
            let beam = Beam::parse(&plain).map_err(failure)?;
            search.world.add_library(Code::read(&beam).map_err(failure)?);
            builder.add_beam(&plain).map_err(|error| say::unpackable(&path, error))?;
            taken.push(module.clone());
        }
        search.asked.insert(module);
    }
    Ok(taken)
}

/// The file of a module: in the first directory that has it.
pub fn find(directories: &[String], module: &str) -> Option<PathBuf> {
    // A name is an atom, which may be anything; a path out of the directory is none.
    let is_plain = !module.is_empty() && !module.contains(['/', '\\', '\0']);
    let mut paths = directories.iter().map(|directory| Path::new(directory).join(format!("{module}.beam")));
    if is_plain { paths.find(|path| path.is_file()) } else { None }
}
