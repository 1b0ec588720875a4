#!/usr/bin/env python3
"""Trains the network of the triage engine from what tokens-for-network.ts wrote. See README.md.

A convolutional network over token vectors (Kim 2014) whose vectors are made of words and pieces of words (Bojanowski et
al. 2017). The first layer is linear in the token, which is what lets inference tabulate it per token.
"""

import argparse
import hashlib
import json
import struct
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = {1: 64, 2: 64, 3: 64, 5: 32}
HIDDEN = 64
VOCABULARY = 30_000
SEEN_AT_LEAST = 3
BATCH = 256
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
        self.choose_vocabulary()

    def choose_vocabulary(self):
        """A word of its own only for what is seen often enough; all others are the sum of their pieces."""
        seen = np.bincount(self.tokens, minlength=len(self.about["words"]))
        common = np.argsort(-seen, kind="stable")[:VOCABULARY]
        self.vocabulary = common[seen[common] >= SEEN_AT_LEAST]
        self.word_of_type = np.zeros(len(seen), np.int64)
        self.word_of_type[self.vocabulary] = np.arange(1, len(self.vocabulary) + 1)

    def batches(self, rng):
        """Rows of like length together, in random order."""
        order = np.argsort(self.lengths + rng.random(len(self.lengths)) * 12, kind="stable")
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
    """Cross-entropy over the labels that are known, softened a little since raters err."""
    known = labels >= 0
    positive = labels == 1
    boost = torch.tensor([POSITIVE_WEIGHT.get(head, 1.0) for head in heads])
    weight = known * weights.unsqueeze(1) * torch.where(positive, boost, torch.ones(1))
    soft = positive * 0.97 + 0.015
    return (F.binary_cross_entropy_with_logits(logits, soft, reduction="none") * weight).sum() / len(labels)


def learn(network, rows, rng, options):
    """One batch: the loss, and the loss where it hurts most nearby (adversarial training, Miyato et al. 2017)."""
    pool = network.pool
    texts, labels = pool.examples(rows, options.joined, rng)
    types, padded = places_of(texts)
    vectors = network.vectors(types, options.drop_words, rng)
    places = torch.from_numpy(padded)
    lengths = (places > 0).sum(1)
    labels = torch.from_numpy(labels)
    weights = torch.from_numpy(pool.weights[rows])
    offsets = network.offsets(torch.from_numpy(pool.sources[rows]))

    inputs = F.embedding(places, vectors)
    kept = (places > 0) & (torch.rand(places.shape) >= options.drop_tokens)
    inputs = F.dropout(inputs, options.drop_vectors) * kept.unsqueeze(2)
    logits = network.logits(inputs, lengths, options.dropout)
    loss = loss_of(logits + offsets, labels, weights, pool.heads)
    if options.adversarial == 0:
        loss.backward()
        return loss.item()
    (gradient,) = torch.autograd.grad(loss, inputs, retain_graph=True)
    reach = options.adversarial * inputs.detach().norm(dim=(1, 2), keepdim=True)
    step = reach * gradient / gradient.norm(dim=(1, 2), keepdim=True).clamp(min=1e-12)
    worse = network.logits(inputs + step * kept.unsqueeze(2), lengths, options.dropout)
    (loss + loss_of(worse + offsets, labels, weights, pool.heads)).backward()
    return loss.item()


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


def train(pool: Pool, options) -> dict:
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    network = Network(pool, options.size)
    tables = [network.words.weight, network.subwords.weight]
    dense = [p for name, p in network.named_parameters() if not name.startswith(("words.", "subwords."))]
    optimisers = [torch.optim.SparseAdam(tables), torch.optim.AdamW(dense, weight_decay=1e-3)]
    average = Average(network)
    steps = options.epochs * -(-len(pool.lengths) // BATCH)
    step, began = 0, time.process_time()
    for epoch in range(options.epochs):
        total = 0.0
        for rows in pool.batches(rng):
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
        print(f"epoch {epoch + 1}: loss {total / len(pool.lengths):.4f}, {seconds:.0f} CPU-seconds", flush=True)
        export(network.state_dict() if average.count == 0 else average.state(), pool, options)
    return average.state()


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
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=48, help="of a token's vector")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--drop-words", type=float, default=0.15)
    parser.add_argument("--drop-tokens", type=float, default=0.03)
    parser.add_argument("--drop-vectors", type=float, default=0.2)
    parser.add_argument("--joined", type=float, default=0.15, help="share of texts continued by another")
    parser.add_argument("--adversarial", type=float, default=0.0, help="reach, as a share of the input's norm")
    options = parser.parse_args()
    # One thread: sums in another order would be other weights.
    torch.set_num_threads(1)
    train(Pool(options.tokens), options)


if __name__ == "__main__":
    main()
