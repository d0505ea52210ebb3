//! From an outcome to a verdict: acts, provisions, evidence.

use std::borrow::Cow;

use super::Room;
use crate::lexicon::Knowledge;
use crate::post::{Interaction, Post};
use crate::rules::{
    Circumstances, Deed, Facts, Present, RuleSet, Timing, deeds, depends_on_phase, timing,
};
use crate::source::class::TargetKind;
use crate::source::date::Date;
use crate::source::law::{Act, Author, Confidence, Phase, Provision, Tier};
use crate::span::Span;
use crate::stance::{Outcome, Proof, SIDE_THRESHOLD, Side, SideKey, Stance};
use crate::verdict::{Assumed, DATA_VERSION, Evidence, Finding, Role, TargetStance, Verdict};

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
            source,
            from_on,
            room,
            outcome,
        } = *self;
        let shown = |first: u32, end: u32, points: Option<i32>| {
            let named = room
                .hits
                .iter()
                .any(|hit| hit.first >= first && hit.end <= end && hit.target().is_some())
                || room
                    .codes
                    .iter()
                    .any(|code| code.first >= first && code.lexeme < end);
            let role = match points {
                Some(_) if named => Role::Name,
                Some(points) if points > 0 => Role::For,
                Some(points) if points < 0 => Role::Against,
                _ => Role::Act,
            };
            evidence(room, source, from_on, first, end, role)
        };
        // Words that prove an act speak for whom they speak first.
        let of_act = |first: u32, end: u32| {
            let points = outcome
                .sides
                .iter()
                .flat_map(|side| &side.proofs)
                .find(|proof| (proof.first, proof.end) == (first, end))
                .map(|proof| proof.points);
            shown(first, end, points)
        };
        let of_side = |proof: &Proof| shown(proof.first, proof.end, Some(proof.points));
        let facts = Facts {
            knowledge,
            outcome,
            lexemes: &room.lexemes.all,
            hits: &room.hits,
            present: Present::of(&room.hits),
            codes: &room.codes,
            context: &room.context,
            voice: room.voice,
            interaction: post.interaction_kind(),
            interacting: post.interaction_kind() != Interaction::Post
                && (post.on_text().is_some() || from_on),
            from_on,
            phase: timing.phase,
            spouse: post.is_candidate_spouse(),
            on_leave: post.is_on_unpaid_leave(),
        };
        let done = deeds(&facts);
        let circumstances = self.circumstances(&facts);
        let mut findings: Vec<Finding> = Vec::new();
        for Deed { act, proofs } in &done {
            for (provision, certain) in rules.applying(*act, circumstances) {
                let evidence = proofs
                    .iter()
                    .filter_map(|(first, end)| of_act(*first, *end))
                    .collect();
                findings.push(finding(
                    rules,
                    provision,
                    *act,
                    certain,
                    circumstances.date,
                    evidence,
                ));
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
                .filter(|(_, certain)| *certain)
                .map(|(provision, _)| provision.tier)
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
            targets: outcome
                .sides
                .iter()
                .map(|side| target(knowledge, side, &of_side))
                .collect(),
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
            party_only: facts.is_party_only(),
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
            .filter(|_| is_reached(post))
            .cloned(),
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
        .map(|finding| finding.tier)
        .max()
        .unwrap_or(Tier::None)
}

/// Whether every finding that gives the tier has another reading, or was inferred.
fn is_contested(findings: &[Finding], tier: Tier) -> bool {
    findings
        .iter()
        .filter(|finding| finding.certain && finding.tier == tier)
        .all(|finding| finding.tier_alt.is_some() || finding.confidence == Confidence::Inference)
}

/// Names of the ballot numbers most heard.
const NUMBERS: [&str; 6] = [
    "nomor 0", "nomor 1", "nomor 2", "nomor 3", "nomor 4", "nomor 5",
];

/// What a verdict says of a side.
fn target(
    knowledge: &Knowledge,
    side: &Side,
    evidence: &dyn Fn(&Proof) -> Option<Evidence>,
) -> TargetStance {
    let (id, name, kind, number) = match side.key {
        SideKey::Target(target) => match knowledge.target(target) {
            Some(info) => (Some(info.id()), info.name(), info.kind, None),
            None => (None, Cow::Borrowed("-"), TargetKind::Person, None),
        },
        SideKey::Number(number) => (
            None,
            NUMBERS.get(usize::from(number)).map_or_else(
                || Cow::Owned(format!("nomor {number}")),
                |name| Cow::Borrowed(*name),
            ),
            TargetKind::Number,
            Some(number),
        ),
        SideKey::Unnamed => (None, Cow::Borrowed("-"), TargetKind::Person, None),
    };
    let score = u8::try_from(side.net.unsigned_abs())
        .unwrap_or(100)
        .min(100);
    let stance = match score {
        score if score < SIDE_THRESHOLD => Stance::None,
        _ if side.net > 0 => Stance::Support,
        _ => Stance::Oppose,
    };
    let evidence = side.proofs.iter().filter_map(evidence).collect();
    TargetStance {
        id,
        name,
        kind,
        number,
        stance,
        score,
        evidence,
    }
}

fn evidence(
    room: &Room,
    source: &str,
    on: bool,
    first: u32,
    end: u32,
    role: Role,
) -> Option<Evidence> {
    let start = room.lexemes.all.get(first as usize)?.span.start();
    let last = room
        .lexemes
        .all
        .get((end as usize).checked_sub(1)?)?
        .span
        .end();
    let span = Span::new(start, last);
    Some(Evidence {
        role,
        span,
        on,
        words: span.of(source).into(),
    })
}

fn finding(
    rules: &RuleSet,
    provision: &Provision,
    act: Act,
    certain: bool,
    date: Option<Date>,
    evidence: Vec<Evidence>,
) -> Finding {
    // Dismissal stands outside the sanctions of the tiers.
    let sanctions = if provision.dismissal {
        None
    } else {
        rules.tier_info(provision.tier, date).cloned()
    };
    Finding {
        act,
        rule: provision.id.clone(),
        tier: provision.tier,
        tier_alt: provision.tier_alt,
        dismissal: provision.dismissal,
        certain,
        confidence: provision.confidence,
        instrument: provision.instrument.clone(),
        citations: rules.citations(provision, date),
        sources: provision.sources.clone(),
        sanctions,
        summary: provision.summary.clone(),
        note: provision.note.clone(),
        evidence,
    }
}
