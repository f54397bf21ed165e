//! The pins: mode, pull, level, who drives them, and their last edges.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Span;
use ratatui::widgets::{Cell, Row, Table};

use crate::clock::Pace;
use crate::snapshot::{PinRow, Snapshot};
use crate::tui::draw::shortened;
use crate::tui::theme::Theme;
use crate::tui::view::{Panel, View};
use crate::tui::wave::{Scale, wave};

/// Virtual time a character of the wave shows when time is as fast as the host's, in nanoseconds.
const SLOT_NS: u64 = 125_000_000;

/// From these widths on there is a column for who drives the pin, and one for the parts on it.
const WITH_DRIVER: u16 = 36;
const WITH_PARTS: u16 = 48;

/// Draws the pins that are in use; all of them when there is the whole screen.
pub fn draw(frame: &mut Frame<'_>, area: Rect, snapshot: &Snapshot, view: &mut View, theme: Theme) {
    let mut pins: Vec<&PinRow> = snapshot.pins.iter().filter(|pin| view.expanded || pin.in_use).collect();
    // What is in use comes first.
    pins.sort_by_key(|pin| !pin.in_use);
    let shown = usize::from(area.height.saturating_sub(1));
    view.fit(Panel::Board, pins.len(), shown);
    let mut columns = vec![("pin", 6), ("mode", 5), ("level", 5)];
    if area.width >= WITH_DRIVER {
        columns.push(("driven", 8));
    }
    if area.width >= WITH_PARTS {
        columns.push(("parts", 12));
    }
    let taken: u16 = columns.iter().map(|(_, width)| width + 1).sum();
    let width = area.width.saturating_sub(taken);
    columns.push(("", width));
    let scale = scale(snapshot, width);
    let heading = heading(&columns, scale, theme);
    let skipped = view.scrolled(Panel::Board);
    let rows = pins.into_iter().skip(skipped).take(shown).map(|pin| row(pin, &columns, scale, theme));
    let widths: Vec<Constraint> = columns.iter().map(|(_, width)| Constraint::Length(*width)).collect();
    frame.render_widget(Table::new(rows, widths).header(heading).column_spacing(1), area);
}

fn scale(snapshot: &Snapshot, width: u16) -> Scale {
    let faster = match snapshot.clock.pace {
        Pace::Real => snapshot.clock.speed.max(1.0),
        Pace::Virtual => 1.0,
    };
    let slot_ns = (SLOT_NS as f64 * faster) as u64;
    Scale { now_ns: snapshot.clock.now_ns, slot_ns, width: usize::from(width) }
}

fn heading(columns: &[(&'static str, u16)], scale: Scale, theme: Theme) -> Row<'static> {
    let seconds = scale.slot_ns as f64 * scale.width as f64 / 1e9;
    let cells = columns.iter().map(|(name, _)| match *name {
        "" => Cell::from(format!("last {} s", seconds.round().max(1.0))),
        name => Cell::from(name),
    });
    Row::new(cells.collect::<Vec<Cell<'_>>>()).style(theme.quiet())
}

fn row(pin: &PinRow, columns: &[(&'static str, u16)], scale: Scale, theme: Theme) -> Row<'static> {
    let level = if pin.high { "high" } else { "low" };
    let cell = |(name, width): &(&str, u16)| match *name {
        "pin" => Span::raw(pin.name.clone()),
        "mode" => Span::raw(format!("{}{}", pin.mode, pin.pull)),
        "level" => Span::styled(level, theme.level(pin.high)),
        "driven" if pin.driven_by.ends_with('!') => Span::styled(pin.driven_by.clone(), theme.alarm()),
        "driven" => Span::raw(pin.driven_by.clone()),
        "parts" if pin.parts.is_empty() => {
            Span::styled(shortened(pin.hint, usize::from(*width)), theme.quiet())
        }
        "parts" => Span::raw(shortened(&pin.parts, usize::from(*width))),
        _ => Span::styled(wave(&pin.edges, pin.high, pin.forgotten, scale), theme.level(pin.high)),
    };
    let row = Row::new(columns.iter().map(cell).map(Cell::from).collect::<Vec<Cell<'_>>>());
    if pin.in_use { row } else { row.style(theme.quiet()) }
}
