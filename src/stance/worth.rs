//! What a hit is worth in its context.
//!
//! All numbers come from `stance/weights.tsv`; here stands which of them apply.

use super::around::{
    answers_rumour, ends_clause, has_other_doer, is_before_name, is_behind_name, is_call,
    is_chronicled, is_lamented, is_of_kin, is_of_the_rest, is_only_choice, is_others, is_prayer,
    is_remedied, is_sighed, is_swearing, is_to_reader,
};
use super::reading::Reading;
use super::score::Whole;
use super::side::Sides;
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class, Cue};
use crate::source::layout::form;
use crate::source::weight::Factor;

/// Classes that anybody may use in telling about others.
fn is_soft(class: Class) -> bool {
    !matches!(
        class,
        Class::SelfCampaign | Class::CallAgainst | Class::Insult
    )
}

/// Classes of deeds, whose verb form tells who does them.
pub(super) fn is_deed(class: Class) -> bool {
    matches!(class, Class::Vote | Class::Support | Class::Reject)
}

/// What a hit is worth in its context, in points.
pub(super) fn worth(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    hit: &Hit,
    class: Class,
    base: i32,
) -> i32 {
    /// What makes a vote of others a wrong one.
    const WRONG: Classes = Classes::of(&[Class::Insult, Class::Lament, Class::Fault]);
    let flags = reading.context.of(hit);
    let has = |wanted: u16| flags & wanted != 0;
    let weigh = |factor| reading.weight(factor);
    let lexeme = reading.lexemes.get(hit.first as usize).copied();
    let is = |marks: u32| lexeme.is_some_and(|lexeme| lexeme.is(marks));
    // A hashtag with a name is the author's own banner, whatever the sentence around it reports.
    if let Some(lexeme) = lexeme
        .filter(|lexeme| lexeme.is(mark::TAG) && whole.tags.binary_search(&lexeme.token).is_ok())
    {
        return banner(reading, hit, lexeme.token, class, base);
    }
    if has(flag::PROHIBITED | flag::DENIED) {
        return 0;
    }
    if matches!(class, Class::Cry | Class::Shun) && !is_before_name(sides, hit) {
        return 0;
    }
    if class == Class::Cry && is_own_sentence(reading, sides, hit) {
        return 0;
    }
    if matches!(class, Class::Fault | Class::Insult | Class::Mock)
        && answers_rumour(reading, sides, hit)
    {
        return 0;
    }
    if is_either_way(reading, hit, class)
        || is_of_the_losers(reading, sides, hit, class)
        || is_feared_defeat(reading, hit, class)
    {
        return 0;
    }
    let clause = reading.places.clause(hit.clause);
    if class == Class::Remind && !is_call(reading, sides, hit)
        || class == Class::Gather && !whole.gathers
    {
        return 0;
    }
    // "Anything but NN then": short words at the end only carry what stands before them.
    if class == Class::Echo
        && (!is_behind_name(reading, sides, hit)
            || reading
                .in_clause(hit.clause)
                .iter()
                .any(|other| reading.is_against(other)))
    {
        return 0;
    }
    if class == Class::Again && !is_sighed(reading, sides, hit)
        || matches!(class, Class::Insult | Class::Fault) && is_swearing(reading, hit)
    {
        return 0;
    }
    let beside = |wanted: Class| clause.has(wanted);
    if class == Class::Wish && is_prayer(reading, hit) {
        return 0;
    }
    let first_person = beside(Class::FirstPerson) || is(mark::MINE);
    let mut points = base;
    // "No NN, no vote": the vote is refused to all others.
    let only_choice =
        has(flag::NEGATED) && class == Class::Vote && is_only_choice(reading, sides, hit);
    if has(flag::NEGATED) && !only_choice {
        points = if base > 0 {
            -base * weigh(Factor::Negated) / 100
        } else if matches!(class, Class::Fault | Class::Insult) && has(flag::QUESTION) {
            // "Was it not NN who stole?" accuses.
            base
        } else if matches!(class, Class::Fault | Class::Insult) {
            -base * weigh(Factor::Defended) / 100
        } else {
            0
        };
    }
    // "NN fights corruption": the fault is that of those who are fought.
    if matches!(class, Class::Fault | Class::Insult) && base < 0 && is_remedied(reading, hit) {
        points = -base * weigh(Factor::Defended) / 100;
    }
    // "NN it is, the others are all corrupt".
    let rest =
        matches!(class, Class::Fault | Class::Insult | Class::Mock) && is_of_the_rest(reading, hit);
    if rest && points < 0 {
        points = -points * weigh(Factor::Defended) / 100;
    }
    // "If NN loses, roads stay broken": the fault is that of a world without NN.
    if has(flag::CONDITION)
        && matches!(class, Class::Fault | Class::Insult)
        && points < 0
        && reading.places.sentence(hit.sentence).has(Class::Defeat)
        && reading
            .in_sentence(hit.sentence)
            .iter()
            .any(|other| other.class() == Some(Class::Defeat) && other.end <= hit.first)
    {
        points = -points;
    }
    // "How can they vote for NN": the author wonders at others, not at themself.
    // "Fools, those who vote for NN": so are those talked down.
    // So are those whose reason is a wrong: "they vote for NN because of the money".
    let active = lexeme.is_some_and(|lexeme| lexeme.form & form::ACTIVE != 0);
    let scolded = class == Class::Vote
        && (clause.any(WRONG) && is_others(reading, hit)
            || active && beside(Class::Insult) && !beside(Class::Mobilise));
    let dismayed = (has(flag::DISMAYED) || scolded)
        && match class {
            Class::Vote | Class::Support | Class::Echo => !first_person,
            // A victory is nobody's own deed.
            Class::Victory => true,
            _ => false,
        };
    if dismayed {
        points = -points * weigh(Factor::Dismayed) / 100;
    }
    // "If NN loses, nothing will be built here": who supposes a defeat warns of it. So does who forbids it.
    // Of those jeered at nothing is feared.
    let jeered = || {
        sides
            .in_sentence(hit.sentence)
            .iter()
            .any(|mention| mention.attitude == Attitude::Hostile)
    };
    if has(flag::CONDITION | flag::FORBIDDEN) && class == Class::Defeat && points < 0 && !jeered() {
        points = -points;
    }
    // "If NN wins, this country falls apart": who supposes a victory and what is feared of it warns of that.
    let feared = has(flag::CONDITION)
        && class == Class::Victory
        && points > 0
        && reading.places.sentence(hit.sentence).has(Class::Fault)
        && reading.in_sentence(hit.sentence).iter().any(|other| {
            other.class() == Some(Class::Fault)
                && other.first >= hit.end
                && other.end - other.first > 1
        });
    if feared {
        points = -points;
    }
    if has(flag::FORBIDDEN) {
        points = if base > 0
            && matches!(
                class,
                Class::Vote | Class::Support | Class::Rally | Class::Campaign | Class::Victory
            ) {
            -base
        } else {
            points * weigh(Factor::Forbidden) / 100
        };
    }
    if has(flag::IRONIC) && base > 0 {
        points = -points.abs();
    }
    // "We won, I am in tears": one's own victory moves.
    let ours = || class == Class::Victory && reading.is_at(hit.first, Class::Ours);
    if matches!(class, Class::Victory | Class::Defeat) && is_lamented(reading, hit) && !ours() {
        points = -points * weigh(Factor::Lamented) / 100;
    }
    let asked = if dismayed || feared { points } else { base };
    let mut share = told_share(reading, flags, class, asked, beside(Class::FirstPerson));
    // "May the people vote for NN": a wish is a call.
    let wished = class == Class::Vote
        && beside(Class::Wish)
        && reading
            .in_clause(hit.clause)
            .iter()
            .any(|other| other.class() == Some(Class::Wish) && other.end <= hit.first);
    if matches!(class, Class::Victory | Class::Defeat) && is_chronicled(reading, hit, class) {
        share = share * weigh(Factor::Past) / 100;
    }
    let urged = beside(Class::Mobilise) || only_choice || wished;
    if is_deed(class) {
        let form = lexeme.map_or(0, |lexeme| lexeme.form);
        if form & form::PASSIVE != 0 {
            share = share * weigh(Factor::Passive) / 100;
        } else if (form & form::ACTIVE != 0 && !is_own_refusal(reading, hit)
            || is_others(reading, hit))
            && !first_person
            && !urged
            && !dismayed
        {
            share = share * weigh(Factor::Active) / 100;
        }
    }
    if is_deed(class) && !first_person && !urged && !dismayed && is_others(reading, hit) {
        share = share * weigh(Factor::OthersVote) / 100;
    }
    if is(mark::DOUBLED) && class == Class::Vote {
        // pilih2: being choosy.
        return 0;
    }
    // "Come along to the convoy of the volunteers": who invites to an event of theirs is one of them.
    let joins = || {
        whole.topic.events > 0
            && (reading.voice.distance < 0 && reading.before(hit.first).has(Class::PartWith)
                || reading.places.sentence(hit.sentence).has(Class::Mobilise))
    };
    if class == Class::Identity && !first_person && !joins() {
        share = share * weigh(Factor::OthersIdentity) / 100;
    }
    // "My uncle salutes whenever NN is on".
    if matches!(class, Class::Praise | Class::Courtesy) && is_of_kin(reading, hit) {
        share = share * weigh(Factor::OthersIdentity) / 100;
    }
    if first_person
        && matches!(
            class,
            Class::Vote | Class::Support | Class::Identity | Class::Victory
        )
    {
        share = share * weigh(Factor::ByAuthor) / 100;
    }
    if urged
        && matches!(
            class,
            Class::Vote | Class::Support | Class::Rally | Class::Reject
        )
    {
        share = share * weigh(Factor::Urged) / 100;
    }
    if has(flag::INTENSE) {
        share = share * weigh(Factor::Intense) / 100;
    }
    // "The party supports X", "volunteers are sure that X wins": the doer is named and is not the author.
    let done = matches!(
        class,
        Class::Vote
            | Class::Support
            | Class::Victory
            | Class::Wish
            | Class::Campaign
            | Class::Reject
            | Class::Rally
            | Class::Remind
            | Class::Gather
    );
    if done && !first_person && !urged && has_other_doer(reading, sides, hit, dismayed) {
        let doer = if reading.voice.distance <= -2 {
            Factor::OtherDoerPersonal
        } else {
            Factor::OtherDoer
        };
        share = share * weigh(doer) / 100;
    }
    if reading.voice.remark || reading.voice.distance <= -2 {
        share = share * weigh(Factor::Remark) / 100;
    }
    let called = is_deed(class) && (urged || first_person);
    if is_soft(class) {
        let voice = match reading.voice.distance {
            3.. if called => Some(Factor::InReportCalled),
            3.. => Some(Factor::InReport),
            1..=2 if class == Class::Fault => Some(Factor::InEditedFault),
            1..=2 if called => Some(Factor::InEditedCalled),
            1..=2 => Some(Factor::InEdited),
            _ => None,
        };
        share = share * voice.map_or(100, weigh) / 100;
    } else if reading.voice.distance >= 4 {
        share = share * weigh(Factor::InReportHard) / 100;
    }
    // Complaints about what a government does are not a stance against a candidate.
    if whole.topic.policy > 0
        && whole.topic.election == 0
        && matches!(
            class,
            Class::Fault | Class::Insult | Class::Mock | Class::Praise
        )
    {
        share = share * weigh(Factor::OfPolicy) / 100;
    }
    // Names also stand in talk of school, food and family.
    if whole.topic.everyday >= 1
        && whole.topic.election == 0
        && matches!(
            class,
            Class::Praise
                | Class::Courtesy
                | Class::Wish
                | Class::Promise
                | Class::Mock
                | Class::Fault
                | Class::Echo
        )
    {
        share = share * weigh(Factor::OfEveryday) / 100;
    }
    if matches!(class, Class::Insult | Class::Mock) && is_to_reader(reading, hit) {
        share = share * weigh(Factor::ToReader) / 100;
    }
    // "Whoever becomes president, anybody but NN": the name right behind a refusal is left out of the neutrality.
    let excepted = || {
        matches!(class, Class::Shun | Class::Reject)
            && hit.end - hit.first > 1
            && is_before_name(sides, hit)
    };
    if class != Class::Remind && whole.is_neutral_at(hit) && !excepted() {
        share = share * weigh(Factor::NearNeutrality) / 100;
    }
    points * share / 100
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

/// Points of a word inside a hashtag that names somebody.
fn banner(reading: &Reading<'_>, hit: &Hit, token: u32, class: Class, base: i32) -> i32 {
    let in_tag = |other: &&Hit| {
        reading
            .lexemes
            .get(other.first as usize)
            .is_some_and(|lexeme| lexeme.token == token)
    };
    let negated = reading
        .in_sentence(hit.sentence)
        .iter()
        .filter(in_tag)
        .any(|other| {
            matches!(other.cue(), Some(Cue::Negation | Cue::Prohibitive)) && other.end <= hit.first
        });
    let base = if class == Class::Identity {
        base * reading.weight(Factor::BannerIdentity) / 100
    } else {
        base
    };
    if negated && base > 0 {
        -base
    } else {
        base * reading.weight(Factor::Banner) / 100
    }
}

/// What is left of points in the mouth of others, in questions, conditions and memories; percent.
fn told_share(
    reading: &Reading<'_>,
    flags: u16,
    class: Class,
    base: i32,
    first_person: bool,
) -> i32 {
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
    if has(flag::BALANCED) && !(first_person && class == Class::Vote) {
        share = share * weigh(Factor::Balanced) / 100;
    }
    share
}

/// Whether the author, who speaks of themself, goes on behind the name: "me, I know NN from the news" names no choice.
fn is_own_sentence(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    reading.is_at(hit.first, Class::FirstPerson)
        && sides
            .mentions
            .iter()
            .find(|mention| (hit.end..=hit.end + 1).contains(&mention.first))
            .is_some_and(|mention| !ends_clause(reading, mention.end, mention.clause))
}

/// Whether a victory and a defeat are both supposed: "if NN wins, congratulations, if not, so be it".
fn is_either_way(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    let other = match class {
        Class::Victory => Class::Defeat,
        Class::Defeat => Class::Victory,
        _ => return false,
    };
    let supposed = |hit: &Hit| reading.context.of(hit) & flag::CONDITION != 0;
    supposed(hit)
        && reading
            .in_sentence(hit.sentence)
            .iter()
            .any(|hit| hit.class() == Some(other) && supposed(hit))
}

/// Whether a defeat is that of "those who lost", whom no name behind it tells.
fn is_of_the_losers(reading: &Reading<'_>, sides: &Sides, hit: &Hit, class: Class) -> bool {
    class == Class::Defeat
        && reading.before(hit.first).has(Class::Others)
        && !sides.mentions.iter().any(|mention| {
            mention.end + 1 == hit.first || (hit.end..=hit.end + 1).contains(&mention.first)
        })
}

/// Whether what is refused is somebody's defeat: "let it not be that NN loses".
fn is_feared_defeat(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    /// Words between a refusal and the defeat, a name among them.
    const REACH: u32 = 4;
    matches!(class, Class::Shun | Class::Reject | Class::CallAgainst)
        && reading.places.clause(hit.clause).has(Class::Defeat)
        && reading.in_clause(hit.clause).iter().any(|other| {
            other.class() == Some(Class::Defeat)
                && (hit.end..=hit.end + REACH).contains(&other.first)
        })
}
