//! Module `gpio`: AtomVM's pins.
//!
//! Functions that take the port answer `ok` or `{error, Reason}`; those that take a pin alone raise `badarg`, as
//! they do for a pin the chip does not have, one that cannot do what is asked, and on a platform without pins.
//! Deliberately absent: holding levels through deep sleep, and waking from it.

use alloc::vec::Vec;

use super::Context;
use crate::atom::names;
use crate::bifs;
use crate::platform::gpio::Trigger;
use crate::platform::{Pin, PinError};
use crate::port::gpio as port;
use crate::process::{Fault, Native};
use crate::term::Term;

bifs! {"gpio";
    /// Tells the calling process of a pin's interrupts; opens the port if it is not.
    exclusive plain "attach_interrupt"/2 => attach_interrupt;
    /// Closes the port and ends all interrupts.
    exclusive plain "close"/1 => close;
    /// Gives a pin back.
    exclusive plain "deinit"/1 => deinit;
    /// Ends a pin's interrupts.
    exclusive plain "detach_interrupt"/1 => detach_interrupt;
    /// Whether a pin is high or low.
    exclusive plain "digital_read"/1 => digital_read;
    /// Drives a pin high or low.
    exclusive plain "digital_write"/2 => digital_write;
    /// Makes a pin ready to be used.
    exclusive plain "init"/1 => init;
    /// Opens the port and registers it as gpio.
    exclusive plain "open"/0 => open;
    /// Whether a pin is high or low.
    exclusive plain "read"/2 => read;
    /// Ends a pin's interrupts.
    exclusive plain "remove_int"/2 => remove_int;
    /// Sets whether a pin is read or driven.
    exclusive plain "set_direction"/3 => set_direction;
    /// Tells the calling process of a pin's interrupts.
    exclusive plain "set_int"/3 => set_int;
    /// Tells a process of a pin's interrupts.
    exclusive plain "set_int"/4 => set_int_for;
    /// Drives a pin high or low.
    exclusive plain "set_level"/3 => set_level;
    /// Sets what a pin does.
    exclusive plain "set_pin_mode"/2 => set_pin_mode;
    /// Sets what holds a pin that nobody drives.
    exclusive plain "set_pin_pull"/2 => set_pin_pull;
    /// The port, opened if it is not.
    exclusive plain "start"/0 => start;
    /// Closes the port, if it is open.
    exclusive plain "stop"/0 => stop;
}

const OK: Term<'static> = Term::atom(names::ok);

/// One pin, or those of `{Bank, Numbers}`.
fn pins<'h>(context: Context<'h>, term: Term<'h>) -> Result<Vec<Pin>, Fault<'h>> {
    if let Some([bank, numbers]) = term.as_tuple()
        && numbers.as_cons().is_some()
        && numbers.list_length().is_some()
    {
        return numbers.list().map(|number| pin(context, context.arena.tuple(&[*bank, number])?)).collect();
    }
    Ok(alloc::vec![pin(context, term)?])
}

fn pin<'h>(context: Context<'h>, term: Term<'h>) -> Result<Pin, Fault<'h>> {
    port::pin(context.system, term).ok_or(Fault::badarg())
}

/// `ok`, or an exception.
fn done<'h, T>(result: Result<T, PinError>) -> Native<'h> {
    result.map(|_| OK).map_err(|_| Fault::badarg())
}

/// `ok`, or `{error, Reason}`.
fn told<'h, T>(context: Context<'h>, result: Result<T, PinError>) -> Native<'h> {
    match result {
        Ok(_) => Ok(OK),
        Err(error) => refused(context, error),
    }
}

fn refused<'h>(context: Context<'h>, error: PinError) -> Native<'h> {
    Ok(context.arena.tuple(&[Term::atom(names::error), Term::atom(port::reason(error))])?)
}

fn level_term(high: bool) -> Term<'static> {
    Term::atom(if high { names::high } else { names::low })
}

/// The open port that a term is.
fn opened<'h>(context: Context<'h>, term: Term<'h>) -> Result<u32, Fault<'h>> {
    let number = match term.as_atom() {
        Some(name) => context.system.ports.borrow().named(name),
        None => term.as_port(),
    };
    number.filter(|number| port::is_open(context.system, *number)).ok_or(Fault::badarg())
}

fn init<'h>(context: Context<'h>, [pin]: [Term<'h>; 1]) -> Native<'h> {
    let pins = pins(context, pin)?;
    done(port::with(context.system, |gpio| pins.iter().try_for_each(|pin| gpio.init(*pin))))
}

fn deinit<'h>(context: Context<'h>, [pin]: [Term<'h>; 1]) -> Native<'h> {
    let pins = pins(context, pin)?;
    done(port::with(context.system, |gpio| pins.iter().try_for_each(|pin| gpio.deinit(*pin))))
}

fn set_pin_mode<'h>(context: Context<'h>, [pin, mode]: [Term<'h>; 2]) -> Native<'h> {
    let mode = port::mode(context.system, mode).ok_or(Fault::badarg())?;
    let pins = pins(context, pin)?;
    done(pins.iter().try_for_each(|pin| port::set_mode(context.system, *pin, mode)))
}

fn set_pin_pull<'h>(context: Context<'h>, [pin, pull]: [Term<'h>; 2]) -> Native<'h> {
    let pull = port::pull(context.system, pull).ok_or(Fault::badarg())?;
    let pins = pins(context, pin)?;
    done(port::with(context.system, |gpio| pins.iter().try_for_each(|pin| gpio.set_pull(*pin, pull))))
}

fn digital_read<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    let pin = pin(context, term)?;
    port::with(context.system, |gpio| gpio.read(pin)).map(level_term).map_err(|_| Fault::badarg())
}

fn digital_write<'h>(context: Context<'h>, [pin, level]: [Term<'h>; 2]) -> Native<'h> {
    let high = port::level(level).ok_or(Fault::badarg())?;
    let pins = pins(context, pin)?;
    done(port::with(context.system, |gpio| pins.iter().try_for_each(|pin| gpio.write(*pin, high))))
}

fn open<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    port::open(context.system, context.process.pid).map(Term::port).ok_or(Fault::badarg())
}

fn start<'h>(context: Context<'h>, none: [Term<'h>; 0]) -> Native<'h> {
    port::opened(context.system).map_or_else(|| open(context, none), |number| Ok(Term::port(number)))
}

fn close<'h>(context: Context<'h>, [gpio]: [Term<'h>; 1]) -> Native<'h> {
    port::close(context.system, opened(context, gpio)?);
    Ok(OK)
}

fn stop<'h>(context: Context<'h>, _: [Term<'h>; 0]) -> Native<'h> {
    if let Some(number) = port::opened(context.system) {
        port::close(context.system, number);
    }
    Ok(OK)
}

fn read<'h>(context: Context<'h>, [gpio, term]: [Term<'h>; 2]) -> Native<'h> {
    opened(context, gpio)?;
    let pin = pin(context, term)?;
    match port::with(context.system, |gpio| gpio.read(pin)) {
        Ok(high) => Ok(level_term(high)),
        Err(error) => refused(context, error),
    }
}

fn set_level<'h>(context: Context<'h>, [gpio, term, level]: [Term<'h>; 3]) -> Native<'h> {
    opened(context, gpio)?;
    let high = port::level(level).ok_or(Fault::badarg())?;
    let pin = pin(context, term)?;
    told(context, port::with(context.system, |gpio| gpio.write(pin, high)))
}

fn set_direction<'h>(context: Context<'h>, [gpio, term, direction]: [Term<'h>; 3]) -> Native<'h> {
    opened(context, gpio)?;
    let mode = port::mode(context.system, direction).ok_or(Fault::badarg())?;
    told(context, port::set_mode(context.system, pin(context, term)?, mode))
}

fn set_int<'h>(context: Context<'h>, [gpio, pin, trigger]: [Term<'h>; 3]) -> Native<'h> {
    set_int_for(context, [gpio, pin, trigger, Term::pid(context.process.pid)])
}

fn set_int_for<'h>(context: Context<'h>, [gpio, term, trigger, listener]: [Term<'h>; 4]) -> Native<'h> {
    opened(context, gpio)?;
    let trigger = port::trigger(context.system, trigger).ok_or(Fault::badarg())?;
    let named = || listener.as_atom().and_then(|name| context.system.whereis(name));
    let listener = listener.as_pid().or_else(named).ok_or(Fault::badarg())?;
    told(context, port::listen(context.system, pin(context, term)?, trigger, listener))
}

fn remove_int<'h>(context: Context<'h>, [gpio, term]: [Term<'h>; 2]) -> Native<'h> {
    opened(context, gpio)?;
    told(context, port::listen(context.system, pin(context, term)?, Trigger::None, context.process.pid))
}

fn attach_interrupt<'h>(context: Context<'h>, [pin, trigger]: [Term<'h>; 2]) -> Native<'h> {
    let gpio = start(context, [])?;
    set_int(context, [gpio, pin, trigger])
}

fn detach_interrupt<'h>(context: Context<'h>, [term]: [Term<'h>; 1]) -> Native<'h> {
    let pin = pin(context, term)?;
    told(context, port::listen(context.system, pin, Trigger::None, context.process.pid))
}
