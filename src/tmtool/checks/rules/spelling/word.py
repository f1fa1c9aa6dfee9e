"""Is there a word that the French lexicon does not know? (docs/un-french.md, fact 106.)

Left alone are names, words of the source, quotations, and words built by rule on known ones: compounds, ordinals; but
comission, which may be built on mission, is la commission where the source has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language import lost_hyphens
from tmtool.checks.evidence.language.as_elsewhere import name_elsewhere, word_elsewhere
from tmtool.checks.evidence.language.misspelt_capitals import meant_in_capitals
from tmtool.checks.evidence.language.set_apart import SET_APART
from tmtool.checks.evidence.language.spelling_correction import Corrections
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.qualifiers.invariable_adjectives import invariable_form
from tmtool.languages.fr.grammar.words import slips
from tmtool.languages.fr.grammar.words.reading import Word, reading
from tmtool.languages.fr.grammar.words.slips import accented
from tmtool.languages.fr.grammar.words.word_building import VOWELS, is_built, is_of_1990, other_number
from tmtool.languages.fr.lexicon import is_known
from tmtool.languages.letters import fold
from tmtool.languages.slips import is_exchange, is_one_slip
from tmtool.model import Level, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

_SHORTEST = 3
_SHORTEST_NAME, _LONGEST_NAME = 6, 40
_LONGEST_ABBREVIATION = 4
_SHORTEST_QUOTATION = 3
_MOSTLY = 0.6
_MOST_UNKNOWN = 100
"""Unknown words of which a segment is read: one with more is in no language that the lexicon knows."""
_LIKE = 3
_COGNATE = 6
_OFTEN = 3
"""How often a document has a word that is no slip."""
_NOTE_CALL = re.compile(r"[^\W\d_]{6,}[a-d]")
_ENDING = re.compile(r"\w\($")
"""What is before the ending of women in brackets: rapporteur(euse)."""
_SPECIES, _LONGEST_GENUS = re.compile(r"\([A-Z][a-z]+ $"), 40
"""What is before the second word of the Latin name of a species in brackets: (Anguilla anguilla)."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A `_Text` is a translation of which each word is asked, with what may speak for another word: `foreign` are the
    words of its source in lower case, `apart` the places of quotations, addresses and the like."""

    pair: Pair
    draft: Draft
    words: tuple[Word, ...]
    corrections: Corrections
    foreign: set[str]
    apart: SpanIndex

    @classmethod
    def of(cls, pair: Pair, draft: Draft) -> _Text:
        """Returns the translation of a pair."""
        source = pair.source or ""
        return cls(
            pair,
            draft,
            reading(pair.target),
            Corrections(slips, source, draft.language_pair),
            set(re.findall(r"[^\W\d_]+", source.lower())),
            SpanIndex(_set_apart(pair.target)),
        )


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word is not in the French lexicon."""
    text = _Text.of(pair, draft)
    unknown: set[str] = set()
    for place, word in enumerate(text.words):
        compound = other_number(word.lower) if "-" in word.lower and word.text.islower() else None
        if compound is not None:
            yield _flag(word, compound)
            continue
        if word.entries or _is_left_alone(text, place):
            continue
        meant = _way_of(text, place)
        if meant is _by_unknown:
            unknown.add(word.lower)
            if len(unknown) > _MOST_UNKNOWN:
                return
        best = meant(text, place) if meant is not None else None
        if best is None:
            continue
        if not is_of_1990(word.lower, best):
            yield _flag(word, best, Level.INFO if _is_damage(word.lower, best, draft) else None)
        elif any(best in other.target.lower() for other in draft.pairs):
            yield _flag_of_1990(word, best)


def _flag(word: Word, best: str, level: Level | None = None) -> Flag:
    """Returns the flag for an unknown word that was meant to be another."""
    message = say("“{word}” is not in the French lexicon; perhaps “{best}”.", word=word.text, best=best)
    return Flag(message, target_span=word.span, suggestion=best, level=level)


def _flag_of_1990(word: Word, best: str) -> Flag:
    """Returns the flag for a word in the spelling of 1990, where the text has the other spelling, too."""
    message = say("“{word}” is the spelling of 1990, and the text has “{best}”, too.", word=word.text, best=best)
    return Flag(message, target_span=word.span, suggestion=best, level=Level.INFO)


def _set_apart(text: str) -> Iterator[Span]:
    """Yields the places of a text whose words are left alone; a quotation in French is none."""
    for found in SET_APART.finditer(text):
        if found[0][0] not in "([" and not (found[0][0] in "«<" and _is_french(found[0])):
            yield Span(*found.span())


def _is_left_alone(text: _Text, place: int) -> bool:
    """Tells whether an unknown word is too short, part of a name or of what is set apart, or no word."""
    word = text.words[place]
    if len(word.text) < _SHORTEST or "'" in word.lower:
        return True
    if text.apart.overlaps(word.span) or _near_a_name(text.words, place):
        return True
    if _is_no_word(text.pair.target, word) or _is_abbreviated_there(word, text.pair.target, text.pair.source or ""):
        return True
    return "æ" in word.lower and is_known(word.lower.replace("æ", "ae"))  # curriculum vitæ


def _way_of(text: _Text, place: int) -> Callable[[_Text, int], str | None] | None:
    """Returns the way to find out what an unknown word was meant to be, by how it is written and made; None where it
    may be anything."""
    word = text.words[place]
    if word.text.istitle():
        return _by_capital
    if _exactly(text, place) is not None:
        return _exactly
    if word.text.isupper() and text.foreign:
        return _by_capitals
    if not word.text.islower():
        return None
    if is_built(word.lower) and not accented(word.lower):
        return _by_built
    if text.foreign.issuperset(word.lower.split("-")) or not text.foreign.isdisjoint(_like_foreign(word.lower)):
        return _by_foreign
    return _by_unknown


def _by_capital(text: _Text, place: int) -> str | None:
    """Returns what a word with a capital was meant to be."""
    word, pair, draft = text.words[place].text, text.pair, text.draft
    return (
        _meant_by_name(text.words, place, text.corrections, text.foreign)
        or name_elsewhere(word, text.foreign, pair, draft)
        or word_elsewhere(word, text.foreign, pair, draft, is_known)
    )


def _exactly(text: _Text, place: int) -> str | None:
    """Returns the one word of which an unknown one is a wrong form: a State without its capital, or a plural that there
    is not."""
    return _states().get(text.words[place].text) or invariable_form(text.words, place)


def _by_capitals(text: _Text, place: int) -> str | None:
    """Returns what a word all in capitals was meant to be."""
    return meant_in_capitals(text.words, place, text.corrections, text.foreign, text.draft)


def _by_built(text: _Text, place: int) -> str | None:
    """Returns what a word that could be built on a known one was meant to be: comission, where the source has
    commission."""
    word = text.words[place].lower
    best = text.corrections.of(word)
    return best if best is not None and text.corrections.is_meant(word, best) else None


def _by_foreign(text: _Text, place: int) -> str | None:
    """Returns what a word that the source has, too, was meant to be among French ones."""
    if not _among_french(text.words, place, text.foreign):
        return None
    return accented(text.words[place].lower) or _cognate(text.words, place, text.corrections)


def _by_unknown(text: _Text, place: int) -> str | None:
    """Returns what a word in lower case was meant to be of which nothing is known."""
    word = text.words[place].lower
    return text.corrections.of(word) or _by_its_part(word, text.corrections)


def _like_foreign(word: str) -> tuple[str, str]:
    """Returns the words of the source from which one may be made by an ending: ricine from ricin."""
    return word.removesuffix("s"), word.removesuffix("s").removesuffix("e")


def _cognate(words: tuple[Word, ...], place: int, corrections: Corrections) -> str | None:
    """Returns the French word of which the source's is one letter off, right after a determiner: la connection."""
    after_determiner = place > 0 and words[place].joined and is_determiner(words[place - 1])
    return corrections.cognate(words[place].lower) if after_determiner else None


def _by_its_part(word: str, corrections: Corrections) -> str | None:
    """Returns what a compound was meant to be of which one part alone is unknown: vice-présidance."""
    parts = word.split("-")
    unknown = [place for place, part in enumerate(parts) if not is_known(part) and not is_known(_without_with(part))]
    if len(parts) == 1 or len(unknown) != 1 or len(parts[unknown[0]]) < _SHORTEST_NAME:
        return None
    best = corrections.of(parts[unknown[0]])
    return None if best is None else "-".join((*parts[: unknown[0]], best, *parts[unknown[0] + 1 :]))


def _without_with(part: str) -> str:
    """Returns a part of a compound without its co-: covice-président."""
    return part.removeprefix("co")


def _is_damage(word: str, best: str, draft: Draft) -> bool:
    """Tells whether an unknown word is none of a translator's slips: the text has it always, or has lost hyphens."""
    without_hyphen = "-" in best and best.lower().replace("-", "") == word
    return (without_hyphen and lost_hyphens.are_lost(draft)) or _is_of_the_text(word, best, draft)


def _is_of_the_text(word: str, best: str, draft: Draft) -> bool:
    """Tells whether a document has an unknown word so often, and never the other one, that it is a word of its
    field: marmette, a bird, is no marmotte."""
    root, other = word.removesuffix("s"), best.lower().removesuffix("s")
    texts = [pair.target.lower() for pair in draft.pairs]
    return sum(text.count(root) for text in texts) >= _OFTEN and (
        other in root or not any(other in one for one in texts)
    )


def _is_no_word(text: str, word: Word) -> bool:
    """Tells whether this is a Roman numeral or an abbreviation, a part of a word with figures or cut at the end of a
    line, or a word with a letter that calls a note (vecteursb)."""
    start, end = word.span.start, word.span.end
    if _SPECIES.search(text, max(0, start - _LONGEST_GENUS), start) and text[end : end + 1] == ")":
        return True
    if set(word.lower) <= set("ivxl") or set(word.lower).isdisjoint(VOWELS):
        return True
    short = len(word.text) <= _LONGEST_ABBREVIATION and text[end + 1 :].strip()
    if _ENDING.search(text, max(0, start - 2), start) and text[end : end + 1] == ")":
        return True
    if text[:start].endswith(f"{word.text.capitalize()} "):  # Anguilla anguilla
        return True
    if text[end : end + 1] == "." and (short or word.lower in _short_months()):
        return True
    if text[start - 1 : start].isdigit() or text[end : end + 1].isdigit():
        return True
    if text[end : end + 2] == "- " or text[max(0, start - 2) : start] == "- ":
        return True
    return _NOTE_CALL.fullmatch(word.lower) is not None and is_known(word.lower[:-1]) and not accented(word.lower)


def _is_abbreviated_there(word: Word, text: str, source: str) -> bool:
    """Tells whether the source has the same letters with the point of an abbreviation: rev., rév."""
    end = word.span.end
    if len(word.text) > _LONGEST_ABBREVIATION or text[end : end + 1] != ".":
        return False
    return re.search(rf"(?<!\w){re.escape(fold(word.lower))}\.", fold(source.lower())) is not None


def _is_french(quotation: str) -> bool:
    """Tells whether this is a quotation of a few words that are French, some of them small words of grammar."""
    words = reading(quotation)
    known = sum(bool(word.entries) for word in words)
    return (
        len(words) >= _SHORTEST_QUOTATION
        and known >= _MOSTLY * len(words)
        and any(word.lower in LANGUAGE.word_set("in-quotations") for word in words)
    )


def _near_a_name(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a small word of a foreign name: Abdul bin Rashid."""
    neighbours = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]
    return len(neighbours) == 2 and all(word.is_name and not word.entries for word in neighbours)


def _meant_by_name(words: tuple[Word, ...], place: int, corrections: Corrections, foreign: set[str]) -> str | None:
    """Returns what a word with a capital was meant to be: one that these documents write so, a name of the source, or
    the first word of its sentence."""
    word = words[place]
    short = len(word.text) < _SHORTEST_NAME
    if word.text in _capitals() or (short and not (foreign and _is_noun_in_capitals(words, place))):
        return None
    if word.lower in foreign:
        if place + 1 < len(words) and words[place + 1].is_name and words[place + 1].lower in foreign:
            return None
        best = accented(word.lower)
        known = best is not None and best.capitalize() in _capitals() and _among_french(words, place, foreign)
        return best.capitalize() if best and known else None
    letters = fold(word.lower)
    for best, its_letters in _capitals_about(len(letters)):
        if is_one_slip(letters, its_letters) and (not short or len(its_letters) >= _SHORTEST_NAME):
            return best
    if short:
        return None
    lower = word.lower
    for at in range(len(lower) - 1 if len(lower) <= _LONGEST_NAME else 0):
        best = f"{lower[:at]}{lower[at + 1]}{lower[at]}{lower[at + 2 :]}"
        if best in foreign and is_exchange(lower, best):
            return best.capitalize()
    if is_built(word.lower):
        return None
    following = words[place + 1] if place + 1 < len(words) else None
    opens = place == 0 or words[place].before.strip()[-1:] in (".", ";", "«", "<")
    goes_on = following is not None and following.before in (" ", ", ", "\u00a0") and following.text.islower()
    best = corrections.of(word.lower) if opens and goes_on and following and following.entries else None
    if best is None or len(best) < _SHORTEST_NAME:
        return None
    # A name that the source spells alike stays, but not Transprots where the source has transport.
    name = _is_like(word.lower, foreign, _LIKE) and not _is_like(best, foreign, _COGNATE)
    return None if name else best.capitalize()


def _is_noun_in_capitals(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word of one letter fewer than others is a noun that should have a capital: le Goupe, du Comié."""
    word = words[place]
    before = words[place - 1] if place and word.joined else None
    return len(word.text) == _SHORTEST_NAME - 1 and before is not None and before.lower in determiners()


def _is_like(word: str, foreign: set[str], letters: int) -> bool:
    """Tells whether the source has a word that begins with as many of the same letters."""
    return any(other.startswith(word[:letters]) for other in foreign)


def _among_french(words: tuple[Word, ...], place: int, foreign: set[str]) -> bool:
    """Tells whether a neighbouring word is French and not one of the source."""
    neighbours = [words[place - 1]] if place and words[place].joined else []
    neighbours += [words[place + 1]] if place + 1 < len(words) and words[place + 1].joined else []
    return any(word.entries and word.text.islower() and word.lower not in foreign for word in neighbours)


@cache
def _short_months() -> frozenset[str]:
    """Returns what the names of the months are cut to, without the full stop: févr."""
    return frozenset(name for name, _, use in LANGUAGE.rows("month_uses.tsv") if use == "short")


@cache
def _states() -> Mapping[str, str]:
    """Returns the names of States of one word, by what they are without their capital."""
    names = (name for _, names in LANGUAGE.rows("states.tsv") for name in names.split("|"))
    return {name[0].lower() + name[1:]: name for name in names if name[1:].isalpha() and name[1:].islower()}


@cache
def _capitals() -> Mapping[str, str]:
    """Returns the words that these documents write with a capital, with their letters."""
    return {word: fold(word) for (word,) in LANGUAGE.rows("word_capitals.txt")}


@cache
def _capitals_about(length: int) -> tuple[tuple[str, str], ...]:
    """Returns those of so many letters, one more or one fewer."""
    return tuple((word, letters) for word, letters in _capitals().items() if abs(len(letters) - length) <= 1)


CHECK = SegmentCheck(
    name="spelling-word",
    level=Level.WARNING,
    its_type="misspelling",
    requires=Needs(into="fr"),
    yields_to=("language-foreign-word", "language-untranslated", "typography-form"),
    summary="A word is not in the French lexicon.",
    reason=(
        "A slip of the keyboard, a lost accent or hyphen. Reported is an unknown word with a known one a slip away "
        "that the source or the use of the United Nations speaks for; any other may be a new term. Names, words of the "
        "source, quotations and words built on known ones (birégional, vingt-deuxième) are left alone. What the "
        "spelling of 1990 admits (protègera, connait) is only noted, where the text has the other spelling, too."
    ),
    examples=(
        Example(source="Air transport", target="Transprots aériens", flagged=("Transprots",)),
        Example(source="Mr. Tadevosyan", target="M. Tadevsoyan a répondu.", flagged=("Tadevsoyan",)),
        Example(source="Mr. Tadevosyan and Mr. Salim", target="M. Tadevosian et M. Sallim ont répondu."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
