"""Which verbs may have their number, however unlikely it is to a model: shares, subjects behind them, one of several?

The closed words are in ``excuse_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tmtool.languages.fr.grammar.contexts.alternatives import tags
from tmtool.languages.fr.grammar.contexts.around import AGREEING, NOUN, PLURALS, agreement, start_of_sentence
from tmtool.languages.fr.grammar.contexts.excuse_words import BEFORE, BOTH, DETERMINERS, FAR, NEAR, SEVERAL, WORDS
from tmtool.languages.fr.grammar.contexts.tokens import FIGURE, LONG_FIGURE, Token


def may_have_any_number(words: Sequence[Token], place: int) -> bool:
    """Tells whether the subject of a verb is not in the text (a part of a list that begins with the verb or with qui),
    or after the verb (que soit clos l’examen), or may be a figure or a share, which takes either number: 14 visent à,
    un tiers des membres ne notifie; or may be several nouns, or a plural that another noun parts from qui (des migrants
    objet d’un trafic illicite qui acceptent), or a noun with others between which it is: la coopération entre l’Ukraine
    et la Fédération de Russie sera."""
    before = words[max(0, place - BEFORE) : place]
    if not before or words[0].text == "qui" or before[-1].text in (FIGURE, LONG_FIGURE):
        return True
    if before[-1].text in WORDS["before subjects"] or any(word.text in WORDS["shares"] for word in before):
        return True
    if _have_a_part(before):
        return True
    is_plural = any(tag.endswith("3p") for tag in tags(words[place].text))
    if is_between_several(words, place):
        return True
    if _comes_before_its_subject(words, place) and _has_its_subject_behind(words, place, is_plural=is_plural):
        return True
    if is_plural and any(word.text in WORDS["collectives"] for word in words[max(0, place - FAR) : place]):
        return True
    if is_plural and any(word.text in WORDS["several"] for word in before):
        return True
    return is_plural and before[-1].text == "qui" and any(agreement(word.text, NOUN) & PLURALS for word in before)


def is_between_several(words: Sequence[Token], place: int) -> bool:
    """Tells whether the nouns before a verb in the singular, joined by et or ou, are those between which its subject
    is."""
    if any(tag.endswith("3p") for tag in tags(words[place].text)):
        return False
    before = [word.text for word in words[max(0, place - FAR) : place]]
    between = next((at for at in range(len(before) - 1, -1, -1) if before[at] in WORDS["between"]), len(before))
    return not WORDS["joints"].isdisjoint(before[between:])


def may_be_a_share(words: Sequence[Token], place: int) -> bool:
    """Tells whether the subject of a verb may be a share, or so many (un tiers des membres), whose verb takes either
    number, also behind it (auxquelles va la moitié); a group is none without its plural: le Groupe de travail."""
    near = [word.text for word in words[max(0, place - FAR) : place]]
    if _comes_before_its_subject(words, place):
        near += [word.text for word in words[place + 1 : place + 1 + NEAR]]
    if _have_a_part(words[max(0, place - BEFORE) : place]):
        return True
    return any(word in WORDS["shares"] | WORDS["collectives"] and word not in WORDS["bodies"] for word in near)


def _have_a_part(words: Sequence[Token]) -> bool:
    """Tells whether some words name a part of others, which is no ordinal: un dixième, not le dixième rapport."""
    return any(one.text == "un" and part.text in WORDS["ordinal parts"] for one, part in pairwise(words))


def has_its_subject_right_behind(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb after dont, où or a pronoun with a preposition has its subject in its number right after it,
    or after the pas that denies it: dans lequel ne *figureront* pas les déclarations."""
    opener = _opener(words, place)
    if not _comes_before_its_subject(words, place):
        return False
    if opener and words[opener - 1].text == "," and words[opener].text in WORDS["first"]:
        return False
    first = place + 1
    while first < len(words) and words[first].text in WORDS["behind an inverted verb"]:
        first += 1
    return _are_of_number(words[first : first + 2], is_plural=_is_plural(words[place]))


def _comes_before_its_subject(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb comes after a word after which its subject may be behind it, pronouns and ne between: où ne
    s'*inscrivent* pas."""
    opener = _opener(words, place)
    return opener >= 0 and words[opener].text in WORDS["inverting"]


def _opener(words: Sequence[Token], place: int) -> int:
    """Returns the place of the word before a verb, its pronouns and ne; -1 for none."""
    at = place - 1
    while at >= 0 and words[at].text in WORDS["beside a verb"]:
        at -= 1
    return at


def _has_its_subject_behind(words: Sequence[Token], place: int, *, is_plural: bool) -> bool:
    """Tells whether a noun with a determiner and the number of a verb comes soon after it, so that it may be the
    subject: le débat auquel prendront part les ministres."""
    return _are_of_number(words[place + 1 : place + 1 + NEAR], is_plural=is_plural)


def _are_of_number(words: Sequence[Token], *, is_plural: bool) -> bool:
    """Tells whether some words have a noun in a number, with a determiner or, for the plural, a figure or a number
    before it: auquel s'ajoutent 10 *semaines*."""
    openers = DETERMINERS | WORDS["cardinals"] | {FIGURE, LONG_FIGURE} if is_plural else DETERMINERS
    return any(
        opener.text in openers and any((one[1] == "p") == is_plural for one in agreement(noun.text, NOUN))
        for opener, noun in pairwise(words)
    )


def _is_plural(verb: Token) -> bool:
    return any(tag.endswith("3p") for tag in tags(verb.text))


def is_of_a_sure_subject(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb has the number of a subject that no other noun can be: quiconque, all that is before the
    verb in its sentence (les directives en vigueur datent de), or the first noun of a clause before a relative one that
    a comma ends (l'acquisition d'entreprises, dont les ventes sont faibles, échappe)."""
    start = start_of_sentence(words, place)
    is_plural = _is_plural(words[place])
    if not is_plural and any(word.text in WORDS["whoever"] for word in words[start:place]):
        return True
    end = _opener(words, place) + 1
    if _are_one_group(words[start:end]):
        return _are_of_number(words[start : start + 2], is_plural=is_plural)
    return _are_of_number(_before_a_relative(words[start:end])[:2], is_plural=is_plural)


def _are_one_group(words: Sequence[Token]) -> bool:
    """Tells whether some words are a determiner, a noun and its adjectives, with at most a phrase that has no
    determiner of its own: les directives en vigueur."""
    if len(words) < BOTH - 1 or words[0].text not in DETERMINERS:
        return False
    phrase = len(words) > BOTH and words[-2].text in WORDS["bare prepositions"] and agreement(words[-1].text, NOUN)
    return all(agreement(word.text, AGREEING) for word in (words[1:-2] if phrase else words[1:]))


def _before_a_relative(words: Sequence[Token]) -> Sequence[Token]:
    """Returns what comes, in its clause, before a relative clause between commas with which some words end; nothing
    where they end otherwise."""
    if not words or words[-1].text != ",":
        return ()
    commas = [at for at, word in enumerate(words[:-1]) if word.text == ","]
    if not commas or words[commas[-1] + 1].text not in WORDS["first"]:
        return ()
    clause = max((at + 1 for at in range(commas[-1]) if words[at].text in WORDS["that"] | {","}), default=0)
    return words[clause : commas[-1]]


def may_be_of_several(words: Sequence[Token], place: int) -> bool:
    """Tells whether a plural may go with several nouns not far before it: sa nature et son ampleur exceptionnelles."""
    own, before = agreement(words[place].text, AGREEING), words[max(0, place - SEVERAL) : place]
    return bool(own) and own <= PLURALS and any(word.text in WORDS["joints"] for word in before)
