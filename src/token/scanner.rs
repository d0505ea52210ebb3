//! Where tokens begin and end in a folded text.
//!
//! Most of every post are words of plain letters with a blank behind them; they are found by the bits of [`Marks`]. Everything
//! else goes the plain way, character by character, which also finds those words.

use super::marks::{BLOCK, Marks};
use super::tokens::TokenKind;

/// Signs that may stand between letters written apart: `p.r.a.b`.
pub(crate) const APART: [char; 3] = [' ', '.', '-'];
/// Bytes of the beginning of a post in which a quotation mark may double a word; keeps the look back cheap.
const NEAR: usize = 400;
/// Bytes after which the marks ahead are looked at anew.
const RENEWED: usize = 40;
/// A quotation mark behind a word, where none is open, doubles the word: `teman"`.
pub(crate) const DOUBLING: char = '"';

/// Bytes of a keycap: a digit and the sign of the key around it.
pub(crate) const KEYCAP: usize = 1 + '\u{20e3}'.len_utf8();

/// A token found in a folded text; its place is that in the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: TokenKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Splits a folded text.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    marks: &'t Marks,
    at: usize,
}

impl<'t> Scanner<'t> {
    /// A scanner of a text that has been marked, from a byte where a token begins; without marks it finds the same more slowly.
    pub(super) fn from(text: &'t str, marks: &'t Marks, at: usize) -> Self {
        Self { text, marks, at }
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

    /// End of the run of plain letters and digits from `at`.
    fn plain_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
        let plain = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
        at + plain.count()
    }

    /// End of the run of one and the same byte from `at`.
    fn run_end(&self, at: usize) -> usize {
        let sign = self.byte(at);
        let mut end = at + 1;
        while end < self.text.len() && self.byte(end) == sign {
            end += 1;
        }
        end
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
        let starred = self.byte(at) == Some(b'*');
        if starred && self.parts_word(start, at) {
            return true;
        }
        if word.is_empty() || !consonant(at.checked_sub(1)) {
            return false;
        }
        if starred {
            return consonant(Some(at + 1))
                || word.contains('*') && !self.char_at(at + 1).is_some_and(is_word);
        }
        consonant(Some(at + 1))
            && word.len() <= 4
            && !["rt", "cc", "by", "dr", "kpd", "dgn"].contains(&word)
            && !self.is_host(at + 1)
    }

    /// Whether a star between letters has so few on one side that they are no word of their own: `an*es`, `pra*owo`.
    fn parts_word(&self, start: usize, at: usize) -> bool {
        let is_letter = |at: usize| self.byte(at).is_some_and(|byte| byte.is_ascii_lowercase());
        let (head, tail) = (at - start, self.plain_end(at + 1) - at - 1);
        (2..=8).contains(&head)
            && (1..=8).contains(&tail)
            && head.min(tail) <= 3
            && head + tail >= 4
            && is_letter(at - 1)
            && is_letter(at + 1)
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
        if !matches!(
            rest.first(),
            Some(b'^' | b'-' | b'>' | b'<' | b':' | b';' | b'=')
        ) {
            return None;
        }
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

    /// Whether a nought and one digit stand at a place by themselves, parted by a dash or a low line: `0-2`.
    fn parts_nought(&self, at: usize) -> bool {
        let joins = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/');
        let before = at.checked_sub(1).and_then(|before| self.byte(before));
        matches!(
            self.text.as_bytes().get(at..at + 3),
            Some([b'0', b'-' | b'_', b'1'..=b'9'])
        ) && !before.is_some_and(joins)
            && !self.byte(at + 3).is_some_and(joins)
    }

    /// End of the keycaps in a row from `at`, one at least: `0⃣2⃣`.
    fn keycaps_end(&self, mut at: usize) -> usize {
        while self.is_keycap(at) {
            at += KEYCAP;
        }
        at
    }

    fn is_keycap(&self, at: usize) -> bool {
        self.byte(at).is_some_and(|byte| byte.is_ascii_digit())
            && self.char_at(at + 1) == Some('\u{20e3}')
    }

    /// Digits with inner separators: `1.000.000`, `08:30`, `3,5`.
    fn number_end(&self, mut at: usize) -> usize {
        if self.parts_nought(at) {
            return at + 3;
        }
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

    /// Passes over words of plain letters that nothing can belong to but those letters, and over the blanks before them, for as long as
    /// `passes` says so of where a word begins and ends; the word of which it does not. Nothing where the next token is not certainly such a word.
    #[expect(
        clippy::inline_always,
        reason = "a call costs as much as finding the word"
    )]
    #[inline(always)]
    pub(crate) fn pass_simple(
        &mut self,
        mut passes: impl FnMut(usize, usize) -> bool,
    ) -> Option<(usize, usize)> {
        let mut from = self.at;
        let mut gaps = !self.marks.ahead(from).words;
        loop {
            let mut start = self.at;
            while self.byte(start) == Some(b' ') {
                start += 1;
            }
            let first = self.byte(start).filter(u8::is_ascii_lowercase)?;
            let end = match gaps.checked_shr((start - from) as u32) {
                Some(rest) if rest != 0 => start + rest.trailing_zeros() as usize,
                _ => {
                    from = start;
                    gaps = !self.marks.ahead(from).words;
                    self.marks.run_end(start)
                }
            };
            let behind = self.byte(end);
            let joined = match behind {
                Some(b'.') => self.marks.has_word(end + 1),
                behind => behind.is_some_and(joins),
            };
            // Letters written apart, addresses and the mark of a repost.
            let special = match end - start {
                0 => true,
                1 => behind == self.byte(start + 3),
                2..=5 if matches!(first, b'r' | b'w' | b'h') => matches!(
                    self.text.get(start..end),
                    Some("rt" | "www" | "http" | "https")
                ),
                _ => false,
            };
            if joined || special {
                return None;
            }
            self.at = end;
            if !passes(start, end) {
                return Some((start, end));
            }
        }
    }

    /// Passes over words of nothing but small letters, and over signs that only part words, for as long as `passes` says so: of where
    /// a word begins and ends, and whether no letter of it stands twice in a row. Gives back the word of which it does not.
    #[inline]
    pub(crate) fn pass_words(
        &mut self,
        mut passes: impl FnMut(usize, usize, bool) -> bool,
    ) -> Option<(usize, usize)> {
        let mut from = self.at;
        let mut ahead = self.marks.ahead(from);
        loop {
            let gone = self.at - from;
            if gone >= RENEWED {
                from = self.at;
                ahead = self.marks.ahead(from);
                continue;
            }
            let (words, odd) = (ahead.words >> gone, ahead.odd >> gone);
            let start = words.trailing_zeros();
            let Some(rest) = words.checked_shr(start) else {
                // Nothing but signs is left.
                if odd == 0 && from + BLOCK >= self.text.len() {
                    self.at = self.text.len();
                }
                return None;
            };
            let run = (!rest).trailing_zeros();
            let end = start + run;
            // The byte behind must be seen too.
            if end as usize + gone + 1 >= BLOCK {
                if gone == 0 {
                    return None;
                }
                from = self.at;
                ahead = self.marks.ahead(from);
                continue;
            }
            let odd = odd << (u64::BITS - 1 - end);
            let (start, end) = (self.at + start as usize, self.at + end as usize);
            let behind = self.byte(end);
            let mut single = true;
            if odd != 0 {
                // A sign behind the word is looked at, those before it and digits ask for the plain way; so do addresses.
                let inside = odd << 1;
                single = inside == 0;
                let told = behind.is_some_and(|sign| !joins(sign))
                    && inside << run == 0
                    && (single || self.is_letters(start, end));
                if !told {
                    return None;
                }
            }
            let split = match behind {
                Some(b'.') => self.marks.has_word(end + 1),
                // Letters written apart.
                next => run == 1 && next == self.byte(start + 3),
            };
            if split {
                return None;
            }
            self.at = end;
            if !passes(start, end, single) {
                return Some((start, end));
            }
        }
    }

    /// Whether nothing but small letters stands there, which begin no address.
    fn is_letters(&self, start: usize, end: usize) -> bool {
        let word = self.text.as_bytes().get(start..end).unwrap_or(&[]);
        !matches!(word, [b'h' | b'w', ..]) && word.iter().all(u8::is_ascii_lowercase)
    }

    /// The next token.
    pub(crate) fn next_piece(&mut self) -> Option<Piece> {
        let word = self.pass_simple(|_, _| false).map(|(start, end)| Piece {
            kind: TokenKind::Word,
            start,
            end,
        });
        word.or_else(|| self.next_plain())
    }

    /// The next token, found the plain way.
    pub(crate) fn next_plain(&mut self) -> Option<Piece> {
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
        if is_sign(letter) {
            self.at = self.run_end(start);
            return Some(Piece {
                kind: TokenKind::Punctuation,
                start,
                end: self.at,
            });
        }
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
            _ if self.is_keycap(start) => (TokenKind::Emoji, self.keycaps_end(start)),
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
            _ if !letter.is_ascii() && is_emoji(letter) => {
                (TokenKind::Emoji, self.emoji_end(start, letter))
            }
            _ => {
                if let Some(end) = self.emoticon_end(start) {
                    (TokenKind::Emoticon, end)
                } else if letter.is_ascii() {
                    (TokenKind::Punctuation, self.run_end(start))
                } else {
                    let end = rest.find(|other| other != letter).unwrap_or(rest.len());
                    (TokenKind::Punctuation, start + end)
                }
            }
        };
        self.at = end.max(start + letter.len_utf8());
        Some(Piece {
            kind,
            start,
            end: self.at,
        })
    }
}

/// Whether a character is always a punctuation mark: it begins neither a word nor a face.
fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        ',' | '.' | '!' | '?' | '(' | ')' | '"' | '\'' | '/' | '+' | '*'
    )
}

/// Whether a sign behind a word may stand inside it, hide a vowel, double it or be part of an address.
fn joins(sign: u8) -> bool {
    matches!(sign, b'\'' | b'`' | b'_' | b'*' | b'@' | b'"' | 128..)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scan(text: &str, marks: &Marks) -> Vec<Piece> {
        let mut scanner = Scanner::from(text, marks, 0);
        std::iter::from_fn(|| scanner.next_piece()).collect()
    }

    /// The pieces, with runs of simple words passed over.
    fn scan_by_runs(text: &str, marks: &Marks) -> Vec<Piece> {
        let mut scanner = Scanner::from(text, marks, 0);
        let mut pieces = Vec::new();
        loop {
            scanner.pass_simple(|start, end| {
                let kind = TokenKind::Word;
                pieces.push(Piece { kind, start, end });
                true
            });
            let Some(piece) = scanner.next_plain() else {
                return pieces;
            };
            pieces.push(piece);
        }
    }

    /// The pieces that are no signs, with the words found past signs.
    fn scan_past_signs(text: &str, marks: &Marks) -> Vec<Piece> {
        let mut scanner = Scanner::from(text, marks, 0);
        let next = || {
            let word = scanner
                .pass_words(|_, _, _| false)
                .map(|(start, end)| Piece {
                    kind: TokenKind::Word,
                    start,
                    end,
                });
            word.or_else(|| scanner.next_piece())
        };
        std::iter::from_fn(next).filter(is_no_sign).collect()
    }

    fn is_no_sign(piece: &Piece) -> bool {
        !matches!(piece.kind, TokenKind::Punctuation | TokenKind::LineBreak)
    }

    proptest! {
        #[test]
        fn no_face_begins_with_what_is_always_a_sign(text in "[!-/:-@^_`{-~]{1,3}[-a-z0-9:;<>@# ]{0,4}") {
            let marks = Marks::default();
            let scanner = Scanner::from(&text, &marks, 0);
            let first = scanner.char_at(0).unwrap_or(' ');
            let else_begins = scanner.emoticon_end(0).is_some() || matches!(first, '#' | '@');
            prop_assert!(!(is_sign(first) && else_begins));
        }

        #[test]
        fn the_quick_way_finds_what_the_plain_way_finds(
            text in prop_oneof![
                "[a-z0-9 .,:;!?'\"*@_#/\\-]{0,60}",
                "([a-z]{1,70} {1,2}){0,6}",
                "((rt|www|http|https|pic|a|di|menang|pr@b|c\\*blos|2|paslon02|…|é|😂)[ .,:/@'\n\"*-]{0,2}){0,30}",
                "\\PC{0,40}",
            ],
        ) {
            let text = super::super::fold(&text);
            let mut marks = Marks::default();
            marks.fill(text.as_bytes());
            let plain = scan(&text, &Marks::default());
            prop_assert_eq!(scan(&text, &marks), plain.clone());
            prop_assert_eq!(scan_by_runs(&text, &marks), plain.clone());
            let mut plain: Vec<_> = plain.into_iter().filter(is_no_sign).collect();
            // The mark of a repost is a word like others.
            plain.iter_mut().filter(|piece| piece.kind == TokenKind::Repost).for_each(|piece| piece.kind = TokenKind::Word);
            let mut past = scan_past_signs(&text, &marks);
            past.iter_mut().filter(|piece| piece.kind == TokenKind::Repost).for_each(|piece| piece.kind = TokenKind::Word);
            prop_assert_eq!(past, plain);
        }
    }
}
