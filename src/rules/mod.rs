//! Which rule an act touches: act × phase × author → provision.
//!
//! Enters: the stance of a post, its hits and who wrote it when. Leaves: provisions with the words that led to them. The
//! provisions are data (`data/rules/`); which words are which act is told by the classes `act_…` of the lexicon.

mod act;
mod phase;

pub(crate) use act::{Deed, Facts, deeds};
pub(crate) use phase::{Timing, contest_of, timing};

use std::borrow::Cow;
use std::sync::Arc;

use crate::source::date::Date;
use crate::source::law::{
    Act, Author, Confidence, Contest, Phase, Provision, Text, Tier, TierInfo,
};

const fn day(year: u16, month: u8, day: u8) -> Date {
    match Date::new(year, month, day) {
        Some(date) => date,
        // `build.rs` writes only days it has read as days.
        None => Date::FIRST,
    }
}

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// The provisions a classifier applies.
#[derive(Debug, Clone)]
pub(crate) struct RuleSet {
    own: Option<Arc<Vec<Provision>>>,
    contests: Arc<Vec<Contest>>,
}

impl RuleSet {
    pub(crate) fn compiled() -> Self {
        Self {
            own: None,
            contests: Arc::new(Vec::new()),
        }
    }

    /// Replaces the compiled provisions.
    pub(crate) fn with_provisions(mut self, provisions: Vec<Provision>) -> Self {
        self.own = Some(Arc::new(provisions));
        self
    }

    /// Adds calendars of the user's elections, looked at before the compiled ones.
    pub(crate) fn with_contests(mut self, contests: Vec<Contest>) -> Self {
        self.contests = Arc::new(contests);
        self
    }

    pub(crate) fn contests(&self) -> impl Iterator<Item = &Contest> {
        self.contests.iter().chain(CONTESTS)
    }

    /// The provisions that apply to an act; those that were not yet in force on the day are left out.
    pub(crate) fn applying(
        &self,
        act: Act,
        phase: Phase,
        author: Author,
        date: Option<Date>,
    ) -> impl Iterator<Item = &Provision> {
        let all: &[Provision] = self.own.as_deref().map_or(PROVISIONS, Vec::as_slice);
        all.iter().filter(move |provision| {
            provision.act == act
                && provision.phases.contains(&phase)
                && provision.authors.contains(&author)
                && date.is_none_or(|date| provision.effective <= date)
        })
    }
}

/// What a tier means in sanctions.
pub(crate) fn tier_info(tier: Tier) -> Option<&'static TierInfo> {
    TIERS.iter().find(|info| info.tier == tier)
}
