//! What lowering makes of real modules, and what it refuses however it is made.
//!
//! `UPDATE=1` rewrites the texts beside the modules in `data/code`. They are those of 64-bit little-endian hosts.

use std::fmt::{self, Write};
use std::path::PathBuf;
use std::{env, fs};

use vm::code::disasm::write_atom;
use vm::code::{Names, Raw};
use vm::load::{LoadFault, Rule, Source};
use vm::lower::disasm::Listing;
use vm::lower::{Lowered, Op, lower, lower_traced};

const MODULES: [&str; 3] = ["binaries.old", "binaries.25", "binaries.29"];

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/code").join(name)
}

/// Names atoms and imports; literals stay numbers.
struct SourceNames<'a>(&'a Source<'a>);

impl Names for SourceNames<'_> {
    fn atom(&self, index: u32, out: &mut dyn Write) -> fmt::Result {
        write_atom(self.0.atom(index).ok_or(fmt::Error)?, out)
    }

    fn import(&self, index: u64, out: &mut dyn Write) -> fmt::Result {
        let import = self.0.imports.get(index as usize).ok_or(fmt::Error)?;
        self.atom(import.module, out)?;
        out.write_char(':')?;
        self.atom(import.function, out)?;
        write!(out, "/{}", import.arity)
    }

    fn literal(&self, index: u32, out: &mut dyn Write) -> fmt::Result {
        write!(out, "literal {index}")
    }
}

#[test]
fn lowered_code_is_as_checked_in() {
    for name in MODULES {
        let bytes = fs::read(data(&format!("{name}.beam"))).expect("the module is checked in");
        let source = Source::parse(&bytes).expect("a module");
        let lowered = lower(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut text = String::new();
        Listing::new(&lowered, &SourceNames(&source)).write(&mut text).expect("all names are known");
        let path = data(&format!("{name}.low"));
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, &text).expect("the folder can be written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(text == expected, "{} differs; UPDATE=1 rewrites it", path.display());
    }
}

#[test]
fn a_trace_leads_from_lowered_code_to_what_it_was() {
    let bytes = fs::read(data("binaries.25.beam")).expect("the module is checked in");
    let source = Source::parse(&bytes).expect("a module");
    let (lowered, plain) = (lower_traced(&source).expect("sound"), lower(&source).expect("sound"));
    assert!(plain.trace.is_empty() && plain.words == lowered.words, "a trace changes nothing");
    assert!(lowered.trace.is_sorted(), "in the order of both codes");
    let offsets: Vec<u32> =
        vm::code::Decoder::new(source.code.bytes).map(|one| one.expect("decodable").offset).collect();
    assert!(lowered.trace.iter().all(|(_, offset)| offsets.binary_search(offset).is_ok()));
}

/// A module `m` of one function `f/1`, whose body is the given code; it imports `erlang:self/0` and has no literals.
fn module(body: &[u8], labels: u32) -> Vec<u8> {
    let head = [&[1, 0x10, 2, 0x12, 0x22, 0x10, 1, 0x20][..], body, &[3]].concat();
    let mut code = Vec::new();
    for field in [16, 0, 177, labels, 1] {
        code.extend(u32::to_be_bytes(field));
    }
    code.extend(head);
    let atoms =
        [&(-4i32).to_be_bytes()[..], &[0x10, b'm', 0x10, b'f', 0x60], b"erlang", &[0x40], b"self"].concat();
    let words = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<u8>>();
    let chunks = [
        (b"AtU8", atoms),
        (b"Code", code),
        (b"ImpT", words(&[1, 3, 4, 0])),
        (b"ExpT", words(&[1, 2, 1, 2])),
        (b"StrT", vec![b's'; 4096]),
    ];
    let mut file = b"FOR1\0\0\0\0BEAM".to_vec();
    for (tag, data) in chunks {
        file.extend(tag);
        file.extend((data.len() as u32).to_be_bytes());
        file.extend(data);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let size = file.len() as u32 - 8;
    file[4..8].copy_from_slice(&size.to_be_bytes());
    file
}

fn lowered(body: &[u8], labels: u32) -> Result<Lowered, LoadFault> {
    let file = module(body, labels);
    let source = Source::parse(&file).map_err(|error| error.fault)?;
    lower(&source).map_err(|error| error.fault)
}

fn fault(body: &[u8]) -> LoadFault {
    lowered(body, 5).expect_err("refused")
}

/// An unsigned operand of three bytes.
fn number(tag: u8, value: u16) -> [u8; 4] {
    let [high, low] = value.to_be_bytes();
    [0x38 | tag, 0, high, low]
}

const RETURN: u8 = 19;

#[test]
fn the_smallest_module_is_lowered() {
    let lowered = lowered(&[RETURN], 5).expect("sound");
    let mut text = String::new();
    Listing::new(&lowered, &Raw).write(&mut text).expect("text");
    assert_eq!(text, "2/1\n     0  FuncInfo 1, 0\n     2  Return\n     3  IfEnd\n");
}

#[test]
fn branches_lead_to_code_of_their_function() {
    // is_nil {f,0}; jump to label 0, to one that is nowhere, to one that is in no table; a call of no entry.
    assert_eq!(fault(&[52, 0x05, 0x03, RETURN]), LoadFault::Label(0));
    assert_eq!(fault(&[61, 0x05]), LoadFault::Label(0));
    assert_eq!(fault(&[61, 0x35]), LoadFault::Label(3));
    assert_eq!(fault(&[61, 0x95]), LoadFault::Index("label", 9));
    assert_eq!(fault(&[RETURN, 1, 0x30, 6, 0x00, 0x35]), LoadFault::Label(3));
    // A call of another arity than the function's.
    assert_eq!(fault(&[6, 0x00, 0x25]), LoadFault::Label(2));
    // A jump into the next function, which goes by `func_info m:m/1`, label 3.
    let next = [2, 0x12, 0x12, 0x10, 1, 0x30, RETURN];
    assert_eq!(fault(&[&[61, 0x35][..], &next].concat()), LoadFault::Label(3));
    assert!(lowered(&[&[6, 0x10, 0x35][..], &next].concat(), 5).is_ok(), "a call may go there");
}

#[test]
fn selections_have_labels_and_count_up_to_what_fits() {
    // select_val x0 {f,2} with a value and no label.
    assert!(matches!(fault(&[59, 0x03, 0x25, 0x17, 0x20, 0x11, 0x11]), LoadFault::Operand(..)));
    // select_tuple_arity with {f,0} beside an arity.
    assert!(matches!(fault(&[60, 0x03, 0x25, 0x17, 0x20, 0x10, 0x05]), LoadFault::Operand(..)));
    // More values than a branch table counts: each in a list of 65536 elements.
    let mut many = [&[59, 0x03, 0x25, 0x17][..], &[0x38, 1, 0, 0]].concat();
    (0..32_768).for_each(|_| many.extend([0x11, 0x25]));
    assert!(matches!(fault(&many), LoadFault::Operand(..)));
}

#[test]
fn registers_and_frames_are_in_range() {
    let moved = |to: [u8; 4]| lowered(&[&[64, 0x03][..], &to, &[RETURN]].concat(), 5);
    assert!(moved(number(3, 1023)).is_ok());
    assert_eq!(moved(number(4, 1023)).expect_err("refused"), LoadFault::Unsound(Rule::FrameMissing));
    assert_eq!(moved(number(3, 1024)).expect_err("refused"), LoadFault::Index("register", 1024));
    assert_eq!(moved(number(4, 1024)).expect_err("refused"), LoadFault::Index("register", 1024));
    // deallocate, trim, call_last, call_ext_last, apply_last of 40000 words.
    let frame = number(0, 40_000);
    let trim = [&[136][..], &frame, &[0x00]].concat();
    assert_eq!(fault(&trim), LoadFault::Index("frame", 40_000));
    for instruction in [&[18][..], &[5, 0x00, 0x25], &[8, 0x00, 0x00], &[113, 0x00]] {
        let body = [instruction, &frame].concat();
        assert_eq!(fault(&body), LoadFault::Index("frame", 40_000), "{instruction:?}");
    }
    // call_fun of 300 arguments; call_ext of erlang:self/0 with one.
    assert_eq!(fault(&[&[75][..], &number(0, 300)].concat()), LoadFault::Arity(300));
    assert_eq!(fault(&[7, 0x10, 0x00]), LoadFault::Index("import", 0));
}

#[test]
fn lists_hold_terms_only() {
    // put_tuple2 of a label; init_yregs of an x register; make_fun3 of no lambda.
    assert_eq!(fault(&[164, 0x03, 0x17, 0x10, 0x25]), LoadFault::Operand(vm::code::Op::PutTuple2, 1));
    assert_eq!(fault(&[172, 0x17, 0x10, 0x03]), LoadFault::Operand(vm::code::Op::InitYregs, 0));
    assert_eq!(fault(&[171, 0x00, 0x03, 0x17, 0x00]), LoadFault::Index("fun", 0));
}

#[test]
fn code_before_the_first_function_is_refused() {
    let mut file = module(&[RETURN], 5);
    // The label and the head of the function become returns.
    let place = file.windows(4).position(|bytes| bytes == [1, 0x10, 2, 0x12]).expect("the code");
    file[place..place + 8].fill(RETURN);
    let source = Source::parse(&file).expect("tables are sound");
    assert_eq!(lower(&source).expect_err("refused").fault, LoadFault::Stray);
}

#[test]
fn what_a_byte_cannot_count_becomes_several_instructions() {
    // put_map_assoc {f,0} x0 x1 live 1, 300 pairs of x0; has_map_fields and get_map_elements {f,3} x0, 300 items.
    let pairs = |count: u16| [&[0x17][..], &number(0, count)].concat();
    let put = [&[154, 0x05, 0x03, 0x13, 0x10][..], &pairs(600), &[0x03; 600]].concat();
    let has = [&[157, 0x35, 0x03][..], &pairs(300), &[0x03; 300]].concat();
    let get = [&[158, 0x35, 0x03][..], &pairs(600), &[0x03; 600]].concat();
    for (body, op) in [(put, Op::PutMapAssoc), (has, Op::HasMapFields), (get, Op::GetMapElements)] {
        let lowered = lowered(&[body, vec![RETURN, 1, 0x30, RETURN]].concat(), 5).expect("sound");
        let listing = Listing::new(&lowered, &Raw);
        let lines: Vec<String> = listing.instructions(0, u32::MAX).map(|(_, text)| text).collect();
        let count = lines.iter().filter(|line| line.starts_with(op.name())).count();
        assert_eq!(count, 2, "{lines:?}");
    }
}

#[test]
fn strings_are_not_copied_without_end() {
    // bs_put_string of the whole table of strings, again and again, into what bs_init2 {f,0} 0 has begun.
    let put = [&[92][..], &number(0, 4096), &[0x00]].concat();
    let begin = vec![109, 0x05, 0x00, 0x00, 0x00, 0x00, 0x03];
    assert!(lowered(&[begin, put.repeat(3), vec![RETURN]].concat(), 5).is_ok());
    assert_eq!(lowered(&put.repeat(20_000), 5).expect_err("refused"), LoadFault::TooLarge);
}
