"""Is à lost before the one to whom something is said, ordered or given (il est rappelé *les* membres que, fait
obligation *les* autorités de, laisse *le* Bureau le soin de), and are the prepositions others than de before what is to
be done (fait obligation aux États *à* agir), and before the one of whom it is asked (exige *aux* exploitants qu'ils)?

Verbs before de and an infinitive are told by ``governing_agents.py``. The words are in ``asked_persons.tsv``, from the
grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be
from tmtool.languages.fr.grammar.prepositions.governed import (
    ARTICLES,
    LOST_BEFORE,
    OF,
    TO,
    Misgoverned,
    infinitive_after,
    may_be_inverted,
)
from tmtool.languages.fr.grammar.prepositions.governed import WORDS as GOVERNING
from tmtool.languages.fr.grammar.prepositions.governing_agents import after_agent, is_impersonal
from tmtool.languages.fr.grammar.words.closed_words import RELATIVES, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PHRASES, _TELLING = ({tuple(phrase.split("_")) for phrase in _WORDS[name]} for name in ("phrases", "telling"))
_FARTHEST = 12
"""Words at most from que to the verb of its clause."""


def unmarked(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs, or the last words of phrases, after which à is lost, in order."""
    for place in range(1, len(words) - 3):
        word, article = words[place], words[place + 1]
        after = after_agent(words, place + 1) if article.lower in DEFINITE else 0
        if not after:
            continue
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        while after < len(words) - 2 and words[after + 1].joined and words[after].lower in _WORDS["between"]:
            after += 1
        verb = _phrase(words, place) if words[after].lower in OF and infinitive_after(words, after + 1) else -1
        if words[after].lower in TO and infinitive_after(words, after + 1) and lemmas & _WORDS["teaching"]:
            verb = place if _is_verb(words, place) else -1
        if verb < 0 and lemmas & _WORDS["giving"] and _is_verb(words, place):
            verb = place if any(_is_given(words, at) for at in range(place + 3, after + 1)) else -1
        if word.lower == "et" and words[after].lower in OF and infinitive_after(words, after + 1):
            if (asking := _asking_before(words, place)) >= 0:
                yield Misgoverned(words[asking], word, words[place + 2], "à")
            continue
        if verb < 0 and words[after].lower in QUE and lemmas & _WORDS["saying"]:
            verb = place if _says(words, place, after) else -1
        if verb >= 0 and not may_be_inverted(words, verb):
            yield Misgoverned(word, word, words[place + 2], "à")


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the phrases with à before what is to be done, and the verbs with à before the one of whom something is
    asked, in order."""
    for place in range(1, len(words) - 3):
        if words[place].categories.isdisjoint(("N", "V")):
            continue
        at = place + 1
        while at < len(words) - 1 and words[at].joined and words[at].categories == {"ADV"}:
            at += 1
        if words[at].lower not in TO_FORMS or not words[at].joined:
            continue
        after = after_agent(words, at + (words[at].lower == "à"), ARTICLES | TO_FORMS)
        if after and at == place + 1 and words[after].lower in TO and infinitive_after(words, after + 1):
            if _phrase(words, place) >= 0 or _is_what_is_given(words, place):
                yield Misgoverned(words[place], words[place], words[after], "de")
        elif at == place + 1 and (told := _told(words, at)) and _phrase(words, place, _TELLING) >= 0:
            yield Misgoverned(words[place], words[place], words[told], "de")
        elif _is_asked_of(words, place, at, after):
            yield Misgoverned(words[place], words[place], words[at], "de")


def _told(words: tuple[Word, ...], to: int) -> int:
    """Returns the place of the article of what somebody is told, right after à and who that is: fait part aux membres
    *les* avis; 0 for none."""
    at = to + 2 + (words[to].lower == "à")
    if at >= len(words) or words[at - 1].lower not in GOVERNING["agents"]:
        return 0
    at += at < len(words) and "A" in words[at].categories and words[at].lower not in LOST_BEFORE
    return at if at < len(words) and words[at].joined and words[at].lower in LOST_BEFORE else 0


def _is_what_is_given(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is the object of a verb that gives somebody a choice or a task: laisse le *soin*."""
    if place < 2 or words[place].lower not in _WORDS["given"] or words[place - 1].lower not in DEFINITE:
        return False
    lemmas = {entry.lemma for entry in words[place - 2].entries if entry.category == "V"}
    return bool(lemmas & _WORDS["giving"]) and words[place - 1].joined and words[place].joined


def _is_asked_of(words: tuple[Word, ...], place: int, to: int, after: int) -> bool:
    """Tells whether a verb that asks something of somebody has à before whom: exigent *aux* exploitants qu'ils, exige
    *au* Secrétariat de répondre."""
    lemmas = {entry.lemma for entry in words[place].entries if entry.category == "V"}
    if not lemmas & _WORDS["asking of"] or not _is_verb(words, place):
        return False
    if after:
        return words[after].lower in QUE or (words[after].lower in OF and infinitive_after(words, after + 1))
    noun = to + 1 + (words[to].lower == "à")
    if noun + 2 >= len(words) or "N" not in words[noun].categories or not words[noun].joined:
        return False
    if words[noun].lower in GOVERNING["phrases"]:  # exige au besoin qu'ils
        return False
    taken_up = words[noun + 1].lower == "qu'" and words[noun + 2].lower in ("il", "elle", "ils", "elles")
    return taken_up and words[noun + 1].joined and words[noun + 2].joined


def _asking_before(words: tuple[Word, ...], joint: int) -> int:
    """Returns the place of the verb before et with à and somebody, and de before an infinitive: permet au Comité de
    siéger et *les* groupes de se concerter; -1 for none, and where a word before goes otherwise."""
    to_do = False
    for at in range(joint - 1, 0, -1):
        if words[at].opens_clause or words[at].lower in ("que", "qu'", "qui", "dont"):
            return -1
        to_do = to_do or (words[at - 1].lower in OF and infinitive_after(words, at))
        lemmas = {entry.lemma for entry in words[at].entries if entry.category == "V"}
        if to_do and lemmas & GOVERNING["agent to whom de"] and not is_determiner(words[at - 1]):
            return at if words[at + 1].lower in TO_FORMS and words[at + 1].joined else -1
    return -1


def _phrase(words: tuple[Word, ...], place: int, phrases: Set[tuple[str, ...]] = _PHRASES) -> int:
    """Returns the place of the verb of one of some phrases that ends here: fait obligation, donner pour instruction; -1
    for none."""
    for first in (place - 1, place - 2):
        if first < 0 or not all(word.joined for word in words[first + 1 : place + 1]):
            return -1
        rest = tuple(word.lower for word in words[first + 1 : place + 1])
        if any((entry.lemma, *rest) in phrases for entry in words[first].entries if entry.category == "V"):
            return first
    return -1


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a finite verb, an infinitive or the participle of a tense with avoir."""
    word, before = words[place], words[place - 1]
    had = word.is_participle and word.joined and any(entry.lemma == "avoir" for entry in before.entries)
    sure = word.categories == {"V"} or had or (word.categories == {"V", "N"} and not is_determiner(before))
    return sure and (not word.is_participle or had)


def _is_given(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what is given comes here: le soin de fixer, toute latitude pour."""
    return (
        place + 3 < len(words)
        and (words[place].lower in DEFINITE or words[place].lower in ("toute", "un", "une"))
        and words[place + 1].joined
        and words[place + 1].lower in _WORDS["given"]
        and words[place + 2].joined
        and words[place + 2].lower in OF
        and infinitive_after(words, place + 3)
    )


def _says(words: tuple[Word, ...], place: int, que: int) -> bool:
    """Tells whether que opens what is said, and takes up nobody: after il est rappelé, or before a passive, which has
    no object (rappelle les membres que les avis doivent être lus)."""
    if is_impersonal(words, place):
        return True
    if not _is_verb(words, place) or que + 2 >= len(words) or not is_determiner(words[que + 1]):
        return False
    for at in range(que + 2, min(que + _FARTHEST, len(words) - 1)):
        word = words[at]
        if not word.joined or word.lower in RELATIVES:
            return False
        if not (word.categories == {"V"} or word.lower in ("est", "a")) or not word.persons & THIRD:
            continue
        rest = tuple(takewhile(lambda one: one.joined, words[at + 1 : at + 4]))
        in_passive = any(map(is_be, (word, *rest)))
        done = next((one for one in rest if one.is_participle and one.lower != "été"), None)
        acts = any(one.is_infinitive and one.lower != "être" for one in words[at + 1 : at + _FARTHEST])
        return in_passive and done is not None and not acts
    return False
