"""Has the complement right after a verb, a noun or an adjective another preposition than it goes with: insiste à la
nécessité, la lutte sur la corruption, conforme avec la Charte?

Where ``government.py`` knows what à and de part, here it is told word by word which preposition never comes
(``complement_rules.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.prepositions.asides import after_adverbials, after_insertion
from tmtool.languages.fr.grammar.prepositions.complement_rules import (
    FIGURE,
    FORMS,
    OBJECTS,
    PHRASES,
    has_rules,
    is_denied,
    is_modifier,
    kinds,
    opens_alone,
    rules_of,
    verb_of_quality,
    wrong_forms,
)
from tmtool.languages.fr.grammar.prepositions.complements_elsewhere import is_elsewhere, may_be_done_by
from tmtool.languages.fr.grammar.prepositions.governed import ARTICLES, WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS, CONTRACTED
from tmtool.languages.fr.grammar.words.reading import PLURAL, POINTING, QUE, THIRD, Word

_AFTER_SPEECH = (",", "»", "»,", "?", "!", ", »")
"""Marks with which what somebody says ends, before the verb that tells it."""
_ADVERBS = 3
"""Adverbs, with et between them, between a word and its complement at most."""


def wrong_complements(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the words right after which a preposition, or an article alone, never comes that comes there, in order."""
    for place, word in enumerate(words):
        if not has_rules(word.lower):
            continue
        at = place + 1
        at += _is_of_noun(words, place, at)
        while at < min(len(words), place + 1 + _ADVERBS) and (is_modifier(words[at]) or _joins(words, place, at)):
            at += 1
        at = after_adverbials(words, at)
        inserted = after_insertion(words, at)
        counted = at + 1 < len(words) and FIGURE.fullmatch(words[at + 1].before) is not None
        if inserted + 1 >= len(words) or not all(one.joined for one in words[place + 1 : at]):
            continue
        if inserted > at:
            if kinds(words, place)[:1] not in (("with se",), ("passive",)):
                continue
            at = inserted
        elif not all(one.joined for one in words[at : at + 2 - counted]):
            continue
        after_adverb = at > place + 1 and words[at].lower == "que"  # antérieures ainsi que
        if words[at].lower not in wrong_forms() or after_adverb:
            continue
        if word.lower.startswith("égal") and words[place - 1].lower in PHRASES["equal parts"]:
            continue  # à parts égales avec
        alone = words[at].lower in FORMS["0"]
        if alone and _is_of_speech(words, place):
            continue
        if alone and is_denied(words, place):
            continue  # interdire aux navires non conformes l'accès
        if (alone or words[at].lower in ("du", "des")) and may_be_done_by(words, place):
            continue  # faire participer au moins un élu, faire parvenir des rapports
        if at > place + 1 and words[at].lower in FORMS["de"] and words[at - 1].lower in PHRASES["how much"]:
            continue  # sont parvenus plus de six ans après
        if words[at].lower in FORMS["à"] and _is_impersonal(words, place):
            continue  # sans qu'il soit touché aux droits
        right = next((right for right, forms in rules_of(words, place) if words[at].lower in forms), "")
        if right and _is_complement(words, at) and not is_elsewhere(words, place, right):
            yield Misgoverned(word, word, words[at], right)


def _is_of_speech(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb comes after what somebody says, so that who says it follows: non, *répondent* les maires."""
    said = place > 0 and words[place].mark in _AFTER_SPEECH
    lemmas = {entry.lemma for entry in words[place].entries if entry.category == "V"}
    return said and bool(words[place].persons & THIRD) and bool(lemmas & PHRASES["answering"])


def _is_impersonal(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the participle of a passive that nothing is the subject of: qu'il soit *touché* aux droits,
    where what it goes with tells that il stands for nobody."""
    be = verb_of_quality(words, place)
    while be > 0 and words[be].joined and (words[be].lower == "été" or words[be - 1].lower in ("ne", "n'", "y")):
        be -= 1
        be -= be > 0 and words[be - 1].lower in ("ne", "n'", "y")
    subject = words[be - 1].lower if be > 0 and words[be].joined else ""
    lemmas = {entry.lemma for entry in words[place].entries if entry.category == "V"}
    return subject == "il" and words[place].is_participle and bool(lemmas & PHRASES["impersonal with à"])


def _is_of_noun(words: tuple[Word, ...], place: int, at: int) -> bool:
    """Tells whether an adjective comes between a noun with its article and what goes with it: une participation active
    à."""
    if at >= len(words) - 1 or not words[at].joined or words[at].is_participle or has_rules(words[at].lower):
        return False
    if not "A" in words[at].categories <= {"A", "N", "V"} or words[at + 1].lower in (*FORMS["à"], *FORMS["de"]):
        return False  # les réalisations relatives à
    agrees = bool(words[at].agreement({"A"}) & words[place].agreement({"N"}))
    return agrees and kinds(words, place) == ("noun",)


def _joins(words: tuple[Word, ...], place: int, at: int) -> bool:
    """Tells whether this is the et between two adverbs after a word: participent pleinement et efficacement."""
    between = place + 1 < at < len(words) - 1 and words[at].lower == "et" and words[at].joined
    return between and is_modifier(words[at - 1]) and is_modifier(words[at + 1])


def _is_complement(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a preposition, or an article, opens a complement, and no adverbial phrase, infinitive or amount."""
    opener, following = words[at], words[at + 1]
    governor = words[at - 1].lower if opener.joined else ""
    if governor in PHRASES["as much as"] and (opens_alone(following) or following.lower in PHRASES["shares"]):
        return True
    if governor in PHRASES["measured"] and opener.lower in FORMS["de"]:  # supérieur de quatre points, d'un tiers
        definite = following.lower in ARTICLES or following.lower in POINTING or opener.lower in CONTRACTED
        if not definite or (opener.lower == "des" and is_numeral(following)):
            return False
    if FIGURE.fullmatch(following.before):  # composé par 18 experts
        is_amount = opener.lower in ("à", "de", "d'") or following.lower in PHRASES["adverbial"]
        return not is_amount and "N" in following.categories and not following.is_name
    if following.is_infinitive or not following.joined or following.lower in ("qui", "quoi", "par", "lequel", "chez"):
        return False
    pointed = opener.lower in ("à", "de") and following.lower in POINTING
    if pointed or (opener.lower in ("sur", "contre", "que", "avec") and following.lower in PHRASES["pronouns"]):
        return True
    if following.lower == "ce" and at + 2 < len(words) and words[at + 2].lower in QUE:  # veillent sur ce que
        return opener.lower != "par"
    noun = at + 1
    if opener.lower in FORMS["0"]:
        noun += opener.lower in ALL_FORMS and following.lower in OBJECTS
        if noun >= len(words) or words[noun].categories.isdisjoint(("N", "A")):
            return False
        if opener.lower in ALL_FORMS and "DET" in words[noun].categories:  # tous les cinq ans
            return False
    elif opener.lower not in CONTRACTED:
        several = opener.lower in FORMS["de"] and following.agreement() <= PLURAL and is_before_noun(following)
        if several and following.agreement():
            return at + 2 < len(words) and "N" in words[at + 2].categories  # heurtés de nombreuses difficultés
        if following.lower in ("de", "d'"):  # heurtés par de nombreuses difficultés
            return at + 3 < len(words) and words[at + 2].agreement() <= PLURAL and is_before_noun(words[at + 2])
        if not (following.lower in determiners() or following.lower in ALL_FORMS):
            return False
        noun += 1
        if following.lower in ALL_FORMS and noun < len(words):
            noun += words[noun].lower in determiners()
    counted = noun + 1 < len(words) and words[noun].joined and is_numeral(words[noun])  # sur les trois rapports
    noun += counted and words[noun + 1].joined
    described = noun + 1 < len(words) and is_before_noun(words[noun]) and words[noun].joined  # à la troisième réunion
    alone = described and "N" in words[noun].categories and words[noun + 1].categories.isdisjoint(("N", "A"))
    noun += described and not alone  # les jeunes qui
    body = noun < len(words) and not words[noun].entries and words[noun].text.isupper() and words[noun].joined
    if body and opener.lower not in FORMS["à"]:  # parvenir pour l'OACI
        return True
    if noun >= len(words) or not words[noun].categories & {"N", "A"}:
        return False
    if not (words[noun].joined or FIGURE.fullmatch(words[noun].before)):  # sur les 11 rapports
        return False
    if (
        words[noun].is_name
        and opener.lower in FORMS["à"]
        and words[noun].lower not in WORDS["agents"] | PHRASES["texts"]
    ):  # jouit au Canada d'une immunité
        return False
    opens = "bare adverbial" if opener.lower in FORMS["0"] else "adverbial"
    opens = "adverbial with de" if opener.lower in FORMS["de"] else opens
    adverbial = words[noun].lower in PHRASES[opens] and opener.lower != "que"
    if noun + 1 < len(words) and words[noun + 1].lower == "dont" and words[noun + 1].joined:  # dans la manière dont
        adverbial = False
    if opener.lower == "sur" and words[noun].lower in PHRASES["never said with sur"]:
        adverbial = False
    if opener.lower in ("sur", "dans"):  # parviennent sur les marchés, encourager l'adhésion dans les régions où
        adverbial = adverbial or words[noun].lower in PHRASES["places"]
    if opener.lower == "sur" and words[noun].lower in PHRASES["grounds"]:  # la nomination sur la recommandation de
        adverbial = adverbial or (noun + 1 < len(words) and words[noun + 1].lower in FORMS["de"])
    return not adverbial and not words[noun].is_infinitive
