"""Has a relative pronoun another preposition than the verb of its clause goes with: un seuil *duquel* nul ne peut
déroger, les moyens *auxquels* dispose le secrétariat, la question *dont* le Comité se penchera?

What verbs go with, and what never comes after them, is in ``complement_rules.tsv``; more words are in
``governed_relatives.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.prepositions.complement_rules import rules_of
from tmtool.languages.fr.grammar.prepositions.governed import WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, SE, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_WHICH = {
    "duquel": "de", "desquels": "de", "desquelles": "de", "auquel": "à", "auxquels": "à", "auxquelles": "à",
    "dont": "dont",
}  # fmt: skip
_FORMS = {"à": TO_FORMS, "de": OF_FORMS, "dont": OF_FORMS}
_FEW = 4
_LONGEST = 14
"""Words at most from the pronoun to the verb of its clause, and to what that verb goes with."""


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the relative pronouns whose preposition the verb of their clause never goes with, with that verb and what
    is right."""
    for place in range(1, len(words) - 2):
        if words[place].lower == "dont" and _ends_a_phrase(words, place - 1):
            yield Misgoverned(words[place - 1], words[place - 1], words[place], "duquel, de laquelle")
            continue
        preposition = _preposition(words, place)
        if not preposition or (verb := governing_verb(words, place + 1, preposition)) is None:
            continue
        right = _right(words, verb, preposition)
        if right and not _comes(words, verb + 1, right):
            first = words[place - 1] if words[place].lower == "laquelle" else words[place]
            yield Misgoverned(words[verb], first, words[verb], _said(right, words[place].lower))


def _ends_a_phrase(words: tuple[Word, ...], last: int) -> bool:
    """Tells whether au titre, en vertu or the like comes right before dont, which is no preposition's."""
    noun, before = words[last], words[last - 1] if last else None
    if before is None or noun.lower not in _WORDS["of phrases with dont"] or not words[last + 1].joined:
        return False
    return noun.joined and before.lower in _WORDS["before phrases"] and not before.is_name and noun.categories >= {"N"}


def _preposition(words: tuple[Word, ...], place: int) -> str:
    """Returns the preposition of a relative pronoun right after a noun that is of no phrase of its own: un seuil
    *duquel*, not au cours duquel, la date à laquelle; "" for none."""
    lower, first = words[place].lower, place
    found = _WHICH.get(lower, "")
    if lower == "laquelle" and place > 1 and words[place].joined and words[place - 1].lower in ("de", "à"):
        found, first = words[place - 1].lower, place - 1
    if not found or words[first].before not in (" ", ", ") or not words[place + 1].joined:
        return ""
    before = words[first - 1]
    if found == "de" and _is_governed(words, first - 1):
        return ""
    qualified = before.categories <= {"A", "V"} and first > 1 and "N" in words[first - 2].categories
    noun = "N" in before.categories or qualified or before.lower in _WORDS["pointing"]
    if not noun or before.lower in _WORDS["of phrases"] or (found == "à" and before.lower in _WORDS["when and how"]):
        return ""
    if found == "à" and words[place + 1].lower in ("cas", "titre"):
        return ""
    return found


def _is_governed(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a preposition after a comma governs the noun before duquel, so that the verb goes with that: une
    note, à la *rédaction* de laquelle la ville a été associée."""
    start = noun - is_determiner(words[noun - 1]) if noun else 0
    preposition = words[start] if start < noun and "PREP" in words[start].categories else words[start - 1]
    contracted = words[noun - 1].lower in _WORDS["contracted"]
    opener = words[noun - 1] if contracted else preposition
    return opener.mark == "," and (contracted or "PREP" in opener.categories)


def governing_verb(words: tuple[Word, ...], start: int, preposition: str = "") -> int | None:
    """Returns the place of the verb that governs in the clause: the finite one, what comes after an auxiliary or a
    modal verb, or the noun that makes a phrase with it."""
    finite = _finite(words, start)
    if finite is None:
        return None
    at = finite
    while _helps(words[at]):
        following = at + 1
        while following < len(words) - 1 and words[following].joined and _is_between(words, following):
            following += 1
        if following >= len(words) or not words[following].joined:
            return None
        word = words[following]
        is_noun = "N" in word.categories and any(entry.lemma == "avoir" for entry in words[at].entries)
        if is_noun and not word.is_participle:
            return following if word.lower in _WORDS["had"] else None
        if not (word.is_participle or word.is_infinitive):
            return None
        at = following
    if preposition == "dont" and not (_is_about_it(words, start, finite) or _is_with_se(words, finite, at)):
        return None
    following = at + 1
    if following < len(words) and words[following].joined and words[following].lower in _WORDS["had"]:
        return following  # tient compte
    to_do = following + 1 < len(words) and words[following].lower in OF_FORMS | TO_FORMS
    to_do = to_do and words[following + 1].is_infinitive
    return None if to_do and not _is_asked(words, start, at) else at


def _is_asked(words: tuple[Word, ...], start: int, verb: int) -> bool:
    """Tells whether a verb with à and somebody is said of nobody in a clause: desquels il a été *demandé* de."""
    asks = any(entry.lemma in WORDS["agent to whom de"] for entry in words[verb].entries)
    return words[start].lower == "il" and asks and words[verb].is_participle and words[verb - 1].lower in ("été", "est")


def _finite(words: tuple[Word, ...], start: int) -> int | None:
    """Returns the place of the finite verb of a clause that begins at a place."""
    for at in range(start, min(len(words), start + _LONGEST)):
        word = words[at]
        if (at > start and not word.joined) or word.lower in _WORDS["openers"]:
            return None
        is_noun = "N" in word.categories and at > start and is_determiner(words[at - 1])
        if word.persons & THIRD and not word.is_participle and not is_noun and "ADV" not in word.categories:
            sure = at == start or words[at - 1].lower in _WORDS["before a verb"]
            if sure or is_auxiliary(word) or word.categories <= {"V", "A"}:
                return at
    return None


def _is_about_it(words: tuple[Word, ...], start: int, finite: int) -> bool:
    """Tells whether dont can only take up what the verb goes with, since its subject is a pronoun, or a body that no
    thing owns, or comes after it: dont *il* dispose, dont *le Comité* se penchera, dont *portera* le débat."""
    first = words[start]
    if finite == start or (finite == start + 1 and first.lower in (*SE, "ne", "n'")):
        return True
    pronoun = first.lower in _WORDS["pronouns"]
    body = is_determiner(first) and words[start + 1].is_name and words[start + 1].lower in WORDS["agents"]
    return pronoun or body


def _is_with_se(words: tuple[Word, ...], finite: int, verb: int) -> bool:
    """Tells whether a verb with se, or a participle after être, has always what it goes with, whoever does it: dont les
    délégations se sont appuyées, dont l’aide est subordonnée."""
    lemmas = {entry.lemma for entry in words[verb].entries if entry.category == "V"}
    if lemmas & _WORDS["never alone after être"] and words[verb].is_participle and finite < verb:
        return True
    return bool(lemmas & _WORDS["never alone with se"]) and any(w.lower in SE for w in words[finite - 1 : verb])


def _helps(word: Word) -> bool:
    """Tells whether a verb is an auxiliary or a modal one, after which the verb comes that governs."""
    lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
    return is_auxiliary(word) or word.lower == "été" or bool(lemmas & _WORDS["modal"])


def _is_between(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word may be between such a verb and the next one: pas, également, se."""
    return is_adverb(words[at]) or words[at].lower in _WORDS["between"]


def _right(words: tuple[Word, ...], verb: int, preposition: str) -> str:
    """Returns what the verb goes with where it never has the preposition of the pronoun; "" where it may."""
    lemmas = {entry.lemma for entry in words[verb].entries if entry.category == "V"}
    if preposition == "dont" and lemmas & _WORDS["bearing"] and words[verb - 1].lower == "dont":
        return "sur" if words[min(verb + 2, len(words) - 1)].lower in _WORDS["what bears on something"] else ""
    if preposition == "dont" and not lemmas & _WORDS["never alone"]:
        return ""
    if preposition == "de" and lemmas & WORDS["agent to whom de"] and words[verb - 1].lower == "été":
        return "à" if any(word.lower == "il" for word in words[max(0, verb - _FEW) : verb]) else ""
    forms = _FORMS[preposition]
    rights = {right for right, wrong in rules_of(words, verb) if wrong & forms and right in ("à", "de", "sur", "avec")}
    rights -= {"de"} if preposition == "dont" else set()
    return rights.pop() if len(rights) == 1 else ""


def _comes(words: tuple[Word, ...], start: int, right: str) -> bool:
    """Tells whether what the verb goes with comes after it in its clause."""
    wanted = _FORMS.get(right, frozenset({right}))
    for at in range(start, min(len(words), start + _LONGEST)):
        if not words[at].joined:
            return False
        if words[at].lower in wanted:
            return right != "de" or at == start or words[at - 1].categories.isdisjoint({"N", "A"})
        if words[at].is_finite_verb:
            return False
    return False


def _said(right: str, relative: str) -> str:
    """Returns the pronoun that is said for another with the right preposition."""
    if right == "de":
        return "dont"
    several = relative.endswith("s")
    if right == "à":
        return "auxquels, auxquelles" if several else "auquel, à laquelle"
    return f"{right} lesquels, {right} lesquelles" if several else f"{right} lequel, {right} laquelle"
