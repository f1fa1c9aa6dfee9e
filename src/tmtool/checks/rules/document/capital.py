"""Does an item of a list, a cell of a table or a quotation begin in lower case where all others have a capital?

So a text after a label with a number, and a word inside a sentence whose other places have it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.of_either import is_of_either
from tmtool.checks.evidence.document.capitals import names_in_small, varied_capitals
from tmtool.checks.evidence.document.labels import AFTER_COLON, after_label
from tmtool.checks.evidence.document.lists import begun_by_words, lists, start, tables
from tmtool.checks.evidence.document.repeats import passages
from tmtool.checks.evidence.document.small_bodies import small_bodies
from tmtool.checks.evidence.document.small_names import is_of_another_name, small_names
from tmtool.checks.evidence.term.set_phrases import is_in_set_phrase
from tmtool.model import Level, Span
from tmtool.model.wording import say

_OTHERS = 3
"""So many other items of a list show how its items begin."""
_CELLS = 6
"""So many other cells of a table do, of whatever length."""
_QUOTATIONS = 2
"""So many quotations whose source begins with a capital show how they begin, the one that is looked at among them."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each item of a list, title in a table and quotation that begins in lower case, where all others have a
    capital."""
    for items, others in (
        *((items, _OTHERS) for items in (*lists(draft.pairs), *tables(draft.pairs))),
        *((items, _CELLS) for items in begun_by_words(draft.pairs)),
    ):
        small = [one for one in items if one.first.islower()]
        if len(small) != 1 or len(items) <= others or sum(one.first.isupper() for one in items) != len(items) - 1:
            continue
        (item,) = small
        source = item.pair.source or ""
        if source and not source[start(source, item.pair.source_label)].isupper():
            continue
        word = item.pair.target[item.start :].split()[0]
        yield (
            item.pair,
            Flag(
                say("“{word}” is small here, but all other items of the list begin with a capital.", word=word),
                target_span=Span(item.start, item.start + len(word)),
                suggestion=word[0].upper() + word[1:],
                fixable=True,
            ),
        )
    yield from _quoted(draft)
    yield from _after_labels(draft)
    yield from _after_colons(draft)
    yield from _words(draft)


def _after_labels(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the text after a label with a number that begins otherwise than all others after such a label, where their
    sources all begin alike: Point 8 : rapport, Point 12 : Questions."""
    groups: defaultdict[str, list[tuple[Pair, int]]] = defaultdict(list)
    for pair in draft.pairs:
        here, there = after_label(pair.target), after_label(pair.source or "")
        if here is not None and there is not None and (pair.source or "")[there[1]].isupper():
            groups[here[0].lower()].append((pair, here[1]))
    for group in groups.values():
        large = [pair.target[start].isupper() for pair, start in group]
        if len(group) <= _OTHERS or min(large.count(True), large.count(False)) != 1:
            continue
        pair, at = group[large.index(large.count(True) == 1)]
        word = pair.target[at:].split()[0]
        is_small = word[0].islower()
        if not is_small and draft.target is not None and not draft.target.lexicon(word.lower()):
            continue  # a name
        message = (
            say("“{word}” is small here, but all other texts after such a label begin with a capital.", word=word)
            if is_small
            else say("“{word}” has a capital here, but no other text after such a label has.", word=word)
        )
        right = word[0].upper() if is_small else word[0].lower()
        yield pair, Flag(message, target_span=Span(at, at + len(word)), suggestion=right + word[1:])


def _after_colons(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the word that has a capital after a colon, in the source a small letter, where all others after a colon are
    small, as in the source: point 3 : Allocution, elsewhere point 4 : débat."""
    if draft.source is None or draft.target is None:
        return
    places: list[tuple[Pair, int, str]] = []
    for pair in draft.pairs:
        source = pair.source or ""
        here, there = ([one.end() for one in AFTER_COLON.finditer(text)] for text in (pair.target, source))
        if len(here) == len(there):
            words = (source[own:].split()[0] for own in there)
            places += [(pair, at, word) for at, word in zip(here, words, strict=True) if word[0].islower()]
    large = [place for place in places if place[0].target[place[1]].isupper()]
    # After an article the translation may begin with a title: the Vice-President.
    if len(large) != 1 or len(places) <= _OTHERS or large[0][2] in draft.source.function_words:
        return
    [(pair, at, _)] = large
    word = pair.target[at:].split()[0]
    if draft.target.lexicon(word.lower()):
        yield (
            pair,
            Flag(
                say("“{word}” has a capital after the colon, which the source has not.", word=word),
                target_span=Span(at, at + len(word)),
                suggestion=word[0].lower() + word[1:],
            ),
        )


def _quoted(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the quotation that begins in lower case where its source, and all others whose source does, begin with a
    capital. A quotation of one word may be anything."""
    titles = [
        one
        for one in passages(draft)
        if not one.whole and one.source.text[:1].isupper() and len(one.source.text.split()) > 1
    ]
    small = [one for one in titles if one.target.text[:1].islower()]
    if len(small) != 1 or len(titles) < _QUOTATIONS:
        return
    word = small[0].target.text.split()[0]
    yield (
        small[0].pair,
        Flag(
            say("“{word}” is small here, but all other quotations begin with a capital, as in the source.", word=word),
            target_span=Span(small[0].start, small[0].start + len(word)),
            suggestion=word[0].upper() + word[1:],
            fixable=True,
        ),
    )


def _words(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the word inside a sentence that has other capitals than everywhere else, where all sources have the same
    word for it in the same capitals: les parties, elsewhere les Parties, for Parties."""
    told = set()
    for one in chain(varied_capitals(draft), names_in_small(draft), small_names(draft)):
        here = one.span.of(one.pair.target)
        if (one.pair.number, one.span) in told or is_of_another_name(one, draft) or _is_copied(here, one.pair, draft):
            continue
        if _is_in_a_known_name(one.span, one.pair) or is_of_either(one.span, one.pair, draft):
            continue
        if here.islower() and is_in_set_phrase(one.pair.target, one.span, draft.target_language):
            continue
        told.add((one.pair.number, one.span))
        message = say("“{here}” here, but “{there}” elsewhere.", here=here, there=one.there)
        level = None if one.many > _OTHERS else Level.INFO
        yield one.pair, Flag(message, target_span=one.span, suggestion=one.there, level=level)
    for body in small_bodies(draft):
        here = body.span.of(body.pair.target)
        if (body.pair.number, body.span) in told or _is_in_a_known_name(body.span, body.pair):
            continue
        if is_of_either(body.span, body.pair, draft) or is_in_set_phrase(
            body.pair.target, body.span, draft.target_language
        ):
            continue
        message = say(
            "“{here}” is small here, but “{there}” has a capital in the source, as all other such names have here.",
            here=here,
            there=body.source.of(body.pair.source or ""),
        )
        right = here[0].upper() + here[1:]
        yield (
            body.pair,
            Flag(message, target_span=body.span, source_span=body.source, suggestion=right, level=Level.INFO),
        )


def _is_in_a_known_name(word: Span, pair: Pair) -> bool:
    """Tells whether the word is in a name of the term base that has its capitals, after one of these: l’Organisation
    mondiale de la santé animale, beside l’Assemblée de la Santé."""
    return any(
        one.span.start < word.start
        and one.span.holds(word)
        and one.term.part_of_speech == "proper"
        and one.span.of(pair.target) == one.term.text
        for one in pair.target_terms
    )


def _is_copied(word: str, pair: Pair, draft: Draft) -> bool:
    """Tells whether the source has the very word in lower case, which is none of the translation's language: Anguilla
    anguilla."""
    if draft.target is None or draft.target.knows(word):
        return False
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", pair.source or "") is not None


CHECK = DocumentCheck(
    name="document-capital",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(into="fr", document=True),
    yields_to=("document-title", "document-same-source", "document-name", "typography-colon"),
    summary="An item of a list, a title in a table or a quotation begins in lower case where others have a capital.",
    reason=(
        "The items of an agenda begin with a capital, as do the members of most lists below them. One alone in lower "
        "case, where three others have a capital and the source has one there too, is a slip. So is a title in a "
        "table, such as that of a document, and one in quotation marks: where there is no source they are left alone. "
        "A text after a numbered label that alone begins otherwise, and a word that alone has other capitals inside a "
        "sentence although its source has the same everywhere, are slips, too."
    ),
    examples=(
        Example(
            target="1. Ouverture.\n2. Élections.\n3. travaux.\n4. Rapport.",
            flagged=("travaux.",),
            repaired="1. Ouverture.\n2. Élections.\n3. Travaux.\n4. Rapport.",
        ),
        Example(target="1. Ouverture.\n2. Élections.\na) du bureau ;\nb) des membres ;\n3. Travaux.\n4. Rapport."),
        Example(
            source="Resolution 3/1 is entitled “Review of rivers”.\nItem 2: “Other matters”.",
            target="La résolution 3/1 s’intitule « examen des fleuves ».\nPoint 2 : « Questions diverses ».",
            flagged=("examen",),
            repaired="La résolution 3/1 s’intitule « Examen des fleuves ».\nPoint 2 : « Questions diverses ».",
        ),
        Example(
            source="It spoke of “great rivers”.\nItem 2: “Other matters”.",
            target="Il a parlé de « grands fleuves ».\nPoint 2 : « Questions diverses ».",
        ),
        Example(
            source="(a) Rivers;\n(b) Lakes;\n(c) Seas;\n(d) pH values.",
            target="a) Fleuves ;\nb) Lacs ;\nc) Mers ;\nd) pH de l’eau.",
        ),
        Example(
            source="Item 1: Opening\nItem 2: Report\nItem 3: Budget\nItem 4: Other matters",
            target="Point 1 : ouverture\nPoint 2 : rapport\nPoint 3 : budget\nPoint 4 : Questions diverses",
            flagged=("Questions",),
        ),
        Example(
            source="The Parties met.\nHere the Parties reported.\nThe list of the Parties",
            target="Hier, les Parties se sont réunies.\nIci, les parties ont fait rapport.\nListe des Parties",
            flagged=("parties",),
        ),
        Example(
            source="The Parties met.\nEleven parties reported.\nThe list of the Parties",
            target="Hier, les Parties se sont réunies.\nOnze parties ont fait rapport.\nListe des Parties",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
