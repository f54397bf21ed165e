//! The screen, drawn of a snapshot and a view: a head, the panels, the keys.
//!
//! Invariant: drawing changes nothing but what a view keeps for clicks and scrolling.

use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph};

use super::panel;
use super::theme::Theme;
use super::view::{PANELS, Panel, View};
use crate::clock::Pace;
use crate::machine::Ending;
use crate::snapshot::{ClockRow, Snapshot};

/// The smallest screen there is any use for: columns and lines.
const SMALLEST: (u16, u16) = (60, 15);

/// From this width on the right column gets the larger part.
const WIDE: u16 = 100;

/// Draws all of it.
pub fn draw(frame: &mut Frame<'_>, snapshot: &Snapshot, view: &mut View, theme: Theme) {
    view.panels.clear();
    view.parts.clear();
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(frame, area);
    }
    let [bar, middle, footer] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    draw_bar(frame, bar, snapshot, theme);
    if view.expanded {
        draw_panel(frame, middle, view.focus, snapshot, view, theme);
    } else {
        for (panel, area) in PANELS.into_iter().zip(areas(middle, snapshot)) {
            draw_panel(frame, area, panel, snapshot, view, theme);
        }
    }
    draw_footer(frame, footer, snapshot, view, theme);
    if view.help {
        draw_help(frame, middle, theme);
    }
}

fn too_small(frame: &mut Frame<'_>, area: Rect) {
    let lines = [
        format!("{} x {} is too small", area.width, area.height),
        format!("avm sim wants {} x {}", SMALLEST.0, SMALLEST.1),
        "q quits".to_owned(),
    ];
    let lines: Vec<Line<'_>> = lines.into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines).alignment(Alignment::Center), area);
}

/// Where the panels lie, in the order of [`PANELS`].
fn areas(middle: Rect, snapshot: &Snapshot) -> [Rect; 4] {
    let left_share = if middle.width >= WIDE { 46 } else { 50 };
    let [left, right] =
        Layout::horizontal([Constraint::Percentage(left_share), Constraint::Fill(1)]).areas(middle);
    // A list gets the lines it needs, borders and heading included, but at most half of its column.
    let lower = |entries: usize| Constraint::Length((entries as u16 + 3).min(middle.height / 2).max(4));
    let [board, parts] =
        Layout::vertical([Constraint::Fill(1), lower(snapshot.parts.len().max(2) - 1)]).areas(left);
    let [console, processes] =
        Layout::vertical([Constraint::Fill(1), lower(snapshot.processes.len())]).areas(right);
    [board, parts, console, processes]
}

fn draw_panel(
    frame: &mut Frame<'_>,
    area: Rect,
    panel: Panel,
    snapshot: &Snapshot,
    view: &mut View,
    theme: Theme,
) {
    let focused = view.focus == panel;
    let kind = if focused { BorderType::Thick } else { BorderType::Rounded };
    let title = Span::styled(format!(" {} ", panel.title()), theme.title(focused));
    let block =
        Block::bordered().border_type(kind).border_style(theme.border(focused)).title(Line::from(title));
    let aside = Line::from(Span::styled(panel::aside(panel, snapshot, view), theme.quiet()));
    let block = block.title(aside.alignment(Alignment::Right));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    view.panels.push((area, panel));
    match panel {
        Panel::Board => panel::board::draw(frame, inside, snapshot, view, theme),
        Panel::Parts => panel::parts::draw(frame, inside, snapshot, view, theme),
        Panel::Console => panel::console::draw(frame, inside, snapshot, view, theme),
        Panel::Processes => panel::processes::draw(frame, inside, snapshot, view, theme),
    }
}

fn draw_bar(frame: &mut Frame<'_>, area: Rect, snapshot: &Snapshot, theme: Theme) {
    let clock = &snapshot.clock;
    let left = format!(" avm sim  {} on {}", snapshot.program, snapshot.board.name);
    let state = match &snapshot.ending {
        Some(Ending::Returned { ok: true, .. }) => "■ ended".to_owned(),
        Some(ending) => format!("■ {}", ending.words()),
        None if clock.paused => "‖ paused".to_owned(),
        None => "► running".to_owned(),
    };
    let right = format!("{}  {}  {} ", shortened(&state, 20), speed(clock), time(clock.now_ns));
    let room = usize::from(area.width).saturating_sub(right.chars().count() + 1);
    let left = shortened(&left, room);
    frame.render_widget(Block::new().style(theme.bar()), area);
    frame.render_widget(Paragraph::new(left).style(theme.bar()), area);
    frame.render_widget(Paragraph::new(right).style(theme.bar()).alignment(Alignment::Right), area);
}

/// How fast time goes: a factor, or that it jumps.
fn speed(clock: &ClockRow) -> String {
    match clock.pace {
        Pace::Virtual => "virtual".to_owned(),
        Pace::Real if clock.speed >= 1.0 => format!("{}×", (clock.speed * 10.0).round() / 10.0),
        Pace::Real => format!("1/{}×", (1.0 / clock.speed).round()),
    }
}

/// Time as people read it.
fn time(now_ns: u64) -> String {
    let (seconds, ms) = (now_ns / 1_000_000_000, now_ns / 1_000_000 % 1000);
    match seconds {
        0..60 => format!("{seconds}.{ms:03} s"),
        60..3600 => format!("{}:{:02}.{ms:03}", seconds / 60, seconds % 60),
        _ => format!("{}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60),
    }
}

/// Text that has `room` characters at most; what was left out is three dots.
pub fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    if room == 0 { kept } else { kept + "…" }
}

fn draw_footer(frame: &mut Frame<'_>, area: Rect, snapshot: &Snapshot, view: &View, theme: Theme) {
    let mut spans = vec![];
    let mut room = usize::from(area.width);
    for (key, meaning) in keys(snapshot, view) {
        let needed = key.chars().count() + meaning.chars().count() + 3;
        if needed > room {
            break;
        }
        room -= needed;
        spans.push(Span::styled(format!(" {key}"), theme.key()));
        spans.push(Span::raw(format!(" {meaning} ")));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

/// The keys that mean something now, the most important first.
fn keys(snapshot: &Snapshot, view: &View) -> Vec<(String, String)> {
    let key = |key: &str, meaning: &str| (key.to_owned(), meaning.to_owned());
    if view.help {
        return vec![key("Esc", "close")];
    }
    let mut keys = vec![key("q", "quit"), key("?", "help")];
    keys.push(if view.expanded { key("Esc", "back") } else { key("Tab", "panel") });
    if snapshot.ending.is_none() {
        if snapshot.clock.paused {
            keys.extend([key("space", "go on"), key(".", "step")]);
        } else {
            keys.push(key("space", "pause"));
        }
        let pressable = snapshot.parts.iter().filter_map(|part| part.key.map(|letter| (letter, part)));
        keys.extend(
            pressable.take(3).map(|(letter, part)| (letter.to_string(), format!("press {}", part.id))),
        );
        if snapshot.clock.pace == Pace::Real {
            keys.push(key("+ -", "speed"));
        }
    }
    if !view.expanded {
        keys.push(key("e", "expand"));
    }
    keys.push(key("↑ ↓", if view.focus == Panel::Parts { "choose" } else { "scroll" }));
    keys
}

/// Every key, and what it means.
const HELP: &[(&str, &str)] = &[
    ("space", "stand still; go on"),
    (".", "while standing: a slice, or to the next event"),
    ("+  -", "twice as fast, half as fast"),
    ("b a …", "press a part: the letter beside it"),
    ("B A …", "hold it down, let it go"),
    ("Enter", "press the chosen part; expand another panel"),
    ("Tab", "next panel; Shift+Tab the one before"),
    ("↑ ↓", "choose or scroll; k j PgUp PgDn Home End, wheel"),
    ("e Esc", "expand the panel; back"),
    ("q", "quit; also Ctrl+C"),
];

fn draw_help(frame: &mut Frame<'_>, middle: Rect, theme: Theme) {
    let (width, height) = (58, HELP.len() as u16 + 2);
    let area = Rect {
        x: middle.x + middle.width.saturating_sub(width) / 2,
        y: middle.y + middle.height.saturating_sub(height) / 2,
        width: width.min(middle.width),
        height: height.min(middle.height),
    };
    let line = |(key, meaning): &(&'static str, &'static str)| {
        Line::from(vec![Span::styled(format!(" {key:<6}"), theme.key()), Span::raw(*meaning)])
    };
    let lines: Vec<Line<'_>> = HELP.iter().map(line).collect();
    let block = Block::bordered().border_type(BorderType::Double).border_style(theme.border(true));
    let block = block.title(Span::styled(" Keys ", theme.title(true)));
    frame.render_widget(Clear, area);
    frame.render_widget(Paragraph::new(lines).block(block), area);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_texts_fit() {
        assert_eq!(time(12_500_000_000), "12.500 s");
        assert_eq!(time(72_000_000_000), "1:12.000");
        assert_eq!(time(3_672_001_000_000), "1:01:12.001");
        assert_eq!(shortened("blinky", 6), "blinky");
        assert_eq!(shortened("blinky", 5), "blin…");
        assert_eq!(shortened("blinky", 0), "");
    }
}
