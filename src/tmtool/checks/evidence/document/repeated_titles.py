"""Where does a text repeat the title of an agenda item otherwise, outside the places that state it?

In quotation marks, where it is nearly the item's; in the title of a document listed under the item, of which only words
of content are compared, since the sentence around may change the small ones; anywhere in other capitals; and, where the
source has the very title, with one word replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.titles import Title, as_read
from tmtool.checks.evidence.document.wording import quoted, wording
from tmtool.languages.language import Language
from tmtool.model import Level, Span
from tmtool.model.wording import say
from tmtool.text.tokens import match_rate

_NEARLY = 70
"""From this match rate on a quoted title is meant to be the item's."""
_REPEATED = 0.8
"""The share of a title's words of content from which on a document's title is meant to repeat it."""
_EXCHANGED = 2
"""Words of a title that have changed places."""
_LEAST_WORDS = 3
"""Words of a title from which on the same words elsewhere are it."""
_LEAST_FOR_A_WORD = 5
"""Words of a title from which on a row that differs in one word is meant to repeat it."""
_WORD = re.compile(r"[^\W\d]{4,}")
_FINAL = ".;:, \u00a0\u202f"
"""What may end a title in a list."""
_JOINTS = (":", "–", "—", "«", "“", '"')
"""Marks between the kind of an item and what it is about."""
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|<<\s*(.+?)\s*>>|“([^”]+)”|\"([^\"]+)\"")


def repeated_otherwise(
    draft: Draft, models: Mapping[str, Title], stated: Sequence[Title]
) -> Iterator[tuple[Pair, Flag]]:
    """Yields what a document repeats otherwise of the titles of its items, which `models` has by their labels; the
    places where they are `stated` are compared elsewhere."""
    assert draft.agenda is not None and draft.target is not None
    headings, every = {title.pair.number for title in stated}, list(models.values())
    yield from _with_other_capitals(draft.pairs, every, headings)
    yield from _with_another_word(draft.pairs, every, headings)
    for pair in draft.pairs:
        if pair.number not in headings:
            yield from ((pair, flag) for flag in _in_quotation_marks(pair, every))
    for entry in draft.agenda.documentation:
        listed = draft.pair(entry.segment)
        if listed is not None and entry.item in models:
            yield from ((listed, flag) for flag in _in_a_document(listed, models[entry.item], draft.target))
            yield from ((listed, flag) for flag in _in_another_order(listed, models[entry.item], draft.target))


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


def _with_another_word(
    pairs: Sequence[Pair], models: Sequence[Title], headings: Set[int]
) -> Iterator[tuple[Pair, Flag]]:
    """Yields the word that a row has for another one of a title, the source of which has the title as it is, capital
    and all: Préparation de la session for Préparatifs de la session."""
    for model in models:
        title, there = (text.text.rstrip(_FINAL) for text in (model.wording, model.source))
        if len(title.split()) < _LEAST_FOR_A_WORD or len(there.split()) < _LEAST_FOR_A_WORD or not there[0].isupper():
            continue
        for pair in pairs:
            if pair.number in headings or there not in (pair.source or "") or title.lower() in pair.target.lower():
                continue
            for word in _WORD.finditer(title):
                before, after = re.escape(title[: word.start()]), re.escape(title[word.end() :])
                found = re.search(rf"(?<!\w){before}({_WORD.pattern}){after}(?!\w)", pair.target, re.IGNORECASE)
                if found is not None:
                    message = say(
                        "“{here}” here, but “{there}” in the title of item {label}.",
                        here=found[1],
                        there=word[0],
                        label=as_read(model.label),
                    )
                    yield pair, Flag(message, target_span=Span(*found.span(1)), level=Level.WARNING)
                    break


def _in_quotation_marks(pair: Pair, models: list[Title]) -> Iterator[Flag]:
    for found in _QUOTED.finditer(pair.target):
        group = found.lastindex or 1
        title = wording(found[group])
        model = max(models, key=lambda one: match_rate(found[group], one.wording.text), default=None)
        if model is None or match_rate(found[group], model.wording.text) < _NEARLY:
            continue
        if _is_a_part(found[group], model.wording.text):
            continue
        spans = title.differs(model.wording)
        if spans is not None and not _is_in_capitals(model, found[group]):
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


def _is_a_part(quotation: str, title: str) -> bool:
    """Tells whether a quotation is all that a title has after its kind, or before what it is about: « Petites
    entreprises », Débat thématique : Petites entreprises."""
    quoted_words, words = quotation.strip().casefold(), title.strip().casefold()
    before, after = words.removesuffix(quoted_words), words.removeprefix(quoted_words)
    return (before != words and before.rstrip().endswith(_JOINTS)) or (
        after != words and after.lstrip().startswith(_JOINTS)
    )


def _is_in_capitals(model: Title, quotation: str) -> bool:
    """Tells whether a title has capitals throughout, and a quotation its words: « Autres questions »."""
    title = model.wording.text
    return title.isupper() and wording(title.lower()).tokens == wording(quotation.lower()).tokens


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
