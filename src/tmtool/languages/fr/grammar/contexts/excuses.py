"""Which words may have their form, however unlikely it is to a model: names, infinitives, what goes on denying?

The closed words are in ``excuse_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tmtool.languages.fr.grammar.contexts.alternatives import lemmas, tags
from tmtool.languages.fr.grammar.contexts.around import AGREEING, ENDS, NOUN, agreement, start_of_sentence
from tmtool.languages.fr.grammar.contexts.excuse_words import BEFORE, BOTH, DETERMINERS, FAR, NEAR, WORDS
from tmtool.languages.fr.grammar.contexts.excuses_of_agreement import may_agree_so
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.fr.grammar.words.set_phrases import are_degrees

_PERCEIVED = 16
"""The words before an infinitive in which a verb such as voir may be."""


def is_named(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word is part of a name, or spoken of: le mot « létaux »."""
    if place == 0:
        return False
    alone = words[place - 1].text in WORDS["opening"] and place + 1 < len(words)
    return bool(words[place].capital) or (alone and words[place + 1].text in WORDS["closing"])


def may_be_an_infinitive(words: Sequence[Token], place: int) -> bool:
    """Tells whether an infinitive is what somebody is seen or heard to do, whose noun comes before it (verront leur
    mandat expirer), or goes on after another one (être publiées ou rester confidentielles), or what is in its place is
    a noun (distribuer d’imprimés), may agree so, or is said of the object behind it (a maintenu ouvertes des voies); or
    whether a preposition and a pronoun come right before an infinitive (d’en fondre trois); or whether it is the second
    of two degrees (un risque moyen à élevé)."""
    if may_agree_so(words, place):
        return True
    if place > 1 and are_degrees([word.text for word in words[place - 2 : place + 1]]):
        return True
    governed = place > 1 and words[place - 1].text in WORDS["pronouns"]
    if governed and words[place - 2].text in WORDS["before infinitives"] and "V:W" in tags(words[place].text):
        return True
    before = words[max(0, place - _PERCEIVED) : place - 1]
    known = tags(words[place].text)
    if "V:W" not in known:
        if (
            place > 0
            and not lemmas(words[place - 1].text).isdisjoint(WORDS["holding"])
            and _is_said_of_its_object(words, place)
        ):
            return True
        return place > 0 and words[place - 1].text in WORDS["before nouns"] and any(one[:2] == "N:" for one in known)
    if any(lemmas(word.text) & WORDS["perceiving"] for word in before):
        return True
    near = range(place - 1, max(-1, place - BOTH), -1)
    joint = next((at for at in near if words[at].text in WORDS["joints of infinitives"]), 0)
    return any("V:W" in tags(word.text) for word in words[max(0, joint - FAR) : joint])


def _is_before_either_gender(words: Sequence[Token], place: int) -> bool:
    """Tells whether a noun comes next that may be a man or a woman, though the lexicon has it for one of them: aucune
    *membre*."""
    return place + 1 < len(words) and words[place + 1].text in WORDS["of either gender"]


def may_take_up_another_sentence(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word at the head of a sentence takes up a noun of the one before: *Chacune* s'exprimera."""
    opens = start_of_sentence(words, place) == place
    return opens and words[place].text in WORDS["each"]


def may_go_on_denying(words: Sequence[Token], place: int) -> bool:
    """Tells whether a ni goes on after a denial of its sentence: il n'est pas tenu compte des abstentions *ni* des
    bulletins nuls."""
    if words[place].text not in WORDS["nor"]:
        return False
    start = start_of_sentence(words, place)
    before = {word.text for word in words[start:place]}
    return not before.isdisjoint(WORDS["denials"]) and not before.isdisjoint(WORDS["denying"] | WORDS["without"])


def may_be_so(words: Sequence[Token], place: int) -> bool:
    """Tells whether a small word may be right however seldom it is."""
    return (
        may_take_up_another_sentence(words, place)
        or may_go_on_denying(words, place)
        or _is_of_both_genders(words, place)
        or _is_before_either_gender(words, place)
        or _is_denied_again(words, place)
        or _is_all_of_them(words, place)
    )


def _is_all_of_them(words: Sequence[Token], place: int) -> bool:
    """Tells whether tous or toutes agrees with the pronoun of d'entre eux or d'entre elles soon before it: quatre
    d'entre eux, *tous* recrutés."""
    before = [word.text for word in words[max(0, place - NEAR) : place]]
    return "entre" in before and any(
        words[place].text in WORDS[f"all, {kind}"] and not WORDS[f"them, {kind}"].isdisjoint(before)
        for kind in ("masculine", "feminine")
    )


def _is_denied_again(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word denies what its sentence denies already, and so says the contrary: ne peut paraître *sans*
    l'accord du maire, which is only with it."""
    if words[place].text not in WORDS["undoing"]:
        return False
    for one in words[max(0, place - BEFORE) : place][::-1]:
        if one.text in ENDS:
            return False
        if one.text in WORDS["denying"]:
            return True
    return False


def _is_of_both_genders(words: Sequence[Token], place: int) -> bool:
    """Tells whether a pronoun is one of two that name women and men: celles et *ceux* qui."""
    around = ((words[max(0, place - 2) : place][::-1]), words[place + 1 : place + BOTH])
    return words[place].text in WORDS["of one gender"] and any(
        len(two) > 1 and two[0].text in WORDS["joints"] and two[1].text in WORDS["of one gender"] for two in around
    )


def may_be_said_before(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word may agree so, or is said of the object that comes after it (juge préoccupantes les
    informations), or right after bien que of the subject behind a comma: bien que facultatives, les évaluations."""
    if may_agree_so(words, place) or _is_conceded(words, place):
        return True
    return _is_said_of_its_object(words, place)


def _is_said_of_its_object(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word agrees with the object right after it: juge préoccupantes *les informations*, laisse
    ouvertes *toutes les portes*."""
    own, first = agreement(words[place].text, AGREEING), place + 1
    first += first < len(words) and words[first].text in WORDS["every"]
    after = words[first : first + NEAR]
    return (
        len(after) > 1
        and after[0].text in WORDS["determiners"]
        and any(agreement(word.text, NOUN) & own for word in after[1:])
    )


def _is_conceded(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word comes right after bien que, quoique or une fois and agrees with the noun after the next
    comma, which a determiner begins."""
    if place < 1 or words[place - 1].text not in WORDS["conceding"]:
        return False
    own, after = agreement(words[place].text, AGREEING), words[place + 1 : place + 1 + FAR]
    comma = next((at for at, word in enumerate(after) if word.text == ","), len(after))
    subject = after[comma + 1 : comma + 1 + NEAR]
    owned = bool(subject) and subject[0].text in DETERMINERS
    return owned and any(agreement(word.text, NOUN) & own for word in subject[1:])


def may_be_said_to_be(words: Sequence[Token], place: int) -> bool:
    """Tells whether que opens the clause of an indicative, and somebody says before it what is so: signifier à
    l'administration qu'ils ne négocieront plus; or whether nothing before it in its sentence opens a clause that could
    have a subjunctive: les textes compteront 500 mots au plus."""
    start = start_of_sentence(words, place)
    if not any(word.text in WORDS["first"] | WORDS["inverting"] for word in words[start:place]):
        return True
    que = next((at for at in range(place - 1, max(-1, place - BEFORE), -1) if words[at].text in WORDS["that"]), 0)
    before = reversed(words[max(0, que - BEFORE) : que])
    return any(lemmas(word.text) & WORDS["saying"] for word in takewhile(_is_not_that, before))


def _is_not_that(word: Token) -> bool:
    return word.text not in WORDS["that"]
