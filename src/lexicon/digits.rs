//! Words with digits or masks in them: `teman2`, `paslon02`, `no2`, `m3nang`, `2periode`, `c*blos`.

use super::normal::{is_clitic, known};
use super::{Knowledge, SenseKind};
use crate::source::class::Class;
use crate::token::{NumberShape, shape};

/// What a word with digits comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mixed {
    /// The digit doubles the word: `teman2`.
    Doubled { form: u32, marks: u32 },
    /// A number stands behind the word: `paslon02`.
    Behind {
        form: u32,
        marks: u32,
        number: NumberShape,
    },
    /// A number stands before it: `2periode`.
    Before {
        number: NumberShape,
        form: u32,
        marks: u32,
    },
    /// Digits stand for letters; a single kind of digit may be a ballot number.
    Masked { form: u32, number: Option<u8> },
    /// A letter stands for the nought of a ballot number: `o2`.
    Nought(u8),
    /// None of these.
    Other,
}

/// Ballot numbers that digits inside a word may hide.
const HIDDEN: std::ops::RangeInclusive<u8> = 1..=24;

/// Letters of the shortest word in which a number is hidden: `s14p`.
const SHORTEST_HIDING: usize = 4;

/// Reads a word with digits.
pub(super) fn mixed(knowledge: &Knowledge, key: &str, spare: &mut String) -> Mixed {
    let tail = key.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let head = key.get(..key.len() - tail.len()).unwrap_or("");
    let digits_end = tail
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(tail.len());
    let (digits, rest) = tail.split_at_checked(digits_end).unwrap_or((tail, ""));
    if let (b"o", [digit @ b'1'..=b'9'], "") = (head.as_bytes(), digits.as_bytes(), rest) {
        return Mixed::Nought(digit - b'0');
    }
    // `teman2`, `anak2nya`: doubling, unless the word is a name or introduces numbers.
    if let Some((form, marks)) = known(knowledge, head, spare) {
        let doubling = digits == "2" && (rest.is_empty() || is_clitic(rest) || rest == "an");
        if doubling && !(rest.is_empty() && introduces(knowledge, form)) {
            return Mixed::Doubled { form, marks };
        }
        if rest.is_empty() {
            let number = shape(digits, None, None);
            return Mixed::Behind {
                form,
                marks,
                number,
            };
        }
    }
    if head.is_empty()
        && let Some((form, marks)) = known(knowledge, rest, spare)
    {
        let number = shape(digits, None, None);
        return Mixed::Before {
            number,
            form,
            marks,
        };
    }
    if head.len() + rest.len() > 1
        && let Some(form) = unmask(knowledge, key, spare)
    {
        let number = digits
            .parse()
            .ok()
            .filter(|number| HIDDEN.contains(number))
            .filter(|_| !rest.bytes().any(|byte| byte.is_ascii_digit()))
            // `se7`: nobody hides a number in so few letters.
            .filter(|_| key.len() >= SHORTEST_HIDING && hides(knowledge, form));
        return Mixed::Masked { form, number };
    }
    Mixed::Other
}

/// Whether digits behind this word are a number rather than a doubling: a name, or a word such as *paslon*.
pub(super) fn introduces(knowledge: &Knowledge, form: u32) -> bool {
    means(knowledge, form, |sense| {
        matches!(
            sense,
            SenseKind::Alias { .. } | SenseKind::Term(Class::Ballot | Class::Count)
        )
    })
}

/// Whether a digit in the place of a letter of this word may be a ballot number: it is no more than a letter where the word introduces
/// a number or is one itself, `nom3r du4`.
fn hides(knowledge: &Knowledge, form: u32) -> bool {
    let numbers = |form| {
        means(knowledge, form, |sense| {
            matches!(
                sense,
                SenseKind::Code { .. } | SenseKind::Term(Class::Ballot | Class::Count)
            )
        })
    };
    !numbers(form) && !knowledge.standard(form).any(numbers)
}

fn means(knowledge: &Knowledge, form: u32, is: fn(SenseKind) -> bool) -> bool {
    let lemma = knowledge.lemma(form);
    [Some(knowledge.base()), knowledge.extra()]
        .into_iter()
        .flatten()
        .any(|lexicon| lexicon.senses_of(lemma).any(|sense| is(sense.kind)))
}

/// The letter a digit stands for inside a word.
pub(super) fn letter_for(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '6' | '9' => 'g',
        '7' => 't',
        '8' => 'b',
        other => other,
    }
}

/// Digits that also stand for another letter.
const OTHER_LETTERS: [(char, char); 3] = [('1', 'l'), ('6', 'b'), ('9', 'p')];

/// Letters that a star may hide, vowels first.
const HIDDEN_LETTERS: &[u8] = b"aeioubcdghjklmnprstwy";
const VOWELS: usize = 5;
/// Stars in a word that may hide different vowels.
const MOST_STARS: u32 = 3;

/// The form a word means whose letters are masked: `m3nang`, `pr@bowo`, `c*blos`, `pra*owo`, `m*n*ng`.
pub(super) fn unmask(knowledge: &Knowledge, word: &str, spare: &mut String) -> Option<u32> {
    let plain = |letter: char| match letter {
        '@' => 'a',
        other => letter_for(other),
    };
    let stars = word.bytes().filter(|byte| *byte == b'*').count() as u32;
    let ways = match stars {
        0 => 1,
        1 => HIDDEN_LETTERS.len(),
        // As many as are tried soon.
        _ => VOWELS.pow(stars.min(MOST_STARS)),
    };
    for way in 0..ways {
        let mut rest = way;
        let mut left = stars.min(MOST_STARS);
        let mut star = || {
            let several = left > 1;
            let letter = if several { rest % VOWELS } else { rest };
            if several {
                rest /= VOWELS;
                left -= 1;
            }
            let letter = HIDDEN_LETTERS.get(letter).copied();
            char::from(letter.unwrap_or(b'a'))
        };
        spare.clear();
        spare.extend(word.chars().map(|letter| match letter {
            '*' => star(),
            other => plain(other),
        }));
        if let Some(form) = knowledge.form(spare) {
            return Some(form);
        }
    }
    let (digit, other) = OTHER_LETTERS
        .iter()
        .find(|(digit, _)| word.contains(*digit))?;
    spare.clear();
    spare.extend(word.chars().map(|letter| match letter {
        letter if letter == *digit => *other,
        '*' => 'a',
        letter => plain(letter),
    }));
    knowledge.form(spare)
}
