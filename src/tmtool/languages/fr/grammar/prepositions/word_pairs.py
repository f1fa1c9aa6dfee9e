"""Have the words of a pair their second one: entre le Bureau *ou* les États, à la fois un fonds *ou* un plan, passé de
14 *et* 22, tant le Président *et* le Rapporteur, aussi bons *comme* ceux, d'autant plus *car*, préfère la paix *que* la
guerre?

The words are in ``word_pairs.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.prepositions.governed import is_verb_here
from tmtool.languages.fr.grammar.words.reading import QUE, SINGULAR, Word, back_over
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ENDS = (".", ";", ":", "(")
_DIGIT = re.compile(r"\d")
_FIRST = 5
"""Words back from non to que and its subject."""
_FAR = 14
"""Words between the words of a pair at most."""

Found = tuple[Word, Word, str]
"""The first and the last word that are wrong, and what is right."""


def unpaired(words: tuple[Word, ...]) -> Iterator[Found]:
    """Yields the second words of pairs that are others than the first ones want, in order."""
    for place, word in enumerate(words[:-1]):
        if place + 2 >= len(words) and word.lower != "de":
            continue
        for asks in _BY_WORD.get(word.lower, ()):
            if (found := asks(words, place)) is not None:
                yield found
                break


def _rest(words: tuple[Word, ...], start: int) -> int:
    """Returns the place after the last word of the sentence of a place."""
    end = start
    while end < len(words) and words[end].mark[-1:] not in _ENDS:
        end += 1
    return end


def _joint_after(words: tuple[Word, ...], start: int, joints: frozenset[str]) -> int:
    """Returns the place of the first of some joints in the same clause, before its next mark and verb; 0 for none."""
    for at in range(start, min(len(words) - 1, start + _FAR)):
        if not words[at].joined or words[at].lower in _WORDS["openers"] or is_verb_here(words, at):
            return 0
        if words[at].lower in joints:
            return at
    return 0


def _between(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the ou after one thing that entre has: entre le Bureau *ou* les États; None where an et comes, too."""
    article, noun = words[place + 1 : place + 3]
    one = is_determiner(article) and "N" in noun.categories and article.joined and noun.joined
    if not one or not noun.agreement({"N"}) <= SINGULAR:
        return None
    at = _joint_after(words, place + 2, frozenset({"et", "ou"}))
    if not at or words[at].lower != "ou" or not (words[at + 1].joined and is_determiner(words[at + 1])):
        return None
    later = any(word.lower == "et" for word in words[at : _rest(words, at)])
    return None if later else (words[at], words[at], "entre … et")


def _both(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the ou after à la fois and what is so: à la fois coûteux *ou* utile; None where an et comes, too."""
    if [word.lower for word in words[max(0, place - 2) : place]] != ["à", "la"]:
        return None
    at = _joint_after(words, place + 1, frozenset({"et", "ou"}))
    if not at or words[at].lower != "ou" or any(word.lower == "et" for word in words[at : _rest(words, at)]):
        return None
    return words[at], words[at], "à la fois … et"


def _as_much(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the et or ou after Tant or Aussi bien and a thing at the head of a sentence: Tant le maire *et* les élus;
    None where a que comes."""
    opens = words[place].is_name and (place == 0 or not words[place].joined)
    first = place + 1 + (words[place].lower == "aussi" and words[place + 1].lower == "bien")
    if not opens or (words[place].lower == "aussi" and first == place + 1) or first + 1 >= len(words):
        return None
    if not words[first].joined or not is_determiner(words[first]):
        return None
    at = _joint_after(words, first, frozenset({"et", "ou"}) | QUE)
    if not at or words[at].lower in QUE or any(word.lower in QUE for word in words[at : _rest(words, at)]):
        return None
    return words[at], words[at], "tant … que" if words[place].lower == "tant" else "aussi bien … que"


def _compared(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the comme or de after an adverb of degree and an adjective: aussi bons *comme* ceux, plus hauts *de*
    ceux."""
    quality, joint = words[place + 1 : place + 3]
    after = words[place + 3] if place + 3 < len(words) and words[place + 3].joined else None
    plain = "A" in quality.categories and quality.joined and joint.joined
    if after is None or not plain or quality.lower in _WORDS["known as"]:
        return None
    pointed = after.lower in _WORDS["pointing"] and joint.lower in ("comme", "de")
    pointed = pointed and not (joint.lower == "de" and place > 0 and is_determiner(words[place - 1]))  # la plus longue
    expected = joint.lower == "comme" and (after.lower == "prévu" or (words[place].lower == "aussi" and pointed))
    return (joint, joint, f"{words[place].lower} … que") if expected or pointed else None


def _same(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the de between a thing that is the same and the one it is compared with: la même règle *de* celle."""
    noun, joint = words[place + 1 : place + 3]
    after = words[place + 3] if place + 3 < len(words) and words[place + 3].joined else None
    same = "N" in noun.categories and noun.joined and joint.lower in ("de", "comme") and joint.joined
    pointed = same and after is not None and after.lower in _WORDS["pointing"]
    return (joint, joint, f"{words[place].lower} … que") if pointed else None


def _all_the_more(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the car after d'autant plus and a quality: d'autant plus utile *car*."""
    if place == 0 or words[place - 1].lower != "d'" or words[place + 1].lower not in ("plus", "moins"):
        return None
    at = next((at for at in range(place + 2, min(len(words), place + 5)) if words[at].lower == "car"), 0)
    right = f"d’autant {words[place + 1].lower} … que"
    return (words[at], words[at], right) if at and not any(w.lower in QUE for w in words[place:at]) else None


def _grown(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the et or au between two figures after passer de: passé de 14 *et* 22."""
    passes = place > 0 and any(entry.lemma == "passer" for entry in words[place - 1].entries)
    return _figures(words, place, frozenset({"et", "au"}), "de … à", ()) if passes and words[place].joined else None


def _of_hours(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the et or au between two hours after de: de 9 heures *et* 12 heures."""
    return _grown(words, place) or _figures(words, place, frozenset({"et", "au"}), "de … à", ("heures", "h"))


def _between_hours(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the à or ou between two hours after entre: entre 9 heures *à* 12 heures."""
    return _figures(words, place, frozenset({"à", "ou"}), "entre … et", ("heures", "h"))


def _of_days(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the et or à between two days after du: du 3 mai *et* 4 juin, du lundi *à* vendredi."""
    day, joint, other = words[place + 1], words[place + 2], words[place + 3] if place + 3 < len(words) else None
    if day.joined and day.lower in _WORDS["days"]:
        numbered = joint.joined or _DIGIT.search(joint.before) is not None  # du lundi 3 à vendredi 7
        two = numbered and joint.lower == "à" and other is not None and other.lower in _WORDS["days"]
        return (joint, joint, "du … au") if two else None
    return _figures(words, place, frozenset({"et", "à"}), "du … au", tuple(_WORDS["months"]))


def _figures(
    words: tuple[Word, ...], place: int, joints: frozenset[str], right: str, units: tuple[str, ...]
) -> Found | None:
    """Returns a joint after a figure, and one of some units if there are any, that comes before another figure."""
    at = place + 1 + bool(units)
    if not _DIGIT.search(words[place + 1].before) or at >= len(words):
        return None
    if units and (words[place + 1].lower not in units or not words[at].joined):
        return None
    if words[at].lower not in joints:
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    figure = following is None or _DIGIT.search(following.before) is not None
    if units and (following is None or following.lower not in units):
        return None
    return (words[at], words[at], right) if figure else None


def _or_not(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the et before the non of what may be so or not: qu'ils soient membres *et* non."""
    after = words[place + 1]
    if place < _FIRST or words[place - 1].lower != "et" or not words[place].joined:
        return None
    if after.joined and "PREP" not in after.categories:
        return None
    soit = next((at for at in range(place - 2, place - _FIRST, -1) if words[at].lower in ("soit", "soient")), 0)
    asked = soit > 1 and words[soit - 1].lower in _WORDS["subjects"] and words[soit - 2].lower in QUE
    return (words[place - 1], words[place - 1], "soit … ou non") if asked else None


def _not_only(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the et that goes on after non seulement, where no mais comes: non seulement tardif, *et* incomplet."""
    if words[place + 1].lower != "seulement" or not words[place + 1].joined:
        return None
    rest = words[place + 2 : _rest(words, place + 2)]
    at = next((at for at, word in enumerate(rest) if word.lower == "et" and word.mark == ","), len(rest))
    other = any(word.lower in _WORDS["instead of mais"] for word in rest[:at])
    if other or any(word.lower in ("mais", "encore") for word in rest[at:]):
        return None
    joint = rest[at] if at < len(rest) else None
    return (joint, joint, "non seulement … mais") if joint is not None else None


def _other(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the autre after d' that lacks part: d'*autre* les recettes."""
    before, following = words[place - 1] if place else None, words[place + 1]
    lost = before is not None and before.lower == "d'" and following.joined and following.lower in _WORDS["articles"]
    return (before, words[place], "d’autre part") if lost and before is not None else None


def _preferred(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the que between two things after a form of préférer: préfère la mer *que* la ville."""
    if not (words[place + 1].joined and words[place + 1].lower in _WORDS["articles"]):
        return None
    end = _rest(words, place + 1)
    if any(is_verb_here(words, at) or words[at].lower in _WORDS["comparing"] for at in range(place + 1, end)):
        return None
    at = next((at for at in range(place + 2, end) if words[at].lower in QUE), 0)
    thing = at and at + 1 < end and words[at].joined and words[at + 1].lower in _WORDS["articles"]
    return (words[at], words[at], "préférer … à") if thing else None


def _behind_its_participle(words: tuple[Word, ...], place: int) -> Found | None:
    """Returns the infinitive of an auxiliary right after its participle, both after a preposition: faute d'en *reçu
    avoir* la copie."""
    participle = words[place - 1] if place else words[place]
    if not words[place].joined or not participle.joined or not participle.is_participle or participle.persons:
        return None
    at = back_over(words, place - 2, _WORDS["clitics"])
    none = participle.lower in _WORDS["reputed"] | _WORDS["clitics"]  # lui
    if at < 0 or words[at].lower not in _WORDS["before infinitive"] or none:
        return None
    return participle, words[place], f"{words[place].lower} {participle.text}"


_BY_WORD: dict[str, tuple[Callable[[tuple[Word, ...], int], Found | None], ...]] = {
    "entre": (_between, _between_hours),
    "fois": (_both,),
    "tant": (_as_much,),
    "aussi": (_as_much, _compared),
    "plus": (_compared,),
    "moins": (_compared,),
    "même": (_same,),
    "mêmes": (_same,),
    "autant": (_all_the_more,),
    "de": (_of_hours,),
    "du": (_of_days,),
    "non": (_not_only, _or_not),
    "autre": (_other,),
    **dict.fromkeys(("avoir", "être"), (_behind_its_participle,)),
    **dict.fromkeys(_WORDS["preferring"], (_preferred,)),
}
"""What is asked of the first words of pairs."""
