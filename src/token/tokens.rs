//! What a token is.

use super::number::NumberShape;
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
    /// A word of nothing but plain letters and digits.
    pub(crate) plain: bool,
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
