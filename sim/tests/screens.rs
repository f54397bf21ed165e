//! The screen at its three sizes, against the files under `tests/screens`.
//!
//! `UPDATE=1` rewrites them.

mod blinker;

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use sim::clock::Pace;
use sim::device::Control;
use sim::driver::{Driver, Turn};
use sim::machine::Machine;
use sim::snapshot::Snapshot;
use sim::tui::draw::draw;
use sim::tui::theme::Theme;
use sim::tui::view::{Command, Panel, View};
use sim::world::TraceTo;

const SIZES: [(u16, u16); 3] = [(60, 15), (80, 24), (120, 40)];

/// Runs until that virtual time.
fn advance(driver: &mut Driver<impl Machine>, to_ns: u64) {
    while driver.world.borrow().clock.now_ns() < to_ns {
        if let Turn::Wait(Some(until_ns)) = driver.turn() {
            driver.world.borrow_mut().clock.jump_to(until_ns.min(to_ns));
        }
    }
    driver.turn();
}

/// The blinker after 3.7 seconds, its button pressed at 3.6.
fn snapshot() -> Snapshot {
    let mut driver = blinker::driver(Pace::Virtual, 100, TraceTo::Nothing, None);
    advance(&mut driver, 3_600_000_000);
    let button = driver.world.borrow().part("btn1").unwrap();
    driver.world.borrow_mut().control(button, Control::Tap(200_000_000)).unwrap();
    advance(&mut driver, 3_700_000_000);
    Snapshot::of(&driver, "blinky")
}

fn render(size: (u16, u16), snapshot: &Snapshot, view: &mut View, theme: Theme) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    terminal.draw(|frame| draw(frame, snapshot, view, theme)).unwrap();
    terminal.backend().buffer().clone()
}

fn text(buffer: &Buffer) -> String {
    let rows = buffer.content.chunks(usize::from(buffer.area.width));
    rows.map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned() + "\n")
        .collect()
}

fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(name);
    if std::env::var("UPDATE").is_ok_and(|update| update == "1") {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == found, "{name} differs; UPDATE=1 rewrites it. Found:\n{found}");
}

fn check_sizes(name: &str, snapshot: &Snapshot, mut view: impl FnMut() -> View) {
    for (width, height) in SIZES {
        let buffer = render((width, height), snapshot, &mut view(), Theme::new(true));
        check(&format!("{name}-{width}x{height}.txt"), &text(&buffer));
    }
}

#[test]
fn overview() {
    check_sizes("overview", &snapshot(), View::default);
}

#[test]
fn every_panel_expanded() {
    for focus in [Panel::Board, Panel::Parts, Panel::Console, Panel::Processes] {
        let name = focus.title().to_lowercase();
        check_sizes(&name, &snapshot(), || View { focus, expanded: true, ..View::default() });
    }
}

#[test]
fn help() {
    check_sizes("help", &snapshot(), || View { help: true, ..View::default() });
}

#[test]
fn paused_and_ended() {
    let mut driver = blinker::driver(Pace::Real, 0, TraceTo::Nothing, None);
    driver.world.borrow_mut().clock.pause(true);
    let paused = Snapshot::of(&driver, "a_program_with_a_name_longer_than_there_is_room");
    let bar = text(&render((60, 15), &paused, &mut View::default(), Theme::new(false)));
    assert!(bar.contains("‖ paused  1×  0.0"), "{bar}");
    assert!(bar.contains("space go on"), "{bar}");
    assert_eq!(driver.turn(), Turn::Ended);
    let ended = Snapshot::of(&driver, "blinky");
    let bar = text(&render((60, 15), &ended, &mut View::default(), Theme::new(false)));
    assert!(bar.contains("■ ended"), "{bar}");
    assert!(!bar.contains("space"), "{bar}");
}

#[test]
fn a_small_screen_says_so() {
    let buffer = render((59, 15), &snapshot(), &mut View::default(), Theme::new(true));
    assert!(text(&buffer).contains("59 x 15 is too small"));
    for size in [(1, 1), (0, 0), (60, 15), (300, 100)] {
        render(size, &snapshot(), &mut View::default(), Theme::new(true));
    }
}

#[test]
fn without_colour_there_is_none_and_all_is_said() {
    let snapshot = snapshot();
    let plain = render((80, 24), &snapshot, &mut View::default(), Theme::new(false));
    assert!(plain.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let coloured = render((80, 24), &snapshot, &mut View::default(), Theme::new(true));
    assert_eq!(text(&plain), text(&coloured));
    assert!(text(&plain).contains("(●) led1"));
    assert!(text(&plain).contains("[▣] btn1"));
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

#[test]
fn keys_mean_what_the_footer_says() {
    let snapshot = snapshot();
    let mut view = View::default();
    let press = |view: &mut View, code| view.key(key(code), &snapshot);
    assert_eq!(press(&mut view, KeyCode::Char(' ')), Some(Command::Pause));
    assert_eq!(press(&mut view, KeyCode::Char('+')), Some(Command::Speed(2.0)));
    assert_eq!(press(&mut view, KeyCode::Char('b')), Some(Command::Control(2, Control::Tap(200_000_000))));
    assert_eq!(press(&mut view, KeyCode::Char('B')), Some(Command::Control(2, Control::Toggle)));
    assert_eq!(press(&mut view, KeyCode::Char('z')), None);
    assert_eq!(press(&mut view, KeyCode::Enter), None, "a LED cannot be pressed");
    press(&mut view, KeyCode::Down);
    assert_eq!(press(&mut view, KeyCode::Enter), Some(Command::Control(2, Control::Tap(200_000_000))));
    press(&mut view, KeyCode::Tab);
    assert_eq!(view.focus, Panel::Console);
    press(&mut view, KeyCode::Char('e'));
    assert!(view.expanded);
    press(&mut view, KeyCode::Esc);
    assert!(!view.expanded);
    press(&mut view, KeyCode::Char('?'));
    assert_eq!(press(&mut view, KeyCode::Char('q')), None, "closes the help only");
    assert!(!view.help);
    assert_eq!(press(&mut view, KeyCode::Char('q')), Some(Command::Quit));
    let interrupt = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    assert_eq!(view.key(interrupt, &snapshot), Some(Command::Quit));
}

#[test]
fn a_click_presses_the_button_it_hits() {
    let snapshot = snapshot();
    let mut view = View::default();
    let screen = text(&render((80, 24), &snapshot, &mut view, Theme::new(true)));
    let row = screen.lines().position(|line| line.contains("[▣] btn1")).unwrap() as u16;
    let click = |row| MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: 6,
        row,
        modifiers: KeyModifiers::NONE,
    };
    assert_eq!(view.mouse(click(row), &snapshot), Some(Command::Control(2, Control::Tap(200_000_000))));
    assert_eq!(view.mouse(click(row - 1), &snapshot), None, "a LED cannot be pressed");
    assert_eq!(view.mouse(click(3), &snapshot), None);
    assert_eq!(view.focus, Panel::Board);
}

#[test]
fn the_console_scrolls_within_its_lines() {
    let mut snapshot = snapshot();
    let line = |number: usize| sim::console::Line { text: format!("line {number}").into(), note: false };
    snapshot.console = (0..100).map(line).collect();
    let mut view = View { focus: Panel::Console, expanded: true, ..View::default() };
    let shown = |view: &mut View| text(&render((60, 15), &snapshot, view, Theme::new(true)));
    assert!(shown(&mut view).contains("line 99"));
    view.key(key(KeyCode::PageUp), &snapshot);
    let earlier = shown(&mut view);
    assert!(earlier.contains("line 89") && !earlier.contains("line 90"), "{earlier}");
    view.key(key(KeyCode::Home), &snapshot);
    assert!(shown(&mut view).contains("line 0 "), "{}", shown(&mut view));
    view.key(key(KeyCode::End), &snapshot);
    assert!(shown(&mut view).contains("line 99"));
}
