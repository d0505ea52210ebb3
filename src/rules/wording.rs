//! The words that tell of an act, by their classes.

use crate::matching::Classes;
use crate::source::class::Class;

/// A verb and its thing, each told by a class of the lexicon.
pub(super) type Pair = (Class, Class);

/// Words one of which tells of an act.
#[derive(Debug)]
pub(super) struct Wording {
    /// Phrases that tell it by themselves.
    pub(super) wholes: &'static [Class],
    /// Verbs with their things.
    pub(super) pairs: &'static [Pair],
    /// The phrases and the verbs: a post without any of them is passed over.
    leads: Classes,
}

impl Wording {
    pub(super) const fn new(wholes: &'static [Class], pairs: &'static [Pair]) -> Self {
        let (mut leads, mut rest) = (Classes::of(wholes), pairs);
        while let [(verb, _), others @ ..] = rest {
            leads = leads.with(Classes::one(*verb));
            rest = others;
        }
        Self {
            wholes,
            pairs,
            leads,
        }
    }

    /// Whether a post with words of these classes may tell it: a quick no.
    pub(super) const fn may_be(&self, present: Classes) -> bool {
        present.any(self.leads)
    }

    pub(super) const fn leads(&self) -> Classes {
        self.leads
    }

    /// Whether a phrase occurs, or a verb and its thing.
    pub(super) fn occurs(&self, present: Classes) -> bool {
        self.wholes.iter().any(|class| present.has(*class))
            || self
                .pairs
                .iter()
                .any(|(verb, thing)| present.has(*verb) && present.has(*thing))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_occurs_may_be() {
        let wording = Wording::new(&[Class::ActAttend], &[(Class::PartCome, Class::PartEvent)]);
        for one in Class::ALL {
            for other in Class::ALL {
                let present = Classes::of(&[*one, *other]);
                assert!(
                    wording.may_be(present) || !wording.occurs(present),
                    "{one} {other}"
                );
            }
        }
        assert!(!wording.may_be(Classes::of(&[Class::PartEvent])));
    }
}
