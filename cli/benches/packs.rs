//! How long packing, listing and pruning take, beside packbeam or Erlang.
//!
//! The modules are 200 of OTP's compiler, stdlib and kernel. The other side is packbeam if `PACKBEAM` says how to run it, else
//! `packs.escript`, which reads and writes the same. Both are whole processes, from the start to the end, taking turns;
//! each figure is the least of its runs, because whatever else the machine does only makes it more. The time on the wall
//! is what one waits; that of the processor tells more where others want it, too.
//!
//! Absent on purpose: a verdict. docs/performance.md has the figures to stay under.
#![forbid(unsafe_code)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// How often each runs.
const ROUNDS: usize = 7;

/// How many modules are packed.
const MODULES: usize = 200;

fn main() {
    let modules = modules();
    if modules.len() < MODULES {
        println!("There is no OTP here with {MODULES} modules: nothing to measure.");
        return;
    }
    let folder = env::temp_dir().join(format!("avm-bench-packs-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let packbeam = env::var("PACKBEAM").ok();
    println!(
        "Beside {}; the least of {ROUNDS} runs, in milliseconds\n",
        packbeam.as_deref().unwrap_or("packs.escript")
    );
    println!(
        "{:<12}{:>10}{:>12}{:>8}{:>14}{:>12}{:>8}",
        "", "wall", "the other", "times", "processor", "the other", "times"
    );
    let (pack, other) = (folder.join("avm.avm"), folder.join("other.avm"));
    let (pack, other) = (pack.to_str().expect("UTF-8"), other.to_str().expect("UTF-8"));
    let modules: Vec<&str> = modules.iter().map(|path| path.to_str().expect("UTF-8")).collect();
    let start = ["--start", "compile"];
    row(
        "create",
        &[&["packbeam", "create", pack][..], &modules].concat(),
        &theirs(&packbeam, "create", &[&[other][..], &modules].concat()),
    );
    println!("{:<12}{:>10}", "", format!("{} KiB", fs::metadata(pack).map_or(0, |pack| pack.len() >> 10)));
    row("list", &["packbeam", "list", pack], &theirs(&packbeam, "list", &[pack]));
    let pruned = &[&["packbeam", "create", "--prune", pack][..], &start, &modules].concat();
    let arguments = match &packbeam {
        Some(_) => [&["--prune", other][..], &start, &modules].concat(),
        None => [&[other][..], &modules].concat(),
    };
    row("prune", pruned, &theirs(&packbeam, if packbeam.is_some() { "create" } else { "prune" }, &arguments));
    // Nobody else wants them.
    let _ = fs::remove_dir_all(&folder);
}

/// The first modules of OTP's compiler, stdlib and kernel, by name.
fn modules() -> Vec<PathBuf> {
    let code = "[io:format(\"~s/ebin~n\", [code:lib_dir(A)]) || A <- [compiler, stdlib, kernel]], halt().";
    let Ok(output) = Command::new("erl").args(["-noshell", "-eval", code]).output() else { return vec![] };
    let folders = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut modules = vec![];
    for folder in folders.lines() {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut found: Vec<_> =
            entries.filter(|path| path.extension().is_some_and(|extension| extension == "beam")).collect();
        found.sort();
        modules.extend(found);
    }
    // Pruning begins at the compiler's front, so that there is something to follow.
    modules.sort_by_key(|path| !path.ends_with("compile.beam"));
    modules.truncate(MODULES);
    modules
}

fn theirs(packbeam: &Option<String>, command: &str, arguments: &[&str]) -> Vec<String> {
    let escript = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/packs.escript");
    let program: Vec<String> = match packbeam {
        Some(packbeam) => packbeam.split_whitespace().map(str::to_owned).collect(),
        None => vec!["escript".to_owned(), escript.to_str().expect("UTF-8").to_owned()],
    };
    let arguments = [command].into_iter().chain(arguments.iter().copied()).map(str::to_owned);
    program.into_iter().chain(arguments).collect()
}

/// What a run takes: on the wall, and of processors.
#[derive(Clone, Copy)]
struct Taken {
    wall_ms: f64,
    processor_ms: f64,
}

fn row(what: &str, ours: &[&str], theirs: &[String]) {
    let never = Taken { wall_ms: f64::INFINITY, processor_ms: f64::INFINITY };
    let (mut avm, mut other) = (never, never);
    for _ in 0..ROUNDS {
        avm = avm.least(taken(Command::new(env!("CARGO_BIN_EXE_avm")).args(ours)));
        other = other.least(taken(Command::new(&theirs[0]).args(&theirs[1..])));
    }
    let figures = |avm: f64, other: f64| format!("{avm:>10.1}{other:>12.1}{:>8.1}", other / avm);
    let (wall, processor) =
        (figures(avm.wall_ms, other.wall_ms), figures(avm.processor_ms, other.processor_ms));
    println!("{what:<12}{wall}    {processor}");
}

impl Taken {
    fn least(self, other: Taken) -> Taken {
        Taken {
            wall_ms: self.wall_ms.min(other.wall_ms),
            processor_ms: self.processor_ms.min(other.processor_ms),
        }
    }
}

fn taken(command: &mut Command) -> Taken {
    let (begun, before) = (Instant::now(), children_ms());
    let status = command.stdout(Stdio::null()).status().expect("it runs");
    assert!(status.success(), "{command:?}");
    Taken { wall_ms: begun.elapsed().as_secs_f64() * 1e3, processor_ms: children_ms() - before }
}

/// What every child so far took of processors; not a number where that is not told.
#[cfg(unix)]
fn children_ms() -> f64 {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    getrusage(UsageWho::RUSAGE_CHILDREN).map_or(f64::NAN, |usage| {
        (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e3
    })
}

#[cfg(not(unix))]
fn children_ms() -> f64 {
    f64::NAN
}
