"""Has each agenda item the same title wherever it is stated? (docs/un-french.md, facts 58 and 111.)

Compared are the list of items, the headings of the annotations and the table of sittings word for word, and what
repeats a title elsewhere (``evidence/document/repeated_titles.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.repeated_titles import repeated_otherwise
from tmtool.checks.evidence.document.titles import TABLE, Title, as_read, by_item, misnumbered, titles, usual
from tmtool.checks.evidence.document.wording import quoted
from tmtool.model import Level
from tmtool.model.wording import Wording, say
from tmtool.text.tokens import match_rate

_THE_SAME = 50
"""Below this match rate a title under the item's number may be meant as a summary."""
_MOST_SMALL = 2
"""Where more titles than that begin with a small letter, the agenda means it."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the title of an agenda item is worded otherwise in another part of the
    agenda."""
    assert draft.agenda is not None and draft.target is not None
    # A row may have no more than the number of a part of the item and a mark: Point 5.2*.
    stated = [title for title in titles(draft, draft.agenda) if any(map(str.isalpha, title.wording.text))]
    wrong = [title for title, _ in misnumbered(stated, draft.source_agenda)]
    texts = [pair.target for pair in draft.pairs]
    models = {}
    small: list[tuple[Title, Title]] = []
    differing: list[tuple[Title, Title, Flag]] = []
    for same_item in by_item(stated):
        right = [one for one in same_item if one not in wrong]
        model = models[same_item[0].label] = usual(right or same_item, draft.language_pair, texts)
        for title in right:
            flag = _differs(title, model)
            if flag is not None and not draft.agenda.annotations and not draft.has_source:
                flag = replace(
                    flag, level=Level.HINT if flag.level is Level.HINT or _is_part(title, model) else Level.WARNING
                )
            if flag is not None:
                differing.append((title, model, flag))
        small += _begin_small(right)
    yield from _of_exchanges(differing)
    if len(small) <= _MOST_SMALL:
        yield from ((title.pair, _small(title, other)) for title, other in small)
    yield from repeated_otherwise(draft, models, stated)


def _of_exchanges(differing: Sequence[tuple[Title, Title, Flag]]) -> Iterator[tuple[Pair, Flag]]:
    """Yields the flags; those of two items that have each other's title in one place suggest nothing, since either
    place may be the wrong one."""
    wordings = {(title.wording.tokens, model.wording.tokens) for title, model, _ in differing}
    for title, model, flag in differing:
        is_exchanged = (model.wording.tokens, title.wording.tokens) in wordings
        yield title.pair, replace(flag, suggestion=None) if is_exchanged else flag


def _differs(title: Title, model: Title) -> Flag | None:
    spans = title.wording.differs(model.wording)
    if spans is None:
        return None
    here, there = quoted(title.wording, model.wording)
    level = None
    if match_rate(title.wording.text, model.wording.text) < _THE_SAME:
        # What is in a row after a number, or under one in an annotation, may be no title at all.
        level = Level.HINT if title.place == TABLE or not title.source.tokens else Level.WARNING
    of_title, of_model = title.source.tokens, model.source.tokens
    if of_title and of_model and of_title != of_model:
        if level is not None or len(of_title) != len(of_model):
            return None  # The source is something else there, or shorter, too.
        level = Level.INFO
    return Flag(
        _two_wordings(title, here, model, there),
        target_span=title.within(spans[0]),
        suggestion=spans[1].of(model.wording.text),
        level=level,
    )


def _is_part(title: Title, model: Title) -> bool:
    """Tells whether one title has all words of another: a table may say more or less than a list."""
    one, other = ({token.lower() for token in stated.wording.tokens} for stated in (title, model))
    return one <= other or other <= one


def _begin_small(same_item: Sequence[Title]) -> list[tuple[Title, Title]]:
    """Returns the titles of an item that begin with a small letter where most begin with a capital, each with one of
    these; a row that says something else of its item is none: announcements by heads of delegation."""
    large = [title for title in same_item if title.wording.text[:1].isupper()]
    small = [
        title
        for title in same_item
        if title.wording.text[:1].islower()
        and not _begins_small_there(title, large)
        and any(match_rate(title.wording.text, one.wording.text) >= _THE_SAME for one in large)
    ]
    return [(title, large[0]) for title in small] if len(large) > len(small) else []


def _begins_small_there(title: Title, large: Sequence[Title]) -> bool:
    """Tells whether the source has a small letter there, too, and a capital in the other places."""
    first = [next(filter(str.isalpha, one.source.text), "") for one in (title, *large)]
    return first[0].islower() and all(one.isupper() for one in first[1:])


def _small(title: Title, other: Title) -> Flag:
    here, there = (one.wording.spans[0].of(one.wording.text) for one in (title, other))
    return Flag(
        _two_wordings(title, here, other, there), target_span=title.within(title.wording.spans[0]), suggestion=there
    )


def _two_wordings(title: Title, here: str, other: Title, there: str) -> Wording:
    return say(
        "Item {label} has “{here}” in {place}, but “{there}” in {other_place}.",
        label=as_read(title.label),
        here=here,
        place=title.place,
        there=there,
        other_place=other.place,
    )


_LIST = """Ordre du jour provisoire
1. Mesures pratiques pour soutenir la restitution d’avoirs.
2. Questions diverses.
Annotations
"""
_END = """
2. Questions diverses
Aucune question n’est prévue."""

CHECK = DocumentCheck(
    name="document-title",
    level=Level.ERROR,
    its_type="inconsistency",
    requires=Needs(agenda=True, words=Sides.TARGET),
    yields_to=("document-order",),
    summary="The title of an agenda item is worded otherwise in another part of the agenda.",
    reason=(
        "The list of items, the annotations and the organization of work must give each title in the same words: "
        "delegates take another wording for another item. The place that leaves the majority is reported, on a tie "
        "the later one. Where the source differs in the same places it is an info; a quoted title, and a document's, "
        "which may be adapted, are warnings."
    ),
    examples=(
        Example(
            target=_LIST + "1. Mesures pratiques pour appuyer la restitution d’avoirs\nLe Groupe les examinera." + _END,
            flagged=("appuyer",),
        ),
        Example(
            target=_LIST
            + "1. Mesures pratiques pour soutenir la restitution d’avoirs\n"
            + "Le point intitulé « Mesures concrètes pour soutenir la restitution d’avoirs » est nouveau."
            + _END,
            flagged=("concrètes",),
        ),
        Example(
            target=_LIST
            + "1. Mesures pratiques pour soutenir la restitution d’avoirs\n"
            + "Documentation\n"
            + "Note sur les mesures concrètes pour soutenir la restitution des avoirs (CAC/COSP/2027/2)"
            + _END,
            flagged=("concrètes",),
        ),
        Example(
            target=_LIST + "1. Mesures pratiques pour soutenir la restitution d’avoirs\nLe Groupe les examinera." + _END
        ),
        Example(
            source="Agenda\n1. Dates, venue and theme of the next session.\n2. Other matters.\nAnnotations\n"
            "1. Dates, venue and theme of the next session\nIt will decide.\n2. Other matters\nNone.",
            target="Ordre du jour\n1. Dates et lieu de la prochaine session.\n2. Questions diverses.\nAnnotations\n"
            "1. Dates, lieu et thème de la prochaine session\nElle en décidera.\n2. Questions diverses\nAucune.",
            flagged=("et lieu",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
