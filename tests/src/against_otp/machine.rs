//! The machine's side: modules run in a process of their own, which may fall over.
//!
//! Invariant: what a module printed before the machine fell over counts for the modules that were done; the one that was
//! not is named as the culprit.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, thread};

use vm::run::Arguments;

use crate::world::World;

/// The argument that makes a program call [`serve`].
pub const SERVE: &str = "--serve";
/// When a machine is taken to hang.
const LIMIT: Duration = Duration::from_secs(120);
/// The same in virtual time: an hour.
const END_NS: u64 = 3_600_000_000_000;

/// A folder for code on its way to a machine, gone with it.
pub struct Machine {
    folder: PathBuf,
}

/// The lines of each module, or why there are none, in the order of the modules.
pub type Outcomes = Vec<Result<String, String>>;

impl Machine {
    /// One with the module that calls the others.
    ///
    /// # Panics
    /// The folder for temporary files cannot be written.
    pub fn new(trial: &[u8]) -> Machine {
        static MACHINES: AtomicUsize = AtomicUsize::new(0);
        let (process, number) = (std::process::id(), MACHINES.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(format!("against_otp.{process}.{number}"));
        fs::create_dir_all(&folder).expect("a temporary folder");
        fs::write(folder.join("trial.beam"), trial).expect("a temporary file");
        Machine { folder }
    }

    /// Runs modules, of these names and this code, one after the other.
    ///
    /// # Panics
    /// The program cannot start itself, or the folder cannot be written.
    pub fn run(&self, modules: &[(&str, &[u8])]) -> Outcomes {
        for (name, beam) in modules {
            fs::write(self.folder.join(name).with_extension("beam"), beam).expect("a temporary file");
        }
        let mut outcomes = Outcomes::new();
        while outcomes.len() < modules.len() {
            let names: Vec<&str> = modules[outcomes.len()..].iter().map(|(name, _)| *name).collect();
            outcomes.append(&mut self.run_until_it_falls(&names));
        }
        outcomes
    }

    fn run_until_it_falls(&self, names: &[&str]) -> Outcomes {
        let mut child = Command::new(env::current_exe().expect("this program"))
            .arg(SERVE)
            .arg(&self.folder)
            .args(names)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("this program starts");
        let (mut text, mut complaint) = (String::new(), String::new());
        let mut errors = child.stderr.take().expect("a pipe");
        let listener = thread::spawn(move || {
            let _ = errors.read_to_string(&mut complaint);
            complaint
        });
        let _ = child.stdout.take().expect("a pipe").read_to_string(&mut text);
        let complaint = listener.join().expect("a reader");
        let status = child.wait().expect("a child");
        let mut outcomes = Outcomes::new();
        let mut rest = text.as_str();
        for name in names {
            let done = format!("{name} done\n");
            match rest.find(&done) {
                Some(place) => {
                    outcomes.push(Ok(rest[..place].to_owned() + &done));
                    rest = &rest[place + done.len()..];
                }
                None => {
                    outcomes.push(Err(format!("{status}: {complaint}\n{rest}")));
                    break;
                }
            }
        }
        outcomes
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What the process does that [`Machine::run`] starts: `arguments` are the folder and the modules.
pub fn serve(arguments: &[String]) -> ExitCode {
    thread::spawn(|| {
        thread::sleep(LIMIT);
        eprintln!("it runs for ever");
        std::process::exit(1);
    });
    let (folder, names) = arguments.split_first().expect("a folder");
    match run_here(Path::new(folder), names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run_here(folder: &Path, names: &[String]) -> Result<(), String> {
    let beam =
        |name: &str| fs::read(folder.join(name).with_extension("beam")).map_err(|error| error.to_string());
    let trial = beam("trial")?;
    for name in names {
        let code = [trial.clone(), beam(name)?];
        let lines = run(&code, name)?;
        let _ = std::io::stdout().write_all(lines.as_bytes());
    }
    Ok(())
}

/// Runs a module in this process: `beams` are the module that calls it and itself.
///
/// # Errors
/// It does not load, or not every call came to an end.
pub fn run(beams: &[Vec<u8>], name: &str) -> Result<String, String> {
    World::run(beams, ("trial", "main"), Arguments::Strings(vec![name.to_owned()]), END_NS)
}
