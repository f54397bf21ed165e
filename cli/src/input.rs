//! What goes into a pack: modules, packs, plain files, folders and archives, read.
//!
//! A file's extension says what it is: `.beam` a module, `.avm` a pack, `.ez` and `.zip` an archive, `.app` an
//! application's description; anything else, and anything in a folder `priv`, is a plain file. Of a folder go in its
//! modules; of an application's folder, which has `ebin`, also its description and what lies in its `priv`.
//!
//! Invariant: the order of inputs is that of the arguments, inside a folder or archive that of names, so the same
//! inputs give the same pack.
//! Invariant: a link to a folder is not followed, so that reading ends.

use std::fs;
use std::iter;
use std::path::{Component, Path, PathBuf};

use packbeam::Application;

use crate::archive;
use crate::say::Failure;

/// Sources: nobody means to put one into a pack, but for those in `priv`.
const SOURCES: [&str; 6] = ["erl", "hrl", "ex", "exs", "gleam", "c"];

/// Something that goes into a pack.
#[derive(Clone, Debug)]
pub struct Input {
    /// Where it came from, for what is said of it.
    pub path: PathBuf,
    /// What it is.
    pub content: Content,
}

/// What an input is.
#[derive(Clone, Debug)]
pub enum Content {
    /// A compiled module.
    Module(Vec<u8>),
    /// A pack.
    Pack(Vec<u8>),
    /// A plain file, under the name it has in the pack.
    File(String, Vec<u8>),
}

/// How inputs are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As the head of this file says.
    Ours,
    /// As packbeam reads them: what is neither `.beam` nor `.avm` is a plain file under its path, whatever that is.
    Packbeam,
}

/// What the paths name, in their order; each is read when it is asked for, so that all are never held at once.
pub fn read(paths: &[PathBuf], reading: Reading) -> impl Iterator<Item = Result<Input, Failure>> {
    paths.iter().flat_map(move |path| match (reading, path.is_dir()) {
        (Reading::Ours, true) => folder(path),
        (Reading::Ours, false) => each(read_file(path).and_then(|bytes| file(path, bytes))),
        (Reading::Packbeam, _) => {
            each(read_file(path).and_then(|bytes| plainly(path, bytes)).map(|input| vec![input]))
        }
    })
}

type Inputs = Box<dyn Iterator<Item = Result<Input, Failure>>>;

fn each(read: Result<Vec<Input>, Failure>) -> Inputs {
    match read {
        Ok(inputs) => Box::new(inputs.into_iter().map(Ok)),
        Err(failure) => Box::new(iter::once(Err(failure))),
    }
}

/// What a file of that path and these bytes is; an archive is many.
pub fn file(path: &Path, bytes: Vec<u8>) -> Result<Vec<Input>, Failure> {
    let is_private = path.iter().any(|part| part == "priv");
    match extension(path) {
        "ez" | "zip" if !is_private => archive::inputs(path, &bytes),
        "app" if !is_private => Ok(vec![description(path, &bytes)?]),
        source if SOURCES.contains(&source) && !is_private => {
            Err(sim::program::ProgramError::Unknown(path.to_owned()).into())
        }
        _ => Ok(vec![plainly(path, bytes)?]),
    }
}

fn plainly(path: &Path, bytes: Vec<u8>) -> Result<Input, Failure> {
    let content = match extension(path) {
        "beam" => Content::Module(bytes),
        "avm" => Content::Pack(bytes),
        _ => Content::File(name_of(path)?, bytes),
    };
    Ok(Input { path: path.to_owned(), content })
}

fn description(path: &Path, bytes: &[u8]) -> Result<Input, Failure> {
    let text = String::from_utf8_lossy(bytes);
    let application = Application::parse(&text).map_err(|error| {
        let line = text.as_bytes().iter().take(error.offset).filter(|byte| **byte == b'\n').count() + 1;
        Failure::new(format!("{}:{line}: {}", path.display(), error.fault.message()))
            .advise("a description is {application, NAME, [...]} with a full stop behind it")
    })?;
    let name = format!("{}/priv/application.bin", application.name);
    Ok(Input { path: path.to_owned(), content: Content::File(name, application.term) })
}

/// A plain file's name: its path as it was given. One that begins elsewhere than here would not be found by a program,
/// and would be another on another machine: of it counts what begins with the folder of `priv`.
fn name_of(path: &Path) -> Result<String, Failure> {
    let failure = || Failure::new(format!("{}: the name is not UTF-8", path.display()));
    let text = path.to_str().ok_or_else(failure)?;
    let stays_here = path.components().all(|part| matches!(part, Component::Normal(_)));
    if stays_here && !text.contains("//") {
        return Ok(text.replace('\\', "/"));
    }
    private_name(path).ok_or_else(|| {
        Failure::new(format!("{}: what is the file called in the pack?", path.display()))
            .advise("a program finds files as APPLICATION/priv/FILE: put it into such a folder, or name it from where you are")
    })
}

/// The name a program finds a plain file by: `APPLICATION/priv/FILE`.
fn private_name(path: &Path) -> Option<String> {
    let parts: Vec<&str> = path.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    let private = parts.iter().rposition(|part| *part == "priv")?;
    let application = private.checked_sub(1)?;
    Some(parts[application..].join("/"))
}

/// The modules of a folder in the order of their names, or all of an application.
fn folder(path: &Path) -> Inputs {
    let files = match folder_files(path, None) {
        Ok(files) if files.is_empty() => {
            let failure = Failure::new(format!("{}: there are no modules in this directory", path.display()));
            return each(Err(failure.advise("modules are files that end with .beam")));
        }
        Ok(files) => files,
        Err(failure) => return each(Err(failure)),
    };
    Box::new(files.into_iter().flat_map(|(path, private)| {
        each(read_file(&path).and_then(|bytes| match private {
            Some(name) => Ok(vec![Input { path, content: Content::File(name, bytes) }]),
            None => file(&path, bytes),
        }))
    }))
}

/// The files of a folder that go into a pack, and what the plain ones are called; the application is named if its folder
/// is not.
pub fn folder_files(path: &Path, name: Option<&str>) -> Result<Vec<(PathBuf, Option<String>)>, Failure> {
    let is_application = path.join("ebin").is_dir();
    let modules_are = if is_application { path.join("ebin") } else { path.to_owned() };
    let is_wanted = |file: &PathBuf| extension(file) == "beam" || is_application && extension(file) == "app";
    let modules = entries(&modules_are)?.into_iter().filter(is_wanted);
    let mut files: Vec<_> = modules.map(|file| (file, None)).collect();
    if is_application {
        let name = name.map_or_else(|| application_name(path), str::to_owned);
        let private = private_files(&path.join("priv"), &name)?;
        files.extend(private.into_iter().map(|(file, name)| (file, Some(name))));
    }
    Ok(files)
}

/// What lies in an application's `priv`, in the order of paths, and what it is called in a pack.
pub fn private_files(private: &Path, application: &str) -> Result<Vec<(PathBuf, String)>, Failure> {
    let mut pending = vec![private.to_owned()];
    let mut files = vec![];
    while let Some(folder) = pending.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in entries(&folder)? {
            match fs::symlink_metadata(&entry).map_err(|error| Failure::file(&entry, &error))? {
                kind if kind.is_dir() => pending.push(entry),
                _ if entry.is_file() => files.push(entry),
                _ => {}
            }
        }
    }
    files.sort();
    let named = files.into_iter().map(|path| {
        let inside = path.strip_prefix(private).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        (path, format!("{application}/priv/{inside}"))
    });
    Ok(named.collect())
}

/// The name of an application's folder, without its version.
fn application_name(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.rsplit_once('-') {
        Some((name, version)) if version.starts_with(|first: char| first.is_ascii_digit()) => name.to_owned(),
        _ => name.into_owned(),
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failure = |error| Failure::file(folder, &error);
    let entries = folder.read_dir().map_err(failure)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>().map_err(failure)?;
    paths.sort();
    Ok(paths)
}

fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::file(path, &error))
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}
