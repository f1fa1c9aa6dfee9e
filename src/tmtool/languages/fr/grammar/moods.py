"""Is the verb in the mood that a conjunction or another verb wants: afin que … puisse, si … était, il importe que …
soit?

From the grammar of the language; the words are in ``moods.tsv``. The verb looked at is the first finite one
after que or si, where nothing (a mark, another qui or que) lets it belong to another clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.noun_groups import determiners, is_determiner
from tmtool.languages.fr.grammar.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_QUE = frozenset({"que", "qu'"})
_SUBJUNCTIVE = frozenset("ST")
_INDICATIVE, _NOT_AFTER_SI = frozenset("PIFJC"), frozenset("FC")
_FUTURE = frozenset("F")
_PRESENT = _INDICATIVE - _NOT_AFTER_SI
_WITH_FUTURE = frozenset({"pour autant que", "à la condition que"})
"""What may have a future in place of the subjunctive: pour autant que les circonstances le permettront."""
_FARTHEST, _NEAR = 22, 6
"""Words at most from que or si to its verb, and back from que to the word that wants the mood."""
_NUMBERED = re.compile(r"[ \u00a0\u202f](?:\d+(?:[.-]\d+)*[ \u00a0\u202f])")
"""The number of an item, an article or a rule that is the subject: que le point 8 soit."""
SI = "si"


@dataclass(frozen=True, slots=True)
class WrongMood:
    """A `WrongMood` is a finite verb in a mood that the words before its clause do not admit. `after` is those words:
    "afin que", which wants the subjunctive, or "si" for a condition, which wants the present or the past of the
    indicative. `indicative` is True where the verb is in the subjunctive and those words want the indicative."""

    verb: Word
    after: str
    indicative: bool = False


def wrong_moods(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs whose mood cannot be right, in order."""
    for place, word in enumerate(words):
        if word.lower in _QUE and (verb := _of_whatever(words, place)) is not None:
            yield WrongMood(verb, f"{words[place - 1].lower} que" if words[place].joined and place else "que … ou")
        elif word.text in ("Que", "Qu'", "Qu’") and _is_wish(words, place):
            verb = _verb(words, place)
            if verb is not None and _tenses(verb) <= _FUTURE:  # a present may go on with Considérant
                yield WrongMood(verb, "que")
        elif word.lower in _QUE and place and word.joined:
            if _is_restriction(words, place):
                continue
            wants = _wanting(words, place) or _wanting_before_adverbs(words, place)
            verb = _verb(words, place) if wants else None
            if verb is not None and _tenses(verb) <= (_PRESENT if wants in _WITH_FUTURE else _INDICATIVE):
                yield WrongMood(verb, wants)
            elif not wants and (after := _wanting_indicative(words, place)):
                verb = _subjunctive(words, place)
                if verb is not None:
                    yield WrongMood(verb, after, indicative=True)
        elif word.lower in ("si", "s'") and _is_condition(words, place):
            verb = _verb(words, place)
            if verb is not None and _tenses(verb) <= _NOT_AFTER_SI:
                yield WrongMood(verb, SI)


def _is_wish(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que opens a sentence, a noun with its determiner right after it: Que les États agissent."""
    opens = place == 0 or not words[place].joined
    return opens and place + 1 < len(words) and words[place + 1].joined and is_determiner(words[place + 1])


def _is_restriction(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que only limits the verb before it: n'accepteraient que des engagements volontaires."""
    return place > 1 and words[place - 2].lower in ("n'", "ne")


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
        if not any(word.lower == "ou" for word in words[at : at + _FARTHEST]):
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
    for at in range(start, min(len(words) - 1, start + _FARTHEST)):
        if not words[at].joined:
            return False
        if words[at].lower == "ou" and at > start and words[at + 1].joined:
            other, alone = words[at + 1], at + 2 == len(words) or not words[at + 2].joined
            both = at == start + 1 and all("A" in one.categories or one.is_participle for one in (words[start], other))
            return alone and (other.lower in ("non", "pas") or both)
    return False


def _wanting(words: tuple[Word, ...], place: int) -> str:
    """Returns the words before que that want the subjunctive; "" for none."""
    before = words[place - 1]
    for many in (3, 2, 1):
        phrase = "_".join(word.lower for word in words[max(0, place - many) : place])
        if phrase in _WORDS["impersonal"] and place - many and words[place - many - 1].lower in ("il", "n'", "ne"):
            return f"il {phrase} que"
        if phrase in _WORDS["before que"] and not (phrase == "bien" and _is_adverb(words, place - 1)):
            return phrase.replace("_", " ").replace("' ", "'") + " que"
    if _is_to_this(words, place):
        return "à ce que"
    if asking := _asking(words, place):
        return asking
    earlier = words[place - 2].lower if place > 1 and before.joined else ""
    if before.lower in _WORDS["predicates"]:
        be = _before_adverbs(words, place - 2)
        if be in _WORDS["be"]:
            return f"{be} {before.lower} que"
    wanting = any(entry.category == "V" and entry.lemma in _WORDS["verbs"] for entry in before.entries)
    wanting = wanting and not (before.is_participle and "ms" not in before.agreement())
    noun = earlier in determiners() or earlier in ("l'", "de", "d'") or "A" in before.categories
    noun = noun and before.categories != {"V"}
    return f"{before.lower} que" if wanting and not noun else ""


def _wanting_before_adverbs(words: tuple[Word, ...], place: int) -> str:
    """Returns the verb that wants the subjunctive before adverbs and que: demandent en outre que; "" for none."""
    at = place - 1
    while at > 0 and words[at].joined and words[at].lower in _WORDS["within adverbs"]:
        at -= 1
    verb = words[at]
    wanting = at < place - 1 and any(
        entry.category == "V" and entry.lemma in _WORDS["asking"] for entry in verb.entries
    )
    return f"{verb.lower} … que" if wanting and verb.persons and verb.categories == {"V"} else ""


def _wanting_indicative(words: tuple[Word, ...], place: int) -> str:
    """Returns the words before que that take the indicative; "" for none, and where either mood may come."""
    if any(word.lower in _WORDS["denying"] for word in words[max(0, place - _NEAR) : place]):
        return ""
    before = words[place - 1]
    for many in (2, 1):
        phrase = "_".join(word.lower for word in words[max(0, place - many) : place])
        if phrase in _WORDS["indicative after"]:
            return phrase.replace("_", " ") + " que"
    known = before.persons and before.categories == {"V"} and not before.is_participle and not before.is_infinitive
    known = known and any(entry.lemma in _WORDS["indicative verbs"] for entry in before.entries)
    return f"{before.lower} que" if known else ""


def _subjunctive(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the first finite verb after que where it is right after its subject and in the subjunctive."""
    for at in range(place + 1, min(place + _FARTHEST, len(words))):
        word = words[at]
        if not word.joined or word.lower in _WORDS["openers"] or word.lower in _WORDS["denying"]:
            return None
        if word.lower in _WORDS["auxiliaries"] or word.is_infinitive:
            return None
        if _is_finite(word) and word.persons & THIRD and not is_determiner(words[at - 1]):
            sure = word.categories == {"V"} or word.lower == "soit"
            rest = takewhile(lambda one: "." not in one.before and ";" not in one.before, words[at + 1 :])
            other = any(one.lower in ("soit", "ou") for one in rest)  # que … soit … soit
            return word if sure and _tenses(word) and _tenses(word) <= _SUBJUNCTIVE and not other else None
    return None


def _is_to_this(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que belongs to an à ce que that takes the subjunctive: tendant à ce que, veiller en outre à ce que;
    not to contrairement à ce que."""
    if place < 3 or words[place - 1].lower != "ce" or words[place - 2].lower != "à":
        return False
    for at in range(place - 3, max(-1, place - 3 - _NEAR), -1):
        if not words[at + 1].joined:
            return False
        lemmas = {entry.lemma for entry in words[at].entries}
        if lemmas & _WORDS["to this"]:
            return True
        if words[at].categories != {"ADV"} and words[at].lower not in _WORDS["within adverbs"]:
            return False
    return False


def _asking(words: tuple[Word, ...], place: int) -> str:
    """Returns the verb of asking before the one who is asked: demande à l'État partie que; "" for none."""
    for at in range(place - 2, max(-1, place - 2 - _NEAR), -1):
        word = words[at]
        if not words[at + 1].joined or word.lower in _QUE:
            return ""
        if at + 1 < place - 1 and words[at + 1].lower in ("à", "au", "aux") and "V" in word.categories:
            if _is_of_an_object(words, at + 3, place):
                return ""
            asks = any(entry.lemma in _WORDS["asking"] for entry in word.entries if entry.category == "V")
            return f"{word.lower} … que" if asks and not word.is_participle else ""
    return ""


def _is_of_an_object(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Tells whether que goes on after another noun than the one who is asked: recommande au Conseil les noms que."""
    return any(
        is_determiner(words[at]) and words[at - 1].lower not in _WORDS["before one who is asked"]
        for at in range(start, place - 1)
    )


def _before_adverbs(words: tuple[Word, ...], place: int) -> str:
    """Returns the word before `place`, or there, that is no adverb before a predicate: est donc très urgent."""
    while place > 0 and words[place + 1].joined and words[place].lower in _WORDS["degrees"]:
        place -= 1
    return words[place].lower if place >= 0 and words[place + 1].joined else ""


def _is_adverb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the bien of si bien que, on sait bien que, ou bien que: one that a word comes before."""
    return place > 0 and words[place].joined and words[place - 1].lower not in ("et", "mais", "car")


def _is_condition(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is si at the head of a sentence or after sauf; elsewhere it may ask (savoir si)."""
    if words[place].lower == "s'" and not words[place + 1].lower.startswith("il"):
        return False
    mark = words[place].before.strip()
    if place == 0 or mark[-1:] in (".", ";", ":"):
        return words[place].is_name  # in small letters the list of "il dit" may go on: s’il sera vendu
    before = words[place - 1]
    if mark == ",":
        return before.lower in _WORDS["before si"] or place <= 3
    return not mark and before.lower == "sauf"


def _verb(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the finite verb of the clause that que or si opens, or None where it is not certain."""
    start, after, seen = _after_insertion(words, place), -1, False
    for at in range(start, min(place + _FARTHEST, len(words))):
        word = words[at]
        if at < after:
            continue
        if seen and not word.joined and after < 0:  # si l’appareil intègre un capteur, la lumière sera
            return None
        seen = seen or (_is_finite(word) and bool(word.persons & THIRD) and not is_determiner(words[at - 1]))
        if word.before == ", " and after < 0 and (word.lower == "qui" or _is_day(words, at)):
            after = _after_relative(words, at)
            if after > 0:
                continue
        if at == after and not _is_finite(word):
            return None
        if word.lower == "qui" and word.joined and after < 0 and not seen:
            return _after_qui(words, at)
        if (
            not (
                word.joined
                or at == after
                or at == start > place + 1
                or _goes_on(words, at)
                or _NUMBERED.fullmatch(word.before)
            )
            or word.lower in _WORDS["openers"]
            or word.lower in _WORDS["subjunctives"]
        ):
            return None
        if at + 1 < len(words) and words[at + 1].before.startswith(")"):  # a label: l’alinéa a)
            return None
        if word.lower in _WORDS["auxiliaries"] and (
            not is_determiner(words[at - 1]) or _has_object(words[at - 1], word)
        ):
            return word
        if words[at - 1].lower in _WORDS["before a verb"] and word.joined and "V" in word.categories and word.persons:
            return word  # n'y fait
        if word.categories == {"V"} and word.persons and not word.is_name:
            return None if word.is_participle else word
        if word.is_infinitive and "N" not in word.categories and not _is_of_subject(words, place, at):
            return None
    return None


def _has_object(before: Word, verb: Word) -> bool:
    """Tells whether the word before a form of avoir is a pronoun and no determiner: avant que quiconque leur a écrit,
    ne l’a lu; aura may be a noun."""
    return before.lower in _WORDS["before have"] and before.joined and verb.lower in _WORDS["have"]


def _after_insertion(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after que or, where an adverbial stands between commas there, after that: que, conformément à
    la pratique établie, la Réunion."""
    first = place + 1
    if first >= len(words) or words[first].before != ", " or not words[first].categories & {"ADV", "PREP"}:
        return first
    for at in range(first + 1, min(place + _FARTHEST, len(words))):
        if words[at].before == ", ":
            return at
        if not words[at].joined or words[at].lower in _WORDS["openers"]:
            return first
    return first


def _is_of_subject(words: tuple[Word, ...], que: int, at: int) -> bool:
    """Tells whether an infinitive belongs to the subject: que les moyens de faire face soient; not after ne … que."""
    return words[at - 1].lower in _WORDS["before infinitive"] and not words[que + 1].categories <= {"PREP"}


def _is_day(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a day is named here between commas: la première séance, le mercredi 4 juillet, est."""
    return words[place].lower == "le" and place + 1 < len(words) and words[place + 1].lower in _WORDS["days"]


def _after_relative(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the word after a relative clause, or a day, between commas: le poste, qui reste vacant, est;
    0 for none."""
    for at in range(place + 1, min(place + _FARTHEST, len(words))):
        if not words[at].joined and not words[at].before.strip().isdigit():
            return at if words[at].before == ", " else 0
    return 0


def _after_qui(words: tuple[Word, ...], qui: int) -> Word | None:
    """Returns the verb of the clause after that of a relative one with which its subject ends: afin que les experts qui
    assistent aux deux n'ont; None where it is not certain."""
    inside = False
    for at in range(qui + 1, min(qui + _FARTHEST, len(words))):
        word = words[at]
        if not word.joined or word.lower in _WORDS["openers"] or word.lower in ("et", "ou", "mais", "ni"):
            return None
        if not _is_finite(word) or not word.persons & THIRD or is_determiner(words[at - 1]):
            continue
        if not inside:
            inside = True
        elif words[at - 1].lower in ("n'", "ne"):
            return word
        else:
            return None
    return None


def _is_finite(word: Word) -> bool:
    return bool(word.persons) and "V" in word.categories and not word.is_participle and not word.is_name


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the subject goes on after a comma, as a series does: que des lois, des politiques et des plans."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    return (
        word.before == ", "
        and word.lower in determiners()
        and following is not None
        and following.joined
        and "N" in following.categories
        and words[place - 1].categories <= {"N", "A"}
    )


def _tenses(verb: Word) -> frozenset[str]:
    return frozenset(
        feature[0]
        for entry in verb.entries
        if entry.category == "V"
        for feature in entry.features
        if feature[0] not in "KWG"
    )
