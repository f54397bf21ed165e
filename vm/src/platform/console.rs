//! The text console.

use super::Crash;

/// Where a program's text goes and comes from: UTF-8, line breaks as they were written.
pub trait Console {
    /// Takes text whole; a console that cannot take it now keeps it.
    fn write(&self, text: &[u8]);

    /// Asks for a line of input, which comes as an event; whether there is input. One is asked for at a time.
    fn request_line(&self) -> bool {
        false
    }

    /// Takes what the machine itself has to say, such as that a process crashed: whole lines.
    fn report(&self, text: &str) {
        self.write(text.as_bytes());
    }

    /// Takes what there is to say of a process that crashed.
    fn crashed(&self, crash: &Crash) {
        self.report(&crash.report);
    }
}
