"""Is an abbreviation another one than in the source, or left in English: MINUSCA for MINUSMA, GEF for FEM?

See docs/un-french.md, section 9. The abbreviations are in ``names_abbreviation.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, SegmentCheck, Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages import tables
from tmtool.languages.language import Language
from tmtool.model import Level, Span

_ABBREVIATION = re.compile(r"(?<![\w/«<&-])(?:[A-Z]{2,}|sida)(?=(?:s|-\d+)?(?![\w/-]))")
_IN_NAME = re.compile(r"(?:\b[A-Z]{2,}|[A-Z][a-z]+|\bof|\bfor|\bthe|\band) $")
"""What stands before an abbreviation that is part of an English name."""
_NAME = 20
"""Characters in which that is looked for."""
_LEAST = 4
"""Letters of an abbreviation that is hardly anything else."""
_VOWELS = frozenset("AEIOUY")


@cache
def _french() -> Mapping[str, str]:
    """English abbreviations with their French ones."""
    return {row[0]: row[1] for row in tables.rows(Path(__file__).with_suffix(".tsv"))}


@cache
def _known_in_french() -> frozenset[str]:
    return frozenset(_french().values())


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    ours = _abbreviations(pair.target)
    if not ours:
        return
    assert draft.target is not None
    theirs = _abbreviations(pair.source or "")
    left = [one for one in ours if _is_left(one, ours, theirs, pair.target, draft.target)]
    for one in left:
        right = _french()[one]
        yield Spot(
            f"“{one}” is English; the French is “{right}”.",
            target_span=ours[one],
            source_span=theirs.get(one),
            suggestion=right,
            fixable=(one[0] in _VOWELS) == (right[0] in _VOWELS),
        )
    known = draft.language_pair
    if not left and pair.source and draft.source is not None and known is not None and not known.is_turned:
        yield from _exchange(ours, theirs, pair, draft.source, draft.target)


def _is_left(one: str, ours: Mapping[str, Span], theirs: Mapping[str, Span], text: str, language: Language) -> bool:
    """True for an abbreviation that only English has in that form. Without it in the source a short one may be
    anything, and in brackets it may stand beside the French."""
    if _french().get(one, one) == one or one in _known_in_french():
        return False
    before, after = text[: ours[one].start], text[ours[one].end :]
    if _IN_NAME.search(before[-_NAME:]) or _is_spelt_out(one, text, language):
        return False
    return one in theirs or (len(one) >= _LEAST and not before.endswith("(") and not after.startswith(")"))


def _exchange(
    ours: Mapping[str, Span], theirs: Mapping[str, Span], pair: Pair, source: Language, target: Language
) -> Iterator[Spot]:
    """One that the translation lacks and one that the source lacks, neither of them written out."""
    french = {one: _french()[one] for one in theirs if one in _french()}
    lost = [
        one
        for one, right in french.items()
        if one not in ours and right not in ours and not _is_spelt_out(right, pair.target, target)
    ]
    gained = [
        one
        for one in ours
        if one.isupper() and one in _known_in_french() and one not in theirs and one not in french.values()
    ]
    for one in gained if lost else ():
        if not any(_is_spelt_out(english, pair.source or "", source) for english in _english(one)):
            right = french[lost[0]]
            yield Spot(
                f"“{one}” here, but “{lost[0]}” in the source, in French “{right}”.",
                target_span=ours[one],
                source_span=theirs[lost[0]],
                suggestion=right,
            )
            return


def _abbreviations(text: str) -> dict[str, Span]:
    """The abbreviations of a text with their first places."""
    found: dict[str, Span] = {}
    for match in _ABBREVIATION.finditer(text):
        found.setdefault(match.group(), Span(*match.span()))
    return found


def _english(abbreviation: str) -> list[str]:
    return [english for english, french in _french().items() if french == abbreviation]


def _is_spelt_out(abbreviation: str, text: str, language: Language) -> bool:
    """True if a text has words of content in a row of which these are the first letters."""
    words = (language.fold(span.of(text)) for span in language.words(text))
    return abbreviation.lower() in "".join(word[0] for word in words if word not in language.function_words)


_GEF = "Fonds pour l’environnement mondial"

CHECK = SegmentCheck(
    name="names-abbreviation",
    level=Level.ERROR,
    its_type="terminology",
    requires=Needs(into="fr"),
    yields_to=("term-deprecated", "names-body", "completeness-omission", "language-other-segment"),
    summary="An abbreviation is another one than in the source, or is left in English.",
    reason=(
        "Missions and funds are known by abbreviations that differ in one letter, and many keep theirs in French while "
        "others do not. One lost and one gained is an exchange, unless either is written out."
    ),
    examples=(
        Example(source="The report of MINUSMA", target="Le rapport de la MINUSCA", flagged=("MINUSCA",)),
        Example(
            source="the Global Environment Facility (GEF)",
            target=f"le {_GEF} (GEF)",
            flagged=("GEF",),
            repaired=f"le {_GEF} (FEM)",
        ),
        Example(target="le rapport de l’UNODC", flagged=("UNODC",), repaired="le rapport de l’ONUDC"),
        Example(source="UNMEER and WHO", target="l’UNMEER et l’OMS", flagged=("UNMEER",)),
        Example(
            source="He wrote Beyond GDP and ran the MAC AIDS Fund.",
            target="Auteur de Beyond GDP, il a dirigé le MAC AIDS Fund.",
        ),
        Example(source="enteritis (ECE)", target="entérite catarrhale épizootique (ECE)"),
        Example(target="l’ONUDC, les Nations Unies et le document UNODC/2020/1 du Centre (UNODC)"),
        Example(source="The report of MINUSMA", target="Le rapport de la Mission"),
        Example(source="IMF and WHO", target="le FMI et l’Organisation mondiale de la Santé"),
        Example(source="the World Health Organization and IMF", target="l’OMS et le Fonds monétaire international"),
        Example(source="UNICEF, UNESCO and ECA", target="l’UNICEF, l’UNESCO et la CEA"),
    ),
    look=look,
)
