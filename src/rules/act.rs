//! Acts: what the words, the stance and the interaction together amount to.

use super::company::{STAFF, addressed_staff, candidacy, group, membership, photo, shirt, team};
use super::deed::{ATTEND, Deed, Deeds, JOIN, Pattern, add, words};
use super::evidence::{Doer, Facts};
use super::hate::hate;
use super::permitted::permitted;
use super::spouse::spouse;
use super::wording::Wording;
use crate::matching::Classes;
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
        wording: Wording::new(
            &[Class::ActAttribute],
            &[(Class::PartWear, Class::PartGarment)],
        ),
    },
    Pattern {
        act: Act::Facility,
        wording: Wording::new(&[Class::ActFacility], &[(Class::PartUse, Class::PartAsset)]),
    },
    Pattern {
        act: Act::Organise,
        wording: Wording::new(
            &[Class::ActOrganise],
            &[
                (Class::PartHold, Class::PartMeeting),
                (Class::PartGive, Class::PartGift),
                (Class::PartLead, Class::PartPublic),
            ],
        ),
    },
    Pattern {
        act: Act::Decide,
        wording: Wording::new(
            &[Class::ActDecide],
            &[(Class::PartDecide, Class::PartMeasure)],
        ),
    },
    DISPLAY,
    MOBILISE,
];

const DISPLAY: Pattern = Pattern {
    act: Act::Display,
    wording: Wording::new(
        &[Class::ActDisplay],
        &[
            (Class::PartPut, Class::PartMaterial),
            (Class::PartPut, Class::PartGarment),
            (Class::PartGive, Class::PartMaterial),
            (Class::PartUse, Class::PartMaterial),
        ],
    ),
};

/// Of what is carried or used much is told that others do.
static PUT_UP: Wording = Wording::new(
    &[Class::ActDisplay],
    &[
        (Class::PartPut, Class::PartMaterial),
        (Class::PartPut, Class::PartGarment),
    ],
);

const MOBILISE: Pattern = Pattern {
    act: Act::Mobilise,
    wording: Wording::new(
        &[Class::ActMobilise],
        &[
            (Class::PartLead, Class::PartStaff),
            (Class::PartLead, Class::Civil),
        ],
    ),
};

static LETTER: Pattern = Pattern {
    act: Act::SupportLetter,
    wording: Wording::new(
        &[Class::ActLetter],
        &[(Class::PartCollect, Class::PartPaper)],
    ),
};

static FOLLOW: Pattern = Pattern {
    act: Act::Interact,
    wording: Wording::new(&[Class::ActGroup], &[(Class::PartFollow, Class::PartGroup)]),
};

/// Duties that support for a party alone may touch, though no rule on candidates does.
const DUTIES_OF_PARTISANS: [Act; 3] = [Act::Policy, Act::Obedience, Act::Integrity];

/// The acts of a post, the main one first.
pub(crate) fn deeds(facts: &Facts<'_>) -> Deeds {
    let mut deeds = Deeds::new();
    match facts.outcome.stance {
        Stance::None => {
            told(facts, &mut deeds);
            standing(facts, Doer::Told, &mut deeds);
        }
        stance => {
            taking_sides(facts, &mut deeds);
            if !facts.from_on && stance != Stance::Oppose {
                if facts.has_any(const { Pattern::leads(&SUPPORTING) }) {
                    for pattern in &SUPPORTING {
                        find(facts, pattern, Doer::Likely, &mut deeds);
                    }
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
        permitted(facts, &mut deeds);
    }
    deeds
}

/// Who stands in an election, works for them or belongs to them.
const CAMP: Classes = Classes::of(&[
    Class::PartContestant,
    Class::PartTeam,
    Class::PartNomination,
    Class::PartParty,
    Class::Identity,
]);

/// Acts that the author tells of without a word for or against anybody: "we put 60 flags of NN up".
fn told(facts: &Facts<'_>, deeds: &mut Deeds) {
    if facts.from_on
        || facts.voice.distance >= 0
        // Who names several tells a story.
        || facts.outcome.sides.len() > 1
        || facts.has(Class::Neutrality)
        || !facts.has_any(const { Pattern::leads(&SUPPORTING).with(Classes::one(Class::PartFollow)) })
    {
        return;
    }
    let mut tell = |act: Act, wording: &Wording, doer: Doer| {
        let mut proofs = facts.proofs(wording, doer);
        proofs.retain(|(first, _)| facts.is_of_camp(*first, CAMP));
        add(deeds, act, proofs);
    };
    for Pattern { act, wording } in &SUPPORTING {
        match act {
            // Of gifts and meetings much is told that others do, permits are given to all; orders are about staff.
            Act::Organise | Act::Decide | Act::Display => {}
            Act::Mobilise if !facts.has_any(STAFF) => {}
            // People drop the "I" where they tell of where they were and what they put up.
            Act::Attend | Act::JoinCampaign => tell(*act, wording, Doer::Told),
            _ => tell(*act, wording, Doer::Stated),
        }
    }
    tell(Act::Display, &PUT_UP, Doer::Told);
    add(deeds, Act::Interact, group(facts));
}

/// What the side taken amounts to by itself.
fn taking_sides(facts: &Facts<'_>, deeds: &mut Deeds) {
    let proofs = words(facts);
    if facts.outcome.stance != Stance::Oppose && facts.party_only {
        let of = |act| Deed {
            act,
            proofs: proofs.clone(),
        };
        // The row of the decree that names parties; before candidates are fixed its reach is in doubt.
        if facts.phase != Phase::PreCandidacy {
            deeds.push(of(Act::Decide));
        }
        deeds.extend(DUTIES_OF_PARTISANS.map(of));
    }
    let act = main_act(facts);
    deeds.insert(0, Deed { act, proofs });
}

/// Whether the acts of a post depend on the phase: those of attacks and of support for a party alone do.
pub(crate) fn depends_on_phase(facts: &Facts<'_>) -> bool {
    match facts.outcome.stance {
        Stance::None => false,
        Stance::Oppose => true,
        _ => facts.party_only,
    }
}

fn find(facts: &Facts<'_>, pattern: &Pattern, doer: Doer, deeds: &mut Deeds) {
    if !facts.may_tell(&pattern.wording) {
        return;
    }
    // Orders are about staff only where staff is spoken of.
    if pattern.act == Act::Mobilise && !facts.has_any(STAFF) {
        return;
    }
    add(deeds, pattern.act, facts.proofs(&pattern.wording, doer));
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
    if facts.from_on || !facts.outcome.political && doer == Doer::Told && !joined() {
        return;
    }
    find(facts, &LETTER, doer, deeds);
    add(deeds, Act::TeamMember, team(facts, doer));
    find(facts, &FOLLOW, doer, deeds);
    add(deeds, Act::PartyMember, membership(facts, doer));
    add(deeds, Act::OwnCandidacy, candidacy(facts));
    if doer == Doer::Told && !facts.outcome.sides.is_empty() {
        for pattern in [&DISPLAY, &MOBILISE] {
            find(facts, pattern, Doer::Stated, deeds);
        }
    }
}

/// A campaign group or account of a side followed or liked: joining is the act, whatever its name says.
fn campaign_group(facts: &Facts<'_>, deeds: &mut Deeds) {
    let joins = matches!(facts.interaction, Interaction::Follow | Interaction::Like);
    if !facts.from_on || !joins || !deeds.is_empty() || facts.outcome.sides.is_empty() {
        return;
    }
    let groups = facts.words_that(|hit| {
        matches!(hit.class(), Some(Class::PartGroup | Class::PartTeam)) && facts.is_told(hit)
    });
    // A name, not a text that speaks of such a group.
    if facts.lexemes.len() <= 8 {
        add(deeds, Act::Interact, groups);
    }
}
