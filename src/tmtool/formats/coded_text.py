"""Reads the inline codes of a segment as they are written, so that they can be written again around a translation.

A code is put around text, or is alone, with native content of its own; some begin and end what may cross elements.
Which elements do what is said by the `Markup` of a format.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tmtool.formats.filling import Code
from tmtool.formats.kept import kept
from tmtool.formats.xml_tokens import Tag, Text
from tmtool.model import Span


@dataclass(frozen=True, slots=True)
class Markup:
    """A `Markup` says what the elements inside a segment are, by their local names.

    `around` are put around text, all others are by themselves, with what is in them. `ignored` are neither, such as
    annotations, and stay with the source. `halves` maps what begins a pair to what ends it, each with the attributes
    that name the pair, the surest first. `shown` gives what an element shows as text, "" for nothing.
    """

    around: Callable[[Tag], bool]
    ignored: frozenset[str] = frozenset()
    halves: Mapping[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    shown: Callable[[Tag], str] = lambda tag: ""
    text: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Written:
    """A `Written` is a code with what is written where it begins and, of a pair, where it ends."""

    code: Code
    opening: str
    closing: str = ""


@dataclass(frozen=True, slots=True)
class CodedText:
    """A `CodedText` is the text of a segment without its codes, and these in the order in which they begin."""

    text: str
    codes: tuple[Written, ...]

    def around(self, text: str, places: Sequence[Span], escaped: Callable[[str], str]) -> str:
        """Returns a translation with the codes put around it; `escaped` makes character data of its text.

        `places` has the span of each code in it; spans lie inside that of the code around them and do not overlap.
        """
        return "".join(self._content(-1, Span(0, len(text)), text, places, escaped))

    def _content(
        self, outer: int, span: Span, text: str, places: Sequence[Span], escaped: Callable[[str], str]
    ) -> Iterator[str]:
        inside = [index for index, one in enumerate(self.codes) if one.code.inside == outer]
        position = span.start
        for index in sorted(inside, key=lambda one: (places[one].start, places[one].end)):
            place, written = places[index], self.codes[index]
            yield escaped(text[position : place.start])
            yield written.opening
            yield from self._content(index, place, text, places, escaped)
            yield written.closing
            position = place.end
        yield escaped(text[position : span.end])


@dataclass(slots=True)
class _Draft:
    """A `_Draft` is a code while it is read: `start` and `end` are of the text before it is in NFC, `order` says when
    it begins and ends among all codes; `name` and `identity` tell halves that belong together."""

    start: int
    end: int
    order: tuple[int, int]
    opening: str
    closing: str = ""
    name: str = ""
    identity: str = ""
    is_joined: bool = False

    def holds(self, other: _Draft) -> bool:
        """Tells whether the other code lies inside this one."""
        return bool(self.closing) and self.order[0] < other.order[0] and other.order[1] < self.order[1]


@dataclass(slots=True)
class _Reading:
    """A `_Reading` is the text and the codes met so far."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    count: int = 0
    codes: list[_Draft] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Takes text."""
        self.text.append(text)
        self.length += len(text)

    def begin(self, written: str, name: str = "", identity: str = "") -> _Draft:
        """Begins a code."""
        self.count += 1
        draft = _Draft(self.length, self.length, (self.count, self.count), written, "", name, identity)
        self.codes.append(draft)
        return draft

    def end(self, draft: _Draft, written: str) -> None:
        """Ends a code that is put around text."""
        self.count += 1
        draft.end, draft.closing, draft.order = self.length, written, (draft.order[0], self.count)


class UnbalancedError(Exception):
    """An `UnbalancedError` says that a stretch begins or ends inside an element of which it is only a part."""


def coded_text(document: str, tokens: Iterable[Tag | Text], markup: Markup) -> CodedText:
    """Reads the text and codes of a stretch of a document, given as its tokens.

    Raises UnbalancedError where an element begins in it and does not end, or the reverse.
    """
    found = _Reading()
    open_: list[_Draft | None] = []
    native: Tag | None = None
    depth = 0
    for token in tokens:
        if native is not None:
            # What is inside a code by itself is native code, which is kept as it is.
            if isinstance(token, Tag):
                depth += token.opens - token.closes
                if depth == 0:
                    _begin_single(found, kept(Span(native.place.start, token.place.end)), native, markup)
                    native = None
        elif isinstance(token, Text):
            found.add(markup.text(token.of(document)))
        elif token.opens and token.closes:
            if token.name not in markup.ignored:
                _begin_single(found, kept(token.place), token, markup)
        elif token.opens and (token.name in markup.ignored or markup.around(token)):
            open_.append(None if token.name in markup.ignored else found.begin(token.place.of(document)))
        elif token.opens:
            native, depth = token, 1
        elif not open_:
            raise UnbalancedError
        elif (draft := open_.pop()) is not None:
            found.end(draft, token.place.of(document))
    if open_ or native is not None:
        raise UnbalancedError
    return _composed("".join(found.text), _paired(found.codes, markup))


def _begin_single(found: _Reading, written: str, tag: Tag, markup: Markup) -> None:
    keys = next((keys for both in markup.halves.items() for name, keys in both if name == tag.name), ())
    identity = next((value for key in keys if (value := tag.value(key))), "")
    shown = markup.shown(tag)
    draft = found.begin(written, tag.name, identity)
    if shown:
        found.add(shown)
        draft.end = found.length


def _paired(codes: Sequence[_Draft], markup: Markup) -> list[_Draft]:
    """Joins each beginning to its end, where they cross no other pair."""
    partner = {begin: end for (begin, _), (end, _) in markup.halves.items()}
    joined: list[_Draft] = []
    waiting: list[_Draft] = []
    for code in codes:
        if code.name in partner.values() and waiting:
            begun = waiting[-1]
            if partner[begun.name] == code.name and begun.identity == code.identity:
                waiting.pop()
                begun.end, begun.closing, begun.order = code.end, code.opening, (begun.order[0], code.order[0])
                begun.is_joined = True
                continue
        elif code.name in partner:
            waiting.append(code)
        joined.append(code)
    return _nested(joined)


def _nested(codes: Sequence[_Draft]) -> list[_Draft]:
    """Returns the codes, with those halves parted again whose pair crosses an element."""
    found: list[_Draft] = []
    for code in codes:
        crosses = any(
            code.order[0] < other.order[0] < code.order[1] < other.order[1]
            or other.order[0] < code.order[0] < other.order[1] < code.order[1]
            for other in codes
            if other.closing and code.is_joined
        )
        if crosses:
            found.append(_Draft(code.start, code.start, (code.order[0],) * 2, code.opening))
            found.append(_Draft(code.end, code.end, (code.order[1],) * 2, code.closing))
        else:
            found.append(code)
    return sorted(found, key=lambda one: one.order)


def _composed(text: str, drafts: Sequence[_Draft]) -> CodedText:
    """Returns the text in NFC, as readers give it, with the codes at their places there and the code around each."""
    if not unicodedata.is_normalized("NFC", text):
        for one in drafts:
            one.start, one.end = (len(unicodedata.normalize("NFC", text[:at])) for at in (one.start, one.end))
        text = unicodedata.normalize("NFC", text)
    around: list[int] = []
    written: list[Written] = []
    for index, one in enumerate(drafts):
        while around and not drafts[around[-1]].holds(one):
            around.pop()
        written.append(Written(Code(Span(one.start, one.end), around[-1] if around else -1), one.opening, one.closing))
        if one.closing:
            around.append(index)
    return CodedText(text, tuple(written))
