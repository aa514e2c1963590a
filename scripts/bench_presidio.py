"""What Presidio's recognisers by pattern and rule take for a post, in two ways; called by scripts/bench-presidio.

No language model is loaded: names, places and organisations, which Presidio finds by one, are not looked for at all.
"""

import argparse
import json
import logging
import statistics
import time

logging.disable(logging.WARNING)

import spacy  # noqa: E402
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: E402
from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: E402
from presidio_analyzer.predefined_recognizers import SpacyRecognizer  # noqa: E402


class TokensOnly(SpacyNlpEngine):
    """An empty English pipeline: it splits words, which the engine wants, and knows nothing of names."""

    def __init__(self):
        super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
        self.nlp = {"en": spacy.blank("en")}

    def load(self):
        pass


def show(label, samples, found, posts):
    samples.sort()
    median, late = statistics.median(samples), samples[len(samples) * 99 // 100]
    print(f"  {label:<52}  {median / 1000:8.1f} µs median  {late / 1000:8.1f} µs at the 99th percentile"
          f"  {found} findings in {posts} posts")


def measure(label, posts, rounds, check):
    samples, found = [], 0
    for turn in range(rounds + 1):
        for text in posts:
            start = time.thread_time_ns()
            findings = check(text)
            took = time.thread_time_ns() - start
            # The first round compiles the expressions.
            if turn:
                samples.append(took)
            else:
                found += len(findings)
    show(label, samples, found, len(posts))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("posts")
    parser.add_argument("--rounds", type=int, default=20)
    given, _ = parser.parse_known_args()
    with open(given.posts, encoding="utf-8") as file:
        posts = [json.loads(line)["text"] for line in file]
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"])
    recognisers = [found for found in registry.recognizers if not isinstance(found, SpacyRecognizer)]
    registry.recognizers = recognisers
    engine = AnalyzerEngine(registry=registry, nlp_engine=TokensOnly(), supported_languages=["en"])
    print(f"Presidio's {len(recognisers)} recognisers for English that need no model, on the same posts, on one core")

    def alone(text):
        return [result for one in recognisers for result in one.analyze(text, one.supported_entities, None) or []]

    sample = alone("Write to a.khan@gmail.com, or ring 020 7946 0958; NHS 943 476 5919.")
    assert {"EMAIL_ADDRESS", "PHONE_NUMBER"} <= {found.entity_type for found in sample}, sample
    measure("the recognisers alone", posts, given.rounds, alone)
    measure("its engine: words split, context, overlaps", posts, given.rounds, lambda text: engine.analyze(text, "en"))


main()
