//! A computer's own platform: its clock, standard output, standard error, files.
//!
//! Deliberately absent: pins. A computer has none; the virtual board is the crate `sim`.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use super::storage::{FileKind, StorageError};
use super::{Clock, Console, OperatingSystem, Platform, Storage};

/// The platform of `avm run`: what AtomVM calls `generic_unix`.
#[derive(Debug)]
pub struct Host {
    started: Instant,
    random: AtomicU64,
}

impl Default for Host {
    fn default() -> Self {
        Self::new()
    }
}

impl Host {
    /// The host's platform, with its clock at zero.
    pub fn new() -> Self {
        let seed = std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), 0);
        Host { started: Instant::now(), random: AtomicU64::new(seed) }
    }
}

impl Clock for Host {
    fn monotonic_ns(&self) -> u64 {
        self.started.elapsed().as_nanos() as u64
    }

    fn system_ns(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos() as u64)
    }
}

impl Console for Host {
    fn write(&self, text: &[u8]) {
        let mut output = io::stdout().lock();
        // A closed pipe is the reader's choice: the program goes on unheard, as on OTP.
        let _ = output.write_all(text).and_then(|()| output.flush());
    }

    fn report(&self, text: &str) {
        // Where nobody listens there is nobody to tell.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

impl Storage for Host {
    fn read(&self, path: &str) -> Result<Vec<u8>, StorageError> {
        match self.kind(path)? {
            FileKind::Regular => fs::read(path).map_err(|error| refusal(&error)),
            FileKind::Directory => Err(StorageError::IsDirectory),
            FileKind::Other => Err(StorageError::Denied),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StorageError> {
        match self.kind(path) {
            Ok(FileKind::Directory) => Err(StorageError::IsDirectory),
            Ok(FileKind::Other) => Err(StorageError::Denied),
            _ => fs::write(path, bytes).map_err(|error| refusal(&error)),
        }
    }

    fn kind(&self, path: &str) -> Result<FileKind, StorageError> {
        let kind = fs::metadata(path).map_err(|error| refusal(&error))?;
        Ok(match () {
            () if kind.is_file() => FileKind::Regular,
            () if kind.is_dir() => FileKind::Directory,
            () => FileKind::Other,
        })
    }

    fn list(&self, path: &str) -> Result<Vec<String>, StorageError> {
        let entries = fs::read_dir(path).map_err(|error| refusal(&error))?;
        let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
        names.collect::<io::Result<_>>().map_err(|error| refusal(&error))
    }

    fn make_directory(&self, path: &str) -> Result<(), StorageError> {
        fs::create_dir(path).map_err(|error| refusal(&error))
    }

    fn remove(&self, path: &str) -> Result<(), StorageError> {
        fs::remove_file(path).map_err(|error| refusal(&error))
    }

    fn remove_directory(&self, path: &str) -> Result<(), StorageError> {
        fs::remove_dir(path).map_err(|error| refusal(&error))
    }

    fn current_directory(&self) -> Result<String, StorageError> {
        let path = std::env::current_dir().map_err(|error| refusal(&error))?;
        Ok(path.to_string_lossy().into_owned())
    }
}

fn refusal(error: &io::Error) -> StorageError {
    match error.kind() {
        ErrorKind::NotFound => StorageError::NotFound,
        ErrorKind::PermissionDenied => StorageError::Denied,
        ErrorKind::AlreadyExists => StorageError::Exists,
        ErrorKind::IsADirectory => StorageError::IsDirectory,
        ErrorKind::NotADirectory => StorageError::NotDirectory,
        _ => StorageError::Failed,
    }
}

/// The release of the kernel, where it is told in a file.
fn release() -> [u32; 3] {
    let text = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let mut numbers =
        text.split(|character: char| !character.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| numbers.next().unwrap_or(0))
}

impl Platform for Host {
    fn name(&self) -> &'static str {
        "generic_unix"
    }

    fn clock(&self) -> &dyn Clock {
        self
    }

    fn console(&self) -> &dyn Console {
        self
    }

    fn environment(&self) -> Vec<(String, String)> {
        let text = |part: std::ffi::OsString| part.to_string_lossy().into_owned();
        std::env::vars_os().map(|(name, value)| (text(name), text(value))).collect()
    }

    fn operating_system(&self) -> OperatingSystem {
        let family = if cfg!(windows) { "win32" } else { "unix" };
        let name = match std::env::consts::OS {
            "macos" => "darwin",
            "windows" => "nt",
            name => name,
        };
        OperatingSystem { family, name: Some(name), release: release(), process: std::process::id() }
    }

    fn storage(&self) -> Option<&dyn Storage> {
        Some(self)
    }

    fn random(&self) -> u64 {
        // SplitMix64 (Steele, Lea, Flood 2014): one addition and a mix a number.
        let mut mixed = self.random.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
