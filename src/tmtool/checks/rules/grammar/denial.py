"""Has a denial both of its words, ne and the one that goes with it, and aucun its verb in the singular?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.denials import incomplete
from tmtool.languages.fr.grammar.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a denial lacks one of its words, or the verb after aucun is a plural."""
    for denial in incomplete(reading(pair.target)):
        word, verb = denial.word, denial.verb
        message = (
            say("“{word}” wants its verb in the singular, not “{verb}”.", word=word.text, verb=verb.text)
            if denial.is_plural
            else say("“{word}” before “{verb}” denies only half: a word is missing.", word=word.text, verb=verb.text)
        )
        yield Flag(message, target_span=Span(word.span.start, verb.span.end))


CHECK = SegmentCheck(
    name="grammar-denial",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone",),
    summary="A denial lacks ne or the word that goes with it, or the verb after aucun is a plural.",
    reason=(
        "Who changes a sentence into its reverse forgets one half: « aucune autorité avait été désignée », « il ne "
        "sera procédé à une élection ». Reported are aucun, nul and rien that open a clause whose verb has no ne, ne "
        "in a sentence that has nothing to go with it (pouvoir, savoir, cesser and oser, which ne may deny alone, "
        "apart), and a plural after aucun."
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
        Example(
            target="Il ne sera procédé à une élection à la quarante-quatrième session.",
            flagged=("ne sera",),
        ),
        Example(
            target="Les voyages ont coûté cher : aucune des deux visites approuvées par le Comité n’ont pu avoir lieu.",
            flagged=("aucune des deux visites approuvées par le Comité n’ont",),
        ),
        Example(target="Aucune des propositions n’a été retenue. Nul n’en est surpris. Il n’y a aucun document."),
        Example(target="Le Comité ne peut se réunir. Il ne saurait le faire. Il n’a cessé de le dire."),
        Example(
            target="Elles seront accréditées si aucun État partie s’y oppose avant le 14 mai.",
            flagged=("aucun État partie s’y oppose",),
        ),
        Example(target="Elles seront accréditées si aucun État partie ne s’y oppose ; même si aucun n’est venu."),
        Example(target="Rien que deux États ont répondu. Ni l’un ni l’autre n’a répondu."),
        Example(target="Elle en a traité, sans qu’aucune session lui ait jamais été consacrée."),
        Example(target="à moins que le Comité n’en décide autrement"),
        Example(target="Le texte prévoit qu’aucun bail et aucun permis n’ont été octroyés."),
    ),
    look=look,
)
