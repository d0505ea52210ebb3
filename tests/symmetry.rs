//! Every side alike: swapping names, numbers or gestures changes nothing.

use netral::{Stance, Tier, classify};

const PARTIES: [&str; 6] = ["Gerindra", "PDIP", "Golkar", "NasDem", "Hanura", "Perindo"];
const PEOPLE: [&str; 6] = [
    "Prabowo Subianto",
    "Ganjar Pranowo",
    "Anies Baswedan",
    "Joko Widodo",
    "Khofifah Indar Parawansa",
    "Ridwan Kamil",
];
const NUMBERS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// Sentences with the stance they take towards `{}`.
const PATTERNS: [(&str, Stance); 14] = [
    ("ayo coblos {} besok!", Stance::Support),
    ("saya pasti pilih {}", Stance::Support),
    ("jangan lupa pilih {} ya", Stance::Support),
    ("semoga {} menang telak", Stance::Support),
    ("{} memang paling layak, bangga banget", Stance::Support),
    ("jangan pilih {}, tukang bohong", Stance::Oppose),
    ("ogah banget dukung {}", Stance::Oppose),
    ("asal bukan {} deh", Stance::Oppose),
    ("ASN dilarang mendukung {} di media sosial", Stance::None),
    ("KPU menetapkan {} sebagai peserta pemilu", Stance::None),
    (
        "menurut survei, elektabilitas {} naik dua persen",
        Stance::None,
    ),
    (
        "Pengamat menilai {} perlu perbaiki strategi, ujarnya",
        Stance::None,
    ),
    ("kapan {} kampanye ke sini?", Stance::None),
    (
        "\"saya dukung {}\" kata warga itu kepada wartawan",
        Stance::None,
    ),
];

fn verdicts(pattern: &str, names: &[String]) -> Vec<(Stance, Tier, u8)> {
    names
        .iter()
        .map(|name| {
            let verdict = classify(pattern.replace("{}", name));
            (verdict.stance(), verdict.tier(), verdict.score())
        })
        .collect()
}

fn check(names: &[String]) {
    for (pattern, stance) in PATTERNS {
        let all = verdicts(pattern, names);
        assert!(
            all.iter().all(|one| *one == all[0]),
            "{pattern}: {:?}",
            names.iter().zip(&all).collect::<Vec<_>>()
        );
        assert_eq!(all[0].0, stance, "{pattern} {}", names[0]);
    }
}

#[test]
fn parties_are_alike() {
    check(&PARTIES.map(str::to_owned));
}

#[test]
fn people_are_alike() {
    check(&PEOPLE.map(str::to_owned));
}

#[test]
fn numbers_are_alike() {
    check(&NUMBERS.map(|number| format!("paslon {number}")));
    check(&NUMBERS.map(|number| format!("paslon nomor urut 0{number}")));
}

#[test]
fn gestures_are_alike() {
    let of = |sign: &str| {
        let verdict = classify(format!("menangkan jagoan kita {sign}, ayo ke TPS"));
        (verdict.stance(), verdict.tier(), verdict.score())
    };
    assert!(
        ["☝️", "✌️", "🤟", "☝🏽", "✌🏿"]
            .iter()
            .all(|sign| of(sign) == of("✌️"))
    );
    assert!(["1️⃣", "2️⃣", "3️⃣"].iter().all(|sign| of(sign) == of("2️⃣")));
}
