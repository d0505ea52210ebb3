//! Words inside a hashtag or a glued word: the cheapest path over known words.
//!
//! Every known word costs by its frequency band, a run of unknown letters costs to open and by the letter, so that a tag of
//! unknown words comes back in large pieces instead of shreds. In a tag with capitals a cut anywhere else is dear.
//! A tag is read up to [`LONGEST`] bytes; what is longer comes back whole, so the cost of a post stays linear.

use super::Knowledge;
use super::inside::{Inside, Known, LONGEST};
use crate::source::layout::form;

/// Price of opening a run of letters that belong to no word, and of each of them.
const OPEN: u32 = 16;
const UNKNOWN: u32 = 5;
/// Price of a cut where the author wrote no capital, in a tag with capitals.
const NO_CAPITAL: u32 = 14;
/// Price of reading a word as another one with a prefix or a suffix.
const DERIVED: u32 = 5;
/// Price that no way reaches.
const NOWHERE: u32 = 1 << 16;
/// Price of a number.
const DIGITS: u32 = 4;

/// A part of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Option<u32>,
}

/// A way to a place, the cheaper the smaller; of equal ones that whose last part is the longest, then that behind unknown letters. From
/// the highest bit: its price, where its last part begins, and whether what stands before that one is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way(u32);

impl Way {
    /// No way: dearer than any, and still so with the price of another part.
    const NONE: Self = Self(NOWHERE << 8);

    fn new(price: u32, from: usize, behind_known: bool) -> Self {
        // Tags that are read have fewer places.
        Self(price << 8 | (from as u32) << 1 | u32::from(behind_known))
    }

    fn price(self) -> u32 {
        self.0 >> 8
    }

    fn from(self) -> usize {
        (self.0 >> 1 & 0x7f) as usize
    }

    fn is_behind_known(self) -> bool {
        self.0 & 1 != 0
    }
}

/// The cheapest ways to a place: that which ends in a word, and that in a run of unknown letters.
#[derive(Debug, Clone, Copy)]
struct Ways {
    known: Way,
    run: Way,
}

impl Ways {
    const NONE: Self = Self {
        known: Way::NONE,
        run: Way::NONE,
    };
}

/// Buffers of the search.
#[derive(Debug, Clone, Default)]
pub(crate) struct Splitter {
    /// Places where the author's capitals begin words, one bit each; a tag that is read has no more places.
    hints: u64,
    inside: Inside,
    ways: Vec<Ways>,
    parts: Vec<Part>,
    /// The part traced last was unknown.
    runs: bool,
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
        if !knowledge.holds_name(word) {
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
        let (mut plain, mut upper, mut lower, mut digit, mut line) =
            (0_u64, 0_u64, 0_u64, 0_u64, 0_u64);
        for letter in original.chars().rev() {
            plain = plain << 1 | u64::from(letter.is_ascii_uppercase());
            upper = upper << 1 | u64::from(letter.is_uppercase());
            lower = lower << 1 | u64::from(letter.is_lowercase());
            digit = digit << 1 | u64::from(letter.is_ascii_digit());
            line = line << 1 | u64::from(letter == '_');
        }
        // A capital behind a small letter or a digit, or the last of several before a small letter.
        let rises = upper & ((lower | digit) << 1 | upper << 1 & lower >> 1);
        // Nothing begins behind the last letter.
        let behind = u64::MAX
            .checked_shl(original.chars().count() as u32)
            .unwrap_or(0);
        let hints = (rises | (digit ^ digit << 1) | line << 1) & !behind & !1;
        if hints & plain == 0 {
            return;
        }
        // Letters of several bytes are rare: all others stand where they are counted.
        self.hints = if original.is_ascii() {
            hints
        } else {
            let letters = original.char_indices().enumerate();
            letters
                .filter(|(count, _)| hints >> count & 1 != 0)
                .fold(0, |all, (_, (at, _))| all | 1 << at)
        };
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
        self.walk(tag.as_bytes(), hints);
        self.trace(knowledge, tag);
    }

    /// Finds the cheapest ways to all places, from the first to the last.
    fn walk(&mut self, tag: &[u8], hints: u64) {
        self.ways.clear();
        self.ways.resize(tag.len() + 1, Ways::NONE);
        if let Some(first) = self.ways.first_mut() {
            first.known = Way::new(0, 0, false);
        }
        for (start, letter) in tag.iter().enumerate() {
            let Ways { known, run } = self.ways_to(start);
            // What is known may follow either; only the cheaper way matters.
            let behind_known = known.price() <= run.price();
            let cheaper = known.price().min(run.price());
            if cheaper >= NOWHERE {
                continue;
            }
            let cut = start > 0 && hints != 0 && hints & 1 << start == 0;
            let toll = if cut { NO_CAPITAL } else { 0 };
            if let Some(next) = self.ways.get_mut(start + bytes_of(*letter)) {
                let longer = Way::new(run.price() + UNKNOWN, start, false);
                let opened = Way::new(known.price() + toll + OPEN + UNKNOWN, start, true);
                next.run = next.run.min(longer).min(opened);
            }
            let price = cheaper + toll;
            let digits = self.inside.digits_at(start);
            if digits > 0 {
                offer(
                    &mut self.ways,
                    start + digits,
                    Way::new(price + DIGITS, start, behind_known),
                );
            }
            for word in self.inside.at(start) {
                let way = Way::new(price + price_of(word), start, behind_known);
                offer(&mut self.ways, start + usize::from(word.covers), way);
            }
        }
    }

    fn ways_to(&self, at: usize) -> Ways {
        self.ways.get(at).copied().unwrap_or(Ways::NONE)
    }

    fn trace(&mut self, knowledge: &Knowledge, tag: &str) {
        let mut end = tag.len();
        let last = self.ways_to(end);
        let mut unknown = last.run.price() < last.known.price();
        while end > 0 {
            let Ways { known, run } = self.ways_to(end);
            let way = if unknown { run } else { known };
            let from = way.from();
            if way.price() >= NOWHERE || from >= end {
                break;
            }
            match self.parts.last_mut() {
                // Letters of one unknown run come back together.
                Some(last) if unknown && last.form.is_none() && last.start == end && self.runs => {
                    last.start = from;
                }
                _ => {
                    let form = self.inside.form(from, end).filter(|_| !unknown);
                    let part = Part {
                        start: from,
                        end,
                        form,
                    };
                    self.push_part(knowledge, tag, part);
                }
            }
            self.runs = unknown;
            unknown = !way.is_behind_known();
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

/// Offers a way to a place that ends in something known.
fn offer(ways: &mut [Ways], at: usize, way: Way) {
    if let Some(ways) = ways.get_mut(at) {
        ways.known = ways.known.min(way);
    }
}

/// Bytes of a letter, by the first.
fn bytes_of(first: u8) -> usize {
    match first {
        ..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// What a word costs: common ones little, short ones much, names less than words.
fn price_of(word: &Known) -> u32 {
    let short = match word.length {
        2 => 10,
        3 => 5,
        _ => 0,
    };
    let kind = if word.flags & form::NAME != 0 {
        // Four letters of a name (`andi`) are easily found where one word ends and the next begins.
        if word.length == 4 { 12 } else { 8 }
    } else if word.flags & form::VARIANT != 0 {
        16
    } else {
        6 + u32::from(word.band) * 2
    };
    let affixes = if word.is_affixed() { DERIVED } else { 0 };
    kind + short + affixes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where capitals begin words, by a look at each letter and those beside it.
    fn hints(original: &str) -> u64 {
        let (mut hints, mut capital, mut last) = (0_u64, false, ' ');
        let mut letters = original.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next_lower = letters.peek().is_some_and(|(_, next)| next.is_lowercase());
            let rises = letter.is_uppercase()
                && (last.is_lowercase()
                    || last.is_ascii_digit()
                    || last.is_uppercase() && next_lower);
            let digit = letter.is_ascii_digit() != last.is_ascii_digit();
            if at > 0 && (rises || digit || last == '_') {
                hints |= 1 << at;
                capital |= letter.is_ascii_uppercase();
            }
            last = letter;
        }
        if capital { hints } else { 0 }
    }

    proptest::proptest! {
        #[test]
        fn capitals_are_hints(original in "[A-Ca-c0-1_éÉ\u{1f44d}]{0,16}") {
            let mut splitter = Splitter::default();
            // Only its length is looked at.
            splitter.capitals(&original, &original);
            proptest::prop_assert_eq!(splitter.hints, hints(&original));
        }
    }
}
