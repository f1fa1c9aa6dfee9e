"""Has a close translation lost what its source has in brackets: new posts (3 P-4 and 1 P-3), item 6 (closed)?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say

_BRACKETED = re.compile(r"(?<=\s)\((?![a-z]\)|\d{1,3}\))([^()]+)\)")
"""What is in brackets, but letters and numbers of labels, and what is glued to a symbol: Agenda(Annotated)."""
_ELSEWHERE = re.compile(
    r"[A-Z]\w*[A-Z][\w-]*s?"  # an abbreviation: Committee on Fisheries (COFI)
    r"|(?:1[89]|20)\d\d(?:[-–](?:1[89]|20)?\d\d)?"  # years: Convention on Road Traffic (1968)
    r"|[ivxl]+"  # a label: Part II (viii)
    r"|[A-Z].* [a-z'’]{1,3}(?: [a-z]{2,3})?"  # a name turned round that a small word ends: Bolivia (Republic of)
)
"""What translators leave out, or put without brackets."""
_FIGURES = re.compile(r"\d+")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags what is in brackets in the source, where the translation has one pair of brackets less."""
    source = pair.source or ""
    if not draft.is_close or "(" not in source:
        return
    there = _kept(source)
    if len(there) != len(_kept(pair.target)) + 1:
        return
    lost = [one for one in there if _lacks_figures(one.of(source), pair.target)] if len(there) > 1 else there
    lost = [one for one in lost if not _is_put_in_text(one.of(source), pair.target)]
    if len(lost) == 1 and not _is_habit(lost[0].of(source), pair, draft):
        yield Flag(say("Nothing here answers to “{words}”.", words=f"({lost[0].of(source)})"), source_span=lost[0])


def _kept(text: str) -> list[Span]:
    """Returns what is in brackets in a text and stays there in a close translation."""
    found = (Span(*one.span(1)) for one in _BRACKETED.finditer(text))
    return [one for one in found if not _ELSEWHERE.fullmatch(one.of(text))]


def _is_habit(words: str, pair: Pair, draft: Draft) -> bool:
    """Tells whether another segment of the document lacks the same words in brackets."""
    return any(
        one is not pair and f"({words})" in (one.source or "") and len(_kept(one.source or "")) > len(_kept(one.target))
        for one in draft.pairs
    )


def _lacks_figures(words: str, text: str) -> bool:
    """Tells whether a text lacks figures that some words have."""
    return not set(_FIGURES.findall(text)).issuperset(_FIGURES.findall(words))


def _is_put_in_text(words: str, text: str) -> bool:
    """Tells whether a text has all figures of some words that have more than one: (Vienna, 5-23 July 2027) is then the
    place and the dates of the session, said in the sentence."""
    return len(set(_FIGURES.findall(words))) > 1 and not _lacks_figures(words, text)


CHECK = SegmentCheck(
    name="completeness-bracket",
    level=Level.WARNING,
    its_type="omission",
    requires=Needs(source=True, into="fr"),
    yields_to=(
        "completeness-empty",
        "completeness-length",
        "completeness-omission",
        "dates",
        "language-other-segment",
        "markup-brackets",
        "numbers",
        "references",
    ),
    summary="What the source has in brackets is not in a close translation.",
    reason=(
        "In right agendas a translation has the brackets of its source but for abbreviations, years and parts of "
        "names: five in 42,000 lines have one less. Others put in commas or in the sentence what is in brackets, so "
        "that they are not asked."
    ),
    examples=(
        Example(
            source="Item 6 (closed meeting)",
            target="Point 6",
            flagged=("",),
            is_close=True,
        ),
        Example(
            source="Four new posts (3 P-4 and 1 P-3) are sought for the Office (see annex).",
            target="Quatre postes sont demandés pour le Bureau (voir annexe).",
            flagged=("",),
            is_close=True,
        ),
        Example(source="Item 6 (closed meeting)", target="Point 6 (séance privée)", is_close=True),
        Example(source="Item 6 (closed meeting)", target="Point 6"),
        Example(
            source="At its sixth session (Vienna, 5-23 July 2027), the Committee on Zinc met.",
            target="Réuni à Vienne du 5 au 23 juillet 2027 pour sa sixième session, le Comité du zinc a siégé.",
            is_close=True,
        ),
        Example(source="The Committee on Zinc (COZI) met.", target="Le Comité du zinc s’est réuni.", is_close=True),
        Example(source="Zincland (Kingdom of the)", target="Royaume du Zinc", is_close=True),
        Example(source="Convention on Zinc (1968)", target="Convention de 1968 sur le zinc", is_close=True),
    ),
    look=look,
)
