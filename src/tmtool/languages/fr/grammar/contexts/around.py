"""What is around a word: where does its sentence begin, which verb is it said with, what agrees there?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import lemmas, tags
from tmtool.languages.fr.grammar.contexts.tokens import FIGURE, LONG_FIGURE, Token
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
NOUN, AGREEING = ("N:",), ("N:", "A:", "V:K")
"""The beginnings of the tags of nouns, and of all words with a gender and a number."""
PLURALS = frozenset({"mp", "fp"})
"""What a plural noun is."""
ENDS = _WORDS["ends"]
"""Marks after which a sentence begins."""
COUNTING = frozenset({FIGURE, LONG_FIGURE}) | _WORDS["cardinals"]
"""Figures, and numbers in words."""
OPENING = _WORDS["determiners"] | COUNTING
"""What a noun group begins with."""
_NEAR = 4
"""Words from the first of a group to its noun, and before a verb, at most."""


def agreement(word: str, kinds: tuple[str, ...] = NOUN) -> Set[str]:
    """Returns gender and number of what a word may be, of some kinds."""
    return {tag[-2:] for tag in tags(word) if tag.startswith(kinds)}


def all_of(words: Iterable[Token], kinds: tuple[str, ...] = NOUN) -> Set[str]:
    """Returns gender and number of all that some words may be."""
    return {one for word in words for one in agreement(word.text, kinds)}


def start_of_sentence(words: Sequence[Token], place: int) -> int:
    """Returns the place of the first word of the sentence in which a word is."""
    return max((at + 1 for at in range(place) if words[at].text in ENDS and not is_abbreviated(words, at)), default=0)


def is_abbreviated(words: Sequence[Token], mark: int) -> bool:
    """Tells whether a full stop is that of a capital: B.C.N."""
    return mark > 0 and words[mark].text == "." and bool(words[mark - 1].capital) and len(words[mark - 1].text) == 1


def is_finite(word: Token) -> bool:
    """Tells whether a word can be nothing but a finite verb of the third person."""
    if word.text in _WORDS["sure verbs"]:
        return True
    known = tags(word.text)
    return any(is_finite_tag(tag) for tag in known) and all(tag.startswith("V:") for tag in known)


def is_finite_tag(tag: str) -> bool:
    """Tells whether a tag of the model is that of a finite verb in the third person."""
    return tag.startswith("V:") and tag.endswith(("3s", "3p"))


def is_adverb(word: Token) -> bool:
    """Tells whether a word may come between a verb, or a noun, and what is said with it."""
    return word.text in _WORDS["adverbs"] or (word.text.endswith("ment") and "ADV" in tags(word.text))


def before_adverbs(words: Sequence[Token], place: int) -> int:
    """Returns the place of the next word before a place that is no adverb; -1 for none."""
    at = place - 1
    while at >= 0 and is_adverb(words[at]):
        at -= 1
    return at


def verb_group(words: Sequence[Token], place: int) -> int:
    """Returns the place of the first word of the verb with which a participle or an adjective is said: *n'ont* pas été
    lues, *doivent* rester; `place` for none."""
    first = at = place
    while (at := before_adverbs(words, at)) >= 0:
        if lemmas(words[at].text).isdisjoint(_WORDS["auxiliaries"]):
            break
        first = at
    if first == place:
        return place
    return first_of_verb(words, first)


def first_of_verb(words: Sequence[Token], verb: int) -> int:
    """Returns the place of the first of the small words before a verb, or of the verb: *n'en* font."""
    while verb > 0 and words[verb - 1].text in _WORDS["beside a verb"]:
        verb -= 1
    return verb


def begins_with(words: Sequence[Token], own: Set[str]) -> bool:
    """Tells whether some words begin with a noun group that agrees, or with its pronoun."""
    if words and words[0].text in _WORDS["subjects"]:
        return bool(agreement_of_pronoun(words[0]) & own)
    group = words[: _NEAR + 1]
    if not group or (group[0].text not in OPENING and not group[0].capital):
        return False
    return any(agreement(one.text) & own for one in group[not group[0].capital :])


def agreement_of_pronoun(word: Token) -> Set[str]:
    """Returns gender and number of il, elle, celui-ci and the like."""
    return {one for one in ("ms", "mp", "fs", "fp") if word.text in _WORDS[f"pronouns {one}"]}


def has_group(words: Sequence[Token], own: Set[str]) -> bool:
    """Tells whether a noun that agrees comes among some words, with what begins its group before it."""
    return any(
        one.text in OPENING
        and (agreement(two.text) & own or (agreement(two.text, ("A:",)) and agreement(three.text) & own))
        for one, two, three in zip(words, words[1:], [*words[2:], *words[-1:]], strict=False)
    )


def are_joined(words: Sequence[Token]) -> bool:
    """Tells whether et, ou, ni or ainsi que joins some words."""
    return any(word.text in _WORDS["joints"] for word in words) or any(
        (one.text, two.text) == ("ainsi", "que") for one, two in pairwise(words)
    )
