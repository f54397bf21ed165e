//! Searching for many patterns at once: the automaton of Aho and Corasick.
//!
//! Invariants: a state is a front part of some pattern, and a step takes the longest such part that the bytes end in.
//! Of the matches the one that begins first is found, and of those that begin together the longest.
//! Deliberately absent: a crate. Those there are need pointers that threads count, which small chips have not.

use alloc::vec::Vec;

use crate::heap::OutOfMemory;

/// The automaton of some patterns.
pub(super) struct Automaton {
    states: Vec<State>,
}

#[derive(Default)]
struct State {
    /// Where a byte leads, by byte.
    edges: Vec<(u8, u32)>,
    /// The state of the longest shorter end of this one's bytes.
    shorter: u32,
    /// How many bytes this is.
    depth: u32,
    /// The length of the longest pattern that this ends in, 0 for none.
    longest: u32,
}

/// The state of no bytes.
const ROOT: u32 = 0;

impl Automaton {
    /// The automaton of patterns, none of which is empty.
    pub(super) fn new<'p>(patterns: impl Iterator<Item = &'p [u8]>) -> Result<Self, OutOfMemory> {
        let mut automaton = Automaton { states: Vec::new() };
        automaton.add_state(0)?;
        for pattern in patterns {
            automaton.add(pattern)?;
        }
        automaton.connect()?;
        Ok(automaton)
    }

    fn add_state(&mut self, depth: u32) -> Result<u32, OutOfMemory> {
        let number = u32::try_from(self.states.len()).map_err(|_| OutOfMemory)?;
        self.states.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.states.push(State { depth, ..State::default() });
        Ok(number)
    }

    fn add(&mut self, pattern: &[u8]) -> Result<(), OutOfMemory> {
        let mut at = ROOT;
        for byte in pattern {
            let depth = self.states[at as usize].depth + 1;
            at = match self.edge(at, *byte) {
                Ok(place) => self.states[at as usize].edges[place].1,
                Err(place) => {
                    let next = self.add_state(depth)?;
                    self.states[at as usize].edges.insert(place, (*byte, next));
                    next
                }
            };
        }
        self.states[at as usize].longest = self.states[at as usize].depth;
        Ok(())
    }

    /// Where the edge of a byte stands, or where it would.
    fn edge(&self, state: u32, byte: u8) -> Result<usize, usize> {
        self.states[state as usize].edges.binary_search_by_key(&byte, |(own, _)| *own)
    }

    /// Finds for each state its longest shorter end, the states of few bytes first.
    fn connect(&mut self) -> Result<(), OutOfMemory> {
        let mut order: Vec<u32> = Vec::new();
        order.try_reserve_exact(self.states.len()).map_err(|_| OutOfMemory)?;
        order.push(ROOT);
        let mut place = 0;
        while let Some(&state) = order.get(place) {
            place += 1;
            for index in 0..self.states[state as usize].edges.len() {
                let (byte, next) = self.states[state as usize].edges[index];
                let shorter =
                    if state == ROOT { ROOT } else { self.step(self.states[state as usize].shorter, byte) };
                let longest = self.states[shorter as usize].longest;
                let next_state = &mut self.states[next as usize];
                next_state.shorter = shorter;
                // A pattern that this state is itself is longer than any it ends in.
                next_state.longest = next_state.longest.max(longest);
                order.push(next);
            }
        }
        Ok(())
    }

    fn step(&self, mut state: u32, byte: u8) -> u32 {
        loop {
            match self.edge(state, byte) {
                Ok(place) => return self.states[state as usize].edges[place].1,
                Err(_) if state == ROOT => return ROOT,
                Err(_) => state = self.states[state as usize].shorter,
            }
        }
    }

    /// Where the first match begins and ends.
    pub(super) fn find(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        let (mut state, mut best): (u32, Option<(usize, usize)>) = (ROOT, None);
        for (index, byte) in bytes.iter().enumerate() {
            state = self.step(state, *byte);
            let (end, at) = (index + 1, &self.states[state as usize]);
            // What may still match began no sooner than this state's bytes.
            if best.is_some_and(|(start, _)| end - at.depth as usize > start) {
                return best;
            }
            let start = end - at.longest as usize;
            if at.longest > 0 && best.is_none_or(|(first, _)| start <= first) {
                best = Some((start, end));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_then_the_longest_match_is_found() {
        let automaton = |patterns: &[&str]| {
            Automaton::new(patterns.iter().map(|pattern| pattern.as_bytes())).expect("memory")
        };
        for (patterns, text, found) in [
            (&["he", "she", "hers"][..], "ushers", Some((1, 4))),
            (&["he", "hers"], "ushers", Some((2, 6))),
            (&["b", "abcd"], "abce", Some((1, 2))),
            (&["bc", "abcd"], "abcd", Some((0, 4))),
            (&["abcdx", "bc", "c"], "abcdy", Some((1, 3))),
            (&["a", "aaab"], "aaaab", Some((0, 1))),
            (&["x", "yz"], "abc", None),
            (&["aa", "a"], "", None),
        ] {
            assert_eq!(automaton(patterns).find(text.as_bytes()), found, "{patterns:?} in {text}");
        }
    }
}
