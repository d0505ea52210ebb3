//! TOML files: sources, rules, calendars and user elections.

use std::borrow::Cow;

use regex::Regex;
use serde::Deserialize;
use toml::Spanned;

use super::class::Named;
use super::date::Date;
use super::election::{Calendar, Election, Ticket};
use super::error::DataError;
use super::law::{Act, Author, Confidence, Contest, Phase, Provision, Text, Tier, TierInfo};
use super::rows::Sources;

/// Parses TOML, turning a mistake into an error with its place.
pub(crate) fn parse<'t, T: Deserialize<'t>>(
    file: &str,
    text: &'t str,
    remedy: &str,
) -> Result<T, DataError> {
    toml::from_str(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        let what = error.message().replace('\n', ", ");
        DataError::at_byte(file, text, byte, what, remedy)
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    instrument: Option<Instrument>,
    #[serde(default)]
    provision: Vec<Spanned<ProvisionRow>>,
    #[serde(default)]
    tier: Vec<Spanned<TierRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Instrument {
    id: String,
    name: String,
    effective: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionRow {
    id: String,
    act: Spanned<String>,
    phases: Vec<Spanned<String>>,
    authors: Vec<Spanned<String>>,
    tier: Spanned<String>,
    tier_alt: Option<Spanned<String>>,
    statutory: Option<Spanned<String>>,
    citations: Vec<Spanned<String>>,
    summary_id: String,
    summary_en: String,
    note_id: Option<String>,
    note_en: Option<String>,
    confidence: Spanned<String>,
    sources: Vec<Spanned<String>>,
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
}

/// Everything the rule files say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Law {
    /// Provisions in the order of the files.
    pub provisions: Vec<Provision>,
    /// Tiers.
    pub tiers: Vec<TierInfo>,
}

struct Check<'c> {
    file: &'c str,
    text: &'c str,
    sources: Sources<'c>,
    errors: Vec<DataError>,
}

impl<'c> Check<'c> {
    fn new(file: &'c str, text: &'c str, sources: Sources<'c>) -> Self {
        Self {
            file,
            text,
            sources,
            errors: Vec::new(),
        }
    }

    /// What was read, unless a mistake was found.
    fn finish<T>(self, read: T) -> Result<T, Vec<DataError>> {
        if self.errors.is_empty() {
            Ok(read)
        } else {
            Err(self.errors)
        }
    }

    fn fail(&mut self, byte: usize, what: String, remedy: &str) {
        self.errors
            .push(DataError::at_byte(self.file, self.text, byte, what, remedy));
    }

    fn named<T: Named>(&mut self, value: &Spanned<String>) -> Option<T> {
        let parsed = value.get_ref().parse().ok();
        if parsed.is_none() {
            self.fail(
                value.span().start,
                format!("`{}` is not known here", value.get_ref()),
                &T::remedy(),
            );
        }
        parsed
    }

    fn date(&mut self, value: &Spanned<String>) -> Option<Date> {
        match value.get_ref().parse() {
            Ok(date) => Some(date),
            Err(error) => {
                self.fail(
                    value.span().start,
                    format!("{error}"),
                    "write the day as year-month-day",
                );
                None
            }
        }
    }

    fn sources(&mut self, values: &[Spanned<String>], byte: usize) {
        if values.is_empty() {
            self.fail(
                byte,
                "no source is named".to_owned(),
                "name a key of data/sources/*.toml",
            );
        }
        let Some(known) = self.sources else { return };
        for value in values {
            if !known.contains(value.get_ref()) {
                self.fail(
                    value.span().start,
                    format!("the source `{}` is not known", value.get_ref()),
                    "add it to data/sources/*.toml",
                );
            }
        }
    }

    /// A citation must name an instrument with number and year, and article parts in their order.
    fn citations(&mut self, shape: Option<&Regex>, values: &[Spanned<String>]) {
        for value in values {
            if shape.is_some_and(|shape| !shape.is_match(value.get_ref())) {
                self.fail(
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
        r"^(UU|PP|SKB|SE|Perpres|Peraturan BKN|Putusan MK|Surat Kepala BKN)( [A-Za-z]+)* [A-Z0-9][A-Za-z0-9./-]*/[A-Za-z0-9./-]*[0-9]( tanggal [0-9]{1,2} [A-Z][a-z]+ [0-9]{4})?( Lampiran [IV]+)?( Pasal [0-9]+)?( ayat \([0-9]\)(-\([0-9]\))?)?( huruf [A-Za-z])?( angka [0-9]+)?( butir [0-9]+)?$",
    )
    .ok()
}

fn owned(values: Vec<Spanned<String>>) -> Cow<'static, [Cow<'static, str>]> {
    Cow::Owned(
        values
            .into_iter()
            .map(|value| Cow::Owned(value.into_inner()))
            .collect(),
    )
}

fn strings(values: Vec<String>) -> Cow<'static, [Cow<'static, str>]> {
    Cow::Owned(values.into_iter().map(Cow::Owned).collect())
}

fn text(id: Option<String>, en: Option<String>) -> Option<Text> {
    Some(Text {
        id: Cow::Owned(id?),
        en: Cow::Owned(en?),
    })
}

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
        let mut check = Check::new(file, content, sources);
        let shape = citation_shape();
        let mut own = Self::default();
        let effective = match &parsed.instrument {
            Some(instrument) => check.date(&instrument.effective),
            None => Date::new(2004, 1, 1),
        };
        if parsed.instrument.is_none() && !parsed.provision.is_empty() {
            check.fail(
                0,
                "the file has provisions and no [instrument]".to_owned(),
                "add [instrument] with id, name and effective",
            );
        }
        for row in parsed.provision {
            let start = row.span().start;
            let row = row.into_inner();
            if self
                .provisions
                .iter()
                .chain(&own.provisions)
                .any(|known| known.id == row.id)
            {
                check.fail(
                    start,
                    format!("the provision `{}` is already there", row.id),
                    "give each provision an id of its own",
                );
            }
            if row.note_id.is_some() != row.note_en.is_some() {
                check.fail(
                    start,
                    format!("the note of `{}` is in one language only", row.id),
                    "write note_id and note_en",
                );
            }
            if row.phases.is_empty() || row.authors.is_empty() {
                check.fail(
                    start,
                    format!("`{}` applies to no phase or no author", row.id),
                    "list phases and authors",
                );
            }
            let act = check.named::<Act>(&row.act);
            let tier = check.named::<Tier>(&row.tier);
            let tier_alt = row
                .tier_alt
                .as_ref()
                .and_then(|alt| check.named::<Tier>(alt));
            let phases = row
                .phases
                .iter()
                .filter_map(|phase| check.named::<Phase>(phase))
                .collect();
            let authors = row
                .authors
                .iter()
                .filter_map(|author| check.named::<Author>(author))
                .collect();
            let confidence = check.named::<Confidence>(&row.confidence);
            if let Some(statutory) = row
                .statutory
                .as_ref()
                .filter(|value| value.get_ref() != "dismissal")
            {
                check.fail(
                    statutory.span().start,
                    format!("`{}` is no statutory consequence", statutory.get_ref()),
                    "write `dismissal` or leave the key out",
                );
            }
            check.citations(shape.as_ref(), &row.citations);
            check.sources(&row.sources, start);
            if let (Some(act), Some(tier), Some(confidence), Some(effective)) =
                (act, tier, confidence, effective)
            {
                own.provisions.push(Provision {
                    id: Cow::Owned(row.id),
                    act,
                    phases: Cow::Owned(phases),
                    authors: Cow::Owned(authors),
                    tier,
                    tier_alt,
                    dismissal: row.statutory.is_some(),
                    citations: owned(row.citations),
                    summary: Text {
                        id: Cow::Owned(row.summary_id),
                        en: Cow::Owned(row.summary_en),
                    },
                    note: text(row.note_id, row.note_en),
                    confidence,
                    effective,
                });
            }
        }
        for row in parsed.tier {
            let start = row.span().start;
            let row = row.into_inner();
            check.citations(shape.as_ref(), &row.citations);
            check.sources(&row.sources, start);
            if row.sanctions_id.len() != row.sanctions_en.len() {
                check.fail(
                    start,
                    "the sanctions differ in number between the languages".to_owned(),
                    "list the same sanctions in the same order",
                );
            }
            if let Some(tier) = check.named::<Tier>(&row.id) {
                own.tiers.push(TierInfo {
                    tier,
                    citations: owned(row.citations),
                    sanctions_id: strings(row.sanctions_id),
                    sanctions_en: strings(row.sanctions_en),
                    note: text(row.note_id, row.note_en),
                });
            }
        }
        let mut own = check.finish(own)?;
        self.provisions.append(&mut own.provisions);
        self.tiers.append(&mut own.tiers);
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContestFile {
    #[serde(default)]
    contest: Vec<Spanned<ContestRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContestRow {
    id: String,
    name: String,
    begin: Spanned<String>,
    fixed: Spanned<String>,
    campaign: Vec<Spanned<String>>,
    quiet: Vec<Spanned<String>>,
    polling: Spanned<String>,
    end: Spanned<String>,
    #[serde(default)]
    verified: Vec<String>,
    sources: Vec<Spanned<String>>,
}

/// Reads `elections.toml`.
///
/// # Errors
/// Every mistake found.
pub(crate) fn contests(
    file: &str,
    content: &str,
    sources: Sources<'_>,
) -> Result<Vec<Contest>, Vec<DataError>> {
    let parsed: ContestFile = parse(
        file,
        content,
        "see data/README.md for the keys of a contest",
    )
    .map_err(|error| vec![error])?;
    let mut check = Check::new(file, content, sources);
    let mut all = Vec::new();
    for row in parsed.contest {
        let start = row.span().start;
        let row = row.into_inner();
        check.sources(&row.sources, start);
        let days = calendar(
            &mut check,
            start,
            &row.fixed,
            &row.campaign,
            &row.quiet,
            &row.polling,
        );
        let (begin, end) = (check.date(&row.begin), check.date(&row.end));
        if let (Some(days), Some(begin), Some(end)) = (days, begin, end) {
            let verified = ["fixed", "campaign", "polling"]
                .iter()
                .all(|key| row.verified.iter().any(|name| name == key));
            all.push(Contest {
                id: Cow::Owned(row.id),
                name: Cow::Owned(row.name),
                begin,
                fixed: days.fixed,
                campaign: days.campaign,
                quiet: days.quiet,
                polling: days.polling,
                end,
                verified,
            });
        }
    }
    check.finish(all)
}

/// The days of an election, checked for their order.
fn calendar(
    check: &mut Check<'_>,
    start: usize,
    fixed: &Spanned<String>,
    campaign: &[Spanned<String>],
    quiet: &[Spanned<String>],
    polling: &Spanned<String>,
) -> Option<Calendar> {
    let mut pair = |list: &[Spanned<String>], key: &str| {
        if let [first, last] = list {
            Some((check.date(first)?, check.date(last)?))
        } else {
            check.fail(
                start,
                format!("`{key}` does not hold two days"),
                "write the first and the last day",
            );
            None
        }
    };
    let campaign = pair(campaign, "campaign")?;
    let quiet = pair(quiet, "quiet")?;
    let (fixed, polling) = (check.date(fixed)?, check.date(polling)?);
    if !(fixed <= campaign.0
        && campaign.0 <= campaign.1
        && campaign.1 < quiet.0
        && quiet.0 <= quiet.1
        && quiet.1 < polling)
    {
        check.fail(
            start,
            "the days are not in the order fixed, campaign, quiet, polling".to_owned(),
            "correct the days",
        );
        return None;
    }
    Some(Calendar {
        fixed,
        campaign,
        quiet,
        polling,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ElectionFile {
    election: ElectionHead,
    #[serde(default)]
    ticket: Vec<Spanned<TicketRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ElectionHead {
    name: Spanned<String>,
    #[serde(default)]
    office: String,
    #[serde(default)]
    region: String,
    calendar: Option<Spanned<CalendarRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarRow {
    fixed: Spanned<String>,
    campaign: Vec<Spanned<String>>,
    quiet: Vec<Spanned<String>>,
    polling: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TicketRow {
    number: Option<Spanned<u32>>,
    candidate: Spanned<String>,
    running_mate: Option<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    #[serde(default)]
    parties: Vec<String>,
}

/// Reads a user's election.
///
/// # Errors
/// Every mistake found: unknown keys, a missing candidate, a number used twice, days out of order.
pub(crate) fn election(file: &str, content: &str) -> Result<Election, Vec<DataError>> {
    let remedy = "keys of [election]: name, office, region, calendar; keys of [[ticket]]: number, candidate, running_mate, aliases, parties";
    let parsed: ElectionFile = parse(file, content, remedy).map_err(|error| vec![error])?;
    let mut check = Check::new(file, content, None);
    if parsed.election.name.get_ref().trim().is_empty() {
        check.fail(
            parsed.election.name.span().start,
            "the election has no name".to_owned(),
            "name it as the election body does",
        );
    }
    if parsed.ticket.is_empty() {
        check.fail(
            content.len(),
            "the election has no ticket".to_owned(),
            "add a [[ticket]] with a candidate",
        );
    }
    let calendar = parsed.election.calendar.and_then(|row| {
        let start = row.span().start;
        let row = row.into_inner();
        self::calendar(
            &mut check,
            start,
            &row.fixed,
            &row.campaign,
            &row.quiet,
            &row.polling,
        )
    });
    let mut tickets: Vec<Ticket> = Vec::new();
    for row in parsed.ticket {
        let row = row.into_inner();
        if row.candidate.get_ref().trim().is_empty() {
            check.fail(
                row.candidate.span().start,
                "the ticket has no candidate".to_owned(),
                "write the candidate's full name",
            );
        }
        if let Some(number) = &row.number {
            if !(1..=99).contains(number.get_ref()) {
                check.fail(
                    number.span().start,
                    format!("{} is no ballot number", number.get_ref()),
                    "write a number from 1 to 99",
                );
            }
            if let Some(other) = tickets
                .iter()
                .find(|ticket| ticket.number == Some(*number.get_ref()))
            {
                let what = format!(
                    "the number {} already belongs to {}",
                    number.get_ref(),
                    other.candidate
                );
                check.fail(
                    number.span().start,
                    what,
                    "give each ticket a number of its own",
                );
            }
        }
        for alias in &row.aliases {
            if alias.get_ref().trim().is_empty() {
                check.fail(
                    alias.span().start,
                    "the alias is empty".to_owned(),
                    "delete it or write the name",
                );
            }
        }
        tickets.push(Ticket {
            number: row.number.map(Spanned::into_inner),
            candidate: row.candidate.into_inner(),
            running_mate: row.running_mate,
            aliases: row.aliases.into_iter().map(Spanned::into_inner).collect(),
            parties: row.parties,
        });
    }
    check.finish(Election {
        name: parsed.election.name.into_inner(),
        office: parsed.election.office,
        region: parsed.election.region,
        calendar,
        tickets,
    })
}
