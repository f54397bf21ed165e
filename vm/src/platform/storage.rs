//! Files, where the machine has any.

use alloc::string::String;
use alloc::vec::Vec;

/// Why a file operation was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageError {
    /// There is no such file.
    NotFound,
    /// It is not allowed.
    Denied,
    /// It is a directory, where a file is asked for.
    IsDirectory,
    /// It is no directory, where one is asked for.
    NotDirectory,
    /// There is a file already.
    Exists,
    /// Anything else.
    Failed,
}

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// Bytes.
    Regular,
    /// Other files.
    Directory,
    /// A device, a pipe, a socket.
    Other,
}

/// Files by path.
///
/// Invariant: nothing here waits for anybody: whatever is not [`FileKind::Regular`] is not read.
pub trait Storage {
    /// All bytes of a file.
    fn read(&self, path: &str) -> Result<Vec<u8>, StorageError>;
    /// Makes a file of these bytes, in place of what was there.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StorageError>;
    /// What a file is.
    fn kind(&self, path: &str) -> Result<FileKind, StorageError>;
    /// The names in a directory.
    fn list(&self, path: &str) -> Result<Vec<String>, StorageError>;
    /// Makes a directory.
    fn make_directory(&self, path: &str) -> Result<(), StorageError>;
    /// Removes a file that is no directory.
    fn remove(&self, path: &str) -> Result<(), StorageError>;
    /// Removes an empty directory.
    fn remove_directory(&self, path: &str) -> Result<(), StorageError>;
    /// The directory that paths begin in.
    fn current_directory(&self) -> Result<String, StorageError>;
}
