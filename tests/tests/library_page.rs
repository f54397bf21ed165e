//! docs/library.md says what there is of the libraries, beside OTP's and AtomVM's.
//!
//! `UPDATE=1` rewrites the page. What OTP's modules export is kept in `data`, in a file whose head names the command that
//! printed it; what AtomVM offers is the list that `avm check` goes by.
#![forbid(unsafe_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use packbeam::{Beam, Pack};
use vm::bif::Natives;

const HEAD: &str = "\
<!-- Generated from vm/lib; `UPDATE=1 cargo test -p avm-tests --test library_page` rewrites it. -->
# The library

The modules that a program finds without bringing them: what is written in Erlang (`vm/lib`, a folder an application), with
the native functions it rests on ([bifs.md](bifs.md)). `avm run --search-path otp` finds all of OTP's.
";

/// What modules of OTP export that have the names of ours.
const OTP: &str = include_str!("../data/otp27-library-exports.txt");
/// What AtomVM offers.
const ATOMVM: &str = include_str!("../../cli/data/atomvm-api.csv");
/// Libraries of AtomVM that a program in Elixir or for tests brings itself.
const BROUGHT: [&str; 3] = ["alisp", "etest", "exavmlib"];

/// Names with arities, by module.
type Functions = BTreeMap<String, BTreeSet<String>>;

#[test]
fn the_page_of_the_library_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/library.md");
    let page = page().expect("a String takes all that is written to it");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).expect("docs can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let hint = "UPDATE=1 cargo test -p avm-tests --test library_page rewrites it";
    assert!(found == page, "docs/library.md is stale: {hint}");
}

/// The whole page, as Markdown.
fn page() -> Result<String, std::fmt::Error> {
    let (ours, otp) = (ours(), of_otp());
    let mut page = String::from(HEAD);
    for (application, modules) in applications() {
        writeln!(page, "\n## {application}\n\n| Module | What it is for | Functions | Of OTP 27's |")?;
        writeln!(page, "| --- | --- | --: | --: |")?;
        for (module, purpose) in &modules {
            let (all, theirs) = (&ours[module], otp.get(module));
            let there =
                theirs.map(|theirs| format!("{} of {}", theirs.intersection(all).count(), theirs.len()));
            writeln!(page, "| `{module}` | {purpose} | {} | {} |", all.len(), there.unwrap_or_default())?;
        }
        let missing: Vec<String> =
            modules.keys().filter_map(|module| missing(module, otp.get(module)?, &ours)).collect();
        listed("Of OTP 27's these are not here:", &missing, &mut page)?;
    }
    atomvm(&ours, &mut page)?;
    Ok(page)
}

/// How much there is of what AtomVM offers, by its libraries.
fn atomvm(ours: &Functions, page: &mut String) -> std::fmt::Result {
    writeln!(page, "\n## What AtomVM offers\n\n| Library | Modules | Functions | Of them here |")?;
    writeln!(page, "| --- | --: | --: | --: |")?;
    let mut absent = Vec::new();
    for (library, modules) in of_atomvm() {
        let here = |(module, functions): (&String, &BTreeSet<String>)| {
            ours.get(module).map_or(0, |ours| ours.intersection(functions).count())
        };
        let all: usize = modules.values().map(BTreeSet::len).sum();
        let there: usize = modules.iter().map(here).sum();
        writeln!(page, "| {library} | {} | {all} | {there} |", modules.len())?;
        if !BROUGHT.contains(&library.as_str()) {
            let (partly, wholly): (Vec<_>, Vec<_>) =
                modules.iter().partition(|(name, _)| ours.contains_key(*name));
            let wholly: Vec<String> = wholly.iter().map(|(name, _)| format!("all of `{name}`")).collect();
            let partly = partly.into_iter().filter_map(|(name, functions)| missing(name, functions, ours));
            let items: Vec<String> = wholly.into_iter().chain(partly).collect();
            absent.push(format!("{library}: {}", items.join("; ")));
        }
    }
    writeln!(page, "\n{} a program brings itself.", BROUGHT.join(", "))?;
    absent.retain(|line| !line.ends_with(": "));
    listed("Of the others these are not here:", &absent, page)
}

/// A module and what of its functions is not here; nothing where all of it is.
fn missing(module: &str, theirs: &BTreeSet<String>, ours: &Functions) -> Option<String> {
    let names: Vec<String> = theirs.difference(&ours[module]).map(|name| format!("`{name}`")).collect();
    if names.is_empty() { None } else { Some(format!("`{module}`: {}", names.join(", "))) }
}

/// A list, in lines that are not too long.
fn listed(head: &str, items: &[String], page: &mut String) -> std::fmt::Result {
    const WIDTH: usize = 110;
    if items.is_empty() {
        return Ok(());
    }
    writeln!(page, "\n{head}\n")?;
    for item in items {
        let mut line = String::from("*");
        for word in item.split(' ') {
            if line.len() + 1 + word.len() > WIDTH {
                writeln!(page, "{line}")?;
                line = String::from(" ");
            }
            write!(line, " {word}")?;
        }
        writeln!(page, "{line}")?;
    }
    Ok(())
}

/// What there is: what the modules of the library export, and native functions.
fn ours() -> Functions {
    let mut all = Functions::new();
    let pack = Pack::parse(vm::run::LIBRARY).expect("the library is a pack");
    for section in pack.sections() {
        let section = section.expect("a section");
        let beam = Beam::parse(section.data).expect("a module");
        let atoms = beam.atoms().expect("its atoms");
        let names: Vec<String> = atoms.iter().map(|atom| atom.chars().collect()).collect();
        let exports = beam.exports().expect("its exports");
        let spelled =
            exports.iter().map(|export| format!("{}/{}", names[export.function as usize - 1], export.arity));
        // The first atom is the module.
        all.entry(names[0].clone())
            .or_default()
            .extend(spelled.filter(|name| !name.starts_with("module_info/")));
    }
    for entry in Natives.entries() {
        all.entry(entry.module.to_owned()).or_default().insert(format!("{}/{}", entry.name, entry.arity));
    }
    all
}

fn of_otp() -> Functions {
    let mut all = Functions::new();
    for line in OTP.lines().filter(|line| !line.starts_with('#')) {
        let (module, function) = line.split_once(':').expect("module:name/arity");
        all.entry(module.to_owned()).or_default().insert(function.replace('\'', ""));
    }
    all
}

/// What AtomVM offers, by library.
fn of_atomvm() -> BTreeMap<String, Functions> {
    let mut all: BTreeMap<String, Functions> = BTreeMap::new();
    for line in ATOMVM.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let [library, module, function, arity] = line.splitn(4, ',').collect::<Vec<_>>()[..] else {
            panic!("library,module,function,arity: {line}")
        };
        let functions = all.entry(library.to_owned()).or_default().entry(module.to_owned()).or_default();
        functions.insert(format!("{function}/{arity}"));
    }
    all
}

/// The folders of `vm/lib`, each with its modules and the first line of their heads.
fn applications() -> BTreeMap<String, BTreeMap<String, String>> {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vm/lib");
    let folders = entries(&library).into_iter().filter(|path| path.is_dir());
    folders
        .map(|folder| {
            let sources =
                entries(&folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "erl"));
            (stem(&folder), sources.map(|source| (stem(&source), purpose(&source))).collect())
        })
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry of a folder").path()).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// The first line of a module's head.
fn purpose(source: &Path) -> String {
    let text = fs::read_to_string(source).expect("a source");
    let head = text.lines().next().and_then(|line| line.strip_prefix("%% "));
    // A bar inside a cell would end it.
    head.unwrap_or_else(|| panic!("{}: no head", source.display())).replace('|', "\\|")
}
