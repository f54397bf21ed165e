//! The terminal: taken over, and given back whatever happens.
//!
//! Invariant: it is given back on leaving, on a panic, on SIGTERM, SIGINT and SIGHUP, and while in the background.

use std::io::{self, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::execute;
use ratatui::DefaultTerminal;

/// A terminal that is ours.
pub struct Screen {
    /// What is drawn on.
    pub terminal: DefaultTerminal,
    ended: Arc<AtomicBool>,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When it is none, or cannot be set as it must be.
    pub fn take() -> io::Result<Screen> {
        let ended = Arc::new(AtomicBool::new(false));
        for signal in signals() {
            // A second signal ends a program that did not heed the first.
            signal_hook::flag::register_conditional_shutdown(signal, 1, Arc::clone(&ended))?;
            signal_hook::flag::register(signal, Arc::clone(&ended))?;
        }
        // This also gives it back on a panic; only the mouse is left to us.
        let terminal = ratatui::try_init()?;
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let _ = execute!(stdout(), DisableMouseCapture);
            report(panic);
        }));
        execute!(stdout(), EnableMouseCapture)?;
        Ok(Screen { terminal, ended })
    }

    /// Whether a signal told us to leave.
    pub fn ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }

    /// Goes into the background until the shell brings us back.
    ///
    /// # Errors
    /// When the terminal cannot be given back or taken again.
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back();
        suspend_process()?;
        crossterm::terminal::enable_raw_mode()?;
        execute!(stdout(), crossterm::terminal::EnterAlternateScreen, EnableMouseCapture)?;
        self.terminal.clear()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // On a panic that was done before its message, which a second time would write over.
        if !std::thread::panicking() {
            give_back();
        }
    }
}

fn give_back() {
    // There is nothing left to do about an error here.
    let _ = execute!(stdout(), DisableMouseCapture);
    ratatui::restore();
}

#[cfg(unix)]
fn signals() -> Vec<i32> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    vec![SIGTERM, SIGINT, SIGHUP]
}

#[cfg(not(unix))]
fn signals() -> Vec<i32> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    vec![SIGTERM, SIGINT]
}

#[cfg(unix)]
fn suspend_process() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

/// There is no background to go to.
#[cfg(not(unix))]
fn suspend_process() -> io::Result<()> {
    Ok(())
}
