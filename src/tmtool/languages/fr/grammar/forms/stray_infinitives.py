"""Is an infinitive joined to a finite verb, where the sentence has nothing that an infinitive hangs on: ouvrira la
séance et *soumettre* un projet, a été distribué aux membres, puis *adopter*?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.forms.clause_verbs import tenses
from tmtool.languages.fr.grammar.forms.infinitives import Exchange
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.words.closed_words import OBJECT_CLITICS, OTHER_CLITICS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, back_over, reading

_FARTHEST = 40
"""Words back to the head of the sentence."""
_ENDS = (".", ";", ":", "?", "!", "(", "«", "–", "—")
_CLITICS = OBJECT_CLITICS | OTHER_CLITICS
_JOINING = frozenset({"et", "puis", "ou"})
_FUTURE, _PRESENT = frozenset("F"), frozenset("P")
_ENDINGS = {"3s": "a", "3p": "ont"}
_ENDINGS_NOW = {"3s": "e", "3p": "ent"}
_FEW = 6
"""Words back from a participle to its auxiliary at most."""


def exchanges(words: tuple[Word, ...]) -> Iterator[Exchange]:
    """Yields the infinitives right after et, ou or puis that should have the form of the verb before."""
    for place in range(2, len(words)):
        word = words[place]
        if not word.joined or not word.is_infinitive or word.categories != {"V"} or word.persons or word.is_name:
            continue
        at = back_over(words, place - 1, _CLITICS, least=1)
        if words[at].lower not in _JOINING:
            continue
        verb = _joined_to(words, at) if words[at].joined or words[at].lower == "puis" else -1
        right = _form_of(word, words, verb) if verb >= 0 else ""
        if right:
            yield Exchange(words[at], word, right, agrees=words[verb].is_participle)


def _joined_to(words: tuple[Word, ...], joint: int) -> int:
    """Returns the place of the verb before a joint in its sentence: a finite verb, or a participle with its auxiliary
    that has no other after it; -1 where there is none, or an infinitive comes before."""
    verb = -1
    for at in range(joint - 1, max(-1, joint - _FARTHEST), -1):
        word = words[at]
        if word.is_infinitive:
            return -1
        finite = word.is_finite_verb and not word.is_participle
        if verb < 0 and (finite or (word.is_participle and _has_auxiliary(words, at))):
            verb = at
        if at == 0 or word.mark[-1:] in _ENDS:
            return verb
    return -1


def _has_auxiliary(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a form of être or avoir comes soon before a participle, adverbs and été between."""
    at = place - 1
    while at > 0 and place - at < _FEW and (is_adverb(words[at]) or words[at].lower == "été"):
        at -= 1
    return all(word.joined for word in words[at + 1 : place + 1]) and is_auxiliary(words[at])


def _form_of(infinitive: Word, words: tuple[Word, ...], verb: int) -> str:
    """Returns the regular form of a verb that is that of the verb at a place, in a third person of the future or the
    present, or a participle; "" for another or none."""
    known, third = words[verb], words[verb].persons & THIRD
    if known.is_participle:
        return f"{infinitive.text[:-2]}é" if infinitive.text.endswith("er") else infinitive.text
    if len(third) != 1:
        return ""
    person = next(iter(third))
    if tenses(known) == _FUTURE:
        form = infinitive.text.removesuffix("e") + _ENDINGS[person]
    elif tenses(known) >= _PRESENT and infinitive.text.endswith("er"):
        form = infinitive.text[:-2] + _ENDINGS_NOW[person]
    else:
        return ""
    found = reading(form)
    return form if len(found) == 1 and person in found[0].persons else ""
