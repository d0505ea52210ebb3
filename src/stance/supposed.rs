//! Who seems to stand in an election though it is not told: the only one named in a post about elections and nothing everyday. "Mr NN
//! again? All those promises."

use super::reading::Reading;
use super::stranger::{CANDIDACY, CHOSEN, LONGEST_NAME, Names, Stranger};
use super::topic::ELECTION;
use crate::lexicon::{Lexeme, mark};
use crate::matching::Classes;
use crate::source::class::{Class, Cue};
use crate::source::layout::{self, form};

/// Who stands in an election, and the offices sought there.
const SOUGHT: Classes = CANDIDACY.with(Classes::of(&[Class::ActCandidacy, Class::Holder]));

/// The only one named in the post, with a title or in full, or the only party.
pub(super) fn supposed_candidate(
    reading: &Reading<'_>,
    strangers: &[Stranger],
    shouted: bool,
) -> Option<Stranger> {
    /// Staff of clinics speak of their work and of candidates in one breath, and families of whom they choose; who quarrels about politics
    /// speaks of no candidate.
    const HOMELY: Classes = Classes::of(&[Class::Health, Class::Family, Class::Faith]);
    /// What is said for and against somebody who does more than wish them well.
    const TAKEN: Classes = Classes::of(&[
        Class::Cry,
        Class::Fault,
        Class::Insult,
        Class::Rally,
        Class::Reject,
        Class::Shun,
        Class::Support,
        Class::Victory,
    ]);
    if reading.voice.distance > 0 {
        return None;
    }
    let names = Names::of(reading, shouted);
    // "Must be the next one": more than a word like *leader*.
    let fits = || {
        let mut hits = reading.hits.iter();
        hits.any(|hit| hit.class() == Some(Class::Fit) && hit.end - hit.first > 1)
    };
    let sought = reading.has_any(SOUGHT.with(ELECTION));
    let supposed = match strangers {
        [only] => Some(*only).filter(|only| is_called(reading, &names, only, sought)),
        [] if !shouted => only_full(reading, &names).or_else(|| only_party(reading)),
        _ => None,
    };
    supposed
        .filter(|only| !names.has_daily(only.first))
        .filter(|_| {
            sought
                || reading.has(Class::Vote)
                || (reading.has_any(TAKEN) || fits()) && !reading.has_any(HOMELY)
        })
        .map(|only| Stranger {
            stands: true,
            ..only
        })
}

/// Whether somebody is called by a title and a name, and nothing else is told by the words around the two. Where no election is spoken of,
/// words in small letters are hardly names.
fn is_called(reading: &Reading<'_>, names: &Names<'_>, stranger: &Stranger, sought: bool) -> bool {
    /// What is done with whoever is named behind it; those of whom that is so are told by what stands there. The dead stand behind a
    /// word of faith.
    const PICKED: Classes = Classes::of(&[Class::Vote, Class::Support, Class::Faith]);
    let is_name = |index: u32| {
        !reading.is_at(index, Class::Address)
            && names
                .lexeme(index)
                .is_some_and(|name| names.is_rare(name) && (sought || names.is_capital(name)))
    };
    reading.is_at(stranger.first, Class::Address)
        && !reading.before(stranger.first).any(PICKED)
        && !reading.is_at(stranger.end, Class::PartJoin)
        && !is_aside(reading, names, stranger)
        && (stranger.first + 1..stranger.end).any(is_name)
}

/// Whether only a thing or a place is somebody's, or something is said or done by them: "in the garage of Mr NN", "told to by Mr NN".
fn is_aside(reading: &Reading<'_>, names: &Names<'_>, stranger: &Stranger) -> bool {
    let last = stranger.first.checked_sub(1);
    let lexeme = last.and_then(|last| names.lexeme(last));
    let done = lexeme.is_some_and(|done| done.form & form::PASSIVE != 0);
    let owned = lexeme.is_some_and(|owned| owned.is(mark::ITS));
    let is_word =
        |before: u32, words| reading.is_any_word(stranger.first.wrapping_sub(before), words);
    let placed = is_word(2, &["di", "ke", "dari"]) || is_word(1, &["rumah", "rumahnya"]);
    let before = reading.before(stranger.first);
    before.cue(Cue::Speech) || done || before.is_empty() && (owned || placed)
}

/// The only name of several words in capitals of which nobody knows one.
fn only_full(reading: &Reading<'_>, names: &Names<'_>) -> Option<Stranger> {
    let sought = reading.has_any(SOUGHT);
    // "Never again": a refusal to vote for somebody.
    let refused = reading
        .hits
        .iter()
        .any(|hit| hit.class() == Some(Class::Reject) && reading.is_at(hit.first, Class::Office));
    let capitals = reading
        .lexemes
        .iter()
        .filter(|lexeme| lexeme.is(mark::TITLE));
    // Where every word begins with a capital, that says nothing.
    if capitals.count() * 2 > reading.lexemes.len()
        || !(sought || reading.has(Class::Vote) || reading.has(Class::Office) && refused)
    {
        return None;
    }
    let part = |index, part: &Lexeme| {
        part.is(mark::TITLE) && names.is_rare(part) && names.is_name(part, index)
    };
    let full = |(first, end): (u32, u32)| {
        let mut parts = (first..end).filter_map(|index| names.lexeme(index));
        let lexeme = *names.lexeme(first)?;
        // In the middle of other words names of sights stand too.
        let stands_out = || {
            reading.begin_of(lexeme.clause) == first
                || (first.saturating_sub(2)..first).any(|index| reading.is_any_at(index, CHOSEN))
        };
        let is_full = end - first > 1
            && (sought || refused || stands_out())
            && parts.any(|part| part.lemma == layout::NONE);
        is_full.then_some(Stranger {
            first,
            end,
            clause: lexeme.clause,
            sentence: lexeme.sentence,
            stands: true,
        })
    };
    let mut found = names.runs(part).filter_map(full);
    found.next().filter(|_| found.next().is_none())
}

/// The only party of the post, where its name is of several words in capitals.
fn only_party(reading: &Reading<'_>) -> Option<Stranger> {
    let word = reading.knowledge.lemma_of("partai")?;
    let mut parties = (0..).zip(reading.lexemes).filter_map(|(first, party)| {
        if party.lemma != word {
            return None;
        }
        let name = reading
            .lexemes
            .iter()
            .skip(first + 1)
            .take(LONGEST_NAME as usize);
        let words = name
            .take_while(|part| {
                part.clause == party.clause && part.is(mark::TITLE) && !part.is(mark::CAPS)
            })
            .count();
        (words > 1).then_some(Stranger {
            first: first as u32,
            end: (first + 1 + words) as u32,
            clause: party.clause,
            sentence: party.sentence,
            stands: true,
        })
    });
    parties.next().filter(|_| parties.next().is_none())
}
