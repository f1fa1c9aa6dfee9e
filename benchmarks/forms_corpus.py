"""Reads translations into French as the model of forms is taught them (``learn_forms.py``): which texts, as which
numbers.

CORPORA is the folder of the corpora of ``learn_word_translations.py``. Kept aside are the agendas of the last parts
and rows 2,001 to 4,000 of the development set of the United Nations Parallel Corpus.
"""

from __future__ import annotations

import csv
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from agendas import PARTS, agendas
from learn_word_translations import FILES, LARGE
from tmtool.checks.evidence.words.linked import linked_places
from tmtool.languages.fr.grammar.contexts.alternatives import alternatives, is_small, lemma, tags
from tmtool.languages.fr.grammar.contexts.beside import beside
from tmtool.languages.fr.grammar.contexts.model import ENDING, LONGEST, UNKNOWN, rows_of
from tmtool.languages.fr.grammar.contexts.tokens import tokens
from tmtool.languages.pairs.en_fr import PAIR

ASIDE = PARTS[PARTS.index("hundredandsecond") :]
"""The parts of the agendas that the model is not taught."""
TAUGHT_ROWS = 2000
"""The rows of the development set that it is taught."""
OFTEN: Mapping[str, float] = {
    "un": 6,
    "goals": 4,
    "declaration": 4,
    "treaties": 2,
    "news": 3,
    "health": 3,
    "debates": 2,
    "agendas": 5,
    "memories": 4,
    "laws-act": 0.5,
    "laws-annual": 0.6,
    "laws-reg": 0.3,
    "tatoeba": 0.5,
    "python-docs": 0.2,
    "django-docs": 0.2,
}
"""How often a text of a corpus is read, a share of the texts for a broken number; of all others once."""
_LAWS = "laws"
_NO_TEXT = ("terms", "laws-citation", "laws-footnote", "laws-act-older", "laws-reg-older")
_MARKUP = ("`", "::")
_SAME = 80
"""Laws that begin with as many equal letters are older and newer wordings of one."""
WORDS, LEMMAS, ENDINGS = 6000, 5000, 800
"""The rows of the model for words, lemmas and endings, one of each for all others."""
SOURCES, SOURCE_ENDINGS = 6000, 400
"""The rows for words of the source (one for none, one for all others) and for their endings."""
_SHORTEST = 2
"""Words of a text that is too short to be read, at most."""
MOST_TAGS, MOST_FORMS, MOST_OF_FORM = 8, 16, 4
"""Tags of a word, forms in its place, and tags of such a form, at most."""
_SEED = 1
_LIKELY = {"number": 2.5, "mood": 1.2, "condition": 0.7, "tense": 0.35, "infinitive": 0.4, "noun": 0.5}
"""How likely a slip is of each kind, beside one of gender and number or of a small word."""


def texts(corpora: Path) -> Iterator[tuple[str, str, str]]:
    """Yields sources and French texts with the name of their corpus, those of `OFTEN` as often as it says."""
    lot = random.Random(_SEED)
    for name, source, text in _once(corpora):
        often = OFTEN.get(name, 1)
        for _ in range(int(often) + (lot.random() < often % 1)):
            yield name, source, text


def _once(corpora: Path) -> Iterator[tuple[str, str, str]]:
    seen = set()
    with lzma.open(corpora / LARGE, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["fr"]
            if row["origin"].startswith(_NO_TEXT) or any(mark in text for mark in _MARKUP) or text[:_SAME] in seen:
                continue
            seen.add(text[:_SAME])
            yield row["origin"], row["en"], text
    for name, file in FILES.items():
        with (corpora / file.path).open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            for row in islice(rows, TAUGHT_ROWS if name == "un" else None):
                yield name, row["en"], row["fr"]
    for part in PARTS[: -len(ASIDE)]:
        for folder in agendas(part):
            both = ((folder / f"{side}.txt").read_text(encoding="utf-8").split("\n") for side in ("en", "fr"))
            yield from (("agendas", source, text) for source, text in zip(*both, strict=True))
    for path in sorted((Path(__file__).parents[1] / "memories").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
            yield from (("memories", row["en"], row["fr"]) for row in rows if row.get("en") and row.get("fr"))


@dataclass
class Sentences:
    """`Sentences` are texts as numbers of their words, cut at `LONGEST`, in an order of chance. `capitals` are those of
    `Token`; `of_laws` tells which are of laws, of which there are most. `sources` are the words of the source as
    numbers of `source_words`; `places` and `kinds` are those of `Beside`."""

    words: list[str] = field(default_factory=list)
    source_words: list[str] = field(default_factory=list)
    numbers: list[Any] = field(default_factory=list)
    capitals: list[Any] = field(default_factory=list)
    of_laws: list[bool] = field(default_factory=list)
    sources: list[Any] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)
    kinds: list[Any] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)
    source_counts: Counter[int] = field(default_factory=Counter)

    def shuffle(self) -> None:
        """Puts all in an order of chance."""
        order = list(range(len(self.numbers)))
        random.Random(_SEED).shuffle(order)
        for some in (self.numbers, self.capitals, self.of_laws, self.sources, self.places, self.kinds):
            some[:] = [some[at] for at in order]


def read_sentences(found: Iterable[tuple[str, str, str]]) -> Sentences:
    """Reads sources and texts, each with the name of its corpus."""
    known = Sentences()
    numbers, of_source = _Numbers(known.words), _Numbers(known.source_words)
    for name, source, text in found:
        read = tokens(text)
        there = beside(read, source, linked_places(source, text, PAIR))
        if there is None:
            continue
        source_numbers = np.array([of_source[word] for word in there.words], np.int32)
        for start in range(0, len(read), LONGEST):
            piece = read[start : start + LONGEST]
            if len(piece) > _SHORTEST:
                places = [numbers[one.text] for one in piece]
                known.numbers.append(np.array(places, np.int32))
                known.capitals.append(np.array([one.capital for one in piece], np.int8))
                known.of_laws.append(name.startswith(_LAWS))
                known.sources.append(source_numbers)
                known.places.append(np.array(there.places[start : start + LONGEST], np.int16))
                known.kinds.append(np.array(there.kinds[start : start + LONGEST], np.int8))
                known.counts.update(places)
                known.source_counts.update(source_numbers.tolist())
    known.shuffle()
    return known


class _Numbers(dict[str, int]):
    """`_Numbers` gives each new word the next number, and adds it to the words."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def __missing__(self, word: str) -> int:
        self[word] = len(self._words)
        self._words.append(word)
        return self[word]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`Vocabulary` is what the model knows by itself, in the order of its rows, the first of each standing for all
    others."""

    words: Sequence[str]
    lemmas: Sequence[str]
    endings: Sequence[str]
    tags: Sequence[str]
    outputs: Sequence[str]
    sources: Sequence[str]
    source_endings: Sequence[str]

    def lines(self) -> str:
        """Returns the lines of ``vocabulary.tsv``."""
        return "".join(f"{name}\t{' '.join(getattr(self, name))}\n" for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Tables:
    """`Tables` are what the model reads of each word, by its number, and may answer; a last row stands for no word.

    `rows` are the rows for word, lemma, ending, and for the lemma where the form is hidden; `tags` those of its tags;
    `forms` the numbers of the forms in its place, itself first, -1 for none; `of_forms` the outputs of each; `chances`
    how likely each form is put for it. `source_rows` are the rows for a word of the source and for its ending, by its
    number; a last row stands for no word.
    """

    rows: Any
    tags: Any
    forms: Any
    of_forms: Any
    chances: Any
    source_rows: Any


def tables_of(known: Sentences) -> tuple[Vocabulary, Tables]:
    """Returns the vocabulary of texts and the tables of their words, to which the forms in the place of any are
    added."""
    words, numbers = list(known.words), {word: place for place, word in enumerate(known.words)}
    others = []
    for word in known.words:
        others.append(alternatives(word))
        for form in others[-1]:
            if form not in numbers:
                numbers[form] = len(words)
                words.append(form)
    others += [alternatives(word) for word in words[len(others) :]]
    vocabulary = _vocabulary(known, others)
    places = {name: rows_of(name, getattr(vocabulary, name)) for name in Vocabulary.__slots__}
    size = len(words) + 1
    rows, its_tags = np.zeros((size, 4), np.int32), np.zeros((size, MOST_TAGS), np.int32)
    forms, chances = np.full((size, MOST_FORMS), -1, np.int32), np.zeros((size, MOST_FORMS), np.float32)
    of_forms = np.full((size, MOST_FORMS, MOST_OF_FORM), -1, np.int16)
    for at, word in enumerate(words):
        of_lemma = places["lemmas"].get(lemma(word), 0)
        rows[at] = (
            places["words"].get(word, 0),
            of_lemma,
            places["endings"].get(word[-ENDING:], 0),
            0 if is_small(word) else of_lemma,
        )
        listed = [places["tags"][tag] for tag in sorted(tags(word)) if tag in places["tags"]][:MOST_TAGS]
        its_tags[at, : len(listed)] = listed
        for place, (form, of_form) in enumerate(islice(others[at].items(), MOST_FORMS)):
            if form in numbers:
                forms[at, place] = numbers[form]
                outputs = [places["outputs"][tag] for tag in sorted(of_form)][:MOST_OF_FORM]
                of_forms[at, place, : len(outputs)] = outputs
                chances[at, place] = _chance(others[at][word], of_form) if place else 0
    source_rows = np.zeros((len(known.source_words) + 1, 2), np.int32)
    for at, word in enumerate(known.source_words):
        ending = places["source_endings"].get(word[-ENDING:], 0)
        source_rows[at] = places["sources"].get(word, UNKNOWN), ending
    return vocabulary, Tables(rows, its_tags, forms, of_forms, chances, source_rows)


def _vocabulary(known: Sentences, others: Iterable[Mapping[str, frozenset[str]]]) -> Vocabulary:
    lemmas, endings, of_words, there = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for at, word in enumerate(known.source_words):
        there[word[-ENDING:]] += known.source_counts[at]
    for at, word in enumerate(known.words):
        lemmas[lemma(word)] += known.counts[at]
        endings[word[-ENDING:]] += known.counts[at]
        of_words.update(tags(word))
    del lemmas["?"]
    return Vocabulary(
        words=[known.words[at] for at, _ in known.counts.most_common(WORDS - 1)],
        lemmas=[one for one, _ in lemmas.most_common(LEMMAS - 1)],
        endings=[one for one, _ in endings.most_common(ENDINGS - 1)],
        tags=[tag for tag, many in of_words.most_common() if many > 2],
        outputs=sorted({tag for forms in others for its in forms.values() for tag in its}),
        sources=[known.source_words[at] for at, _ in known.source_counts.most_common(SOURCES - 2)],
        source_endings=[one for one, _ in there.most_common(SOURCE_ENDINGS - 1)],
    )


def _chance(own: frozenset[str], other: frozenset[str]) -> float:
    """Says how likely a form is put for another by a slip, beside others in its place."""
    if any(tag.startswith("F:") for tag in other):
        return 1.0
    finite, its_finite = ({tag for tag in some if tag[:2] == "V:" and tag[2] in "PSFCI"} for some in (own, other))
    if finite and its_finite:
        first, second = min(finite), min(its_finite)
        if first[3:] != second[3:]:
            return _LIKELY["number"]
        pair = {first[2], second[2]}
        return _LIKELY["mood" if pair == {"P", "S"} else "condition" if pair == {"F", "C"} else "tense"]
    if "V:W" in own | other:
        return _LIKELY["infinitive"]
    return _LIKELY["noun"] if all(tag.startswith("N:") for tag in own) else 1.0
