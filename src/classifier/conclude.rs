//! From an outcome to a verdict: acts, provisions, findings.

use std::borrow::Cow;

use super::Room;
use crate::lexicon::Knowledge;
use crate::post::{Interaction, Post};
use crate::rules::{
    Applying, Circumstances, Deed, Facts, RuleSet, Timing, deeds, depends_on_phase, is_party_only,
    timing,
};
use crate::source::date::Date;
use crate::source::law::{Act, Author, Confidence, Phase, Tier};
use crate::stance::{Outcome, Stance};
use crate::verdict::{Assumed, DATA_VERSION, Evidence, Finding, TargetStance, Verdict};

/// A post that has been read and judged.
#[derive(Clone, Copy)]
pub(super) struct Case<'c> {
    pub(super) post: &'c Post<'c>,
    /// The text the outcome comes from.
    pub(super) source: &'c str,
    /// That text is the content answered, not the author's own.
    pub(super) from_on: bool,
    pub(super) room: &'c Room,
    pub(super) outcome: &'c Outcome,
}

impl Case<'_> {
    /// The verdict.
    pub(super) fn conclude(
        &self,
        knowledge: &Knowledge,
        rules: &RuleSet,
        timing: Timing,
    ) -> Verdict {
        let Self {
            post,
            room,
            outcome,
            ..
        } = *self;
        let facts = Facts {
            knowledge,
            outcome,
            lexemes: &room.lexemes.all,
            hits: &room.hits,
            places: &room.places,
            codes: &room.codes,
            context: &room.context,
            voice: room.voice,
            interaction: post.interaction_kind(),
            interacting: post.interaction_kind() != Interaction::Post
                && (post.on_text().is_some() || self.from_on),
            from_on: self.from_on,
            phase: timing.phase,
            party_only: is_party_only(knowledge, outcome),
            spouse: post.is_candidate_spouse(),
            on_leave: post.is_on_unpaid_leave(),
        };
        let done = deeds(&facts);
        let circumstances = self.circumstances(&facts);
        let targets: Vec<TargetStance> = outcome
            .sides
            .iter()
            .map(|side| self.target(knowledge, side))
            .collect();
        let mut findings: Vec<Finding> = Vec::new();
        for Deed { act, proofs } in &done {
            for applying in rules.applying(*act, circumstances) {
                let evidence = || {
                    proofs
                        .iter()
                        .map(|proof| self.of_act(&targets, *proof))
                        .collect()
                };
                if let Some(found) = finding(rules, applying, *act, circumstances.date, evidence) {
                    findings.push(found);
                }
            }
        }
        let tier = tier_of(&findings);
        // A side taken by somebody the rules reach, and no rule in force on that day: a human must find the law.
        let unruled = outcome.stance != Stance::None && tier == Tier::None && is_reached(post);
        let review = outcome.doubtful
            || unruled
            || outcome.stance == Stance::Mixed
            || tier != Tier::None
                && (timing.phase == Phase::After
                    || outcome.stance == Stance::None
                    || is_contested(&findings, tier));
        let otherwise = (timing.assumed && !done.is_empty()).then(|| {
            let facts = Facts {
                phase: Phase::PreCandidacy,
                ..facts
            };
            let circumstances = self.circumstances(&facts);
            let other = depends_on_phase(&facts).then(|| deeds(&facts));
            let tier = other
                .as_ref()
                .unwrap_or(&done)
                .iter()
                .flat_map(|deed| rules.applying(deed.act, circumstances))
                .filter(|applying| applying.certain)
                .map(|applying| applying.provision.tier)
                .max()
                .unwrap_or(Tier::None);
            (facts.phase, tier)
        });
        Verdict {
            political: outcome.political || findings.iter().any(|found| found.act.is_electoral()),
            stance: outcome.stance,
            score: outcome.score,
            tier,
            review,
            targets,
            findings,
            assumed: assumed(post, rules, timing, otherwise),
            data_version: Cow::Borrowed(DATA_VERSION),
        }
    }

    fn circumstances(&self, facts: &Facts<'_>) -> Circumstances {
        Circumstances {
            phase: facts.phase,
            author: self.post.author_status(),
            date: self.post.published(),
            impact: self.post.stated_impact(),
            party_only: facts.party_only,
            on_leave: facts.is_on_leave(),
        }
    }
}

/// The verdict on a post that takes no side and tells of no act.
pub(super) fn nothing(post: &Post<'_>, rules: &RuleSet) -> Verdict {
    let timing = timing(rules, post.stated_phase(), post.published(), &[]);
    Verdict {
        political: false,
        stance: Stance::None,
        score: 0,
        tier: Tier::None,
        review: false,
        targets: Vec::new(),
        findings: Vec::new(),
        assumed: assumed(post, rules, timing, None),
        data_version: Cow::Borrowed(DATA_VERSION),
    }
}

fn assumed(
    post: &Post<'_>,
    rules: &RuleSet,
    timing: Timing,
    otherwise: Option<(Phase, Tier)>,
) -> Assumed {
    Assumed {
        phase: timing.phase,
        phase_assumed: timing.assumed,
        contest: timing.contest,
        calendar_unverified: timing.unverified,
        otherwise,
        dated: post.published().is_some(),
        supervisor: rules
            .supervisor(post.published())
            .filter(|_| is_reached(post)),
        author: post.author_status(),
    }
}

/// Whether the rules reach the author.
fn is_reached(post: &Post<'_>) -> bool {
    matches!(
        post.author_status(),
        Author::Pns | Author::Cpns | Author::Pppk
    )
}

/// The highest tier among the findings that are certain enough.
fn tier_of(findings: &[Finding]) -> Tier {
    findings
        .iter()
        .filter(|finding| finding.certain)
        .map(|finding| finding.rule.tier)
        .max()
        .unwrap_or(Tier::None)
}

/// Whether every finding that gives the tier has another reading, or was inferred.
fn is_contested(findings: &[Finding], tier: Tier) -> bool {
    findings
        .iter()
        .filter(|finding| finding.certain && finding.rule.tier == tier)
        .all(|finding| {
            finding.rule.tier_alt.is_some() || finding.rule.confidence == Confidence::Inference
        })
}

fn finding(
    rules: &RuleSet,
    applying: Applying<'_>,
    act: Act,
    date: Option<Date>,
    evidence: impl FnOnce() -> Vec<Evidence>,
) -> Option<Finding> {
    let Applying {
        provision, certain, ..
    } = applying;
    // Dismissal stands outside the sanctions of the tiers.
    let sanctions = if provision.dismissal {
        None
    } else {
        rules.tier_info(provision.tier, date)
    };
    Some(Finding {
        act,
        certain,
        rule: rules.rule(applying)?,
        citations: rules.citations(provision, date),
        sanctions,
        evidence: evidence(),
    })
}
