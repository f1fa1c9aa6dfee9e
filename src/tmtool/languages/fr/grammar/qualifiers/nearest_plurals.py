"""Is an adjective or a participle in the singular that of the plural right before it, with which it does not agree,
though it may agree with a noun farther back: l'examen des rapports *présenté* par les États?

The words are in ``nearest_plurals.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import Chain
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PAIR = 2


def is_of_counted(words: tuple[Word, ...], place: int, noun: int, before: Chain) -> bool:
    """Tells whether a participle in the singular comes right after so many of something, which hang on nothing, or
    after de and a participle that no noun of the singular goes with: mènent à bien 13 études *centralisée*, suivies de
    10 minutes *consacré* aux questions."""
    counted = before.heads[0].possible <= PLURAL and any(letter.isdigit() for letter in words[noun].before)
    governor = words[before.start - 1] if before.start else None
    after_participle = governor is not None and governor.is_participle and governor.agreement() <= PLURAL
    sure = after_participle and words[before.start].lower in ("de", "d'")
    alone = len(before.heads) == 1 and governor is not None and "PREP" not in governor.categories  # menés 13 essais
    return (
        counted
        and (sure or alone)
        and noun == place - 1
        and words[place].is_participle
        and words[place].agreement() <= SINGULAR
    )


def is_done_to_things(words: tuple[Word, ...], place: int, before: Chain) -> bool:
    """Tells whether a participle in the singular, right after a plural, says what is done to things, though only what
    is done with these agrees with it: l'examen des rapports *présenté* par les États."""
    word = words[place]
    lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
    if not (word.is_participle and word.agreement() <= SINGULAR and before.heads[0].possible <= PLURAL):
        return False
    agreeing = {words[head.place].lower for head in before.heads if head.possible & word.agreement()}
    return bool(agreeing) and agreeing <= _WORDS["actions"] and bool(lemmas) and lemmas <= _WORDS["done to things"]


def is_of_second(words: tuple[Word, ...], place: int, noun: int, before: Chain) -> bool:
    """Tells whether a participle in the singular comes right after a plural that et or ou joins, without a determiner,
    to the only noun before, of which alone it is not said: Date et thèmes *proposée*."""
    direct = noun == place - 1 and noun > 1 and words[noun - 1].lower in ("et", "ou") and words[noun].joined
    two = len(before.heads) == _PAIR and before.heads[1].place == noun - 2 and before.complete
    plural = before.heads[0].possible <= PLURAL and words[place].agreement() <= SINGULAR
    return direct and two and plural and words[place].is_participle


def closes_a_series(words: tuple[Word, ...], place: int, noun: int, possible: frozenset[str]) -> bool:
    """Tells whether a singular comes right after a plural that et or ou joins to what is before, and that has a
    determiner of its own: la paix et des moyens efficace."""
    return (
        noun == place - 1
        and noun > 1
        and not words[place].is_participle
        and words[place].lower not in _WORDS["unchanged"]
        and possible <= PLURAL
        and words[place].agreement() <= SINGULAR
        and words[noun - 1].joined
        and (
            words[noun - 1].lower in ("et", "ou")
            or (words[noun - 1].lower in _WORDS["plural determiners"] and words[noun - 2].lower in ("et", "ou"))
        )
    )


def is_of_a_share(words: tuple[Word, ...], place: int, noun: int) -> bool:
    """Tells whether a singular comes right after a plural of which only a share is meant, of which nobody says
    anything: 68 pour cent des montants exigible, la moitié des redevances exigible."""
    return (
        noun == place - 1
        and noun > 1
        and words[place].joined
        and not words[place].is_participle
        and words[place].agreement() <= SINGULAR
        and words[noun].agreement({"N"}) <= PLURAL
        and words[noun - 1].lower in _WORDS["of the share"]
        and words[noun - 1].joined
        and words[noun - 2].lower in _WORDS["shares"]
    )
