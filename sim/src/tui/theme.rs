//! Colours, or none: what each thing on the screen is styled like.
//!
//! Invariant: without colour nothing is lost, since shape and words tell the same.

use ratatui::style::{Color, Modifier, Style};

use crate::device::Colour;

/// How things are styled.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colour, or without.
    pub fn new(colour: bool) -> Self {
        Theme { colour }
    }

    /// What the host's user wants: `NO_COLOR`, when set to anything, means none (no-color.org).
    pub fn of_environment() -> Self {
        Theme::new(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()))
    }

    fn hued(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// The line at the top.
    pub fn bar(self) -> Style {
        if self.colour {
            Style::new().fg(Color::White).bg(Color::Indexed(24))
        } else {
            Style::new().add_modifier(Modifier::REVERSED)
        }
    }

    /// A key in the footer.
    pub fn key(self) -> Style {
        self.hued(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The border of a panel.
    pub fn border(self, focused: bool) -> Style {
        if focused { self.hued(Color::Cyan) } else { self.quiet() }
    }

    /// The title of a panel.
    pub fn title(self, focused: bool) -> Style {
        if focused { self.hued(Color::Cyan).add_modifier(Modifier::BOLD) } else { Style::new() }
    }

    /// What is less important.
    pub fn quiet(self) -> Style {
        if self.colour { Style::new().fg(Color::DarkGray) } else { Style::new().add_modifier(Modifier::DIM) }
    }

    /// A level.
    pub fn level(self, high: bool) -> Style {
        if high { self.hued(Color::Green).add_modifier(Modifier::BOLD) } else { Style::new() }
    }

    /// What must not be missed.
    pub fn alarm(self) -> Style {
        self.hued(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// A word of the simulator's own.
    pub fn note(self) -> Style {
        self.hued(Color::Yellow)
    }

    /// The row the cursor is on.
    pub fn cursor(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A part.
    pub fn part(self, colour: Colour, active: bool) -> Style {
        let hue = match colour {
            Colour::Plain => return self.level(active),
            Colour::Red => Color::LightRed,
            Colour::Green => Color::LightGreen,
            Colour::Blue => Color::LightBlue,
            Colour::Yellow => Color::LightYellow,
            Colour::White => Color::White,
            Colour::Purple => Color::LightMagenta,
            Colour::Cyan => Color::LightCyan,
        };
        if active { self.hued(hue).add_modifier(Modifier::BOLD) } else { self.quiet() }
    }
}
