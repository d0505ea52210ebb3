//! The rule files carry the whole of the legal reference: every row with its phase, tier, authors and basis, and nothing beside it unsaid.

use std::collections::BTreeSet;

use netral::{Author, Classifier, Phase, Provision, Tier};

struct Row {
    id: &'static str,
    kind: &'static str,
    phase: &'static str,
    tier: &'static str,
    other: &'static str,
    authors: &'static str,
    basis: &'static str,
    about: &'static str,
}

fn reference() -> Vec<Row> {
    include_str!("reference.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, kind, phase, tier, other, authors, basis, about] = cells[..] else {
                panic!("eight cells a row: {line}");
            };
            Row {
                id,
                kind,
                phase,
                tier,
                other,
                authors,
                basis,
                about,
            }
        })
        .collect()
}

fn phases(name: &str) -> BTreeSet<Phase> {
    Phase::ALL
        .iter()
        .copied()
        .filter(|phase| match name {
            "pre" => *phase == Phase::PreCandidacy,
            "fixed" => *phase != Phase::PreCandidacy,
            _ => true,
        })
        .collect()
}

fn find<'c>(classifier: &'c Classifier, id: &str) -> &'c Provision {
    classifier
        .provisions()
        .iter()
        .find(|provision| provision.id == id)
        .unwrap_or_else(|| panic!("{id} is in no rule file"))
}

#[test]
fn every_row_of_the_reference_is_there_with_its_phase_tier_authors_and_basis() {
    let classifier = Classifier::new();
    let rows = reference();
    assert_eq!(rows.iter().filter(|row| row.kind == "rule").count(), 45);
    for row in rows
        .iter()
        .filter(|row| row.kind != "left_out" && row.kind != "own")
    {
        let provision = find(&classifier, row.id);
        let id = row.id;
        assert_eq!(
            provision.phases.iter().copied().collect::<BTreeSet<_>>(),
            phases(row.phase),
            "{id}: phases"
        );
        assert_eq!(provision.tier.name(), row.tier, "{id}: tier");
        assert_eq!(provision.dismissal, row.other == "dismissal", "{id}");
        if let Ok(other) = row.other.parse::<Tier>() {
            assert_eq!(provision.tier_alt, Some(other), "{id}: other reading");
        }
        let authors: BTreeSet<Author> = provision.authors.iter().copied().collect();
        for author in row.authors.split(' ') {
            assert!(authors.contains(&author.parse().unwrap()), "{id}: {author}");
        }
        if row.kind == "rule" {
            assert_eq!(
                authors.len(),
                row.authors.split(' ').count(),
                "{id}: authors"
            );
        }
        for article in row.basis.split("; ").filter(|article| *article != "-") {
            assert!(
                provision.citations.iter().any(|cited| cited == article),
                "{id} does not cite {article}"
            );
        }
        assert!(
            !provision.sources.is_empty() && !row.about.is_empty(),
            "{id}"
        );
    }
}

#[test]
fn what_the_reference_leaves_open_is_named_as_open() {
    let classifier = Classifier::new();
    for id in ["SKB22-B3", "SKB22-B8", "SKB22-B9", "SKB22-B6", "PP94-5N1"] {
        let provision = find(&classifier, id);
        assert!(
            provision.tier_alt.is_some() && provision.note.is_some(),
            "{id}"
        );
    }
    let member = find(&classifier, "SKB22-B5");
    assert!(member.dismissal && member.note.is_some());
}

#[test]
fn rows_left_out_and_rows_of_our_own_are_listed_with_a_reason() {
    let classifier = Classifier::new();
    let rows = reference();
    for row in rows.iter().filter(|row| row.kind == "left_out") {
        assert!(row.basis.len() > 20, "{} needs a reason", row.id);
        assert!(
            classifier
                .provisions()
                .iter()
                .all(|provision| provision.id != row.id)
        );
        let (id, words) = row.about.split_once(": ").unwrap();
        let note = find(&classifier, id).note.as_ref().unwrap();
        assert!(note.id.contains(words), "{id} does not name {words}");
    }
    let listed: BTreeSet<&str> = rows.iter().map(|row| row.id).collect();
    for provision in classifier.provisions() {
        assert!(
            listed.contains(provision.id.as_ref()),
            "{} is neither a row of the reference nor listed as our own",
            provision.id
        );
    }
    for row in rows.iter().filter(|row| row.kind == "own") {
        find(&classifier, row.id);
    }
}

#[test]
fn the_four_tiers_carry_their_articles_and_sanctions() {
    let classifier = Classifier::new();
    for (tier, basis, count) in [
        (Tier::KodeEtik, "PP 42/2004 Pasal 15 ayat (3)", 2),
        (Tier::Ringan, "PP 94/2021 Pasal 8 ayat (2)", 3),
        (Tier::Sedang, "PP 94/2021 Pasal 8 ayat (3)", 3),
        (Tier::Berat, "PP 94/2021 Pasal 8 ayat (4)", 3),
    ] {
        let info = classifier
            .tiers()
            .iter()
            .find(|info| info.tier == tier && info.until.is_none())
            .unwrap();
        assert!(info.citations.iter().any(|cited| cited == basis), "{tier}");
        assert_eq!(
            (info.sanctions_id.len(), info.sanctions_en.len()),
            (count, count)
        );
    }
    let sedang = |ended: bool| {
        classifier
            .tiers()
            .iter()
            .find(|info| info.tier == Tier::Sedang && info.until.is_some() == ended)
            .unwrap()
    };
    let note = sedang(false).note.as_ref().unwrap();
    assert!(note.id.contains("PP 53/2010 Pasal 7 ayat (3)") && note.en.contains("Pasal 42"));
    assert!(sedang(true).sanctions_id[0].contains("penundaan kenaikan gaji berkala"));
}
