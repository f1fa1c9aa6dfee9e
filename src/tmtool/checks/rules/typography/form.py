"""Does an abbreviation, an ordinal, an hour or a date have a form that French lacks: Mr., 2ème, 10h30, Septembre?

The forms are in ``typographic_forms.tsv`` of the language, those that the source decides in that of the pair; from
docs/un-french.md: none of them occurs in 4,000 published segments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language.same_text import is_copied
from tmtool.checks.evidence.register import is_law
from tmtool.checks.evidence.term.wrong_forms import wrong_forms
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_FORMS = "typographic_forms.tsv"
_GROUPED = 4
"""Figures of a number that may be the name of a thing: norme 16304, but not le 1 mars."""
_LABEL = re.compile(r"#\w+")
_GLUED = re.compile(r"[0-9]{1,3}h(?:[0-5][0-9])?")
_DOLLAR, _CODE, _DOLLAR_NAME = "$", "USD", "dollar"
_CODES = (_CODE, "US$")
"""How the source of a body that writes the code in French has it."""
_ORDINAL, _SHORT_ORDINAL = re.compile(r"\d+[eè]mes?"), re.compile(r"(?<!\w)\d+es?(?!\w)")
_COLON = re.compile(r"(?<![\w:.,])[0-2]?[0-9]:[0-5][0-9](?![\w:])")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an abbreviation, ordinal, hour, month or sign has a form that French does
    not write."""
    text = pair.target
    split = draft.habit is not None and draft.habit.split
    into = draft.language_pair if draft.language_pair is not None and not draft.language_pair.is_turned else None
    forms = [*wrong_forms(draft.target, _FORMS, pair, draft), *wrong_forms(into, _FORMS, pair, draft)]
    for form in sorted(forms, key=lambda one: one.span):
        written = form.span.of(text)
        if split and written.isspace():  # a tokeniser has been at work
            continue
        if is_copied(form.span, text, pair.source or "") or _is_label(form.span, text, pair.source or ""):
            continue
        right, certain = _time(written, pair, draft) or (form.right, form.right is not None)
        if right == written:
            continue
        if right == "’" and draft.habit is not None and draft.habit.apostrophe:
            right = draft.habit.apostrophe
        advice = say(", but “{right}”", right=right.strip()) if right and right.strip() else ""
        is_space = right is not None and right.strip() == written.strip() and len(right) > len(written)
        yield Flag(
            say("A space is missing at “{written}”.", written=written)
            if is_space
            else say("French does not write “{written}” here{advice}.", written=written, advice=advice),
            target_span=form.span,
            suggestion=right,
            fixable=certain,
            level=Level.HINT if _is_of_the_house(written, pair, draft) else None,
        )


def _is_of_the_house(written: str, pair: Pair, draft: Draft) -> bool:
    """Tells whether a document writes a sign of a currency so each time, all times of day with a colon or without
    space, or all ordinals with ème: 14 500 000 $US, 9:30, 9h30, 34ème. Laws have their own sign: 5 000 $."""
    if written.strip() == _DOLLAR and is_law(draft):
        return True
    if not draft.is_document or draft.habit is None:
        return False
    if written.strip() == _CODE:
        # A body that has the code in both languages: USD 350 or, where no dollars are written out, US$ 350; 350 USD.
        are_written_out = any(_DOLLAR_NAME in one.target for one in draft.pairs)
        codes = _CODES[:1] if are_written_out else _CODES
        return any(code in (pair.source or "") for code in codes)
    if _ORDINAL.fullmatch(written):  # the International Telecommunication Union writes 34ème
        texts = [one.target for one in draft.pairs]
        return sum(len(_ORDINAL.findall(one)) for one in texts) > 1 and not any(map(_SHORT_ORDINAL.search, texts))
    manner = _COLON if draft.habit.colon_clock else _GLUED if draft.habit.glued_clock else None
    return written in draft.habit.currencies or (manner is not None and manner.fullmatch(written) is not None)


def _is_label(span: Span, text: str, source: str) -> bool:
    """Tells whether a sign, or a number, is part of what the source calls a thing, too: annotation #15, norme
    16304."""
    if span.of(text).isdigit() and span.end - span.start >= _GROUPED:
        return re.search(rf"(?<!\d){span.of(text)}(?!\d)", source) is not None
    label = _LABEL.match(text, span.start)
    return label is not None and re.search(rf"{re.escape(label.group())}(?!\w)", source) is not None


def _time(written: str, pair: Pair, draft: Draft) -> tuple[str, bool] | None:
    """Returns how a typed time of day should be written, in a table as its other cells write theirs, and whether that
    is certain; None for anything else."""
    if draft.target is None or draft.target.typography is None or draft.habit is None:
        return None
    in_table = pair.kind is BlockKind.CELL
    manner = draft.habit.cell_clock if in_table else ""
    right = draft.target.typography.clock(written, manner, draft.habit.clock_space or " ")
    return (right, bool(manner) or not in_table) if right is not None else None


CHECK = SegmentCheck(
    name="typography-form",
    level=Level.WARNING,
    its_type="locale-violation",
    requires=Needs(in_target=_FORMS),
    summary="An abbreviation, ordinal, hour, month or sign has a form that French does not write.",
    reason=(
        "English habits (Mr., 10:30, No. 5, $, a capital for months) and common slips (2ème, 1ère) come "
        "in with the keyboard. "
        "UN documents write M., 10 h 30, no 5, dollars, septembre, 2e, 1re."
    ),
    examples=(
        Example(
            source="New York, 10–14 May", target="New York, 10—14 mai", flagged=("—",), repaired="New York, 10-14 mai"
        ),
        Example(source="New York, 10–14 May", target="New York, 10-14 mai — clôture le 14"),
        Example(
            source="See paragraph 7 (b).",
            target="Voir le paragraphe 7(b).",
            flagged=("7(b)",),
            repaired="Voir le paragraphe 7 b).",
        ),
        Example(
            source="9.30 a.m.–12.30 p.m.",
            target="9 h 30-12.30",
            flagged=("12.30",),
            repaired="9 h 30-12 h 30",
        ),
        Example(
            source="Survey: summary of results",
            target="Enquête nationale. résumé des résultats",
            flagged=(".",),
            repaired="Enquête nationale : résumé des résultats",
        ),
        Example(target="l’alinéa (b), point 3 a)", flagged=("(b)",), repaired="l’alinéa b), point 3 a)"),
        Example(target="le 8 Septembre 2020", flagged=("Septembre",), repaired="le 8 septembre 2020"),
        Example(target="l’alinéa 5h) de la Loi, 8h/jour, le 1h-indole"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
