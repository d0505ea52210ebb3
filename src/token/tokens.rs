//! Tokens of a folded text.

use crate::span::Span;

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
    /// An emoji or keycap.
    Emoji,
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
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// End of the run of word characters from `at`.
    fn word_end(&self, mut at: usize) -> usize {
        while let Some(letter) = self.char_at(at) {
            let inside = is_word(letter)
                || letter == '_'
                || matches!(letter, '\'' | '’' | '`')
                    && self.char_at(at + letter.len_utf8()).is_some_and(is_word);
            if !inside {
                break;
            }
            at += letter.len_utf8();
        }
        at
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
                let word = self.word_end(digits);
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
            _ if is_word(letter) => {
                let end = self.word_end(start);
                let domain = self.text.get(start..end).zip(self.text.get(end..));
                match domain {
                    Some((_, after))
                        if after.starts_with('@')
                            && after.get(1..).is_some_and(|host| host.starts_with(is_word)) =>
                    {
                        (TokenKind::Email, self.url_end(end))
                    }
                    Some((_, after))
                        if [".com/", ".co/", ".id/", ".ly/", ".net/", ".org/"]
                            .iter()
                            .any(|tail| after.starts_with(tail)) =>
                    {
                        (TokenKind::Url, self.url_end(end))
                    }
                    _ => (TokenKind::Word, end),
                }
            }
            _ if is_emoji(letter) => {
                let mut end = start + letter.len_utf8();
                if self.char_at(end) == Some('\u{20e3}') {
                    end += '\u{20e3}'.len_utf8();
                }
                (TokenKind::Emoji, end)
            }
            _ => {
                let end = rest.find(|other| other != letter).unwrap_or(rest.len());
                (TokenKind::Punctuation, start + end)
            }
        };
        self.at = end.max(start + letter.len_utf8());
        Some((kind, start, self.at))
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() && !is_emoji(letter)
}

fn is_emoji(letter: char) -> bool {
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
