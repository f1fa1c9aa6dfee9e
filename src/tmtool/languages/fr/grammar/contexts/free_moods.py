"""Which indicative is right though the model expects a subjunctive: of a relative clause, of what follows from a thing,
of what somebody thinks?

The closed words are in ``free_moods.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import lemmas
from tmtool.languages.fr.grammar.contexts.around import first_of_verb, is_adverb, start_of_sentence
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FAR, _DENIED = 20, 6
"""Words from a verb to its que, and from that to what denies what is thought."""


def is_free(words: Sequence[Token], place: int) -> bool:
    """Tells whether no que comes before a verb in its sentence, or qui, dont or où right before it (ceux qui
    *participeront*), or a que after which comes what follows (de sorte que) or what is thought or seen, and not denied:
    estime qu'il *subsistera* des failles."""
    first = first_of_verb(words, place)
    if first and words[first - 1].text in _WORDS["relative"]:
        return True
    if not any(words[at].text in _WORDS["opening clauses"] for at in range(start_of_sentence(words, place), first)):
        return True
    for at in range(first - 1, max(0, first - _FAR), -1):
        if words[at].text in _WORDS["other clauses"]:
            return False
        if words[at].text in _WORDS["that"]:
            return _follows(words, at) or _is_thought(words, at)
    return False


def _follows(words: Sequence[Token], que: int) -> bool:
    """Tells whether que comes after de sorte, si bien or the like."""
    return " ".join(word.text for word in words[max(0, que - 2) : que]) in {
        phrase.replace("_", " ") for phrase in _WORDS["results"]
    }


def _is_thought(words: Sequence[Token], que: int) -> bool:
    """Tells whether a verb of thinking or seeing comes right before que, adverbs between, and nothing denies it."""
    at = que - 1
    while at > 0 and is_adverb(words[at]) and words[at].text not in _WORDS["denying"]:
        at -= 1
    before = {word.text for word in words[max(0, at - _DENIED) : que]}
    return not lemmas(words[at].text).isdisjoint(_WORDS["thinking"]) and before.isdisjoint(_WORDS["denying"])
