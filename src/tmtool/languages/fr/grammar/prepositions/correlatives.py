"""Has the second of two members the preposition of the first, where words of a pair stand before both: tant à la
prévention *que la* répression, non seulement aux villes, *mais aussi les* ports, soit par écrit, *soit de* vive voix?

Read are tant … que, aussi bien … que, autant … que, non seulement … mais aussi and soit … soit. What comes with de may
be an object (exige non seulement des efforts), unless a word that goes with de is right before.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.prepositions.governed import WORDS, infinitive_after
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PAIRS = {
    ("tant",): QUE,
    ("autant",): QUE,
    ("aussi", "bien"): QUE,
    ("non", "seulement"): frozenset({"mais"}),
    ("soit",): frozenset({"soit"}),
}
_ALSO = frozenset({"aussi", "également", "encore", "surtout", "plutôt"})
_ALONE = _WORDS["alone"]
_FAR = 16
"""Words between the words of a pair at most."""
_CONTRACTED = {("à", "le"): "au", ("à", "les"): "aux", ("de", "le"): "du", ("de", "les"): "des"}


def unparallel(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the joint before each second member without its preposition, the article after it and what is right."""
    for place in range(len(words) - 3):
        for opening, joints in _PAIRS.items():
            after = place + len(opening)
            if words[place].lower != opening[0] or after + 2 >= len(words):
                continue
            if tuple(word.lower for word in words[place:after]) != opening or not words[after].joined:
                continue
            kind, to_do = _kind(words, after), infinitive_after(words, after + 1)
            if not kind or (kind == "de" and not to_do and not _governs_of(words, place - 1)):
                continue
            joint = _joint(words, after + 1, joints)
            if joint and (found := _bare(words, joint, kind, to_do=to_do)):
                yield words[joint], words[found[0]], found[1]


def _kind(words: tuple[Word, ...], place: int) -> str:
    """Returns the preposition that is here, "" for none."""
    lower = words[place].lower
    if lower in _ALONE:
        return lower
    return "à" if lower in TO_FORMS else "de" if lower in OF_FORMS else ""


def _governs_of(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word at a place goes with de, so that what comes with it is no object."""
    if place < 0:
        return False
    lemmas = {entry.lemma for entry in words[place].entries}
    return bool(lemmas & (_WORDS["with de"] | WORDS["always de"] | WORDS["about"])) or (
        words[place].categories == {"N"} and place > 0 and is_determiner(words[place - 1])
    )


def _joint(words: tuple[Word, ...], start: int, joints: frozenset[str]) -> int:
    """Returns the place of the second word of a pair, in the same clause; 0 for none."""
    for at in range(start, min(len(words) - 2, start + _FAR)):
        word = words[at]
        if word.mark not in ("", ",") or word.lower in _WORDS["openers"]:
            return at if word.lower in joints and word.mark in ("", ",") else 0
        if word.lower in joints:
            return at
        if word.is_finite_or_auxiliary:
            return 0
    return 0


def _bare(words: tuple[Word, ...], joint: int, kind: str, *, to_do: bool) -> tuple[int, str] | None:
    """Returns the place of the article of a noun without its preposition right after a joint, or of another preposition
    before an infinitive, and what is right there; None where a clause opens."""
    at = joint + 1
    while at < len(words) - 1 and words[at].joined and words[at].lower in _ALSO:
        at += 1
    if at + 1 >= len(words) or not all(word.joined for word in words[joint + 1 : at + 2]):
        return None
    said = " ".join(word.text for word in words[joint:at])
    first, second = words[at], words[at + 1]
    if to_do:
        other = {"à": frozenset({"de", "d'"}), "de": frozenset({"à"})}.get(kind, frozenset[str]())
        wrong = first.lower in other and infinitive_after(words, at + 1)
        return (at, f"{said} {kind}") if wrong else None
    bare = first.lower in _WORDS["articles"] and bool(second.categories & {"N", "A"}) and not second.is_infinitive
    if not bare or _opens_a_clause(words, at + 1):
        return None
    right = _CONTRACTED.get((kind, first.lower), f"{kind} {first.lower}")
    return at, f"{said} {right}"


def _opens_a_clause(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a finite verb comes before the next mark, besides that of a relative clause."""
    for at in range(start, len(words)):
        word = words[at]
        if at > start and not word.joined:
            return False
        if word.lower in _WORDS["relative"]:
            return False
        if word.is_finite_or_auxiliary:
            return True
    return False
