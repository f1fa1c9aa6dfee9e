"""Has an office that one person holds the name of a man in one place and that of a woman in all others?

French says whether it is a woman who holds an office. An English document names the office alone, so the slip is made
where nobody is named: Note du Directeur exécutif, where La Directrice exécutive opens the session.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages import language_of
from tmtool.languages.alternatives import plain
from tmtool.languages.pairs.concepts import LONGEST
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "offices.tsv"
_TWO = 2
"""So many places show how a document names who holds an office."""
_Office = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
_Place = tuple[Pair, Span]


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the one place of a document where an office is that of a man and in all others that of a woman, or the
    reverse."""
    if draft.language_pair is None:
        return
    field = language_of(draft.source_language).pattern("office-of")
    places: defaultdict[tuple[int, str], tuple[list[_Place], list[_Place]]] = defaultdict(lambda: ([], []))
    for pair in draft.pairs:
        source, target = pair.source or "", plain(pair.target.lower())
        if len(source) > LONGEST:
            continue
        for at, (name, *names) in enumerate(_offices(draft.language_pair)):
            mentions = list(name.finditer(source))
            if len(mentions) != 1:
                continue
            found = [list(one.finditer(target)) for one in names]
            # Where both are named the text means whoever holds the office.
            gender = [index for index, some in enumerate(found) if some]
            if len(gender) == 1 and len(found[gender[0]]) == 1:
                whose = field.match(source, mentions[0].end())
                span = Span(*found[gender[0]][0].span())
                places[at, whose[0] if whose else ""][gender[0]].append((pair, span))
    for of_man, of_woman in places.values():
        for odd, usual in ((of_man, of_woman), (of_woman, of_man)):
            # Of one place each, that of a man is the slip: it is what is written without thinking.
            if len(odd) == 1 and (len(usual) >= _TWO or (usual and odd is of_man)):
                (pair, here), (other, there) = odd[0], usual[0]
                message = say(
                    "“{here}” here, but “{there}” elsewhere for the same office.",
                    here=here.of(pair.target),
                    there=there.of(other.target),
                )
                yield pair, Flag(message, target_span=here, level=None if len(usual) >= _TWO else Level.INFO)


@cache
def _offices(known: LanguagePair) -> tuple[_Office, ...]:
    """Returns the patterns of each office in the source, and of a man and of a woman who holds it here."""
    whole = r"(?<![\w-])(?:%s)(?![\w-])"
    return tuple(
        (re.compile(whole % name), re.compile(whole % of_man), re.compile(whole % of_woman))
        for name, of_man, of_woman in known.rows(_TABLE)
    )


CHECK = DocumentCheck(
    name="document-office",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True, document=True, pair=_TABLE, one_way=True),
    yields_to=("document-same-source", "document-title", "document-name", "document-term"),
    summary="An office is that of a man in one place and that of a woman in all others, or the reverse.",
    reason=(
        "The source names the office alone, and the translation says whether it is a woman who holds it. One place "
        "that says otherwise than two or more others is a slip, unless it is the office of another organization or "
        "names both, a man and a woman; where there is one place of each, that of the man is noted."
    ),
    examples=(
        Example(
            source="Opening by the Executive Director\nNote by the Executive Director\nThe Executive Director spoke.",
            target="Ouverture par la Directrice exécutive\nNote du Directeur exécutif\nLa Directrice exécutive parle.",
            flagged=("Directeur exécutif",),
        ),
        Example(
            source="The Registrar spoke.\nThe Registrar of the Tribunal spoke.\nReport of the Registrar",
            target="Le Greffier a parlé.\nLa Greffière du Tribunal a parlé.\nRapport du Greffier",
        ),
    ),
    look=look,
)
