"""Has a verb the number of its subject? From the lexicon, and from what subjects.py knows of the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, SegmentCheck, Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.fr.grammar.noun_groups import determiners, is_before_noun
from tmtool.languages.fr.grammar.reading import Word, reading
from tmtool.languages.fr.grammar.subjects import is_plural_before, is_resumed, subject
from tmtool.languages.word_sets import word_sets
from tmtool.model import Level

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AUXILIARIES = _WORDS["auxiliaries"]
_OPERATIVE = _WORDS["operative"]
_SURE_BEFORE = _WORDS["before a verb"]
_OBJECTS = _WORDS["objects"]
_ARTICLES = frozenset({"le", "la", "les", "l'"})
"""Pronouns where a verb follows, but for those behind a preposition."""
_CLITICS = _WORDS["clitics"]
_THOU = _WORDS["thou"]
_THIRD = frozenset({"3s", "3p"})
_OPENING = re.compile(r"\W*(?:\d+\.\s*)?([A-Z][a-z]+s)\b")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    words = reading(pair.target)
    for place, word in enumerate(words):
        persons = word.persons & _THIRD
        label = pair.target.startswith(")", word.span.end)
        if len(persons) != 1 or label or (word.lower == "soit" and _is_either(words, place)):
            continue
        wanted = {one[1] for one in subject(words, place)}
        if (
            not wanted
            and persons == {"3s"}
            and word.lower != "soit"
            and (is_plural_before(words, place) or is_resumed(words, place))
        ):
            wanted = {"p"}
        elif not wanted and _differs_from_all_before(words, place):
            wanted = {"p"} if persons == {"3s"} else {"s"}
        if wanted and persons.isdisjoint({f"3{number}" for number in wanted}) and _is_verb(words, place):
            number = "plural" if wanted == {"p"} else "singular"
            yield Spot(f"The subject of “{word.text}” is {number}, the verb is not.", target_span=word.span)
    yield from _of_the_second_person(words)
    yield from _without_a_verb(words)
    yield from _where_none_can_be(words)
    if words and words[0].persons & _THIRD == {"3p"} and words[0].categories == {"V"}:
        opening = _OPENING.match(pair.source or "")
        if opening and opening.group(1) in _OPERATIVE:
            yield Spot(
                f"“{words[0].text}” is a plural, “{opening.group(1)}” in the source is none.", target_span=words[0].span
            )


def _of_the_second_person(words: tuple[Word, ...]) -> Iterator[Spot]:
    """Forms of tu where nobody is addressed so."""
    if any(word.lower in _THOU for word in words):
        return
    for word in words:
        if word.categories == {"V"} and word.persons == {"2s"} and not word.is_participle and not word.is_name:
            yield Spot(f"“{word.text}” is a form of tu.", target_span=word.span)


def _without_a_verb(words: tuple[Word, ...]) -> Iterator[Spot]:
    """Participles and forms of je and tu where il, ils or on wants its verb: il présenté."""
    for place, word in enumerate(words[:-1]):
        if word.lower not in _WORDS["subjects"] or not words[place + 1].joined:
            continue
        at = place + 1
        while at + 1 < len(words) and words[at].lower in _CLITICS and words[at + 1].joined:
            at += 1
        verb = words[at]
        if _is_form_of_a_verb(verb) and verb.persons.isdisjoint(_THIRD):
            yield Spot(f"“{verb.text}” is not the verb that “{word.text}” wants.", target_span=verb.span)


def _is_form_of_a_verb(word: Word) -> bool:
    """True for a finite form or a participle that can be no small word."""
    if word.is_name or word.is_infinitive or not (word.persons or word.is_participle):
        return False
    return "V" in word.categories and word.categories <= {"V", "A", "N"}


def _where_none_can_be(words: tuple[Word, ...]) -> Iterator[Spot]:
    """Finite verbs behind a preposition or a determiner: dans le cadre de misent en œuvre, de la listent."""
    for place in range(1, len(words)):
        word, at = words[place], place - 1
        at -= words[at].lower in _ARTICLES and at > 0 and words[at].joined
        if words[at].lower not in _WORDS["never before a verb"] or not all(w.joined for w in words[at + 1 : place + 1]):
            continue
        finite = word.persons & _THIRD and not (word.is_participle or word.is_infinitive or word.is_present_participle)
        if finite and word.categories == {"V"} and not word.is_name and word.lower != "cesse":  # sans cesse
            yield Spot(f"“{word.text}” is a verb, and “{words[place - 1].text}” wants a noun.", target_span=word.span)


def _differs_from_all_before(words: tuple[Word, ...], place: int) -> bool:
    """True behind et, where the verb shares its subject with one before and none there has its number: il pratique une
    politique et consacrent des millions."""
    if place < 2 or words[place - 1].lower != "et" or not words[place].joined or not words[place - 1].joined:
        return False
    mine = words[place].persons & _THIRD
    first = 0
    for at in range(place - 2, -1, -1):
        persons = words[at].persons & _THIRD
        if persons & mine:
            return False
        first = at if persons and _is_verb(words, at) else first
        if words[at].before.strip() in (".", ";", ":", "(", "–", "—"):
            break
    return bool(first) and bool(subject(words, first))


def _is_either(words: tuple[Word, ...], place: int) -> bool:
    """True for the soit of soit … soit, soit … ou."""
    return any(word.lower in ("soit", "ou") for word in words[place + 1 :])


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    """True if the word can be nothing but a finite verb, by itself, behind ne and se, or before an object."""
    word = words[place]
    if word.is_name:
        return False
    before = words[place - 1] if place and word.joined else None
    if word.lower in _AUXILIARIES or (before is not None and before.lower in _SURE_BEFORE):
        return True
    if word.categories == {"V"}:
        # tue is a form of tuer and of taire: behind a plural it is no participle
        return not (word.is_participle and word.agreement() & subject(words, place))
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    objects = following is not None and (following.lower in determiners() or following.lower in _OBJECTS)
    behind_a_noun = before is not None and "N" in before.categories and before.lower not in determiners()
    behind_a_noun = behind_a_noun and before is not None and not is_before_noun(before)
    return objects and behind_a_noun and word.categories == {"V", "N"} and not word.is_participle


CHECK = SegmentCheck(
    name="grammar-verb",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    yields_to=("spelling-homophone",),
    summary="A verb differs in number from its subject.",
    reason=(
        "The subject is a pronoun, the antecedent of qui or the noun that opens the clause, with what hangs on it; the "
        "verb must have no other reading. Words for a quantity (nombre, majorité), which may take either, are left "
        "alone."
    ),
    examples=(
        Example(target="Les membres a examiné le rapport.", flagged=("a",)),
        Example(target="Les membres du Conseil doit se réunir.", flagged=("doit",)),
        Example(target="Le Comité ont décidé de se réunir.", flagged=("ont",)),
        Example(target="Dans ce contexte, les États ne doit pas agir.", flagged=("doit",)),
        Example(target="les mesures qui doit être prises, ce qui concernent le vote", flagged=("doit", "concernent")),
        Example(target="Il sont clair que tous les États Membres devait répondre.", flagged=("sont", "devait")),
        Example(target="L’Espagne appellent à voter. Ces mines tue.", flagged=("appellent", "tue")),
        Example(target="Les deux rapports montre que le Comité agit.", flagged=("montre",)),
        Example(
            target="Il pratique une politique de la peur et consacrent des millions à la guerre.",
            flagged=("consacrent",),
        ),
        Example(target="Dans ce cas, pour agir, les États ne doit pas attendre.", flagged=("doit",)),
        Example(target="Les organes qui ont adopté la Convention, doit agir.", flagged=("doit",)),
        Example(
            target="La réunion se tiendras à Vienne, et il présenté son rapport dans le cadre de misent en œuvre.",
            flagged=("tiendras", "présenté", "misent"),
        ),
        Example(target="Ton rapport est tel que tu le présentes. Il n’y a pas lieu de le lire sans cesse."),
        Example(
            target="Le Conseil des pays qui ont voté siège et prend acte de la Convention de Vienne qui a été lue."
        ),
        Example(target="Le Président et le Secrétaire a répondu.", flagged=("a",)),
        Example(
            source="5. Requests the Secretary-General", target="5. Prient le Secrétaire général", flagged=("Prient",)
        ),
        Example(target="Les membres ont examiné le rapport. La majorité des États ont répondu. Le Comité a décidé."),
        Example(target="Le Président et les Vice-Présidents ont été élus. Ils ont à présenter leur rapport."),
        Example(target="Ce sont les États qui votent, alors que le Comité et son Bureau siègent. Solidaires agissent."),
        Example(target="Les chars ainsi que le matériel lourd doivent partir. Les sections a) et b) sont closes."),
        Example(target="Entre 2011 et 2012, le rendement du réseau de l’agence a baissé."),
        Example(target="Les dispositions et la dernière phrase du paragraphe, l’ancien président du Comité"),
        Example(target="Des dizaines d’États ont signé. La coopération entre la Chine et le Japon a repris."),
    ),
    look=look,
)
