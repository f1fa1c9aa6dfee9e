"""Which words of two documents are known to translate each other, and how likely is that?

By the pair's dictionary (`priors.dictionary`), its table of words that stand for each other in dictionaries and lists
(`benchmarks/learn_listed.py`) and that of everyday words; for a pair that has neither, by way of a third language that
has them with both, where a cognate goes for a translation, too: "policía" is "police" to whoever looks for its Arabic.
Words that no table helps with may be the same name in another alphabet. Only of words that are in the documents, so
that large tables cost little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from tmtool.alignment.forms import other_forms
from tmtool.alignment.priors import COGNATE_LETTERS, DICTIONARY, SAME, cognate, dictionary
from tmtool.alignment.sounds import same_by_sound
from tmtool.alignment.tokens import TokenKind, tokens
from tmtool.languages import default_pair, pairs

LISTED, EVERYDAY = "listed.tsv.xz", "everyday.tsv"
SURE = 100
"""What is sure, in the hundredths of a table, which leaves it out."""
FORM = 0.5
"""How much what a table says of a word counts for what may be another form of it."""
IN_A_TABLE = 0.7
"""How much it counts that two words sound alike where one of them is in a table, but none of its translations is in the
other document."""
LEAST = 0.05
"""What is less likely than that by way of a third language tells nothing."""

Translations = dict[str, dict[str, float]]


def translations(
    words: Collection[str], others: Collection[str], source_language: str, target_language: str
) -> Translations:
    """Returns for words of a document how likely (0 to 1) words of the other one translate them; both as `tokens`
    makes them."""
    result = _by_tables(words, others, source_language, target_language)
    alone, other_alone = _alone(words, others, result)
    unknown = set(_in_no_table(alone, source_language, target_language))
    other_unknown = set(_in_no_table(other_alone, target_language, source_language))
    for word, other, share in same_by_sound(alone, other_alone):
        known = (word not in unknown) + (other not in other_unknown)
        if known < 2:
            result.setdefault(word, {})[other] = IN_A_TABLE**known * share
    return result


def _alone(words: Iterable[str], others: Collection[str], known: Translations) -> tuple[list[str], list[str]]:
    """Returns the words of both documents that have no known translation in the other one."""
    wanted = set(others)
    linked = {word: wanted.intersection(found) for word, found in known.items()}
    explained = {other for found in linked.values() for other in found}
    return [word for word in words if not linked.get(word)], [other for other in others if other not in explained]


def _in_no_table(words: Iterable[str], language: str, other_language: str) -> list[str]:
    """Returns the words that the language's table has no translation of: the table with the other language, or with
    the third one."""
    return _missing(
        words, language, other_language if pairs.get(language, other_language) is not None else default_pair.SOURCE
    )


def _by_tables(
    words: Iterable[str], others: Collection[str], source_language: str, target_language: str
) -> Translations:
    if pairs.get(source_language, target_language) is not None:
        return _direct(words, others, source_language, target_language)
    third = default_pair.SOURCE
    if pairs.get(source_language, third) is None or pairs.get(third, target_language) is None:
        return {}
    first = _with_cognates(words, _direct(words, (), source_language, third), _entries(third, target_language))
    middles = {middle for found in first.values() for middle in found}
    second = _with_cognates(middles, _direct(middles, others, third, target_language), others)
    wanted = set(others)
    result: Translations = {}
    for word, between in first.items():
        found: defaultdict[str, float] = defaultdict(float)
        for middle, share in between.items():
            for other, there in second.get(middle, {}).items():
                if other in wanted:
                    found[other] += share * there
        kept = {other: min(share, 1.0) for other, share in found.items() if share >= LEAST}
        if kept:
            result[word] = kept
    return result


def _with_cognates(
    words: Iterable[str], known: Mapping[str, Mapping[str, float]], others: Iterable[str]
) -> Translations:
    """Returns what is known of the words, and which of the others are the same word or a cognate."""
    alike = defaultdict(list)
    for other in others:
        if other.isalpha():
            alike[other[:COGNATE_LETTERS]].append(other)
    result: Translations = {}
    for word in words:
        found = dict(known.get(word, {}))
        for other in alike.get(word[:COGNATE_LETTERS], ()):
            share = SAME[TokenKind.WORD] if other == word else cognate(word, other)
            if share > found.get(other, 0.0):
                found[other] = share
        result[word] = found
    return result


def _direct(words: Iterable[str], others: Iterable[str], source_language: str, target_language: str) -> Translations:
    """Returns what tables say of the words; also of those that they have in another form, on either side: `others` are
    the words among which forms are looked for on the other side."""
    known, listed = dictionary(source_language, target_language), _listed(source_language, target_language)
    words = list(words)
    forms = other_forms(
        _missing(words, source_language, target_language), _entries(source_language, target_language), source_language
    )
    back: defaultdict[str, list[str]] = defaultdict(list)
    missing = _missing(others, target_language, source_language)
    for other, entries in other_forms(missing, _entries(target_language, source_language), target_language).items():
        for entry in entries:
            back[entry].append(other)
    result: Translations = {}
    for word in words:
        found: dict[str, float] = {}
        for form in (word, *forms.get(word, ())):
            weight = 1.0 if form == word else FORM
            for other, share in (*listed.get(form, {}).items(), *known.get(form, {}).items()):
                found[other] = max(weight * share, found.get(other, 0.0))
        for other, share in list(found.items()):
            for form in back.get(other, ()):
                found[form] = max(FORM * share, found.get(form, 0.0))
        if found:
            result[word] = found
    return result


def _missing(words: Iterable[str], language: str, other_language: str) -> list[str]:
    entries = _entries(language, other_language)
    return [word for word in words if word not in entries]


@cache
def _entries(language: str, other_language: str) -> frozenset[str]:
    """Returns the words that a pair's tables have something of."""
    return frozenset(dictionary(language, other_language)) | frozenset(_listed(language, other_language))


@cache
def _listed(source_language: str, target_language: str) -> Mapping[str, Mapping[str, float]]:
    result: defaultdict[str, dict[str, float]] = defaultdict(dict)
    pair = pairs.get(source_language, target_language)
    if pair is not None:
        for stem, *others in pair.rows(LISTED):
            for other, _, share in (each.partition(" ") for each in others):
                source, target = pair.in_direction(stem, other)
                result[source][target] = int(share or SURE) / SURE
        for first, second in pair.rows(EVERYDAY):
            source, target = pair.in_direction(first, second)
            for stem in tokens(source, pair.source):
                for other in tokens(target, pair.target):
                    result[stem][other] = max(result[stem].get(other, 0.0), DICTIONARY)
    return dict(result)


def is_known(word: str, language: str, other_language: str) -> bool:
    """Tells whether a table of two languages has a word of the first."""
    return word in _entries(language, other_language)
