"""Which number has a subject that comes right after its verb: les travaux que *poursuit* la Commission, parmi les
questions *figure* celle du budget?

The closed words are in ``inversions.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.subjects.clause_openings import follows_a_label
from tmtool.languages.fr.grammar.subjects.clauses import INVERTING, JOINING, TIMES
from tmtool.languages.fr.grammar.subjects.subjects import MANY_IN_ONE
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_CONTRACTED = frozenset({"du", "au", "aux"})
_POINTING = {"celui": "s", "celle": "s", "ceux": "p", "celles": "p"}
_SENTENCE_ENDS = (".", ";", ":", "?", "!")
_LABEL = re.compile(r"[IVXLC]+|[A-Z]")
"""What an annex, a part and the like are called by: l'annexe II."""
_SEVERAL = 2
_ON = 30
"""Words in which an inverted subject goes on."""


def inverted(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns the numbers that a verb right after que, dont, où or comme le may have by the noun group right after it;
    empty for none: les travaux que poursuit la Commission."""
    if not _is_inverted(words, verb) or verb + 2 >= len(words):
        return frozenset()
    if _is_counted(words[verb + 1]):
        return frozenset({"p"})
    done = is_auxiliary(words[verb]) and words[verb + 1].is_participle and words[verb + 1].joined
    done = done or _is_helped(words, verb)  # sur lesquels doivent reposer les activités
    if done and verb + 3 >= len(words):
        return frozenset()
    article, noun = words[verb + 1 + done : verb + 3 + done]  # qu'avaient soumises les délégations
    if article.lower in _POINTING and article.joined:
        return frozenset({_POINTING[article.lower]})
    if not article.joined or not noun.joined or article.lower not in determiners() or article.lower in _CONTRACTED:
        return frozenset()
    agreement = determiners()[article.lower].agreement
    if "N" not in noun.categories and not is_before_noun(noun):
        return frozenset()
    if noun.lower in MANY_IN_ONE or noun.is_infinitive or noun.lower in TIMES:
        return frozenset()
    if agreement <= PLURAL:
        return frozenset({"p"})
    first = verb + 2 + done
    for at in range(first, min(first + _ON, len(words) - 1)):
        word, following = words[at], words[at + 1]
        if at > first and not linked(word) and (word.before.strip() != "," or words[verb - 2].lower == "comme"):
            break  # comme l'exigent le paragraphe 2, ou
        another = following.lower in determiners() or following.is_name or following.lower in {"de", "d'", *_POINTING}
        if (word.lower in JOINING and another) or word.before.strip() == ",":
            return frozenset()
    return frozenset({"s"}) if agreement <= SINGULAR else frozenset()


def _is_counted(word: Word) -> bool:
    """Tells whether two or more are counted in figures with this noun: à laquelle participera 40 experts."""
    figure = "".join(word.before.split())
    several = figure.isdigit() and int(figure) >= _SEVERAL
    return several and word.categories <= {"A", "N"} and bool(word.agreement({"N"})) and not word.is_name


def _is_helped(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether an infinitive comes right after a modal verb, with which its subject comes: doit reposer."""
    return words[verb].lower in _WORDS["modal"] and words[verb + 1].is_infinitive and words[verb + 1].joined


def _is_inverted(words: tuple[Word, ...], verb: int) -> bool:
    if _opens_with_a_place(words, verb):
        return True
    if (
        verb > 1 and words[verb].joined and words[verb - 1].lower in _WORDS["clitics"] and not words[verb - 1].is_name
    ):  # où s'harmonisent les efforts
        verb -= 1
    if not verb or not words[verb].joined:
        return False
    before = words[verb - 1]
    if before.lower == "y" and (verb == 1 or before.before.strip()[-1:] in _SENTENCE_ENDS):
        return True  # Y figurent les observations
    if before.lower in INVERTING:
        return before.lower not in ("que", "qu'") or not _is_limiting(words, verb - 1)
    if before.lower in _WORDS["inverting after a preposition"]:
        return before.joined and verb > 1 and "PREP" in words[verb - 2].categories
    return before.lower in ("le", "l'") and verb > 1 and before.joined and words[verb - 2].lower == "comme"


def _opens_with_a_place(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether all before a verb that has no object is one phrase with a preposition, so that the subject comes
    after it: Parmi les questions soulevées figure celle du budget."""
    last = verb + (is_auxiliary(words[verb]) and verb + 1 < len(words) and words[verb + 1].is_participle)
    lemmas = {entry.lemma for entry in words[last].entries if entry.category == "V"}
    return not lemmas - _WORDS["without object"] and comes_after_a_place(words, verb)


def comes_after_a_place(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether all before a verb in its sentence is one phrase with a preposition: *Au paragraphe 3* figure."""
    if not verb or not linked(words[verb]):
        return False
    label = verb > 1 and words[verb - 1].joined and _LABEL.fullmatch(words[verb - 1].text) is not None
    found = chain(words, verb - 1 - label)
    first = words[found.start]
    opens_here = found.start == 0 or first.before.strip()[-1:] in _SENTENCE_ENDS
    return bool(found.heads) and opens_here and first.lower in _WORDS["placing"]


def opens_its_sentence(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb opens its sentence, but for ne, y and a phrase of place, so that its subject comes after it:
    *Seront examinées* les questions."""
    first = verb
    while first and words[first].joined and words[first - 1].lower in _WORDS["before an opening verb"]:
        first -= 1
    heads = first == 0 or words[first].before.strip()[-1:] in (".", "?", "!") or follows_a_label(words, first)
    after_y = first < verb and words[first].lower == "y" and words[first].before.strip().endswith(";")
    return (heads and words[first].is_name) or after_y or comes_after_a_place(words, first)


def _is_limiting(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether this is the que of ne … que."""
    return any(word.lower in ("ne", "n'") for word in words[max(0, que - 4) : que])
