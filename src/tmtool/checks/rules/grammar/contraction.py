"""Are de and à contracted with le, les and lequel where they must be: du rapport, aux États, not *de le* rapport, *à
les* États? (docs/un-french.md, fact 104.)
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.words.elision_and_contraction import uncontracted
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where de or à comes before the article le or les without contraction."""
    for wrong in uncontracted(reading(pair.target)):
        span = Span(wrong.word.span.start, wrong.following.span.end)
        message = say("“{here}” is “{right}” here.", here=span.of(pair.target), right=wrong.right)
        yield Flag(message, target_span=span, suggestion=wrong.right, fixable=True)


CHECK = SegmentCheck(
    name="grammar-contraction",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    summary="de or à comes before the article le or les, or before lequel, without contraction.",
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
        Example(
            target="la visite à l’occasion de lequel il a siégé, les dates à lesquelles il votera",
            flagged=("de lequel", "à lesquelles"),
            repaired="la visite à l’occasion duquel il a siégé, les dates auxquelles il votera",
        ),
        Example(target="Il importe de le faire, de les y aider et de l’adopter."),
    ),
    look=look,
)
