//! What stands at each lexeme, in each clause, in each sentence and in the whole post.
//!
//! The later rooms ask again and again whether a word of some class stands beside a hit or around it. What there is to know is gathered
//! in one walk over the hits; most questions are then a look at a bit, and a walk begins only where it will find something.

use super::{Classes, Hit};
use crate::lexicon::{Lexeme, SenseKind};
use crate::source::class::{Class, Cue};

/// What stands in one place: at a lexeme, in a clause, in a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    classes: Classes,
    /// One bit a cue, one for names, one for numerals.
    others: u32,
    /// The first hit and the one behind the last.
    from: u32,
    to: u32,
}

const NAMED: u32 = 1 << 31;
const CODED: u32 = 1 << 30;
const CUED: u32 = CODED - 1;

// One bit a cue.
const _: () = assert!(Cue::ALL.len() <= CUED.count_ones() as usize);

const NOWHERE: &Place = &Place {
    classes: Classes::NONE,
    others: 0,
    from: 0,
    to: 0,
};

impl Place {
    /// The classes of the terms here.
    pub(crate) fn classes(&self) -> Classes {
        self.classes
    }

    /// Whether a term of a class stands here.
    pub(crate) fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether a term of one of some classes stands here.
    pub(crate) fn any(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether a cue stands here.
    pub(crate) fn cue(&self, cue: Cue) -> bool {
        self.others & 1 << cue as u8 != 0
    }

    /// Whether any cue stands here that does something to the words around it.
    pub(crate) fn is_cued(&self) -> bool {
        self.others & CUED & !(1 << Cue::Pledge as u8) != 0
    }

    /// Whether somebody's name stands here.
    pub(crate) fn is_named(&self) -> bool {
        self.others & NAMED != 0
    }

    /// Whether a numeral, a keycap or a hand stands here.
    pub(crate) fn is_coded(&self) -> bool {
        self.others & CODED != 0
    }

    /// Whether nothing of the lexicon stands here.
    pub(crate) fn is_empty(&self) -> bool {
        self.to == 0
    }

    /// The hits here, out of those of the post.
    pub(crate) fn hits<'h>(&self, hits: &'h [Hit]) -> &'h [Hit] {
        hits.get(self.from as usize..self.to as usize)
            .unwrap_or(&[])
    }

    /// Adds a meaning of the phrase that stands here.
    fn note(&mut self, kind: SenseKind) {
        match kind {
            SenseKind::Term(class) => self.classes = self.classes.with(Classes::one(class)),
            SenseKind::Cue { category, .. } => self.others |= 1 << category as u8,
            SenseKind::Alias { .. } => self.others |= NAMED,
            SenseKind::Code { .. } => self.others |= CODED,
        }
    }

    /// Adds a smaller place that lies in this one, behind those added before.
    fn hold(&mut self, part: &Self) {
        if self.is_empty() {
            self.from = part.from;
        }
        self.to = part.to;
        self.classes = self.classes.with(part.classes);
        self.others |= part.others;
    }
}

/// The places of a post; the buffers are reused.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    post: Place,
    lexemes: Vec<Place>,
    clauses: Vec<Place>,
    sentences: Vec<Place>,
}

impl Places {
    /// Gathers what stands where.
    pub(crate) fn read(&mut self, lexemes: &[Lexeme], hits: &[Hit]) {
        let (clauses, sentences) = lexemes
            .last()
            .map_or((0, 0), |last| (last.clause + 1, last.sentence + 1));
        clear(&mut self.lexemes, lexemes.len());
        clear(&mut self.clauses, clauses as usize);
        clear(&mut self.sentences, sentences as usize);
        self.post = Place::default();
        let (mut rest, mut to) = (hits, 0);
        while let [hit, ..] = rest {
            let mut here = Place {
                from: to,
                ..Place::default()
            };
            // All meanings of a phrase stand on the same lexemes.
            while let [meaning, others @ ..] = rest
                && meaning.first == hit.first
            {
                here.note(meaning.kind);
                to += 1;
                rest = others;
            }
            here.to = to;
            let held = hit.first as usize..hit.end as usize;
            for place in self.lexemes.get_mut(held).unwrap_or_default() {
                *place = here;
            }
            if let Some(clause) = self.clauses.get_mut(hit.clause as usize) {
                clause.hold(&here);
            }
        }
        for clause in &self.clauses {
            let sentence = hits
                .get(clause.from as usize)
                .and_then(|hit| self.sentences.get_mut(hit.sentence as usize));
            if let Some(sentence) = sentence
                && !clause.is_empty()
            {
                sentence.hold(clause);
                self.post.hold(clause);
            }
        }
    }

    /// The whole post.
    pub(crate) fn post(&self) -> &Place {
        &self.post
    }

    /// What stands at each lexeme, in their order.
    pub(crate) fn lexemes(&self) -> &[Place] {
        &self.lexemes
    }

    pub(crate) fn lexeme(&self, lexeme: u32) -> &Place {
        self.lexemes.get(lexeme as usize).unwrap_or(NOWHERE)
    }

    pub(crate) fn clause(&self, clause: u32) -> &Place {
        self.clauses.get(clause as usize).unwrap_or(NOWHERE)
    }

    pub(crate) fn sentence(&self, sentence: u32) -> &Place {
        self.sentences.get(sentence as usize).unwrap_or(NOWHERE)
    }
}

fn clear(places: &mut Vec<Place>, count: usize) {
    places.clear();
    places.resize(count, Place::default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::class::{Ambiguity, Attitude, Direction, Scope, Strength};
    use proptest::prelude::*;

    /// The hits that fulfil a condition; they stand side by side.
    fn those(hits: &[Hit], wanted: impl Fn(&Hit) -> bool) -> Vec<Hit> {
        hits.iter().copied().filter(wanted).collect()
    }

    /// What a walk over some hits finds.
    fn walked(hits: &[Hit], place: &Place) -> bool {
        let is_code = |hit: &Hit| matches!(hit.kind, SenseKind::Code { .. });
        let class =
            |class: &Class| place.has(*class) == hits.iter().any(|hit| hit.class() == Some(*class));
        let cue = |cue: &Cue| place.cue(*cue) == hits.iter().any(|hit| hit.cue() == Some(*cue));
        Class::ALL.iter().all(class)
            && Cue::ALL.iter().all(cue)
            && place.is_cued()
                == hits
                    .iter()
                    .any(|hit| hit.cue().is_some_and(|cue| cue != Cue::Pledge))
            && place.is_named() == hits.iter().any(|hit| hit.target().is_some())
            && place.is_coded() == hits.iter().any(is_code)
            && place.is_empty() == hits.is_empty()
    }

    fn kind() -> impl Strategy<Value = SenseKind> {
        let term = |at| SenseKind::Term(Class::ALL[at]);
        let cue = |at| SenseKind::Cue {
            category: Cue::ALL[at],
            direction: Direction::Forward,
            scope: Scope::Near,
        };
        prop_oneof![
            (0..Class::ALL.len()).prop_map(term),
            (0..Cue::ALL.len()).prop_map(cue),
            Just(SenseKind::Code {
                number: 1,
                strength: Strength::Weak
            }),
            Just(SenseKind::Alias {
                target: 0,
                attitude: Attitude::Neutral,
                ambiguity: Ambiguity::Clear
            }),
        ]
    }

    proptest! {
        /// Phrases lie side by side in clauses and sentences, with gaps between them; every meaning of one is a hit.
        #[test]
        fn a_place_says_what_a_walk_over_its_hits_says(
            phrases in prop::collection::vec((0_u32..3, 1_u32..4, 0_u32..3, prop::collection::vec(kind(), 1..4)), 0..12),
        ) {
            let (mut lexemes, mut hits) = (Vec::new(), Vec::new());
            let (mut clause, mut sentence) = (0, 0);
            for (gap, length, turn, kinds) in phrases {
                clause += u32::from(turn > 0);
                sentence += u32::from(turn > 1);
                let first = lexemes.len() as u32 + gap;
                let end = first + length;
                lexemes.resize(end as usize, lexeme(clause, sentence));
                hits.extend(kinds.into_iter().map(|kind| Hit { kind, first, end, clause, sentence }));
            }
            let mut places = Places::default();
            places.read(&lexemes, &hits);
            prop_assert!(walked(&hits, places.post()));
            for index in 0..lexemes.len() as u32 + 2 {
                let (here, beside, around) = (places.lexeme(index), places.clause(index), places.sentence(index));
                prop_assert_eq!(here.hits(&hits), those(&hits, |hit| hit.first <= index && index < hit.end));
                prop_assert_eq!(beside.hits(&hits), those(&hits, |hit| hit.clause == index));
                prop_assert_eq!(around.hits(&hits), those(&hits, |hit| hit.sentence == index));
                for place in [here, beside, around] {
                    prop_assert!(walked(place.hits(&hits), place));
                }
            }
        }
    }

    fn lexeme(clause: u32, sentence: u32) -> Lexeme {
        Lexeme {
            lemma: 0,
            state: 0,
            form: 0,
            marks: 0,
            number: 0,
            token: 0,
            clause,
            sentence,
            span: crate::span::Span::new(0, 0),
        }
    }
}
