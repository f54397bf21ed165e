//! The world around the chip: pins, nets, parts, time, and what is to happen.
//!
//! The machine acts on it through [`platform`](crate::platform), people through [`World::control`].
//!
//! Invariants: after every call all nets and parts have settled; the same calls give the same world; the parts act in
//! the order of the diagram; nothing here touches the host.

use std::collections::VecDeque;

use vm::platform::gpio::{PinError, PinMode, Pull, Trigger};
use vm::platform::{Crash, Pin};

use crate::board::{Ability, Board, Edge};
use crate::clock::SimClock;
use crate::console::Console;
use crate::device::{Control, Device, Effect, NoControl, Site};
use crate::diagram::{Diagram, DiagramError, End};
use crate::entropy::Entropy;
use crate::event::Queue;
use crate::net::{GROUND, NetId, Nets, SUPPLY};
use crate::pin::PinState;
use crate::trace;
use crate::wiring::{PART_KEYS, Placed, Wiring};

/// How many edges of a net are remembered for the screen.
pub const KEPT_EDGES: usize = 256;

/// More changes than this from one cause mean that parts drive each other in a circle.
const SETTLING_LIMIT: usize = 10_000;

/// Where trace lines go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TraceTo {
    /// Nowhere.
    Nothing,
    /// Between the lines of the console.
    Console,
    /// Into [`World::take_trace`].
    Apart,
}

/// A board and all around it.
#[derive(Debug)]
pub struct World {
    /// The board.
    pub board: &'static Board,
    /// Time.
    pub clock: SimClock,
    /// What the board says.
    pub console: Console,
    /// The chip's chance; the parts have their own, so that neither changes what the other gets.
    pub entropy: Entropy,
    part_entropy: Entropy,
    pins: Vec<PinState>,
    nets: Nets,
    /// Names of the nets a pin of the chip is on; of the others, empty.
    labels: Vec<String>,
    edges: Vec<VecDeque<(u64, bool)>>,
    levels: Vec<bool>,
    parts: Vec<Placed>,
    queue: Queue,
    interrupts: VecDeque<Pin>,
    trace_to: TraceTo,
    trace: String,
    notes: Vec<String>,
    notes_taken: usize,
    /// Crashes that are kept apart from the console.
    crashes: Option<Vec<Crash>>,
}

impl World {
    /// The world a diagram describes, at time zero.
    ///
    /// # Errors
    /// When the diagram wires ground to supply, or a part cannot have an attribute it has.
    pub fn new(
        diagram: Diagram,
        clock: SimClock,
        seed: u64,
        trace_to: TraceTo,
    ) -> Result<World, DiagramError> {
        let mut wiring = Wiring::of(&diagram)?;
        let mut pins = vec![];
        for (number, ability) in diagram.board.pins() {
            let net = wiring.net(&End::Board(Edge::Gpio(number)));
            let driver = wiring.nets.add_driver(net);
            pins.push(PinState::new(number, ability, net, driver));
        }
        let mut parts = vec![];
        for (place, part) in diagram.parts.into_iter().enumerate() {
            parts.push(wiring.place(place, part)?);
        }
        let count = wiring.nets.count();
        let mut world = World {
            board: diagram.board,
            clock,
            console: Console::default(),
            entropy: Entropy::new(seed),
            part_entropy: Entropy::new(!seed),
            pins,
            nets: wiring.nets,
            labels: vec![],
            edges: vec![VecDeque::new(); count],
            levels: vec![false; count],
            parts,
            queue: Queue::default(),
            interrupts: VecDeque::new(),
            trace_to,
            trace: String::new(),
            notes: vec![],
            notes_taken: 0,
            crashes: None,
        };
        world.name_nets();
        world.give_keys();
        diagram.warnings.iter().for_each(|warning| world.note(warning));
        world.begin();
        Ok(world)
    }

    /// The pins of the chip.
    pub fn pins(&self) -> &[PinState] {
        &self.pins
    }

    /// The parts, in the order of the diagram.
    pub fn parts(&self) -> &[Placed] {
        &self.parts
    }

    /// The place of the part of that name.
    pub fn part(&self, id: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.id == id)
    }

    /// The level of a net.
    pub fn level(&self, net: NetId) -> bool {
        self.nets.signal(net).is_high()
    }

    /// The nets.
    pub fn nets(&self) -> &Nets {
        &self.nets
    }

    /// What a net is called: its pins and parts.
    pub fn label(&self, net: NetId) -> &str {
        &self.labels[net]
    }

    /// The last edges of a net: when, and to which level.
    pub fn edges(&self, net: NetId) -> &VecDeque<(u64, bool)> {
        &self.edges[net]
    }

    /// When something happens next without anybody's doing.
    pub fn next_event_ns(&self) -> Option<u64> {
        self.queue.next_ns()
    }

    /// Lets everything happen that is due by now.
    pub fn run_due(&mut self) {
        let now_ns = self.clock.now_ns();
        while let Some(wake) = self.queue.take_due(now_ns) {
            self.with_part(wake.part, wake.at_ns, |device, site| device.wake(wake.token, site));
        }
    }

    /// Changes a control of a part.
    ///
    /// # Errors
    /// When the part has none such.
    pub fn control(&mut self, part: usize, control: Control) -> Result<(), NoControl> {
        let now_ns = self.clock.now_ns();
        self.with_part(part, now_ns, |device, site| device.control(control, site)).unwrap_or(Err(NoControl))
    }

    /// The next interrupt the machine has not heard of.
    pub fn take_interrupt(&mut self) -> Option<Pin> {
        self.interrupts.pop_front()
    }

    /// The trace since the last call, where it is kept apart.
    pub fn take_trace(&mut self) -> String {
        std::mem::take(&mut self.trace)
    }

    /// Keeps what the machine says of crashes apart from the console from now on.
    pub fn keep_crashes_apart(&mut self) {
        self.crashes = Some(vec![]);
    }

    /// A process crashed.
    pub fn crashed(&mut self, crash: &Crash) {
        match &mut self.crashes {
            Some(crashes) => crashes.push(crash.clone()),
            None => self.console.write(crash.report.as_bytes()),
        }
    }

    /// The crashes since the last call that were kept apart.
    pub fn take_crashes(&mut self) -> Vec<Crash> {
        self.crashes.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Tells people something once.
    pub fn note(&mut self, text: &str) {
        if !self.notes.iter().any(|note| note == text) {
            self.notes.push(text.to_owned());
            self.console.note(text);
        }
    }

    /// The notes since the last call.
    pub fn take_notes(&mut self) -> Vec<String> {
        let new = self.notes[self.notes_taken..].to_vec();
        self.notes_taken = self.notes.len();
        new
    }
}

/// What the chip's program does with pins.
impl World {
    /// Makes a pin ready: an input without pull.
    pub fn init_pin(&mut self, pin: Pin) -> Result<(), PinError> {
        self.change_pin(pin, |state| {
            state.reset();
            state.initialised = true;
            state.mode = Some(PinMode::Input);
            Ok(())
        })
    }

    /// Gives a pin back.
    pub fn deinit_pin(&mut self, pin: Pin) -> Result<(), PinError> {
        self.change_pin(pin, |state| {
            state.reset();
            Ok(())
        })
    }

    /// Sets what a pin does.
    pub fn set_mode(&mut self, pin: Pin, mode: PinMode) -> Result<(), PinError> {
        let reads_only = matches!(mode, PinMode::Input | PinMode::Disabled);
        self.change_ready_pin(pin, |state| {
            if state.ability == Ability::InputOnly && !reads_only {
                return Err(PinError::NotCapable);
            }
            state.mode = Some(mode);
            Ok(())
        })
    }

    /// Sets what holds a pin.
    pub fn set_pull(&mut self, pin: Pin, pull: Pull) -> Result<(), PinError> {
        self.change_ready_pin(pin, |state| {
            if state.ability == Ability::InputOnly && pull != Pull::Floating {
                return Err(PinError::NotCapable);
            }
            state.pull = pull;
            Ok(())
        })
    }

    /// Sets the level a pin drives.
    pub fn write_pin(&mut self, pin: Pin, high: bool) -> Result<(), PinError> {
        self.change_ready_pin(pin, |state| {
            if state.ability == Ability::InputOnly {
                return Err(PinError::NotCapable);
            }
            state.latch = high;
            Ok(())
        })
    }

    /// Sets when a pin interrupts. A trigger on a level fires when the level comes, and at once if it is there.
    pub fn set_trigger(&mut self, pin: Pin, trigger: Trigger) -> Result<(), PinError> {
        self.change_ready_pin(pin, |state| {
            state.trigger = trigger;
            Ok(())
        })?;
        if matches!((trigger, self.read_pin(pin)?), (Trigger::Low, false) | (Trigger::High, true)) {
            self.interrupts.push_back(pin);
        }
        Ok(())
    }

    /// What a pin sees.
    pub fn read_pin(&mut self, pin: Pin) -> Result<bool, PinError> {
        let index = self.ready_pin(pin)?;
        let state = &self.pins[index];
        Ok(state.reads(self.board.reads_back) && self.level(state.net))
    }

    fn change_ready_pin(
        &mut self,
        pin: Pin,
        change: impl FnOnce(&mut PinState) -> Result<(), PinError>,
    ) -> Result<(), PinError> {
        self.ready_pin(pin)?;
        self.change_pin(pin, change)
    }

    fn change_pin(
        &mut self,
        pin: Pin,
        change: impl FnOnce(&mut PinState) -> Result<(), PinError>,
    ) -> Result<(), PinError> {
        let index = self.find_pin(pin)?;
        let state = &mut self.pins[index];
        if let Err(error) = change(state) {
            self.note(&format!(
                "GPIO{} can only be read: it has no output and no pull resistors",
                pin.number
            ));
            return Err(error);
        }
        let (driver, signal) = (state.driver, state.signal());
        let changed = self.nets.drive(driver, signal);
        self.settle(changed, self.clock.now_ns());
        Ok(())
    }

    fn ready_pin(&mut self, pin: Pin) -> Result<usize, PinError> {
        let index = self.find_pin(pin)?;
        if self.board.wants_init && !self.pins[index].initialised {
            self.note(&format!(
                "GPIO{0} is used before gpio:init({0}), which this chip wants first",
                pin.number
            ));
            return Err(PinError::NotInitialised);
        }
        Ok(index)
    }

    fn find_pin(&mut self, pin: Pin) -> Result<usize, PinError> {
        let found = self.pins.iter().position(|state| state.number == pin.number && pin.bank == 0);
        let Some(index) = found else {
            self.note(&format!("the {} has no GPIO{}", self.board.chip, pin.number));
            return Err(PinError::NoSuchPin);
        };
        if let Ability::Reserved(owner) = self.pins[index].ability {
            self.note(&format!(
                "GPIO{} is wired to the {owner} on this board; programs cannot use it",
                pin.number
            ));
            return Err(PinError::NotCapable);
        }
        Ok(index)
    }
}

/// How changes spread.
impl World {
    /// Every part looks around for the first time.
    fn begin(&mut self) {
        for net in 0..self.nets.count() {
            self.levels[net] = self.level(net);
        }
        for part in 0..self.parts.len() {
            self.with_part(part, 0, |device, site| device.sense(site));
        }
    }

    /// Lets a part do something, and the world take what comes of it.
    fn with_part<T>(
        &mut self,
        part: usize,
        at_ns: u64,
        act: impl FnOnce(&mut dyn Device, &mut Site<'_>) -> T,
    ) -> Option<T> {
        let (answer, changed) = self.act(part, at_ns, act)?;
        self.settle(changed, at_ns);
        Some(answer)
    }

    /// Lets a part do something; the nets that changed by it.
    fn act<T>(
        &mut self,
        part: usize,
        at_ns: u64,
        act: impl FnOnce(&mut dyn Device, &mut Site<'_>) -> T,
    ) -> Option<(T, Vec<NetId>)> {
        let placed = self.parts.get_mut(part)?;
        let device = placed.device.as_deref_mut()?;
        let signals = placed.terminals.iter().map(|net| self.nets.signal(*net)).collect();
        let mut site = Site { now_ns: at_ns, signals, entropy: &mut self.part_entropy, effects: vec![] };
        let answer = act(device, &mut site);
        let mut changed = vec![];
        for effect in site.effects {
            match effect {
                Effect::Switch(link, closed) => {
                    changed.extend(placed.links.get(link).map(|link| self.nets.switch(*link, closed)));
                }
                Effect::WakeAt(wake_ns, token) => self.queue.put(wake_ns.max(at_ns), part, token),
            }
        }
        Some((answer, changed.concat()))
    }

    /// Tells of changes to whom they concern until nothing changes any more.
    fn settle(&mut self, changed: Vec<NetId>, at_ns: u64) {
        let mut waiting = VecDeque::from(changed);
        let mut steps = 0;
        while let Some(net) = waiting.pop_front() {
            steps += 1;
            if steps > SETTLING_LIMIT {
                self.note("parts drive each other in a circle: their levels are left as they are");
                return;
            }
            self.tell_level(net, at_ns);
            for part in 0..self.parts.len() {
                if self.parts[part].terminals.contains(&net) {
                    let further = self.act(part, at_ns, |device, site| device.sense(site));
                    waiting.extend(further.map(|(_, changed)| changed).unwrap_or_default());
                }
            }
        }
    }

    /// A net's signal changed: an edge if its level did.
    fn tell_level(&mut self, net: NetId, at_ns: u64) {
        let signal = self.nets.signal(net);
        if signal.is_short() {
            let label = self.label(net).to_owned();
            self.note(&format!("short circuit at {label}: it is driven high and low at once"));
        }
        let high = signal.is_high();
        if self.labels[net].is_empty() || self.levels[net] == high {
            return;
        }
        self.levels[net] = high;
        if self.edges[net].len() == KEPT_EDGES {
            self.edges[net].pop_front();
        }
        self.edges[net].push_back((at_ns, high));
        match self.trace_to {
            TraceTo::Nothing => {}
            TraceTo::Console => self.console.interleave(&trace::line(at_ns, &self.labels[net], high)),
            TraceTo::Apart => self.trace.push_str(&trace::line(at_ns, &self.labels[net], high)),
        }
        let reads_back = self.board.reads_back;
        let on_net = self.pins.iter().filter(|pin| pin.net == net && pin.reads(reads_back));
        for pin in on_net.filter(|pin| pin.interrupts_at(high)) {
            self.interrupts.push_back(Pin { bank: 0, number: pin.number });
        }
    }
}

/// Names, for people.
impl World {
    fn name_nets(&mut self) {
        self.labels = (0..self.nets.count()).map(|net| self.net_name(net)).collect();
        for part in 0..self.parts.len() {
            let mut names = vec![];
            for net in self.parts[part].terminals.clone() {
                names.extend(self.neighbourhood(net).iter().flat_map(|net| self.pin_names(*net)));
            }
            names.dedup();
            self.parts[part].wired_to = names.join(" ");
        }
    }

    fn net_name(&self, net: NetId) -> String {
        let pins: Vec<String> = self.pin_names(net).collect();
        if pins.is_empty() {
            return String::new();
        }
        let near = self.neighbourhood(net);
        let here = |part: &&Placed| {
            part.device.is_some() && part.terminals.iter().any(|terminal| near.contains(terminal))
        };
        let parts: Vec<&str> = self.parts.iter().filter(here).map(|part| part.id.as_str()).collect();
        let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
        pins.join("+") + &parts
    }

    fn pin_names(&self, net: NetId) -> impl Iterator<Item = String> {
        self.pins.iter().filter(move |pin| pin.net == net).map(PinState::name)
    }

    /// A net and what is behind its resistors; the rails are everybody's and no neighbours.
    fn neighbourhood(&self, net: NetId) -> Vec<NetId> {
        let mut near = vec![net];
        near.extend(self.nets.behind_resistors(net));
        near.retain(|net| *net != GROUND && *net != SUPPLY);
        near
    }

    /// Parts that can be pressed get a key: the one they ask for, or the next that is free.
    fn give_keys(&mut self) {
        let mut free: Vec<char> = PART_KEYS.chars().filter(|key| !self.is_key(*key)).collect();
        for part in &mut self.parts {
            let pressable = part.device.as_ref().is_some_and(|device| device.face().pressable);
            if pressable && part.key.is_none() && !free.is_empty() {
                part.key = Some(free.remove(0));
            }
        }
    }

    fn is_key(&self, key: char) -> bool {
        self.parts.iter().any(|part| part.key == Some(key))
    }
}

#[cfg(test)]
mod tests;
