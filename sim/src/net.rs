//! Wires: what is joined to what, who drives it, and the level that comes of it.
//!
//! A net is everything joined by wire. Links join nets: a switch, when closed, passes everything on; a resistor passes
//! everything on weakened. The strongest signal wins; where equals disagree, the level is low, and two strong
//! ones that disagree are a short circuit. A net nobody drives is low, so that a run repeats exactly.
//!
//! Invariants: after every call each net has the level its drivers give it; the two rails never change.
//! Deliberately absent: volts and amperes, and time: a change is everywhere at once.

/// Index of a net.
pub type NetId = usize;
/// Index of something that drives a net.
pub type DriverId = usize;
/// Index of a link between two nets.
pub type LinkId = usize;

/// The net of ground.
pub const GROUND: NetId = 0;
/// The net of supply.
pub const SUPPLY: NetId = 1;

/// How hard a signal is to overcome.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// Nobody drives.
    Floating,
    /// A chip's own pull resistor.
    Pull,
    /// Whatever comes through a resistor.
    Resistor,
    /// An output.
    Strong,
    /// Ground or supply itself.
    Rail,
}

/// What drives, or comes to, a net.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Signal {
    /// How strong it is.
    pub strength: Strength,
    /// Something of that strength drives it low.
    pub low: bool,
    /// Something of that strength drives it high.
    pub high: bool,
}

impl Signal {
    /// Nothing.
    pub const FLOATING: Signal = Signal { strength: Strength::Floating, low: false, high: false };

    /// A level of some strength.
    pub const fn new(strength: Strength, high: bool) -> Self {
        Signal { strength, low: !high, high }
    }

    /// Whether it is read as high.
    pub fn is_high(self) -> bool {
        self.high && !self.low
    }

    /// Whether two strong drivers disagree.
    pub fn is_short(self) -> bool {
        self.high && self.low && self.strength >= Strength::Strong
    }

    /// Both at once: the stronger, or of equals both.
    fn join(self, other: Signal) -> Signal {
        if self.strength == other.strength {
            return Signal { low: self.low || other.low, high: self.high || other.high, ..self };
        }
        if self.strength > other.strength { self } else { other }
    }

    fn through(self, passage: Passage) -> Signal {
        match passage {
            Passage::Wire => self,
            Passage::Resistor => Signal { strength: self.strength.min(Strength::Resistor), ..self },
        }
    }
}

/// What a link does to what passes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Passage {
    /// Nothing: a switch.
    Wire,
    /// It weakens.
    Resistor,
}

#[derive(Debug)]
struct Link {
    ends: [NetId; 2],
    passage: Passage,
    closed: bool,
}

#[derive(Debug)]
struct Driver {
    net: NetId,
    signal: Signal,
}

#[derive(Debug)]
struct Net {
    drivers: Vec<DriverId>,
    links: Vec<LinkId>,
    signal: Signal,
}

/// All nets.
#[derive(Debug)]
pub struct Nets {
    nets: Vec<Net>,
    drivers: Vec<Driver>,
    links: Vec<Link>,
}

impl Default for Nets {
    fn default() -> Self {
        Self::new()
    }
}

impl Nets {
    /// The two rails, and nothing else.
    pub fn new() -> Self {
        let rail = |high| Net { drivers: vec![], links: vec![], signal: Signal::new(Strength::Rail, high) };
        Nets { nets: vec![rail(false), rail(true)], drivers: vec![], links: vec![] }
    }

    /// A new net, driven by nobody.
    pub fn add_net(&mut self) -> NetId {
        self.nets.push(Net { drivers: vec![], links: vec![], signal: Signal::FLOATING });
        self.nets.len() - 1
    }

    /// A new driver on a net, silent at first.
    pub fn add_driver(&mut self, net: NetId) -> DriverId {
        self.drivers.push(Driver { net, signal: Signal::FLOATING });
        self.nets[net].drivers.push(self.drivers.len() - 1);
        self.drivers.len() - 1
    }

    /// A new link; a switch is open at first.
    pub fn add_link(&mut self, ends: [NetId; 2], passage: Passage) -> LinkId {
        let closed = passage == Passage::Resistor;
        self.links.push(Link { ends, passage, closed });
        let id = self.links.len() - 1;
        for end in ends {
            self.nets[end].links.push(id);
        }
        self.resolve(&ends);
        id
    }

    /// How many nets there are.
    pub fn count(&self) -> usize {
        self.nets.len()
    }

    /// What came to a net.
    pub fn signal(&self, net: NetId) -> Signal {
        self.nets[net].signal
    }

    /// What a driver drives.
    pub fn driven(&self, driver: DriverId) -> Signal {
        self.drivers[driver].signal
    }

    /// The nets a resistor joins to this one.
    pub fn behind_resistors(&self, net: NetId) -> impl Iterator<Item = NetId> {
        let links = self.nets[net].links.iter().map(|link| &self.links[*link]);
        links.filter(|link| link.passage == Passage::Resistor).map(move |link| link.other(net))
    }

    /// A driver changes what it drives; the nets whose signal changed.
    pub fn drive(&mut self, driver: DriverId, signal: Signal) -> Vec<NetId> {
        if self.drivers[driver].signal == signal {
            return vec![];
        }
        self.drivers[driver].signal = signal;
        self.resolve(&[self.drivers[driver].net])
    }

    /// A switch is closed or opened; the nets whose signal changed.
    pub fn switch(&mut self, link: LinkId, closed: bool) -> Vec<NetId> {
        if self.links[link].closed == closed {
            return vec![];
        }
        self.links[link].closed = closed;
        self.resolve(&self.links[link].ends.clone())
    }

    /// Works out the signals of these nets and all they are linked to.
    fn resolve(&mut self, from: &[NetId]) -> Vec<NetId> {
        let reached = self.reach(from);
        let mut signals: Vec<Signal> = reached.iter().map(|net| self.own_signal(*net)).collect();
        // The strongest are settled first: what is settled is never overcome by what comes later.
        for strength in [Strength::Rail, Strength::Strong, Strength::Resistor, Strength::Pull] {
            while self.spread(strength, &reached, &mut signals) {}
        }
        let mut changed = vec![];
        for (net, signal) in reached.into_iter().zip(signals) {
            if !is_rail(net) && self.nets[net].signal != signal {
                self.nets[net].signal = signal;
                changed.push(net);
            }
        }
        changed
    }

    /// The nets that closed links lead to; rails are reached, but nothing is reached through them.
    fn reach(&self, from: &[NetId]) -> Vec<NetId> {
        let mut reached = from.to_vec();
        let mut next = 0;
        while let Some(&net) = reached.get(next) {
            next += 1;
            if is_rail(net) {
                continue;
            }
            for link in self.nets[net].links.iter().map(|link| &self.links[*link]) {
                let other = link.other(net);
                if link.closed && !reached.contains(&other) {
                    reached.push(other);
                }
            }
        }
        reached
    }

    fn own_signal(&self, net: NetId) -> Signal {
        if is_rail(net) {
            return self.nets[net].signal;
        }
        let signals = self.nets[net].drivers.iter().map(|driver| self.drivers[*driver].signal);
        signals.fold(Signal::FLOATING, Signal::join)
    }

    /// Passes signals of one strength over every link once; whether any net changed by it.
    fn spread(&self, strength: Strength, reached: &[NetId], signals: &mut [Signal]) -> bool {
        let mut changed = false;
        for (from, &net) in reached.iter().enumerate() {
            if signals[from].strength != strength {
                continue;
            }
            for link in self.nets[net].links.iter().map(|link| &self.links[*link]).filter(|link| link.closed)
            {
                let other = link.other(net);
                let Some(to) = reached.iter().position(|net| *net == other) else { continue };
                let joined = signals[to].meet(signals[from].through(link.passage));
                if !is_rail(other) && joined != signals[to] {
                    signals[to] = joined;
                    changed = true;
                }
            }
        }
        changed
    }
}

impl Signal {
    /// Like [`Signal::join`], but a rail that meets an output of the other level is a short circuit, not a victory.
    fn meet(self, other: Signal) -> Signal {
        let joined = self.join(other);
        let strong = self.strength.min(other.strength) >= Strength::Strong;
        if strong {
            Signal { low: self.low || other.low, high: self.high || other.high, ..joined }
        } else {
            joined
        }
    }
}

impl Link {
    fn other(&self, net: NetId) -> NetId {
        if self.ends[0] == net { self.ends[1] } else { self.ends[0] }
    }
}

fn is_rail(net: NetId) -> bool {
    net == GROUND || net == SUPPLY
}

#[cfg(test)]
mod tests {
    use super::*;

    const HIGH: Signal = Signal::new(Strength::Strong, true);
    const LOW: Signal = Signal::new(Strength::Strong, false);
    const PULL_UP: Signal = Signal::new(Strength::Pull, true);

    #[test]
    fn the_strongest_driver_wins() {
        let mut nets = Nets::new();
        let net = nets.add_net();
        let [one, two] = [nets.add_driver(net), nets.add_driver(net)];
        assert!(!nets.signal(net).is_high());
        assert_eq!(nets.drive(one, PULL_UP), [net]);
        assert!(nets.signal(net).is_high());
        nets.drive(two, LOW);
        assert!(!nets.signal(net).is_high());
        assert!(!nets.signal(net).is_short());
        nets.drive(one, HIGH);
        assert!(!nets.signal(net).is_high());
        assert!(nets.signal(net).is_short());
        assert_eq!(nets.drive(one, HIGH), [] as [NetId; 0]);
    }

    #[test]
    fn a_switch_to_ground_overcomes_a_pull_and_shorts_an_output() {
        let mut nets = Nets::new();
        let net = nets.add_net();
        let driver = nets.add_driver(net);
        let switch = nets.add_link([net, GROUND], Passage::Wire);
        nets.drive(driver, PULL_UP);
        assert_eq!(nets.switch(switch, true), [net]);
        assert!(!nets.signal(net).is_high());
        nets.drive(driver, HIGH);
        assert!(nets.signal(net).is_short());
        nets.switch(switch, false);
        assert_eq!(nets.signal(net), HIGH);
        assert_eq!(nets.signal(GROUND), Signal::new(Strength::Rail, false));
    }

    #[test]
    fn a_resistor_weakens() {
        let mut nets = Nets::new();
        let [pin, led] = [nets.add_net(), nets.add_net()];
        let driver = nets.add_driver(pin);
        nets.add_link([pin, led], Passage::Resistor);
        nets.drive(driver, HIGH);
        assert_eq!(nets.signal(led), Signal::new(Strength::Resistor, true));
        nets.drive(driver, Signal::FLOATING);
        assert_eq!(nets.signal(led), Signal::FLOATING);
    }

    #[test]
    fn a_resistor_to_supply_is_a_pull_an_output_overcomes() {
        let mut nets = Nets::new();
        let net = nets.add_net();
        let driver = nets.add_driver(net);
        nets.add_link([net, SUPPLY], Passage::Resistor);
        assert!(nets.signal(net).is_high());
        nets.drive(driver, LOW);
        assert_eq!(nets.signal(net), LOW);
        nets.drive(driver, Signal::new(Strength::Pull, false));
        assert!(nets.signal(net).is_high());
    }

    #[test]
    fn nothing_passes_through_a_rail() {
        let mut nets = Nets::new();
        let [one, two] = [nets.add_net(), nets.add_net()];
        let driver = nets.add_driver(one);
        for net in [one, two] {
            let link = nets.add_link([net, GROUND], Passage::Wire);
            nets.switch(link, true);
        }
        assert_eq!(nets.drive(driver, HIGH), [one]);
        assert!(!nets.signal(two).is_short());
    }
}
