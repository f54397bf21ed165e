//! The parts: each drawn as what it is, with its state, wires and key.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::snapshot::{PartRow, Snapshot};
use crate::tui::draw::shortened;
use crate::tui::theme::Theme;
use crate::tui::view::{Panel, View};

/// From this width on the kind of a part is shown.
const WITH_KIND: u16 = 44;

/// Draws the parts, the one the cursor is on always among them.
pub fn draw(frame: &mut Frame<'_>, area: Rect, snapshot: &Snapshot, view: &mut View, theme: Theme) {
    let shown = usize::from(area.height);
    view.part = view.part.min(snapshot.parts.len().saturating_sub(1));
    view.fit(Panel::Parts, snapshot.parts.len(), shown);
    let skipped = &mut view.scroll[Panel::Parts as usize];
    *skipped = (*skipped).clamp((view.part + 1).saturating_sub(shown), view.part);
    let skipped = *skipped;
    let mut lines = vec![];
    let longest = snapshot.parts.iter().map(|part| part.id.chars().count()).max().unwrap_or(0);
    let id_width = longest.min(if area.width >= WITH_KIND { 16 } else { 8 });
    for (index, part) in snapshot.parts.iter().enumerate().skip(skipped).take(shown) {
        let y = area.y + lines.len() as u16;
        view.parts.push((Rect { y, height: 1, ..area }, index));
        let chosen = view.focus == Panel::Parts && index == view.part;
        lines.push(line(part, chosen, (usize::from(area.width), id_width), theme));
    }
    if lines.is_empty() {
        lines.push(Line::styled("no parts are wired to this board", theme.quiet()));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// `widths` are of the line and of the names.
fn line(part: &PartRow, chosen: bool, widths: (usize, usize), theme: Theme) -> Line<'static> {
    let face = &part.face;
    let key = part.key.map_or(' ', |key| key);
    let style = theme.part(face.colour, face.active);
    let (width, id_width) = widths;
    let id = shortened(&part.id, id_width);
    let mut spans = vec![
        Span::raw(if chosen { "›" } else { " " }),
        Span::styled(format!("{key} "), theme.key()),
        Span::styled(face.symbol, style),
        Span::raw(format!(" {id:<id_width$} ")),
        Span::styled(format!("{:<8} ", face.state), style),
    ];
    if width >= usize::from(WITH_KIND) {
        spans.push(Span::raw(format!("{:<12}", shortened(part.kind, 11))));
    }
    let used: usize = spans.iter().map(Span::width).sum();
    let room = width.saturating_sub(used);
    spans.push(Span::styled(shortened(&part.wired_to, room), theme.quiet()));
    Line::from(spans)
}
