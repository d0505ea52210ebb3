//! Elections that the user knows and the crate does not.

use netral::{Classifier, Election, Phase, Post, Role, Stance, Ticket, classify};

const TIRTA: &str = r#"
[election]
name = "Pilkada Kabupaten Sumber Rejeki 2029"
office = "bupati"
region = "Kabupaten Sumber Rejeki"
[election.calendar]
fixed = "2029-09-22"
campaign = ["2029-09-25", "2029-11-23"]
quiet = ["2029-11-24", "2029-11-26"]
polling = "2029-11-27"
[[ticket]]
number = 1
candidate = "Suryanto Halim"
running_mate = "Wening Lestari"
aliases = ["Pak Sur", "MANIS"]
[[ticket]]
number = 2
candidate = "Hj. Dewi Kusumawati, S.E."
"#;

fn classifier() -> Classifier {
    Classifier::builder()
        .election(Election::from_toml("rejeki.toml", TIRTA).unwrap())
        .build()
        .unwrap()
}

#[test]
fn names_are_known_only_with_the_election() {
    let post = "Suryanto Halim memang terbaik, ayo menangkan!";
    let verdict = classifier().classify(post);
    assert_eq!(verdict.stance(), Stance::Support);
    assert_eq!(
        verdict.targets()[0].name(),
        "Suryanto Halim – Wening Lestari"
    );
    assert!(
        classify(post)
            .targets()
            .iter()
            .all(|target| target.name() == "-")
    );
}

#[test]
fn an_acronym_that_is_a_common_word_needs_capitals_or_company() {
    let classifier = classifier();
    assert!(
        !classifier
            .classify("es tehnya kurang manis mbak")
            .political()
    );
    assert_eq!(
        classifier.classify("coblos MANIS, menang total!").stance(),
        Stance::Support
    );
}

#[test]
fn the_calendar_gives_the_phase() {
    let classifier = classifier();
    let phase = |date: &str| {
        classifier
            .classify(Post::new("dukung Suryanto Halim").date(date.parse().unwrap()))
            .assumed()
            .phase()
    };
    assert_eq!(phase("2029-08-01"), Phase::PreCandidacy);
    assert_eq!(phase("2029-10-01"), Phase::Campaign);
    assert_eq!(phase("2029-11-27"), Phase::Polling);
}

#[test]
fn a_number_beside_the_name_is_the_ticket() {
    let verdict = classifier().classify("Suryanto Halim, coblos nomor 1 ya lur");
    assert_eq!(verdict.targets().len(), 1, "{:?}", verdict.targets());
}

#[test]
fn several_elections_stand_side_by_side() {
    let other = "[election]\nname = \"Pilkada Kota Laut Biru\"\n[[ticket]]\nnumber = 1\ncandidate = \"Rangga Samudera\"\n";
    let classifier = Classifier::builder()
        .election(Election::from_toml("a.toml", TIRTA).unwrap())
        .election(Election::from_toml("b.toml", other).unwrap())
        .build()
        .unwrap();
    assert_eq!(
        classifier.classify("ayo dukung Rangga Samudera!").stance(),
        Stance::Support
    );
    assert_eq!(
        classifier.classify("ayo dukung Suryanto Halim!").stance(),
        Stance::Support
    );
}

/// More words than two bytes can count: their numbers take three in the table of the election.
#[test]
fn an_election_of_tens_of_thousands_is_told_apart() {
    const CANDIDATES: u32 = 30_000;
    let syllables = |mut number: u32| {
        let mut word = String::new();
        for _ in 0..4 {
            word.push(char::from(b"bdgjklmnprst"[number as usize % 12]));
            word.push(char::from(b"aiueo"[number as usize / 12 % 5]));
            number /= 60;
        }
        word
    };
    let name = |number: u32| format!("{} {}", syllables(number * 2), syllables(number * 2 + 1));
    let mut election = Election::new("Pemilu Legislatif Sumber Rejeki 2029");
    election.tickets = (0..CANDIDATES)
        .map(|number| Ticket::new(name(number)))
        .collect();
    let classifier = Classifier::builder().election(election).build().unwrap();
    for number in (0..CANDIDATES).step_by(499) {
        let verdict = classifier.classify(format!("ayo coblos {}", name(number)).as_str());
        let side = &verdict.targets()[0];
        assert_eq!(verdict.stance(), Stance::Support, "{}", name(number));
        let named = side
            .evidence()
            .iter()
            .find(|part| part.role() == Role::Name);
        assert_eq!(named.unwrap().words(), name(number), "the whole name");
    }
}
