//! Whoever governs and stands again, meant without a name.

use super::reading::Reading;
use super::topic::Topic;
use crate::context::flag;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;

/// Whether a hit is the incumbent, of whom the author speaks in person: one who stands again needs no name.
pub(super) fn is_incumbent(reading: &Reading<'_>, hit: &Hit, topic: Topic) -> bool {
    reading.is_at(hit.first, Class::Election)
        && (is_wanted_here(reading, hit)
            || reading.voice.distance < 0 && is_judged_here(reading, hit))
        && topic.everyday + topic.abroad == 0
        && reading.context.of(hit) & (flag::CONDITION | flag::QUESTION) == 0
}

/// Whether a remark chooses or refuses a hit right before it.
fn is_wanted_here(reading: &Reading<'_>, hit: &Hit) -> bool {
    const CHOICE: Classes = Classes::of(&[Class::Vote, Class::Cry, Class::Shun, Class::Reject]);
    reading.voice.remark && reading.before(hit.first).any(CHOICE)
}

/// Whether somebody is chosen, refused or found fit in the sentence of a hit: to win or lose is also told of others.
fn is_judged_here(reading: &Reading<'_>, hit: &Hit) -> bool {
    const JUDGED: Classes = Classes::of(&[
        Class::Vote,
        Class::Support,
        Class::Rally,
        Class::Fit,
        Class::Cry,
        Class::Shun,
        Class::Reject,
    ]);
    reading.places.sentence(hit.sentence).any(JUDGED)
}
