"""Do two passages say the same words, and if not, where do they part? It is asked of titles and repeated segments.

Equal are texts that differ in the case of the first letter, the final mark, "(continued)" or "(item 3)", the kind of
apostrophe, hyphen or space: facts 58 and 111 of docs/un-french.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice

from tmtool.languages.cues import cues_of_all_languages
from tmtool.model import Span
from tmtool.text.composition import composed

_TOKEN = re.compile(r"\w+(?:[’'ʼ](?=\w))?|[^\w\s]")
_SAME_SIGN = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "–": "-", "—": "-", "“": '"', "”": '"', "«": '"', "»": '"'})
_TO_NEXT_WORD = re.compile(r"\w+ \w+")
_FINAL_MARKS = ".;:,"
WHOLE = 60
"""A wording up to so many characters is quoted whole in a message."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A `Wording` is a passage as it is compared: the folded words and marks of its text up to `end`."""

    text: str
    tokens: tuple[str, ...]
    end: int

    @property
    def spans(self) -> tuple[Span, ...]:
        """Returns the places of the words and marks: few wordings are asked for them."""
        found = islice(_TOKEN.finditer(self.text, 0, self.end), len(self.tokens))
        return tuple(Span(*match.span()) for match in found)

    def differs(self, other: Wording) -> tuple[Span, Span] | None:
        """Returns where this text and the other part, in each, or None if they say the same.

        Where one has words that the other lacks, the neighbouring word is taken in, so that both spans show something.
        """
        if self.tokens == other.tokens:
            return None
        edits = [
            code
            for code in SequenceMatcher(None, self.tokens, other.tokens, autojunk=False).get_opcodes()
            if code[0] != "equal"
        ]
        first, last = edits[0], edits[-1]
        first_part, second_part = (first[1], last[2]), (first[3], last[4])
        if first_part[0] == first_part[1] or second_part[0] == second_part[1]:
            if first_part[0] and second_part[0]:
                first_part, second_part = (first_part[0] - 1, first_part[1]), (second_part[0] - 1, second_part[1])
            else:
                first_part, second_part = (first_part[0], first_part[1] + 1), (second_part[0], second_part[1] + 1)
        return self._cover(*first_part), other._cover(*second_part)

    def _cover(self, start: int, end: int) -> Span:
        spans = self.spans[start:end]
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, len(self.text))


def capitals_in_use(one: Wording, other: Wording, texts: Sequence[str]) -> bool:
    """Tells whether more texts have the words in which a wording differs from another by capitals alone, each with the
    word after it, as this one has them: les Parties contractantes."""
    spans = one.differs(other)
    if spans is None or [*map(str.casefold, one.tokens)] != [*map(str.casefold, other.tokens)]:
        return False
    phrases = [
        found[0] if (found := _TO_NEXT_WORD.match(wording.text, span.start)) else span.of(wording.text)
        for wording, span in zip((one, other), spans, strict=True)
    ]
    of_one, of_other = (sum(phrase in text for text in texts) for phrase in phrases)
    return of_one > of_other


@cache
def _continued() -> re.Pattern[str]:
    """Returns the pattern of what a table or a heading adds to a title that it repeats, in any language: a title does
    not say its own. A heading adds the number of the item in brackets."""
    numbered = rf"\((?:{cues_of_all_languages('item')})\s\d[^()]{{0,30}}(?:\(?\w{{1,4}}\)[^()]{{0,30}}){{0,3}}\)"
    return re.compile(rf"(?<!\s)\s*(?:{cues_of_all_languages('continued')}|{numbered})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)  # the checks of documents take turns over all of one, of 5,000 lines, too
def wording(text: str) -> Wording:
    """Returns `text` as it is compared, without final mark, "(continued)" and "(item 3)"."""
    end = len(text)
    continued = _continued().search(text)
    if continued:
        end = continued.start()
    found = _TOKEN.findall(text, 0, end)
    while found and found[-1] in _FINAL_MARKS:
        found.pop()
    tokens = [token if token.isascii() else composed(token).translate(_SAME_SIGN) for token in found]
    if tokens:
        tokens[0] = tokens[0][0].lower() + tokens[0][1:]
    return Wording(text, tuple(tokens), end)


def shortened(text: str) -> str:
    """Returns a text as a message quotes it where its beginning is enough."""
    return text if len(text) <= WHOLE else f"{text[: WHOLE - 3].rstrip()}…"


def quoted(here: Wording, there: Wording) -> tuple[str, str]:
    """Returns both wordings for a message: whole if short, else the words in which they differ."""
    if max(len(here.text), len(there.text)) <= WHOLE:
        return here.text, there.text
    spans = here.differs(there)
    if spans is None:
        return here.text, there.text
    return spans[0].of(here.text), spans[1].of(there.text)
