//! A run from its options to its ending: files, the world, and a loop.

use std::cell::RefCell;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use vm::sched::memory::Limit;

use crate::board::Board;
use crate::clock::{Pace, SimClock};
use crate::crash::{self, Telling};
use crate::diagram::{Diagram, DiagramError};
use crate::driver::Driver;
use crate::firmware::{Firmware, FirmwareError, Surroundings};
use crate::headless::{self, OutputError, Outputs};
use crate::machine::Ending;
use crate::platform::SimPlatform;
use crate::program::{Program, ProgramError, pack_of};
use crate::tui;
use crate::world::{TraceTo, World};

/// What is to be run, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// A module, a pack, or a directory with a pack and perhaps a `diagram.json`.
    pub program: PathBuf,
    /// The module to begin in, if not the one the program names.
    pub start: Option<String>,
    /// The name of the board; else the diagram's, else [`DEFAULT_BOARD`].
    pub board: Option<String>,
    /// Without a screen. A run whose output is no terminal never has one.
    pub headless: bool,
    /// What moves time; else virtual without a screen, real with one.
    pub pace: Option<Pace>,
    /// Virtual seconds a second, where the host's clock moves time.
    pub speed: f64,
    /// When to stop, in virtual nanoseconds.
    pub for_ns: Option<u64>,
    /// The file the edges are written to; `-` is standard output.
    pub trace: Option<PathBuf>,
    /// What chance begins with.
    pub seed: u64,
    /// Without a screen: crashes are told in lines of JSON, on standard error.
    pub json: bool,
    /// Bytes that processes may hold; else what the board has.
    pub memory_limit: Option<usize>,
}

/// The board of a program that does not say.
pub const DEFAULT_BOARD: &Board = &crate::board::ESP32;

impl Options {
    /// A run of a program with nothing else said.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Options {
            program: program.into(),
            start: None,
            board: None,
            headless: false,
            pace: None,
            speed: 1.0,
            for_ns: None,
            trace: None,
            seed: 0,
            json: false,
            memory_limit: None,
        }
    }
}

/// Why there is no run, or why it could not go on.
#[derive(Debug)]
pub enum SimError {
    /// The program cannot be used.
    Program(ProgramError),
    /// The machine does not take it.
    Firmware(FirmwareError),
    /// There is no such board.
    UnknownBoard(String),
    /// A diagram cannot be read.
    Read(PathBuf, io::Error),
    /// A diagram cannot be used.
    Diagram(PathBuf, DiagramError),
    /// The trace cannot be written.
    Trace(PathBuf, io::Error),
    /// The trace was to be written to the terminal the screen is on.
    TraceOnScreen,
    /// The terminal, or standard output, cannot be used.
    Output(io::Error),
}

impl fmt::Display for SimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(error) => error.fmt(f),
            Self::Firmware(error) => error.fmt(f),
            Self::UnknownBoard(name) => write!(f, "there is no board \"{name}\""),
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Diagram(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Trace(path, error) => write!(f, "{}: the trace cannot be written: {error}", path.display()),
            Self::TraceOnScreen => f.write_str("the trace cannot be written to the screen that is drawn on"),
            Self::Output(error) => write!(f, "the output cannot be written: {error}"),
        }
    }
}

impl std::error::Error for SimError {}

/// Runs a program until it ends, its time is up, or whoever looks leaves.
///
/// # Errors
/// When the program, the board, the diagram or the outputs cannot be used.
pub fn run(options: Options) -> Result<Ending, SimError> {
    let headless = options.headless || !stdout().is_terminal();
    let to_console = options.trace.as_deref() == Some(Path::new("-"));
    if to_console && !headless {
        return Err(SimError::TraceOnScreen);
    }
    let trace_to = match &options.trace {
        None => TraceTo::Nothing,
        Some(_) if to_console => TraceTo::Console,
        Some(_) => TraceTo::Apart,
    };
    let trace_path = options.trace.clone().filter(|_| !to_console);
    let mut trace = trace_path.as_deref().map(create).transpose()?;
    let name = name_of(&options.program);
    let pace = options.pace.unwrap_or(if headless { Pace::Virtual } else { Pace::Real });
    let telling: Telling = if options.json { crash::json } else { crash::text };
    let mut driver = set_up(options, pace, trace_to)?;
    let trace = trace.as_mut();
    let ending = match headless {
        true => without_screen(&mut driver, trace, telling),
        false => on_screen(&mut driver, &name, trace),
    };
    ending.map_err(|error| match error {
        OutputError::Trace(error) => SimError::Trace(trace_path.unwrap_or_default(), error),
        OutputError::Console(error) => SimError::Output(error),
    })
}

/// A driver of the program in its world, at time zero.
fn set_up(options: Options, pace: Pace, trace_to: TraceTo) -> Result<Driver<Firmware>, SimError> {
    let directory = Some(options.program.as_path()).filter(|path| path.is_dir());
    let pack = directory.map(pack_of).transpose().map_err(SimError::Program)?;
    let program = Program::read(&[pack.unwrap_or_else(|| options.program.clone())]);
    let program = program.map_err(SimError::Program)?;
    let entry = program.entry(options.start.as_deref()).map_err(SimError::Program)?;
    let board = options.board.as_deref().map(find_board).transpose()?;
    let (diagram, path) = diagram(directory, board)?;
    let memory_limit = options.memory_limit.unwrap_or_else(|| diagram.board.memory_bytes());
    let clock = SimClock::new(pace, diagram.board.ns_per_reduction(), options.speed);
    let world = World::new(diagram, clock, options.seed, trace_to);
    let world = Rc::new(RefCell::new(world.map_err(|error| SimError::Diagram(path, error))?));
    if options.json {
        world.borrow_mut().keep_crashes_apart();
    }
    let platform = Rc::new(SimPlatform(Rc::clone(&world)));
    let surroundings = Surroundings {
        memory_limit: Some(Limit { bytes: memory_limit, with_code: false }),
        ..Surroundings::default()
    };
    let firmware = Firmware::load(platform, program, &entry, surroundings).map_err(SimError::Firmware)?;
    Ok(Driver::new(world, firmware, options.for_ns))
}

fn find_board(name: &str) -> Result<&'static Board, SimError> {
    Board::find(name).ok_or_else(|| SimError::UnknownBoard(name.to_owned()))
}

/// The diagram of a directory and where it is: `diagram-BOARD.json` for the board asked for, else `diagram.json`. One
/// that is for another board is not used, nor is there one without a directory: then the board is alone.
fn diagram(directory: Option<&Path>, board: Option<&'static Board>) -> Result<(Diagram, PathBuf), SimError> {
    let mut note = None;
    for path in directory.map(|directory| diagram_paths(directory, board)).unwrap_or_default() {
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(SimError::Read(path, error)),
        };
        let diagram = Diagram::parse(&text).map_err(|error| SimError::Diagram(path.clone(), error))?;
        match board {
            Some(board) if board.name != diagram.board.name => {
                let drawn = diagram.board.name;
                note = Some(format!("{} is for the {drawn} and is not used", path.display()));
            }
            _ => return Ok((diagram, path)),
        }
    }
    let mut diagram = Diagram::bare(board.unwrap_or(DEFAULT_BOARD));
    diagram.warnings.extend(note);
    Ok((diagram, PathBuf::new()))
}

fn diagram_paths(directory: &Path, board: Option<&'static Board>) -> Vec<PathBuf> {
    let special = board.map(|board| directory.join(format!("diagram-{}.json", board.name)));
    special.into_iter().chain([directory.join("diagram.json")]).collect()
}

/// What the screen calls a program.
fn name_of(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn create(path: &Path) -> Result<BufWriter<File>, SimError> {
    File::create(path).map(BufWriter::new).map_err(|error| SimError::Trace(path.to_owned(), error))
}

fn without_screen(
    driver: &mut Driver<Firmware>,
    trace: Option<&mut BufWriter<File>>,
    telling: Telling,
) -> Result<Ending, OutputError> {
    let trace = trace.map(|trace| trace as &mut dyn Write);
    headless::run(driver, &mut Outputs { console: &mut stdout(), notes: &mut stderr(), trace, telling })
}

/// What a program said last is still there when the screen is gone.
fn on_screen(
    driver: &mut Driver<Firmware>,
    name: &str,
    trace: Option<&mut BufWriter<File>>,
) -> Result<Ending, OutputError> {
    let ending = tui::run(driver, name, trace.map(|trace| trace as &mut dyn Write))?;
    headless::tell_ending(&ending, &mut stdout(), &mut stderr(), crash::text)?;
    Ok(ending)
}
