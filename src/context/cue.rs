//! Scopes of cues.

use super::{Context, Words, flag};
use crate::lexicon::{SenseKind, mark};
use crate::matching::{Classes, Hit};
use crate::source::class::{Class, Cue, Direction, Scope};

/// Words a cue reaches whose scope is near.
const NEAR: u32 = 3;

/// Words a question without a question mark reaches.
const ASKED: u32 = 6;

/// What makes an *if* one that supposes, also behind a name.
const SUPPOSED: Classes = Classes::of(&[
    Class::Victory,
    Class::Defeat,
    Class::Vote,
    Class::Support,
    Class::Office,
    Class::Election,
]);

/// What a cue says of the words in its scope; 0 if it only bounds or hides others.
const fn meaning(cue: Cue) -> u16 {
    match cue {
        Cue::Negation => flag::NEGATED,
        Cue::Prohibitive => flag::FORBIDDEN,
        Cue::Prohibition => flag::PROHIBITED,
        Cue::Speech => flag::REPORTED,
        Cue::Hearsay => flag::HEARSAY,
        Cue::Question => flag::QUESTION,
        Cue::Condition => flag::CONDITION,
        Cue::Past => flag::PAST,
        Cue::Debunk => flag::DEBUNKED,
        Cue::Survey => flag::SURVEY,
        Cue::Balance => flag::BALANCED,
        Cue::Intensify => flag::INTENSE,
        Cue::Irony => flag::IRONIC,
        Cue::Dismay => flag::DISMAYED,
        Cue::Denial => flag::DENIED,
        Cue::Pseudo | Cue::Contrast | Cue::Pledge => 0,
    }
}

impl Context {
    pub(super) fn read_cues(&mut self, words: Words<'_>) {
        for hit in words.hits {
            let SenseKind::Cue {
                category,
                direction,
                scope,
            } = hit.kind
            else {
                continue;
            };
            let value = meaning(category);
            if scope == Scope::Post {
                self.whole |= value;
                continue;
            }
            let silent = match category {
                Cue::Pseudo | Cue::Contrast | Cue::Pledge => true,
                Cue::Speech => is_own(words, hit) || is_opening(words, hit),
                Cue::Condition => is_turned_to(words, hit),
                Cue::Dismay | Cue::Question => is_own_reason(words, hit),
                _ => false,
            };
            if silent {
                continue;
            }
            let (first, end) = between_contrasts(words, hit);
            let reach = if scope == Scope::Near { NEAR } else { u32::MAX };
            // "The neighbour says, vote for NN": what is said stands behind the pause.
            let last =
                hit.clause + u32::from(category == Cue::Hearsay && is_whole_clause(words, hit));
            let beside = |at: u32| {
                words
                    .lexemes
                    .get(at as usize)
                    .is_some_and(|lexeme| match scope {
                        Scope::Near | Scope::Clause => {
                            (hit.clause..=last).contains(&lexeme.clause)
                                && lexeme.sentence == hit.sentence
                        }
                        Scope::Sentence | Scope::Post => lexeme.sentence == hit.sentence,
                    })
            };
            if direction != Direction::Backward {
                // "How was the debate my vote is for NN": without its mark a question ends a few words on.
                let reach = if category == Cue::Question && !self.asks(hit.sentence) {
                    reach.min(ASKED)
                } else {
                    reach
                };
                let most = end.min(hit.end.saturating_add(reach));
                let mut to = hit.end;
                // What people are reported to say may go on in the hashtags of the report.
                let plain = matches!(scope, Scope::Near | Scope::Clause);
                let banner = |at: u32| plain && at > hit.end && is_banner(words, hit, at);
                while to < most && beside(to) && !banner(to) {
                    to += 1;
                }
                self.mark(hit.end as usize, to as usize, value);
            }
            if direction != Direction::Forward {
                let least = first.max(hit.first.saturating_sub(reach));
                let mut from = hit.first;
                while from > least && beside(from - 1) {
                    from -= 1;
                }
                self.mark(from as usize, hit.first as usize, value);
            }
        }
    }
}

/// Whether nothing but a cue stands in its clause.
fn is_whole_clause(words: Words<'_>, cue: &Hit) -> bool {
    words.of_clause(cue.clause) == (cue.first as usize, cue.end as usize)
}

/// Whether a lexeme is of a hashtag that a cue stands outside: "not in my village #OneTermIsEnough".
fn is_banner(words: Words<'_>, cue: &Hit, at: u32) -> bool {
    let lexeme = |at: u32| words.lexemes.get(at as usize);
    lexeme(at)
        .zip(lexeme(cue.first))
        .is_some_and(|(word, cue)| word.is(mark::TAG) && word.token != cue.token)
}

/// The lexemes of a sentence that no *but* parts from a cue: the first, and the one behind the last.
fn between_contrasts(words: Words<'_>, cue: &Hit) -> (u32, u32) {
    let around = words.places.sentence(cue.sentence);
    let (mut first, mut end) = (0, u32::MAX);
    if around.cue(Cue::Contrast) {
        for contrast in around.hits(words.hits) {
            if contrast.cue() != Some(Cue::Contrast) {
                continue;
            }
            if contrast.end <= cue.first {
                first = contrast.end;
            } else if contrast.first >= cue.end {
                end = contrast.first;
                break;
            }
        }
    }
    (first, end)
}

/// "Saya minta": the author's own words are no report; what their children say is, and what somebody says of the author: "ada yang
/// bilang saya".
fn is_own(words: Words<'_>, speech: &Hit) -> bool {
    const KIN: Classes = Classes::of(&[Class::Family, Class::Group, Class::PartOther]);
    let said_by_others = || {
        let before = speech.first.wrapping_sub(1);
        words.places.lexeme(before).has(Class::PartOther)
            && words
                .lexemes
                .get(before as usize)
                .is_some_and(|lexeme| lexeme.clause == speech.clause)
    };
    let author = |at: u32| {
        let here = words.places.lexeme(at);
        here.has(Class::FirstPerson)
            && !here.any(KIN)
            && words
                .lexemes
                .get(at as usize)
                .is_some_and(|lexeme| lexeme.sentence == speech.sentence)
    };
    // Nothing stands before the first lexeme, nor at one so far behind the last.
    author(speech.first.wrapping_sub(1)) || author(speech.end) && !said_by_others()
}

/// "That is why I am for NN": who names their own choice behind a *why* gives the reason and asks nothing.
pub(super) fn is_own_reason(words: Words<'_>, cue: &Hit) -> bool {
    const CHOICE: Classes = Classes::of(&[Class::Vote, Class::Support]);
    let at = words.places.lexeme(cue.first);
    let behind = words.places.lexeme(cue.end);
    // "That is why NN is still my choice".
    let clause = words.places.clause(cue.clause);
    let names_own = || {
        let mut hits = clause.hits(words.hits).iter();
        behind.is_named()
            && clause.has(Class::FirstPerson)
            && hits.any(|own| own.first >= cue.end && own.class() == Some(Class::FirstPerson))
    };
    // *Why* and *how come* are also said of what others do.
    at.has(Class::Others)
        && at.cue(Cue::Question)
        && clause.any(CHOICE)
        && (behind.has(Class::FirstPerson) || names_own())
}

/// Whether a word such as *katanya* opens what is said, "they said it was free", where at the end of a clause it closes it.
fn is_opening(words: Words<'_>, cue: &Hit) -> bool {
    words.places.lexeme(cue.first).cue(Cue::Hearsay)
        && words
            .lexemes
            .get(cue.end as usize)
            .is_some_and(|next| next.clause == cue.clause)
}

/// Whether an *if* only turns to the next of two who are compared: "A is honest. If it is B, he was tried".
fn is_turned_to(words: Words<'_>, cue: &Hit) -> bool {
    let clause = words.places.clause(cue.clause);
    if !clause.is_named() {
        return false;
    }
    let behind = || {
        clause
            .hits(words.hits)
            .iter()
            .filter(|other| other.first >= cue.end)
    };
    let first_named = words.hits.iter().find(|hit| hit.target().is_some());
    let named = behind().find(|other| other.first <= cue.end + 1 && other.target().is_some());
    first_named.zip(named).is_some_and(|(first, named)| {
        first.end <= cue.first
            && first.target() != named.target()
            && behind().all(|other| other.target().is_none() || other.first == named.first)
    }) && !behind().any(|other| other.is_any(SUPPOSED))
}
