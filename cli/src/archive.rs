//! `.ez` and `.zip` archives of applications, as inputs of a pack.
//!
//! Of an archive go in its modules, wherever they are, the descriptions of applications, and what lies in a folder
//! `priv`, under the name a program finds it by.
//!
//! Invariant: nothing is allocated for a size an archive only claims; what one file unpacks to has a limit.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use crate::input::{Content, Input, file};
use crate::say::Failure;

/// The most bytes a file of an archive may have.
const FILE_LIMIT: u64 = 64 << 20;

/// What of an archive goes into a pack, in the order of names.
pub fn inputs(path: &Path, bytes: &[u8]) -> Result<Vec<Input>, Failure> {
    let failure = |error: &dyn std::fmt::Display| {
        Failure::new(format!("{}: {error}", path.display()))
            .advise("an archive is a .zip file with APPLICATION-VERSION/ebin/MODULE.beam inside")
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| failure(&error))?;
    let mut entries = vec![];
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| failure(&error))?;
        let name = entry.name().map_err(|error| failure(&error))?;
        entries.push((name.into_owned(), index));
    }
    entries.sort();
    let mut inputs = vec![];
    for (name, index) in entries.into_iter().filter(|(name, _)| !name.ends_with('/')) {
        let inner = PathBuf::from(&name);
        let private = private_name(&inner);
        let wanted = inner.extension().is_some_and(|extension| extension == "beam" || extension == "app");
        if !wanted && private.is_none() {
            continue;
        }
        let mut content = vec![];
        let entry = archive.by_index(index).map_err(|error| failure(&error))?;
        entry.take(FILE_LIMIT + 1).read_to_end(&mut content).map_err(|error| failure(&error))?;
        if content.len() as u64 > FILE_LIMIT {
            return Err(failure(&format!("{name} unpacks to more than {} MiB", FILE_LIMIT >> 20)));
        }
        let outer = path.join(&name);
        match private {
            Some(private) => inputs.push(Input { path: outer, content: Content::File(private, content) }),
            None => inputs.extend(file(&outer, content)?),
        }
    }
    match inputs.is_empty() {
        true => Err(failure(&"there are no modules in this archive")),
        false => Ok(inputs),
    }
}

/// `APPLICATION/priv/FILE`, the version taken off; nothing that climbs out of its folder.
fn private_name(path: &Path) -> Option<String> {
    let parts: Vec<&str> = path.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    let private = parts.iter().position(|part| *part == "priv").filter(|place| *place > 0)?;
    if parts.contains(&"..") {
        return None;
    }
    let application = parts[private - 1];
    let name = match application.rsplit_once('-') {
        Some((name, version)) if version.starts_with(|first: char| first.is_ascii_digit()) => name,
        _ => application,
    };
    Some([&[name], &parts[private..]].concat().join("/"))
}
