//! The console: what the program wrote, and what the simulator has to say.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::console;
use crate::snapshot::Snapshot;
use crate::tui::theme::Theme;
use crate::tui::view::{Panel, View};

/// Draws the last lines, or earlier ones when scrolled back; long lines are broken, not cut.
pub fn draw(frame: &mut Frame<'_>, area: Rect, snapshot: &Snapshot, view: &mut View, theme: Theme) {
    let height = usize::from(area.height);
    view.fit(Panel::Console, snapshot.console.len(), height);
    let end = snapshot.console.len() - view.scrolled(Panel::Console);
    let mut rows: Vec<Line<'_>> = vec![];
    for line in snapshot.console[..end].iter().rev() {
        if rows.len() >= height {
            break;
        }
        rows.extend(broken(line, usize::from(area.width), theme).into_iter().rev());
    }
    rows.truncate(height);
    rows.reverse();
    if rows.is_empty() {
        rows.push(Line::styled("nothing was written yet", theme.quiet()));
    }
    frame.render_widget(Paragraph::new(rows), area);
}

/// A line of the console as rows of a panel.
fn broken(line: &console::Line, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let style = if line.note { theme.note() } else { Style::new() };
    let mut rows = vec![String::new()];
    let mut used = 0;
    let mark = if line.note { "! " } else { "" };
    for letter in mark.chars().chain(line.text.chars()) {
        let columns = Span::raw(letter.to_string()).width();
        if used + columns > width && used > 0 {
            rows.push(String::new());
            used = 0;
        }
        used += columns;
        if let Some(row) = rows.last_mut() {
            row.push(letter);
        }
    }
    rows.into_iter().map(|row| Line::styled(row, style)).collect()
}
