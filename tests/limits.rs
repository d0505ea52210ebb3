//! Hostile posts: long, repetitive, broken. They end, and their verdicts stay small.

use netral::text::{Change, Normalizer};
use netral::{Scratch, classify};

fn long(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

#[test]
fn ten_megabytes() {
    let verdict = classify(long(
        "yuk menangkan Ganjar coblos nomer 3 netral tapi kata dia ",
        10_000_000,
    ));
    let evidence: usize = verdict
        .findings()
        .iter()
        .map(|finding| finding.evidence().len())
        .sum();
    assert!(
        evidence <= 64 && verdict.targets().len() <= 48,
        "the verdict does not grow with the post"
    );
}

#[test]
fn a_hundred_thousand_combining_marks() {
    let verdict = classify(format!("a{}", "\u{301}".repeat(100_000)));
    assert!(!verdict.political());
}

#[test]
fn repetitions_of_everything() {
    let mut scratch = Scratch::new();
    let classifier = netral::Classifier::new();
    for piece in [
        "a",
        "#",
        "@#",
        "#PrabowoGibran2024",
        "\"",
        "kata ",
        ":",
        "tidak ",
        "netral tapi ",
        "2 ",
        "✌️",
        "&amp;",
        "\\n",
        "'",
        "asn dilarang dukung ",
        "nomor 2 ",
        "calon petahana 02 ",
        "saya kecewa. Ganjar. pilih Ganjar saya. ",
        "kamu 02 aku 01 ",
        "No 3 jangan dicoblos ",
        "calon kita nomor 2 ",
        "bismillah 02. saya bansos ",
        "kenapa Prabowo pilih mereka. ",
        "gw mah 02. ",
        "yang kalah Prabowo, ",
        "dukung Amir Wiratno jadi bupati ",
        "muak #Jokowi ",
        "gw tetap 02, 01 no ",
        "ga milih Pak Budi Santoso ",
        "luthfi + yasin 02 ",
        "saya ikut grup Prabowo ",
        "abis nempel stiker Ganjar ",
        "coblos kotak kosong ",
        "jangan Karsono nomor 3 ",
        "sekeluarga Prabowo ",
        "pilih kak Karsono sop ",
        "si 01 bohong ",
        "kata tetangga, coblos 02 ",
        "fix ga nyoblos 02 ",
        "01 bohong, ",
        "b*",
        "b@b",
        "b@",
        "a b ",
        "a.b.",
        "teman\" ",
        "ð",
        "ðŸ",
        "\\xf0",
        "👩\u{200d}",
        ":) ",
        "1-",
        "1.",
    ] {
        let post = long(piece, 200_000);
        classifier.classify_with(&mut scratch, post.as_str());
        let all = Normalizer::new().with(Change::Near);
        assert!(all.normalize(&post).len() <= 8 * post.len());
    }
    classifier.classify_with(&mut scratch, format!("#{}", "a".repeat(200_000)).as_str());
}

#[test]
fn odd_characters() {
    for post in [
        "\u{0}",
        "\u{feff}",
        "\u{202e}pilih",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "﷽",
        "ﬁ",
        "İstanbul",
        "ǅ",
        "\r\n\r\n",
        "#",
        "@",
        "#️⃣",
        "1️⃣2️⃣3️⃣",
    ] {
        classify(post);
    }
}
