"""Leaves something out of a text as tired translators do, for learn_left_out.py: half of a pair, an element of a list,
an adjective, an adverb, a phrase, a clause, brackets, an opening, a sentence, a word.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tmtool.languages.fr.lexicon import entries

SHORTEST = 15
"""Characters of a text at least, when something was left out."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """A `Cut` is a piece of a text that can be left out, with its kind and what stands in its place then."""

    kind: str
    start: int
    end: int
    instead: str = ""

    def of(self, text: str) -> str:
        """Returns the text without the piece."""
        return text[: self.start] + self.instead + text[self.end :]


_DETERMINER = r"(?:la |le |les |l['’]|un |une |ses |son |sa |leurs? )?"
_LINK = r"(?:de |des |du |d['’]|à |aux |au |en |par |pour |dans )"
_NOUN = r"[^\W\d_]{4,}(?: [^\W\d_]{4,})?"
_END = r"(?=[,.;:)]|$)"
_PATTERNS = {
    "fr": (
        (
            "adverb",
            r" (?:rapidement|encore|toujours|souvent|désormais|récemment|en particulier|de plus en plus|à nouveau"
            r"|au moins|en permanence|dans la mesure du possible|selon qu['’]il convient|le cas échéant|si nécessaire"
            r"|à l['’]avenir|sans délai|dès que possible|chaque année|en temps voulu|sur le terrain"
            r"|au niveau (?:national|international|régional|local|mondial))(?=[ ,.;])",
            "",
        ),
        ("second half", rf" (?:et|ou|ainsi que) [^,.;:()]{{3,60}}{_END}", ""),
        ("second half, short", rf" (?:et|ou) {_LINK}?{_DETERMINER}{_NOUN}", ""),
        ("second half, a word", rf" (?:et|ou) {_LINK}?{_DETERMINER}[^\W\d_]{{4,}}", ""),
        ("first half, a word", r" [^\W\d_]{4,} (?:et|ou) (?=[^\W\d_]{4,})", " "),
        ("first half", rf" {_LINK}(?:la |les? |l['’])?{_NOUN} (?:et|ou) (?={_LINK})", " "),
        (
            "first half",
            rf" (?:le|la|les|un|une|des|ses|leurs) {_NOUN} (?:et|ou) (?=(?:le|la|les|l|un|une|des|ses|leurs)[ '’])",
            " ",
        ),
        ("element", r", (?!et |ou )[^,.;:()]{3,60}(?=,| et | ou )", ""),
        ("element, a word", r"(?<= )[^\W\d_]{4,}, (?=[^\W\d_]{4,}(?:,| et | ou ))", ""),
        ("element before the last", r", [^,.;:()]{3,50}(?= (?:et|ou) [^,.;:()]{3,50})", ""),
        (
            "phrase",
            r" (?:dans|pour|par|sur|avec|en|à|au|aux|sous|entre|contre|pendant|lors de|lors du|afin de|auprès de"
            rf"|grâce à|en vue de|au titre de|conformément à|de la|du|des|de l['’]) ?{_DETERMINER}{_NOUN}"
            r"(?=[,.;:)]|$| (?:dans|pour|par|sur|avec|en|à|au|aux|et|ou|qui|que|de|des|du)\b)",
            "",
        ),
        (
            "long phrase",
            r" (?:dans|pour|par|sur|avec|en|à|au|aux|afin|concernant|relatifs?|relatives?|visant|chargée?s?) "
            r"[^,.;:()]{12,80}(?=[,.;:]|$)",
            "",
        ),
        ("clause", r", [^,;:()]{10,110}(?=,|\.|;|$)", ""),
        (
            "relative clause",
            r",? (?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquels|lesquelles) ?[^,.;:()]{8,90}(?=[,.;:]|$)",
            "",
        ),
        ("second verb", r" et (?:a |ont |est |sont |d['’]|de |que |à )[^,.;:()]{10,90}(?=[,.;:]|$)", ""),
        ("brackets", r" \([^()]*[a-zéè]{4}[^()]*\)", ""),
        ("sentence", r" (?<=[.;] )[A-ZÉÀ][^.;]{25,}[.;]$", ""),
    ),
    "en": (
        ("adjective", r" [a-z]+(?:al|ive|ous|ic|able|ible|ful|ary|ed|ent|ant)(?= [a-z]{4,})", ""),
        ("adverb", r" [a-z]{2,}ly(?![a-z])", ""),
        ("second half", rf" (?:and|or|as well as) [^,.;:()]{{3,60}}{_END}", ""),
        ("second half, short", r" (?:and|or) (?:the |its |their |of |to |in )*[A-Za-z]{4,}(?: [a-z]{4,})?", ""),
        ("first half, a word", r" [a-z]{4,} (?:and|or) (?=[a-z]{4,})", " "),
        ("element", r", (?!and |or )[^,.;:()]{3,60}(?=,| and | or )", ""),
        (
            "phrase",
            r" (?:in|for|by|on|with|at|of|to|from|under|through|between|against|during) (?:the |its |their |a |an )?"
            r"[A-Za-z]{4,}(?: [A-Za-z]{4,})?(?=[,.;:)]|$| (?:in|for|by|on|with|at|of|to|and|or|from)\b)",
            "",
        ),
        ("long phrase", r" (?:in|for|by|on|with|at|concerning|regarding|aimed) [^,.;:()]{12,80}(?=[,.;:]|$)", ""),
        ("clause", r", [^,;:()]{10,110}(?=,|\.|;|$)", ""),
        ("relative clause", r",? (?:who|which|that|whose|where) [^,.;:()]{8,90}(?=[,.;:]|$)", ""),
        ("brackets", r" \([^()]*[a-z]{4}[^()]*\)", ""),
        ("sentence", r" (?<=[.;] )[A-Z][^.;]{25,}[.;]$", ""),
    ),
}
"""Kind, pattern of the piece, and what stands in its place."""
_COMPILED = {
    language: [(kind, re.compile(pattern), instead) for kind, pattern, instead in patterns]
    for language, patterns in _PATTERNS.items()
}
_OPENING = re.compile(r"(?:^|(?<=\. ))([A-ZÉÀ][^,.;:()]{6,60}, )([a-zéèàl])")
OFTEN = {
    "adjective": 2.2,
    "adverb": 2.5,
    "second half": 2.0,
    "second half, short": 2.2,
    "second half, a word": 2.2,
    "first half, a word": 2.5,
    "first half": 3.0,
    "element": 3.0,
    "element, a word": 2.0,
    "element before the last": 2.5,
    "phrase": 1.5,
    "long phrase": 1.0,
    "clause": 1.0,
    "relative clause": 0.8,
    "second verb": 1.0,
    "brackets": 0.7,
    "opening": 0.7,
    "sentence": 0.5,
    "word": 0.7,
}
"""How often each kind is drawn, where there are several."""


def cuts(text: str, language: str, lot: random.Random) -> Iterator[Cut]:
    """Yields what can be left out of a text."""
    for kind, pattern, instead in _COMPILED[language]:
        for found in pattern.finditer(text):
            yield Cut(kind, *found.span(), instead)
    for found in _OPENING.finditer(text):
        yield Cut("opening", found.start(1), found.end(2), found[2].upper())
    if language == "fr":
        yield from _qualifiers(text)
    words = [one for one in _WORD.finditer(text) if len(one.group()) > _LEAST_LETTERS and one.group().islower()]
    for found in lot.sample(words, min(2, len(words))):
        if text[found.start() - 1 : found.start()] == " ":
            yield Cut("word", found.start() - 1, found.end())


def _qualifiers(text: str) -> Iterator[Cut]:
    """Yields the adjectives after a noun, and the adverbs, of a French text."""
    before = None
    for found in _WORD.finditer(text):
        word, follows = found.group(), before is not None and text[before.end() : found.start()] == " "
        if follows and len(word) >= _LEAST_LETTERS and word.islower() and before is not None:
            categories = _categories(word)
            if word.endswith("ment") and "ADV" in categories:
                yield Cut("adverb", found.start() - 1, found.end())
            elif (
                "A" in categories
                and text[found.end() : found.end() + 1] in " ,.;:)"
                and (categories == {"A"} or "N" in _categories(before.group().lower()))
            ):
                yield Cut("adjective", found.start() - 1, found.end())
        before = found


@lru_cache(maxsize=100_000)
def _categories(word: str) -> frozenset[str]:
    readings = entries(word)
    return frozenset(one.category for one in readings if not one.rare) or frozenset(one.category for one in readings)


def drawn(text: str, language: str, lot: random.Random, many: int) -> list[Cut]:
    """Returns so many pieces at most that can be left out, of kinds drawn by lot."""
    by_kind: dict[str, list[Cut]] = defaultdict(list)
    for cut in cuts(text, language, lot):
        if len(cut.of(text)) >= SHORTEST:
            by_kind[cut.kind].append(cut)
    found: list[Cut] = []
    kinds = list(by_kind)
    for _ in range(3 * many if kinds else 0):
        (kind,) = lot.choices(kinds, [OFTEN[kind] for kind in kinds])
        cut = lot.choice(by_kind[kind])
        if cut not in found:
            found.append(cut)
        if len(found) == many:
            break
    return found
