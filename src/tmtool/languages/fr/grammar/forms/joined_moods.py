"""Are two joined verbs in the same mood: craint qu'elle n'abaisse le prix et n'*accroisse* les risques, si elle est
nouvelle et *peut* être appliquée, un plan qui est prêt et *peut* être lu?
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.before_que import fearing, wanting_subjunctive
from tmtool.languages.fr.grammar.forms.clause_verbs import FARTHEST, SUBJUNCTIVE, tenses
from tmtool.languages.fr.grammar.forms.denials import denies_by_itself
from tmtool.languages.fr.grammar.forms.moods_after_si import is_sure_subjunctive
from tmtool.languages.fr.grammar.forms.wrong_mood import SI, WrongMood
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, NE, NE_OR_SE, OTHER_CLITICS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word, back_over
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OPENING = _WORDS["opening"]
_INDICATIVE = frozenset("PFJ")
_SMALL = NE_OR_SE | OTHER_CLITICS | {"l'"}
_RELATIVE = frozenset({"qui", "dont", "où"})


def joined_indicatives(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs in the indicative, each with the words before the clause that want the subjunctive there, as the
    first verb of the clause shows."""
    for place in range(2, len(words)):
        word = words[place]
        if words[place - 1].lower not in NE or words[place - 2].lower not in AND_OR or not word.persons & THIRD:
            continue
        if not words[place - 1].joined or not tenses(word) or not tenses(word) <= _INDICATIVE:
            continue
        if denies_by_itself(words, place - 1):  # avant que le bail n'expire, et ne peut être prolongé
            continue
        after = _wanting(words, place - 2)
        if after:
            yield WrongMood(word, after)


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
        denied = words[at - 1].lower in NE
        if (word.categories == {"V"} or denied) and word.persons & THIRD and not word.is_participle:
            if seen or not denied or not tenses(word) & SUBJUNCTIVE:
                return ""
            seen, sure = True, tenses(word) <= SUBJUNCTIVE
    return ""


def joined_subjunctives(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs in the subjunctive that et or ou joins to a verb in the indicative after si or qui, in a
    sentence without another subjunctive: si elle est nouvelle et *puisse* être appliquée."""
    for place in range(2, len(words)):
        word = words[place]
        if not word.joined or words[place - 1].lower not in AND_OR | _SMALL or not word.persons & THIRD:
            continue
        joint = back_over(words, place - 1, _SMALL)
        if (
            words[joint].lower in AND_OR
            and is_sure_subjunctive(words, word)
            and (after := _only_indicative(words, joint))
        ):
            yield WrongMood(word, after, indicative=after != SI)


def _only_indicative(words: tuple[Word, ...], joint: int) -> str:
    """Returns the si or qui before a joint, where the verbs between are in the indicative and none before in its
    sentence may be in the subjunctive; "" for none."""
    after, seen = "", False
    for at in range(joint - 1, -1, -1):
        word = words[at]
        verb = bool(word.persons & THIRD) and not (at and is_determiner(words[at - 1]))
        sure = word.categories == {"V"} if after else not _is_of_si(words, at)
        if verb and sure and tenses(word) & SUBJUNCTIVE:
            return ""
        seen = seen or (verb and not after and word.lower not in _SMALL)
        if not after and (word.lower in QUE or word.text in ("Que", "Qu'")):
            return ""
        if not after and word.lower in _RELATIVE:
            after = word.lower if seen else ""
        elif not after and seen and word.lower in ("si", "s'") and words[at + 1].lower not in _SMALL - {"l'"}:
            after = SI
        if word.opens_clause:
            break
    return after


def _is_of_si(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb that may be in either mood is the first after si, and so in the indicative."""
    for at in range(verb - 1, max(-1, verb - FARTHEST), -1):
        if words[at].lower in ("si", "s'") and words[at + 1].lower not in _SMALL - {"l'"}:
            return True
        if not words[at + 1].joined or words[at].lower in QUE or words[at].lower in _RELATIVE:
            return False
    return False
