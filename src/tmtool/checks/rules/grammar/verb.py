"""Has a verb the number and the person of its subject, and is there a verb only where one can be?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar import verbs
from tmtool.languages.fr.grammar.reading import reading, without_brackets
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level
from tmtool.model.wording import say

_OPENING = re.compile(r"\W*(?:\d+\.\s*)?([A-Z][a-z]+s)\b")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a verb differs in number from its subject."""
    words, outside = reading(pair.target), without_brackets(pair.target)
    found = {verb.span: (verb, is_plural) for verb, is_plural in verbs.disagreements(words)}
    if len(outside) < len(words):
        found = {verb.span: (verb, is_plural) for verb, is_plural in verbs.disagreements(outside)} | found
    for verb, is_plural in found.values():
        if not pair.target.startswith(")", verb.span.end):  # the label a)
            message = (
                say("The subject of “{verb}” is plural, the verb is not.", verb=verb.text)
                if is_plural
                else say("The subject of “{verb}” is singular, the verb is not.", verb=verb.text)
            )
            yield Flag(message, target_span=verb.span)
    for verb in verbs.of_the_second_person(words):
        if pair.target.endswith("]", 0, verb.span.start):  # « [l]es »
            continue
        yield Flag(say("“{verb}” is a form of tu.", verb=verb.text), target_span=verb.span)
    for pronoun, verb in verbs.without_a_verb(words):
        yield Flag(
            say("“{verb}” is not the verb that “{pronoun}” wants.", verb=verb.text, pronoun=pronoun.text),
            target_span=verb.span,
        )
    for before, verb in verbs.where_none_can_be(words):
        yield Flag(
            say("“{verb}” is a verb, and “{before}” wants a noun.", verb=verb.text, before=before.text),
            target_span=verb.span,
        )
    if words and verbs.is_plural(words[0]):
        opening = _OPENING.match(pair.source or "")
        if opening and draft.language_pair and opening.group(1) in _operative(draft.language_pair):
            yield Flag(
                say(
                    "“{word}” is a plural, “{there}” in the source is none.", word=words[0].text, there=opening.group(1)
                ),
                target_span=words[0].span,
            )


@cache
def _operative(pair: LanguagePair) -> frozenset[str]:
    """Returns the verbs of the source that open a paragraph of a resolution in the singular."""
    return frozenset(word for (word,) in pair.rows("operative.txt"))


CHECK = SegmentCheck(
    name="grammar-verb",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone", "spelling-confusion"),
    summary="A verb differs in number from its subject.",
    reason=(
        "The subject is a pronoun, the antecedent of qui or the noun that opens the clause, with what hangs on it; the "
        "verb must have no other reading. Words for a quantity (nombre, majorité), which may take either, are left "
        "alone."
    ),
    examples=(
        Example(target="les comptes de prix de revient du producteur"),
        Example(
            target="À ce jour, 12 provinces côtières a répondu. En 2031, 214 écoles rurales était fermées. Les comptes "
            "sont clos ; 17 fournisseurs n’est pas payés.",
            flagged=("a", "était", "est"),
        ),
        Example(
            target="Le vendredi 12, 10 heures est une bonne heure. En mai, un groupe de 38 pays a voté. Le 12 décembre "
            "a été choisi. En 2027, 1 pays a voté."
        ),
        Example(
            target="4. La Belgique, le Chili et la Chine a offert d’accueillir le secrétariat. Le Président et deux "
            "des quatre Vice-Présidents a accompli deux mandats.",
            flagged=("a", "a"),
        ),
        Example(
            target="La date et l’heure ont été fixées. L’un et l’autre a voté. La date, le lieu ou l’heure a changé. "
            "Le chef du Groupe, la Présidente et le Rapporteur étant absents, a voté. Chaque pays et chaque ville vote."
            " La procédure d’enquête est confidentielle et la coopération de l’État est sollicitée."
        ),
        Example(
            target="Le Groupe des États d’Asie et du Pacifique n’ont pas répondu. Un nouveau président et d’autres "
            "membres sont élus.",
            flagged=("ont",),
        ),
        Example(
            target="Les contributions annoncées pour 2027 s’élevait à 792 millions de dollars.", flagged=("élevait",)
        ),
        Example(target="Le tableau indique combien de rapports annuels ont été reçus dans les délais."),
        Example(target="En 2027, ils ont déminé ou déclassé 214 sites et détruit 98 350 mines."),
        Example(target="Dans des lieux où règne des conditions dangereuses", flagged=("règne",)),
        Example(target="Il a affirmé que son équipe et lui ne sont pas prêts."),
        Example(target="Toutes les voix dont un Administrateur dispose doivent être exprimées."),
        Example(target="La question de savoir si des personnes ont un lien est examinée."),
        Example(target="Les membres a examiné le rapport.", flagged=("a",)),
        Example(target="Sans enquêtes, la DES constitue l’un des éléments du calcul."),
        Example(target="Il voit un monde où chaque femme et chaque fille peut voter : « [l]es membres le peuvent »."),
        Example(target="Les membres du Conseil doit se réunir.", flagged=("doit",)),
        Example(target="Le Comité ont décidé de se réunir.", flagged=("ont",)),
        Example(target="Dans ce contexte, les États ne doit pas agir.", flagged=("doit",)),
        Example(target="les mesures qui doit être prises, ce qui concernent le vote", flagged=("doit", "concernent")),
        Example(target="Il sont clair que tous les États Membres devait répondre.", flagged=("sont", "devait")),
        Example(target="L’Espagne appellent à voter. Ces mines tue.", flagged=("appellent", "tue")),
        Example(target="Les deux rapports montre que le Comité agit.", flagged=("montre",)),
        Example(
            target="Il pratique une politique de la peur et consacrent des millions à la guerre.",
            flagged=("consacrent",),
        ),
        Example(target="Dans ce cas, pour agir, les États ne doit pas attendre.", flagged=("doit",)),
        Example(target="Les organes qui ont adopté la Convention, doit agir.", flagged=("doit",)),
        Example(
            target="La réunion se tiendras à Vienne, et il présenté son rapport dans le cadre de misent en œuvre.",
            flagged=("tiendras", "présenté", "misent"),
        ),
        Example(target="Ton rapport est tel que tu le présentes. Il n’y a pas lieu de le lire sans cesse."),
        Example(
            target="Le Conseil des pays qui ont voté siège et prend acte de la Convention de Vienne qui a été lue."
        ),
        Example(target="28 demandes ont été présentées, dont 17 était recevables.", flagged=("était",)),
        Example(
            target="60 millions de dollars, dont 1 est versé, dont 17 sont dus ; le texte, dont l’article 17 est en jeu"
        ),
        Example(target="Le Président et le Secrétaire a répondu.", flagged=("a",)),
        Example(
            target="La faiblesse des études et l’incapacité du Bureau à introduire des idées novatrices a nui.",
            flagged=("a",),
        ),
        Example(target="L’érosion des progrès depuis la famine de 2011 sont alarmants.", flagged=("sont",)),
        Example(
            target="Le Président et les coauteurs de la résolution de 1995, en avril, était présent.",
            flagged=("était",),
        ),
        Example(target="Une étude comparant la page et le dessin à Rome a paru. La ville et la partie est des terres"),
        Example(
            source="5. Requests the Secretary-General", target="5. Prient le Secrétaire général", flagged=("Prient",)
        ),
        Example(target="La Commission ont estimé que le contrôle est bon.", flagged=("ont",)),
        Example(
            target="Les données recueillies au cours de l’enquête menée par le Bureau montre que le Comité agit.",
            flagged=("montre",),
        ),
        Example(
            target="L’équipe chargée de réviser les lois nationales en vigueur ont présenté son rapport.",
            flagged=("ont",),
        ),
        Example(target="les travaux que poursuivent la Commission de la femme", flagged=("poursuivent",)),
        Example(target="Les femmes, dont les retombées est visibles, siègent.", flagged=("est",)),
        Example(target="Le Comité a entendu le représentant du Japon, qui s’expriment ici.", flagged=("expriment",)),
        Example(
            target="Les recettes que procurait la pêche augmentaient et constituait un revenu.",
            flagged=("constituait",),
        ),
        Example(target="Les généreuses contributions des donateurs au Fonds est appréciée.", flagged=("est",)),
        Example(target="un centre où s’harmonise les efforts", flagged=("harmonise",)),
        Example(target="Les veuves qui sont accusées, risque d’être battues.", flagged=("risque",)),
        Example(
            target="Le Comité salue les efforts qui ont été faits et invite les États. Elles explosent du fait du choc."
        ),
        Example(
            target="Une dizaine d’experts, y compris des membres, ont siégé, comme ceux que citent au Japon les États."
        ),
        Example(target="Au niveau national existent des réseaux. Chaque année les États siègent."),
        Example(target="Il crée des liens entre des personnes, qui peuvent vivre n’importe où et sont souvent seules."),
        Example(
            target="les travaux que poursuivent la Commission et le Conseil, les sommes en monnaie qui proviennent"
        ),
        Example(target="Les affrontements entre ces deux communautés ayant fait des morts, le compte au crédit duquel"),
        Example(target="Les membres ont examiné le rapport. La majorité des États ont répondu. Le Comité a décidé."),
        Example(target="Le Président et les Vice-Présidents ont été élus. Ils ont à présenter leur rapport."),
        Example(target="Ce sont les États qui votent, alors que le Comité et son Bureau siègent. Solidaires agissent."),
        Example(target="Les chars ainsi que le matériel lourd doivent partir. Les sections a) et b) sont closes."),
        Example(target="Les documents peuvent être consultés en ligne (https://cites.org)."),
        Example(target="Entre 2011 et 2012, le rendement du réseau de l’agence a baissé."),
        Example(target="Les dispositions et la dernière phrase du paragraphe, l’ancien président du Comité"),
        Example(target="Des dizaines d’États ont signé. La coopération entre la Chine et le Japon a repris."),
    ),
    look=look,
)
