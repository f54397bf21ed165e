//! A machine as its host sees it: loading, packs, time, how programs end.
//!
//! The modules are those of `tests/data/machine`; `compile.sh` there compiles them.
//! Absent on purpose: what programs print; the crate of tests runs them and compares.

#[allow(dead_code, reason = "the bench also serves tests of native functions")]
mod bench;

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use bench::{Place, World};
use packbeam::Builder;
use vm::etf;
use vm::heap::Arena;
use vm::load::{LoadFault, Source};
use vm::lower::{Op, lower};
use vm::run::{Arguments, Outcome, Step, Vm};

fn data(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn machine() -> (Rc<World>, Vm) {
    let world = Rc::new(World::default());
    world.name.set("generic_unix");
    let mut vm = Vm::new(Rc::new(Place(world.clone())));
    vm.load_beam(&data("machine/machine.beam")).expect("a sound module");
    (world, vm)
}

fn start(vm: &mut Vm, function: &str, arguments: Arguments) {
    let (module, function) = (vm.atom("machine").expect("an atom"), vm.atom(function).expect("an atom"));
    vm.start(module, function, arguments);
}

/// Runs until nothing can run or the program is over.
fn settle(vm: &mut Vm) -> Step {
    loop {
        match vm.step() {
            Step::Worked => {}
            step => return step,
        }
    }
}

fn outcome(function: &str, arguments: Arguments) -> Outcome {
    let (_, mut vm) = machine();
    start(&mut vm, function, arguments);
    match settle(&mut vm) {
        Step::Halted(outcome) => outcome,
        step => panic!("{function}: {step:?}"),
    }
}

fn returned(text: &str, ok: bool) -> Outcome {
    Outcome::Returned { text: text.to_owned(), ok }
}

fn pack(folder: &str) -> Vec<u8> {
    let mut builder = Builder::new();
    builder.add_beam(&data(&format!("machine/{folder}/loaded.beam"))).expect("a module");
    builder.finish()
}

#[test]
fn a_program_ends_as_its_first_process_does() {
    assert_eq!(outcome("start", Arguments::None), returned("ok", true));
    let strings = ["-v", "héllo"].map(str::to_owned).to_vec();
    assert_eq!(outcome("main", Arguments::Strings(strings)), returned("[\"-v\",\"héllo\"]", false));
    assert_eq!(outcome("halt", Arguments::None), Outcome::Halted { status: 7 });
    let Outcome::Crashed { crash } = outcome("killed", Arguments::None) else { panic!("it goes on") };
    assert_eq!(crash.text, "exit with reason killed");
    assert_eq!((crash.class, crash.reason.as_str()), ("exit", "killed"));
}

#[test]
fn an_outcome_stays() {
    let (_, mut vm) = machine();
    start(&mut vm, "start", Arguments::None);
    assert_eq!(vm.outcome(), None);
    let first = settle(&mut vm);
    assert_eq!(vm.step(), first);
    assert_eq!(vm.outcome(), Some(returned("ok", true)));
}

#[test]
fn a_wait_ends_at_its_time() {
    let (world, mut vm) = machine();
    world.now_ns.set(5_000);
    start(&mut vm, "wait", Arguments::None);
    let until = 1_500_005_000;
    assert_eq!(settle(&mut vm), Step::Idle { until_ns: Some(until) });
    world.now_ns.set(until - 1);
    assert_eq!(settle(&mut vm), Step::Idle { until_ns: Some(until) });
    world.now_ns.set(until);
    assert_eq!(settle(&mut vm), Step::Halted(returned("late", false)));
}

#[test]
fn nothing_can_end_a_wait_for_nothing() {
    let (_, mut vm) = machine();
    start(&mut vm, "forever", Arguments::None);
    assert_eq!(settle(&mut vm), Step::Idle { until_ns: None });
}

#[test]
fn a_loop_leaves_the_host_its_turn() {
    let (_, mut vm) = machine();
    start(&mut vm, "busy", Arguments::None);
    for _ in 0..3 {
        assert_eq!(vm.step(), Step::Worked);
    }
    let [view] = &vm.processes()[..] else { panic!("one process") };
    assert!((3 * 4000..3 * 4100).contains(&view.reductions), "{}", view.reductions);
    assert_eq!((view.function.as_str(), view.status), ("machine:busy/0", "runnable"));
}

#[test]
fn turns_go_by_priority() {
    assert_eq!(outcome("turns", Arguments::None), returned("[max,high,normal,low]", false));
}

#[test]
fn a_view_shows_who_is_there() {
    let (_, mut vm) = machine();
    start(&mut vm, "names", Arguments::None);
    assert!(matches!(settle(&mut vm), Step::Idle { until_ns: Some(_) }));
    let views = vm.processes();
    let shown: Vec<_> = views
        .iter()
        .map(|view| (view.pid_text.as_str(), view.name, view.function.as_str(), view.status, view.mailbox))
        .collect();
    assert_eq!(
        shown,
        [
            ("<0.0.0>", Some("main"), "machine:names/0", "waiting", 0),
            ("<0.1.0>", Some("helper"), "machine:-names/0-fun-0-/0", "waiting", 1),
        ]
    );
    assert!(views.iter().all(|view| view.heap_words > 0 && view.reductions > 0));
}

#[test]
fn a_crash_is_reported() {
    let (world, mut vm) = machine();
    start(&mut vm, "crash", Arguments::None);
    assert_eq!(settle(&mut vm), Step::Halted(returned("ok", true)));
    let console = String::from_utf8(world.console.take()).expect("text");
    let (heading, report) = console.split_once('\n').expect("two lines");
    assert_eq!(heading, "=ERROR REPORT==== 1-Jan-2020::00:00:00.000000 ===");
    let head = "Error in process <0.1.0> with exit value:\n{{wrong,\"text\"},\n [{machine,'-crash/0-fun-0-',0,[{file,\"machine.erl\"},{line,";
    assert!(report.starts_with(head) && report.ends_with("]}\n\n"), "{console}");
}

#[test]
fn packs_are_searched_in_order_when_a_module_is_called() {
    for (packs, answer) in [(["first", "second"], "first"), (["second", "first"], "second")] {
        let (_, mut vm) = machine();
        for folder in packs {
            vm.add_pack(pack(folder)).expect("a whole pack");
        }
        start(&mut vm, "caller", Arguments::None);
        assert_eq!(settle(&mut vm), Step::Halted(returned(answer, false)));
    }
    let Outcome::Crashed { crash } = outcome("caller", Arguments::None) else { panic!("there is no module") };
    assert!(crash.text.contains("{undef,[{loaded,answer,[],[]}"), "{}", crash.text);
    let hint = crash.hint.as_deref().unwrap_or_default();
    assert!(hint.starts_with("There is no module loaded in the program"), "{hint}");
    let top = &crash.trace[0];
    assert_eq!((top.module.as_str(), top.function.as_str(), top.arity), ("loaded", "answer", 0));
    assert_eq!(top.arguments.as_deref(), Some(&[][..]));
}

#[test]
fn a_broken_pack_is_refused() {
    let (_, mut vm) = machine();
    let mut bytes = pack("first");
    bytes.truncate(bytes.len() - 8);
    let error = vm.add_pack(bytes).expect_err("the end is missing");
    assert!(matches!(error.fault, LoadFault::Pack(_)), "{error}");
}

#[test]
fn a_crash_says_why_its_module_was_not_loaded() {
    let mut bytes = pack("first");
    let place = bytes.windows(4).position(|four| four == b"Code").expect("a chunk of code");
    // The low byte of the highest opcode, behind the chunk's head, the size of the fields and the version.
    bytes[place + 8 + 8 + 3] = 250;
    let (_, mut vm) = machine();
    vm.add_pack(bytes).expect("a whole pack");
    start(&mut vm, "caller", Arguments::None);
    let Step::Halted(Outcome::Crashed { crash }) = settle(&mut vm) else { panic!("it cannot run") };
    assert!(
        crash.text.contains("The module could not be loaded: module loaded: the code uses opcode"),
        "{}",
        crash.text
    );
    let loaded = vm.atom("loaded").expect("an atom");
    assert!(matches!(vm.load_error(loaded).map(|error| error.fault), Some(LoadFault::TooNew(_))));
}

#[test]
fn a_newer_module_takes_the_place_of_the_older() {
    let (_, mut vm) = machine();
    let loaded = vm.load_beam(&data("machine/first/loaded.beam")).expect("the first");
    let [answer, gone] = ["answer", "gone"].map(|name| vm.atom(name).expect("an atom"));
    assert!(vm.exports(loaded, answer, 0) && vm.exports(loaded, gone, 0));
    assert_eq!(vm.load_beam(&data("machine/second/loaded.beam")), Ok(loaded));
    assert!(vm.exports(loaded, answer, 0) && !vm.exports(loaded, gone, 0));
    start(&mut vm, "caller", Arguments::None);
    assert_eq!(settle(&mut vm), Step::Halted(returned("second", false)));
}

#[test]
fn the_digest_is_the_version_the_compiler_wrote() {
    let (_, mut vm) = machine();
    for file in
        ["machine/machine.beam", "code/binaries.old.beam", "code/binaries.25.beam", "code/binaries.29.beam"]
    {
        let name = vm.load_beam(&data(file)).expect("a sound module");
        let (arena, system) = (Arena::new(), vm.system());
        let module = system.modules.module(name).expect("it is loaded");
        let decoded = etf::decode(&arena, &system.atoms, system, &module.attributes, false);
        let [attribute] = decoded.expect("a term").0.list().collect::<Vec<_>>()[..] else {
            panic!("one attribute")
        };
        let [_, version] = attribute.as_tuple().expect("a pair") else { panic!("a pair") };
        let number = version.list().next().and_then(|version| version.as_integer()).expect("a number");
        let expected: Vec<u8> = module.md5.iter().rev().copied().collect();
        assert_eq!(number.magnitude_bytes(), expected, "{file}");
    }
}

#[test]
fn a_module_may_refuse_to_be_loaded() {
    let came = |folder: &str| {
        let (_, mut vm) = machine();
        let first = data("machine/first/loaded.beam");
        vm.load_beam(&first).expect("the first");
        let error = vm.load_beam(&data(&format!("machine/{folder}/loaded.beam"))).expect_err("it refuses");
        start(&mut vm, "caller", Arguments::None);
        assert_eq!(settle(&mut vm), Step::Halted(returned("first", false)), "the older stays");
        match error.fault {
            LoadFault::OnLoad(came) => came,
            fault => panic!("{fault}"),
        }
    };
    assert_eq!(came("refuses"), "no");
    assert_eq!(came("waits"), "waiting");
    assert!(came("crashes").starts_with("{bad,[{loaded,prepare,0,"));
}

#[test]
fn a_module_is_prepared_before_it_is_called() {
    let (_, mut vm) = machine();
    let library = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/lib/library.avm")).expect("the libraries");
    vm.add_pack(library).expect("a whole pack");
    vm.add_pack(pack("prepares")).expect("a whole pack");
    start(&mut vm, "caller", Arguments::None);
    assert_eq!(settle(&mut vm), Step::Halted(returned("prepares", false)));
}

/// The words of instructions up to the next function, or to the pool.
fn walk(words: &[u32], mut at: usize, end: usize) -> usize {
    while at < end {
        at += Op::of_word(words[at]).map_or(usize::MAX, |op| op.length(words[at]));
    }
    at
}

#[test]
fn instructions_have_the_length_their_parts_say() {
    let library = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/lib/library.avm")).expect("the libraries");
    let pack = packbeam::Pack::parse(&library).expect("a pack");
    let modules = pack.sections().filter_map(|section| section.ok().map(|section| section.data.to_vec()));
    let names = ["binaries.old", "binaries.25", "binaries.29", "debug.29", "coverage.29"];
    for module in modules.chain(names.map(|name| data(&format!("code/{name}.beam")))) {
        let Ok(source) = Source::parse(&module) else { continue };
        let lowered = match lower(&source) {
            Err(error) if matches!(error.fault, LoadFault::Unsupported(_)) => continue,
            lowered => lowered.unwrap_or_else(|error| panic!("{error}")),
        };
        let code = lowered.pool.first().map_or(lowered.words.len(), |(word, _)| *word as usize);
        let starts = lowered.functions.iter().map(|function| function.offset as usize);
        let ends = starts.clone().skip(1).chain([code]);
        for (start, end) in starts.zip(ends) {
            assert_eq!(walk(&lowered.words, start, end), end, "{} at word {start}", source.name());
        }
    }
}

#[test]
fn damaged_modules_are_refused_or_loaded() {
    let module = data("machine/machine.beam");
    let (_, mut vm) = machine();
    let mut refused = 0;
    for place in 0..module.len() {
        let mut damaged = module.clone();
        damaged[place] = damaged[place].wrapping_mul(31).wrapping_add(place as u8 | 1);
        refused += usize::from(vm.load_beam(&damaged).is_err());
        refused += usize::from(vm.load_beam(&module[..place]).is_err());
    }
    assert!(refused > module.len(), "only {refused} of {}", module.len() * 2);
}
