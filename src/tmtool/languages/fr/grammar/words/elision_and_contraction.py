"""What becomes of a small word before the next one: l’ for le before a vowel, du for de le, a-t-il for a il?

The words are in ``elision_and_contraction.tsv``, from the grammar of the language (docs/un-french.md, fact 104).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ELIDED = _WORDS["elided"]
_VOWELS = "aàâeéèêiîïoôuûœ"
_KEEP = re.compile(
    r"onz|oui(?!r)|ouistiti|yen|yacht|yaourt|uhlan|ululement|un(?:ième|e)?$|iode|ouate|ex$|à$|a$|y$|w|où$|ou$|et$|"
    r"est$|est-|ouest|abs|in$|al-|el-|ainsi$|alias$|etc|[a-z]$"
)
"""Words with a vowel before which nothing is elided, and those that may stand for a quotation, a point of the
compass."""
_MUTE_H = re.compile(
    r"h(?:ôpita|ôtel|omme|onn[eê]|onor|orair|orizon|orlog|élic|ectar|érit|éroï|istoi|istor|iver(?!t)|ydro|ygi|ymn|yp|uma|"
    r"umeur|umili|umid|uile|uissier|abit|abil|armoni|ebdo|éberg|émis|épati|erbi|ésit|eur[eo]|omolog|omicid|ostil|ospi|"
    r"orreur|orribl|élas)"
)
"""How words begin whose h is mute, before which is elided as before their vowel: l’hôpital, cet horaire."""
_CONSONANTS = "bcçdfgjklmnpqrstvxz"
_FORMS_BEFORE_VOWEL = {"sa": "son", "ma": "mon", "ta": "ton", "ce": "cet", "nouveau": "nouvel"}
_BEFORE_ARTICLE = {"du": "de l'", "Du": "De l'", "au": "à l'", "Au": "À l'"}
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_RELATIVES = {
    (preposition, f"{article}quel{ending}"): f"{right}quel{ending}"
    for (preposition, article), right in _CONTRACTED.items()
    for ending in (("",) if article == "le" else ("s", "les"))
}
"""The same in one word with quel: duquel, auxquelles."""
_INVERTED = re.compile(r"(?:(y)-)?([^\W\d_]+)(-t['’]|-t-|-)(ils?|elles?|on)", re.IGNORECASE)
"""A verb before its pronoun, with what joins the two: devrait-il, a-t-il, and wrongly y-a-t-il, a-t’il."""
_ENDS_BEFORE_T, _ENDS_WITH_T = ("a", "e", "c"), ("t", "d")


@dataclass(frozen=True, slots=True)
class WrongForm:
    """A `WrongForm` is a small word that before its neighbour should be written `right`: elided with the plain
    apostrophe ("l'"), or in full ("de"), or, contracted with the neighbour, "du". A capital is kept."""

    word: Word
    following: Word
    right: str


def wrongly_elided(words: tuple[Word, ...]) -> Iterator[WrongForm]:
    """Yields the small words that are in full before a vowel, or elided before a consonant, in order."""
    for at, (first, second) in enumerate(pairwise(words)):
        if not second.joined or not second.before:
            if second.before == "" and first.lower.endswith("'") and second.text[0] in _CONSONANTS and second.entries:
                full = _unelided(first.text)
                if full:
                    yield WrongForm(first, second, full)
            continue
        if (right := _before_vowel(first, second)) is not None:
            yield WrongForm(first, second, right)
            continue
        if first.text in _BEFORE_ARTICLE and second.text[0] in _VOWELS and not _KEEP.match(second.lower):
            if (
                second.categories in ({"N"}, {"N", "INTJ"})
                and second.text.islower()
                and second.agreement({"N"}) <= SINGULAR
            ):
                yield WrongForm(first, second, _BEFORE_ARTICLE[first.text])  # du ordre du jour
            continue
        if first.lower == "ce" and second.lower not in ("est", "était"):
            continue
        # After "la définition" a word is quoted whose marks may be lost.
        if first.lower == "de" and at > 0 and words[at - 1].lower in _WORDS["naming"]:
            continue
        if first.lower == "si" and second.lower in ("il", "ils"):
            yield WrongForm(first, second, f"{first.text[0]}'")
            continue
        if first.lower not in _ELIDED or not (
            second.text[0] in _VOWELS + "É" or _is_body(second) or _MUTE_H.match(second.text)
        ):
            continue
        if first.lower in ("lorsque", "puisque") and second.lower not in _WORDS["following lorsqu'"]:
            continue
        if not second.entries or (_KEEP.match(second.lower) and not _surely(first.lower, second.lower)):
            continue
        short = "l" if first.lower in ("le", "la") else first.text[:-1]
        short = short.upper() if first.text[0].isupper() and len(short) == 1 else short
        yield WrongForm(first, second, f"{short}'")


def _is_body(word: Word) -> bool:
    """Tells whether a word is a noun that begins with a vowel, with the capital of a body: la Organisation."""
    return word.lower in _WORDS["bodies"] and word.text[1:].islower()


def begins_with_vowel(word: Word) -> bool:
    """Tells whether a word begins with a vowel, or with a mute h before one."""
    return word.lower[0] in _VOWELS or _MUTE_H.match(word.text) is not None


def _before_vowel(first: Word, second: Word) -> str | None:
    """Returns the form that sa, ce, nouveau and the like have before a noun with a vowel: son inquiétude, cet examen;
    None where none is wanted."""
    right = _FORMS_BEFORE_VOWEL.get(first.text.lower()) if not first.text.isupper() else None
    sure = second.categories == {"N"} and second.text.islower() and begins_with_vowel(second)
    if right is None or not sure or _KEEP.match(second.lower) or not second.agreement({"N"}) <= SINGULAR:
        return None
    return right.capitalize() if first.text[0].isupper() else right


def uncontracted(words: tuple[Word, ...]) -> Iterator[WrongForm]:
    """Yields each de and à before the article le or les, or before lequel, which makes one word with them."""
    for first, second in pairwise(words):
        right = _RELATIVES.get((first.lower, second.lower))
        if right is not None and second.joined:
            yield WrongForm(first, second, right.capitalize() if first.text[0].isupper() else right)
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        right = _CONTRACTED.get((first.lower, second.text))
        if right is not None and second.joined and third.joined and not _may_be_a_pronoun(third):
            yield WrongForm(first, second, right.capitalize() if first.text[0].isupper() else right)


def wrongly_inverted(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the verbs before their pronouns that have a t too many or lack one, or a hyphen, by their first and last
    word, with what is right: devrait-t-il, a-il, a-t’il, a t-il."""
    for place, word in enumerate(words):
        if place and word.joined and (right := _parted(words[place - 1], word)):
            yield words[place - 1], word, right
            continue
        found = _INVERTED.fullmatch(word.text) if "-" in word.text else None
        if found is None:
            continue
        there, verb, joint, pronoun = found.groups()
        if form(verb).persons.isdisjoint(THIRD) or word.entries:
            continue
        ending = verb[-1].lower()
        if ending in _ENDS_WITH_T:
            right = "-"
        elif ending in _ENDS_BEFORE_T and not pronoun.endswith("s"):
            right = "-t-"
        else:
            continue
        if joint != right or there:
            yield word, word, f"{there + ' ' if there else ''}{verb}{right}{pronoun}"


def _parted(verb: Word, word: Word) -> str:
    """Returns what a pronoun with its t should be that a space parts from its verb: a t-il; "" for none."""
    pronoun = word.lower.partition("t-")[2] if word.lower.startswith("t-") else ""
    wants_t = bool(verb.persons & THIRD) and verb.lower.endswith(_ENDS_BEFORE_T)
    return f"{verb.text}-{word.lower}" if pronoun in ("il", "elle", "on") and wants_t else ""


def _may_be_a_pronoun(following: Word) -> bool:
    """Tells whether le or les may be the object of what follows: de le faire, à les y aider; or may belong to a
    name."""
    if following.is_name:
        return False
    return following.is_infinitive or following.lower in _WORDS["pronouns"] or not following.categories & {"N", "A"}


def _surely(first: str, second: str) -> bool:
    """Tells whether two words surely elide: "que à", "ne a", "ne est", "que un" and the like."""
    if (first, second) in (("de", "une"), ("ce", "est"), ("ce", "était")):
        return True
    if second in ("un", "une", "où", "est"):
        return first in ("que", "ne", "lorsque", "puisque") or (first, second) == ("se", "est")
    return second in ("à", "a", "y", "ainsi") and first in ("ne", "que", "se", "lorsque", "puisque")


def _unelided(short: str) -> str:
    """Returns what l’, d’, qu’ are before a consonant; "" where more than one word may be meant."""
    full = {"d": "de", "qu": "que", "n": "ne", "s": "se", "jusqu": "jusque", "lorsqu": "lorsque"}.get(
        short[:-1].lower()
    )
    if full is None:
        return ""
    return full.capitalize() if short[0].isupper() else full
