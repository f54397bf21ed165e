//! What is being looked at, and what a key or a click means there.
//!
//! Invariant: a view changes by keys, clicks and [`View::fit`] only; what concerns the run leaves as a [`Command`].

use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::{Position, Rect};

use crate::device::Control;
use crate::snapshot::Snapshot;

/// How long a key holds a button, in virtual nanoseconds: terminals do not tell when a key is let go.
const TAP_NS: u64 = 200_000_000;

/// A panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// The pins.
    Board,
    /// The parts.
    Parts,
    /// The console.
    Console,
    /// The processes.
    Processes,
}

/// The panels, in the order in which Tab visits them.
pub const PANELS: [Panel; 4] = [Panel::Board, Panel::Parts, Panel::Console, Panel::Processes];

impl Panel {
    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Panel::Board => "Board",
            Panel::Parts => "Parts",
            Panel::Console => "Console",
            Panel::Processes => "Processes",
        }
    }
}

/// What the run is told.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Command {
    /// Leave.
    Quit,
    /// Put the program into the background.
    Suspend,
    /// Stand still, or go on.
    Pause,
    /// Do a little while standing still.
    Step,
    /// Go faster or slower by this factor.
    Speed(f64),
    /// A part's control.
    Control(usize, Control),
}

/// What is looked at.
#[derive(Debug)]
pub struct View {
    /// The panel that keys go to.
    pub focus: Panel,
    /// Whether it has the whole screen.
    pub expanded: bool,
    /// Whether the help is shown.
    pub help: bool,
    /// The part the cursor is on.
    pub part: usize,
    /// Lines scrolled in each panel, in the order of [`PANELS`]: the console's from its end, the others' from the start.
    pub scroll: [usize; 4],
    /// How far each panel can be scrolled, and how many lines it shows; set by drawing.
    pub reach: [(usize, usize); 4],
    /// Where a click hits a panel; set by drawing.
    pub panels: Vec<(Rect, Panel)>,
    /// Where a click hits a part, by its row in the snapshot; set by drawing.
    pub parts: Vec<(Rect, usize)>,
}

impl Default for View {
    fn default() -> Self {
        View {
            focus: Panel::Parts,
            expanded: false,
            help: false,
            part: 0,
            scroll: [0; 4],
            reach: [(0, 0); 4],
            panels: vec![],
            parts: vec![],
        }
    }
}

impl View {
    /// Lines scrolled in a panel.
    pub fn scrolled(&self, panel: Panel) -> usize {
        self.scroll[panel as usize]
    }

    /// Drawing tells how many lines a panel has and shows; scrolling stays within.
    pub fn fit(&mut self, panel: Panel, lines: usize, shown: usize) {
        let most = lines.saturating_sub(shown);
        self.reach[panel as usize] = (most, shown);
        self.scroll[panel as usize] = self.scroll[panel as usize].min(most);
    }

    /// What a key means.
    pub fn key(&mut self, key: KeyEvent, snapshot: &Snapshot) -> Option<Command> {
        if key.kind == KeyEventKind::Release {
            return None;
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return match key.code {
                KeyCode::Char('c') => Some(Command::Quit),
                KeyCode::Char('z') => Some(Command::Suspend),
                _ => None,
            };
        }
        if self.help {
            self.help = !matches!(key.code, KeyCode::Esc | KeyCode::Enter | KeyCode::Char('?' | 'q'));
            return None;
        }
        match key.code {
            KeyCode::Char(letter) => self.letter(letter, snapshot),
            KeyCode::Enter => self.enter(snapshot),
            _ => {
                self.movement(key.code, snapshot);
                None
            }
        }
    }

    fn letter(&mut self, letter: char, snapshot: &Snapshot) -> Option<Command> {
        match letter {
            'q' => Some(Command::Quit),
            ' ' => Some(Command::Pause),
            '+' | '=' => Some(Command::Speed(2.0)),
            '-' => Some(Command::Speed(0.5)),
            '.' => Some(Command::Step),
            '?' => {
                self.help = true;
                None
            }
            'e' => {
                self.expanded = !self.expanded;
                None
            }
            'j' => self.movement(KeyCode::Down, snapshot),
            'k' => self.movement(KeyCode::Up, snapshot),
            _ => press(letter, snapshot),
        }
    }

    fn enter(&mut self, snapshot: &Snapshot) -> Option<Command> {
        if self.focus != Panel::Parts {
            self.expanded = true;
            return None;
        }
        tap(self.part, snapshot)
    }

    fn movement(&mut self, code: KeyCode, snapshot: &Snapshot) -> Option<Command> {
        let page = self.reach[self.focus as usize].1.saturating_sub(1).max(1) as isize;
        match code {
            KeyCode::Tab => self.turn_to(1),
            KeyCode::BackTab => self.turn_to(PANELS.len() - 1),
            KeyCode::Esc => self.expanded = false,
            KeyCode::Up => self.go(self.focus, -1, snapshot),
            KeyCode::Down => self.go(self.focus, 1, snapshot),
            KeyCode::PageUp => self.go(self.focus, -page, snapshot),
            KeyCode::PageDown => self.go(self.focus, page, snapshot),
            KeyCode::Home => self.go(self.focus, isize::MIN / 2, snapshot),
            KeyCode::End => self.go(self.focus, isize::MAX / 2, snapshot),
            _ => {}
        }
        None
    }

    fn turn_to(&mut self, further: usize) {
        self.focus = PANELS[(self.focus as usize + further) % PANELS.len()];
    }

    /// Moves the cursor, or what is shown, by some lines down.
    fn go(&mut self, panel: Panel, lines: isize, snapshot: &Snapshot) {
        if panel == Panel::Parts {
            let last = snapshot.parts.len().saturating_sub(1);
            self.part = self.part.saturating_add_signed(lines).min(last);
            return;
        }
        // The console is scrolled from its end.
        let lines = if panel == Panel::Console { -lines } else { lines };
        let scroll = &mut self.scroll[panel as usize];
        *scroll = scroll.saturating_add_signed(lines).min(self.reach[panel as usize].0);
    }

    /// What the mouse means.
    pub fn mouse(&mut self, mouse: MouseEvent, snapshot: &Snapshot) -> Option<Command> {
        let at = Position::new(mouse.column, mouse.row);
        let panel = self.panels.iter().find(|(area, _)| area.contains(at)).map(|(_, panel)| *panel)?;
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.focus = panel;
                let part = self.parts.iter().find(|(area, _)| area.contains(at)).map(|(_, part)| *part)?;
                self.part = part;
                tap(part, snapshot)
            }
            MouseEventKind::ScrollUp => {
                self.go(panel, -1, snapshot);
                None
            }
            MouseEventKind::ScrollDown => {
                self.go(panel, 1, snapshot);
                None
            }
            _ => None,
        }
    }
}

/// A part's key taps it, its capital holds it until the next capital.
fn press(letter: char, snapshot: &Snapshot) -> Option<Command> {
    let key = letter.to_ascii_lowercase();
    let part = snapshot.parts.iter().find(|part| part.key == Some(key))?;
    let control = if letter == key { Control::Tap(TAP_NS) } else { Control::Toggle };
    Some(Command::Control(part.place, control))
}

fn tap(row: usize, snapshot: &Snapshot) -> Option<Command> {
    let part = snapshot.parts.get(row).filter(|part| part.face.pressable)?;
    Some(Command::Control(part.place, Control::Tap(TAP_NS)))
}
