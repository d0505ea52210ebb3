//! From an outcome to a verdict: acts, provisions, evidence.

use std::borrow::Cow;

use super::Room;
use crate::lexicon::Knowledge;
use crate::post::{Interaction, Post};
use crate::rules::{Deed, Facts, RuleSet, Timing, deeds};
use crate::source::class::TargetKind;
use crate::source::law::{Author, Phase, Provision, Tier};
use crate::span::Span;
use crate::stance::{Outcome, SIDE_THRESHOLD, Side, SideKey, Stance};
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
        let author = post.author_status();
        let evidence = |first: u32, end: u32| {
            let points = outcome
                .sides
                .iter()
                .flat_map(|side| &side.proofs)
                .find(|proof| (proof.first, proof.end) == (first, end))
                .map(|proof| proof.points);
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
        let facts = Facts {
            outcome,
            hits: &room.hits,
            context: &room.context,
            voice: room.voice,
            interacting: post.interaction_kind() != Interaction::Post
                && (post.on_text().is_some() || from_on),
            phase: timing.phase,
        };
        let mut findings: Vec<Finding> = Vec::new();
        for Deed { act, proofs } in deeds(&facts) {
            for provision in rules.applying(act, timing.phase, author, post.published()) {
                findings.push(finding(
                    provision,
                    proofs
                        .iter()
                        .filter_map(|(first, end)| evidence(*first, *end))
                        .collect(),
                ));
            }
        }
        let tier = findings
            .iter()
            .map(|finding| finding.tier)
            .max()
            .unwrap_or(Tier::None);
        // A side taken by somebody the rules reach, and no rule in force on that day: a human must find the law.
        let unruled = outcome.stance != Stance::None
            && tier == Tier::None
            && matches!(author, Author::Pns | Author::Cpns | Author::Pppk);
        let review = outcome.doubtful
            || unruled
            || outcome.stance == Stance::Mixed
            || tier != Tier::None && timing.phase == Phase::After;
        Verdict {
            political: outcome.political,
            stance: outcome.stance,
            score: outcome.score,
            tier,
            review,
            targets: outcome
                .sides
                .iter()
                .map(|side| target(knowledge, side, &evidence))
                .collect(),
            findings,
            assumed: Assumed {
                phase: timing.phase,
                phase_assumed: timing.assumed,
                contest: timing.contest,
                calendar_unverified: timing.unverified,
                author,
            },
            data_version: Cow::Borrowed(DATA_VERSION),
        }
    }
}

/// What a verdict says of a side.
fn target(
    knowledge: &Knowledge,
    side: &Side,
    evidence: &dyn Fn(u32, u32) -> Option<Evidence>,
) -> TargetStance {
    let (id, name, kind, number) = match side.key {
        SideKey::Target(target) => match knowledge.target(target) {
            Some(info) => (
                Some(info.id.to_owned()),
                info.name.to_owned(),
                info.kind,
                None,
            ),
            None => (None, "-".to_owned(), TargetKind::Person, None),
        },
        SideKey::Number(number) => (
            None,
            format!("nomor {number}"),
            TargetKind::Number,
            Some(number),
        ),
        SideKey::Unnamed => (None, "-".to_owned(), TargetKind::Person, None),
    };
    let score = u8::try_from(side.net.unsigned_abs())
        .unwrap_or(100)
        .min(100);
    let stance = match score {
        score if score < SIDE_THRESHOLD => Stance::None,
        _ if side.net > 0 => Stance::Support,
        _ => Stance::Oppose,
    };
    let evidence = side
        .proofs
        .iter()
        .filter_map(|proof| evidence(proof.first, proof.end))
        .collect();
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
        words: span.of(source).to_owned(),
    })
}

fn finding(provision: &Provision, evidence: Vec<Evidence>) -> Finding {
    Finding {
        act: provision.act,
        rule: provision.id.clone(),
        tier: provision.tier,
        tier_alt: provision.tier_alt,
        dismissal: provision.dismissal,
        confidence: provision.confidence,
        citations: provision.citations.to_vec(),
        summary: provision.summary.clone(),
        note: provision.note.clone(),
        evidence,
    }
}
