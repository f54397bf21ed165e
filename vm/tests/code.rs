//! Decoding BEAM code: operands, whole modules of several compilers, damaged ones
//!
//! `UPDATE=1` rewrites the disassemblies beside the modules in `tests/data/code`.
//! `AVM_MUTATIONS` says how many damaged copies of each module to decode.
//!
//! Absent on purpose: what instructions do.
use std::fmt::{self, Write};
use std::path::PathBuf;
use std::{env, fs};

use fastrand::Rng;
use packbeam::chunk::{Beam, Code};
use vm::code::disasm::{write_atom, write_bytes};
use vm::code::ops::{ALL, NOW, OLD};
use vm::code::{DecodeError, DecodeErrorKind};
use vm::code::{Decoder, Instruction, Kind, Names, Op, Operand, Raw, Register};

const MODULES: [&str; 6] =
    ["binaries.old", "binaries.25", "binaries.29", "records.29", "debug.29", "coverage.29"];

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/code").join(name)
}

fn module(name: &str) -> Vec<u8> {
    fs::read(data(&format!("{name}.beam"))).expect("the module is checked in")
}

fn code<'a>(beam: &Beam<'a>) -> Code<'a> {
    beam.code().expect("the module has code")
}

/// The first operand of the `move` whose bytes are given.
fn source(operand: &[u8]) -> Result<Operand<'_>, DecodeError> {
    // Leaked, so that a test can say the bytes in place: a few dozen of them.
    let code: &'static [u8] = [&[64], operand, &[0x03, 3]].concat().leak();
    let mut decoder = Decoder::new(code);
    let first = decoder.next().expect("there is code")?;
    assert_eq!(first.op, Op::Move);
    assert_eq!(first.operand(1), Some(Operand::X(0)), "the operand ends where it should");
    assert_eq!(first.operand(2), None);
    assert!(matches!(decoder.next(), Some(Ok(end)) if end.op == Op::IntCodeEnd));
    assert!(decoder.next().is_none());
    Ok(first.operands()[0])
}

fn fault(operand: &[u8]) -> (u32, DecodeErrorKind) {
    match source(operand) {
        Err(error) => (error.offset, error.kind),
        Ok(operand) => panic!("{operand:?}"),
    }
}

#[test]
fn every_number_from_1_to_191_is_an_opcode() {
    assert_eq!(ALL.len(), 191);
    for number in 0..=u8::MAX {
        let op = Op::from_number(number);
        assert_eq!(op.map(Op::number), (1..=191).contains(&number).then_some(number));
    }
    for &op in ALL {
        assert_eq!(op.arity(), op.operands().len());
        assert!(op.arity() <= vm::code::decode::MAX_OPERANDS);
        assert!(op.first_otp() <= op.last_otp(), "{}", op.name());
        assert!(op.doc().ends_with('.') && op.doc().len() < 120, "{}", op.name());
    }
    assert_eq!((Op::Try.name(), Op::Return.name(), Op::BsMatch.name()), ("try", "return", "bs_match"));
}

#[test]
fn releases_say_which_opcodes_are_retired() {
    assert!(Op::MPlus.is_retired() && !Op::PutTuple.is_retired() && !Op::Move.is_retired());
    assert_eq!((Op::PutTuple.first_otp(), Op::PutTuple.last_otp()), (OLD, 21));
    assert_eq!((Op::BsCreateBin.first_otp(), Op::BsCreateBin.last_otp()), (25, NOW));
}

#[test]
fn operands_of_one_byte() {
    assert_eq!(source(&[0xf1]), Ok(Operand::Integer(15)));
    assert_eq!(source(&[0x10]), Ok(Operand::Unsigned(1)));
    assert_eq!(source(&[0x02]), Ok(Operand::Nil));
    assert_eq!(source(&[0x12]), Ok(Operand::Atom(1)));
    assert_eq!(source(&[0x23]), Ok(Operand::X(2)));
    assert_eq!(source(&[0x34]), Ok(Operand::Y(3)));
    assert_eq!(source(&[0x45]), Ok(Operand::Label(4)));
    assert_eq!(source(&[0x56]), Ok(Operand::Character(5)));
}

#[test]
fn operands_of_two_bytes_hold_eleven_bits() {
    assert_eq!(source(&[0x09, 16]), Ok(Operand::Integer(16)));
    assert_eq!(source(&[0xe9, 0xff]), Ok(Operand::Integer(2047)));
    assert_eq!(source(&[0xeb, 0xff]), Ok(Operand::X(2047)));
    assert_eq!(source(&[0x0a, 0]), Ok(Operand::Nil));
}

#[test]
fn operands_of_more_bytes_are_signed_and_big_endian() {
    assert_eq!(source(&[0x19, 0x08, 0x00]), Ok(Operand::Integer(2048)));
    assert_eq!(source(&[0x19, 0xff, 0xff]), Ok(Operand::Integer(-1)));
    assert_eq!(source(&[0x39, 0x80, 0, 0]), Ok(Operand::Integer(-0x80_0000)));
    assert_eq!(source(&[0xd9, 0x80, 0, 0, 0, 0, 0, 0, 0]), Ok(Operand::Integer(i64::MIN)));
    assert_eq!(source(&[0x1d, 0x7f, 0xff]), Ok(Operand::Label(0x7fff)));
    assert_eq!(source(&[0x38, 0, 0xff, 0xff]), Ok(Operand::Unsigned(0xffff)));
    assert_eq!(source(&[0x3a, 0x01, 0, 0]), Ok(Operand::Atom(0x1_0000)));
    let nine = [0xf9, 0x00, 0x80, 1, 2, 3, 4, 5, 6, 7, 8];
    assert_eq!(source(&nine), Ok(Operand::BigInteger(&nine[2..])));
    let unsigned = [0xf8, 0x00, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    assert_eq!(source(&unsigned), Ok(Operand::Unsigned(u64::MAX)));
    let longer = [0xf8, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    assert_eq!(source(&longer), Ok(Operand::Unsigned(u64::MAX)));
    let long = [&[0xf9, 0x08, 0xff][..], &[7; 264]].concat();
    assert_eq!(source(&long), Ok(Operand::BigInteger(&long[3..])));
}

#[test]
fn extended_operands() {
    assert_eq!(source(&[0x27, 0x10]), Ok(Operand::FloatRegister(1)));
    assert_eq!(source(&[0x47, 0x08, 200]), Ok(Operand::Literal(200)));
    assert_eq!(
        source(&[0x37, 0x30, 0x00, 0x50, 0x10, 0x10, 0x20, 0x20]),
        Ok(Operand::Allocation { words: 5, floats: 1, funs: 2 })
    );
    let typed = source(&[0x57, 0x13, 0x20]).expect("a typed register");
    assert_eq!(typed, Operand::Typed { register: Register::X(1), type_index: 2 });
    assert_eq!((typed.bare(), typed.register()), (Operand::X(1), Some(Register::X(1))));
    assert_eq!(source(&[0x57, 0x14, 0x20]).map(Operand::bare), Ok(Operand::Y(1)));
}

#[test]
fn lists_are_iterated_without_decoding_them_twice_by_hand() {
    let Ok(Operand::List(list)) = source(&[0x17, 0x40, 0x12, 0x35, 0x17, 0x10, 0x02, 0x19, 0, 9]) else {
        panic!("a list");
    };
    assert_eq!((list.len(), list.is_empty(), list.iter().len()), (4, false, 4));
    let operands: Vec<_> = list.into_iter().collect();
    assert_eq!(operands[..2], [Operand::Atom(1), Operand::Label(3)]);
    assert!(matches!(operands[2], Operand::List(inner) if inner.iter().eq([Operand::Nil])));
    assert_eq!(operands[3], Operand::Integer(9));
}

#[test]
fn malformed_operands_are_refused_at_their_offset() {
    use DecodeErrorKind as K;
    assert_eq!(fault(&[0x07]), (1, K::UnknownExtension(0)));
    assert_eq!(fault(&[0x67]), (1, K::UnknownExtension(6)));
    assert_eq!(fault(&[0x0f, 0x00]), (1, K::NumberTooLarge));
    assert_eq!(fault(&[0x1b, 0xff, 0xff]), (1, K::NotANumber));
    assert_eq!(fault(&[0x3b, 1, 0, 0]), (1, K::NumberTooLarge));
    assert_eq!(fault(&[0x7a, 1, 0, 0, 0, 0]), (1, K::NumberTooLarge));
    assert_eq!(fault(&[0xfa, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0]), (1, K::NumberTooLarge));
    assert_eq!(fault(&[0xf8, 0x00, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]), (1, K::NumberTooLarge));
    assert_eq!(fault(&[0x27, 0x13]), (2, K::NotANumber));
    assert_eq!(fault(&[0x37, 0x10, 0x30, 0x10]), (3, K::UnknownResource(3)));
    assert_eq!(fault(&[0x57, 0x57, 0x13]), (2, K::HintWithoutRegister));
    assert_eq!(fault(&[0xf9, 0xf8]), (2, K::NumberTooLarge));
    assert_eq!(fault(&[0xf9, 0x01]), (2, K::NotANumber));
    assert_eq!(fault(&[0xf9, 0xd8, 0x7f, 255, 255, 255, 255, 255, 255, 255]).1, K::Truncated);
    assert_eq!(fault(&[0x17, 0x58, 0xff, 0xff, 0xff, 0xff]).1, K::NotANumber);
    assert_eq!(fault(&[0x17, 0x58, 0x7f, 0xff, 0xff, 0xff]).1, K::Truncated);
    assert_eq!(fault(&[0x17, 0x10].repeat(5)), (9, K::NestedTooDeep));
}

#[test]
fn code_ends_with_its_end_mark_only() {
    let faults = |code: &'static [u8]| -> Vec<_> { Decoder::new(code).filter_map(Result::err).collect() };
    assert_eq!(faults(&[]), [DecodeError { offset: 0, kind: DecodeErrorKind::Truncated }]);
    assert_eq!(faults(&[19]), [DecodeError { offset: 1, kind: DecodeErrorKind::Truncated }]);
    assert_eq!(faults(&[19, 0]), [DecodeError { offset: 1, kind: DecodeErrorKind::UnknownOpcode(0) }]);
    assert_eq!(faults(&[19, 192, 3]), [DecodeError { offset: 1, kind: DecodeErrorKind::UnknownOpcode(192) }]);
    let mut decoder = Decoder::new(&[19, 3, 255]);
    assert_eq!(decoder.by_ref().filter(Result::is_ok).count(), 2);
    assert_eq!(decoder.offset(), 2);
}

#[test]
fn compiled_modules_agree_with_their_headers_and_the_table() {
    for name in MODULES {
        let bytes = module(name);
        let beam = Beam::parse(&bytes).expect("a module");
        let code = code(&beam);
        let instructions: Vec<_> = Decoder::new(code.bytes)
            .map(|next| next.unwrap_or_else(|error| panic!("{name}: {error}")))
            .collect();
        let count = |op| instructions.iter().filter(|one| one.op == op).count() as u32;
        assert_eq!(count(Op::Label) + 1, code.header.labels, "{name}");
        assert_eq!(count(Op::FuncInfo), code.header.functions, "{name}");
        let highest = instructions.iter().map(|one| u32::from(one.op.number())).max();
        assert_eq!(highest, Some(code.header.max_opcode), "{name}");
        instructions.iter().for_each(|one| check_kinds(name, one));
    }
}

fn check_kinds(name: &str, instruction: &Instruction<'_>) {
    assert!(!instruction.op.is_retired(), "{name}: {:?}", instruction.op);
    for (spec, operand) in instruction.op.operands().iter().zip(instruction.operands()) {
        assert!(spec.kind.accepts(operand), "{name}: {:?} {spec:?} {operand:?}", instruction.op);
        if let (Kind::Segments, Operand::List(list)) = (spec.kind, operand) {
            assert_eq!(list.len() % 6, 0, "{name}: segments have six operands");
        }
    }
}

/// Resolves what a module's own tables say; literals stay indices.
struct ModuleNames<'a>(Beam<'a>);

impl ModuleNames<'_> {
    fn write_atom(&self, number: u32, out: &mut dyn Write) -> fmt::Result {
        let atoms = self.0.atoms().map_err(|_| fmt::Error)?;
        write_atom(atoms.get(number as usize).and_then(|atom| atom.as_str()).ok_or(fmt::Error)?, out)
    }
}

impl Names for ModuleNames<'_> {
    fn atom(&self, index: u32, out: &mut dyn Write) -> fmt::Result {
        self.write_atom(index, out)
    }

    fn import(&self, index: u64, out: &mut dyn Write) -> fmt::Result {
        let import =
            self.0.imports().ok().and_then(|imports| imports.get(index as usize)).ok_or(fmt::Error)?;
        self.write_atom(import.module, out)?;
        out.write_char(',')?;
        self.write_atom(import.function, out)?;
        write!(out, ",{}", import.arity)
    }

    fn string(&self, offset: u64, length: u64, out: &mut dyn Write) -> fmt::Result {
        let bytes = self.0.strings().get(offset as usize..(offset + length) as usize).ok_or(fmt::Error)?;
        write_bytes(bytes, out)
    }

    fn lambda(&self, index: u64, out: &mut dyn Write) -> fmt::Result {
        let fun = self.0.funs().ok().and_then(|funs| funs.get(index as usize)).ok_or(fmt::Error)?;
        self.write_atom(fun.function, out)?;
        write!(out, ",{}", fun.arity)
    }
}

#[test]
fn disassemblies_are_as_checked_in() {
    for name in MODULES {
        let bytes = module(name);
        let beam = Beam::parse(&bytes).expect("a module");
        let names = ModuleNames(beam);
        let mut text = String::new();
        for instruction in Decoder::new(code(&beam).bytes) {
            let instruction = instruction.expect("decodable");
            writeln!(text, "{}", instruction.display(&names)).expect("all names are known");
        }
        let path = data(&format!("{name}.dis"));
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, &text).expect("the folder can be written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(text == expected, "{} differs; UPDATE=1 rewrites it", path.display());
    }
}

fn text(code: &[u8]) -> String {
    let instruction = Decoder::new(code).next().expect("code").expect("decodable");
    instruction.display(&Raw).to_string()
}

#[test]
fn instructions_are_written_without_names_too() {
    assert_eq!(text(&[19]), "return");
    assert_eq!(text(&[64, 0x57, 0x13, 0x20, 0x04]), "{move,{tr,{x,1},2},{y,0}}");
    assert_eq!(text(&[7, 0x10, 0x20]), "{call_ext,1,{extfunc,2}}");
    assert_eq!(text(&[64, 0x47, 0x30, 0x03]), "{move,{literal,3},{x,0}}");
    assert_eq!(text(&[132, 0x05, 0x03, 0x90, 0x50]), "{bs_match_string,{f,0},{x,0},9,{string,5,2}}");
    assert_eq!(
        text(&[138, 0x15, 0x03, 0x10, 0x60, 0x33]),
        "{bs_get_utf8,{f,1},{x,0},1,{field_flags,[little,signed]},{x,3}}"
    );
}

#[test]
fn large_integers_are_written_in_hexadecimal() {
    let moved = |digits: &[u8]| text(&[&[64, 0xf9, 0x00], digits, &[0x03]].concat());
    assert_eq!(moved(&[0, 0xff, 0, 0, 0, 0, 0, 0, 1]), "{move,{integer,16#FF00000000000001},{x,0}}");
    assert_eq!(moved(&[0xff, 0, 0, 0, 0, 0, 0, 0, 0]), "{move,{integer,-16#10000000000000000},{x,0}}");
    assert_eq!(moved(&[0xfe, 0, 0, 0, 0, 0, 0, 0, 1]), "{move,{integer,-16#1FFFFFFFFFFFFFFFF},{x,0}}");
    assert_eq!(moved(&[0x80, 0, 0, 0, 0, 0, 0, 0, 0]), "{move,{integer,-16#800000000000000000},{x,0}}");
}

#[test]
fn atoms_and_bytes_are_written_as_erlang_does() {
    let atom = |name: &str| {
        let mut text = String::new();
        write_atom(name, &mut text).map(|()| text)
    };
    let cases = [
        ("plain_1@x", "plain_1@x"),
        ("", "''"),
        ("Upper", "'Upper'"),
        ("it's", "'it\\'s'"),
        ("when", "'when'"),
        ("xor", "'xor'"),
        ("a\n\u{1}", "'a\\n\\x{1}'"),
        ("=:=", "'=:='"),
    ];
    for (name, expected) in cases {
        assert_eq!(atom(name).as_deref(), Ok(expected));
    }
    let mut bytes = String::new();
    write_bytes(b"ab c", &mut bytes).and_then(|()| write_bytes(b"\"", &mut bytes)).expect("written");
    write_bytes(b"", &mut bytes).expect("written");
    assert_eq!(bytes, "<<\"ab c\">><<34>><<>>");
}

#[test]
fn damaged_code_never_panics() {
    let copies = env::var("AVM_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(2000);
    let mut random = Rng::with_seed(0x5eed);
    for name in MODULES {
        let bytes = module(name);
        let original = code(&Beam::parse(&bytes).expect("a module")).bytes.to_vec();
        for _ in 0..copies {
            let mut code = original.clone();
            for _ in 0..=random.usize(..4) {
                let at = random.usize(..code.len());
                match random.usize(..4) {
                    0 => code[at] = random.usize(..256) as u8,
                    1 => code[at] ^= 1 << random.usize(..8),
                    2 => code.insert(at, random.usize(..256) as u8),
                    _ => code.truncate(at + 1),
                }
            }
            walk(&code);
        }
    }
}

/// Decodes and writes everything, and checks what a decoder promises.
fn walk(code: &[u8]) {
    let mut decoder = Decoder::new(code);
    let mut text = String::new();
    let mut before = 0;
    while let Some(next) = decoder.next() {
        text.clear();
        match next {
            Ok(instruction) => {
                assert_eq!(instruction.offset, before);
                instruction.write(&Raw, &mut text).expect("a String takes all");
                before = decoder.offset();
                assert!(before as usize <= code.len());
            }
            Err(error) => {
                assert!(error.offset as usize <= code.len() && error.offset >= before);
                assert!(decoder.next().is_none());
            }
        }
    }
}
