//! A user's election as lexicon rows: targets, and the names under which people speak of them.

use crate::source::class::{Ambiguity, Attitude, Class, TargetKind};
use crate::source::election::Election;
use crate::source::error::DataError;
use crate::source::rows::{Alias, Place, Tables, Target, Term};
use crate::token::fold;

/// Adds an election's tickets and their names to tables; gives back what is wrong with it.
pub(crate) fn add_election(
    tables: &mut Tables,
    contest: &str,
    election: &Election,
) -> Vec<DataError> {
    let mut errors = Vec::new();
    let place = Place {
        file: election.name.clone(),
        line: 0,
    };
    let mut fail =
        |what: String, remedy: &str| errors.push(DataError::at(&election.name, 0, 0, what, remedy));
    tables
        .terms
        .extend(region_name(&election.region).map(|term| Term {
            term,
            class: Class::Place,
            place: place.clone(),
        }));
    let mut seen: Vec<u32> = Vec::new();
    for (index, ticket) in election.tickets.iter().enumerate() {
        if ticket.candidate.trim().is_empty() {
            fail(
                format!("ticket {} has no candidate", index + 1),
                "give the candidate's full name",
            );
            continue;
        }
        if let Some(number) = ticket.number {
            if seen.contains(&number) {
                fail(
                    format!("the number {number} is given twice"),
                    "give each ticket a number of its own",
                );
            }
            seen.push(number);
        }
        let id = format!(
            "ticket-{contest}-{}",
            ticket
                .number
                .map_or_else(|| format!("x{index}"), |number| number.to_string())
        );
        let mate = ticket
            .running_mate
            .as_deref()
            .filter(|mate| !mate.trim().is_empty());
        let name = mate.map_or_else(
            || ticket.candidate.clone(),
            |mate| format!("{} – {mate}", ticket.candidate),
        );
        let ballot = ticket
            .number
            .map(|number| (contest.to_owned(), number))
            .into_iter()
            .collect();
        tables.targets.push(Target {
            id: id.clone(),
            kind: TargetKind::Ticket,
            name,
            ballot,
            members: Vec::new(),
            place: place.clone(),
        });
        let mut names: Vec<(String, Ambiguity)> = Vec::new();
        for person in [Some(ticket.candidate.as_str()), mate]
            .into_iter()
            .flatten()
        {
            let full = folded_words(person);
            let words = full.split(' ').count();
            names.push((
                full.clone(),
                if words > 1 {
                    Ambiguity::Clear
                } else {
                    Ambiguity::Name
                },
            ));
            // Single words of a name, and with a title, count with politics nearby.
            for word in full.split(' ').filter(|word| words > 1 && word.len() >= 4) {
                names.push((word.to_owned(), Ambiguity::Name));
            }
            if let Some(first) = full.split(' ').next() {
                for title in [
                    "pak", "bu", "bapak", "ibu", "mas", "bang", "kang", "cak", "gus", "haji",
                ] {
                    names.push((format!("{title} {first}"), Ambiguity::Name));
                }
            }
        }
        if let Some(mate) = mate {
            let firsts = [ticket.candidate.as_str(), mate].map(|name| {
                folded_words(name)
                    .split(' ')
                    .next()
                    .unwrap_or("")
                    .to_owned()
            });
            if firsts.iter().all(|first| first.len() > 2) {
                names.push((firsts.join(" "), Ambiguity::Clear));
            }
        }
        let listed = ticket.aliases.iter().map(|alias| {
            let alias = folded_words(alias);
            // An acronym may be an everyday word; several words rarely are.
            let ambiguity = if alias.contains(' ') {
                Ambiguity::Likely
            } else {
                Ambiguity::Word
            };
            (alias, ambiguity)
        });
        let mut known: Vec<String> = Vec::new();
        // What the user says people are called comes before what is made of their names.
        for (alias, ambiguity) in listed.chain(names) {
            if alias.is_empty() || known.contains(&alias) {
                continue;
            }
            known.push(alias.clone());
            tables.aliases.push(Alias {
                alias,
                target: id.clone(),
                attitude: Attitude::Neutral,
                ambiguity,
                from: 0,
                to: u16::MAX,
                place: place.clone(),
            });
        }
    }
    errors
}

/// The name of a region without what kind of region it is; nothing where a word of it may be an everyday one.
fn region_name(region: &str) -> Option<String> {
    const KINDS: [&str; 6] = ["provinsi", "kabupaten", "kota", "kab", "prov", "daerah"];
    let folded = folded_words(region);
    let name = folded
        .split_once(' ')
        .filter(|(kind, _)| KINDS.contains(kind))
        .map_or(folded.as_str(), |(_, name)| name);
    name.contains(' ').then(|| name.to_owned())
}

/// A name as lexicon keys are written: folded, one blank between words, no punctuation.
fn folded_words(name: &str) -> String {
    let plain: String = fold(name)
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '`' | '.'))
        .map(|letter| {
            if letter.is_alphanumeric() || letter == '@' {
                letter
            } else {
                ' '
            }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
