//! Generations of modules: what comes, what it takes the place of, what goes.
//!
//! `tests/data/generations/compile.sh` compiles the program and writes down what OTP answers to each of its tests.
//! Absent on purpose: modules that the machine finds by itself; those are in `machine.rs`.

#[allow(dead_code, reason = "the bench also serves tests of native functions")]
mod bench;

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use bench::{Place, World};
use vm::run::{Arguments, Outcome, Step, Vm};

fn data(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/generations").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a test of the program prints, and the machine it ran in.
fn run(test: &str) -> (String, Vm) {
    let world = Rc::new(World::default());
    let mut vm = Vm::new(Rc::new(Place(world.clone())));
    let library = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/lib/library.avm")).expect("the libraries");
    vm.add_pack(library).expect("a whole pack");
    let module = vm.load_beam(&data("generations.beam")).expect("a sound module");
    let main = vm.atom("main").expect("an atom");
    vm.start(module, main, Arguments::Strings(vec![test.to_owned()]));
    loop {
        match vm.step() {
            Step::Worked => {}
            Step::Idle { until_ns: Some(until) } => world.now_ns.set(until),
            step => {
                let console = String::from_utf8(world.console.take()).expect("text");
                assert_eq!(
                    step,
                    Step::Halted(Outcome::Returned { text: "ok".to_owned(), ok: true }),
                    "{console}"
                );
                return (console, vm);
            }
        }
    }
}

/// The last line: before it stands what was said of modules that were refused.
fn last_line(console: &str) -> &str {
    console.trim_end().lines().last().unwrap_or_default()
}

#[test]
fn generations_come_and_go_as_on_otp() {
    let expected = String::from_utf8(data("generations.expect")).expect("text");
    assert!(expected.lines().count() > 15);
    let mut differ = vec![];
    for line in expected.lines() {
        let name = line[1..].split(',').next().expect("a test has a name");
        let (console, _) = run(name);
        if last_line(&console) != line {
            differ.push(format!("{line}\n{console}"));
        }
    }
    assert!(differ.is_empty(), "on OTP, and here:\n{}", differ.join("\n"));
}

#[test]
fn what_is_purged_is_freed() {
    let (_, vm) = run("many");
    let modules = &vm.system().modules;
    assert!(modules.leaving().is_empty());
    let hot = vm.atom("hot").expect("an atom");
    assert!(modules.old(hot).is_some() && modules.module(hot).is_some());
    // Marks are given again: of all generations no more than two had some at a time.
    let marks: usize =
        modules.names().iter().filter_map(|name| modules.module(*name)).map(|each| each.catches.len()).sum();
    assert!(modules.catch_count() as usize <= marks + 4, "{} of {marks}", modules.catch_count());
}
