"""Is a verb in the past where the source has will, or in the future where the source has was: will be examined, *a été*
examiné?
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.meaning.times_of_verbs import other_times
from tmtool.checks.evidence.register import hints_where_free
from tmtool.checks.evidence.words.linked import linked
from tmtool.model import Level


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each verb of a pair that says another time than its counterpart."""
    found = linked(pair, draft)
    if found is None:
        return
    for other in other_times(found):
        if draft.is_close or not other.is_slight:
            level = Level.INFO if other.is_slight else None
            yield exchanged(other.here.span, pair.target, other.there.span, pair.source or "", level)


CHECK = SegmentCheck(
    name="meaning-tense",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair="word_links.tsv.xz", one_way=True),
    summary="A verb is in the past where the source has the future, or the reverse.",
    reason=(
        "A mandate that will expire has not expired, and a phase that began does not begin next year: French keeps the "
        "future and the past of the source. Compared are verbs whose words are counterparts, and sentences with one "
        "verb on either side; a verb of that time elsewhere in the sentence, when, once and until make it right. In an "
        "agenda the present for will is reported, too."
    ),
    examples=(
        Example(
            source="The terms of 17 of the 31 members will expire on 30 April 2032.",
            target="Le mandat de 17 des 31 membres est venu à expiration le 30 avril 2032.",
            flagged=("est venu",),
        ),
        Example(
            source="The report will be examined by the Committee.",
            target="Le rapport a été examiné par le Comité.",
            flagged=("a été examiné",),
        ),
        Example(
            source="The microphone will be switched off when that time has elapsed.",
            target="Le microphone sera coupé lorsque ce temps se sera écoulé.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
)
