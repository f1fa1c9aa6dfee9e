"""Which words may agree as they do, however unlikely it is to a model: with another noun near, with two, with a share?

The closed words are in ``excuse_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from tmtool.languages.fr.grammar.contexts.alternatives import lemmas, tags
from tmtool.languages.fr.grammar.contexts.around import AGREEING, ENDS, NOUN, PLURALS, agreement
from tmtool.languages.fr.grammar.contexts.excuse_words import BEFORE, BOTH, DETERMINERS, FAR, NEAR, SEVERAL, WORDS
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, are_a_term, end_with_an_adverb

_TERM = 3
"""Words of a term of two nouns: langue des signes."""
_AFTER_OF = (["de"], ["d'"])
"""What shows that a word is a noun: les demandes de vote séparé."""
_THEM = {"m": "them, masculine", "f": "them, feminine"}
"""The lists of the pronouns behind d'entre that a word before it agrees with, by gender."""


def may_agree_so(words: Sequence[Token], place: int) -> bool:
    """Tells whether a participle or an adjective may agree in a way that is too rare for the model: with an object
    (les textes qu’il a examinés, laisser soumis), not with what somebody gives himself (se sont fixé un but), nor with
    a person who is not named (d’être muté); or with the noun right before it, or before two adjectives or a name; or
    farther back than with an adverb (sont dans l’ensemble fiables), the second half of a term (la langue des signes
    nationale) or a quotation; or as one of two that share out a plural."""
    before = [word.text for word in words[max(0, place - NEAR) : place]]
    own = agreement(words[place].text, AGREEING)
    if _is_of_some_of_them(words, place, own):
        return True
    if not before:  # the heading of a column or a note: Signées par
        return not any(tag.endswith(("3s", "3p")) for word in words for tag in tags(word.text))
    if "laisser" in lemmas(before[-1]) or before[-1] in WORDS["quoting"]:
        return True
    is_noun = not any(tag.startswith("V:") for tag in tags(before[-1])) or before[-2:-1] in _AFTER_OF
    if agreement(before[-1], NOUN) & own and is_noun:
        return True
    if (
        _is_of_both(words, place, own)
        or _is_of_a_masculine_of_two(words, place, own)
        or _is_set_apart(words, place, own)
        or _is_of_a_share(words, place, own)
    ):
        return True
    if _is_alone_before_a_verb(words, place, own):
        return True
    if words[place].text in WORDS["invariable"] or _is_such(words, place) or _is_loose(words, place, own):
        return True
    if any(excuse(words, place, own) for excuse in (_is_of_an_owner, _is_of_what_follows, _is_of_the_first)):
        return True
    if _is_shared_out(words, place, own) or _follows_its_noun(words, place, own) or _is_after_a_quotation(before):
        return True
    tail = [word.text for word in words[max(0, place - LONGEST) : place]]
    if end_with_an_adverb(tail) or (are_a_term(tail[-_TERM:]) and agreement(tail[-_TERM], NOUN) & own):
        return True
    at = next((at for at in reversed(range(len(before))) if lemmas(before[at]) & {"avoir", "être"}), -1)
    if at < 0:
        return False
    if "avoir" in lemmas(before[at]):
        return any(agreement(word.text, NOUN) & own for word in words[:place])
    of_nobody = before[at] == "être" and at > 0 and before[at - 1] in WORDS["before infinitives"]
    return "ms" in own and (of_nobody or any(word in ("se", "s'") for word in before))


def _is_such(words: Sequence[Token], place: int) -> bool:
    """Tells whether this is the tel that goes with the subject behind its être: tel n'est pas le cas."""
    after = [word.text for word in words[place + 1 : place + BOTH] if word.text not in WORDS["denying"]]
    return words[place].text in WORDS["such"] and bool(after) and "être" in lemmas(after[0])


def _is_alone_before_a_verb(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether this is the seul that opens a clause and agrees with the subject behind its verb: *seule* compte
    l'heure de l'inscription."""
    if words[place].text not in WORDS["alone"] or (place and words[place - 1].text not in ENDS | {","}):
        return False
    verb, after = words[place + 1 : place + 2], words[place + 2 : place + 2 + NEAR]
    return any(tag.startswith("V:") for one in verb for tag in tags(one.text)) and any(
        opener.text in DETERMINERS and agreement(noun.text, NOUN) & own for opener, noun in pairwise(after)
    )


def _is_of_some_of_them(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word agrees with the pronoun of d'entre elles or d'entre eux right behind it: seules 12 d'entre
    elles."""
    after = [word.text for word in words[place + 1 : place + 1 + SEVERAL]]
    behind = after[after.index("entre") + 1 :][:1] if "entre" in after else []
    genders = {gender for gender, kind in _THEM.items() if behind and behind[0] in WORDS[kind]}
    return any(one[0] in genders for one in own)


def _is_loose(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a phrase goes on after an adjective that may belong to a noun farther back: la discrimination à
    l'égard des femmes et des filles existante dans le monde."""
    if words[place].text not in WORDS["loose"] or place + 1 >= len(words):
        return False
    before = words[max(0, place - BEFORE) : place]
    return words[place + 1].text in WORDS["phrases"] and any(agreement(one.text, NOUN) & own for one in before)


def _is_shared_out(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word and another one, with et or ou between them, share out a plural: les délégations jordanienne
    et chilienne."""
    return any(
        at > 0
        and at + 2 < len(words)
        and words[at + 1].text in WORDS["joints"]
        and any(f"{one[0]}p" in agreement(words[at - 1].text, NOUN) and one[1] == "s" for one in own & there)
        for at, other in ((place, place + 2), (place - 2, place - 2))
        if 0 <= other < len(words) and (there := agreement(words[other].text, AGREEING))
    )


def _is_of_both(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a plural goes with two nouns that et or ou joins: fabrication et trafic illicites."""
    if place < BOTH or words[place - 2].text not in WORDS["joints"]:
        return False
    genders = {one[0] for word in (words[place - 3], words[place - 1]) for one in agreement(word.text, NOUN)}
    joined = all(agreement(word.text, NOUN) for word in (words[place - 3], words[place - 1]))
    return joined and ("mp" in own if "m" in genders else "fp" in own)


def _is_of_a_masculine_of_two(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a masculine plural goes with two nouns that et joins, the first of them a masculine: projet d'ordre
    du jour et notes explicatives *établis*, and after a comma."""
    if "mp" not in own or "fp" in own:
        return False
    joint = place - 1
    joint -= joint > 0 and words[joint].text == ","
    while joint > 0 and words[joint].text not in WORDS["joints"]:
        if not agreement(words[joint].text, AGREEING) and words[joint].text not in DETERMINERS:
            return False
        joint -= 1
    before = words[max(0, joint - SEVERAL) : joint]
    return joint > 0 and any(one[0] == "m" for word in before for one in agreement(word.text, NOUN))


def _is_set_apart(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether what comes or goes with another thing is said after a comma, of a noun that may be far before it:
    les articles 13 et 14 ont donné lieu à le plus de recommandations, suivis de l'article 12."""
    if words[place - 1].text != "," or lemmas(words[place].text).isdisjoint(WORDS["going with"]):
        return False
    return any(agreement(word.text, NOUN) & own for word in words[: place - 1])


def _is_of_a_share(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word may be said of a share (la moitié du temps sera réservée), or a plural of what it is taken
    from: 48 organisations, dont les trois quarts ont dit ne pas avoir été consultées."""
    parts = [word.text for word in words[max(0, place - BEFORE) : place] if word.text in WORDS["parts"]]
    if any(agreement(part, NOUN) & own for part in parts):
        return True
    return bool(parts) and any(agreement(word.text, NOUN) & own & PLURALS for word in words[:place])


def _follows_its_noun(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word agrees with the noun before it from which two adjectives or a name part it: mission
    diplomatique ou consulaire autrichienne, le document de Buenos Aires issu de la conférence."""
    named = joined = False
    for word in reversed(words[:place]):
        known = tags(word.text)
        if word.capital:
            named = True
        elif nouns := agreement(word.text, NOUN):
            return (named or joined) and bool(nouns & own)
        elif word.text in WORDS["joints"]:
            joined = True
        elif not (
            (named and word.text in WORDS["before names"]) or any(tag.startswith(("A:", "V:K")) for tag in known)
        ):
            return False
    return False


def _is_of_an_owner(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a plural right after a singular goes with the plural that owns it: les États de l'aire de
    répartition concernés."""
    if not own <= PLURALS or not agreement(words[place - 1].text, NOUN) or "être" in lemmas(words[place - 2].text):
        return False
    for word in reversed(words[max(0, place - BEFORE) : place]):
        nouns = agreement(word.text, NOUN)
        if nouns & own:
            return True
        small = word.text in WORDS["before names"] or word.text == "l'"
        if not (nouns or small or any(tag.startswith("A:") for tag in tags(word.text))):
            return False
    return False


def _is_of_what_follows(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a participle goes with the subject after it, however far: ceux dans lesquels sont formulées des
    observations, qu'a été ajoutée à l'article 7 une définition."""
    opener = place - 1
    while opener >= 0 and lemmas(words[opener].text) & {"avoir", "être"}:
        opener -= 1
    if not 0 <= opener < place - 1 or words[opener].text not in WORDS["inverting"]:
        return False
    after = words[place + 1 : place + 1 + FAR]
    if any(agreement(word.text, NOUN) & own for word in after[:NEAR]):
        return True
    return any(
        article.text in WORDS["indefinite"] and agreement(noun.text, NOUN) & own for article, noun in pairwise(after)
    )


def _is_of_the_first(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether et qui goes on after another relative clause and takes up the noun before that: les conclusions que
    le Comité examinera et qui seront transmises."""
    start = max(0, place - NEAR - 1)
    second = next((at for at in range(place - 1, start, -1) if words[at].text in WORDS["second"]), -1)
    if second < 1 or words[second - 1].text not in WORDS["joints"]:
        return False
    first = next((at for at in range(second - 2, 0, -1) if words[at].text in WORDS["first"]), 0)
    return any(agreement(word.text, NOUN) & own for word in words[max(0, first - BOTH) : first])


def _is_after_a_quotation(before: Sequence[str]) -> bool:
    """Tells whether a quotation ends right before a word, which then goes with what is before that."""
    return any(word in WORDS["closing"] for word in before[-2:])
