"""Is there an infinitive in place of a participle, or a participle in place of an infinitive: pour présenté, a
adopter?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.infinitives import exchanges
from tmtool.languages.fr.grammar.reading import reading
from tmtool.model import Level
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an infinitive is written for a participle, or a participle for an infinitive."""
    for one in exchanges(reading(pair.target)):
        wrong = one.wrong
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
        Example(target="l’exercice de tout pouvoir prévu au présent article, aux personnes qui les lui ont fournis"),
        Example(target="les facteurs que certains, M. Dupont et Mme Durand, ont soulignés"),
        Example(target="des prestations à titre de travailleur et d’assuré au titre de la partie I"),
        Example(target="Les travaux ont en partie été achevés, et il a en fait présenté son avis."),
        Example(target="Ils n’auraient pas à en demandé un.", flagged=("demandé",)),
        Example(target="Un avis à y joindre, du congé ou le résumé : ils en ont demandé un."),
        Example(target="Ils ont adopter le rapport.", flagged=("adopter",)),
        Example(target="Elle est également estimer, la question sera examiner.", flagged=("examiner",)),
        Example(target="Il a également organiser un atelier.", flagged=("organiser",)),
        Example(target="Les fonctionnaires doivent être protéger.", flagged=("protéger",)),
        Example(target="Il se réunira pour présenté son rapport.", flagged=("présenté",)),
        Example(target="Il est prié de levé les sanctions, d’assuré une aide.", flagged=("levé", "assuré")),
        Example(target="Il cesse de s’arrogé des droits et d’y remédié.", flagged=("arrogé", "remédié")),
        Example(
            target="Le Directeur peut délégué ses pouvoirs. Veuillez indiqué si elle vote.",
            flagged=("délégué", "indiqué"),
        ),
        Example(target="Un groupe chargé de recueilli des avis", flagged=("recueilli",)),
        Example(target="la qualité de réfugié au sens de la Convention ; la définition de estampillé à l’article 2"),
        Example(target="Quatre types de gravité des cas, sauf le pouvoir mentionné au paragraphe 3"),
        Example(target="Les bureaux ont décidés de voter.", flagged=("décidés",)),
        Example(target="Les mesures que le Comité a prises et qu’il a adoptées, il les a examinées."),
        Example(target="Rien de changé. Un fait isolé, le nombre de blessés ; il va à pied, pour le marché de santé."),
        Example(
            target="La valeur de marché des titres, le taux de marché généralement admis, la date de congé du cadre ; "
            "l’économie de marché la plus ouverte, un acte d’arrêté des comptes, une note d’exposé du projet",
        ),
        Example(
            target="Ils sont chargés de traité des plaintes, afin de relevé des erreurs et de communiqué la liste.",
            flagged=("traité", "relevé", "communiqué"),
        ),
        Example(target="C’est agir que voter. Ils ont à aller à l’école. Elle s’est fixé un but."),
        Example(target="Une société peut voter par l’entremise d’un fondé de pouvoir autorisé."),
        Example(
            target="afin de mis en œuvre le plan, ils devront répondu de leurs actes, pour soutenu les États",
            flagged=("mis", "répondu", "soutenu"),
        ),
        Example(target="Il doit réduit les écarts.", flagged=("réduit",)),
        Example(target="On peut bien entendu le faire, pour réduit que soit l’écart."),
    ),
    look=look,
)
