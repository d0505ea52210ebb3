//! Acts: what the words, the stance and the interaction together amount to.

use super::evidence::{Doer, Facts, MOST_PROOFS, Pair, Proof};
use super::permitted::permitted;
use crate::matching::{Hit, in_clause};
use crate::post::Interaction;
use crate::source::class::{Class, Cue, TargetKind};
use crate::source::law::{Act, Phase};
use crate::stance::{SideKey, Stance};

/// An act with the lexemes that prove it; none where the interaction itself is the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) act: Act,
    pub(crate) proofs: Vec<Proof>,
}

/// An act with the classes of words that tell of it.
pub(super) struct Pattern {
    act: Act,
    /// Phrases that tell it by themselves.
    pub(super) wholes: &'static [Class],
    /// Verbs with their things.
    pub(super) pairs: &'static [Pair],
}

pub(super) const ATTEND: Pattern = Pattern {
    act: Act::Attend,
    wholes: &[Class::ActAttend],
    pairs: &[(Class::PartCome, Class::PartEvent)],
};

pub(super) const JOIN: Pattern = Pattern {
    act: Act::JoinCampaign,
    wholes: &[Class::ActJoin],
    pairs: &[(Class::PartCome, Class::PartOuting)],
};

/// Acts that support somebody: looked for in posts that do.
const SUPPORTING: [Pattern; 8] = [
    ATTEND,
    JOIN,
    Pattern {
        act: Act::Attribute,
        wholes: &[Class::ActAttribute],
        pairs: &[(Class::PartWear, Class::PartGarment)],
    },
    Pattern {
        act: Act::Facility,
        wholes: &[Class::ActFacility],
        pairs: &[(Class::PartUse, Class::PartAsset)],
    },
    Pattern {
        act: Act::Organise,
        wholes: &[Class::ActOrganise],
        pairs: &[
            (Class::PartHold, Class::PartMeeting),
            (Class::PartGive, Class::PartGift),
            (Class::PartLead, Class::PartPublic),
        ],
    },
    Pattern {
        act: Act::Decide,
        wholes: &[Class::ActDecide],
        pairs: &[(Class::PartDecide, Class::PartMeasure)],
    },
    DISPLAY,
    MOBILISE,
];

const DISPLAY: Pattern = Pattern {
    act: Act::Display,
    wholes: &[Class::ActDisplay],
    pairs: &[
        (Class::PartPut, Class::PartMaterial),
        (Class::PartUse, Class::PartMaterial),
    ],
};

const MOBILISE: Pattern = Pattern {
    act: Act::Mobilise,
    wholes: &[Class::ActMobilise],
    pairs: &[
        (Class::PartLead, Class::PartStaff),
        (Class::PartLead, Class::Civil),
    ],
};

/// Acts that are forbidden whether or not the words of the post take a side.
const STANDING: [Pattern; 3] = [
    Pattern {
        act: Act::SupportLetter,
        wholes: &[Class::ActLetter],
        pairs: &[(Class::PartCollect, Class::PartPaper)],
    },
    Pattern {
        act: Act::TeamMember,
        wholes: &[Class::ActTeam],
        pairs: &[
            (Class::PartJoin, Class::PartTeam),
            (Class::PartGive, Class::PartFund),
            (Class::PartCollect, Class::PartFund),
        ],
    },
    Pattern {
        act: Act::Interact,
        wholes: &[Class::ActGroup],
        pairs: &[(Class::PartFollow, Class::PartGroup)],
    },
];

/// Duties that support for a party alone may touch, though no rule on candidates does.
const DUTIES_OF_PARTISANS: [Act; 3] = [Act::Policy, Act::Obedience, Act::Integrity];

/// The acts of a post, the main one first.
pub(crate) fn deeds(facts: &Facts<'_>) -> Vec<Deed> {
    let mut deeds = Vec::new();
    match facts.outcome.stance {
        Stance::None => standing(facts, Doer::Stated, &mut deeds),
        stance => {
            let proofs = words(facts);
            let of = |act| Deed {
                act,
                proofs: proofs.clone(),
            };
            if stance != Stance::Oppose && facts.is_party_only() {
                deeds.extend(DUTIES_OF_PARTISANS.map(of));
                // The row of the decree that names parties; before candidates are fixed its reach is in doubt.
                if facts.phase != Phase::PreCandidacy {
                    deeds.insert(0, of(Act::Decide));
                }
            }
            let main = main_act(facts);
            deeds.retain(|deed| deed.act != main);
            deeds.insert(0, Deed { act: main, proofs });
            if !facts.from_on && stance != Stance::Oppose {
                for pattern in &SUPPORTING {
                    find(facts, pattern, Doer::Likely, &mut deeds);
                }
                add(&mut deeds, Act::Mobilise, addressed_staff(facts));
                add(&mut deeds, Act::Attribute, shirt(facts));
                add(&mut deeds, Act::Photo, photo(facts));
            }
            standing(facts, Doer::Likely, &mut deeds);
        }
    }
    campaign_group(facts, &mut deeds);
    spouse(facts, &mut deeds);
    hate(facts, &mut deeds);
    if deeds.is_empty() {
        deeds = permitted(facts);
    }
    deeds
}

fn add(deeds: &mut Vec<Deed>, act: Act, proofs: Vec<Proof>) {
    if proofs.is_empty() {
        return;
    }
    match deeds.iter_mut().find(|deed| deed.act == act) {
        Some(deed) => {
            deed.proofs.extend(proofs);
            deed.proofs.sort_unstable();
            deed.proofs.dedup();
            deed.proofs.truncate(MOST_PROOFS);
        }
        None => deeds.push(Deed { act, proofs }),
    }
}

fn find(facts: &Facts<'_>, pattern: &Pattern, doer: Doer, deeds: &mut Vec<Deed>) {
    // Orders are about staff only where staff is spoken of.
    let staff = facts.has(Class::Civil) || facts.has(Class::PartStaff);
    if pattern.act == Act::Mobilise && !staff {
        return;
    }
    add(
        deeds,
        pattern.act,
        facts.proofs(pattern.wholes, pattern.pairs, doer),
    );
}

/// Promoting, harming or interacting.
fn main_act(facts: &Facts<'_>) -> Act {
    if facts.interacting {
        Act::Interact
    } else if facts.outcome.stance == Stance::Oppose && facts.phase != Phase::PreCandidacy {
        Act::Decide
    } else {
        // Before candidates are fixed no rule speaks of harming one; campaigning for a rival is the nearest.
        Act::Promote
    }
}

/// The words that carried the outcome.
fn words(facts: &Facts<'_>) -> Vec<Proof> {
    let Some(first) = facts.outcome.sides.first() else {
        return Vec::new();
    };
    let mut proofs: Vec<Proof> = facts
        .outcome
        .sides
        .iter()
        .filter(|side| side.net.signum() != 0 && side.net.abs() * 2 >= first.net.abs())
        .flat_map(|side| side.proofs.iter().map(|proof| (proof.first, proof.end)))
        .collect();
    proofs.sort_unstable();
    proofs.dedup();
    proofs.truncate(MOST_PROOFS);
    proofs
}

/// Acts that need no side: membership, team, candidacy, letters; banners and orders where somebody is named at least.
fn standing(facts: &Facts<'_>, doer: Doer, deeds: &mut Vec<Deed>) {
    // "Gabung partai" needs no election to be spoken of; letters, teams and forms there are many.
    let joined = || facts.has(Class::ActParty) && facts.has(Class::Office);
    if facts.from_on || !facts.outcome.political && doer == Doer::Stated && !joined() {
        return;
    }
    for pattern in &STANDING {
        let mut proofs = facts.proofs(pattern.wholes, pattern.pairs, doer);
        if pattern.act == Act::TeamMember {
            proofs.extend(said_of_oneself(facts, Class::PartTeam));
        }
        add(deeds, pattern.act, proofs);
    }
    add(deeds, Act::PartyMember, membership(facts, doer));
    add(deeds, Act::OwnCandidacy, candidacy(facts));
    if doer == Doer::Stated && !facts.outcome.sides.is_empty() {
        for pattern in [&DISPLAY, &MOBILISE] {
            find(facts, pattern, doer, deeds);
        }
    }
}

/// The author's own candidacy; "saya dukung dia maju" is another's.
fn candidacy(facts: &Facts<'_>) -> Vec<Proof> {
    let mut proofs = facts.proofs(
        &[Class::ActCandidacy, Class::SelfCampaign],
        &[
            (Class::PartCome, Class::PartNomination),
            (Class::PartRun, Class::PartContestant),
        ],
        Doer::Stated,
    );
    proofs.retain(|(first, _)| {
        !facts.behind(first.saturating_sub(4), 3).iter().any(|hit| {
            hit.end <= *first && matches!(hit.class(), Some(Class::Support | Class::Vote))
        })
    });
    proofs
}

/// A campaign group or account of a side followed or liked: joining is the act, whatever its name says.
fn campaign_group(facts: &Facts<'_>, deeds: &mut Vec<Deed>) {
    let joins = matches!(facts.interaction, Interaction::Follow | Interaction::Like);
    if !facts.from_on || !joins || !deeds.is_empty() || facts.outcome.sides.is_empty() {
        return;
    }
    let groups = facts.places(|hit| {
        matches!(hit.class(), Some(Class::PartGroup | Class::PartTeam)) && facts.is_told(hit)
    });
    // A name, not a text that speaks of such a group.
    if facts.lexemes.len() <= 8 {
        add(deeds, Act::Interact, groups);
    }
}

/// "Saya timses": a word of the class right behind the author.
fn said_of_oneself(facts: &Facts<'_>, class: Class) -> Vec<Proof> {
    facts.places(|hit| {
        hit.class() == Some(class)
            && !facts.tells_of_others()
            && facts.is_told(hit)
            && facts.names_author(hit.first.saturating_sub(2), hit.end)
    })
}

/// Membership or office in a party: in so many words, or "member of" with the name of a party behind it.
fn membership(facts: &Facts<'_>, doer: Doer) -> Vec<Proof> {
    let spoken = [
        Class::ActParty,
        Class::PartParty,
        Class::PartMember,
        Class::PartEnter,
    ];
    if !spoken.iter().any(|class| facts.has(*class)) {
        return Vec::new();
    }
    // "Gabung partai" without an author is advice or a call.
    let mut proofs = facts.proofs(&[Class::ActParty], &[], Doer::Stated);
    proofs.extend(facts.proofs(&[], &[(Class::PartJoin, Class::PartParty)], doer));
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
                facts.pair(at, hit, named, doer).map(|(first, member)| {
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
                    |other| facts.kind(other) == Some(TargetKind::Party),
                    Doer::Stated,
                )
                .filter(|(_, end)| *end <= hit.end + 3),
            _ => None,
        };
        proofs.extend(proof);
    }
    proofs.sort_unstable();
    proofs.dedup();
    proofs
}

/// Staff called upon: "rekan ASN, ayo ...", "mohon bapak ibu guru ...".
fn addressed_staff(facts: &Facts<'_>) -> Vec<Proof> {
    let staff = |hit: &Hit| matches!(hit.class(), Some(Class::Civil | Class::PartStaff));
    if facts.tells_of_others() || !(facts.has(Class::Civil) || facts.has(Class::PartStaff)) {
        return Vec::new();
    }
    facts
        .hits
        .iter()
        .filter(|call| call.class() == Some(Class::Mobilise) && facts.is_told(call))
        .filter_map(|call| {
            in_clause(facts.hits, call.clause)
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
fn shirt(facts: &Facts<'_>) -> Vec<Proof> {
    if !facts.has(Class::PartShirt) || facts.tells_of_others() {
        return Vec::new();
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
            let (first, end) = facts.pair(at, hit, named, Doer::Likely)?;
            Some((first, of_side(end).unwrap_or(end)))
        })
        .take(MOST_PROOFS)
        .collect()
}

/// A photograph with somebody who runs, in a post that supports somebody it names.
///
/// A gesture alone is a weak sign; told as a pose in a photograph, beside a named side, it counts.
fn photo(facts: &Facts<'_>) -> Vec<Proof> {
    if facts
        .outcome
        .sides
        .first()
        .is_none_or(|side| side.key == SideKey::Unnamed)
    {
        return Vec::new();
    }
    let mut proofs = facts.proofs(
        &[Class::ActPhoto],
        &[
            (Class::PartPicture, Class::PartContestant),
            (Class::PartPicture, Class::PartTeam),
            (Class::PartPicture, Class::PartMaterial),
            (Class::PartPicture, Class::PartSign),
        ],
        Doer::Likely,
    );
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
        if hit.class() == Some(Class::PartPhoto) && !facts.tells_of_others() {
            proofs.extend(facts.pair(at, hit, with, Doer::Likely));
        }
        if hit.class() == Some(Class::PartPicture) && !facts.tells_of_others() {
            proofs.extend(facts.pair(at, hit, |other| other.target().is_some(), Doer::Likely));
        }
    }
    proofs.sort_unstable();
    proofs.dedup();
    proofs
}

/// The rules for husbands and wives of candidates go before those for anybody.
fn spouse(facts: &Facts<'_>, deeds: &mut Vec<Deed>) {
    if facts.spouse && facts.outcome.stance == Stance::Support {
        add(deeds, Act::SpouseSocial, words(facts));
    }
    if facts.from_on {
        return;
    }
    let mut followed = facts.proofs(&[Class::ActSpouse], &[], Doer::Likely);
    if facts.spouse {
        for pattern in [&ATTEND, &JOIN] {
            followed.extend(facts.proofs(pattern.wholes, pattern.pairs, Doer::Likely));
        }
        // A photograph with one's spouse is free of blame as long as no sign of support is made in it.
        let gesture = facts.has(Class::PartSign) || facts.codes.iter().any(|code| code.emoji);
        for deed in deeds.iter_mut().filter(|deed| deed.act == Act::Photo) {
            if !gesture {
                deed.act = Act::SpousePhoto;
            }
        }
    }
    if followed.is_empty() {
        return;
    }
    deeds.retain(|deed| !matches!(deed.act, Act::Attend | Act::JoinCampaign));
    let act = if facts.is_on_leave() {
        Act::SpouseAttend
    } else {
        Act::SpouseCampaign
    };
    add(deeds, act, followed);
}

/// Hate speech in the sense of the BKN letter of 2018, and the duties it breaks, as far as words can show it.
fn hate(facts: &Facts<'_>, deeds: &mut Vec<Deed>) {
    let spoken = [
        Class::HateState,
        Class::HateGroup,
        Class::HateEvent,
        Class::ActSecret,
    ];
    // Who warns of such words, reports them or names a rule against them repeats them.
    let warns = || {
        facts.hits.iter().any(|hit| {
            matches!(
                hit.cue(),
                Some(Cue::Debunk | Cue::Prohibition | Cue::Speech | Cue::Hearsay)
            ) || hit.class() == Some(Class::Neutrality)
        })
    };
    if !spoken.iter().any(|class| facts.has(*class)) || facts.tells_of_others() || warns() {
        return;
    }
    let told = |class: Class| facts.places(|hit| hit.class() == Some(class) && facts.is_told(hit));
    let (state, group) = (told(Class::HateState), told(Class::HateGroup));
    let events = [
        (Act::HateAttend, Class::PartCome),
        (Act::HateOrganise, Class::PartHold),
    ];
    if facts.from_on {
        let mut content = state;
        content.extend(group);
        content.sort_unstable();
        let act = match facts.interaction {
            Interaction::Share => Act::HateSpread,
            Interaction::Like | Interaction::Comment => Act::HateReact,
            Interaction::Post | Interaction::Follow => return,
        };
        add(deeds, act, content);
        return;
    }
    for (act, verb) in events {
        add(
            deeds,
            act,
            facts.proofs(&[], &[(verb, Class::HateEvent)], Doer::Likely),
        );
    }
    let mut all = state.clone();
    all.extend(&group);
    all.sort_unstable();
    add(deeds, Act::HateState, state.clone());
    add(deeds, Act::HateGroup, group);
    add(deeds, Act::Loyalty, state);
    add(deeds, Act::Unity, all.clone());
    add(deeds, Act::Integrity, all);
    add(
        deeds,
        Act::Secrecy,
        facts.proofs(&[Class::ActSecret], &[], Doer::Likely),
    );
}
