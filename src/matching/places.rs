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
    /// One bit a cue.
    cues: u32,
    /// The first hit and the one behind the last.
    from: u32,
    to: u32,
    named: bool,
}

// One bit a cue.
const _: () = assert!(Cue::ALL.len() <= 32);

const NOWHERE: &Place = &Place {
    classes: Classes::NONE,
    cues: 0,
    from: 0,
    to: 0,
    named: false,
};

impl Place {
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
        self.cues & 1 << cue as u8 != 0
    }

    /// Whether any cue stands here.
    pub(crate) fn is_cued(&self) -> bool {
        self.cues != 0
    }

    /// Whether somebody's name stands here.
    pub(crate) fn is_named(&self) -> bool {
        self.named
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

    /// Adds the hit with a number, whose kind is so much.
    fn add(&mut self, index: u32, hit: &Self) {
        if self.is_empty() {
            self.from = index;
        }
        self.to = index + 1;
        self.classes = self.classes.with(hit.classes);
        self.cues |= hit.cues;
        self.named |= hit.named;
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
        self.post = Place::default();
        for (places, count) in [
            (&mut self.lexemes, lexemes.len()),
            (&mut self.clauses, clauses as usize),
            (&mut self.sentences, sentences as usize),
        ] {
            places.clear();
            places.resize(count, Place::default());
        }
        for (index, hit) in (0..).zip(hits) {
            let mut kind = Place::default();
            match hit.kind {
                SenseKind::Term(class) => kind.classes = Classes::one(class),
                SenseKind::Cue { category, .. } => kind.cues = 1 << category as u8,
                SenseKind::Alias { .. } => kind.named = true,
                SenseKind::Code { .. } => {}
            }
            let held = hit.first as usize..hit.end as usize;
            for place in self.lexemes.get_mut(held).unwrap_or_default() {
                place.add(index, &kind);
            }
            if let Some(place) = self.clauses.get_mut(hit.clause as usize) {
                place.add(index, &kind);
            }
            if let Some(place) = self.sentences.get_mut(hit.sentence as usize) {
                place.add(index, &kind);
            }
            self.post.add(index, &kind);
        }
    }

    /// The whole post.
    pub(crate) fn post(&self) -> &Place {
        &self.post
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
