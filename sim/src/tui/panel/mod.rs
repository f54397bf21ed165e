//! The panels: one a file.

pub mod board;
pub mod console;
pub mod parts;
pub mod processes;

use super::view::{Panel, View};
use crate::snapshot::Snapshot;

/// What stands at the right of a panel's title.
pub fn aside(panel: Panel, snapshot: &Snapshot, view: &View) -> String {
    match panel {
        Panel::Board if view.expanded => format!(
            " {}, {} MHz, {} KiB ",
            snapshot.board.title,
            snapshot.board.clock_hz / 1_000_000,
            snapshot.board.ram_bytes >> 10
        ),
        Panel::Board => {
            let in_use = snapshot.pins.iter().filter(|pin| pin.in_use).count();
            format!(" {in_use} of {} pins ", snapshot.pins.len())
        }
        Panel::Parts => String::new(),
        Panel::Console => match view.scrolled(Panel::Console) {
            0 => String::new(),
            lines => format!(" ↑ {lines} "),
        },
        Panel::Processes => format!(" {} ", snapshot.processes.len()),
    }
}
