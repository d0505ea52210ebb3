//! From a date to a phase.

use std::borrow::Cow;

use super::RuleSet;
use crate::source::date::Date;
use crate::source::election::Election;
use crate::source::law::{Contest, Phase};

/// The phase of a post and how it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timing {
    pub(crate) phase: Phase,
    /// Nobody said and no calendar knows: the campaign is assumed.
    pub(crate) assumed: bool,
    /// The contest whose calendar was used.
    pub(crate) contest: Option<Cow<'static, str>>,
    /// Days of that calendar are unconfirmed.
    pub(crate) unverified: bool,
}

/// Phase of a post: as stated, else by the calendar of a contest, else assumed to be the campaign.
///
/// Among contests that reach the day, one in which a target of the post stands goes first, then the one whose polling day is nearest.
pub(crate) fn timing(
    rules: &RuleSet,
    stated: Option<Phase>,
    date: Option<Date>,
    of_targets: &[&str],
) -> Timing {
    let near = |date: Date, contest: &Contest| {
        let days = |date: Date| {
            i32::from(date.year()) * 372 + i32::from(date.month()) * 31 + i32::from(date.day())
        };
        (days(contest.polling) - days(date)).abs()
    };
    let contest = date.and_then(|date| {
        rules
            .contests()
            .filter(|contest| contest.phase(date).is_some())
            .min_by_key(|contest| {
                (
                    !of_targets
                        .iter()
                        .any(|target| target.starts_with(contest.id.as_ref())),
                    near(date, contest),
                )
            })
    });
    let by_date = contest
        .zip(date)
        .and_then(|(contest, date)| contest.phase(date));
    Timing {
        phase: stated.or(by_date).unwrap_or(Phase::Campaign),
        assumed: stated.is_none() && by_date.is_none(),
        contest: contest.map(|contest| contest.id.clone()),
        unverified: stated.is_none() && contest.is_some_and(|contest| !contest.verified),
    }
}

/// The calendar of a user's election, if it has one.
pub(crate) fn contest_of(id: &str, election: &Election) -> Option<Contest> {
    let calendar = election.calendar?;
    Some(Contest {
        id: Cow::Owned(id.to_owned()),
        name: Cow::Owned(election.name.clone()),
        begin: Date::FIRST,
        fixed: calendar.fixed,
        campaign: calendar.campaign,
        quiet: calendar.quiet,
        polling: calendar.polling,
        end: Date::LAST,
        verified: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_give_phases() {
        let rules = RuleSet::compiled();
        for (date, phase) in [
            ("2024-09-01", Phase::PreCandidacy),
            ("2024-09-23", Phase::Candidacy),
            ("2024-10-10", Phase::Campaign),
            ("2024-11-24", Phase::Quiet),
            ("2024-11-27", Phase::Polling),
            ("2024-12-05", Phase::After),
            ("2024-01-15", Phase::Campaign),
        ] {
            let timing = timing(&rules, None, date.parse().ok(), &[]);
            assert_eq!((timing.phase, timing.assumed), (phase, false), "{date}");
        }
        assert!(timing(&rules, None, None, &[]).assumed);
        assert_eq!(
            timing(&rules, Some(Phase::Quiet), "2024-10-10".parse().ok(), &[]).phase,
            Phase::Quiet
        );
    }
}
