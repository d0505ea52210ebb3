//! Where sentences and clauses end.

/// What ends with a token.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Boundary {
    None,
    Clause,
    Sentence,
}

/// Tokens after which a sentence without an end is cut.
const LONGEST_SENTENCE: u32 = 160;
/// Tokens after which a clause without an end is cut.
const LONGEST_CLAUSE: u32 = 40;

/// The sentence and the clause that the next token belongs to.
///
/// Runs without punctuation are cut, so that what looks around in a sentence stays cheap.
#[derive(Debug, Default)]
pub(super) struct Course {
    pub(super) sentence: u32,
    pub(super) clause: u32,
    in_sentence: u32,
    in_clause: u32,
}

impl Course {
    /// Goes past a token and what ends with it.
    #[inline]
    pub(super) fn pass(&mut self, ends: Boundary) {
        self.in_sentence += 1;
        self.in_clause += 1;
        let sentence = ends == Boundary::Sentence || self.in_sentence == LONGEST_SENTENCE;
        if sentence {
            self.sentence += 1;
            self.in_sentence = 0;
        }
        if sentence || ends == Boundary::Clause || self.in_clause == LONGEST_CLAUSE {
            self.clause += 1;
            self.in_clause = 0;
        }
    }
}

/// What a punctuation mark from `start` to `end` ends; `before` is what stands before it.
pub(super) fn boundary(text: &str, start: usize, end: usize, before: Option<&str>) -> Boundary {
    match text.as_bytes().get(start) {
        Some(b'!' | b'?') => Boundary::Sentence,
        Some(b',' | b';' | b':' | b'(' | b')' | b'"' | b'|') => Boundary::Clause,
        Some(b'.') if end - start > 1 => Boundary::Sentence,
        Some(b'.') => {
            let behind = text.get(end..).and_then(|rest| rest.chars().next());
            let ends =
                behind.is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '”' | ')'));
            if ends && !before.is_some_and(abbreviates) {
                Boundary::Sentence
            } else {
                Boundary::None
            }
        }
        Some(128..) => match text.get(start..).and_then(|rest| rest.chars().next()) {
            Some('…') => Boundary::Sentence,
            Some('“' | '”' | '—' | '–' | '•') => Boundary::Clause,
            _ => Boundary::None,
        },
        _ => Boundary::None,
    }
}

/// Words whose full stop ends no sentence, by their length: most words are longer than all of them.
const ABBREVIATIONS: [&[&str]; 4] = [
    &["h", "m", "s", "a", "u"],
    &["no", "jl", "dr", "ir", "hj", "kh", "ds", "st", "rp"],
    &[
        "nmr", "jln", "drs", "bpk", "sdr", "yth", "kab", "kec", "kel", "tgl", "hlm", "dkk", "gub",
    ],
    &["prof"],
];

/// Whether a full stop behind a word ends no sentence.
fn abbreviates(word: &str) -> bool {
    let same_length = ABBREVIATIONS.get(word.len().wrapping_sub(1));
    same_length.is_some_and(|words| words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Document;

    #[test]
    fn a_full_stop_behind_an_abbreviation_ends_no_sentence() {
        let mut document = Document::default();
        document.read("Coblos no. 2 di Jl. Merdeka. Jangan lupa");
        let sentences: Vec<u32> = document
            .tokens()
            .iter()
            .map(|token| token.sentence)
            .collect();
        assert_eq!(sentences, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    }

    #[test]
    fn every_abbreviation_stands_with_those_of_its_length() {
        for word in ABBREVIATIONS.into_iter().flatten() {
            assert!(abbreviates(word), "{word}");
        }
    }
}
