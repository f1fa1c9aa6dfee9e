"""Does an adjective or participle right after its noun agree with it: des mesures national?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.same_text import quoted_spans
from tmtool.checks.evidence.source_order import goes_before
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.grammar.adjectives import disagreements
from tmtool.languages.fr.grammar.noun_chains import OF
from tmtool.languages.fr.grammar.reading import Word, reading
from tmtool.languages.stems import content
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TWO = 2


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an adjective or participle does not agree with the noun right before it."""
    quoted = quoted_spans(pair.target, pair.source or "", LANGUAGE)

    def in_source(adjective: Word, noun: Word) -> bool:
        return goes_before(adjective.span, noun.span, pair, draft.language_pair)

    words = reading(pair.target)
    for wrong in disagreements(words, in_source):
        adjective, other = wrong.adjective, wrong.other
        if _is_of_compound(adjective, other, words, pair, draft):
            continue
        foreign = (adjective, other) if wrong.named else (adjective,)
        if not any(quoted.overlaps(word.span) for word in foreign):
            span = Span(other.span.start, adjective.span.end)
            yield Flag(
                say("“{adjective}” does not agree with “{other}”.", adjective=adjective.text, other=other.text),
                target_span=span,
            )


def _is_of_compound(adjective: Word, other: Word, words: tuple[Word, ...], pair: Pair, draft: Draft) -> bool:
    """Tells whether an adjective goes with the noun on which the one before it hangs, where that is not in the source:
    la langue des signes internationale for International Sign."""
    known = draft.language_pair
    place = words.index(other)
    if known is None or known.links is None or not pair.source or place < _TWO:
        return False
    head = words[place - _TWO]
    if words[place - 1].lower not in OF or not head.agreement({"N"}) & adjective.agreement({"A"}):
        return False
    named = [word for word in content(pair.target, known.target) if word.span.overlaps(head.span)]
    source = content(pair.source, known.source)
    return bool(named) and not any(known.links.counterparts(word, source, known.target) for word in named)


CHECK = SegmentCheck(
    name="grammar-adjective",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("completeness-omission", "grammar-determiner", "spelling-homophone"),
    summary="An adjective, participle or relative pronoun does not agree with the noun before it.",
    reason=(
        "Reported only where no reading of the adjective fits the noun, nor any noun that this one hangs on (le groupe "
        "des États créé), and of a participle after a comma and of lequel where no noun before in the sentence fits. "
        "Adjectives that share out a plural (les secteurs public et privé) are left alone."
    ),
    examples=(
        Example(target="Le paragraphe 95(2.2) de la même loi, édicté par le paragraphe (19), s’applique."),
        Example(target="Les mesures national ont été prises.", flagged=("mesures national",)),
        Example(target="une coopération plus étroite fondé sur l’échange", flagged=("coopération plus étroite fondé",)),
        Example(target="La convention international est ouverte.", flagged=("convention international",)),
        Example(target="Les États, les entreprises concernée et leurs membres", flagged=("entreprises concernée",)),
        Example(target="Elles sont chacune confiées à un organe désigné et assorties d’un indicateur."),
        Example(target="au sein de l’administration local", flagged=("administration local",)),
        Example(target="les organisations non gouvernemental", flagged=("organisations non gouvernemental",)),
        Example(target="les organisations nationales et régionaux", flagged=("nationales et régionaux",)),
        Example(target="Engins de pêche abandonnés, perdus ou rejetées", flagged=("perdus ou rejetées",)),
        Example(target="Le Groupe de travail commencera par la troisième, sur laquelle les vues divergent."),
        Example(target="Situation actuelle et perspectives du tourisme international"),
        Example(target="Engins de pêche abandonnés, perdus ou rejetés, des mesures fermes, rapides et efficaces"),
        Example(
            source="control of nuclear weapons", target="le contrôle des armes nucléaire", flagged=("armes nucléaire",)
        ),
        Example(source="national action plan", target="un plan d’action national, les systèmes de justice informels"),
        Example(target="Le contrôle des armes nucléaire, grâce à lui", flagged=("armes nucléaire",)),
        Example(
            target="Des zones densément peuplés, l’importance accordé à la paix",
            flagged=("zones densément peuplés", "importance accordé"),
        ),
        Example(target="L’avis sur les achats provincial déterminé, le transport de gens et de bagages effectué"),
        Example(
            target="Les recettes jugées par la Banque suffisantes, les produits contenant un colorant exportés en 2012"
        ),
        Example(source="with International Sign", target="avec une langue des signes internationale"),
        Example(target="un lavage des mains adéquat, les secteurs agricole et de la pêche"),
        Example(target="L’Académie des sciences créée en 1920, la violence à l’égard des femmes existante"),
        Example(target="Ils sont en effet divisés, et elle est dans ce cadre amenée à se réunir."),
        Example(target="La page Web consacrée au Prix, les produits clefs présentés, la méthode XYZ appliquée"),
        Example(target="La paix et la sécurité internationales, sa nature et son ampleur exceptionnelles"),
        Example(target="Ils ont trahi l’opinion publique et trompé le public."),
        Example(
            target="Favoriser des organismes de planification bien structurés, dotées de ressources adéquates.",
            flagged=("structurés, dotées",),
        ),
        Example(
            target="La deuxième phase de l’action menée, axé sur la prévention, commencera.", flagged=("menée, axé",)
        ),
        Example(
            target="La phase de l’action menée, axée sur la prévention, ou, chargé de la suivre, le Comité se réunira."
        ),
        Example(
            target="Les États ont adopté une déclaration spéciale dans lequel ils ont réaffirmé leur position.",
            flagged=("déclaration spéciale dans lequel",),
        ),
        Example(target="Le Groupe commencera son travail par la troisième, sur laquelle les vues divergent."),
        Example(target="Le Comité a adopté une déclaration sur le site dans lequel les essais ont eu lieu."),
        Example(target="des outils de référence et des moyens efficace", flagged=("moyens efficace",)),
        Example(
            target="des obstacles techniques, juridiques et financières, des activités physiques et éducatifs",
            flagged=("juridiques et financières", "physiques et éducatifs"),
        ),
        Example(target="Les plaintes sont contrôlées et traitée.", flagged=("contrôlées et traitée",)),
        Example(target="Il est d’une importance cruciaux que le Comité siège.", flagged=("importance cruciaux",)),
        Example(
            target="la Convention, telle que modifié en 2012, et ceux présentée à la session",
            flagged=("telle que modifié", "ceux présentée"),
        ),
        Example(
            target="les pays les plus touché, la France les a ratifié en 1996",
            flagged=("les plus touché", "les a ratifié"),
        ),
        Example(
            target="une initiative financée par l’Union et destiné à agir, une action internationale étroite renforcé",
            flagged=("financée par l’Union et destiné", "action internationale étroite renforcé"),
        ),
        Example(target="un projet financé par les entités créées en 2012 et destiné à agir"),
        Example(target="C’est la raison pour lequel il siège.", flagged=("raison pour lequel",)),
        Example(
            target="les pays le plus touchés, elle les a fait adopter, ceux présentés, la Convention telle qu’amendée"
        ),
        Example(target="La réunion a eu lieu en octobre, au cours de laquelle il a siégé, à l’égard de laquelle"),
        Example(target="dans l’application et l’entretien entiers du principe, sans aucun doute envisageables"),
        Example(target="Les mesures nationales, la convention internationale, les trafics d’influence actif et passif"),
        Example(target="Les femmes seront logées dans des locaux séparés et placées sous abri, des croix rouge foncé"),
        Example(
            source="a well-designed household survey, if needed",
            target="une enquête auprès des ménages bien conçue, des données si nécessaire, 1.1.2 Taux de change net",
        ),
        Example(
            source="nationally representative household surveys", target="des enquêtes sur les ménages représentatives"
        ),
        Example(target="Les secteurs public et privé, les langues française, anglaise et russe"),
        Example(target="Le rapport du groupe des États créé en 2012"),
        Example(target="Il a encore une fois réclamé un vote, et la plupart venues de loin l’ont suivi."),
        Example(target="Le Président et le Secrétaire réunis à Vienne, l’étrange mais utile rapport"),
        Example(target="les entités à la disposition desquelles elle met des brevets et des droits"),
    ),
    look=look,
)
