//! A limit of memory: who asks for more is killed and told of, alone.

use std::path::Path;
use std::process::{Command, Output};

const LIMIT: usize = 8 << 20;

fn hoards(command: &[&str], way: &[&str]) -> Output {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let limited = ["--memory-limit", "8M", "hoards.beam"];
    let mut avm = Command::new(env!("CARGO_BIN_EXE_avm"));
    avm.args(command).args(limited).args(way).current_dir(data).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_owned()).unwrap()
}

/// The number behind a line's name in a report.
fn number(report: &str, name: &str) -> usize {
    let line = report.lines().find_map(|line| line.trim().strip_prefix(name));
    line.and_then(|number| number.trim().parse().ok()).unwrap_or_else(|| panic!("no {name} in {report}"))
}

/// Whether a report says who was killed, and what it asked for that was too much. A slice may hold more for a moment, but not
/// much more.
fn tells(report: &str, who: &str) {
    assert_eq!(report.matches("Context:            memory limit reached").count(), 1, "{report}");
    assert!(report.contains(&format!("Process:            {who}\n")), "{report}");
    let (asked, in_use) = (number(report, "Memory Asked For:"), number(report, "Memory In Use:"));
    assert_eq!(number(report, "Memory Limit:"), LIMIT, "{report}");
    assert!(asked > 0 && in_use + asked > LIMIT && in_use < LIMIT + LIMIT / 4, "{report}");
}

#[test]
fn who_asks_for_too_much_is_killed_alone() {
    let ways = [
        "list",
        "binaries",
        "message",
        "messages",
        "rows",
        "sorted",
        "tables",
        "timers",
        "stack",
        "suspended",
    ];
    for way in ways {
        let output = hoards(&["run"], &["--", way]);
        let (said, report) = (text(&output.stdout), text(&output.stderr));
        tells(&report, if way == "suspended" { "<0.4.0>" } else { "<0.3.0>" });
        assert_eq!(said, format!("{way}: killed\ngoes on: 25000 1500000\nReturn value: ok\n"), "{report}");
        assert_eq!(output.status.code(), Some(0), "{way}: {report}");
    }
}

#[test]
fn who_only_runs_meanwhile_is_not_killed() {
    for _ in 0..5 {
        let output = hoards(&["run", "--schedulers", "4"], &["--", "beside"]);
        let (said, report) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(said, "killed, 3 go on\nReturn value: ok\n", "{report}");
        assert_eq!(report.matches("memory limit reached").count(), 1, "{report}");
    }
}

#[test]
fn no_process_is_made_beyond_the_limit() {
    let output = hoards(&["run"], &["--", "spawns"]);
    let (said, report) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(said, "spawns: system_limit\ngoes on: 25000 1500000\nReturn value: ok\n", "{report}");
    assert!(report.contains("{system_limit,[{erlang,spawn_link,"), "{report}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_nobody_frees_is_in_use_for_good() {
    let output = hoards(&["run"], &["--", "terms"]);
    let (said, report) = (text(&output.stdout), text(&output.stderr));
    let killed: Vec<&str> =
        report.lines().filter_map(|line| line.trim().strip_prefix("Process:            ")).collect();
    assert_eq!((said.as_str(), killed), ("", vec!["<0.3.0>", "<0.2.0>"]), "{report}");
    assert_eq!(output.status.code(), Some(1), "{report}");
}

#[test]
fn the_program_ends_with_its_first_process() {
    let runs = [
        (&["run"][..], &["--", "first"][..], "<0.2.0>"),
        (&["sim", "--headless", "--start", "hoards"], &[], "<0.0.0>"),
    ];
    for (command, way, who) in runs {
        let output = hoards(command, way);
        let told = text(&output.stdout) + &text(&output.stderr);
        tells(&told, who);
        assert!(told.ends_with("exit with reason killed\n"), "{told}");
        assert_eq!(output.status.code(), Some(1), "{told}");
    }
}

#[test]
fn a_board_has_the_memory_it_has() {
    for (board, kilobytes) in [("esp32", 320), ("pico", 264)] {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let mut avm = Command::new(env!("CARGO_BIN_EXE_avm"));
        avm.args(["sim", "--headless", "--board", board, "--start", "hoards", "hoards.beam"]);
        let output = avm.current_dir(data).output().unwrap();
        let told = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(number(&told, "Memory Limit:"), kilobytes * 1024 * size_of::<usize>() / 4, "{told}");
        assert_eq!(output.status.code(), Some(1), "{told}");
    }
}

#[test]
fn a_limit_that_is_none_is_told() {
    for command in ["run", "sim"] {
        let output = Command::new(env!("CARGO_BIN_EXE_avm"))
            .args([command, "--memory-limit", "8 apples", "hoards.beam"])
            .output()
            .unwrap();
        let told = text(&output.stderr);
        assert!(told.contains("expected a number of bytes"), "{told}");
        assert_eq!(output.status.code(), Some(2), "{told}");
    }
}
