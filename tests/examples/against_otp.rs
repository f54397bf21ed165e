//! Random programs run by OTP and by the machine.
//!
//! `against_otp --seed N --modules N` tries modules 0 to N of a seed.
//!
//! `--first N` begins at another module, `--differences N` ends after as many (5), `--print` shows the source of the first
//! module and nothing else, `--skipped` tells which modules were not tried and why. What is left of the command line comes before `erl`: `chroot /some/root`.
#![forbid(unsafe_code)]

use std::process::ExitCode;

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
    if arguments.first().is_some_and(|first| first == "--print") {
        let module = against_otp::module(plan.seed, plan.first);
        println!("%% {}\n{}", module.options, module.text());
        return ExitCode::SUCCESS;
    }
    let show_skipped = arguments.first().is_some_and(|first| first == "--skipped");
    arguments.drain(..usize::from(show_skipped));
    let Some(mut oracle) = Oracle::start(&arguments) else {
        eprintln!("there is no erl here, or it does not start");
        return ExitCode::FAILURE;
    };
    let mut told = 0;
    let summary = against_otp::try_all(&plan, &mut oracle, |summary| {
        for difference in &summary.differences[told..] {
            println!("{difference}");
        }
        told = summary.differences.len();
    });
    if show_skipped {
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
