"""Which preposition never comes after a verb, a noun or an adjective, as it stands in its place: insiste à, la lutte
sur, conforme avec?

The words are in ``complement_rules.tsv``, from the grammar of the language, by what they are there: a verb, one with
se, a passive, a noun, an adjective after its noun. ``complements.py`` looks for them in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.prepositions.governed import ARTICLES, WORDS
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS, CONTRACTED, SUBJECT_PRONOUNS
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, adverb_before
from tmtool.languages.tables import rows, word_sets

PHRASES = word_sets(Path(__file__).with_name("complement_phrases.tsv"))
OBJECTS = ARTICLES | PHRASES["more articles"]
FORMS = {"à": ("à", "au", "aux"), "de": ("de", "d'", "du", "des"), "du": ("du", "des"), "0": tuple(OBJECTS)}
"""The forms of a preposition, and of none ("0"): an article alone."""
HAVE = "avoir"
_PAS = frozenset({"pas", "plus", "jamais"})
_AS = frozenset({"comme", "pour"})
"""Words between such a verb and what somebody is held to be: tenu pour conforme."""
_SUBJECTS = SUBJECT_PRONOUNS | {"qui"}
FIGURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]$")
FEW = 4
"""Words before a participle in which its subject il would be."""
ALONE = "le"
"""The form by which a rule shows that it is wrong without a preposition."""

Rule = tuple[str, frozenset[str]]
"""What is right, and the forms that are wrong."""


@cache
def _rules() -> dict[tuple[str, str], tuple[Rule, ...]]:
    """Maps a kind of word and a lemma to its rules; a phrase stands under its last word."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for kind, right, wrong, words in rows(Path(__file__).with_suffix(".tsv")):
        forms = frozenset(FORMS.get(wrong, (wrong,)))
        for word in words.split():
            found.setdefault((kind, word), []).append((right, forms))
    return {key: tuple(rules) for key, rules in found.items()}


@cache
def wrong_forms() -> frozenset[str]:
    """Returns all forms that are wrong after some word."""
    return frozenset().union(*(forms for rules in _rules().values() for _, forms in rules))


@cache
def _phrases() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Maps the last word of each phrase to its verb and the words between."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, phrase in _rules():
        if kind == "phrase":
            verb, *words = phrase.split("_")
            found.setdefault(words[-1], []).append((verb, tuple(words)))
    return {last: tuple(phrases) for last, phrases in found.items()}


@cache
def _sets() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Maps the last word of each noun of several words to those words: mise en œuvre."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for kind, noun in _rules():
        if kind == "set":
            found.setdefault(noun.rpartition("_")[2], []).append(tuple(noun.split("_")))
    return {last: tuple(nouns) for last, nouns in found.items()}


@cache
def _lemmas() -> frozenset[str]:
    """Returns the lemmas, and the phrases, that have rules."""
    return frozenset(word for _, word in _rules())


@lru_cache(maxsize=32768)
def has_rules(lower: str) -> bool:
    """Tells whether a written form has any rule."""
    return ends_phrase(lower) or any(entry.lemma in _lemmas() for entry in form(lower).entries)


def ends_set(lower: str) -> bool:
    """Tells whether a written form is the last word of a noun of several words that has rules: œuvre."""
    return lower in _sets()


def ends_phrase(lower: str) -> bool:
    """Tells whether a written form is the last word of such a noun, or of a verb with its words: part."""
    return ends_set(lower) or lower in _phrases()


def rules_of(words: tuple[Word, ...], place: int) -> Iterator[Rule]:
    """Yields the rules of a word in its place."""
    word, rules = words[place], _rules()
    for verb, phrase in _phrases().get(word.lower, ()):
        start = place - len(phrase)
        same = start >= 0 and tuple(one.lower for one in words[start + 1 : place + 1]) == phrase
        while same and start > 0 and words[start + 1].joined and is_modifier(words[start]):  # prennent ensuite part
            start -= 1
        named = start > 0 and is_determiner(words[start - 1])  # une mise en garde à
        if same and not named and any(entry.lemma == verb for entry in words[start].entries):
            yield from rules["phrase", "_".join((verb, *phrase))]
    for noun in _sets().get(word.lower, ()):
        start = max(0, place - len(noun) + 1)
        is_sent = start > 0 and words[start - 1].lower == "pour"  # transmis pour mise en œuvre aux bureaux
        if tuple(one.lower for one in words[start : place + 1]) == noun and not is_sent:
            yield from rules["set", "_".join(noun)]
    for kind in kinds(words, place):
        if kind == "done by" and not _is_by_somebody(words, place):
            continue
        for lemma in _lemmas_of(words, place):
            yield from rules.get((kind, lemma), ())
            if kind == "passive":  # sont parvenus à, il a été remédié à
                yield from (rule for rule in rules.get(("verb", lemma), ()) if rule[0] == "à")


def _lemmas_of(words: tuple[Word, ...], place: int) -> set[str]:
    """Returns the lemmas of a word, after avoir those alone of which it is the participle: l'ont mise, of mettre."""
    word = words[place]
    had = _is_had(words, place)
    done = {entry.lemma for entry in word.entries if had and any(f.startswith("K") for f in entry.features)}
    return done or {entry.lemma for entry in word.entries}


def _is_by_somebody(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether somebody comes after the article after a participle that does not say what there is: examiné du
    Comité, not il a été adopté des textes."""
    some = place + 2 < len(words) and words[place + 2].lower in WORDS["agents"] and words[place + 2].is_name
    return some and not any(word.lower == "il" for word in words[max(0, place - FEW) : place])


def kinds(words: tuple[Word, ...], place: int) -> tuple[str, ...]:
    """Returns as what a word is looked up in its place."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    if word.is_name and before is not None:
        return ()
    if before is not None and before.lower in ("se", "s'"):
        return ("with se",)
    as_much = word.lower in PHRASES["as much as"] and before is not None and "N" in before.categories
    if as_much and before is not None and word.agreement({"A"}) & before.agreement({"N"}):
        return ("adjective",)
    be = verb_of_quality(words, place)
    if be > 0 and word.is_participle and words[be - 1].lower in ("se", "s'") and is_be(words[be]):
        return ("with se",)
    if be >= 0 and word.is_participle and (is_be(words[be]) or word.categories <= {"A", "V"}):
        return ("passive", "participle", "adjective", "being", "done by")
    had = _is_had(words, place)
    if word.is_participle and not word.is_infinitive and not had:
        nominal = before is not None and bool(before.categories & {"N", "A"}) and word.categories <= {"A", "V", "N"}
        return ("participle", "adjective", "done by") if nominal and not word.persons & THIRD else ()
    owned = before is not None and place > 1 and before.is_name and is_determiner(words[place - 2])
    after_noun = before is not None and bool(word.persons & THIRD) and "N" in before.categories
    after_noun = after_noun and (owned or (before is not None and before.categories == {"N"}))
    after_noun = after_noun or (before is not None and bool(word.persons & THIRD) and _ends_a_group(words, place - 1))
    after_noun = after_noun or (before is not None and before.lower in _SUBJECTS and bool(word.persons & THIRD))
    after_noun = after_noun or (bool(word.persons & THIRD) and _is_subject(words, place - 1))
    if word.categories <= {"V"} or (had and word.is_participle) or after_noun:
        return ("verb", "verb of a document") if _is_document(words, place - 1) else ("verb",)
    described = before is not None and before.categories == {"A"} and place > 1 and words[place - 1].joined
    described = described and "N" in words[place - 2].categories  # mécanismes juridiques relatifs
    after_noun = before is not None and ("N" in before.categories or described) and word.categories <= {"A", "N"}
    if is_denied(words, place):
        before = words[place - 2] if place > 1 and words[place - 1].joined else None
        after_noun = before is not None and "N" in before.categories and word.categories <= {"A", "N"}
    if before is not None and before.lower in PHRASES["copies"]:  # une copie conforme de l'original
        return ()
    if "A" in word.categories and (after_noun or be >= 0):
        of_document = before is not None and before.lower in WORDS["documents"] | PHRASES["provisions"]
        return ("adjective", "adjective of a document") if of_document else ("adjective", *(("being",) * (be >= 0)))
    heads = before is not None and before.lower in determiners() and before.lower not in CONTRACTED
    heads = heads and not (place > 1 and words[place - 2].lower in ("de", "d'"))  # le rapport de l'étude sur
    return ("noun",) if heads and "N" in word.categories else ()


def is_modifier(word: Word) -> bool:
    """Tells whether a word may come between a word and its complement."""
    adverb = word.categories == {"ADV"} and word.lower not in PHRASES["governing adverbs"]
    return word.joined and (adverb or word.lower in _PAS)


def opens_alone(word: Word) -> bool:
    """Tells whether a word, or a figure before it, opens a complement that has no preposition: les, dix, plusieurs."""
    counts = is_numeral(word) or word.lower in PHRASES["how many"]
    return counts or word.lower in FORMS["0"] or FIGURE.match(word.before) is not None


def _is_had(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a form of avoir comes before a word, adverbs between: *ont* finalement souscrit."""
    at = place - 1
    while at > 0 and words[at + 1].joined and is_modifier(words[at]):
        at -= 1
    at -= adverb_before([one.lower for one in words[max(0, at + 1 - LONGEST) : at + 1]])
    return at >= 0 and words[at + 1].joined and any(entry.lemma == HAVE for entry in words[at].entries)


def _is_document(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a document with its determiner opens the clause, right before its verb: Le rapport *porte*."""
    return place > 0 and words[place].lower in WORDS["documents"] and _is_subject(words, place)


def _is_subject(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner opens a clause, so that a verb comes after it: La mesure *nuit*."""
    if place < 1 or not words[place].joined or not words[place + 1].joined or "N" not in words[place].categories:
        return False
    return is_determiner(words[place - 1]) and (place == 1 or not words[place - 1].joined)


def verb_of_quality(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of être, or of another verb, before what something is, or is held to be, adverbs between: *est*
    pleinement conforme, a été *jugé* contraire, *considérée* comme contraire; -1 for none."""
    at = place - 1
    while at > 0 and words[at + 1].joined and (is_modifier(words[at]) or words[at].lower == "non"):
        at -= 1
    if at < 0 or not words[at + 1].joined:
        return -1
    at -= at > 0 and words[at].lower in _AS and words[at].joined
    verbs = {entry.lemma for entry in words[at].entries if entry.category == "V"}
    named = not verbs.isdisjoint(PHRASES["before a quality"]) and not (at and is_determiner(words[at - 1]))
    return at if "être" in verbs or named else -1


def _ends_a_group(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective ends a group with its determiner that is no object: tout montant supérieur."""
    word, noun = words[place], words[place - 1] if place else None
    if noun is None or place < 2 or not word.joined or word.categories - {"A", "N"}:
        return False
    opens = place == 2 or not words[place - 2].joined
    owned = is_determiner(words[place - 2]) or words[place - 2].lower in ALL_FORMS
    return opens and owned and "N" in noun.categories and "A" in word.categories


def is_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether non is right before a word."""
    return bool(place) and words[place].joined and words[place - 1].lower == "non"
