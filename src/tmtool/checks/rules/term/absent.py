"""Has a close translation no accepted term for a name of its source, or for a notion that agendas always keep?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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
            source="The Commission will discuss meshes.",
            target="La Commission débattra de la taille des filets.",
            concepts=(Concept("mesh-of-nets", (Term("mesh", "en"), Term("maille", "fr"))),),
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=leaving_phrases(look),
)
