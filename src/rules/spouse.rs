//! What is different where the author is husband or wife of a candidate.

use super::deed::{ATTEND, Deeds, JOIN, add, words};
use super::evidence::{Doer, Facts};
use super::wording::Wording;
use crate::source::class::Class;
use crate::source::law::Act;
use crate::stance::Stance;

/// Beside one's spouse in a campaign.
static BESIDE: Wording = Wording::new(&[Class::ActSpouse], &[]);

/// The rules for husbands and wives of candidates go before those for anybody.
pub(super) fn spouse(facts: &Facts<'_>, deeds: &mut Deeds) {
    if !facts.spouse && !facts.has(Class::ActSpouse) {
        return;
    }
    if facts.spouse && facts.outcome.stance == Stance::Support {
        add(deeds, Act::SpouseSocial, words(facts));
    }
    if facts.from_on {
        return;
    }
    let mut followed = facts.proofs(&BESIDE, Doer::Likely);
    if facts.spouse {
        for pattern in [&ATTEND, &JOIN] {
            followed.extend(facts.proofs(&pattern.wording, Doer::Likely));
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
