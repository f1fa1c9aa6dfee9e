"""Does a word stand in the place of another that tired translators confuse with it: unions are rare, les syndicats sont
*répandus*?

See docs/un-french.md, section 15: meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.sentences import moved, sentences_or_whole
from tmtool.checks.evidence.completeness.said import said, said_by_source
from tmtool.checks.evidence.meaning.confused import confused
from tmtool.checks.evidence.meaning.exchange_in_place import have_parties_swapped
from tmtool.languages.pairs.confusions import CONFUSIONS
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each word of a sentence that is put wrongly for one of the source."""
    known = draft.language_pair
    if known is None or not pair.source:
        return
    for sentence in sentences_or_whole(pair):
        one = sentence.pair
        there, here = one.source or "", one.target
        surely = _confused(one, known)
        near = _confused(one, known, is_close=True) if draft.is_close else {}
        first = {gained: lost for lost, gained in reversed((near | surely).items())}
        for gained, lost in sorted(first.items()):
            if _is_habit(lost.of(there), gained.of(here), pair, draft):
                continue
            flag = Flag(
                say("“{here}” stands where “{there}” would be rendered.", here=gained.of(here), there=lost.of(there)),
                source_span=moved(lost, sentence.source.start),
                target_span=moved(gained, sentence.target.start),
                level=Level.WARNING if draft.is_close and surely.get(lost) == gained else Level.INFO,
            )
            if not have_parties_swapped(flag, pair, draft):  # sold to the Agency, l'Agence a acheté
                yield flag


def _confused(one: Pair, known: LanguagePair, *, is_close: bool = False) -> dict[Span, Span]:
    """Returns the words of the source that are `confused`, each with what is put for it; what is said otherwise is
    looked for where that asks for it."""
    otherwise = said(one, known), said_by_source(one, known)
    return dict(confused(one.source or "", one.target, known, *otherwise, is_close=is_close))


def _is_habit(there: str, here: str, pair: Pair, draft: Draft) -> bool:
    """Tells whether another place of the document has both words, too, in capitals or not, and is not the same."""
    there, here = there.casefold(), here.casefold()
    others = (one for one in draft.pairs if one is not pair and one.source and one.source != pair.source)
    return any(there in (one.source or "").casefold() and here in one.target.casefold() for one in others)


CHECK = SegmentCheck(
    name="meaning-confusion",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair=CONFUSIONS, one_way=True),
    yields_to=(
        "language-other-segment",
        "meaning-act",
        "meaning-connective",
        "meaning-direction",
        "meaning-opposite",
        "meaning-prefix",
        "names-body",
        "names-official",
        "numbers-value",
        "numbers-word",
        "term-concept",
        "term-contrast",
        "term-deprecated",
        "term-field",
        "term-variant",
    ),
    summary="A word stands in the place of one that is confused with it.",
    reason=(
        "For some nine thousand English words all that a good translator may put for them was written down, and what a "
        "tired one puts wrongly: opposites, words of the same field, look-alikes. A word of the one list, to which "
        "nothing in the source answers, where a word of the source has nothing of the other, is hardly ever right: "
        "répandus for rare. In an agenda it is a warning; in 4,000 rows as published there are nine such places, some "
        "of them slips: an info. So is in an agenda any word of the same field: réfugiés for survivors."
    ),
    examples=(
        Example(
            source="Working hours are long, unions rare and wages often paid by the piece.",
            target="Les horaires sont longs, les syndicats répandus et les salaires souvent versés à la pièce.",
            flagged=("répandus",),
        ),
        Example(
            source="Working hours are long, unions rare and wages often paid by the piece.",
            target="Les horaires sont longs, les syndicats rares et les salaires souvent versés à la pièce.",
        ),
        Example(
            source="The Committee will decide whether to suspend the distribution of food in two districts.",
            target="Le Comité décidera s’il convient d’augmenter la distribution de vivres dans deux districts.",
            flagged=("augmenter",),
        ),
        Example(
            source="The Committee will decide whether to suspend the distribution of food in two districts.",
            target="Le Comité décidera s’il convient de suspendre la distribution de vivres dans deux districts.",
        ),
        Example(
            source="The Fund will report on the number of survivors and on the care that they receive.",
            target="Le Fonds rendra compte du nombre de réfugiés et des soins qu’ils reçoivent.",
            flagged=("réfugiés",),
            is_close=True,
        ),
        Example(
            source="The Fund will report on the number of survivors and on the care that they receive.",
            target="Le Fonds rendra compte du nombre de rescapés et des soins qu’ils reçoivent.",
            is_close=True,
        ),
        Example(
            source="The meetings of the Bureau are closed to observers.",
            target="Les réunions du Bureau ne sont pas ouvertes aux observateurs.",
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
