//! Random programs, run by OTP and by the machine, which have to agree.
//!
//! A seed makes modules (`generator.rs`, from `grammar.txt`); a node of OTP compiles and runs them (`oracle.rs`); the
//! machine runs the same code (`machine.rs`); what they say differently is made small (`shrink.rs`).
//!
//! Several nodes and machines work at the same time, a batch of modules each.
//!
//! Invariant: a module depends on the seed, its number and the release of OTP alone.

mod constants;
mod generator;
mod grammar;
mod machine;
mod oracle;
mod random;
mod segments;
mod shrink;
mod tree;
mod types;

pub use generator::Module;
pub use machine::{Machine, SERVE, run, serve};
pub use oracle::{Answer, Oracle};

use generator::Generator;
use grammar::Grammar;
use random::Random;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

/// The most modules that run in one process of the machine.
const BATCH: u64 = 25;

/// Which modules are tried.
pub struct Plan {
    /// What they are made from.
    pub seed: u64,
    /// The number of the first.
    pub first: u64,
    /// How many.
    pub modules: u64,
    /// Differences after which it is enough.
    pub most_differences: usize,
}

/// What trying them came to.
#[derive(Default)]
pub struct Summary {
    /// Modules that ran on both.
    pub modules: usize,
    /// Calls that were compared.
    pub calls: usize,
    /// Modules that OTP did not compile, or that took too much, and why.
    pub skipped: Vec<String>,
    /// Differences, each a text.
    pub differences: Vec<String>,
}

/// The module of a seed and a number, for a release of OTP.
pub fn module(seed: u64, number: u64, release: u32) -> Module {
    Generator::new(&Grammar::new(release), Random::new(seed, number)).module(&format!("m{number}"))
}

impl Summary {
    fn add(&mut self, part: Summary) {
        self.modules += part.modules;
        self.calls += part.calls;
        self.skipped.extend(part.skipped);
        self.differences.extend(part.differences);
    }
}

/// Tries the modules of a plan, as many batches at a time as there are nodes.
pub fn try_all(plan: &Plan, oracles: Vec<Oracle>, mut tell: impl FnMut(&Summary)) -> Summary {
    let end = plan.first + plan.modules;
    let next = AtomicU64::new(plan.first);
    let (sender, parts) = mpsc::channel();
    let mut summary = Summary::default();
    thread::scope(|scope| {
        for oracle in oracles {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || try_batches(plan, next, oracle, &sender));
        }
        drop(sender);
        for part in parts {
            summary.add(part);
            if summary.differences.len() >= plan.most_differences {
                next.store(end, Ordering::Relaxed);
            }
            tell(&summary);
        }
    });
    summary
}

fn try_batches(plan: &Plan, next: &AtomicU64, mut oracle: Oracle, sender: &Sender<Summary>) {
    let machine = Machine::new(oracle.trial());
    let end = plan.first + plan.modules;
    loop {
        let first = next.fetch_add(BATCH, Ordering::Relaxed);
        if first >= end {
            return;
        }
        let numbers = first..end.min(first + BATCH);
        let batch: Vec<Module> = numbers.map(|number| module(plan.seed, number, oracle.release())).collect();
        let mut summary = Summary::default();
        try_batch(&batch, plan, &mut oracle, &machine, &mut summary);
        // Nobody listens who has given up.
        let _ = sender.send(summary);
    }
}

fn try_batch(batch: &[Module], plan: &Plan, oracle: &mut Oracle, machine: &Machine, summary: &mut Summary) {
    let mut answers = Vec::new();
    for module in batch {
        match oracle.ask(&module.options, &module.text()) {
            Ok(answer) => answers.push((module, answer)),
            Err(error) => summary.skipped.push(format!("{} of seed {}: {error}", module.name, plan.seed)),
        }
    }
    let code: Vec<(&str, &[u8])> =
        answers.iter().map(|(module, answer)| (module.name.as_str(), answer.beam.as_slice())).collect();
    for ((module, answer), outcome) in answers.iter().zip(machine.run(&code)) {
        summary.modules += 1;
        summary.calls += answer.lines.lines().count() - 1;
        let Some(found) = difference(&answer.lines, &outcome) else { continue };
        if summary.differences.len() < plan.most_differences {
            summary.differences.push(explained(module, found, plan.seed, oracle, machine));
        }
    }
}

/// The first line in which the machine says something else than OTP: OTP's, the machine's.
fn difference(expected: &str, outcome: &Result<String, String>) -> Option<(String, String)> {
    match outcome {
        Err(error) => Some((String::new(), error.clone())),
        Ok(lines) => {
            let pair = expected.lines().zip(lines.lines()).find(|(expected, line)| expected != line)?;
            Some((pair.0.to_owned(), pair.1.to_owned()))
        }
    }
}

/// What both say about a module.
fn compared(module: &Module, oracle: &mut Oracle, machine: &Machine) -> Option<(String, String)> {
    let answer = oracle.ask(&module.options, &module.text()).ok()?;
    let outcome = machine.run(&[(&module.name, &answer.beam)]).pop().expect("an outcome");
    difference(&answer.lines, &outcome)
}

/// A difference made small, as text.
fn explained(
    module: &Module,
    found: (String, String),
    seed: u64,
    oracle: &mut Oracle,
    machine: &Machine,
) -> String {
    let small = shrink::shrink(module, |candidate| compared(candidate, oracle, machine).is_some());
    let again = compared(&small, oracle, machine);
    let fleeting = if again.is_some() { "" } else { ", which comes and goes" };
    let (expected, found) = again.unwrap_or(found);
    let mut show = |line: &str| match line.split(' ').collect::<Vec<_>>()[..] {
        [_, function, call, digits] => format!("{function} call {call}: {}", oracle.show(digits)),
        _ => line.to_owned(),
    };
    let (expected, found) = (show(&expected), show(&found));
    let head = format!("seed {seed}, module {}, options {}{fleeting}", small.name, small.options);
    format!("{head}\nOTP:     {expected}\nmachine: {found}\n{}", small.text())
}
