"""Learns the model of French forms: ``forms.npz`` and ``vocabulary.tsv`` of ``languages/fr/grammar/contexts``.

    python benchmarks/learn_forms.py CORPORA [--out FOLDER] [--from FOLDER] [--steps SHARE]

Needs JAX and Optax; takes an hour on two cores. The model reads translations into French (``forms_corpus.py``) in which
words were put in another form of theirs, as a slip would, and in which the forms of others are hidden, and learns to
say of each which form it had (the first as in Omelianchuk and others, 2020; the second as in Devlin and others, 2019),
beside what the source has there, which it is not told of each text. It is taught all kinds of words first, then more of
adjectives, participles and verbs, with fewer laws. ``--from`` goes on with what a model knows, of French alone or of
both languages; with ``--mean`` what is kept is the mean of its figures before and after (Wortsman and others, 2022).
``--steps 0.01`` tries whether all works.
"""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from forms_corpus import (
    ENDINGS,
    LEMMAS,
    SOURCE_ENDINGS,
    SOURCES,
    WORDS,
    Sentences,
    Tables,
    Vocabulary,
    read_sentences,
    tables_of,
    texts,
)
from tmtool.languages import encoder
from tmtool.languages import tables as of_language
from tmtool.languages.fr.grammar.contexts import model
from tmtool.languages.fr.grammar.contexts.beside import BEFORE, BEHIND
from tmtool.languages.fr.grammar.contexts.model import LAYER, LONGEST, UNKNOWN, VOCABULARY, WEIGHTS, rows_of

WIDTH, HEADS, LAYERS, SPREAD = 128, 4, 4, 20
"""The numbers of a word, and how far before and behind it distances are told from each other."""
OF_WORD, OF_TAGS, OF_ENDING, OF_CAPITAL, OF_SOURCE = 64, 48, 24, 8, 40
"""The numbers of what is known of a word by itself, and of a word of the source."""
AROUND = BEFORE + BEHIND + 1
"""The words of the source that are read beside each."""
BATCHES = ((20, 256), (40, 128), (LONGEST + 1, 84))
"""So many sentences of so many words at most are read at a time."""
EDITED, HOW_OFTEN = (0.0, 0.04, 0.1), (0.4, 0.4, 0.2)
"""The share of the words of a sentence that are put in another form, and how often."""
FORGOTTEN, KEPT = 0.1, 0.2
"""The share of words and lemmas that are read as unknown; and what a word counts that is seen as it was."""
FORGOTTEN_THERE, WITHOUT_SOURCE = 0.05, 0.12
"""The share of words of the source that are read as unknown, and of texts that are read without one."""
COARSE = ("words", "lemmas", "sources")
"""The tables that are kept in seven bits."""
WITH_NOUN = 0.5
"""How often the small word before a noun is hidden with it: one says the number of the other."""
HEADING = """\
# What the model of forms knows by itself, in the order of its rows. Columns: what, its entries. Made by
# benchmarks/learn_forms.py from the words of the texts that it reads and from what the lexicon says of them.
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """A `Stage` is so many steps with a share of words hidden, of which small words and nouns have a part, with the
    share of the laws that is read, and the highest rate of learning."""

    steps: int
    hidden: float
    small: float
    nouns: float
    laws: float
    rate: float


STAGES = (
    Stage(4000, hidden=0.28, small=0.55, nouns=0.3, laws=0.5, rate=2.0e-3),
    Stage(6500, hidden=0.3, small=0.4, nouns=0.25, laws=0.25, rate=1.3e-3),
)


class Lessons:
    """`Lessons` makes batches of texts with words in another form and hidden ones, and what stands beside them."""

    def __init__(self, known: Sentences, tables: Tables, vocabulary: Vocabulary, stage: Stage) -> None:
        self._known, self._tables, self._stage = known, tables, stage
        self._lot = np.random.default_rng(0)
        self._chances = np.cumsum(tables.chances, 1)
        self._has_others = self._chances[:, -1] > 0
        self._hidden_tag = len(vocabulary.tags) + 1
        own = tables.of_forms[:, 0]
        of_small, of_nouns = (np.array([tag.startswith(kind) for tag in vocabulary.outputs]) for kind in ("F:", "N:"))
        self._shares = np.where(self._has_others, 1.0, 0.0)
        self._is_small, self._is_noun = (((own >= 0) & of[np.maximum(own, 0)]).any(1) for of in (of_small, of_nouns))
        self._shares[self._is_small] *= stage.small
        self._shares[(own[:, 0] >= 0) & ((own < 0) | of_nouns[np.maximum(own, 0)]).all(1)] *= stage.nouns

    def batches(self) -> Iterator[tuple[Any, ...]]:
        """Yields batches without end."""
        lengths = np.array([len(one) for one in self._known.numbers])
        lengths[np.array(self._known.of_laws) & (self._lot.random(len(lengths)) >= self._stage.laws)] = 0
        of_length, low = [], 0
        for longest, _ in BATCHES:
            of_length.append(np.flatnonzero((lengths > low) & (lengths <= longest)))
            low = longest
        shares = np.array([lengths[some].sum() for some in of_length]) / lengths.sum()
        at = [len(some) for some in of_length]
        while True:
            kind = int(self._lot.choice(len(BATCHES), p=shares))
            longest, many = BATCHES[kind]
            if at[kind] + many > len(of_length[kind]):
                at[kind] = 0
                self._lot.shuffle(of_length[kind])
            yield self._batch(of_length[kind][at[kind] : at[kind] + many], longest)
            at[kind] += many

    def _batch(self, chosen: Any, longest: int) -> tuple[Any, ...]:
        """Returns rows, tags, capitals, which places are words, the rows of what stands beside each and how its place
        is known, the outputs of the forms, the right ones, and what each counts."""
        right = np.full((len(chosen), longest), len(self._tables.rows) - 1)
        capitals, there = np.zeros(right.shape, np.int32), np.zeros(right.shape, bool)
        for line, sentence in enumerate(chosen):
            numbers = self._known.numbers[sentence]
            right[line, : len(numbers)], there[line, : len(numbers)] = numbers, True
            capitals[line, : len(numbers)] = self._known.capitals[sentence]
        seen = self._edited(right, there)
        rows, tags, forms = self._tables.rows[seen].copy(), self._tables.tags[seen].copy(), self._tables.forms[seen]
        rows[..., 0] *= self._lot.random(seen.shape) > FORGOTTEN
        rows[..., 1] *= self._lot.random(seen.shape) > FORGOTTEN
        hidden = (self._lot.random(seen.shape) < self._stage.hidden * self._shares[seen]) & there
        after = hidden[:, 1:] & self._is_noun[seen[:, 1:]] & (self._lot.random(hidden[:, 1:].shape) < WITH_NOUN)
        hidden[:, :-1] |= after & self._is_small[seen[:, :-1]]
        rows[hidden, 0] = rows[hidden, 2] = tags[hidden] = 0
        rows[hidden, 1], tags[hidden, 0] = rows[hidden, 3], self._hidden_tag
        is_right = forms == right[..., None]
        counts = (self._has_others[seen] & there & is_right.any(-1)).astype(np.float32)
        counts *= np.where(hidden | (seen != right), 1, KEPT)
        outputs = self._tables.of_forms[seen].astype(np.int32)
        beside = self._beside(chosen, longest)
        return rows, tags, capitals, there.astype(np.float32), *beside, outputs, is_right.argmax(-1), counts

    def _beside(self, chosen: Any, longest: int) -> tuple[Any, Any]:
        """Returns the rows of the words of the source about each word, and how the place of each is known."""
        around = np.full((len(chosen), longest, AROUND), len(self._tables.source_rows) - 1)
        kinds = np.zeros(around.shape[:2], np.int32)
        for line, sentence in enumerate(chosen):
            if self._lot.random() >= WITHOUT_SOURCE:
                source, places = self._known.sources[sentence], self._known.places[sentence]
                at = places[:, None].astype(np.int32) + np.arange(-BEFORE, BEHIND + 1)
                known = source[np.clip(at, 0, len(source) - 1)]
                around[line, : len(at)] = np.where((at >= 0) & (at < len(source)), known, around[line, : len(at)])
                kinds[line, : len(at)] = self._known.kinds[sentence]
        rows = self._tables.source_rows[around]
        rows[(self._lot.random(around.shape) < FORGOTTEN_THERE) & (rows[..., 0] > 0), 0] = UNKNOWN
        return rows, kinds

    def _edited(self, right: Any, there: Any) -> Any:
        """Returns words of which some have another form, which could in turn be taken for the right one."""
        share = self._lot.choice(EDITED, size=len(right), p=HOW_OFTEN)[:, None] * self._shares[right]
        lines, places = np.nonzero((self._lot.random(right.shape) < share) & there)
        words, seen = right[lines, places], right.copy()
        draw = self._lot.random(len(words)) * self._chances[words, -1]
        others = self._tables.forms[words, (self._chances[words] <= draw[:, None]).sum(1).clip(0, 15)]
        can = (others >= 0) & (self._tables.forms[others] == words[:, None]).any(1)
        seen[lines[can], places[can]] = others[can]
        return seen


def beginning(vocabulary: Vocabulary) -> dict[str, Any]:
    """Returns the figures of a model that knows nothing."""
    keys = iter(jax.random.split(jax.random.PRNGKey(1), 100))

    def lot(rows: int, columns: int, scale: float | None = None) -> Any:
        return jax.random.normal(next(keys), (rows, columns)) * (scale or rows**-0.5)

    of_one = OF_WORD + OF_TAGS + OF_ENDING + OF_CAPITAL
    found = {
        "words": lot(WORDS, OF_WORD, 0.1),
        "lemmas": lot(LEMMAS, OF_WORD, 0.1),
        "tags": lot(len(vocabulary.tags) + 2, OF_TAGS, 0.1),
        "endings": lot(ENDINGS, OF_ENDING, 0.1),
        "capitals": lot(4, OF_CAPITAL, 0.1),
        "first": lot(3 * of_one, WIDTH),
        "last": jnp.ones(WIDTH),
        "says": lot(WIDTH, len(vocabulary.outputs)),
        "usual": jnp.zeros(len(vocabulary.outputs)),
        "sources": lot(SOURCES, OF_SOURCE, 0.1),
        "source_endings": lot(SOURCE_ENDINGS, OF_SOURCE, 0.1),
        "beside": lot(AROUND * OF_SOURCE, WIDTH, 0.5 * (AROUND * OF_SOURCE) ** -0.5),
        "kinds": jnp.zeros((4, WIDTH)),
    }
    for place in range(LAYERS):
        arrays = (
            jnp.ones(WIDTH),
            lot(WIDTH, 3 * WIDTH),
            lot(WIDTH, WIDTH, 0.02),
            jnp.zeros((HEADS, 2 * SPREAD + 1)),
            jnp.ones(WIDTH),
            lot(WIDTH, 4 * WIDTH),
            lot(2 * WIDTH, WIDTH, 0.02),
        )
        found.update({f"{place}.{name}": array for name, array in zip(LAYER, arrays, strict=True)})
    return found


def onward(of: dict[str, Any], vocabulary: Vocabulary, folder: Path) -> dict[str, Any]:
    """Returns the figures of a model that knows what the one in a folder does of the same words."""
    before = encoder.unpack(folder / WEIGHTS)
    known = {row[0]: row[1].split(" ") for row in of_language.rows(folder / VOCABULARY)}
    for name in vocabulary.__slots__:
        places = rows_of(name, known.get(name, ()))
        pairs = [(at, places[one]) for one, at in rows_of(name, getattr(vocabulary, name)).items() if one in places]
        if pairs:
            there, here = (list(some) for some in zip(*pairs, strict=True))
            if name == "outputs":
                of["says"] = of["says"].at[:, there].set(before["says"][:, here])
                of["usual"] = of["usual"].at[jnp.array(there)].set(before["usual"][here])
                continue
            of[name] = of[name].at[jnp.array([0, *there])].set(before[name][[0, *here]])
    of["tags"] = of["tags"].at[len(vocabulary.tags) + 1].set(before["tags"][len(known["tags"]) + 1])
    whole = before.keys() - {*vocabulary.__slots__, "says", "usual"}
    return {**of, **{name: jnp.array(before[name]) for name in whole}}


def read(of: Mapping[str, Any], rows: Any, tags: Any, capitals: Any, there: Any, beside: Any, kinds: Any) -> Any:
    """Returns what is likely for each word, as `encoder` and `model` do, for texts of unequal length."""
    texts, words = capitals.shape
    known = [
        of["words"][rows[..., 0]] + of["lemmas"][rows[..., 1]],
        (of["tags"][tags] * (tags > 0)[..., None]).sum(2),
        of["endings"][rows[..., 2]],
        of["capitals"][capitals],
    ]
    each = jnp.concatenate(known, -1) * there[..., None]
    edge = jnp.zeros_like(each[:, :1])
    around = [jnp.concatenate([edge, each[:, :-1]], 1), each, jnp.concatenate([each[:, 1:], edge], 1)]
    state = jnp.concatenate(around, -1) @ of["first"]
    said = (of["sources"][beside[..., 0]] + of["source_endings"][beside[..., 1]]) * (beside[..., 0] > 0)[..., None]
    state += said.reshape(texts, words, -1) @ of["beside"] + of["kinds"][kinds] * (kinds > 0)[..., None]
    distance = jnp.clip(jnp.arange(words)[None] - jnp.arange(words)[:, None], -SPREAD, SPREAD) + SPREAD
    nobody = (1 - there)[:, None, None, :] * -1e9
    for place in range(LAYERS):
        before_others, asks, takes, distances, before_itself, widens, narrows = (of[f"{place}.{one}"] for one in LAYER)
        asked, answered, said = (
            one.reshape(texts, words, HEADS, -1).transpose(0, 2, 1, 3)
            for one in jnp.split(_even(state, before_others) @ asks, 3, -1)
        )
        fit = asked @ answered.swapaxes(-1, -2) * (WIDTH // HEADS) ** -0.5 + distances[:, distance] + nobody
        taken = jax.nn.softmax(fit, -1) @ said
        state = state + taken.transpose(0, 2, 1, 3).reshape(texts, words, WIDTH) @ takes
        gate, value = jnp.split(_even(state, before_itself) @ widens, 2, -1)
        state = state + (jax.nn.silu(gate) * value) @ narrows
    return _even(state, of["last"]) @ of["says"] + of["usual"]


def _even(state: Any, weights: Any) -> Any:
    return state * jax.lax.rsqrt((state * state).mean(-1, keepdims=True) + 1e-6) * weights


def surprise(of: Mapping[str, Any], *batch: Any) -> Any:
    """Returns how surprising the right forms are among those that could stand in their places."""
    *given, outputs, right, counts = batch
    said = read(of, *given)
    each = jnp.take_along_axis(said, jnp.maximum(outputs, 0).reshape(*said.shape[:2], -1), -1).reshape(outputs.shape)
    forms = jax.nn.logsumexp(jnp.where(outputs >= 0, each, -1e9), -1)
    forms = jnp.where((outputs >= 0).any(-1), forms, -1e9)
    likely = forms - jax.nn.logsumexp(forms, -1, keepdims=True)
    return -(jnp.take_along_axis(likely, right[..., None], -1)[..., 0] * counts).sum() / jnp.maximum(counts.sum(), 1)


def learn(of: dict[str, Any], lessons: Lessons, stage: Stage) -> dict[str, Any]:
    """Returns the figures of a model after a stage."""
    rate = optax.warmup_cosine_decay_schedule(0, stage.rate, min(400, stage.steps // 4), stage.steps, 1e-5)
    way = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01))
    state = way.init(of)

    def step(of: Any, state: Any, *batch: Any) -> Any:
        how, slope = jax.value_and_grad(surprise)(of, *batch)
        change, state = way.update(slope, state, of)
        return optax.apply_updates(of, change), state, how

    waiting: Queue[tuple[Any, ...]] = Queue(8)

    def teach() -> None:
        for batch in lessons.batches():
            waiting.put(batch)

    threading.Thread(target=teach, daemon=True).start()
    fast = jax.jit(step)
    for number in range(1, stage.steps + 1):
        of, state, how = fast(of, state, *waiting.get())
        if number % 200 == 0:
            print(f"{number} of {stage.steps}: {float(how):.3f}", flush=True)
    return of


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=Path(model.__file__).parent)
    parser.add_argument("--from", dest="before", type=Path, help="the folder of a model to go on with")
    parser.add_argument("--mean", action="store_true", help="keep the mean of what was known before and after")
    parser.add_argument("--steps", type=float, default=1.0, help="the share of the steps to take")
    options = parser.parse_args()
    known = read_sentences(texts(options.corpora))
    vocabulary, tables = tables_of(known)
    of = beginning(vocabulary)
    if options.before:
        of = onward(of, vocabulary, options.before)
    before = of
    for stage in STAGES:
        taken = replace(stage, steps=max(8, int(stage.steps * options.steps)))
        of = learn(of, Lessons(known, tables, vocabulary, taken), taken)
    if options.mean:
        of = {name: (array + before[name]) / 2 for name, array in of.items()}
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / VOCABULARY).write_text(HEADING + vocabulary.lines(), encoding="utf-8")
    packed = encoder.pack({name: np.asarray(array, np.float32) for name, array in of.items()}, coarse=COARSE)
    np.savez(options.out / WEIGHTS, **packed)  # type: ignore[arg-type]  # by name


if __name__ == "__main__":
    main()
