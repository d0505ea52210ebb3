//! Folding: lower case, compatibility letters, look-alikes and invisible characters, with a map back to the author's bytes.
//!
//! An ASCII post is copied and lower-cased; offsets stay the same and no map is kept. Any other post goes through the full
//! path: each character is decomposed (which covers NFKC, full-width and mathematical letters, superscripts), marks and
//! invisible characters are dropped, and letters of other scripts that stand beside Latin ones are read as what they look
//! like. Work and memory grow linearly with the post.

use super::damage;
use super::marks::{BLOCK, Marks};
use super::scanner::{JOINER, is_emoji};
use crate::span::Span;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A folded text and the way back.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// The folded text, and blanks behind it up to whole blocks of [`BLOCK`] bytes.
    text: String,
    /// Bytes of the text without the blanks.
    length: usize,
    /// For each folded byte the first byte of the character it came from, and one entry behind; empty where offsets are equal.
    map: Vec<u32>,
    /// What the bytes of the folded text are.
    pub(super) marks: Marks,
}

impl Folded {
    /// The folded text.
    pub(super) fn text(&self) -> &str {
        self.text.get(..self.length).unwrap_or("")
    }

    /// The bytes of the folded text, with at least [`BEHIND`] blanks behind them that may be read with what stands before.
    pub(super) fn padded(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The place in the original of a piece of the folded text. Where one character folded into several pieces, the first has it and the
    /// others, behind it, are empty.
    #[inline]
    pub(super) fn original(&self, place: Span, behind: usize, original: &str) -> Span {
        if self.is_plain() {
            place
        } else {
            self.mapped(place, behind, original)
        }
    }

    #[inline(never)]
    fn mapped(&self, place: Span, behind: usize, original: &str) -> Span {
        Span::new(
            self.original_start(place.start()).max(behind),
            self.original_end(place.end(), original).max(behind),
        )
    }

    /// Byte of the original at which the folded byte begins.
    fn original_start(&self, at: usize) -> usize {
        let here = self.map.get(at).or(self.map.last());
        here.map_or(at, |at| *at as usize)
    }

    /// Byte of the original behind the character that ends before the folded byte `at`.
    fn original_end(&self, at: usize, original: &str) -> usize {
        // Folded characters that came from one original character share its start: step to the next different one.
        let last = at
            .checked_sub(1)
            .and_then(|last| self.map.get(last))
            .map_or(0, |at| *at as usize);
        let next = self.map.get(at).map_or(original.len(), |at| *at as usize);
        if next > last {
            return next;
        }
        let mut end = last + 1;
        while end < original.len() && !original.is_char_boundary(end) {
            end += 1;
        }
        end.min(original.len())
    }

    pub(crate) fn fill(&mut self, post: &str) {
        self.map.clear();
        self.text.clear();
        self.text.push_str(post);
        self.pad();
        self.text.make_ascii_lowercase();
        let unusual = holds(self.padded(), |byte| is_unusual(byte) | may_damage(byte));
        // What may begin damage mostly does not.
        if unusual
            && (holds(self.padded(), |byte| !is_visible(byte)) || found(self.text(), 0).is_some())
        {
            self.text.clear();
            self.fill_full(post);
            self.pad();
        }
        self.marks.fill(self.text.as_bytes());
    }

    /// Adds blanks behind the text, so that what looks at many bytes at once never meets its end.
    fn pad(&mut self) {
        const BLANKS: &str = match std::str::from_utf8(&[b' '; BLOCK + BEHIND]) {
            Ok(blanks) => blanks,
            Err(_) => "",
        };
        self.length = self.text.len();
        let room = (self.length + BEHIND).next_multiple_of(BLOCK) - self.length;
        self.text.push_str(BLANKS.get(..room).unwrap_or(""));
    }

    /// Whether the text is the post in lower case, so that every byte stands where it stood.
    pub(super) fn is_plain(&self) -> bool {
        self.map.is_empty()
    }

    /// The general path; equal to the fast one on plain ASCII.
    fn fill_full(&mut self, post: &str) {
        self.text.reserve(post.len());
        self.map.reserve(post.len() + 1);
        let mut next = 0;
        loop {
            next = self.put_plain(post, next);
            let Some(letter) = post.get(next..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            let at = next;
            next += letter.len_utf8();
            if letter.is_ascii() {
                continue;
            }
            if let Some((meant, length)) = damage::decoded(post.get(at..).unwrap_or("")) {
                next = at + length;
                self.fold(meant, at);
            } else if letter == JOINER && self.joins(post.get(next..).unwrap_or("")) {
                self.put(letter, at);
            } else {
                self.fold(letter, at);
            }
        }
        if holds(self.text.as_bytes(), is_foreign) {
            self.latinise();
        }
        if holds(self.text.as_bytes(), may_damage) {
            self.repair();
        }
        self.map.push(u32::try_from(post.len()).unwrap_or(u32::MAX));
    }

    /// Adds the run of visible ASCII characters that begins at a place, in lower case; gives back where it ends.
    fn put_plain(&mut self, post: &str, at: usize) -> usize {
        let (steps, _) = rest_of(post, at).as_chunks::<STEP>();
        let all = |step: &&[u8; STEP]| step.iter().fold(true, |all, byte| all & is_visible(*byte));
        let near = at + steps.iter().take_while(all).count() * STEP;
        let last = rest_of(post, near)
            .iter()
            .take_while(|byte| is_visible(**byte));
        let end = near + last.count();
        let from = self.text.len();
        self.text.push_str(post.get(at..end).unwrap_or(""));
        if let Some(run) = self.text.get_mut(from..) {
            run.make_ascii_lowercase();
        }
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.map.extend(place(at)..place(end));
        end
    }

    /// Adds the plain letters of a character; nothing for one that cannot be seen.
    fn fold(&mut self, letter: char, at: usize) {
        if is_invisible(letter) {
            return;
        }
        decompose_compatible(letter, |part| {
            if let Some(plain) = plain_letters(part) {
                plain.chars().for_each(|plain| self.put(plain, at));
            } else if part == '\u{20e3}' || !is_combining_mark(part) && !is_invisible(part) {
                part.to_lowercase()
                    .filter(|low| !is_combining_mark(*low) || *low == '\u{20e3}')
                    .for_each(|low| self.put(low, at));
            }
        });
    }

    /// Whether a joiner stands between two emoji: behind the text so far and before the rest.
    fn joins(&self, rest: &str) -> bool {
        let mut plain = None;
        if let Some(next) = rest.chars().find(|letter| !is_invisible(*letter)) {
            decompose_compatible(next, |part| plain = plain.or(Some(part)));
        }
        self.text.chars().next_back().is_some_and(is_emoji) && plain.is_some_and(is_emoji)
    }

    /// Reads letters of other scripts as what they look like, in words that also hold Latin letters.
    fn latinise(&mut self) {
        let foreign = |letter: char| !letter.is_ascii() && look_alike(letter).is_some();
        if !self.text.chars().any(foreign) {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let map = std::mem::take(&mut self.map);
        let mut at = 0;
        for word in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
            let latin = word.bytes().any(|byte| byte.is_ascii_alphabetic());
            for letter in word.chars() {
                let plain = if latin {
                    look_alike(letter).unwrap_or(letter)
                } else {
                    letter
                };
                let from = map.get(at).copied().unwrap_or(0);
                self.put(plain, from as usize);
                at += letter.len_utf8();
            }
        }
    }

    /// Undoes the traces of scraping; what was escaped several times is unescaped at once.
    fn repair(&mut self) {
        if found(&self.text, 0).is_none() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let map = std::mem::take(&mut self.map);
        let mut at = 0;
        while let Some((start, damage, mut repair)) = found(&text, at) {
            self.text.push_str(text.get(at..start).unwrap_or(""));
            self.map.extend(map.get(at..start).unwrap_or(&[]));
            let rest = |at: usize| text.get(at..).unwrap_or("");
            let mut end = start + damage.len();
            let from = map.get(start).copied().unwrap_or(0) as usize;
            if damage == ESCAPED {
                // A byte written out; one that is no letter stays as it is.
                if let Some((meant, length)) = damage::unescaped(rest(start)) {
                    self.fold(meant, from);
                    at = start + length;
                } else {
                    rest(start)
                        .chars()
                        .take(2)
                        .for_each(|letter| self.put(letter, from));
                    at = end;
                }
                continue;
            }
            if repair == "&" {
                while rest(end).starts_with("amp;") {
                    end += 4;
                }
                let inner = REPAIRS.iter().find(|(damage, _)| {
                    damage
                        .strip_prefix('&')
                        .is_some_and(|name| rest(end).starts_with(name))
                });
                if let Some((damage, inner)) = inner {
                    end += damage.len() - 1;
                    repair = *inner;
                }
            }
            repair.chars().for_each(|letter| self.put(letter, from));
            at = end;
        }
        self.text.push_str(text.get(at..).unwrap_or(""));
        self.map.extend(map.get(at..).unwrap_or(&[]));
    }

    fn put(&mut self, letter: char, at: usize) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.text.push(letter);
        self.map.extend(std::iter::repeat_n(at, letter.len_utf8()));
    }
}

/// Blanks that stand behind every folded text at least.
const BEHIND: usize = 16;

/// Bytes of visible characters that are passed over at once.
const STEP: usize = 8;

fn rest_of(text: &str, at: usize) -> &[u8] {
    text.as_bytes().get(at..).unwrap_or(&[])
}

/// Whether any byte is wanted. Blocks have no end to look for and no way out, so that many bytes are looked at at once.
fn holds(text: &[u8], wanted: impl Fn(u8) -> bool) -> bool {
    let any = |any, byte: &u8| any | u8::from(wanted(*byte));
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let in_blocks = blocks
        .iter()
        .fold(0, |all, block| all | block.iter().fold(0, any));
    in_blocks | rest.iter().fold(0, any) != 0
}

/// Whether a byte is an ASCII character that is seen or parts words.
fn is_visible(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\t' | b'\r' | b' '..=b'~')
}

/// Whether a byte is no part of a plain text.
fn is_unusual(byte: u8) -> bool {
    matches!(byte, 0..=8 | 14..=31 | 128..)
}

/// Whether traces of scraping may begin with a byte.
fn may_damage(byte: u8) -> bool {
    matches!(byte, b'&' | b'\\')
}

/// Whether a byte begins a letter of those scripts whose letters look like Latin ones.
fn is_foreign(byte: u8) -> bool {
    matches!(byte, 0xc4..=0xd4)
}

/// Folds a text: what the classifier reads in place of the author's letters.
///
/// Lower case, compatibility forms and diacritics resolved, invisible characters dropped. Folding twice is folding once.
///
/// # Examples
/// ```
/// assert_eq!(netral::text::fold("ＰＩＬＩＨ 𝗻𝗼𝗺𝗼𝗿 ２"), "pilih nomor 2");
/// assert_eq!(netral::text::fold("dukυng Pаk Surya"), "dukung pak surya"); // Greek and Cyrillic look-alikes
/// ```
///
/// # Complexity
/// Linear in the text; one allocation.
pub fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    folded.fill(text);
    folded.text.truncate(folded.length);
    folded.text
}

/// Traces of HTML and of escaped line ends that scraped posts carry, and what they stood for.
const REPAIRS: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    ("\\r\\n", "\n"),
    ("\\n", "\n"),
    (ESCAPED, ""),
];

/// The beginning of a byte written out.
const ESCAPED: &str = "\\x";

/// The first damage in a text from a place on: where it stands, what it is and what it stood for.
fn found(text: &str, at: usize) -> Option<(usize, &'static str, &'static str)> {
    let rest = text.get(at..)?;
    // All that is looked for begins with one of these.
    rest.match_indices(['&', '\\']).find_map(|(start, _)| {
        let here = rest.get(start..)?;
        let (damage, repair) = REPAIRS
            .iter()
            .find(|(damage, _)| here.starts_with(damage))?;
        Some((at + start, *damage, *repair))
    })
}

/// Zero-width and directional characters, variation selectors, skin tones, soft hyphen.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}' | '\u{80}'..='\u{9f}')
}

/// Letters with a stroke, ligatures and enclosed letters that no decomposition resolves. With them no letter survives that could
/// begin a wrongly decoded character, so what was folded is never decoded again.
fn plain_letters(letter: char) -> Option<&'static str> {
    const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz";
    const NUMBERS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let enclosed = |first: char| {
        let at = (u32::from(letter) - u32::from(first)) as usize;
        ALPHABET.get(at..=at)
    };
    let numbered = |first: char| {
        let at = (u32::from(letter) - u32::from(first)) as usize;
        NUMBERS.get(at).copied()
    };
    match letter {
        'ø' | 'Ø' => Some("o"),
        'đ' | 'Đ' | 'ð' | 'Ð' => Some("d"),
        'ħ' | 'Ħ' => Some("h"),
        'ł' | 'Ł' => Some("l"),
        'ŧ' | 'Ŧ' => Some("t"),
        'æ' | 'Æ' => Some("ae"),
        'œ' | 'Œ' => Some("oe"),
        'þ' | 'Þ' => Some("th"),
        'ß' | 'ẞ' => Some("ss"),
        '×' => Some("x"),
        '＼' | '﹨' => Some("/"),
        '⓿' | '🄋' | '🄌' => Some("0"),
        '❶'..='❿' => numbered('❶'),
        '➀'..='➉' => numbered('➀'),
        '➊'..='➓' => numbered('➊'),
        '⓵'..='⓾' => numbered('⓵'),
        '\u{1f150}'..='\u{1f169}' => enclosed('\u{1f150}'),
        '\u{1f170}'..='\u{1f189}' => enclosed('\u{1f170}'),
        _ => None,
    }
}

/// Letters of other scripts that look like a Latin letter, lower case.
fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'а' | 'А' | 'α' | 'Α' => 'a',
        'В' | 'Β' | 'ь' => 'b',
        'с' | 'С' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'Е' | 'ё' | 'Ε' | 'ε' => 'e',
        'ɡ' => 'g',
        'һ' | 'Н' | 'Η' => 'h',
        'і' | 'І' | 'ι' | 'Ι' | 'ı' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'ӏ' => 'l',
        'м' | 'М' | 'Μ' => 'm',
        'п' | 'η' | 'Ν' => 'n',
        'о' | 'О' | 'ο' | 'Ο' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'г' => 'r',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' | 'τ' | 'Τ' => 't',
        'υ' | 'ц' => 'u',
        'ν' | 'ѵ' => 'v',
        'ш' | 'ω' => 'w',
        'х' | 'Х' | 'χ' | 'Χ' => 'x',
        'у' | 'У' | 'γ' | 'Υ' => 'y',
        'Ζ' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_path_equals_the_full_path() {
        for post in [
            "Ayo PILIH no 2!!",
            "a\tb\r\nc",
            "",
            "R&B",
            "A & B \\o/",
            "A &AMP; B",
            "A\x0b& B",
        ] {
            let mut full = Folded::default();
            full.fill_full(post);
            assert_eq!(fold(post), full.text, "{post:?}");
        }
    }

    #[test]
    fn disguises_and_damage() {
        for (post, plain) in [
            ("Jøkowi gãnjar prábowo", "jokowi ganjar prabowo"),
            ("🅿🅸🅻🅸🅷 ⓟⓚⓢ ②", "pilih pks 2"),
            ("➁ ❸ ⓪② ⓿➌ ➉", "2 3 02 03 10"),
            ("pi\u{200b}lih 👩\u{200d}👧", "pilih 👩\u{200d}👧"),
            ("lucu ðŸ˜‚ itâ€™s", "lucu 😂 it's"),
            ("ayo \\xe2\\x9c\\x8c \\x41", "ayo ✌ \\x41"),
        ] {
            assert_eq!(fold(post), plain);
        }
    }

    #[test]
    fn the_map_leads_back() {
        let post = "Ｐilih ❤️ 𝗔nies";
        let mut folded = Folded::default();
        folded.fill(post);
        let at = folded.text().find("anies").unwrap_or(0);
        assert_eq!(
            folded.original(Span::new(at, at + 5), 0, post).of(post),
            "𝗔nies"
        );
    }

    #[test]
    fn letters_that_look_alike_show_in_their_bytes() {
        for letter in ('\u{80}'..=char::MAX).filter(|letter| look_alike(*letter).is_some()) {
            let text = letter.to_string();
            assert!(holds(text.as_bytes(), is_foreign), "{letter}");
        }
    }

    #[test]
    fn scraping_damage_is_repaired() {
        assert_eq!(
            fold("Pilih &amp; kawal\\nPrabowo"),
            "pilih & kawal\nprabowo"
        );
    }

    #[test]
    fn keycaps_survive() {
        assert_eq!(fold("2️⃣"), "2\u{20e3}");
    }
}
