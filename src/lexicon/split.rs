//! Words inside a hashtag or a glued word: the cheapest path over known words.
//!
//! Every known word costs by its frequency band, a run of unknown letters costs to open and by the letter, so that a tag of
//! unknown words comes back in large pieces instead of shreds. In a tag with capitals a cut anywhere else is dear.
//! A tag is read up to [`LONGEST`] bytes; what is longer comes back whole, so the cost of a post stays linear.

use super::Knowledge;
use super::digits::letter_for;
use super::inside::{Inside, WORD};
use crate::source::layout::form;

/// Bytes of a tag that are split.
const LONGEST: usize = 64;
/// Price of opening a run of letters that belong to no word, and of each of them.
const OPEN: u32 = 16;
const UNKNOWN: u32 = 5;
/// Price of a cut where the author wrote no capital, in a tag with capitals.
const NO_CAPITAL: u32 = 14;
/// Price of reading a word as another one with a prefix or a suffix.
const DERIVED: u32 = 5;

/// What a part of a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word(u32),
    /// An affixed form of a known word.
    Derived,
    Digits,
    Unknown,
}

/// A part of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Option<u32>,
}

/// The cheapest way to a place: its price, where its last part begins, and what that part is.
#[derive(Debug, Clone, Copy)]
struct Step {
    cost: u32,
    from: u8,
    /// The part before that one is unknown.
    after_unknown: bool,
    kind: Kind,
}

const NOWHERE: Step = Step {
    cost: u32::MAX,
    from: 0,
    after_unknown: false,
    kind: Kind::Unknown,
};

/// Buffers of the search.
#[derive(Debug, Clone, Default)]
pub(crate) struct Splitter {
    /// Places where the author's capitals begin words, one bit each; a tag that is read has no more places.
    hints: u64,
    inside: Inside,
    /// For each place the cheapest way that ends in a word, and in a run of unknown letters.
    best: Vec<[Step; 2]>,
    parts: Vec<Part>,
    /// The part traced last was unknown.
    runs: bool,
    decoded: String,
    /// There are digits in the tag.
    digits: bool,
    /// Names written together come apart too (`cakimin`), and digits from the letters beside them.
    apart: bool,
}

impl Splitter {
    /// A splitter that takes apart all that is written together, also where the lexicon knows it as one name.
    pub(crate) fn thorough() -> Self {
        Self {
            apart: true,
            ..Self::default()
        }
    }

    /// Splits a folded tag, with the author's capitals as hints.
    pub(crate) fn tag(&mut self, knowledge: &Knowledge, folded: &str, original: &str) {
        self.capitals(folded, original);
        self.run(knowledge, folded, self.hints);
    }

    /// Splits a word written without blanks; whether all its parts are known and one is a name.
    pub(super) fn names(&mut self, knowledge: &Knowledge, word: &str) -> bool {
        if !knowledge.holds_name(word, WORD) {
            return false;
        }
        self.run(knowledge, word, 0);
        let name = |part: &Part| {
            part.form.is_some_and(|form| {
                knowledge.flags(form) & form::NAME != 0 && part.end - part.start >= 5
            })
        };
        // Two and three letters are more often an affix of one word than a word beside a name.
        let word = |part: &Part| {
            part.form.is_some_and(|form| {
                let length = part.end - part.start;
                length >= 4 || length == 3 && knowledge.band(form) <= 3
            })
        };
        self.parts.len() <= 4
            && self.parts.iter().all(|part| name(part) || word(part))
            && self.parts.iter().any(name)
    }

    /// Byte ranges of the parts.
    pub(crate) fn ranges(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        self.parts.iter().map(|part| part.start..part.end)
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Notes where the author's capitals begin words, as long as folding changed no length.
    fn capitals(&mut self, tag: &str, original: &str) {
        self.hints = 0;
        if tag.len() != original.len() || tag.len() > LONGEST {
            return;
        }
        let (mut last, mut capital) = (' ', false);
        let mut letters = original.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next_lower = letters.peek().is_some_and(|(_, next)| next.is_lowercase());
            let rises = letter.is_uppercase()
                && (last.is_lowercase()
                    || last.is_ascii_digit()
                    || last.is_uppercase() && next_lower);
            let digit = letter.is_ascii_digit() != last.is_ascii_digit();
            if at > 0 && (rises || digit || last == '_') {
                self.hints |= 1 << at;
                capital |= letter.is_ascii_uppercase();
            }
            last = letter;
        }
        if !capital {
            self.hints = 0;
        }
    }

    fn run(&mut self, knowledge: &Knowledge, tag: &str, hints: u64) {
        self.parts.clear();
        if tag.len() > LONGEST {
            self.parts.push(Part {
                start: 0,
                end: tag.len(),
                form: None,
            });
            return;
        }
        if let Some(form) = knowledge.form(tag) {
            let part = Part {
                start: 0,
                end: tag.len(),
                form: Some(form),
            };
            self.push_part(knowledge, tag, part);
            self.parts.reverse();
            return;
        }
        self.inside.read(knowledge, tag.as_bytes());
        self.digits = tag.bytes().any(|byte| byte.is_ascii_digit());
        self.best.clear();
        self.best.resize(tag.len() + 1, [NOWHERE; 2]);
        if let Some([first, _]) = self.best.first_mut() {
            first.cost = 0;
        }
        for start in (0..tag.len()).filter(|at| tag.is_char_boundary(*at)) {
            let cut = start > 0 && hints != 0 && hints & 1 << start == 0;
            let toll = if cut { NO_CAPITAL } else { 0 };
            let rest = tag.get(start..).unwrap_or("");
            let step = rest.chars().next().map_or(1, char::len_utf8);
            let run = self.cost(start, true);
            if run != u32::MAX {
                self.offer(start + step, run + UNKNOWN, start, true, Kind::Unknown);
            }
            let known = self.cost(start, false);
            if known != u32::MAX {
                let cost = known + toll + OPEN + UNKNOWN;
                self.offer(start + step, cost, start, false, Kind::Unknown);
            }
            // What is known may follow either; only the cheaper way matters.
            let after_unknown = run < known;
            let cost = run.min(known);
            if cost == u32::MAX {
                continue;
            }
            let cost = cost + toll;
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 {
                self.offer(start + digits, cost + 4, start, after_unknown, Kind::Digits);
            }
            self.words_from(knowledge, tag, start, cost, after_unknown);
        }
        self.trace(knowledge, tag);
    }

    /// Offers every word that begins at a place.
    fn words_from(
        &mut self,
        knowledge: &Knowledge,
        tag: &str,
        start: usize,
        cost: u32,
        after_unknown: bool,
    ) {
        let last = (start + self.inside.reach(start)).min(tag.len());
        for end in start + 2..=last {
            let mut found = self.inside.form(knowledge, start, end);
            // Places amid a character hold no form.
            if self.digits && tag.is_char_boundary(end) {
                let word = tag.get(start..end).unwrap_or("");
                if word.bytes().all(|byte| byte.is_ascii_digit()) {
                    continue;
                }
                if found.is_none() && self.inside.begins(start) {
                    found = self.spelled(knowledge, word);
                }
            }
            if let Some(form) = found {
                let price = cost + price(knowledge, form, end - start);
                self.offer(end, price, start, after_unknown, Kind::Word(form));
            } else if self.inside.may_derive(start, end)
                && let Some((form, length)) = self.inside.derived(knowledge, start, end)
            {
                let price = cost + price(knowledge, form, length) + DERIVED;
                self.offer(end, price, start, after_unknown, Kind::Derived);
            }
        }
    }

    /// A word with digits for letters inside: `m3nyala`.
    fn spelled(&mut self, knowledge: &Knowledge, word: &str) -> Option<u32> {
        let inside = word.len() >= 5
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && word.starts_with(|letter: char| letter.is_ascii_lowercase())
            && word.ends_with(|letter: char| letter.is_ascii_lowercase());
        if !inside {
            return None;
        }
        self.decoded.clear();
        self.decoded.extend(word.chars().map(letter_for));
        knowledge.form(&self.decoded)
    }

    fn cost(&self, at: usize, unknown: bool) -> u32 {
        self.best.get(at).map_or(
            u32::MAX,
            |[known, run]| if unknown { run.cost } else { known.cost },
        )
    }

    fn offer(&mut self, at: usize, cost: u32, from: usize, after_unknown: bool, kind: Kind) {
        if let Some([known, run]) = self.best.get_mut(at) {
            let best = if kind == Kind::Unknown { run } else { known };
            if cost < best.cost {
                *best = Step {
                    cost,
                    // Tags that are read are shorter.
                    from: from as u8,
                    after_unknown,
                    kind,
                };
            }
        }
    }

    fn trace(&mut self, knowledge: &Knowledge, tag: &str) {
        let mut end = tag.len();
        let mut unknown = self.cost(end, true) < self.cost(end, false);
        while end > 0 {
            let Some([known, run]) = self.best.get(end).copied() else {
                break;
            };
            let step = if unknown { run } else { known };
            let from = usize::from(step.from);
            if step.cost == u32::MAX || from >= end {
                break;
            }
            match (self.parts.last_mut(), step.kind) {
                // Letters of one unknown run come back together.
                (Some(last), Kind::Unknown)
                    if last.form.is_none() && last.start == end && self.runs =>
                {
                    last.start = from;
                }
                _ => {
                    let form = if let Kind::Word(form) = step.kind {
                        Some(form)
                    } else {
                        None
                    };
                    self.push_part(
                        knowledge,
                        tag,
                        Part {
                            start: from,
                            end,
                            form,
                        },
                    );
                }
            }
            self.runs = step.kind == Kind::Unknown;
            unknown = step.after_unknown;
            end = from;
        }
        self.runs = false;
        self.parts.reverse();
    }

    /// Adds a part, from the last to the first; words that are known to be written together come apart again.
    fn push_part(&mut self, knowledge: &Knowledge, tag: &str, part: Part) {
        let text = tag.get(part.start..part.end).unwrap_or("");
        let Some(form) = part.form else {
            self.parts.push(part);
            return;
        };
        let flags = knowledge.flags(form);
        let pair = flags & form::PAIR != 0 && (self.apart || flags & form::NAME == 0);
        let mut end = part.end;
        if (pair || flags & form::VARIANT != 0) && joins(knowledge, form, text) {
            let standards: Vec<u32> = knowledge.standard(form).collect();
            for standard in standards.into_iter().rev() {
                let start = end.saturating_sub(knowledge.text(standard).len());
                let form = Some(standard);
                self.parts.push(Part { start, end, form });
                end = start;
            }
            return;
        }
        if self.apart && part.end - part.start == text.len() {
            let digit = |letter: char| letter.is_ascii_digit();
            let known = |letters: &str| {
                letters.len() >= 2
                    && letters.len() < text.len()
                    && letters.bytes().all(|byte| byte.is_ascii_lowercase())
                    && knowledge.form(letters).is_some()
            };
            // `md3`, `4president`: digits beside the letters of a known word.
            let (head, tail) = (text.trim_end_matches(digit), text.trim_start_matches(digit));
            let cut = if known(head) {
                part.start + head.len()
            } else if known(tail) {
                part.end - tail.len()
            } else {
                part.start
            };
            if cut > part.start {
                self.parts.push(Part {
                    start: cut,
                    end,
                    form: None,
                });
                end = cut;
            }
        }
        self.parts.push(Part { end, ..part });
    }
}

/// Whether the words a form stands for, written together, are the form.
fn joins(knowledge: &Knowledge, form: u32, text: &str) -> bool {
    let mut rest = Some(text);
    let mut count = 0;
    for word in knowledge.standard(form) {
        rest = rest.and_then(|rest| rest.strip_prefix(knowledge.text(word)));
        count += 1;
    }
    count > 1 && rest == Some("")
}

/// What a word costs: common ones little, short ones much, names less than words.
fn price(knowledge: &Knowledge, form: u32, length: usize) -> u32 {
    let entry = knowledge.entry(form);
    let (flags, band) = (entry.flags, u32::from(entry.band));
    let short = match length {
        2 => 10,
        3 => 5,
        _ => 0,
    };
    let kind = if flags & form::NAME != 0 {
        // Four letters of a name (`andi`) are easily found where one word ends and the next begins.
        if length == 4 { 12 } else { 8 }
    } else if flags & form::VARIANT != 0 {
        16
    } else {
        6 + band * 2
    };
    kind + short
}
