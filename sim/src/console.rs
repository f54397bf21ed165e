//! What the board says: text as it came, for a pipe, and lines of it, for a screen.
//!
//! Invariants: bytes leave in the order they came; at most [`KEPT_LINES`] lines are kept; a kept line holds no
//! control characters, so that a program cannot disturb the screen it is shown on.

use std::collections::VecDeque;
use std::rc::Rc;

/// How many lines can be scrolled back.
pub const KEPT_LINES: usize = 2000;

/// A longer line is broken, so that a program that never ends one does not fill the memory.
const LONGEST_LINE: usize = 4096;

/// A line of the console.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its text.
    pub text: Rc<str>,
    /// Whether the simulator says it, not the program.
    pub note: bool,
}

/// The console of a board.
#[derive(Debug, Default)]
pub struct Console {
    /// Bytes to be written to standard output.
    pending: Vec<u8>,
    /// Whether what was pending ended inside a line.
    inside_line: bool,
    lines: VecDeque<Line>,
    /// The line being written.
    last: Vec<u8>,
}

impl Console {
    /// The program says something.
    pub fn write(&mut self, text: &[u8]) {
        self.pending.extend(text);
        self.inside_line = text.last().map_or(self.inside_line, |byte| *byte != b'\n');
        for piece in text.split_inclusive(|byte| *byte == b'\n') {
            self.last.extend(piece);
            if piece.ends_with(b"\n") || self.last.len() > LONGEST_LINE {
                let text = shown(&self.last);
                self.keep(Line { text, note: false });
                self.last.clear();
            }
        }
    }

    /// Puts a line of its own among the bytes, not among the lines.
    pub fn interleave(&mut self, line: &str) {
        if std::mem::take(&mut self.inside_line) {
            self.pending.push(b'\n');
        }
        self.pending.extend(line.as_bytes());
    }

    /// Puts a line of the simulator's among the lines, not among the bytes.
    pub fn note(&mut self, text: &str) {
        self.keep(Line { text: text.into(), note: true });
    }

    /// The bytes that came since the last call.
    pub fn take_pending(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.pending)
    }

    /// Whether the bytes ended inside a line.
    pub fn inside_line(&self) -> bool {
        self.inside_line
    }

    /// All lines that are kept, and the one being written if it has begun.
    pub fn lines(&self) -> Vec<Line> {
        let last = Some(shown(&self.last)).filter(|text| !text.is_empty());
        self.lines.iter().cloned().chain(last.map(|text| Line { text, note: false })).collect()
    }

    fn keep(&mut self, line: Line) {
        if self.lines.len() == KEPT_LINES {
            self.lines.pop_front();
        }
        self.lines.push_back(line);
    }
}

/// Text as a screen can show it: tabs are spaces, other control characters and escape sequences are gone.
fn shown(bytes: &[u8]) -> Rc<str> {
    let text = String::from_utf8_lossy(bytes);
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\t' => shown.push_str("    "),
            '\x1b' if letters.next_if_eq(&'[').is_some() => {
                // The last letter of such a sequence is the first that is none of its parameters.
                letters.by_ref().find(|letter| ('@'..='~').contains(letter));
            }
            _ if letter.is_control() => {}
            _ => shown.push(letter),
        }
    }
    shown.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(console: &Console) -> Vec<String> {
        console.lines().iter().map(|line| line.text.to_string()).collect()
    }

    #[test]
    fn bytes_pass_and_lines_are_kept() {
        let mut console = Console::default();
        console.write(b"one\ntw");
        console.write("o\r\n\x1b[31mrot\x1b[0m \u{e4}\t|".as_bytes());
        assert_eq!(texts(&console), ["one", "two", "rot ä    |"]);
        assert_eq!(console.take_pending(), "one\ntwo\r\n\x1b[31mrot\x1b[0m ä\t|".as_bytes());
        assert!(console.inside_line());
        console.interleave("edge\n");
        assert_eq!(console.take_pending(), b"\nedge\n");
    }

    #[test]
    fn memory_is_bounded() {
        let mut console = Console::default();
        console.write(&b"x\n".repeat(KEPT_LINES + 5));
        console.write(&[b'y'; 3 * LONGEST_LINE]);
        assert_eq!(console.lines().len(), KEPT_LINES);
        assert!(console.lines().iter().all(|line| line.text.len() <= 3 * LONGEST_LINE));
    }
}
