//! People called by the first name alone.

use super::reading::Reading;
use crate::matching::Hit;
use crate::source::class::{Class, TargetKind};

/// How somebody is called by the first name alone, which others have too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forename {
    Bare,
    /// Behind a title: *Pak*, *Bu*, *Mas*.
    Titled,
}

/// How the name of a person is a first name alone, if it is.
pub(super) fn forename(reading: &Reading<'_>, hit: &Hit) -> Option<Forename> {
    let target = hit.target()?;
    // The tickets of a user's election are called by the names of their people.
    let is_person = reading.knowledge.is_of_user(target)
        || reading.knowledge.target(target)?.kind == TargetKind::Person;
    // "Pak Surya Halim": the rest of the name follows.
    let goes_on = || {
        let mut next = reading.at(hit.end).iter();
        next.any(|next| next.first == hit.end && next.target() == Some(target))
    };
    if !is_person || goes_on() {
        return None;
    }
    match hit.end - hit.first {
        1 if reading.before(hit.first).has(Class::Address) => Some(Forename::Titled),
        1 => Some(Forename::Bare),
        2 if reading.means(hit.first, Class::Address) => Some(Forename::Titled),
        _ => None,
    }
}
