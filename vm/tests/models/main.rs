//! The protocols between threads, in every order that loom finds.
//!
//! They are locks, the gate, the alarm, run queues, and how a process waits, is sent to, and ends. The files under test are included as they are. A race, a deadlock or a wake that is lost fails; so does an assertion in
//! any order.
#![allow(dead_code, reason = "the files are the machine's, and not all of them is used here")]
#![expect(unsafe_code, reason = "what loom watches is reached without a lock")]

extern crate alloc;

mod process;
#[path = "../../src/sched/queue.rs"]
mod queue;
mod sync;

mod atom {
    //! The priorities.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Atom(pub u32);

    #[allow(non_upper_case_globals, reason = "named as the machine names them")]
    pub mod names {
        use super::Atom;
        pub const max: Atom = Atom(0);
        pub const high: Atom = Atom(1);
        pub const normal: Atom = Atom(2);
        pub const low: Atom = Atom(3);
    }
}

use std::time::Duration;

use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use loom::thread;
use process::{Process, Status};
use queue::RunQueues;
use sync::{Alarm, Gate, Pass, Turn, be_exclusive, be_scheduler, spinning};

/// How often threads may be interrupted where they need not wait, in one order.
const INTERRUPTIONS: usize = 3;
/// Steps of one order.
const STEPS: usize = 20_000;

/// Tries a model in every order.
fn model(act: impl Fn() + Send + Sync + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(INTERRUPTIONS);
    builder.max_branches = STEPS;
    builder.check(act);
}

/// A number that loom watches: two threads at it, one of which writes, are a race.
struct Watched(UnsafeCell<u32>);

// SAFETY: whoever uses it sees to it that nobody else does; loom checks that.
unsafe impl Send for Watched {}
// SAFETY: as above.
unsafe impl Sync for Watched {}

impl Watched {
    fn new() -> Watched {
        Watched(UnsafeCell::new(0))
    }

    fn read(&self) -> u32 {
        // SAFETY: as at the type.
        self.0.with(|value| unsafe { *value })
    }

    fn add(&self) {
        // SAFETY: as at the type.
        self.0.with_mut(|value| unsafe { *value += 1 });
    }
}

#[test]
fn a_guarded_value_has_one_writer() {
    model(|| {
        let value = Arc::new(spinning::Guarded::new(Watched::new()));
        let other = value.clone();
        let writer = thread::spawn(move || other.borrow_mut().add());
        let seen = value.borrow().read();
        assert!(seen <= 1);
        value.borrow_mut().add();
        writer.join().expect("a writer");
        assert_eq!(value.borrow().read(), 2);
    });
}

#[test]
fn a_turn_is_one_threads() {
    model(|| {
        let shared = Arc::new((Turn::default(), Watched::new()));
        let add = |shared: &(Turn, Watched)| {
            shared.0.take();
            shared.1.add();
            shared.0.give_back();
        };
        let other = shared.clone();
        let thread = thread::spawn(move || add(&other));
        add(&shared);
        thread.join().expect("a thread");
        assert_eq!(shared.1.read(), 2);
    });
}

/// A slice: what is shared is read, or changed by who has it exclusively.
fn slice(shared: &(Gate, Watched), pass: Pass) {
    match pass {
        Pass::Exclusive => shared.1.add(),
        Pass::Shared => _ = shared.1.read(),
    }
}

#[test]
fn who_is_within_exclusively_is_alone() {
    model(|| {
        let shared = Arc::new((Gate::default(), Watched::new()));
        let (one, other) = (shared.clone(), shared.clone());
        let exclusive = thread::spawn(move || {
            one.0.enter_exclusively();
            slice(&one, Pass::Exclusive);
            one.0.leave(Pass::Exclusive);
        });
        let beside = thread::spawn(move || {
            let pass = other.0.enter();
            slice(&other, pass);
            other.0.leave(pass);
        });
        let pass = shared.0.enter();
        slice(&shared, pass);
        shared.0.leave(pass);
        exclusive.join().expect("a thread");
        beside.join().expect("a thread");
        shared.0.enter_exclusively();
        assert!(shared.1.read() >= 1);
    });
}

#[test]
fn who_stays_within_lets_others_in() {
    model(|| {
        let shared = Arc::new((Gate::default(), Watched::new()));
        let done = Arc::new(AtomicBool::new(false));
        let (other, told) = (shared.clone(), done.clone());
        let thread = thread::spawn(move || {
            other.0.enter_exclusively();
            slice(&other, Pass::Exclusive);
            other.0.leave(Pass::Exclusive);
            told.store(true, Ordering::Release);
        });
        let mut pass = shared.0.enter();
        for _ in 0..2 {
            slice(&shared, pass);
            pass = shared.0.renew(pass);
        }
        shared.0.leave(pass);
        thread.join().expect("a thread");
        assert!(done.load(Ordering::Acquire));
    });
}

#[test]
fn who_is_alone_within_needs_no_lock() {
    model(|| {
        let shared = Arc::new((Gate::default(), spinning::Guarded::new(Watched::new())));
        let add = |shared: &(Gate, spinning::Guarded<Watched>)| {
            let mut pass = shared.0.enter();
            for _ in 0..2 {
                be_exclusive(pass == Pass::Exclusive);
                shared.1.borrow_mut().add();
                pass = shared.0.renew(pass);
            }
            shared.0.leave(pass);
        };
        let other = shared.clone();
        let thread = thread::spawn(move || {
            add(&other);
            be_exclusive(true);
            other.0.enter_exclusively();
            other.1.borrow_mut().add();
            other.0.leave(Pass::Exclusive);
        });
        add(&shared);
        thread.join().expect("a thread");
        be_exclusive(true);
        assert_eq!(shared.1.borrow().read(), 5);
    });
}

#[test]
fn an_alarm_that_rings_is_heard() {
    model(|| {
        let shared = Arc::new((Alarm::default(), AtomicBool::new(false)));
        let sleepers: Vec<_> = (0..2)
            .map(|_| {
                let own = shared.clone();
                thread::spawn(move || {
                    while !own.1.load(Ordering::Acquire) {
                        own.0.sleep(Duration::ZERO, || !own.1.load(Ordering::Acquire));
                    }
                })
            })
            .collect();
        shared.1.store(true, Ordering::Release);
        shared.0.ring();
        shared.0.ring_all();
        sleepers.into_iter().for_each(|sleeper| sleeper.join().expect("a sleeper"));
    });
}

#[test]
fn one_ring_wakes_one_who_sleeps() {
    model(|| {
        let shared = Arc::new((Alarm::default(), AtomicBool::new(false)));
        let own = shared.clone();
        let sleeper = thread::spawn(move || own.0.sleep(Duration::ZERO, || !own.1.load(Ordering::Relaxed)));
        shared.1.store(true, Ordering::Relaxed);
        shared.0.ring();
        sleeper.join().expect("a sleeper");
    });
}

#[test]
fn the_first_scheduler_is_woken_where_there_is_no_other() {
    model(|| {
        let mut queues = RunQueues::default();
        queues.set_schedulers(2);
        let shared = Arc::new((queues, AtomicBool::new(false)));
        let own = shared.clone();
        let second = thread::spawn(move || {
            be_scheduler(1);
            push(&own.0, Box::leak(Box::new(process(1))));
            if own.0.tell_overdue() {
                own.1.store(true, Ordering::Release);
            }
        });
        // It may only go on waiting if it is told, once there is something.
        let waits = shared.0.leave_first();
        second.join().expect("a scheduler");
        assert!(!waits || shared.1.load(Ordering::Acquire));
    });
}

/// A process that is being made.
fn process(pid: u32) -> Process {
    Process::new(pid, 0).expect("room")
}

/// Puts a process into the queue of this thread.
fn push(queues: &RunQueues, process: &Process) {
    // SAFETY: each process here outlives the queues.
    unsafe { queues.push(process) };
}

/// The pid of the process whose turn it is.
fn next(queues: &RunQueues) -> Option<u32> {
    queues.pop().map(|process| process.pid)
}

/// Sends a signal as `System::signal` does; whether the process lives.
fn send(queues: &RunQueues, process: &Process, signal: u32) -> bool {
    let pushed = process.signals.borrow_mut().push(signal);
    if pushed.is_ok() && process.status.wake() {
        push(queues, process);
    }
    pushed.is_ok()
}

/// Two threads that send a signal each; whether the process took it.
fn two_senders(shared: &Arc<(RunQueues, Process)>) -> [thread::JoinHandle<bool>; 2] {
    [1, 2].map(|number| {
        let own = shared.clone();
        thread::spawn(move || send(&own.0, &own.1, number))
    })
}

#[test]
fn a_process_that_waits_hears_of_every_signal() {
    model(|| {
        let shared = Arc::new((RunQueues::default(), process(7)));
        shared.1.status.set(Status::Running);
        let senders = two_senders(&shared);
        // As a scheduler does with a process that is to wait.
        let is_signalled = {
            let signals = shared.1.signals.borrow_mut();
            if signals.is_empty() {
                shared.1.status.set(Status::Waiting);
            }
            !signals.is_empty()
        };
        if is_signalled {
            shared.1.status.set(Status::Runnable);
            push(&shared.0, &shared.1);
        }
        senders.into_iter().for_each(|sender| assert!(sender.join().expect("a sender")));
        assert_eq!(shared.1.status.get(), Status::Runnable);
        assert_eq!((next(&shared.0), next(&shared.0)), (Some(7), None), "in a queue once");
        assert_eq!(shared.1.signals.borrow().iter().count(), 2);
    });
}

#[test]
fn a_signal_to_a_process_that_ends_is_taken_or_refused() {
    model(|| {
        let shared = Arc::new((RunQueues::default(), process(7)));
        shared.1.status.set(Status::Running);
        let senders = two_senders(&shared);
        let acted_upon = usize::from(shared.1.signals.borrow_mut().pop().is_some());
        // As `System::terminate` does.
        shared.1.status.set(Status::Exited);
        let late = shared.1.signals.borrow_mut().close().len();
        let refused =
            senders.into_iter().filter_map(|sender| sender.join().ok()).filter(|taken| !taken).count();
        assert_eq!(acted_upon + late + refused, 2);
        assert_eq!(next(&shared.0), None, "what has ended does not run");
    });
}

#[test]
fn a_process_runs_once_however_many_look_for_work() {
    model(|| {
        let mut queues = RunQueues::default();
        queues.set_schedulers(2);
        let shared = Arc::new((queues, AtomicUsize::new(0)));
        for pid in [1, 2, 3] {
            push(&shared.0, Box::leak(Box::new(process(pid))));
        }
        let take = |shared: &(RunQueues, AtomicUsize)| {
            while let Some(pid) = next(&shared.0) {
                shared.1.fetch_add(1 << (8 * pid), Ordering::Relaxed);
            }
        };
        let own = shared.clone();
        let thief = thread::spawn(move || {
            be_scheduler(1);
            take(&own);
        });
        take(&shared);
        thief.join().expect("a thief");
        take(&shared);
        assert_eq!(shared.1.load(Ordering::Relaxed), 0x0101_0100);
    });
}

#[test]
fn who_sleeps_is_woken_when_somebody_waits_for_long() {
    model(|| {
        let mut queues = RunQueues::default();
        queues.set_schedulers(2);
        let queues = Arc::new(queues);
        let own = queues.clone();
        let thief = thread::spawn(move || {
            be_scheduler(1);
            while own.pop().is_none() {
                own.alarm.sleep(Duration::ZERO, || !own.has_work());
            }
        });
        push(&queues, Box::leak(Box::new(process(1))));
        queues.tell_overdue();
        thief.join().expect("a thief");
    });
}
