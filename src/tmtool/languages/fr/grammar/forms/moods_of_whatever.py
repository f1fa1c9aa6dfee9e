"""Is the verb in the subjunctive in a clause that leaves open which holds: quels qu'en *soient* les détenteurs, qu'il
s'*agisse* de ports ou de gares, que l'auteur *ait* été identifié ou non, ne *fût*-ce qu'en partie?

From the grammar of the language; the words are in ``moods_of_whatever.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import FARTHEST, clause_verb, tenses
from tmtool.languages.fr.grammar.forms.far_verbs import far_verb
from tmtool.languages.fr.grammar.forms.wrong_mood import WrongMood
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.reading import QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_INDICATIVE = frozenset("PIFJC")


def of_whatever(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs in the indicative of such clauses, in order."""
    for place, word in enumerate(words):
        if word.lower in _WORDS["were it"] and place and words[place - 1].lower == "ne":
            yield WrongMood(word, "ne … que")
        if word.lower not in QUE:
            continue
        if place and word.joined and words[place - 1].lower in _WORDS["which"]:
            if (verb := _after_which(words, place)) is not None:
                yield WrongMood(verb, f"{words[place - 1].lower} que")
        elif place == 0 or word.mark in (",", ".", ";"):
            verb = _of_ports_or_stations(words, place) or _of_either(words, place)
            if verb is not None:
                yield WrongMood(verb, "que … ou")


def _after_which(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the form of être, pouvoir or devoir right after quel que: quels qu'en *sont*, quelle que *fut*."""
    at = que + 1
    at += at < len(words) and words[at].lower in ("en", "n'", "ne")
    if at >= len(words) or not words[at].joined or not _is_one_of(words[at], "being"):
        return None
    return words[at] if tenses(words[at]) and tenses(words[at]) <= _INDICATIVE else None


def _is_one_of(verb: Word, kind: str) -> bool:
    return any(entry.category == "V" and entry.lemma in _WORDS[kind] for entry in verb.entries)


def _of_ports_or_stations(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the agit of qu'il s'*agit* de ports ou de gares."""
    if que + 4 >= len(words) or [one.lower for one in words[que + 1 : que + 3]] != ["il", "s'"]:
        return None
    verb, of = words[que + 3], words[que + 4]
    if verb.lower not in ("agit", "agira", "agissait") or of.lower not in ("de", "d'", "du", "des", "ou"):
        return None
    return verb if any(word.lower == "ou" for word in words[que + 4 : que + FARTHEST]) else None


def _of_either(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the form of être or avoir in a clause with its predicate and ou non, or two adjectives that ou joins:
    qu'elles *sont* payées ou non, que l'auteur *a* été identifié ou non."""
    first = words[que + 1] if que + 1 < len(words) else None
    if first is None or not first.joined or not (first.lower in _WORDS["subjects"] or is_determiner(first)):
        return None
    verb = clause_verb(words, que) or far_verb(words, que)
    if verb is None or not tenses(verb) or not tenses(verb) <= _INDICATIVE:
        return None
    at = next(place for place in range(que, len(words)) if words[place] is verb)
    been = at + 1 < len(words) and words[at + 1].lower == "été"
    complete = _is_one_of(verb, "be") or (_is_one_of(verb, "have") and been)
    return verb if complete and _is_either(words, at + 1 + been) else None


def _is_either(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether ou non comes before the next mark, or two adjectives that ou joins do."""
    for at in range(start, min(len(words) - 1, start + FARTHEST)):
        if not words[at].joined:
            return False
        if words[at].lower == "ou" and at > start and words[at + 1].joined:
            other, alone = words[at + 1], at + 2 == len(words) or not words[at + 2].joined
            both = at == start + 1 and all(map(_is_quality, (words[start], other)))
            choice = at == start + 1 and _is_quality(words[start]) and other.lower in ("d'", "de", "en", "à")
            return (alone and (other.lower in ("non", "pas") or both)) or choice
    return False


def _is_quality(word: Word) -> bool:
    return "A" in word.categories or word.is_participle
