//! Reading informal Indonesian, usable without the classifier: folding, tokens, standard spellings, words of hashtags.
//!
//! Enters: any text. Leaves: tokens with spans in the author's bytes, and words as they would be written formally. What is
//! good Indonesian, a name or unknown is left as it is; each change says what it did and how sure it is.
//!
//! ```
//! use netral::text::{Change, Normalizer, normalize, split_hashtag};
//! assert_eq!(normalize("jgn lupaaa ya gaesss"), "jangan lupa ya teman teman");
//! assert_eq!(split_hashtag("#BersamaIndonesiaMaju"), ["Bersama", "Indonesia", "Maju"]);
//!
//! let shorten = Normalizer::only([Change::Stretched]);
//! assert_eq!(shorten.normalize("yuuuk gaaaas, jgn lama"), "yuk gas, jgn lama");
//! ```

use std::borrow::Cow;

use once_cell::sync::Lazy;

pub use crate::lexicon::{Certainty, Change};
use crate::lexicon::{Draft, Knowledge, Speller, Splitter, Steps};
use crate::span::Span;
use crate::token::Document;
pub use crate::token::{NumberShape, Token, TokenKind, Tokens, fold, tokenize};

static KNOWLEDGE: Lazy<Knowledge> = Lazy::new(Knowledge::compiled);

/// Writes words in standard spelling, by the steps it is given.
///
/// A step is a [`Change`]. All but [`Change::Near`] are taken unless they are taken away; the value is small and may be kept, copied and shared.
///
/// # Examples
/// ```
/// use netral::text::{Change, Normalizer};
/// let all = Normalizer::new();
/// assert_eq!(all.normalize("gw dukuuung bgt teman2"), "saya dukung banget teman-teman");
/// // Keep the author's slang, only undo stretched letters and marks of doubling.
/// let light = Normalizer::only([Change::Stretched, Change::Doubled]);
/// assert_eq!(light.normalize("gw dukuuung bgt teman2"), "gw dukung bgt teman-teman");
/// assert_eq!(all.with(Change::Near).normalize("pemilhan"), "pemilihan");
/// assert_eq!(all.without(Change::Doubled).normalize("teman2"), "teman2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Normalizer {
    steps: Steps,
}

impl Default for Normalizer {
    fn default() -> Self {
        Self::new()
    }
}

impl Normalizer {
    /// Takes every step but [`Change::Near`], which is for texts known to be carelessly typed.
    pub const fn new() -> Self {
        Self {
            steps: Steps::SOUND,
        }
    }

    /// Takes only these steps.
    pub fn only(steps: impl IntoIterator<Item = Change>) -> Self {
        let steps = steps.into_iter().fold(Steps::NONE, Steps::with);
        Self { steps }
    }

    /// Takes this step too.
    #[must_use]
    pub const fn with(self, step: Change) -> Self {
        Self {
            steps: self.steps.with(step),
        }
    }

    /// Leaves this step out.
    #[must_use]
    pub const fn without(self, step: Change) -> Self {
        Self {
            steps: self.steps.without(step),
        }
    }

    /// The words of a text with their standard spellings, in order; other tokens are left out.
    ///
    /// The text is split at once, each word is looked at when it is asked for, and a word that stays as it is borrows from the text.
    ///
    /// # Examples
    /// ```
    /// use netral::text::{Change, Normalizer};
    /// let changed = Normalizer::new().words("Gw milih dia").filter(|word| word.change() != Change::None).count();
    /// assert_eq!(changed, 2);
    /// ```
    ///
    /// # Complexity
    /// Linear in the text.
    pub fn words<'t>(&self, text: &'t str) -> Words<'t> {
        let mut document = Document::default();
        document.read(text);
        let count =
            |kind: fn(&Token) -> bool| document.tokens().iter().filter(|token| kind(token)).count();
        let shouts =
            2 * count(|token| token.flags.caps) > count(|token| token.kind == TokenKind::Word);
        Words {
            text,
            shouts,
            document,
            next: 0,
            steps: self.steps,
            draft: Draft::default(),
        }
    }

    /// A text with its words in standard spelling; all else stays as the author wrote it.
    ///
    /// A changed word keeps a capital at its beginning, or all capitals.
    ///
    /// # Complexity
    /// Linear in the text; the text itself is given back where nothing changes.
    pub fn normalize<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut out = String::new();
        let mut end = 0;
        for word in self.words(text).filter(|word| word.change != Change::None) {
            if end == 0 {
                out.reserve(text.len() + text.len() / 4);
            }
            out.push_str(text.get(end..word.span.start()).unwrap_or(""));
            out.push_str(&word.standard);
            end = word.span.end();
        }
        if end == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(text.get(end..).unwrap_or(""));
        Cow::Owned(out)
    }
}

/// The words of a text, see [`Normalizer::words`].
#[derive(Debug, Clone)]
pub struct Words<'t> {
    text: &'t str,
    /// Most words are written in capitals, so capitals tell nothing.
    shouts: bool,
    document: Document,
    next: usize,
    steps: Steps,
    draft: Draft,
}

impl Words<'_> {
    /// Whether a short word stands before a full stop that ends no sentence: `dr. Sari`.
    fn is_title(&self, span: Span) -> bool {
        let after = self.text.get(span.end()..).unwrap_or("");
        span.len() <= 3
            && after
                .strip_prefix(". ")
                .is_some_and(|rest| !rest.is_empty())
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let token = loop {
            let token = *self.document.tokens().get(self.next)?;
            self.next += 1;
            if token.kind == TokenKind::Word && !token.span.is_empty() {
                break token;
            }
        };
        let before = self
            .next
            .checked_sub(2)
            .and_then(|at| self.document.tokens().get(at));
        let name = token.flags.title && !token.flags.caps;
        let speller = Speller {
            knowledge: &KNOWLEDGE,
            steps: self.steps,
            name,
            inside: name && before.is_some_and(|before| before.sentence == token.sentence),
            acronym: token.flags.caps && !self.shouts || self.is_title(token.span),
        };
        let folded = self.document.word(&token);
        let (mut change, mut certainty) = speller.spell(folded, &mut self.draft);
        let original = token.span.of(self.text);
        if change == Change::None
            && self.steps.has(Change::Folded)
            && !original.is_ascii()
            && folded.is_ascii()
            && KNOWLEDGE.form(folded).is_some()
        {
            (change, certainty) = (Change::Folded, Certainty::Likely);
        }
        let standard = if change == Change::None {
            Cow::Borrowed(original)
        } else if token.flags.caps && !speller.acronym {
            Cow::Owned(self.draft.out.to_uppercase())
        } else {
            let mut standard = self.draft.out.clone();
            if token.flags.title
                && let Some(first) = standard.get_mut(..1)
            {
                first.make_ascii_uppercase();
            }
            Cow::Owned(standard)
        };
        Some(Word {
            span: token.span,
            original,
            standard,
            change,
            certainty,
        })
    }
}

/// A word of a text with its standard spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    span: Span,
    original: &'t str,
    standard: Cow<'t, str>,
    change: Change,
    certainty: Certainty,
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

    /// In standard spelling, with the author's capitals; one word or several.
    pub fn standard(&self) -> &str {
        &self.standard
    }

    /// What was changed.
    pub fn change(&self) -> Change {
        self.change
    }

    /// How sure the change is; a word that stays as it is is sure.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The word of the lexicon it belongs to, if it is known: forms of one verb share theirs, and clitics are left away.
    ///
    /// # Examples
    /// ```
    /// use netral::text::Normalizer;
    /// let lemmas: Vec<_> = Normalizer::new().words("nyoblos relawannya qxzj").map(|word| word.lemma()).collect();
    /// assert_eq!(lemmas, [Some("coblos"), Some("relawan"), None]);
    /// ```
    pub fn lemma(&self) -> Option<&'static str> {
        let knowledge: &'static Knowledge = &KNOWLEDGE;
        knowledge.lemma_text(&fold(&self.standard))
    }
}

/// The words of a text with their standard spellings, by the steps of [`Normalizer::new`]; see [`Normalizer::words`].
///
/// # Examples
/// ```
/// use netral::text::{Certainty, Change, words};
/// let all: Vec<_> = words("Gw dukuuung bgt").collect();
/// let standard: Vec<&str> = all.iter().map(|word| word.standard()).collect();
/// assert_eq!(standard, ["Saya", "dukung", "banget"]);
/// assert_eq!((all[1].change(), all[1].certainty()), (Change::Stretched, Certainty::Likely));
/// ```
///
/// # Complexity
/// Linear in the text.
pub fn words(text: &str) -> Words<'_> {
    Normalizer::new().words(text)
}

/// A text with its words in standard spelling, by the steps of [`Normalizer::new`]; see [`Normalizer::normalize`].
///
/// # Examples
/// ```
/// assert_eq!(netral::text::normalize("yg penting #PilihNo2 😀"), "yang penting #PilihNo2 😀");
/// ```
///
/// # Complexity
/// Linear in the text; the text itself is given back where nothing changes.
pub fn normalize(text: &str) -> Cow<'_, str> {
    Normalizer::new().normalize(text)
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
    let mut splitter = Splitter::thorough();
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
    fn words_one_letter_from_a_weighty_one_stay() {
        let all = Normalizer::new().with(Change::Near);
        for text in [
            "dukun memang tenang senang benang renang minang kenang",
            "banjar ganja ganjal ganjil panjar diganjar mengganjar ganjaran",
            "maksud demokrasi demokratis khalifah khilafah manis aries anime adem asem nasdaq",
            "preseden gerinda lulus luluh riska wisma karisma simpati bolos jomblo",
            "pulih pilah putih pilu gema game aman iman asih rindu golput netra pranowo pramono",
        ] {
            assert_eq!(all.normalize(text), text);
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
            ("c*blos", "coblos", Change::Digits),
            ("𝗺𝗲𝗻𝗮𝗻𝗴", "menang", Change::Folded),
            ("do'a", "doa", Change::Listed),
            ("pokok'a", "pokoknya", Change::Suffixed),
            ("m e n a n g", "menang", Change::Joined),
            ("ngejemput", "menjemput", Change::Affixed),
            ("sambel2", "sambal-sambal", Change::Doubled),
            ("prabowogibran", "prabowo gibran", Change::Parted),
        ] {
            let word = words(informal).next().unwrap();
            assert_eq!((word.standard(), word.change()), (standard, change));
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
