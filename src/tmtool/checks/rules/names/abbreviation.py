"""Is an abbreviation another one than in the source, or left in English: MINUSCA for MINUSMA, GEF for FEM?

See docs/un-french.md, section 9. The abbreviations are in the pair's ``abbreviations.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language.same_text import begins_a_kept_name
from tmtool.checks.evidence.language.set_apart import is_citation
from tmtool.checks.evidence.term.other_house import stands_for_several
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.slips import is_exchange, is_one_slip
from tmtool.model import Level, Span
from tmtool.model.wording import say, word

_TABLE = "abbreviations.tsv"
_NAME = 20
"""Characters in which that is looked for."""
_LEAST = 4
"""Letters of an abbreviation that is hardly anything else."""
_ALIKE = 0.6
"""From so alike on, an abbreviation is a slip for the other (MINUSCA, MINUSMA); less alike, it may be meant."""
_BRACKETED = re.compile(r"(?<=[^\W\d_] )\(([A-Z]{3,10})\)")
_VOWELS = frozenset("AEIOUY")


@dataclass(frozen=True, slots=True)
class _Known:
    """`_Known` is a pair of tables: the abbreviations of the source's language and those of the target's."""

    translations: Mapping[str, str]
    here: frozenset[str]
    pattern: re.Pattern[str]

    def left(self, one: str) -> bool:
        """Tells whether only the source's language has an abbreviation in that form."""
        return self.translations.get(one, one) != one and one not in self.here

    def found_in(self, text: str) -> dict[str, Span]:
        """Returns the abbreviations of a text with their first places, those that the table lacks, too."""
        found: dict[str, Span] = {}
        for match in self.pattern.finditer(text):
            found.setdefault(match.group(), Span(*match.span()))
        return found

    def sources(self, abbreviation: str) -> list[str]:
        """Returns what an abbreviation of the target's language may stand for."""
        return [there for there, here in self.translations.items() if here == abbreviation]


@cache
def _known(pair: LanguagePair) -> _Known:
    translations = {first: second for first, second, *_ in pair.rows(_TABLE)}
    written = "|".join(["[A-Z]{2,}", *(one for one in translations.values() if one.islower())])  # sida
    pattern = re.compile(rf"(?<![\w/«<&-])(?:{written})(?=(?:s|-\d+)?(?![\w/-]|\.\d|\s\d+[-/.]\d))")  # ICC 148-0
    return _Known(translations, frozenset(translations.values()), pattern)


@cache
def _in_name(language: Language) -> re.Pattern[str]:
    """Returns the pattern of what comes before an abbreviation that is part of a name in a language."""
    joints = "".join(rf"|\b{word}" for (word,) in language.rows("name_joints.txt"))
    return re.compile(rf"(?:\b[A-Z]{{2,}}|[A-Z][a-z]+{joints}) $")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an abbreviation is another one than in the source, or is left in English."""
    assert draft.source is not None and draft.target is not None and draft.language_pair is not None
    known = _known(draft.language_pair)
    of_target = known.found_in(pair.target)
    if not of_target:
        return
    of_source = known.found_in(pair.source or "")
    if is_citation(pair.target) or _is_letterhead(pair, draft):
        return
    left = [
        one
        for one in of_target
        if known.left(one)
        and not begins_a_kept_name(of_target[one], pair.target, pair.source or "")
        and (one in of_source or not pair.source or _is_spelt_out(one, pair.source, draft.source))
        and _is_alone(one, of_target, of_source, pair.target, draft)
        and not any(stands_for_several(name, one, pair.source or "") for name in pair.source_terms)
    ]
    for one in left:
        right = known.translations[one]
        yield Flag(
            say(
                "“{one}” is {source_language}; the {target_language} is “{right}”.",
                one=one,
                source_language=word(draft.source.name),
                target_language=word(draft.target.name),
                right=right,
            ),
            target_span=of_target[one],
            source_span=of_source.get(one),
            suggestion=right,
            fixable=(one[0] in _VOWELS) == (right[0] in _VOWELS),
        )
    if not left and pair.source:
        found = list(_explained_otherwise(pair, draft, known))
        yield from found or _exchange(of_target, of_source, pair, draft, known)


def _is_letterhead(pair: Pair, draft: Draft) -> bool:
    """Tells whether this is the abbreviation by itself at the head of a document whose symbol begins with it."""
    own = pair.target.strip()
    return pair is draft.pairs[0] and own == (pair.source or "").strip() and draft.symbol.startswith(own)


def _explained_otherwise(pair: Pair, draft: Draft, known: _Known) -> Iterator[Flag]:
    """Flags an abbreviation in brackets that is a slip from the right one, such as two letters exchanged, and that is
    no abbreviation of the words before it: Organisation internationale du Travail (OTI)."""
    assert draft.target is not None
    explained = {found[1]: Span(*found.span(1)) for found in _BRACKETED.finditer(pair.source or "")}
    meant = {known.translations[there]: there for there in explained if there in known.translations}
    for found in _BRACKETED.finditer(pair.target):
        one = found[1]
        if one in meant or one in explained or _is_spelt_out(one, pair.target, draft.target):
            continue
        right = next((right for right in meant if _is_slip(one, right)), None)
        if right is not None and f"({right})" not in pair.target:
            message = say("“{one}” is one slip from “{right}”.", one=one, right=right)
            yield Flag(message, Span(*found.span(1)), explained[meant[right]], suggestion=right, level=Level.WARNING)


def _is_slip(one: str, right: str) -> bool:
    """Tells whether an abbreviation is one slip from another: of three letters, two of them have changed places."""
    return is_one_slip(one, right) if min(len(one), len(right)) >= _LEAST else is_exchange(one, right)


def _is_alone(one: str, of_target: Mapping[str, Span], of_source: Mapping[str, Span], text: str, draft: Draft) -> bool:
    """Tells whether an abbreviation is no part of a name and not spelt out in either language. Without it in the source
    a short one may be anything, and in brackets it may be next to that of the target's language."""
    assert draft.source is not None and draft.target is not None
    before, after = text[: of_target[one].start], text[of_target[one].end :]
    if _in_name(draft.source).search(before[-_NAME:]):
        return False
    if any(_is_spelt_out(one, text, language) for language in (draft.target, draft.source)):
        return False
    return one in of_source or (len(one) >= _LEAST and not before.endswith("(") and not after.startswith(")"))


def _exchange(
    of_target: Mapping[str, Span], of_source: Mapping[str, Span], pair: Pair, draft: Draft, known: _Known
) -> Iterator[Flag]:
    """Flags an abbreviation that the translation lacks and one that the source lacks, neither of them written out."""
    assert draft.source is not None and draft.target is not None
    meant = {one: known.translations[one] for one in of_source if one in known.translations}
    lost = [
        one
        for one, right in meant.items()
        if one not in of_target and right not in of_target and not _is_spelt_out(right, pair.target, draft.target)
    ]
    gained = [
        one
        for one in of_target
        if one.isupper() and one in known.here and one not in of_source and one not in meant.values()
    ]
    for one in gained if lost else ():
        if not any(_is_spelt_out(there, pair.source or "", draft.source) for there in known.sources(one)):
            right = meant[lost[0]]
            yield Flag(
                say(
                    "“{one}” here, but “{there}” in the source, in {target_language} “{right}”.",
                    one=one,
                    there=lost[0],
                    target_language=word(draft.target.name),
                    right=right,
                ),
                target_span=of_target[one],
                source_span=of_source[lost[0]],
                suggestion=right,
                level=None if _ratio(one, right) >= _ALIKE else Level.WARNING,
            )
            return
    unknown = {
        one: span
        for one, span in of_target.items()
        if one not in of_source and one not in meant.values() and (len(one) >= _LEAST or one not in known.here)
    }
    misspelt = list(_misspelt(lost, unknown, of_source, meant, pair.target, draft.target))
    yield from misspelt or _doubled(of_target, of_source, meant, draft.target)


def _doubled(
    of_target: Mapping[str, Span], of_source: Mapping[str, Span], meant: Mapping[str, str], language: Language
) -> Iterator[Flag]:
    """Flags an abbreviation that is one of the source with a letter double, if that is the same in both languages as
    far as any table knows: HCFFC."""
    for one, span in of_target.items():
        if one in of_source or len(one) <= _LEAST or not one.isupper() or language.knows(one.lower()):
            continue
        for there, there_span in of_source.items():
            right = meant.get(there, there)
            cuts = {one[:place] + one[place + 1 :] for place in range(1, len(one)) if one[place] == one[place - 1]}
            if right in cuts and right not in of_target:
                message = say("“{one}” is one slip from “{right}”.", one=one, right=right)
                yield Flag(message, span, there_span, suggestion=right, level=Level.WARNING)
                return


def _misspelt(
    lost: Sequence[str],
    unknown: Mapping[str, Span],
    of_source: Mapping[str, Span],
    meant: Mapping[str, str],
    text: str,
    language: Language,
) -> Iterator[Flag]:
    """Flags an abbreviation that is one slip away from the one that the translation lacks, and is nothing else."""
    for there in lost:
        right = meant[there]
        for one, span in unknown.items():
            if _is_slip(one, right) and not _is_spelt_out(one, text, language):
                message = say("“{one}” is one slip from “{right}”.", one=one, right=right)
                yield Flag(message, target_span=span, source_span=of_source[there], suggestion=right)
                return


def _ratio(one: str, other: str) -> float:
    """Returns how alike two abbreviations are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_spelt_out(abbreviation: str, text: str, language: Language) -> bool:
    """Tells whether a text has words of content in a row of which these are the first letters."""
    return abbreviation.lower() in _first_letters(text, language)


@lru_cache(maxsize=16)  # every abbreviation of a text is asked for
def _first_letters(text: str, language: Language) -> str:
    """Returns the first letters of the words of content of a text."""
    words = map(language.fold, language.words_written(text))
    return "".join(word[0] for word in words if word not in language.function_words)


_GEF = "Fonds pour l’environnement mondial"

CHECK = SegmentCheck(
    name="names-abbreviation",
    level=Level.ERROR,
    its_type="terminology",
    requires=Needs(pair=_TABLE, one_way=True),
    yields_to=("term-deprecated", "names-body", "completeness-omission", "language-other-segment"),
    summary="An abbreviation is another one than in the source, or is left in English.",
    reason=(
        "Missions and funds are known by abbreviations that differ in one letter, and many keep their English form in "
        "French while others do not. One lost and one gained is an exchange, unless either is written out: an error "
        "where the two are alike, else a warning."
    ),
    examples=(
        Example(
            source="the Global Environment Facility (GEF)",
            target=f"le {_GEF} (GEF)",
            flagged=("GEF",),
            repaired=f"le {_GEF} (FEM)",
        ),
        Example(target="le rapport de l’UNODC", flagged=("UNODC",), repaired="le rapport de l’ONUDC"),
        Example(source="the World Health Organization and IMF", target="l’OMS et le Fonds monétaire international"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
