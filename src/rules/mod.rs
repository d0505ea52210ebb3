//! Which rule an act touches: act × phase × author → provision.
//!
//! Enters: the stance of a post, its hits and who wrote it when. Leaves: provisions with the words that led to them. The
//! provisions are data (`data/rules/`); which words are which act is told by the classes `act_…`, `part_…` and `hate_…` of the
//! lexicon.

mod act;
mod company;
mod deed;
mod evidence;
mod hate;
mod permitted;
mod phase;
mod spouse;
mod wording;

pub(crate) use act::{deeds, depends_on_phase};
pub(crate) use deed::Deed;
pub(crate) use evidence::{Facts, Proof, is_party_only};
pub(crate) use hate::HATE;
pub(crate) use phase::{Timing, contest_of, timing};

use std::borrow::Cow;
use std::sync::Arc;

use crate::source::date::Date;
use crate::source::held::Held;
use crate::source::law::{
    Act, Author, Confidence, Contest, Impact, Law, Phase, Provision, Reach, Rule, Supervisor, Text,
    Tier, TierInfo, Validity, by_act, in_force,
};

const fn day(year: u16, month: u8, day: u8) -> Date {
    match Date::new(year, month, day) {
        Some(date) => date,
        // `build.rs` writes only days it has read as days.
        None => Date::FIRST,
    }
}

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// The law a classifier applies: what the crate knows, or what the user's files say in its place.
#[derive(Debug, Clone)]
pub(crate) struct RuleSet {
    own: Option<Arc<Law>>,
    /// For each act the user's provisions, where there are any.
    by_act: Arc<Vec<Vec<Reach>>>,
    contests: Arc<Vec<Contest>>,
}

/// A provision that applies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Applying<'r> {
    place: usize,
    pub(crate) provision: &'r Provision,
    /// Whether it certainly does.
    pub(crate) certain: bool,
}

/// Who acted when, and what was supported: what a provision asks for besides the act.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Circumstances {
    pub(crate) phase: Phase,
    pub(crate) author: Author,
    pub(crate) date: Option<Date>,
    /// How far the harm reached, if somebody has established it.
    pub(crate) impact: Option<Impact>,
    /// Nobody but parties is supported.
    pub(crate) party_only: bool,
    pub(crate) on_leave: bool,
}

impl RuleSet {
    pub(crate) fn compiled() -> Self {
        Self {
            own: None,
            by_act: Arc::default(),
            contests: Arc::new(Vec::new()),
        }
    }

    /// Replaces the compiled lists by those the user's files fill.
    pub(crate) fn with_law(mut self, mut law: Law) -> Self {
        law.rules = law.provisions.iter().map(Rule::of).collect();
        self.by_act = Arc::new(if law.provisions.is_empty() {
            Vec::new()
        } else {
            by_act(&law.provisions)
        });
        self.own = Some(Arc::new(law));
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

    /// All provisions, in the order of the files.
    pub(crate) fn provisions(&self) -> &[Provision] {
        self.list(|law| &law.provisions, PROVISIONS)
    }

    /// What the tiers mean, now and formerly.
    pub(crate) fn tiers(&self) -> &[TierInfo] {
        self.list(|law| &law.tiers, TIERS)
    }

    fn list<'r, T>(&'r self, of: impl Fn(&'r Law) -> &'r Vec<T>, compiled: &'r [T]) -> &'r [T] {
        match self.own.as_deref().map(of) {
            Some(own) if !own.is_empty() => own,
            _ => compiled,
        }
    }

    /// A piece of the law to show: of the user's list where it is filled, else of the compiled one.
    fn held<'r, T, U: Clone>(
        &'r self,
        of: impl Fn(&'r Law) -> &'r Vec<T>,
        compiled: &'static [T],
        pick: impl for<'l> Fn(&'l [T]) -> Option<&'l U>,
    ) -> Option<Held<U>> {
        match self.own.as_deref().map(of) {
            Some(own) if !own.is_empty() => pick(own).map(|held| Held::Own(Box::new(held.clone()))),
            _ => pick(compiled).map(Held::Compiled),
        }
    }

    /// The provisions that apply to an act.
    ///
    /// Those not in force on the day are left out; of an unknown day those hold that are still in force. A duty graded by
    /// impact comes with the grade that was established, or with its lowest grade and no certainty.
    pub(crate) fn applying(
        &self,
        act: Act,
        facts: Circumstances,
    ) -> impl Iterator<Item = Applying<'_>> {
        let mut graded = false;
        let compiled = || BY_ACT.get(act as usize).copied().unwrap_or(&[]);
        let about = self
            .by_act
            .get(act as usize)
            .map_or_else(compiled, Vec::as_slice);
        let provisions = self.provisions();
        about.iter().filter_map(move |reach| {
            if !reach.holds(facts.phase, facts.author) {
                return None;
            }
            let place = usize::from(reach.place);
            let provision = provisions.get(place)?;
            let applies = provision.in_force(facts.date)
                && !(provision.candidates_only && facts.party_only)
                && !(provision.unless_on_leave && facts.on_leave);
            if !applies {
                return None;
            }
            let certain = if provision.impact.is_empty() {
                true
            } else if let Some(impact) = facts.impact {
                if !provision.impact.contains(&impact) {
                    return None;
                }
                true
            } else {
                if std::mem::replace(&mut graded, true) {
                    return None;
                }
                false
            };
            Some(Applying {
                place,
                provision,
                certain,
            })
        })
    }

    /// What a finding shows of a provision that applies.
    pub(crate) fn rule(&self, applying: Applying<'_>) -> Option<Held<Rule>> {
        self.held(|law| &law.rules, RULES, |list| list.get(applying.place))
    }

    /// Articles without those whose law was not in force on the day.
    pub(crate) fn citations(
        &self,
        provision: &Provision,
        date: Option<Date>,
    ) -> Cow<'static, [Cow<'static, str>]> {
        // Without a day nothing is stale.
        if date.is_none() {
            return provision.citations.clone();
        }
        let validity = self.list(|law| &law.validity, VALIDITY);
        let stale = |citation: &str| {
            validity.iter().any(|law| {
                citation
                    .strip_prefix(law.law.as_ref())
                    .is_some_and(|rest| rest.starts_with(' '))
                    && !in_force(law.from, law.until, date)
            })
        };
        if provision.citations.iter().any(|citation| stale(citation)) {
            let mut kept = provision.citations.to_vec();
            kept.retain(|citation| !stale(citation));
            Cow::Owned(kept)
        } else {
            provision.citations.clone()
        }
    }

    /// What a tier meant in sanctions on a day.
    pub(crate) fn tier_info(&self, tier: Tier, date: Option<Date>) -> Option<Held<TierInfo>> {
        let meant = |info: &&TierInfo| {
            info.tier == tier && in_force(Some(info.effective), info.until, date)
        };
        self.held(|law| &law.tiers, TIERS, |list| list.iter().find(meant))
    }

    /// Who looked into reports on a day.
    pub(crate) fn supervisor(&self, date: Option<Date>) -> Option<Held<Text>> {
        let there = |supervisor: &&Supervisor| in_force(supervisor.from, supervisor.until, date);
        self.held(
            |law| &law.supervisors,
            SUPERVISORS,
            |list| list.iter().find(there).map(|supervisor| &supervisor.name),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_show_the_provisions_they_rest_on() {
        let shown: Vec<Rule> = PROVISIONS.iter().map(Rule::of).collect();
        assert_eq!(RULES, shown);
    }

    #[test]
    fn provisions_reach_the_phases_and_authors_they_name() {
        for (act, about) in Act::ALL.iter().zip(BY_ACT) {
            let mut about = about.iter();
            for provision in PROVISIONS.iter().filter(|row| row.acts.contains(act)) {
                let reach = about.next().unwrap();
                assert_eq!(&PROVISIONS[usize::from(reach.place)], provision);
                for phase in Phase::ALL {
                    for author in Author::ALL {
                        assert_eq!(
                            reach.holds(*phase, *author),
                            provision.phases.contains(phase) && provision.authors.contains(author)
                        );
                    }
                }
            }
            assert_eq!(about.next(), None);
        }
    }
}
