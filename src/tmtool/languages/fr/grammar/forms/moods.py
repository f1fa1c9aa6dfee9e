"""Is the verb in the mood that a conjunction or another verb wants: afin que … puisse, il importe que … soit, tant que
… n'a pas été?

From the grammar of the language; the words are in ``moods.tsv``. Which mood the words before que want is told by
``before_que.py``; the verb looked at is found by ``clause_verbs.py`` and ``far_verbs.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tmtool.languages.fr.grammar.forms.before_que import fearing, past_insertion, wanting_subjunctive
from tmtool.languages.fr.grammar.forms.clause_verbs import (
    DENYING,
    FARTHEST,
    SUBJUNCTIVE,
    clause_verb,
    subjunctive_verb,
    tenses,
)
from tmtool.languages.fr.grammar.forms.denied_relatives import denied_relatives
from tmtool.languages.fr.grammar.forms.far_verbs import far_verb, is_apart
from tmtool.languages.fr.grammar.forms.indicative_before_que import wanting_indicative
from tmtool.languages.fr.grammar.forms.joined_moods import joined_indicatives, joined_subjunctives
from tmtool.languages.fr.grammar.forms.later_times import wrong_times
from tmtool.languages.fr.grammar.forms.moods_after_si import after_si, is_sure_subjunctive
from tmtool.languages.fr.grammar.forms.moods_of_whatever import of_whatever
from tmtool.languages.fr.grammar.forms.restrictions import is_restriction
from tmtool.languages.fr.grammar.forms.wrong_mood import EVEN_THOUGH, HOW_FAR, IN_CASE, WrongMood
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.concessions import indicatives
from tmtool.languages.fr.grammar.words.reading import QUE, Word, is_earlier_in_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_INDICATIVE = frozenset("PIFJC")
_FUTURE, _CONDITIONAL = frozenset("F"), frozenset("C")
_WITH_FUTURE = frozenset({"à la condition que", "est peu probable que", "est peu vraisemblable que"})
"""What may have a future in place of the subjunctive: à la condition que tous le voudront."""
_ALTHOUGH = frozenset({"quoique", "quoiqu'"})
_FIGURE = re.compile(r"\d")
_SOIT = frozenset({"soit", "soient"})


def wrong_moods(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs whose mood cannot be right, in order of the rules."""
    yield from chain(joined_indicatives(words), joined_subjunctives(words), denied_relatives(words))
    for past, degree in indicatives(words):
        yield WrongMood(past, degree)
    yield from of_whatever(words)
    yield from after_si(words)
    yield from wrong_times(words)
    for place, word in enumerate(words):
        found = None
        if word.lower in QUE or word.lower in _ALTHOUGH:
            found = _after_que(words, place)
        elif word.lower == "qui" and _only_adds(words, place) and _is_sure_subjunctive(words[place + 1]):
            found = WrongMood(words[place + 1], "qui", indicative=True)
        elif word.lower in _WORDS["with the indicative"]:
            found = _with_indicative(words, place, word.text)
        elif word.lower == "mesure" and _asks_how_far(words, place):
            found = _with_indicative(words, place, HOW_FAR)
        elif word.lower in ("dont", "qui") and _is_of_the_known(words, place):
            found = _in_relative(words, place)
        elif word.lower == "où" and place > 1 and words[place - 1].lower == "cas":
            found = _in_case(words, place)
        elif (
            word.lower == "même" and place > 1 and [one.lower for one in words[place - 2 : place]] == ["quand", "bien"]
        ):
            found = _even_though(words, place)
        if found is not None:
            yield found


def _asks_how_far(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether dans quelle mesure ends here."""
    both = place > 1 and words[place].joined and words[place - 1].joined
    return both and [one.lower for one in words[place - 2 : place]] == ["dans", "quelle"]


def _is_of_the_known(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a relative pronoun comes right after a plural that is known: les Parties *dont*. Not so where the
    sentence has said que or qui before, denies, asks for or singles out a thing."""
    if place < 2 or not words[place].joined or words[place - 2].lower not in ("les", "ces"):
        return False
    if "N" not in words[place - 1].categories:
        return False
    return not is_earlier_in_clause(words, place, _WORDS["may be wished"])


def _in_relative(words: tuple[Word, ...], place: int) -> WrongMood | None:
    """Returns the verb of a relative clause that is surely in the subjunctive: dont les noms *soient* lus; None for
    none."""
    verb = subjunctive_verb(words, place) if words[place].lower == "dont" else words[place + 1]
    if verb is None or not verb.joined or not _is_sure_subjunctive(verb):
        return None
    return WrongMood(verb, words[place].lower, indicative=True)


def _after_que(words: tuple[Word, ...], place: int) -> WrongMood | None:
    """Returns the verb of the clause that que opens, where its mood is wrong; None for none."""
    if _may_carry_on(words, place) and (verb := _of_a_series(words, place)) is not None:
        return WrongMood(verb, "que")
    if words[place].text in ("Que", "Qu'", "Qu’") and _is_wish(words, place):
        verb = clause_verb(words, place)  # a present may go on with Considérant
        return WrongMood(verb, "que") if verb is not None and tenses(verb) <= _FUTURE else None
    if although := _although(words, place):
        # encore que cela serait possible
        return _with_subjunctive(words, place, although, _INDICATIVE - _CONDITIONAL)
    if not place or words[place].lower not in QUE or _FIGURE.search(words[place].before):  # depuis 2016 que
        return None
    if is_apart(words[place]):
        shorter, at = past_insertion(words, place)
        if at and (wants := wanting_subjunctive(shorter, at)):
            return _with_subjunctive(words, place, wants)
        after = wanting_indicative(shorter, at) if at else ""
        return _with_indicative(words, place, after) if after else None
    if is_restriction(words, place):
        return None
    if wants := wanting_subjunctive(words, place):
        return _with_subjunctive(words, place, wants, _INDICATIVE - _FUTURE if wants in _WITH_FUTURE else _INDICATIVE)
    if purpose := _purpose(words, place):
        return _with_subjunctive(words, place, purpose, _FUTURE)
    if after := fearing(words, place):
        verb = clause_verb(words, place)
        return WrongMood(verb, after) if verb is not None and _says_what_may_be(words, place, verb) else None
    after = wanting_indicative(words, place)
    return _with_indicative(words, place, after) if after else None


def _with_subjunctive(
    words: tuple[Word, ...], place: int, after: str, wrong: frozenset[str] = _INDICATIVE
) -> WrongMood | None:
    """Returns the verb of the clause that opens here, where its tense is one of the `wrong`; None for none."""
    verb = clause_verb(words, place) or far_verb(words, place)
    return WrongMood(verb, after) if verb is not None and tenses(verb) and tenses(verb) <= wrong else None


def _with_indicative(words: tuple[Word, ...], place: int, after: str) -> WrongMood | None:
    """Returns the verb of the clause that opens here, where it is in the subjunctive; None for none, and where a word
    before it denies, so that either mood may come."""
    verb = subjunctive_verb(words, place)
    if verb is None:
        verb = far_verb(words, place)
        if verb is None or not is_sure_subjunctive(words, verb):
            return None
        between = words[place + 1 : next(at for at, word in enumerate(words) if word is verb)]
        if any(word.lower in DENYING - _WORDS["denying only the verb"] for word in between):
            return None
    return WrongMood(verb, after, indicative=True)


def _in_case(words: tuple[Word, ...], place: int) -> WrongMood | None:
    """Returns the verb after au cas où or pour le cas où, where it is in the future or the subjunctive; None for none.
    After dans le cas où comes either the indicative or the conditional."""
    if words[place - 2].lower not in ("au", "le"):
        return None
    either = words[place - 2].lower == "le" and words[place - 3].lower != "pour"
    verb = clause_verb(words, place) or far_verb(words, place)
    if verb is not None and tenses(verb) and tenses(verb) <= _FUTURE and not either:
        return WrongMood(verb, IN_CASE)
    return _with_indicative(words, place, IN_CASE)


def _even_though(words: tuple[Word, ...], place: int) -> WrongMood | None:
    """Returns the verb after quand bien même, where it is in the future or the past historic; None for none."""
    verb = clause_verb(words, place) or far_verb(words, place)
    if verb is None or not tenses(verb) or not (tenses(verb) <= _FUTURE or tenses(verb) <= frozenset("J")):
        return None
    return WrongMood(verb, EVEN_THOUGH)


def _of_a_series(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the form of être with its participle in the second clause of several with que, the first of which is in
    the subjunctive as the words before it want: il est proposé qu'un avis soit demandé, que sa publication *est*
    annoncée et que; None for none."""
    opens = que + 1 < len(words) and (words[que + 1].lower in _WORDS["subjects"] or is_determiner(words[que + 1]))
    be = clause_verb(words, que) or far_verb(words, que) if opens else None
    if be is None or not words[words.index(be, que) + 1 :]:
        return None
    said = words[words.index(be, que) + 1]
    if not (be.lower in _WORDS["be"] and said.is_participle) and not (tenses(be) and tenses(be) <= _FUTURE):
        return None
    for at in range(que - 1, max(0, que - 2 * FARTHEST), -1):
        if words[at].opens_clause:
            return None
        if words[at].lower not in QUE:
            continue
        shorter, place = past_insertion(words, at) if is_apart(words[at]) else (words, at)
        if place and (is_apart(words[at]) or wanting_indicative(shorter, place)):  # note, en outre, que
            return None
        if words[at].joined and wanting_subjunctive(words, at):
            seen = any(one.lower in _WORDS["sure subjunctives"] | _SOIT for one in words[at + 1 : que])
            return be if seen else None
    return None


def _may_carry_on(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether que may be the second, or a later one, of several that hang on the same words."""
    return words[que].before == ", " or (que > 0 and words[que].joined and words[que - 1].lower in _WORDS["joining"])


def _says_what_may_be(words: tuple[Word, ...], que: int, verb: Word) -> bool:
    """Tells whether a clause after a noun such as risque says with être what the risk is. Not so where an infinitive
    without an object ends it, which may lack the one that que is: le risque que la mesure est censée *réduire*."""
    if verb.lower not in _WORDS["be"] or verb is words[que + 1]:
        return False
    return not _ends_with_an_infinitive(words, words.index(verb, que))


def _ends_with_an_infinitive(words: tuple[Word, ...], verb: int) -> bool:
    for at in range(verb + 1, min(len(words), verb + FARTHEST)):
        if not words[at].joined:
            return False
        after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
        if words[at].is_infinitive and words[at].lower not in _WORDS["be"]:
            return after is None or "PREP" in after.categories or after.lower in ("et", "ou")
    return False


def _only_adds(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a comma parts qui from a thing that is known by itself, of which it adds what is so: le programme,
    qui *comprenne*. Not so where the sentence has said que or qui before, denies, asks for or singles out a thing, or
    has an indefinite one, which may be such that it be so: un cadre souple, qui permette."""
    if not words[place].before.endswith(", ") or place + 1 >= len(words) or not words[place + 1].joined:
        return False
    for at in range(place - 1, -1, -1):
        if words[at].lower in _WORDS["may be wished"]:
            return False
        if words[at].before.endswith((". ", "; ", "! ", "? ", ": ")):
            break
    return True


def _is_sure_subjunctive(verb: Word) -> bool:
    """Tells whether a form is one of the subjunctive and of nothing else."""
    is_finite = verb.is_finite_verb
    return is_finite and bool(tenses(verb)) and tenses(verb) <= SUBJUNCTIVE


def _purpose(words: tuple[Word, ...], place: int) -> str:
    """Returns the de façon que or de manière que that ends here; "" for none. What has been so may follow in the
    present or the past, what is to be so in no future: de manière que chacun *pourra*."""
    before = words[place - 1]
    is_purpose = place > 1 and before.joined and before.lower in ("façon", "manière") and words[place - 2].lower == "de"
    return f"de {before.lower} que" if is_purpose else ""


def _although(words: tuple[Word, ...], place: int) -> str:
    """Returns the quoique or encore que that ends here and opens a clause with its subject; "" for none: an adjective
    alone may follow (quoique modeste), and encore may be of the verb before (rappelle encore que)."""
    if place + 1 >= len(words) or not words[place + 1].joined:
        return ""
    following = words[place + 1]
    if not is_determiner(following) and following.lower not in _WORDS["subjects"] | _WORDS["other subjects"]:
        return ""
    if words[place].lower in _ALTHOUGH:
        return "quoique"
    if words[place].lower not in QUE or not place or not words[place].joined or words[place - 1].lower != "encore":
        return ""
    opens = place == 1 or words[place - 1].mark[-1:] in (",", ".", ";", "(", "–", "—")
    return "encore que" if opens else ""


def _is_wish(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que opens a sentence, a noun with its determiner right after it: Que les États agissent."""
    opens = place == 0 or not words[place].joined
    return opens and place + 1 < len(words) and words[place + 1].joined and is_determiner(words[place + 1])
