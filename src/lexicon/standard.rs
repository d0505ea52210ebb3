//! The standard spelling of a word as people type it, with what was changed and how sure that is.

use super::Knowledge;
use super::affix::root_of;
use super::digits::{introduces, unmask};
use super::sound;
use super::split::Splitter;
use crate::source::class::{Named, UnknownName, named};
use crate::source::layout::form;
use crate::token::{APART, DOUBLING};

named! {
    /// What was done to a word to reach its standard spelling; also the steps a normaliser may take.
    pub Change {
        /// Nothing: good Indonesian, a name, or unknown.
        None = "none",
        /// The spelling stands in the list of informal spellings, or is an informal form of a known verb.
        Listed = "listed",
        /// Repeated letters were reduced.
        Stretched = "stretched",
        /// A mark of doubling was written out.
        Doubled = "doubled",
        /// A suffix was set apart and the rest looked up.
        Suffixed = "suffixed",
        /// Informal affixes of a known word were led to the standard ones by rule.
        Affixed = "affixed",
        /// Digits or masks were read as letters.
        Digits = "digits",
        /// Letters in disguise (other scripts, mathematical, full-width, with marks) were read as plain ones.
        Folded = "folded",
        /// Letters written apart were joined.
        Joined = "joined",
        /// Words written together were set apart.
        Parted = "parted",
        /// A spelling by sound was led to a known word by rule.
        Sounded = "sounded",
        /// A dropped vowel was put back where only one known word fits.
        Voweled = "voweled",
        /// A slip of the finger was put right where only one common word is that near; wrong two times in five in edited text,
        /// hence only taken when asked for.
        Near = "near",
    }
}

named! {
    /// How sure a change is.
    pub Certainty {
        /// It stands in a list.
        Sure = "sure",
        /// A rule led to a known word.
        Likely = "likely",
        /// A rule was followed, but the word it leads to is unknown.
        Possible = "possible",
    }
}

/// The steps that may be taken: a set of [`Change`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Steps(u16);

impl Steps {
    /// All steps that lead to the right word far more often than to a wrong one.
    pub(crate) const SOUND: Self = Self(u16::MAX).without(Change::Near);
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn with(self, step: Change) -> Self {
        Self(self.0 | 1 << step as u16)
    }

    pub(crate) const fn without(self, step: Change) -> Self {
        Self(self.0 & !(1 << step as u16))
    }

    pub(crate) const fn has(self, step: Change) -> bool {
        self.0 & (1 << step as u16) != 0
    }
}

/// Signs that stand for a letter left out, or for none.
const APOSTROPHES: [char; 3] = ['\'', '’', '`'];

/// Suffixes as people write them, and the standard ones.
const SUFFIXES: [(&str, &str); 9] = [
    ("nyah", "nya"),
    ("nye", "nya"),
    ("nya", "nya"),
    ("lah", "lah"),
    ("kah", "kah"),
    ("ny", "nya"),
    ("ku", "ku"),
    ("mu", "mu"),
    ("x", "nya"),
];

/// Buffers of one reader of words; `out` holds the answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) out: String,
    spare: String,
    plain: String,
    split: Splitter,
}

/// One word on its way to its standard spelling.
pub(crate) struct Speller<'k> {
    pub(crate) knowledge: &'k Knowledge,
    pub(crate) steps: Steps,
    /// Whether the word looks like a name: then nothing is guessed about it.
    pub(crate) name: bool,
    /// Whether it looks like a name inside a sentence: a short one is then a title or an initial and stays.
    pub(crate) inside: bool,
    /// Whether it is in capitals among words that are not: a short one is then an acronym and stays.
    pub(crate) acronym: bool,
}

type Found = Option<(Change, Certainty)>;

impl Speller<'_> {
    /// Writes the standard spelling of a folded word into `draft.out`.
    pub(crate) fn spell(&self, word: &str, draft: &mut Draft) -> (Change, Certainty) {
        draft.out.clear();
        let found = self.changed(word, draft).filter(|_| draft.out != word);
        found.unwrap_or_else(|| {
            draft.out.clear();
            draft.out.push_str(word);
            (Change::None, Certainty::Sure)
        })
    }

    fn may(&self, step: Change) -> bool {
        self.steps.has(step)
    }

    fn changed(&self, word: &str, draft: &mut Draft) -> Found {
        if self.acronym && word.len() <= 4 || self.inside && word.len() <= 2 {
            return None;
        }
        if word.contains(APART) {
            return self.joined(word, draft);
        }
        if word.contains(APOSTROPHES) {
            return self.elided(word, draft);
        }
        if let Some(form) = self.knowledge.form(word) {
            if self.rewritten(form) && self.may(Change::Listed) {
                self.write(form, &mut draft.out);
                return Some((Change::Listed, Certainty::Sure));
            }
            // A listed spelling may itself be stretched: `iyaa`.
            return if self.knowledge.flags(form) & form::VARIANT != 0 {
                self.stretched(word, draft)
            } else {
                None
            };
        }
        self.doubled(word, draft)
            .or_else(|| self.suffixed(word, draft))
            .or_else(|| self.stretched(word, draft))
            .or_else(|| self.unmasked(word, draft))
            .or_else(|| self.guessed(word, draft))
            .or_else(|| self.parted(word, draft))
            .or_else(|| self.shortened(word, draft))
    }

    /// `do'a`, `sa'at`: an apostrophe that is no letter, save in names (`Ma'ruf`); `pokok'a`: one that stands for the rest of *-nya*.
    fn elided(&self, word: &str, draft: &mut Draft) -> Found {
        let (stem, tail) = word.rsplit_once(APOSTROPHES)?;
        if matches!(tail, "a" | "y" | "x" | "e" | "ny")
            && stem.len() >= 3
            && self.may(Change::Suffixed)
            && let Some(form) = self.knowledge.form(stem)
        {
            self.write(form, &mut draft.out);
            draft.out.push_str("nya");
            return Some((Change::Suffixed, Certainty::Likely));
        }
        let mut plain = std::mem::take(&mut draft.plain);
        plain.clear();
        plain.extend(word.chars().filter(|letter| !APOSTROPHES.contains(letter)));
        let form = self
            .knowledge
            .form(&plain)
            .filter(|_| self.may(Change::Listed) && !self.name);
        draft.plain = plain;
        self.write(form?, &mut draft.out);
        Some((Change::Listed, Certainty::Likely))
    }

    /// `p r a b o w o`, `c*blos`.
    fn joined(&self, word: &str, draft: &mut Draft) -> Found {
        let mut plain = std::mem::take(&mut draft.plain);
        plain.clear();
        plain.extend(word.chars().filter(|letter| !APART.contains(letter)));
        let found = if self.may(Change::Joined)
            && let Some(form) = self.knowledge.form(&plain)
        {
            self.write(form, &mut draft.out);
            Some((Change::Joined, Certainty::Likely))
        } else {
            None
        };
        draft.plain = plain;
        found
    }

    /// `teman2`, `anak2nya`: the word twice, then its suffix.
    fn doubled(&self, word: &str, draft: &mut Draft) -> Found {
        if !self.may(Change::Doubled) {
            return None;
        }
        let at = word.find(['2', DOUBLING]).filter(|at| *at >= 2)?;
        if matches!(
            word.get(..at),
            Some("rp" | "ri" | "no" | "pp" | "ke" | "di")
        ) {
            return None;
        }
        let (stem, rest) = word.split_at_checked(at)?;
        let rest = rest.get(1..)?;
        let digits = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
        let suffix = SUFFIXES.iter().find(|(suffix, _)| *suffix == rest);
        let ends = rest.is_empty() || rest == "an" || suffix.is_some();
        // A quotation mark may also close what was opened before a cut: it doubles known words only.
        let quoted = word.contains(DOUBLING)
            && (self.name || self.acronym || self.knowledge.form(stem).is_none());
        // Behind a name a digit may be a ballot number.
        let form = self.knowledge.form(stem);
        let number = match form {
            Some(form) => introduces(self.knowledge, form),
            None => self.name,
        };
        if digits(stem) || !ends || quoted || number {
            return None;
        }
        let mut single = std::mem::take(&mut draft.plain);
        self.spell(stem, draft);
        single.clone_from(&draft.out);
        draft.out.push('-');
        draft.out.push_str(&single);
        draft.plain = single;
        draft
            .out
            .push_str(suffix.map_or(rest, |(_, standard)| standard));
        Some((Change::Doubled, Certainty::Sure))
    }

    /// Repeated letters, where fewer of them give a known word, perhaps with a suffix.
    fn stretched(&self, word: &str, draft: &mut Draft) -> Found {
        if !self.may(Change::Stretched) || longest(word) < 2 {
            return None;
        }
        let mut plain = std::mem::take(&mut draft.plain);
        let found = self.shortest(word, &mut plain);
        let found = match found {
            Some(form) if self.may(Change::Listed) => {
                self.write(form, &mut draft.out);
                Some((Change::Stretched, Certainty::Likely))
            }
            Some(_) => {
                draft.out.push_str(&plain);
                Some((Change::Stretched, Certainty::Likely))
            }
            None => self.stretched_stem(word, &mut plain, draft),
        };
        draft.plain = plain;
        found
    }

    /// The ways in which letters may be taken out. Two of a letter are emphasis less often than three: not in names and acronyms, and
    /// inside a word not where two may meet (`sanggar`, `tunjukkan`).
    fn ways(&self, word: &str) -> &'static [Way] {
        let mut letters = word.bytes();
        let first = letters.next();
        if first == letters.next() && !matches!(first, Some(b'a' | b'i' | b'u' | b'e' | b'o')) {
            return &[];
        }
        if longest(word) >= 3 {
            return if word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')) {
                &[]
            } else {
                &Way::ALL
            };
        }
        let vowel = word.contains(['a', 'i', 'u', 'e', 'o']);
        let has = |word: &str, pairs: &[&str]| pairs.iter().any(|pair| word.contains(pair));
        let short = word.len() < 4 && !has(word, &["uu", "oo", "ee", "hh"]);
        let inside = word.get(..word.len().saturating_sub(1)).unwrap_or("");
        if self.name || self.acronym || !vowel || short {
            &[]
        } else if has(inside, &["gg", "kk", "nn", "ss"]) {
            &[Way::End]
        } else {
            &[Way::End, Way::All]
        }
    }

    /// The known word that fewer letters give; one in good spelling goes before a listed informal one.
    fn shortest(&self, word: &str, plain: &mut String) -> Option<u32> {
        let mut listed = None;
        for way in self.ways(word) {
            reduce(word, *way, plain);
            if plain.len() < word.len()
                && plain.len() >= 2
                && let Some(form) = self.knowledge.form(plain)
            {
                if self.knowledge.flags(form) & form::VARIANT == 0 {
                    return Some(form);
                }
                listed = listed.or(Some(*way));
            }
        }
        reduce(word, listed?, plain);
        self.knowledge.form(plain)
    }

    fn stretched_stem(&self, word: &str, plain: &mut String, draft: &mut Draft) -> Found {
        for way in self.ways(word) {
            reduce(word, *way, plain);
            if plain.len() == word.len() {
                continue;
            }
            for (suffix, standard) in SUFFIXES {
                if let Some(stem) = plain.strip_suffix(suffix).filter(|stem| stem.len() >= 3)
                    && let Some(form) = self.knowledge.form(stem)
                {
                    if self.may(Change::Listed) {
                        self.write(form, &mut draft.out);
                        draft.out.push_str(standard);
                    } else {
                        draft.out.push_str(plain);
                    }
                    return Some((Change::Stretched, Certainty::Likely));
                }
            }
        }
        None
    }

    /// Repeated letters of an unknown word: three and more are emphasis in any word, two at its end in a long one.
    fn shortened(&self, word: &str, draft: &mut Draft) -> Found {
        let most = longest(word);
        if !self.may(Change::Stretched)
            || self.ways(word).is_empty()
            || most < 2
            || most == 2 && word.len() < 6
        {
            return None;
        }
        reduce(word, Way::End, &mut draft.out);
        Some((Change::Stretched, Certainty::Possible))
    }

    fn suffixed(&self, word: &str, draft: &mut Draft) -> Found {
        if !self.may(Change::Suffixed) {
            return None;
        }
        for (suffix, standard) in SUFFIXES {
            let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() >= 3) else {
                continue;
            };
            if let Some(form) = self.knowledge.form(stem) {
                if self.name && self.knowledge.flags(form) & form::VARIANT != 0 {
                    return None;
                }
                if self.may(Change::Listed) {
                    self.write(form, &mut draft.out);
                } else {
                    draft.out.push_str(stem);
                }
                draft.out.push_str(standard);
                return Some((Change::Suffixed, Certainty::Likely));
            }
        }
        None
    }

    /// Digits for letters: `m3nang`; `pr@bowo`, `c*blos`.
    fn unmasked(&self, word: &str, draft: &mut Draft) -> Found {
        let masked = word.contains(['*', '@']);
        let letters = word.bytes().any(|byte| byte.is_ascii_lowercase());
        let digits = word.bytes().any(|byte| byte.is_ascii_digit());
        let count = |kind: fn(&u8) -> bool| word.bytes().filter(kind).count();
        let few = count(u8::is_ascii_digit) > count(u8::is_ascii_lowercase);
        if !self.may(Change::Digits) || !letters || !digits && !masked || word.len() < 4 || few {
            return None;
        }
        let form = unmask(self.knowledge, word, &mut draft.spare)?;
        self.write(form, &mut draft.out);
        Some((Change::Digits, Certainty::Likely))
    }

    /// Rules that lead to known words; nothing is guessed about names.
    fn guessed(&self, word: &str, draft: &mut Draft) -> Found {
        if self.name || word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let Draft { out, spare, .. } = draft;
        let plain = |word: &str| {
            self.knowledge.form(word).is_some_and(|form| {
                self.knowledge.flags(form) & (form::PLAIN | form::VARIANT) == form::PLAIN
            })
        };
        if self.may(Change::Affixed) && sound::affixed(word, &plain, out) {
            return Some((Change::Affixed, Certainty::Likely));
        }
        if self.may(Change::Parted)
            && let Some(rest) = sound::denied(word)
            && let Some(form) = self.knowledge.form(rest)
            && self.knowledge.flags(form) & form::NAME == 0
            && (self.knowledge.flags(form) & form::VARIANT != 0 || self.knowledge.band(form) <= 3)
        {
            out.push_str("tidak ");
            self.write(form, out);
            return Some((Change::Parted, Certainty::Likely));
        }
        let common = |word: &str| {
            self.knowledge.form(word).is_some_and(|form| {
                self.knowledge.band(form) <= sound::COMMON
                    && self.knowledge.flags(form) & (form::PLAIN | form::VARIANT | form::NAME)
                        == form::PLAIN
            })
        };
        // An affixed form of a known word is good Indonesian, though no row lists it.
        if root_of(self.knowledge, word.as_bytes()).is_some() {
            out.clear();
            return None;
        }
        if self.may(Change::Sounded) && sound::respelled(word, &common, out, spare) {
            return Some((Change::Sounded, Certainty::Likely));
        }
        if self.may(Change::Voweled) && sound::voweled(word, &common, out, spare) {
            return Some((Change::Voweled, Certainty::Likely));
        }
        if self.may(Change::Near) && sound::near(word, &common, out, spare) {
            return Some((Change::Near, Certainty::Possible));
        }
        out.clear();
        None
    }

    /// `prabowogibran`: words written together of which one is a name.
    fn parted(&self, word: &str, draft: &mut Draft) -> Found {
        let Draft { out, split, .. } = draft;
        if !self.may(Change::Parted)
            || self.name
            || word.len() < 8
            || !word.bytes().all(|byte| byte.is_ascii_lowercase())
            || !split.names(self.knowledge, word)
            || split.ranges().count() < 2
        {
            return None;
        }
        for range in split.ranges() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word.get(range).unwrap_or(""));
        }
        Some((Change::Parted, Certainty::Likely))
    }

    /// Whether a form is written otherwise in standard spelling. Of two words written together only a preposition is a mistake; the
    /// others may be names (`tvone`).
    fn rewritten(&self, form: u32) -> bool {
        let flags = self.knowledge.flags(form);
        let preposition = || {
            let first = self.knowledge.standard(form).next();
            first.is_some_and(|first| matches!(self.knowledge.text(first), "di" | "ke"))
        };
        flags & (form::VARIANT | form::STYLE) != 0 || flags & form::PAIR != 0 && preposition()
    }

    /// The words a form stands for.
    fn write(&self, form: u32, out: &mut String) {
        if !self.rewritten(form) {
            out.push_str(self.knowledge.text(form));
            return;
        }
        for (at, standard) in self.knowledge.standard(form).enumerate() {
            if at > 0 {
                out.push(' ');
            }
            out.push_str(self.knowledge.text(standard));
        }
    }
}

/// Which repeated letters are reduced.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Three and more to one.
    Long,
    /// Three and more to one, and two at the end to one.
    End,
    /// Three and more to two: `maaaf`.
    Pair,
    /// All to one.
    All,
}

impl Way {
    const ALL: [Self; 4] = [Self::Long, Self::End, Self::Pair, Self::All];
}

/// Writes a word with its repeated letters reduced.
fn reduce(word: &str, way: Way, into: &mut String) {
    into.clear();
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let run = rest.chars().take_while(|next| *next == letter).count();
        rest = rest.get(run * letter.len_utf8()..).unwrap_or("");
        let keep = match way {
            _ if !letter.is_alphabetic() => run,
            Way::Long if run >= 3 => 1,
            Way::End if run >= 3 || rest.is_empty() => 1,
            Way::Pair => run.min(2),
            Way::All => 1,
            _ => run,
        };
        into.extend(std::iter::repeat_n(letter, keep));
    }
}

/// The most of one letter in a row.
fn longest(word: &str) -> usize {
    let (mut last, mut run, mut most) = ('\0', 0, 0);
    for letter in word.chars() {
        run = if letter == last { run + 1 } else { 1 };
        last = letter;
        if letter.is_alphabetic() {
            most = most.max(run);
        }
    }
    most
}
