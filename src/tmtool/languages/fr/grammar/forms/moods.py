"""Is the verb in the mood that a conjunction or another verb wants: afin que … puisse, si … était, il importe que …
soit?

From the grammar of the language; the words are in ``moods.tsv``. The verb looked at is found by
``clause_verbs.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import DENYING, FARTHEST, clause_verb, subjunctive_verb, tenses
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.predicates.participles import is_adverb, is_have
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_QUE = frozenset({"que", "qu'"})
_INDICATIVE, _NOT_AFTER_SI = frozenset("PIFJC"), frozenset("FC")
_FUTURE, _CONDITIONAL = frozenset("F"), frozenset("C")
_FEW = 2
"""Words before que where the verb before it may be denied."""
_PRESENT = _INDICATIVE - _NOT_AFTER_SI
_WITH_FUTURE = frozenset({"pour autant que", "à la condition que"})
"""What may have a future in place of the subjunctive: pour autant que les circonstances le permettront."""
_ALTHOUGH = frozenset({"quoique", "quoiqu'"})
_SAYS_ONLY = "suggéré"
"""What may also say how things are, in the second of two clauses: il a été suggéré que … fasse et que … était."""
_NOT = frozenset({"pas", "plus", "jamais", "point"})
_NEAR = 6
"""Words at most back from que to the word that wants the mood."""
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
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _FUTURE:  # a present may go on with Considérant
                yield WrongMood(verb, "que")
        elif (although := _although(words, place)) and (verb := clause_verb(words, place)) is not None:
            if tenses(verb) <= _INDICATIVE - _CONDITIONAL:  # encore que cela serait possible
                yield WrongMood(verb, although)
        elif word.lower in _QUE and place and word.joined:
            if _is_restriction(words, place):
                continue
            wants = _wanting(words, place) or _wanting_before_adverbs(words, place) or _carried_on(words, place)
            verb = clause_verb(words, place) if wants else None
            if verb is not None and tenses(verb) <= (_PRESENT if wants in _WITH_FUTURE else _INDICATIVE):
                yield WrongMood(verb, wants)
            elif not wants and (after := _wanting_indicative(words, place)):
                verb = subjunctive_verb(words, place)
                if verb is not None:
                    yield WrongMood(verb, after, indicative=True)
        elif word.lower in ("si", "s'") and _is_condition(words, place):
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _NOT_AFTER_SI:
                yield WrongMood(verb, SI)
        elif word.lower in ("si", "s'") and _is_after_conditional(words, place):
            verb = clause_verb(words, place)
            if verb is not None and tenses(verb) <= _CONDITIONAL:
                yield WrongMood(verb, SI)


def _although(words: tuple[Word, ...], place: int) -> str:
    """Returns the quoique or encore que that ends here and opens a clause with its subject; "" for none: an adjective
    alone may follow (quoique modeste), and encore may be of the verb before (rappelle encore que)."""
    if place + 1 >= len(words) or not words[place + 1].joined:
        return ""
    if not is_determiner(words[place + 1]) and words[place + 1].lower not in _WORDS["subjects"]:
        return ""
    if words[place].lower in _ALTHOUGH:
        return "quoique"
    if words[place].lower not in _QUE or not place or not words[place].joined or words[place - 1].lower != "encore":
        return ""
    opens = place == 1 or words[place - 1].before.strip()[-1:] in (",", ".", ";", "(", "–", "—")
    return "encore que" if opens else ""


def _is_wish(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que opens a sentence, a noun with its determiner right after it: Que les États agissent."""
    opens = place == 0 or not words[place].joined
    return opens and place + 1 < len(words) and words[place + 1].joined and is_determiner(words[place + 1])


def _is_restriction(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que only limits the verb before it, or an infinitive that hangs on it: n'accepteraient que des
    engagements volontaires, ne peuvent obtenir qu'en scannant."""
    if place < _FEW:
        return False
    modal = (
        place > _FEW
        and words[place - 1].is_infinitive
        and words[place - 2].joined
        and words[place - 2].lower in _WORDS["modal"]
    )
    adverbial = place + 1 < len(words) and "PREP" in words[place + 1].categories
    return words[place - 3 if modal and adverbial else place - 2].lower in ("n'", "ne")


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


def _wanting(words: tuple[Word, ...], place: int) -> str:
    """Returns the words before que that want the subjunctive; "" for none."""
    if words[place - 1].lower in _NOT and place > 1 and words[place - 1].joined:  # ne permettra pas que
        place -= 1
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
    noun = noun and before.categories != {"V"} and not _is_after_have(words, place - 1)
    return f"{before.lower} que" if wanting and not noun else ""


def _carried_on(words: tuple[Word, ...], place: int) -> str:
    """Returns what the first of two joined clauses with que wants, for the second: demande que le rapport soit lu et
    que; "" for none."""
    if words[place - 1].lower not in ("et", "ou"):
        return ""
    for at in range(place - 2, max(0, place - FARTHEST), -1):
        if words[at + 1].before.strip()[-1:] in (".", ";", ":"):
            return ""
        if words[at].lower in _QUE:
            alone = not any(one.lower in _QUE for one in words[max(0, at - FARTHEST) : at])
            alone = alone and words[at - 1].lower != _SAYS_ONLY
            return _wanting(words, at) if alone and words[at].joined and not _is_restriction(words, at) else ""
    return ""


def _is_after_have(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after avoir, adverbs between: avait en outre recommandé."""
    at = place - 1
    while at > 0 and words[at + 1].joined and (is_adverb(words[at]) or words[at].lower in _WORDS["within adverbs"]):
        at -= 1
    return words[place].is_participle and at >= 0 and words[at + 1].joined and is_have(words[at])


def _wanting_before_adverbs(words: tuple[Word, ...], place: int) -> str:
    """Returns the verb that wants the subjunctive before adverbs and que: demandent en outre que; "" for none."""
    at = place - 1
    while at > 0 and words[at].joined and words[at].lower in _WORDS["within adverbs"]:
        at -= 1
    verb = words[at]
    wanting = at < place - 1 and any(
        entry.category == "V" and entry.lemma in _WORDS["asking"] for entry in verb.entries
    )
    surely = verb.categories == {"V"} or (verb.is_name and at == 0 and verb.categories == {"V", "N"})  # Demande
    return f"{verb.lower} … que" if wanting and verb.persons and surely else ""


def _wanting_indicative(words: tuple[Word, ...], place: int) -> str:
    """Returns the words before que that take the indicative; "" for none, and where either mood may come."""
    before = words[place - 1]
    for many in (2, 1):
        phrase = "_".join(word.lower for word in words[max(0, place - many) : place])
        if phrase in _WORDS["indicative after"]:
            denied = any(word.lower in DENYING for word in words[max(0, place - many - _FEW) : place])
            return "" if denied else phrase.replace("_", " ") + " que"
    if any(word.lower in DENYING for word in words[max(0, place - _NEAR) : place]):
        return ""
    known = before.persons and before.categories == {"V"} and not before.is_participle and not before.is_infinitive
    known = known and any(entry.lemma in _WORDS["indicative verbs"] for entry in before.entries)
    return f"{before.lower} que" if known else ""


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


def _is_after_conditional(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether si comes after a clause in the conditional in which nobody asks, knows or says anything: la
    situation s'améliorerait si; not il faudrait savoir si."""
    if words[place].lower == "s'" and not words[place + 1].lower.startswith("il"):
        return False
    if not words[place].joined or place + 1 >= len(words) or words[place + 1].categories == {"A"}:
        return False
    for at in range(place - 1, max(-1, place - FARTHEST), -1):
        word = words[at]
        if _asks(word):
            return False
        if word.categories == {"V"} and word.persons and tenses(word) <= _CONDITIONAL:
            return True
        if not word.joined:
            return False
    return False


def _asks(word: Word) -> bool:
    """Tells whether si may ask after this word: savoir, la question, incertain."""
    return any(entry.lemma in _WORDS["before si that asks"] for entry in word.entries)
