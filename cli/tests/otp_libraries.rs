//! OTP's own libraries on this machine: programs print what they print on OTP.
//!
//! The programs are those of `tests/otp`. They are compiled with the `erlc` in the path; where there is none, a test says
//! so and is over. Absent on purpose: reports of crashes, which have times in them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The programs, in a folder of this test's own, once they are compiled.
struct Programs {
    folder: PathBuf,
}

impl Programs {
    fn compiled(test: &str) -> Option<Programs> {
        let folder = std::env::temp_dir().join(format!("avm-otp-libraries-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for programs");
        let programs = Programs { folder };
        let mut sources: Vec<PathBuf> =
            fs::read_dir(source("")).expect("programs").map(|entry| entry.expect("a file").path()).collect();
        sources.retain(|path| path.extension().is_some_and(|extension| extension == "erl"));
        match Command::new("erlc").arg("-o").arg(&programs.folder).args(&sources).status() {
            Ok(status) => assert!(status.success(), "the programs do not compile"),
            Err(_) => {
                eprintln!("skipped: there is no erlc in the path");
                return None;
            }
        }
        Some(programs)
    }

    /// What a program prints here, and on OTP.
    fn run(&self, name: &str, call: &str) -> (String, String) {
        let mut here = Command::new(env!("CARGO_BIN_EXE_avm"));
        here.args(["run", "--search-path", "otp"]).arg(format!("{name}.beam"));
        let mut there = Command::new("erl");
        there.args([
            "-noshell",
            "-eval",
            &format!("io:setopts([{{encoding, unicode}}]), {name}:{call}, halt()."),
        ]);
        (self.output(name, &mut here), self.output(name, &mut there))
    }

    fn output(&self, name: &str, command: &mut Command) -> String {
        let input = File::open(source(&format!("{name}.input"))).map_or(Stdio::null(), Stdio::from);
        let output = command
            .current_dir(&self.folder)
            .env("ERL_CRASH_DUMP", "/dev/null")
            .stdin(input)
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout);
        let said = said.strip_suffix("Return value: ok\n").unwrap_or(&said);
        assert!(output.status.success(), "{name}: {said}\n{}", String::from_utf8_lossy(&output.stderr));
        said.to_owned()
    }

    fn agree(&self, name: &str, call: &str) {
        let (here, there) = self.run(name, call);
        assert!(!there.is_empty(), "{name} prints something");
        assert_eq!(here, there, "{name} here, and on OTP");
    }
}

impl Drop for Programs {
    fn drop(&mut self) {
        // The next run makes its own.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/otp").join(name)
}

#[test]
fn libraries_do_what_they_do_on_otp() {
    let Some(programs) = Programs::compiled("libraries") else { return };
    for name in [
        "containers",
        "texts",
        "behaviours",
        "parsing",
        "moments",
        "conversation",
        "files",
        "applications",
        "tables",
    ] {
        programs.agree(name, "start()");
    }
}

#[test]
fn the_compiler_makes_the_same_code() {
    let Some(programs) = Programs::compiled("compiler") else { return };
    programs.agree("compile_self", "main([])");
}

#[test]
fn elixir_is_itself() {
    let folder = std::env::temp_dir().join(format!("avm-elixir-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for programs");
    let programs = Programs { folder };
    let elixir = |arguments: &[&str]| {
        let mut elixir = Command::new("elixir");
        elixir.current_dir(&programs.folder).env("LC_ALL", "C.UTF-8").args(arguments);
        elixir.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Ok(library) = elixir(&["-e", "IO.write(:code.lib_dir(:elixir))"]) else {
        eprintln!("skipped: there is no elixir in the path");
        return;
    };
    let source = source("smoke.ex").canonicalize().expect("the program");
    let compiled = Command::new("elixirc").arg("-o").arg(&programs.folder).arg(source).status();
    assert!(compiled.expect("it runs").success());
    let there = elixir(&["-e", "Smoke.start()"]).expect("it runs");
    let mut here = Command::new(env!("CARGO_BIN_EXE_avm"));
    here.args(["run", "--search-path", "otp", "--search-path", &library, "--search-path", "."]);
    let here = programs.output("smoke", here.arg("Elixir.Smoke.beam"));
    assert_eq!(here.trim_end(), there.trim_end(), "Elixir here, and on OTP");
}

#[test]
fn a_wrong_search_path_is_told() {
    let output = Command::new(env!("CARGO_BIN_EXE_avm"))
        .args(["run", "--search-path", "nowhere"])
        .current_dir(source("../programs/algorithms/otp25"))
        .arg("collatz.beam")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("nowhere: there are no modules in or below it"), "{said}");
    assert!(!output.status.success());
}
