//! Several schedulers, each a thread, with one machine.
//!
//! Invariants: a thread that has nothing to do is outside the gate and sleeps, until another has more than it can do at once or
//! a timer expires; once the program is over every thread ends. The thread that runs the crew is the first scheduler,
//! and the only one that hears the world outside.
//! Deliberately absent: what a turn is (`scheduler`).

use std::hint::spin_loop;
use std::thread;
use std::time::Duration;

use crate::bif::Natives;
use crate::platform::PlatformHandle;
use crate::port::clock;
use crate::sched::{Outcome, System};
use crate::scheduler::Scheduler;
use crate::sync::{self, Place};

/// How long a thread sleeps at most where no timer is set.
const LONGEST_SLEEP: Duration = Duration::from_secs(3600);

/// How often a thread looks for something to do before it sleeps: for about as long as it takes to wake it.
const LOOKS: u32 = 1000;

/// Turns of the first scheduler between two times that it hears the world outside.
const HEARS_EACH: u8 = 8;

/// A scheduler at work: when it is done, however that came, it is outside the gate and every thread wakes.
struct Duty<'s> {
    system: &'s System,
    scheduler: &'s mut Scheduler,
}

impl Drop for Duty<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.scheduler.come_in(self.system);
            self.system.end(Outcome::Halted { status: 1 });
        }
        self.scheduler.go_out(self.system);
        self.system.run_queues.alarm.ring_all();
        self.system.platform.interrupt();
    }
}

/// When it goes, this thread has the machine for itself, as it had before.
struct OwnPlace;

impl Drop for OwnPlace {
    fn drop(&mut self) {
        sync::stand(Place::Alone);
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
    wait: impl FnMut(Option<u64>),
) -> Outcome {
    let is_for_many = matches!(system.platform, PlatformHandle::Many(_));
    let count = if is_for_many { system.run_queues.schedulers() } else { 1 };
    let place = OwnPlace;
    if count > 1 {
        sync::stand(Place::Outside);
    }
    thread::scope(|scope| {
        let duty = Duty { system, scheduler: first };
        for number in 1..count {
            thread::Builder::new()
                .name(format!("scheduler {number}"))
                .spawn_scoped(scope, move || work(system, natives, number))
                .expect("a thread for each scheduler");
        }
        lead(duty, wait);
    });
    drop(place);
    system.outcome.borrow().clone().expect("it is over")
}

/// What the first scheduler does until the program is over: it hears the world outside, too.
fn lead(duty: Duty<'_>, mut wait: impl FnMut(Option<u64>)) {
    let Duty { system, .. } = duty;
    let mut turn: u8 = 0;
    while system.outcome.is_idle() {
        turn = turn.wrapping_add(1);
        if turn.is_multiple_of(HEARS_EACH) {
            duty.scheduler.listen(system);
        }
        if !duty.scheduler.turn(system) {
            let until_ns = system.timers.borrow_mut().next_ns();
            duty.scheduler.go_out(system);
            if system.run_queues.leave_first() && system.outcome.is_idle() {
                wait(until_ns);
            }
            system.run_queues.join_first();
            duty.scheduler.listen(system);
        }
    }
}

/// Looks for something a few times; whether it was there.
fn looks(is_there: impl Fn() -> bool) -> bool {
    (0..LOOKS).any(|_| {
        spin_loop();
        is_there()
    })
}

/// What a scheduler that is not the first does until the program is over.
fn work(system: &System, natives: Natives, number: usize) {
    sync::be_scheduler(number);
    sync::stand(Place::Outside);
    let duty = Duty { system, scheduler: &mut Scheduler::new(natives) };
    let is_over = || !system.outcome.is_idle();
    let has_work = || is_over() || system.run_queues.has_work();
    while !is_over() {
        if !duty.scheduler.turn(system) {
            let until_ns = system.timers.borrow_mut().next_ns();
            duty.scheduler.go_out(system);
            let now_ns = clock::monotonic_ns(system);
            let time =
                until_ns.map_or(LONGEST_SLEEP, |until| Duration::from_nanos(until.saturating_sub(now_ns)));
            if !looks(has_work) {
                system.run_queues.alarm.sleep(time, || !has_work());
            }
        }
    }
}
