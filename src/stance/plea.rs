//! Candidates who ask for themselves without saying that they do: "candidate in district 3, number 2, your blessing please".

use super::reading::Reading;
use super::whole::Whole;
use crate::context::flag;
use crate::matching::{Classes, Hit, within};
use crate::source::class::Class;

/// Words between a plea and the place the author stands in, at most.
const REACH: u32 = 16;

/// The words by which somebody who stands in an election asks for what candidates ask for.
///
/// The number, the district or the author must stand beside the candidacy: who writes of candidates in general writes of others. Whoever
/// jeers at such pleas finds a fault in them.
pub(super) fn pleaded<'r>(reading: &Reading<'r>, whole: &Whole) -> Option<&'r Hit> {
    const TURNED: u16 = flag::TURNED | flag::QUESTION | flag::IRONIC | flag::DEBUNKED;
    const JEERS: Classes = Classes::of(&[
        Class::Neutrality,
        Class::Report,
        Class::Fault,
        Class::Insult,
        Class::Mock,
        Class::Others,
    ]);
    if !reading.has(Class::Plea) || reading.has_any(JEERS) {
        return None;
    }
    if reading.voice.distance > 0
        || whole.topic.election == 0
        || whole.topic.abroad + whole.topic.policy > 0
    {
        return None;
    }
    let mut pleas = reading
        .hits
        .iter()
        .filter(|hit| hit.class() == Some(Class::Plea) && reading.context.of(hit) & TURNED == 0);
    pleas.find(|plea| {
        within(reading.hits, plea, REACH).iter().any(|stand| {
            matches!(stand.class(), Some(Class::PartContestant | Class::PartRun))
                && is_placed(reading, stand)
        })
    })
}

/// Whether a candidacy is somebody's own: a number, a seat or the author stands beside it.
fn is_placed(reading: &Reading<'_>, stand: &Hit) -> bool {
    const BESIDE: u32 = 8;
    let numbered = reading
        .lexemes
        .iter()
        .skip(stand.end as usize)
        .take(BESIDE as usize + 1)
        .any(|lexeme| lexeme.number > 0);
    numbered
        || within(reading.hits, stand, BESIDE)
            .iter()
            .any(|hit| match hit.class() {
                Some(Class::FirstPerson) => hit.end <= stand.first,
                // "My sister stands", "for my husband NN who stands": their plea is brought by the author.
                Some(Class::PartOther) => {
                    hit.end == stand.first
                        || hit.end < stand.first && reading.is_at(hit.first, Class::Group)
                }
                _ => false,
            })
}
