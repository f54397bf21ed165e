//! `erlang`: asking for a process, which a message answers.
//!
//! Invariant: what is wrong with the request itself is an error; what is wrong with its options, and a node out of
//! reach, is an answer, where the options do not say that nobody wants one.

use alloc::vec::Vec;

use crate::atom::names;
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::{Kind, Term};

use super::spawn::{Call, Options, spawn_with};

bifs! {"erlang";
    /// Asks for a process that calls a fun; the reference that the answer has.
    plain "spawn_request"/1 => request_fun;
    /// Asks for a process that calls a fun, at a node or as options say.
    plain "spawn_request"/2 => request_fun_with;
    /// Asks for a process that calls a function, or a fun at a node as options say.
    plain "spawn_request"/3 => request_function;
    /// Asks for a process that calls a function, at a node or as options say.
    plain "spawn_request"/4 => request_function_with;
    /// Asks for a process that calls a function at a node as options say.
    plain "spawn_request"/5 => request_function_at;
    /// Wants no answer any more: `false`, as every request is answered at once.
    plain "spawn_request_abandon"/1 => abandon;
}

/// Which answers are wanted, and what they begin with.
struct Reply<'h> {
    tag: Term<'h>,
    success: bool,
    error: bool,
}

impl<'h> Reply<'h> {
    /// Takes the options of the answer out of a list; the others, and whether these were good.
    fn parse(context: Context<'h>, options: Term<'h>) -> Result<(Self, Term<'h>, bool), Fault<'h>> {
        let mut reply = Reply { tag: Term::atom(names::spawn_reply), success: true, error: true };
        let (mut others, mut good) = (Vec::new(), true);
        for option in argument::list(options)? {
            match option.as_tuple() {
                Some([key, tag]) if key.is(names::reply_tag) => reply.tag = *tag,
                Some([key, which]) if key.is(names::reply) => {
                    (reply.success, reply.error) = match which.as_atom() {
                        Some(names::yes) => (true, true),
                        Some(names::no) => (false, false),
                        Some(names::success_only) => (true, false),
                        Some(names::error_only) => (false, true),
                        _ => {
                            good = false;
                            (reply.success, reply.error)
                        }
                    };
                }
                _ => others.push(option),
            }
        }
        Ok((reply, context.arena.list(&others)?, good))
    }

    fn send(
        &self,
        context: Context<'h>,
        reference: Term<'h>,
        result: Term<'h>,
        what: Term<'h>,
    ) -> Native<'h> {
        let wanted = if result.is(names::ok) { self.success } else { self.error };
        if wanted {
            let answer = context.arena.tuple(&[self.tag, reference, result, what])?;
            context.system.send(context.process.pid, answer);
        }
        Ok(reference)
    }
}

fn request<'h>(context: Context<'h>, node: Term<'h>, call: &Call<'h>, options: Term<'h>) -> Native<'h> {
    let node = argument::atom(node)?;
    let (reply, options, good) = Reply::parse(context, options)?;
    let refused = |reason| {
        let reference = context.arena.reference(context.system.make_reference())?;
        reply.send(context, reference, Term::atom(names::error), Term::atom(reason))
    };
    if !good {
        return refused(names::badopt);
    }
    if node != names::nonode_nohost {
        return refused(names::noconnection);
    }
    let Ok(options) = Options::parse(options) else { return refused(names::badopt) };
    let spawned = spawn_with(context, call, &options)?;
    let (pid, reference) = match spawned.as_tuple() {
        Some([pid, reference]) => (*pid, *reference),
        _ => (spawned, context.arena.reference(context.system.make_reference())?),
    };
    reply.send(context, reference, Term::atom(names::ok), pid)
}

const HERE: Term<'static> = Term::atom(names::nonode_nohost);

/// A fun without arguments.
fn fun_call<'h>(fun: Term<'h>) -> Result<Call<'h>, Fault<'h>> {
    let arity = match fun.kind() {
        Kind::Closure(closure) => closure.lambda.arity,
        Kind::ExternalFun(export) => export.arity,
        _ => return Err(Fault::badarg()),
    };
    if arity == 0 { Call::fun(fun) } else { Err(Fault::badarg()) }
}

fn request_fun<'h>(context: Context<'h>, [fun]: [Term<'h>; 1]) -> Native<'h> {
    request(context, HERE, &fun_call(fun)?, Term::NIL)
}

fn request_fun_with<'h>(context: Context<'h>, [first, second]: [Term<'h>; 2]) -> Native<'h> {
    if first.is_fun() {
        return request(context, HERE, &fun_call(first)?, second);
    }
    request(context, first, &fun_call(second)?, Term::NIL)
}

fn request_function<'h>(context: Context<'h>, [first, second, third]: [Term<'h>; 3]) -> Native<'h> {
    if second.is_fun() {
        return request(context, first, &fun_call(second)?, third);
    }
    request(context, HERE, &Call::function(first, second, third)?, Term::NIL)
}

fn request_function_with<'h>(context: Context<'h>, arguments: [Term<'h>; 4]) -> Native<'h> {
    let [first, second, third, fourth] = arguments;
    if third.as_atom().is_some() {
        return request(context, first, &Call::function(second, third, fourth)?, Term::NIL);
    }
    request(context, HERE, &Call::function(first, second, third)?, fourth)
}

fn request_function_at<'h>(context: Context<'h>, arguments: [Term<'h>; 5]) -> Native<'h> {
    let [node, module, function, list, options] = arguments;
    request(context, node, &Call::function(module, function, list)?, options)
}

fn abandon<'h>(_: Context<'h>, [request]: [Term<'h>; 1]) -> Native<'h> {
    if request.is_reference() { Ok(Term::boolean(false)) } else { Err(Fault::badarg()) }
}
