//! Posts about friends, pupils and colleagues who share their first name with somebody known.

use super::naming::forename;
use super::reading::Reading;
use super::side::{Mention, Sides};
use super::topic::{EVERYDAY, Topic};
use crate::lexicon::SenseKind;
use crate::matching::Classes;
use crate::source::class::{Ambiguity, Attitude, Class};

/// Whether a post tells of everyday life and names only people by a first name that others have too: friends, pupils, colleagues.
pub(super) fn is_of_friends(reading: &Reading<'_>, topic: &Topic, sides: &Sides) -> bool {
    // Faith and money are also what campaigns are made of.
    const HOMELY: Classes = EVERYDAY.without(Class::Faith).without(Class::Finance);
    let is_shared = |mention: &Mention| {
        !mention.tag && !mention.handle && reading.at(mention.first).iter().any(|hit| {
            matches!(hit.kind, SenseKind::Alias { attitude: Attitude::Neutral, ambiguity, .. } if ambiguity != Ambiguity::Clear)
                && forename(reading, hit).is_some()
        })
    };
    topic.election + topic.office + topic.policy + topic.events == 0
        && (topic.abroad > 0 || reading.places.post().any(HOMELY))
        && !sides.mentions.is_empty()
        && sides.mentions.iter().all(is_shared)
}
