//! Where modules are looked for that are not part of a program.
//!
//! Invariant: every directory handed out holds modules; of an application that is there in several versions it is the
//! newest.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::say::Failure;

/// The word for the libraries of the OTP that is installed here.
const OTP: &str = "otp";
/// The word for the libraries of the Elixir that is installed here.
const ELIXIR: &str = "elixir";
/// Where OTP is installed when `erl` is not in the path.
const USUAL_ROOTS: [&str; 4] =
    ["/usr/lib/erlang", "/usr/local/lib/erlang", "/opt/homebrew/lib/erlang", "/usr/lib64/erlang"];
/// Applications that most programs look into first.
const FIRST: [&str; 3] = ["kernel", "stdlib", "compiler"];

/// The directories of modules that the values of `--search-path` stand for, in their order.
pub fn directories(places: &[String]) -> Result<Vec<String>, Failure> {
    let mut directories = vec![];
    for place in places {
        let root = match place.as_str() {
            OTP => otp_root()?,
            ELIXIR => elixir_root()?,
            place => PathBuf::from(place),
        };
        let found = below(&root);
        if found.is_empty() {
            let failure = Failure::new(format!("{}: there are no modules in or below it", root.display()));
            return Err(
                failure.advise("name a directory of .beam files, or one with APPLICATION/ebin below it")
            );
        }
        directories.extend(found.into_iter().map(|path| path.to_string_lossy().into_owned()));
    }
    Ok(directories)
}

/// The directories of modules a directory stands for: itself, its ebin, or those of the applications below it.
fn below(root: &Path) -> Vec<PathBuf> {
    if holds_modules(root) {
        return vec![root.to_owned()];
    }
    let own = root.join("ebin");
    if holds_modules(&own) {
        return vec![own];
    }
    let applications = applications(root);
    if applications.is_empty() { self::applications(&root.join("lib")) } else { applications }
}

fn entries(directory: &Path) -> Vec<PathBuf> {
    fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

fn holds_modules(directory: &Path) -> bool {
    entries(directory).iter().any(|path| path.extension().is_some_and(|extension| extension == "beam"))
}

/// The modules of the applications in a directory: the first ones first, the others by name.
fn applications(directory: &Path) -> Vec<PathBuf> {
    let mut newest: BTreeMap<(usize, String), (Vec<u64>, PathBuf)> = BTreeMap::new();
    for path in entries(directory) {
        let modules = path.join("ebin");
        if !holds_modules(&modules) {
            continue;
        }
        let (name, version) = named(&path);
        let rank = FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
        let known = newest.get(&(rank, name.clone()));
        if known.is_none_or(|(other, _)| *other < version) {
            newest.insert((rank, name), (version, modules));
        }
    }
    newest.into_values().map(|(_, modules)| modules).collect()
}

/// The name and version of an application's directory: `stdlib-4.2` is version 4.2 of stdlib.
fn named(path: &Path) -> (String, Vec<u64>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (name, version) = name.rsplit_once('-').unwrap_or((&name, ""));
    (name.to_owned(), version.split('.').map(|number| number.parse().unwrap_or(0)).collect())
}

/// A program's roots: the folders two and three above it in the path, links followed.
fn roots_of(program: &str) -> impl Iterator<Item = PathBuf> {
    let in_path =
        env::var_os("PATH").into_iter().flat_map(|path| env::split_paths(&path).collect::<Vec<_>>());
    let programs = in_path.filter_map(move |directory| directory.join(program).canonicalize().ok());
    programs.flat_map(|found| found.ancestors().skip(2).take(2).map(Path::to_owned).collect::<Vec<_>>())
}

/// The libraries of the Elixir that `elixir` in the path belongs to.
fn elixir_root() -> Result<PathBuf, Failure> {
    let mut libraries = roots_of("elixir").map(|root| root.join("lib"));
    libraries.find(|library| holds_modules(&library.join("elixir/ebin"))).ok_or_else(|| {
        Failure::new("no Elixir is installed here")
            .advise("name the directory of its applications instead of elixir")
    })
}

/// Where the OTP is that `erl` in the path belongs to, or one in a usual place.
fn otp_root() -> Result<PathBuf, Failure> {
    // erl lies in ROOT/bin, or in ROOT/erts-VERSION/bin.
    let roots = roots_of("erl");
    let mut roots = roots.chain(USUAL_ROOTS.map(PathBuf::from));
    roots.find(|root| !applications(&root.join("lib")).is_empty()).ok_or_else(|| {
        Failure::new("no OTP is installed here")
            .advise("name the directory of its applications instead of otp")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_has_a_name_and_a_version() {
        assert_eq!(named(Path::new("lib/stdlib-4.2.1")), ("stdlib".to_owned(), vec![4, 2, 1]));
        assert_eq!(named(Path::new("lib/elixir")), ("elixir".to_owned(), vec![0]));
        assert!(named(Path::new("a-10.0")).1 > named(Path::new("a-9.3")).1);
    }

    #[test]
    fn the_newest_version_is_found_and_kernel_comes_first() {
        let root = env::temp_dir().join(format!("avm-search-path-{}", std::process::id()));
        for application in ["a-9.3", "a-10.0", "kernel-8", "empty-1"] {
            let modules = root.join("lib").join(application).join("ebin");
            fs::create_dir_all(&modules).expect("a directory");
            if application != "empty-1" {
                fs::write(modules.join("m.beam"), "").expect("a file");
            }
        }
        let found = below(&root);
        fs::remove_dir_all(&root).expect("it goes away");
        let lib = root.join("lib");
        assert_eq!(found, [lib.join("kernel-8/ebin"), lib.join("a-10.0/ebin")]);
    }
}
