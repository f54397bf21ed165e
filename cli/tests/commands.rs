//! The commands as a shell sees them: output, errors, exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The root of the workspace: commands are run there, so that paths in what they say are short.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn avm(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_avm")).args(arguments).current_dir(root()).output().unwrap()
}

/// Standard output of a command that succeeds.
fn output(arguments: &[&str]) -> String {
    let output = avm(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that fails says.
fn failure(arguments: &[&str]) -> String {
    let output = avm(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// An empty directory of this test's own.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

const BLINKY: &str = "examples/blinky/blinky.avm";
const BUTTON: &str = "examples/button/button.avm";

#[test]
fn a_pack_is_listed() {
    assert_eq!(output(&["list", BLINKY]), "blinky.beam * [684]\n");
    let json: serde_json::Value = serde_json::from_str(&output(&["list", "--json", BLINKY])).unwrap();
    assert_eq!(json[0]["name"], "blinky.beam");
    assert_eq!(json[0]["start"], true);
    assert_eq!(json[0]["size"], 684);
}

#[test]
fn packs_are_made_of_packs_and_files() {
    let directory = directory("made");
    let private = directory.join("app/priv");
    fs::create_dir_all(&private).unwrap();
    let page = private.join("page.html");
    fs::write(&page, "<p>hello").unwrap();
    let out = directory.join("out.avm");
    let (out, page) = (out.to_str().unwrap(), page.to_str().unwrap());
    assert_eq!(output(&["pack", out, BLINKY, page, BUTTON, "--start", "button"]), "");
    let listed = output(&["list", out]);
    assert!(listed.starts_with("button.beam * ["), "{listed}");
    assert!(listed.ends_with("\nblinky.beam [684]\napp/priv/page.html [12]\n"), "{listed}");
    let tree = output(&["list", "--tree", out]);
    assert!(tree.ends_with("\napp/\n  priv/\n    page.html [8]\n"), "{tree}");
    output(&["pack", out, out, "--prune", "--start", "blinky"]);
    let pruned = output(&["list", out]);
    assert!(pruned.contains("blinky.beam") && !pruned.contains("button.beam"), "{pruned}");
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 2, "nothing is left beside the pack");
}

#[test]
fn a_pack_that_cannot_be_made_leaves_the_old_one() {
    let directory = directory("kept");
    let out = directory.join("out.avm");
    fs::write(&out, "old").unwrap();
    let said = failure(&["pack", out.to_str().unwrap(), BLINKY, "examples/blinky/blinky.erl"]);
    assert!(said.contains("compile it first: erlc examples/blinky/blinky.erl"), "{said}");
    assert_eq!(fs::read(&out).unwrap(), b"old");
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
}

#[test]
fn code_is_shown_by_function() {
    let text = output(&["disasm", BLINKY]);
    assert!(text.starts_with("\n%% start/0\n1:\n"), "{text}");
    assert!(text.contains("{call_ext,1,{extfunc,gpio,init,1}}"), "{text}");
    assert!(text.contains("\n%% pin/1\n"), "{text}");
    let text = output(&["disasm", BUTTON, "button"]);
    assert!(text.contains("{literal,{15,25}}"), "{text}");
}

#[test]
fn lowered_code_is_shown_beside_what_it_was() {
    let text = output(&["disasm", BLINKY]);
    let call = text.lines().find(|line| line.contains("{call_ext,1,{extfunc,gpio,init,1}}"));
    assert!(call.is_some_and(|line| line.ends_with("CallExt fun gpio,init,1")), "{text}");
    let alone = output(&["disasm", "--beam", BLINKY]);
    assert!(alone.contains("{call_ext,1,{extfunc,gpio,init,1}}") && !alone.contains("CallExt"), "{alone}");
    let alone = output(&["disasm", "--lowered", BLINKY]);
    assert!(alone.starts_with("start/0\n     0  FuncInfo 0, 0\n") && !alone.contains("call_ext"), "{alone}");
    assert!(failure(&["disasm", "--lowered", "--beam", BLINKY]).contains("cannot be used with"));
}

#[test]
fn errors_say_what_where_and_what_to_try() {
    let directory = directory("errors");
    let cut = directory.join("cut.avm");
    fs::write(&cut, &fs::read(root().join(BLINKY)).unwrap()[..300]).unwrap();
    let cut = cut.to_str().unwrap();
    let cases = [
        (
            &["list", "examples/blinky/blinkyy.avm"][..],
            "avm: examples/blinky/blinkyy.avm: there is no such file or directory\n     \
             did you mean examples/blinky/blinky.avm?\n"
                .to_owned(),
        ),
        (
            &["list", "examples/blinky/blinky.erl"],
            "avm: examples/blinky/blinky.erl: neither a compiled module nor a pack\n     \
             compile it first: erlc examples/blinky/blinky.erl\n"
                .to_owned(),
        ),
        (
            &["list", cut],
            format!(
                "avm: {cut}: pack: the pack ends inside a section or without its end marker at offset 0x18 (24)\n     \
                 make the pack again with `avm pack`\n"
            ),
        ),
        (
            &["disasm", BLINKY, "blinkly"],
            "avm: there is no module blinkly\n     did you mean blinky?\n".to_owned(),
        ),
        (
            &["pack", "no/such/out.avm", BLINKY],
            "avm: no/such/out.avm: there is no such file or directory\n".to_owned(),
        ),
        (
            &["pack", cut, BLINKY, "--start", "button"],
            "avm: there is no module button\n     there are blinky\n".to_owned(),
        ),
    ];
    for (arguments, expected) in cases {
        assert_eq!(failure(arguments), expected, "{arguments:?}");
    }
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "fish", "zsh"] {
        assert!(output(&["completions", shell]).contains("disasm"), "{shell}");
    }
}

#[test]
fn what_a_command_says_of_itself_begins_as_the_list_says() {
    let help = output(&["--help"]);
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let described: Vec<(&str, &str)> = listed.filter_map(|line| line.trim().split_once(' ')).collect();
    assert!(described.len() > 10, "{help}");
    for (command, description) in described.into_iter().filter(|(command, _)| *command != "help") {
        let said = output(&["help", command]);
        assert!(said.starts_with(description.trim()), "{command}: {said}");
    }
}
