"""Which words before que take the indicative: estime que, bien entendu que?

The closed words are in ``indicative_before_que.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.forms.before_que import ASKING, WANTING, is_after_have
from tmtool.languages.fr.grammar.forms.clause_verbs import DENYING
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.reading import QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FEW = 2
"""Words before a phrase with que where the verb before it may be denied."""
_NEAR = 6
"""Words at most back from que to the word that wants the mood."""


def wanting_indicative(words: tuple[Word, ...], place: int) -> str:
    """Returns the words before que that take the indicative; "" for none, and where either mood may come."""
    if _is_after_adverb_like_conjunction(words, place):
        return wanting_indicative((*words[: place - 2], words[place].after(" "), *words[place + 1 :]), place - 2)
    before = words[place - 1]
    for many in (3, 2, 1):
        phrase = "_".join(word.lower for word in words[max(0, place - many) : place])
        if phrase in _WORDS["no conjunctions"]:
            return ""
        if phrase in _WORDS["indicative after"]:
            denied = any(word.lower in DENYING for word in words[max(0, place - many - _FEW) : max(0, place - many)])
            return "" if denied else phrase.replace("_", " ") + " que"
    if any(word.lower in DENYING for word in words[max(0, place - _NEAR) : place]):
        return ""
    place = _before_manner(words, place)
    before = words[place - 1]
    verbal = before.categories == {"V"} or (before.categories <= {"A", "N", "V"} and _has_subject(words, place - 1))
    if _follows_from(words, place):
        return "que"
    opening = before.is_present_participle and (place == 1 or not words[place - 1].joined)
    known = opening or ((before.persons or before.is_infinitive) and verbal)
    known = known and not before.is_participle
    known = known or (before.is_participle and "ms" in before.agreement() and is_after_have(words, place - 1))
    known = known and any(entry.lemma in _WORDS["indicative verbs"] for entry in before.entries)
    return f"{before.lower} que" if known else ""


def _is_after_adverb_like_conjunction(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que belongs to a verb before an adverb that ends as a conjunction does: suggère *en outre* que,
    propose *dès lors* que; where the adverb may be one (dès lors que), the verb is of those that take que."""
    adverb = "_".join(word.lower for word in words[max(0, place - 2) : place])
    if place <= _FEW or adverb not in _WORDS["adverbs like conjunctions"]:
        return False
    verb = words[place - _FEW - 1]
    takes_que = WANTING | ASKING | _WORDS["indicative verbs"] | _WORDS["verbs of either mood"]
    of_verb = any(entry.category == "V" and entry.lemma in takes_que for entry in verb.entries)
    return adverb not in _WORDS["indicative after"] or (of_verb and words[place - _FEW].joined)


def _before_manner(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after the verb before que, past the feeling with which somebody says or notes a thing: note
    avec une vive satisfaction que."""
    for at in range(place - 2, max(0, place - _NEAR), -1):
        if not words[at + 1].joined or not words[at + 1].categories & {"N", "A", "DET"}:
            return place
        if words[at].lower == "avec" and words[at].joined:
            return at
    return place


def _follows_from(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que goes with an il ressort, résulte or découle soon before: il ressort du rapport que."""
    for at in range(place - 1, max(0, place - 1 - _NEAR), -1):
        if not words[at + 1].joined and at + 1 < place:
            return False
        if words[at].lower in _WORDS["following from"]:
            return words[at - 1].lower == "il"
        if words[at].lower in QUE or words[at].categories == {"V"}:
            return False
    return False


def _has_subject(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner, or a pronoun, comes right before what may be a verb."""
    if not place or not words[place].joined:
        return False
    before = words[place - 1]
    named = "N" in before.categories and place > 1 and is_determiner(words[place - 2])
    return before.lower in _WORDS["subjects"] or named
