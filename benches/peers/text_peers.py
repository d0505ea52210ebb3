#!/usr/bin/env python3
"""Python packages on the tables that `examples/text_report.rs` reads, row for row.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install indoNLP==0.3.4 nlp-id==0.1.23.0 wordsegment==1.3.1
    cargo build --release --example text_report
    /tmp/peers/bin/python benches/peers/text_peers.py [--weigh TEXTS.jsonl ...] TABLE.tsv ...

A table is told by its header: `hashtag words count`, `elongated formal ...`, `slang formal n_sources ...`. Each row is right or wrong; the
last column weighs tags by their count and words by how often they stand in the texts given. Times are of one pass over the rows, one
process, warm. A package that is not installed is left out.
"""
import argparse, csv, importlib, importlib.metadata, json, os, re, subprocess, sys, time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def used(paths):
    counts = {}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            for word in WORD.findall(json.loads(line).get("text", "").lower()):
                counts[word] = counts.get(word, 0) + 1
    return counts


def plain(text):
    return text.replace("-", " ")


def measure(name, answer, cases, weights):
    """cases: (question, accepted answers)."""
    answer(cases[0][0])
    begin = time.perf_counter()
    answers = [answer(question) for question, _ in cases]
    each = (time.perf_counter() - begin) / len(cases)
    right = [plain(got) in accepted for got, (_, accepted) in zip(answers, cases)]
    heavy = sum(w for w, good in zip(weights, right) if good) / max(sum(weights), 1)
    print(f"{name:<38}{len(cases):>7}{sum(right) / len(cases):>9.4f}{heavy:>10.4f}{each * 1e6:>12.1f}")


def words_of(table, first, least=0):
    accepted = {}
    for row in table:
        accepted.setdefault(row[first], set()).add(plain(row["formal"]))
    seen, cases = set(), []
    for row in table:
        if int(row.get("n_sources") or 0) >= least and row[first] not in seen:
            seen.add(row[first])
            cases.append((row[first], accepted[row[first]]))
    return cases


def taggers():
    if version("wordsegment"):
        import wordsegment
        wordsegment.load()
        yield f"wordsegment {version('wordsegment')} (its counts)", lambda tag: " ".join(wordsegment.segment(tag))
        # The same words as ours: bands become counts.
        own = wordsegment.Segmenter()
        with open(os.path.join(ROOT, "data", "text", "words.tsv"), encoding="utf-8") as file:
            for line in file.read().split("\n")[2:]:
                cells = line.split("\t")
                if len(cells) > 1:
                    own.unigrams[cells[0]] = 10.0 ** (7 - int(cells[1]))
        own.bigrams, own.total, own.limit = {}, sum(own.unigrams.values()), 24
        yield f"wordsegment {version('wordsegment')} (our words)", lambda tag: " ".join(own.segment(tag))
    if version("ekphrasis"):
        try:
            from ekphrasis.classes.segmenter import Segmenter
            segmenter = Segmenter(corpus="english")
            yield f"ekphrasis {version('ekphrasis')} (english)", segmenter.segment
        except Exception as error:  # it fetches its counts on first use
            print(f"ekphrasis: {error}", file=sys.stderr)


def normalisers():
    if version("indoNLP"):
        module = importlib.import_module("indoNLP.preprocessing")
        yield "elongated", f"indoNLP {version('indoNLP')} replace_word_elongation", module.replace_word_elongation
        yield "slang", f"indoNLP {version('indoNLP')} replace_slang", module.replace_slang
    if version("nlp-id"):
        from nlp_id.lemmatizer import Lemmatizer
        lemmatizer = Lemmatizer()
        for kind in ("elongated", "slang"):
            yield kind, f"nlp-id {version('nlp-id')} lemmatize", lemmatizer.lemmatize


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tables", nargs="+")
    parser.add_argument("--weigh", nargs="*", default=[])
    args = parser.parse_args()
    counts = used(args.weigh)
    for path in args.tables:
        table = rows(path)
        first = list(table[0])[0]
        print(f"\n{os.path.basename(path)}\n{'package':<38}{'rows':>7}{'right':>9}{'by count':>10}{'us a row':>12}")
        if first == "hashtag":
            cases = [(row["hashtag"], {plain(row["words"])}) for row in table]
            for name, answer in taggers():
                measure(name, answer, cases, [int(row["count"]) for row in table])
        else:
            cases = words_of(table, first, 3 if "n_sources" in table[0] else 0)
            weights = [counts.get(question, 0) for question, _ in cases]
            for kind, name, answer in normalisers():
                if kind == first:
                    measure(name, answer, cases, weights)
        binary = os.path.join(ROOT, "target", "release", "examples", "text_report")
        if os.path.exists(binary):
            command = [binary, path] + [part for texts in args.weigh for part in ("--weigh", texts)]
            print("netral (text_report):")
            for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n"):
                if line.startswith(("all ", "3 sources")) or "a row" in line:
                    print("  " + line)


if __name__ == "__main__":
    main()
