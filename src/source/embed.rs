//! For the build script alone: the keys of sources, and the law as Rust literals.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Deserialize;

use super::compile::Base;
use super::date::Date;
use super::error::DataError;
use super::law::{Contest, Law, Rule, Text, by_act};
use super::toml_file::parse;

/// The base of the compiled lexicon itself: nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nothing;

impl Base for Nothing {
    fn form_count(&self) -> u32 {
        0
    }

    fn target_count(&self) -> u32 {
        0
    }

    fn lemmas(&self, _: &str) -> Option<Vec<u32>> {
        None
    }

    fn target(&self, _: &str) -> Option<u32> {
        None
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    source: Vec<SourceRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct SourceRow {
    id: String,
    title: String,
    licence: String,
    address: Option<String>,
    note: Option<String>,
}

/// The ids of a file of sources.
///
/// # Errors
/// The first mistake of the file.
pub(crate) fn sources(file: &str, text: &str) -> Result<Vec<String>, DataError> {
    let parsed: SourceFile = parse(
        file,
        text,
        "give each [[source]] an id, a title and a licence",
    )?;
    Ok(parsed.source.into_iter().map(|row| row.id).collect())
}

/// The same as Rust literals, for the tables compiled into the crate.
pub(crate) fn to_rust(law: &Law, contests: &[Contest]) -> String {
    let mut out = String::from("pub(crate) static PROVISIONS: &[Provision] = &[\n");
    for row in &law.provisions {
        let _ = writeln!(
            out,
            "Provision {{ id: Cow::Borrowed({:?}), instrument: Cow::Borrowed({:?}), acts: {}, phases: {}, authors: {}, tier: Tier::{:?}, tier_alt: {}, dismissal: {}, impact: {}, candidates_only: {}, unless_on_leave: {}, citations: {}, summary: {}, note: {}, confidence: Confidence::{:?}, sources: {}, effective: {}, until: {} }},",
            row.id,
            row.instrument,
            literal_names("Act", &row.acts),
            literal_names("Phase", &row.phases),
            literal_names("Author", &row.authors),
            row.tier,
            literal_option(row.tier_alt, |tier| format!("Tier::{tier:?}")),
            row.dismissal,
            literal_names("Impact", &row.impact),
            row.candidates_only,
            row.unless_on_leave,
            literal_list(&row.citations),
            literal_text(&row.summary),
            literal_option(row.note.as_ref(), literal_text),
            row.confidence,
            literal_list(&row.sources),
            literal_date(row.effective),
            literal_option(row.until, literal_date),
        );
    }
    out.push_str("];\nstatic RULES: &[Rule] = &[\n");
    for row in law.provisions.iter().map(Rule::of) {
        let _ = writeln!(
            out,
            "Rule {{ id: Cow::Borrowed({:?}), instrument: Cow::Borrowed({:?}), tier: Tier::{:?}, tier_alt: {}, dismissal: {}, confidence: Confidence::{:?}, sources: {}, summary: {}, note: {} }},",
            row.id,
            row.instrument,
            row.tier,
            literal_option(row.tier_alt, |tier| format!("Tier::{tier:?}")),
            row.dismissal,
            row.confidence,
            literal_list(&row.sources),
            literal_text(&row.summary),
            literal_option(row.note.as_ref(), literal_text),
        );
    }
    let acts: Vec<String> = by_act(&law.provisions)
        .iter()
        .map(|list| format!("&{list:?}"))
        .collect();
    let _ = writeln!(
        out,
        "];\nstatic BY_ACT: &[&[Reach]] = &[{}",
        acts.join(", ")
    );
    out.push_str("];\npub(crate) static TIERS: &[TierInfo] = &[\n");
    for row in &law.tiers {
        let _ = writeln!(
            out,
            "TierInfo {{ tier: Tier::{:?}, citations: {}, sanctions_id: {}, sanctions_en: {}, note: {}, sources: {}, effective: {}, until: {} }},",
            row.tier,
            literal_list(&row.citations),
            literal_list(&row.sanctions_id),
            literal_list(&row.sanctions_en),
            literal_option(row.note.as_ref(), literal_text),
            literal_list(&row.sources),
            literal_date(row.effective),
            literal_option(row.until, literal_date),
        );
    }
    out.push_str("];\nstatic VALIDITY: &[Validity] = &[\n");
    for row in &law.validity {
        let _ = writeln!(
            out,
            "Validity {{ law: Cow::Borrowed({:?}), from: {}, until: {} }},",
            row.law,
            literal_option(row.from, literal_date),
            literal_option(row.until, literal_date),
        );
    }
    out.push_str("];\nstatic SUPERVISORS: &[Supervisor] = &[\n");
    for row in &law.supervisors {
        let _ = writeln!(
            out,
            "Supervisor {{ name: {}, from: {}, until: {} }},",
            literal_text(&row.name),
            literal_option(row.from, literal_date),
            literal_option(row.until, literal_date),
        );
    }
    out.push_str("];\npub(crate) static CONTESTS: &[Contest] = &[\n");
    for row in contests {
        let _ = writeln!(
            out,
            "Contest {{ id: Cow::Borrowed({:?}), name: Cow::Borrowed({:?}), begin: {}, fixed: {}, campaign: ({}, {}), quiet: ({}, {}), polling: {}, end: {}, verified: {} }},",
            row.id,
            row.name,
            literal_date(row.begin),
            literal_date(row.fixed),
            literal_date(row.campaign.0),
            literal_date(row.campaign.1),
            literal_date(row.quiet.0),
            literal_date(row.quiet.1),
            literal_date(row.polling),
            literal_date(row.end),
            row.verified,
        );
    }
    out.push_str("];\n");
    out
}

fn literal_names(list: &str, names: &[impl std::fmt::Debug]) -> String {
    let items: Vec<String> = names
        .iter()
        .map(|name| format!("{list}::{name:?}"))
        .collect();
    format!("Cow::Borrowed(&[{}])", items.join(", "))
}

fn literal_option<T>(value: Option<T>, literal: impl Fn(T) -> String) -> String {
    value.map_or("None".to_owned(), |value| {
        format!("Some({})", literal(value))
    })
}

fn literal_list(list: &[Cow<'static, str>]) -> String {
    let items: Vec<String> = list
        .iter()
        .map(|item| format!("Cow::Borrowed({item:?})"))
        .collect();
    format!("Cow::Borrowed(&[{}])", items.join(", "))
}

fn literal_text(text: &Text) -> String {
    format!(
        "Text {{ id: Cow::Borrowed({:?}), en: Cow::Borrowed({:?}) }}",
        text.id, text.en
    )
}

fn literal_date(date: Date) -> String {
    format!("day({}, {}, {})", date.year(), date.month(), date.day())
}
