//! Rows to bytes: interns words, joins phrases into one trie over lemmas, and leaves laying them out to `image`.
//!
//! The output depends on the rows alone: no clock, no hash order, no locale.

use std::collections::{BTreeMap, BTreeSet};

use super::affix::{self, Voice};
use super::class::TargetKind;
use super::error::DataError;
use super::image::{Form, Image, Sense, Target};
use super::keys::{self, COMMONEST};
use super::layout::{self, form, glance, sense};
use super::pattern::{self, Phrase};
use super::rows::{Place, Tables};

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

struct Compiler<'b> {
    base: &'b dyn Base,
    index: BTreeMap<String, u32>,
    image: Image,
    /// Lemmas of each phrase that matters by itself.
    weighty: Vec<Vec<u32>>,
    /// Words that matter only where a number does, or in capitals.
    minor: BTreeSet<u32>,
    /// States of phrases whose last word only follows, each behind that of the phrase without it.
    open: BTreeSet<(u32, u32)>,
    errors: Vec<DataError>,
}

/// Compiles tables into the bytes of a lexicon that extends `base`.
///
/// # Errors
/// Mistakes that only show when rows are seen together: duplicates, unknown targets, spellings that lead nowhere.
pub(crate) fn compile(tables: &Tables, base: &dyn Base) -> Result<Vec<u8>, Vec<DataError>> {
    let mut compiler = Compiler {
        base,
        index: BTreeMap::new(),
        image: Image::extending(base.form_count()),
        weighty: Vec::new(),
        minor: BTreeSet::new(),
        open: BTreeSet::new(),
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
    compiler.inherit();
    compiler.keys();
    compiler.spread_flags();
    if compiler.errors.is_empty() {
        compiler
            .image
            .bytes(&compiler.rows(tables, &targets), &tables.weights)
            .map_err(|error| vec![error])
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
        let id = self.base.form_count() + self.image.forms.len() as u32;
        self.image.forms.push(Form {
            text: text.to_owned(),
            band: 6,
            ..Form::default()
        });
        self.index.insert(text.to_owned(), id);
        id
    }

    fn own(&mut self, id: u32) -> Option<&mut Form> {
        let at = id.checked_sub(self.base.form_count())?;
        self.image.forms.get_mut(at as usize)
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
            if standard.len() > layout::MOST_WORDS {
                let what = format!("`{}` stands for too many words", spelling.variant);
                let remedy = format!("give it {} words at most", layout::MOST_WORDS);
                self.errors
                    .push(place_error(&spelling.place, what, &remedy));
                continue;
            }
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

    /// The state that words lead to, and their lemmas.
    fn path(&mut self, words: &str, name: bool) -> (u32, Vec<u32>) {
        let mut state = 0;
        let mut first = true;
        let mut lemmas = Vec::new();
        for word in words.split(' ') {
            for lemma in self.lemmas(word) {
                lemmas.push(lemma);
                if let Some(form) = self.own(lemma) {
                    if first {
                        form.flags |= form::STARTS;
                    }
                    if name {
                        form.flags |= form::NAME;
                    }
                }
                first = false;
                let next = self.image.states.len() as u32;
                state = *self.image.edges.entry((state, lemma)).or_insert(next);
                if state == next {
                    self.image.states.push(Vec::new());
                }
            }
        }
        (state, lemmas)
    }

    fn phrase(&mut self, words: &str, sense: Sense, name: bool) -> bool {
        let (state, lemmas) = self.path(words, name);
        self.weigh(lemmas, &sense);
        let Some(senses) = self.image.states.get_mut(state as usize) else {
            return false;
        };
        if senses.contains(&sense) {
            return false;
        }
        senses.push(sense);
        true
    }

    /// Notes a phrase that matters by itself, or beside a number.
    fn weigh(&mut self, lemmas: Vec<u32>, sense: &Sense) {
        let (first, last) = match *lemmas {
            [numeral] if sense.is_weak_code() && self.is_word(numeral) => {
                self.glances(numeral, glance::NUMERAL);
                self.minor.insert(numeral);
                return;
            }
            // In an extension no pairs are looked at, only keys.
            [word] if sense.is_name_in_capitals() && self.base.form_count() == 0 => {
                self.glances(word, glance::CAPITALS);
                self.minor.insert(word);
                return;
            }
            [only] => (only, only),
            [first, .., last] => (first, last),
            [] => return,
        };
        let beside_number = sense.introduces_number() || sense.agrees_to_number();
        if sense.introduces_number() {
            self.image.key_pairs.push((last, layout::NUMBER));
        }
        if sense.agrees_to_number() {
            self.image.key_pairs.push((layout::NUMBER, first));
        }
        // In an extension no pairs are looked at, only keys.
        if sense.matters(lemmas.len()) || beside_number && self.base.form_count() > 0 {
            self.weighty.push(lemmas);
        }
    }

    /// Notes what a glance must know of a lemma.
    fn glances(&mut self, lemma: u32, what: u8) {
        *self.image.glance.entry(lemma).or_default() |= what;
    }

    /// Whether a lemma is written in letters, not an emoji.
    fn is_word(&self, lemma: u32) -> bool {
        let own = lemma.checked_sub(self.base.form_count());
        own.and_then(|own| self.image.forms.get(own as usize))
            .is_some_and(|form| form.text.bytes().all(|byte| byte.is_ascii_lowercase()))
    }

    fn terms(&mut self, tables: &Tables) {
        for row in &tables.terms {
            let phrases = pattern::phrases(row, &tables.terms);
            for Phrase { words, before } in phrases.unwrap_or_else(|error| {
                self.errors.push(error);
                Vec::new()
            }) {
                let sense = Sense {
                    open: before.is_some(),
                    ..Sense::new(sense::TERM, row.class as u8)
                };
                if !self.phrase(&words, sense, false) {
                    let what = format!(
                        "the term `{words}` stands in class `{}` twice",
                        row.class.name()
                    );
                    self.errors.push(place_error(
                        &row.place,
                        what,
                        "keep one of the rows (spellings and verb forms of a word count as the word)",
                    ));
                } else if let Some(before) = before {
                    let states = (self.path(before, false).0, self.path(&words, false).0);
                    self.open.insert(states);
                }
            }
        }
    }

    /// Gives the phrases whose last word only follows the meanings that they have without it.
    fn inherit(&mut self) {
        for (before, state) in std::mem::take(&mut self.open) {
            let senses = self.image.states.get(before as usize);
            let senses = senses.cloned().unwrap_or_default();
            if let Some(own) = self.image.states.get_mut(state as usize) {
                own.extend(senses.into_iter().map(|sense| Sense {
                    open: true,
                    ..sense
                }));
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

    /// How often a word occurs, by its band; those of another lexicon are no keys where a phrase has others.
    fn commonness(&self, lemma: u32) -> u64 {
        let own = lemma.checked_sub(self.base.form_count());
        let form = own.and_then(|own| self.image.forms.get(own as usize));
        form.map_or(2 * COMMONEST, Form::commonness)
    }

    /// Gives each phrase that matters by itself a key, one of its words: the only one, or one of few and rare words.
    fn keys(&mut self) {
        let (single, mut phrases): (Vec<_>, Vec<_>) = std::mem::take(&mut self.weighty)
            .into_iter()
            .partition(|phrase| phrase.len() == 1);
        let mut keys: BTreeSet<u32> = single.into_iter().flatten().collect();
        for only in &keys {
            self.glances(*only, glance::ALONE);
        }
        phrases.retain(|phrase| !phrase.iter().any(|lemma| keys.contains(lemma)));
        let chosen = keys::keys(&phrases, |lemma| self.commonness(lemma));
        for (phrase, key) in phrases.into_iter().zip(chosen) {
            let Some(key) = key else { continue };
            keys.insert(key);
            // The word before the key must precede it, or the one behind it follow: whichever is the rarer.
            let beside = phrase.windows(2).filter(|pair| pair.contains(&key));
            let common = |pair: &&[u32]| {
                let others = pair.iter().filter(|lemma| **lemma != key);
                others.map(|lemma| self.commonness(*lemma)).min()
            };
            if let Some([first, second]) = beside.min_by_key(common) {
                let place = if *first == key {
                    glance::KEY_FIRST
                } else {
                    glance::KEY_SECOND
                };
                self.image.key_pairs.push((*first, *second));
                self.glances(key, place);
            }
        }
        keys.extend(&self.minor);
        for key in keys {
            match self.own(key) {
                Some(form) => form.flags |= form::KEY,
                None => self.image.foreign_keys.push(key),
            }
        }
    }

    /// Every form of a lemma starts the phrases its lemma starts; a spelling of a key is one too.
    fn spread_flags(&mut self) {
        let base = self.base.form_count();
        let spread = form::STARTS | form::NAME | form::KEY;
        for kind in [spread, form::KEY] {
            let flags: Vec<u16> = self.image.forms.iter().map(|form| form.flags).collect();
            let of = |id: u32| {
                let own = id.checked_sub(base)?;
                flags.get(own as usize).copied()
            };
            for form in &mut self.image.forms {
                if let Some(lemma) = form.lemma.and_then(of) {
                    form.flags |= lemma & kind;
                }
                for standard in form.standard.iter().filter_map(|id| of(*id)) {
                    form.flags |= standard & form::KEY;
                }
                // Words of the user are looked at in every post.
                if base > 0 {
                    form.flags |= form::KEY;
                }
            }
        }
    }

    /// The targets with numbers in place of ids.
    fn rows(&self, tables: &Tables, ids: &BTreeMap<String, u32>) -> Vec<Target> {
        let number = |id: &String| {
            ids.get(id)
                .copied()
                .or_else(|| self.base.target(id))
                .unwrap_or(layout::NONE)
        };
        let mut tickets: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for ticket in &tables.targets {
            if ticket.kind == TargetKind::Ticket {
                let id = number(&ticket.id);
                for member in &ticket.members {
                    let on = tickets.entry(member).or_default();
                    if on.last() != Some(&id) {
                        on.push(id);
                    }
                }
            }
        }
        tables
            .targets
            .iter()
            .map(|target| Target {
                id: target.id.clone(),
                name: target.name.clone(),
                kind: target.kind,
                members: target.members.iter().map(number).collect(),
                tickets: tickets.get(target.id.as_str()).cloned().unwrap_or_default(),
                ballot: target.ballot.clone(),
            })
            .collect()
    }
}
