//! Leading a token to the words it means: exact form, doubling, stretched letters, clitics, digits for letters, glued words.

use super::digits::{Mixed, mixed, unmask};
use super::lexeme::{Lexeme, Lexemes, mark};
use super::{Knowledge, PlainEntry};
use crate::source::layout::{self, stands_for_others};
use crate::source::letters::Letters;
use crate::span::Span;
use crate::token::{APART, DOUBLING, Document, KEYCAP, NumberShape, Token, TokenKind, shape};

/// Suffixes that may follow any word and end with this letter, longest first, with what they tell.
fn clitics(last: u8) -> &'static [(&'static str, u32)] {
    match last {
        b'a' => &[("nya", mark::ITS)],
        b'e' => &[("nye", mark::ITS), ("ne", mark::ITS), ("e", mark::ITS)],
        b'h' => &[
            ("nyalah", mark::REQUEST),
            ("kulah", mark::MINE),
            ("lah", mark::REQUEST),
            ("kah", 0),
        ],
        b'n' => &[("pun", 0)],
        b'u' => &[("ku", mark::MINE), ("mu", mark::YOURS)],
        b'x' => &[("x", mark::ITS)],
        b'y' => &[("ny", mark::ITS)],
        _ => &[],
    }
}

/// The letters before the last of each ending that may be a clitic, one bit each, by the last letter.
const BEFORE_LAST: [u32; 32] = {
    const fn letters(of: &[u8]) -> u32 {
        let (mut bits, mut rest) = (0, of);
        while let [first, others @ ..] = rest {
            bits |= 1 << (*first & 31);
            rest = others;
        }
        bits
    }
    let mut table = [0; 32];
    let [
        _,
        a,
        _,
        _,
        _,
        e,
        _,
        _,
        h,
        _,
        _,
        _,
        _,
        _,
        n,
        _,
        _,
        _,
        _,
        _,
        _,
        u,
        _,
        _,
        x,
        y,
        ..,
    ] = &mut table;
    (*a, *h, *n, *u, *y) = (
        letters(b"y"),
        letters(b"a"),
        letters(b"u"),
        letters(b"km"),
        letters(b"n"),
    );
    (*e, *x) = (u32::MAX, u32::MAX);
    table
};

/// Whether a word of so many small letters that ends at a place of a text may end with a clitic behind what is long enough to be
/// a word: a quick no.
#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "how long a word is nobody foresees, so that no branch asks"
)]
pub(super) fn may_end_with_clitic(text: &[u8], end: usize, length: usize) -> bool {
    let behind = text.get(..end).and_then(<[u8]>::last_chunk);
    let [before, last] = behind.copied().unwrap_or_default();
    let bits = BEFORE_LAST.get(usize::from(last & 31)).copied();
    (bits.unwrap_or(0) >> (before & 31) & 1 != 0) & (length >= 6)
}

/// Whether nothing but a clitic stands there.
pub(super) fn is_clitic(word: &str) -> bool {
    let last = word.as_bytes().last().copied().unwrap_or(0);
    clitics(last).iter().any(|(clitic, _)| *clitic == word)
}

/// Bytes of each clitic that letters begin with.
pub(super) fn clitics_at(letters: &[u8]) -> impl Iterator<Item = usize> {
    b"aehnuxy"
        .iter()
        .flat_map(|last| clitics(*last))
        .map(|(clitic, _)| clitic.as_bytes())
        .filter(|clitic| letters.starts_with(clitic))
        .map(<[u8]>::len)
}

/// What is left of a word before each clitic it may end with, and what the clitic tells.
#[inline]
pub(super) fn stems(word: &[u8]) -> impl Iterator<Item = (&[u8], u32)> {
    let last = word.last().copied().unwrap_or(0);
    clitics(last).iter().filter_map(move |(clitic, marks)| {
        let (stem, end) = word.split_at_checked(word.len().checked_sub(clitic.len())?)?;
        let least = 3.max(6 - clitic.len().min(3));
        // Byte by byte: they are too short to be worth a call.
        let ends = end.iter().zip(clitic.as_bytes()).all(|(a, b)| a == b);
        (stem.len() >= least && ends).then_some((stem, *marks))
    })
}

/// Whether a sign inside a word is left out of it.
pub(super) fn is_dropped(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '`' | '_') || APART.contains(&letter)
}

/// Whether a word holds nothing but plain letters and digits.
pub(super) fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What a word comes to, in whatever spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A known form, with what its spelling showed.
    Known { form: u32, marks: u32 },
    /// Letters are hidden: the form that was meant, if any.
    Masked(Option<u32>),
    /// There are digits in it.
    Mixed(Mixed),
    /// So long that it may be several words with a name among them.
    Glued,
    /// The same of letters written apart, `c o b l o s n n`; without what parts them they stand in [`Lexemes::word`].
    Apart,
    /// Nobody knows it.
    Unknown,
}

/// Letters of a word from which on names written together are looked for in it.
pub(super) const GLUED: usize = 8;

/// A post being read: what is known, its tokens and its bytes.
pub(super) struct Reader<'r> {
    pub(super) knowledge: &'r Knowledge,
    pub(super) document: &'r Document,
    pub(super) post: &'r str,
}

impl Reader<'_> {
    /// The place in the post of a part of a token.
    fn place(&self, from: usize, start: usize, end: usize) -> Span {
        self.document
            .place(Span::new(from + start, from + end), self.post)
    }
}

impl Lexemes {
    /// Reads the words of a document.
    pub(crate) fn read(&mut self, knowledge: &Knowledge, document: &Document, post: &str) {
        self.all.clear();
        let reader = Reader {
            knowledge,
            document,
            post,
        };
        let text = document.padded();
        // One look-up right after the other: the processor waits for several at once.
        let form = |token: &Token| {
            let (start, end) = (token.folded.start(), token.folded.end());
            let found = token
                .flags
                .plain
                .then(|| knowledge.form_within(text, start, end));
            found.flatten().unwrap_or(layout::NONE)
        };
        let mut found = std::mem::take(&mut self.found);
        found.clear();
        found.extend(document.tokens().iter().map(form));
        for ((at, token), form) in (0..).zip(document.tokens()).zip(&found) {
            if *form == layout::NONE {
                self.token(&reader, at, token);
            } else if let Some(entry) = knowledge.plain_entry(*form) {
                let lexeme = Draft::of(at, token).lexeme(entry, token.span);
                self.all.push(lexeme);
            } else {
                self.push(Draft::of(at, token), Some(*form), knowledge, token.span);
            }
        }
        self.found = found;
    }

    /// Adds the lexemes of a token, the one of this number.
    pub(super) fn token(&mut self, reader: &Reader<'_>, at: u32, token: &Token) {
        let knowledge = reader.knowledge;
        let draft = Draft::of(at, token);
        let word = reader.document.word(token);
        match token.kind {
            TokenKind::Word | TokenKind::Repost => self.word(reader, token, draft, word),
            TokenKind::Number => {
                let shape = token.shape.unwrap_or(NumberShape::Other);
                self.number(knowledge, draft, token.span, shape, word);
            }
            TokenKind::Hashtag => self.tag(reader, token, draft),
            TokenKind::Mention => self.push(
                draft.with(mark::HANDLE),
                knowledge.form(word),
                knowledge,
                token.span,
            ),
            TokenKind::Emoji => {
                let form = emoji(knowledge, word);
                self.push(draft.with(mark::EMOJI), form, knowledge, token.span);
                if let (Some(shape), Some(last)) = (keycaps(word), self.all.last_mut()) {
                    let (number, marks) = counted(shape);
                    (last.number, last.marks) = (number, last.marks | marks);
                }
            }
            _ => {}
        }
    }

    /// Adds the lexemes of a known form: itself, or the words its spelling stands for.
    fn push(&mut self, draft: Draft, form: Option<u32>, knowledge: &Knowledge, span: Span) {
        let Some(form) = form else {
            self.all.push(draft.unknown(span));
            return;
        };
        let entry = knowledge.entry(form);
        if stands_for_others(entry.flags) {
            let draft = draft.with(mark::SLANG);
            for standard in knowledge.standards_of(form, entry) {
                self.all
                    .push(draft.lexeme(knowledge.entry(standard).plain(), span));
            }
        } else {
            self.all.push(draft.lexeme(entry.plain(), span));
        }
    }

    /// Adds a number that stands by itself; phrases may hold it: "2 periode", "salam 2 jari".
    fn number(
        &mut self,
        knowledge: &Knowledge,
        draft: Draft,
        span: Span,
        shape: NumberShape,
        word: &str,
    ) {
        self.digits(draft, span, shape);
        if let (Some(form), Some(last)) = (knowledge.form(word), self.all.last_mut()) {
            let entry = knowledge.entry(form);
            (last.lemma, last.state, last.form) = (entry.lemma, entry.state, entry.flags);
        }
    }

    /// Adds a lexeme that is a number.
    fn digits(&mut self, draft: Draft, span: Span, shape: NumberShape) {
        let (number, marks) = counted(shape);
        self.all.push(Lexeme {
            number,
            ..draft.with(marks).unknown(span)
        });
    }

    /// What a word comes to, and whether a mark behind it doubles it; a plain one holds nothing but letters and digits.
    #[expect(
        clippy::inline_always,
        reason = "most words are known as they stand, and the answer is wider than a register"
    )]
    #[inline(always)]
    pub(super) fn meaning(
        &mut self,
        knowledge: &Knowledge,
        word: &str,
        plain: bool,
    ) -> (Meaning, bool) {
        let Self {
            word: key, spare, ..
        } = self;
        let mut doubled = false;
        let length = word.len();
        let word = if plain {
            word
        } else {
            key.clear();
            key.extend(word.chars().filter(|letter| !is_dropped(*letter)));
            doubled = key.ends_with(DOUBLING);
            if doubled {
                key.pop();
            }
            key.as_str()
        };
        let meaning = if let Some((form, marks)) = known(knowledge, word, spare) {
            Meaning::Known { form, marks }
        } else if !plain && word.contains(['*', '@']) {
            Meaning::Masked(unmask(knowledge, word, spare))
        } else if word.bytes().any(|byte| byte.is_ascii_digit()) {
            Meaning::Mixed(mixed(knowledge, word, spare))
        } else if plain && word.len() >= GLUED {
            Meaning::Glued
        } else if word.len() >= GLUED && length + 1 == word.len() * 2 {
            Meaning::Apart
        } else {
            Meaning::Unknown
        };
        (meaning, doubled)
    }

    fn word(&mut self, reader: &Reader<'_>, token: &Token, draft: Draft, word: &str) {
        let knowledge = reader.knowledge;
        let plain = token.flags.plain || is_plain(word);
        let (meaning, doubled) = self.meaning(knowledge, word, plain);
        let draft = draft.with(if doubled { mark::DOUBLED } else { 0 });
        match meaning {
            Meaning::Known { form, marks } => {
                self.push(draft.with(marks), Some(form), knowledge, token.span);
            }
            Meaning::Masked(form) => self.push(draft, form, knowledge, token.span),
            Meaning::Mixed(mixed) => self.mixed(knowledge, token.span, draft, mixed),
            Meaning::Glued => self.glued(reader, token, draft, word, 1),
            Meaning::Apart => {
                let key = std::mem::take(&mut self.word);
                self.glued(reader, token, draft, &key, 2);
                self.word = key;
            }
            Meaning::Unknown => self.push(draft, None, knowledge, token.span),
        }
    }

    /// Adds what a word with digits comes to.
    fn mixed(&mut self, knowledge: &Knowledge, span: Span, draft: Draft, mixed: Mixed) {
        let glued = draft.with(mark::GLUED);
        match mixed {
            Mixed::Doubled { form, marks } => {
                let draft = draft.with(marks | mark::DOUBLED);
                self.push(draft, Some(form), knowledge, span);
            }
            Mixed::Behind {
                form,
                marks,
                number,
            } => {
                self.push(draft.with(marks), Some(form), knowledge, span);
                self.digits(glued, span, number);
            }
            Mixed::Before {
                number,
                form,
                marks,
            } => {
                self.digits(glued, span, number);
                self.push(draft.with(marks), Some(form), knowledge, span);
            }
            Mixed::Masked { form, number } => {
                self.push(draft, Some(form), knowledge, span);
                if let Some(number) = number {
                    let number = NumberShape::Small(number);
                    self.digits(draft.with(mark::INSIDE), span, number);
                }
            }
            Mixed::Nought(number) => self.digits(glued, span, NumberShape::Small(number)),
            Mixed::Other => self.digits(draft, span, NumberShape::Other),
        }
    }

    /// Words written without a blank between them, where all are known and one is a name; each letter takes so many bytes of the token.
    fn glued(
        &mut self,
        reader: &Reader<'_>,
        token: &Token,
        draft: Draft,
        word: &str,
        bytes: usize,
    ) {
        let knowledge = reader.knowledge;
        let mut split = std::mem::take(&mut self.split);
        if split.names(knowledge, word) {
            for part in split.parts() {
                let (start, end) = (part.start * bytes, part.end * bytes - (bytes - 1));
                let span = reader.place(token.folded.start(), start, end);
                self.push(draft, part.form, knowledge, span);
            }
        } else {
            self.push(draft, None, knowledge, token.span);
        }
        self.split = split;
    }

    /// The words of a hashtag.
    fn tag(&mut self, reader: &Reader<'_>, token: &Token, draft: Draft) {
        let knowledge = reader.knowledge;
        let folded = Span::new(token.folded.start() + 1, token.folded.end());
        let tag = folded.of(reader.document.folded());
        let draft = draft.with(mark::TAG);
        let mut split = std::mem::take(&mut self.split);
        let original = token.span.of(reader.post);
        split.tag(
            knowledge,
            tag,
            original.strip_prefix(['#', '＃']).unwrap_or(original),
        );
        let mut spare = std::mem::take(&mut self.spare);
        for part in split.parts() {
            let span = reader.place(folded.start(), part.start, part.end);
            let word = tag.get(part.start..part.end).unwrap_or("");
            if word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty() {
                self.number(knowledge, draft, span, shape(word, None, None), word);
            } else if word.bytes().any(|byte| byte.is_ascii_digit()) {
                self.mixed(knowledge, span, draft, mixed(knowledge, word, &mut spare));
            } else {
                let form = part
                    .form
                    .or_else(|| known(knowledge, word, &mut spare).map(|(form, _)| form));
                self.push(draft, form, knowledge, span);
            }
        }
        self.spare = spare;
        self.split = split;
    }
}

/// The number that digits of this shape are, and their marks.
fn counted(shape: NumberShape) -> (u8, u32) {
    match shape {
        NumberShape::Small(number) => (number, 0),
        NumberShape::Padded(number) => (number, mark::PADDED),
        NumberShape::Parted(number) => (number, mark::PADDED | mark::AMOUNT),
        NumberShape::Year(_) => (0, mark::YEAR),
        NumberShape::Gone => (0, mark::AMOUNT | mark::GONE),
        _ => (0, mark::AMOUNT),
    }
}

/// What keycaps in a row look like as one number; one and the same again and again is that digit.
fn keycaps(word: &str) -> Option<NumberShape> {
    let mut keys = word.bytes().filter(u8::is_ascii_digit);
    let (first, second) = (keys.next()?, keys.next()?);
    let rest = keys.next();
    let several = [first, second];
    let digits = match rest {
        _ if first == second && keys.chain(rest).all(|key| key == first) => &several[..1],
        None => &several[..],
        Some(_) => return Some(NumberShape::Other),
    };
    Some(shape(std::str::from_utf8(digits).unwrap_or(""), None, None))
}

/// The form of an emoji: the whole of it, a keycap as its digit, of several the last that is no nought, or the first of a joined sequence.
pub(super) fn emoji(knowledge: &Knowledge, word: &str) -> Option<u32> {
    let word = match word.rfind(|letter| matches!(letter, '1'..='9')) {
        Some(key) => word.get(key..key + KEYCAP).unwrap_or(word),
        None => word,
    };
    let first = word.chars().next().map_or(0, char::len_utf8);
    knowledge
        .form(word)
        .or_else(|| knowledge.form(word.trim_end_matches('\u{20e3}')))
        .or_else(|| knowledge.form(word.get(..first)?))
}

/// What all lexemes of a token share.
#[derive(Clone, Copy)]
struct Draft {
    token: u32,
    clause: u32,
    sentence: u32,
    marks: u32,
}

impl Draft {
    fn of(at: u32, token: &Token) -> Self {
        let capitals = |is: bool, mark: u32| if is { mark } else { 0 };
        Self {
            token: at,
            clause: token.clause,
            sentence: token.sentence,
            marks: capitals(token.flags.caps, mark::CAPS)
                | capitals(token.flags.title, mark::TITLE),
        }
    }

    fn with(mut self, marks: u32) -> Self {
        self.marks |= marks;
        self
    }

    /// A word of the lexicon.
    fn lexeme(self, entry: PlainEntry, span: Span) -> Lexeme {
        Lexeme {
            lemma: entry.lemma,
            state: entry.state,
            form: entry.flags,
            ..self.unknown(span)
        }
    }

    /// A word nobody knows.
    fn unknown(self, span: Span) -> Lexeme {
        Lexeme {
            lemma: layout::NONE,
            state: 0,
            form: 0,
            marks: self.marks,
            number: 0,
            token: self.token,
            clause: self.clause,
            sentence: self.sentence,
            span,
        }
    }
}

/// The form a word means, with what its spelling showed: as it is, with repeated letters reduced, without a clitic.
#[inline]
pub(super) fn known(knowledge: &Knowledge, word: &str, spare: &mut String) -> Option<(u32, u32)> {
    match knowledge.form(word) {
        Some(form) => Some((form, 0)),
        None => reduced(knowledge, word, spare),
    }
}

/// The form a word means that is not known as it is.
fn reduced(knowledge: &Knowledge, word: &str, spare: &mut String) -> Option<(u32, u32)> {
    if word.is_empty() {
        return None;
    }
    let squeezed = repeats(word);
    // Repeated letters: runs of three or more to two, then all runs to one.
    for most in [2, 1].into_iter().filter(|_| squeezed) {
        squeeze(word, most, spare);
        if spare.len() < word.len()
            && spare.len() >= 2
            && let Some(form) = knowledge.form(spare)
        {
            return Some((form, mark::STRETCHED));
        }
    }
    let stem_of = |word: &str| {
        stems(word.as_bytes()).find_map(|(stem, marks)| Some((knowledge.form_of(stem)?, marks)))
    };
    stem_of(word).or_else(|| {
        if squeezed {
            stem_of(spare).map(|(form, marks)| (form, marks | mark::STRETCHED))
        } else {
            None
        }
    })
}

impl Knowledge {
    /// The text of the lemma of a folded word, if it is known as it is, without repeated letters or without a clitic.
    pub(crate) fn lemma_text(&self, word: &str) -> Option<&str> {
        let (form, _) = known(self, word, &mut String::new())?;
        Some(self.text(self.lemma(form)))
    }
}

/// Whether a letter stands twice in a row.
fn repeats(word: &str) -> bool {
    if Letters::of(word.as_bytes()).are_single(word.len()) {
        return false;
    }
    let letters = word.chars();
    letters.clone().zip(letters.skip(1)).any(|(a, b)| a == b)
}

/// Writes a word with at most `most` of a letter in a row.
pub(super) fn squeeze(word: &str, most: usize, into: &mut String) {
    into.clear();
    let (mut last, mut run, mut from) = ('\0', 0, 0);
    for (at, letter) in word.char_indices() {
        run = if letter == last { run + 1 } else { 1 };
        last = letter;
        // What stands before a letter too many is written at once.
        if run > most {
            into.push_str(word.get(from..at).unwrap_or(""));
            from = at + letter.len_utf8();
        }
    }
    into.push_str(word.get(from..).unwrap_or(""));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clitic_is_denied() {
        for last in b'a'..=b'z' {
            for (clitic, _) in clitics(last) {
                assert!(clitics_at(clitic.as_bytes()).any(|length| length == clitic.len()));
                for stem in ["abc", "abcd", "abcde", "abcdefgh"] {
                    for letter in b'a'..=b'z' {
                        let word = [stem.as_bytes(), &[letter], clitic.as_bytes()].concat();
                        let ends = stems(&word).next().is_some();
                        assert!(
                            !ends || may_end_with_clitic(&word, word.len(), word.len()),
                            "{stem}{clitic}"
                        );
                    }
                }
            }
        }
    }
}
