//! The processes: who they are, where they are, and what they use.

use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Cell, Row, Table};

use crate::machine::ProcessRow;
use crate::snapshot::Snapshot;
use crate::tui::draw::shortened;
use crate::tui::theme::Theme;
use crate::tui::view::{Panel, View};

/// A mailbox longer than this is shown as an alarm: nobody seems to read it.
const LONG_MAILBOX: usize = 1000;

/// A column: its heading, its width, and from which width of the panel on it is shown. Width 0 takes the rest.
type Column = (&'static str, u16, u16);

const COLUMNS: &[Column] = &[
    ("pid", 9, 0),
    ("name", 10, 66),
    ("function", 0, 0),
    ("state", 8, 48),
    ("work", 6, 0),
    ("heap", 6, 44),
    ("mail", 5, 36),
];

/// Draws as many columns as there is room for.
pub fn draw(frame: &mut Frame<'_>, area: Rect, snapshot: &Snapshot, view: &mut View, theme: Theme) {
    let shown = usize::from(area.height.saturating_sub(1));
    view.fit(Panel::Processes, snapshot.processes.len(), shown);
    let columns: Vec<&Column> = COLUMNS.iter().filter(|(_, _, from)| area.width >= *from).collect();
    let taken: u16 = columns.iter().map(|(_, width, _)| width + 1).sum();
    let rest = (area.width + 1).saturating_sub(taken);
    let width = |column: &&Column| if column.1 == 0 { rest } else { column.1 };
    let named = columns.iter().any(|column| column.0 == "name");
    let skipped = view.scrolled(Panel::Processes);
    let rows = snapshot.processes.iter().skip(skipped).take(shown).map(|process| {
        let cells =
            columns.iter().map(|column| cell(process, (column.0, usize::from(width(column))), named, theme));
        Row::new(cells.collect::<Vec<Cell<'_>>>())
    });
    let heading = columns.iter().map(|column| Cell::from(aligned(column.0, column.0.to_owned())));
    let heading = Row::new(heading.collect::<Vec<Cell<'_>>>()).style(theme.quiet());
    let widths: Vec<Constraint> = columns.iter().map(|column| Constraint::Length(width(column))).collect();
    frame.render_widget(Table::new(rows, widths).header(heading).column_spacing(1), area);
}

/// The cell of a column of some width; `named` is whether there is a column for names.
fn cell(process: &ProcessRow, column: (&str, usize), named: bool, theme: Theme) -> Cell<'static> {
    let (column, width) = column;
    let text = match column {
        "pid" => process.pid.clone(),
        "name" => process.name.clone(),
        "function" if process.name.is_empty() || named => process.function.clone(),
        // Who it is says more than where it is, when there is room for one of them.
        "function" => process.name.clone(),
        "state" => process.status.to_owned(),
        "work" => quantity(process.reductions),
        "heap" => quantity(process.heap_words as u64),
        _ => quantity(process.mailbox as u64),
    };
    let cell = Cell::from(aligned(column, shortened(&text, width)));
    let alarm = column == "mail" && process.mailbox > LONG_MAILBOX;
    if alarm { cell.style(theme.alarm()) } else { cell }
}

/// Numbers stand at the right.
fn aligned(column: &str, text: String) -> Text<'static> {
    let right = ["work", "heap", "mail"].contains(&column);
    Text::from(Line::from(text).alignment(if right { Alignment::Right } else { Alignment::Left }))
}

/// A number in at most five characters.
fn quantity(number: u64) -> String {
    match number {
        0..10_000 => number.to_string(),
        10_000..10_000_000 => format!("{}k", number / 1000),
        10_000_000..10_000_000_000 => format!("{}M", number / 1_000_000),
        _ => format!("{}G", number / 1_000_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::quantity;

    #[test]
    fn quantities_are_short() {
        let cases = [(9_999, "9999"), (10_000, "10k"), (9_999_999, "9999k"), (12_345_678, "12M")];
        for (number, text) in cases {
            assert_eq!(quantity(number), text);
        }
    }
}
