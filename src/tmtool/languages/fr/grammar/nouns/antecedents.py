"""What of the words before a predicate could it agree with at all, where its subject is not known: with nothing in le
rapport du Groupe a été *adoptée*?

No parse is needed to say that nothing can be meant: every noun and pronoun of the sentence before, and after it up to
the next mark, offers its gender and number, two of them with a conjunction a plural. The words are in
``antecedents.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, QUE, SINGULAR, THIRD, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = {agreement: _WORDS[agreement] for agreement in sorted(ALL)}
_ENDS = re.compile(r"[.;:?!](?:\s|$)")
_NEAR = 4
"""Words from the head of a sentence to the noun of which some are counted."""
_LONGEST = 120
"""Words of a sentence before a verb, and after a predicate, that are looked through."""
_EITHER = frozenset({"en", "leur"})
"""Words that are a preposition, or a determiner, where no verb follows."""
_SMALL = ("À", "A", "Y")
"""Small words of one letter at the head of a sentence."""
_ROMAN = re.compile(r"[IVX]+")
_FIGURE, _BRACKET = re.compile(r"\d"), re.compile(r"[()]")


def offered(words: tuple[Word, ...], verb: int, predicate: int) -> frozenset[str]:
    """Returns what the predicate at `predicate`, whose finite verb is at `verb`, may agree with of "ms", "mp", "fs",
    "fp": everything where somebody may be meant who is not named in the sentence."""
    start = verb
    while start and not _ENDS.search(words[start].before):
        start -= 1
        if verb - start > _LONGEST:
            return ALL
    start = _of_clause(words, start, verb)
    some = _counted_by_dont(words, start, verb)
    if some is not None:
        return _right_before(words, some) or _of(words, range(start, some)) & PLURAL or ALL
    if (taken := _taken_from(words, start, verb)) is not None:
        return taken
    if words[verb].is_name or _FIGURE.search(words[verb].before) or _is_counted(words, start, verb):
        return ALL
    if (pronoun := _who(words, start, verb)) > start:
        return _taken_up(words, start, pronoun)
    before = range(start, place_before(words, verb, _WORDS["never said of"]) + 1)
    if not _of(words, before) or any(_BRACKET.search(words[at].before) for at in range(start, verb + 1)):
        return ALL
    opens = bool(words[start].categories & {"PREP", "PREPDET"}) and words[verb].persons & THIRD == {"3p"}
    if opens and not _of(words, before) & PLURAL:  # au cours de la période sont entrés en vigueur 22 accords
        return ALL
    return together(words, (*before, *_after(words, predicate))) | {"ms"}


def _who(words: tuple[Word, ...], start: int, verb: int) -> int:
    """Returns the place of the qui that is the subject of a verb; -1 for another subject."""
    place = place_before(words, verb, _WORDS["clitics"])
    return place if place > start and words[place].lower == "qui" and words[place + 1].joined else -1


def _taken_up(words: tuple[Word, ...], start: int, pronoun: int) -> frozenset[str]:
    """Returns what the nouns and pronouns before qui are but for times and the bare nouns of a term, of which it takes
    up none: sont résumées le 3 mai dans un document de séance, qui."""
    if any(_BRACKET.search(words[at].before) for at in range(start, pronoun + 1)):
        return ALL
    if _FIGURE.search(words[pronoun].before) or is_numeral(words[pronoun - 1]):  # sur les 58 qui
        return ALL
    last = words[pronoun - 1]
    named = last.is_name and not ("N" in last.categories and last.joined and words[pronoun - 2].lower in determiners())
    if last.lower in _WORDS["neuter"] or named:  # M. Petit, qui; not la Commission, qui
        return ALL
    places = (at for at in range(start, pronoun) if not _is_time_or_kind(words, at))
    return together(words, places)


def _is_time_or_kind(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a noun says when, or stands in the singular and without a determiner after de, en or à."""
    if words[at].lower in _WORDS["times"]:
        return True
    bare = at > 0 and words[at].joined and words[at - 1].lower in _WORDS["before a kind"]
    return bare and not words[at].is_name and words[at].agreement({"N"}) <= SINGULAR


def _of_clause(words: tuple[Word, ...], start: int, verb: int) -> int:
    """Returns where the clause of a verb begins that que opens after another verb, with a noun in the plural: a montré
    que les effets étaient; else where its sentence does."""
    for at in range(verb - 2, start, -1):
        opens = words[at].lower in QUE and words[at + 1].lower in _WORDS["opening plural"]
        opens = opens and not any(one.lower in _WORDS["comparing"] for one in words[max(start, at - _NEAR) : at])
        opens = opens and not _has_its_verb(words, range(at + 1, verb))
        if opens and words[at - 1].categories == {"V"} and words[at].joined and words[at + 1].joined:
            return at + 1
    return start


def _has_its_verb(words: tuple[Word, ...], clause: range) -> bool:
    """Tells whether a clause has its verb in these places, so that one after them is that of a clause around it: les
    membres qui veulent que leurs textes *soient* publiés sur le site sont priés."""
    finite = [words[at].is_finite_or_auxiliary for at in clause]
    verbs = sum(bool(one) and not words[at].is_participle for one, at in zip(finite, clause, strict=True))
    return verbs > sum(words[at].lower in _WORDS["relatives"] for at in clause)


def _is_counted(words: tuple[Word, ...], start: int, verb: int) -> bool:
    """Tells whether the subject is a number of what was named before: quatre au plus pourront être retenues."""
    at = verb - 1
    while at > start and words[at].joined and words[at].lower in _WORDS["limits"]:
        at -= 1
    return is_numeral(words[at])


def named_before(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the nouns and pronouns before a place in its sentence are, with the plurals that they may make
    together; everything where somebody may be meant who is not named."""
    start = place
    while start and not _ENDS.search(words[start].before):
        start -= 1
        if place - start > _LONGEST:
            return ALL
    return together(words, range(start, place))


def together(words: tuple[Word, ...], places: Iterable[int]) -> frozenset[str]:
    """Returns what the nouns and pronouns at some places are, one by one and joined."""
    places = tuple(places)
    found = _of(words, places)
    if any(words[at].lower in _WORDS["joining"] or "," in words[at].before for at in places):
        if found & {"ms", "mp"}:
            found |= {"mp"}
        if sum("fs" in _of(words, (at,)) for at in places) > 1:
            found |= {"fp"}
    return found


def _of(words: tuple[Word, ...], places: Iterable[int]) -> frozenset[str]:
    """Returns what the nouns and pronouns at some places are."""
    found: set[str] = set()
    for at in places:
        word = words[at]
        elided = word.lower.endswith("'")
        following = words[at + 1] if at + 1 < len(words) else None
        names_nobody = word.lower in ("se", "s'") and following is not None and following.is_infinitive
        if word.lower in _EITHER and not (following is not None and _is_verbal(following)):
            continue  # en mai, leur avis
        if word.lower in _WORDS["anybody"] and not names_nobody:  # s'intéresser aux passages
            return ALL
        numeral = word.lower in ("un", "une") and at > 1 and words[at - 1].lower == "et" and is_numeral(words[at - 2])
        if numeral or _ROMAN.fullmatch(word.text):  # vingt et un
            continue
        if (
            word.lower == "autre"
            and at
            and words[at - 1].lower == "l'"
            and not (following and "N" in following.categories)
        ):
            return ALL  # ni l'une ni l'autre
        if not (word.entries or elided) or (word.text.isupper() and not (elided or word.text in _SMALL)):
            return ALL
        if word.lower == "tout" and following is not None and following.lower.endswith("ment"):
            continue  # tout particulièrement
        found.update(agreement for agreement, pronouns in _PRONOUNS.items() if word.lower in pronouns)
        small = "PREP" in word.categories or word.lower in determiners() or elided
        if "N" in word.categories and not small and word.lower not in _WORDS["verbs"]:
            found |= _with_its_determiner(words, at)
    return frozenset(found)


def _is_verbal(word: Word) -> bool:
    """Tells whether a word is a verb, before which en and leur are pronouns, and no present participle."""
    return word.joined and not word.is_present_participle and (word.categories == {"V"} or is_auxiliary(word))


def _with_its_determiner(words: tuple[Word, ...], at: int) -> frozenset[str]:
    """Returns what a noun is with the determiner right before it: du Secrétaire, which is no woman; or with the noun of
    which it may be the adjective."""
    possible = words[at].agreement({"N"})
    before = words[at - 1].lower if at and words[at].joined else ""
    if before and "A" in words[at].categories and "N" in words[at - 1].categories and before not in determiners():
        possible = possible & words[at - 1].agreement({"N"}) or possible  # réunions parallèles
    owned = determiners()[before].agreement if before in determiners() else SINGULAR if before == "l'" else possible
    return possible & owned or possible


def _right_before(words: tuple[Word, ...], dont: int) -> frozenset[str]:
    """Returns what the plurals right before dont are, empty where they are not certain; of several that are joined
    where all have one gender: des stratégies de financement ou des propositions."""
    found = chain(words, dont - 1)
    if not found.heads or not found.complete:
        return frozenset()
    if not found.several:
        return found.possible & PLURAL
    offered = frozenset().union(*(head.possible & PLURAL for head in found.heads if not head.is_bare))
    return offered if len(offered) == 1 else frozenset()


def _taken_from(words: tuple[Word, ...], start: int, verb: int) -> frozenset[str] | None:
    """Returns what those are of which a figure right before a verb counts some: sur les 42 cibles, 19 ont été
    atteintes; None for another sentence."""
    counts = re.fullmatch(r"\W*\d+\W*", words[verb].before) is not None
    counts = counts or (is_numeral(words[verb - 1]) and words[verb - 1].before == ", " and words[verb].joined)
    if not counts or words[start].lower not in _WORDS["of so many"]:
        return None
    for at in range(start + 1, min(verb, start + _NEAR)):
        figure = _FIGURE.search(words[at].before) is not None or (at > start + 1 and is_numeral(words[at - 1]))
        if figure and "N" in words[at].categories and words[at].agreement({"N"}) & PLURAL:
            others = any(
                "N" in word.categories
                and not (word.is_participle or is_numeral(word) or word.lower in determiners())
                and word.agreement({"N"}) & PLURAL
                for word in words[at + 1 : verb]
            )
            return ALL if others and "," not in words[at + 1].before else words[at].agreement({"N"}) & PLURAL
    return None


def _after(words: tuple[Word, ...], predicate: int) -> range:
    """Returns the places of the words after a predicate up to the next mark or preposition, among which an inverted
    subject may be."""
    end = predicate + 1
    while end < min(len(words), predicate + _LONGEST) and linked(words[end]) and "PREP" not in words[end].categories:
        end += 1
    return range(predicate + 1, end)


def _counted_by_dont(words: tuple[Word, ...], start: int, verb: int) -> int | None:
    """Returns the place of a dont between which and the verb there is nothing but a number, or a share with a verb in
    the plural: dont deux seulement peuvent être relevés, dont 17, soit 41 %, sont, dont la plupart ont été; None where
    there is none."""
    for at in range(verb - 1, start, -1):
        if words[at].lower == "dont":
            counted = is_numeral(words[at + 1]) or words[at + 1].lower in _WORDS["part"]
            figure = _FIGURE.search(words[at + 1].before) is not None
            share = at + 1 == verb or (at + 2 == verb and words[at + 1].lower == "soit")
            counted = counted and at + 2 + (words[verb - 1].lower in _WORDS["limits"]) == verb
            some = "_".join(word.lower for word in words[at + 1 : verb]) in _WORDS["shares"]
            return at if (figure and share) or counted or (some and words[verb].persons <= {"3p"}) else None
    return None
