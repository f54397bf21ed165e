//! Wheels against a sorted list, by chance.

use std::vec::Vec;

use fastrand::Rng;

use super::{KEPT, Wheels};

/// A time: one of a few, soon, at any distance, or the first or the last there is.
fn any_time(random: &mut Rng, now_ns: u64) -> u64 {
    match random.u8(..16) {
        0 => 0,
        1 => u64::MAX,
        2 => now_ns.saturating_sub(random.u64(..1000)),
        3..6 => now_ns.saturating_add(5),
        6..9 => now_ns.saturating_add(random.u64(..20) * 1_000_000),
        9..12 => now_ns.saturating_add(random.u64(..4_000_000_000)),
        _ => now_ns.saturating_add(random.u64(..) >> random.u8(..64)),
    }
}

/// What is to come, by time and then in the order it came, each with its number and its value.
#[derive(Default)]
struct Model(Vec<(u64, u64, u32)>);

impl Model {
    fn insert(&mut self, at_ns: u64, number: u64, value: u32) {
        let behind = self.0.partition_point(|timer| timer.0 <= at_ns);
        self.0.insert(behind, (at_ns, number, value));
    }

    fn due(&mut self, now_ns: u64) -> Option<(u64, u64, u32)> {
        (self.0.first()?.0 <= now_ns).then(|| self.0.remove(0))
    }
}

/// Every invariant of the head of `wheel.rs`, and that nothing is lost.
fn check(wheels: &Wheels<u32>) {
    let mut open = Vec::from([(super::NONE, wheels.root)]);
    let (mut entries, mut listed) = (0, 0);
    while let Some((outer, slot)) = open.pop() {
        match slot {
            super::Slot::Nothing => {}
            super::Slot::Wheel(index) => {
                listed += 1;
                let wheel = &wheels.wheels[index as usize];
                assert_eq!(wheel.outer, outer);
                assert_ne!(wheel.taken, 0, "an empty wheel");
                for (digit, slot) in wheel.slots.iter().enumerate() {
                    assert_eq!(wheel.taken >> digit & 1 == 0, *slot == super::Slot::Nothing);
                    open.push((index, *slot));
                }
            }
            super::Slot::List(head) => {
                for index in wheels.list(head) {
                    entries += 1;
                    let entry = &wheels.entries[index as usize];
                    assert_eq!(entry.wheel, outer);
                    assert_eq!(wheels.entries[entry.next as usize].previous, index);
                    if let Some(wheel) = wheels.wheels.get(outer as usize) {
                        assert_eq!(super::start_of(entry.at_ns, wheel.level), wheel.start);
                        assert_eq!(super::Slot::List(head), wheel.slots[wheel.digit(entry.at_ns)]);
                    }
                }
            }
        }
    }
    let some = |index: u32| Some(index).filter(|&index| index != super::NONE);
    let free = |first: u32, next: &dyn Fn(u32) -> u32| {
        core::iter::successors(some(first), |&index| some(next(index))).count()
    };
    assert_eq!(entries, wheels.count);
    assert_eq!(
        entries + free(wheels.free_entry, &|index| wheels.entries[index as usize].next),
        wheels.entries.len()
    );
    assert_eq!(
        listed + free(wheels.free_wheel, &|index| wheels.wheels[index as usize].outer),
        wheels.wheels.len()
    );
}

/// A few thousand steps from a seed: more is set than is taken out until there are so many.
fn run(seed: u64, most: usize) {
    let random = &mut Rng::with_seed(seed);
    let (mut wheels, mut model) = (Wheels::default(), Model::default());
    let (mut now_ns, mut gone) = (random.u64(..1 << 40), Vec::new());
    for step in 0..3000 {
        match random.u64(..10) {
            0..5 if model.0.len() < most => {
                let at_ns = any_time(random, now_ns);
                let number = wheels.insert(at_ns, step);
                assert!(number != 0 && number != u64::MAX);
                model.insert(at_ns, number, step);
            }
            5..8 if !model.0.is_empty() => {
                let (at_ns, number, value) = model.0.remove(random.usize(..model.0.len()));
                assert_eq!(wheels.get(number), Some((at_ns, &value)));
                assert_eq!(wheels.remove(number), Some((at_ns, value)), "seed {seed}, step {step}");
                gone.push(number);
            }
            8 => now_ns = any_time(random, now_ns).max(now_ns),
            _ => {
                let due = wheels.due(now_ns);
                let expected = model.due(now_ns);
                assert_eq!(due, expected.map(|timer| timer.1), "seed {seed}, step {step}");
                let taken = due.and_then(|number| wheels.remove(number));
                assert_eq!(taken, expected.map(|(at_ns, _, value)| (at_ns, value)));
                gone.extend(due);
            }
        }
        if random.u64(..4) == 0 {
            assert_eq!(wheels.next_ns(), model.0.first().map(|timer| timer.0), "seed {seed}, step {step}");
        }
        let old = random.choice(&gone).copied();
        assert_eq!(wheels.get(old.unwrap_or(0)), None, "seed {seed}, step {step}: {old:?}");
        assert_eq!(wheels.is_empty(), model.0.is_empty());
        if step % 16 == 0 {
            check(&wheels);
        }
    }
    while let Some((at_ns, number, _)) = model.due(u64::MAX) {
        assert_eq!(wheels.next_ns(), Some(at_ns));
        assert_eq!(wheels.due(at_ns), Some(number));
        wheels.remove(number);
    }
    assert_eq!((wheels.next_ns(), wheels.due(u64::MAX)), (None, None));
    check(&wheels);
}

#[test]
fn wheels_do_what_a_sorted_list_does() {
    for seed in 1..100 {
        for most in [3, 30, 1000] {
            run(seed, most);
        }
    }
}

#[test]
fn few_need_no_wheel_and_many_leave_no_room_behind() {
    let mut wheels = Wheels::default();
    for at_ns in 0..8 {
        wheels.insert(at_ns << 40, ());
    }
    assert_eq!(wheels.next_ns(), Some(0));
    assert_eq!(wheels.wheels.len(), 0);
    for at_ns in 8..2 * KEPT as u64 {
        wheels.insert(at_ns << 40, ());
    }
    while let Some(number) = wheels.due(u64::MAX) {
        wheels.remove(number);
    }
    assert_eq!(wheels.entries.capacity() + wheels.wheels.capacity(), 0);
}
