//! Bad data gets one clear error each, with place and remedy, and nothing of it is used.

use netral::{BuildError, Classifier, Election, Stance, classify};

fn election(text: &str) -> BuildError {
    Election::from_toml("tirta.toml", text).unwrap_err()
}

const HEAD: &str = "[election]\nname = \"Pilkada Tirta Raya\"\n";

#[test]
fn a_number_given_twice() {
    let error = election(&format!(
        "{HEAD}[[ticket]]\nnumber = 1\ncandidate = \"A B\"\n[[ticket]]\nnumber = 1\ncandidate = \"C D\"\n"
    ));
    assert_eq!(
        error.to_string(),
        "tirta.toml:7:10: the number 1 already belongs to A B; give each ticket a number of its own"
    );
}

#[test]
fn an_unknown_key() {
    let error = election(&format!(
        "{HEAD}[[ticket]]\nnumber = 1\ncandidate = \"A B\"\ncolour = \"red\"\n"
    ));
    assert_eq!(error.mistakes().len(), 1);
    let mistake = &error.mistakes()[0];
    assert_eq!(
        (mistake.file(), mistake.line(), mistake.column()),
        ("tirta.toml", 6, 1)
    );
    assert!(mistake.what().contains("colour"), "{mistake}");
    assert!(mistake.remedy().contains("running_mate"), "{mistake}");
}

#[test]
fn a_missing_candidate() {
    let error = election(&format!("{HEAD}[[ticket]]\nnumber = 1\n"));
    assert_eq!(error.mistakes().len(), 1);
    assert!(
        error
            .to_string()
            .starts_with("tirta.toml:3:1: missing field `candidate`"),
        "{error}"
    );
    let empty = election(&format!(
        "{HEAD}[[ticket]]\nnumber = 1\ncandidate = \" \"\n"
    ));
    assert_eq!(
        empty.to_string(),
        "tirta.toml:5:13: the ticket has no candidate; write the candidate's full name"
    );
}

#[test]
fn bytes_that_are_not_utf8() {
    let error =
        Election::from_toml_bytes("tirta.toml", b"[election]\nname = \"\xff\"\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "tirta.toml:2:9: the file is not UTF-8; save it as UTF-8"
    );
}

#[test]
fn days_out_of_order() {
    let error = election(
        "[election]\nname = \"X\"\n[election.calendar]\nfixed = \"2024-09-22\"\ncampaign = [\"2024-11-25\", \"2024-11-23\"]\nquiet = [\"2024-11-24\", \"2024-11-26\"]\npolling = \"2024-11-27\"\n[[ticket]]\ncandidate = \"A B\"\n",
    );
    assert!(
        error.to_string().contains("days are not in the order"),
        "{error}"
    );
}

#[test]
fn an_election_filled_in_code_is_checked_too() {
    let mut election = Election::new("Pilkada Tirta Raya");
    let mut ticket = netral::Ticket::new("Suryanto Halim");
    ticket.number = Some(1);
    election.tickets = vec![ticket.clone(), ticket];
    let error = Classifier::builder()
        .election(election)
        .build()
        .unwrap_err();
    assert!(
        error.to_string().contains("the number 1 is given twice"),
        "{error}"
    );
}

#[test]
fn tables_at_run_time() {
    let error = Classifier::builder()
        .table(
            "own.tsv",
            "#! terms v1\nterm\tclass\tsource\tnote\nTolong\tmobilize\town\t-\n",
        )
        .build()
        .unwrap_err();
    let places: Vec<String> = error
        .mistakes()
        .iter()
        .map(|mistake| format!("{}:{}:{}", mistake.file(), mistake.line(), mistake.column()))
        .collect();
    assert_eq!(
        places,
        ["own.tsv:3:1", "own.tsv:3:8"],
        "both mistakes of the row, each at its cell"
    );

    let post = "tambal panci untuk Prabowo";
    let own = Classifier::builder()
        .table(
            "own.tsv",
            "#! terms v1\nterm\tclass\tsource\tnote\ntambal panci\tvote\town\t-\n",
        )
        .build()
        .unwrap();
    assert_eq!(own.classify(post).stance(), Stance::Support);
    assert_eq!(classify(post).stance(), Stance::None);
}

#[test]
fn terms_before_a_class() {
    let table = |term: &str| {
        let rows = format!(
            "#! terms v1\nterm\tclass\tsource\tnote\nyeyen\taddress\town\t-\n{term}\tvote\town\t-\n"
        );
        Classifier::builder().table("own.tsv", rows).build()
    };
    let own = table("tambal panci <address>").unwrap();
    let verdict = own.classify("tambal panci yeyen Prabowo");
    assert_eq!(verdict.stance(), Stance::Support);
    let alone = own.classify("tambal panci di rumah Prabowo");
    assert_eq!(alone.stance(), Stance::None);
    assert_eq!(
        table("tambal panci <addres>").unwrap_err().to_string(),
        "own.tsv:4:1: `addres` is no class; name a class in the angle brackets"
    );
    assert_eq!(
        table("tambal panci <vote>").unwrap_err().to_string(),
        "own.tsv:4:1: `tambal panci <vote>` stands for no phrase of these rows; write the term out"
    );
}
