"""What is the subject of a verb after a comma: the noun group that comes right after it, or one before?

The closed words are in ``after_commas.tsv``.
"""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, chain, linked
from tmtool.languages.fr.grammar.subjects.clause_openings import begins_with_a_phrase, opens
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE
from tmtool.languages.fr.grammar.subjects.subjects import LONGEST_ASIDE, YEAR_AND_COMMA
from tmtool.languages.fr.grammar.words.closed_words import RELATIVES
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OWNING = _WORDS["owning"]


def after_comma(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun right before a verb in the singular can be, where it comes with a definite determiner right
    after a comma: of nothing else can that be the verb."""
    found = chain(words, verb - 1) if verb and words[verb].joined else None
    if found is None or len(found.heads) != 1 or found.several or not found.determined:
        return frozenset()
    first = words[found.start]
    alone = first.mark.endswith(",") and first.lower in _WORDS["of one"]
    if not alone or words[found.heads[0].place].lower in MANY_IN_ONE:
        return frozenset()
    return found.heads[0].possible & SINGULAR


def is_plural_before(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a plural noun group with its own determiner comes right before the verb, after the comma of an
    opening phrase: whether it is the subject or the last of several, the verb is a plural."""
    return _plural_group(words, verb, frozenset({"ne", "n'"})) is not None


def plurals_after_comma(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun of such a group can be, where it is one: Depuis mai, les conditions de vie se sont
    améliorées."""
    found = _plural_group(words, verb, frozenset({"ne", "n'", "se", "s'"}))
    if found is not None and _is_joined_by_an_aside(words, found.start):  # le nom et, le cas échéant, leurs demandes
        return frozenset()
    return frozenset() if found is None or found.several else found.heads[-1].possible & PLURAL


def _plural_group(words: tuple[Word, ...], verb: int, clitics: Set[str]) -> Chain | None:
    """Returns the plural noun group right before a verb and its clitics, after the comma of an opening phrase."""
    place = place_before(words, verb, clitics)
    if place < 0 or not words[place + 1].joined:
        return None
    found = chain(words, place)
    if not found.heads or not found.start or not YEAR_AND_COMMA.fullmatch(words[found.start].before):
        return None
    if any(words[one.place].lower in MANY_IN_ONE for one in found.heads):
        return None
    owned = words[found.start].lower in _OWNING
    owned = owned and (begins_with_a_phrase(words, found.start) or _is_joined_by_an_aside(words, found.start))
    return found if owned and found.heads[0 if found.pair else -1].possible <= PLURAL else None


def _is_joined_by_an_aside(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a phrase between two commas parts et from the group that it joins to another: les noms et, le cas
    échéant, *leurs* pouvoirs."""
    for at in range(start - 1, max(0, start - LONGEST_ASIDE), -1):
        if words[at].before == ", ":
            return words[at - 1].lower in ("et", "ou") and words[at - 1].joined
        if not words[at].joined:
            return False
    return False


def is_resumed(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the verb comes after a comma that closes a relative clause on the plural that opens the sentence:
    les États qui ont signé la Convention, doit."""
    if words[verb].mark != ",":
        return False
    start = verb - 1
    while start and words[start].mark in ("", "-") and words[start].before not in (". ", "; "):
        start -= 1
    opener = next((at for at in range(start, verb) if words[at].lower in RELATIVES), 0)
    if not opener or not linked(words[opener]) or not opens(words, start):
        return False
    found = chain(words, opener - 1)
    return bool(found.heads) and found.start == start and found.heads[-1].possible <= PLURAL
