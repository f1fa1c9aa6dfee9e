"""Tests how the translations in a concordance are counted."""

from __future__ import annotations

from tmtool.model import Span, Status, StoredPair
from tmtool.tasks.concordance import ConcordanceLine
from tmtool.tasks.renderings import Renderings, renderings


def line(target: str, marked: str | None) -> ConcordanceLine:
    start = target.index(marked) if marked else 0
    span = Span(start, start + len(marked)) if marked else None
    values = dict.fromkeys(StoredPair.__slots__, "") | {"target": target, "status": Status.TRANSLATED}
    return ConcordanceLine(StoredPair(**values), Span(0, 1), span, 1.0 if marked else None)  # type: ignore[arg-type]


def test_forms_of_a_translation_are_counted_together_the_commonest_first() -> None:
    lines = [
        line("Le trafic de migrants.", "trafic de migrants"),
        line("Le trafic illicite de migrants.", "trafic illicite de migrants"),
        line("Des trafics illicites de migrants.", "trafics illicites de migrants"),
        line("Le trafic illicite de migrants.", "trafic illicite de migrants"),
        line("Ce phénomène.", None),
    ]
    assert renderings(lines, "fr") == Renderings(
        (("trafic illicite de migrants", 3), ("trafic de migrants", 1)), unknown=1, of_lines=(1, 0, 0, 0, None)
    )


def test_elided_words_are_the_same_and_small_words_count_where_there_are_no_others() -> None:
    lines = [
        line("Lui ainsi que moi.", "ainsi que"),
        line("Lui ainsi qu’elle.", "ainsi qu’"),
        line("Lui et moi.", "et"),
    ]
    assert renderings(lines, "fr").of_lines == (0, 0, 1)


def test_no_line_has_no_translation() -> None:
    assert renderings([], "fr") == Renderings((), 0)
