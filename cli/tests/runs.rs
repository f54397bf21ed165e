//! Programs run: on this computer and on virtual boards.

use std::path::Path;
use std::process::{Command, Output};

fn avm(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    Command::new(env!("CARGO_BIN_EXE_avm")).args(arguments).current_dir(root).output().unwrap()
}

fn texts(arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = avm(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// The times, in whole milliseconds, and the rest of each line of a trace.
fn edges(trace: &str) -> Vec<(u64, String)> {
    let edge = |line: &str| {
        let (seconds, rest) = line.split_once(" s  ").unwrap();
        ((seconds.trim().parse::<f64>().unwrap() * 1000.0) as u64, rest.to_owned())
    };
    trace.lines().map(edge).collect()
}

#[test]
fn blinky_blinks_on_both_boards() {
    for (board, pin) in [("esp32", "GPIO2 (led1)"), ("pico", "GPIO25 (led)")] {
        let arguments =
            ["sim", "examples/blinky", "--board", board, "--headless", "--for", "2.2s", "--trace", "-"];
        let (output, said, code) = texts(&arguments);
        assert_eq!((said.as_str(), code), ("", Some(0)), "{board}");
        let edges = edges(&output);
        let levels: Vec<&str> = edges.iter().map(|(_, rest)| rest.rsplit(' ').next().unwrap()).collect();
        assert_eq!(levels, ["high", "low", "high", "low", "high"], "{output}");
        assert!(edges.iter().all(|(_, rest)| rest.starts_with(pin)), "{output}");
        let gaps = edges.windows(2).map(|pair| pair[1].0 - pair[0].0);
        assert!(gaps.into_iter().all(|gap| (499..=502).contains(&gap)), "{output}");
        assert_eq!(texts(&arguments).0, output, "the same run gives the same trace");
    }
}

#[test]
fn an_hour_takes_no_time() {
    let (_, said, code) = texts(&["sim", "examples/blinky", "--headless", "--for", "1h"]);
    assert_eq!((said.as_str(), code), ("", Some(0)));
}

#[test]
fn a_program_nobody_can_wake_is_not_waited_for() {
    let (output, said, code) = texts(&["sim", "examples/button", "--headless"]);
    assert_eq!(output, "press the button on GPIO 4\n");
    assert!(said.contains("waits for something that cannot happen"), "{said}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_wrong_board_or_program_is_told() {
    let cases = [
        (
            &["sim", "examples/blinky", "--board", "pcio"][..],
            "avm: there is no board \"pcio\"\n     did you mean pico?\n",
        ),
        (
            &["sim", "examples/blinky", "--start", "blinkyy"],
            "avm: there is no module blinkyy\n     did you mean blinky?\n",
        ),
        (
            &["sim", "examples"],
            "avm: examples: there is no pack in this directory\n     \
             `avm pack examples/examples.avm examples.beam` would make one\n",
        ),
        (
            &["run", "examples/blinky/blinky.erl"],
            "avm: examples/blinky/blinky.erl: neither a compiled module nor a pack\n     \
             compile it first: erlc examples/blinky/blinky.erl\n",
        ),
    ];
    for (arguments, expected) in cases {
        let (output, said, code) = texts(arguments);
        assert_eq!((output.as_str(), said.as_str(), code), ("", expected, Some(2)), "{arguments:?}");
    }
}

/// `script` gives the program a terminal of its own; where it is not installed there is nothing to test with.
#[test]
#[cfg(target_os = "linux")]
fn the_screen_is_drawn_and_given_back() {
    use std::io::Write;
    use std::process::Stdio;
    let line = format!("stty cols 80 rows 24; exec {} sim examples/blinky", env!("CARGO_BIN_EXE_avm"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).current_dir(root).env("TERM", "xterm-256color");
    let Ok(mut script) = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else { return };
    let mut keyboard = script.stdin.take().unwrap();
    for keys in ["?", "q", "\t", "e", " ", "q"] {
        std::thread::sleep(std::time::Duration::from_millis(150));
        keyboard.write_all(keys.as_bytes()).unwrap();
    }
    let output = script.wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}");
    for drawn in ["\x1b[?1049h", "blinky on esp32", "Keys", "GPIO2", "paused"] {
        assert!(text.contains(drawn), "{drawn:?} is missing in {text:?}");
    }
    assert!(text.contains("\x1b[?1049l"), "the terminal is not given back: {text:?}");
}

#[test]
fn crashes_are_told_with_their_traces() {
    let (_, said, code) = texts(&["run", "cli/tests/data/crashes.beam"]);
    assert_eq!(code, Some(1));
    let (heading, rest) = said.split_once('\n').unwrap();
    assert!(heading.starts_with("=ERROR REPORT==== ") && heading.ends_with(" ==="), "{heading}");
    let expected = "\
Error in process <0.3.0> with exit value:
{badarith,[{erlang,'+',[a,0],[{error_info,#{module => erl_erts_errors}}]},
           {crashes,work,1,[{file,\"crashes.erl\"},{line,12}]},
           {crashes,work,1,[{file,\"crashes.erl\"},{line,12}]}]}

Error in process <0.2.0> with exit value:
{undef,[{list,reverse,[\"ab\"],[]}]}
There is no module list in the program; did you mean lists?
";
    assert_eq!(rest, expected);
}

#[test]
fn crashes_are_told_to_tools_as_lines_of_json() {
    // On a computer, the processes that serve the console come first.
    for (arguments, first) in [
        (&["run", "--json", "cli/tests/data/crashes.beam"][..], "<0.2.0>"),
        (&["sim", "--headless", "--json", "cli/tests/data/crashes.beam"], "<0.0.0>"),
    ] {
        let (output, said, code) = texts(arguments);
        assert_eq!((output.as_str(), code), ("", Some(1)));
        let crashes: Vec<serde_json::Value> =
            said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let [worker, program] = &crashes[..] else { panic!("two crashes: {said}") };
        assert_eq!((worker["name"].as_str(), worker["class"].as_str()), (Some("worker"), Some("error")));
        assert_eq!(
            (worker["reason"].as_str(), worker["trace"][1]["line"].as_u64()),
            (Some("badarith"), Some(12))
        );
        assert_eq!(program["process"], first);
        assert_eq!(program["trace"][0]["arguments"][0], "\"ab\"");
        assert_eq!(program["hint"], "There is no module list in the program; did you mean lists?");
    }
}
