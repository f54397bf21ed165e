//! Time as the machine asks for it.

/// A clock. All times are nanoseconds.
pub trait Clock {
    /// Time since the machine started; never goes back.
    fn monotonic_ns(&self) -> u64;
    /// Time since 1970-01-01 00:00:00 UTC.
    fn system_ns(&self) -> u64;
    /// A slice of work ended that took this many reductions: a virtual clock moves, a real one does not care.
    fn worked(&self, reductions: u32) {
        let _ = reductions;
    }
}
