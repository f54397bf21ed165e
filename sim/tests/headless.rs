//! Runs without a screen: what is written where, and that it is the same every time.

mod blinker;

use sim::clock::Pace;
use sim::device::Control;
use sim::headless::{self, Outputs};
use sim::machine::Ending;
use sim::world::TraceTo;

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
    let mut outputs = Outputs { console: &mut console, notes: &mut notes, trace: Some(&mut trace) };
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
