//! `erlang`: other nodes, as a node that is not alive speaks of them.
//!
//! Deliberately absent: distribution. What carries it on OTP (`dist_ctrl_…`) says so: `notsup`.

use alloc::vec::Vec;

use crate::atom::{Atom, names};
use crate::bif::{Context, argument};
use crate::bifs;
use crate::process::{Fault, Native};
use crate::term::Term;

use super::identity::is_among;
use super::process_info::map;

bifs! {"erlang";
    /// Cuts the connection to a node: `ignored`, as there is none.
    plain "disconnect_node"/1 => disconnect;
    /// What is to be sent to a node: `notsup` where there is no distribution.
    plain "dist_ctrl_get_data"/1 => no_channel;
    /// Asks to be told of what is to be sent to a node: `notsup` where there is no distribution.
    plain "dist_ctrl_get_data_notification"/1 => no_channel;
    /// An option of a connection: `notsup` where there is no distribution.
    plain "dist_ctrl_get_opt"/2 => no_option;
    /// Sets who hears a connection: `notsup` where there is no distribution.
    plain "dist_ctrl_input_handler"/2 => no_option;
    /// What came from a node: `badarg`, as nothing is a connection.
    plain "dist_ctrl_put_data"/2 => no_connection;
    /// Sets an option of a connection: `notsup` where there is no distribution.
    plain "dist_ctrl_set_opt"/3 => no_setting;
    /// How much went over a connection: `badarg`, as nothing is one.
    plain "dist_get_stat"/1 => no_statistics;
    /// Says that a node cannot be reached, which is what becomes of watching one.
    plain "dmonitor_node"/3 => dmonitor;
    /// The cookie for a node: none.
    plain "get_cookie"/1 => cookie_of;
    /// Watches a node: of another than this one, the error `notalive`.
    plain "monitor_node"/2 => monitor;
    /// Watches a node: of another than this one, the error `notalive`.
    plain "monitor_node"/3 => monitor_with;
    /// The nodes of a kind, each with what the map asks for.
    plain "nodes"/2 => nodes_with;
    /// Sets the node's cookie: an error, as there is no distribution.
    plain "set_cookie"/1 => set_cookie;
    /// Sets the cookie for a node: an error, as there is no distribution.
    plain "set_cookie"/2 => set_cookie_of;
    /// Gives the node a name: `badarg`, as there is no distribution.
    plain "setnode"/2 => setnode;
    /// Makes a node known: `badarg`, as there is no distribution.
    plain "setnode"/3 => setnode_over;
}

fn named(context: Context<'_>, name: &str) -> Result<Atom, Fault<'static>> {
    context.system.atoms.intern(name).ok_or(Fault::system_limit())
}

fn unsupported<'h>(context: Context<'h>) -> Native<'h> {
    Err(Fault::error(named(context, "notsup")?))
}

fn disconnect<'h>(context: Context<'h>, _: [Term<'h>; 1]) -> Native<'h> {
    Ok(Term::atom(named(context, "ignored")?))
}

fn no_channel<'h>(context: Context<'h>, _: [Term<'h>; 1]) -> Native<'h> {
    unsupported(context)
}

fn no_option<'h>(context: Context<'h>, _: [Term<'h>; 2]) -> Native<'h> {
    unsupported(context)
}

fn no_setting<'h>(context: Context<'h>, _: [Term<'h>; 3]) -> Native<'h> {
    unsupported(context)
}

fn no_connection<'h>(_: Context<'h>, _: [Term<'h>; 2]) -> Native<'h> {
    Err(Fault::badarg())
}

fn no_statistics<'h>(_: Context<'h>, _: [Term<'h>; 1]) -> Native<'h> {
    Err(Fault::badarg())
}

fn dmonitor<'h>(context: Context<'h>, [node, _, _]: [Term<'h>; 3]) -> Native<'h> {
    let message = context.arena.tuple(&[Term::atom(names::nodedown), node])?;
    context.system.send(context.process.pid, message);
    Ok(Term::boolean(true))
}

fn cookie_of<'h>(context: Context<'h>, [node]: [Term<'h>; 1]) -> Native<'h> {
    argument::atom(node)?;
    Ok(Term::atom(named(context, "nocookie")?))
}

fn set_cookie<'h>(context: Context<'h>, [cookie]: [Term<'h>; 1]) -> Native<'h> {
    argument::atom(cookie)?;
    Err(Fault::error(named(context, "distribution_not_started")?))
}

fn set_cookie_of<'h>(context: Context<'h>, [node, cookie]: [Term<'h>; 2]) -> Native<'h> {
    argument::atom(node)?;
    set_cookie(context, [cookie])
}

fn setnode<'h>(_: Context<'h>, _: [Term<'h>; 2]) -> Native<'h> {
    Err(Fault::badarg())
}

fn setnode_over<'h>(_: Context<'h>, _: [Term<'h>; 3]) -> Native<'h> {
    Err(Fault::badarg())
}

fn monitor<'h>(context: Context<'h>, [node, on]: [Term<'h>; 2]) -> Native<'h> {
    monitor_with(context, [node, on, Term::NIL])
}

fn monitor_with<'h>(context: Context<'h>, [node, on, options]: [Term<'h>; 3]) -> Native<'h> {
    for option in argument::list(options)? {
        if !is(context, option, "allow_passive_connect") {
            return Err(Fault::badarg());
        }
    }
    match argument::atom(node)? {
        names::nonode_nohost => on.as_bool().map(|_| Term::boolean(true)).ok_or(Fault::badarg()),
        _ => Err(Fault::error(named(context, "notalive")?)),
    }
}

fn is(context: Context<'_>, term: Term<'_>, name: &str) -> bool {
    term.as_atom().is_some_and(|atom| context.system.atoms.name(atom) == name)
}

/// What `nodes/2` tells of this node when its map asks with the value `true`.
const TOLD: [(&str, &str); 2] = [("connection_id", "undefined"), ("node_type", "this")];

fn nodes_with<'h>(context: Context<'h>, [kinds, wanted]: [Term<'h>; 2]) -> Native<'h> {
    let wanted = wanted.as_map().ok_or(Fault::badarg())?;
    let among = is_among(context, kinds)?;
    let mut told: Vec<(Atom, Term<'h>)> = Vec::new();
    for (key, value) in wanted.keys.iter().zip(wanted.values) {
        let (_, answer) = TOLD.iter().find(|(name, _)| is(context, *key, name)).ok_or(Fault::badarg())?;
        if value.as_bool().ok_or(Fault::badarg())? {
            told.push((argument::atom(*key)?, Term::atom(named(context, answer)?)));
        }
    }
    if !among {
        return Ok(Term::NIL);
    }
    let node = Term::atom(names::nonode_nohost);
    Ok(context.arena.list(&[context.arena.tuple(&[node, map(context.arena, &mut told)?])?])?)
}
