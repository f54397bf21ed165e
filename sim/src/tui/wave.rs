//! The last edges of a pin as text: `▔` high, `▁` low, `│` an edge, `▒` several.
//!
//! Invariant: a slot of time looks the same in every frame it is in, so that the wave moves and does not flicker.

/// The edges as `width` characters that end with the slot of `now_ns`; each stands for `slot_ns`.
/// `forgotten` says that there were edges before the first one given.
pub fn wave(edges: &[(u64, bool)], high_now: bool, forgotten: bool, scale: Scale) -> String {
    let last = scale.now_ns / scale.slot_ns;
    let slots = (0..scale.width as u64).rev().map(|back| last.checked_sub(back));
    slots
        .map(|slot| slot.map_or(' ', |slot| glyph(edges, high_now, forgotten, slot, scale.slot_ns)))
        .collect()
}

/// How much time is shown, and how wide.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// The end of what is shown, in virtual nanoseconds.
    pub now_ns: u64,
    /// What a character stands for, in nanoseconds; not zero.
    pub slot_ns: u64,
    /// How many characters.
    pub width: usize,
}

fn glyph(edges: &[(u64, bool)], high_now: bool, forgotten: bool, slot: u64, slot_ns: u64) -> char {
    let first = edges.partition_point(|(at_ns, _)| at_ns / slot_ns < slot);
    let after = edges.partition_point(|(at_ns, _)| at_ns / slot_ns <= slot);
    match after - first {
        0 if first == 0 && forgotten => '▒',
        0 => {
            // Before an edge the level was the other one.
            let high = edges.get(first).map_or(high_now, |(_, high)| !high);
            if high { '▔' } else { '▁' }
        }
        1 => '│',
        _ => '▒',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_drawn_where_they_were() {
        let edges = [(10, true), (30, false), (41, true), (42, false)];
        let scale = Scale { now_ns: 65, slot_ns: 10, width: 8 };
        assert_eq!(wave(&edges, false, false, scale), " ▁│▔│▒▁▁");
        assert_eq!(wave(&edges, false, true, scale), " ▒│▔│▒▁▁");
        assert_eq!(wave(&[], true, false, Scale { now_ns: 5, slot_ns: 10, width: 2 }), " ▔");
    }
}
