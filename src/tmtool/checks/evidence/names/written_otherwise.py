"""Where has a text the words of a name in their order, but other small words between them, or other capitals?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from tmtool import languages
from tmtool.checks.evidence.document.phrases import Phrase, Searched, is_parted
from tmtool.languages import language_of
from tmtool.languages.alternatives import plain

_SMALL = re.compile(r"[^\W\d_]+'?")


def written_otherwise(
    names: Sequence[Phrase], text: Searched, language: str, *, small: bool, is_body: bool
) -> Phrase | None:
    """Returns the first place that has the words of a name in their order, with another preposition between them or
    another capital, unless the source has it `small`; a body's name begins with one, too (la convention may be
    one); None where a place has one of the names as it is."""
    first = None
    for name in names:
        for place in text.forms_of(name):
            if is_parted(place) is not is_parted(name):
                continue
            other_letters = not small and (_has_other_capitals(place, name) or (is_body and _begins_small(place, name)))
            if (
                not other_letters
                and not _lacks_an_article(place, name, language)
                and _are_joined_alike(place, name, language)
            ):
                return None
            first = first or place
    return first


def _has_other_capitals(place: Phrase, name: Phrase) -> bool:
    """Tells whether a word after the first has a small letter where the name has a capital, or the other way round in a
    place that is not all in capitals: Justice Pénale."""
    pairs = list(zip(place.surfaces[1:], name.surfaces[1:], strict=True))
    lowered = any(here[0].islower() and official[0].isupper() for here, official in pairs)
    return lowered or any(here.istitle() and official[0].islower() for here, official in pairs)


def _begins_small(place: Phrase, name: Phrase) -> bool:
    """Tells whether a place has a name as it is but for the capital of its first word."""
    here, official = plain(place.written), plain(name.written)
    return here != official and here[:1].upper() + here[1:] == official


def _lacks_an_article(place: Phrase, name: Phrase, language: str) -> bool:
    """Tells whether de or à comes between words where the name has du, des, au or aux: Commission de stupéfiants."""
    lost = language_of(language).pattern("article-lost")
    gaps = zip(_gaps(place), _gaps(name), strict=True)
    return any(lost.fullmatch(f"{here.strip()} {official.strip()}") for here, official in gaps)


def _are_joined_alike(place: Phrase, name: Phrase, language: str) -> bool:
    """Tells whether the same prepositions are between the words of two phrases, but where there is a year: de 2006."""
    return all(
        any(char.isdigit() for char in here + official) or _joints(here, language) == _joints(official, language)
        for here, official in zip(_gaps(place), _gaps(name), strict=True)
    )


def _gaps(place: Phrase) -> list[str]:
    """Returns what is between the words of a phrase."""
    return [place.text[one.span.end : other.span.start] for one, other in pairwise(place.words)]


def _joints(gap: str, language: str) -> list[str]:
    """Returns the prepositions in what is between two words, du as de, aux as à; after et any may be repeated."""
    kinds = _kinds(language)
    joints = [kinds[word] for word in _SMALL.findall(gap.lower().replace("’", "'")) if word in kinds]
    return [""] if "" in joints else joints


@cache
def _kinds(language: str) -> Mapping[str, str]:
    """Returns the prepositions of a language, each with the first of its family, and its coordinators with ""."""
    known = languages.get(language).small_words
    families = [sorted(family) for family in known.families if family.isdisjoint(known.articles)]
    alone = known.joints - known.articles
    kinds = {word: next((family[0] for family in families if word in family), word) for word in alone}
    return {**kinds, **{words[0]: "" for words in known.coordinators}}
