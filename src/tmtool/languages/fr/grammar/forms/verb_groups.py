"""Reads the time of French verbs: se tiendra, sera tenue, s'est tenue, se tenait, est tenue.

By the lexicon, for the third persons. What a form leaves open (dit, finit), what may be a noun, and the conditional and
the subjunctive say nothing of time. The words are in ``verb_groups.tsv``.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word, reading
from tmtool.languages.tables import word_sets
from tmtool.languages.verb_groups import Time, VerbGroup
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_TIMES = {"P": Time.PRESENT, "I": Time.PAST, "J": Time.PAST, "F": Time.FUTURE}
"""What the tenses of the lexicon say; the other ones say nothing."""
_LONGEST_ADVERBIAL = 3
_SUBJECT = 10
"""So many words are between que and its verb at most."""


@lru_cache(maxsize=256)
def verb_groups(text: str) -> tuple[VerbGroup, ...]:
    """Returns the finite verbs of a text in the third person, in order."""
    words = reading(text)
    found: list[VerbGroup] = []
    taken = 0
    for place, word in enumerate(words):
        if place < taken or word.persons.isdisjoint(THIRD) or "V" not in word.categories or _is_noun(words, place):
            continue
        last, time = _group(words, place)
        taken = last + 1
        found.append(VerbGroup(Span(word.span.start, words[last].span.end), words[last].span, time))
    return tuple(found)


def _is_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a verb comes right after a determiner or a preposition: la règle."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    if "N" not in word.categories or before is None:
        return False
    return is_determiner(before) or before.lower in _WORDS["before a noun"]


def _group(words: tuple[Word, ...], place: int) -> tuple[int, Time]:
    """Returns the place of the last word of the verb that begins at `place`, and its time."""
    word = words[place]
    if word.lower in _WORDS["avoir"] or word.lower in _WORDS["être"]:
        return _with_auxiliary(words, place)
    lemmas = {entry.lemma for entry in word.entries}
    before = words[place - 1].lower if place and word.joined else ""
    is_verb = word.categories == {"V"} or before in _WORDS["before a verb"]
    if not is_verb or word.is_participle or word.is_name or lemmas & _WORDS["modal"]:
        return place, Time.OTHER
    time = _time(word)
    is_open = time is Time.FUTURE and _sends_the_reader(words, place)
    is_open = is_open or (time is Time.PRESENT and _may_be_subjunctive(words, place))
    return place, Time.OTHER if is_open else time


def _may_be_subjunctive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a present is a subjunctive, too, and the first verb after que: il n’est pas prévu que ce point
    nécessite des documents."""
    if not any(
        entry.category == "V" and feature[0] == "S" for entry in words[place].entries for feature in entry.features
    ):
        return False
    for at in range(place - 1, max(-1, place - 1 - _SUBJECT), -1):
        if not words[at + 1].joined or words[at].is_finite_verb:
            return False
        if words[at].lower in QUE:
            return True
    return False


def _sends_the_reader(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a future tells the reader what to do, and nothing of time: on trouvera à l'annexe, on se reportera
    au tableau."""
    before = place - 1
    while before > 0 and words[before].lower in _WORDS["between"] | _WORDS["reflexive"]:
        before -= 1
    return before >= 0 and words[place].joined and words[before].lower in _WORDS["reader"]


def _with_auxiliary(words: tuple[Word, ...], place: int) -> tuple[int, Time]:
    """Returns the same for a form of être or avoir: where a participle or an adjective follows, that says what is
    done."""
    verb, time = words[place], _time(words[place])
    last = _after_adverbs(words, place)
    if last is None or not (words[last].is_participle or words[last].categories == {"A"}):
        return place, time
    if verb.lower in _WORDS["avoir"]:
        if not words[last].is_participle:
            return place, time
        done = Time.PAST if time in (Time.PRESENT, Time.PAST) else Time.OTHER  # aura été
        passive = _after_adverbs(words, last) if words[last].lower == "été" else None
        return (last if passive is None else passive), done
    is_done = _is_reflexive(words, place) or any(entry.lemma in _WORDS["with être"] for entry in words[last].entries)
    if is_done and words[last].is_participle:
        return last, Time.PAST if time in (Time.PRESENT, Time.PAST) else Time.OTHER
    return last, time


def _after_adverbs(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the next word that is no adverb, or None where a mark comes before."""
    for at in range(place + 1, min(len(words), place + 2 + _LONGEST_ADVERBIAL)):
        if not words[at].joined:
            return None
        if not is_adverb(words[at]):
            return at
    return None


def _is_reflexive(words: tuple[Word, ...], place: int) -> bool:
    before = place - 1
    if before > 0 and words[before].lower in _WORDS["between"]:
        before -= 1
    return before >= 0 and words[place].joined and words[before].lower in _WORDS["reflexive"]


def _time(verb: Word) -> Time:
    tenses = {
        feature[0]
        for entry in verb.entries
        if entry.category == "V"
        for feature in entry.features
        if feature[1:] in THIRD
    }
    times = {_TIMES.get(tense, Time.OTHER) for tense in tenses - {"S"} if tenses != {"S"}}
    return times.pop() if len(times) == 1 else Time.OTHER
