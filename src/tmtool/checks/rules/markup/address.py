"""Are web and mail addresses copied character for character? (docs/un-french.md, section 15: markup.)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages import symbols
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FINAL_MARKS = ".,;:)]"
_SLIP = 0.9
"""Likeness from which an address is the other one mistyped, and no other page."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a web or mail address differs from the source, or is missing."""
    source, target = pair.source or "", pair.target
    before, after = _addresses(source), _addresses(target)
    lost = Counter(span.of(source) for span in before) - Counter(span.of(target) for span in after)
    gained = [span for span in after if span.of(target) not in {one.of(source) for one in before}]
    for span in before:
        address = span.of(source)
        if not lost[address]:
            continue
        lost[address] -= 1
        if gained:
            other = gained.pop(0)
            one, here = (_plain(written, draft) for written in (address, other.of(target)))
            if one == here:
                continue
            is_slip = (
                SequenceMatcher(None, one, here, autojunk=False).ratio() >= _SLIP
                and not _has_page_of_own(address, draft.source_language)
                and not _has_page_of_own(other.of(target), draft.target_language)
            )
            yield Flag(
                say("The address is “{address}” in the source, “{here}” here.", address=address, here=other.of(target)),
                target_span=other,
                source_span=span,
                suggestion=address if is_slip else None,
                level=None if is_slip or _is_cut(one, here) else Level.HINT,
            )
        else:
            yield Flag(say("The translation lacks the address “{address}”.", address=address), source_span=span)


def _addresses(text: str) -> list[Span]:
    found = symbols.addresses(text)
    return [Span(span.start, span.start + len(span.of(text).rstrip(_FINAL_MARKS))) for span in found]


def _has_page_of_own(address: str, tag: str) -> bool:
    """Tells whether a part of an address is the mark of the language it is in, which others may write without one."""
    return re.search(rf"[/=_.-]{tag.partition('-')[0].lower()}(?![a-z])", address.lower()) is not None


def _is_cut(address: str, here: str) -> bool:
    """Tells whether a plain address has lost its path: www.un.org for www.un.org/documents."""
    return address.startswith(f"{here}/")


def _plain(address: str, draft: Draft) -> str:
    """Returns an address without what differs where a page is in several languages, or is given with or without: the
    marks of the languages, how it is asked for, the stroke at its end."""
    without = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower())
    return re.sub(r"[/_.-]+", "/", _marks(draft.source_language, draft.target_language).sub("", without)).strip("/")


@cache
def _marks(*tags: str) -> re.Pattern[str]:
    """Returns the pattern of the marks of languages in an address: /en/, lang=fr, report_e.pdf."""
    codes = {tag.partition("-")[0].lower() for tag in tags}
    letters = "".join(sorted(code[0] for code in codes))
    return re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(codes))})(?![a-z])|(?<=[-_/\d])[{letters}](?=[./]|$)")


CHECK = SegmentCheck(
    name="markup-address",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True),
    summary="A web or mail address differs from the source, or is missing.",
    reason=(
        "One character wrong and the address leads nowhere. A page may exist in several languages and have an address "
        "for each: one that differs in the mark of the language only is right, and one that is like the source’s in "
        "little is a hint."
    ),
    examples=(
        Example(
            source="See www.unodc.org/unodc/en.",
            target="Voir www.unodc.org/undoc/en.",
            flagged=("www.unodc.org/undoc/en",),
        ),
        Example(source="See https://www.unodc.org/en/index.html.", target="Voir https://www.unodc.org/fr/index.html."),
        Example(source="See www.ilo.org/lang--en/.", target="Voir https://www.ilo.org/lang--fr."),
        Example(source="Write to info@un.org.", target="Écrire au secrétariat.", flagged=("",)),
        Example(source="See www.unodc.org.", target="Voir www.unodc.org"),
        Example(source="See www.unodc.org/drafts/list.", target="Voir www.unodc.org.", flagged=("www.unodc.org",)),
    ),
    look=look,
)
