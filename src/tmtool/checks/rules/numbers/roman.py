"""Is a Roman numeral another one than in the source: Habitat II for Habitat III? (docs/un-french.md, fact 29.)

Numerals of references (annexe II) are compared by references-number, centuries by numbers-ordinal; what is left is
copied, so that one lost and one gained is an exchange.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.roman import PATTERN
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LETTER = r"0-9A-Za-z_\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"
"""Letters of the Latin alphabet, and figures: those of other scripts may touch a numeral."""
_NUMERAL = re.compile(
    rf"(?<![{_LETTER}./-])[IVX]{{2,6}}(?![{_LETTER}/]|\.(?!\s*$))|(?<![{_LETTER}./])[IVX]{{1,6}}-(?P<end>[IVX]{{2,6}})(?![{_LETTER}])"
    rf"|(?<![{_LETTER}./])[IVX]{{2,6}}(?=\.[A-Z]\.)"
    rf"|(?<=[a-zà-ÿ] )[VX](?![{_LETTER}./'’-]| \w+\.)|(?<=[a-z]{{3}} )I(?= \w{{1,4}} [IVX]+\b|[,;)]|$)"
    rf"|(?<=\b[A-Z][a-zà-ÿ]{{3}})[a-zà-ÿ]+ (?P<one>I)(?![{_LETTER}./'’-])"
)


_MAY_BE = re.compile(r"[IVX](?![a-z])")
"""What every numeral has and few texts have: a search for it takes a tenth of the time."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a Roman numeral differs from the source."""
    of_target, of_source = _numerals(pair.target), _numerals(pair.source or "")
    lost = Counter(value for value, _ in of_source) - Counter(value for value, _ in of_target)
    gained = Counter(value for value, _ in of_target) - Counter(value for value, _ in of_source)
    if lost.total() == gained.total() == 1:
        [there], [here] = lost, gained
        yield Flag(
            say("“{here}” here, “{there}” in the source.", here=here, there=there),
            target_span=dict(of_target)[here],
            source_span=dict(of_source)[there],
            suggestion=there,
        )


def _numerals(text: str) -> list[tuple[str, Span]]:
    """Returns the Roman numerals of a text with their places."""
    if _MAY_BE.search(text) is None:
        return []
    found = []
    for match in _NUMERAL.finditer(text):
        group = "end" if match["end"] else "one" if match["one"] else 0
        if re.fullmatch(PATTERN, match[group]):
            found.append((match[group], Span(*match.span(group))))
    return found


CHECK = SegmentCheck(
    name="numbers-roman",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True),
    yields_to=("references-number", "numbers-ordinal", "markup-label", "completeness-omission", "completeness-length"),
    summary="A Roman numeral differs from the source.",
    reason=(
        "Conferences, parts of a table and rulers are known by Roman numerals, which both languages write alike. "
        "Reported is one lost and one gained; numerals of annexes and chapters are left to references-number."
    ),
    examples=(
        Example(
            source="Category I material, Category II material or Category III material.",
            target="Matières de catégorie I, matières de catégorie II ou matières de catégorie III.",
        ),
        Example(source="The Habitat III conference", target="La conférence Habitat II", flagged=("II",)),
        Example(source="Total (I-III)", target="Total (I-II)", flagged=("II",)),
        Example(source="The Habitat III conference", target="La conférence Habitat III"),
        Example(
            source="Committee I will meet on Monday, Committee II on Tuesday.",
            target="La Commission II se réunira lundi, la Commission II mardi.",
            flagged=("II",),
        ),
        Example(source="The Chair: I give the floor to Committee II.", target="La parole est à la Commission II."),
        Example(source="Item IV", target="Le quatrième point"),
        Example(source="UNITAID IX and XI", target="UNITAID"),
    ),
    look=look,
)
