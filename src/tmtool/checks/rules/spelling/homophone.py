"""Is a word written for one that sounds alike: a and à, ou and où, ces and ses, et and est, on and ont?

Only what the neighbours make impossible is reported (``languages/fr/grammar/forms/homophones.tsv``). Whether ces or
ses is meant the source seldom shows: four of five that differ from it in published texts are meant so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.forms import homophones, verbal_adjectives, who_for_that
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word is written for another that sounds alike."""
    words = reading(pair.target)
    told = set[Span]()
    for at, word in enumerate(words):
        if word.text.isupper() and len(word.text.rstrip("’'")) > 1:
            continue
        if pair.target[word.span.end : word.span.end + 1] == ")":  # a label: a)
            continue
        if right := homophones.meant(words, at):
            told.add(word.span)
            yield _flag(pair, word.span, right, right.capitalize() if word.text[0].isupper() else right)
    for word, right in verbal_adjectives.mistaken(words, pair.target):
        if word.span not in told:
            yield _flag(pair, word.span, right, right)
    for que, pronoun in who_for_that.mistaken(words):
        yield _flag(pair, Span(que.span.start, pronoun.span.end), "qui", "qui")


def _flag(pair: Pair, span: Span, right: str, suggestion: str) -> Flag:
    message = say("“{right}” rather than “{word}” here.", right=right, word=span.of(pair.target))
    return Flag(message, target_span=span, suggestion=suggestion)


CHECK = SegmentCheck(
    name="spelling-homophone",
    level=Level.WARNING,
    its_type="misspelling",
    requires=Needs(into="fr"),
    summary="A word is written for another that sounds alike.",
    reason=(
        "A spelling checker does not see it, since both are words. Reported are patterns in which the word cannot "
        "be right: « a » before an infinitive, « ce » before a verb, « ses derniers » without a noun."
    ),
    examples=(
        Example(target="Il a examiné se rapport.", flagged=("se",)),
        Example(target="Il s’est engagé a plusieurs reprises a se réunir, a l’attention de tous.", flagged=("a",) * 3),
        Example(target="Ils l’ont fait, comme celle qui a droit au vote et qui a l’intention de partir jusqu’à lui."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
