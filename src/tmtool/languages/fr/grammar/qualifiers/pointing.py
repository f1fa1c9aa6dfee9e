"""Does an adjective or participle agree with the small word before it that tells what it should be: ceux présentée,
telle que modifié, les pays les plus touché, les a ratifié? And the small word itself with what it stands for: cette
situation est comparable à *celui* qui prévalait?

From the grammar of the language; no noun is looked for but after a comparison and before ci-joint, so that the distance
of the noun does not matter. The adjectives that compare are in ``pointing.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.nouns.sentence_nouns import nouns_before
from tmtool.languages.fr.grammar.predicates.being import HAVE
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs, is_adverb
from tmtool.languages.fr.grammar.predicates.participles import auxiliary_before
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, RELATIVES
from tmtool.languages.fr.grammar.words.reading import PLURAL, POINTING, QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SUCH = {"tel": "ms", "telle": "fs", "tels": "mp", "telles": "fp"}
_DEGREES = frozenset({"plus", "moins"})
_HAVING = frozenset({"avoir", "ayant"})
_ENCLOSED = {
    f"ci-{stem}{ending}": agreement
    for stem in ("joint", "annexé")
    for ending, agreement in (("", "ms"), ("e", "fs"), ("s", "mp"), ("es", "fp"))
}
_COMPARING = _DEGREES | {"aussi"}
_JOINTS = frozenset({"et", "ou", "mais"})
_FIGURE = re.compile(r"\d")
_DEGREE = 3
"""Words of plus élevé que."""
_TO = 2
"""Words before what is compared, or enclosed, that belong to it."""
_ADVERBS = 4
"""Words from avoir to its participle at most, adverbs between."""
_UNCHANGED = _WORDS["unchanged"]


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives and participles that do not agree with the small word before them, each with that word."""
    for place in range(1, len(words)):
        word = words[place]
        if word.lower in POINTING:
            for asked in (_compared, _compared_by_degree, _alike, _of_dont):
                if (before := asked(words, place)) is not None:
                    yield word, before
        if (enclosed := _enclosing(words, place)) is not None:
            yield word, enclosed
        if other := _other(words, place):
            if not {one[1] for one in word.agreement({"A", "DET"})} & {one[1] for one in other[1]}:
                yield word, other[0]
            continue
        if not word.joined or word.is_name or word.lower in _UNCHANGED:
            continue
        found = _such(words, place) or _taken(words, place) or _pointed(words, place)
        if found is None and (_is_qualifying(word) or _is_superlative(words, place)):
            found = _most(words, place)
        if found is not None and not word.agreement() & found[1]:
            yield word, found[0]


def _is_qualifying(word: Word) -> bool:
    """Tells whether the word can be nothing but an adjective or a past participle."""
    if word.persons or word.is_infinitive or word.is_present_participle:
        return False
    return word.categories <= {"A", "V"} and ("A" in word.categories or word.is_participle)


def _is_superlative(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective that may be a noun comes after les plus: les plus *pauvre*."""
    word = words[place]
    adjective = "A" in word.categories <= {"A", "N", "V"} and words[place - 1].lower in _DEGREES
    at = place - 2
    at -= at > 0 and is_numeral(words[at])
    return adjective and at >= 0 and words[at].lower == "les"


def _pointed(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    before = words[place - 1]
    wanted = POINTING.get(before.lower.removesuffix("-ci").removesuffix("-là"))  # une fois celles-ci connues
    return (before, frozenset({wanted})) if wanted and words[place].is_participle else None


def _such(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns tel before que: telle que modifiée, tel qu'adopté."""
    que = place - 1
    que -= que > 1 and is_adverb(words[que]) and words[que].joined  # telle qu'oralement révisée
    if que < 1 or words[que].lower not in QUE or not words[place].is_participle or not words[que].joined:
        return None
    wanted = _SUCH.get(words[que - 1].lower)
    return (words[que - 1], frozenset({wanted})) if wanted else None


def _most(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns the article of a superlative: les pays les plus touchés; le plus may be an adverb."""
    at = place - 1
    if at > 1 and words[at].lower not in _DEGREES and "ADV" in words[at].categories and words[at].joined:
        at -= 1
    if at < 1 or words[at].lower not in _DEGREES or not words[at].joined:
        return None
    article = words[at - 1]
    if at > 1 and is_numeral(article) and words[at - 1].joined:
        article = words[at - 2]  # les cinq plus importants
    if article.lower == "les":
        return article, PLURAL
    return (article, frozenset({"fs"})) if article.lower == "la" else None


def _taken(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns the les right before avoir, with which its participle agrees: les a ratifiés, ne les avaient pas
    reçus."""
    at = before_adverbs(words, place, most=_ADVERBS - 1, least=1)
    if at < 2 or words[at].lower not in HAVE | _HAVING or words[at - 1].lower != "les" or not words[at].joined:
        return None
    following = words[place + 1] if place + 1 < len(words) else None
    if not words[place].is_participle or not words[at + 1].joined or (following and following.is_infinitive):
        return None
    # After les avoir lus, or where all before is the subject itself, what was named in the sentence before is meant.
    may_be_named = words[at].lower in HAVE and not _is_all_subject(words, at - 1)
    named = named_before(words, at - 1) & PLURAL if may_be_named else PLURAL
    return words[at - 1], named or PLURAL


def _is_all_subject(words: tuple[Word, ...], end: int) -> bool:
    """Tells whether the words before a place, up to a mark or figures, are the subject alone, for which a les there
    cannot stand: *les médecins* les ont consultées; ces règles sont utiles, 41 *États* les ont adoptées."""
    start = end
    while start and words[start].joined:
        start -= 1
    first = words[start]
    opening = first.lower in _WORDS["plural articles"] or is_numeral(first) or _FIGURE.search(first.mark) is not None
    return end - start > 0 and opening and not any(one.persons & THIRD or one.lower in QUE for one in words[start:end])


def _of_dont(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun before dont where none there has the gender of this celui: les lois, dont *celui* sur; None for
    none."""
    gender = POINTING.get(words[place].lower, "")[:1]
    if not gender or place < _TO or words[place - 1].lower != "dont" or not words[place].joined:
        return None
    found = chain(words, place - 2)
    known = bool(found.heads) and all(words[head.place].entries for head in found.heads)
    if not known or not found.heads[-1].possible <= PLURAL:
        return None
    named = {one[0] for one in named_before(words, place - 1)}
    return words[found.heads[-1].place] if gender not in {one[0] for one in found.possible} & named else None


def _compared(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the adjective that compares something with this celui or celle, where no noun before in the sentence has
    its gender: cette situation est comparable à *celui* qui prévalait; None where one has."""
    word, to = words[place], words[place - 1]
    gender = POINTING.get(word.lower, "")[:1]
    if not gender or place < _TO or to.lower not in ("à", "de") or not (to.joined and words[place - 1].joined):
        return None
    adjective = words[place - 2]
    if adjective.lower not in _WORDS[f"comparing {to.lower}"] or place + 1 >= len(words):
        return None
    if words[place + 1].lower not in OF_FORMS | RELATIVES:
        return None
    named = {one[0] for one in named_before(words, place - 2)}
    if named and gender not in named:
        return adjective
    return adjective if _differs_from_subject(words, place - 2, gender) else None


def _alike(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the joint before this ceux de, or the like, where a noun before in the sentence has its number, and none
    has its gender as well: les séances du matin se tiennent en salle A et *ceux* de l'après-midi en salle B; None for
    none."""
    word, joint = words[place], words[place - 1]
    wanted = POINTING.get(word.lower)
    if wanted is None or joint.lower not in _JOINTS or not word.joined or place + 1 >= len(words):
        return None
    if words[place + 1].lower not in OF_FORMS or not words[place + 1].joined:
        return None
    nouns = nouns_before(words, place - 1)
    alike = any(noun and {one[1] for one in noun} == {wanted[1]} for noun in nouns)
    return joint if alike and not any(wanted in noun for noun in nouns) else None


def _compared_by_degree(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the adjective between plus, moins or aussi and que whose subject has another gender than this celui de:
    le budget est plus élevé que *celle* de 2024; None for none."""
    gender = POINTING.get(words[place].lower, "")[:1]
    if not gender or place < _DEGREE or place + 1 >= len(words) or words[place + 1].lower not in OF_FORMS:
        return None
    degree, adjective, que = words[place - _DEGREE : place]
    joined = adjective.joined and que.joined and words[place].joined
    compares = degree.lower in _COMPARING and que.lower == "que" and adjective.categories & {"A", "V"}
    differs = joined and compares and _differs_from_subject(words, place - _DEGREE, gender)
    return adjective if differs else None


def _differs_from_subject(words: tuple[Word, ...], adjective: int, gender: str) -> bool:
    """Tells whether an adjective that compares comes after être and the subject of that has another gender than the
    pronoun: les règles sont analogues à *ceux* de la Commission."""
    verb = auxiliary_before(words, adjective)
    genders = {one[0] for one in subject(words, verb)} if verb is not None else set()
    return len(genders) == 1 and gender not in genders


def _enclosing(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun with its determiner after which ci-joint comes that does not agree with it: les pièces
    *ci-joint*."""
    if words[place].lower not in _ENCLOSED or place < _TO or not words[place].joined:
        return None
    if (before := _before_enclosed(words, place)) is not None:
        return before
    noun, agreement = words[place - 1], _ENCLOSED[words[place].lower]
    if "N" not in noun.categories or noun.is_participle or not is_determiner(words[place - 2]) or not noun.joined:
        return None
    return noun if agreement not in noun.agreement({"N"}) else None


def _before_enclosed(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun with its determiner right after a ci-joint that is not unchanged there, nor agrees: vous
    trouverez *ci-jointes* les documents."""
    if words[place].lower.endswith(("joint", "annexé")) or place + 2 >= len(words):
        return None
    article, noun = words[place + 1 : place + 3]
    sure = article.joined and noun.joined and is_determiner(article) and noun.categories == {"N"}
    return noun if sure and _ENCLOSED[words[place].lower] not in noun.agreement({"N"}) else None


def _other(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns the noun, a plural that nothing else can be meant by, after which autre que comes: les membres, autre que
    le Président."""
    if words[place].lower not in ("autre", "autres") or place + 1 >= len(words) or words[place + 1].lower not in QUE:
        return None
    if not words[place + 1].joined or words[place].mark not in ("", ","):
        return None
    found = chain(words, place - 1)
    if not found.heads or found.several or not found.complete:
        return None
    at_its_noun = words[place].joined and found.determined and found.heads[0].place == place - 1
    possible = found.possible if at_its_noun else found.possible | named_before(words, place)
    numbers = {one[1] for one in possible}
    return (words[found.heads[-1].place], possible) if len(numbers) == 1 else None
