"""Is a word that the lexicon lacks made by rule of words that it has: birégional, vingt-deuxième, existe-t-il?

The prefixes are in ``word_building.txt``, what is before and after hyphens in ``word_building.tsv``, the endings of
titles of women in ``women_endings.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.lexicon import is_known

_PREFIXES = frozenset(tables.words(Path(__file__).with_suffix(".txt")))
_WORDS = tables.word_sets(Path(__file__).with_suffix(".tsv"))
_BEFORE_HYPHENS = _WORDS["before hyphens"]
VOWELS = "aàâeéèêëiîïoôuùûüyœæ"
"""The letters of which every French word has one."""
_SHORTEST_REST = 5
_LONGEST = 200
"""Letters of the longest compound that is taken apart."""
_ENDINGS = _WORDS["endings"]
_OF_VERBS = re.compile(r"(\w{2,}ant)(?:s|es?)|(\w{4,}?)(?:e?ment|ation|ateur|atrice|able|eur|euse)s?")
_OF_WOMEN = tuple(
    (re.compile(rf"(\w{{2,}}){of_women}s?"), of_men)
    for of_women, of_men in tables.rows(Path(__file__).with_name("women_endings.tsv"))
)
"""Endings of titles and names of women, with those of men: professeure, bâtonnière, Kényane."""
_OF_1990 = re.compile(
    r"è[bcdfghjklmnpqrstvz]{1,2}er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$|^(?:règlement|évènement|allègre|sècher)"
)
"""Where the spelling of 1990 has è for é."""
_HALF = tuple(sorted(_WORDS["halves"]))
"""What never agrees before its hyphen: demi-journées."""
_HOOD = str.maketrans("îû", "iu")


def is_built(word: str) -> bool:
    """Tells whether this is a compound of known words, a known word with a prefix, or a noun or adjective made of a
    known verb."""
    if len(word) > _LONGEST:
        return False
    for ending in _ENDINGS:
        if word.endswith(ending) and is_known(word.removesuffix(ending)):
            return True
    women = ((ending.fullmatch(word), of_men) for ending, of_men in _OF_WOMEN)
    if any(woman is not None and is_known(woman[1] + of_men) for woman, of_men in women):
        return True
    made = _OF_VERBS.fullmatch(word)
    if made and is_known(made[1] or f"{made[2]}er"):
        return True
    parts = word.split("-")
    if len(parts) > 1:
        return all(part in _BEFORE_HYPHENS or is_known(part) or part.endswith("o") or is_built(part) for part in parts)
    rests = (word[end:] for end in range(2, len(word) - _SHORTEST_REST + 1) if word[:end] in _PREFIXES)
    return any(is_known(rest) or is_built(rest) for rest in rests)


def is_of_1990(word: str, best: str) -> bool:
    """Is true for protègera, règlementaire, aigüe, connaitre, which the spelling of 1990 admits."""
    grave = _OF_1990.search(word) is not None and best.replace("é", "e") == word.replace("é", "e").replace("è", "e")
    return grave or best.translate(_HOOD) == word or best.replace("uë", "üe") == word


def other_number(word: str) -> str | None:
    """Returns the compound that the lexicon has where one that it lacks differs from it by the s of the plural, or the
    e of demie, in another part than the last: saufs-conduits, chef-lieux, demie-journée."""
    if is_known(word) or len(word) > _LONGEST:
        return None
    *parts, last = word.split("-")
    for at, part in enumerate(parts):
        others = {f"{part}s"}
        if is_known(last.removesuffix("s")):  # a last part that never changes leaves the number open: paniers-repas
            others.add(part.removesuffix("s"))
        if part.startswith(_HALF):
            others |= {part.removesuffix("es"), part.removesuffix("e")}
        for other in sorted(others - {part, ""}):
            best = "-".join((*parts[:at], other, *parts[at + 1 :], last))
            if is_known(part) and is_known(best):
                return best
    return None
