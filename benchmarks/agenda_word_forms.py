"""Which forms of the words of a right French text sound like theirs, or are of another mood, and wrong in their place?

They are the kinds of agenda_flips.py that a table of words cannot say: an infinitive for a participle (a *adopter*),
the indicative for a subjunctive (bien qu’ils *sont*), a verb of another person that sounds alike (il *permets*). The
forms are those of the lexicon, and the words around a place say that it is wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.entry import Entry
from tmtool.languages.fr import lexicon
from tmtool.model import Span

TABLE = Path(__file__).with_name("data") / "agenda_sound_alikes.tsv"
_WORDS = tables.word_sets(Path(__file__).with_name("data") / "agenda_word_forms.tsv")
Form = tuple[str, Span, str]
"""The kind of a flip, its place, and the form put there."""

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[’']?|[^\w\s]")
_ADVERBS = re.compile(r"\w+ment|pas|déjà|aussi|ainsi|donc|toujours|encore|plus|jamais|peut-être|bien|tous|toutes")


def forms(text: str) -> Iterator[Form]:
    """Yields the forms that are wrong in places of a text, and how each is wrong."""
    for kind, pattern, new in _table():
        for found in pattern.finditer(text):
            yield kind, Span(*found.span(1)), found[1][0] + new[1:] if found[1][0] == new[0].upper() else new
    tokens = [(found[0], Span(*found.span())) for found in _TOKEN.finditer(text)]
    words = [word for word, _ in tokens]
    for at, (word, span) in enumerate(tokens):
        if word.islower():
            for kind, new in (*_endings(words, at), *_moods(words, at), *_persons(words, at), *_numbers(words, at)):
                if new != word:
                    yield kind, span, new


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((kind, re.compile(pattern), new) for kind, pattern, new in tables.rows(TABLE))


def _verb(word: str) -> tuple[Entry | None, frozenset[str]]:
    """Returns the first reading of a word as a verb, and all its features as one."""
    verbs = [one for one in lexicon.entries(word) if one.category == "V" and not one.rare]
    return (verbs[0] if verbs else None), frozenset[str]().union(*(one.features for one in verbs))


def _form(verb: Entry, feature: str) -> Iterator[str]:
    yield from lexicon.paradigm(verb.lemma, "V").get(feature, ())[:1]


def _before(words: list[str], at: int) -> str:
    """Returns the word before, past adverbs."""
    at -= 1
    while at > 0 and _ADVERBS.fullmatch(words[at]):
        at -= 1
    return words[at] if at >= 0 else ""


def _endings(words: list[str], at: int) -> Iterator[tuple[str, str]]:
    verb, features = _verb(words[at])
    if verb is None:
        return
    before = _before(words, at)
    if "W" in features and words[at].endswith("er"):
        if before in _WORDS["before infinitive"]:
            yield from (("er for é", one) for one in _form(verb, "Kms"))
            yield from (("er for ez", one) for one in _form(verb, "P2p"))
            yield from (("er for ées", one) for one in _form(verb, "Kfp"))
    elif any(one.startswith("K") for one in features) and re.search("ée?s?$", words[at]):
        kind = (
            "have"
            if before in _WORDS["have"]
            else "be"
            if before in _WORDS["be"]
            else "noun"
            if words[at - 1] == before
            else ""
        )
        if kind == "noun" and not (
            before[-1:].isalpha() and lexicon.entries(before) and before not in _WORDS["determiners"]
        ):
            return
        if kind:
            yield from ((f"é for er after {kind}", one) for one in _form(verb, "W"))
            yield from ((f"é for ait after {kind}", one) for one in _form(verb, "I3s"))
            yield from ((f"é for e after {kind}", one) for one in _form(verb, "P3s"))
    elif {one for one in features if one[0] in "PI"} >= {"P3s"} and words[at].endswith("e"):
        if {one.category for one in lexicon.entries(words[at])} == {"V"} and before not in _WORDS["determiners"]:
            yield from (("e for é", one) for one in _form(verb, "Kms"))
            yield from (("e for er", one) for one in _form(verb, "W"))
    elif "I3s" in features and {one.category for one in lexicon.entries(words[at])} == {"V"}:
        yield from (("ait for é", one) for one in _form(verb, "Kms"))


def _moods(words: list[str], at: int) -> Iterator[tuple[str, str]]:
    verb, features = _verb(words[at])
    tenses = {one[0] for one in features if one[-2:] in ("3s", "3p")}
    if verb is None or not tenses:
        return
    person = next(one[-2:] for one in features if one[-2:] in ("3s", "3p"))
    if tenses <= {"S"} and _clause(words, at) and words[at + 1 : at + 2] != ["ou"]:
        yield from (("subjunctive to present", one) for one in _form(verb, "P" + person))
        yield from (("subjunctive to future", one) for one in _form(verb, "F" + person))
    elif tenses <= {"P", "I", "F", "C", "J"} and (opener := _clause(words, at)):
        before, que = opener
        known = que in ("que", "qu’") and before in _WORDS["before the indicative"]
        if known or que in ("lorsque", "lorsqu’"):
            yield from (("indicative to subjunctive", one) for one in _form(verb, "S" + person))
        elif (
            que in ("si", "s’")
            and tenses <= {"P", "I"}
            and (before in (",", ".", "sauf", "que", "même", "") or que[0].isupper())
        ):
            yield from (("si with conditional", one) for one in _form(verb, "C" + person))
            yield from (("si with future", one) for one in _form(verb, "F" + person))


def _clause(words: list[str], at: int) -> tuple[str, str] | None:
    """Returns the word that opens the clause whose first verb is at a place, and the one before it."""
    for place in range(at - 1, max(-1, at - 12), -1):
        word = words[place].lower()
        if word in ("que", "qu’", "si", "s’", "lorsque", "lorsqu’"):
            if word == "s’" and words[place + 1] not in ("il", "ils"):
                continue
            before = words[place - 1].lower() if place else ""
            return ("étant_donné" if before == "donné" else before), words[place]
        entries = lexicon.entries(word)
        if not word[0].isalpha() or word in ("qui", "dont", "où"):
            return None
        finite = any(one[-2:] in ("3s", "3p") for entry in entries for one in entry.features)
        if finite and {one.category for one in entries} == {"V"}:
            return None
    return None


def _persons(words: list[str], at: int) -> Iterator[tuple[str, str]]:
    """Yields the first or second person that sounds like a third person singular: il permets, il devras."""
    verb, features = _verb(words[at])
    if verb is None or {one.category for one in lexicon.entries(words[at])} != {"V"}:
        return
    thirds = sorted(one for one in features if one[-2:] == "3s")
    if thirds and not any(one[-2:] == "1s" for one in features):
        yield from (("person", one) for one in _form(verb, thirds[0][0] + "2s"))


def _numbers(words: list[str], at: int) -> Iterator[tuple[str, str]]:
    """Yields the other number of a verb that may be another word, too, where its place says that it is one."""
    verb, features = _verb(words[at])
    if verb is None or {one.category for one in lexicon.entries(words[at])} == {"V"} or at + 1 >= len(words):
        return
    before = words[at - 1].lower() if at else ""
    acts = words[at] in ("est", "a", "soit") or before in ("qui", "ne", "n’", "se", "s’")
    thirds = [one for one in sorted(features, reverse=True) if one[-2:] in ("3s", "3p")]
    if not acts or not thirds or (words[at] == "soit" and not _clause(words, at)):
        return
    tense = "S" if words[at] == "soit" else thirds[-1][0]
    yield from (("verb of two kinds", one) for one in _form(verb, tense + ("3p" if thirds[0][-1] == "s" else "3s")))
