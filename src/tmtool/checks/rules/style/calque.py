"""Does a word of the translation follow the English word instead of its sense? (docs/un-french.md, section 11.)

Each is reported only where the English word that invites it is in the source, or where French has no such phrase
at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.term.wrong_forms import WrongForm, wrong_forms
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FORMS = "calques.tsv"
_ADMITTED = "calques_admitted.txt"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a false friend or a calque of the English is in the translation."""
    for form in wrong_forms(draft.language_pair, _FORMS, pair, draft, begins_small=True):
        if form.source_span is not None and (
            _is_of_a_name(form.source_span, pair.source or "") or _is_answered(form, pair.source or "", pair.target)
        ):
            continue
        written = form.span.of(pair.target)
        trigger = say(" for “{there}”", there=form.source_span.of(pair.source or "")) if form.source_span else ""
        advice = say("; rather “{right}”", right=form.right) if form.right else ""
        yield Flag(
            say("“{written}” is a calque{trigger}{advice}.", written=written, trigger=trigger, advice=advice),
            target_span=form.span,
            source_span=form.source_span,
            suggestion=form.right,
            level=Level.INFO if draft.language_pair and _is_admitted(written, draft.language_pair) else None,
        )


def _is_admitted(written: str, pair: LanguagePair) -> bool:
    """Tells whether dictionaries of usage have a word, so that it is hardly a slip: prioriser."""
    return written.lower().startswith(tuple(stem for (stem,) in pair.rows(_ADMITTED)))


def _is_answered(form: WrongForm, source: str, target: str) -> bool:
    """Tells whether the translation has the right form as often as the source has the word, so that what looks like a
    calque answers to another word: « ces délais ou ces retards » for "the time limits or delays"."""
    if not form.right or form.source_span is None:
        return False
    written = re.findall(rf"(?<!\w){re.escape(form.right)}", target, re.IGNORECASE)
    there = re.findall(rf"(?<!\w){re.escape(form.source_span.of(source))}", source, re.IGNORECASE)
    return len(written) >= len(there)


def _is_of_a_name(span: Span, source: str) -> bool:
    """Tells whether a word of the source is part of an official name: Agenda 2063."""
    following = source[span.end :].lstrip()[:1]
    return source[span.start].isupper() and (following.isdigit() or following.isupper())


CHECK = SegmentCheck(
    name="style-calque",
    level=Level.WARNING,
    its_type="style",
    requires=Needs(pair=_FORMS, one_way=True),
    yields_to=("term-deprecated",),
    summary="A false friend or a calque of the English is in the translation.",
    reason=(
        "éventuellement means possibly, évidence what is obvious, supporter to endure. What published texts use freely "
        "(opportunité, basé sur, développer) is not in the table ``calques.tsv``."
    ),
    examples=(
        Example(source="It will eventually meet.", target="Il se réunira éventuellement.", flagged=("éventuellement",)),
        Example(source="There is evidence.", target="Il y a des évidences.", flagged=("évidences",)),
        Example(source="It may possibly meet.", target="Il se réunira éventuellement."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
