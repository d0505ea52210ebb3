//! Words inside a hashtag or a glued word: the cheapest path over known words.
//!
//! Every known word costs by its frequency band, every unknown letter costs more than a word; letters where the author
//! wrote a capital or a digit begins are cheap places to cut and other places inside a capitalised tag are dear ones.
//! A tag is read up to [`LONGEST`] bytes; what is longer comes back whole, so the cost of a post stays linear.

use super::Knowledge;
use super::normal::letter_for;

/// Bytes of a tag that are split.
const LONGEST: usize = 64;
/// Bytes of the longest word looked for.
const WORD: usize = 20;
/// Price of a byte that belongs to no word.
const UNKNOWN: u32 = 14;
/// Price of opening a run of unknown bytes.
const OPEN: u32 = 20;
/// Price of a cut where the author wrote no capital, in a tag with capitals.
const NO_CAPITAL: u32 = 12;

/// A part of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Option<u32>,
}

/// Buffers of the search.
#[derive(Debug, Clone, Default)]
pub(crate) struct Splitter {
    hints: Vec<usize>,
    best: Vec<(u32, usize, Option<u32>)>,
    parts: Vec<Part>,
    decoded: String,
}

impl Splitter {
    /// Splits a folded tag, with the author's capitals as hints.
    pub(crate) fn tag(&mut self, knowledge: &Knowledge, folded: &str, original: &str) {
        self.capitals(folded, original);
        self.run_with_hints(knowledge, folded);
    }

    /// Byte ranges of the parts.
    pub(crate) fn ranges(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        self.parts.iter().map(|part| part.start..part.end)
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Notes where the author's capitals begin words, as long as folding changed no length.
    pub(super) fn capitals(&mut self, tag: &str, original: &str) {
        self.hints.clear();
        if tag.len() != original.len() {
            return;
        }
        let mut last = ' ';
        let mut letters = original.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next_lower = letters.peek().is_some_and(|(_, next)| next.is_lowercase());
            let rises = letter.is_uppercase()
                && (last.is_lowercase()
                    || last.is_ascii_digit()
                    || last.is_uppercase() && next_lower);
            let digit = letter.is_ascii_digit() != last.is_ascii_digit();
            if at > 0 && (rises || digit || last == '_') {
                self.hints.push(at);
            }
            last = letter;
        }
        if self.hints.iter().all(|at| {
            original
                .as_bytes()
                .get(*at)
                .is_none_or(|byte| !byte.is_ascii_uppercase())
        }) {
            self.hints.clear();
        }
    }

    pub(super) fn run_with_hints(&mut self, knowledge: &Knowledge, tag: &str) {
        let hints = std::mem::take(&mut self.hints);
        self.run(knowledge, tag, &hints);
        self.hints = hints;
    }

    pub(super) fn run(&mut self, knowledge: &Knowledge, tag: &str, hints: &[usize]) {
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
            self.parts.push(Part {
                start: 0,
                end: tag.len(),
                form: Some(form),
            });
            return;
        }
        self.best.clear();
        self.best.resize(tag.len() + 1, (u32::MAX, 0, None));
        if let Some(first) = self.best.first_mut() {
            first.0 = 0;
        }
        for start in 0..tag.len() {
            let Some((cost, _, before)) = self
                .best
                .get(start)
                .copied()
                .filter(|best| best.0 != u32::MAX)
            else {
                continue;
            };
            if !tag.is_char_boundary(start) {
                continue;
            }
            let cut = if start == 0 || hints.is_empty() || hints.contains(&start) {
                0
            } else {
                NO_CAPITAL
            };
            let rest = tag.get(start..).unwrap_or("");
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 {
                self.offer(start + digits, cost + cut + 2, start, None);
            }
            // A byte of no word; runs of them are joined below.
            let step = rest.chars().next().map_or(1, char::len_utf8);
            let open = if start > 0 && before.is_none() && self.unknown_before(start) {
                0
            } else {
                OPEN + cut
            };
            self.offer(
                start + step,
                cost + UNKNOWN * step as u32 + open,
                start,
                None,
            );
            for end in start + 2..=(start + WORD).min(tag.len()) {
                let Some(word) = tag.get(start..end) else {
                    continue;
                };
                if word.ends_with(|letter: char| letter.is_ascii_digit())
                    && word.bytes().all(|byte| byte.is_ascii_digit())
                {
                    continue;
                }
                let Some(form) = knowledge
                    .form(word)
                    .or_else(|| self.spelled(knowledge, word))
                else {
                    continue;
                };
                let band = u32::from(knowledge.band(form));
                let short = match word.len() {
                    2 => 9,
                    3 => 4,
                    _ => 0,
                };
                let name =
                    u32::from(knowledge.flags(form) & crate::source::layout::form::NAME == 0);
                self.offer(
                    end,
                    cost + cut + 5 + band * (1 + name) + short,
                    start,
                    Some(form),
                );
            }
        }
        self.trace(tag);
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

    fn unknown_before(&self, at: usize) -> bool {
        self.best
            .get(at)
            .is_some_and(|(_, from, form)| form.is_none() && at - from <= 4)
    }

    fn offer(&mut self, at: usize, cost: u32, from: usize, form: Option<u32>) {
        if let Some(best) = self.best.get_mut(at)
            && cost < best.0
        {
            *best = (cost, from, form);
        }
    }

    fn trace(&mut self, tag: &str) {
        let mut end = tag.len();
        while end > 0 {
            let Some((_, start, form)) = self.best.get(end).copied() else {
                break;
            };
            let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
            let text = tag.get(start..end).unwrap_or("");
            match self.parts.last_mut() {
                Some(last)
                    if last.form.is_none()
                        && form.is_none()
                        && last.start == end
                        && !digits(text)
                        && !digits(tag.get(last.start..last.end).unwrap_or("")) =>
                {
                    last.start = start;
                }
                _ => self.parts.push(Part { start, end, form }),
            }
            if start >= end {
                break;
            }
            end = start;
        }
        self.parts.reverse();
    }
}
