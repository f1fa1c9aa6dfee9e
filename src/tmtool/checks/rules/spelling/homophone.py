"""Is a word written for one that sounds alike: a and à, ou and où, ces and ses, et and est, on and ont?

Only what the neighbours make impossible is reported (``languages/fr/grammar/homophones.tsv``). Whether ces or ses is
meant the source seldom shows: four of five that differ from it in published texts are meant so.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar import homophones
from tmtool.languages.fr.grammar.reading import reading
from tmtool.model import Level
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word is written for another that sounds alike."""
    words = reading(pair.target)
    for at, word in enumerate(words):
        if word.text.isupper() and len(word.text) > 1:
            continue
        if pair.target[word.span.end : word.span.end + 1] == ")":  # a label: a)
            continue
        right = homophones.meant(words, at)
        if right:
            yield Flag(
                say("“{right}” rather than “{word}” here.", right=right, word=word.text),
                target_span=word.span,
                suggestion=right.capitalize() if word.text[0].isupper() else right,
            )


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
        Example(target="Il a commencé a examiner le point.", flagged=("a",)),
        Example(target="Conformément a la résolution 7/1, ils contribuent a l’essor.", flagged=("a", "a")),
        Example(target="Il à adopté le rapport, elle à également examiné le texte.", flagged=("à", "à")),
        Example(target="Le Groupe ce réunira à Vienne.", flagged=("ce",)),
        Example(target="Il a examiné se rapport.", flagged=("se",)),
        Example(target="Le rapport dû Secrétariat", flagged=("dû",)),
        Example(
            target="Les États on adopté le rapport, et le programme et les plans on été lancés.", flagged=("on", "on")
        ),
        Example(target="L’avis de ses derniers, ces propres organes ; ses derniers rapports", flagged=("ses", "ces")),
        Example(target="Ils ont du partir, reporté dû 14 mai, détruits a l’explosif.", flagged=("du", "dû", "a")),
        Example(target="Dans le pays ou il s’est réuni, pour le jour ou la session s’ouvre", flagged=("ou", "ou")),
        Example(target="par la ruse où par la force.", flagged=("où",)),
        Example(target="Il et prévu de voter. Les États est les organes agissent.", flagged=("et", "est")),
        Example(target="Ils son responsables, et le texte de sont rapport", flagged=("son", "sont")),
        Example(target="Tout les États, toutes la région, un peut de temps", flagged=("Tout", "toutes", "peut")),
        Example(target="quand à la date, pour la première foi", flagged=("quand", "foi")),
        Example(target="La séance c’est ouverte, s’est pourquoi il part.", flagged=("c’", "s’")),
        Example(
            target="Il a la responsabilité de présenter à la Commission ce qui est dû à son Président, où qu’il soit."
        ),
        Example(target="Ce sont ses avis, et ce n’est pas sûr. On se réunit, ce que le Groupe a été invité à faire."),
        Example(target="Dans la mesure où ils le peuvent, bien sûr les États agissent, par elle et avec elle."),
        Example(source="The Board shall begin its work.", target="Le Conseil commencera ses travaux et ses séances."),
        Example(target="Le montant restant dû étant connu, la question s’est ainsi posée du droit qu’a chaque État."),
        Example(target="Le montant dû, ou ce qui lui sera dû ; selon les alinéas a) et b) ; ceux qui en sont membres"),
        Example(target="Une société où les hommes, ainsi que les femmes, votent ; il peut de même partir a priori."),
        Example(target="Il s’est engagé a plusieurs reprises a se réunir, a l’attention de tous.", flagged=("a",) * 3),
        Example(target="Au moment ou la séance s’ouvre, ont a voté, et elles on voté.", flagged=("ou", "ont", "on")),
        Example(target="Les ministres on redit son rôle a bord.", flagged=("on", "a")),
        Example(target="L’infraction et considérée comme grave dans là mesure du droit.", flagged=("et", "là")),
        Example(target="Tous en rappelant le droit, de tous secrétariat", flagged=("Tous", "tous")),
        Example(target="Ils l’ont fait, comme celle qui a droit au vote et qui a l’intention de partir jusqu’à lui."),
        Example(
            target="Un pays ou une région où la loi est claire offre à tous une vie saine, et par là même la paix."
        ),
        Example(target="Les aides qui sont source de gaspillage, et son plus haut niveau"),
        Example(target="C’est le droit de tous. Tous le savent. D’où sera bannie la guerre. Il y en a un tout autre."),
        Example(target="L’inspecteur peut de nouveau le saisir ; l’accord qu’il vise a force de loi."),
    ),
    look=look,
)
