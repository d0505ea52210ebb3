//! Posts that need no thought: nothing in them names a side, speaks of an election or tells of an act.

use crate::lexicon::SenseKind;
use crate::matching::{Code, Hit};

/// Whether hits and numbers come to nothing, whatever the later rooms would make of them.
pub(super) fn is_idle(hits: &[Hit], codes: &[Code]) -> bool {
    codes.is_empty()
        && hits.iter().all(|hit| match hit.kind {
            SenseKind::Term(class) => !class.matters_alone(),
            SenseKind::Cue { .. } => true,
            SenseKind::Alias { .. } | SenseKind::Code { .. } => false,
        })
}
