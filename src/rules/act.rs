//! Acts: what the words, the stance and the interaction together amount to.

use super::company::{addressed_staff, candidacy, membership, photo, said_of_oneself, shirt};
use super::deed::{ATTEND, Deed, Deeds, JOIN, Pattern, add, words};
use super::evidence::{Doer, Facts};
use super::hate::hate;
use super::permitted::permitted;
use super::spouse::spouse;
use crate::post::Interaction;
use crate::source::class::Class;
use crate::source::law::{Act, Phase};
use crate::stance::Stance;

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
pub(crate) fn deeds(facts: &Facts<'_>) -> Deeds {
    let mut deeds = Deeds::new();
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

/// Whether the acts of a post depend on the phase: those of attacks and of support for a party alone do.
pub(crate) fn depends_on_phase(facts: &Facts<'_>) -> bool {
    match facts.outcome.stance {
        Stance::None => false,
        Stance::Oppose => true,
        _ => facts.is_party_only(),
    }
}

fn find(facts: &Facts<'_>, pattern: &Pattern, doer: Doer, deeds: &mut Deeds) {
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

/// Acts that need no side: membership, team, candidacy, letters; banners and orders where somebody is named at least.
fn standing(facts: &Facts<'_>, doer: Doer, deeds: &mut Deeds) {
    // "Gabung partai" and "nyalon bupati" need no election to be spoken of; letters, teams and forms there are many.
    let joined = || {
        facts.has(Class::Office) && (facts.has(Class::ActParty) || facts.has(Class::ActCandidacy))
    };
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

/// A campaign group or account of a side followed or liked: joining is the act, whatever its name says.
fn campaign_group(facts: &Facts<'_>, deeds: &mut Deeds) {
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
