"""Has each agenda item the same title wherever it is stated? (docs/un-french.md, facts 58 and 111.)

Compared are the list of items, the headings of the annotations and the table of sittings word for word, titles in
quotation marks that are nearly an item's, and documents listed under an item that nearly repeat its title:
of those only words of content, since the sentence around may change the small ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from difflib import SequenceMatcher

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.titles import TABLE, Title, as_read, by_item, misnumbered, titles, usual
from tmtool.checks.evidence.document.wording import quoted, wording
from tmtool.languages.language import Language
from tmtool.model import Level, Span
from tmtool.model.wording import Wording, say
from tmtool.text.tokens import match_rate

_NEARLY = 70
"""From this match rate on a quoted title is meant to be the item's."""
_THE_SAME = 50
"""Below this match rate a title under the item's number may be meant as a summary."""
_MOST_SMALL = 2
"""Where more titles than that begin with a small letter, the agenda means it."""
_REPEATED = 0.8
"""The share of a title's words of content from which on a document's title is meant to repeat it."""
_EXCHANGED = 2
"""Words of a title that have changed places."""
_LEAST_WORDS = 3
"""Words of a title from which on the same words elsewhere are it."""
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|<<\s*(.+?)\s*>>|“([^”]+)”|\"([^\"]+)\"")


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
    headings = {title.pair.number for title in stated}
    yield from _with_other_capitals(draft.pairs, list(models.values()), headings)
    for pair in draft.pairs:
        if pair.number not in headings:
            yield from ((pair, flag) for flag in _in_quotation_marks(pair, list(models.values())))
    for entry in draft.agenda.documentation:
        listed = draft.pair(entry.segment)
        if listed is not None and entry.item in models:
            yield from ((listed, flag) for flag in _in_a_document(listed, models[entry.item], draft.target))
            yield from ((listed, flag) for flag in _in_another_order(listed, models[entry.item], draft.target))


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
        and any(match_rate(title.wording.text, one.wording.text) >= _THE_SAME for one in large)
    ]
    return [(title, large[0]) for title in small] if len(large) > len(small) else []


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


def _with_other_capitals(
    pairs: Sequence[Pair], models: Sequence[Title], headings: Set[int]
) -> Iterator[tuple[Pair, Flag]]:
    """Yields the words that have a capital in a title and none where a row or a sentence repeats it, or the reverse:
    the capital is the slip. A title in capitals throughout is none, and the first letter depends on the place."""
    for model in models:
        title = model.wording.text
        if len(title.split()) < _LEAST_WORDS or title.isupper():
            continue
        same = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE)
        for pair in pairs:
            found = same.search(pair.target) if pair.number not in headings else None
            if found is None or found[0].isupper() or found[0][1:] == title[1:]:
                continue
            at = next(at for at in range(1, len(title)) if found[0][at] != title[at])
            word = re.match(r"\w*", title[at:])
            assert word is not None
            span = Span(at, at + word.end())
            if title[at].isupper():
                flag = Flag(
                    say("“{here}” here, but “{there}” elsewhere.", here=span.of(title), there=span.of(found[0])),
                    target_span=model.within(span),
                    level=Level.WARNING,
                )
                yield model.pair, flag
            else:
                flag = Flag(
                    say(
                        "“{here}” here, but “{there}” in the title of item {label}.",
                        here=span.of(found[0]),
                        there=span.of(title),
                        label=as_read(model.label),
                    ),
                    target_span=Span(found.start() + span.start, found.start() + span.end),
                    level=Level.WARNING,
                )
                yield pair, flag
            break


def _in_quotation_marks(pair: Pair, models: list[Title]) -> Iterator[Flag]:
    for found in _QUOTED.finditer(pair.target):
        group = found.lastindex or 1
        title = wording(found[group])
        model = max(models, key=lambda one: match_rate(found[group], one.wording.text), default=None)
        if model is None or match_rate(found[group], model.wording.text) < _NEARLY:
            continue
        spans = title.differs(model.wording)
        if spans is not None:
            here, there = quoted(title, model.wording)
            start = found.start(group)
            yield Flag(
                say(
                    "“{here}” is quoted here, but item {label} has “{there}”.",
                    here=here,
                    label=as_read(model.label),
                    there=there,
                ),
                target_span=Span(start + spans[0].start, start + spans[0].end),
                level=Level.WARNING,
            )


def _in_a_document(pair: Pair, model: Title, language: Language) -> Iterator[Flag]:
    of_target, of_source = _content(pair.target, language), _content(model.wording.text, language)
    words, wanted = [word for word, _ in of_target], [word for word, _ in of_source]
    matcher = SequenceMatcher(None, words, wanted, autojunk=False)
    if not wanted or sum(block.size for block in matcher.get_matching_blocks()) < _REPEATED * len(wanted):
        return
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "replace" and first and last < len(wanted) and end - start == last - first:
            span = Span(of_target[start][1].start, of_target[end - 1][1].end)
            there = model.wording.text[of_source[first][1].start : of_source[last - 1][1].end]
            yield _in_the_title(span, pair, there, model)


def _in_another_order(pair: Pair, model: Title, language: Language) -> Iterator[Flag]:
    """Flags the title of a document that has all words of the item's, two of them in each other's place, where the
    source has the item's title as it is."""
    source = model.source.text.lower()
    if not source or source not in (pair.source or "").lower():
        return
    of_target, of_model = _content(pair.target, language), _content(model.wording.text, language)
    wanted = [word for word, _ in of_model]
    for at in range(len(of_target) - len(wanted) + 1):
        words = [word for word, _ in of_target[at : at + len(wanted)]]
        unlike = [place for place, word in enumerate(words) if word != wanted[place]]
        if len(unlike) == _EXCHANGED and sorted(words) == sorted(wanted):
            first, last = unlike
            span = Span(of_target[at + first][1].start, of_target[at + last][1].end)
            there = model.wording.text[of_model[first][1].start : of_model[last][1].end]
            yield _in_the_title(span, pair, there, model)


def _in_the_title(span: Span, pair: Pair, there: str, model: Title) -> Flag:
    """Returns the flag of words of a document's title that the item's has otherwise."""
    message = say(
        "“{here}” here, but “{there}” in the title of item {label}.",
        here=span.of(pair.target),
        there=there,
        label=as_read(model.label),
    )
    return Flag(message, target_span=span, level=Level.WARNING)


def _content(text: str, language: Language) -> list[tuple[str, Span]]:
    """Returns the words of content of a text, folded, with their places."""
    folded = ((language.fold_case(span.of(text)), span) for span in language.words(text))
    return [(word, span) for word, span in folded if language.fold(word) not in language.function_words]


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
        Example(
            target=_LIST + "Lundi : Mesures pratiques pour soutenir la Restitution d’avoirs ; clôture" + _END,
            flagged=("Restitution",),
        ),
        Example(target=_LIST + "Lundi : MESURES PRATIQUES POUR SOUTENIR LA RESTITUTION D’AVOIRS ; clôture" + _END),
        Example(target="Ordre du jour\nCe document n’en est pas un."),
    ),
    look=look,
)
