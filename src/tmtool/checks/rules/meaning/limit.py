"""Does a sentence set another limit than its source: avant l’ouverture for after the opening, tous for some?

A word is compared with a word for the opposite over a whole sentence, and each is excused by whatever else may be the
reason for it, as often as that is there, so that what is left was never right in some ten thousand sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.meaning.exchange_in_place import have_parties_swapped
from tmtool.checks.evidence.meaning.modal_sentences import LIMITS, exchanged_in_sentences
from tmtool.checks.evidence.meaning.said_by_contrary import is_denied_contrary, is_denied_for_only
from tmtool.checks.evidence.meaning.small_words_in_order import ORDINALS, exchanged_in_order
from tmtool.checks.evidence.register import hints_where_free, is_short
from tmtool.model import Level


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags a word of each sentence that sets a limit where the source sets the opposite one."""
    if draft.language_pair is not None and pair.source:
        level = Level.WARNING if is_short(pair, draft) else None
        in_order = exchanged_in_order(pair.source, pair.target, draft.language_pair, ORDINALS) if draft.is_close else ()
        of_sentences = list(exchanged_in_sentences(pair.source, pair.target, draft.language_pair, LIMITS))
        known = [flag.target_span for flag in of_sentences]
        for flag in (*of_sentences, *(one for one in in_order if one.target_span not in known)):
            if not any(excuse(flag, pair, draft) for excuse in _EXCUSES):
                yield replace(flag, level=level or flag.level)


def _have_parties_swapped(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether an opposite says the same since what comes before and after it has changed places; until has only
    one party: dès l'élection d'un président for until a president has been elected."""
    there, known = flag.source_span, draft.language_pair
    assert there is not None and known is not None
    is_until = expression(known, "one party").fullmatch(there.of(pair.source or "")) is not None
    return not is_until and have_parties_swapped(flag, pair, draft)


_EXCUSES = (is_denied_for_only, is_denied_contrary, _have_parties_swapped)
"""Tell whether an exchange says the same in other words."""

CHECK = SegmentCheck(
    name="meaning-limit",
    level=Level.INFO,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair=LIMITS, one_way=True),
    yields_to=(
        "dates-relative",
        "meaning-bound",
        "meaning-direction",
        "meaning-negation",
        "meaning-opposite",
        "meaning-quantifier",
        "completeness-length",
        "language-other-segment",
    ),
    summary="A sentence says before for after, all for some, less for more or the like.",
    reason=(
        "Who tires turns small words round: until and from, all and some, last and next, at least and only. Reported "
        "is one of them where nothing in the sentence of the source could be its reason and nothing in that of the "
        "translation stands for what the source says. It is a warning where the words contradict each other beyond "
        "doubt, until and since, or provided that and unless, and in short texts; else an info."
    ),
    examples=(
        Example(
            source="The valve shall remain closed until the pressure has fallen.",
            target="La vanne reste fermée tant que la pression est tombée.",
            flagged=("tant que",),
        ),
        Example(
            source="Ships may not sail until the fee has been paid.",
            target="Les navires ne peuvent appareiller tant que la redevance n’a pas été acquittée.",
        ),
        Example(
            source="Questions may be put for up to 24 hours after the opening of the meeting.",
            target="Des questions peuvent être posées pendant 24 heures avant l’ouverture de la réunion.",
            flagged=("avant",),
        ),
        Example(
            source="The Chair will be elected at the first meeting of the next session; the last session had none.",
            target="La présidence sera élue à la deuxième séance de la prochaine session ; la dernière n’en avait pas.",
            flagged=("deuxième",),
            is_close=True,
        ),
        Example(
            source="The second meeting follows the first, and the latter will be held before the last day.",
            target="La deuxième séance suit la première, et cette dernière aura lieu avant le dernier jour.",
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
)
