//! A finding as it is written: what the rule says stands beside what was found.

use std::borrow::Cow;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Evidence, Finding};
use crate::source::held::Held;
use crate::source::law::{Act, Confidence, Rule, Text, Tier, TierInfo};

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rule = &*self.rule;
        let mut row = serializer.serialize_struct("Finding", 14)?;
        row.serialize_field("act", &self.act)?;
        row.serialize_field("rule", &rule.id)?;
        row.serialize_field("tier", &rule.tier)?;
        row.serialize_field("tier_alt", &rule.tier_alt)?;
        row.serialize_field("dismissal", &rule.dismissal)?;
        row.serialize_field("certain", &self.certain)?;
        row.serialize_field("confidence", &rule.confidence)?;
        row.serialize_field("instrument", &rule.instrument)?;
        row.serialize_field("citations", &self.citations)?;
        row.serialize_field("sources", &rule.sources)?;
        row.serialize_field("sanctions", &self.sanctions)?;
        row.serialize_field("summary", &rule.summary)?;
        row.serialize_field("note", &rule.note)?;
        row.serialize_field("evidence", &self.evidence)?;
        row.end()
    }
}

/// The row that is read back.
#[derive(Deserialize)]
#[serde(rename = "Finding")]
struct Written {
    act: Act,
    rule: Cow<'static, str>,
    tier: Tier,
    tier_alt: Option<Tier>,
    dismissal: bool,
    certain: bool,
    confidence: Confidence,
    instrument: Cow<'static, str>,
    citations: Cow<'static, [Cow<'static, str>]>,
    sources: Cow<'static, [Cow<'static, str>]>,
    sanctions: Option<Held<TierInfo>>,
    summary: Text,
    note: Option<Text>,
    evidence: Vec<Evidence>,
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        Ok(Self {
            act: written.act,
            certain: written.certain,
            rule: Held::Own(Box::new(Rule {
                id: written.rule,
                instrument: written.instrument,
                tier: written.tier,
                tier_alt: written.tier_alt,
                dismissal: written.dismissal,
                confidence: written.confidence,
                sources: written.sources,
                summary: written.summary,
                note: written.note,
            })),
            citations: written.citations,
            sanctions: written.sanctions,
            evidence: written.evidence,
        })
    }
}
