//! Packs: byte for byte as packbeam makes them, and safe whatever is in them.
//!
//! The expected packs and lists are packbeam's own; `packbeam/tests/data/golden/README.md` says how they were made.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use packbeam::{Builder, Pack};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../packbeam/tests/data")
}

fn avm_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_avm")).args(arguments).current_dir(folder).output().unwrap()
}

/// Standard output of a command that succeeds.
fn output_in(folder: &Path, arguments: &[&str]) -> String {
    let output = avm_in(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Exit code, and what a command that fails says.
fn failure_in(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = avm_in(folder, arguments);
    assert!(!output.status.success(), "{arguments:?}");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// An empty directory of this test's own.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packs").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// The names of a pack's sections.
fn names(pack: &Path) -> Vec<String> {
    let bytes = fs::read(pack).unwrap();
    Pack::parse(&bytes).unwrap().sections().map(|section| section.unwrap().name.to_owned()).collect()
}

#[test]
fn packs_are_those_of_packbeam() {
    let folder = directory("golden");
    let cases = fs::read_to_string(data().join("golden/cases")).unwrap();
    let mut count = 0;
    for (name, arguments) in
        cases.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'))
    {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let expected = fs::read(data().join(format!("golden/{name}.avm"))).unwrap();
        let out = folder.join(format!("{name}.avm"));
        let out = out.to_str().unwrap();
        for command in [&["packbeam", "create", out][..], &["pack", out]] {
            // Ours wants something to pack, and a program to begin where it is said to.
            if command[0] == "pack" && (arguments.is_empty() || name == "trusted") {
                continue;
            }
            output_in(&data(), &[command, &arguments].concat());
            assert!(fs::read(out).unwrap() == expected, "{command:?} {arguments:?}");
        }
        count += 1;
    }
    assert_eq!(count, 25, "packs to compare");
}

#[test]
fn lists_and_deletions_are_those_of_packbeam() {
    let golden = data().join("golden");
    for format in ["default", "csv", "bare"] {
        let expected = fs::read_to_string(golden.join(format!("packed.{format}"))).unwrap();
        for command in [&["list", "--format", format][..], &["packbeam", "list", "-f", format]] {
            assert_eq!(output_in(&golden, &[command, &["packed.avm"]].concat()), expected, "{command:?}");
        }
    }
    let folder = directory("deleted");
    let pack = folder.join("packed.avm");
    let expected = fs::read(golden.join("deleted.avm")).unwrap();
    for command in [&["packbeam", "delete"][..], &["delete"]] {
        fs::copy(golden.join("packed.avm"), &pack).unwrap();
        output_in(&folder, &[command, &["packed.avm", "leaf.beam", "priv/empty"]].concat());
        assert!(fs::read(&pack).unwrap() == expected, "{command:?}, in its own place");
    }
    let (code, said) = failure_in(&folder, &["delete", "packed.avm", "laef.beam"]);
    assert_eq!((code, said.contains("there is no laef.beam in it")), (Some(2), true), "{said}");
}

#[test]
fn packbeams_own_spelling_is_understood() {
    let folder = directory("spelling");
    let out = folder.join("out.avm");
    let out = out.to_str().unwrap();
    output_in(
        &data(),
        &["packbeam", "-start", "alone", "create", out, "otp25/entry.beam", "-prune", "otp25/alone.beam"],
    );
    assert_eq!(output_in(&data(), &["packbeam", "list", out]), "alone.beam * [388]\n");
    assert_eq!(output_in(&data(), &["packbeam", "version"]), "0.8.2\n");
    assert!(output_in(&data(), &["packbeam", "help"]).contains("[--remove_lines|-r]"));
    let (code, said) = failure_in(&data(), &["packbeam", "create", out, "otp25/leaf.beam", "-p"]);
    assert_eq!(code, Some(255), "{said}");
}

#[test]
fn what_was_packed_comes_out_again() {
    let folder = directory("extracted");
    let golden = data().join("golden/packed.avm");
    let golden = golden.to_str().unwrap();
    let said = output_in(&folder, &["extract", golden, "--out", "all"]);
    assert!(said.starts_with("Writing to all ...\nx entry.beam\n"), "{said}");
    assert_eq!(fs::read(folder.join("all/priv/note.txt")).unwrap(), b"seven b");
    assert_eq!(fs::read(folder.join("all/priv/empty")).unwrap(), b"");
    let again = [
        "pack",
        "again.avm",
        "entry.beam",
        "sample.beam",
        "leaf.beam",
        "alone.beam",
        "priv/note.txt",
        "priv/empty",
        "wide.beam",
    ];
    output_in(&folder.join("all"), &again);
    assert!(fs::read(folder.join("all/again.avm")).unwrap() == fs::read(golden).unwrap());
    output_in(&folder, &["extract", golden, "priv/note.txt", "-o", "one"]);
    assert_eq!(fs::read_dir(folder.join("one")).unwrap().count(), 1);
}

#[test]
fn nothing_is_written_outside_the_folder() {
    let folder = directory("outside");
    let mut builder = Builder::new();
    let outside = folder.join("absolute");
    for name in [
        "../climbed",
        outside.to_str().unwrap(),
        "a/../../climbed",
        "link/followed",
        "C:\\x",
        "./here",
        "good/file",
    ] {
        builder.add_file(name, b"text").unwrap();
    }
    fs::write(folder.join("bad.avm"), builder.finish()).unwrap();
    fs::create_dir_all(folder.join("out")).unwrap();
    fs::create_dir_all(folder.join("elsewhere")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.join("elsewhere"), folder.join("out/link")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.join("elsewhere/file"), folder.join("out/file")).unwrap();
    let (code, said) = failure_in(&folder, &["extract", "bad.avm", "-o", "out"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("bad.avm: ../climbed: the name leads out of the folder"), "{said}");
    assert_eq!(fs::read(folder.join("out/good/file")).unwrap(), b"text", "what is sound is written");
    assert!(!folder.join("climbed").exists() && !outside.exists(), "nothing else is");
    assert_eq!(fs::read_dir(folder.join("elsewhere")).unwrap().count(), 0, "links are not followed");
    let mut builder = Builder::new();
    builder.add_file("file", b"new").unwrap();
    fs::write(folder.join("good.avm"), builder.finish()).unwrap();
    output_in(&folder, &["extract", "good.avm", "-o", "out"]);
    assert_eq!(fs::read(folder.join("out/file")).unwrap(), b"new");
    assert!(!folder.join("elsewhere/file").exists(), "a link that has the name is replaced");
}

#[test]
fn a_broken_pack_is_read_as_far_as_it_is_sound() {
    let folder = directory("broken");
    let mut bytes = fs::read(data().join("golden/plain25.avm")).unwrap();
    let second = bytes.windows(11).position(|name| name == b"sample.beam").unwrap() - 12;
    fs::write(folder.join("cut.avm"), &bytes[..second + 40]).unwrap();
    let output = avm_in(&folder, &["list", "cut.avm"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "entry.beam * [548]\n");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains(&format!(
            "the pack ends inside a section or without its end marker at offset {second:#x}"
        )),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(2));
    // A size that lies: nothing is made as large as it says.
    bytes[second..second + 4].copy_from_slice(&0xffff_fff0_u32.to_be_bytes());
    fs::write(folder.join("lie.avm"), &bytes).unwrap();
    assert!(failure_in(&folder, &["extract", "lie.avm", "-o", "out"]).1.contains(&format!("{second:#x}")));
    assert_eq!(names(&data().join("golden/plain25.avm"))[0], "entry.beam");
    assert!(folder.join("out/entry.beam").exists());
}

#[test]
fn packs_are_measured_compared_and_verified() {
    let golden = data().join("golden");
    let sizes = output_in(&golden, &["size", "plain25.avm"]);
    let lines: Vec<&str> = sizes.lines().collect();
    assert_eq!(lines[0], "    total     code literals    atoms    lines     rest");
    assert_eq!(lines[1], "     1160      420      184      144       52      360  sample.beam");
    assert_eq!(
        lines[7].split_whitespace().next(),
        Some("2556"),
        "the pack without its head and end: {sizes}"
    );
    assert!(output_in(&golden, &["size", "--map", "plain25.avm"]).contains("|sample"));
    assert_eq!(output_in(&golden, &["verify", "plain25.avm"]), "sound; 2596 bytes\n");
    assert_eq!(output_in(&golden, &["diff", "plain25.avm", "plain25.avm"]), "");
    let compared = avm_in(&golden, &["diff", "packed.avm", "short.avm"]);
    assert_eq!(compared.status.code(), Some(1));
    let said = String::from_utf8_lossy(&compared.stdout);
    assert!(said.contains("- leaf.beam [-344]\n"), "{said}");
    assert!(said.contains("~ entry.beam [") && said.contains("may not be started any more"), "{said}");
    assert!(said.ends_with("~ the order of sections\n"), "{said}");
    let folder = directory("verified");
    let mut bytes = fs::read(golden.join("plain25.avm")).unwrap();
    bytes.truncate(400);
    fs::write(folder.join("cut.avm"), bytes).unwrap();
    let verified = avm_in(&folder, &["verify", "cut.avm"]);
    assert_eq!(verified.status.code(), Some(1));
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(
        said.starts_with("error: the pack ends inside a section") && said.contains("0x18 (24)"),
        "{said}"
    );
}

#[test]
fn archives_folders_and_descriptions_are_inputs() {
    let folder = directory("inputs");
    let application = folder.join("demo-1.2.0");
    fs::create_dir_all(application.join("ebin")).unwrap();
    fs::create_dir_all(application.join("priv/www")).unwrap();
    fs::copy(data().join("otp25/entry.beam"), application.join("ebin/entry.beam")).unwrap();
    fs::copy(data().join("demo.app"), application.join("ebin/demo.app")).unwrap();
    fs::write(application.join("priv/www/index.html"), "<p>").unwrap();
    let expected = ["demo/priv/application.bin", "entry.beam", "demo/priv/www/index.html"];
    output_in(&folder, &["pack", "folder.avm", "demo-1.2.0"]);
    assert_eq!(names(&folder.join("folder.avm")), expected);
    zip_of(
        &folder,
        &["demo-1.2.0/ebin/entry.beam", "demo-1.2.0/ebin/demo.app", "demo-1.2.0/priv/www/index.html"],
    );
    output_in(&folder, &["pack", "archive.avm", "demo.ez"]);
    assert!(fs::read(folder.join("archive.avm")).unwrap() == fs::read(folder.join("folder.avm")).unwrap());
    let bytes = fs::read(folder.join("folder.avm")).unwrap();
    let described = Pack::parse(&bytes).unwrap().find("demo/priv/application.bin").unwrap();
    assert!(described.file().unwrap() == fs::read(data().join("demo.application.bin")).unwrap());
    fs::write(folder.join("bad.ez"), "PK no").unwrap();
    assert!(failure_in(&folder, &["pack", "bad.avm", "bad.ez"]).1.contains("an archive is a .zip file"));
    fs::write(folder.join("bad.app"), "{application, demo,\n [}.").unwrap();
    assert!(
        failure_in(&folder, &["pack", "bad.avm", "bad.app"])
            .1
            .contains("bad.app:2: this does not belong here")
    );
}

fn zip_of(folder: &Path, files: &[&str]) {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(fs::File::create(folder.join("demo.ez")).unwrap());
    for name in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&fs::read(folder.join(name)).unwrap()).unwrap();
    }
    archive.finish().unwrap();
}

#[test]
fn what_is_to_stay_out_stays_out_and_what_is_to_stay_stays() {
    let folder = directory("chosen");
    let out = folder.join("out.avm");
    let path = out.to_str().unwrap();
    let inputs =
        ["otp25/entry.beam", "otp25/sample.beam", "otp25/leaf.beam", "otp25/alone.beam", "priv/note.txt"];
    output_in(
        &data(),
        &[&["pack", path, "--prune", "--keep", "alone", "--exclude", "priv/*"][..], &inputs].concat(),
    );
    assert_eq!(names(&out), ["entry.beam", "sample.beam", "leaf.beam", "alone.beam"]);
    let said = failure_in(&data(), &[&["pack", path, "--keep", "alnoe"][..], &inputs].concat()).1;
    assert_eq!(said, "avm: there is no module alnoe\n     did you mean alone?\n");
    let twice = avm_in(&data(), &["pack", path, "otp25/leaf.beam", "otp29/leaf.beam"]);
    let said = String::from_utf8_lossy(&twice.stderr);
    assert!(twice.status.success() && said.contains("only the first is ever found: leaf.beam"), "{said}");
    output_in(&data(), &["pack", "--unique", path, "otp25/leaf.beam", "otp29/leaf.beam"]);
    assert_eq!(names(&out), ["leaf.beam"]);
    let report = output_in(&data(), &[&["pack", "--compress-report", path][..], &inputs].concat());
    assert!(report.contains("|sample") && report.contains("5 sections in all"), "{report}");
}

/// The modules of `data/prune` were compiled with `erlc +deterministic` of OTP 25.
#[test]
fn pruning_follows_behaviours_protocols_and_applications() {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/prune");
    let out = directory("pruned").join("out.avm");
    let path = out.to_str().unwrap();
    output_in(&modules, &["pack", "--prune", path, "first.beam", "second.app", "."]);
    let mut kept = names(&out);
    kept.sort();
    kept.dedup();
    let expected = [
        "Elixir.Shape.List.beam",
        "Elixir.Shape.Square.beam",
        "Elixir.Shape.beam",
        "Elixir.Square.beam",
        "first.beam",
        "habit.beam",
        "second.beam",
        "second/priv/application.bin",
    ];
    assert_eq!(kept, expected);
    output_in(&modules, &["packbeam", "create", "-p", path, "first.beam", "habit.beam", "second.beam"]);
    assert_eq!(names(&out), ["first.beam"], "packbeam follows none of them");
}

#[test]
fn what_is_called_and_not_given_comes_from_the_search_path() {
    let Ok(compiled) = Command::new("erlc").arg("-v").output() else {
        eprintln!("skipped: there is no erlc in the path");
        return;
    };
    drop(compiled);
    let folder = directory("pulled");
    let program = "-module(trees).\n-export([start/0]).\nstart() ->\n    \
        Tree = gb_trees:from_orddict([{N, N * N} || N <- [1, 2, 3]]),\n    \
        {match, [Word]} = re:run(\"key=value\", \"=(.*)\", [{capture, [1], list}]),\n    \
        #{host := Host} = uri_string:parse(\"http://board.local/led\"),\n    \
        io:format(\"~p ~s ~s~n\", [gb_trees:to_list(Tree), Word, Host]),\n    ok.\n";
    fs::write(folder.join("trees.erl"), program).unwrap();
    assert!(Command::new("erlc").arg("trees.erl").current_dir(&folder).status().unwrap().success());
    output_in(&folder, &["pack", "trees.avm", "trees.beam", "--search-path", "otp", "--prune"]);
    // The machine has the other two itself.
    assert_eq!(
        names(&folder.join("trees.avm")),
        ["trees.beam", "uri_string.beam", "inet.beam", "inet_parse.beam"]
    );
    let said = output_in(&folder, &["run", "trees.avm"]);
    assert_eq!(said, "[{1,1},{2,4},{3,9}] value board.local\nReturn value: ok\n");
    // AtomVM has other functions than our machine.
    let arguments =
        ["pack", "atomvm.avm", "trees.beam", "--search-path", "otp", "--prune", "--atomvm", "0.6.6"];
    output_in(&folder, &arguments);
    let names = names(&folder.join("atomvm.avm"));
    assert!(names.iter().any(|name| name == "gb_trees.beam"), "{names:?}");
    let checked = avm_in(&folder, &["check", "atomvm.avm", "--atomvm", "0.6.6"]);
    let checked = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(
        checked.contains("calls re:run/3, a native function that AtomVM 0.6.6 does not have"),
        "{checked}"
    );
    assert!(!checked.contains("gb_trees") && checked.starts_with("error: trees:start/0"), "{checked}");
}
