//! How much of a post is politics and how much everyday life.

use crate::lexicon::SenseKind;
use crate::matching::Hit;
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

/// Whether a class is of everyday life.
pub(crate) fn is_everyday(class: Class) -> bool {
    matches!(
        class,
        Class::Shop
            | Class::Food
            | Class::Sport
            | Class::School
            | Class::Faith
            | Class::Family
            | Class::Fans
            | Class::Health
            | Class::Work
            | Class::Finance
            | Class::World
    )
}

impl Topic {
    pub(super) fn of(hits: &[Hit]) -> Self {
        let mut topic = Self::default();
        for hit in hits {
            match hit.kind {
                SenseKind::Term(Class::Election | Class::SelfCampaign | Class::Ballot) => {
                    topic.election += 1;
                }
                SenseKind::Term(Class::Office | Class::Identity | Class::Campaign) => {
                    topic.office += 1;
                }
                SenseKind::Term(Class::Policy) => topic.policy += 1,
                SenseKind::Term(Class::Gather) => topic.gathering += 1,
                SenseKind::Term(Class::PartEvent) => topic.events += 1,
                SenseKind::Term(Class::Abroad) => topic.abroad += 1,
                SenseKind::Term(class) if is_everyday(class) => topic.everyday += 1,
                SenseKind::Alias {
                    ambiguity: Ambiguity::Clear,
                    ..
                } => topic.clear += 1,
                SenseKind::Alias {
                    ambiguity: Ambiguity::Likely,
                    ..
                } => topic.likely += 1,
                _ => {}
            }
        }
        topic
    }
}
