"""How may a term be apart in a text and still be that term, beyond doubt?

Five ways, as grammars of both languages describe them: what is shared in a series stands once, at its head
("smuggling of migrants and firearms", « pays d'origine, de transit et de destination ») or at its tail
("arms and drug trafficking"); a qualifier stands inside (« trafic transnational de migrants »); or an aside
between two marks (« le trafic illicite, par mer, de migrants »); or a number (« point 3 a) de l'ordre du jour »).
"""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.terminology.pattern import Link
from tmtool.terminology.reading import HYPHENS, STOPS, Between, Reading

REACH = 16
"""How many words after a part the next one may stand."""
_MEMBERS = 7
"""How many words of content the other members of a series may have together."""
_TAIL_MEMBERS = 4
"""As `_MEMBERS`, where the head is what the members differ in."""
_QUALIFIERS = 2
_ASIDE = 8
"""How many words an aside may have."""
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—"}


@dataclass(frozen=True, slots=True)
class Split:
    """Where a term is apart, as words of the reading: `before` is the last word of the one piece, `after` the
    first of the next. `shared_tail` is True if the piece before is one of several that share what follows,
    `parallel` if the word after is a singular noun like the first of its series ("origin, transit"), `numbered` if
    there is nothing but a number between."""

    before: int
    after: int
    shared_tail: bool = False
    parallel: bool = False
    numbered: bool = False


def split_between(reading: Reading, last: int, index: int, link: Link) -> Split | None:
    """The way in which two parts with this link between them, at the words `last` and `index`, are apart; None
    if they do not belong together."""
    if index == last + 1 or (link.mark and not link.joined):
        return None
    marks = "".join(reading.marks[last + 1 : index + 1])
    if not STOPS.isdisjoint(marks):
        return None
    view = _View(reading, last, index, link)
    if not marks and (split := view.qualified()):
        return split
    if not marks.strip(",") and (split := view.shared_head() or view.shared_tail()):
        return split
    return view.numbered() or (view.aside() if marks else None)


@dataclass(frozen=True, slots=True)
class _View:
    """The words between two parts of a term."""

    reading: Reading
    last: int
    index: int
    link: Link

    def shared_head(self) -> Split | None:
        """The word at `index` ends or goes on with a series whose first member stands after `last`."""
        known, link = self.reading.small_words, self.link
        start = self._joints_before(self.index)
        end = self._series_mark_before(start)
        first = self._joints_after(self.last)
        if end is None:
            return None
        if link.joined and known.noun_first and self._are_qualifiers(self.last + 1, end):
            # "armes blanches et à feu": only this member has what joins it to the noun.
            closing = end + self._coordinator_at(end)
            return Split(self.last, closing) if self._is_link(closing - 1, self.index, repeated=True) else None
        if first >= end or not self._is_link(self.last, first):
            return None
        if not link.joined:
            # Adjectives after their noun ("groupes terroristes et criminels"), nouns after their adjective only where
            # they are alike ("draft decisions and resolutions").
            if start != self.index or first != self.last + 1:
                return None
            alike = (
                first == end - 1 and self._is_plural(self._plain(first)) and self._is_plural(self._plain(self.index))
            )
            if not (self._members(first, end, 3, joints=False) if known.noun_first else alike):
                return None
            return Split(self.last, start)
        if not self._members(first, end, _MEMBERS, joints=True):
            return None
        if any(self._plain(at) not in known.articles | known.others for at in range(start, self.index)):
            parallel = not self._is_plural(self._plain(end - 1))
            return Split(self.last, start, parallel=parallel) if self._is_link(start - 1, self.index) else None
        if any(self._plain(at) in known.repeated for at in range(self.last + 1, first)):
            return None
        before = first - 1
        while self._plain(before) in known.articles:
            before -= 1
        return Split(before, self.index, parallel=not self._is_plural(self._plain(end - 1)))

    def shared_tail(self) -> Split | None:
        """A series stands after `last`, and what follows it belongs to the word at `last` too."""
        start = self._joints_before(self.index)
        begin = self._after_series_mark(self.last, start)
        if begin is None or start <= begin or not self._is_link(start - 1, self.index):
            return None
        if self.link.joined:
            begin = self._joints_after(begin - 1)
            if not self._members(begin, start, _TAIL_MEMBERS, joints=False, articles=True):
                return None
        elif start != self.index:
            return None
        elif self.reading.small_words.noun_first:
            # "la fabrication et le trafic illicites": the plural says that the adjective belongs to both.
            begin = self._joints_after(begin - 1)
            if begin != start - 1 or self._is_plural(self._plain(self.last)) or not self._is_plural(self._plain(start)):
                return None
        # "arms and drug trafficking", but in "human rights and international criminal law", or "human rights and
        # humanitarian law", the first qualifies nothing.
        elif not self._single_members(begin, start) or (
            self._is_plural(self._plain(self.last)) and self._is_adjective(self._plain(start - 1))
        ):
            return None
        return Split(self.last, start, shared_tail=True)

    def qualified(self) -> Split | None:
        """One or two qualifiers stand between the parts, before what joins them or after it."""
        known = self.reading.small_words
        start, first = self._joints_before(self.index), self._joints_after(self.last)
        if known.noun_first:
            if first == self.last + 1 and self._are_qualifiers(first, start) and self._is_link(start - 1, self.index):
                return Split(self.last, start)
            while first < self.index and self._plain(first) not in known.before_nouns:
                first += 1
            if (
                self.link.joined
                and first < self.index <= first + _QUALIFIERS
                and all(self._plain(at) in known.before_nouns for at in range(first, self.index))
                and self._is_link(self.last, first)
            ):
                return Split(first - 1, self.index)
            return None
        if start != self.index or not self._is_link(self.last, first):
            return None
        inside = [self._plain(at) for at in range(first, self.index)]
        if not self.link.joined:
            # "organized transnational criminal group", but "State legal party" is no State party.
            return (
                Split(self.last, self.index)
                if len(inside) == 1 and self._is_adjective(inside[0]) and self._is_adjective(self._plain(self.last))
                else None
            )
        if not inside or len(inside) > _QUALIFIERS or any(self._is_function(at) for at in range(first, self.index)):
            return None
        if len(inside) == 1 and not self._is_plural(inside[0]):
            return Split(first - 1, self.index)
        return Split(first - 1, self.index) if all(map(self._is_adjective, inside)) else None

    def numbered(self) -> Split | None:
        """A number, or several with their letters, stands right after the noun."""
        if not self.link.joined or not self._plain(self.last + 1).isdigit():
            return None
        end = self.last + 1
        while end < self.index and self._is_label(end):
            end += 1
        marks = "".join(self.reading.marks[self.last + 1 : end + 1])
        rest = "".join(self.reading.marks[end + 1 : self.index + 1])
        if marks.strip("(),") or rest or not self._is_link(end - 1, self.index):
            return None
        return Split(self.last, end, numbered=True)

    def _is_label(self, at: int) -> bool:
        plain = self._plain(at)
        return plain.isdigit() or len(plain) == 1 or self._coordinator_at(at) == 1

    def aside(self) -> Split | None:
        """A mark opens right after `last` and closes before what joins the parts."""
        marks = self.reading.marks
        closing = _CLOSING.get(marks[self.last + 1])
        if closing is None or not self.link.joined:
            return None
        for end in range(self.last + 2, min(self.index, self.last + 1 + _ASIDE) + 1):
            if marks[end] == closing:
                rest = "".join(marks[end + 1 : self.index + 1])
                return Split(self.last, end) if not rest and self._is_link(end - 1, self.index) else None
            if marks[end]:
                return None
        return None

    def _plain(self, at: int) -> str:
        return self.reading.words[at].plain

    def _is_plural(self, word: str) -> bool:
        return self.reading.language.word_classes.is_plural(word)

    def _is_adjective(self, word: str) -> bool:
        return self.reading.language.word_classes.is_adjective(word)

    def _is_function(self, at: int) -> bool:
        return self.reading.words[at].function

    def _is_link(self, before: int, after: int, *, repeated: bool = False) -> bool:
        """True if the words between these two are what the term has there; `repeated` wants more than articles."""
        known, between = self.reading.small_words, Between(0)
        inside = [at for at in range(before + 1, after) if self._plain(at) not in known.others]
        for at in inside:
            between.take(self.reading.words[at], known)
        return between.is_like(self.link) and not (repeated and all(self._plain(at) in known.articles for at in inside))

    def _joints_before(self, index: int) -> int:
        """The first of the joints that lead up to a word without a mark between."""
        while index - 1 > self.last and not self.reading.marks[index] and self._is_joint(index - 1):
            index -= 1
        return index

    def _joints_after(self, last: int) -> int:
        """The first word after `last` that is no joint."""
        wanted = self.reading.small_words.joints
        index = last + 1
        while index < self.index and self._plain(index) in wanted and not (self.reading.marks[index] and index > last):
            index += 1
        return index

    def _is_joint(self, at: int) -> bool:
        plain = self._plain(at)
        known = self.reading.small_words
        return plain in known.joints or plain in known.others or plain in self.link.fixed

    def _coordinator_at(self, at: int) -> int:
        """How many words the coordinator that starts here has, 0 for none."""
        for words in self.reading.small_words.coordinators:
            if at + len(words) <= len(self.reading.words) and all(
                self._plain(at + n) == word for n, word in enumerate(words)
            ):
                return len(words)
        return 0

    def _series_mark_before(self, start: int) -> int | None:
        """Where the coordinator, or the comma of a series that goes on, stands right before a word."""
        if not self.reading.marks[start]:
            for size in (1, 2, 3):
                at = start - size
                if at > self.last and self._coordinator_at(at) == size:
                    return at
            return None
        return start if self.reading.marks[start] == "," and self._goes_on(self.index + 1) else None

    def _after_series_mark(self, last: int, end: int) -> int | None:
        """The first word after the coordinator, or the comma of a series closed before `end`, right after a word."""
        mark = self.reading.marks[last + 1]
        size = self._coordinator_at(last + 1)
        if size and mark in ("", ","):
            return last + 1 + size
        in_series = mark == "," and any(map(self._coordinator_at, range(last + 2, end)))
        return last + 1 if in_series and not self._is_plural(self._plain(last)) else None

    def _goes_on(self, start: int) -> bool:
        """True if a coordinator follows that may close the series: the members between are short."""
        words, contents = self.reading.words, 0
        for at in range(start, min(start + REACH, len(words))):
            if not STOPS.isdisjoint(self.reading.marks[at]) or contents > _MEMBERS:
                return False
            if self._coordinator_at(at):
                return True
            if words[at].function and not self._is_joint(at):
                return False
            contents += not words[at].function
        return False

    def _members(self, start: int, end: int, most: int, *, joints: bool, articles: bool = False) -> bool:
        """True if the words from `start` to `end` can be members of a series: up to `most` words of content, the
        first word one of them, and words that join them."""
        known = self.reading.small_words
        contents, at = 0, start
        while at < end:
            if size := self._coordinator_at(at):
                at += size
                continue
            if not self._is_function(at):
                contents += 1
            elif at == start or not (
                (joints and self._is_joint(at)) or (articles and self._plain(at) in known.articles)
            ):
                return False
            at += 1
        return 0 < contents <= most

    def _single_members(self, start: int, end: int) -> bool:
        """True if the words from `start` to `end` are members of one word each, or of several joined by hyphens."""
        parted = True
        at = start
        while at < end:
            if size := self._coordinator_at(at):
                at, parted = at + size, True
                continue
            glued = self.reading.text[self.reading.words[at - 1].end : self.reading.words[at].start] in HYPHENS
            if self._is_function(at) or not (parted or glued or self.reading.marks[at]):
                return False
            at, parted = at + 1, False
        return not parted

    def _are_qualifiers(self, start: int, end: int) -> bool:
        inside = [
            at
            for at in range(start, end)
            if not self._coordinator_at(at) and self._plain(at) not in self.reading.small_words.degrees
        ]
        return (
            0 < len(inside) <= _QUALIFIERS
            and not self._coordinator_at(start)
            and inside[-1] == end - 1
            and all(not self._is_function(at) and self._is_adjective(self._plain(at)) for at in inside)
        )


def ends_phrase(reading: Reading, index: int) -> bool:
    """False if the word may only qualify the noun after it, as "witness" in "protection of witness statements"."""
    if reading.small_words.noun_first or index + 1 >= len(reading.words):
        return True
    word, following = reading.words[index : index + 2]
    return bool(reading.marks[index + 1]) or following.function or reading.language.word_classes.is_plural(word.plain)
