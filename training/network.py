#!/usr/bin/env python3
"""Trains the network of the triage engine from what tokens-for-network.ts wrote. See README.md.

A convolutional network over token vectors (Kim 2014) whose vectors are made of words and pieces of words (Bojanowski et
al. 2017). The first layer is linear in the token, which is what lets inference tabulate it per token.
"""

import argparse
import hashlib
import json
import os
import struct
import time
from pathlib import Path

# One thread, here and below: sums in another order would be other weights. Read when numpy is loaded.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = {1: 64, 2: 64, 3: 64, 5: 32}
HIDDEN = 64
VOCABULARY = 30_000
SEEN_AT_LEAST = 3
BATCH = 256
# How far around a word its company reaches.
REACH = 5
# Threats are a hundredth of the rows: without it the head learns "no".
POSITIVE_WEIGHT = {"threat": 3.0}


class Pool:
    """The rows as numbers; a label of -1 is unknown and teaches nothing."""

    def __init__(self, folder: Path):
        def read(name, kind):
            return np.fromfile(folder / name, kind)

        self.about = json.loads((folder / "about.json").read_text())
        self.heads = self.about["heads"]
        self.starts = read("rows.starts.u32", np.uint32).astype(np.int64)
        self.tokens = read("rows.u32", np.uint32).astype(np.int64)
        self.subword_starts = read("subwords.starts.u32", np.uint32).astype(np.int64)
        self.subwords = read("subwords.u32", np.uint32).astype(np.int64)
        self.labels = read("labels.i8", np.int8).reshape(-1, len(self.heads))
        self.weights = read("weights.f32", np.float32)
        self.sources = read("sources.u8", np.uint8).astype(np.int64)
        self.lengths = np.diff(self.starts)
        self.labelled = (self.labels >= 0).any(1)
        self.choose_vocabulary()

    def choose_vocabulary(self):
        """A word of its own only for what is seen often enough; all others are the sum of their pieces."""
        labelled = self.tokens[np.repeat(self.labelled, self.lengths)]
        seen = np.bincount(labelled, minlength=len(self.about["words"]))
        common = np.argsort(-seen, kind="stable")[:VOCABULARY]
        self.vocabulary = common[seen[common] >= SEEN_AT_LEAST]
        self.word_of_type = np.zeros(len(seen), np.int64)
        self.word_of_type[self.vocabulary] = np.arange(1, len(self.vocabulary) + 1)

    def batches(self, rng, rows):
        """Rows of like length together, in random order."""
        order = rows[np.argsort(self.lengths[rows] + rng.random(len(rows)) * 12, kind="stable")]
        cuts = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        return [cuts[i] for i in rng.permutation(len(cuts))]

    def examples(self, rows, joined, rng):
        """Texts and labels. A share of them is continued by another of its source: to insult once is to insult."""
        texts = [self.tokens[self.starts[row] : self.starts[row + 1]] for row in rows]
        longer, labels = list(texts), self.labels[rows].copy()
        for one, other in enumerate(rng.permutation(len(rows))):
            alike = self.sources[rows[one]] == self.sources[rows[other]]
            if not alike or one == other or rng.random() >= joined:
                continue
            longer[one] = np.concatenate([texts[one], texts[other]])
            labels[one] = either(self.labels[rows[one]], self.labels[rows[other]])
        return longer, labels


def either(some, others):
    """One where either is, zero where both are, else unknown."""
    return np.where((some == 1) | (others == 1), 1, np.where((some == 0) & (others == 0), 0, -1))


def places_of(texts):
    """The distinct words of some texts, and the texts as places in that list (0 is padding)."""
    lengths = np.array([len(text) for text in texts])
    types, places = np.unique(np.concatenate(texts), return_inverse=True)
    # One place more than the longest needs: every text then has a window of nothing, as in inference.
    padded = np.zeros((len(texts), lengths.max() + 1), np.int64)
    padded[np.arange(padded.shape[1]) < lengths[:, None]] = places + 1
    return types, padded


class Network(nn.Module):
    def __init__(self, pool: Pool, size: int):
        super().__init__()
        self.pool = pool
        self.words = nn.Embedding(len(pool.vocabulary) + 1, size, sparse=True)
        self.subwords = nn.EmbeddingBag(pool.about["subwordBuckets"], size, mode="mean", sparse=True)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(size, count, width, padding=width - 1) for width, count in WIDTHS.items()
        )
        self.hidden = nn.Linear(sum(WIDTHS.values()) + size, HIDDEN)
        self.output = nn.Linear(HIDDEN, len(pool.heads))
        # Each source has its own idea of how much is toxic: an offset that takes it up, so that the words need not.
        self.offsets = nn.Embedding(len(pool.about["sources"]), len(pool.heads))
        nn.init.normal_(self.words.weight, std=0.1)
        nn.init.normal_(self.subwords.weight, std=0.1)
        nn.init.zeros_(self.offsets.weight)

    def vectors(self, types, words_dropped, rng):
        """One vector a type, row 0 for padding. A dropped word leaves its pieces, as an unseen one would."""
        starts = self.pool.subword_starts[types]
        counts = self.pool.subword_starts[types + 1] - starts
        offsets = np.cumsum(counts) - counts
        pieces = self.pool.subwords[np.repeat(starts - offsets, counts) + np.arange(counts.sum())]
        words = self.pool.word_of_type[types]
        words = np.where(rng.random(len(words)) < words_dropped, 0, words)
        own = self.words(torch.from_numpy(words)) * torch.from_numpy(words > 0).unsqueeze(1)
        vectors = self.subwords(torch.from_numpy(pieces), torch.from_numpy(offsets)) + own
        return torch.cat([torch.zeros(1, vectors.shape[1]), vectors])

    def logits(self, inputs, lengths, dropout):
        """From token vectors (row, place, size), zero where padded."""
        channels = inputs.transpose(1, 2)
        pooled = [F.relu(convolution(channels)).amax(2) for convolution in self.convolutions]
        pooled.append(inputs.sum(1) / lengths.clamp(min=1).unsqueeze(1))
        features = F.dropout(torch.cat(pooled, 1), dropout, self.training)
        return self.output(F.dropout(F.relu(self.hidden(features)), dropout, self.training))

    def score(self, text):
        """The logits of one text, nothing dropped."""
        types, padded = places_of([text])
        with torch.no_grad():
            inputs = F.embedding(torch.from_numpy(padded), self.vectors(types, 0.0, np.random.default_rng()))
            return self.logits(inputs, torch.tensor([len(text)]), 0.0)[0].tolist()


def loss_of(logits, labels, weights, heads):
    """Cross-entropy over the labels that are known, softened a little since raters err. A "no" hardly: threats are rarer
    than errors, and a floor above their share would hide them."""
    known = labels >= 0
    positive = labels == 1
    boost = torch.tensor([POSITIVE_WEIGHT.get(head, 1.0) for head in heads])
    weight = known * weights.unsqueeze(1) * torch.where(positive, boost, torch.ones(1))
    soft = positive * 0.97 + 0.003
    return (F.binary_cross_entropy_with_logits(logits, soft, reduction="none") * weight).sum() / len(labels)


def learn(network, rows, rng, options):
    """The loss of one batch, its gradients left in the network."""
    pool = network.pool
    texts, labels = pool.examples(rows, options.joined, rng)
    types, padded = places_of(texts)
    vectors = network.vectors(types, options.drop_words, rng)
    places = torch.from_numpy(padded)
    lengths = (places > 0).sum(1)
    kept = (places > 0) & (torch.rand(places.shape) >= options.drop_tokens)
    inputs = F.dropout(F.embedding(places, vectors), options.drop_vectors) * kept.unsqueeze(2)
    logits = network.logits(inputs, lengths, options.dropout)
    logits = logits + network.offsets(torch.from_numpy(pool.sources[rows]))
    weights = torch.from_numpy(pool.weights[rows])
    loss = loss_of(logits, torch.from_numpy(labels), weights, pool.heads)
    loss.backward()
    return loss.item()


def familiarise(network, options, rng):
    """Word vectors from the company that words keep, labelled or not: the middle word from those around it (Mikolov et
    al. 2013), against words drawn by chance."""
    pool = network.pool
    guesses = nn.Embedding(len(pool.vocabulary) + 1, options.size, sparse=True)
    nn.init.zeros_(guesses.weight)
    tables = [network.words.weight, network.subwords.weight, guesses.weight]
    optimiser = torch.optim.SparseAdam(tables, lr=options.rate)
    counts = np.bincount(pool.word_of_type[pool.tokens], minlength=len(guesses.weight)).astype(float)
    # Words outside the vocabulary are read, never guessed.
    counts[0] = 0
    # Commonest words say least: they are skipped the more, the commoner they are.
    kept = torch.from_numpy(np.minimum(1, np.sqrt(1e-4 * counts.sum() / np.maximum(counts, 1e-4)))).float()
    chance = counts**0.75 / (counts**0.75).sum()
    for epoch in range(options.reading):
        total = guessed = 0
        for rows in pool.batches(rng, np.arange(len(pool.lengths))):
            types, padded = places_of([pool.tokens[pool.starts[row] : pool.starts[row + 1]] for row in rows])
            vectors = network.vectors(types, options.drop_words, rng)
            places = torch.from_numpy(padded)
            words = torch.from_numpy(np.concatenate([[0], pool.word_of_type[types]]))[places]
            read = (places > 0) & ((words == 0) | (torch.rand(words.shape) < kept[words]))
            around, neighbours = surroundings(F.embedding(places, vectors), read)
            chosen = read & (words > 0) & (neighbours > 0)
            if not chosen.any():
                continue
            context, target = around[chosen] / neighbours[chosen].unsqueeze(1), words[chosen]
            loss = guess(context, target, guesses, chance, rng)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            total += loss.item() * len(target)
            guessed += len(target)
        print(f"reading {epoch + 1}: loss {total / guessed:.4f}", flush=True)


def surroundings(inputs, read):
    """At each place the sum of the vectors up to REACH places away, its own left out, and how many they are."""
    inputs = inputs * read.unsqueeze(2)
    window = torch.ones(2 * REACH + 1)
    window[REACH] = 0
    count = F.conv1d(read.float().unsqueeze(1), window.view(1, 1, -1), padding=REACH).squeeze(1)
    sums = F.pad(inputs.cumsum(1), (0, 0, REACH + 1, 0))
    last = (torch.arange(inputs.shape[1]) + 2 * REACH + 1).clamp(max=sums.shape[1] - 1)
    return sums[:, last] - sums[:, : inputs.shape[1]] - inputs, count


def guess(context, target, guesses, chance, rng):
    """Sampled softmax: which of the word and a thousand drawn ones stands in this context, chance discounted."""
    drawn = torch.from_numpy(rng.choice(len(chance), 1000, p=chance))
    discount = torch.from_numpy(np.log(np.maximum(chance, 1e-12) * len(drawn))).float()
    right = (context * guesses(target)).sum(1) - discount[target]
    wrong = context @ guesses(drawn).T - discount[drawn]
    wrong = wrong.masked_fill(drawn.unsqueeze(0) == target.unsqueeze(1), -1e9)
    logits = torch.cat([right.unsqueeze(1), wrong], 1)
    return F.cross_entropy(logits, torch.zeros(len(target), dtype=torch.long))


class Average:
    """The mean of the weights over the end of training (Izmailov et al. 2018)."""

    def __init__(self, network):
        self.sums = {name: torch.zeros_like(value) for name, value in network.state_dict().items()}
        self.count = 0

    def add(self, network):
        self.count += 1
        for name, value in network.state_dict().items():
            self.sums[name] += value

    def state(self):
        return {name: value / self.count for name, value in self.sums.items()}


def train(pool: Pool, options):
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    network = Network(pool, options.size)
    familiarise(network, options, rng)
    tables = [network.words.weight, network.subwords.weight]
    dense = [p for name, p in network.named_parameters() if not name.startswith(("words.", "subwords."))]
    optimisers = [torch.optim.SparseAdam(tables), torch.optim.AdamW(dense, weight_decay=1e-3)]
    average = Average(network)
    labelled = np.flatnonzero(pool.labelled)
    steps = options.epochs * -(-len(labelled) // BATCH)
    step, began = 0, time.process_time()
    for epoch in range(options.epochs):
        total = 0.0
        for rows in pool.batches(rng, labelled):
            rate = options.rate * min(1, step / 300) * (1 - 0.95 * step / steps)
            for optimiser in optimisers:
                optimiser.param_groups[0]["lr"] = max(rate, 1e-5)
                optimiser.zero_grad(set_to_none=True)
            total += learn(network, rows, rng, options) * len(rows)
            for optimiser in optimisers:
                optimiser.step()
            step += 1
            if step % 50 == 0 and step > 0.6 * steps:
                average.add(network)
        seconds = time.process_time() - began
        print(f"epoch {epoch + 1}: loss {total / len(labelled):.4f}, {seconds:.0f} CPU-seconds", flush=True)
        export(network.state_dict() if average.count == 0 else average.state(), pool, options)


def quantised(table):
    """Each row in eight bits with its own scale."""
    rows = table.numpy()
    scales = np.maximum(np.abs(rows).max(1), 1e-9) / 127
    return np.round(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def export(state: dict, pool: Pool, options):
    state = dict(state)
    # Texts to be scored come from none of the sources: they are read as comments on news sites are.
    offset = state.pop("offsets.weight")[pool.about["sources"].index("civil")]
    state["output.bias"] = state["output.bias"] + offset
    words, word_scales = quantised(state.pop("words.weight"))
    subwords, subword_scales = quantised(state.pop("subwords.weight"))
    vocabulary = "\n".join(pool.about["words"][i] for i in pool.vocabulary).encode()
    tensors = {
        **{name: value.numpy() for name, value in state.items()},
        "words.scale": word_scales,
        "subwords.scale": subword_scales,
        "words": words,
        "subwords": subwords,
        "vocabulary": np.frombuffer(vocabulary, np.uint8),
    }
    settings = {name: value for name, value in vars(options).items() if name not in ("tokens", "out")}
    metadata = {
        "heads": " ".join(pool.heads),
        "poolSha256": pool.about["poolSha256"],
        "options": json.dumps(settings),
    }
    write_safetensors(options.out, tensors, metadata)
    options.out.with_suffix(".golden.json").write_text(json.dumps(golden(tensors, pool, options), indent=1))


def write_safetensors(path: Path, tensors: dict, metadata: dict):
    """The header's length, a JSON header, the numbers."""
    kinds = {"float32": "F32", "int8": "I8", "uint8": "U8"}
    numbers = b"".join(value.tobytes() for value in tensors.values())
    header, begin = {"__metadata__": {**metadata, "sha256": hashlib.sha256(numbers).hexdigest()}}, 0
    for name, value in tensors.items():
        end = begin + value.nbytes
        kind = kinds[str(value.dtype)]
        header[name] = {"dtype": kind, "shape": list(value.shape), "data_offsets": [begin, end]}
        begin = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + numbers)


def golden(tensors: dict, pool: Pool, options) -> list:
    """What the written tables score here, for inference to be held against."""
    network = Network(pool, options.size).eval()
    state = {name: torch.from_numpy(tensors[name].copy()) for name in network.state_dict() if name in tensors}
    for table in ("words", "subwords"):
        numbers = tensors[table] * tensors[f"{table}.scale"][:, None]
        state[f"{table}.weight"] = torch.from_numpy(numbers)
    network.load_state_dict(state, strict=False)
    return [
        {
            "words": [pool.about["words"][token] for token in tokens],
            "logits": network.score(np.array(tokens, np.int64)),
        }
        for tokens in pool.about["golden"]
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokens", type=Path, help="folder that tokens-for-network.ts wrote")
    parser.add_argument("out", type=Path, help="the model file, models/triage/network.safetensors")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--reading", type=int, default=2, help="epochs over all texts without labels")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=48, help="of a token's vector")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--drop-words", type=float, default=0.15)
    parser.add_argument("--drop-tokens", type=float, default=0.03)
    parser.add_argument("--drop-vectors", type=float, default=0.2)
    parser.add_argument("--joined", type=float, default=0.15, help="share of texts continued by another")
    options = parser.parse_args()
    torch.set_num_threads(1)
    train(Pool(options.tokens), options)


if __name__ == "__main__":
    main()
