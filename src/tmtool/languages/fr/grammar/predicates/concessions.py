"""Do the adjective, the verb and the pronoun of si modeste soit-il agree with each other, and with the noun that they
are said of: si modestes *soient-ils*, ces dons sont utiles? And is the verb in the subjunctive: si juste *fut-elle*?

From the grammar of the language; the noun is that right after the comma, or the subject right before one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.words.closed_words import PERSONAL
from tmtool.languages.fr.grammar.words.reading import QUE, Word, first_joined
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_BE = re.compile(r"(?P<verb>soit|soient|fût|fussent|fut|furent)-(?P<pronoun>ils?|elles?)")
_ONE = frozenset({"soit", "fût", "fut"})
_PAST = frozenset({"fut", "furent"})
_DEGREES = _WORDS["degrees"]
_GRANTING = frozenset({"si", "aussi", "pour", "quelque"})
_BEING = re.compile(r"est|sont|étai(?:t|ent)|sera|seront|fut|furent|para(?:ît|issent|issait|issaient)")
_SEEMED = frozenset({"été", "paru", "semblé"})
_BACK = 4
"""Words from si to its adjective at most, adverbs between."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the words of such clauses that do not agree, each with the one with which they do not."""
    for place, word in enumerate(words):
        form = _form(words, place)
        if form is None:
            continue
        wanted = PERSONAL[form["pronoun"]]
        if (form["verb"] in _ONE) != (wanted[1] == "s"):
            yield word, words[place - 1]
        elif wanted not in words[place - 1].agreement():
            yield words[place - 1], word
        else:
            noun, possible = _noun(words, place)
            if noun is not None and possible and wanted not in possible:
                yield word, noun


def indicatives(words: tuple[Word, ...]) -> Iterator[tuple[Word, str]]:
    """Yields the verbs of such clauses that are in the indicative, each with the word that wants another mood."""
    for place, word in enumerate(words):
        form = _form(words, place)
        if form is not None and form["verb"] in _PAST:
            yield word, words[place - 2].lower
        if word.lower in QUE and (degree := _granted(words, place)):
            yield words[place + 2], f"{degree} … que"


def _granted(words: tuple[Word, ...], que: int) -> str:
    """Returns the si or pour before an adjective and que, with which a clause grants a quality in the indicative and
    ends with that verb: si différents qu'ils *sont*, ils ont voté; "" for none. What is so great that something follows
    goes on: si grave qu'elle a été portée."""
    if que < 2 or que + 2 >= len(words) or words[que + 1].lower not in PERSONAL:
        return ""
    quality, verb = words[que - 1], words[que + 2]
    if not quality.joined or PERSONAL[words[que + 1].lower] not in quality.agreement({"A"}):
        return ""
    degree = next((one.lower for one in words[max(0, que - _BACK) : que - 1] if one.lower in _GRANTING), "")
    end = que + 3
    if verb.lower in ("a", "ont", "avait", "avaient") and end < len(words) and words[end].lower in _SEEMED:
        end += 1
    elif _BEING.fullmatch(verb.lower) is None:
        return ""
    whole = all(one.joined for one in words[que:end])
    return degree if whole and (end == len(words) or not words[end].joined) else ""


def _form(words: tuple[Word, ...], place: int) -> re.Match[str] | None:
    """Returns the verb and the pronoun at a place, right after si and an adjective; None for other words."""
    form = _BE.fullmatch(words[place].lower) if "-" in words[place].lower else None
    if form is None or place < 2 or not words[place].joined or not words[place - 1].agreement():
        return None
    before = words[max(0, place - _BACK) : place - 1]
    return form if any(word.lower in _DEGREES for word in before) else None


def _noun(words: tuple[Word, ...], place: int) -> tuple[Word | None, frozenset[str]]:
    """Returns the noun that such a clause is said of, with what it can be: right after the comma behind the clause
    where it opens its sentence, else right before the comma in front of it, or anywhere before that."""
    first = first_joined(words, place)
    if words[first].before == ", ":
        found = chain(words, first - 1)
        if not found.heads or found.several:
            return None, frozenset()
        return words[found.heads[-1].place], found.possible | named_before(words, first)
    at = place + 1
    if at + 1 >= len(words) or words[at].before != ", " or not is_determiner(words[at]):
        return None, frozenset()
    own = determiners()[words[at].lower].agreement if words[at].lower in determiners() else None
    at += 1
    while at + 1 < len(words) and is_before_noun(words[at]) and words[at + 1].joined:
        at += 1
    noun = words[at]
    joined = any(word.lower in ("et", "ou") for word in words[at + 1 : at + 12])
    if joined or noun.is_name or noun.categories - {"N", "A", "V"} or "N" not in noun.categories:
        return None, frozenset()
    possible = noun.agreement({"N"})
    return noun, possible & own if own else possible
