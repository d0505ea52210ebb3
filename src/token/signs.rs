//! How many of each sign a post holds, so that nobody looks for one that is not there.

use super::tokens::TokenKind;

/// A token that is no word and that later rooms look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// None of those below.
    Other,
    /// `?`, one or several.
    Question,
    /// `!`, one or several.
    Exclamation,
    /// `:`, one or several.
    Colon,
    /// A quotation mark, or something else that opens with an apostrophe or with no plain letter.
    Quotation,
    Link,
    Emoji,
}

const COUNT: usize = Sign::Emoji as usize + 1;

impl Sign {
    /// The sign that a token is, by its first byte.
    pub(crate) fn of(kind: TokenKind, first: Option<&u8>) -> Self {
        match (kind, first) {
            (TokenKind::Url, _) => Self::Link,
            (TokenKind::Emoji, _) => Self::Emoji,
            (TokenKind::Punctuation, Some(first)) => match first {
                b'?' => Self::Question,
                b'!' => Self::Exclamation,
                b':' => Self::Colon,
                b'"' | b'\'' | 128.. => Self::Quotation,
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }
}

/// How many of each sign.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Signs([i32; COUNT]);

impl Signs {
    pub(super) fn note(&mut self, sign: Sign) {
        if let Some(count) = self.0.get_mut(sign as usize) {
            *count += 1;
        }
    }

    pub(crate) fn count(&self, sign: Sign) -> i32 {
        self.0.get(sign as usize).copied().unwrap_or(0)
    }

    pub(crate) fn has(&self, sign: Sign) -> bool {
        self.count(sign) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Document;

    #[test]
    fn signs_are_counted_anew_in_each_post() {
        let mut document = Document::default();
        for _ in 0..2 {
            document.read("Siapa? Dia: \"Ayo!!\" katanya! 😂 https://contoh.id 🤟");
            let counts = [
                (Sign::Question, 1),
                (Sign::Exclamation, 2),
                (Sign::Colon, 1),
                (Sign::Quotation, 2),
                (Sign::Link, 1),
                (Sign::Emoji, 2),
            ];
            for (sign, count) in counts {
                assert_eq!(document.signs().count(sign), count, "{sign:?}");
            }
        }
    }
}
