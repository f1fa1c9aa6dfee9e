"""Has the complement right after a verb, a noun or an adjective another preposition than it goes with: insiste à la
nécessité, la lutte sur la corruption, conforme avec la Charte?

Where ``government.py`` knows what à and de part, here it is told word by word which preposition never comes. The words
are in ``complements.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.prepositions.asides import after_adverbials, after_insertion
from tmtool.languages.fr.grammar.prepositions.governed import ARTICLES, WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, THIRD, Word, form
from tmtool.languages.tables import rows, word_sets

_TABLE = Path(__file__).with_suffix(".tsv")
_PHRASES = word_sets(Path(__file__).with_name("complement_phrases.tsv"))
_INVERTING = WORDS["inverting"] - _PHRASES["in which"]
_OBJECTS = ARTICLES | {"cette", "son", "un", "une", "tous", "toutes"}
_FORMS = {"à": ("à", "au", "aux"), "de": ("de", "d'", "du", "des"), "du": ("du", "des"), "0": tuple(_OBJECTS)}
_CONTRACTED = frozenset({"au", "aux", "du", "des"})
_ALL = frozenset({"tous", "toutes", "tout", "toute"})
_HAVE = "avoir"
_CAUSING = frozenset({"faire", "laisser"})
"""Verbs that let the subject of an infinitive come after it: faire participer les citoyens."""
_CARRYING_ON = frozenset({"et", "mais"})
"""Words right before a verb that has nothing of another clause before it."""
_PAS = frozenset({"pas", "plus", "jamais"})
_NE = frozenset({"ne", "n'"})
_NEAR = frozenset({"y", "en", "lui", "leur"})
"""Pronouns that take a complement up right before the verb only."""
_TAKING_UP = {"dont": "de", "en": "de", "y": "à", "lui": "à", "leur": "à", "auquel": "à", "auxquels": "à"}
"""Pronouns that take up what goes with one preposition alone."""
_POINTING = frozenset({"celui", "celle", "ceux", "celles"})
_AS = frozenset({"comme", "pour"})
"""Words between such a verb and what somebody is held to be: tenu pour conforme."""
FIGURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]$")
_FEW = 4
"""Words before a participle in which its subject il would be."""
_BACK = 8
"""Words back in which a relative pronoun lets a subject come after its verb, or takes its complement up."""
_FAR = 16
"""Words back in which c'est may stress a complement: c'est à elle que doivent participer."""
_STRESSING = frozenset({"c'", "ce"})
_SUBJECTS = frozenset({"il", "elle", "ils", "elles", "on", "qui"})
_ADVERBS = 3
"""Adverbs, with et between them, between a word and its complement at most."""

ALONE = "le"
"""The form by which a rule shows that it is wrong without a preposition."""

Rule = tuple[str, frozenset[str]]
"""What is right, and the forms that are wrong."""


@cache
def _rules() -> dict[tuple[str, str], tuple[Rule, ...]]:
    """Maps a kind of word and a lemma to its rules; a phrase stands under its last word."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for kind, right, wrong, words in rows(_TABLE):
        forms = frozenset(_FORMS.get(wrong, (wrong,)))
        for word in words.split():
            found.setdefault((kind, word), []).append((right, forms))
    return {key: tuple(rules) for key, rules in found.items()}


@cache
def _wrong_forms() -> frozenset[str]:
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
    return lower in _phrases() or lower in _sets() or any(entry.lemma in _lemmas() for entry in form(lower).entries)


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
            if _kinds(words, place)[:1] not in (("with se",), ("passive",)):
                continue
            at = inserted
        elif not all(one.joined for one in words[at : at + 2 - counted]):
            continue
        after_adverb = at > place + 1 and words[at].lower == "que"  # antérieures ainsi que
        if words[at].lower not in _wrong_forms() or after_adverb:
            continue
        if _is_denied(words, place) and words[at].lower in _FORMS["0"]:
            continue  # interdire aux navires non conformes l'accès
        right = next((right for right, forms in rules_of(words, place) if words[at].lower in forms), "")
        if right and _is_complement(words, at) and not is_elsewhere(words, place, right):
            yield Misgoverned(word, word, words[at], right)


def _is_of_noun(words: tuple[Word, ...], place: int, at: int) -> bool:
    """Tells whether an adjective comes between a noun with its article and what goes with it: une participation active
    à."""
    if at >= len(words) - 1 or not words[at].joined or words[at].is_participle or has_rules(words[at].lower):
        return False
    if not "A" in words[at].categories <= {"A", "N", "V"} or words[at + 1].lower in (*_FORMS["à"], *_FORMS["de"]):
        return False  # les réalisations relatives à
    agrees = bool(words[at].agreement({"A"}) & words[place].agreement({"N"}))
    return agrees and _kinds(words, place) == ("noun",)


def _joins(words: tuple[Word, ...], place: int, at: int) -> bool:
    """Tells whether this is the et between two adverbs after a word: participent pleinement et efficacement."""
    between = place + 1 < at < len(words) - 1 and words[at].lower == "et" and words[at].joined
    return between and is_modifier(words[at - 1]) and is_modifier(words[at + 1])


def is_modifier(word: Word) -> bool:
    """Tells whether a word may come between a word and its complement."""
    adverb = word.categories == {"ADV"} and word.lower not in _PHRASES["governing adverbs"]
    return word.joined and (adverb or word.lower in _PAS)


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
    for kind in _kinds(words, place):
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
    return some and not any(word.lower == "il" for word in words[max(0, place - _FEW) : place])


def _kinds(words: tuple[Word, ...], place: int) -> tuple[str, ...]:
    """Returns as what a word is looked up in its place."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    if word.is_name and before is not None:
        return ()
    if before is not None and before.lower in ("se", "s'"):
        return ("with se",)
    as_much = word.lower in _PHRASES["as much as"] and before is not None and "N" in before.categories
    if as_much and before is not None and word.agreement({"A"}) & before.agreement({"N"}):
        return ("adjective",)
    be = verb_of_quality(words, place)
    if be > 0 and word.is_participle and words[be - 1].lower in ("se", "s'") and _is_be(words[be]):
        return ("with se",)
    if be >= 0 and word.is_participle and (_is_be(words[be]) or word.categories <= {"A", "V"}):
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
    if _is_denied(words, place):
        before = words[place - 2] if place > 1 and words[place - 1].joined else None
        after_noun = before is not None and "N" in before.categories and word.categories <= {"A", "N"}
    if before is not None and before.lower in _PHRASES["copies"]:  # une copie conforme de l'original
        return ()
    if "A" in word.categories and (after_noun or be >= 0):
        of_document = before is not None and before.lower in WORDS["documents"] | _PHRASES["provisions"]
        return ("adjective", "adjective of a document") if of_document else ("adjective", *(("being",) * (be >= 0)))
    heads = before is not None and before.lower in determiners() and before.lower not in _CONTRACTED
    heads = heads and not (place > 1 and words[place - 2].lower in ("de", "d'"))  # le rapport de l'étude sur
    return ("noun",) if heads and "N" in word.categories else ()


def _is_had(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a form of avoir comes before a word, adverbs between: *ont* finalement souscrit."""
    at = place - 1
    while at > 0 and words[at + 1].joined and is_modifier(words[at]):
        at -= 1
    return at >= 0 and words[at + 1].joined and any(entry.lemma == _HAVE for entry in words[at].entries)


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
    named = not verbs.isdisjoint(_PHRASES["before a quality"]) and not (at and is_determiner(words[at - 1]))
    return at if "être" in verbs or named else -1


def _is_be(word: Word) -> bool:
    """Tells whether this is a form of être."""
    return any(entry.lemma == "être" for entry in word.entries)


def _ends_a_group(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective ends a group with its determiner that is no object: tout montant supérieur."""
    word, noun = words[place], words[place - 1] if place else None
    if noun is None or place < 2 or not word.joined or word.categories - {"A", "N"}:
        return False
    opens = place == 2 or not words[place - 2].joined
    owned = is_determiner(words[place - 2]) or words[place - 2].lower in _ALL
    return opens and owned and "N" in noun.categories and "A" in word.categories


def _is_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether non is right before a word."""
    return bool(place) and words[place].joined and words[place - 1].lower == "non"


def _is_complement(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a preposition, or an article, opens a complement, and no adverbial phrase, infinitive or amount."""
    opener, following = words[at], words[at + 1]
    governor = words[at - 1].lower if opener.joined else ""
    if governor in _PHRASES["as much as"] and (opens_alone(following) or following.lower in _PHRASES["shares"]):
        return True
    if governor in _PHRASES["measured"] and opener.lower in _FORMS["de"]:  # supérieur de quatre points, d'un tiers
        definite = following.lower in ARTICLES or following.lower in _POINTING or opener.lower in _CONTRACTED
        if not definite or (opener.lower == "des" and is_numeral(following)):
            return False
    if FIGURE.fullmatch(following.before):  # composé par 18 experts
        is_amount = opener.lower in ("à", "de", "d'") or following.lower in _PHRASES["adverbial"]
        return not is_amount and "N" in following.categories and not following.is_name
    if following.is_infinitive or not following.joined or following.lower in ("qui", "quoi", "par", "lequel", "chez"):
        return False
    pointed = opener.lower in ("à", "de") and following.lower in _POINTING
    if pointed or (opener.lower in ("sur", "contre", "que", "avec") and following.lower in _PHRASES["pronouns"]):
        return True
    if following.lower == "ce" and at + 2 < len(words) and words[at + 2].lower in QUE:  # veillent sur ce que
        return opener.lower != "par"
    noun = at + 1
    if opener.lower in _FORMS["0"]:
        noun += opener.lower in _ALL and following.lower in _OBJECTS
        if noun >= len(words) or words[noun].categories.isdisjoint(("N", "A")):
            return False
        if opener.lower in _ALL and "DET" in words[noun].categories:  # tous les cinq ans
            return False
    elif opener.lower not in _CONTRACTED:
        several = opener.lower in _FORMS["de"] and following.agreement() <= PLURAL and is_before_noun(following)
        if several and following.agreement():
            return at + 2 < len(words) and "N" in words[at + 2].categories  # heurtés de nombreuses difficultés
        if following.lower in ("de", "d'"):  # heurtés par de nombreuses difficultés
            return at + 3 < len(words) and words[at + 2].agreement() <= PLURAL and is_before_noun(words[at + 2])
        if not (following.lower in determiners() or following.lower in _ALL):
            return False
        noun += 1
        if following.lower in _ALL and noun < len(words):
            noun += words[noun].lower in determiners()
    described = noun + 1 < len(words) and is_before_noun(words[noun]) and words[noun].joined  # à la troisième réunion
    alone = described and "N" in words[noun].categories and words[noun + 1].categories.isdisjoint(("N", "A"))
    noun += described and not alone  # les jeunes qui
    body = noun < len(words) and not words[noun].entries and words[noun].text.isupper() and words[noun].joined
    if body and opener.lower not in _FORMS["à"]:  # parvenir pour l'OACI
        return True
    if noun >= len(words) or not words[noun].joined or not words[noun].categories & {"N", "A"}:
        return False
    if (
        words[noun].is_name
        and opener.lower in _FORMS["à"]
        and words[noun].lower not in WORDS["agents"] | _PHRASES["texts"]
    ):  # jouit au Canada d'une immunité
        return False
    opens = "bare adverbial" if opener.lower in _FORMS["0"] else "adverbial"
    opens = "adverbial with de" if opener.lower in _FORMS["de"] else opens
    adverbial = words[noun].lower in _PHRASES[opens] and opener.lower != "que"
    if noun + 1 < len(words) and words[noun + 1].lower == "dont":  # se pencher dans la manière dont
        adverbial = False
    if opener.lower == "sur" and words[noun].lower in _PHRASES["never said with sur"]:
        adverbial = False
    if opener.lower in ("sur", "dans"):  # parviennent sur les marchés, encourager l'adhésion dans les régions où
        adverbial = adverbial or words[noun].lower in _PHRASES["places"]
    return not adverbial and not words[noun].is_infinitive


def opens_alone(word: Word) -> bool:
    """Tells whether a word, or a figure before it, opens a complement that has no preposition: les, dix, plusieurs."""
    counts = is_numeral(word) or word.lower in _PHRASES["how many"]
    return counts or word.lower in _FORMS["0"] or FIGURE.match(word.before) is not None


def _is_said_and_not_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective comes after être without ne."""
    return is_after_be(words, place) and not any(one.lower in _NE for one in words[max(0, place - _BACK) : place])


def is_elsewhere(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether the complement may come before the word, or later, or what comes after it is its subject."""
    far = max(0, place - _FAR)
    stressed = any(words[at].lower in _STRESSING and _is_be(words[at + 1]) for at in range(far, place))
    is_bare = opens_alone(words[place + 1])
    takes_up = right.startswith("le") or stressed or is_bare or words[place + 1].lower in ("du", "des")
    for at in range(place - 1, max(-1, place - _BACK), -1):
        if not words[at + 1].joined or (words[at].lower in _CARRYING_ON and _are_clitics(words[at + 1 : place])):
            break
        in_phrase = words[at].lower == "en" and (words[place].lower in _sets() or words[place].lower in _phrases())
        in_set = words[at].lower == "en" and at == place - 2 and words[place].lower in _sets()  # en l'absence
        if in_set or (
            at == place - 1 and (in_phrase or words[at].lower == "comme")
        ):  # mise en œuvre, considéré comme contraire
            continue
        if words[at].lower in QUE and not takes_up:
            continue  # demande que les centres soient dotés
        if not is_bare and right not in _TAKING_UP.get(words[at].lower, right):
            continue  # dont deux ont été jugés conformes avec
        near = at > place - 3 and not (words[at].lower == "leur" and "N" in words[at + 1].categories)  # leur gratitude
        if words[at].lower in _PHRASES["in which"] and (words[at].lower not in _NEAR or near):
            if _has_its_own_verb(words, at, place):
                break
            return True
    if words[place + 1].lower == "que" and not _is_said_and_not_denied(words, place):
        return True  # n'est inférieur que la première année, le montant inférieur que le ministre fixe
    forms = _FORMS.get(right, (right,))
    if _opens_its_clause(words, place, forms):
        return True
    if is_bare:
        inverts = any(entry.lemma in _PHRASES["inverting verbs"] for entry in words[place].entries)
        earlier = words[max(far, _start_of_sentence(words, place), place - _BACK) : place]
        asked = any(  # comment participeront les laboratoires
            one.lower in _INVERTING and not _is_subject_who(words, at)
            for at, one in enumerate(earlier, place - len(earlier))
        )
        causes = any(entry.lemma in _CAUSING for one in words[max(0, place - _FEW) : place] for entry in one.entries)
        causes = causes and words[place].is_infinitive
        given = words[place].is_participle and any(one.lower == "il" for one in earlier[-_FEW:])
        if (
            asked
            or causes
            or given
            or _opens_with_be(words, place)
            or (inverts and any(one.lower in forms for one in earlier))
        ):
            return True  # et aux contributions s'ajoutent les dons
    for at in range(place + 2, min(len(words), place + _BACK)):
        if not words[at].joined and words[at].mark != ",":
            break
        if words[at].mark == "," and words[at].lower in forms:
            return True
    return False


def _is_subject_who(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a qui that is a subject: le Conseil, *qui* se compose; not à qui incombent."""
    return words[at].lower == "qui" and at > 0 and "PREP" not in words[at - 1].categories


def _start_of_sentence(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word after the last mark that ends a sentence or a part of one."""
    while place > 0 and not words[place].opens_clause:
        place -= 1
    return place


def _opens_with_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a form of être or avoir opens the clause, whose subject comes after its verb: sont invités à
    participer les membres."""
    while place > 0 and words[place].joined:
        place -= 1
    carried_on = place > 0 and words[place].mark[-1:] == ","  # le Groupe, créé en mai, a répondu
    return not carried_on and any(entry.lemma in ("être", _HAVE) for entry in words[place].entries)


def _has_its_own_verb(words: tuple[Word, ...], pronoun: int, place: int) -> bool:
    """Tells whether a relative clause with its verb, and a noun for its subject, comes between its pronoun and the verb
    at `place`: les pays dont la jurisprudence devait être analysée ont répondu."""
    own = place - 1
    while own > pronoun and words[own].categories == {"ADV"}:
        own -= 1
    end = own if any(entry.lemma in ("avoir", "être") for entry in words[own].entries) else place
    if words[pronoun].lower != "dont" or not is_determiner(words[pronoun + 1]):
        return False
    return any(word.categories == {"V"} and word.persons & THIRD for word in words[pronoun + 2 : end])


def _are_clitics(words: tuple[Word, ...]) -> bool:
    """Tells whether nothing but ne is between et and a verb: et ne préjuge."""
    return all(word.lower in _NE for word in words)


def _opens_its_clause(words: tuple[Word, ...], place: int, forms: tuple[str, ...]) -> bool:
    """Tells whether a complement with one of some prepositions opens the clause, and the subject comes after the verb:
    de ce choix dépendent les résultats."""
    at = place
    while at > 0 and words[at].joined:
        at -= 1
    is_phrase = words[at + 1].lower in _PHRASES["adverbial"]  # Au titre du point 5 les avis seront renvoyés
    return words[at].lower in forms and not is_phrase
