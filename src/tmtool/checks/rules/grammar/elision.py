"""Is a small word elided where the next one begins with a vowel, and only there, and has a verb before its pronoun the
t that it needs, and no other: *de* action, *le* État, *d’*rapports, *a-il* voté? (docs/un-french.md, fact 104.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.words.elision_and_contraction import wrongly_elided, wrongly_inverted
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say

_NUMBERED = re.compile(r"[ \u00a0\u202f](?:\d|[IVX]+\b)")
"""What makes a noun the name of a part, so that its article is missing, not an elision: de article 2."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where le, de, que and the like are not elided before a vowel, or are elided before a
    consonant, where sa and ce are not son and cet before a vowel, or where a verb is joined to its pronoun by another t
    than it needs."""
    text = pair.target
    apostrophe = (draft.habit.apostrophe if draft.habit else "") or "’"
    for wrong in wrongly_elided(reading(text)):
        word, following = wrong.word, wrong.following
        if not wrong.right.endswith("'"):
            flag = _flag(text, word.span, f"{wrong.right} ", following.text)
            yield replace(flag, suggestion=wrong.right) if following.before else flag
        elif not text.startswith(")", following.span.end):  # the label a)
            span = Span(word.span.start, following.span.start)
            lacks_article = wrong.right == "d'" and _NUMBERED.match(text, following.span.end)
            right = "de l'" if lacks_article else wrong.right
            yield replace(_flag(text, span, f"{right[:-1]}{apostrophe}", following.text), fixable=not lacks_article)
    for first, last, right in wrongly_inverted(reading(text)):
        inverted = Span(first.span.start, last.span.end)
        message = say("“{wrong}” should be “{right}”.", wrong=inverted.of(text), right=right)
        yield Flag(message, target_span=inverted, suggestion=right, fixable=True)


def _flag(text: str, span: Span, right: str, following: str) -> Flag:
    written = span.of(text).rstrip()
    wrong = f"{written} {following}".replace("’ ", "’").replace("' ", "'")
    return Flag(
        say("“{wrong}” should be “{right}”.", wrong=wrong, right=right + following),
        target_span=Span(span.start, span.start + len(written)) if right[-1] == " " else span,
        suggestion=right,
        fixable=True,
    )


CHECK = SegmentCheck(
    name="grammar-elision",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    summary="le, de, que are not elided before a vowel, or are before a consonant; a verb has another t than it needs.",
    reason=(
        "What remains when the next word was exchanged. Before h nothing is said, since only a list could tell l’homme "
        "from la hausse; onze, oui, yen and their kin take no elision. Between a verb and il, elle or on a t comes "
        "after a vowel only: a-t-il, devrait-il."
    ),
    examples=(
        Example(target="Le projet de action", flagged=("de ",), repaired="Le projet d’action"),
        Example(target="Il faut que il vienne.", flagged=("que ",), repaired="Il faut qu’il vienne."),
        Example(target="Aura-t-on voté, vainc-t-il, devraient-ils siéger, peut-on voter, existe-t-il un vote ?"),
        Example(target="en vertu de article 2", flagged=("de ",), repaired="en vertu de article 2"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
