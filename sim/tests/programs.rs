//! Programs are found, checked and entered; what is wrong with them is told.

use std::fs;
use std::path::{Path, PathBuf};

use packbeam::{Builder, Pack};
use sim::clock::{Pace, SimClock};
use sim::diagram::Diagram;
use sim::program::{Program, ProgramError, pack_of};
use sim::world::{TraceTo, World};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

/// An empty directory of this test's own.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn example_module(name: &str) -> Vec<u8> {
    let pack = fs::read(examples().join(name).join(format!("{name}.avm"))).unwrap();
    Pack::parse(&pack).unwrap().find(&format!("{name}.beam")).unwrap().data.to_vec()
}

fn write(directory: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = directory.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_pack_and_a_module_are_entered_in_start() {
    let directory = directory("entered");
    let module = write(&directory, "button.beam", &example_module("button"));
    let program = Program::read(&[pack_of(&examples().join("blinky")).unwrap(), module]).unwrap();
    assert_eq!(program.modules(), ["blinky", "button"]);
    let entry = program.entry(None).unwrap();
    assert_eq!((entry.module.as_str(), entry.takes_arguments), ("blinky", false));
    assert_eq!(program.entry(Some("button")).unwrap().module, "button");
    let error = program.entry(Some("buton")).unwrap_err();
    assert!(matches!(error, ProgramError::NoModule(_, Some(nearest), _) if nearest == "button"));
}

#[test]
fn a_library_is_not_entered_unasked() {
    let directory = directory("library");
    let module = example_module("blinky");
    let mut builder = Builder::new();
    builder.library().add_beam(&module).unwrap();
    let path = write(&directory, "library.avm", &builder.finish());
    let program = Program::read(&[path]).unwrap();
    let error = program.entry(None).unwrap_err();
    assert!(matches!(error, ProgramError::NoEntry { could, .. } if could == ["blinky"]));
    assert_eq!(program.entry(Some("blinky")).unwrap().module, "blinky");
}

#[test]
fn what_is_cut_off_or_no_program_is_told() {
    let directory = directory("cut");
    let pack = fs::read(examples().join("blinky/blinky.avm")).unwrap();
    for length in (0..pack.len()).step_by(13) {
        let path = write(&directory, "cut.avm", &pack[..length]);
        assert!(Program::read(&[path]).is_err(), "{length} bytes");
    }
    let module = example_module("blinky");
    for length in (0..module.len() - 4).step_by(13) {
        let path = write(&directory, "cut.beam", &module[..length]);
        let read = Program::read(&[path]);
        assert!(
            matches!(read, Err(ProgramError::Beam(..) | ProgramError::Unknown(_))),
            "{length} bytes of {}",
            module.len()
        );
    }
    let source = examples().join("blinky/blinky.erl");
    assert!(matches!(Program::read(&[source]), Err(ProgramError::Unknown(_))));
    assert!(matches!(Program::read(&[directory.join("none")]), Err(ProgramError::Read(..))));
}

#[test]
fn the_pack_of_a_directory_is_the_one_named_like_it_or_the_only_one() {
    let directory = directory("packs");
    assert!(matches!(pack_of(&directory), Err(ProgramError::NoPack(_))));
    let one = write(&directory, "one.avm", b"");
    assert_eq!(pack_of(&directory).unwrap(), one);
    write(&directory, "two.avm", b"");
    let error = pack_of(&directory).unwrap_err();
    assert!(matches!(error, ProgramError::ManyPacks(_, packs) if packs == ["one.avm", "two.avm"]));
    let named = write(&directory, "packs.avm", b"");
    assert_eq!(pack_of(&directory).unwrap(), named);
}

#[test]
fn the_diagrams_of_the_examples_are_sound() {
    let mut seen = 0;
    for example in fs::read_dir(examples()).unwrap().map(|entry| entry.unwrap().path()) {
        for path in example.read_dir().into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if path.extension().is_some_and(|extension| extension == "json") {
                let diagram = Diagram::parse(&fs::read_to_string(&path).unwrap()).unwrap();
                assert_eq!(diagram.warnings, [] as [String; 0], "{}", path.display());
                let clock = SimClock::new(Pace::Virtual, 1, 1.0);
                World::new(diagram, clock, 0, TraceTo::Nothing).unwrap();
                seen += 1;
            }
        }
    }
    assert!(seen >= 4, "{seen}");
}
