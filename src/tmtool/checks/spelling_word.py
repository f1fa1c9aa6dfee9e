"""Is there a word that the French lexicon does not know? (docs/un-french.md, fact 106.)

Left alone are names, words of the source, quotations, and words built by rule on known ones: compounds, ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.foreign_words import SET_APART
from tmtool.checks.french_reading import Word, reading
from tmtool.languages import tables
from tmtool.languages.french.lexicon import is_known
from tmtool.model import Level, Span

_SHORTEST = 3
_SHORTEST_NAME = 6
_SHORTEST_QUOTATION = 3
_MOSTLY = 0.6
_SMALL_WORDS = frozenset({"de", "la", "le", "les", "des", "du", "et", "l'", "d'", "à", "au", "aux", "pour", "dans"})
"""Words that show a quotation to be French."""
_LIKE = 3
_COGNATE = 6
_PREFIX = re.compile(
    r"(?:anti|auto|bi|co|contre|cyber|dé|extra|géo|hydro|hyper|infra|inter|intra|macro|méga|méta|micro|mono|multi|"
    r"nano|néo|para|péri|pluri|poly|post|pré|pro|pseudo|psycho|ré|re|semi|socio|sous|sub|super|supra|sur|télé|tri|"
    r"trans|ultra|uni|bio|radio|thermo|électro|agro|narco|euro|afro|éco|perfluor|fluor|chlor|brom)"
)
_BEFORE_HYPHENS = frozenset({"non", "ex", "d", "anti", "pré", "post", "sous", "vice", "inter", "pan", "mi"})
_SHORTEST_REST = 5
_LETTERS = "aàâbcçdeéèêëfghiîïjklmnoôpqrstuùûvwxyz"
_ENDINGS = ("-elle", "-il", "-elles", "-ils", "-on", "-ci", "-là", "-ce", "-t-il", "-t-elle", "-t-on")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    text = pair.target
    apart = [
        Span(*found.span())
        for found in SET_APART.finditer(text)
        if found.group()[0] not in "([" and not (found.group()[0] in "«<" and _is_french(found.group()))
    ]
    foreign = set(re.findall(r"[^\W\d_]+", (pair.source or "").lower()))
    words = reading(text)
    for place, word in enumerate(words):
        if word.entries or len(word.text) < _SHORTEST or "'" in word.lower:
            continue
        if any(word.span.overlaps(span) for span in apart) or _near_a_name(words, place):
            continue
        if word.text.istitle():
            best = _meant_by_name(words, place, foreign)
            if best:
                yield Spot(
                    f"“{word.text}” is not in the French lexicon; perhaps “{best}”.",
                    target_span=word.span,
                    suggestion=best,
                )
            continue
        if not word.text.islower():
            continue
        if set(word.lower) <= set("ivxl") or _is_built(word.lower) or _touches_figures(text, word.span):
            continue
        if foreign.issuperset(word.lower.split("-")):
            best = _accented(word.lower) if _among_french(words, place, foreign) else None
            if best is None:
                continue
        else:
            best = _correction(word.lower)
        advice = f"; perhaps “{best}”" if best else ""
        yield Spot(
            f"“{word.text}” is not in the French lexicon{advice}.",
            target_span=word.span,
            suggestion=best,
            level=None if best else Level.INFO,
        )


def _is_french(quotation: str) -> bool:
    """True for a quotation of a few words that are French, some of them small words of grammar."""
    words = reading(quotation)
    known = sum(bool(word.entries) for word in words)
    return (
        len(words) >= _SHORTEST_QUOTATION
        and known >= _MOSTLY * len(words)
        and any(word.lower in _SMALL_WORDS for word in words)
    )


def _near_a_name(words: tuple[Word, ...], place: int) -> bool:
    """True for the small words of foreign names: Abdul bin Rashid."""
    beside = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]
    return len(beside) == 2 and all(word.is_name and not word.entries for word in beside)


def _meant_by_name(words: tuple[Word, ...], place: int, foreign: set[str]) -> str | None:
    """What a word with a capital was meant to be: one that these documents write so, or the first of its sentence."""
    word = words[place]
    if len(word.text) < _SHORTEST_NAME or word.text in _capitals():
        return None
    if word.lower in foreign:
        best = _accented(word.lower)
        known = best is not None and best.capitalize() in _capitals() and _among_french(words, place, foreign)
        return best.capitalize() if best and known else None
    for best in _slips(word.lower):
        if best.capitalize() in _capitals():
            return best.capitalize()
    if _is_built(word.lower):
        return None
    following = words[place + 1] if place + 1 < len(words) else None
    opens = place == 0 or words[place].before.strip()[-1:] in (".", ";", "«", "<")
    goes_on = following is not None and following.joined and following.text.islower() and bool(following.entries)
    best = _correction(word.lower) if opens and goes_on else None
    if best is None or len(best) < _SHORTEST_NAME:
        return None
    # A name that the source spells alike stays, but not Transprots where the source has transport.
    name = _is_like(word.lower, foreign, _LIKE) and not _is_like(best, foreign, _COGNATE)
    return None if name else best.capitalize()


def _is_like(word: str, foreign: set[str], letters: int) -> bool:
    """True if the source has a word that begins with as many of the same letters."""
    return any(other.startswith(word[:letters]) for other in foreign)


def _accented(word: str) -> str | None:
    """The word of the lexicon that differs from this one in accents only."""
    return next((best for best in _other_accents(word) if best != word and is_known(best)), None)


def _among_french(words: tuple[Word, ...], place: int, foreign: set[str]) -> bool:
    """True if a word beside is French and not one of the source."""
    beside = [words[place - 1]] if place and words[place].joined else []
    beside += [words[place + 1]] if place + 1 < len(words) and words[place + 1].joined else []
    return any(word.entries and word.text.islower() and word.lower not in foreign for word in beside)


@cache
def _capitals() -> frozenset[str]:
    """The words that these documents write with a capital."""
    return frozenset(tables.words(Path(__file__).with_name("spelling_word_capitals.txt")))


def _touches_figures(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start].isdigit() or text[span.end : span.end + 1].isdigit()


def _is_built(word: str) -> bool:
    """True for compounds of known words, and for known words with a prefix."""
    for ending in _ENDINGS:
        if word.endswith(ending) and is_known(word.removesuffix(ending)):
            return True
    parts = word.split("-")
    if len(parts) > 1:
        return all(part in _BEFORE_HYPHENS or is_known(part) or part.endswith("o") or _is_built(part) for part in parts)
    prefix = _PREFIX.match(word)
    rest = word[prefix.end() :] if prefix else ""
    return len(rest) >= _SHORTEST_REST and (is_known(rest) or _is_built(rest))


def corrections(word: str) -> Iterator[str]:
    """Known words one slip away, the likeliest slips first: an accent, two letters exchanged, one doubled, lost,
    wrong."""
    seen = set()
    for candidate in _slips(word):
        if candidate not in seen and candidate != word:
            seen.add(candidate)
            if is_known(candidate) and len(candidate) > 2:
                yield candidate


@lru_cache(maxsize=4096)
def _correction(word: str) -> str | None:
    """The likeliest known word one slip away, None for none."""
    return next(corrections(word), None)


def _slips(word: str) -> Iterable[str]:
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from _other_accents(word)
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in splits if tail)
    for place in range(2, len(word) - 1):
        yield word[:place] + "-" + word[place:]
    yield from (head + letter + tail for head, tail in splits for letter in _LETTERS)
    yield from (head + letter + tail[1:] for head, tail in splits if tail for letter in _LETTERS)


def _other_accents(word: str) -> Iterable[str]:
    """The word with one accent more, less or another."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    accents = {"e": "éèêë", "é": "eèê", "è": "eéê", "ê": "eéè", "a": "àâ", "à": "a", "â": "a", "o": "ô", "ô": "o"}
    accents |= {"i": "îï", "î": "i", "ï": "i", "u": "ûù", "û": "u", "ù": "u", "c": "ç", "ç": "c"}
    for head, tail in splits:
        if tail:
            for letter in accents.get(tail[0], ""):
                yield head + letter + tail[1:]


CHECK = SegmentCheck(
    name="spelling-word",
    level=Level.WARNING,
    its_type="misspelling",
    target_language="fr",
    yields_to=("language-foreign-word", "language-untranslated", "typography-form"),
    summary="A word is not in the French lexicon.",
    reason=(
        "A slip of the keyboard, a lost accent or hyphen. Names, words of the source, quotations and words "
        "built on known ones (birégional, vingt-deuxième) are left alone. With a known word one slip away it is a "
        "warning, without one an info: it may be a new term."
    ),
    examples=(
        Example(target="Le proejt de résolution a été adopté.", flagged=("proejt",)),
        Example(target="Le dépot du document est attendu.", flagged=("dépot",)),
        Example(target="La nonprolifération des armes nucléaires", flagged=("nonprolifération",)),
        Example(target="Le Gouvernmeent de la Rèpublique", flagged=("Gouvernmeent", "Rèpublique")),
        Example(target="Contribtuions volontaires en espèces", flagged=("Contribtuions",)),
        Example(
            source="experience of the Conference",
            target="l’experience de la Conference",
            flagged=("experience", "Conference"),
        ),
        Example(source="Mr. Tadevosyan and Mr. Salim", target="M. Tadevosian et M. Sallim ont répondu."),
        Example(source="Air transport", target="Transprots aériens", flagged=("Transprots",)),
        Example(target="L’Afrique, l’Europe et la Méditerranée"),
        Example(source="The Development Conference", target="La revue Development Conference Review"),
        Example(target="Le programme birégional de cofinancement du vingt-deuxième exercice"),
        Example(target="M. Abdul bin Rashid et l’association Zamzam"),
        Example(source="The hisbah police", target="La police hisbah"),
        Example(target="La « Proprieté et la protection des épaves »", flagged=("Proprieté",)),
        Example(target="Existe-t-il un document intitulé « Free world » ?"),
    ),
    look=look,
)
