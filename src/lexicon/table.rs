//! Reading compiled bytes in place: every access is bounds-checked, nothing is parsed ahead.

use std::borrow::Cow;

use super::lexeme::mark;
use crate::source::class::{
    Ambiguity, Attitude, Class, Cue, Direction, Scope, Strength, TargetKind, needs_capitals,
};
use crate::source::layout::{self, Section, form, sense};
use crate::source::letters::Letters;
use crate::source::perfect;
use crate::source::weight::Of;

/// A compiled lexicon.
#[derive(Clone)]
pub(crate) struct Lexicon {
    bytes: Cow<'static, [u8]>,
    sections: [(usize, usize); layout::SECTIONS],
    base: u32,
    seed: u32,
    first_target: u32,
    /// The first state whose lemma is told, see [`Section::Edges`].
    first_edge: u32,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon")
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// What is known of a form that stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlainEntry {
    pub(crate) flags: u16,
    pub(crate) state: u32,
    pub(crate) lemma: u32,
}

/// What is known of a form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// See `layout::form`.
    pub(crate) flags: u16,
    /// Where its lemma leads from the beginning of a phrase; 0 if no phrase begins with it.
    pub(crate) state: u32,
    pub(crate) lemma: u32,
    standard: Standard,
}

/// The standard spellings of a form.
#[derive(Debug, Clone, Copy)]
enum Standard {
    None,
    Only(u32),
    /// Their place and number.
    Listed(usize, usize),
}

impl Entry {
    /// As if it stood for itself.
    pub(crate) fn plain(self) -> PlainEntry {
        PlainEntry {
            flags: self.flags,
            state: self.state,
            lemma: self.lemma,
        }
    }
}

/// A state of the phrase trie.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    /// The first state behind it, and the one behind the last.
    pub(super) children: (u32, u32),
    /// The first of its senses, counted from 1, or 0.
    sense: u32,
}

impl Node {
    /// The states behind it.
    #[cfg(test)]
    pub(crate) fn next(self) -> impl Iterator<Item = u32> {
        self.children.0..self.children.1
    }

    /// Whether a phrase ends here.
    pub(crate) fn has_senses(self) -> bool {
        self.sense != 0
    }

    /// Whether no phrase goes on.
    pub(crate) fn is_last(self) -> bool {
        self.children.0 == self.children.1
    }
}

/// One meaning of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sense {
    pub(crate) kind: SenseKind,
    /// The last word of its phrase only follows.
    pub(crate) open: bool,
    from: u16,
    to: u16,
}

impl Sense {
    fn read(record: [u8; layout::SENSE]) -> Option<Self> {
        let [kind, class, a, b, ..] = record;
        let value = u32_in(&record, 4);
        let open = kind & sense::OPEN != 0;
        let kind = match kind & sense::KIND {
            sense::TERM => SenseKind::Term(Class::from_index(class)?),
            sense::ALIAS => SenseKind::Alias {
                target: value,
                attitude: Attitude::from_index(class)?,
                ambiguity: Ambiguity::from_index(a)?,
            },
            sense::CUE => SenseKind::Cue {
                category: Cue::from_index(class)?,
                direction: Direction::from_index(a)?,
                scope: Scope::from_index(b)?,
            },
            sense::CODE => SenseKind::Code {
                number: u8::try_from(value).ok()?,
                strength: Strength::from_index(class)?,
            },
            _ => return None,
        };
        Some(Self {
            kind,
            open,
            from: u16_in(&record, 8),
            to: u16_in(&record, 10),
        })
    }

    /// Whether the meaning existed in that month; an unknown month allows all.
    pub(crate) fn valid(self, month: Option<u16>) -> bool {
        month.is_none_or(|month| self.from <= month && month <= self.to)
    }
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SenseKind {
    Term(Class),
    Alias {
        target: u32,
        attitude: Attitude,
        ambiguity: Ambiguity,
    },
    Cue {
        category: Cue,
        direction: Direction,
        scope: Scope,
    },
    Code {
        number: u8,
        strength: Strength,
    },
}

impl SenseKind {
    /// Whether it may make a post political, take a side or tell of an act by itself, as the meaning of so many words written like this
    /// (see [`mark`]).
    pub(crate) fn matters(self, words: usize, marks: u32) -> bool {
        match self {
            Self::Term(class) => class.matters(words),
            Self::Cue { .. } => false,
            // Everyday words are names only in capitals or in a tag.
            Self::Alias {
                attitude,
                ambiguity,
                ..
            } => {
                words > 1
                    || !needs_capitals(ambiguity, attitude)
                    || marks & (mark::CAPS | mark::TAG) != 0
            }
            // Numerals that are no ballot numbers; hands may be shown in photographs.
            Self::Code { strength, .. } => strength != Strength::Weak,
        }
    }
}

/// A target as its row says it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TargetInfo<'l> {
    pub(crate) kind: TargetKind,
    lexicon: &'l Lexicon,
    at: usize,
    members: (usize, usize),
    tickets: (usize, usize),
    ballots: (usize, usize),
}

impl<'l> TargetInfo<'l> {
    pub(crate) fn id(self) -> Cow<'static, str> {
        self.text(0, 8)
    }

    pub(crate) fn name(self) -> Cow<'static, str> {
        self.text(4, 9)
    }

    /// A text of its row: only verdicts show one, so it is not read before.
    fn text(self, offset: usize, length: usize) -> Cow<'static, str> {
        let lexicon = self.lexicon;
        let length = lexicon.u8_at(Section::Targets, self.at, layout::TARGET, length);
        let offset = lexicon.u32_at(Section::Targets, self.at, layout::TARGET, offset);
        let length = usize::from(length);
        match &lexicon.bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(lexicon.string_in(bytes, offset, length)),
            Cow::Owned(bytes) => Cow::Owned(lexicon.string_in(bytes, offset, length).to_owned()),
        }
    }

    pub(crate) fn members(self) -> impl Iterator<Item = u32> + 'l {
        let (first, count) = self.members;
        (first..first + count).map(move |at| self.lexicon.list_at(at))
    }

    /// Tickets it stands on.
    pub(crate) fn tickets(self) -> impl Iterator<Item = u32> + 'l {
        let (first, count) = self.tickets;
        (first..first + count).map(move |at| self.lexicon.list_at(at))
    }

    /// Contests with the number in each.
    pub(crate) fn ballots(self) -> impl Iterator<Item = (&'l str, u32)> + 'l {
        let (first, count) = self.ballots;
        let lexicon = self.lexicon;
        (first..first + count).map(move |at| {
            let offset = lexicon.u32_at(Section::Ballots, at, layout::BALLOT, 0);
            let length = lexicon.u32_at(Section::Ballots, at, layout::BALLOT, 4);
            (
                lexicon.string(offset, length as usize),
                lexicon.u32_at(Section::Ballots, at, layout::BALLOT, 8),
            )
        })
    }
}

static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

impl Lexicon {
    /// The lexicon compiled into the crate.
    pub(crate) fn compiled() -> Self {
        Self::read(Cow::Borrowed(COMPILED), 0)
    }

    /// A lexicon made by `source::compile` at run time, whose targets are numbered from `first_target`.
    pub(crate) fn extension(bytes: Vec<u8>, first_target: u32) -> Self {
        Self::read(Cow::Owned(bytes), first_target)
    }

    fn read(bytes: Cow<'static, [u8]>, first_target: u32) -> Self {
        let mut sections = [(0, 0); layout::SECTIONS];
        for (at, section) in sections.iter_mut().enumerate() {
            let entry = 20 + at * 8;
            *section = (
                u32_in(&bytes, entry) as usize,
                u32_in(&bytes, entry + 4) as usize,
            );
        }
        let (base, seed) = (u32_in(&bytes, 12), u32_in(&bytes, 16));
        let mut lexicon = Self {
            bytes,
            sections,
            base,
            seed,
            first_target,
            first_edge: 0,
        };
        let count = |section| lexicon.section(section).1;
        lexicon.first_edge = count(Section::Next).saturating_sub(count(Section::Edges)) as u32;
        lexicon
    }

    pub(super) fn section(&self, section: Section) -> (usize, usize) {
        self.sections
            .get(section as usize)
            .copied()
            .unwrap_or((0, 0))
    }

    pub(super) fn u32_at(&self, section: Section, record: usize, size: usize, field: usize) -> u32 {
        u32_in(&self.bytes, self.section(section).0 + record * size + field)
    }

    /// A number of which the lower and the upper part stand in two sections.
    #[inline]
    fn split_at(&self, lows: Section, tops: Section, at: usize) -> u32 {
        let place = self.section(lows).0 + at * layout::LOW;
        let low = u16::from_le_bytes(record(&self.bytes, place));
        let (tops, count) = self.section(tops);
        if at < count {
            let top = self.bytes.get(tops + at).copied().unwrap_or(0);
            u32::from(top) << 16 | u32::from(low)
        } else {
            u32::from(low)
        }
    }

    fn list_at(&self, record: usize) -> u32 {
        self.split_at(Section::Lists, Section::ListTops, record)
    }

    fn u8_at(&self, section: Section, record: usize, size: usize, field: usize) -> u8 {
        self.bytes
            .get(self.section(section).0 + record * size + field)
            .copied()
            .unwrap_or(0)
    }

    fn string(&self, offset: u32, length: usize) -> &str {
        self.string_in(&self.bytes, offset, length)
    }

    /// A text of the pool, living as long as the bytes of the lexicon.
    fn string_in<'b>(&self, bytes: &'b [u8], offset: u32, length: usize) -> &'b str {
        let start = self.section(Section::Strings).0 + offset as usize;
        bytes
            .get(start..start + length)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    /// Whether the header and the checksum are those of this version.
    #[cfg(test)]
    pub(crate) fn is_sound(&self) -> bool {
        let body = self.bytes.get(layout::HEADER..).unwrap_or(&[]);
        let checksum = layout::hash(body);
        self.bytes.starts_with(&layout::MAGIC)
            && u32_in(&self.bytes, 4) == layout::VERSION
            && u32_in(&self.bytes, 8) == (checksum ^ (checksum >> 32)) as u32
    }

    pub(crate) fn base(&self) -> u32 {
        self.base
    }

    pub(crate) fn form_count(&self) -> u32 {
        self.section(Section::Forms).1 as u32
    }

    pub(crate) fn target_count(&self) -> u32 {
        self.section(Section::Targets).1 as u32
    }

    /// Looks a word up.
    pub(crate) fn form(&self, word: &[u8]) -> Option<u32> {
        self.form_of(word, Letters::of(word))
    }

    /// Looks a word up that stands in a text: the same, sooner.
    #[inline]
    pub(crate) fn form_within(&self, text: &[u8], start: usize, end: usize) -> Option<u32> {
        self.form_of(text.get(start..end)?, Letters::within(text, start, end))
    }

    /// Looks a word of these letters up.
    #[inline]
    fn form_of(&self, word: &[u8], letters: Letters) -> Option<u32> {
        let bytes = &*self.bytes;
        let pilots = self.section(Section::Pilots);
        let slots = self.section(Section::Forms);
        let hash = letters.hash(word, self.seed);
        let pilot = bytes.get(pilots.0 + perfect::bucket(hash, pilots.1))?;
        let slot = perfect::slot(hash, *pilot, slots.1);
        // A word that is not known comes to the slot of another.
        let at = u32_in(bytes, slots.0 + slot * layout::FORM);
        let length = (at >> 24) as usize;
        if length != word.len() || word.is_empty() {
            return None;
        }
        let start = self.section(Section::Strings).0 + (at as usize & layout::MOST);
        let known = Letters::within(bytes, start, start + length);
        let same = known == letters && (length <= 16 || bytes.get(start..start + length)? == word);
        same.then(|| self.base + slot as u32)
    }

    /// At which lengths words may end that begin with these bytes, one bit each: told of words of two letters and more.
    pub(crate) fn lengths(&self, first: [u8; 4]) -> u32 {
        let letters = u32::from_le_bytes(first);
        let told = |letters: u32| {
            let entry = layout::lengths_at(letters.to_le_bytes()) * layout::LENGTH;
            let start = self.section(Section::Lengths).0;
            layout::lengths_in(u16_in(&self.bytes, start + entry))
        };
        let short = told(letters & 0xffff) & 1 << 2 | told(letters & 0x00ff_ffff) & 1 << 3;
        let (at, bit) = layout::beginning_of(first);
        if self.u8_at(Section::Beginnings, at, 1, 0) & bit == 0 {
            return short;
        }
        short | told(letters) & u32::MAX << 4
    }

    /// Whether a name of five letters and more may begin a word.
    pub(crate) fn begins_name(&self, word: &[u8]) -> bool {
        layout::name(word).is_none_or(|(at, bit)| self.u8_at(Section::Names, at, 1, 0) & bit != 0)
    }

    /// Which five letters names begin with, see [`layout::name`].
    pub(crate) fn names(&self) -> Option<&[u8; layout::BEGINNINGS]> {
        let (start, _) = self.section(Section::Names);
        self.bytes.get(start..)?.first_chunk()
    }

    /// Which words must be looked at, see [`layout::noted`]; the bits of some others are set too.
    pub(crate) fn noted(&self) -> Option<&[[u8; layout::NOTE]]> {
        let (start, length) = self.section(Section::Noted);
        let (entries, _) = self.bytes.get(start..start + length)?.as_chunks();
        Some(entries)
    }

    /// What a glance must know of a form, see [`layout::glance`].
    pub(crate) fn glance(&self, form: u32) -> u8 {
        let (start, count) = self.section(Section::Glance);
        let own = self.own(form);
        // A form of another lexicon is no form of this one.
        let place = (own < count).then_some(start + own);
        place
            .and_then(|at| self.bytes.get(at))
            .copied()
            .unwrap_or(0)
    }

    /// The letters of a form.
    fn text_at(&self, slot: usize) -> Option<&[u8]> {
        let at = self.u32_at(Section::Forms, slot, layout::FORM, 0);
        let (offset, length) = (at & layout::MOST as u32, at >> 24);
        let start = self.section(Section::Strings).0 + offset as usize;
        self.bytes.get(start..start + length as usize)
    }

    fn own(&self, form: u32) -> usize {
        form.wrapping_sub(self.base) as usize
    }

    pub(crate) fn form_text(&self, form: u32) -> &str {
        self.text_at(self.own(form))
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    /// See `layout::form`.
    pub(crate) fn form_flags(&self, form: u32) -> u16 {
        let start = self.section(Section::Forms).0 + self.own(form) * layout::FORM;
        u16_in(&self.bytes, start + 4) & form::ALL
    }

    /// The flags of a form and how common it is, 1 the most.
    pub(crate) fn form_flags_and_band(&self, form: u32) -> (u16, u8) {
        let start = self.section(Section::Forms).0 + self.own(form) * layout::FORM;
        let flags = u16_in(&self.bytes, start + 4);
        (flags & form::ALL, (flags >> layout::BAND) as u8 & 7)
    }

    /// What is known of a form.
    #[inline]
    pub(crate) fn form_entry(&self, form: u32) -> Entry {
        let (flags, value) = self.form_record(form);
        let count = usize::from(flags >> layout::COUNT);
        let (lemma, state, standard) = if count == layout::ONLY {
            (form, 0, Standard::Only(value))
        } else if let Some((lemma, state)) = self.unlisted(form, flags, value) {
            (lemma, state, Standard::None)
        } else {
            let list = value as usize;
            let (lemma, state, first) = match self.list_at(list) {
                own if own == form && flags & form::STARTS != 0 => {
                    (own, self.list_at(list + 1), list + 2)
                }
                own if own == form => (own, 0, list + 1),
                lemma => (lemma, self.state_of(flags, lemma), list + 1),
            };
            (lemma, state, Standard::Listed(first, count))
        };
        Entry {
            flags: flags & form::ALL,
            state,
            lemma,
            standard,
        }
    }

    /// What is known of a form that stands for no others and whose lemma needs no list: most of them.
    #[inline]
    pub(crate) fn plain_entry(&self, form: u32) -> Option<PlainEntry> {
        let (flags, value) = self.form_record(form);
        let (lemma, state) = self.unlisted(form, flags, value)?;
        let flags = flags & form::ALL;
        (flags & (form::VARIANT | form::PAIR) == 0).then_some(PlainEntry {
            flags,
            state,
            lemma,
        })
    }

    /// The lemma of a form without a standard spelling, and the state that leads to from the root, where its value tells them without a list.
    #[inline]
    fn unlisted(&self, form: u32, flags: u16, value: u32) -> Option<(u32, u32)> {
        match usize::from(flags >> layout::COUNT) {
            0 => Some((form, value)),
            layout::INFLECTED => Some((value, self.state_of(flags, value))),
            _ => None,
        }
    }

    /// The flags of a form with its band and count, and its value.
    fn form_record(&self, form: u32) -> (u16, u32) {
        let start = self.section(Section::Forms).0 + self.own(form) * layout::FORM;
        let record: [u8; 5] = record(&self.bytes, start + 4);
        (u16_in(&record, 0), u24_in(&record, 2))
    }

    /// The state that the lemma of a form with these flags leads to from the root.
    fn state_of(&self, flags: u16, lemma: u32) -> u32 {
        if flags & form::STARTS == 0 {
            return 0;
        }
        let (flags, value) = self.form_record(lemma);
        match usize::from(flags >> layout::COUNT) {
            0 => value,
            layout::INFLECTED | layout::ONLY => 0,
            _ => self.list_at(value as usize + 1),
        }
    }

    pub(crate) fn form_standard(&self, form: u32) -> impl Iterator<Item = u32> + '_ {
        self.standards(self.form_entry(form))
    }

    /// The standard spellings of a form of which this is known.
    pub(crate) fn standards(&self, entry: Entry) -> impl Iterator<Item = u32> + '_ {
        let (only, first, count) = match entry.standard {
            Standard::None => (None, 0, 0),
            Standard::Only(form) => (Some(form), 0, 0),
            Standard::Listed(first, count) => (None, first, count),
        };
        let listed = (first..first + count).map(|at| self.list_at(at));
        only.into_iter().chain(listed)
    }

    /// The state a lemma leads to from the beginning of a phrase.
    pub(crate) fn begin(&self, lemma: u32) -> Option<u32> {
        if lemma >= self.base {
            let own = (lemma - self.base < self.form_count()).then(|| self.form_entry(lemma))?;
            return Some(own.state).filter(|state| *state != 0);
        }
        // A lemma of the lexicon this one extends.
        self.has_foreign(Section::Starts, lemma)
            .then(|| self.step(self.node(0), lemma))
            .flatten()
    }

    /// Whether two lemmas stand side by side in a phrase that matters by itself, one of them its key. Sometimes
    /// true of others.
    pub(crate) fn may_be_pair(&self, first: u32, second: u32) -> bool {
        let has = |(at, bit)| self.u8_at(Section::Pairs, at, 1, 0) & bit != 0;
        layout::pair(first, second).into_iter().all(has)
    }

    /// Whether a lemma of the lexicon this one extends is the key of a phrase that matters by itself.
    pub(crate) fn is_foreign_key(&self, lemma: u32) -> bool {
        self.has_foreign(Section::Keys, lemma)
    }

    fn has_foreign(&self, section: Section, lemma: u32) -> bool {
        self.u8_at(section, lemma as usize / 8, 1, 0) & 1 << (lemma % 8) != 0
    }

    /// A state of the phrase trie.
    pub(crate) fn node(&self, state: u32) -> Node {
        let next = self.split_at(Section::Next, Section::NextTops, state as usize) as usize;
        let first = |block: usize| self.split_at(Section::Blocks, Section::BlockTops, block);
        // Most phrases end where they may.
        let children = if next == 0 {
            (0, 0)
        } else {
            (first(next), first(next + 1))
        };
        Node {
            children,
            sense: self.split_at(Section::Ends, Section::EndTops, state as usize),
        }
    }

    /// The state behind a lemma.
    ///
    /// # Complexity
    /// Logarithmic in the number of phrases that go on from the node.
    pub(crate) fn step(&self, node: Node, lemma: u32) -> Option<u32> {
        let (low, high) = node.children;
        if lemma == layout::NONE || low >= high {
            return None;
        }
        if self.section(Section::EdgeTops).1 == 0 {
            let lemma = u16::try_from(lemma).ok()?;
            let edges = self.section(Section::Edges).0;
            let from = edges + low.checked_sub(self.first_edge)? as usize * layout::LOW;
            let length = (high - low) as usize * layout::LOW;
            let (edges, _) = self.bytes.get(from..from + length)?.as_chunks();
            let at = edges.binary_search_by_key(&lemma, |edge| u16::from_le_bytes(*edge));
            return Some(low + at.ok()? as u32);
        }
        // A large election of a user.
        let (mut from, mut to) = (low, high);
        while from < to {
            let middle = from.midpoint(to);
            if self.edge(middle)? < lemma {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        (from < high && self.edge(from) == Some(lemma)).then_some(from)
    }

    /// The lemma that leads to a state; none where the forms tell it, see [`Section::Edges`].
    pub(super) fn edge(&self, state: u32) -> Option<u32> {
        let at = state.checked_sub(self.first_edge)? as usize;
        Some(self.split_at(Section::Edges, Section::EdgeTops, at))
    }

    /// The states behind the first, each with the lemma whose form tells that it leads there; reads the whole table.
    pub(super) fn leading(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let own = |slot| {
            let entry = self.form_entry(self.base + slot);
            (entry.lemma == self.base + slot && entry.state != 0)
                .then_some((entry.state, entry.lemma))
        };
        (0..self.form_count()).filter_map(own)
    }

    /// What ends at a node.
    pub(crate) fn senses(&self, node: Node) -> impl Iterator<Item = Sense> + '_ {
        let mut next = node.sense.checked_sub(1).map(|first| first as usize);
        std::iter::from_fn(move || {
            let at = next?;
            let start = self.section(Section::Senses).0 + at * layout::SENSE;
            let record: [u8; layout::SENSE] = record(&self.bytes, start);
            next = (record.first()? & sense::MORE != 0).then_some(at + 1);
            Sense::read(record)
        })
    }

    /// What a lemma is by itself.
    pub(crate) fn senses_of(&self, lemma: u32) -> impl Iterator<Item = Sense> + '_ {
        let state = self.begin(lemma).into_iter();
        state.flat_map(|state| self.senses(self.node(state)))
    }

    pub(crate) fn target(&self, index: u32) -> Option<TargetInfo<'_>> {
        let at = index.checked_sub(self.first_target)? as usize;
        if at >= self.section(Section::Targets).1 {
            return None;
        }
        let field = |field| self.u32_at(Section::Targets, at, layout::TARGET, field);
        let byte = |field| self.u8_at(Section::Targets, at, layout::TARGET, field);
        Some(TargetInfo {
            kind: TargetKind::from_index(byte(10))?,
            lexicon: self,
            at,
            members: (field(12) as usize, field(16) as usize),
            ballots: (field(20) as usize, field(24) as usize),
            tickets: (field(28) as usize, field(32) as usize),
        })
    }

    /// A weight of the score, if this lexicon gives it.
    pub(crate) fn weight(&self, of: Of) -> Option<i32> {
        let value = self
            .u32_at(Section::Weights, of.index(), 4, 0)
            .cast_signed();
        (value != layout::NO_WEIGHT).then_some(value)
    }
}

/// So many bytes from a place; zeros where there are none.
fn record<const SIZE: usize>(bytes: &[u8], at: usize) -> [u8; SIZE] {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk())
        .copied()
        .unwrap_or([0; SIZE])
}

fn u32_in(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(record(bytes, at))
}

fn u24_in(bytes: &[u8], at: usize) -> u32 {
    let [low, middle, high] = record(bytes, at);
    u32::from_le_bytes([low, middle, high, 0])
}

fn u16_in(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(record(bytes, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiled_lexicon_is_sound() {
        let lexicon = Lexicon::compiled();
        assert!(lexicon.is_sound());
        for form in 0..lexicon.form_count() {
            if lexicon.form_text(form).is_empty() {
                continue;
            }
            let word = lexicon.form_text(form).as_bytes();
            assert_eq!(lexicon.form(word), Some(form));
            let mut first = [0; 4];
            for (to, from) in first.iter_mut().zip(word) {
                *to = *from;
            }
            let told = (2..32).contains(&word.len());
            assert!(!told || lexicon.lengths(first) >> word.len() & 1 == 1);
            assert_eq!(
                crate::token::fold(lexicon.form_text(form)),
                lexicon.form_text(form),
                "keys are folded"
            );
        }
        for factor in crate::source::weight::Factor::ALL {
            assert!(
                lexicon.weight(Of::Factor(*factor)).is_some(),
                "{factor} has no weight"
            );
        }
    }
}
