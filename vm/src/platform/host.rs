//! A computer's own platform: its clock, standard output, standard error, files.
//!
//! Invariant: a thread of its own waits for what is typed, a line at a time, so that nobody else has to.
//!
//! Deliberately absent: pins. A computer has none; the virtual board is the crate `sim`.

use std::collections::VecDeque;
use std::fs;
use std::io::{self, BufRead, ErrorKind, Write};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::storage::{FileInformation, FileKind, StorageError};
use super::{Clock, Console, Crash, Event, OperatingSystem, Platform, Storage};

/// The platform of `avm run`: what AtomVM calls `generic_unix`.
#[derive(Debug)]
pub struct Host {
    told: fn(&Crash) -> String,
    started: Instant,
    random: AtomicU64,
    /// Asks the thread that reads standard input for a line; it begins with the first.
    requests: OnceLock<Sender<()>>,
    /// Lines asked for that were not told.
    due: AtomicUsize,
    /// What happened outside, as it comes.
    news: Sender<News>,
    /// What happened outside and was not heard.
    heard: Mutex<Heard>,
}

/// What may happen outside.
#[derive(Debug)]
enum News {
    /// The line that was asked for, or the end of the input.
    Line(Option<Vec<u8>>),
    /// Whoever waits is to go on.
    Interrupt,
}

#[derive(Debug)]
struct Heard {
    news: Receiver<News>,
    /// Lines that came while the host waited.
    lines: VecDeque<Option<Vec<u8>>>,
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
        let (send, news) = mpsc::channel();
        Host {
            told: |crash| crash.report.clone(),
            started: Instant::now(),
            random: AtomicU64::new(seed),
            requests: OnceLock::new(),
            due: AtomicUsize::new(0),
            news: send,
            heard: Mutex::new(Heard { news, lines: VecDeque::new() }),
        }
    }

    /// The same, but a crash is told in these words.
    pub fn telling(self, told: fn(&Crash) -> String) -> Self {
        Host { told, ..self }
    }

    /// Waits so long, or until a line of input comes that was asked for, or [`Platform::interrupt`] is called.
    pub fn wait(&self, time: Duration) {
        let mut heard = self.heard();
        if let Ok(news) = heard.news.recv_timeout(time) {
            heard.take(news);
        }
    }

    /// Waits until a monotonic time, or as [`Host::wait`] does: without a time until somebody ends the program, as OTP does.
    pub fn wait_until(&self, until_ns: Option<u64>) {
        /// Long enough that waking for nothing costs nothing.
        const LONG: Duration = Duration::from_secs(3600);
        let left = |until: u64| Duration::from_nanos(until.saturating_sub(self.monotonic_ns()));
        self.wait(until_ns.map_or(LONG, left));
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Heard {
    fn take(&mut self, news: News) {
        if let News::Line(line) = news {
            self.lines.push_back(line);
        }
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

    fn request_line(&self) -> bool {
        // It is due before it may come.
        self.due.fetch_add(1, Ordering::Relaxed);
        let asked = self.requests.get_or_init(|| read_lines(self.news.clone())).send(()).is_ok();
        self.due.fetch_sub(usize::from(!asked), Ordering::Relaxed);
        asked
    }

    fn report(&self, text: &str) {
        // Where nobody listens there is nobody to tell.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    fn crashed(&self, crash: &Crash) {
        self.report(&(self.told)(crash));
    }
}

/// Starts the thread that reads a line of standard input for each request.
fn read_lines(news: Sender<News>) -> Sender<()> {
    let (requests, requested) = mpsc::channel();
    thread::spawn(move || {
        while requested.recv().is_ok() {
            let mut line = Vec::new();
            // An input that cannot be read has ended.
            let read = io::stdin().lock().read_until(b'\n', &mut line).unwrap_or(0);
            if news.send(News::Line(Some(line).filter(|_| read > 0))).is_err() {
                break;
            }
        }
    });
    requests
}

impl Storage for Host {
    fn read(&self, path: &str) -> Result<Vec<u8>, StorageError> {
        match self.information(path)?.kind {
            FileKind::Regular => fs::read(path).map_err(|error| refusal(&error)),
            FileKind::Directory => Err(StorageError::IsDirectory),
            FileKind::Other => Err(StorageError::Denied),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StorageError> {
        match self.information(path).map(|about| about.kind) {
            Ok(FileKind::Directory) => Err(StorageError::IsDirectory),
            Ok(FileKind::Other) => Err(StorageError::Denied),
            _ => fs::write(path, bytes).map_err(|error| refusal(&error)),
        }
    }

    fn information(&self, path: &str) -> Result<FileInformation, StorageError> {
        let about = fs::metadata(path).map_err(|error| refusal(&error))?;
        let kind = match () {
            () if about.is_file() => FileKind::Regular,
            () if about.is_dir() => FileKind::Directory,
            () => FileKind::Other,
        };
        let modified = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Ok(FileInformation {
            kind,
            bytes: about.len(),
            modified_s: modified.map_or(0, |since| since.as_secs()),
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

    fn rename(&self, from: &str, to: &str) -> Result<(), StorageError> {
        fs::rename(from, to).map_err(|error| refusal(&error))
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
        ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => StorageError::Exists,
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

    fn poll(&self) -> Option<Event> {
        if self.due.load(Ordering::Relaxed) == 0 {
            return None;
        }
        let mut heard = self.heard();
        while let Ok(news) = heard.news.try_recv() {
            heard.take(news);
        }
        let line = heard.lines.pop_front()?;
        self.due.fetch_sub(1, Ordering::Relaxed);
        Some(Event::ConsoleLine(line))
    }

    fn interrupt(&self) {
        self.news.send(News::Interrupt).expect("the host hears itself");
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
