"""Has a negation been lost or added? (docs/un-french.md, facts 70 and 72, section 12.)

Reported is full absence on one side, where one side denies plainly and nothing on the other could stand for that;
and absence round one word, where a word just after the denial has one counterpart on the other side and nothing near
that denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.exchange import compiled
from tmtool.checks.word_links import content, counterpart
from tmtool.languages import tables
from tmtool.model import Level, Span

_DENIED = re.compile(
    r"\b(?:ne\s+|n['’])(?:\w+['’])?(?:l[ea]s?\s+|y\s+|en\s+|lui\s+|leur\s+|se\s+)?[\w-]+\s+(?:\w+ment\s+)?"
    r"(?P<mark>pas|plus|jamais|guère)\b(?!\s+(?:seulement|uniquement|que\b|de \d|d['’]un))",
    re.IGNORECASE,
)

_FOLLOWS = 25
"""How many characters after a denial the word may begin that it denies."""
_WORDS = 3
"""How many words of content after a denial are looked at."""
_BEFORE, _AFTER = 50, 30
"""How many characters before and after the counterpart of that word a denial is looked for."""


@cache
def _cues() -> dict[tuple[str, str], re.Pattern[str]]:
    rows = tables.rows(Path(__file__).with_suffix(".tsv"))
    return {(language, kind): compiled(alternatives) for language, kind, alternatives in rows}


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    source, target = pair.source or "", pair.target
    if draft.source is None or draft.source.tag != "en":
        return
    denied = _cues()["en", "plain"].search(source)
    if denied and _count("en", ("plain",), source) > _count("fr", ("plain", "wide"), target):
        yield Spot(
            f"Nothing here stands for “{denied.group()}”.",
            target_span=Span(0, len(target)),
            source_span=Span(*denied.span()),
        )
        return
    denies = _DENIED.search(target)
    if denies and len(_DENIED.findall(target)) > _count("en", ("plain", "wide"), source):
        yield Spot(f"The source does not deny what “{denies.group()}” denies.", target_span=Span(*denies.span()))
        return
    yield from _round_one_word(source, target)


def _round_one_word(source: str, target: str) -> Iterator[Spot]:
    """The first denial whose word is not denied on the other side."""
    for cue in _cues()["en", "plain"].finditer(source):
        place = _undenied(source, cue.end(), target, ("en", "fr"))
        if place is not None:
            yield Spot(f"Nothing here stands for “{cue.group()}”.", target_span=place, source_span=Span(*cue.span()))
            return
    for denies in _DENIED.finditer(target):
        place = _undenied(target, denies.start(), source, ("fr", "en"))
        if place is not None:
            yield Spot(
                f"The source does not deny what “{denies.group()}” denies.",
                target_span=Span(*denies.span()),
                source_span=place,
            )
            return


def _undenied(text: str, start: int, other_text: str, sides: tuple[str, str]) -> Span | None:
    """The place in the other text of the word denied after `start`, if nothing denies there; else None."""
    here, there = sides
    words, others = content(text, here), content(other_text, there)
    denied = [word for word in words if start <= word.span.start < start + _FOLLOWS]
    places = []
    for word in denied[:_WORDS]:
        found = counterpart(word, words, others, sides)
        if found is not None:
            near = other_text[max(0, found.span.start - _BEFORE) : found.span.end + _AFTER]
            if _count(there, ("plain", "wide"), near):
                return None
            places.append(found.span)
    return places[0] if places else None


def _count(language: str, kinds: tuple[str, ...], text: str) -> int:
    """How many cues of those kinds a text has."""
    return sum(len(_cues()[language, kind].findall(text)) for kind in kinds)


CHECK = SegmentCheck(
    name="meaning-negation",
    level=Level.WARNING,
    its_type="mistranslation",
    target_language="fr",
    needs_source=True,
    yields_to=("completeness-omission", "completeness-length"),
    summary="A negation is lost or added.",
    reason=(
        "One small word turns a rule round. French denies in many ways (sans, aucun, refuser, in-), so it is reported "
        "only where one side has no trace of a denial, or none near the word that the other side denies."
    ),
    examples=(
        Example(
            source="The Working Group may not adopt rules.",
            target="Le Groupe de travail peut adopter des règles.",
            flagged=("Le Groupe de travail peut adopter des règles.",),
        ),
        Example(source="The report was adopted.", target="Le rapport n’a pas été adopté.", flagged=("n’a pas",)),
        Example(
            source="The budget, without prejudice to the future, is approved, although the audit was not requested.",
            target="Le budget est approuvé sans préjudice de l’avenir ; en revanche tout l’audit a été demandé.",
            flagged=("demandé",),
        ),
        Example(source="They could not agree.", target="Ils ont été dans l’impossibilité de s’accorder."),
        Example(source="It will meet only in May.", target="Il ne se réunira qu’en mai."),
        Example(source="It meets until May.", target="Il n’est pas encore dissous."),
    ),
    look=look,
)
