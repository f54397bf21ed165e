//! Says where handlers of instructions may jump to each other: `cfg(threaded)`.
//!
//! That takes an optimising compiler, which makes a jump of a function's last call, and a processor (and a calling
//! convention) with registers for all of the interpreter's state. Checks that only debugging wants keep some of
//! those calls calls, so builds with assertions have the loop.

use std::env::var;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(threaded)");
    let optimised = var("OPT_LEVEL").is_ok_and(|level| level == "2" || level == "3");
    let roomy = var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "x86_64");
    let plain = var("CARGO_CFG_MIRI").is_err() && var("CARGO_CFG_DEBUG_ASSERTIONS").is_err();
    if optimised && roomy && plain {
        println!("cargo::rustc-cfg=threaded");
    }
}
