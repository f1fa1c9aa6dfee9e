"""Is the verb in the mood that a conjunction or another verb wants: afin que … puisse, si … était, il importe que …
soit?

From the grammar of the language; the words are in ``moods.tsv``. Which mood the words before que want is told by
``before_que.py``; the verb looked at is found by ``clause_verbs.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.forms.before_que import (
    QUE,
    fearing,
    is_restriction,
    wanting_indicative,
    wanting_subjunctive,
)
from tmtool.languages.fr.grammar.forms.clause_verbs import FARTHEST, SUBJUNCTIVE, clause_verb, subjunctive_verb, tenses
from tmtool.languages.fr.grammar.forms.joined_moods import joined_indicatives
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.concessions import indicatives
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_INDICATIVE, _NOT_AFTER_SI = frozenset("PIFJC"), frozenset("FC")
_FUTURE, _CONDITIONAL = frozenset("F"), frozenset("C")
_PRESENT = _INDICATIVE - _NOT_AFTER_SI
_WITH_FUTURE = frozenset({"pour autant que", "à la condition que"})
"""What may have a future in place of the subjunctive: pour autant que les circonstances le permettront."""
_ALTHOUGH = frozenset({"quoique", "quoiqu'"})
_SOIT = frozenset({"soit", "soient"})
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_ENDS = frozenset(".;:?!,")
SI, EVEN_IF, IN_CASE = "si", "même si", "au cas où"


@dataclass(frozen=True, slots=True)
class WrongMood:
    """A `WrongMood` is a finite verb in a mood that the words before its clause do not admit. `after` is those words:
    "afin que", which wants the subjunctive, or "si" for a condition, which wants the present or the past of the
    indicative, as "même si" does where it supposes a thing and is no although. `indicative` is True where the verb is
    in the subjunctive and those words want the indicative."""

    verb: Word
    after: str
    indicative: bool = False


def wrong_moods(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs whose mood cannot be right, in order."""
    for joined, after in joined_indicatives(words):
        yield WrongMood(joined, after)
    for past, degree in indicatives(words):
        yield WrongMood(past, degree)
    for place, word in enumerate(words):
        if word.lower in QUE and (verb := _of_whatever(words, place)) is not None:
            yield WrongMood(verb, f"{words[place - 1].lower} que" if words[place].joined and place else "que … ou")
        elif word.lower in QUE and word.before == ", " and (verb := _of_a_series(words, place)) is not None:
            yield WrongMood(verb, "que")
        elif word.text in ("Que", "Qu'", "Qu’") and _is_wish(words, place):
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _FUTURE:  # a present may go on with Considérant
                yield WrongMood(verb, "que")
        elif (although := _although(words, place)) and (verb := clause_verb(words, place)) is not None:
            if tenses(verb) <= _INDICATIVE - _CONDITIONAL:  # encore que cela serait possible
                yield WrongMood(verb, although)
        elif word.lower in QUE and place and word.joined:
            if is_restriction(words, place):
                continue
            wants = wanting_subjunctive(words, place)
            verb = clause_verb(words, place) if wants else None
            if not wants and (purpose := _purpose(words, place)) and (verb := clause_verb(words, place)) is not None:
                if tenses(verb) <= _FUTURE:
                    yield WrongMood(verb, purpose)
                continue
            if verb is not None and tenses(verb) <= (_PRESENT if wants in _WITH_FUTURE else _INDICATIVE):
                yield WrongMood(verb, wants)
            elif not wants and (after := fearing(words, place)):
                verb = clause_verb(words, place)
                if verb is not None and _says_what_may_be(words, place, verb):
                    yield WrongMood(verb, after)
            elif not wants and (after := wanting_indicative(words, place)):
                verb = subjunctive_verb(words, place)
                if verb is not None:
                    yield WrongMood(verb, after, indicative=True)
        elif word.lower == "qui" and _only_adds(words, place) and _is_sure_subjunctive(words[place + 1]):
            yield WrongMood(words[place + 1], "qui", indicative=True)
        elif word.lower in ("si", "s'") and place and word.joined and words[place - 1].lower == "même":
            verb = clause_verb(words, place) if word.lower == "si" or words[place + 1].lower.startswith("il") else None
            if verb is not None and tenses(verb) <= _NOT_AFTER_SI:
                yield WrongMood(verb, EVEN_IF)
        elif word.lower in ("si", "s'") and _is_condition(words, place):
            if (subjunctive := _subjunctive_after_si(words, place)) is not None:
                yield WrongMood(subjunctive, SI)
                continue
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _NOT_AFTER_SI:
                yield WrongMood(verb, SI)
        elif word.lower in ("si", "s'") and (asked := _subjunctive_asked(words, place)) is not None:
            yield WrongMood(asked, SI)
        elif word.lower in _WORDS["with the indicative"] and (when := subjunctive_verb(words, place)) is not None:
            yield WrongMood(when, word.text, indicative=True)
        elif word.lower == "où" and place > 1 and [one.lower for one in words[place - 2 : place]] == ["au", "cas"]:
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _FUTURE:
                yield WrongMood(verb, IN_CASE)
            elif (subjunctive := subjunctive_verb(words, place)) is not None:
                yield WrongMood(subjunctive, IN_CASE, indicative=True)
        elif word.lower in ("si", "s'") and _limits_what_will_be(words, place):
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _NOT_AFTER_SI:
                yield WrongMood(verb, SI)
        elif word.lower in ("si", "s'") and _is_after_conditional(words, place):
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _CONDITIONAL:
                yield WrongMood(verb, SI)


def _of_a_series(words: tuple[Word, ...], que: int) -> Word | None:
    """Returns the est or sont of a passive in the second clause of several with que, the first of which is in the
    subjunctive as the words before it want: il est proposé qu'un avis soit demandé, qu'il *est* publié et que; None
    for none."""
    be = _be(words, que + 2)
    subject = words[que + 1].lower if que + 1 < len(words) else ""
    if be is None or subject not in _WORDS["subjects"] or que + 3 >= len(words) or not words[que + 3].is_participle:
        return None
    for at in range(que - 1, max(0, que - 2 * FARTHEST), -1):
        if words[at].before.strip()[-1:] in (".", ";", ":"):
            return None
        if words[at].lower in QUE and words[at].joined and wanting_subjunctive(words, at):
            seen = any(one.lower in _WORDS["sure subjunctives"] | _SOIT for one in words[at + 1 : que])
            return be if seen else None
    return None


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
    is_finite = verb.categories == {"V"} and bool(verb.persons & THIRD)
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
    if not is_determiner(words[place + 1]) and words[place + 1].lower not in _WORDS["subjects"]:
        return ""
    if words[place].lower in _ALTHOUGH:
        return "quoique"
    if words[place].lower not in QUE or not place or not words[place].joined or words[place - 1].lower != "encore":
        return ""
    opens = place == 1 or words[place - 1].before.strip()[-1:] in (",", ".", ";", "(", "–", "—")
    return "encore que" if opens else ""


def _is_wish(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que opens a sentence, a noun with its determiner right after it: Que les États agissent."""
    opens = place == 0 or not words[place].joined
    return opens and place + 1 < len(words) and words[place + 1].joined and is_determiner(words[place + 1])


def _of_whatever(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb in the indicative of a clause that leaves open which holds: quels qu'en sont les détenteurs,
    qu'il s'agit de ports ou de gares, qu'elles sont payées ou non; None for none."""
    at = place + 1
    which = place > 0 and words[place].joined and words[place - 1].lower in _WORDS["which"]
    opens = (place == 0 or words[place].before.strip() in (",", ".")) and at < len(words)
    if which:
        at += at < len(words) and words[at].lower in ("en", "n'", "ne")
    elif opens and words[at].lower in _WORDS["subjects"] and (verb := _be(words, at + 1)) is not None:
        return verb if _is_either(words, at + 2) else None
    elif opens and words[at].lower == "il":
        at += 2 if at + 2 < len(words) and words[at + 1].lower == "s'" and words[at + 2].lower == "agit" else len(words)
        if at + 1 >= len(words) or words[at + 1].lower not in ("de", "d'", "du", "des", "ou"):
            return None
        if not any(word.lower == "ou" for word in words[at : at + FARTHEST]):
            return None
    else:
        return None
    if at >= len(words) or not words[at].joined or words[at].lower not in ("est", "sont", "agit"):
        return None
    return words[at] if not (which and words[at].lower == "agit") else None


def _be(words: tuple[Word, ...], at: int) -> Word | None:
    """Returns the form of être in the indicative at a place, None where there is none."""
    verb = words[at] if at < len(words) and words[at].joined else None
    return verb if verb is not None and verb.lower in ("est", "sont") else None


def _is_either(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether ou non comes before the next mark, or two adjectives that ou joins do."""
    for at in range(start, min(len(words) - 1, start + FARTHEST)):
        if not words[at].joined:
            return False
        if words[at].lower == "ou" and at > start and words[at + 1].joined:
            other, alone = words[at + 1], at + 2 == len(words) or not words[at + 2].joined
            both = at == start + 1 and all("A" in one.categories or one.is_participle for one in (words[start], other))
            return alone and (other.lower in ("non", "pas") or both)
    return False


def _subjunctive_after_si(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the first verb after si that is one of the subjunctive, a relative clause of a pronoun and its verb
    between: si le membre qu'ils remplacent *ait* quitté; None for none."""
    at = place + 1
    while at < min(len(words), place + FARTHEST) and words[at].joined:
        word = words[at]
        if word.lower in QUE:
            pronoun = at + 2 < len(words) and words[at + 1].lower in _WORDS["subjects"]
            if not pronoun or words[at + 2].categories != {"V"} or words[at - 1].lower in ("et", "ou"):
                return None
            at += 3
            continue
        if word.lower in _WORDS["sure subjunctives"]:
            return word
        if word.lower in ("qui", "dont", "où") or (word.persons & THIRD and word.categories == {"V"}):
            return None
        if word.lower in ("est", "sont", "a", "ont", "ce", "tant"):
            return None
        at += 1
    return None


def _subjunctive_asked(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb after the si of a question that can be nothing but a subjunctive: savoir s'il *convienne*; None
    for none, and where si goes with an adjective, which may have one after it: si graves soient-ils."""
    following = words[place + 1] if place + 1 < len(words) else None
    if (
        following is None
        or not following.joined
        or (words[place].lower == "s'" and following.lower not in ("il", "ils"))
    ):
        return None
    if not (following.lower in _WORDS["subjects"] or is_determiner(following)):
        return None
    for at in range(place + 2, min(len(words), place + FARTHEST)):
        word = words[at]
        if not word.joined or word.lower in QUE or word.lower in ("qui", "dont", "où", "ou", "soit-il", "soit-elle"):
            return None
        if not word.persons & THIRD or is_determiner(word) or is_determiner(words[at - 1]):
            continue
        rest = takewhile(lambda one: not _ENDS & set(one.before), words[at + 1 :])
        both = not any(one.lower in _SOIT | {"ou"} for one in rest)
        sure = word.categories == {"V"} and bool(tenses(word)) and tenses(word) <= SUBJUNCTIVE
        return word if sure or (word.lower in _SOIT and both) else None
    return None


def _is_condition(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is si at the head of a sentence or after sauf; elsewhere it may ask (savoir si)."""
    if words[place].lower == "s'" and not words[place + 1].lower.startswith("il"):
        return False
    mark = words[place].before.strip()
    if place == 0 or mark[-1:] in (".", ";", ":"):
        # In small letters the list of "il dit" may go on: s’il sera vendu.
        return words[place].is_name or not any(map(_asks, words[:place]))
    before = words[place - 1]
    if not mark and before.lower in QUE:  # ne seront examinés que si
        return any(word.lower in ("ne", "n'") for word in words[max(0, place - FARTHEST) : place - 1])
    if mark == ",":
        return before.lower in _WORDS["before si"] or place <= 3
    return not mark and before.lower in _WORDS["before a sole condition"]


def _limits_what_will_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether si ends a sentence of what will or would be, and no word in this asks, knows or says anything: la
    séance sera levée si; la parole sera donnée aux observateurs, si."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.joined or following.categories == {"A"} or not place:
        return False
    if words[place].before not in (" ", ", ") or (words[place].lower == "s'" and not following.lower.startswith("il")):
        return False
    says = False
    for at in range(place - 1, -1, -1):
        word = words[at]
        named = at > 0 and (is_determiner(words[at - 1]) or words[at - 1].lower in _CONTRACTED)
        if word.lower in _WORDS["before other clauses"]:
            return False
        if _asks(word, "N" if named else "") and word.lower not in _WORDS["asks seldom"]:
            return False
        says = says or (word.categories == {"V"} and bool(word.persons) and tenses(word) <= _NOT_AFTER_SI)
        if word.before.strip()[-1:] in (".", ";", ":"):
            break
    return says


def _is_after_conditional(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether si comes after a clause in the conditional or the future in which nobody asks, knows or says
    anything: la situation s'améliorerait si; not il faudrait savoir si."""
    if words[place].lower == "s'" and not words[place + 1].lower.startswith("il"):
        return False
    if not words[place].joined or place + 1 >= len(words) or words[place + 1].categories == {"A"}:
        return False
    if words[place - 1].lower in ("et", "ou") and any(word.lower in ("si", "s'") for word in words[: place - 1]):
        return False  # il demande si la loi serait modifiée et si elle aurait effet
    for at in range(place - 1, max(-1, place - FARTHEST), -1):
        word = words[at]
        if _asks(word):
            return False
        if word.categories == {"V"} and word.persons and tenses(word) <= _NOT_AFTER_SI:
            return True
        if not word.joined:
            return False
    return False


def _asks(word: Word, category: str = "") -> bool:
    """Tells whether si may ask after this word, in any category or this one: savoir, la question, incertain."""
    return any(
        entry.lemma in _WORDS["before si that asks"] and (not category or entry.category == category)
        for entry in word.entries
    )
