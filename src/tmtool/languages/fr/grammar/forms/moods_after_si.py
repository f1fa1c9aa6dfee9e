"""Is the verb after si in a mood that it admits: si les moyens le *permettent*, se demander s'il *convient*, que si
elle *est* appliquée?

From the grammar of the language: after si comes no subjunctive, and after a si that asks nothing no conditional and no
future. The words are in ``moods_after_si.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import clause_verb, tenses
from tmtool.languages.fr.grammar.forms.far_verbs import far_verb, is_apart
from tmtool.languages.fr.grammar.forms.wrong_mood import EVEN_IF, SI, WrongMood
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import CONTRACTED
from tmtool.languages.fr.grammar.words.reading import QUE, SENTENCE_ENDS, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NOT_AFTER_SI, _SUBJUNCTIVE = frozenset("FC"), frozenset("S")
_SI = frozenset({"si", "s'"})
_HEAD = 2
"""Words at the head of a text, with that of a label."""


def after_si(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs after si whose mood cannot be right, in order, and those that would be right if si asked and
    that come after a word which may ask: le plan serait *réexaminé* si des données le montreraient."""
    for place, word in enumerate(words):
        if word.lower not in _SI or not _opens_a_clause(words, place):
            continue
        even = place > 0 and word.joined and words[place - 1].lower == "même"
        verb = clause_verb(words, place) or far_verb(words, place)
        if verb is None or not tenses(verb):
            continue
        if is_sure_subjunctive(words, verb):
            yield WrongMood(verb, SI)
        elif tenses(verb) <= _NOT_AFTER_SI:
            is_condition = even or _sets_a_condition(words, place)
            yield WrongMood(verb, EVEN_IF if even else SI, may_ask=not is_condition)


def is_sure_subjunctive(words: tuple[Word, ...], verb: Word) -> bool:
    """Tells whether a verb is in the present of the subjunctive, and of no other mood; soit also joins alternatives: si
    un membre, soit le maire, soit la ville."""
    if not tenses(verb) or not tenses(verb) <= _SUBJUNCTIVE:
        return False
    if verb.lower not in _WORDS["uses"]:
        return verb.categories == {"V"}
    at = next(place for place, word in enumerate(words) if word is verb)
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    if after is None or not verb.joined or after.lower.startswith("-"):
        return False
    rest = takewhile(lambda word: word.mark[-1:] not in SENTENCE_ENDS, words[at + 1 :])
    others = any(word.lower in _WORDS["uses"] for word in rest)
    earlier = takewhile(lambda place: words[place + 1].mark[-1:] not in SENTENCE_ENDS, range(at - 1, -1, -1))
    before = any(words[place].lower in _WORDS["uses"] for place in earlier)
    said = after.is_participle or bool(after.categories & {"A", "ADV"}) or after.lower == "en"
    return said and not others and not before


def clauses_with_si(words: tuple[Word, ...]) -> int:
    """Returns how many clauses si opens, of conditions and of questions."""
    return sum(word.lower in _SI and _opens_a_clause(words, place) for place, word in enumerate(words))


def _opens_a_clause(words: tuple[Word, ...], si: int) -> bool:
    """Tells whether si opens a clause, and is not the adverb of si grave."""
    after = words[si + 1] if si + 1 < len(words) else None
    if after is None:
        return False
    if words[si].lower == "s'":
        return after.lower in ("il", "ils") or after.lower.startswith("il")
    if is_apart(after):
        return after.before == ", "
    if is_determiner(after) or after.lower in _WORDS["subjects"]:
        return True
    return after.categories != {"A"} and after.lower not in QUE and not after.categories <= {"ADV"}


def _sets_a_condition(words: tuple[Word, ...], si: int) -> bool:
    """Tells whether si asks nothing: no word before it in its sentence asks, knows or says anything, or que, sauf or
    the like comes right before."""
    mark = words[si].mark
    if not words[si].is_name and si < _HEAD:  # a member of a list of questions
        return False
    if si == 0 or mark[-1:] in (".", ";", ":"):
        # In small letters the list of "il dit" may go on: s’il sera vendu.
        return words[si].is_name or not any(_asks(word) for word in words[:si])
    before = words[si - 1]
    if not mark and (before.lower in QUE or before.lower in _WORDS["before a sole condition"]):
        return True
    for at in range(si - 1, -1, -1):
        named = at > 0 and (is_determiner(words[at - 1]) or words[at - 1].lower in CONTRACTED)
        if _asks(words[at], "N" if named else "") and words[at].lower not in _WORDS["asks seldom"]:
            return False
        if words[at].mark[-1:] in SENTENCE_ENDS:
            break
    return True


def _asks(word: Word, category: str = "") -> bool:
    """Tells whether si may ask after this word, in any category or this one: savoir, la question, incertain."""
    return any(
        entry.lemma in _WORDS["asking"] and (not category or entry.category == category) for entry in word.entries
    )
