//! How long programs take, beside Erlang/OTP: ratios of one and the same run.
//!
//! What is compared is user time of whole processes, so that other work on the machine counts as little as it can;
//! the two take turns, and each figure is the median of its runs. What starting takes is measured the same way and
//! shown taken off too. `hello` runs before anything else: the peak of memory is that of the largest child yet.
//!
//! Absent on purpose: a verdict. The exit code is 0; docs/performance.md has the figures to stay under.
#![forbid(unsafe_code)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The programs of `tests/bench` that are one process; each takes OTP about a second.
const PROGRAMS: [&str; 5] = ["fib", "tak", "nrev", "counting", "tuples"];

/// Those that are many.
const PROCESSES: [&str; 3] = ["ping_pong", "ring", "spawning"];

/// Those that keep rows in tables.
const TABLES: [&str; 2] = ["ets_small", "ets_large"];

/// Four processes that only compute.
const SIDE_BY_SIDE: &str = "side_by_side";

/// The program that does nothing but start and end.
const EMPTY: &str = "nothing";

/// How often each program runs.
const ROUNDS: usize = 5;

/// How often `hello` runs: it is short, and so are the waits that spoil it.
const HELLO_ROUNDS: usize = 25;

/// What every child so far took, together.
#[derive(Clone, Copy)]
struct Children {
    user_s: f64,
    /// Of the largest one.
    peak_mb: f64,
}

/// The median user time of one program, in seconds.
struct Row {
    program: &'static str,
    avm_s: f64,
    /// None without OTP.
    erl_s: Option<f64>,
}

fn main() {
    if children().is_none() {
        println!("This system does not say what a child spent: nothing to measure.");
        return;
    }
    hello();
    side_by_side();
    let erl = otp();
    match &erl {
        Some(release) => println!("Beside OTP {release}; user time, medians of {ROUNDS} runs taking turns\n"),
        None => println!("There is no erl: user time of avm alone, medians of {ROUNDS} runs\n"),
    }
    let Some(empty) = measure(&[EMPTY], erl.is_some()).pop() else { return };
    for programs in [&PROGRAMS[..], &PROCESSES, &TABLES] {
        let rows = measure(programs, erl.is_some());
        table(&rows, &empty);
        println!();
    }
}

/// Runs the smallest program with output; how long one waits for it, and the most memory it held. On a machine that
/// does other things too, the fastest run tells more than the median.
fn hello() {
    let mut walls_ms = Vec::new();
    let mut users_ms = Vec::new();
    for _ in 0..HELLO_ROUNDS {
        let began = Instant::now();
        let Some(user_s) = user_s(avm("hello")) else {
            println!("hello failed");
            return;
        };
        walls_ms.push(began.elapsed().as_secs_f64() * 1000.0);
        users_ms.push(user_s * 1000.0);
    }
    let fastest = walls_ms.iter().copied().fold(f64::INFINITY, f64::min);
    let peak_mb = children().map_or(f64::NAN, |children| children.peak_mb);
    let (wall, user) = (median(walls_ms), median(users_ms));
    println!("hello: {wall:.1} ms (fastest {fastest:.1}, user {user:.1}), {peak_mb:.1} MB");
}

/// Runs four processes that only compute on one scheduler and on two, taking turns: how long one waits.
fn side_by_side() {
    let mut walls_s = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (schedulers, walls_s) in ["1", "2"].into_iter().zip(&mut walls_s) {
            let mut command = avm(SIDE_BY_SIDE);
            command.args(["--schedulers", schedulers]);
            let began = Instant::now();
            if !succeeds(command) {
                println!("{SIDE_BY_SIDE} failed");
                return;
            }
            walls_s.push(began.elapsed().as_secs_f64());
        }
    }
    let [one_s, two_s] = walls_s.map(median);
    println!("{SIDE_BY_SIDE}: {one_s:.3} s on one scheduler, {two_s:.3} s on two: {:.2}", two_s / one_s);
}

/// The rows of programs that ran; one that failed is named instead.
fn measure(programs: &[&'static str], with_erl: bool) -> Vec<Row> {
    let mut taken = vec![(Vec::new(), Vec::new()); programs.len()];
    for _ in 0..ROUNDS {
        for (program, (of_avm, of_erl)) in programs.iter().zip(&mut taken) {
            of_avm.push(user_s(avm(program)));
            if with_erl {
                of_erl.push(user_s(erl(program)));
            }
        }
    }
    let all = |times: Vec<Option<f64>>| times.into_iter().collect::<Option<Vec<f64>>>();
    let mut rows = Vec::new();
    for (program, (of_avm, of_erl)) in programs.iter().zip(taken) {
        match (all(of_avm), all(of_erl)) {
            (Some(of_avm), Some(of_erl)) => {
                let erl_s = with_erl.then(|| median(of_erl));
                rows.push(Row { program, avm_s: median(of_avm), erl_s });
            }
            _ => println!("{program} failed"),
        }
    }
    rows
}

fn table(rows: &[Row], empty: &Row) {
    println!("{:12} {:>8} {:>8} {:>8} {:>16}", "program", "erl s", "avm s", "ratio", "without start-up");
    let mut whole = Vec::new();
    let mut net = Vec::new();
    for row in rows.iter().chain([empty]) {
        let Some((erl_s, empty_erl_s)) = row.erl_s.zip(empty.erl_s) else {
            println!("{:12} {:>8} {:>8.3}", row.program, "-", row.avm_s);
            continue;
        };
        if row.program == EMPTY {
            println!("{:12} {erl_s:>8.3} {:>8.3}", row.program, row.avm_s);
            continue;
        }
        let ratio = row.avm_s / erl_s;
        let net_ratio = (row.avm_s - empty.avm_s) / (erl_s - empty_erl_s);
        println!("{:12} {erl_s:>8.3} {:>8.3} {ratio:>8.2} {net_ratio:>16.2}", row.program, row.avm_s);
        whole.push(ratio);
        net.push(net_ratio);
    }
    if !whole.is_empty() {
        let (whole, net) = (geometric_mean(&whole), geometric_mean(&net));
        println!("{:30} {whole:>8.2} {net:>16.2}", "geometric mean");
    }
}

fn avm(program: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avm"));
    command.args(["run", &format!("tests/bench/{program}.beam")]);
    command
}

fn erl(program: &str) -> Command {
    let mut command = Command::new("erl");
    command.args(["-noshell", "-pa", "tests/bench", "-eval", &format!("{program}:start(),halt().")]);
    command
}

/// The release of the OTP on the path, and how it runs code.
fn otp() -> Option<String> {
    let asked = "io:format(\"~s (~s)\", [erlang:system_info(otp_release), \
                 erlang:system_info(emu_flavor)]), halt().";
    let output = Command::new("erl").args(["-noshell", "-eval", asked]).output().ok()?;
    String::from_utf8(output.stdout).ok().filter(|_| output.status.success())
}

/// The user time a command takes, in seconds; None when it fails.
fn user_s(command: Command) -> Option<f64> {
    let before = children()?;
    succeeds(command).then_some(())?;
    Some(children()?.user_s - before.user_s)
}

/// Runs a command to its end. `avm run` ends with 1 when the program returns something other than ok, and says what.
fn succeeds(mut command: Command) -> bool {
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).stderr(Stdio::null());
    command.output().is_ok_and(|output| {
        output.status.success() || String::from_utf8_lossy(&output.stdout).contains("Return value: ")
    })
}

/// What the children that have ended spent.
#[cfg(unix)]
fn children() -> Option<Children> {
    use nix::sys::resource::{UsageWho, getrusage};

    /// How many units of the peak are a megabyte: kilobytes, but bytes on Apple's systems.
    const UNITS: f64 = if cfg!(target_vendor = "apple") { 1_048_576.0 } else { 1024.0 };

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let user = usage.user_time();
    let user_s = user.tv_sec() as f64 + user.tv_usec() as f64 / 1e6;
    Some(Children { user_s, peak_mb: usage.max_rss() as f64 / UNITS })
}

#[cfg(not(unix))]
fn children() -> Option<Children> {
    None
}

/// The one in the middle; not a number if there is none.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

fn geometric_mean(figures: &[f64]) -> f64 {
    (figures.iter().map(|figure| figure.ln()).sum::<f64>() / figures.len() as f64).exp()
}
