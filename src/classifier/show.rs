//! What a verdict shows of its sides, and the words that prove it.

use std::borrow::Cow;

use super::Room;
use super::conclude::Case;
use crate::lexicon::Knowledge;
use crate::matching::Hit;
use crate::rules;
use crate::source::class::TargetKind;
use crate::span::Span;
use crate::stance::{Proof, SIDE_THRESHOLD, Side, SideKey, Stance};
use crate::verdict::{Evidence, Role, TargetStance};

/// Names of the ballot numbers most heard.
const NUMBERS: [&str; 6] = [
    "nomor 0", "nomor 1", "nomor 2", "nomor 3", "nomor 4", "nomor 5",
];

impl Case<'_> {
    /// What the verdict says of a side.
    pub(super) fn target(&self, knowledge: &Knowledge, side: &Side) -> TargetStance {
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
            SideKey::Unnamed => (None, self.written(side), TargetKind::Person, None),
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
            .map(|proof| self.evidence(proof.first, proof.end, self.role(side, proof)))
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

    /// Words that prove an act; they speak for whom they speak first.
    pub(super) fn of_act(&self, targets: &[TargetStance], (first, end): rules::Proof) -> Evidence {
        for (side, target) in self.outcome.sides.iter().zip(targets) {
            let mut told = side.proofs.iter().zip(&target.evidence);
            if let Some((_, shown)) =
                told.find(|(proof, _)| (proof.first, proof.end) == (first, end))
            {
                return shown.clone();
            }
        }
        self.evidence(first, end, Role::Act)
    }

    /// The name of somebody nobody listed as the post writes it.
    fn written(&self, side: &Side) -> Cow<'static, str> {
        match side.written {
            Some((first, end)) => Cow::Owned(self.span(first, end).of(self.source).into()),
            None => Cow::Borrowed("-"),
        }
    }

    fn role(&self, side: &Side, proof: &Proof) -> Role {
        if proof.points == 0 && side.written == Some((proof.first, proof.end)) {
            return Role::Name;
        }
        // "The whole family is for NN": words that declare for a name they hold are more than a name.
        if self.names(proof) && (proof.points == 0 || self.is_only_name(proof)) {
            Role::Name
        } else {
            match proof.points {
                1.. => Role::For,
                0 => Role::Act,
                _ => Role::Against,
            }
        }
    }

    /// Whether a name or a number stands among the words.
    fn names(&self, proof: &Proof) -> bool {
        let Room {
            hits,
            places,
            codes,
            ..
        } = self.room;
        let inside = |name: &Hit| name.first >= proof.first && name.end <= proof.end;
        (proof.first..proof.end).any(|at| {
            let here = places.lexeme(at);
            here.is_named() && here.hits(hits).first().is_some_and(inside)
        }) || codes
            .iter()
            .any(|code| code.first >= proof.first && code.lexeme < proof.end)
    }

    /// Whether every one of the words is of a name or a number.
    fn is_only_name(&self, proof: &Proof) -> bool {
        let Room { places, codes, .. } = self.room;
        let coded = |at: u32| {
            // Codes stand in the order of the post.
            let behind = codes.partition_point(|code| code.first <= at);
            let last = behind.checked_sub(1).and_then(|last| codes.get(last));
            last.is_some_and(|code| at <= code.lexeme)
        };
        (proof.first..proof.end).all(|at| {
            let here = places.lexeme(at);
            here.is_named() || here.is_coded() || coded(at)
        })
    }

    /// Where some lexemes stand.
    fn span(&self, first: u32, end: u32) -> Span {
        match self.room.lexemes.all.get(first as usize..end as usize) {
            Some([only]) => only.span,
            Some([first, .., last]) => Span::new(first.span.start(), last.span.end()),
            // No proof is without words.
            _ => Span::default(),
        }
    }

    fn evidence(&self, first: u32, end: u32, role: Role) -> Evidence {
        let span = self.span(first, end);
        Evidence {
            role,
            span,
            on: self.from_on,
            words: span.of(self.source).into(),
        }
    }
}
