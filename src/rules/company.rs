//! Acts that a verb and its thing do not tell alone: what stands beside them must name a side, a party or the author.

use super::evidence::{Doer, Facts, MOST_PROOFS, Proofs};
use super::wording::Wording;
use crate::matching::{Classes, Hit};
use crate::source::class::{Class, TargetKind};
use crate::stance::SideKey;

static CANDIDACY: Wording = Wording::new(
    &[Class::ActCandidacy, Class::SelfCampaign],
    &[
        (Class::PartCome, Class::PartNomination),
        (Class::PartRun, Class::PartNomination),
        (Class::PartRun, Class::PartContestant),
    ],
);

/// The author's own candidacy; "saya dukung dia maju" is another's.
pub(super) fn candidacy(facts: &Facts<'_>) -> Proofs {
    let mut proofs = facts.proofs(&CANDIDACY, Doer::Stated);
    proofs.retain(|(first, _)| {
        !facts.behind(first.saturating_sub(4), 3).iter().any(|hit| {
            hit.end <= *first && matches!(hit.class(), Some(Class::Support | Class::Vote))
        })
    });
    proofs
}

static TEAM: Wording = Wording::new(
    &[Class::ActTeam],
    &[
        (Class::PartJoin, Class::PartTeam),
        (Class::PartGive, Class::PartFund),
        (Class::PartCollect, Class::PartFund),
    ],
);

/// Work for a success team, or a word for one right behind the author.
pub(super) fn team(facts: &Facts<'_>, doer: Doer) -> Proofs {
    let mut proofs = facts.proofs(&TEAM, doer);
    if facts.has(Class::PartTeam) {
        proofs.extend(said_of_oneself(facts, Class::PartTeam));
    }
    proofs
}

/// "Saya timses": a word of the class right behind the author; or "KTA NN ku", right before them, where a side is named between.
fn said_of_oneself(facts: &Facts<'_>, class: Class) -> Proofs {
    if facts.tells_of_others() {
        return Proofs::new();
    }
    facts.words_that(|hit| {
        let named = || {
            let mut next = facts.behind(hit.end, 0).iter();
            next.find(|side| side.target().is_some())
                .is_some_and(|side| {
                    let next = facts.lexemes.get(side.end as usize);
                    let joined = next.is_some_and(|next| next.clause == hit.clause);
                    joined && facts.names_author(side.end, side.end + 1)
                        || introduces(facts, hit, side)
                })
        };
        hit.class() == Some(class)
            && facts.is_told(hit)
            && (facts.names_author(hit.first.saturating_sub(2), hit.end) || named())
    })
}

/// Whether a clause that begins with a post for a side ends with who holds it: "coordinator of the volunteers of NN here, that's me".
fn introduces(facts: &Facts<'_>, post: &Hit, side: &Hit) -> bool {
    /// Words between the side and the author.
    const REACH: u32 = 6;
    let of_clause = |index: u32| {
        let lexeme = facts.lexemes.get(index as usize);
        lexeme.is_some_and(|lexeme| lexeme.clause == post.clause)
    };
    let opens = post
        .first
        .checked_sub(1)
        .is_none_or(|before| !of_clause(before));
    let end = (side.end..side.end + REACH)
        .take_while(|index| of_clause(*index))
        .last();
    // The author closes the clause.
    opens && end.is_some_and(|last| !of_clause(last + 1) && facts.names_author(last, last + 1))
}

/// Groups and accounts of a named side that the author joins or follows: "just joined the group Friends of NN".
pub(super) fn group(facts: &Facts<'_>) -> Proofs {
    const GROUPS: [&str; 4] = ["grup", "akun", "channel", "kanal"];
    /// Words from the verb to the group, and from the group to whose it is.
    const REACH: u32 = 4;
    if !facts.has(Class::PartFollow) {
        return Proofs::new();
    }
    let is_group = |index: &u32| {
        let lexeme = facts.lexemes.get(*index as usize);
        lexeme.is_some_and(|lexeme| {
            let known = |group: &&str| facts.knowledge.lemma_of(group) == Some(lexeme.lemma);
            GROUPS.iter().any(known)
        })
    };
    let of_side = |group: u32| {
        let mut whose = facts.behind(group + 1, REACH).iter();
        whose.find(|hit| hit.target().is_some()).map(|hit| hit.end)
    };
    facts
        .hits
        .iter()
        .filter(|hit| hit.class() == Some(Class::PartFollow) && facts.is_told(hit))
        .filter_map(|hit| {
            let end = (hit.end..hit.end + REACH)
                .find(is_group)
                .and_then(of_side)?;
            Some((hit, end))
        })
        // Whose doing it is takes a look at the clause; a post may name very many groups.
        .take(MOST_PROOFS)
        .filter(|(hit, _)| facts.by_author(hit, Doer::Told))
        .map(|(hit, end)| (hit.first, end))
        .collect()
}

static IN_PARTY: Wording = Wording::new(&[Class::ActParty], &[]);
static JOINS_PARTY: Wording = Wording::new(&[], &[(Class::PartJoin, Class::PartParty)]);

/// Classes without which no membership is told.
const OF_PARTY: Classes = Classes::of(&[
    Class::ActParty,
    Class::PartParty,
    Class::PartMember,
    Class::PartEnter,
]);

/// Membership or office in a party: in so many words, or "member of" with the name of a party behind it.
pub(super) fn membership(facts: &Facts<'_>, doer: Doer) -> Proofs {
    if !facts.has_any(OF_PARTY) {
        return Proofs::new();
    }
    // "Gabung partai" without an author is advice or a call.
    let mut proofs = facts.proofs(&IN_PARTY, Doer::Stated);
    let joins = if doer == Doer::Likely {
        doer
    } else {
        Doer::Stated
    };
    proofs.extend(facts.proofs(&JOINS_PARTY, joins));
    proofs.extend(said_of_oneself(facts, Class::PartParty));
    let of_party = |member: u32| {
        facts
            .behind(member, 2)
            .iter()
            .find(|hit| facts.kind(hit) == Some(TargetKind::Party))
    };
    for (at, hit) in facts.hits.iter().enumerate() {
        let proof = match hit.class() {
            Some(Class::PartJoin) => {
                let named = |other: &Hit| {
                    other.class() == Some(Class::PartMember) && of_party(other.end).is_some()
                };
                facts.pair(at, hit, &named, doer).map(|(first, member)| {
                    (first, of_party(member).map_or(member, |party| party.end))
                })
            }
            Some(Class::PartMember)
                if facts.is_told(hit)
                    && !facts.tells_of_others()
                    && facts.names_author(
                        hit.first.saturating_sub(2),
                        of_party(hit.end).map_or(hit.end, |party| party.end + 2),
                    ) =>
            {
                of_party(hit.end).map(|party| (hit.first, party.end))
            }
            Some(Class::PartEnter) => facts
                .pair(
                    at,
                    hit,
                    &|other| facts.kind(other) == Some(TargetKind::Party),
                    Doer::Stated,
                )
                .filter(|(_, end)| *end <= hit.end + 3),
            _ => None,
        };
        if let Some(proof) = proof {
            proofs.push(proof);
        }
    }
    proofs.sort_unstable();
    proofs.dedup();
    proofs
}

/// Civil servants and those who lead them.
pub(super) const STAFF: Classes = Classes::of(&[Class::Civil, Class::PartStaff]);

/// Staff called upon: "rekan ASN, ayo ...", "mohon bapak ibu guru ...".
pub(super) fn addressed_staff(facts: &Facts<'_>) -> Proofs {
    let staff = |hit: &Hit| hit.class().is_some_and(|class| STAFF.has(class));
    if !facts.has(Class::Mobilise) || !facts.has_any(STAFF) || facts.tells_of_others() {
        return Proofs::new();
    }
    facts
        .hits
        .iter()
        .filter(|call| call.class() == Some(Class::Mobilise) && facts.is_told(call))
        .filter_map(|call| {
            facts
                .places
                .clause(call.clause)
                .hits(facts.hits)
                .iter()
                .filter(|hit| staff(hit) && facts.is_told(hit))
                // In front of the call, or addressed by it.
                .find(|hit| {
                    hit.end <= call.first || hit.first >= call.end && hit.first <= call.end + 1
                })
                .map(|hit| (hit.first.min(call.first), hit.end.max(call.end)))
        })
        .take(MOST_PROOFS)
        .collect()
}

/// Clothes of a side: "pakai kaos 02".
pub(super) fn shirt(facts: &Facts<'_>) -> Proofs {
    if !facts.has(Class::PartShirt) || !facts.has(Class::PartWear) || facts.tells_of_others() {
        return Proofs::new();
    }
    let of_side = |shirt: u32| {
        let named = facts.behind(shirt, 1).iter().find(|hit| {
            hit.target().is_some()
                || matches!(
                    hit.class(),
                    Some(Class::PartContestant | Class::PartTeam | Class::Identity)
                )
        });
        // Codes stand in the order of the post.
        let start = facts.codes.partition_point(|code| code.first < shirt);
        let number = facts
            .codes
            .get(start)
            .filter(|code| code.first <= shirt + 1);
        named
            .map(|hit| hit.end)
            .or(number.map(|code| code.lexeme + 1))
    };
    facts
        .hits
        .iter()
        .enumerate()
        .filter(|(_, hit)| hit.class() == Some(Class::PartWear))
        .filter_map(|(at, hit)| {
            let named = |other: &Hit| {
                other.class() == Some(Class::PartShirt) && of_side(other.end).is_some()
            };
            let (first, end) = facts.pair(at, hit, &named, Doer::Likely)?;
            Some((first, of_side(end).unwrap_or(end)))
        })
        .take(MOST_PROOFS)
        .collect()
}

const PICTURED: Wording = Wording::new(
    &[Class::ActPhoto],
    &[
        (Class::PartPicture, Class::PartContestant),
        (Class::PartPicture, Class::PartTeam),
        (Class::PartPicture, Class::PartMaterial),
        (Class::PartPicture, Class::PartSign),
    ],
);

/// Classes without which no photograph is told.
const OF_PHOTO: Classes = PICTURED.leads().with(Classes::one(Class::PartPhoto));

/// A photograph with somebody who runs, in a post that supports somebody it names.
///
/// A gesture alone is a weak sign; told as a pose in a photograph, beside a named side, it counts.
pub(super) fn photo(facts: &Facts<'_>) -> Proofs {
    if !facts.has_any(OF_PHOTO)
        || facts.tells_of_others()
        || facts
            .outcome
            .sides
            .first()
            .is_none_or(|side| side.key == SideKey::Unnamed)
    {
        return Proofs::new();
    }
    let mut proofs = facts.proofs(&PICTURED, Doer::Likely);
    let contestant = |other: &Hit| {
        other.target().is_some()
            || matches!(
                other.class(),
                Some(Class::PartContestant | Class::PartTeam | Class::Identity)
            )
    };
    for (at, hit) in facts.hits.iter().enumerate() {
        // "Foto kami bersama paslon": company named right behind the word for it.
        let with = |other: &Hit| {
            other.class() == Some(Class::PartWith)
                && facts.behind(other.end, 1).iter().any(contestant)
        };
        if hit.class() == Some(Class::PartPhoto) {
            proofs.extend(facts.pair(at, hit, &with, Doer::Likely));
        }
        if hit.class() == Some(Class::PartPicture) {
            proofs.extend(facts.pair(at, hit, &|other| other.target().is_some(), Doer::Likely));
        }
    }
    proofs.sort_unstable();
    proofs.dedup();
    proofs
}
