"""Is there a part of the source to which nothing in the translation answers?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.left_out import left_element, omitted, shown
from tmtool.checks.evidence.left_out_signs import carries_on
from tmtool.checks.evidence.linked import linked
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SURE = 4.0
"""Odds from which a stretch is taken for left out; set on published pairs, see docs/checks.md."""
_ELEMENT = 2.7
"""Odds from which several words that are an element of a list, or a part between marks, are missed aloud."""
_SHORTEST = 20
"""Shorter sources, in characters, are not judged."""
_BRACKET = re.compile(r"(?<!\s)\s*\((?=[^()]*\b[A-Z]?[a-z]{4})[^()]{6,}\)")
"""Brackets with a word in them; those that give an abbreviation alone come and go."""
_BEGUN = re.compile(r"(?:\d+\.\s+)?[A-Z]\w*(?: [\w'’-]+){0,3}")
_BEGINNING = 40
"""Shorter texts, in characters, may be entries of a table."""
_ANY_BRACKET = re.compile(r"\([^()]{2,}\)")
_OF_A_LIST = ";,:"
"""How a member of a list ends, which may begin in lower case in one language only."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = re.compile(r"\w+")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a part of the source has nothing that answers to it in the translation."""
    source = pair.source or ""
    found = linked(pair, draft)
    if found is None or len(source) < _SHORTEST:
        return
    gap = omitted(found.sides)
    if gap is not None and gap.odds > _SURE:
        yield Flag(say("Nothing here answers to “{words}”.", words=shown(gap.span.of(source))), source_span=gap.span)
        return
    element = left_element(found.sides)
    if element is not None:
        several = gap is not None and gap.odds > _ELEMENT and len(_ANY_WORD.findall(element.of(source))) > 1
        yield Flag(
            say("Nothing here answers to “{words}”.", words=shown(element.of(source))),
            source_span=element,
            level=None if several else Level.HINT,
        )
        return
    begun = _BEGUN.match(source)
    opening = found.sides[0].links[:1] == [None] and carries_on(pair.target, found.sides[1].language)
    if begun and opening and min(len(source), len(pair.target)) >= _BEGINNING:
        yield Flag(
            say(
                "The translation begins in the middle of a sentence; nothing here answers to “{words}”.",
                words=begun.group(),
            ),
            target_span=Span(0, len(pair.target.split()[0])),
            source_span=Span(*begun.span()),
            level=Level.HINT if pair.target.rstrip()[-1] in _OF_A_LIST else None,
        )
        return
    there = list(_BRACKET.finditer(source))
    if not there or len(_ANY_BRACKET.findall(source)) <= len(_ANY_BRACKET.findall(pair.target)):
        return
    for bracket in there:
        span = Span(*bracket.span())
        inside = sum(one.words for one in found.in_source if span.overlaps(one.span))
        words = max(1, len(_WORD.findall(bracket.group())))
        if inside >= words or (found.ratio < 0.97 and inside * 2 >= words):
            yield Flag(
                say("Nothing here answers to “{words}”.", words=shown(span.of(source).strip())),
                source_span=span,
                level=Level.HINT,
            )
            return


CHECK = SegmentCheck(
    name="completeness-omission",
    level=Level.WARNING,
    its_type="omission",
    requires=Needs(source=True, pair="word_links.tsv"),
    yields_to=("completeness-length", "language-other-segment"),
    summary="A part of the source has nothing that answers to it in the translation.",
    reason=(
        "A clause skipped is the error that readers of the translation cannot see. Words are linked by a table learnt "
        "from published translations and by likeness; a stretch without links is reported if several signs agree that "
        "the translation lacks it. So are elements of a list whose neighbours are next to each other in the "
        "translation, brackets left out, and a translation that begins in lower case where the source begins "
        "with a capital. A single word, and brackets, come and go in translation, so that these are hints."
    ),
    examples=(
        Example(
            source="The Working Group welcomed the report and requested the Secretariat to give technical assistance.",
            target="Le Groupe de travail a accueilli le rapport avec satisfaction.",
            flagged=("",),
        ),
        Example(
            source="The Working Group welcomed the report and requested the Secretariat to give technical assistance.",
            target=(
                "Le Groupe de travail a accueilli le rapport avec satisfaction et prié le Secrétariat de fournir une "
                "assistance technique."
            ),
        ),
        Example(
            source="In too many countries, politicians fell prey to the influence of lobbies and interests.",
            target="les dirigeants politiques tombent sous la coupe de groupes de pression et d’intérêts.",
            flagged=("les",),
        ),
        Example(
            source="Takes into account the different regional, urban and local situations of States;",
            target="ii) Prend en compte les différentes situations régionales, urbaines et locales des États ;",
        ),
        Example(
            source="Note by the representative of the host country, Achim Kassow (Germany)",
            target="Note du représentant du pays hôte, Achim Kassow, président",
            flagged=("",),
        ),
        Example(
            source="The data are disaggregated by sex, age, disability, race, ethnicity and location.",
            target="Les données sont ventilées par sexe, âge, race, origine ethnique et lieu.",
            flagged=("",),
        ),
        Example(source="Other matters", target="Divers"),
    ),
    look=look,
)
