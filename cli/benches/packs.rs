//! How long packing, listing and pruning take, beside packbeam or Erlang.
//!
//! The modules are 200 of OTP's compiler, stdlib and kernel. The other side is packbeam if `PACKBEAM` says how to run it, else
//! `packs.escript`, which reads and writes the same. Both are whole processes, from the start to the end, taking turns;
//! each figure is the fastest of its runs, because whatever else the machine does only makes it slower.
//!
//! Absent on purpose: a verdict. docs/performance.md has the figures to stay under.
#![forbid(unsafe_code)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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
    println!("Beside {}; the fastest of {ROUNDS} runs\n", packbeam.as_deref().unwrap_or("packs.escript"));
    println!("{:<28}{:>10}{:>12}{:>10}", "", "avm", "the other", "times");
    let (pack, other) = (folder.join("avm.avm"), folder.join("other.avm"));
    let (pack, other) = (pack.to_str().expect("UTF-8"), other.to_str().expect("UTF-8"));
    let modules: Vec<&str> = modules.iter().map(|path| path.to_str().expect("UTF-8")).collect();
    let start = ["--start", "compile"];
    row(
        "create",
        &[&["packbeam", "create", pack][..], &modules].concat(),
        &theirs(&packbeam, "create", &[&[other][..], &modules].concat()),
    );
    println!("{:<28}{:>10}", "", format!("{} KiB", fs::metadata(pack).map_or(0, |pack| pack.len() >> 10)));
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

fn row(what: &str, ours: &[&str], theirs: &[String]) {
    let (mut avm, mut other) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        avm = avm.min(took(Command::new(env!("CARGO_BIN_EXE_avm")).args(ours)));
        other = other.min(took(Command::new(&theirs[0]).args(&theirs[1..])));
    }
    let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    let times = other.as_secs_f64() / avm.as_secs_f64();
    println!("{what:<28}{:>10}{:>12}{times:>10.1}", ms(avm), ms(other));
}

fn took(command: &mut Command) -> Duration {
    let begun = Instant::now();
    let status = command.stdout(Stdio::null()).status().expect("it runs");
    assert!(status.success(), "{command:?}");
    begun.elapsed()
}
