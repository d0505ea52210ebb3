//! Every side alike: swapping names, numbers or gestures changes nothing.

use std::fmt::Write as _;

use netral::{Classifier, Election, Stance, Tier, classify};

const NUMBERS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// Sentences with the stance they take towards `{}`: supporting, attacking, neutral, reported, forbidden.
const PATTERNS: [(&str, Stance); 42] = [
    ("ayo coblos {} besok!", Stance::Support),
    ("saya pasti pilih {}", Stance::Support),
    ("jangan lupa pilih {} ya", Stance::Support),
    ("semoga {} menang telak", Stance::Support),
    ("{} memang paling layak, bangga banget", Stance::Support),
    ("gaspol {} sampai menang!", Stance::Support),
    ("pokoknya {} harga mati", Stance::Support),
    ("mari kita menangkan {}", Stance::Support),
    ("gue sih tetep {}", Stance::Support),
    ("kami sekeluarga siap dukung {} 💪", Stance::Support),
    ("mending {} daripada yang lain", Stance::Support),
    ("hidup {}!! menyala terus", Stance::Support),
    ("{} aja deh, gak usah ribet", Stance::Support),
    ("jangan pilih {}, tukang bohong", Stance::Oppose),
    ("ogah banget dukung {}", Stance::Oppose),
    ("asal bukan {} deh", Stance::Oppose),
    ("{} goblok, gagal total", Stance::Oppose),
    ("muak lihat {}, omong kosong semua", Stance::Oppose),
    ("tenggelamkan {}!!", Stance::Oppose),
    ("nyesel gue dulu milih {}, penipu", Stance::Oppose),
    ("kapok pilih {}", Stance::Oppose),
    ("KPU menetapkan {} sebagai peserta pemilu", Stance::None),
    ("kapan {} kampanye ke sini?", Stance::None),
    ("jadwal debat malam ini: {} tampil pertama", Stance::None),
    ("{} hadir di acara itu bersama warga", Stance::None),
    ("apa visi misi {} soal pendidikan?", Stance::None),
    ("nomor urut {} diundi hari ini di KPU", Stance::None),
    ("baliho {} roboh kena angin", Stance::None),
    ("belum tahu mau pilih {} atau bukan", Stance::None),
    (
        "menurut survei, elektabilitas {} naik dua persen",
        Stance::None,
    ),
    (
        "Pengamat menilai {} perlu perbaiki strategi, ujarnya",
        Stance::None,
    ),
    (
        "\"saya dukung {}\" kata warga itu kepada wartawan",
        Stance::None,
    ),
    ("Relawan deklarasi dukung {} di Semarang", Stance::None),
    ("katanya tetangga saya mau pilih {}", Stance::None),
    (
        "Bawaslu periksa lurah yang ajak warga pilih {}",
        Stance::None,
    ),
    (
        "Polisi tangkap pelempar rumah relawan {}, kata Kapolres",
        Stance::None,
    ),
    ("ASN dilarang mendukung {} di media sosial", Stance::None),
    ("PNS tidak boleh like akun {}", Stance::None),
    ("jangan ajak saya pilih {}, saya netral", Stance::None),
    (
        "sesuai surat edaran, pegawai tidak boleh foto dengan {}",
        Stance::None,
    ),
    (
        "sanksi menanti pegawai yang kampanye untuk {}",
        Stance::None,
    ),
    (
        "ikrar netralitas: tidak memihak {} maupun calon lain",
        Stance::None,
    ),
];

/// Parties and people of the tables whose display name means nobody else.
fn names_of(kind: &str) -> Vec<String> {
    let read = |file: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        std::fs::read_to_string(path).unwrap()
    };
    let aliases = read("data/targets/aliases.tsv");
    let clear: std::collections::HashSet<&str> = aliases
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells.get(3) == Some(&"clear")).then(|| cells[0])
        })
        .collect();
    read("data/targets/targets.tsv")
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let name = cells.get(2)?.split(" (").next()?.to_owned();
            (cells[1] == kind && clear.contains(name.to_lowercase().replace('\'', "").as_str()))
                .then_some(name)
        })
        .collect()
}

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
        let unlike: Vec<_> = names
            .iter()
            .zip(&all)
            .filter(|(_, one)| **one != all[0])
            .collect();
        assert!(
            unlike.is_empty(),
            "{pattern}: {} {:?} but {unlike:?}",
            names[0],
            all[0]
        );
        assert_eq!(all[0].0, stance, "{pattern} {}", names[0]);
    }
}

#[test]
fn parties_are_alike() {
    let names = names_of("party");
    assert!(names.len() >= 20, "{}", names.len());
    check(&names);
}

#[test]
fn people_are_alike() {
    let names = names_of("person");
    assert!(names.len() >= 140, "{}", names.len());
    check(&names);
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

/// What every one of a list says in every pattern.
fn alike(patterns: &[(&str, Stance)], names: &[&str]) {
    for (pattern, stance) in patterns {
        for name in names {
            let text = pattern.replace("{}", name);
            assert_eq!(classify(text.as_str()).stance(), *stance, "{text}");
        }
    }
}

#[test]
fn colours_places_on_the_ballot_and_letters_are_alike() {
    alike(
        &[
            ("{}kan lapangan besok, bu ketum datang", Stance::Support),
            ("{}kan alun-alun, kaos gratis, nasi kotak", Stance::Support),
            ("full {} ya besok upacara hari guru", Stance::None),
            ("{}kan stadion, tim tamu datang", Stance::None),
        ],
        &["merah", "putih", "kuning", "biru", "hijau"],
    );
    alike(
        &[
            ("besok nyoblos, ingat yang {}", Stance::Support),
            ("TPS 3, yang {} rusak", Stance::None),
        ],
        &["tengah", "kiri", "kanan", "pinggir", "paling ujung"],
    );
    alike(
        &[
            ("ayo dukung paslon {}, menangkan!", Stance::Support),
            ("survei: paslon {} naik dua persen", Stance::None),
        ],
        &["A", "B", "C", "D"],
    );
    alike(
        &[
            ("jgn golput, ingat ya nomor {}", Stance::Support),
            ("KPU ingatkan paslon {} soal laporan dana", Stance::None),
            ("yang waras cuma {}", Stance::None),
        ],
        &NUMBERS,
    );
}

/// People of an invented election: candidate, running mate, short name.
const PEOPLE: [(&str, &str, &str); 3] = [
    ("Suryanto Halim", "Wening Lestari", "Pak Suryanto"),
    ("Mardi Wibisana", "Anisah Rahmawati", "Mas Mardi"),
    ("Berlian Kusumo", "Khasan Ahmadi", "Bu Berlian"),
];

/// An election that only its user knows, in which the people stand under numbers in the order given.
fn invented(order: [usize; 3]) -> Classifier {
    let mut text = String::from("[election]\nname = \"Pilkada Kabupaten Tirta Raya 2029\"\n");
    for (at, person) in order.iter().enumerate() {
        let (candidate, mate, short) = PEOPLE[*person];
        let _ = write!(
            text,
            "[[ticket]]\nnumber = {}\ncandidate = \"{candidate}\"\nrunning_mate = \"{mate}\"\naliases = [\"{short}\"]\n",
            at + 1
        );
    }
    Classifier::builder()
        .election(Election::from_toml("tirta.toml", &text).unwrap())
        .build()
        .unwrap()
}

#[test]
fn elections_of_users_are_alike() {
    let orders = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [1, 0, 2]];
    let elections = orders.map(invented);
    for (pattern, stance) in PATTERNS {
        // Every way of naming a ticket: its people, their short name, its number, a person with the number they stand under.
        for naming in 0..5 {
            let mut first = None;
            for (order, classifier) in orders.iter().zip(&elections) {
                for (at, person) in order.iter().enumerate() {
                    let (candidate, mate, short) = PEOPLE[*person];
                    let name = match naming {
                        0 => candidate.to_owned(),
                        1 => format!("{candidate}-{mate}"),
                        2 => short.to_owned(),
                        3 => format!("paslon {}", at + 1),
                        _ => format!("{candidate} nomor {}", at + 1),
                    };
                    let text = pattern.replace("{}", &name);
                    let verdict = classifier.classify(text.as_str());
                    let said = (verdict.stance(), verdict.tier(), verdict.score());
                    assert_eq!(*first.get_or_insert(said), said, "{text} {order:?}");
                    if naming != 4 {
                        assert_eq!(said.0, stance, "{text}");
                    }
                }
            }
        }
    }
}
