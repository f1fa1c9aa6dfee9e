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
from tmtool.checks.left_out import Side
from tmtool.checks.linked import Linked, linked
from tmtool.languages import tables
from tmtool.model import Level, Span

_DENIED = re.compile(
    r"\b(?:ne\s+|n['’])(?:\w+['’])?(?:l[ea]s?\s+|y\s+|en\s+|lui\s+|leur\s+|se\s+)?(?:[\w-]+\s+)?(?:\w+ment\s+)?"
    r"(?P<mark>pas|plus|jamais|guère)\b(?!\s+(?:seulement|uniquement|que\b|de \d|d['’]un))",
    re.IGNORECASE,
)

_MODAL = frozenset(
    {"doit", "doiven", "devrai", "devra", "devron", "peut", "peuven", "pourra", "pourro", "saurai", "avoir"}
)
"""Stems of verbs between a denial and the verb that it denies."""
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
    found = linked(pair, draft)
    if found is None:
        return
    denials = list(_DENIED.finditer(target))
    if len(denials) > _count("en", ("plain", "wide"), source):
        for denies in denials:
            if _has_counterpart(found.sides[1], denies.start()):
                yield Spot(
                    f"The source does not deny what “{denies.group()}” denies.", target_span=Span(*denies.span())
                )
                return
    yield from _round_one_word(found)


def _has_counterpart(side: Side, start: int) -> bool:
    """True if what is denied after `start` stands in the source in some form."""
    denied = next(iter(_denied_after(side, start)), None)
    return denied is not None and side.links[denied] is not None


def _round_one_word(found: Linked) -> Iterator[Spot]:
    """The first denial whose word has a counterpart that nothing near denies."""
    source, target = found.sides[0].text, found.sides[1].text
    for kind, itself in (("strong", False), ("strong itself", True)):
        for cue in _cues()["en", kind].finditer(source):
            start = cue.start() if itself else cue.end()
            place = _undenied(found.sides[0], start, found.sides[1])
            if place is not None:
                yield Spot(
                    f"Nothing here stands for “{cue.group()}”.", target_span=place, source_span=Span(*cue.span())
                )
                return
    for denies in _DENIED.finditer(target):
        place = _undenied(found.sides[1], denies.start(), found.sides[0])
        if place is not None:
            yield Spot(
                f"The source does not deny what “{denies.group()}” denies.",
                target_span=Span(*denies.span()),
                source_span=place,
            )
            return


def _undenied(side: Side, start: int, other: Side) -> Span | None:
    """The place in the other text of what is denied after `start`, if nothing denies there; else None."""
    places: list[Span] = []
    denied = _denied_after(side, start)
    for index in denied:
        link = side.links[index]
        if link is None:
            if side.language == "fr" and not places:
                return None
            continue
        place = other.words[link].span
        near = other.text[max(0, place.start - _BEFORE) : place.end + _AFTER]
        if _cues()[other.language, "near"].search(near):
            return None
        places.append(place)
    return places[0] if places else None


def _denied_after(side: Side, start: int) -> list[int]:
    """The words of content that a denial at `start` may deny, by number, without modal verbs."""
    near = [index for index, word in enumerate(side.words) if start <= word.span.start < start + _FOLLOWS]
    return [index for index in near if side.words[index].stem not in _MODAL][:_WORDS]


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
