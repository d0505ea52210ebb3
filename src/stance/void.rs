//! Hits of which what stands around them leaves nothing: votes of friends, victories of advertisements, refusals of work.

use super::around::{
    PHOTOGRAPH, answers_rumour, ends_clause, is_before_name, is_behind_name, is_call, is_prayer,
    is_refused_behind_name, is_sighed, is_swearing,
};
use super::doer::is_done_by_named;
use super::reading::{Reading, is_deed};
use super::side::{Mention, SideKey, Sides};
use super::subject::is_answer;
use super::thing::{is_any_at, is_common_thing};
use super::topic::EVERYDAY;
use super::whole::Whole;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit, within};
use crate::source::class::{Class, Cue, TargetKind};
use crate::source::layout::form;

/// Whether what stands around a hit leaves nothing of it.
pub(super) fn is_void(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    hit: &Hit,
    class: Class,
    lexeme: &Lexeme,
) -> bool {
    if is_done_by_named(reading, sides, hit, class) {
        return true;
    }
    match class {
        Class::Cry => {
            !is_before_name(sides, hit)
                || is_own_sentence(reading, sides, hit)
                || is_move_of_other(reading, sides, hit)
                || is_in_photograph(reading, hit)
        }
        Class::Shun => {
            let refused = || is_refused_behind_name(reading, sides, hit);
            is_feared_defeat(reading, hit)
                || !is_before_name(sides, hit) && !is_answer(reading, sides, hit) && !refused()
                || forbids_more(reading, sides, hit) && !refused()
        }
        Class::Reject => {
            is_feared_defeat(reading, hit)
                || is_versus(reading, sides, hit)
                || is_regret(reading, hit)
        }
        Class::CallAgainst => is_feared_defeat(reading, hit) || is_supposed(reading, hit),
        Class::Fault | Class::Insult => {
            is_swearing(reading, hit)
                || answers_rumour(reading, sides, hit)
                || is_regret(reading, hit)
                || is_own_doing(reading, hit)
        }
        Class::Mock => answers_rumour(reading, sides, hit),
        Class::Victory => {
            is_either_way(reading, hit, Class::Defeat) || is_of_thing_behind(reading, sides, hit)
        }
        Class::Defeat => {
            is_either_way(reading, hit, Class::Victory) || is_of_the_losers(reading, sides, hit)
        }
        Class::Remind => !is_call(reading, sides, hit),
        Class::Gather => !whole.gathers,
        // "Anything but NN then": short words at the end only carry what stands before them. "NN again" may be a sigh, "NN again it
        // is" is none.
        Class::Echo => {
            let carried = |other: &Hit| {
                reading.is_against(other)
                    && (other.class() != Some(Class::Again) || other.end != hit.first)
            };
            !is_behind_name(reading, sides, hit)
                || is_of_followers(reading, sides, hit)
                || reading.in_clause(hit.clause).iter().any(carried)
        }
        Class::Again => !is_sighed(reading, sides, hit),
        Class::Wish => is_prayer(reading, hit) || is_thanks(reading, hit),
        Class::SelfCampaign => is_forbidden(reading, hit) || is_of_kin_of_author(reading, hit),
        // pilih2: being choosy.
        Class::Vote => {
            lexeme.is(mark::DOUBLED)
                || is_of_kin_of_author(reading, hit)
                || is_dared(reading, hit)
                || is_counted(reading, hit)
                || is_coming_along(reading, sides, hit)
        }
        Class::Rally => {
            is_carried_on(reading, hit)
                || is_of_the_lesser(reading, sides, hit)
                || is_served(reading, hit)
                || is_sure_not_to(reading, hit)
        }
        Class::Support => {
            is_move_of_party(reading, sides, hit)
                || is_turned_away(reading, hit)
                || is_in_photograph(reading, hit)
                || is_made_other(reading, sides, hit)
        }
        _ => false,
    }
}

/// Whether a photograph only shows whom one has met: "the photograph of me with NN".
fn is_in_photograph(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.before(hit.first).any(PHOTOGRAPH)
}

/// Whether short assent stands behind whom others follow: "followers of 01, give me a reason; followers of 02 too".
fn is_of_followers(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let followed = |mention: &Mention| {
        mention.end == hit.first
            && reading.before(mention.first).has(Class::Identity)
            && reading.before(mention.first).has(Class::Group)
    };
    sides.sides.len() > 1
        && sides.in_sentence(hit.sentence).iter().any(followed)
        && !reading.places.clause(hit.clause).has(Class::FirstPerson)
}

/// Whether a word of fighting stands between two names or two numbers: "01 against 02".
fn is_versus(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let around = sides.in_sentence(hit.sentence);
    reading.is_at(hit.first, Class::Remedy)
        && around.iter().any(|left| {
            left.end == hit.first
                && around.iter().any(|right| {
                    right.first == hit.end && left.code.is_some() == right.code.is_some()
                })
        })
}

/// What is said to be bad if a vote is not cast: "you will be **sorry**, man, if you don't vote for NN".
pub(super) fn regretted<'r>(reading: &Reading<'r>, vote: &Hit) -> Option<&'r Hit> {
    const SUPPOSED: u16 = flag::NEGATED | flag::CONDITION;
    if !is_deed(vote.class()?) || reading.context.of(vote) & SUPPOSED != SUPPOSED {
        return None;
    }
    let around = reading.in_sentence(vote.sentence);
    let before = |cue: Cue, from: u32| {
        around
            .iter()
            .find(|hit| hit.cue() == Some(cue) && hit.first >= from && hit.end <= vote.first)
    };
    around.iter().find(|bad| {
        matches!(bad.class(), Some(Class::Reject | Class::Fault))
            && before(Cue::Condition, bad.end)
                .is_some_and(|supposed| before(Cue::Negation, supposed.end).is_some())
    })
}

/// Whether a hit is what is said to be bad if a vote is not cast.
fn is_regret(reading: &Reading<'_>, hit: &Hit) -> bool {
    const DEEDS: Classes = Classes::of(&[Class::Vote, Class::Support]);
    let place = reading.places.sentence(hit.sentence);
    place.any(DEEDS)
        && place.cue(Cue::Condition)
        && reading
            .in_sentence(hit.sentence)
            .iter()
            .any(|vote| regretted(reading, vote).is_some_and(|bad| bad.first == hit.first))
}

/// Whether a call is only what an *if* right before it supposes: "if you change the regent, you change everybody".
fn is_supposed(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.before(hit.first).cue(Cue::Condition)
}

/// Whether *jangan* forbids what stands between it and a name: "don't belittle NN" defends NN.
fn forbids_more(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    const PASSED: Classes = Classes::of(&[
        Class::Address,
        Class::Assent,
        Class::Echo,
        Class::Again,
        Class::Vote,
        Class::Support,
    ]);
    let forbids = reading
        .at(hit.first)
        .iter()
        .any(|other| other.cue() == Some(Cue::Prohibitive) && other.end == hit.end);
    let named = || {
        let mut mentions = sides.in_sentence(hit.sentence).iter();
        mentions.any(|mention| mention.first == hit.end)
    };
    forbids && !named() && !reading.is_any_at(hit.end, PASSED)
}

/// Whether the author, who speaks of themself, goes on behind the name: "me, I know NN from the news" names no choice.
fn is_own_sentence(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    reading.is_at(hit.first, Class::FirstPerson)
        && next_named(sides, hit)
            .is_some_and(|mention| !ends_clause(reading, mention.end, mention.clause))
}

/// Whether somebody else does what a cry of several words tells: "party A moves over to NN", "he was with 01, now he is for 03".
fn is_move_of_other(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let clause = reading.places.clause(hit.clause);
    let told = || {
        reading.places.sentence(hit.sentence).has(Class::PartOther)
            && reading.in_sentence(hit.sentence).iter().any(|other| {
                other.class() == Some(Class::PartOther)
                    && other.end <= hit.first
                    && reading.is_at(other.end, Class::Identity)
            })
    };
    let named = || {
        sides.in_sentence(hit.sentence).iter().any(|mention| {
            mention.end <= hit.first
                && mention.clause == hit.clause
                && mention.code.is_none()
                && !mention.handle
                && !mention.tag
        })
    };
    hit.end - hit.first > 1 && !clause.has(Class::FirstPerson) && (told() || named())
}

/// Whether what goes on is some work: "next, photographs of the form".
fn is_carried_on(reading: &Reading<'_>, hit: &Hit) -> bool {
    const WORK: Classes = Classes::of(&[Class::PartPhoto, Class::PartCollect, Class::PartPut]);
    let plain = |lexeme: &Lexeme| lexeme.form & (form::ACTIVE | form::PASSIVE) == 0;
    hit.end - hit.first == 1
        && reading.is_at(hit.first, Class::Renew)
        && reading.lexemes.get(hit.first as usize).is_some_and(plain)
        && (is_common_thing(reading, hit.end, hit.clause)
            || is_any_at(reading, hit.end, hit.clause, WORK))
}

/// Whether hands are folded in thanks: "thank you, madam, it arrived 🙏".
fn is_thanks(reading: &Reading<'_>, hit: &Hit) -> bool {
    let emoji = |lexeme: &Lexeme| lexeme.is(mark::EMOJI);
    reading.lexemes.get(hit.first as usize).is_some_and(emoji)
        && reading.places.sentence(hit.sentence).has(Class::Courtesy)
}

/// Whether a call stands right behind a *do not*: "take the money, don't vote for the man".
fn is_forbidden(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.before(hit.first).cue(Cue::Prohibitive)
}

/// Whether people may vote if they want what nobody wants: "please vote if you want floods".
fn is_dared(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.before(hit.first).has(Class::Mobilise)
        && reading.places.lexeme(hit.end).cue(Cue::Condition)
}

/// Whether votes are counted: "the votes for NN at booth 3 are 120". Whoever calls for them or gives them says so.
fn is_counted(reading: &Reading<'_>, hit: &Hit) -> bool {
    const GIVEN: Classes = Classes::of(&[
        Class::FirstPerson,
        Class::Mobilise,
        Class::Rally,
        Class::Wish,
    ]);
    let begins = reading.begin_of(hit.clause) == hit.first && reading.is_word(hit.first, "suara");
    let counts = || {
        let behind = reading.lexemes.iter().skip(hit.end as usize);
        behind
            .take_while(|lexeme| lexeme.clause == hit.clause)
            .any(|lexeme| lexeme.is(mark::AMOUNT))
    };
    begins && !reading.places.sentence(hit.sentence).any(GIVEN) && counts()
}

/// Whether terms are those that somebody served in an office named right behind: "he was regent for two terms".
fn is_served(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.is_at(hit.end, Class::Office) && reading.is_word(hit.end.wrapping_sub(1), "periode")
}

/// Whether what people are so sure of is that they will not vote for somebody: "it is settled, I won't vote for them".
fn is_sure_not_to(reading: &Reading<'_>, hit: &Hit) -> bool {
    const DENIED: u16 = flag::NEGATED | flag::FORBIDDEN;
    let clause = reading.places.clause(hit.clause);
    clause.is_cued()
        && clause.has(Class::Vote)
        && clause.hits(reading.hits).iter().any(|vote| {
            vote.class() == Some(Class::Vote)
                && vote.first >= hit.end
                && reading.context.of(vote) & DENIED != 0
        })
}

/// Whether somebody nobody listed goes on, to whom others are preferred: "rather than that NN goes on, I take MM".
fn is_of_the_lesser(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Words between the comparison and what the lesser does.
    const REACH: u32 = 4;
    let somebody = |compare: &Hit| {
        let (_, named) = sides.split_at(compare.end);
        compare.end < hit.first && named.first().is_none_or(|next| next.first >= hit.first)
    };
    reading.places.clause(hit.clause).has(Class::Compare)
        && within(reading.hits, hit, REACH).iter().any(|compare| {
            compare.class() == Some(Class::Compare)
                && compare.clause == hit.clause
                && somebody(compare)
        })
}

/// Whether a party named right before a word of coming closer is who comes: "party A moves over, party B still waits".
fn is_move_of_party(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Words between the party and its move.
    const BETWEEN: u32 = 2;
    let is_party = |side: usize| {
        let target = match sides.sides.get(side).map(|side| side.key) {
            Some(SideKey::Target(target)) => reading.knowledge.target(target),
            _ => None,
        };
        target.is_some_and(|target| target.kind == TargetKind::Party)
    };
    reading.is_at(hit.first, Class::PartCome)
        && sides.in_sentence(hit.sentence).iter().any(|mention| {
            mention.clause == hit.clause
                && mention.end <= hit.first
                && hit.first - mention.end <= BETWEEN
                && is_party(mention.side)
        })
}

/// Whether the author who seems to vote or to run is whose mother or friend does: "my mum votes for NN".
fn is_of_kin_of_author(reading: &Reading<'_>, hit: &Hit) -> bool {
    const KIN: Classes = Classes::of(&[Class::PartOther, Class::Family]);
    let before = reading.before(hit.first);
    let mut kin = before.hits(reading.hits).iter();
    before.any(KIN)
        && reading.means(hit.first, Class::FirstPerson)
        && kin.any(|kin| kin.clause == hit.clause && kin.end - kin.first == 1 && kin.is_any(KIN))
}

/// Whether the author only comes along to something: "I am with you" is a choice, "I am with you at the meeting" is none.
fn is_coming_along(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    reading.is_at(hit.first, Class::PartCome)
        && !is_before_name(sides, hit)
        && !ends_clause(reading, hit.end, hit.clause)
}

/// Whether the author tells of themself an *only* that finds fault with others: "me, I only sell meatballs".
fn is_own_doing(reading: &Reading<'_>, hit: &Hit) -> bool {
    let mut before = reading.before(hit.first).hits(reading.hits).iter();
    let only = reading.lexemes.get(hit.first as usize);
    only.is_some_and(|only| reading.knowledge.is_cue(only.lemma, Cue::Contrast))
        && before.any(|own| own.class() == Some(Class::FirstPerson) && own.clause == hit.clause)
}

/// Whether nobody is to be made a holder of office, or somebody named makes them one: "make NN an example", "MM makes NN his deputy".
fn is_made_other(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Words between *make* and what somebody is made, a name and its title among them.
    const REACH: u32 = 5;
    const SEATS: Classes = Classes::of(&[Class::Office, Class::Election, Class::Fit]);
    let seated = || {
        reading
            .in_clause(hit.clause)
            .iter()
            .any(|seat| seat.is_any(SEATS) && (hit.end + 1..=hit.end + REACH).contains(&seat.first))
    };
    let somebody = || is_before_name(sides, hit) || reading.is_at(hit.end, Class::Address);
    let made_by_other = || {
        let mut mentions = sides.in_sentence(hit.sentence).iter();
        mentions.any(|mention| mention.end == hit.first && mention.clause == hit.clause)
    };
    reading.is_at(hit.first, Class::PartJoin) && (!seated() || !somebody() || made_by_other())
}

/// Whether a call for support is followed by what it is called for, a refusal: "close ranks, do not vote for NN".
fn is_turned_away(reading: &Reading<'_>, hit: &Hit) -> bool {
    let clause = reading.places.clause(hit.clause);
    clause.cue(Cue::Prohibitive)
        && clause.has(Class::Vote)
        && reading.in_clause(hit.clause).iter().any(|other| {
            other.first >= hit.end
                && other.class() == Some(Class::Vote)
                && reading.context.of(other) & flag::FORBIDDEN != 0
        })
}

/// Whether what wins stands behind "who wins" and is nobody the post names: "who won is the advertisement".
fn is_of_thing_behind(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Words behind the victory among which a name would be.
    const BEHIND: u32 = 3;
    let next = hit.end;
    let follows = reading
        .lexemes
        .get(next as usize)
        .is_some_and(|next| next.clause == hit.clause && !next.is(mark::EMOJI | mark::SLANG));
    let named = || {
        let mut mentions = sides.in_sentence(hit.sentence).iter();
        mentions.any(|mention| (next..next + BEHIND).contains(&mention.first))
    };
    hit.end - hit.first == 1
        && reading.before(hit.first).has(Class::Others)
        && follows
        && reading.at(next).iter().all(|hit| hit.is_any(EVERYDAY))
        && !named()
}

/// Whether a victory and a defeat, one of them a hit, are both supposed: "if NN wins, congratulations, if not, so be it".
fn is_either_way(reading: &Reading<'_>, hit: &Hit, other: Class) -> bool {
    let supposed = |hit: &Hit| reading.context.of(hit) & flag::CONDITION != 0;
    supposed(hit)
        && reading.places.sentence(hit.sentence).has(other)
        && reading
            .in_sentence(hit.sentence)
            .iter()
            .any(|hit| hit.class() == Some(other) && supposed(hit))
}

/// Whether a defeat is that of "those who lost", whom no name behind it tells.
fn is_of_the_losers(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Names that may end right before a hit: one word between them holds one name at most.
    const LAST: usize = 2;
    let named_before = || {
        let (before, _) = sides.split_at(hit.first);
        let mut last = before.iter().rev().take(LAST);
        last.any(|mention| mention.end + 1 == hit.first)
    };
    reading.before(hit.first).has(Class::Others)
        && next_named(sides, hit).is_none()
        && !named_before()
}

/// The name that begins right behind a hit, one word at most between them.
fn next_named<'s>(sides: &'s Sides, hit: &Hit) -> Option<&'s Mention> {
    let (_, behind) = sides.split_at(hit.end);
    behind
        .first()
        .filter(|mention| mention.first <= hit.end + 1)
}

/// Whether what is refused is somebody's defeat: "let it not be that NN loses".
fn is_feared_defeat(reading: &Reading<'_>, hit: &Hit) -> bool {
    /// Words between a refusal and the defeat, a name among them.
    const REACH: u32 = 4;
    reading.places.clause(hit.clause).has(Class::Defeat)
        && reading.in_clause(hit.clause).iter().any(|other| {
            other.class() == Some(Class::Defeat)
                && (hit.end..=hit.end + REACH).contains(&other.first)
        })
}
