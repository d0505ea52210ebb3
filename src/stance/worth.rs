//! What a hit is worth in its context.
//!
//! All numbers come from `stance/weights.tsv`; here stands which of them apply.

use super::around::{
    answers_rumour, ends_clause, is_before_name, is_behind_name, is_call, is_lamented,
    is_of_the_rest, is_only_choice, is_others, is_prayer, is_refused_behind_name, is_remedied,
    is_sighed, is_swearing,
};
use super::blame::BLAME;
use super::reading::Reading;
use super::score::Whole;
use super::share::{Doing, share};
use super::side::{Mention, SideKey, Sides};
use super::subject::is_answer;
use super::thing::is_common_thing;
use super::topic::EVERYDAY;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class, Cue, TargetKind};
use crate::source::layout::form;
use crate::source::weight::{Factor, Of};

/// A photograph shows whom one has met: "the photograph of me with NN".
const PHOTOGRAPH: Classes = Classes::of(&[Class::PartPhoto, Class::PartPicture]);

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
    let Some(lexeme) = reading.lexemes.get(hit.first as usize) else {
        return 0;
    };
    // A hashtag with a name is the author's own banner, whatever the sentence around it reports.
    if lexeme.is(mark::TAG) && whole.tags.binary_search(&lexeme.token).is_ok() {
        return banner(reading, hit, lexeme.token, class, base);
    }
    if reading.context.of(hit) & (flag::PROHIBITED | flag::DENIED) != 0
        || is_void(reading, whole, sides, hit, class, lexeme)
    {
        return 0;
    }
    let (points, doing) = turned(reading, sides, hit, class, base, lexeme);
    points * share(reading, whole, sides, hit, class, lexeme, doing) / 100
}

/// Whether what stands around a hit leaves nothing of it.
fn is_void(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    hit: &Hit,
    class: Class,
    lexeme: &Lexeme,
) -> bool {
    match class {
        Class::Cry => {
            !is_before_name(sides, hit)
                || is_own_sentence(reading, sides, hit)
                || is_move_of_other(reading, sides, hit)
                || reading.before(hit.first).any(PHOTOGRAPH)
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
        Class::Wish => is_prayer(reading, hit),
        // pilih2: being choosy.
        Class::Vote => lexeme.is(mark::DOUBLED) || is_of_kin_of_author(reading, hit),
        Class::Rally => is_carried_on(reading, hit),
        Class::Support => {
            is_move_of_party(reading, sides, hit)
                || is_turned_away(reading, hit)
                || reading.before(hit.first).any(PHOTOGRAPH)
                || is_made_other(reading, sides, hit)
        }
        _ => false,
    }
}

/// The points of a hit as the context turns them, and who does what it tells.
fn turned(
    reading: &Reading<'_>,
    sides: &Sides,
    hit: &Hit,
    class: Class,
    base: i32,
    lexeme: &Lexeme,
) -> (i32, Doing) {
    /// What makes a vote of others a wrong one.
    const WRONG: Classes = Classes::of(&[Class::Insult, Class::Lament, Class::Fault]);
    const CALLED: Classes = Classes::of(&[
        Class::Vote,
        Class::Support,
        Class::Rally,
        Class::Campaign,
        Class::Victory,
    ]);
    let flags = reading.context.of(hit);
    let has = |wanted: u16| flags & wanted != 0;
    let weigh = |factor| reading.weight(factor);
    let clause = reading.places.clause(hit.clause);
    let blames = BLAME.has(class);
    // A phrase uses up the words in it: "I, a volunteer of NN".
    let spoken = clause.has(Class::FirstPerson) && !is_done_by_other(reading, hit, class)
        || (class == Class::Identity || is_deed(class))
            && reading.knowledge.means(lexeme.lemma, Class::FirstPerson);
    let first_person = spoken || lexeme.is(mark::MINE);
    let mut points = base;
    let regretted = regretted(reading, hit).is_some();
    // "No NN, no vote": the vote is refused to all others.
    let only_choice =
        has(flag::NEGATED) && class == Class::Vote && is_only_choice(reading, sides, hit);
    if has(flag::NEGATED) && !only_choice && !regretted {
        points = if class == Class::Identity {
            // "I am no cadre of NN, but": who does not belong fights nobody.
            0
        } else if base > 0 {
            -base * weigh(Factor::Negated) / 100
        } else if blames && has(flag::QUESTION) {
            // "Was it not NN who stole?" accuses.
            base
        } else if blames {
            -base * weigh(Factor::Defended) / 100
        } else {
            0
        };
    }
    // "NN fights corruption": the fault is that of those who are fought.
    if blames && base < 0 && is_remedied(reading, hit) {
        points = -base * weigh(Factor::Defended) / 100;
    }
    // "NN it is, the others are all corrupt".
    if points < 0 && (blames || class == Class::Mock) && is_of_the_rest(reading, hit) {
        points = -points * weigh(Factor::Defended) / 100;
    }
    // "If NN loses, roads stay broken": the fault is that of a world without NN.
    if has(flag::CONDITION)
        && blames
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
    let scolded = || {
        let active = lexeme.form & form::ACTIVE != 0;
        class == Class::Vote
            && clause.any(WRONG)
            && (is_others(reading, hit)
                || active && clause.has(Class::Insult) && !clause.has(Class::Mobilise))
    };
    let dismayed = match class {
        Class::Vote | Class::Support | Class::Echo => !first_person,
        // A victory is nobody's own deed.
        Class::Victory => true,
        _ => false,
    } && (has(flag::DISMAYED) || scolded());
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
        points = if base > 0 && CALLED.has(class) {
            -base
        } else if class == Class::Reject && !is_forbidding(reading, hit) {
            // "Don't hate NN" is no word against NN.
            0
        } else {
            points * weigh(Factor::Forbidden) / 100
        };
    }
    // "Number 3 must not be voted for": who forbids it calls others, as for a vote.
    let forbids = points < 0 && forbids_deed(reading, hit);
    if forbids {
        points = points.min(-reading.knowledge.weight(Of::Class(Class::Vote)));
    }
    if has(flag::IRONIC) && base > 0 {
        points = -points.abs();
    }
    // "We won, I am in tears": one's own victory moves.
    let ours = || class == Class::Victory && reading.is_at(hit.first, Class::Ours);
    if matches!(class, Class::Victory | Class::Defeat) && is_lamented(reading, hit) && !ours() {
        points = -points * weigh(Factor::Lamented) / 100;
    }
    // "May the people vote for NN": a wish is a call.
    let wished = || {
        class == Class::Vote
            && clause.has(Class::Wish)
            && reading
                .in_clause(hit.clause)
                .iter()
                .any(|other| other.class() == Some(Class::Wish) && other.end <= hit.first)
    };
    let doing = Doing {
        asked: if dismayed || feared { points } else { base },
        spoken,
        first_person,
        urged: clause.has(Class::Mobilise) || only_choice || wished() || regretted || forbids,
        regretted,
        dismayed,
    };
    (points, doing)
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

/// Whether somebody else does what a deed tells and the author comes only behind it: "my friend votes for NN, me, I keep quiet".
fn is_done_by_other(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    is_deed(class)
        && reading.before(hit.first).has(Class::PartOther)
        && reading
            .in_clause(hit.clause)
            .iter()
            .all(|own| own.class() != Some(Class::FirstPerson) || own.first >= hit.end)
}

/// Whether a refusal forbids what is done to somebody: "jangan dipilih", "ojo dicoblos maneh".
pub(super) fn forbids_deed(reading: &Reading<'_>, hit: &Hit) -> bool {
    hit.class() == Some(Class::Reject)
        && (hit.first + 1..hit.end)
            .filter_map(|index| reading.lexemes.get(index as usize))
            .any(|lexeme| lexeme.form & form::PASSIVE != 0)
        && is_forbidding(reading, hit)
}

/// Whether a refusal is a prohibition itself: "jangan mau", "jangan biarkan".
fn is_forbidding(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading
        .lexemes
        .get(hit.first as usize)
        .is_some_and(|lexeme| reading.knowledge.is_cue(lexeme.lemma, Cue::Prohibitive))
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
fn regretted<'r>(reading: &Reading<'r>, vote: &Hit) -> Option<&'r Hit> {
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

/// Points of a word inside a hashtag that names somebody.
fn banner(reading: &Reading<'_>, hit: &Hit, token: u32, class: Class, base: i32) -> i32 {
    // `#NNAgain` is no sigh.
    let base = if class == Class::Again && reading.before(hit.first).is_named() {
        reading.knowledge.weight(Of::Class(Class::Echo))
    } else {
        base
    };
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

/// Whether the author, who speaks of themself, goes on behind the name: "me, I know NN from the news" names no choice.
fn is_own_sentence(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    reading.is_at(hit.first, Class::FirstPerson)
        && sides
            .mentions
            .iter()
            .find(|mention| (hit.end..=hit.end + 1).contains(&mention.first))
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
            || reading.is_any_at(hit.end, WORK)
                && reading
                    .lexemes
                    .get(hit.end as usize)
                    .is_some_and(|next| next.clause == hit.clause))
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

/// Whether the author who seems to vote is whose mother or friend does: "my mum votes for NN".
fn is_of_kin_of_author(reading: &Reading<'_>, hit: &Hit) -> bool {
    const KIN: Classes = Classes::of(&[Class::PartOther, Class::Family]);
    let before = reading.before(hit.first);
    let mut kin = before.hits(reading.hits).iter();
    before.any(KIN)
        && reading
            .lexemes
            .get(hit.first as usize)
            .is_some_and(|first| reading.knowledge.means(first.lemma, Class::FirstPerson))
        && kin.any(|kin| kin.clause == hit.clause && kin.end - kin.first == 1 && kin.is_any(KIN))
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
    reading.before(hit.first).has(Class::Others)
        && !sides.mentions.iter().any(|mention| {
            mention.end + 1 == hit.first || (hit.end..=hit.end + 1).contains(&mention.first)
        })
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
