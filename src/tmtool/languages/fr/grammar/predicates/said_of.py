"""Is a participle after a comma said of a noun before it with which it does not agree, since it is said of no other
there: la Journée contre le trafic, *célébré* le 4 mai? The verbs and their nouns are in ``said_of.tsv``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.nouns.noun_chains import Head
from tmtool.languages.fr.grammar.words.reading import Word


@cache
def _nouns() -> Mapping[str, frozenset[str]]:
    """Maps the verbs to the nouns that their participles are said of."""
    found: dict[str, frozenset[str]] = {}
    for verbs, nouns in tables.rows(Path(__file__).with_suffix(".tsv")):
        for verb in verbs.split():
            found[verb] = found.get(verb, frozenset()) | frozenset(nouns.split())
    return found


def differs_from_its_noun(words: tuple[Word, ...], place: int, heads: Iterable[Head], before: Iterable[int]) -> bool:
    """Tells whether the participle at `place` is said of some of the nouns at `heads`, and neither those nor any at the
    places `before` of that kind agree with it."""
    word = words[place]
    lemmas = {entry.lemma for entry in word.entries if entry.category in ("V", "A")}
    nouns = frozenset[str]().union(*(_nouns().get(lemma, frozenset()) for lemma in lemmas))
    if not nouns or _is_held(words, place, lemmas):
        return False
    near = [head.possible for head in heads if _is_of(words[head.place], nouns)]
    far = [words[at].agreement({"N"}) for at in before if _is_of(words[at], nouns)]
    return bool(near) and not any(possible & word.agreement() for possible in (*near, *far))


def _is_held(words: tuple[Word, ...], place: int, lemmas: set[str]) -> bool:
    """Tells whether this is another tenir: tenu de répondre, tenue à jour."""
    after = [word.lower for word in words[place + 1 : place + 3]]
    return "tenir" in lemmas and (after[:1] in (["de"], ["d'"], ["pour"]) or after == ["à", "jour"])


def _is_of(word: Word, nouns: frozenset[str]) -> bool:
    """Tells whether a word is one of some nouns, in the singular or the plural."""
    return any(entry.lemma in nouns for entry in word.entries if entry.category == "N")
