//! The pack of libraries that is checked in is what its sources compile to.
//!
//! `UPDATE=1 cargo test -p avm-tests --test library_fresh` writes it anew.
//!
//! Invariant: the pack depends on the sources and on OTP 25's compiler alone: modules stand in it sorted by application
//! and name, compiled from within their folder so that no path of this machine gets into them.
//!
//! Absent on purpose: any other compiler. Without OTP 25 the pack is only read, and the test says so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use packbeam::{Builder, Pack};

const COMPILER_RELEASE: &str = "25";

fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../vm/lib")
}

/// The folders of applications, sorted.
fn applications() -> Vec<PathBuf> {
    let mut folders = sorted(&library());
    folders.retain(|path| path.is_dir() && !sources(path).is_empty());
    folders
}

/// The modules of an application, sorted.
fn sources(application: &Path) -> Vec<PathBuf> {
    let mut files = sorted(application);
    files.retain(|path| path.extension().is_some_and(|extension| extension == "erl"));
    files
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry of a folder").path())
        .collect();
    paths.sort();
    paths
}

/// The release of the `erl` that goes with the `erlc` in the path.
fn release() -> Option<String> {
    let script = "io:put_chars(erlang:system_info(otp_release)), halt().";
    let output = Command::new("erl").args(["-noshell", "-eval", script]).output().ok()?;
    Command::new("erlc").arg("-help").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Compiles an application into a folder of its own and adds its modules.
fn add_application(pack: &mut Builder<'_>, application: &Path, output: &Path) {
    let name = application.file_name().expect("a folder has a name");
    let folder = output.join(name);
    fs::create_dir_all(&folder).expect("a folder for compiled modules");
    let files = sources(application);
    let names = files.iter().map(|file| file.file_name().expect("a file has a name"));
    let compiled = Command::new("erlc")
        .current_dir(application)
        .args(["-Werror", "+deterministic", "-o"])
        .arg(&folder)
        .args(names)
        .output()
        .expect("erlc runs");
    let said = String::from_utf8_lossy(&compiled.stdout);
    assert!(compiled.status.success(), "{} does not compile:\n{said}", application.display());
    for file in files {
        let beam = folder.join(file.with_extension("beam").file_name().expect("a file has a name"));
        let bytes = fs::read(&beam).unwrap_or_else(|error| panic!("{}: {error}", beam.display()));
        pack.add_beam(&bytes).unwrap_or_else(|error| panic!("{}: {error:?}", beam.display()));
    }
}

fn packed() -> Vec<u8> {
    let output = std::env::temp_dir().join(format!("avm-library-{}", std::process::id()));
    let mut pack = Builder::new();
    pack.library();
    for application in applications() {
        add_application(&mut pack, &application, &output);
    }
    fs::remove_dir_all(&output).expect("the folder of compiled modules goes away");
    pack.finish()
}

#[test]
fn the_checked_in_pack_is_what_the_sources_compile_to() {
    let path = library().join("library.avm");
    match release() {
        Some(release) if release == COMPILER_RELEASE => {}
        found => {
            eprintln!("skipped: the pack is compiled with OTP {COMPILER_RELEASE}, found {found:?}");
            return;
        }
    }
    let fresh = packed();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &fresh).expect("the pack is written");
    }
    let present = fs::read(&path).unwrap_or_default();
    assert!(
        present == fresh,
        "vm/lib/library.avm is stale: UPDATE=1 cargo test -p avm-tests --test library_fresh"
    );
}

#[test]
fn the_checked_in_pack_holds_a_module_for_every_source() {
    if std::env::var_os("UPDATE").is_some() {
        return eprintln!("skipped: the pack is being written");
    }
    let bytes = fs::read(library().join("library.avm")).expect("the pack is checked in");
    let pack = Pack::parse(&bytes).expect("the pack can be read");
    for source in applications().iter().flat_map(|application| sources(application)) {
        let name = source.with_extension("beam");
        let name = name.file_name().expect("a file has a name").to_string_lossy();
        assert!(pack.find(&name).is_some(), "{name} is not in the pack");
    }
}
