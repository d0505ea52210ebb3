//! TOML files of elections: the calendars of contests, and the elections of a user.

use std::borrow::Cow;

use serde::Deserialize;
use toml::Spanned;

use super::election::{Calendar, Election, Ticket};
use super::error::DataError;
use super::law::Contest;
use super::rows::Sources;
use super::toml_file::{Check, parse};

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
    let mut all: Vec<Contest> = Vec::new();
    for row in parsed.contest {
        let start = row.span().start;
        let row = row.into_inner();
        check.sources(&row.sources, start);
        if all.iter().any(|known| known.id == row.id) {
            check.fail(
                start,
                format!("the contest `{}` is already there", row.id),
                "give each contest an id of its own",
            );
        }
        let days = CalendarRow {
            fixed: row.fixed,
            campaign: row.campaign,
            quiet: row.quiet,
            polling: row.polling,
        };
        let days = calendar(&mut check, start, &days);
        let (begin, end) = (check.date(&row.begin), check.date(&row.end));
        if let (Some(days), Some(begin), Some(end)) = (days, begin, end) {
            if begin > days.fixed || end < days.polling {
                check.fail(
                    start,
                    "the contest begins after candidates are fixed or ends before polling"
                        .to_owned(),
                    "correct begin and end",
                );
            }
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
fn calendar(check: &mut Check<'_>, start: usize, row: &CalendarRow) -> Option<Calendar> {
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
    let campaign = pair(&row.campaign, "campaign")?;
    let quiet = pair(&row.quiet, "quiet")?;
    let (fixed, polling) = (check.date(&row.fixed)?, check.date(&row.polling)?);
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
    let calendar = parsed
        .election
        .calendar
        .and_then(|row| self::calendar(&mut check, row.span().start, row.get_ref()));
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
