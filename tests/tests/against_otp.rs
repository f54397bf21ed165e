//! A few random programs do on the machine what they do on OTP.
//!
//! `examples/against_otp.rs` tries many.
//!
//! Where there is no `erl` the test says so and skips.
#![forbid(unsafe_code)]

use avm_tests::against_otp::{self, Oracle};

/// Which modules: these do not show what differs between releases, such as a zero's sign.
const SEED: u64 = 8;
const MODULES: u64 = 12;

#[test]
fn random_programs_do_what_they_do_on_otp() {
    let Some(mut oracle) = Oracle::start(&[]) else {
        eprintln!("skipped: there is no erl here");
        return;
    };
    let mut calls = 0;
    for number in 0..MODULES {
        let module = against_otp::module(SEED, number, oracle.release());
        let Ok(answer) = oracle.ask(&module.options, &module.text()) else { continue };
        let code = [oracle.trial().to_vec(), answer.beam];
        let lines = against_otp::run(&code, &module.name).unwrap_or_else(|error| panic!("{number}: {error}"));
        for (expected, line) in answer.lines.lines().zip(lines.lines()) {
            assert_eq!(line, expected, "module {number} of seed {SEED}:\n{}", module.text());
            calls += 1;
        }
        assert_eq!(answer.lines.len(), lines.len(), "module {number}: not every call");
    }
    assert!(calls > 100, "only {calls} calls: the programs do not compile");
}
