//! Rows to bytes: interns words, joins phrases into one trie over lemmas, and lays everything out as `layout` says.
//!
//! The output depends on the rows alone: no clock, no hash order, no locale.

use std::collections::{BTreeMap, BTreeSet};

use super::affix::{self, Voice};
use super::class::TargetKind;
use super::error::DataError;
use super::layout::{self, Section, form, sense};
use super::rows::{Place, Tables};
use super::weight::Of;

/// What a compiled lexicon tells an extension of it.
pub(crate) trait Base {
    /// Number of forms; an extension numbers its own from here.
    fn form_count(&self) -> u32;
    /// Number of targets.
    fn target_count(&self) -> u32;
    /// The lemmas a word stands for, if it is known.
    fn lemmas(&self, word: &str) -> Option<Vec<u32>>;
    /// The index of a target.
    fn target(&self, id: &str) -> Option<u32>;
}

#[derive(Default, Clone)]
struct Form {
    text: String,
    band: u8,
    flags: u16,
    lemma: Option<u32>,
    standard: Vec<u32>,
}

#[derive(Clone, PartialEq)]
struct Sense {
    kind: u8,
    class: u8,
    a: u8,
    b: u8,
    value: u32,
    from: u16,
    to: u16,
}

impl Sense {
    /// A meaning that holds at any time.
    fn new(kind: u8, class: u8) -> Self {
        Self {
            kind,
            class,
            a: 0,
            b: 0,
            value: 0,
            from: 0,
            to: u16::MAX,
        }
    }
}

struct Compiler<'b> {
    base: &'b dyn Base,
    forms: Vec<Form>,
    index: BTreeMap<String, u32>,
    edges: BTreeMap<(u32, u32), u32>,
    states: Vec<Vec<Sense>>,
    errors: Vec<DataError>,
}

/// Compiles tables into the bytes of a lexicon that extends `base`.
///
/// # Errors
/// Mistakes that only show when rows are seen together: duplicates, unknown targets, spellings that lead nowhere.
pub(crate) fn compile(tables: &Tables, base: &dyn Base) -> Result<Vec<u8>, Vec<DataError>> {
    let mut compiler = Compiler {
        base,
        forms: Vec::new(),
        index: BTreeMap::new(),
        edges: BTreeMap::new(),
        states: vec![Vec::new()],
        errors: Vec::new(),
    };
    compiler.verbs(tables);
    compiler.words(tables);
    compiler.spellings(tables);
    compiler.pairs(tables);
    compiler.terms(tables);
    compiler.cues(tables);
    compiler.codes(tables);
    let targets = compiler.targets(tables);
    compiler.spread_flags();
    if compiler.errors.is_empty() {
        Ok(compiler.write(tables, &targets))
    } else {
        Err(compiler.errors)
    }
}

fn place_error(place: &Place, what: String, remedy: &str) -> DataError {
    DataError::at(&place.file, place.line, 1, what, remedy)
}

impl Compiler<'_> {
    fn form(&mut self, text: &str) -> u32 {
        if let Some(id) = self.index.get(text) {
            return *id;
        }
        let id = self.base.form_count() + self.forms.len() as u32;
        self.forms.push(Form {
            text: text.to_owned(),
            band: 6,
            ..Form::default()
        });
        self.index.insert(text.to_owned(), id);
        id
    }

    fn own(&mut self, id: u32) -> Option<&mut Form> {
        let at = id.checked_sub(self.base.form_count())?;
        self.forms.get_mut(at as usize)
    }

    /// The lemmas a word stands for, interning it where nobody knows it yet.
    fn lemmas(&mut self, word: &str) -> Vec<u32> {
        if !self.index.contains_key(word)
            && let Some(lemmas) = self.base.lemmas(word)
        {
            return lemmas;
        }
        let id = self.form(word);
        let standard = self
            .own(id)
            .filter(|form| form.flags & form::VARIANT != 0)
            .map(|form| form.standard.clone())
            .unwrap_or_default();
        if standard.is_empty() {
            vec![self.own(id).and_then(|form| form.lemma).unwrap_or(id)]
        } else {
            standard
                .iter()
                .map(|id| self.own(*id).and_then(|form| form.lemma).unwrap_or(*id))
                .collect()
        }
    }

    fn verbs(&mut self, tables: &Tables) {
        for verb in &tables.verbs {
            for made in affix::forms(&verb.root, &verb.families) {
                let head = self.form(&made.head);
                let id = self.form(&made.text);
                let standard = made.standard.map(|standard| self.form(&standard));
                let flag = match made.voice {
                    Voice::Active => form::ACTIVE,
                    Voice::Passive => form::PASSIVE,
                    Voice::Agent => form::AGENT,
                    Voice::Bare | Voice::Noun => 0,
                };
                if let Some(form) = self.own(id)
                    && form.lemma.is_none()
                {
                    form.lemma = Some(head);
                    form.flags |= flag | form::PLAIN;
                    if let Some(standard) = standard {
                        form.flags |= form::VARIANT;
                        form.standard = vec![standard];
                    }
                }
            }
        }
    }

    fn words(&mut self, tables: &Tables) {
        for word in &tables.words {
            let id = self.form(&word.word);
            if let Some(form) = self.own(id) {
                form.band = form.band.min(word.band);
                form.flags |= form::PLAIN;
            }
        }
    }

    fn spellings(&mut self, tables: &Tables) {
        let mut seen = BTreeSet::new();
        for spelling in &tables.spellings {
            let id = self.form(&spelling.variant);
            let standard: Vec<u32> = spelling
                .standard
                .split([' ', '-'])
                .map(|word| self.form(word))
                .collect();
            let Some(form) = self.own(id) else { continue };
            // A row goes before what the verb tables make.
            if !seen.insert(&spelling.variant) {
                let what = format!("the spelling `{}` stands here twice", spelling.variant);
                self.errors
                    .push(place_error(&spelling.place, what, "keep one of the rows"));
                continue;
            }
            if !spelling.style {
                form.flags |= form::VARIANT;
            } else if form.flags & form::VARIANT == 0 {
                form.flags |= form::STYLE | form::PLAIN;
            } else {
                // The verb tables lead it to its verb already.
                continue;
            }
            form.standard = standard;
        }
        for spelling in &tables.spellings {
            for word in spelling.standard.split([' ', '-']) {
                let id = self.form(word);
                if self
                    .own(id)
                    .is_some_and(|form| form.flags & form::VARIANT != 0)
                {
                    let what = format!("`{word}` is itself listed as an informal spelling");
                    self.errors.push(place_error(
                        &spelling.place,
                        what,
                        "lead the variant to the final standard spelling",
                    ));
                }
            }
        }
    }

    /// Pairs written together; what is already another spelling stays so.
    fn pairs(&mut self, tables: &Tables) {
        for pair in &tables.pairs {
            let standard = pair.words.iter().map(|word| self.form(word)).collect();
            let id = self.form(&pair.words.concat());
            if let Some(form) = self.own(id)
                && form.standard.is_empty()
            {
                form.flags |= form::PAIR;
                form.band = form.band.min(pair.band);
                form.standard = standard;
            }
        }
    }

    fn phrase(&mut self, words: &str, sense: Sense, name: bool) -> bool {
        let mut state = 0;
        let mut first = true;
        for word in words.split(' ') {
            for lemma in self.lemmas(word) {
                if let Some(form) = self.own(lemma) {
                    if first {
                        form.flags |= form::STARTS;
                    }
                    if name {
                        form.flags |= form::NAME;
                    }
                }
                first = false;
                let next = self.states.len() as u32;
                state = *self.edges.entry((state, lemma)).or_insert(next);
                if state == next {
                    self.states.push(Vec::new());
                }
            }
        }
        let Some(senses) = self.states.get_mut(state as usize) else {
            return false;
        };
        if senses.contains(&sense) {
            return false;
        }
        senses.push(sense);
        true
    }

    fn terms(&mut self, tables: &Tables) {
        for row in &tables.terms {
            let sense = Sense::new(sense::TERM, row.class as u8);
            if !self.phrase(&row.term, sense, false) {
                let what = format!(
                    "the term `{}` stands in class `{}` twice",
                    row.term,
                    row.class.name()
                );
                self.errors.push(place_error(
                    &row.place,
                    what,
                    "keep one of the rows (spellings and verb forms of a word count as the word)",
                ));
            }
        }
    }

    fn cues(&mut self, tables: &Tables) {
        for row in &tables.cues {
            let sense = Sense {
                a: row.direction as u8,
                b: row.scope as u8,
                ..Sense::new(sense::CUE, row.category as u8)
            };
            if !self.phrase(&row.literal, sense, false) {
                let what = format!("the cue `{}` stands here twice", row.literal);
                self.errors
                    .push(place_error(&row.place, what, "keep one of the rows"));
            }
        }
    }

    fn codes(&mut self, tables: &Tables) {
        for row in &tables.codes {
            let sense = Sense {
                value: u32::from(row.number),
                ..Sense::new(sense::CODE, row.strength as u8)
            };
            self.phrase(&row.form, sense, false);
        }
    }

    fn targets(&mut self, tables: &Tables) -> BTreeMap<String, u32> {
        let mut ids = BTreeMap::new();
        for (at, target) in tables.targets.iter().enumerate() {
            let id = self.base.target_count() + at as u32;
            if ids.insert(target.id.clone(), id).is_some() || self.base.target(&target.id).is_some()
            {
                let what = format!("the target `{}` is already there", target.id);
                self.errors.push(place_error(
                    &target.place,
                    what,
                    "give each target one row and an id of its own",
                ));
            }
        }
        for target in &tables.targets {
            for member in &target.members {
                if !ids.contains_key(member) && self.base.target(member).is_none() {
                    let what = format!("the member `{member}` is no known target");
                    self.errors.push(place_error(
                        &target.place,
                        what,
                        "add a row for it to targets.tsv or correct the id",
                    ));
                }
            }
        }
        for row in &tables.aliases {
            let Some(value) = ids
                .get(&row.target)
                .copied()
                .or_else(|| self.base.target(&row.target))
            else {
                let what = format!("the target `{}` is not known", row.target);
                self.errors.push(place_error(
                    &row.place,
                    what,
                    "add a row for it to targets.tsv or correct the id",
                ));
                continue;
            };
            let sense = Sense {
                a: row.ambiguity as u8,
                value,
                from: row.from,
                to: row.to,
                ..Sense::new(sense::ALIAS, row.attitude as u8)
            };
            if !self.phrase(&row.alias, sense, true) {
                let what = format!(
                    "the alias `{}` stands here twice for `{}`",
                    row.alias, row.target
                );
                self.errors.push(place_error(
                    &row.place,
                    what,
                    "keep one of the rows (spellings of a word count as the word)",
                ));
            }
        }
        ids
    }

    /// Every form of a lemma starts the phrases its lemma starts.
    fn spread_flags(&mut self) {
        let base = self.base.form_count();
        let flags: Vec<u16> = self.forms.iter().map(|form| form.flags).collect();
        for form in &mut self.forms {
            if let Some(lemma) = form.lemma.and_then(|lemma| lemma.checked_sub(base)) {
                form.flags |=
                    flags.get(lemma as usize).copied().unwrap_or(0) & (form::STARTS | form::NAME);
            }
        }
    }

    fn write(mut self, tables: &Tables, targets: &BTreeMap<String, u32>) -> Vec<u8> {
        let mut pool = Pool::default();
        let mut lists: Vec<u32> = Vec::new();
        let mut forms = Vec::new();
        let base = self.base.form_count();
        for (at, form) in self.forms.iter().enumerate() {
            let (offset, length) = pool.put(&form.text);
            put32(&mut forms, offset);
            forms.push(length);
            forms.push(form.band);
            forms.extend(form.flags.to_le_bytes());
            put32(&mut forms, form.lemma.unwrap_or(base + at as u32));
            put32(&mut forms, lists.len() as u32);
            forms.extend([form.standard.len() as u8, 0, 0, 0]);
            lists.extend(&form.standard);
        }
        let slots = slots(self.forms.len(), |slot| {
            self.forms
                .get(slot)
                .map(|form| layout::hash(form.text.as_bytes()))
        });
        let mut form_slots = Vec::new();
        for slot in slots {
            put32(&mut form_slots, slot);
        }
        let edges: Vec<((u32, u32), u32)> = std::mem::take(&mut self.edges).into_iter().collect();
        let edge_slots = self::slots(edges.len(), |at| {
            edges
                .get(at)
                .map(|((state, lemma), _)| layout::edge_hash(*state, *lemma))
        });
        let mut edge_bytes = Vec::new();
        for slot in edge_slots {
            let record = edges
                .get(slot as usize)
                .map_or([layout::NONE; 3], |((state, lemma), next)| {
                    [*state, *lemma, *next]
                });
            for value in record {
                put32(&mut edge_bytes, value);
            }
        }
        let (mut states, mut senses, mut sense_count) = (Vec::new(), Vec::new(), 0_u32);
        for state in &self.states {
            put32(&mut states, sense_count);
            put32(&mut states, state.len() as u32);
            sense_count += state.len() as u32;
            for sense in state {
                senses.extend([sense.kind, sense.class, sense.a, sense.b]);
                put32(&mut senses, sense.value);
                senses.extend(sense.from.to_le_bytes());
                senses.extend(sense.to.to_le_bytes());
            }
        }
        let (mut target_bytes, mut ballots, mut ballot_count) = (Vec::new(), Vec::new(), 0_u32);
        for target in &tables.targets {
            let (id, id_length) = pool.put(&target.id);
            let (name, name_length) = pool.put(&target.name);
            put32(&mut target_bytes, id);
            put32(&mut target_bytes, name);
            target_bytes.extend([id_length, name_length, target.kind as u8, 0]);
            put32(&mut target_bytes, lists.len() as u32);
            put32(&mut target_bytes, target.members.len() as u32);
            put32(&mut target_bytes, ballot_count);
            put32(&mut target_bytes, target.ballot.len() as u32);
            for member in &target.members {
                lists.push(
                    targets
                        .get(member)
                        .copied()
                        .or_else(|| self.base.target(member))
                        .unwrap_or(layout::NONE),
                );
            }
            let mut on = 0;
            let tickets_at = lists.len() as u32;
            for ticket in tables.targets.iter().filter(|ticket| {
                ticket.kind == TargetKind::Ticket && ticket.members.contains(&target.id)
            }) {
                lists.push(targets.get(&ticket.id).copied().unwrap_or(layout::NONE));
                on += 1;
            }
            put32(&mut target_bytes, tickets_at);
            put32(&mut target_bytes, on);
            for (contest, number) in &target.ballot {
                let (contest, length) = pool.put(contest);
                put32(&mut ballots, contest);
                put32(&mut ballots, u32::from(length));
                put32(&mut ballots, *number);
                ballot_count += 1;
            }
        }
        let mut weights = vec![layout::NO_WEIGHT; Of::COUNT];
        for weight in &tables.weights {
            if let Some(slot) = weights.get_mut(weight.of.index()) {
                *slot = weight.value;
            }
        }
        let weights: Vec<u8> = weights.into_iter().flat_map(i32::to_le_bytes).collect();
        let mut beginnings = vec![0; layout::BEGINNINGS];
        for form in &self.forms {
            if let Some((at, bit)) = layout::beginning(form.text.as_bytes())
                && let Some(byte) = beginnings.get_mut(at)
            {
                *byte |= bit;
            }
        }
        let mut list_bytes = Vec::new();
        for value in lists {
            put32(&mut list_bytes, value);
        }
        assemble(
            base,
            &[
                (Section::Strings, pool.bytes, 1),
                (Section::Forms, forms, layout::FORM),
                (Section::FormSlots, form_slots, 4),
                (Section::Lists, list_bytes, 4),
                (Section::Edges, edge_bytes, layout::EDGE),
                (Section::States, states, layout::STATE),
                (Section::Senses, senses, layout::SENSE),
                (Section::Targets, target_bytes, layout::TARGET),
                (Section::Ballots, ballots, layout::BALLOT),
                (Section::Weights, weights, 4),
                (Section::Beginnings, beginnings, 1),
            ],
        )
    }
}

/// Open addressing with linear probing, at most half full; the order of insertion is the order of the records.
fn slots(count: usize, hash: impl Fn(usize) -> Option<u64>) -> Vec<u32> {
    let size = (count * 2).next_power_of_two().max(2);
    let mut slots = vec![layout::NONE; size];
    for at in 0..count {
        let mut slot = hash(at).unwrap_or(0) as usize & (size - 1);
        while slots.get(slot).is_some_and(|used| *used != layout::NONE) {
            slot = (slot + 1) & (size - 1);
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = at as u32;
        }
    }
    slots
}

fn assemble(base: u32, sections: &[(Section, Vec<u8>, usize)]) -> Vec<u8> {
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
    all.extend(directory);
    all.extend(body);
    all
}

#[derive(Default)]
struct Pool {
    bytes: Vec<u8>,
    seen: BTreeMap<String, u32>,
}

impl Pool {
    fn put(&mut self, text: &str) -> (u32, u8) {
        let mut end = text.len().min(usize::from(u8::MAX));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or("");
        let next = self.bytes.len() as u32;
        let offset = *self.seen.entry(text.to_owned()).or_insert(next);
        if offset == next {
            self.bytes.extend(text.as_bytes());
        }
        (offset, text.len() as u8)
    }
}

fn put32(bytes: &mut Vec<u8>, value: u32) {
    bytes.extend(value.to_le_bytes());
}
