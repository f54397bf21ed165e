//! One line an edge: the time, the pin with the parts on it, the level.
//!
//! ```text
//!      0.500000000 s  GPIO2 (led1)  high
//! ```
//! Invariant: the same run gives the same lines.

/// A line of the trace, with its end; `time_ns` is virtual.
pub fn line(time_ns: u64, net: &str, high: bool) -> String {
    let level = if high { "high" } else { "low" };
    format!("{} s  {net}  {level}\n", seconds(time_ns))
}

/// Virtual time in seconds to the nanosecond, 16 characters wide up to eleven days.
pub fn seconds(time_ns: u64) -> String {
    format!("{:>6}.{:09}", time_ns / 1_000_000_000, time_ns % 1_000_000_000)
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn columns_stand_still() {
        assert_eq!(line(500_000_000, "GPIO2 (led1)", true), "     0.500000000 s  GPIO2 (led1)  high\n");
        assert_eq!(line(123_456_000_000_007, "GPIO2", false), "123456.000000007 s  GPIO2  low\n");
    }
}
