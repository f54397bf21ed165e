//! `avm build` compiles a project with its tool and packs what came out.
//!
//! Where the tool is not in the path, a test says so and is over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// An empty directory of this test's own.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.join("src")).unwrap();
    path
}

fn is_there(tool: &str) -> bool {
    let is_there =
        Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !is_there {
        eprintln!("skipped: there is no {tool} in the path");
    }
    is_there
}

fn avm(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_avm")).args(arguments).current_dir(folder).output().unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

fn program(says: &str) -> String {
    format!("-module(lamp).\n-export([start/0]).\nstart() -> bulb:glow(\"{says}\").\n")
}

/// A project of two modules in use, one that is not, and a file.
fn sources(folder: &Path) {
    fs::create_dir_all(folder.join("priv")).unwrap();
    fs::write(folder.join("src/lamp.erl"), program("bright")).unwrap();
    let bulb = "-module(bulb).\n-export([glow/1]).\nglow(How) -> io:format(\"~s~n\", [How]), ok.\n";
    fs::write(folder.join("src/bulb.erl"), bulb).unwrap();
    fs::write(folder.join("src/spare.erl"), "-module(spare).\n-export([part/0]).\npart() -> ok.\n").unwrap();
    fs::write(folder.join("priv/note.txt"), "a note").unwrap();
}

#[test]
fn a_project_is_compiled_packed_and_runs() {
    if !is_there("erlc") {
        return;
    }
    let folder = directory("once");
    sources(&folder);
    let (built, said) = avm(&folder, &["build", "--out", "lamp.avm"]);
    assert!(built && said.contains("lamp.avm: 2 modules, "), "{said}");
    let (_, listed) = avm(&folder, &["list", "-f", "bare", "lamp.avm"]);
    assert_eq!(listed, "lamp.beam\nbulb.beam\nonce/priv/note.txt\n");
    assert_eq!(avm(&folder, &["run", "lamp.avm"]), (true, "bright\nReturn value: ok\n".to_owned()));
    fs::write(folder.join("src/lamp.erl"), "-module(lamp).\nstart( -> ok.\n").unwrap();
    let (built, said) = avm(&folder, &["build", "--out", "lamp.avm"]);
    assert!(!built && said.contains("lamp.erl:2:") && said.contains("avm: erlc did not succeed"), "{said}");
    assert!(avm(&folder, &["run", "lamp.avm"]).0, "the pack there was is still there");
    let (built, said) = avm(&directory("nothing"), &["build"]);
    assert!(!built && said.contains("there is nothing to build"), "{said}");
}

#[test]
fn a_project_of_mix_begins_where_it_says() {
    if !is_there("mix") {
        return;
    }
    let folder = directory("mixed");
    fs::create_dir_all(folder.join("lib")).unwrap();
    let config = "defmodule Mixed.MixProject do\n  use Mix.Project\n  def project do\n    [app: :mixed, version: \"1.0.0\", \
                  atomvm: [start: Mixed]]\n  end\nend\n";
    fs::write(folder.join("mix.exs"), config).unwrap();
    let program = "defmodule Mixed do\n  def start do\n    :io.format(~c\"~p~n\", [Enum.map([1, 2], &(&1 * 2))])\n    :ok\n  end\nend\n";
    fs::write(folder.join("lib/mixed.ex"), program).unwrap();
    let (built, said) = avm(&folder, &["build"]);
    assert!(built && said.contains("mixed.avm: "), "{said}");
    let (_, listed) = avm(&folder, &["list", "mixed.avm"]);
    assert!(listed.starts_with("Elixir.Mixed.beam * ["), "{listed}");
    assert_eq!(avm(&folder, &["run", "mixed.avm"]), (true, "[2,4]\nReturn value: ok\n".to_owned()));
}

/// A child that does not outlive its test.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether something holds before long.
fn before_long(mut holds: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        if holds() {
            return true;
        }
        sleep(Duration::from_millis(50));
    }
    false
}

#[test]
fn a_change_is_built_when_it_is_made() {
    if !is_there("erlc") {
        return;
    }
    let folder = directory("watched");
    sources(&folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_avm"));
    command.args(["build", "--watch", "-o", "lamp.avm"]).current_dir(&folder);
    let log = folder.join("log");
    let child = command.stdout(fs::File::create(&log).unwrap()).stderr(Stdio::null()).spawn().unwrap();
    let _watching = Watching(child);
    assert!(
        before_long(|| fs::read_to_string(&log).is_ok_and(|said| said.contains("watching"))),
        "it begins"
    );
    let pack = folder.join("lamp.avm");
    let says = |word: &str| {
        let bytes = fs::read(&pack).unwrap_or_default();
        bytes.windows(word.len()).any(|found| found == word.as_bytes())
    };
    assert!(says("bright"));
    fs::write(folder.join("src/lamp.erl"), "-module(lamp).\nstart( -> ok.\n").unwrap();
    sleep(Duration::from_millis(200));
    fs::write(folder.join("src/lamp.erl"), program("dim")).unwrap();
    assert!(before_long(|| says("dim")), "it goes on after an error");
}

/// A tool that is not installed here, as a script that puts compiled modules where the tool would.
#[cfg(unix)]
fn stand_in(folder: &Path, tool: &str, layout: &str, modules: &[(&str, &str)]) -> String {
    use std::os::unix::fs::PermissionsExt;

    let beams =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../packbeam/tests/data/otp25").canonicalize().unwrap();
    let mut script = "#!/bin/sh\nset -e\n".to_owned();
    for (application, module) in modules {
        let ebin = format!("{layout}/{application}/ebin");
        script += &format!("mkdir -p {ebin}\ncp '{}/{module}.beam' {ebin}\n", beams.display());
    }
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).unwrap();
    fs::write(bin.join(tool), script).unwrap();
    fs::set_permissions(bin.join(tool), fs::Permissions::from_mode(0o755)).unwrap();
    format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default())
}

/// What is in the pack that a build makes.
#[cfg(unix)]
fn built(folder: &Path, path: &str, pack: &str) -> String {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avm"));
        let output = command.args(arguments).current_dir(folder).env("PATH", path).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["build"]);
    run(&["list", pack])
}

#[cfg(unix)]
#[test]
fn each_tool_is_called_and_its_folders_are_packed() {
    let folder = directory("rebar");
    let config =
        "{deps, []}. % {start, other}\n{atomvm_rebar3_plugin, [{packbeam, [prune, {start, alone}]}]}.\n";
    fs::write(folder.join("rebar.config"), config).unwrap();
    fs::write(folder.join("src/lights.app.src"), "{application, lights, [{vsn, \"1\"}]}.\n").unwrap();
    let modules = [("lights", "alone"), ("lights", "entry"), ("helping", "leaf")];
    let path = stand_in(&folder, "rebar3", "_build/default/lib", &modules);
    assert_eq!(built(&folder, &path, "lights.avm"), "alone.beam * [388]\n");

    let folder = directory("gleaming");
    fs::write(folder.join("gleam.toml"), "name = \"lights\"\nversion = \"1.0.0\"\n").unwrap();
    let modules = [("gleam_stdlib", "leaf"), ("lights", "entry"), ("lights", "sample")];
    let path = stand_in(&folder, "gleam", "build/dev/erlang", &modules);
    let listed = built(&folder, &path, "lights.avm");
    assert_eq!(listed, "entry.beam * [548]\nsample.beam [1136]\nleaf.beam [320]\n");
}
