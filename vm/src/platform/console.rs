//! The text console.

use super::Crash;

/// Where a program's text goes: UTF-8, line breaks as the program wrote them.
pub trait Console {
    /// Takes text whole; a console that cannot take it now keeps it.
    fn write(&self, text: &[u8]);

    /// Takes what the machine itself has to say, such as that a process crashed: whole lines.
    fn report(&self, text: &str) {
        self.write(text.as_bytes());
    }

    /// Takes what there is to say of a process that crashed.
    fn crashed(&self, crash: &Crash) {
        self.report(&crash.report);
    }
}
