#!/usr/bin/env python3
"""Python packages on the posts given on standard input, a JSON string a line; `speed.sh` runs it beside the Rust peers.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install indoNLP==0.3.4 scikit-learn==1.9.1
    sh benches/peers/speed.sh /tmp/peers/bin/python

It prints a line a round: peer, version, what it answers, nanoseconds a post. The model is trained on the single posts of `tests/corpus/`,
of which the timed posts are made, so it says nothing here of how often it is right. A package that is not installed is left out.
"""
import glob, json, os, sys, time

from text_peers import ROOT, version

ROUNDS = 3
TAKES_SIDE = ("support", "oppose", "both")


def labelled():
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "corpus", "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            for row in map(json.loads, file):
                if "label" in row and row["text"]:
                    yield row["text"], row["label"] in TAKES_SIDE


def one_by_one(answer):
    def read(posts):
        for post in posts:
            answer(post)

    return read


def peers():
    """(name, package, what it answers, reader of all posts)."""
    if version("indoNLP"):
        from indoNLP.preprocessing import pipeline, replace_slang, replace_word_elongation

        steps = pipeline([replace_word_elongation, replace_slang])
        yield "indoNLP pipeline", "indoNLP", "slang and repeated letters replaced", one_by_one(steps)
    if version("scikit-learn"):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        texts, sides = zip(*labelled())
        model = make_pipeline(TfidfVectorizer(), LogisticRegression()).fit(texts, sides)
        what = "side taken or not, by the words of its training"
        yield "scikit-learn TF-IDF + logistic regression", "scikit-learn", what, one_by_one(lambda post: model.predict([post]))
        yield "scikit-learn, all posts in one call", "scikit-learn", what, model.predict


def main():
    posts = [json.loads(line) for line in sys.stdin]
    found = list(peers())
    for turn in range(ROUNDS + 1):
        for name, package, what, read in found:
            begin = time.perf_counter_ns()
            read(posts)
            if turn:  # the first round warms up
                print(name, version(package), what, (time.perf_counter_ns() - begin) // len(posts), sep="\t")


if __name__ == "__main__":
    main()
