"""Is there an infinitive in place of a participle, or a participle in place of an infinitive: pour présenté, a
adopter?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.languages.fr.grammar.forms import (
    mistaken_participles,
    second_persons,
    stray_infinitives,
    subject_infinitives,
)
from tmtool.languages.fr.grammar.forms.infinitives import exchanges
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an infinitive is written for a participle, or a participle for an infinitive,
    once, though several rules may know it."""
    words = reading(pair.target)
    more = (mistaken_participles, second_persons, stray_infinitives, subject_infinitives)
    seen: set[Span] = set()
    for one in chain(exchanges(words), *(module.exchanges(words) for module in more)):
        wrong = one.wrong
        if wrong.span in seen:
            continue
        seen.add(wrong.span)
        message = (
            say("After “{before}” comes a participle, not “{word}”.", before=one.before.text, word=wrong.text)
            if one.agrees
            else say(
                "After “{before}” comes “{right}”, not “{word}”.",
                before=one.before.text,
                right=one.right,
                word=wrong.text,
            )
            if one.right
            else say("“{word}” agrees with nothing before the verb.", word=wrong.text)
        )
        yield Flag(message, target_span=wrong.span, suggestion=(one.right or None) if not one.agrees else None)


CHECK = SegmentCheck(
    name="grammar-infinitive",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("grammar-participle", "spelling-homophone"),
    summary="An infinitive is written for a participle, or a participle for an infinitive.",
    reason=(
        "They sound alike, so that no one hears the slip. Reported are an infinitive after avoir and être, a "
        "participle in -é after a preposition, se, ne and verbs such as pouvoir, and one that agrees with an object "
        "after it."
    ),
    examples=(
        Example(
            target="afin de mis en œuvre le plan, ils devront répondu de leurs actes, pour soutenu les États",
            flagged=("mis", "répondu", "soutenu"),
        ),
        Example(target="Il doit réduit les écarts.", flagged=("réduit",)),
        Example(target="On peut bien entendu le faire, pour réduit que soit l’écart."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
