//! Forms, phrases and targets to bytes, laid out as `layout` says.
//!
//! Forms get the numbers of their slots in the perfect hash; phrases that go on alike behind different words share what follows. Equal lists
//! of senses and overlapping words are stored once.

use std::collections::BTreeMap;

use super::class::{Ambiguity, Attitude, Class, Strength, TargetKind, needs_capitals};
use super::error::DataError;
use super::keys::COMMONEST;
use super::layout::{self, Section, sense};
use super::letters;
use super::perfect::Perfect;
use super::pool::Pool;
use super::weight::{Of, Weight};

/// The band of the rarest words; those of the next occur about four times as often.
const RAREST: u8 = 6;

/// A word form; numbers of forms are those of the order in which they came.
#[derive(Default, Clone)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) band: u8,
    pub(super) flags: u16,
    pub(super) lemma: Option<u32>,
    pub(super) standard: Vec<u32>,
}

impl Form {
    /// How often it occurs beside a word of the rarest band, roughly.
    pub(super) fn commonness(&self) -> u64 {
        // Short words are common in some language or other, whatever their band.
        match self.band.min(self.text.len() as u8) {
            // The few commonest words of the language stand in the first band too.
            0 | 1 => COMMONEST,
            band => 1 << (2 * RAREST.saturating_sub(band)),
        }
    }
}

#[derive(Clone, PartialEq)]
pub(super) struct Sense {
    pub(super) kind: u8,
    /// The last word of its phrase only follows.
    pub(super) open: bool,
    pub(super) class: u8,
    pub(super) a: u8,
    pub(super) b: u8,
    pub(super) value: u32,
    pub(super) from: u16,
    pub(super) to: u16,
}

impl Sense {
    /// A meaning that holds at any time.
    pub(super) fn new(kind: u8, class: u8) -> Self {
        Self {
            kind,
            open: false,
            class,
            a: 0,
            b: 0,
            value: 0,
            from: 0,
            to: u16::MAX,
        }
    }

    /// Whether it is a number that counts only where something introduces it.
    pub(super) fn is_weak_code(&self) -> bool {
        self.kind == sense::CODE && self.class == Strength::Weak as u8
    }

    /// Whether a number right behind it may be a ballot number, if only where the two are written together.
    pub(super) fn introduces_number(&self) -> bool {
        self.is_of(Class::precedes_number)
    }

    /// Whether it may agree to a number right before it, or be written together with it.
    pub(super) fn agrees_to_number(&self) -> bool {
        self.is_of(Class::agrees_to_number)
    }

    /// Whether it is a name that is an everyday word, see [`needs_capitals`].
    pub(super) fn is_name_in_capitals(&self) -> bool {
        self.kind == sense::ALIAS
            && Ambiguity::from_index(self.a)
                .zip(Attitude::from_index(self.class))
                .is_some_and(|(ambiguity, attitude)| needs_capitals(ambiguity, attitude))
    }

    fn is_of(&self, class: impl Fn(Class) -> bool) -> bool {
        self.kind == sense::TERM && Class::from_index(self.class).is_some_and(class)
    }

    /// Whether it can make a post political, take a side or tell of an act by itself, told in so many words.
    pub(super) fn matters(&self, words: usize) -> bool {
        match self.kind {
            sense::TERM => self.is_of(|class| class.matters(words)),
            sense::CUE => false,
            _ => true,
        }
    }
}

/// A target with the numbers of those it belongs to.
pub(super) struct Target {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: TargetKind,
    pub(super) members: Vec<u32>,
    pub(super) tickets: Vec<u32>,
    pub(super) ballot: Vec<(String, u32)>,
}

/// What a lexicon is made of, before it is laid out.
pub(super) struct Image {
    /// Forms of the lexicon that is extended; own forms are numbered from here.
    base: u32,
    pub(super) forms: Vec<Form>,
    pub(super) edges: BTreeMap<(u32, u32), u32>,
    pub(super) states: Vec<Vec<Sense>>,
    /// Lemmas of the lexicon that is extended which are keys of own phrases.
    pub(super) foreign_keys: Vec<u32>,
    /// Keys of phrases with the word beside them that must be there too.
    pub(super) key_pairs: Vec<(u32, u32)>,
    /// What a glance must know of a lemma, see [`layout::glance`].
    pub(super) glance: BTreeMap<u32, u8>,
}

/// The phrase trie with equal branches put together: what follows a state is a block of states in a row, which others may share.
struct Trie {
    /// Lemma that leads to each state but the first.
    edges: Vec<u32>,
    /// What ends at each state: the number of its first sense, counted from 1, or 0.
    ends: Vec<u32>,
    /// The block behind each state; the first block is empty.
    next: Vec<u32>,
    /// First state of each block, and the one behind the last.
    blocks: Vec<u32>,
}

impl Trie {
    /// The states behind the first, with their lemmas.
    fn root(&self) -> impl Iterator<Item = (u32, u32)> {
        let end = self.blocks.get(2).copied().unwrap_or(1);
        (1..end)
            .zip(&self.edges)
            .map(|(state, lemma)| (*lemma, state))
    }
}

impl Image {
    /// Nothing yet; what is added extends a lexicon of so many forms.
    pub(super) fn extending(base: u32) -> Self {
        Self {
            base,
            forms: Vec::new(),
            edges: BTreeMap::new(),
            states: vec![Vec::new()],
            foreign_keys: Vec::new(),
            key_pairs: Vec::new(),
            glance: BTreeMap::new(),
        }
    }

    /// Lays everything out.
    ///
    /// # Errors
    /// More rows than numbers of three bytes can count.
    pub(super) fn bytes(
        &self,
        targets: &[Target],
        weights: &[Weight],
    ) -> Result<Vec<u8>, DataError> {
        let words: Vec<&str> = self.forms.iter().map(|form| form.text.as_str()).collect();
        let perfect = Perfect::of(&words);
        let mut places = vec![0; self.forms.len()];
        for (slot, at) in perfect.slots.iter().enumerate() {
            if let Some(place) = at.and_then(|at| places.get_mut(at as usize)) {
                *place = self.base + slot as u32;
            }
        }
        let renumbered = |id: u32| match id.checked_sub(self.base) {
            Some(own) => places.get(own as usize).copied().unwrap_or(layout::NONE),
            None => id,
        };
        let paired = |id: u32| {
            if id == layout::NUMBER {
                id
            } else {
                renumbered(id)
            }
        };
        let mut pairs = vec![0; layout::PAIRS];
        for (first, second) in &self.key_pairs {
            for (at, bit) in layout::pair(paired(*first), paired(*second)) {
                if let Some(byte) = pairs.get_mut(at) {
                    *byte |= bit;
                }
            }
        }
        // The user's words are compiled when a program starts; they need not be small.
        let mut pool = if self.base == 0 {
            Pool::dense(&words)
        } else {
            Pool::plain()
        };
        let mut lists = Vec::new();
        let (ends, senses) = self.senses();
        let trie = self.trie(&ends, renumbered);
        let root: BTreeMap<u32, u32> = trie.root().collect();
        let mut forms = Vec::new();
        for (slot, at) in perfect.slots.iter().enumerate() {
            let Some(form) = at.and_then(|at| self.forms.get(at as usize)) else {
                forms.extend([0; layout::FORM]);
                continue;
            };
            let (offset, length) = pool.put(&form.text);
            put24(&mut forms, offset);
            forms.push(length);
            let own = self.base + slot as u32;
            let lemma = form.lemma.map_or(own, renumbered);
            let state = root.get(&lemma).copied().unwrap_or(0);
            let starts = form.flags & layout::form::STARTS != 0;
            let (count, value) = match *form.standard {
                [] if lemma == own => (0, state),
                [] => (layout::INFLECTED, lemma),
                [only] if lemma == own && !starts => (layout::ONLY, renumbered(only)),
                ref standard => {
                    let place = lists.len() as u32;
                    let standard = standard.iter().take(layout::MOST_WORDS);
                    let count = standard.len();
                    lists.push(lemma);
                    lists.extend((lemma == own && starts).then_some(state));
                    lists.extend(standard.map(|id| renumbered(*id)));
                    (count, place)
                }
            };
            let flags =
                form.flags | u16::from(form.band) << layout::BAND | (count as u16) << layout::COUNT;
            forms.extend(flags.to_le_bytes());
            put24(&mut forms, value);
        }
        // Of what the user adds each word is read.
        let glance = if self.base == 0 {
            let seen = |at: &Option<u32>| at.map_or(0, |at| self.glance_of(at));
            perfect.slots.iter().map(seen).collect()
        } else {
            Vec::new()
        };
        let (next, next_tops) = split(&trie.next);
        let (blocks, block_tops) = split(&trie.blocks);
        // Where the words of this lexicon lead from the beginning of a phrase stands at their forms.
        let told = if self.base == 0 { root.len() } else { 0 };
        let (edges, edge_tops) = split(trie.edges.get(told..).unwrap_or(&[]));
        let (ends, end_tops) = split(&trie.ends);
        let starts = self.foreign(root.keys().copied());
        let keys = self.foreign(self.foreign_keys.iter().copied());
        let (target_bytes, ballots) = put_targets(targets, &mut pool, &mut lists);
        let (list_lows, list_tops) = split(&lists);
        let largest = [
            pool.bytes.len(),
            lists.len(),
            senses.len() / layout::SENSE,
            trie.next.len(),
            self.base as usize + perfect.slots.len(),
        ];
        if largest.iter().any(|count| *count > layout::MOST) {
            return Err(DataError::at(
                "",
                0,
                0,
                format!("more than {} names", layout::MOST),
                "divide the rows between several classifiers",
            ));
        }
        Ok(assemble(
            self.base,
            perfect.seed,
            &[
                (Section::Strings, pool.bytes, 1),
                (Section::Forms, forms, layout::FORM),
                (Section::Pilots, perfect.pilots, 1),
                (Section::Lists, list_lows, layout::LOW),
                (Section::ListTops, list_tops, 1),
                (Section::Edges, edges, layout::LOW),
                (Section::EdgeTops, edge_tops, 1),
                (Section::Next, next, layout::LOW),
                (Section::NextTops, next_tops, 1),
                (Section::Blocks, blocks, layout::LOW),
                (Section::BlockTops, block_tops, 1),
                (Section::Ends, ends, layout::LOW),
                (Section::EndTops, end_tops, 1),
                (Section::Senses, senses, layout::SENSE),
                (Section::Targets, target_bytes, layout::TARGET),
                (Section::Ballots, ballots, layout::BALLOT),
                (Section::Weights, weight_bytes(weights), 4),
                (
                    Section::Beginnings,
                    bits(words.iter(), |word| {
                        word.first_chunk().copied().map(layout::beginning_of)
                    }),
                    1,
                ),
                (Section::Lengths, lengths(&words), layout::LENGTH),
                (Section::Names, bits(self.names(), layout::name), 1),
                (Section::Starts, starts, 1),
                (Section::Keys, keys, 1),
                (Section::Pairs, pairs, 1),
                (Section::Noted, self.noted(), 1),
                (Section::Glance, glance, 1),
            ],
        ))
    }

    /// What a glance must know of a form.
    fn glance_of(&self, id: u32) -> u8 {
        let Some(form) = self.forms.get(id as usize) else {
            return 0;
        };
        let meant = match *form.standard {
            _ if !layout::stands_for_others(form.flags) => id,
            [only] => only,
            _ => return layout::glance::SEVERAL,
        };
        let lemma = self.forms.get(meant as usize).and_then(|form| form.lemma);
        let lemma = lemma.unwrap_or(meant);
        self.glance.get(&lemma).copied().unwrap_or(0)
    }

    /// One bit for each lemma of the lexicon that is extended.
    fn foreign(&self, lemmas: impl Iterator<Item = u32>) -> Vec<u8> {
        let mut bits = vec![0_u8; (self.base as usize).div_ceil(8)];
        for lemma in lemmas.filter(|lemma| *lemma < self.base) {
            if let Some(byte) = bits.get_mut(lemma as usize / 8) {
                *byte |= 1 << (lemma % 8);
            }
        }
        bits
    }

    /// Names of five letters and more.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.forms
            .iter()
            .filter(|form| form.flags & layout::form::NAME != 0 && form.text.len() >= layout::NAME)
            .map(|form| form.text.as_str())
    }

    /// The table of words that must be looked at.
    fn noted(&self) -> Vec<u8> {
        use layout::form::{KEY, PAIR, VARIANT};
        let mut table = vec![0_u64; layout::NOTED];
        let is_noted = |form: &&Form| {
            form.flags & (KEY | PAIR) != 0 || form.flags & VARIANT != 0 && form.standard.len() > 1
        };
        for form in self.forms.iter().filter(is_noted) {
            let (entry, bits) = layout::noted(letters::hash(form.text.as_bytes(), 0));
            if let Some(entry) = table.get_mut(entry) {
                *entry |= bits.into_iter().fold(0, |all, bit| all | 1 << bit);
            }
        }
        table.into_iter().flat_map(u64::to_le_bytes).collect()
    }

    /// The trie with what ends at each state.
    fn trie(&self, ends: &[u32], renumbered: impl Fn(u32) -> u32) -> Trie {
        let end_of = |state: u32| ends.get(state as usize).copied().unwrap_or(0);
        // What follows a state: lemma, end and what follows then. States are numbered after those that lead to them.
        let mut behind: Vec<u32> = vec![0; self.states.len()];
        let mut blocks: Vec<Vec<(u32, u32, u32)>> = vec![Vec::new()];
        let mut known = BTreeMap::from([(Vec::new(), 0)]);
        for state in (0..self.states.len() as u32).rev() {
            let children = self.edges.range((state, 0)..=(state, u32::MAX));
            let mut block: Vec<(u32, u32, u32)> = children
                .map(|((_, lemma), to)| {
                    let then = behind.get(*to as usize).copied().unwrap_or(0);
                    (renumbered(*lemma), end_of(*to), then)
                })
                .collect();
            block.sort_unstable();
            let next = blocks.len() as u32;
            let place = *known.entry(block.clone()).or_insert(next);
            if place == next {
                blocks.push(block);
            }
            if let Some(slot) = behind.get_mut(state as usize) {
                *slot = place;
            }
        }
        // Numbered in the order in which they are come to, so that the first is that of the root.
        let root = behind.first().copied().unwrap_or(0);
        let mut trie = Trie {
            edges: Vec::new(),
            ends: vec![end_of(0)],
            next: vec![1],
            blocks: vec![1, 1],
        };
        let mut order = vec![0, root];
        let mut numbers = BTreeMap::from([(0, 0), (root, 1)]);
        let mut at = 1;
        while let Some(block) = order.get(at).and_then(|old| blocks.get(*old as usize)) {
            for (lemma, end, then) in block {
                let number = order.len() as u32;
                let number = *numbers.entry(*then).or_insert(number);
                if number as usize == order.len() {
                    order.push(*then);
                }
                trie.edges.push(*lemma);
                trie.ends.push(*end);
                trie.next.push(number);
            }
            trie.blocks.push(trie.next.len() as u32);
            at += 1;
        }
        trie
    }

    /// The first sense of each state, counted from 1, and the senses; a list of senses is stored once, whatever number of states it ends.
    fn senses(&self) -> (Vec<u32>, Vec<u8>) {
        let mut senses = Vec::new();
        let mut seen: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        let mut first_of = |own: &Vec<Sense>| {
            let mut list = Vec::new();
            for (at, sense) in own.iter().enumerate() {
                let more = if at + 1 < own.len() { sense::MORE } else { 0 };
                let open = if sense.open { sense::OPEN } else { 0 };
                list.extend([sense.kind | more | open, sense.class, sense.a, sense.b]);
                put32(&mut list, sense.value);
                list.extend(sense.from.to_le_bytes());
                list.extend(sense.to.to_le_bytes());
            }
            if list.is_empty() {
                return 0;
            }
            let next = (senses.len() / layout::SENSE) as u32 + 1;
            let first = *seen.entry(list.clone()).or_insert(next);
            if first == next {
                senses.extend(list);
            }
            first
        };
        let ends = self.states.iter().map(&mut first_of).collect();
        (ends, senses)
    }
}

fn put_targets(targets: &[Target], pool: &mut Pool, lists: &mut Vec<u32>) -> (Vec<u8>, Vec<u8>) {
    let (mut bytes, mut ballots, mut count) = (Vec::new(), Vec::new(), 0_u32);
    for target in targets {
        let (id, id_length) = pool.put(&target.id);
        let (name, name_length) = pool.put(&target.name);
        put32(&mut bytes, id);
        put32(&mut bytes, name);
        bytes.extend([id_length, name_length, target.kind as u8, 0]);
        let mut put_list = |list: &[u32]| {
            let first = lists.len() as u32;
            lists.extend(list);
            [first, list.len() as u32]
        };
        let (members, tickets) = (put_list(&target.members), put_list(&target.tickets));
        for value in [members, [count, target.ballot.len() as u32], tickets].as_flattened() {
            put32(&mut bytes, *value);
        }
        for (contest, number) in &target.ballot {
            let (contest, length) = pool.put(contest);
            put32(&mut ballots, contest);
            put32(&mut ballots, u32::from(length));
            put32(&mut ballots, *number);
            count += 1;
        }
    }
    (bytes, ballots)
}

fn weight_bytes(rows: &[Weight]) -> Vec<u8> {
    let mut weights = vec![layout::NO_WEIGHT; Of::COUNT];
    for weight in rows {
        if let Some(slot) = weights.get_mut(weight.of.index()) {
            *slot = weight.value;
        }
    }
    weights.into_iter().flat_map(i32::to_le_bytes).collect()
}

/// The table of what words begin with.
fn bits(
    words: impl Iterator<Item = impl AsRef<str>>,
    beginning: fn(&[u8]) -> Option<(usize, u8)>,
) -> Vec<u8> {
    let mut table = vec![0; layout::BEGINNINGS];
    for word in words {
        if let Some((at, bit)) = beginning(word.as_ref().as_bytes())
            && let Some(byte) = table.get_mut(at)
        {
            *byte |= bit;
        }
    }
    table
}

/// The table of lengths at which words end.
fn lengths(words: &[impl AsRef<str>]) -> Vec<u8> {
    let mut table = vec![0_u16; layout::LENGTHS];
    for word in words {
        let word = word.as_ref().as_bytes();
        let mut first = [0; 4];
        for (to, from) in first.iter_mut().zip(word) {
            *to = *from;
        }
        if let Some(entry) = table.get_mut(layout::lengths_at(first)) {
            *entry |= layout::length_bit(word.len());
        }
    }
    table.into_iter().flat_map(u16::to_le_bytes).collect()
}

fn assemble(base: u32, seed: u32, sections: &[(Section, Vec<u8>, usize)]) -> Vec<u8> {
    let mut directory = Vec::new();
    let mut body = Vec::new();
    for (_, bytes, record) in sections {
        put32(&mut directory, (layout::HEADER + body.len()) as u32);
        put32(&mut directory, (bytes.len() / record) as u32);
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    let checksum = layout::hash(&body);
    let mut all = layout::MAGIC.to_vec();
    put32(&mut all, layout::VERSION);
    put32(&mut all, (checksum ^ (checksum >> 32)) as u32);
    put32(&mut all, base);
    put32(&mut all, seed);
    all.extend(directory);
    all.extend(body);
    all
}

/// The lower two bytes of numbers, and their upper ones, nothing where all are zero.
fn split(values: &[u32]) -> (Vec<u8>, Vec<u8>) {
    let lows = values
        .iter()
        .flat_map(|value| (*value as u16).to_le_bytes());
    let tops: Vec<u8> = values.iter().map(|value| (value >> 16) as u8).collect();
    let needed = tops.iter().any(|top| *top != 0);
    (lows.collect(), if needed { tops } else { Vec::new() })
}

fn put24(bytes: &mut Vec<u8>, value: u32) {
    bytes.extend(value.to_le_bytes().iter().take(3));
}

fn put32(bytes: &mut Vec<u8>, value: u32) {
    bytes.extend(value.to_le_bytes());
}
