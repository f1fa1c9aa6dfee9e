"""Is the translation far shorter or longer than its source lets expect? (docs/un-french.md, fact 15.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.left_out import shown
from tmtool.checks.evidence.completeness.unanswered import unanswered
from tmtool.checks.evidence.values.facts import facts
from tmtool.checks.evidence.words.linked import SHORTEST
from tmtool.languages.pairs.sizes import Sizes
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_SHORT, _LONG = 0.35, 3.5
"""Of the expected length; outside lie one or two published rows in a thousand."""
_SMALL = ((-6.0, Level.WARNING), (-5.0, Level.INFO), (-4.0, Level.HINT))
"""Standard deviations from the usual size, in languages of which no more is known, with the level of that."""
_MORE = 0.75
"""What a part of the source to which nothing answers counts, and what a value that is lost."""
_WORDY = 1.25
"""What is taken off where there is neither: a wordy source may be said in few words."""
_TURNED = 1.0
"""So much smaller must a translation be in the direction in which fewer were read: their sources are translations."""
_HEADING, _FEW = 80, 3
"""Characters that a heading has at most, and words that one in short has."""
_COUNTING = (PlaceableKind.NUMBER, PlaceableKind.ORDINAL)
_WHOLE = 0.75
"""The share of a source from which on what is missing is not a part of it: the rows do not belong together, and nothing
else that is wrong with them says more."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation is much shorter or longer than its source."""
    source, target = pair.source or "", pair.target
    known = draft.language_pair
    if draft.sizes is not None and (known is None or known.links is None):
        yield from _by_size(pair, draft, draft.sizes)
    if known is None or known.links is None or not target.strip() or len(source) < SHORTEST:
        return
    ratio = len(target) / (len(source) * known.expected_length[0])
    if not _SHORT <= ratio <= _LONG:
        yield Flag(
            say("The translation is much shorter than its source lets expect.")
            if ratio < 1
            else say("The translation is much longer than its source lets expect."),
            target_span=Span(0, len(target)),
            source_span=Span(0, len(source)),
            level=Level.HINT if _is_heading(source, target) and draft.is_turned else None,
        )


def _is_heading(source: str, target: str) -> bool:
    """Tells whether this is a heading that is put in a word or two: Climate action."""
    return len(source) < _HEADING and source[-1:].isalnum() and len(target.split()) <= _FEW


def _by_size(pair: Pair, draft: Draft, sizes: Sizes) -> Iterator[Flag]:
    """Flags a translation that is smaller than nearly all are in these languages; a part of the source that may be
    missing, and values that are, make it likelier."""
    source, target = pair.source or "", pair.target
    allowed = _TURNED if draft.is_turned else 0
    deviation = sizes.deviation(source, target) + allowed
    if not target.strip() or deviation > _SMALL[-1][0] + 2 * _MORE:
        return
    figures = _in_figures(source, pair.source_placeables), _in_figures(target, pair.target_placeables)
    deviation = max(deviation, sizes.deviation(*figures) + allowed)
    part = unanswered(source, target, (draft.source_language, draft.target_language))
    lost = [one.span for one in facts(pair, draft).lost]
    deviation += _WORDY if not part and not lost else -_MORE * (bool(part) + bool(lost))
    level = next((level for least, level in _SMALL if deviation <= least), None)
    if level is not None:
        place = _around([part, *lost]) if part else Span(0, len(source))
        whole = place.end - place.start >= _WHOLE * len(source)
        yield Flag(
            say(
                "The translation is much shorter than its source lets expect; nothing here answers to “{words}”.",
                words=shown(part.of(source)),
            )
            if part
            else say("The translation is much shorter than its source lets expect."),
            target_span=Span(0, len(target)) if part and whole else None,
            source_span=place,
            level=level,
        )


def _in_figures(text: str, placeables: Sequence[Placeable]) -> str:
    """Returns a text with numbers in words put in figures, as the other language may have them: XX for twentieth."""
    for one in reversed(placeables):
        written = one.span.of(text)
        if one.kind in _COUNTING and not any(map(str.isdigit, written)) and len(one.value) < len(written):
            text = text[: one.span.start] + one.value + text[one.span.end :]
    return text


def _around(spans: Sequence[Span]) -> Span:
    """Returns the place from the first to the last of these: what is lost with a part is told with it."""
    return Span(min(one.start for one in spans), max(one.end for one in spans))


CHECK = SegmentCheck(
    name="completeness-length",
    level=Level.WARNING,
    its_type="length",
    requires=Needs(source=True, pair="word_links.tsv.xz", or_else=Needs(source=True, sizes=True)),
    yields_to=("language-other-segment",),
    summary="The translation is much shorter or longer than its source.",
    reason=(
        "French takes an eighth more room than English. Half of that, or nearly twice as much, is rarely a matter of "
        "style: a sentence is missing, or one too many is there. In other languages the size of a translation is "
        "compared with what is usual in the two languages and in the text itself, and the part of the source is shown "
        "of which hardly a word is answered."
    ),
    examples=(
        Example(
            source="The Working Group will meet in Vienna and consider the report of the Secretariat.",
            target="Il se réunira.",
            flagged=("Il se réunira.",),
        ),
        Example(source="The Working Group will meet in Vienna.", target="Le Groupe de travail se réunira à Vienne."),
        Example(
            source="The Working Group will meet in Vienna, consider the report of the Secretariat and adopt agendas.",
            target="Рабочая группа соберется.",
            target_language="ru",
            flagged=("",),
        ),
        Example(
            source="One hundred and thirty-two States, two thirds of the membership, voted; twenty-three did not take "
            "part.",
            target="Votaron 132 Estados, dos tercios de los Miembros; 23 no participaron.",
            target_language="es",
        ),
        Example(
            source="The Working Group will meet in Vienna and consider the report of the Secretariat.",
            target="工作组将在维也纳举行会议，审议秘书处的报告。",
            target_language="zh",
        ),
        Example(
            source="El Grupo se reunirá en Viena, examinará el informe de la Secretaría y aprobará el programa.",
            target="工作组开会。",
            source_language="es",
            target_language="zh",
            flagged=("",),
        ),
    ),
    look=look,
)
