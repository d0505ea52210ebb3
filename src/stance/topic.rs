//! How much of a post is politics and how much everyday life.

use crate::lexicon::SenseKind;
use crate::matching::{Classes, Hit};
use crate::source::class::{Ambiguity, Class};

/// How much of a post is politics and how much everyday life.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Topic {
    /// Words of elections.
    pub(super) election: u32,
    /// Words of offices and politics in general.
    pub(super) office: u32,
    /// Names that are never anything else.
    pub(super) clear: u32,
    /// Names that are rarely anything else.
    pub(super) likely: u32,
    /// Words of everyday life.
    pub(super) everyday: u32,
    /// Words of elections abroad and of other bodies.
    pub(super) abroad: u32,
    /// Words of government policy.
    pub(super) policy: u32,
    /// Calls to gather in one colour.
    pub(super) gathering: u32,
    /// Campaign events.
    pub(super) events: u32,
}

/// Classes of everyday life.
pub(super) const EVERYDAY: Classes = Classes::of(&[
    Class::Shop,
    Class::Food,
    Class::Sport,
    Class::School,
    Class::Faith,
    Class::Family,
    Class::Fans,
    Class::Health,
    Class::Work,
    Class::Finance,
    Class::World,
]);

/// Classes of everyday life that are not the work of teachers, nurses and other staff: their posts are full of it, whatever they are about.
pub(super) const APART: Classes = EVERYDAY
    .without(Class::School)
    .without(Class::Health)
    .without(Class::Faith)
    .without(Class::Work)
    .without(Class::World);

/// What candidates are seen at.
pub(super) const OCCASION: Classes = Classes::of(&[Class::PartEvent, Class::PartOuting]);

/// Whether a class is of everyday life.
pub(crate) fn is_everyday(class: Class) -> bool {
    EVERYDAY.has(class)
}

/// Words of elections.
pub(super) const ELECTION: Classes =
    Classes::of(&[Class::Election, Class::SelfCampaign, Class::Ballot]);

/// Words of offices and politics in general.
const OFFICE: Classes = Classes::of(&[Class::Office, Class::Identity, Class::Campaign]);

/// What a hit adds to.
#[derive(Clone, Copy)]
enum Aspect {
    Election,
    Office,
    Clear,
    Likely,
    Everyday,
    Abroad,
    Policy,
    Gathering,
    Events,
    Nothing,
}

/// What a term of each class adds to.
const ASPECTS: [Aspect; Class::ALL.len()] = {
    let mut aspects = [Aspect::Nothing; Class::ALL.len()];
    let (mut rest, mut to): (_, &mut [Aspect]) = (Class::ALL, &mut aspects);
    while let ([class, classes @ ..], [aspect, others @ ..]) = (rest, to) {
        *aspect = match class {
            Class::Policy => Aspect::Policy,
            Class::Gather => Aspect::Gathering,
            Class::PartEvent => Aspect::Events,
            Class::Abroad => Aspect::Abroad,
            class if ELECTION.has(*class) => Aspect::Election,
            class if OFFICE.has(*class) => Aspect::Office,
            class if EVERYDAY.has(*class) => Aspect::Everyday,
            _ => Aspect::Nothing,
        };
        (rest, to) = (classes, others);
    }
    aspects
};

impl Topic {
    pub(super) fn of(hits: &[Hit]) -> Self {
        let mut counts = [0; Aspect::Nothing as usize + 1];
        for hit in hits {
            let aspect = match hit.kind {
                SenseKind::Term(class) => ASPECTS.get(class as usize).copied(),
                SenseKind::Alias { ambiguity, .. } => match ambiguity {
                    Ambiguity::Clear | Ambiguity::Shared => Some(Aspect::Clear),
                    Ambiguity::Likely => Some(Aspect::Likely),
                    Ambiguity::Name | Ambiguity::Word => None,
                },
                SenseKind::Cue { .. } | SenseKind::Code { .. } => None,
            };
            if let Some(count) = counts.get_mut(aspect.unwrap_or(Aspect::Nothing) as usize) {
                *count += 1;
            }
        }
        let [
            election,
            office,
            clear,
            likely,
            everyday,
            abroad,
            policy,
            gathering,
            events,
            _,
        ] = counts;
        Self {
            election,
            office,
            clear,
            likely,
            everyday,
            abroad,
            policy,
            gathering,
            events,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_adds_to_the_aspect_it_belongs_to() {
        for class in Class::ALL {
            let hit = Hit {
                kind: SenseKind::Term(*class),
                first: 0,
                end: 1,
                clause: 0,
                sentence: 0,
            };
            let topic = Topic::of(&[hit]);
            let is = |wanted: Class| u32::from(*class == wanted);
            assert_eq!(topic.election, u32::from(ELECTION.has(*class)), "{class}");
            assert_eq!(topic.office, u32::from(OFFICE.has(*class)), "{class}");
            assert_eq!(topic.everyday, u32::from(is_everyday(*class)), "{class}");
            assert_eq!(topic.abroad, is(Class::Abroad), "{class}");
            assert_eq!(topic.policy, is(Class::Policy), "{class}");
            assert_eq!(topic.gathering, is(Class::Gather), "{class}");
            assert_eq!(topic.events, is(Class::PartEvent), "{class}");
            assert_eq!((topic.clear, topic.likely), (0, 0), "{class}");
        }
    }
}
