"""Does tel before que and a participle, or celui after notamment, agree with anything before it in its sentence:
l'ordre du jour, *telle* que modifiée oralement; les pays, notamment *celles* du Sud? And tel that opens a sentence with
the subject behind its être: *Tel* sont les mesures prévues?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.predicates.being import is_be
from tmtool.languages.fr.grammar.predicates.opening_verbs import nouns_from, start_behind
from tmtool.languages.fr.grammar.words.closed_words import NE, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import POINTING, QUE, Word, on_over, opens_sentence

_SUCH = {"tel": "ms", "telle": "fs", "tels": "mp", "telles": "fp"}
_AMONG = frozenset({"notamment", "particulièrement", "surtout"})
_GOING_ON = OF_FORMS | QUE | {"qui"}


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each tel that agrees with nothing before, with the word before it, or not with the subject behind it."""
    yield from _before_its_subject(words)
    yield from _before_examples(words)
    for place in range(1, len(words) - 2):
        if place > 1 and words[place].lower in POINTING and words[place - 1].lower in _AMONG and words[place].joined:
            named = named_before(words, place - 1)
            one = POINTING[words[place].lower]
            of_several = f"{one[0]}p"  # trois rapports, notamment celui du maire
            if named and named.isdisjoint({one, of_several}) and words[place + 1].lower in _GOING_ON:
                yield words[place], words[place - 1]
        own = _SUCH.get(words[place].lower)
        que, participle = words[place + 1 : place + 3]
        if own is None or que.lower not in QUE or not (que.joined and participle.joined):
            continue
        named = named_before(words, place) if participle.is_participle else frozenset()
        if named and own not in named:
            yield words[place], words[place - 1]


def _before_examples(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each tel que right after a group with which it does not agree, and before examples: des maladies *tels*
    que la rougeole; each with the word before it."""
    for place in range(1, len(words) - 2):
        own = _SUCH.get(words[place].lower)
        if own is None or not words[place].joined or words[place + 1].lower not in QUE or not words[place + 1].joined:
            continue
        following = words[place + 2]
        example = is_determiner(following) or (following.joined and "N" in following.categories)
        found = chain(words, place - 1)
        if not example or not found.heads or found.several or not found.complete:
            continue
        if own not in found.possible:
            yield words[place], words[place - 1]


def _before_its_subject(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each tel that opens a sentence and does not agree with the subject behind its verb, with the first word of
    that."""
    for place in range(len(words) - 3):
        own = _SUCH.get(words[place].lower)
        if own is None or not words[place].is_name or not opens_sentence(words, place):
            continue
        verb = on_over(words, place + 1, NE, len(words) - 2)
        if not is_be(words[verb]) or not words[verb].joined:
            continue
        start = start_behind(words, verb)
        heads = nouns_from(words, start) if start else []
        possible = frozenset[str]().union(*heads)
        possible |= {f"{one[0]}p" for one in possible} if len(heads) > 1 else set()
        if possible and own not in possible:
            yield words[place], words[start + 1]
