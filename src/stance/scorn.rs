//! Neutrality scorned: "to us, neutral means treason".

use super::reading::Reading;
use crate::context::flag;
use crate::matching::Hit;
use crate::source::class::Class;

/// Words between neutrality and what it is called, at most.
const REACH: u32 = 8;

/// The word of neutrality that the author calls a fault, and that fault: whoever scorns neutrality has taken a side, named or not.
///
/// The author must speak of themself between the two, so that a breach somebody else is blamed for says nothing.
pub(super) fn scorned<'r>(reading: &Reading<'r>) -> Option<(&'r Hit, &'r Hit)> {
    const TURNED: u16 = flag::TURNED | flag::QUESTION | flag::DENIED;
    if !reading.has(Class::Neutrality) || !reading.has(Class::FirstPerson) {
        return None;
    }
    let plain = |hit: &&Hit| reading.context.of(hit) & TURNED == 0;
    reading
        .hits
        .iter()
        .filter(|hit| hit.class() == Some(Class::Neutrality))
        .filter(plain)
        .find_map(|neutral| {
            let clause = reading.in_clause(neutral.clause);
            let own = clause.iter().find(|hit| {
                hit.class() == Some(Class::FirstPerson)
                    && hit.first >= neutral.end
                    && hit.first - neutral.end <= 1
            })?;
            clause
                .iter()
                .filter(plain)
                .find(|hit| {
                    matches!(hit.class(), Some(Class::Fault | Class::Insult))
                        && hit.first >= own.end
                        && hit.first - own.end <= REACH
                })
                .map(|fault| (neutral, fault))
        })
}
