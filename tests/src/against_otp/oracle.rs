//! A node of OTP that compiles modules, runs them, and says what came of it.
//!
//! Invariant: what is sent and read is framed by four bytes of length, so the node may run under any prefix of a command
//! (`chroot …`) and needs no shared folder.

use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Compiles the node's own module out of its source, which it finds among the arguments.
const BOOT: &str = "[T] = init:get_plain_arguments(),
F = fun F(S) -> case erl_scan:tokens([], S, 1) of
    {done, {ok, K, _}, R} -> {ok, O} = erl_parse:parse_form(K), [O | F(R)]; _ -> [] end end,
{ok, oracle, B} = compile:forms(F(T)), {module, oracle} = code:load_binary(oracle, \"\", B), oracle:start().";

/// One scheduler, which does not wait busily; heaps that hold what the compiler makes of a function, so that they need
/// not grow; and no process that takes all memory.
const FLAGS: &str =
    "+S 1:1 +SDio 1 +sbwt none +sbwtdcpu none +sbwtdio none +hms 100000 +hmax 40000000 +hmaxel false";

/// A running node.
pub struct Oracle {
    command: Vec<String>,
    child: Child,
    requests: ChildStdin,
    answers: ChildStdout,
    trial: Vec<u8>,
    release: u32,
}

/// What a module came to on OTP.
pub struct Answer {
    /// Its compiled code.
    pub beam: Vec<u8>,
    /// A line a call.
    pub lines: String,
}

impl Oracle {
    /// Starts a node; `command` begins with what comes before `erl`, if anything does. `None` where there is no `erl`.
    pub fn start(command: &[String]) -> Option<Oracle> {
        let mut words = command.iter().map(String::as_str).chain(["erl"]);
        let mut node = Command::new(words.next()?)
            .args(words)
            .args(FLAGS.split(' '))
            .args(["-noshell", "-noinput", "-eval", BOOT, "-extra", include_str!("oracle.erl")])
            .env("ERL_CRASH_DUMP", "/dev/null")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (requests, answers) = (node.stdin.take()?, node.stdout.take()?);
        let command = command.to_vec();
        let (trial, release) = (Vec::new(), 0);
        let mut oracle = Oracle { command, child: node, requests, answers, trial, release };
        oracle.trial = oracle.ask("load []", include_str!("trial.erl")).ok()?.beam;
        oracle.release = String::from_utf8(oracle.exchange("release\n").ok()?).ok()?.parse().ok()?;
        Some(oracle)
    }

    /// The compiled code of the module that calls what is tried.
    pub fn trial(&self) -> &[u8] {
        &self.trial
    }

    /// The release of OTP that it is.
    pub fn release(&self) -> u32 {
        self.release
    }

    /// Compiles a module with options, an Erlang list, and runs it.
    ///
    /// # Errors
    /// It does not compile, takes too long or too much, or ends the node, in whose place there is another then.
    pub fn ask(&mut self, options: &str, source: &str) -> Result<Answer, String> {
        let answer = match self.exchange(&format!("{options}\n{source}")) {
            Ok(answer) => answer,
            Err(error) => {
                *self = Oracle::start(&self.command).ok_or("the node does not start again")?;
                return Err(format!("the node ended: {error}"));
            }
        };
        match answer.split_first() {
            Some((b'O', rest)) if rest.len() >= 4 => {
                let (length, rest) = rest.split_at(4);
                let length = u32::from_be_bytes(length.try_into().expect("four bytes")) as usize;
                let (beam, lines) = rest.split_at(length);
                Ok(Answer { beam: beam.to_vec(), lines: String::from_utf8_lossy(lines).into_owned() })
            }
            Some((_, message)) => Err(String::from_utf8_lossy(message).into_owned()),
            None => Err("an empty answer".to_owned()),
        }
    }

    /// A term as text, from the digits of its external form.
    pub fn show(&mut self, digits: &str) -> String {
        match self.exchange(&format!("show\n{digits}")) {
            Ok(answer) => String::from_utf8_lossy(&answer).into_owned(),
            Err(error) => error.to_string(),
        }
    }

    fn exchange(&mut self, request: &str) -> io::Result<Vec<u8>> {
        self.requests.write_all(&(request.len() as u32).to_be_bytes())?;
        self.requests.write_all(request.as_bytes())?;
        self.requests.flush()?;
        let mut length = [0; 4];
        self.answers.read_exact(&mut length)?;
        let mut answer = vec![0; u32::from_be_bytes(length) as usize];
        self.answers.read_exact(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
