"""Says which stems of other languages free dictionaries have for English ones: the ``listed.tsv.xz`` of their pairs.

    python benchmarks/learn_listed.py FOLDER [--languages es ru …]

FOLDER holds the files of Debian's packages dict-freedict-eng-ara, -ara-eng, -eng-deu, -eng-rus, -rus-eng, -eng-spa and
-eng-zho, and dict-cc-cedict (``apt-get download``, then ``dpkg-deb -x``). How frequent words are, and of which word
they are a form, the packages wordfreq and simplemma say. Left out are small words, words that are rare, entries of more
than two words, what the spelling shows anyway (same word, cognate) and what the pair's ``learnt.tsv`` knows better.

An entry shares its weight, the root of how frequent both sides are, among the forms of both. How likely a pair of stems
is, is its share of all that the one has, and of all that the other has, in the mean, as far as it goes times `SCALE`:
the entry that is meant is among several, but a text that has one of them seldom has another.
"""

from __future__ import annotations

import argparse
import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import simplemma
import wordfreq

from tmtool.alignment.priors import cognate
from tmtool.alignment.tokens import tokens
from tmtool.alignment.translations import LISTED
from tmtool.languages import pairs, tables

SOURCE = "en"
NAMES = {
    "ar": (("freedict-eng-ara", False), ("freedict-ara-eng", True)),
    "de": (("freedict-eng-deu", False),),
    "es": (("freedict-eng-spa", False),),
    "ru": (("freedict-eng-rus", False), ("freedict-rus-eng", True)),
    "zh": (("freedict-eng-zho", False), ("cc-cedict", True)),
}
"""The dictionaries of a language, and whether English is what they explain it by."""
LETTERS = {"ar": "\u0620-\u064a", "ru": "а-яё", "zh": "\u3400-\u9fff"}
LEMMAS = ("de", "en", "es", "ru")
"""The languages whose forms simplemma leads back to a word."""
RARE, SMALL = 3.0, 6.0
"""Words less frequent, and in languages with spaces more frequent, are left out; on the Zipf scale."""
SURE = 100
"""Hundredths of what is sure, which are left out."""
MOST_WORDS, LONGEST = 2, 3
"""Of an entry, without its small words and with them."""
SCALE, LEAST, MOST, STEP = 2.4, 0.1, 1.0, 2
"""How the shares of weights become likely, and the hundredths by which these are told apart: finer ones take room in
the package and align nothing better."""
HEADING = """\
# Stems of English and of the other language that dictionaries have for each other, and how likely it is, in hundredths
# where it is not sure, as alignment cuts words. Made by benchmarks/learn_listed.py from {}; chosen and weighed
# by the frequencies of wordfreq (CC BY-SA 4.0).
"""
ORIGINS = {
    "ar": "the English-Arabic and Arabic-English dictionaries of FreeDict (GPL 2 or later)",
    "de": "the English-German dictionary of FreeDict (Ding, F. Richter; GPL 3 or later)",
    "es": "the English-Spanish dictionary of FreeDict (Wiktionary; CC BY-SA 3.0)",
    "ru": "the English-Russian and Russian-English dictionaries of FreeDict (Wiktionary; CC BY-SA 3.0)",
    "zh": "the English-Chinese dictionary of FreeDict (Wiktionary; CC BY-SA 3.0) and CC-CEDICT (CC BY-SA 4.0)",
}

_HEAD = re.compile(r"(\S.*?) /.*/(?: <\w+>)?$")
_NUMBERED = re.compile(r"\s*\d+\.\s*(.*)")
_NEXT_NUMBER = re.compile(r"\s\d+\.$")
_ASIDE = re.compile(r"\([^()]*\)|\[\[|\]\]|<[^<>]*>|\{[^{}]*\}")
_PARTS = re.compile(r"[,;،]\s*")

Forms = Mapping[str, Mapping[str, float]]


def lines(folder: Path, name: str) -> Iterator[str]:
    """Yields the lines of a dictionary."""
    (path,) = folder.rglob(f"{name}.dict.dz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


def entries(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yields English words and words of the other language, each of one or a few."""
    for name, by_english in NAMES[language]:
        if name == "cc-cedict":
            yield from cedict(lines(folder, name))
            continue
        head, first = None, False
        for line in lines(folder, name):
            if found := _HEAD.match(line):
                head, first = found[1], True
                continue
            numbered = _NUMBERED.match(line)
            body = _NEXT_NUMBER.sub("", numbered[1] if numbered else line)
            translates = by_english or (
                _is_in(language, body) if language in LETTERS else first or numbered is not None
            )
            first = False
            if head is None or not translates:
                continue
            for part in parts(body):
                yield (part, head) if by_english else (head, part)


def cedict(text: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Yields the entries of CC-CEDICT by their simplified characters."""
    head = ""
    for line in text:
        if _is_in("zh", line) and not re.search("[a-z]", line):
            head = line.split("|")[-1]
        elif head and not line.startswith("["):
            yield from ((part, head) for part in parts(line) if part.isascii())


def parts(body: str) -> Iterator[str]:
    """Yields the translations in a line, without what is said about them."""
    for part in _PARTS.split(_ASIDE.sub(" ", body)):
        stripped = part.strip(" .;,،").removeprefix("to ")
        if 0 < len(stripped.split()) <= LONGEST:
            yield stripped


def _is_in(language: str, text: str) -> bool:
    return 3 * len(re.findall(f"[{LETTERS[language]}]", text.lower())) > len(re.findall("[A-Za-z]", text))


def forms(language: str) -> Forms:
    """Maps words to the stems of their forms, each with its frequency; Arabic words to their stem alone."""
    result: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    least = 10 ** (RARE - 9)
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        stems = tokens(word, language)
        if frequency < least or not stems or not all(stem.isalpha() for stem in stems):
            continue
        if language == "ar":
            names = set(stems) if len(stems) == 1 else set()
        else:
            names = {word, simplemma.lemmatize(word, language).lower()} if language in LEMMAS else {word}
        for name in names:
            for stem in stems:
                result[name][stem] += frequency
    return result


@cache
def _is_small(word: str, language: str) -> bool:
    frequency: float = wordfreq.zipf_frequency(word, language)
    return frequency >= SMALL


def words(text: str, language: str) -> list[str]:
    """Returns the words of one side of an entry by which `forms` knows them, without small ones."""
    plain = text.lower().replace("\u0301", "")
    if language == "zh":
        return [plain]
    if language == "ar":
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = [word for word in re.findall(r"[^\W\d_]+", plain) if not _is_small(word, language)]
    return [stem for word in found for stem in tokens(word, language)] if language == "ar" else found


def weights(listed: Iterator[tuple[str, str]], language: str) -> dict[tuple[str, str], float]:
    """Returns how much the entries say for pairs of stems."""
    here, there = forms(SOURCE), forms(language)
    total: defaultdict[tuple[str, str], float] = defaultdict(float)
    for english, other in sorted({(one.lower(), another.lower()) for one, another in listed}):
        ours, theirs = words(english, SOURCE), words(other, language)
        if not ours or not theirs or max(len(ours), len(theirs)) > MOST_WORDS:
            continue
        if not all(word in here for word in ours) or not all(word in there for word in theirs):
            continue
        for one in ours:
            for another in theirs:
                frequent, as_frequent = sum(here[one].values()), sum(there[another].values())
                weight = (frequent * as_frequent) ** -0.5 / len(ours) / len(theirs)
                for stem, share in here[one].items():
                    for other_stem, other_share in there[another].items():
                        total[stem, other_stem] += weight * share * other_share
    return total


def stems(total: Mapping[tuple[str, str], float], known: Forms) -> Iterator[str]:
    """Yields the rows of the table: what the entries say of pairs of stems that `known` has less of."""
    of_source: defaultdict[str, float] = defaultdict(float)
    of_target: defaultdict[str, float] = defaultdict(float)
    for (stem, other), weight in total.items():
        of_source[stem] += weight
        of_target[other] += weight
    table: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (stem, other), weight in total.items():
        share = min(MOST, round(SCALE * (weight / of_source[stem] + weight / of_target[other]) / 2, 2))
        if share >= LEAST and stem != other and not cognate(stem, other) and share > known.get(stem, {}).get(other, 0):
            table[stem].append((-STEP * round(100 * share / STEP), other))
    for stem in sorted(table):
        likely = ((other, -share) for share, other in sorted(table[stem]))
        yield "\t".join([stem, *(other if share == SURE else f"{other} {share}" for other, share in likely)])


def main() -> None:
    """Makes the table of every language asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", nargs="+", default=list(NAMES))
    options = parser.parse_args()
    for language in options.languages:
        pair = pairs.get(SOURCE, language)
        if pair is None:
            parser.error(f"there is no pair of {SOURCE} and {language}: make its folder first")
        known = {
            stem: {other: float(share) for other, share in map(str.split, others)}
            for stem, *others in pair.rows("learnt.tsv")
        }
        rows = list(stems(weights(entries(options.folder, language), language), known))
        text = HEADING.format(ORIGINS[language]) + "".join(f"{row}\n" for row in rows)
        (pair.folder / LISTED).write_bytes(tables.packed(text))
        print(f"{language}: {len(rows)} stems, {sum(row.count(chr(9)) for row in rows)} pairs")


if __name__ == "__main__":
    main()
