//! Runs without a screen: what is written where, the same every time.

mod blinker;

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use sim::board::Board;
use sim::clock::{Pace, SimClock};
use sim::crash;
use sim::device::Control;
use sim::diagram::Diagram;
use sim::driver::Driver;
use sim::headless::{self, OutputError, Outputs};
use sim::machine::{Ending, Machine, ProcessRow, Step};
use sim::world::{TraceTo, World};

struct Written {
    ending: Ending,
    console: String,
    notes: String,
    trace: String,
    end_ns: u64,
}

fn run(times: u64, trace_to: TraceTo, end_ns: Option<u64>) -> Written {
    let mut driver = blinker::driver(Pace::Virtual, times, trace_to, end_ns);
    let button = driver.world.borrow().part("btn1").unwrap();
    driver.world.borrow_mut().control(button, Control::Tap(200_000_000)).unwrap();
    let (mut console, mut notes, mut trace) = (vec![], vec![], vec![]);
    let mut outputs =
        Outputs { console: &mut console, notes: &mut notes, trace: Some(&mut trace), telling: crash::text };
    let ending = headless::run(&mut driver, &mut outputs).unwrap();
    let end_ns = driver.world.borrow().clock.now_ns();
    let [console, notes, trace] = [console, notes, trace].map(|bytes| String::from_utf8(bytes).unwrap());
    Written { ending, console, notes, trace, end_ns }
}

#[test]
fn a_program_runs_to_its_end() {
    let written = run(2, TraceTo::Apart, None);
    assert_eq!(written.ending, Ending::Returned { text: "ok".to_owned(), ok: true });
    assert!(written.console.ends_with("on\noff\non\noff\nReturn value: ok\n"), "{}", written.console);
    assert!(written.console.starts_with("GPIO4 fell, 1 times so far\n"), "{}", written.console);
    let left_out = "note: parts[4]: \"servo1\" is left out: no part of type \"wokwi-servo\"\n";
    assert_eq!(written.notes, left_out);
    assert_eq!(written.end_ns, 2_000_000_000);
    assert!(written.trace.contains("     0.500000000 s  GPIO2 (led1)  high\n"), "{}", written.trace);
    assert!(written.trace.lines().filter(|line| line.contains("GPIO4 (btn1)")).count() > 2);
}

#[test]
fn the_same_run_is_the_same_to_the_byte() {
    let [one, two] = [run(50, TraceTo::Console, None), run(50, TraceTo::Console, None)];
    assert_eq!(one.console, two.console);
    assert!(one.console.contains("on\n     0.500") || one.console.contains("high\non\n"), "{}", one.console);
}

#[test]
fn a_run_ends_when_its_time_is_up() {
    let written = run(u64::MAX / 2, TraceTo::Nothing, Some(3_600_000_000_000));
    assert_eq!(written.ending, Ending::TimeUp);
    assert_eq!(written.end_ns, 3_600_000_000_000);
    assert_eq!(written.ending.status(), 0);
}

/// A machine that waits for what never comes.
struct Sleeper;

impl Machine for Sleeper {
    fn step(&mut self) -> Step {
        Step::Idle { until_ns: None }
    }

    fn processes(&self) -> Vec<ProcessRow> {
        vec![]
    }
}

fn sleeper(end_ns: Option<u64>) -> Driver<Sleeper> {
    let diagram = Diagram::bare(Board::find("pico").unwrap());
    let clock = SimClock::new(Pace::Virtual, 1, 1.0);
    let world = World::new(diagram, clock, 0, TraceTo::Nothing).unwrap();
    Driver::new(Rc::new(RefCell::new(world)), Sleeper, end_ns)
}

#[test]
fn waiting_for_ever_is_an_ending_unless_there_is_an_end() {
    let (mut console, mut notes) = (vec![], vec![]);
    let mut outputs = Outputs { console: &mut console, notes: &mut notes, trace: None, telling: crash::text };
    let ending = headless::run(&mut sleeper(None), &mut outputs).unwrap();
    assert_eq!((ending.status(), ending), (1, Ending::Stuck));
    assert_eq!(headless::run(&mut sleeper(Some(1 << 60)), &mut outputs).unwrap(), Ending::TimeUp);
    assert!(String::from_utf8(notes).unwrap().starts_with("note: every process waits"));
}

/// A reader who is gone.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_console_ends_a_run_and_a_broken_trace_is_an_error() {
    let mut driver = blinker::driver(Pace::Virtual, 9, TraceTo::Apart, None);
    let mut outputs =
        Outputs { console: &mut Closed, notes: &mut io::sink(), trace: None, telling: crash::text };
    assert_eq!(headless::run(&mut driver, &mut outputs).unwrap(), Ending::Quit);
    let mut driver = blinker::driver(Pace::Virtual, 9, TraceTo::Apart, None);
    let mut outputs = Outputs {
        console: &mut io::sink(),
        notes: &mut io::sink(),
        trace: Some(&mut Closed),
        telling: crash::text,
    };
    let error = headless::run(&mut driver, &mut outputs).unwrap_err();
    assert!(matches!(error, OutputError::Trace(_)), "{error:?}");
}
