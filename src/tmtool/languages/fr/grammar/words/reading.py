"""Reads the words of a French text with what the lexicon says of them.

Words with hyphens stay whole, elided words are words of their own ("l’", "qu’"). What agreement needs of a reading is
boiled down to gender and number: "m", "f", "s", "p". Of a word with common and rare readings only the common ones
count.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import lru_cache

from tmtool.languages.entry import Entry
from tmtool.languages.fr.grammar.words.lexical_forms import GENDERS_AND_NUMBERS, NOMINAL, NOUN, Form, agreement_of, form
from tmtool.languages.symbols import addresses
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex


def word_expression(letter: str) -> str:
    """Returns the expression of a word of such letters, elided or whole. In some texts a space follows an apostrophe;
    hyphens may be soft or such as no line breaks at."""
    elided = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’](?= ?\w)"
    return rf"{elided}|{letter}+(?:['’\u2010\u2011\u00ad-]{letter}+)*"


_TOKEN = re.compile(word_expression(r"[^\W\d_²³¹⁰-⁹]"), re.IGNORECASE)
"""A raised figure is the mark of a note, or a power."""
_JOINTS = ("", " ", "\u00a0", "\u202f")
ALL = frozenset(GENDERS_AND_NUMBERS)
"""What a word can be of whose gender and number nothing is known."""
SINGULAR, PLURAL = frozenset({"ms", "fs"}), frozenset({"mp", "fp"})
THIRD = frozenset({"3s", "3p"})
"""The third persons of a verb."""
QUE = frozenset({"que", "qu'"})
DENYING = frozenset({"pas", "plus", "jamais", "guère", "point"})
"""What denies with ne right behind a verb, and is no noun or pronoun."""
POINTING = {"celui": "ms", "celle": "fs", "ceux": "mp", "celles": "fp"}
"""The pronouns that stand for a noun with what defines it, and the gender and number of each."""
_ENDS = frozenset({".", ";", ":", "?", "!"})
"""Marks with which a clause is over, whatever comes."""
SENTENCE_ENDS = (".", "?", "!")
"""Marks with which a sentence is over."""
_OPENING = '«“<"(–— \u00a0\u202f'
"""What may stand between the end of a clause and the first word of the next."""
_LONGEST_CLAUSE = 250
"""Words of a clause at most: a text without marks is no longer one, and takes no longer than others."""
_BRACKETED = re.compile(r"\((?:[^()]|\(\d+\)/|(?<=\W[a-z])\)|(?<=\W[ivx]{2})\)|(?<=\W[ivx]{3})\))*\)")
"""What is in brackets, in which there may be labels and the symbols of documents: (ICCD/CRIC(26)/1, point 3 a))."""
_CLOSED = re.compile(r"[ \u00a0\u202f]*" + _BRACKETED.pattern)
OPENING_QUOTES = ("«", "“")
"""Marks right before words that are quoted, or only spoken of."""
_OPENING_MARK, _CLOSING_MARK = re.compile(r"[«“][ \u00a0\u202f]*"), re.compile(r"[ \u00a0\u202f]*[»”]")
"""The marks around what is quoted, with the spaces inside."""
_TITLE = re.compile(r"[ \u00a0\u202f]*[«“][ \u00a0\u202f]*")
"""The mark before a title that only spaces part from the word before."""
_LABEL = re.compile(r"(?<!\w)(?:[a-z]|[ivx]{2,4})\)")
"""The label of a part: a), iii)."""
_VERB = frozenset({"V"})


@dataclass(frozen=True, slots=True)
class Word:
    """A `Word` is a word in its place. `before` is the text between it and the word before, `mark` the same without
    spaces at its ends, `text` the word as written, `lower` the same in lower case with the plain apostrophe. It is
    `joined` where only a space, or an apostrophe, parts it from the word before; `is_name` tells whether it has a
    capital, or no letters in lower case; `opens_clause` whether right before it is a mark with which a clause is over,
    whatever comes.
    """

    span: Span
    text: str
    before: str
    mark: str
    form: Form
    lower: str
    joined: bool
    is_name: bool
    opens_clause: bool

    def after(self, before: str) -> Word:
        """Returns the word with another text before it."""
        mark = before.strip()
        return replace(self, before=before, mark=mark, joined=before in _JOINTS, opens_clause=_ends_a_clause(mark))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Returns the readings of the lexicon, none for an unknown word."""
        return self.form.entries

    def agreement(self, categories: frozenset[str] | set[str] = NOMINAL) -> frozenset[str]:
        """Returns what it can be, in these categories or as a participle: of "ms", "mp", "fs", "fp"."""
        if categories == NOUN:
            return self.form.noun
        return self.form.nominal if categories == NOMINAL else agreement_of(self.entries, categories)

    @property
    def persons(self) -> frozenset[str]:
        """Returns person and number of the finite readings, such as "3s"."""
        return self.form.persons

    @property
    def is_infinitive(self) -> bool:
        """Tells whether one reading is an infinitive."""
        return self.form.is_infinitive

    @property
    def is_present_participle(self) -> bool:
        """Tells whether one reading is a present participle."""
        return self.form.is_present_participle

    @property
    def categories(self) -> frozenset[str]:
        """Returns the categories of all readings; participles and finite verbs are both "V"."""
        return self.form.categories

    @property
    def is_participle(self) -> bool:
        """Tells whether one reading is a past participle."""
        return self.form.is_participle

    @property
    def is_finite_verb(self) -> bool:
        """Tells whether it is nothing but a verb, and one reading is in the third person."""
        return self.form.categories == _VERB and not self.form.persons.isdisjoint(THIRD)

    @property
    def is_finite_or_auxiliary(self) -> bool:
        """Tells whether it is such a verb, or a form of être or avoir in the third person, which may be something else,
        too: est, a."""
        return self.is_finite_verb or (self.form.is_auxiliary and not self.form.persons.isdisjoint(THIRD))


@lru_cache(maxsize=2048)  # a long document: the checks take turns over all of it
def reading(text: str) -> tuple[Word, ...]:
    """Returns the words of `text`, in order, but for those of web and mail addresses."""
    found = []
    end = 0
    closed = SpanIndex(addresses(text))
    speaks = _SPEAKS.search(text) is not None
    for match in _TOKEN.finditer(text):
        written, span = match.group(), Span(*match.span())
        if closed.overlaps(span):
            continue
        before, its_form = text[end : match.start()], form(written, speaks=speaks)
        mark = before.strip()
        found.append(
            Word(
                span=span,
                text=written,
                before=before,
                mark=mark,
                form=its_form,
                lower=its_form.lower,
                joined=before in _JOINTS,
                is_name=not written[0].islower(),
                opens_clause=bool(mark) and _ends_a_clause(mark),
            )
        )
        end = match.end()
    return tuple(found)


def _ends_a_clause(mark: str) -> bool:
    """Tells whether a clause is over with a mark, whatever comes."""
    return mark.rstrip(_OPENING)[-1:] in _ENDS


@lru_cache(maxsize=2048)
def without_brackets(text: str) -> tuple[Word, ...]:
    """Returns the words of `text` but for those in brackets, so that what comes after them is right after what comes
    before: le projet (HSP/HA.4/4) a été approuvé. Those of labels such as a) stay; a text in which others are not
    closed, or not opened, is given as it is."""
    words = reading(text)
    brackets = [match.span() for match in _BRACKETED.finditer(text)]
    others = _LABEL.sub("", _BRACKETED.sub("", text))
    if not brackets or "(" in others or ")" in others:
        return without_quotation_marks(words)
    inside = SpanIndex(Span(*span) for span in brackets)
    kept: list[Word] = []
    end = 0
    for word in words:
        if inside.overlaps(word.span):
            continue
        before = _CLOSED.sub("", text[end : word.span.start])
        end = word.span.end
        kept.append(word if before == word.before else word.after(before))
    return without_quotation_marks(tuple(kept))


def _may_have_a_title(word: Word) -> bool:
    return bool(word.categories & NOMINAL or word.persons & THIRD)


def without_quotation_marks(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Returns words without the quotation marks around some of them that go on a sentence: a « exprimé sa vive
    préoccupation »; and without the titles in quotation marks right after a noun or a verb: l'initiative « L'eau pour
    tous », le thème sera « Les villes »."""
    if not any("«" in word.before or "“" in word.before for word in words):
        return words
    kept: list[Word] = []
    titled = False
    for word in words:
        if _TITLE.fullmatch(word.before) and word.is_name and kept and _may_have_a_title(kept[-1]):
            titled = True
            continue
        if titled and not _CLOSING_MARK.search(word.before):
            continue
        gap = _CLOSING_MARK.split(word.before, maxsplit=1)[-1] if titled else word.before
        titled = False
        gap = _OPENING_MARK.sub("", _CLOSING_MARK.sub("", gap))
        kept.append(word if gap == word.before else word.after(gap))
    return tuple(kept)


def is_earlier_in_clause(words: tuple[Word, ...], place: int, asked: Set[str], most: int | None = None) -> bool:
    """Tells whether one of some words comes before a place in its clause, among so many words before it at the most."""
    for at in range(place - 1, -1 if most is None else max(-1, place - 1 - most), -1):
        if words[at].lower in asked:
            return True
        if words[at].opens_clause:
            return False
    return False


def is_earlier_unparted(words: tuple[Word, ...], place: int, asked: Set[str], most: int) -> bool:
    """Tells whether one of some words comes before a place, among so many words at the most, and no mark after it."""
    for at in range(place - 1, max(-1, place - 1 - most), -1):
        if words[at].lower in asked:
            return True
        if not words[at].joined:
            return False
    return False


def opens_sentence(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is the first one of its text, or the mark right before it is one that ends a sentence."""
    return place == 0 or words[place].mark[-1:] in SENTENCE_ENDS


def start_of_clause(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word of the clause in which the word at `place` is, up to a mark that ends the one
    before; of a clause longer than any, a word in it."""
    least = max(0, place - _LONGEST_CLAUSE)
    while place > least and not words[place].opens_clause:
        place -= 1
    return place


def end_of_clause(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after the last word of the clause in which the word at `place` is, as `start_of_clause` does
    of its first."""
    most, place = min(len(words), place + _LONGEST_CLAUSE), place + 1
    while place < most and not words[place].opens_clause:
        place += 1
    return min(place, len(words))


def joined_after(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the next word, if nothing but a space parts it from the one at a place."""
    return words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None


def next_joined(words: tuple[Word, ...], place: int, count: int) -> tuple[Word, ...]:
    """Returns the next so many words, if nothing but spaces parts them from the one at a place and each other; else
    none."""
    after = words[place + 1 : place + 1 + count]
    return after if len(after) == count and all(word.joined for word in after) else ()


def first_joined(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word of those before one that are joined to each other and to it; of more than any
    clause has, one of them."""
    least = max(0, place - _LONGEST_CLAUSE)
    while place > least and words[place].joined:
        place -= 1
    return place


def place_before(words: tuple[Word, ...], place: int, small: Set[str]) -> int:
    """Returns the place of the last word before `place` and the small words that are joined to it; -1 for none."""
    place -= 1
    while place >= 0 and words[place].lower in small and words[place + 1].joined:
        place -= 1
    return place


def back_over(words: tuple[Word, ...], place: int, small: Set[str], least: int = 0) -> int:
    """Returns the first place from one on backwards that has none of the small words, or one that is not joined to the
    word before it; `least` at the least."""
    while place > least and words[place].joined and words[place].lower in small:
        place -= 1
    return place


def on_over(words: tuple[Word, ...], place: int, small: Set[str], last: int) -> int:
    """Returns the first place from one on that has none of the small words joined to the word before it; `last` at the
    most."""
    while place < last and words[place].joined and words[place].lower in small:
        place += 1
    return place


_SPEAKS = re.compile(r"\b(?:je|tu|toi|moi)\b|\b[jmt]['’]", re.IGNORECASE)
