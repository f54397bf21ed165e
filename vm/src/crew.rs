//! Several schedulers, each a thread, with one machine.
//!
//! Invariants: a thread that has nothing to do is outside the gate and sleeps, until another has more than it can do at once or
//! a timer expires; once the program is over every thread ends. The thread that runs the crew is the first scheduler,
//! and the only one that hears the world outside.
//! Deliberately absent: what a turn is (`scheduler`).

use std::thread;
use std::time::Duration;

use crate::bif::Natives;
use crate::platform::PlatformHandle;
use crate::port::clock;
use crate::sched::{Outcome, System};
use crate::scheduler::{Scheduler, listen};
use crate::sync::{self, begin_many};

/// How long a thread sleeps at most where no timer is set.
const LONGEST_SLEEP: Duration = Duration::from_secs(3600);

/// Ends the sleep of every thread when one is done, however that came.
struct Ending<'s>(&'s System);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end(Outcome::Halted { status: 1 });
        }
        self.0.run_queues.alarm.ring_all();
        self.0.platform.interrupt();
    }
}

/// Runs a program to its end with so many schedulers; `wait` is called in this thread when it has nothing to do, and returns
/// when the monotonic time it is given has come, or something happened outside.
///
/// # Panics
/// A scheduler did.
pub(crate) fn run(
    system: &System,
    first: &mut Scheduler,
    natives: Natives,
    mut wait: impl FnMut(Option<u64>),
) -> Outcome {
    let is_for_many = matches!(system.platform, PlatformHandle::Many(_));
    let count = if is_for_many { system.run_queues.schedulers() } else { 1 };
    if count > 1 {
        begin_many();
    }
    thread::scope(|scope| {
        for number in 1..count {
            thread::Builder::new()
                .name(format!("scheduler {number}"))
                .spawn_scoped(scope, move || work(system, natives, number))
                .expect("a thread for each scheduler");
        }
        let _ending = Ending(system);
        loop {
            if let Some(outcome) = system.outcome.borrow().clone() {
                first.go_out(system);
                return outcome;
            }
            listen(system);
            if !first.turn(system) {
                first.go_out(system);
                let until_ns = system.timers.borrow_mut().next_ns();
                wait(until_ns);
            }
        }
    })
}

/// What a scheduler that is not the first does until the program is over.
fn work(system: &System, natives: Natives, number: usize) {
    let _ending = Ending(system);
    sync::be_scheduler(number);
    let mut scheduler = Scheduler::new(natives);
    let is_over = || system.outcome.borrow().is_some();
    while !is_over() {
        if !scheduler.turn(system) {
            scheduler.go_out(system);
            let until_ns = system.timers.borrow_mut().next_ns();
            let now_ns = clock::monotonic_ns(system);
            let time = until_ns.map_or(LONGEST_SLEEP, |until| Duration::from_nanos(until.saturating_sub(now_ns)));
            system.run_queues.alarm.sleep(time, || !is_over() && !system.run_queues.has_work());
        }
    }
    scheduler.go_out(system);
}
