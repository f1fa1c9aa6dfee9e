"""Has a comparison its words: plus élevé *de* l'an passé, *autant* coûteuse, l'une des crises *plus* graves, *si*
rapidement que possible, *meilleures* représentées, the least developed countries as *les pays moins avancés*?

From the grammar of the language; the words are in ``comparisons.tsv``. A superlative that lacks its article is told
where the English beside it has one and compares nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.words.closed_words import TO_FORMS
from tmtool.languages.fr.grammar.words.reading import (
    PLURAL,
    POINTING,
    QUE,
    SINGULAR,
    THIRD,
    Word,
    next_joined,
    start_of_clause,
)
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_DEGREES = frozenset({"plus", "moins", "aussi"})
_OF = frozenset({"de", "d'"})
_FOLLOWING = 3
"""Words after an adverb of degree that are asked for: its quality, the joint and the thing."""
_MEASURE = 12
"""Words of a measure at most, and of what is compared."""
_FIGURE = re.compile(r"\d")
_SUPERLATIVE = re.compile(
    r"\b(?:the|its|their|his|our|whose|world['’]s) (?:\w+ )?(?:most|least|(?!inter|rest|request|west|forest|harvest|"
    r"protest|test|contest|guest|latest|earliest|invest|arrest|unrest|conquest)\w{2,}est)\b(?! of\b)"
)
_COMPARED = re.compile(r"\b(?:more|less|fewer|than|further|better|worse|\w+er (?:than|and)|increasingly|too)\b")

Found = tuple[Word, Word, str]
"""The first and the last word that are wrong, and what is right."""


def miscompared(words: tuple[Word, ...]) -> Iterator[Found]:
    """Yields the words of comparisons that are others than French has, in order."""
    for place in range(len(words) - 2):
        for ask in _ASKS:
            if (found := ask(words, place)) is not None:
                yield found
                break


def without_article(words: tuple[Word, ...], source: str) -> Iterator[Found]:
    """Yields the plus and moins after a defined noun that lack the article of a superlative, where English has a
    superlative and compares nothing, and French has no other one."""
    english = source.lower()
    if not _SUPERLATIVE.search(english) or _COMPARED.search(english):
        return
    owned = any(
        word.lower in _WORDS["most"] and place and words[place - 1].lower in _WORDS["owning"]
        for place, word in enumerate(words)
    )
    if owned:
        return
    for place in range(2, len(words) - 1):
        degree, noun, article, quality = words[place], words[place - 1], words[place - 2], words[place + 1]
        closed = degree.joined and noun.joined and quality.joined
        if degree.lower not in _WORDS["most"] or not closed or article.lower not in _WORDS["definite"]:
            continue
        if (
            "N" in noun.categories
            and not is_numeral(noun)
            and "A" in quality.categories
            and quality.lower not in _WORDS["bare"]
        ):
            forms = noun.agreement({"N"})
            the = "les" if forms <= PLURAL else "la" if forms == {"fs"} else "le" if forms <= SINGULAR else "les"
            yield degree, quality, f"{the} {degree.text} {quality.text}"


def _follows_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether être comes right before, adverbs or été between, so that no article makes a superlative."""
    at = place - 1
    while at > 0 and words[at + 1].joined and (is_adverb(words[at]) or words[at].lower == "été"):
        if words[at].lower == "été":
            return words[place].joined
        at -= 1
    return at >= 0 and words[at + 1].joined and is_be(words[at])


def _than(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of est plus élevé *de* l'année précédente, est plus long *comme* le canal, sont plus élevés *que de*
    l'année dernière."""
    degree = words[place]
    if degree.lower not in _DEGREES or not (after := next_joined(words, place, _FOLLOWING)):
        return None
    quality, joint, thing = after
    if quality.lower not in _WORDS["sizes"] or not _follows_be(words, place):
        return None
    last = place + _FOLLOWING + 1
    noun = words[last] if last < len(words) and words[last].joined else None
    if noun is None:
        return None
    if joint.lower == "comme" and is_determiner(thing):
        return joint, joint, f"{degree.text} {quality.text} que"
    of_a_thing = thing.lower in ("la", "l'") and "N" in noun.categories and noun.lower not in _WORDS["measures"]
    if joint.lower == "de" and of_a_thing and degree.lower != "aussi" and not noun.is_infinitive:
        return joint, joint, f"{degree.text} {quality.text} que"
    after_of = words[last + 1] if last + 1 < len(words) and words[last + 1].joined else None
    if joint.lower == "que" and thing.lower == "de" and noun.lower in ("la", "l'") and after_of is not None:
        those = "ceux" if quality.agreement({"A"}) & {"mp"} else "celui"
        those = "celles" if quality.agreement({"A"}) == {"fp"} else those
        those = "celle" if quality.agreement({"A"}) == {"fs"} else those
        return (joint, thing, f"que {those} de") if "N" in after_of.categories else None
    return None


def _as(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of aussi pauvres *comme* les autres, *autant* coûteuse, *si* rapidement que possible."""
    word = words[place]
    after = next_joined(words, place, 2)
    if not after:
        return None
    quality, joint = after
    if word.lower == "autant" and quality.categories == {"A"} and _follows_be(words, place):
        return word, quality, f"aussi {quality.text}"
    if word.lower == "si" and joint.lower == "que" and (closed := next_joined(words, place, _FOLLOWING)):
        possible = closed[-1].lower == "possible" and quality.categories & {"A", "ADV"}
        return (word, closed[-1], f"aussi {quality.text} que possible") if possible else None
    plain = quality.categories == {"A"} and quality.lower in _WORDS["sizes"]
    if word.lower == "aussi" and plain and joint.lower == "comme" and (closed := next_joined(words, place, _FOLLOWING)):
        return (joint, joint, f"aussi {quality.text} que") if is_determiner(closed[-1]) else None
    return None


def _one_of(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of l'une des crises *plus* graves: one of several is among the most."""
    if words[place].lower not in _WORDS["ones"] or not (after := next_joined(words, place, 4)):
        return None
    of, noun, degree, quality = after
    plural = "N" in noun.categories and not is_numeral(noun) and bool(noun.agreement({"N"}) & PLURAL)
    fits = of.lower == "des" and plural and degree.lower in _WORDS["most"] and "A" in quality.categories
    return (degree, quality, f"les {degree.text} {quality.text}") if fits else None


def _part(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of moins *que* la moitié des sièges, where nothing denies."""
    word = words[place]
    if word.lower not in _WORDS["most"] or not (after := next_joined(words, place, _FOLLOWING)):
        return None
    que, article, part = after
    fits = que.lower in QUE and article.lower in _WORDS["before fractions"] and part.lower in _WORDS["fractions"]
    unless = place > 0 and words[place - 1].lower == "à"  # à moins que la moitié des parties
    of = {"le": "du ", "l'": "de l’", "la": "de la "}.get(article.lower, f"d’{article.text} ")
    right = f"{word.text} {of}{part.text}"
    return (word, part, right) if fits and not unless and not _is_denied(words, place) else None


def _better(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of sont *meilleures* représentées and of les routes sont *mieux* que les anciennes."""
    word, after = words[place], words[place + 1]
    if not after.joined or not _follows_be(words, place):
        return None
    if word.lower in _WORDS["better"]:
        done = after.is_participle and after.categories <= {"V", "A"} and not after.persons
        return (word, after, f"mieux {after.text}") if done else None
    be = words[place - 1]
    many = word.lower == "mieux" and be.lower in _WORDS["being many"] and after.lower in QUE and place > 1
    named = many and words[place - 2].categories & {"N", "A"} and be.joined
    return (word, word, "meilleurs, meilleures") if named and is_determiner(words[place + 2]) else None


def _needless(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of *plus* supérieure à celle des autres, where nothing denies."""
    word, quality, to = words[place : place + 3]
    fits = word.lower == "plus" and quality.lower in _WORDS["compared already"] and quality.joined and to.joined
    if not fits or to.lower not in TO_FORMS or _is_denied(words, place):
        return None
    return word, quality, quality.text


def _beyond(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of demeure inférieure *que* celle du continent."""
    word, after = words[place], next_joined(words, place, 2)
    if not after or word.lower not in _WORDS["compared with à"] or after[0].lower not in QUE or not place:
        return None
    before = words[place - 1]
    tied = word.joined and (is_adverb(before) or "V" in before.categories) and before.lower not in _WORDS["degrees"]
    thing = after[1]
    if not tied or not (thing.lower in POINTING or thing.lower in _WORDS["articles"]) or _is_denied(words, place):
        return None
    if _follows_be(words, place):  # an adjective after être is asked for with all that go with à
        return None
    return after[0], thing, _to(thing)


def _beyond_by(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of sont supérieures de 23 % *que* celles du voisin, and of inférieur d'un tiers *que* l'an dernier."""
    if words[place].lower not in _WORDS["compared with à"] or words[place + 1].lower not in _OF:
        return None
    at = place + 1
    while at < min(len(words) - 1, place + _MEASURE) and _is_of_a_measure(words, at):
        at += 1
    if words[at].lower not in QUE or (at == place + 1 and not _FIGURE.search(words[at].before)):
        return None
    after = next_joined(words, at, 1)
    if not after or words[at].opens_clause or _is_denied(words, place):
        return None
    thing = after[0]
    if thing.lower not in POINTING and not (thing.lower in _WORDS["articles"] and _ends_without_verb(words, at + 2)):
        return None
    return words[at], thing, _to(thing)


def _to(word: Word) -> str:
    """Returns à before an article or a pronoun: au, à la, à celle."""
    return {"le": "au", "les": "aux", "l'": "à l’"}.get(word.lower, f"à {word.text}")


def _is_of_a_measure(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word may be part of how much one is above another: d'*environ un tiers, soit* 3 %."""
    word = words[at]
    if word.lower in QUE or word.lower in TO_FORMS or word.opens_clause:
        return False
    small = word.lower in _WORDS["of a measure"] or is_numeral(word) or is_determiner(word)
    return small or ("N" in word.categories and not word.is_finite_or_auxiliary)


def _ends_without_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a clause ends with no verb after a place, so that its que opens none: que l'an dernier."""
    for word in words[at : at + _MEASURE]:
        if word.mark:
            return True
        if word.persons & THIRD:
            return False
    return len(words) <= at + _MEASURE


def _fewer_as(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of moins de carburant *comme* les anciens, autant de lits *comme* la côte."""
    word, after = words[place], next_joined(words, place, 4)
    if not after or word.lower not in ("autant", "plus", "moins") or after[0].lower not in _OF:
        return None
    noun, joint, thing = after[1:]
    if "N" not in noun.categories or joint.lower != "comme" or _is_denied(words, place):
        return None
    last = words[place + 5] if place + 5 < len(words) and words[place + 5].joined else None
    same = thing.lower in POINTING or (is_determiner(thing) and last is not None and last.lower in _WORDS["the others"])
    return (joint, joint, "que") if same or (word.lower == "autant" and is_determiner(thing)) else None


def _is_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether ne or non comes before in the clause."""
    return any(one.lower in ("ne", "n'", "non") for one in words[start_of_clause(words, place) : place])


def _ever(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of était *plus* importante jamais déployée."""
    word = words[place]
    if word.lower not in _WORDS["most"] or not _follows_be(words, place) or not (after := next_joined(words, place, 3)):
        return None
    quality, ever, done = after
    fits = "A" in quality.categories and ever.lower == "jamais" and done.is_participle
    if not fits:
        return None
    forms = quality.agreement({"A"})
    the = "les" if forms <= PLURAL else "la" if forms == {"fs"} else "le"
    return word, quality, f"{the} {word.text} {quality.text}"


_ASKS = (_than, _as, _one_of, _part, _better, _needless, _ever, _beyond, _beyond_by, _fewer_as)
