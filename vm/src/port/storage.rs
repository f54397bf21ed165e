//! Files as programs and the loader ask for them, where there is storage.

use alloc::string::String;
use alloc::vec::Vec;

use crate::platform::storage::{FileKind, Storage, StorageError};
use crate::sched::System;

/// Asks the storage, where there is one.
pub fn ask<T>(
    system: &System,
    act: impl FnOnce(&dyn Storage) -> Result<T, StorageError>,
) -> Result<T, StorageError> {
    system.platform.storage().map_or(Err(StorageError::NotFound), act)
}

/// All bytes of a file.
pub fn read(system: &System, path: &str) -> Result<Vec<u8>, StorageError> {
    ask(system, |storage| storage.read(path))
}

/// Whether a path is that of a directory.
pub fn is_directory(system: &System, path: &str) -> bool {
    ask(system, |storage| storage.kind(path)) == Ok(FileKind::Directory)
}

/// A file of a directory.
pub fn path_in(directory: &str, name: &str) -> String {
    let mut path = String::with_capacity(directory.len() + 1 + name.len());
    path.push_str(directory);
    if !directory.is_empty() && !directory.ends_with('/') {
        path.push('/');
    }
    path.push_str(name);
    path
}
