//! A push button.
//!
//! Terminals `1` and `2`, each on both sides of the button (`1.l`, `1.r`); it joins them while it is pressed. Whether that
//! means low or high is a matter of what it is wired to. Attribute `bounce`: `1` makes its contact bounce, by the seed;
//! without it the contact is clean. Controls: tap, hold, toggle; reading `pressed`.

use super::{AttributeError, Attributes, Colour, Control, Device, Effect, Face, Kind, NoControl, Site};
use crate::net::Passage;

/// The button.
pub const BUTTON: Kind = Kind {
    names: &["wokwi-pushbutton", "wokwi-pushbutton-6mm"],
    terminals: &[&["1.l", "1.r"], &["2.l", "2.r"]],
    links: &[(0, 1, Passage::Wire)],
    rails: &[],
    rows: None,
    attributes: &["bounce", "key", "color", "label", "xray"],
    place: Some(place),
};

/// A bouncing contact changes this often after the first touch: an even number, so that it ends where it began.
const BOUNCES: std::ops::Range<u64> = 1..5;
/// Time between two changes of a bouncing contact, in nanoseconds.
const BOUNCE_NS: std::ops::Range<u64> = 50_000..800_000;

/// Tokens below this are of bounces, the others count taps.
const FIRST_TAP: u64 = 1;
const BOUNCE: u64 = 0;

#[derive(Debug)]
struct Button {
    bounces: bool,
    pressed: bool,
    /// What the contact is, which differs from `pressed` while it bounces.
    contact: bool,
    /// Changes of the contact still to come.
    changes_left: u64,
    /// Whether a bounce is already asked for.
    bouncing: bool,
    /// The token of the last tap: an older one does not release.
    tap: u64,
}

fn place(attributes: &Attributes) -> Result<Box<dyn Device>, AttributeError> {
    let bounces =
        attributes.choice("bounce", &[("0", false), ("1", true), ("false", false), ("true", true)])?;
    let tap = FIRST_TAP;
    Ok(Box::new(Button { bounces, pressed: false, contact: false, changes_left: 0, bouncing: false, tap }))
}

impl Button {
    fn press(&mut self, pressed: bool, site: &mut Site<'_>) {
        self.tap += 1;
        if pressed == self.pressed {
            return;
        }
        self.pressed = pressed;
        self.touch(pressed, site);
        if self.bounces {
            self.changes_left = 2 * site.entropy.between(BOUNCES.start, BOUNCES.end);
            self.ask_for_bounce(site);
        }
    }

    fn touch(&mut self, contact: bool, site: &mut Site<'_>) {
        self.contact = contact;
        site.effects.push(Effect::Switch(0, contact));
    }

    fn ask_for_bounce(&mut self, site: &mut Site<'_>) {
        if !self.bouncing {
            let after_ns = site.entropy.between(BOUNCE_NS.start, BOUNCE_NS.end);
            site.effects.push(Effect::WakeAt(site.now_ns + after_ns, BOUNCE));
            self.bouncing = true;
        }
    }

    fn bounce(&mut self, site: &mut Site<'_>) {
        self.bouncing = false;
        self.changes_left = self.changes_left.saturating_sub(1);
        if self.changes_left == 0 {
            self.touch(self.pressed, site);
        } else {
            self.touch(!self.contact, site);
            self.ask_for_bounce(site);
        }
    }
}

impl Device for Button {
    fn sense(&mut self, _site: &mut Site<'_>) {}

    fn wake(&mut self, token: u64, site: &mut Site<'_>) {
        if token == BOUNCE {
            self.bounce(site);
        } else if token == self.tap {
            self.press(false, site);
        }
    }

    fn control(&mut self, control: Control, site: &mut Site<'_>) -> Result<(), NoControl> {
        match control {
            Control::Hold(pressed) => self.press(pressed, site),
            Control::Toggle => self.press(!self.pressed, site),
            Control::Tap(length_ns) => {
                self.press(true, site);
                site.effects.push(Effect::WakeAt(site.now_ns + length_ns, self.tap));
            }
        }
        Ok(())
    }

    fn readings(&self) -> Vec<(&'static str, bool)> {
        vec![("pressed", self.pressed)]
    }

    fn face(&self) -> Face {
        let (symbol, state) = if self.pressed { ("[▣]", "pressed") } else { ("[ ]", "released") };
        Face { symbol, state, colour: Colour::Plain, active: self.pressed, pressable: true }
    }
}
