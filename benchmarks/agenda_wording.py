"""Puts other words in the French of an agenda: what the rest does not say, a limit on the other side, the title of
another officer, the name of a body otherwise; for agenda_errors.py and agenda_slips.py.

What goes with the changed words goes along, so that the error is in French that somebody might write: what is elided
before a vowel (la mise en œuvre, l’application), the article (à la fin, au début), the other half of a title (un
président ou une présidente).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tmtool.languages import tables

Place = tuple[int, int, str]
"""Where something begins and ends in a text, and what is put there."""

_VOWELS = frozenset("aàâeéèêiîoôuùyhœ")
_ELIDED = re.compile(r"\b([Dd]|[Qq]u)[’']$")
_CONTRACTED = {"la": "l", "le": "l", "de": "d", "que": "qu", "du": "de l", "au": "à l"}
_BEFORE_A_VOWEL = re.compile(rf"\b({'|'.join(_CONTRACTED)}) $", re.IGNORECASE)
_OTHER_HALF = re.compile(r"\bou (?:de |à )?(?:la |une |sa )?$")
"""What stands before the second half of a title for a man or a woman."""


def _synonyms() -> Mapping[str, str]:
    """Maps a word or phrase to what is no error by itself, but not what the rest of the agenda says."""
    return {row[0]: row[1] for row in tables.rows(Path(__file__).with_name("agenda_synonyms.tsv"))}


def _turned() -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    """Maps a kind of ``agenda_turned.tsv`` to the patterns of words and what is put in their places."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for kind, was, now in tables.rows(Path(__file__).with_name("agenda_turned.tsv")):
        found[kind].append((re.compile(was, re.IGNORECASE if kind == "limit" else 0), now))
    return found


_SYNONYMS = _synonyms()
_BY_LOWER = {word.lower(): other for word, other in reversed(list(_SYNONYMS.items()))}
_TURNED = _turned()
SYNONYM = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_SYNONYMS, key=len, reverse=True)))})(?!\w)", re.I)
"""A word or phrase for which there is another one."""


def other_word(found: re.Match[str]) -> Place | None:
    """Returns other words for those that `SYNONYM` found, or None where their article is not known: l’ is either."""
    was, before = found.group(), found.string[: found.start()]
    now = _SYNONYMS[was] if was in _SYNONYMS else _BY_LOWER[was.lower()]  # États Parties
    now = _as(was, now)
    if before.endswith(("'", "’")):
        if now[0].lower() in _VOWELS:
            return (*found.span(), now)
        elided = _ELIDED.search(before)
        return elided and (elided.start(), found.end(), f"{elided[1]}e {now}")
    whole = _BEFORE_A_VOWEL.search(before) if now[0].lower() in _VOWELS else None
    if whole is None:
        return (*found.span(), now)
    mark = "'" if "'" in found.string else "’"
    return whole.start(), found.end(), _as(whole[1], _CONTRACTED[whole[1].lower()]) + mark + now


def in_other_words(text: str, lot: random.Random) -> str | None:
    """Returns a text with one word or phrase put otherwise, or None if it has none for which that is known."""
    found = list(SYNONYM.finditer(text))
    place = other_word(lot.choice(found)) if found else None
    return None if place is None else text[: place[0]] + place[2] + text[place[1] :]


def turned(kind: str, text: str) -> Iterator[Place]:
    """Yields what may be put in a text in the place of a limit, the title of an officer or part of a body's name."""
    for pattern, other in _TURNED[kind]:
        for found in pattern.finditer(text):
            before = text[: found.start()]
            if kind != "body" and (re.search(r"[\w-]$", before) or _OTHER_HALF.search(before)):
                continue
            yield (*found.span(), _as(found.group(), found.expand(other)))


def _as(was: str, now: str) -> str:
    """Returns words with a capital where others have one."""
    return now[0].upper() + now[1:] if was[0].isupper() and len(was) > 1 else now
