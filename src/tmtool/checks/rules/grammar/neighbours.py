"""Do two words stand side by side that never do: des ces, doit élit, sur examiner, en par?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.languages.fr.grammar.forms.neighbours import impossible
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each two words of a pair that never come one right after the other."""
    for first, second in impossible(reading(pair.target)):
        message = say("“{second}” never comes right after “{first}”.", second=second.text, first=first.text)
        yield Flag(message, target_span=Span(first.span.start, second.span.end))


CHECK = SegmentCheck(
    name="grammar-neighbours",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=(
        "duplication-word",
        "grammar-adjective",
        "grammar-contraction",
        "grammar-denial",
        "grammar-determiner",
        "grammar-elision",
        "grammar-government",
        "grammar-infinitive",
        "grammar-mood",
        "grammar-participle",
        "grammar-verb",
        "spelling-confusion",
        "spelling-homophone",
        "spelling-word",
        "typography-accent",
    ),
    summary="Two words stand side by side that never do.",
    reason=(
        "An article admits no other article after it, sur no infinitive, doit no second finite verb, se no noun. Where "
        "they meet all the same, a word was left out or put twice, or has another form. What each small word never "
        "has after it was counted in six million words of published French."
    ),
    examples=(
        Example(
            target="Il examine des ces points sur examiner le texte, en par écrit.",
            flagged=("des ces", "sur examiner", "en par"),
        ),
        Example(target="La Commission doit élit son bureau.", flagged=("doit élit",)),
        Example(target="L’un doit voter, le son du tambour est fort, et il examine ces points."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
