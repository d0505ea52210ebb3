//! What a hit is worth in its context.
//!
//! All numbers come from `stance/weights.tsv`; here stands which of them apply.

use super::around::{is_lamented, is_of_the_rest, is_only_choice, is_others, is_remedied};
use super::blame::BLAME;
use super::reading::{Reading, is_deed};
use super::share::{Doing, share};
use super::side::Sides;
use super::void::{is_void, regretted};
use super::whole::Whole;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class, Cue};
use crate::source::layout::form;
use crate::source::weight::{Factor, Of};

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
        urged: clause.has(Class::Mobilise) && !is_permitted(reading, hit)
            || only_choice
            || wished()
            || regretted
            || forbids,
        regretted,
        dismayed,
    };
    (points, doing)
}

/// Whether others are only let do what they want to: "those who want to vote for NN, go ahead".
fn is_permitted(reading: &Reading<'_>, hit: &Hit) -> bool {
    let urges = |other: &Hit| other.class() == Some(Class::Mobilise);
    is_others(reading, hit)
        && reading
            .in_clause(hit.clause)
            .iter()
            .filter(|other| urges(other))
            .all(|other| other.first >= hit.end)
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
