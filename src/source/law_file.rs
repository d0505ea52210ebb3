//! TOML files of rules: instruments with their provisions, tiers, validity of laws, supervisors.

use std::borrow::Cow;

use regex::Regex;
use serde::Deserialize;
use toml::Spanned;

use super::class::Named;
use super::date::Date;
use super::error::DataError;
use super::law::{
    Act, Author, Confidence, Impact, Law, Phase, Provision, Supervisor, Text, Tier, TierInfo,
    Validity,
};
use super::rows::Sources;
use super::toml_file::{Check, parse};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    instrument: Option<Instrument>,
    #[serde(default)]
    provision: Vec<Spanned<ProvisionRow>>,
    #[serde(default)]
    tier: Vec<Spanned<TierRow>>,
    #[serde(default)]
    validity: Vec<Spanned<ValidityRow>>,
    #[serde(default)]
    supervisor: Vec<Spanned<SupervisorRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Instrument {
    id: String,
    name: String,
    effective: Spanned<String>,
    until: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionRow {
    id: String,
    act: Spanned<String>,
    #[serde(default)]
    also: Vec<Spanned<String>>,
    phases: Vec<Spanned<String>>,
    authors: Vec<Spanned<String>>,
    tier: Spanned<String>,
    tier_alt: Option<Spanned<String>>,
    statutory: Option<Spanned<String>>,
    #[serde(default)]
    impact: Vec<Spanned<String>>,
    #[serde(default)]
    candidates_only: bool,
    #[serde(default)]
    unless_on_leave: bool,
    citations: Vec<Spanned<String>>,
    summary_id: String,
    summary_en: String,
    note_id: Option<String>,
    note_en: Option<String>,
    confidence: Spanned<String>,
    sources: Vec<Spanned<String>>,
    effective: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    #[serde(default)]
    r#match: Vec<Spanned<ExampleRow>>,
    #[serde(default)]
    no_match: Vec<Spanned<ExampleRow>>,
}

/// A text that a provision must or must not match; who reads it is a test, here only its shape is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct ExampleRow {
    text: String,
    phase: Spanned<String>,
    author: Spanned<String>,
    #[serde(default)]
    interaction: Option<String>,
    #[serde(default)]
    on: Option<String>,
    #[serde(default)]
    date: Option<Spanned<String>>,
    #[serde(default)]
    impact: Option<Spanned<String>>,
    #[serde(default)]
    candidate_spouse: bool,
    #[serde(default)]
    unpaid_leave: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TierRow {
    id: Spanned<String>,
    citations: Vec<Spanned<String>>,
    sanctions_id: Vec<String>,
    sanctions_en: Vec<String>,
    note_id: Option<String>,
    note_en: Option<String>,
    sources: Vec<Spanned<String>>,
    effective: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValidityRow {
    law: Spanned<String>,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    sources: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SupervisorRow {
    name_id: String,
    name_en: String,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    sources: Vec<Spanned<String>>,
}

/// The first day of the oldest rule set, PP 42/2004; what has no day of its own begins there.
const OLDEST: u16 = 2004;

impl Law {
    /// Reads a rule file and adds what it says.
    ///
    /// # Errors
    /// Every mistake found; nothing is added then.
    pub(crate) fn read(
        &mut self,
        file: &str,
        content: &str,
        sources: Sources<'_>,
    ) -> Result<(), Vec<DataError>> {
        let parsed: RuleFile = parse(
            file,
            content,
            "see data/README.md for the keys of a rule file",
        )
        .map_err(|error| vec![error])?;
        let mut reader = Reader {
            check: Check::new(file, content, sources),
            shape: citation_shape(),
            examples: sources.is_some(),
        };
        let mut own = Self::default();
        let instrument = parsed.instrument.map(|row| Validity {
            law: Cow::Owned(row.name),
            from: reader.check.date(&row.effective),
            until: reader.day(row.until.as_ref()),
        });
        if instrument.is_none() && !parsed.provision.is_empty() {
            reader.check.fail(
                0,
                "the file has provisions and no [instrument]".to_owned(),
                "add [instrument] with id, name and effective",
            );
        }
        for row in parsed.provision {
            let start = row.span().start;
            let known = |id: &str| {
                self.provisions
                    .iter()
                    .chain(&own.provisions)
                    .any(|known| known.id == id)
            };
            let twice = known(&row.get_ref().id);
            own.provisions.extend(reader.provision(
                start,
                row.into_inner(),
                twice,
                instrument.as_ref(),
            ));
        }
        for row in parsed.tier {
            let start = row.span().start;
            own.tiers.extend(reader.tier(start, row.into_inner()));
        }
        for row in parsed.validity {
            let start = row.span().start;
            let row = row.into_inner();
            reader.check.sources(&row.sources, start);
            own.validity.push(Validity {
                law: Cow::Owned(row.law.into_inner()),
                from: reader.day(row.from.as_ref()),
                until: reader.day(row.until.as_ref()),
            });
        }
        for row in parsed.supervisor {
            let start = row.span().start;
            let row = row.into_inner();
            reader.check.sources(&row.sources, start);
            own.supervisors.push(Supervisor {
                name: both(row.name_id, row.name_en),
                from: reader.day(row.from.as_ref()),
                until: reader.day(row.until.as_ref()),
            });
        }
        let mut own = reader.check.finish(own)?;
        self.provisions.append(&mut own.provisions);
        self.tiers.append(&mut own.tiers);
        self.validity.append(&mut own.validity);
        self.supervisors.append(&mut own.supervisors);
        Ok(())
    }
}

/// Checks the rows of a file.
struct Reader<'c> {
    check: Check<'c>,
    shape: Option<Regex>,
    /// Provisions must bring texts that match and texts that do not; asked of the crate's own files.
    examples: bool,
}

impl Reader<'_> {
    fn day(&mut self, value: Option<&Spanned<String>>) -> Option<Date> {
        value.and_then(|value| self.check.date(value))
    }

    fn all<T: Named>(&mut self, values: &[Spanned<String>]) -> Vec<T> {
        values
            .iter()
            .filter_map(|value| self.check.named(value))
            .collect()
    }

    fn provision(
        &mut self,
        start: usize,
        row: ProvisionRow,
        twice: bool,
        instrument: Option<&Validity>,
    ) -> Option<Provision> {
        let mut acts: Vec<Act> = self.check.named(&row.act).into_iter().collect();
        acts.append(&mut self.all(&row.also));
        let phases: Vec<Phase> = self.all(&row.phases);
        let authors: Vec<Author> = self.all(&row.authors);
        let impact: Vec<Impact> = self.all(&row.impact);
        let tier = self.check.named::<Tier>(&row.tier);
        let tier_alt = row
            .tier_alt
            .as_ref()
            .and_then(|alt| self.check.named::<Tier>(alt));
        let confidence = self.check.named::<Confidence>(&row.confidence);
        let effective = match &row.effective {
            Some(day) => self.check.date(day),
            None => instrument.and_then(|instrument| instrument.from),
        };
        let until = match &row.until {
            Some(day) => self.check.date(day),
            None => instrument.and_then(|instrument| instrument.until),
        };
        self.whole(start, &row, twice);
        self.citations(start, &row.citations);
        self.check.sources(&row.sources, start);
        self.examples(start, &row, &phases, &authors);
        if effective
            .zip(until)
            .is_some_and(|(first, last)| last < first)
        {
            self.check.fail(
                start,
                format!("`{}` ends before it begins", row.id),
                "correct effective or until",
            );
        }
        Some(Provision {
            id: Cow::Owned(row.id),
            instrument: instrument?.law.clone(),
            acts: Cow::Owned(acts),
            phases: Cow::Owned(phases),
            authors: Cow::Owned(authors),
            tier: tier?,
            tier_alt,
            dismissal: row.statutory.is_some(),
            impact: Cow::Owned(impact),
            candidates_only: row.candidates_only,
            unless_on_leave: row.unless_on_leave,
            citations: owned(row.citations),
            summary: both(row.summary_id, row.summary_en),
            note: row.note_id.zip(row.note_en).map(|(id, en)| both(id, en)),
            confidence: confidence?,
            sources: owned(row.sources),
            effective: effective?,
            until,
        })
    }

    /// What a provision must have and must not have twice.
    fn whole(&mut self, start: usize, row: &ProvisionRow, twice: bool) {
        if twice {
            self.check.fail(
                start,
                format!("the provision `{}` is already there", row.id),
                "give each provision an id of its own",
            );
        }
        if row.note_id.is_some() != row.note_en.is_some() {
            self.check.fail(
                start,
                format!("the note of `{}` is in one language only", row.id),
                "write note_id and note_en",
            );
        }
        if row.summary_id.trim().is_empty() || row.summary_en.trim().is_empty() {
            self.check.fail(
                start,
                format!("`{}` does not say what it is about", row.id),
                "write summary_id and summary_en",
            );
        }
        if row.phases.is_empty() || row.authors.is_empty() {
            self.check.fail(
                start,
                format!("`{}` applies to no phase or no author", row.id),
                "list phases and authors",
            );
        }
        if let Some(statutory) = row
            .statutory
            .as_ref()
            .filter(|value| value.get_ref() != "dismissal")
        {
            self.check.fail(
                statutory.span().start,
                format!("`{}` is no statutory consequence", statutory.get_ref()),
                "write `dismissal` or leave the key out",
            );
        }
        for author in row
            .authors
            .iter()
            .filter(|author| matches!(author.get_ref().as_str(), "public" | "ppnpn"))
        {
            if row.tier.get_ref() != "none" {
                self.check.fail(
                    author.span().start,
                    format!("the tiers do not reach `{}`", author.get_ref()),
                    "take the author off, or write tier = \"none\"",
                );
            }
        }
    }

    /// The texts of a provision: there must be some of both kinds, and those that match must lie in its phases and authors.
    fn examples(&mut self, start: usize, row: &ProvisionRow, phases: &[Phase], authors: &[Author]) {
        for (list, key) in [(&row.r#match, "match"), (&row.no_match, "no_match")] {
            if self.examples && list.is_empty() {
                self.check.fail(
                    start,
                    format!("`{}` has no text under `{key}`", row.id),
                    "give at least one { text, phase, author } that must match and one that must not",
                );
            }
            for example in list {
                let at = example.span().start;
                let example = example.get_ref();
                let phase = self.check.named::<Phase>(&example.phase);
                let author = self.check.named::<Author>(&example.author);
                if let Some(impact) = &example.impact {
                    let _ = self.check.named::<Impact>(impact);
                }
                let _ = self.day(example.date.as_ref());
                let outside = phase.is_some_and(|phase| !phases.contains(&phase))
                    || author.is_some_and(|author| !authors.contains(&author));
                if key == "match" && outside {
                    self.check.fail(
                        at,
                        format!("`{}` does not apply to this phase or author", row.id),
                        "move the text to `no_match`, or correct phase and author",
                    );
                }
            }
        }
    }

    fn tier(&mut self, start: usize, row: TierRow) -> Option<TierInfo> {
        self.citations(start, &row.citations);
        self.check.sources(&row.sources, start);
        if row.sanctions_id.len() != row.sanctions_en.len() {
            self.check.fail(
                start,
                "the sanctions differ in number between the languages".to_owned(),
                "list the same sanctions in the same order",
            );
        }
        let effective = match &row.effective {
            Some(day) => self.check.date(day),
            None => Date::new(OLDEST, 1, 1),
        };
        let until = self.day(row.until.as_ref());
        Some(TierInfo {
            tier: self.check.named::<Tier>(&row.id)?,
            citations: owned(row.citations),
            sanctions_id: strings(row.sanctions_id),
            sanctions_en: strings(row.sanctions_en),
            note: row.note_id.zip(row.note_en).map(|(id, en)| both(id, en)),
            sources: owned(row.sources),
            effective: effective?,
            until,
        })
    }

    /// A citation must name an instrument with number and year, and article parts in their order.
    fn citations(&mut self, start: usize, values: &[Spanned<String>]) {
        if values.is_empty() {
            self.check.fail(
                start,
                "no article is cited".to_owned(),
                "name the text the row rests on under `citations`",
            );
        }
        for value in values {
            if self
                .shape
                .as_ref()
                .is_some_and(|shape| !shape.is_match(value.get_ref()))
            {
                self.check.fail(
                    value.span().start,
                    format!("`{}` does not read as a citation", value.get_ref()),
                    "write instrument number/year, then Pasal, ayat (n), huruf x, angka n as needed",
                );
            }
        }
    }
}

/// How a citation is written; made once a file, for making it costs more than matching.
fn citation_shape() -> Option<Regex> {
    Regex::new(
        r"^(UU|PP|SKB|SE|Perpres|Peraturan BKN|Putusan MK|Surat Kepala BKN)( [A-Za-z]+)* [A-Z0-9][A-Za-z0-9./-]*/[A-Za-z0-9./-]*[0-9]( tanggal [0-9]{1,2} [A-Z][a-z]+ [0-9]{4})?( Lampiran [IV]+)?( Pasal [0-9]+)?( ayat \([0-9]\)(-\([0-9]\))?)?( huruf [A-Za-z])?( angka [0-9]+(-[0-9]+)?)?( butir [0-9]+)?$",
    )
    .ok()
}

fn owned(values: Vec<Spanned<String>>) -> Cow<'static, [Cow<'static, str>]> {
    strings(values.into_iter().map(Spanned::into_inner).collect())
}

fn strings(values: Vec<String>) -> Cow<'static, [Cow<'static, str>]> {
    Cow::Owned(values.into_iter().map(Cow::Owned).collect())
}

fn both(id: String, en: String) -> Text {
    Text {
        id: Cow::Owned(id),
        en: Cow::Owned(en),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const RULE: &str = "[instrument]\nid = \"x\"\nname = \"X\"\neffective = \"2024-01-01\"\n[[provision]]\nid = \"X-1\"\nact = \"promote\"\nphases = [\"campaign\"]\nauthors = [\"pns\"]\ntier = \"ringan\"\ncitations = [\"PP 94/2021\"]\nsummary_id = \"a\"\nsummary_en = \"a\"\nconfidence = \"single\"\nsources = [\"s\"]\n";
    const MATCH: &str = "match = [{ text = \"a\", phase = \"campaign\", author = \"pns\" }]\n";
    const NO_MATCH: &str =
        "no_match = [{ text = \"b\", phase = \"quiet\", author = \"public\" }]\n";

    fn built(text: &str) -> Result<(), Vec<String>> {
        let sources = BTreeSet::from(["s".to_owned()]);
        Law::default()
            .read("x.toml", text, Some(&sources))
            .map_err(|errors| errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_rule_of_the_crate_needs_texts_that_match_and_texts_that_do_not() {
        assert_eq!(built(&format!("{RULE}{MATCH}{NO_MATCH}")), Ok(()));
        let remedy =
            "give at least one { text, phase, author } that must match and one that must not";
        assert_eq!(
            built(&format!("{RULE}{MATCH}")),
            Err(vec![format!(
                "x.toml:5:1: `X-1` has no text under `no_match`; {remedy}"
            )])
        );
        assert_eq!(built(RULE).map_err(|errors| errors.len()), Err(2));
    }

    #[test]
    fn a_source_must_be_known_in_the_crate() {
        let errors =
            built(&format!("{RULE}{MATCH}{NO_MATCH}").replace("\"s\"", "\"t\"")).unwrap_err();
        assert_eq!(
            errors,
            ["x.toml:15:12: the source `t` is not known; add it to data/sources/*.toml"]
        );
    }
}
