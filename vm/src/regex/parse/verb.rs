//! `(*…)`: what a pattern may begin with, verbs, and groups by name.

use super::{Box, MOST_NESTED, Newline, Node, Options, Parse, Parser, UNCLOSED, Verb};

const UNKNOWN: &str = "(*VERB) not recognized or malformed";

impl Parser<'_> {
    /// What stands before everything else and holds for the whole pattern.
    pub(super) fn leading_verbs(&mut self) -> Parse<()> {
        const FLAGS: &[(&[u8], u32)] = &[
            (b"(*UTF8)", Options::UNICODE),
            (b"(*UTF)", Options::UNICODE),
            (b"(*UCP)", Options::UCP),
            (b"(*NO_START_OPT)", Options::NO_START_OPTIMIZE),
            (b"(*NO_AUTO_POSSESS)", 0),
            (b"(*NO_DOTSTAR_ANCHOR)", 0),
            (b"(*NO_JIT)", 0),
            (b"(*BSR_ANYCRLF)", Options::BSR_ANYCRLF),
        ];
        const NEWLINES: &[(&[u8], Newline)] = &[
            (b"(*CR)", Newline::Cr),
            (b"(*LF)", Newline::Lf),
            (b"(*CRLF)", Newline::CrLf),
            (b"(*ANYCRLF)", Newline::AnyCrLf),
            (b"(*ANY)", Newline::Any),
            (b"(*NUL)", Newline::Nul),
        ];
        const LIMITS: &[(&[u8], usize)] = &[
            (b"(*LIMIT_MATCH=", 0),
            (b"(*LIMIT_DEPTH=", 1),
            (b"(*LIMIT_RECURSION=", 1),
            (b"(*LIMIT_HEAP=", 2),
        ];
        while self.rest().starts_with(b"(*") {
            if let Some((_, flag)) = FLAGS.iter().find(|(text, _)| self.rest().starts_with(text)) {
                let length = self.rest().iter().position(|byte| *byte == b')').unwrap_or(0);
                self.at += length + 1;
                self.options = self.options.with(*flag);
            } else if self.take(b"(*BSR_UNICODE)") {
                self.options = self.options.without(Options::BSR_ANYCRLF);
            } else if let Some((text, newline)) =
                NEWLINES.iter().find(|(text, _)| self.rest().starts_with(text))
            {
                self.at += text.len();
                self.options.newline = *newline;
            } else if let Some((text, place)) = LIMITS.iter().find(|(text, _)| self.rest().starts_with(text))
            {
                self.at += text.len();
                if !self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
                    return self.fail(UNKNOWN);
                }
                let limit = u64::from(self.number());
                if !self.take(b")") {
                    return self.fail(UNKNOWN);
                }
                if let Some(slot) = self.limits.get_mut(*place) {
                    *slot = Some(slot.unwrap_or(limit).min(limit));
                }
            } else {
                break;
            }
        }
        Ok(())
    }

    /// What follows `(*`.
    pub(super) fn starred(&mut self) -> Parse<Option<(Node, bool)>> {
        let start = self.at;
        while self.peek(0).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            self.at += 1;
        }
        let name = self.pattern[start..self.at].to_vec();
        if name.first().is_some_and(u8::is_ascii_lowercase) {
            return self.named_group(&name, start.saturating_sub(2));
        }
        let mut argument = None;
        if self.take(b":") {
            let from = self.at;
            while self.peek(0).is_some_and(|byte| byte != b')') {
                self.at += 1;
            }
            argument = Some(self.pattern[from..self.at].to_vec()).filter(|text| !text.is_empty());
        }
        let verb = match (&name[..], argument) {
            (b"MARK" | b"", None) => {
                return self.fail_at("(*MARK) must have an argument", start + name.len());
            }
            (b"MARK" | b"", Some(mark)) => Some(Verb::Mark(mark)),
            (b"F" | b"FAIL", _) => Some(Verb::Fail),
            (b"ACCEPT", _) => Some(Verb::Accept),
            (b"COMMIT", _) => Some(Verb::Commit),
            (b"PRUNE", _) => Some(Verb::Prune),
            (b"SKIP", None) => Some(Verb::Skip),
            (b"SKIP", Some(mark)) => Some(Verb::SkipTo(mark)),
            (b"THEN", _) => Some(Verb::Then),
            _ => None,
        };
        let Some(verb) = verb.filter(|_| self.peek(0) == Some(b')')) else {
            return self.fail(UNKNOWN);
        };
        self.at += 1;
        self.accepts |= matches!(verb, Verb::Accept);
        // After `(*ACCEPT)` a quantifier may stand, to no effect but that of an option.
        let repeatable = matches!(verb, Verb::Accept);
        Ok(Some((Node::Verb(verb), repeatable)))
    }

    /// `(*positive_lookahead:…)` and the like.
    fn named_group(&mut self, name: &[u8], start: usize) -> Parse<Option<(Node, bool)>> {
        const UNKNOWN_ASSERTION: &str = "(*alpha_assertion) not recognized";
        debug_assert!(self.depth <= MOST_NESTED);
        let known = [
            (&b"pla"[..], &b"positive_lookahead"[..], Some((false, false))),
            (b"nla", b"negative_lookahead", Some((false, true))),
            (b"plb", b"positive_lookbehind", Some((true, false))),
            (b"nlb", b"negative_lookbehind", Some((true, true))),
            (b"atomic", b"atomic", None),
        ];
        let found = known.iter().find(|(short, long, _)| *short == name || *long == name);
        if !self.take(b":") {
            self.at += usize::from(self.peek(0).is_some());
            return self.fail(UNKNOWN_ASSERTION);
        }
        let Some((_, _, look)) = found else {
            self.at -= 1;
            return self.fail(UNKNOWN_ASSERTION);
        };
        self.looks += u32::from(look.is_some());
        let body = self.alternation();
        self.looks -= u32::from(look.is_some());
        let body = Box::new(body?);
        if !self.take(b")") {
            return self.fail(UNCLOSED);
        }
        Ok(Some((
            match *look {
                Some((behind, negated)) => Node::Look { body, behind, negated, position: start },
                None => Node::Atomic(body),
            },
            true,
        )))
    }
}
