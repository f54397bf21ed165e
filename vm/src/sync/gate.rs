//! Who may be within a slice: many beside each other, or one exclusively.
//!
//! Invariants: while a thread has an exclusive pass nobody else has any; who wants one has it as soon as those within
//! have left, for nobody is let in before. Who enters while nobody is there has the gate exclusively, until somebody else
//! wants in: a machine with one process that can run touches everything without asking.
//! Deliberately absent: why somebody wants to be alone.

use super::{AtomicU32, Condvar, Mutex, Ordering};

/// What a thread that is within may touch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pass {
    /// What is its own, and what is guarded.
    Shared,
    /// Everything.
    Exclusive,
}

/// One thread is within exclusively.
const EXCLUSIVE: u32 = 1 << 30;
/// Somebody waits to be let in.
const WAITED_FOR: u32 = 1 << 31;
/// How many are within beside each other.
const WITHIN: u32 = EXCLUSIVE - 1;

/// Those who wait, by what they want.
#[derive(Debug, Default)]
struct Waiting {
    shared: u32,
    exclusive: u32,
}

/// The gate.
#[derive(Debug, Default)]
pub struct Gate {
    state: AtomicU32,
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

impl Gate {
    /// Enters, beside others or, where there are none, exclusively.
    pub fn enter(&self) -> Pass {
        let mut state = self.state.load(Ordering::Relaxed);
        while state & (WAITED_FOR | EXCLUSIVE) == 0 {
            let (next, pass) =
                if state == 0 { (EXCLUSIVE, Pass::Exclusive) } else { (state + 1, Pass::Shared) };
            match self.state.compare_exchange_weak(state, next, Ordering::Acquire, Ordering::Relaxed) {
                Ok(_) => return pass,
                Err(found) => state = found,
            }
        }
        self.wait(Pass::Shared);
        Pass::Shared
    }

    /// Enters as soon as nobody is within.
    pub fn enter_exclusively(&self) {
        let entered = self.state.compare_exchange(0, EXCLUSIVE, Ordering::Acquire, Ordering::Relaxed);
        if entered.is_err() {
            self.wait(Pass::Exclusive);
        }
    }

    /// Leaves, and lets those in who wait.
    pub fn leave(&self, pass: Pass) {
        let before = match pass {
            Pass::Shared => self.state.fetch_sub(1, Ordering::Release),
            Pass::Exclusive => self.state.fetch_and(!EXCLUSIVE, Ordering::Release),
        };
        if before & WAITED_FOR != 0 && (pass == Pass::Exclusive || before & WITHIN == 1) {
            // Who is about to wait has the lock, and is then told.
            drop(self.waiting.lock());
            self.changed.notify_all();
        }
    }

    /// A pass for the next slice, once a slice is over.
    #[inline]
    pub fn renew(&self, pass: Pass) -> Pass {
        let state = self.state.load(Ordering::Relaxed);
        if state & WAITED_FOR != 0 {
            self.leave(pass);
            return self.enter();
        }
        if pass == Pass::Shared && state == 1 {
            let alone = self.state.compare_exchange(1, EXCLUSIVE, Ordering::Acquire, Ordering::Relaxed);
            return if alone.is_ok() { Pass::Exclusive } else { Pass::Shared };
        }
        pass
    }

    #[cold]
    fn wait(&self, wanted: Pass) {
        let mut waiting = self.waiting.lock();
        match wanted {
            Pass::Shared => waiting.shared += 1,
            Pass::Exclusive => waiting.exclusive += 1,
        }
        loop {
            let state = self.state.fetch_or(WAITED_FOR, Ordering::Relaxed) | WAITED_FOR;
            let is_free = match wanted {
                Pass::Shared => state & EXCLUSIVE == 0 && waiting.exclusive == 0,
                Pass::Exclusive => state & (EXCLUSIVE | WITHIN) == 0,
            };
            if is_free && self.let_in(state, wanted, &mut waiting) {
                return;
            }
            if !is_free {
                waiting = self.changed.wait(waiting);
            }
        }
    }

    /// Lets one in of those who wait; `false` when somebody left meanwhile.
    fn let_in(&self, state: u32, wanted: Pass, waiting: &mut Waiting) -> bool {
        let (shared, exclusive) = match wanted {
            Pass::Shared => (waiting.shared - 1, waiting.exclusive),
            Pass::Exclusive => (waiting.shared, waiting.exclusive - 1),
        };
        let entered = match wanted {
            Pass::Shared => state + 1,
            Pass::Exclusive => state | EXCLUSIVE,
        };
        let next = if shared + exclusive == 0 { entered & !WAITED_FOR } else { entered };
        let done = self.state.compare_exchange(state, next, Ordering::Acquire, Ordering::Relaxed).is_ok();
        if done {
            *waiting = Waiting { shared, exclusive };
        }
        done
    }
}
