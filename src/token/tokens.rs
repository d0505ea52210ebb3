//! Tokens of a folded text.

use super::number::NumberShape;
use crate::span::Span;

/// Signs that may stand between letters written apart: `p.r.a.b`.
pub(crate) const APART: [char; 3] = [' ', '.', '-'];
/// Bytes of the beginning of a post in which a quotation mark may double a word; keeps the look back cheap.
const NEAR: usize = 400;
/// A quotation mark behind a word, where none is open, doubles the word: `teman"`.
pub(crate) const DOUBLING: char = '"';

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, perhaps with digits and apostrophes inside.
    Word,
    /// Digits, perhaps with separators inside.
    Number,
    /// `#` and what follows.
    Hashtag,
    /// `@` and what follows.
    Mention,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// An emoji with all that belongs to it (skin tone, joined sequence, flag), or a keycap.
    Emoji,
    /// A face made of signs: `:)`.
    Emoticon,
    /// The mark of a repost: `RT` before a mention.
    Repost,
    /// A run of one kind of punctuation.
    Punctuation,
    /// One or more line ends.
    LineBreak,
}

/// A token: its kind and its place in the author's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands, in bytes of the post.
    pub span: Span,
    /// Number of the sentence it belongs to, from 0.
    pub sentence: u32,
    /// Number of the clause it belongs to, from 0.
    pub clause: u32,
    /// What it looks like, if it is a number.
    pub shape: Option<NumberShape>,
    /// Where it stands in the folded text.
    pub(crate) folded: Span,
    pub(crate) flags: TokenFlags,
}

/// What the author's letters showed before folding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TokenFlags {
    /// All letters are capitals, and there are two or more.
    pub(crate) caps: bool,
    /// The first letter is a capital.
    pub(crate) title: bool,
}

/// Splits a folded text; spans are those of the folded text.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = self.byte(at)?;
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// End of the run of plain letters and digits from `at`: most of every post.
    fn plain_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
        let plain = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
        at + plain.count()
    }

    /// End of the run of word characters from `at`, in a word that begins at `start`.
    fn word_end(&self, start: usize, mut at: usize) -> usize {
        loop {
            at = self.plain_end(at);
            let Some(letter) = self.char_at(at) else {
                break;
            };
            let inside = is_word(letter)
                || letter == '_'
                || matches!(letter, '\'' | '’' | '`')
                    && self.char_at(at + letter.len_utf8()).is_some_and(is_word)
                || matches!(letter, '*' | '@') && self.masks(start, at);
            if !inside {
                break;
            }
            at += letter.len_utf8();
        }
        if self.byte(at) == Some(DOUBLING as u8) && at - start >= 3 && self.doubles(at) {
            at + 1
        } else {
            at
        }
    }

    /// Whether a quotation mark behind a word doubles it: a blank follows, and no mark before it has opened a quotation.
    fn doubles(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("");
        let opened = before.len() > NEAR || before.contains(['"', '“', '”', '‘', '’', '\'']);
        !opened
            && self
                .char_at(at + 1)
                .is_none_or(|next| next.is_whitespace() || matches!(next, ',' | '.' | '!' | '?'))
    }

    /// Whether a sign inside a word hides a vowel: `c*blos`, `pr@bowo`, and the last one of `prab*w*`.
    fn masks(&self, start: usize, at: usize) -> bool {
        let consonant = |at: Option<usize>| {
            at.and_then(|at| self.byte(at)).is_some_and(|byte| {
                byte.is_ascii_lowercase() && !matches!(byte, b'a' | b'i' | b'u' | b'e' | b'o')
            })
        };
        let word = self.text.get(start..at).unwrap_or("");
        if word.is_empty() || !consonant(at.checked_sub(1)) {
            return false;
        }
        if self.byte(at) == Some(b'*') {
            return consonant(Some(at + 1))
                || word.contains('*') && !self.char_at(at + 1).is_some_and(is_word);
        }
        consonant(Some(at + 1))
            && word.len() <= 4
            && !["rt", "cc", "by", "dr", "kpd", "dgn"].contains(&word)
            && !self.is_host(at + 1)
    }

    /// Whether a name with a dot inside begins at a place, as behind the sign of a mail address.
    fn is_host(&self, at: usize) -> bool {
        let end = self.tag_end(at);
        end > at && self.byte(end) == Some(b'.') && self.char_at(end + 1).is_some_and(is_word)
    }

    /// End of four and more single letters with the same sign between them: `p r a b o w o`.
    fn apart_end(&self, start: usize) -> Option<usize> {
        let sign = self.byte(start + 1)?;
        if !APART.contains(&char::from(sign)) || self.byte(start + 3) != Some(sign) {
            return None;
        }
        let (mut at, mut count, mut letters) = (start, 0, 0);
        while let Some(byte) = self.byte(at).filter(u8::is_ascii_alphanumeric) {
            if self.char_at(at + 1).is_some_and(is_word) {
                break;
            }
            count += 1;
            letters += usize::from(byte.is_ascii_alphabetic());
            at += 2;
            if self.byte(at - 1) != Some(sign) {
                break;
            }
        }
        (count >= 4 && letters >= 3).then(|| start + count * 2 - 1)
    }

    /// End of a face made of signs.
    fn emoticon_end(&self, start: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(start..)?;
        for face in ["^_^", "-_-", ">_<", "<3", "^^"] {
            if rest.starts_with(face.as_bytes()) {
                return Some(start + face.len());
            }
        }
        if !matches!(rest.first(), Some(b':' | b';' | b'=')) {
            return None;
        }
        let nose = usize::from(matches!(rest.get(1), Some(b'-' | b'\'')));
        let mouth = *rest.get(1 + nose)?;
        if !matches!(
            mouth,
            b')' | b'(' | b'd' | b'p' | b'o' | b'x' | b'/' | b'|' | b'*'
        ) {
            return None;
        }
        let length = rest
            .get(1 + nose..)?
            .iter()
            .take_while(|byte| **byte == mouth)
            .count();
        let end = start + 1 + nose + length;
        let free = !self
            .char_at(end)
            .is_some_and(|next| is_word(next) || next == '/');
        free.then_some(end)
    }

    /// End of an emoji and of those joined to it; two letters of a flag are one.
    fn emoji_end(&self, start: usize, letter: char) -> usize {
        let mut end = start + letter.len_utf8();
        if let Some(next) = self.char_at(end)
            && (next == '\u{20e3}' || is_regional(letter) && is_regional(next))
        {
            end += next.len_utf8();
        }
        while self.char_at(end) == Some(JOINER)
            && let Some(next) = self.char_at(end + JOINER.len_utf8())
            && is_emoji(next)
        {
            end += JOINER.len_utf8() + next.len_utf8();
        }
        end
    }

    fn tag_end(&self, mut at: usize) -> usize {
        while let Some(letter) = self
            .char_at(at)
            .filter(|letter| is_word(*letter) || *letter == '_')
        {
            at += letter.len_utf8();
        }
        at
    }

    fn url_end(&self, mut at: usize) -> usize {
        while let Some(letter) = self
            .char_at(at)
            .filter(|letter| !letter.is_whitespace() && !matches!(letter, '"' | '<' | '>' | '…'))
        {
            at += letter.len_utf8();
        }
        at
    }

    /// Digits with inner separators: `1.000.000`, `08:30`, `3,5`.
    fn number_end(&self, mut at: usize) -> usize {
        loop {
            while self.byte(at).is_some_and(|byte| byte.is_ascii_digit()) {
                at += 1;
            }
            let separated = self
                .byte(at)
                .is_some_and(|byte| matches!(byte, b'.' | b',' | b':' | b'/'))
                && self.byte(at + 1).is_some_and(|byte| byte.is_ascii_digit());
            if !separated {
                return at;
            }
            at += 1;
        }
    }

    /// A token that begins with a letter.
    fn word(&self, start: usize) -> (TokenKind, usize) {
        if let Some(end) = self.apart_end(start) {
            return (TokenKind::Word, end);
        }
        let end = self.word_end(start, start);
        let after = self.text.get(end..).unwrap_or("");
        let next = self.byte(end);
        let host = [".com/", ".co/", ".id/", ".ly/", ".net/", ".org/"];
        if next == Some(b'@') && self.is_host(end + 1) {
            (TokenKind::Email, self.url_end(end))
        } else if next == Some(b'.') && host.iter().any(|tail| after.starts_with(tail)) {
            (TokenKind::Url, self.url_end(end))
        } else if end == start + 2
            && self.text.get(start..end) == Some("rt")
            && after.trim_start().starts_with('@')
        {
            (TokenKind::Repost, end)
        } else {
            (TokenKind::Word, end)
        }
    }

    fn next(&mut self) -> Option<(TokenKind, usize, usize)> {
        loop {
            let letter = self.char_at(self.at)?;
            if letter.is_whitespace() && !matches!(letter, '\n' | '\r') {
                self.at += letter.len_utf8();
            } else {
                break;
            }
        }
        let start = self.at;
        let letter = self.char_at(start)?;
        let rest = self.text.get(start..).unwrap_or("");
        let (kind, end) = match letter {
            '\n' | '\r' => {
                let blank = rest
                    .find(|letter: char| !letter.is_whitespace())
                    .unwrap_or(rest.len());
                (TokenKind::LineBreak, start + blank)
            }
            '#' if self.char_at(start + 1).is_some_and(is_word) => {
                (TokenKind::Hashtag, self.tag_end(start + 1))
            }
            '@' if self.char_at(start + 1).is_some_and(is_word) => {
                (TokenKind::Mention, self.tag_end(start + 1))
            }
            'h' | 'w' | 'p'
                if ["http://", "https://", "www.", "pic.twitter.com/"]
                    .iter()
                    .any(|head| rest.starts_with(head)) =>
            {
                (TokenKind::Url, self.url_end(start))
            }
            _ if letter.is_ascii_digit() && self.char_at(start + 1) == Some('\u{20e3}') => {
                (TokenKind::Emoji, start + 1 + '\u{20e3}'.len_utf8())
            }
            _ if letter.is_ascii_digit() => {
                let digits = self.number_end(start);
                let word = self.word_end(start, digits);
                let kind = if word > digits && self.byte(digits).is_none_or(|byte| byte != b'\'') {
                    TokenKind::Word
                } else {
                    TokenKind::Number
                };
                (
                    kind,
                    if kind == TokenKind::Word {
                        word
                    } else {
                        digits
                    },
                )
            }
            _ if is_word(letter) => self.word(start),
            _ if is_emoji(letter) => (TokenKind::Emoji, self.emoji_end(start, letter)),
            _ => {
                if let Some(end) = self.emoticon_end(start) {
                    (TokenKind::Emoticon, end)
                } else {
                    let end = rest.find(|other| other != letter).unwrap_or(rest.len());
                    (TokenKind::Punctuation, start + end)
                }
            }
        };
        self.at = end.max(start + letter.len_utf8());
        Some((kind, start, self.at))
    }
}

fn is_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    letter.is_alphanumeric() && !is_emoji(letter)
}

/// The character that joins emoji to one picture.
pub(super) const JOINER: char = '\u{200d}';

/// A letter of which two make a flag.
fn is_regional(letter: char) -> bool {
    matches!(letter, '\u{1f1e6}'..='\u{1f1ff}')
}

pub(super) fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2460}'..='\u{24ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}'
        | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{1f000}'..='\u{1faff}')
}

impl Iterator for Scanner<'_> {
    type Item = (TokenKind, usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        Scanner::next(self)
    }
}

/// Splits a post into tokens.
///
/// Between two tokens stands nothing but blanks and characters that cannot be seen; tokens and these gaps rebuild the post.
///
/// # Examples
/// ```
/// use netral::text::{TokenKind, tokenize};
/// let post = "Ayo #PilihNomor2 ✌️ https://contoh.id/a";
/// let tokens = tokenize(post);
/// let kinds: Vec<_> = tokens.iter().map(|token| token.kind).collect();
/// assert_eq!(kinds, [TokenKind::Word, TokenKind::Hashtag, TokenKind::Emoji, TokenKind::Url]);
/// assert_eq!(tokens.iter().next().map(|token| token.span.of(post)), Some("Ayo"));
/// ```
///
/// # Complexity
/// Linear in the post.
pub fn tokenize(post: &str) -> Tokens {
    let mut document = super::Document::default();
    document.read(post);
    Tokens {
        tokens: document.into_tokens(),
    }
}

/// The tokens of a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    tokens: Vec<Token>,
}

impl Tokens {
    /// Iterates over the tokens in the order of the post.
    pub fn iter(&self) -> std::slice::Iter<'_, Token> {
        self.tokens.iter()
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the post holds no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }
}

impl<'t> IntoIterator for &'t Tokens {
    type Item = &'t Token;
    type IntoIter = std::slice::Iter<'t, Token>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(post: &str) -> Vec<(TokenKind, &str)> {
        tokenize(post)
            .iter()
            .map(|token| (token.kind, token.span.of(post)))
            .collect()
    }

    #[test]
    fn disguised_words_are_one_token() {
        for word in [
            "p r a b o w o",
            "P.r.a.b.o.w.o",
            "p-i-l-i-h",
            "c*blos",
            "prab*w*",
            "pr@bowo",
            "m3nang",
            "teman\"",
            "teman²",
        ] {
            let post = format!("ayo {word} ya");
            assert_eq!(read(&post).get(1), Some(&(TokenKind::Word, word)), "{word}");
        }
    }

    #[test]
    fn what_only_looks_disguised_is_not() {
        use TokenKind::{Email, Mention, Number, Punctuation, Repost, Word};
        for (post, kinds) in [
            ("a b c", &[Word, Word, Word][..]),
            ("RT @user", &[Repost, Mention]),
            ("rt@user", &[Repost, Mention]),
            ("surel budi@contoh.id", &[Word, Email]),
            ("*pilih*", &[Punctuation, Word, Punctuation]),
            ("\"hebat\" katanya", &[Punctuation, Word, Punctuation, Word]),
            ("2*3", &[Number, Punctuation, Number]),
        ] {
            let found: Vec<_> = read(post).into_iter().map(|(kind, _)| kind).collect();
            assert_eq!(found, kinds, "{post}");
        }
    }

    #[test]
    fn pictures_and_faces_are_one_token() {
        for emoji in ["☝🏽", "✌️", "2️⃣", "👩‍👧", "🤷🏽‍♂️", "🇮🇩", "👌"]
        {
            assert_eq!(read(emoji), [(TokenKind::Emoji, emoji)]);
        }
        for face in [":)", ":-(", ":p", "^_^", "<3", "=D"] {
            assert_eq!(read(face), [(TokenKind::Emoticon, face)]);
        }
        assert_eq!(
            read(":prabowo").first(),
            Some(&(TokenKind::Punctuation, ":"))
        );
    }
}
