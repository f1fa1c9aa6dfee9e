"""Do a past participle and an adjective after être agree with the subject: ont été adopté, elle est opposés?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar import apposed, joined_participles
from tmtool.languages.fr.grammar.objects import without_agreement
from tmtool.languages.fr.grammar.participles import disagreements
from tmtool.languages.fr.grammar.reading import reading, without_brackets
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a past participle or an adjective after être has another number or gender
    than the subject."""
    words, outside = reading(pair.target), without_brackets(pair.target)
    found = [*disagreements(words), *without_agreement(words), *joined_participles.disagreements(words)]
    if len(outside) < len(words):
        found += (*disagreements(outside), *without_agreement(outside))
    for apart, other in apposed.disagreements(outside):
        message = say(
            "“{word}” agrees neither with “{other}” nor with anything before.", word=apart.text, other=other.text
        )
        yield Flag(message, target_span=apart.span)
    by_place = {one.participle.span: one for one in reversed(found)}
    for _, wrong in sorted(by_place.items()):
        verb, participle = wrong.verb, wrong.participle
        span = Span(verb.span.start, participle.span.end)
        message = (
            say("“{word}” agrees with nothing after “{verb}”.", word=participle.text, verb=verb.text)
            if wrong.after_avoir
            else say("“{word}” does not agree with what “{que}” takes up.", word=participle.text, que=verb.text)
            if wrong.after_que
            else say(
                "“{word}” does not agree with its subject in “{here}”.", word=participle.text, here=span.of(pair.target)
            )
        )
        yield Flag(message, target_span=span)


CHECK = SegmentCheck(
    name="grammar-participle",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone", "grammar-verb"),
    summary="A past participle or an adjective after être has another number or gender than the subject.",
    reason=(
        "“ont été adopté” needs no subject to be wrong. The gender is compared where the subject is a pronoun, the "
        "antecedent of qui or the noun that opens the clause. on, nous and vous, which take either, and reflexive "
        "verbs with an indirect object are left alone."
    ),
    examples=(
        Example(target="En 2026, 74 310 mines ont été détruits.", flagged=("ont été détruits",)),
        Example(target="En 2026, 310 mines ont été détruites et, en mai, 12 navires ont été visités."),
        Example(target="Il a commis l’infraction bien qu’il ait reçu un avertissement."),
        Example(
            target="Les graines doivent être séchées au soleil et conservés au frais. La chapelle fut incendiée en "
            "1790 et reconstruits plus tard.",
            flagged=("doivent être séchées au soleil et conservés", "fut incendiée en 1790 et reconstruits"),
        ),
        Example(
            target="Les lettres ont été remises aux membres élus et nommés. Elles se sont donné une règle et tenues à "
            "l’écart. La pompe est réparée par un atelier agréé et équipé."
        ),
        Example(
            target="Toutes les écoles, y compris le lycée, doivent être fermés. Le Comité, y compris ses membres, "
            "est lié.",
            flagged=("doivent être fermés",),
        ),
        Example(
            target="L’état dans lequel le Comité les a reçues n’est pas clair, et la question n’est pas due à cela."
        ),
        Example(target="La question dont l’acheteur les a saisies n’est pas tranchée."),
        Example(
            target="Le projet de plan (HSP/HA.4/4) a été approuvée. Ce résultat, que le MEPC 90 a inscrite, est connu.",
            flagged=("a été approuvée", "que le MEPC 90 a inscrite"),
        ),
        Example(
            target="la procédure de présentation des rapports, que 61 États avaient accepté au 31 mai ; les "
            "conclusions que le Groupe a tiré du rapport",
            flagged=("que 61 États avaient accepté", "que le Groupe a tiré"),
        ),
        Example(
            target="Sur les 42 cibles, 19 ont été atteintes et 7 ont été abandonnés.", flagged=("ont été abandonnés",)
        ),
        Example(target="une liste de points, dont lecture sera donné vendredi", flagged=("sera donné",)),
        Example(target="Deux d’entre eux sont prêt à être adoptés.", flagged=("sont prêt",)),
        Example(
            target="La Présidente et la Rapporteuse ont été élus. L’Observatrice et le Chef ont été invitées.",
            flagged=("ont été élus", "ont été invitées"),
        ),
        Example(
            target="Fragiles, rarement conservés là où l’infraction a eu lieu, elles peuvent être altérées.",
            flagged=("conservés",),
        ),
        Example(
            target="La proposition de création d’une base, présenté dès 2015 par la France, a l’appui de 74 États.",
            flagged=("présenté",),
        ),
        Example(target="des milliers de versements dont aucune ne dépasse le seuil", flagged=("aucune",)),
        Example(
            target="la liste des noms (CRP.27), dans laquelle sont consignées la forme courte et la forme longue ; "
            "Adoptés en mai, ils sont connus. Il a voté, suivi par la France. des normes dont certaines sont en vigueur"
        ),
        Example(target="Équipements de type classe A embarqués à bord des navires"),
        Example(
            target="Un cas de force majeure les en a empêché. La séance, ouverte par Mme Ana Rizzi (Argentine), qui a "
            "été élu présidente, est levée.",
            flagged=("les en a empêché", "a été élu"),
        ),
        Example(
            target="Il les en a empêchés. Le mandat de Mme Ana Rizzi, qui a été prorogé, court. Mme Rizzi, qui a été "
            "élue, et M. Paul Rizzi, qui l’a été aussi, siègent ; le Comité les y a vu venir."
        ),
        Example(target="Les rapports ont été adopté.", flagged=("ont été adopté",)),
        Example(
            target="Le projet ayant suscité une objection est renvoyé ; celui qui n’en a suscité aucune est adopté."
        ),
        Example(
            target="Cinquante-deux biens sont actuellement inscrit sur la Liste. Elles sont réduit à quatre.",
            flagged=("sont actuellement inscrit", "sont réduit"),
        ),
        Example(target="Les États se sont fait représenter et se sont dit prêts. Ils sont tenus d’y répondre."),
        Example(
            target="Les résolutions que le Comité a adopté en mai. Les mesures que l’État a pris pour agir",
            flagged=("que le Comité a adopté", "que l’État a pris"),
        ),
        Example(
            target="La version du projet élaborée par le groupe a été transmis. Les femmes siègent et sont cantonnés.",
            flagged=("a été transmis", "sont cantonnés"),
        ),
        Example(target="La Direction, personne morale autonome, a été créé en 2005.", flagged=("a été créé",)),
        Example(target="le Groupe, dont le mandat a été prorogée", flagged=("a été prorogée",)),
        Example(target="les mesures que l’État a prises, le fait que le Comité a siégé en mai, plus de cas qu’il a vu"),
        Example(target="16 demandes sont en attente, ce délai étant dépassée.", flagged=("étant dépassée",)),
        Example(target="Étant donné cette règle, et ce délai étant dépassé, la règle étant entendue"),
        Example(
            target="Leurs mandats venant à fin, l’Assemblée générale sera appelé à voter.", flagged=("sera appelé",)
        ),
        Example(target="les menaces qu’auraient proféré des groupes inconnus", flagged=("qu’auraient proféré",)),
        Example(
            target="Les candidatures, qui doivent être appuyés par un État. Il a reçu 14 demandes, dont trois ont été "
            "jugés fondés.",
            flagged=("doivent être appuyés", "ont été jugés"),
        ),
        Example(target="La plupart sont formulés ainsi. Peuvent être restreints l’altitude et le nombre de passages."),
        Example(target="Tels sont les résultats que les États ont"),
        Example(target="les menaces qu’ont proférées ces groupes, le rapport qu’a établi le Comité"),
        Example(target="Ces mesures ont été récemment adoptés.", flagged=("ont été récemment adoptés",)),
        Example(target="Les propositions sont présenté au Comité.", flagged=("sont présenté",)),
        Example(target="La résolution est adoptés.", flagged=("est adoptés",)),
        Example(target="une déclaration qui a été distribué aux membres", flagged=("a été distribué",)),
        Example(target="L’Assemblée générale est invité à prendre note.", flagged=("est invité",)),
        Example(target="les contributions ayant été annoncé", flagged=("ayant été annoncé",)),
        Example(
            target="La résolution doit être adopté. Elle est opportuns.", flagged=("doit être adopté", "est opportuns")
        ),
        Example(
            target="Grâce à son action, conjuguée à d’autres, les conditions de vie se sont beaucoup améliorés.",
            flagged=("sont beaucoup améliorés",),
        ),
        Example(target="La séance s’est terminé par un vote.", flagged=("est terminé",)),
        Example(target="Les deux sièges sont vacant.", flagged=("sont vacant",)),
        Example(target="La situation est demeurée tendu dans la région.", flagged=("est demeurée tendu",)),
        Example(target="Les activités sont davantage cantonnés aux villes.", flagged=("sont davantage cantonnés",)),
        Example(target="Les frontières deviennent plus poreuse.", flagged=("deviennent plus poreuse",)),
        Example(target="La question est restée lettre morte, et la procédure demeure assez complexe."),
        Example(
            target="Les Principes fondamentaux de la statistique officielle, que l’Assemblée générale a approuvé dans "
            "sa résolution 68/261, sont appliqués. Les mesures que le Conseil a examiné seront prises.",
            flagged=("que l’Assemblée générale a approuvé", "que le Conseil a examiné"),
        ),
        Example(
            target="Les projets de résolution que la Commission a adopté le 3 mai",
            flagged=("que la Commission a adopté",),
        ),
        Example(
            target="Les mesures que le Comité a décidé de prendre, l’idée qu’il a approuvé le texte. La résolution, "
            "datée du 3 mai, que le Comité a adoptée. Il a pris plus de mesures que le Conseil n’en a adopté.",
        ),
        Example(target="Le Comité a également adoptée une résolution.", flagged=("a également adoptée",)),
        Example(target="La résolution que le Comité a adoptée, les mesures qu’il a prises, il les a approuvées."),
        Example(target="Une pension ou un autre paiement est versé. Le cours de clôture de cette unité est fixé."),
        Example(target="Les rapports ont été adoptés. La résolution est adoptée. Les mesures n’ont pas été prises."),
        Example(target="Point 14 : Les pouvoirs doivent être communiquées.", flagged=("doivent être communiquées",)),
        Example(target="celles d’entre elles qui sont contraints de partir", flagged=("sont contraints",)),
        Example(target="Faute de candidat, le siège est restée vacant.", flagged=("est restée",)),
        Example(
            target="Le dialogue avec la Chine, qu’il est prévu de tenir, a été reportée.", flagged=("a été reportée",)
        ),
        Example(target="Les frais, qui leur sont pourtant dû, sont élevés.", flagged=("sont pourtant dû",)),
        Example(
            target="Les dialogues avec la Chine, qui étaient prévus, ont été reportés. Ces actions, engagées soit par "
            "des États, soit par le Comité, sont prévues. Faute de candidate, la séance est levée."
        ),
        Example(target="L’Internet Society est basée à Genève."),
        Example(target="On est convenus de se revoir. Les membres se sont félicités. C’est décidé."),
        Example(
            target="Elle s’est fixé des objectifs et s’est rendu compte qu’il faut agir, soit seule soit accompagnée."
        ),
        Example(
            target="Les bureaux s’y sont fixé pour tâche d’agir. Elles s’en sont donné les moyens. Les postes, ils se "
            "les sont attribués. Les séances s’y sont succédé.",
        ),
        Example(
            target="Les bureaux s’y sont engagé. Elles s’en sont félicité.", flagged=("sont engagé", "sont félicité")
        ),
        Example(target="Le Président et la Vice-Présidente sont élus. La majorité des pays sont convenus d’agir."),
    ),
    look=look,
)
