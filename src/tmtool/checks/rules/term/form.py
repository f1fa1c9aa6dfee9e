"""Has a body or an instrument the wrong capitals, or an abbreviation its English form?

See docs/un-french.md, sections 8 and 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.register import is_law
from tmtool.checks.evidence.term.wrong_forms import wrong_forms
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LONGEST = 64
"""Characters of the longest word before a form."""
_BEFORE = re.compile(r"(\w{2,}) $")
_AFTER = re.compile(r" (\w{2,})")
_FORMS = "name_forms.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a name has the wrong capitals, or an abbreviation has stayed in its English
    form."""
    for form in wrong_forms(draft.target, _FORMS, pair, draft):
        written = form.span.of(pair.target)
        if written.isupper() and _belongs_to_a_name(pair.target, form.span):
            continue
        if _is_quoted(pair, form.span):
            continue
        yield Flag(
            say("United Nations documents write “{right}”, not “{written}”.", right=form.right, written=written),
            target_span=form.span,
            suggestion=form.right,
            fixable=True,
            level=Level.HINT if form.right and written.lower() == form.right.lower() and is_law(draft) else None,
        )


def _belongs_to_a_name(text: str, span: Span) -> bool:
    """Tells whether an abbreviation is in a symbol, in an English name, or explained in brackets next to its French
    form."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 1]
    return before.endswith(("/", "-", "(", "«\u00a0", "« ")) or after.startswith(("/", "-", ")")) or after[:1].isdigit()


def _is_quoted(pair: Pair, span: Span) -> bool:
    """Tells whether the source has the same words, of an English title or name: the form and the word next to it."""
    written = span.of(pair.target)
    before = _BEFORE.search(pair.target, max(0, span.start - _LONGEST), span.start)
    after = _AFTER.match(pair.target, span.end)
    with_neighbour = [f"{before[1]} {written}" if before else "", f"{written} {after[1]}" if after else ""]
    return any(words and words in (pair.source or "") for words in with_neighbour)


CHECK = SegmentCheck(
    name="term-form",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(in_target=_FORMS),
    yields_to=("term-deprecated", "names-abbreviation"),
    summary="A name has the wrong capitals, or an abbreviation has stayed in its English form.",
    reason=(
        "Only the first word of a body’s name has a capital (Assemblée générale, Conseil de sécurité), "
        "but Nations Unies has two. "
        "UN is ONU in French. The forms are a closed table, ``name_forms.tsv``, without a false alarm "
        "in 4,000 rows."
    ),
    examples=(
        Example(target="les Nations unies", flagged=("Nations unies",), repaired="les Nations Unies"),
        Example(target="le Conseil de Sécurité", flagged=("Conseil de Sécurité",), repaired="le Conseil de sécurité"),
        Example(
            target="Le rapport de UN-Women est prêt.",
            flagged=("UN-Women",),
            repaired="Le rapport de ONU-Femmes est prêt.",
        ),
        Example(target="les Nations Unies"),
        Example(
            source="The General Assembly and the European Union",
            target="L’assemblée générale et l’union européenne",
            flagged=("assemblée générale", "union européenne"),
            repaired="L’Assemblée générale et l’Union européenne",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
