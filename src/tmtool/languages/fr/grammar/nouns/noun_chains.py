"""With which nouns may a word agree that comes after a noun: les rapports du groupe d’experts *créé*?

Read backwards from a noun: its determiner and the adjectives between, then the noun that it hangs on by de, à, par
and the like, up to where the group opens. Which noun is meant is left open: a check is silent if any
of them will do. The closed words are in ``noun_chains.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.light_verbs import light_verb
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, POINTING, SINGULAR, THIRD, Word
from tmtool.languages.tables import one_of, word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PREPOSITIONS = _WORDS["prepositions"]
_CONTRACTED = _WORDS["contracted"]
_BEFORE_DES = _PREPOSITIONS - {"de", "d'"}
_AND = _WORDS["and"]
_NEVER = _WORDS["never"]
_ONE_OF = frozenset({"du", "au", "aux", "en"})
"""Prepositions that no subject begins with, so that what they join hangs on the noun before; des may be an article."""
_NEAR = OF_FORMS | {"à", "au", "aux", "en"}
_NEAR_BARE = frozenset({"de", "d'", "en", "à", "par"})
_ADVERBS = frozenset(tuple(phrase.split("_")) for phrase in _WORDS["adverbs"])
"""Preposition and noun of adverbs between a verb and what it governs."""
_EMPTY = _WORDS["empty"]
_BEFORE_EMPTY = frozenset({"au", "en", "l'", "à"})
_ADVERBIAL = _WORDS["adverbial"]
_ADVERB = re.compile(rf"\w+ment$|(?:{one_of(_WORDS['before adjectives'])})$")
_DETERMINERS = (frozenset(determiners()) | {"l'"}) - _CONTRACTED
_ACCORDING = frozenset({"d'"})
"""The first word of d'après."""
_LINKS = _PREPOSITIONS | _CONTRACTED
_MARKS = ("", ".", ";", ":")
_TENS = 3
"""Words of vingt et unième."""
_MOST_HEADS = 16
"""Nouns that hang on each other in the longest chain that is read."""
_FIGURES = re.compile(r"[ \u00a0\u202f]*(?:\d+(?:[ \u00a0\u202f,–-]\d+)*[ \u00a0\u202f])?|/\d[\d./-]*[ \u00a0\u202f]")
"""Spaces, with figures or years (2029-2030), or the end of a symbol: JIU/FP/2027/3; no tab, which parts cells."""
_NAMING = _WORDS["before bien"]
_THE, _DEGREES = frozenset({"le", "la", "les"}), frozenset({"plus", "moins"})
_BEFORE_YEARS = frozenset({"de", "en", "pour"})
_SINGULAR = re.compile(r"\s*(?:0|1)(?:,\d+)?\s*")
_LEVELS = re.compile(r"\d\.\d+\.\d")
"""A number that is a label and counts nothing: 1.1.2."""


@dataclass(frozen=True, slots=True)
class Head:
    """A `Head` is a noun (its place in the words) with what it can be of "ms", "mp", "fs", "fp" with its determiner.

    `is_bare` is True for a common noun that hangs on another by de, en or à and has no determiner (documents de
    travail), `is_joined` for one to which et joins what comes after it: un président et des membres. A relative clause
    is of neither alone, but of a plural that is bare, or of one that ou joins (`is_either`): un président ou une
    présidente.
    """

    place: int
    possible: frozenset[str]
    is_bare: bool = False
    is_joined: bool = False
    is_either: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """A `Chain` is a row of nouns that hang on each other, the nearest first.

    `start` is the place of the first word. `several` is True where one of them is joined to another by et or ou, so
    that a plural may stand for both, `pair` where those are two groups with a determiner joined by et. `complete` is
    False where something before may belong to the chain, too. `determined` is True where the nearest noun has a
    determiner, `within` where all that is joined hangs on the last noun: le groupe des États d'Asie et du Pacifique;
    `leads` is what the nouns are that et joins with a determiner each, but for the first of the chain;
    `bare` for a single noun without, which may be an adverb: en effet. `close` is how many nouns hang on
    each other before the first preposition but de and à.
    """

    heads: tuple[Head, ...]
    start: int
    several: bool
    complete: bool
    determined: bool = False
    bare: bool = False
    pair: bool = False
    close: int = 0
    within: bool = False
    leads: tuple[frozenset[str], ...] = ()

    @property
    def possible(self) -> frozenset[str]:
        """Returns what any of the nouns can be."""
        return frozenset().union(*(head.possible for head in self.heads))

    @property
    def near(self) -> frozenset[str]:
        """Returns what any of the nouns can be that hang on each other by de and à alone."""
        return frozenset().union(*(head.possible for head in self.heads[: self.close or None]))

    @property
    def referred_to(self) -> frozenset[str]:
        """Returns what those of the nouns can be to which a relative clause right after them may go back."""
        kind = {head for head in self.heads if head.is_bare and head.possible <= SINGULAR}
        heads = (head for head in self.heads if head.is_either or not (head.is_joined or head in kind))
        return frozenset().union(*(head.possible for head in heads))


def chain(words: tuple[Word, ...], end: int) -> Chain:
    """Returns the chain whose last word is at `end`; it has no heads if that is no noun and no adjective after one."""
    heads: list[Head] = []
    close = 0
    if 0 < end < len(words) and is_before_a_year(words, end):
        end -= 1
    place, start, several, bare, owned, pair, plain, within = end, end + 1, False, False, False, False, True, True
    joins = joins_bare = False
    leads: tuple[frozenset[str], ...] = ()
    while len(heads) < _MOST_HEADS and (noun := _noun(words, place)) >= 0:
        head, start = _head(words, noun, end)
        adjectives = start < noun
        start, determined = _before_determiners(words, start)
        hangs = _precedes(words, start, _LINKS)
        is_bare = hangs and not (determined or adjectives or words[noun].is_name)
        is_bare = is_bare and words[start - 1].lower in _NEAR_BARE
        head = replace(head, is_bare=is_bare, is_joined=joins, is_either=joins and words[place + 1].lower == "ou")
        if heads and is_bare and (words[start - 1].lower, words[noun].lower) in _ADVERBS:  # par écrit aux questions
            return Chain(tuple(heads), noun + 1, several, True, owned, bare, pair and plain, close, within, leads)
        if not (owned and _is_empty(words, noun)):
            heads.append(head)
        if len(heads) == 1:
            owned = determined or _precedes(words, start, _CONTRACTED)
        bare = len(heads) == 1 and not owned and _precedes(words, start, _ADVERBIAL)
        within = within and not (joins_bare and (head.is_bare or not hangs))
        joins_bare = False
        start -= hangs
        start -= hangs and _precedes(words, start, _BEFORE_DES)
        start -= hangs and words[start].lower == "après" and _precedes(words, start, _ACCORDING)
        plain = plain and not (hangs and words[start].lower not in OF_FORMS)
        close = close or (len(heads) if hangs and words[start].lower not in _NEAR else 0)
        if _precedes(words, start, _AND) and not linked(words[start - 1]):
            return Chain(tuple(heads), start, True, False, owned, bare, False, close, False)
        if _precedes(words, start, _AND):
            pair = pair or (determined and not hangs and words[start - 1].lower == "et")
            leads += (heads[-1].possible,) if determined and not hangs else ()
            joins_bare = not (
                determined or hangs or adjectives or words[noun].is_name
            )  # aux questionnaires et entretiens
            of_one = words[start].lower in _ONE_OF or (determined and words[start].lower in ("de", "d'"))
            within = within and (joins_bare or (hangs and of_one))
            several, place, joins = True, start - 2, True
        elif hangs and start and linked(words[start]) and words[start - 1].lower in POINTING:
            heads.append(Head(start - 1, frozenset({POINTING[words[start - 1].lower]})))  # celles des enfants
            start -= 1
            return Chain(tuple(heads), start, several, True, owned, bare, pair and plain, close, within, leads)
        elif hangs and start and linked(words[start]) and (verb := light_verb(words, start - 1)):
            return Chain(tuple(heads), verb, several, True, owned, bare, pair and plain, close, within, leads)
        elif start > 1 and linked(words[start]) and _is_done(words, start - 1):
            return Chain(tuple(heads), start, several, True, owned, bare, pair and plain, close, within, leads)
        elif start and linked(words[start]) and (hangs or _is_apposed(words, start, determined)):
            place, joins = start - 1, False
        else:
            mark = words[start].mark if start else ""
            joined = start > 0 and linked(words[start])
            complete = determined if joined else not hangs or mark in _MARKS
            return Chain(tuple(heads), start, several, complete, owned, bare, pair and plain, close, within, leads)
    complete = not heads or (place >= 0 and _ends_a_group(words, place))
    return Chain(tuple(heads), start, several, complete, owned, bare, pair and plain, close, within, leads)


def _is_apposed(words: tuple[Word, ...], start: int, determined: bool) -> bool:
    """Tells whether what begins here with no determiner goes with a noun right before it, which is not the verb that it
    makes one with: le point presse; not la qualité de l'eau *pose* problème."""
    return not determined and _is_noun(words[start - 1]) and not light_verb(words, start)


def _is_empty(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a noun is that of a preposition: au *nom* du groupe, à l'*exception* des articles."""
    if not noun or words[noun].lower not in _EMPTY or words[noun - 1].lower not in _BEFORE_EMPTY:
        return False
    return words[noun - 1].lower != "l'" or _precedes(words, noun - 1, _PREPOSITIONS)


def _before_determiners(words: tuple[Word, ...], start: int) -> tuple[int, bool]:
    """Returns where the determiners of a group begin, and whether it has any: tous les deux rapports."""
    if not _precedes(words, start, _DETERMINERS):
        return start, False
    start -= 1
    if words[start].lower in (*_THE, "l'") and start and is_numeral(words[start - 1]):
        return start, True  # une fois sur deux les maires votent
    start -= _precedes(words, start, _DETERMINERS)
    return start - _precedes(words, start, ALL_FORMS), True


def is_before_a_year(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether figures come right after this de or en: la famine de 2011."""
    following = words[place + 1].before.lstrip() if place + 1 < len(words) else ""
    return words[place].lower in _BEFORE_YEARS and following[:1].isdigit()


def _is_done(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a participle after avoir or être, which no noun hangs on: a produit des estimations, est
    saisi des propositions."""
    if not words[place].is_participle or not words[place].joined:
        return False
    between = words[place - 1].lower
    at = place - 2 if _ADVERB.match(between) or between in ("pas", "jamais", "toujours") else place - 1
    return is_auxiliary(words[at])


def _ends_a_group(words: tuple[Word, ...], place: int) -> bool:
    """Is true for verbs and adverbs, which no noun group reaches beyond: devront avoir des compétences, conformément à
    la pratique, soit moins de la moitié."""
    word = words[place]
    if word.categories == {"ADV"} and word.lower.endswith("ment"):
        return True
    if word.lower in _DEGREES:
        return place == 0 or "PREP" not in words[place - 1].categories
    verbal = bool(word.persons) or word.is_infinitive or word.is_present_participle
    after_verb = place > 0 and word.joined and bool(words[place - 1].persons) and words[place - 1].categories == {"V"}
    auxiliary = is_auxiliary(word) and (bool(word.persons & THIRD) or (word.is_infinitive and after_verb))
    return verbal and ("N" not in word.categories or auxiliary)


def _precedes(words: tuple[Word, ...], start: int, which: frozenset[str]) -> bool:
    return start > 0 and linked(words[start]) and words[start - 1].lower in which


def linked(word: Word) -> bool:
    """Tells whether nothing but spaces and figures parts a word from the one before, or both are of one symbol."""
    if word.joined:
        return True
    symbol = word.before == "/" and len(word.text) > 1 and word.text.isupper()
    return symbol or _FIGURES.fullmatch(word.before) is not None


def is_auxiliary(word: Word) -> bool:
    """Is true for the forms of être and avoir."""
    return word.form.is_auxiliary


def is_be(word: Word) -> bool:
    """Tells whether this is a form of être."""
    return any(entry.lemma == "être" for entry in word.entries)


def is_after_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word comes right after a form of être: sont contrôlées."""
    before = words[place - 1] if place and words[place].joined else None
    return before is not None and is_be(before)


def _noun(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the noun that the word at `place` is or goes with, -1 for none."""
    for at in range(place, max(-1, place - 6), -1):
        word = words[at]
        before = words[at - 1] if at and word.joined else None
        verbal = word.lower in _WORDS["verbs after a noun"] and before is not None and before.categories == {"N"}
        if verbal or (before is not None and before.lower == "qui" and word.persons):  # qui traite des réacteurs
            return -1
        named = word.lower == "bien" and before is not None and before.lower in _NAMING
        named = named or word.text in _WORDS["countries"]
        if named or (_is_noun(word) and not (_is_adjectival(word) and before is not None and _owns(before))):
            return at
        follows = _is_adjectival(word) or _ADVERB.match(word.lower) or (word.lower in _AND and at < place)
        follows = follows and not (word.lower == "si" and at == place)  # de savoir si des personnes ont
        follows = follows or (word.lower in _THE and at < place and words[at + 1].lower in _DEGREES)
        if not follows or before is None:
            return -1
    return -1


def _head(words: tuple[Word, ...], noun: int, end: int) -> tuple[Head, int]:
    """Returns the noun with what its adjectives and its determiner leave of it, and where those adjectives begin."""
    word = words[noun]
    possible = ALL if word.text.isupper() else word.agreement({"N"}) or ALL
    if noun + 1 < len(words) and "A" in word.categories and words[noun + 1].joined:
        named = "N" in words[noun + 1].categories and not words[noun + 1].is_participle
        possible |= words[noun + 1].agreement({"N"}) if named else frozenset()
    start = noun
    while start and words[start].joined and is_before_noun(words[start - 1]):
        start -= 1
        possible = possible & words[start].agreement() or possible
    start -= _TENS if start > _TENS and _is_ordinal_with_and(words, start) else 0
    if start and words[start - 1].lower == "l'":
        possible = possible & SINGULAR or possible
    elif start and linked(words[start]) and words[start - 1].lower in determiners():
        possible = possible & determiners()[words[start - 1].lower].agreement or ALL
    elif noun < end and words[noun + 1].joined and _is_adjectival(words[noun + 1]):  # progrès accomplis
        possible = possible & words[noun + 1].agreement() or possible
    figures = words[start].before.strip(" \u00a0\u202f")
    is_label = start == 0 and "." in figures  # 12.1 Fonds fiduciaire
    if figures[-1:].isdigit() and not is_label and not _SINGULAR.fullmatch(figures) and not _LEVELS.search(figures):
        possible = possible & PLURAL or possible
    return Head(noun, possible), start


def _is_ordinal_with_and(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether an ordinal of three words comes right before: la vingt et unième session."""
    before = words[start - _TENS : start]
    return all(one.joined for one in words[start - 1 : start + 1]) and [one.lower for one in before[1:]] == [
        "et",
        "unième",
    ]


def _is_noun(word: Word) -> bool:
    owned = word.lower == "sommes"  # les sommes versées; nous, before the verb, is no determiner
    if word.lower in _AND or word.lower in _DETERMINERS or word.lower in _LINKS | _NEVER:
        return False
    if is_auxiliary(word) and not owned:
        return False
    if len(word.text) == 1 or is_numeral(word):
        return False
    return "N" in word.categories or (word.is_name and word.categories <= {"V"})  # Vienne is a form of venir


def _owns(word: Word) -> bool:
    """Tells whether this is a word that is the noun of an adjective right after it."""
    return _is_noun(word) and not is_before_noun(word)


def _is_adjectival(word: Word) -> bool:
    if word.lower in _LINKS or word.lower in _DETERMINERS or is_auxiliary(word):
        return False
    return "A" in word.categories or word.is_participle
