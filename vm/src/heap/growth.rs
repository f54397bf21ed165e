//! How large the next block of a heap is.
//!
//! On a host room is cheap and collections are not; on a chip it is the other way round, and AtomVM's
//! `atomvm_heap_growth` lets each process choose. Deliberately absent: when to collect (`process_heap`).

/// How a heap grows.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Growth {
    /// To twice its size, and in two generations: what nobody asks for, and every process gets.
    #[default]
    Doubling,
    /// To what is needed and [`FREE_WORDS`] more; what is beyond that is given back.
    BoundedFree,
    /// To what is needed, at each collection.
    Minimum,
    /// Along OTP's sizes, each the sum of the two before it.
    Fibonacci,
}

/// Words that are free after a collection of a heap that grows by [`Growth::BoundedFree`].
const FREE_WORDS: usize = 64;
/// From this size on, each is a quarter (doubling) or a fifth (OTP's) more than the one before it.
const LARGE_WORDS: usize = 1 << 20;

impl Growth {
    /// The words of a block that holds `words`, and is not to have fewer than `least`.
    pub fn size(self, words: usize, least: usize) -> usize {
        match self {
            Growth::Doubling => doubled(words, least.max(64)),
            Growth::BoundedFree => words.saturating_add(FREE_WORDS).max(least),
            Growth::Minimum => words.max(least),
            Growth::Fibonacci => fibonacci(words.max(least)),
        }
    }

    /// Whether every collection is of all there is, and leaves a block no larger than it has to be.
    pub(super) fn is_tight(self) -> bool {
        matches!(self, Growth::BoundedFree | Growth::Minimum)
    }
}

fn doubled(words: usize, least: usize) -> usize {
    let mut size = least;
    while size < words {
        size = if size < LARGE_WORDS { size * 2 } else { size.saturating_add(size / 4) };
    }
    size
}

fn fibonacci(words: usize) -> usize {
    let (mut before, mut size) = (12, 38);
    while size < words {
        let next = if size < LARGE_WORDS { before + size + 1 } else { size.saturating_add(size / 5) };
        (before, size) = (size, next);
    }
    size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_follow_the_strategy() {
        assert_eq!([1, 233, 234, 1000].map(|words| Growth::Doubling.size(words, 233)), [233, 233, 466, 1864]);
        assert_eq!(
            [1, 39, 52, 233, 234].map(|words| Growth::Fibonacci.size(words, 0)),
            [38, 51, 90, 233, 376]
        );
        assert_eq!([1, 500].map(|words| Growth::Minimum.size(words, 100)), [100, 500]);
        assert_eq!([1, 500].map(|words| Growth::BoundedFree.size(words, 100)), [100, 564]);
        for growth in [Growth::Doubling, Growth::Fibonacci] {
            let large = growth.size(100 << 20, 233);
            assert!((100 << 20..130 << 20).contains(&large), "{growth:?}: {large}");
            assert_eq!(growth.size(usize::MAX, 233), usize::MAX);
        }
    }
}
