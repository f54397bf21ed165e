//! `avm check` finds what would go wrong, and says what was perhaps meant.
//!
//! The modules in `data/check` were compiled with `erlc +deterministic` of OTP 25.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/check").join(name).to_str().unwrap().to_owned()
}

/// An empty directory of this test's own.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// What no installed OTP changes: there is none in the path.
fn avm(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_avm")).args(arguments).env("PATH", "").output().unwrap()
}

/// Exit code and text of a check.
fn check(arguments: &[&str]) -> (Option<i32>, String) {
    let output = avm(&[&["check"], arguments].concat());
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn calls_of_what_is_not_there_are_found() {
    let (code, said) = check(&[&data("faulty.beam"), &data("tools.beam")]);
    assert_eq!(code, Some(1));
    for line in [
        "error: faulty:start/0, line 6: calls lists:revers/1, which lists does not have on avm\n    \
         did you mean lists:reverse/1 or reverse/2?\n",
        "error: faulty:start/0, line 7: calls lits:reverse/1, but there is no module lits\n    \
         did you mean lists:reverse/1?\n",
        "error: faulty:start/0, line 8: calls tools:hidden/0, which tools does not have\n    \
         export it from tools: -export([hidden/0]).\n",
        "error: faulty:start/0, line 10: calls tools:help/2, which tools does not have\n    \
         did you mean tools:help/1?\n",
        "error: faulty:start/0, line 11: calls tools:helped/1, which tools does not have\n",
        "error: faulty:start/0, line 12: calls gpio:ini/1, which gpio does not have on avm\n    \
         did you mean gpio:init/1?\n",
        "error: faulty:start/0, line 13: calls dict:store/4, which dict does not have on avm\n    \
         did you mean dict:store/3?\n",
        "error: faulty:start/0: calls tools:gone/3, which tools does not have\n",
        "warning: faulty:never/0, line 18: calls nowhere:to_be_found/0, but there is no module nowhere \
         (nothing seems to call this)\n",
    ] {
        assert!(said.contains(line), "{line}\n\nis not in\n\n{said}");
    }
    assert!(said.ends_with("8 errors, 1 warning; 2 modules for OTP 21 and later, 1396 bytes\n"), "{said}");
}

#[test]
fn a_sound_program_has_no_findings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/button/button.avm");
    let (code, said) = check(&[root.to_str().unwrap(), "--board", "pico"]);
    assert_eq!(
        (code, said.starts_with("0 errors, 0 warnings; 1 module for OTP ")),
        (Some(0), true),
        "{said}"
    );
    let (code, said) = check(&[root.to_str().unwrap(), "--board", "esp32", "--atomvm", "0.6.6"]);
    assert_eq!(
        (code, said.starts_with("0 errors, 0 warnings; 1 module for OTP ")),
        (Some(0), true),
        "{said}"
    );
}

#[test]
fn code_that_is_too_new_is_found() {
    let folder = directory("new");
    let new = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packbeam/tests/data/otp29/entry.beam");
    let (code, said) = check(&[new.to_str().unwrap(), "--atomvm", "0.6.6"]);
    assert_eq!(code, Some(1));
    let found = "error: entry: its table of atoms is of OTP 28; AtomVM 0.6.6 runs modules up to OTP 27\n    \
                 compile it with OTP 27 or older\n";
    assert!(said.contains(found), "{said}");
    // An opcode that no release has: the first instruction of all, a label.
    let mut bytes = fs::read(data("idle.beam")).unwrap();
    let code = bytes.windows(4).position(|tag| tag == b"Code").unwrap() + 8 + 20;
    bytes[code] = 250;
    let beam = folder.join("idle.beam");
    fs::write(&beam, bytes).unwrap();
    let (code, said) = check(&[beam.to_str().unwrap()]);
    let found = "error: idle: unknown opcode 250 at code offset 0: avm does not know this code\n    \
                 compile it with OTP 29 or older\n";
    assert_eq!((code, said.contains(found)), (Some(1), true), "{said}");
}

#[test]
fn a_program_that_begins_nowhere_is_found() {
    let (code, said) = check(&[&data("idle.beam")]);
    let found = "error: no program begins in this pack\n    \
                 export start/0 from one of its modules: -export([start/0]).\n";
    assert_eq!((code, said.contains(found)), (Some(1), true), "{said}");
    let library = directory("library").join("library.avm");
    let library = library.to_str().unwrap();
    assert!(avm(&["pack", "--lib", library, &data("faulty.beam")]).status.success());
    assert!(check(&[library]).1.contains("    pack it again with --start faulty\n"));
}

#[test]
fn a_pack_that_is_too_large_is_found() {
    let folder = directory("large");
    let file = folder.join("app/priv/sound.raw");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, vec![0; 600 << 10]).unwrap();
    let pack = folder.join("large.avm");
    let pack = pack.to_str().unwrap();
    let inputs = [&data("tools.beam"), &data("idle.beam"), file.to_str().unwrap()];
    assert!(avm(&[&["pack", pack][..], &inputs].concat()).status.success());
    let (code, said) = check(&[pack, "--board", "pico"]);
    let found = "bytes, 90928 more than the Raspberry Pi Pico has room for (524288)\n";
    assert_eq!((code, said.contains(found)), (Some(1), true), "{said}");
    assert!(!check(&[pack, "--board", "esp32"]).1.contains("room"), "there it fits");
}

#[test]
fn modules_that_are_hidden_or_idle_are_found() {
    let folder = directory("idle");
    let pack = folder.join("idle.avm");
    let pack = pack.to_str().unwrap();
    let start = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packbeam/tests/data/otp25/alone.beam");
    let inputs = [start.to_str().unwrap(), &data("idle.beam"), &data("idle.beam")];
    assert!(avm(&[&["pack", pack][..], &inputs].concat()).status.success());
    let output = avm(&["check", "--json", pack]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &json["errors"], &json["warnings"]), (Some(0), &0.into(), &2.into()));
    let kinds: Vec<&Value> =
        json["findings"].as_array().unwrap().iter().map(|found| &found["kind"]).collect();
    assert_eq!(kinds, ["shadowed", "unused"]);
    assert_eq!(json["findings"][1]["place"], "idle");
    assert_eq!(json["modules"][1]["name"], "idle");
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    let said = |arguments: &[&str]| {
        let output = avm(&[&["check", &data("idle.beam")], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert_eq!(said(&["--board", "pcio"]), "avm: there is no board \"pcio\"\n     did you mean pico?\n");
    assert_eq!(said(&["--atomvm", "main"]), "avm: main is no release of AtomVM\n     one is 0.6.6, or 0.7\n");
}
