"""Do the two names of a month, Levantine and Gregorian, name the same one? (docs/checks.md.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a text where the second name of a month does not go with the first."""
    assert draft.target is not None
    for span, wanted in draft.target.unlike_names(pair.target):
        named = span.of(pair.target)
        yield Flag(
            say("“{here}” is not the month that is named before it: {wanted}.", here=named, wanted=wanted),
            target_span=span,
            suggestion=wanted,
        )


CHECK = SegmentCheck(
    name="dates-month",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(feature="double_months.tsv"),
    summary="The two names of a month are those of different months.",
    reason=(
        "Some languages name a month twice, once as the east of the Arab world has it and once as the west. Where one "
        "was changed and the other was not, nobody can say which is meant."
    ),
    examples=(
        Example(target="في 25 حزيران/مايو 2014", target_language="ar", flagged=("مايو",)),
        Example(target="في 25 حزيران/ يونيه 2014", target_language="ar"),
        Example(target="من آذار/مارس إلى أيار/مايو", target_language="ar"),
    ),
    look=look,
)
