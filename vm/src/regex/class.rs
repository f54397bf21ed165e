//! Which characters a class holds.
//!
//! Invariants: characters below 256 are looked up in a bit set made once; all others are asked for item by item. Without
//! UTF-8 there are no others. The character tables below 256 are those of ISO Latin-1, as OTP has them.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_script::{Script, UnicodeScript};

/// A set of characters.
#[derive(Clone, Debug)]
pub struct Class {
    negated: bool,
    low: [u32; 8],
    items: Vec<Item>,
    folding: Folding,
}

/// How letters match in the other case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Folding {
    /// Not.
    None,
    /// Those of Latin-1.
    Latin1,
    /// All.
    Unicode,
}

/// Part of a class.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// From one character to another; these match in both cases where the class folds.
    Range(u32, u32),
    /// A set, or all that is not in it.
    Set(Set, bool),
}

/// A named set of characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Set {
    /// Digits of ASCII.
    Digit,
    /// White space of ASCII.
    Space,
    /// Letters of Latin-1, digits, the underscore.
    Word,
    /// Space between words in all of Unicode.
    Horizontal,
    /// Space between lines in all of Unicode.
    Vertical,
    /// A POSIX class, by the tables of Latin-1.
    Posix(Posix),
    /// A POSIX class, by properties.
    PosixUnicode(Posix),
    /// A general category.
    Category(GeneralCategory),
    /// A group of them.
    Group(GeneralCategoryGroup),
    /// Lu, Ll and Lt.
    CasedLetter,
    /// A script, or what extends it.
    Script(Script),
    /// A script proper.
    OnlyScript(Script),
    /// Every character.
    Any,
    /// Letters and numbers.
    Alphanumeric,
    /// What separates, and white space of ASCII.
    UnicodeSpace,
    /// Letters, numbers, marks and connecting punctuation.
    UnicodeWord,
    /// What a universal character name may say.
    UniversalName,
}

/// A POSIX class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "named as POSIX names them")]
pub enum Posix {
    Alpha,
    Lower,
    Upper,
    Alnum,
    Ascii,
    Blank,
    Cntrl,
    Digit,
    Graph,
    Print,
    Punct,
    Space,
    Word,
    Xdigit,
}

/// The POSIX classes by name.
const POSIX: &[(&str, Posix)] = &[
    ("alpha", Posix::Alpha),
    ("lower", Posix::Lower),
    ("upper", Posix::Upper),
    ("alnum", Posix::Alnum),
    ("ascii", Posix::Ascii),
    ("blank", Posix::Blank),
    ("cntrl", Posix::Cntrl),
    ("digit", Posix::Digit),
    ("graph", Posix::Graph),
    ("print", Posix::Print),
    ("punct", Posix::Punct),
    ("space", Posix::Space),
    ("word", Posix::Word),
    ("xdigit", Posix::Xdigit),
];

impl Posix {
    /// The class of a name.
    pub fn of(name: &[u8]) -> Option<Posix> {
        POSIX.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, class)| *class)
    }

    fn holds_latin1(self, c: u8) -> bool {
        let letter = |c| is_upper(c) || is_lower(c);
        match self {
            Posix::Alpha => letter(c),
            Posix::Lower => is_lower(c),
            Posix::Upper => is_upper(c),
            Posix::Alnum => letter(c) || c.is_ascii_digit(),
            Posix::Ascii => true,
            Posix::Blank => matches!(c, b'\t' | b' '),
            Posix::Cntrl => c < 32 || (127..=159).contains(&c),
            Posix::Digit => c.is_ascii_digit(),
            Posix::Graph => Posix::Print.holds_latin1(c) && c != b' ',
            Posix::Print => (32..=126).contains(&c) || c >= 160,
            Posix::Punct => Posix::Graph.holds_latin1(c) && !Posix::Alnum.holds_latin1(c),
            Posix::Space => Set::Space.holds(u32::from(c)),
            Posix::Word => Posix::Alnum.holds_latin1(c) || c == b'_',
            Posix::Xdigit => c.is_ascii_hexdigit(),
        }
    }

    fn holds_unicode(self, c: u32) -> bool {
        use GeneralCategoryGroup as G;
        let in_group = |group| group_of(c) == Some(group);
        let is = |category| category_of(c) == Some(category);
        match self {
            Posix::Alpha => in_group(G::Letter),
            Posix::Lower => is(GeneralCategory::LowercaseLetter),
            Posix::Upper => is(GeneralCategory::UppercaseLetter),
            Posix::Alnum => Set::Alphanumeric.holds(c),
            Posix::Ascii => c < 256 && self.holds_latin1(c as u8),
            Posix::Blank => Set::Horizontal.holds(c),
            Posix::Cntrl => is(GeneralCategory::Control),
            Posix::Digit => is(GeneralCategory::DecimalNumber),
            Posix::Graph => !in_group(G::Separator) && is_visible(c),
            Posix::Print => {
                !is(GeneralCategory::LineSeparator)
                    && !is(GeneralCategory::ParagraphSeparator)
                    && is_visible(c)
            }
            Posix::Punct => in_group(G::Punctuation) || (c < 128 && in_group(G::Symbol)),
            Posix::Space => Set::UnicodeSpace.holds(c),
            Posix::Word => Set::UnicodeWord.holds(c),
            Posix::Xdigit => c < 128 && (c as u8).is_ascii_hexdigit(),
        }
    }
}

/// Neither control, surrogate nor unassigned; of the formatting characters those that stand in text.
fn is_visible(c: u32) -> bool {
    match category_of(c) {
        Some(GeneralCategory::Format) => !matches!(c, 0x61c | 0x180e | 0x2066..=0x2069),
        Some(GeneralCategory::Control | GeneralCategory::Unassigned | GeneralCategory::Surrogate) | None => {
            false
        }
        _ => true,
    }
}

const fn is_upper(c: u8) -> bool {
    c.is_ascii_uppercase() || matches!(c, 192..=214 | 216..=222)
}

const fn is_lower(c: u8) -> bool {
    c.is_ascii_lowercase() || matches!(c, 170 | 181 | 186 | 223..=246 | 248..=255)
}

fn category_of(c: u32) -> Option<GeneralCategory> {
    char::from_u32(c).map(|c| c.general_category())
}

fn group_of(c: u32) -> Option<GeneralCategoryGroup> {
    char::from_u32(c).map(|c| c.general_category_group())
}

impl Set {
    /// The set of a property's name: a category, a script, or one of PCRE2's own.
    pub fn property(name: &[u8]) -> Option<Set> {
        let mut loose = [0; 48];
        let mut length = 0;
        for byte in name.iter().filter(|byte| !matches!(byte, b' ' | b'_' | b'-')) {
            *loose.get_mut(length)? = byte.to_ascii_lowercase();
            length += 1;
        }
        let loose = core::str::from_utf8(&loose[..length]).ok()?;
        let split = loose.find(['=', ':']);
        match split.map(|at| (&loose[..at], &loose[at + 1..])) {
            None => special(loose).or_else(|| category(loose)).or_else(|| script(loose).map(Set::Script)),
            Some(("sc" | "script", name)) => script(name).map(Set::OnlyScript),
            Some(("scx" | "scriptextensions", name)) => script(name).map(Set::Script),
            Some(("gc" | "generalcategory", name)) => category(name),
            Some(_) => None,
        }
    }

    /// Whether a character is in it.
    pub fn holds(self, c: u32) -> bool {
        use GeneralCategoryGroup as G;
        match self {
            Set::Digit => (0x30..=0x39).contains(&c),
            Set::Space => matches!(c, 9..=13 | 32),
            Set::Word => c < 256 && Posix::Word.holds_latin1(c as u8),
            Set::Horizontal => {
                matches!(c, 9 | 32 | 0xa0 | 0x1680 | 0x180e | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000)
            }
            Set::Vertical => matches!(c, 10..=13 | 0x85 | 0x2028 | 0x2029),
            Set::Posix(class) => c < 256 && class.holds_latin1(c as u8),
            Set::PosixUnicode(class) => class.holds_unicode(c),
            Set::Category(category) => match category_of(c) {
                Some(found) => found == category,
                None => category == GeneralCategory::Surrogate,
            },
            Set::Group(group) => group_of(c).unwrap_or(G::Other) == group,
            Set::CasedLetter => matches!(
                category_of(c),
                Some(
                    GeneralCategory::UppercaseLetter
                        | GeneralCategory::LowercaseLetter
                        | GeneralCategory::TitlecaseLetter
                )
            ),
            Set::Script(script) => char::from_u32(c).is_some_and(|c| {
                let extension = c.script_extension();
                let shared = !extension.is_common() && !extension.is_inherited();
                c.script() == script || (shared && extension.contains_script(script))
            }),
            Set::OnlyScript(script) => char::from_u32(c).is_some_and(|c| c.script() == script),
            Set::Any => true,
            Set::Alphanumeric => matches!(group_of(c), Some(G::Letter | G::Number)),
            Set::UnicodeSpace => {
                group_of(c) == Some(G::Separator) || Set::Horizontal.holds(c) || Set::Vertical.holds(c)
            }
            Set::UnicodeWord => {
                Set::Alphanumeric.holds(c)
                    || c == 0x5f
                    || matches!(
                        category_of(c),
                        Some(GeneralCategory::NonspacingMark | GeneralCategory::ConnectorPunctuation)
                    )
            }
            Set::UniversalName => {
                matches!(c, 0x24 | 0x40 | 0x60) || (0xa0..=0xd7ff).contains(&c) || c >= 0xe000
            }
        }
    }
}

fn special(name: &str) -> Option<Set> {
    Some(match name {
        "any" => Set::Any,
        "l&" | "lc" => Set::CasedLetter,
        "xan" => Set::Alphanumeric,
        "xsp" | "xps" => Set::UnicodeSpace,
        "xwd" => Set::UnicodeWord,
        "xuc" => Set::UniversalName,
        _ => return None,
    })
}

fn category(name: &str) -> Option<Set> {
    use GeneralCategory as C;
    use GeneralCategoryGroup as G;
    Some(match name {
        "l" => Set::Group(G::Letter),
        "m" => Set::Group(G::Mark),
        "n" => Set::Group(G::Number),
        "p" => Set::Group(G::Punctuation),
        "s" => Set::Group(G::Symbol),
        "z" => Set::Group(G::Separator),
        "c" => Set::Group(G::Other),
        "lu" => Set::Category(C::UppercaseLetter),
        "ll" => Set::Category(C::LowercaseLetter),
        "lt" => Set::Category(C::TitlecaseLetter),
        "lm" => Set::Category(C::ModifierLetter),
        "lo" => Set::Category(C::OtherLetter),
        "mn" => Set::Category(C::NonspacingMark),
        "mc" => Set::Category(C::SpacingMark),
        "me" => Set::Category(C::EnclosingMark),
        "nd" => Set::Category(C::DecimalNumber),
        "nl" => Set::Category(C::LetterNumber),
        "no" => Set::Category(C::OtherNumber),
        "pc" => Set::Category(C::ConnectorPunctuation),
        "pd" => Set::Category(C::DashPunctuation),
        "ps" => Set::Category(C::OpenPunctuation),
        "pe" => Set::Category(C::ClosePunctuation),
        "pi" => Set::Category(C::InitialPunctuation),
        "pf" => Set::Category(C::FinalPunctuation),
        "po" => Set::Category(C::OtherPunctuation),
        "sm" => Set::Category(C::MathSymbol),
        "sc" => Set::Category(C::CurrencySymbol),
        "sk" => Set::Category(C::ModifierSymbol),
        "so" => Set::Category(C::OtherSymbol),
        "zs" => Set::Category(C::SpaceSeparator),
        "zl" => Set::Category(C::LineSeparator),
        "zp" => Set::Category(C::ParagraphSeparator),
        "cc" => Set::Category(C::Control),
        "cf" => Set::Category(C::Format),
        "cs" => Set::Category(C::Surrogate),
        "co" => Set::Category(C::PrivateUse),
        "cn" => Set::Category(C::Unassigned),
        _ => return None,
    })
}

/// A script by its name without separators and in small letters, or by its four letters.
fn script(name: &str) -> Option<Script> {
    if !name.is_ascii() || name.is_empty() {
        return None;
    }
    let title = |from: usize, to: usize| {
        let mut word = String::from(&name[from..to]);
        word[..1].make_ascii_uppercase();
        word
    };
    let whole = title(0, name.len());
    if let Some(script) = Script::from_full_name(&whole).or_else(|| Script::from_short_name(&whole)) {
        return Some(script);
    }
    // A name of several words: where they part is not known.
    (1..name.len()).find_map(|first| {
        let (word, rest) = (title(0, first), title(first, name.len()));
        Script::from_full_name(&format!("{word}_{rest}")).or_else(|| {
            (first + 1..name.len()).find_map(|second| {
                let (middle, last) = (title(first, second), title(second, name.len()));
                Script::from_full_name(&format!("{word}_{middle}_{last}"))
            })
        })
    })
}

/// Letters that are the same as a lower-case one when case does not count, and are no upper case of it.
const MORE_CASES: &[(u32, u32)] = &[
    (0x73, 0x17f),
    (0x6b, 0x212a),
    (0xe5, 0x212b),
    (0x3b2, 0x3d0),
    (0x3b5, 0x3f5),
    (0x3b8, 0x3d1),
    (0x3b8, 0x3f4),
    (0x3b9, 0x345),
    (0x3b9, 0x1fbe),
    (0x3ba, 0x3f0),
    (0x3bc, 0xb5),
    (0x3c0, 0x3d6),
    (0x3c1, 0x3f1),
    (0x3c3, 0x3c2),
    (0x3c6, 0x3d5),
    (0x3c9, 0x2126),
    (0x1c6, 0x1c5),
    (0x1c9, 0x1c8),
    (0x1cc, 0x1cb),
    (0x1f3, 0x1f2),
    (0x1e61, 0x1e9b),
    (0xdf, 0x1e9e),
];

/// The only character of an iterator, as a number.
fn only(mut characters: impl Iterator<Item = char>) -> Option<u32> {
    let first = characters.next()?;
    characters.next().is_none().then_some(first as u32)
}

fn lower(c: u32) -> u32 {
    char::from_u32(c).and_then(|c| only(c.to_lowercase())).unwrap_or(c)
}

fn upper(c: u32) -> u32 {
    char::from_u32(c).and_then(|c| only(c.to_uppercase())).unwrap_or(c)
}

impl Folding {
    /// What stands for a character and all that equal it.
    pub fn fold(self, c: u32) -> u32 {
        match self {
            Folding::None => c,
            // The dotted and the dotless i are nobody's other case.
            Folding::Unicode if matches!(c, 0x130 | 0x131) => c,
            Folding::Unicode if c >= 128 => lower(upper(c)),
            _ if c < 256 && c != 0xd7 && is_upper(c as u8) => c + 32,
            _ => c,
        }
    }

    /// Tells of every character that equals a folded one, itself among them.
    pub fn each_case(self, c: u32, mut tell: impl FnMut(u32)) {
        let folded = self.fold(c);
        tell(folded);
        match self {
            Folding::None => {}
            Folding::Latin1 if (32..256).contains(&folded) && self.fold(folded - 32) == folded => {
                tell(folded - 32)
            }
            Folding::Latin1 => {}
            Folding::Unicode => {
                let capital = upper(folded);
                if capital != folded && self.fold(capital) == folded {
                    tell(capital);
                }
                if folded >= 0x73 || folded == 0x6b {
                    MORE_CASES.iter().filter(|(base, _)| *base == folded).for_each(|(_, other)| tell(*other));
                }
            }
        }
    }

    /// Whether any character that equals this one passes a test.
    fn any(self, c: u32, holds: impl Fn(u32) -> bool) -> bool {
        let mut any = holds(c);
        if self != Folding::None && !any {
            self.each_case(c, |other| any |= holds(other));
        }
        any
    }
}

impl Class {
    /// A class of these items.
    pub fn new(items: Vec<Item>, negated: bool, folding: Folding) -> Class {
        let mut class = Class { negated, low: [0; 8], items, folding };
        for c in 0..256u32 {
            if class.asks(c) {
                class.low[(c / 32) as usize] |= 1 << (c % 32);
            }
        }
        class
    }

    /// A class of one set.
    pub fn of(set: Set, negated: bool) -> Class {
        Class::new(alloc::vec![Item::Set(set, negated)], false, Folding::None)
    }

    /// Whether a character is in it.
    #[inline]
    pub fn holds(&self, c: u32) -> bool {
        if c < 256 { self.low[(c / 32) as usize] >> (c % 32) & 1 != 0 } else { self.asks(c) }
    }

    fn asks(&self, c: u32) -> bool {
        self.items.iter().any(|item| match *item {
            Item::Range(from, to) => self.folding.any(c, |c| (from..=to).contains(&c)),
            Item::Set(set, negated) => set.holds(c) != negated,
        }) != self.negated
    }
}
