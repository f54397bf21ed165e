//! Whose turn it is.

#[allow(dead_code, reason = "other tests need the rest of it")]
mod bench;

use bench::Bench;
use vm::atom::{Atom, names};

/// Lets new processes run that have these priorities; the order of their turns, as indices.
fn turns(priorities: &[Atom]) -> Vec<usize> {
    let bench = Bench::new("esp32");
    let processes: Vec<_> =
        priorities.iter().map(|_| bench.system.processes.spawn(233).expect("memory")).collect();
    for (process, priority) in processes.iter().zip(priorities) {
        process.priority.set(*priority);
        bench.system.release(process);
    }
    let place = |pid| processes.iter().position(|process| process.pid == pid);
    let next = || bench.system.run_queues.pop().map(|process| place(process.pid).expect("one of them"));
    std::iter::from_fn(next).collect()
}

#[test]
fn turns_go_by_priority() {
    let priorities =
        [[names::normal; 20].as_slice(), &[names::low, names::low, names::high, names::max]].concat();
    let expected =
        [vec![23, 22], (0..8).collect(), vec![20], (8..16).collect(), vec![21], (16..20).collect()].concat();
    assert_eq!(turns(&priorities), expected);
}

#[test]
fn low_processes_run_when_nobody_else_wants_to() {
    assert_eq!(turns(&[names::low, names::low, names::normal]), [2, 0, 1]);
}
