//! Who speaks: a private person who means it, or an edited report.

use super::Words;
use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::matching::{Classes, Hit, Place};
use crate::source::class::{Class, Cue};
use crate::token::{Document, Sign, TokenKind};

/// How much a post sounds like a report (positive) or like a person (negative).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Voice {
    /// Report points minus personal points.
    pub(crate) distance: i32,
    /// The post is short and nothing in it sounds edited: a remark under somebody else's post.
    pub(crate) remark: bool,
}

/// Report points of several sentences in title case: people write so too.
const HEADLINE_OF_SEVERAL: i32 = 3;

/// Words of people, in which nobody edits.
const PERSONAL: Classes = Classes::of(&[Class::Casual, Class::Mock, Class::FirstPerson]);

/// Words that people use more than editors.
const HEATED: Classes = Classes::of(&[Class::Mobilise, Class::Insult]);

/// All words that tell who speaks.
const TELLING: Classes = PERSONAL
    .with(HEATED)
    .with(Classes::of(&[Class::Report, Class::Assent]));

/// What has capitals everywhere.
const TITLES: Classes = Classes::of(&[Class::Office, Class::Place, Class::Address]);

/// Words with a capital for each that has none, in a headline.
const LOW: usize = 2;

/// Small words, which no headline begins with a capital; other small letters tell of people.
const SMALL: [&str; 36] = [
    "agar", "akan", "antara", "atau", "bagi", "bukan", "dan", "dari", "dengan", "di", "demi",
    "dalam", "hingga", "itu", "ini", "jadi", "juga", "karena", "ke", "kepada", "lewat", "oleh",
    "pada", "para", "saat", "sampai", "sebagai", "soal", "tak", "tapi", "tentang", "terhadap",
    "untuk", "usai", "vs", "yang",
];

/// What is no word of a sentence.
const APART: u32 = mark::TAG | mark::HANDLE | mark::EMOJI;

/// What people write and editors mend.
const SPOKEN: u32 = mark::STRETCHED | mark::MINE | mark::SLANG;

impl Voice {
    /// Reads the voice of a post.
    pub(crate) fn read(words: Words<'_>) -> Self {
        let (tokens, signs) = (words.document.tokens(), words.document.signs());
        let mut report = signs.count(Sign::Link);
        let mut person = signs.count(Sign::Emoji) + signs.count(Sign::Exclamation);
        let post = words.places.post();
        if post.any(TELLING) || post.cue(Cue::Speech) || post.cue(Cue::Survey) {
            // A word of reports that tells who speaks is one sign, not two.
            let mut told = None;
            for hit in words.hits {
                match hit.kind {
                    SenseKind::Term(Class::Report)
                    | SenseKind::Cue {
                        category: Cue::Survey,
                        ..
                    } => {
                        report += 2;
                        told = Some(hit.first);
                    }
                    SenseKind::Cue {
                        category: Cue::Speech,
                        ..
                    } if told != Some(hit.first) => report += 2,
                    SenseKind::Term(class) if PERSONAL.has(class) => person += 2,
                    SenseKind::Term(class) if HEATED.has(class) => person += 1,
                    SenseKind::Term(Class::Wish) if is_amen(words, hit) => person += 2,
                    _ => {}
                }
            }
        }
        let (mut count, mut slang) = (0, 0);
        for (at, (lexeme, place)) in words.all().enumerate() {
            // Most lexemes are plain words.
            if !lexeme.is(APART | SPOKEN) && lexeme.number == 0 && !place.is_named() {
                count += 1;
                continue;
            }
            person += i32::from(lexeme.is(mark::EMOJI | mark::STRETCHED));
            person += i32::from(lexeme.is(mark::MINE));
            if is_word(words, at, lexeme, place) {
                count += 1;
                slang += i32::from(lexeme.is(mark::SLANG));
            }
        }
        person += slang.min(4);
        // Editors let no sentence trail off.
        person += i32::from(report > 0 && trails_off(words.document));
        // Who begins with an account answers somebody.
        if tokens
            .first()
            .is_some_and(|token| token.kind == TokenKind::Mention)
        {
            person += 3;
        }
        if count >= 5 && is_headline(words, count) {
            // An editor's headline is one sentence.
            let sentences = words.lexemes.last().map_or(0, |last| last.sentence);
            report += if sentences == 0 {
                4
            } else {
                HEADLINE_OF_SEVERAL
            };
        }
        // Long runs of plain sentences without any sign of a person are more likely edited.
        if count >= 25 && person == 0 {
            report += 2;
        }
        Self {
            distance: report - person.min(8),
            remark: report == 0 && count <= 14,
        }
    }
}

/// Whether a wish is the close of a prayer, and no name that is written like it.
fn is_amen(words: Words<'_>, wish: &Hit) -> bool {
    let here = words.places.lexeme(wish.first);
    here.has(Class::Assent) && !here.is_named()
}

/// Whether dots or commas stand in a row, but not the three dots of a text cut short.
fn trails_off(document: &Document) -> bool {
    document.tokens().iter().any(|token| {
        let sign = document.word(token);
        token.kind == TokenKind::Punctuation
            && sign.starts_with(['.', ','])
            && !matches!(sign, "." | "," | "...")
    })
}

/// Whether a lexeme counts as a word of a sentence. A name of four words is as long as one of one: every name alike.
fn is_word(words: Words<'_>, at: usize, lexeme: &Lexeme, place: &Place) -> bool {
    let inside = || {
        let name = place.hits(words.hits).first();
        name.is_some_and(|name| (name.first as usize) < at)
    };
    !lexeme.is(APART) && lexeme.number == 0 && !(place.is_named() && inside())
}

/// Whether a headline writes a word small.
fn is_small(words: Words<'_>, lexeme: &Lexeme) -> bool {
    let token = words.document.tokens().get(lexeme.token as usize);
    token.is_some_and(|token| SMALL.contains(&words.document.word(token)))
}

/// Whether most of so many words begin with a capital, as in headlines. A post shouted in capitals is no headline.
fn is_headline(words: Words<'_>, count: u32) -> bool {
    let begun = words
        .lexemes
        .iter()
        .find(|lexeme| !lexeme.is(APART))
        .is_some_and(|first| first.is(mark::TITLE | mark::CAPS) || first.number > 0);
    // "Let us win this for NN": who urges writes no headline.
    let urges = words
        .places
        .lexemes()
        .first()
        .is_some_and(|first| first.has(Class::Mobilise));
    if !begun || urges {
        return false;
    }
    let (mut plain, mut titled) = (0, 0);
    for lexeme in running(words) {
        plain += 1;
        titled += u32::from(lexeme.is(mark::TITLE));
    }
    let caps = words.lexemes.iter().filter(|lexeme| lexeme.is(mark::CAPS));
    plain >= 2
        && titled * 2 >= plain
        && caps.count() * 2 < count as usize
        && (words.document.signs().has(Sign::Link) || !is_mixed(words, titled))
}

/// The words that tell a headline: names, offices and places have capitals everywhere, and so does the beginning of a sentence.
fn running(words: Words<'_>) -> impl Iterator<Item = &Lexeme> {
    let mut sentence = None;
    let all = words.lexemes.iter().zip(words.places.lexemes());
    all.filter(move |(lexeme, place)| {
        let initial = sentence.replace(lexeme.sentence) != Some(lexeme.sentence);
        let word = !lexeme.is(APART) && lexeme.number == 0;
        word && !initial && !place.is_named() && !place.any(TITLES)
    })
    .map(|(lexeme, _)| lexeme)
}

/// Whether too many words are small for so many with a capital. Behind the headline that a link leads to stands whatever the article
/// begins with, so that nobody asks there.
fn is_mixed(words: Words<'_>, titled: u32) -> bool {
    let low = |lexeme: &&Lexeme| !lexeme.is(mark::TITLE | mark::CAPS) && !is_small(words, lexeme);
    running(words).filter(low).count() * LOW > titled as usize
}
