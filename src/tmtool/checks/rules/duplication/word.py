"""Is a word or a short phrase written twice in a row? (docs/un-french.md, section 12: doubled words.)

What may be twice (nous nous, faire faire; peu à peu à) the language says (`Language.repeated_words`), or which words
alone may not, where a word is one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.languages.language import Language
from tmtool.model import Level, Span
from tmtool.model.wording import say

LONGEST_PHRASE = 16
_LONG = 5
"""Words of a phrase that nobody says twice in a row, whatever marks are in it and whatever word it ends with."""
_WIDE = re.compile(r"[\t\u2000-\u2006\u3000]")
"""A space that parts a term from what is said of it: Conseil de sécurité, then its definition, which begins with it."""
_COMPOUND = re.compile(r"\s?[-–‑]\s?[^\W\d_]|\.[a-z]")
"""What makes the second of two equal words the first part of a compound: Guinea, Guinea-Bissau; le fichier
fichier.xml."""
_REPEATED = re.compile(rf"\b(\w+(?:\W{{1,3}}\w+){{1,{LONGEST_PHRASE - 1}}})\W{{1,3}}\1\b")
"""A phrase that the source itself has twice in a row: Pas de séance Pas de séance."""
_DOUBLED_NAME = re.compile(r"\b([A-Z]\w+) \1\b")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word or a phrase of up to sixteen words is written twice in a row."""
    text, language = pair.target, draft.target
    assert language is not None
    spans = [span for span in language.words(text) if span.of(text)[0].isalpha()]
    stretches = _Words(text, spans)
    words = stretches.written
    doubles = language.repeated_words.get("double", frozenset())
    links = language.repeated_words.get("link", frozenset())
    only = language.repeated_words.get("only")
    longer = language.repeated_words.get("longer", frozenset())
    across = language.repeated_words.get("across", frozenset())
    place = 0
    while place < len(words):
        length = _repeated(text, spans, stretches, place, language.function_words)
        if not length:
            place += 1
            continue
        first = words[place : place + length]
        allowed = length == 0 or (first[0].lower() in doubles if length == 1 else length < _LONG and first[-1] in links)
        allowed = allowed or (only is not None and length == 1 and first[0] not in only)
        allowed = allowed or (length == 1 and _COMPOUND.match(text, spans[place + 1].end) is not None)
        allowed = allowed or (length == 1 and _is_of_longer(text, spans[place], spans[place + 1], longer))
        allowed = allowed or (length == 1 and _is_noun_before_preposition(text, spans[place], language))
        allowed = allowed or (length > 1 and _opens_another(text, spans, place + 2 * length, language))
        allowed = allowed or (length > 1 and _is_parted_otherwise(text, spans[place : place + 2 * length], across))
        times = _times(text, spans, words, place, length) if length else 0
        whole = Span(spans[place].start, spans[place + times * length - 1].end) if length else None
        may_be_name = all(word[0].isupper() or word[0].lower() == word[0].upper() for word in first)
        name = first[:1] and may_be_name and _DOUBLED_NAME.search(pair.source or "")
        allowed = allowed or (length > 1 and _REPEATED.search(pair.source or "") is not None)
        if allowed or whole is None or name or whole.of(text).lower() in (pair.source or "").lower():
            place += max(1, (times - 2) * length)  # what is let through a hundred times is not looked at each time
            continue
        once = text[whole.start : spans[place + length - 1].end]
        yield Flag(
            say("“{once}” is written twice in a row.", once=once), target_span=whole, suggestion=once, fixable=True
        )
        place += times * length


def _is_noun_before_preposition(text: str, span: Span, language: Language) -> bool:
    """Tells whether a small word is a noun behind its article: vers l'avant avant l'âge de 3 ans."""
    return span.of(text) in language.function_words and text[max(0, span.start - 1) : span.start] in ("'", "’")


def _opens_another(text: str, spans: Sequence[Span], after: int, language: Language) -> bool:
    """Tells whether the second of two equal phrases is the beginning of a longer one, by the word that both end with
    and the article after it: ouvertes à tous à tous les niveaux."""
    if after >= len(spans):
        return False
    last, following = (
        language.fold(spans[place].of(text)).replace("’", "'").rstrip("'") for place in (after - 1, after)
    )
    known = language.repeated_words
    articles = (word.rstrip("'") for word in known.get("article", ()))
    return last in known.get("open", ()) and following in articles


class _Words:
    """A `_Words` holds the words of a text, and tells of any stretch of them at once whether it has a capital at each
    word, and nothing but spaces between."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.written = [span.of(text) for span in spans]
        self.gaps = [text[one.end : following.start] for one, following in pairwise(spans)]
        """What is between each word and the next."""
        self._small = [0, *accumulate(not word[0].isupper() for word in self.written)]
        self._marks = [0, *accumulate(bool(gap.strip()) for gap in self.gaps)]
        self._wide = [0, *accumulate(_WIDE.search(gap) is not None for gap in self.gaps)]

    def are_capitalised(self, start: int, end: int) -> bool:
        """Tells whether each of these words begins with a capital."""
        return self._small[start] == self._small[end]

    def are_joined(self, start: int, end: int) -> bool:
        """Tells whether only spaces are between these words."""
        return self._marks[start] == self._marks[end - 1]

    def are_parted(self, start: int, end: int) -> bool:
        """Tells whether there is a wide space between two of these words."""
        return self._wide[start] != self._wide[end - 1]


def _repeated(text: str, spans: Sequence[Span], words: _Words, place: int, function_words: frozenset[str]) -> int:
    """Returns the number of words from `place` that are said again at once, 0 for none."""
    written = words.written
    near = written[place + 1 : place + 1 + LONGEST_PHRASE]
    if written[place] not in near and (place or written[place].lower() not in near):  # nearly always
        return 0
    joined = text[max(0, spans[place].start - 1) : spans[place].start] in ("-", "‑")  # Moon Jae-in in the past months
    shortest = 1 if words.are_joined(place, place + 2) else _LONG
    for length in range(max(shortest, 2) if joined else shortest, len(near) + 1):
        if length > 1 and near[length - 1] != written[place]:
            continue
        end = place + 2 * length
        if end > len(written):
            return 0
        parted = not words.are_joined(place, end)
        if parted and (length < _LONG or words.gaps[place] != words.gaps[place + length]):
            continue
        if length > 1 and words.are_capitalised(place, place + length):
            continue
        first, second = written[place : place + length], written[place + length : end]
        if place == 0 and length == 1 and first[0].lower() in function_words:
            first[0] = first[0].lower()
        if first != second or words.are_parted(place, end):
            continue
        if not parted or _is_said_again(words.gaps[place : end - 1]):
            return length
    return 0


def _is_said_again(gaps: Sequence[str]) -> bool:
    """Tells whether what is between the words of a phrase is the same when it is said again, at once: not de 84 pour
    cent pour 2012 et de 91 pour cent pour 2013 et."""
    half = len(gaps) // 2
    return gaps[:half] == gaps[half + 1 :] and re.search(r"\d", gaps[half]) is None


def _is_of_longer(text: str, first: Span, second: Span, longer: frozenset[str]) -> bool:
    """Tells whether one of two words is the end or the beginning of a longer one: 少将 before 将, 和平 after 和."""
    return any(text.endswith(word, 0, first.end) or text.startswith(word, second.start) for word in longer)


def _is_parted_otherwise(text: str, spans: Sequence[Span], across: frozenset[str]) -> bool:
    """Tells whether a word of those known begins in the first of two equal rows of characters and ends in the second:
    理事会理事国."""
    second = spans[len(spans) // 2].start
    return any(
        text.startswith(word, start)
        for word in across
        for start in range(max(spans[0].start, second - len(word) + 1), second)
    )


def _times(text: str, spans: Sequence[Span], words: Sequence[str], place: int, length: int) -> int:
    """Returns how often in a row the words from `place` are said that are said twice."""
    end = place + 2 * length
    again = words[end - length : end]
    while words[end : end + length] == again and not text[spans[end - 1].end : spans[end].start].strip():
        end += length
    return (end - place) // length


CHECK = SegmentCheck(
    name="duplication-word",
    level=Level.WARNING,
    its_type="duplication",
    requires=Needs(words=Sides.TARGET),
    summary="A word or a phrase of up to sixteen words is written twice in a row.",
    reason=(
        "A doubled word is what remains of a sentence that was changed half-way, and the eye skips it. Pronouns of "
        "reflexive verbs (nous nous), faire faire, known names (Bora Bora) and what the source doubles too are let "
        "through; so are phrases such as peu à peu à."
    ),
    examples=(
        Example(target="Le le Groupe s’est réuni.", flagged=("Le le",), repaired="Le Groupe s’est réuni."),
        Example(
            target="La lutte contre la corruption contre la corruption continue.",
            flagged=("contre la corruption contre la corruption",),
            repaired="La lutte contre la corruption continue.",
        ),
        Example(
            target="Le Groupe examinera l’état de la mise en œuvre de la Convention l’état de la mise en œuvre de la "
            "Convention.",
            flagged=("l’état de la mise en œuvre de la Convention l’état de la mise en œuvre de la Convention",),
            repaired="Le Groupe examinera l’état de la mise en œuvre de la Convention.",
        ),
        Example(target="Les habitants de Bora Bora ont répondu."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
