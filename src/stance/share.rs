//! What is left of the points of a hit by who says it of whom, in what post.

use super::around::{has_other_doer, is_contrasted, is_of_kin, is_others, is_to_reader};
use super::history::{is_chronicled, is_in_office, is_result};
use super::reading::{Reading, is_deed};
use super::side::Sides;
use super::whole::Whole;
use crate::context::flag;
use crate::lexicon::Lexeme;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;
use crate::source::layout::form;
use crate::source::weight::Factor;

/// Who does what a hit tells, and how its points came about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doing {
    /// The points that count for whether a question praises or blames.
    pub(super) asked: i32,
    /// The author speaks of themself in the clause.
    pub(super) spoken: bool,
    /// The author speaks of themself or of what is theirs.
    pub(super) first_person: bool,
    /// Others are urged to it.
    pub(super) urged: bool,
    /// The author wonders at who does it.
    pub(super) dismayed: bool,
    /// It is said to be bad not to do it.
    pub(super) regretted: bool,
}

/// Classes that anybody may use in telling about others.
fn is_soft(class: Class) -> bool {
    !matches!(
        class,
        Class::SelfCampaign | Class::CallAgainst | Class::Insult
    )
}

/// Percent that is left of the points of a hit.
///
/// Parts of parts are rounded down, so that their order is not free.
pub(super) fn share(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    hit: &Hit,
    class: Class,
    lexeme: &Lexeme,
    doing: Doing,
) -> i32 {
    const OF_AUTHOR: Classes =
        Classes::of(&[Class::Vote, Class::Support, Class::Identity, Class::Victory]);
    const CALLED: Classes =
        Classes::of(&[Class::Vote, Class::Support, Class::Rally, Class::Reject]);
    /// What somebody does.
    const DONE: Classes = Classes::of(&[
        Class::Vote,
        Class::Support,
        Class::Victory,
        Class::Wish,
        Class::Campaign,
        Class::Reject,
        Class::Rally,
        Class::Remind,
        Class::Gather,
    ]);
    let Doing {
        asked,
        spoken,
        first_person,
        urged,
        dismayed,
        regretted,
    } = doing;
    // "Whoever becomes president, anybody but NN": the name right behind a refusal is left out of the neutrality.
    let excepted = || {
        matches!(class, Class::Shun | Class::Reject)
            && hit.end - hit.first > 1
            && sides.in_sentence(hit.sentence).iter().any(|mention| {
                mention.first == hit.end
                    || mention.first == hit.end + 1 && reading.is_at(hit.end, Class::Address)
            })
    };
    let mut flags = reading.context.of(hit);
    // What is supposed not to be done is meant to be done.
    if regretted {
        flags &= !flag::CONDITION;
    }
    if flags & flag::BALANCED != 0 && excepted() {
        flags &= !flag::BALANCED;
    }
    // "I am a volunteer of NN, see?": who says what they are does not ask it.
    if class == Class::Identity && reading.knowledge.means(lexeme.lemma, Class::FirstPerson) {
        flags &= !flag::QUESTION;
    }
    let part = |share: i32, factor| share * reading.weight(factor) / 100;
    let mut share = told_share(reading, flags, class, asked, spoken);
    match class {
        Class::Victory | Class::Defeat
            if is_chronicled(reading, hit, class)
                || is_result(reading, sides, hit)
                || class == Class::Victory && is_in_office(reading, sides, hit) =>
        {
            share = part(share, Factor::Past);
        }
        Class::Vote | Class::Support | Class::Reject => {
            let of_others = !first_person && !urged && !dismayed;
            // "NN stood in 2004 and beat MM".
            let beaten = class == Class::Reject
                && lexeme.form & form::ACTIVE != 0
                && is_chronicled(reading, hit, class);
            if beaten {
                share = part(share, Factor::Past);
            }
            if lexeme.form & form::PASSIVE != 0 {
                share = part(share, Factor::Passive);
            } else if of_others
                && (lexeme.form & form::ACTIVE != 0 && !is_own_refusal(reading, hit)
                    || is_others(reading, hit))
            {
                share = part(share, Factor::Active);
            }
            if of_others && is_others(reading, hit) {
                share = part(share, Factor::OthersVote);
            }
        }
        Class::Identity
            if is_agent(reading, hit) || !first_person && !joins(reading, whole, hit) =>
        {
            share = part(share, Factor::OthersIdentity);
        }
        // "My uncle salutes whenever NN is on".
        Class::Praise | Class::Courtesy if is_of_kin(reading, hit) => {
            share = part(share, Factor::OthersIdentity);
        }
        _ => {}
    }
    if first_person && OF_AUTHOR.has(class) {
        share = part(share, Factor::ByAuthor);
    }
    if urged && CALLED.has(class) {
        share = part(share, Factor::Urged);
    }
    if flags & flag::INTENSE != 0 {
        share = part(share, Factor::Intense);
    }
    if !first_person && !urged && is_deed(class) && is_contrasted(reading, sides, hit) {
        return 0;
    }
    // "The party supports X", "volunteers are sure that X wins": the doer is named and is not the author.
    if !first_person && !urged && DONE.has(class) && has_other_doer(reading, sides, hit, dismayed) {
        let doer = if reading.voice.distance <= -2 {
            Factor::OtherDoerPersonal
        } else {
            Factor::OtherDoer
        };
        share = part(share, doer);
    }
    share = part_of_voice(
        reading,
        share,
        class,
        is_deed(class) && (urged || first_person),
    );
    if whole.topic.election == 0 {
        share = part_of_talk(reading, whole, share, class);
    }
    if matches!(class, Class::Insult | Class::Mock) && is_to_reader(reading, hit) {
        share = part(share, Factor::ToReader);
    }
    // "Let the election be peaceful. NN for president".
    let sided = || whole.wishes_peace && SIDED.has(class);
    if class != Class::Remind && whole.is_neutral_at(hit) && !excepted() && !sided() {
        share = part(share, Factor::NearNeutrality);
    }
    share
}

/// What takes a side whoever wishes for peace besides.
const SIDED: Classes = Classes::of(&[
    Class::Vote,
    Class::Support,
    Class::Victory,
    Class::Rally,
    Class::Cry,
    Class::Echo,
]);

/// Whether a camp does what a passive verb right before it tells: "my photo was used by the team of NN".
fn is_agent(reading: &Reading<'_>, camp: &Hit) -> bool {
    let before = camp.first.wrapping_sub(1);
    let verb = reading.lexemes.get(before as usize);
    verb.is_some_and(|verb| verb.clause == camp.clause && verb.form & form::PASSIVE != 0)
}

/// Whether who invites to an event of a camp is one of them: "come along to the convoy of the volunteers".
fn joins(reading: &Reading<'_>, whole: &Whole, hit: &Hit) -> bool {
    whole.topic.events > 0
        && (reading.voice.distance < 0 && reading.before(hit.first).has(Class::PartWith)
            || reading.places.sentence(hit.sentence).has(Class::Mobilise))
}

/// What the voice of the post leaves of a share; a deed the author calls for or does is more than one that is told.
fn part_of_voice(reading: &Reading<'_>, share: i32, class: Class, called: bool) -> i32 {
    let part = |share: i32, factor| share * reading.weight(factor) / 100;
    let mut share = share;
    let distance = reading.voice.distance;
    if reading.voice.remark || distance <= -2 {
        share = part(share, Factor::Remark);
    }
    if is_soft(class) {
        match distance {
            3.. if called => part(share, Factor::InReportCalled),
            3.. => part(share, Factor::InReport),
            1..=2 if class == Class::Fault => part(share, Factor::InEditedFault),
            1..=2 if called => part(share, Factor::InEditedCalled),
            1..=2 => part(share, Factor::InEdited),
            _ => share,
        }
    } else if distance >= 4 {
        part(share, Factor::InReportHard)
    } else {
        share
    }
}

/// What is left of a share where no election is spoken of.
fn part_of_talk(reading: &Reading<'_>, whole: &Whole, share: i32, class: Class) -> i32 {
    const OF_POLICY: Classes =
        Classes::of(&[Class::Fault, Class::Insult, Class::Mock, Class::Praise]);
    const OF_EVERYDAY: Classes = Classes::of(&[
        Class::Praise,
        Class::Courtesy,
        Class::Wish,
        Class::Promise,
        Class::Mock,
        Class::Fault,
        Class::Echo,
    ]);
    let part = |share: i32, factor| share * reading.weight(factor) / 100;
    let mut share = share;
    // Complaints about what a government does are not a stance against a candidate.
    if whole.topic.policy > 0 && OF_POLICY.has(class) {
        share = part(share, Factor::OfPolicy);
    }
    // Names also stand in talk of school, food and family.
    if whole.topic.everyday >= 1 && OF_EVERYDAY.has(class) {
        share = part(share, Factor::OfEveryday);
    }
    share
}

/// What is left of points in the mouth of others, in questions, conditions and memories; percent.
fn told_share(
    reading: &Reading<'_>,
    flags: u16,
    class: Class,
    base: i32,
    first_person: bool,
) -> i32 {
    const ANY: u16 = flag::QUOTED
        | flag::REPORTED
        | flag::DEBUNKED
        | flag::HEARSAY
        | flag::SURVEY
        | flag::QUESTION
        | flag::CONDITION
        | flag::PAST
        | flag::BALANCED;
    // Most words are the author's own, and meant.
    if flags & ANY == 0 {
        return 100;
    }
    let has = |wanted: u16| flags & wanted != 0;
    let weigh = |factor| reading.weight(factor);
    let mut share = 100;
    if has(flag::QUOTED | flag::REPORTED | flag::DEBUNKED) {
        share = weigh(Factor::Told);
    }
    if has(flag::HEARSAY) {
        share = share.min(weigh(Factor::Hearsay));
    }
    // "Quick count says we win" is no count but a cheer.
    if has(flag::SURVEY)
        && !first_person
        && matches!(class, Class::Victory | Class::Vote | Class::Support)
    {
        share = share.min(weigh(Factor::Surveyed));
    }
    if has(flag::QUESTION) {
        share = share
            * weigh(if base > 0 || class == Class::CallAgainst {
                Factor::AskedSupport
            } else {
                Factor::AskedBlame
            })
            / 100;
    }
    if has(flag::CONDITION) {
        let supposed = if base < 0 {
            Factor::SupposedBlame
        } else {
            Factor::Supposed
        };
        share = share * weigh(supposed) / 100;
    }
    // What somebody did wrong stays done.
    if has(flag::PAST) && !(base < 0 && matches!(class, Class::Fault | Class::Insult)) {
        share = share * weigh(Factor::Past) / 100;
    }
    // "Of the three I choose NN" is a choice.
    if has(flag::BALANCED) && !(first_person && matches!(class, Class::Vote | Class::Cry)) {
        share = share * weigh(Factor::Balanced) / 100;
    }
    share
}

/// Words before a refused vote that are looked at.
const REFUSAL: u32 = 5;

/// Whether a remark opens by refusing a vote, "not voting for NN": who names nobody else as the one who refuses refuses.
fn is_own_refusal(reading: &Reading<'_>, hit: &Hit) -> bool {
    const PLAIN: Classes = Classes::of(&[
        Class::When,
        Class::Casual,
        Class::Assent,
        Class::Cry,
        Class::Echo,
    ]);
    let begins = |index: u32| {
        index.checked_sub(1).is_none_or(|before| {
            let clause = |index: u32| {
                reading
                    .lexemes
                    .get(index as usize)
                    .map(|lexeme| lexeme.clause)
            };
            clause(before) != clause(index)
        })
    };
    let plain = |index: u32| {
        let here = reading.places.lexeme(index);
        here.is_cued() || here.any(PLAIN)
    };
    (reading.voice.remark || reading.voice.distance < 0)
        && reading.context.of(hit) & flag::NEGATED != 0
        && (0..=REFUSAL)
            .map_while(|back| hit.first.checked_sub(back))
            .take_while(|index| *index == hit.first || plain(*index))
            .any(begins)
}
