//! Invented posts that reach exactly one rule of each act, and near misses that do not.

use std::collections::{BTreeMap, BTreeSet};

use netral::{Phase, Post, classify};
use serde_json::{Map, Value};

use super::rules;

type Row = Map<String, Value>;

fn read(rows: &str) -> Vec<Row> {
    rows.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text<'r>(row: &'r Row, key: &str) -> &'r str {
    row.get(key).and_then(Value::as_str).unwrap_or("")
}

fn post(row: &Row) -> Post<'static> {
    serde_json::from_value(Value::Object(row.clone())).unwrap()
}

/// The rows of the decree and the numbered means of Pasal 5 huruf n with a tier.
fn rules_with_a_tier() -> Vec<String> {
    let part = |part: &str, count: u32| {
        (1..=count)
            .map(|row| format!("SKB22-{part}{row}"))
            .collect::<Vec<_>>()
    };
    let means = (2..=7).map(|number| format!("PP94-5N{number}"));
    [part("A", 7), part("B", 12), means.collect()].concat()
}

#[test]
fn every_post_reaches_its_rule_and_nothing_but_what_is_named_beside_it() {
    let mut wrong = Vec::new();
    for row in read(include_str!("../corpus/law-rules.jsonl")) {
        let verdict = classify(post(&row));
        let mut wanted: BTreeSet<&str> = BTreeSet::from([text(&row, "rule")]);
        wanted.extend(
            row["also"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str),
        );
        let found: BTreeSet<&str> = rules(&verdict).into_iter().collect();
        if found != wanted {
            wrong.push(format!("{}: {found:?} for {wanted:?}", text(&row, "id")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn near_misses_do_not_reach_the_rule_they_resemble() {
    for row in read(include_str!("../corpus/law-near.jsonl")) {
        let verdict = classify(post(&row));
        assert!(
            !rules(&verdict).contains(&text(&row, "not_rule")),
            "{}",
            text(&row, "id")
        );
    }
}

#[test]
fn each_rule_has_three_posts_a_phase_and_two_near_misses() {
    let mut reached: BTreeMap<(String, Phase), u32> = BTreeMap::new();
    for row in read(include_str!("../corpus/law-rules.jsonl")) {
        let phase = text(&row, "phase").parse().unwrap();
        *reached
            .entry((text(&row, "rule").to_owned(), phase))
            .or_default() += 1;
    }
    let mut missed: BTreeMap<String, u32> = BTreeMap::new();
    for row in read(include_str!("../corpus/law-near.jsonl")) {
        *missed.entry(text(&row, "not_rule").to_owned()).or_default() += 1;
    }
    let classifier = netral::Classifier::new();
    for rule in rules_with_a_tier() {
        let provision = classifier
            .provisions()
            .iter()
            .find(|provision| provision.id == rule)
            .unwrap();
        for phase in provision.phases.iter() {
            let count = reached.get(&(rule.clone(), *phase)).copied().unwrap_or(0);
            assert!(count >= 3, "{rule} in {phase}: {count}");
        }
        assert!(missed.get(&rule).copied().unwrap_or(0) >= 2, "{rule}");
    }
}
