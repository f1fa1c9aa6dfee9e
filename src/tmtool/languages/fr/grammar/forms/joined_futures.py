"""Is an infinitive joined to a verb in the future, where the sentence has nothing that an infinitive hangs on: ouvrira
la séance et *soumettre* un projet?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.forms.clause_verbs import tenses
from tmtool.languages.fr.grammar.forms.infinitives import Exchange
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, reading

_FARTHEST = 40
"""Words back to the head of the sentence."""
_ENDS = (".", ";", ":", "?", "!", "(", "«", "–", "—")
_CLITICS = frozenset({"le", "la", "l'", "les", "lui", "leur", "en", "y"})
_FUTURE = frozenset("F")
_ENDINGS = {"3s": "a", "3p": "ont"}


def exchanges(words: tuple[Word, ...]) -> Iterator[Exchange]:
    """Yields the infinitives right after et that should be in the future as the verb before is."""
    for place in range(2, len(words)):
        word = words[place]
        if not word.joined or not word.is_infinitive or word.categories != {"V"} or word.persons or word.is_name:
            continue
        at = place - 1
        while at > 1 and words[at].lower in _CLITICS and words[at].joined:
            at -= 1
        if words[at].lower != "et" or not words[at].joined:
            continue
        right = _future(word, _joined_to(words, at))
        if right:
            yield Exchange(words[at], word, right)


def _joined_to(words: tuple[Word, ...], et: int) -> str:
    """Returns the person of the verb in the future before et in its sentence, if it has no other than such verbs and no
    infinitive; "" for none."""
    person = ""
    for at in range(et - 1, max(-1, et - _FARTHEST), -1):
        word = words[at]
        if word.is_infinitive or (word.categories == {"V"} and word.persons and not word.is_participle):
            third = word.persons & THIRD
            if word.is_infinitive or tenses(word) != _FUTURE or len(third) != 1:
                return ""
            person = person or next(iter(third))
        if at == 0 or word.before.strip()[-1:] in _ENDS:
            return person
    return ""


def _future(infinitive: Word, person: str) -> str:
    """Returns the regular future of a verb in a third person, if that is one; "" for another or none."""
    form = infinitive.text.removesuffix("e") + _ENDINGS.get(person, "")
    known = reading(form)
    return form if person and len(known) == 1 and person in known[0].persons else ""
