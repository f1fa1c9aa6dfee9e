"""Are de and à contracted with le and les where they must be? (docs/un-french.md, fact 104.)"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, SegmentCheck, Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.fr.grammar.reading import Word, reading
from tmtool.languages.word_sets import word_sets
from tmtool.model import Level, Span

_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = _WORDS["pronouns"]


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    words = reading(pair.target)
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        right = _CONTRACTED.get((first.lower, second.text))
        if right is None or not second.joined or not third.joined or _may_be_a_pronoun(third):
            continue
        span = Span(first.span.start, second.span.end)
        right = right.capitalize() if first.text[0].isupper() else right
        yield Spot(f"“{span.of(pair.target)}” is “{right}” here.", target_span=span, suggestion=right, fixable=True)


def _may_be_a_pronoun(following: Word) -> bool:
    """True if le or les may be the object of what follows: de le faire, à les y aider; or may belong to a name."""
    if following.is_name:
        return False
    return following.is_infinitive or following.lower in _PRONOUNS or not following.categories & {"N", "A"}


CHECK = SegmentCheck(
    name="grammar-contraction",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    summary="de or à stands before the article le or les without contraction.",
    reason=(
        "“de le” is left over when a noun was exchanged for another. Before an infinitive le and les are "
        "pronouns (de le "
        "faire) and stay."
    ),
    examples=(
        Example(target="Le rapport de le Secrétariat", flagged=("de le",), repaired="Le rapport du Secrétariat"),
        Example(
            target="Il a rappelé à les États leurs obligations.",
            flagged=("à les",),
            repaired="Il a rappelé aux États leurs obligations.",
        ),
        Example(target="le tourisme à le Burundi", flagged=("à le",), repaired="le tourisme au Burundi"),
        Example(target="Il importe de le faire, de les y aider et de l’adopter."),
    ),
    look=look,
)
