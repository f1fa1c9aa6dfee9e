"""Has a denial both of its words, ne and the one that goes with it, and aucun its verb in the singular: aucun État *a*
répondu, il *n’est* prêt, aucune des Parties *n’ont* répondu?
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.languages.fr.grammar.forms import lost_ne
from tmtool.languages.fr.grammar.forms.denials import incomplete
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a denial lacks one of its words, or the verb after aucun is a plural, or
    where two deny the same."""
    words = reading(pair.target)
    for denial in incomplete(words):
        word, verb = denial.word, denial.verb
        message = (
            say("“{word}” wants its verb in the singular, not “{verb}”.", word=word.text, verb=verb.text)
            if denial.is_plural
            else say("“{word}” and “{again}” deny the same twice.", word=word.text, again=verb.text)
            if denial.is_double
            else say("“{word}” before “{verb}” denies only half: a word is missing.", word=word.text, verb=verb.text)
        )
        yield Flag(message, target_span=Span(word.span.start, verb.span.end))
    for word, other in lost_ne.halves(words):
        yield Flag(
            say("“{word}” before “{verb}” denies only half: a word is missing.", word=word.text, verb=other.text),
            target_span=Span(word.span.start, other.span.end),
        )


CHECK = SegmentCheck(
    name="grammar-denial",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone",),
    summary="A denial lacks ne or the word that goes with it, or the verb after aucun is a plural.",
    reason=(
        "Who changes a sentence into its reverse forgets one half: « aucune autorité avait été désignée », « il ne "
        "sera procédé à une élection ». Reported are aucun, nul and rien that open a clause whose verb has no ne, ne "
        "in a sentence that has nothing to go with it (pouvoir, savoir, cesser and oser, which ne may deny alone, "
        "apart), a single ni without another denial, and a plural after aucun."
    ),
    examples=(
        Example(
            target="Dans ces États, aucune autorité avait été désignée pour recevoir les notifications.",
            flagged=("aucune autorité avait",),
        ),
        Example(
            target="Rien dans la note de la Directrice exécutive doit être interprété ainsi.",
            flagged=("Rien dans la note de la Directrice exécutive doit",),
        ),
        Example(target="Aucune des propositions n’a été retenue. Nul n’en est surpris. Il n’y a aucun document."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
