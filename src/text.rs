//! Reading informal Indonesian, usable without the classifier: folding, tokens, standard spellings, words of hashtags.
//!
//! Enters: any text. Leaves: tokens with spans in the author's bytes, and words as they would be written formally. What is
//! good Indonesian, a name or unknown is left as it is; each change says what it did.
//!
//! ```
//! use netral::text::{normalize, split_hashtag};
//! assert_eq!(normalize("jgn lupaaa ya gaesss"), "jangan lupa ya teman teman");
//! assert_eq!(split_hashtag("#BersamaIndonesiaMaju"), ["Bersama", "Indonesia", "Maju"]);
//! ```

use std::borrow::Cow;

use once_cell::sync::Lazy;

pub use crate::lexicon::Change;
use crate::lexicon::{Knowledge, Splitter};
use crate::span::Span;
pub use crate::token::{Token, TokenKind, Tokens, fold, tokenize};

static KNOWLEDGE: Lazy<Knowledge> = Lazy::new(Knowledge::compiled);

/// A word of a text with its standard spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    span: Span,
    original: &'t str,
    standard: Cow<'t, str>,
    change: Change,
}

impl<'t> Word<'t> {
    /// Where it stands, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// As the author wrote it.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// In standard spelling, lower case where it was changed; one word or several.
    pub fn standard(&self) -> &str {
        &self.standard
    }

    /// What was changed.
    pub fn change(&self) -> Change {
        self.change
    }
}

/// The words of a text with their standard spellings, in order; other tokens are left out.
///
/// # Examples
/// ```
/// use netral::text::{Change, words};
/// let all = words("Gw dukuuung bgt");
/// let standard: Vec<&str> = all.iter().map(|word| word.standard()).collect();
/// assert_eq!(standard, ["saya", "dukung", "banget"]);
/// assert_eq!(all[1].change(), Change::Stretched);
/// ```
///
/// # Complexity
/// Linear in the text.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut all = Vec::new();
    let mut buffer = String::new();
    for token in tokenize(text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
    {
        let original = token.span.of(text);
        let change = KNOWLEDGE.standardise(&fold(original), &mut buffer);
        let standard = match change {
            Change::None => Cow::Borrowed(original),
            _ => Cow::Owned(buffer.clone()),
        };
        all.push(Word {
            span: token.span,
            original,
            standard,
            change,
        });
    }
    all
}

/// A text with its words in standard spelling; all else stays as the author wrote it.
///
/// # Examples
/// ```
/// assert_eq!(netral::text::normalize("yg penting #PilihNo2 😀"), "yang penting #PilihNo2 😀");
/// ```
///
/// # Complexity
/// Linear in the text; the text itself is given back where nothing changes.
pub fn normalize(text: &str) -> Cow<'_, str> {
    let words = words(text);
    if words.iter().all(|word| word.change == Change::None) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut end = 0;
    for word in &words {
        out.push_str(text.get(end..word.span.start()).unwrap_or(""));
        out.push_str(&word.standard);
        end = word.span.end();
    }
    out.push_str(text.get(end..).unwrap_or(""));
    Cow::Owned(out)
}

/// The words of a hashtag, as slices of it; the sign may be left out. An unknown tag comes back whole.
///
/// Tags longer than 64 bytes are not split, so that the cost stays linear.
///
/// # Examples
/// ```
/// use netral::text::split_hashtag;
/// assert_eq!(split_hashtag("#prabowogibran2024"), ["prabowo", "gibran", "2024"]);
/// assert_eq!(split_hashtag("jatimresik"), ["jatim", "resik"]);
/// ```
pub fn split_hashtag(tag: &str) -> Vec<&str> {
    let original = tag.strip_prefix(['#', '＃']).unwrap_or(tag);
    let folded = fold(original);
    // Where folding changes lengths the parts cannot be led back to the author's letters one by one.
    if folded.len() != original.len() {
        return vec![original];
    }
    let mut splitter = Splitter::default();
    splitter.tag(&KNOWLEDGE, &folded, original);
    let parts: Vec<&str> = splitter
        .ranges()
        .filter_map(|range| original.get(range))
        .collect();
    if parts.concat() == original {
        parts
    } else {
        vec![original]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_words_and_names_are_left_alone() {
        for text in [
            "memang dukun Pranowo senang",
            "maaf saat taat manfaat",
            "Bekasi Bali Susi",
        ] {
            assert_eq!(normalize(text), text);
        }
    }

    #[test]
    fn each_kind_of_change() {
        for (informal, standard, change) in [
            ("yg", "yang", Change::Listed),
            ("nyoblos", "mencoblos", Change::Listed),
            ("bangeeeet", "banget", Change::Stretched),
            ("anak2nya", "anak-anaknya", Change::Doubled),
            ("tmnnya", "temannya", Change::Suffixed),
            ("m3nang", "menang", Change::Digits),
        ] {
            let words = words(informal);
            assert_eq!((words[0].standard(), words[0].change()), (standard, change));
        }
    }

    #[test]
    fn parts_join_to_the_tag() {
        for tag in [
            "PilihNo2",
            "jakartam3nyala",
            "qxzjkv",
            "",
            "Te12dePAN",
            "AMINAjaDulu",
        ] {
            assert_eq!(split_hashtag(tag).concat(), tag);
        }
    }
}
