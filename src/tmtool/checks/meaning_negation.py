"""Has a negation been lost or added? (docs/un-french.md, facts 70 and 72, section 12.)

Only full absence on one side is reported: the source denies plainly and nothing in the translation could stand for
that, or the
translation says ne … pas and nothing in the source could.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.exchange import compiled
from tmtool.languages import tables
from tmtool.model import Level, Span

_DENIED = re.compile(
    r"\b(?:ne\s+|n['’])(?:\w+['’])?(?:l[ea]s?\s+|y\s+|en\s+|lui\s+|leur\s+|se\s+)?[\w-]+\s+(?:\w+ment\s+)?"
    r"(?P<mark>pas|plus|jamais|guère)\b(?!\s+(?:seulement|uniquement|que\b|de \d|d['’]un))",
    re.IGNORECASE,
)


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
        "One small word turns a rule round. French denies in many ways (sans, aucun, refuser, in-), so only a segment "
        "with no trace of a denial on one side is reported."
    ),
    examples=(
        Example(
            source="The Working Group may not adopt rules.",
            target="Le Groupe de travail peut adopter des règles.",
            flagged=("Le Groupe de travail peut adopter des règles.",),
        ),
        Example(source="The report was adopted.", target="Le rapport n’a pas été adopté.", flagged=("n’a pas",)),
        Example(source="They could not agree.", target="Ils ont été dans l’impossibilité de s’accorder."),
        Example(source="It will meet only in May.", target="Il ne se réunira qu’en mai."),
        Example(source="It meets until May.", target="Il n’est pas encore dissous."),
    ),
    look=look,
)
