//! Random programs run by OTP and by the machine.
//!
//! `against_otp --seed N --modules N` tries modules 0 to N of a seed.
//!
//! `--first N` begins at another module, `--differences N` ends after as many (5), `--nodes N` says how many nodes and machines
//! work at a time (one a core), `--print` shows the source of the first module and nothing else, `--skipped` tells which
//! modules were not tried and why. What is left of the command line comes before `erl`: `chroot /some/root`.
#![forbid(unsafe_code)]

use std::num::NonZero;
use std::process::ExitCode;
use std::thread;

use avm_tests::against_otp::{self, Oracle, Plan, SERVE};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == SERVE) {
        return against_otp::serve(&arguments[1..]);
    }
    let mut number = |name: &str, otherwise: u64| match arguments.iter().position(|argument| argument == name)
    {
        None => otherwise,
        Some(place) => {
            let taken: Vec<String> = arguments.drain(place..place + 2).collect();
            taken[1].parse().unwrap_or_else(|_| panic!("{name} takes a number"))
        }
    };
    let plan = Plan {
        seed: number("--seed", 1),
        first: number("--first", 0),
        modules: number("--modules", 100),
        most_differences: number("--differences", 5) as usize,
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let nodes = number("--nodes", cores);
    let wish = arguments.first().cloned().unwrap_or_default();
    arguments.drain(..usize::from(matches!(wish.as_str(), "--print" | "--skipped")));
    let Some(oracles) = (0..nodes.max(1)).map(|_| Oracle::start(&arguments)).collect::<Option<Vec<_>>>()
    else {
        eprintln!("there is no erl here, or it does not start");
        return ExitCode::FAILURE;
    };
    if wish == "--print" {
        let module = against_otp::module(plan.seed, plan.first, oracles[0].release());
        println!("%% {}\n{}", module.options, module.text());
        return ExitCode::SUCCESS;
    }
    let mut told = 0;
    let summary = against_otp::try_all(&plan, oracles, |summary| {
        for difference in &summary.differences[told..] {
            println!("{difference}");
        }
        told = summary.differences.len();
    });
    if wish == "--skipped" {
        summary.skipped.iter().for_each(|skipped| println!("skipped {skipped}"));
    }
    println!(
        "seed {}: {} modules, {} calls, {} skipped, {} differences",
        plan.seed,
        summary.modules,
        summary.calls,
        summary.skipped.len(),
        summary.differences.len()
    );
    if summary.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
