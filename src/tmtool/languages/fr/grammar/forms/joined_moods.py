"""Is a verb with ne joined to one in the subjunctive and itself in the indicative: craint qu’elle n’abaisse le prix et
n’*accroît* les risques?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.forms.before_que import QUE, fearing, wanting_subjunctive
from tmtool.languages.fr.grammar.forms.clause_verbs import FARTHEST, SUBJUNCTIVE, tenses
from tmtool.languages.fr.grammar.forms.denials import denies_by_itself
from tmtool.languages.fr.grammar.words.reading import THIRD, Word

_NE, _AND = frozenset({"ne", "n'"}), frozenset({"et", "ou", "ni"})
_OPENING = frozenset({"qui", "dont", "où", "si", "lorsque", "lorsqu'", "quand", "lequel", "laquelle", "lesquels"})
_INDICATIVE = frozenset("PFJ")


def joined_indicatives(words: tuple[Word, ...]) -> Iterator[tuple[Word, str]]:
    """Yields the verbs in the indicative, each with the words before the clause that want the subjunctive there, as the
    first verb of the clause shows."""
    for place in range(2, len(words)):
        word = words[place]
        if words[place - 1].lower not in _NE or words[place - 2].lower not in _AND or not word.persons & THIRD:
            continue
        if not words[place - 1].joined or not tenses(word) or not tenses(word) <= _INDICATIVE:
            continue
        if denies_by_itself(words, place - 1):  # avant que le bail n'expire, et ne peut être prolongé
            continue
        after = _wanting(words, place - 2)
        if after:
            yield word, after


def _wanting(words: tuple[Word, ...], joint: int) -> str:
    """Returns the word before que and que, between which and et comes a verb with ne that is a subjunctive,
    and no other clause; "" for none."""
    seen = sure = False
    for at in range(joint - 1, max(0, joint - FARTHEST), -1):
        word = words[at]
        if not words[at + 1].joined and not seen:
            return ""
        if word.lower in _OPENING:
            return ""
        if word.lower in QUE:
            if not seen or not at or not word.joined:
                return ""
            return f"{words[at - 1].text} que" if sure else fearing(words, at) or wanting_subjunctive(words, at)
        denied = words[at - 1].lower in _NE
        if (word.categories == {"V"} or denied) and word.persons & THIRD and not word.is_participle:
            if seen or not denied or not tenses(word) & SUBJUNCTIVE:
                return ""
            seen, sure = True, tenses(word) <= SUBJUNCTIVE
    return ""
