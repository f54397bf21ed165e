//! The programs used last, by what they were made of.
//!
//! Invariant: no more than [`MOST_PROGRAMS`] are kept, and none that is larger than [`LARGEST`].

use crate::sync::{Arc, Guarded};
use alloc::vec::Vec;

use super::{Options, PatternError, Program};

/// Programs kept.
const MOST_PROGRAMS: usize = 16;
/// Bytes of a program that is kept.
const LARGEST: usize = 1 << 16;

/// Programs by pattern and options, the one used last at the end.
#[derive(Debug, Default)]
pub struct Cache(Guarded<Vec<Entry>>);

#[derive(Debug)]
struct Entry {
    pattern: Vec<u8>,
    options: Options,
    program: Arc<Program>,
}

impl Cache {
    /// The program of a pattern, made now if it is not there.
    ///
    /// # Errors
    /// The pattern is none.
    pub fn program(&self, pattern: &[u8], options: Options) -> Result<Arc<Program>, PatternError> {
        if let Some(program) = self.known(pattern, options) {
            return Ok(program);
        }
        let program = Arc::new(Program::new(pattern, options)?);
        if program.size() <= LARGEST {
            let mut entries = self.0.borrow_mut();
            if entries.len() >= MOST_PROGRAMS {
                entries.remove(0);
            }
            entries.push(Entry { pattern: pattern.to_vec(), options, program: program.clone() });
        }
        Ok(program)
    }
    /// The program of a pattern that was used lately.
    fn known(&self, pattern: &[u8], options: Options) -> Option<Arc<Program>> {
        let mut entries = self.0.borrow_mut();
        let place = entries.iter().rposition(|entry| entry.options == options && entry.pattern == pattern)?;
        entries[place..].rotate_left(1);
        entries.last().map(|entry| entry.program.clone())
    }
}
