"""Does an item of a list end with another mark than all others whose source ends as its own does?

A short item is a title as much as an item, so that its mark alone tells nothing: the other items say what it should be.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.lists import Item, lists
from tmtool.languages.language import Language
from tmtool.model import Level, Span
from tmtool.model.wording import say

_OTHERS = 3
"""So many other items of a list show how its items end."""
_BEFORE_LAST = 2
"""So many items before the last one show how those end that another follows."""
_SEMICOLON, _STOP, _QUESTION = ";", ".", "?"
_LONGEST = 250
"""An item of more characters is a paragraph."""
_MARKS = frozenset(".;:,?!")
_LAST_WORD = re.compile(r"\S+[\s\u00a0\u202f]?\S$")
"""The last word of an item with its mark."""
_AT_END = re.compile(r"[\s*\u00a0\u202f]*$")
"""The spaces and the call of a note after the last mark."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each item of a list that ends with another mark than all others whose source ends alike, or with none."""
    assert draft.source is not None and draft.target is not None
    for items in lists(draft.pairs):
        for pair, usual in _odd([one for one in items if _is_short(one)], draft.source, draft.target):
            text = _AT_END.sub("", pair.target)
            here = _mark(text, draft.target)
            last = Span(len(text) - 1, len(text))
            if here and usual:
                message = say("“{here}” ends this item, all others end with “{usual}”.", here=here, usual=usual)
            elif usual:
                message = say("This item has no mark at its end, all others end with “{usual}”.", usual=usual)
            else:
                message = say("“{here}” ends this item, all others have no mark.", here=here)
            yield pair, Flag(message, target_span=last)
        if (last_one := _unended(items, draft.source, draft.target)) is not None:
            text = _AT_END.sub("", last_one.pair.target)
            message = say(
                "“{here}” ends the last item of this list, whose source ends with a full stop.", here=text[-1]
            )
            word = _LAST_WORD.search(text)
            start = word.start() if word is not None else len(text) - 1
            yield last_one.pair, Flag(message, target_span=Span(start, len(text)))


def _unended(items: Sequence[Item], source: Language, target: Language) -> Item | None:
    """Returns the last item of a list if it ends as all those before do, with a semicolon, though its source alone has
    a full stop."""
    *others, last = items
    if len(others) < _BEFORE_LAST or not all(one.pair.source for one in items):
        return None
    alike = all(
        _mark_of(one.pair.source or "", source) == _mark_of(one.pair.target, target) == _SEMICOLON for one in others
    )
    ends = _mark_of(last.pair.source or "", source) == _STOP
    return last if alike and ends and _mark_of(last.pair.target, target) == _SEMICOLON else None


def _mark_of(text: str, language: Language) -> str:
    """Returns the last mark of an item without the word that leads on to the last one."""
    return _mark(_AT_END.sub("", _without_joint(text, language)), language)


def _is_short(item: Item) -> bool:
    return bool(item.pair.source) and len(item.pair.target) <= _LONGEST


def _odd(items: Sequence[Item], source: Language, target: Language) -> Iterator[tuple[Pair, str]]:
    """Yields the one item of those with one mark in the source whose mark is not that of all others, with theirs."""
    groups: defaultdict[str, list[tuple[Pair, str]]] = defaultdict(list)
    for item in items:
        texts = (source, item.pair.source or ""), (target, item.pair.target)
        if any(language.pattern("abbreviated-end").search(text.rstrip()) for language, text in texts):
            continue  # p.m. and article X. end a sentence, too
        of_source = _AT_END.sub("", _without_joint(item.pair.source or "", source))
        of_target = _AT_END.sub("", _without_joint(item.pair.target, target))
        groups[_mark(of_source, source)].append((item.pair, _mark(of_target, target)))
    for group in groups.values():
        times = Counter(mark for _, mark in group)
        if len(times) == 2 and min(times.values()) == 1 and len(group) > _OTHERS:
            usual = times.most_common(1)[0][0]
            # A question ends as one, though its source is none: two questions remain: whether …
            yield from ((pair, usual) for pair, mark in group if mark not in (usual, _QUESTION))


def _without_joint(text: str, language: Language) -> str:
    """Returns an item without the word that leads on to the last one: "; and"."""
    joint = rf"(?<=[;,])\s(?:{language.small_words.coordinating})$"
    return re.sub(joint, "", _AT_END.sub("", text))


def _mark(text: str, language: Language) -> str:
    """Returns the last mark of a text, "" where it has none or only the point of an abbreviation."""
    if language.pattern("abbreviated-end").search(text):
        return ""
    last = text[-1:]
    usual = next((mark for mark, own in language.marks.items() if own == last), last)
    return usual if usual in _MARKS else ""


CHECK = DocumentCheck(
    name="document-final-mark",
    level=Level.WARNING,
    its_type="typographical",
    requires=Needs(source=True, document=True),
    yields_to=("typography-final-mark", "document-same-source"),
    summary="An item of a list ends with another mark than all others, or has none where they have one.",
    reason=(
        "The items of an agenda all end with a full stop or all without, and those below them with semicolons. One "
        "whose source ends as those of three others do, and which alone ends otherwise, is a slip; where the source "
        "varies nothing is said. Nor does the last item of a list end with a semicolon where its source has a full "
        "stop."
    ),
    examples=(
        Example(
            source="1. Rivers\n2. Lakes\n3. Seas\n4. Other matters",
            target="1. Fleuves\n2. Lacs.\n3. Mers\n4. Questions diverses",
            flagged=(".",),
        ),
        Example(
            source="(a) Rivers;\n(b) Lakes;\n(c) Seas; and\n(d) Canals;\n(e) Wells.",
            target="a) Fleuves ;\nb) Lacs ;\nc) Mers\nd) Canaux ;\ne) Puits.",
            flagged=("s",),
        ),
        Example(
            source="(a) Rivers;\n(b) Lakes;\n(c) Seas; and\n(d) Canals.",
            target="a) Fleuves ;\nb) Lacs ;\nc) Mers ;\nd) Canaux.",
        ),
        Example(
            source="(a) Rivers;\n(b) Lakes;\n(c) Canals.",
            target="a) Fleuves ;\nb) Lacs ;\nc) Canaux ;",
            flagged=("Canaux ;",),
        ),
        Example(source="(a) Rivers;\n(b) Lakes.", target="a) Fleuves ;\nb) Lacs ;"),
        Example(source="1. Rivers\n2. Lakes.\n3. Seas\n4. Wells", target="1. Fleuves\n2. Lacs.\n3. Mers\n4. Puits"),
    ),
    look=look,
)
