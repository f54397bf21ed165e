//! Virtual time, which moves only here: by work, by jumps, or with the host.
//!
//! Invariants: time never goes back; under [`Pace::Virtual`] it depends on nothing but the calls made, so a run
//! repeats exactly; a paused clock moves only by [`SimClock::jump_to`].
//! Deliberately absent: waiting. The driver sleeps for as long as [`SimClock::wait_for`] says.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// What moves time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pace {
    /// Work moves it, and the driver jumps over idle times.
    Virtual,
    /// The host's clock moves it, times a factor.
    Real,
}

/// Where system time begins under [`Pace::Virtual`]: 2026-01-01 00:00:00 UTC, in nanoseconds since 1970.
const EPOCH_NS: u64 = 1_767_225_600_000_000_000;

/// The slowest and the fastest a real clock can go.
const SPEEDS: (f64, f64) = (0.001, 1000.0);

/// The clock of a virtual board.
#[derive(Debug)]
pub struct SimClock {
    pace: Pace,
    ns_per_reduction: u64,
    epoch_ns: u64,
    /// The time: of now under [`Pace::Virtual`] or when paused, else of when `anchor` was.
    base_ns: u64,
    /// When on the host's clock `base_ns` was.
    anchor: Instant,
    speed: f64,
    paused: bool,
}

impl SimClock {
    /// A clock at zero; a reduction takes `ns_per_reduction` under [`Pace::Virtual`], `speed` counts under [`Pace::Real`].
    pub fn new(pace: Pace, ns_per_reduction: u64, speed: f64) -> Self {
        let epoch_ns = match pace {
            Pace::Virtual => EPOCH_NS,
            Pace::Real => {
                SystemTime::now().duration_since(UNIX_EPOCH).map_or(EPOCH_NS, |since| since.as_nanos() as u64)
            }
        };
        let speed = speed.clamp(SPEEDS.0, SPEEDS.1);
        SimClock {
            pace,
            ns_per_reduction,
            epoch_ns,
            base_ns: 0,
            anchor: Instant::now(),
            speed,
            paused: false,
        }
    }

    /// What moves this clock.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Virtual nanoseconds since the board was switched on.
    pub fn now_ns(&self) -> u64 {
        match self.pace {
            Pace::Real if !self.paused => self.base_ns + self.scaled(self.anchor.elapsed()),
            _ => self.base_ns,
        }
    }

    /// Nanoseconds since 1970 as the board believes them.
    pub fn system_ns(&self) -> u64 {
        self.epoch_ns + self.now_ns()
    }

    /// Reductions were done: they take time under [`Pace::Virtual`].
    pub fn worked(&mut self, reductions: u32) {
        if self.pace == Pace::Virtual {
            self.base_ns += u64::from(reductions) * self.ns_per_reduction;
        }
    }

    /// Nothing happens before `time_ns`: go there. A real clock gets there by itself, unless it is paused.
    pub fn jump_to(&mut self, time_ns: u64) {
        if self.pace == Pace::Virtual || self.paused {
            self.base_ns = self.base_ns.max(time_ns);
        }
    }

    /// How long the driver must wait on the host until this clock shows `time_ns`; zero where jumping does it.
    pub fn wait_for(&self, time_ns: u64) -> Duration {
        if self.pace == Pace::Virtual || self.paused {
            return Duration::ZERO;
        }
        let left_ns = time_ns.saturating_sub(self.now_ns());
        Duration::from_nanos((left_ns as f64 / self.speed) as u64)
    }

    /// Whether it stands.
    pub fn paused(&self) -> bool {
        self.paused
    }

    /// Stops it, or lets it go on.
    pub fn pause(&mut self, paused: bool) {
        self.settle();
        self.paused = paused;
    }

    /// Virtual seconds a second of the host's, under [`Pace::Real`].
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Sets [`SimClock::speed`], within limits.
    pub fn set_speed(&mut self, speed: f64) {
        self.settle();
        self.speed = speed.clamp(SPEEDS.0, SPEEDS.1);
    }

    /// Makes `base_ns` the time of this moment.
    fn settle(&mut self) {
        self.base_ns = self.now_ns();
        self.anchor = Instant::now();
    }

    fn scaled(&self, elapsed: Duration) -> u64 {
        (elapsed.as_nanos() as f64 * self.speed) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn virtual_time_moves_by_work_and_jumps_only() {
        let mut clock = SimClock::new(Pace::Virtual, 500, 1.0);
        std::thread::sleep(Duration::from_millis(2));
        assert_eq!(clock.now_ns(), 0);
        clock.worked(3);
        assert_eq!(clock.now_ns(), 1500);
        clock.jump_to(10_000);
        clock.jump_to(2_000);
        assert_eq!(clock.now_ns(), 10_000);
        assert_eq!(clock.system_ns(), EPOCH_NS + 10_000);
        assert_eq!(clock.wait_for(99_000), Duration::ZERO);
    }

    #[test]
    fn real_time_follows_the_host_and_stands_when_paused() {
        let mut clock = SimClock::new(Pace::Real, 500, 1000.0);
        std::thread::sleep(Duration::from_millis(2));
        assert!(clock.now_ns() >= 2_000_000_000);
        clock.pause(true);
        let stood = clock.now_ns();
        std::thread::sleep(Duration::from_millis(2));
        assert_eq!(clock.now_ns(), stood);
        clock.jump_to(stood + 5);
        assert_eq!(clock.now_ns(), stood + 5);
        clock.pause(false);
        let ahead = clock.now_ns() + 3_600_000_000_000;
        assert!(clock.wait_for(ahead) > Duration::from_secs(3));
        assert!(clock.wait_for(ahead) <= Duration::from_millis(3600));
    }
}
