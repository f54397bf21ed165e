//! What begins with a parenthesis.
//!
//! Invariant: options that are set within a group end with it.

use super::{
    Box, Condition, Conditional, MOST_GROUPS, MOST_NESTED, Node, Options, Parse, Parser, Reference, UNCLOSED,
    Vec,
};

impl Parser<'_> {
    /// The group that stands here, and whether it may be repeated; nothing where it only sets options.
    pub(super) fn group(&mut self) -> Parse<Option<(Node, bool)>> {
        self.depth += 1;
        if self.depth > MOST_NESTED {
            return self.fail("parentheses are too deeply nested");
        }
        let options = self.options;
        self.at += 1;
        let group = match (self.peek(0), self.peek(1)) {
            (Some(b'*'), next) if next.is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b':') => {
                self.at += 1;
                self.starred()
            }
            (Some(b'?'), _) => {
                self.at += 1;
                self.questioned(options)
            }
            _ if self.options.has(Options::NO_AUTO_CAPTURE) => self.closed().map(|node| Some((node, true))),
            _ => self.capture().map(|node| Some((node, true))),
        };
        self.depth -= 1;
        // A group that only set options leaves them set until its parent ends.
        if !matches!(group, Ok(None)) {
            self.options = options;
        }
        group
    }

    /// The alternatives up to the closing parenthesis, which is taken.
    pub(super) fn closed(&mut self) -> Parse<Node> {
        let node = self.alternation()?;
        if self.take(b")") { Ok(node) } else { self.fail(UNCLOSED) }
    }

    fn capture(&mut self) -> Parse<Node> {
        if self.groups >= MOST_GROUPS {
            return self.fail("too many capturing groups (maximum 65535)");
        }
        self.groups += 1;
        let number = self.groups;
        Ok(Node::Capture(number, Box::new(self.closed()?)))
    }

    fn look(&mut self, behind: bool, negated: bool) -> Parse<Option<(Node, bool)>> {
        let position = self.at - if behind { 4 } else { 3 };
        self.looks += 1;
        let body = self.closed();
        self.looks -= 1;
        Ok(Some((Node::Look { body: Box::new(body?), behind, negated, position }, true)))
    }

    /// What follows `(?`.
    fn questioned(&mut self, outside: Options) -> Parse<Option<(Node, bool)>> {
        let Some(byte) = self.peek(0) else { return self.fail(UNCLOSED) };
        let following = self.peek(1);
        let rest_takes = |parser: &mut Self, count: usize| parser.at += count;
        match (byte, following) {
            (b':', _) => {
                rest_takes(self, 1);
                Ok(Some((self.closed()?, true)))
            }
            (b'|', _) => {
                rest_takes(self, 1);
                self.branch_reset().map(|node| Some((node, true)))
            }
            (b'>', _) => {
                rest_takes(self, 1);
                Ok(Some((Node::Atomic(Box::new(self.closed()?)), true)))
            }
            (b'=' | b'!', _) => {
                rest_takes(self, 1);
                self.look(false, byte == b'!')
            }
            (b'<', Some(sign @ (b'=' | b'!'))) => {
                rest_takes(self, 2);
                self.look(true, sign == b'!')
            }
            (b'<', _) => {
                rest_takes(self, 1);
                self.named_capture(b'>').map(|node| Some((node, true)))
            }
            (b'\'', _) => {
                rest_takes(self, 1);
                self.named_capture(b'\'').map(|node| Some((node, true)))
            }
            (b'P', _) => {
                rest_takes(self, 1);
                self.python().map(|node| Some((node, true)))
            }
            (b'&', _) => {
                rest_takes(self, 1);
                let reference = self.named_call()?;
                Ok(Some((Node::Call(reference), true)))
            }
            (b'R', _) => {
                rest_takes(self, 1);
                if !self.take(b")") {
                    return self
                        .fail("(?R (recursive pattern call) must be followed by a closing parenthesis");
                }
                Ok(Some((Node::Call(Reference::Number(0, self.at)), true)))
            }
            (b'0'..=b'9' | b'+', _) | (b'-', Some(b'0'..=b'9')) => {
                self.numbered_call().map(|node| Some((node, true)))
            }
            (b'(', _) => self.conditional().map(|node| Some((node, true))),
            (b'C', _) => self.callout(),
            _ => self.option_setting(outside),
        }
    }

    /// Alternatives whose groups are numbered alike.
    fn branch_reset(&mut self) -> Parse<Node> {
        let first = self.groups;
        let (mut most, mut branches) = (first, Vec::new());
        loop {
            self.groups = first;
            branches.push(self.branch()?);
            most = most.max(self.groups);
            if !self.take(b"|") {
                break;
            }
        }
        self.groups = most;
        if !self.take(b")") {
            return self.fail(UNCLOSED);
        }
        Ok(Node::Alternation(branches))
    }

    fn named_capture(&mut self, closing: u8) -> Parse<Node> {
        let name = self.name(closing)?;
        let number = self.groups + 1;
        if self.names.iter().any(|(known, other)| *known != name && *other == number) {
            return self.fail("different names for subpatterns of the same number are not allowed");
        }
        let known = self.names.iter().any(|(known, other)| *known == name && *other != number);
        if known && !self.options.has(Options::DUPNAMES) {
            return self.fail("two named subpatterns have the same name (PCRE2_DUPNAMES not set)");
        }
        let entry = (name, number);
        if !self.names.contains(&entry) {
            self.names.push(entry);
        }
        self.capture()
    }

    /// `(?P<name>…)`, `(?P=name)`, `(?P>name)`.
    fn python(&mut self) -> Parse<Node> {
        match self.peek(0) {
            Some(b'<') => {
                self.at += 1;
                self.named_capture(b'>')
            }
            Some(b'=') => {
                self.at += 1;
                let reference = self.named_reference(b')')?;
                Ok(Node::BackReference(reference, self.options.has(Options::CASELESS)))
            }
            Some(b'>') => {
                self.at += 1;
                Ok(Node::Call(self.named_call()?))
            }
            None => self.fail(UNCLOSED),
            Some(_) => {
                self.at += 1;
                self.fail("unrecognized character after (?P")
            }
        }
    }

    /// The name of a group that is called, and its parenthesis.
    fn named_call(&mut self) -> Parse<Reference> {
        self.named_reference(b')').map_err(|mut error| {
            if error.position >= self.pattern.len() && self.at > 0 && error.message.starts_with("syntax") {
                error.message = UNCLOSED;
            }
            error
        })
    }

    fn numbered_call(&mut self) -> Parse<Node> {
        let sign = self.peek(0).filter(|byte| matches!(byte, b'-' | b'+'));
        self.at += usize::from(sign.is_some());
        if !self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
            if self.peek(0).is_none() {
                return self.fail(UNCLOSED);
            }
            self.at += 1;
            return self.fail("digit expected after (?+");
        }
        let number = self.number();
        let position = self.at;
        let number = self.relative(sign, number, position)?;
        if !self.take(b")") {
            return self.fail(UNCLOSED);
        }
        Ok(Node::Call(self.reference(Reference::Number(number, position))))
    }

    /// `(?C)`: nobody listens, so it is nothing.
    fn callout(&mut self) -> Parse<Option<(Node, bool)>> {
        self.at += 1;
        if let Some(delimiter @ (b'`' | b'\'' | b'"' | b'^' | b'%' | b'#' | b'$' | b'{')) = self.peek(0) {
            let closing = if delimiter == b'{' { b'}' } else { delimiter };
            match self.rest()[1..].iter().position(|byte| *byte == closing) {
                Some(length) => self.at += length + 2,
                None => return self.fail("missing terminating delimiter for callout with string argument"),
            }
        } else {
            let mut number = 0;
            while let Some(byte @ b'0'..=b'9') = self.peek(0) {
                self.at += 1;
                number = number * 10 + u32::from(byte - b'0');
                if number > 255 {
                    return self.fail("number after (?C is greater than 255");
                }
            }
        }
        match self.peek(0) {
            Some(b')') => {
                self.at += 1;
                Ok(Some((Node::Empty, false)))
            }
            None => self.fail(UNCLOSED),
            Some(_) => {
                self.at += 1;
                self.fail("unrecognized string delimiter follows (?C")
            }
        }
    }

    /// `(?i-s)` and `(?i-s:…)`.
    fn option_setting(&mut self, outside: Options) -> Parse<Option<(Node, bool)>> {
        let start = self.at;
        let mut options = self.options;
        let reset = self.take(b"^");
        if reset {
            options = options.without(
                Options::CASELESS
                    | Options::MULTILINE
                    | Options::DOTALL
                    | Options::EXTENDED
                    | Options::EXTENDED_MORE
                    | Options::NO_AUTO_CAPTURE,
            );
        }
        let mut set = true;
        loop {
            let Some(byte) = self.peek(0) else { return self.fail(UNCLOSED) };
            self.at += 1;
            let flag = match byte {
                b')' => {
                    self.options = options;
                    return Ok(None);
                }
                b':' => {
                    self.options = options;
                    let node = self.closed()?;
                    self.options = outside;
                    return Ok(Some((node, true)));
                }
                b'-' if !set || reset => return self.fail("invalid hyphen in option setting"),
                b'-' => {
                    set = false;
                    continue;
                }
                b'i' => Options::CASELESS,
                b'm' => Options::MULTILINE,
                b's' => Options::DOTALL,
                b'n' => Options::NO_AUTO_CAPTURE,
                b'x' if set && self.take(b"x") => Options::EXTENDED | Options::EXTENDED_MORE,
                b'x' if !set => Options::EXTENDED | Options::EXTENDED_MORE,
                b'x' => Options::EXTENDED,
                b'J' => Options::DUPNAMES,
                b'U' => Options::UNGREEDY,
                _ => {
                    self.at = self.at.max(start + 1);
                    return self.fail("unrecognized character after (? or (?-");
                }
            };
            options = if set { options.with(flag) } else { options.without(flag) };
        }
    }

    fn conditional(&mut self) -> Parse<Node> {
        let start = self.at;
        self.at += 1;
        let defines = self.rest().starts_with(b"DEFINE)");
        let condition = self.condition(start)?;
        let then = self.branch()?;
        let otherwise = if self.take(b"|") {
            if defines {
                return self.fail_at("DEFINE subpattern contains more than one branch", start + 1);
            }
            self.branch()?
        } else {
            Node::Empty
        };
        if self.peek(0) == Some(b'|') {
            return self
                .fail_at("conditional subpattern contains more than two branches", start.saturating_sub(2));
        }
        if !self.take(b")") {
            return self.fail(UNCLOSED);
        }
        Ok(Node::Conditional(Box::new(Conditional { condition, then, otherwise })))
    }

    /// What stands in the parentheses behind `(?`; the second of them is taken.
    fn condition(&mut self, start: usize) -> Parse<Condition> {
        if matches!(self.peek(0), Some(b'?' | b'*')) {
            return self.look_condition(start);
        }
        if self.take(b"VERSION") {
            return self.version();
        }
        let sign = self.peek(0).filter(|byte| matches!(byte, b'-' | b'+'));
        if self.peek(usize::from(sign.is_some())).is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += usize::from(sign.is_some());
            let number = self.number();
            let position = self.at;
            if number == 0 {
                return self.fail(super::NO_SUCH_GROUP);
            }
            let number = self.relative(sign, number, position)?;
            self.end_of_condition()?;
            let reference = self.reference(Reference::Number(number, start));
            return Ok(Condition::Captured(reference));
        }
        if self.take(b"R&") {
            let reference = self.named_reference(b')')?;
            return Ok(Condition::Called(Some(reference)));
        }
        let digits = self.rest().iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
        if self.peek(0) == Some(b'R') && self.peek(1 + digits) == Some(b')') {
            let named = self.rest()[..1 + digits].to_vec();
            if !self.names.iter().any(|(name, _)| *name == named) {
                let position = self.at;
                self.at += 1;
                let number = self.number();
                self.at += 1;
                let reference = (digits > 0).then(|| self.reference(Reference::Number(number, position)));
                return Ok(Condition::Called(reference));
            }
        }
        if self.take(b"DEFINE)") {
            return Ok(Condition::Never);
        }
        for (opening, closing) in [(b'<', b'>'), (b'\'', b'\'')] {
            if self.take(&[opening]) {
                let reference = self.named_reference(closing)?;
                self.end_of_condition()?;
                return Ok(Condition::Captured(reference));
            }
        }
        Ok(Condition::Captured(self.named_reference(b')')?))
    }

    fn end_of_condition(&mut self) -> Parse<()> {
        if self.take(b")") { Ok(()) } else { self.fail("missing closing parenthesis for condition") }
    }

    fn look_condition(&mut self, start: usize) -> Parse<Condition> {
        self.at = start;
        let looks = [&b"(?="[..], b"(?!", b"(?<=", b"(?<!", b"(*pla:", b"(*nla:", b"(*plb:", b"(*nlb:"]
            .iter()
            .chain(&[
                &b"(*positive_lookahead:"[..],
                b"(*negative_lookahead:",
                b"(*positive_lookbehind:",
                b"(*negative_lookbehind:",
            ])
            .any(|text| self.rest().starts_with(text));
        if !looks {
            self.at += 1;
            return self.fail("atomic assertion expected after (?( or (?(?C)");
        }
        match self.group()? {
            Some((node @ Node::Look { .. }, _)) => Ok(Condition::Look(node)),
            _ => self.fail("atomic assertion expected after (?( or (?(?C)"),
        }
    }

    /// `VERSION=n.m` or `VERSION>=n.m`: we are 10.47.
    fn version(&mut self) -> Parse<Condition> {
        const MALFORMED: &str = "syntax error or number too big in (?(VERSION condition";
        let at_least = self.take(b">");
        if !self.take(b"=") || !self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
            return self.fail(MALFORMED);
        }
        let major = self.number();
        let mut minor = 0;
        if self.take(b".") {
            let start = self.at;
            minor = self.number();
            if self.at - start == 1 {
                minor *= 10;
            }
        }
        self.end_of_condition()?;
        let holds = if at_least { (10, 47) >= (major, minor) } else { (10, 47) == (major, minor) };
        Ok(if holds { Condition::Always } else { Condition::Never })
    }
}
