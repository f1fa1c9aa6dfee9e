"""Has an office that one person holds the name of a man in one place and that of a woman in all others?

French says whether it is a woman who holds an office. An English document names the office alone, so the slip is made
where nobody is named: Note du Directeur exécutif, where La Directrice exécutive opens the session. Where the document
names the person (Chair: Ms. X), that tells which of two is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.genders import are_parted, genders, genders_beside
from tmtool.languages import language_of
from tmtool.languages.alternatives import plain
from tmtool.languages.pairs.concepts import LONGEST
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "offices.tsv"
_TWO = 2
"""So many places show how a document names who holds an office."""
_GENDERS = ("m", "f")
_NEAR = 3
"""A text may speak of the chair of another body for so many segments without naming it again."""
_IN_SHORT = re.compile(r" \(([A-Z][\w-]+)\)")
_THE = " the "


@dataclass(frozen=True, slots=True)
class _Office:
    """An `_Office` holds the patterns of an office in the source, of a man and of a woman who holds it here, and of
    what in the source says that nobody holds it yet, for those that each body has and a list of officers may name."""

    name: re.Pattern[str]
    of_persons: tuple[re.Pattern[str], re.Pattern[str]]
    vacant: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is where an office is named: the translation's words for it, the gender of these, and the genders of
    the persons that the source names there."""

    pair: Pair
    span: Span
    gender: str
    named: frozenset[str]


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the one place of a document where an office is that of a man and in all others that of a woman, or the
    reverse, and those that are not of the person named."""
    if draft.language_pair is None:
        return
    places = _places(draft, draft.language_pair)
    for (office, whose), stated in places.items():
        named = frozenset[str]().union(*(one.named for one in stated))
        if len(named) > 1:
            continue  # Several hold it, such as the chairs of two panels.
        others = [
            one
            for (other, of_other), elsewhere in places.items()
            if other == office and of_other != whose
            for one in elsewhere
        ]
        for gender in _GENDERS:
            odd = [one for one in stated if one.gender == gender]
            usual = [one for one in stated if one.gender != gender]
            of_named = named.isdisjoint((gender,)) and bool(named)
            if len(odd) == 1 and all(are_parted(draft.pairs, odd[0].pair.number, one.pair.number) for one in usual):
                continue
            # Of one place each, that of a man is the slip: it is what is written without thinking.
            if (
                len(odd) == 1
                and not odd[0].named
                and (len(usual) >= _TWO or of_named or (usual and not named and gender == _GENDERS[0]))
                and not _is_of_another(odd[0], others)
            ):
                yield odd[0].pair, _flag(odd[0], usual[0], is_sure=len(usual) >= _TWO)


def _flag(odd: _Place, usual: _Place, *, is_sure: bool) -> Flag:
    message = say(
        "“{here}” here, but “{there}” elsewhere for the same office.",
        here=odd.span.of(odd.pair.target),
        there=usual.span.of(usual.pair.target),
    )
    return Flag(message, target_span=odd.span, level=None if is_sure else Level.INFO)


def _is_of_another(place: _Place, others: Sequence[_Place]) -> bool:
    """Tells whether a text has just spoken of who holds that office elsewhere: the Chair of the subcommittee, then the
    Chair."""
    return any(one.gender == place.gender and 0 <= place.pair.number - one.pair.number <= _NEAR for one in others)


def _places(draft: Draft, known: LanguagePair) -> dict[tuple[int, str], list[_Place]]:
    """Returns the places of each office, by its row in the table and by whose it is."""
    there = language_of(draft.source_language)
    field, which, of_which = (there.pattern(name) for name in ("office-of", "office-kind", "office-about"))
    places: defaultdict[tuple[int, str], list[_Place]] = defaultdict(list)
    for number, pair in enumerate(draft.pairs):
        source, target = pair.source or "", plain(pair.target.lower())
        if len(source) > LONGEST:
            continue
        for at, office in enumerate(_offices(known)):
            mentions = list(office.name.finditer(source))
            if len(mentions) != 1 or (office.vacant is not None and office.vacant.search(source)):
                continue
            found = [list(one.finditer(target)) for one in office.of_persons]
            # Where both are named the text means whoever holds the office.
            gender = [index for index, some in enumerate(found) if some]
            if len(gender) == 1 and len(found[gender[0]]) == 1:
                whose = field.match(source, mentions[0].end())
                span = Span(*found[gender[0]][0].span())
                is_cell = mentions[0].span() == (0, len(source.strip()))
                persons = (
                    genders_beside(draft.pairs, number, draft.source_language)
                    if is_cell
                    else genders(source, draft.source_language)
                )
                place = _Place(pair, span, _GENDERS[gender[0]], persons if office.vacant is not None else frozenset())
                kind, about = (one.search(source, 0, mentions[0].start()) for one in (which, of_which))
                owner = _in_short(whose[0], source, whose.end()) if whose else (about["whose"] if about else "")
                places[at, owner + (kind[0] if kind else "")].append(place)
    return places


def _in_short(whose: str, source: str, end: int) -> str:
    """Returns whose an office is by the abbreviation after its name: of the World Health Organization (WHO), of WHO."""
    short = _IN_SHORT.match(source, end)
    return f" of {short[1]}" if short else whose.replace(_THE, " ")


@cache
def _offices(known: LanguagePair) -> tuple[_Office, ...]:
    """Returns the patterns of each office."""
    whole = r"(?<![\w-])(?:%s)(?![\w·-]|\(\w+\))"  # président(e) is of either

    def of_row(name: str, of_man: str, of_woman: str, vacant: str = "") -> _Office:
        of_persons = re.compile(whole % of_man), re.compile(whole % of_woman)
        return _Office(re.compile(whole % name), of_persons, re.compile(vacant) if vacant else None)

    return tuple(of_row(*row) for row in known.rows(_TABLE))


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
        "names both, a man and a woman; where there is one place of each, that of the man is noted, and one that "
        "is not of the person named."
    ),
    examples=(
        Example(
            source="The Coordinator on seeds spoke.\nThe Coordinator on seeds left.\nThe Coordinator on ports left.",
            target="La Coordonnatrice pour les semences a parlé.\nLa Coordonnatrice pour les semences est partie.\n"
            "Le Coordonnateur pour les ports est parti.",
        ),
        Example(
            source="The Coordinator will speak.\nThe Coordinator left.\nThe regional coordinator will answer.",
            target="La Coordonnatrice parlera.\nLa Coordonnatrice est partie.\nLe coordonnateur régional répondra.",
        ),
        Example(
            source="Opening by the Executive Director\nNote by the Executive Director\nThe Executive Director spoke.",
            target="Ouverture par la Directrice exécutive\nNote du Directeur exécutif\nLa Directrice exécutive parle.",
            flagged=("Directeur exécutif",),
        ),
        Example(
            source="There is one Chair.\nThe Chair opens the session.\nStatement by the Chair",
            target="Il y a un(e) président(e).\nLa Présidente ouvre la session.\nDéclaration de la Présidente",
        ),
        Example(
            source="The Registrar spoke.\nThe Registrar of the Tribunal spoke.\nReport of the Registrar",
            target="Le Greffier a parlé.\nLa Greffière du Tribunal a parlé.\nRapport du Greffier",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
