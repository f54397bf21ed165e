//! A run on the screen: slices of work, keys in between, thirty pictures a second.
//!
//! Invariants: what is drawn is a function of a [`Snapshot`] and a [`View`](view::View); a key is answered within a few
//! milliseconds, whatever the machine does; the terminal is given back on every way out.

pub mod draw;
mod panel;
mod terminal;
pub mod theme;
pub mod view;
mod wave;

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event};

use crate::driver::{Driver, Turn};
use crate::headless::OutputError;
use crate::machine::{Ending, Machine};
use crate::snapshot::Snapshot;
use terminal::Screen;
use theme::Theme;
use view::{Command, View};

/// Between two pictures.
const FRAME: Duration = Duration::from_millis(33);
/// Between two looks at the keyboard while the machine works.
const SLICE: Duration = Duration::from_millis(5);

/// Runs until whoever looks leaves; how the run had ended by then.
///
/// # Errors
/// When the terminal cannot be used, or the trace not be written.
pub fn run<M: Machine>(
    driver: &mut Driver<M>,
    program: &str,
    mut trace: Option<&mut dyn Write>,
) -> Result<Ending, OutputError> {
    let mut screen = Screen::take()?;
    let theme = Theme::of_environment();
    let mut view = View::default();
    let mut drawn_at: Option<Instant> = None;
    let mut snapshot = Snapshot::of(driver, program);
    while !screen.ended() {
        if drawn_at.is_none_or(|at| at.elapsed() >= FRAME) {
            snapshot = Snapshot::of(driver, program);
            screen.terminal.draw(|frame| draw::draw(frame, &snapshot, &mut view, theme))?;
            drawn_at = Some(Instant::now());
        }
        if let Some(trace) = &mut trace {
            write_trace(driver, *trace).map_err(OutputError::Trace)?;
        }
        let frame_left = drawn_at.map_or(Duration::ZERO, |at| FRAME.saturating_sub(at.elapsed()));
        let wait = work(driver, frame_left);
        if !event::poll(wait)? {
            continue;
        }
        let command = match event::read()? {
            Event::Key(key) => view.key(key, &snapshot),
            Event::Mouse(mouse) => view.mouse(mouse, &snapshot),
            _ => None,
        };
        // What a key did is seen at once.
        drawn_at = None;
        match command {
            Some(Command::Quit) => break,
            Some(Command::Suspend) => suspend(driver, &mut screen)?,
            Some(command) => obey(driver, command),
            None => {}
        }
    }
    Ok(driver.ending().cloned().unwrap_or(Ending::Quit))
}

fn write_trace<M>(driver: &Driver<M>, trace: &mut dyn Write) -> io::Result<()> {
    let lines = driver.world.borrow_mut().take_trace();
    if lines.is_empty() {
        return Ok(());
    }
    trace.write_all(lines.as_bytes())?;
    trace.flush()
}

/// Lets the machine work for a slice; how long nothing is to be done after it, at most `frame_left`.
fn work<M: Machine>(driver: &mut Driver<M>, frame_left: Duration) -> Duration {
    if driver.world.borrow().clock.paused() || driver.ending().is_some() {
        return frame_left;
    }
    let began = Instant::now();
    let mut wait = Duration::ZERO;
    while began.elapsed() < SLICE.min(frame_left) && wait.is_zero() {
        wait = turn(driver, frame_left);
    }
    // Bytes for standard output have nowhere to go from here.
    driver.world.borrow_mut().console.take_pending();
    wait.min(frame_left.saturating_sub(began.elapsed()))
}

/// One turn; how long to wait after it.
fn turn<M: Machine>(driver: &mut Driver<M>, frame_left: Duration) -> Duration {
    match driver.turn() {
        Turn::Worked => Duration::ZERO,
        Turn::Wait(Some(until_ns)) => {
            let wait = driver.world.borrow().clock.wait_for(until_ns);
            driver.world.borrow_mut().clock.jump_to(until_ns);
            wait
        }
        Turn::Wait(None) => frame_left,
        Turn::Ended => {
            tell_ending(driver);
            // What is seen is the moment it ended.
            driver.world.borrow_mut().clock.pause(true);
            frame_left
        }
    }
}

fn tell_ending<M: Machine>(driver: &mut Driver<M>) {
    let text = match driver.ending() {
        Some(Ending::Returned { text, .. }) => format!("Return value: {text}"),
        Some(Ending::Crashed { crash }) => crash.text.clone(),
        Some(ending) => ending.words(),
        None => return,
    };
    let mut world = driver.world.borrow_mut();
    text.lines().for_each(|line| world.console.note(line));
}

/// Carries a command out; a run that has ended takes none.
fn obey<M: Machine>(driver: &mut Driver<M>, command: Command) {
    if driver.ending().is_some() {
        return;
    }
    let mut world = driver.world.borrow_mut();
    match command {
        Command::Pause => {
            let paused = world.clock.paused();
            world.clock.pause(!paused);
        }
        Command::Speed(factor) => {
            let speed = world.clock.speed();
            world.clock.set_speed(speed * factor);
        }
        Command::Control(part, control) => {
            // Only parts that can be pressed have keys.
            let _ = world.control(part, control);
        }
        Command::Step if world.clock.paused() => {
            drop(world);
            turn(driver, Duration::ZERO);
        }
        Command::Step | Command::Quit | Command::Suspend => {}
    }
}

/// Time stands while the program is in the background.
fn suspend<M: Machine>(driver: &mut Driver<M>, screen: &mut Screen) -> io::Result<()> {
    let paused = driver.world.borrow().clock.paused();
    driver.world.borrow_mut().clock.pause(true);
    screen.suspend()?;
    driver.world.borrow_mut().clock.pause(paused);
    Ok(())
}
