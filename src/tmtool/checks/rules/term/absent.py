"""Has a close translation no accepted term for a name of its source, or for a notion that agendas always keep?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.put_otherwise import leaving_phrases
from tmtool.checks.evidence.term.absent import KEPT, absent
from tmtool.checks.evidence.term.advice import best_term, counsel
from tmtool.checks.evidence.term.said_otherwise import place_of
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, unanswered_odds
from tmtool.model import Concept, Level, Term
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each concept of a pair of a close translation that should have a term there and has none."""
    for mention in absent(pair, draft) if draft.is_close else ():
        if best_term(mention.concept, draft) is not None:
            yield Flag(
                say("Nothing here is an accepted term for {counsel}", counsel=counsel(mention, pair, draft)),
                target_span=place_of(mention, pair, draft),
                source_span=mention.span,
                level=None if mention.term.is_name else Level.INFO,
            )


_AUTHORITY = Concept(
    "authority",
    (
        Term("International Seabed Authority", "en", part_of_speech="proper"),
        Term("Autorité internationale des fonds marins", "fr", part_of_speech="proper"),
        Term("AIFM", "fr", part_of_speech="proper"),
    ),
)
_AGREEMENT = Concept(
    "agreement",
    (
        Term("International Tropical Timber Agreement", "en", part_of_speech="proper"),
        Term("Accord international sur les bois tropicaux", "fr", part_of_speech="proper"),
    ),
)
_BUREAU = Concept(
    "bureau",
    (
        Term("Air Transport Bureau", "en", part_of_speech="proper"),
        Term("Direction du transport aérien", "fr", part_of_speech="proper"),
    ),
)
_PRESIDENT = Concept(
    "president",
    (
        Term("President of the Conference on Disarmament", "en", part_of_speech="proper"),
        Term("Président de la Conférence du désarmement", "fr", part_of_speech="proper"),
    ),
)
_NOTE = Concept(
    "note-by-the-secretariat",
    (
        Term("note by the Secretariat", "en", part_of_speech="noun"),
        Term("note du Secrétariat", "fr", part_of_speech="noun"),
    ),
)
_CONCEPT_NOTE = Concept("concept-note", (Term("concept note", "en"), Term("note de cadrage", "fr")))
_LIMITATION = Concept("limitation-period", (Term("limitation period", "en"), Term("délai de prescription", "fr")))
_LABELLING = Concept(
    "labelling-convention",
    (
        Term("Labelling Convention", "en", part_of_speech="proper"),
        Term("Convention No. 12", "en", part_of_speech="proper"),
        Term("Convention sur l’étiquetage", "fr", part_of_speech="proper"),
    ),
)
_IMPORTER = Concept(
    "net-fuel-importing-country",
    (
        Term("net fuel-importing country", "en"),
        Term("pays importateur net de produits pétroliers", "fr"),
    ),
)
_ZINC_CONVENTION = Concept(
    "zinc-convention",
    (
        Term("Zinc Convention on Wastes", "en", part_of_speech="proper"),
        Term("Convention sur les déchets de zinc", "fr", part_of_speech="proper"),
    ),
)
_ZINC_GROUP = Concept(
    "zinc-group",
    (
        Term("Open-ended Group of the Zinc Convention", "en", part_of_speech="proper"),
        Term("Groupe ouvert de la Convention sur les déchets de zinc", "fr", part_of_speech="proper"),
    ),
)
_ZINC_COMMISSION = Concept(
    "zinc-commission",
    (
        Term("Commission on Zinc Theft Prevention and Metal Justice", "en", part_of_speech="proper"),
        Term("Commission pour la prévention du vol de zinc et la justice métallique", "fr", part_of_speech="proper"),
    ),
)
_RULES = Concept("rules", (Term("rules of procedure", "en"), Term("règlement intérieur", "fr")))
_QUORUM = Concept("quorum", (Term("quorum", "en"), Term("quorum", "fr")))
_MESH = Concept("mesh-of-nets", (Term("mesh size", "en"), Term("maillage", "fr")))

_HARBOUR_POLICY = Concept(
    "harbour-policy", (Term("harbour policy", "en", part_of_speech="noun"), Term("politique portuaire", "fr"))
)
_CREDENTIALS = Concept(
    "credentials", (Term("credentials", "en", part_of_speech="noun"), Term("pouvoirs", "fr", number="pl"))
)
_ORCHARDS = Concept("orchard-group", (Term("orchard group", "en"), Term("groupe des vergers", "fr")))

CHECK = SegmentCheck(
    name="term-absent",
    level=Level.WARNING,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH, pair=KEPT, one_way=True),
    yields_to=(
        "dates",
        "document",
        "grammar",
        "language",
        "meaning",
        "names",
        "numbers",
        "references",
        "spelling",
        "term",
        "typography",
        "units",
    ),
    summary="A close translation has no accepted term for a name or a notion of its source.",
    reason=(
        "Who does not look a term up puts one that reads well: l’Administration internationale du plancher marin. "
        "In an agenda a name that the source gives in full has one of its names in the translation, and so mostly has "
        "a notion for which right agendas never lacked a term; of single words, and of what is often put otherwise "
        "(meetings of the session, les séances), one that they had often. It is "
        "reported where there is none, for a name as a warning, else as an info: not where all its words are there "
        "with others between them (l’Accord international de 2006 sur les bois tropicaux), where the document has the "
        "name in full and here in short, for names of States, or for a notion of which right agendas at times have no "
        "term. Where another check speaks of the same words, it alone does."
    ),
    examples=(
        Example(
            source="The debate opens after the adoption of the seating plan.",
            target="Le débat s’ouvre sitôt le plan de salle adopté.",
            concepts=(
                Concept(
                    "seating", (Term("adoption of the seating plan", "en"), Term("adoption du plan de salle", "fr"))
                ),
            ),
            is_close=True,
        ),
        Example(
            source="Boat and harbour policy. A badge is a stamped credential.",
            target="Politiques relatives aux bateaux et aux ports. Un insigne est un justificatif timbré.",
            concepts=(_HARBOUR_POLICY, _CREDENTIALS),
            is_close=True,
        ),
        Example(
            source="The harbour policy is new.",
            target="La règle des quais est nouvelle.",
            flagged=("",),
            concepts=(_HARBOUR_POLICY,),
            is_close=True,
        ),
        Example(
            source="The credentials have been examined by the harbour master.",
            target="Les papiers ont été examinés par le capitaine du port.",
            flagged=("",),
            concepts=(_CREDENTIALS,),
            is_close=True,
        ),
        Example(
            source="The orchard group will then elect its officers.",
            target="Il sera ensuite procédé à l’élection du bureau.",
            concepts=(_ORCHARDS,),
            is_close=True,
        ),
        Example(
            source="The orchard group will then elect its officers.",
            target="Le comité des jardins élira ensuite son bureau.",
            flagged=("",),
            concepts=(_ORCHARDS,),
            is_close=True,
        ),
        Example(
            source="Questions may be put to the International Seabed Authority.",
            target="Des questions pourront être posées à l’Administration internationale du plancher marin.",
            flagged=("internationale du plancher marin",),
            concepts=(_AUTHORITY,),
            is_close=True,
        ),
        Example(
            source="Questions may be put to the International Seabed Authority.",
            target="Des questions pourront être posées à l’Autorité internationale des fonds marins.",
            concepts=(_AUTHORITY,),
            is_close=True,
        ),
        Example(
            source="The Commission on Zinc Theft Prevention and Metal Justice met.",
            target="La Commission pour la prévention du vol de zinc et la justice s’est réunie.",
            flagged=("Commission pour la prévention du vol de zinc et la justice",),
            concepts=(_ZINC_COMMISSION,),
            is_close=True,
        ),
        Example(
            source="Concept note for the fair",
            target="Note de synthèse pour la foire",
            flagged=("",),
            concepts=(_CONCEPT_NOTE,),
            is_close=True,
        ),
        Example(
            source="Concept note for the fair",
            target="Note de réflexion pour la foire",
            concepts=(_CONCEPT_NOTE,),
            is_close=True,
        ),
        Example(
            source="The limitation period is extended from three to five years.",
            target="Le délai d’exécution est porté de trois à cinq ans.",
            flagged=("",),
            concepts=(_LIMITATION,),
            is_close=True,
        ),
        Example(
            source="Note by the Secretariat",
            target="Note du Secrétaire général",
            flagged=("",),
            concepts=(_NOTE,),
            is_close=True,
        ),
        Example(
            source="Help for a net fuel-importing country",
            target="Aide à un pays importateur de produits pétroliers",
            flagged=("pays importateur de produits pétroliers",),
            concepts=(_IMPORTER,),
            is_close=True,
        ),
        Example(
            source="Help for a net fuel-importing country",
            target="Aide à un pays importateur net de produits pétroliers",
            concepts=(_IMPORTER,),
            is_close=True,
        ),
        Example(
            source="The quorum is assessed every year.",
            target="Celui-ci est évalué chaque année.",
            concepts=(_QUORUM,),
            is_close=True,
        ),
        Example(
            source="The quorum is 20 members.",
            target="La majorité est de 20 membres.",
            flagged=("",),
            concepts=(_QUORUM,),
            is_close=True,
        ),
        Example(
            source="The Commission will discuss mesh size.",
            target="La Commission débattra de la taille des filets.",
            flagged=("",),
            concepts=(_MESH,),
            is_close=True,
        ),
        Example(
            source="The Commission will discuss meshes.",
            target="La Commission débattra de la taille des filets.",
            concepts=(Concept("mesh-of-nets", (Term("mesh", "en"), Term("maille", "fr"))),),
            is_close=True,
        ),
        Example(
            source="8. Extension of the International Tropical Timber Agreement, 2006",
            target="8. Prorogation de l’Accord international de 2006 sur les bois tropicaux",
            concepts=(_AGREEMENT,),
            is_close=True,
        ),
        Example(
            source="Ms. Diallo, Director of the Air Transport Bureau, will open the meeting.",
            target="Mme Diallo, Directrice du transport aérien, ouvrira la réunion.",
            concepts=(_BUREAU,),
            is_close=True,
        ),
        Example(
            source="The President of the Conference on Disarmament has been invited.",
            target="La présidence de la Conférence du désarmement a été invitée.",
            concepts=(_PRESIDENT,),
            is_close=True,
        ),
        Example(
            source="The Open-ended Group of the Zinc Convention on Wastes will meet.",
            target="Le Groupe permanent de la Convention sur les déchets de zinc se réunira.",
            flagged=("Groupe permanent de la Convention sur les déchets de zinc",),
            concepts=(_ZINC_CONVENTION, _ZINC_GROUP),
            is_close=True,
        ),
        Example(
            source="The Open-ended Group of the Zinc Convention on Wastes will meet.",
            target="Le Groupe ouvert de la Convention sur les déchets de zinc se réunira.",
            concepts=(_ZINC_CONVENTION, _ZINC_GROUP),
            is_close=True,
        ),
        Example(
            source="In the Rules of Procedure a quorum is fixed.",
            target="Le règlement de procédure fixe un quorum.",
            flagged=("",),
            concepts=(_RULES,),
            is_close=True,
        ),
        Example(
            source="In the Rules of Procedure a quorum is fixed.",
            target="Le Règlement intérieur fixe un quorum.",
            concepts=(_RULES,),
            is_close=True,
        ),
        Example(
            source="The complaint concerns Convention No. 12.",
            target="La plainte porte sur la convention nº 12.",
            concepts=(_LABELLING,),
            is_close=True,
        ),
        Example(
            source="The complaint concerns Convention No. 12.",
            target="La plainte porte sur la convention relative aux étiquettes.",
            flagged=("",),
            concepts=(_LABELLING,),
            is_close=True,
        ),
        Example(
            source="The report notes the Secretariat.",
            target="Le rapport mentionne le Secrétaire général.",
            concepts=(_NOTE,),
            is_close=True,
        ),
        Example(
            source="Questions may be put to the International Seabed Authority.",
            target="Des questions pourront être posées à l’Administration internationale du plancher marin.",
            concepts=(_AUTHORITY,),
        ),
    ),
    look=leaving_phrases(look),
)
