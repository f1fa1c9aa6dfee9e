"""Is the verb in the mood that a conjunction or another verb wants: afin que … puisse, si … était, il importe que …
soit?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.moods import SI, wrong_moods
from tmtool.languages.fr.grammar.reading import reading
from tmtool.model import Level
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a verb is in the indicative where the subjunctive must be, or in the conditional
    or future after si."""
    for wrong in wrong_moods(reading(pair.target)):
        verb = wrong.verb
        message = (
            say("After “si” comes the present or the past, not “{verb}”.", verb=verb.text)
            if wrong.after == SI
            else say("“{before}” wants the indicative, “{verb}” is none.", before=wrong.after, verb=verb.text)
            if wrong.indicative
            else say("“{before}” wants the subjunctive, “{verb}” is none.", before=wrong.after, verb=verb.text)
        )
        yield Flag(message, target_span=verb.span)


CHECK = SegmentCheck(
    name="grammar-mood",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("grammar-verb", "spelling-homophone"),
    summary="A verb is in the indicative where the subjunctive must be, or in the conditional or future after si.",
    reason=(
        "afin que, bien que, avant que, il importe que, demander que and the like take the subjunctive, après que, "
        "étant donné que and constater que the indicative; after si that sets a condition comes the present or the "
        "past. Reported are forms that cannot be right; conjunctions that take either mood (de sorte que) and si that "
        "asks (savoir si) are left alone."
    ),
    examples=(
        Example(target="veiller à ce que le lieu visé à l’alinéa a) ne soit pas dérangé"),
        Example(target="Pour autant que les circonstances le permettront, elles agiront."),
        Example(target="Il recommande au Conseil les organisations qu’il conviendrait d’inscrire."),
        Example(target="Si votre appareil intègre un capteur de lumière, la luminosité de l’écran sera réglée."),
        Example(
            target="Il a regretté que les membres ont tardé. La réunion aura lieu le 3 mai 2031. Si l’accord ne serait "
            "pas signé, elle serait reportée.",
            flagged=("ont", "serait"),
        ),
        Example(
            target="Après que le Comité ait voté, la séance est levée. Le Groupe constate que la situation soit grave.",
            flagged=("ait", "soit"),
        ),
        Example(target="Rien ne prouve que le plan soit bon, et il ne constate pas que la situation soit grave."),
        Example(target="Onze n’accepteraient que des engagements volontaires et six ont réservé leur position."),
        Example(
            target="Les personnes qui aident, qu’elles sont payées ou non, et les sociétés, qu’elles sont publiques ou "
            "privées, y sont tenues.",
            flagged=("sont", "sont"),
        ),
        Example(
            target="Les séances, qu’elles soient publiques ou privées, sont closes, et les mesures, qu’ils ont prises "
            "ou proposées, sont connues. Il sait qu’elles sont publiques ou privées.",
        ),
        Example(target="Il agit afin que le Comité peut se réunir.", flagged=("peut",)),
        Example(
            target="La Présidente propose que le point 8 est examiné à huis clos, bien que l’article 5.2 est lu.",
            flagged=("est", "est"),
        ),
        Example(target="Le Bureau propose que le point 8 soit examiné, bien que la règle 5.2 ait été lue."),
        Example(target="Bien que les États ont signé, il faut que la paix est durable.", flagged=("ont", "est")),
        Example(
            target="Il est donc grand temps que des lois, des politiques et des plans nationaux favoriseront la santé.",
            flagged=("favoriseront",),
        ),
        Example(target="On ne peut autoriser que ces principes sont remis en question.", flagged=("sont",)),
        Example(target="Je vous demande de refuser que ce portrait dressera des barrières.", flagged=("dressera",)),
        Example(
            target="De plus, si ses sessions se dérouleraient à New York, il siégerait.", flagged=("dérouleraient",)
        ),
        Example(
            target="Elles demandent en outre que les frais sont remboursés, à moins qu’un membre n’y fait objection.",
            flagged=("sont", "fait"),
        ),
        Example(
            target="Il est proposé que la première séance, le mercredi 4 juillet, est consacrée au point 1.",
            flagged=("est",),
        ),
        Example(target="S’il serait élu, il voterait.", flagged=("serait",)),
        Example(target="Il agit afin que le Comité puisse se réunir, bien que les États qui ont signé soient rares."),
        Example(
            target="Il est d’usage que les chefs sont élus. Il propose que le poste, qui reste vacant, est pourvu.",
            flagged=("sont", "est"),
        ),
        Example(
            target="Il est d’usage que les chefs soient élus. Il propose que le poste, qui est vacant, soit pourvu ; "
            "il demande que ce poste, qui est vacant, et deux autres, qu’il a créés, soient pourvus.",
        ),
        Example(
            target="Il veille en outre à ce que le programme prendra fin, il demande au Comité que tous sont lus.",
            flagged=("prendra", "sont"),
        ),
        Example(target="Contrairement à ce que les États ont dit, il veille à ce que le programme prenne fin."),
        Example(target="Si le Comité se réunissait, il voterait. Nul ne sait si le Comité se réunira."),
        Example(target="Il demande que les rapports soient lus, pour que tous sachent ce qui est en jeu."),
        Example(target="Il précise ou bien que le projet peut être modifié, ou bien qu’il est rejeté."),
        Example(
            target="Il est essentiel que les moyens de faire face à l’épidémie sont préservés, quels qu’en sont les "
            "détenteurs, qu’il s’agit de ports ou de gares.",
            flagged=("sont", "sont", "agit"),
        ),
        Example(
            target="Ce texte ne permet que d’éviter les abus et ne suffit pas. Il dit qu’il s’agit de ports, quels que "
            "soient leurs détenteurs, qu’il s’agisse de gares ou non."
        ),
    ),
    look=look,
)
