"""Which small word is right in a free structure that the model seldom met: a pronoun that takes up what is far off,
deux jours *durant*, *peu* encourageant, avant *tout*?

The closed words are in ``free_small_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import tags
from tmtool.languages.fr.grammar.contexts.around import (
    AGREEING,
    COUNTING,
    agreement,
    all_of,
    are_joined,
    is_finite,
    start_of_sentence,
)
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_BEHIND, _NEAR, _FAR = 6, 4, 30
"""Words to what is behind, near before, and far before in the sentence."""
_LEAST, _NOUN_AND_QUALITY = 3, 2
"""Words before lequel at least, with its comma, and those of a noun and its adjective."""
_AGREEMENTS = ("ms", "mp", "fs", "fp")


def is_free(words: Sequence[Token], place: int) -> bool:
    """Tells whether a small word may stand in such a structure."""
    return any(one(words, place) for one in _STRUCTURES)


def _own(word: Token) -> set[str]:
    """Returns gender and number of a pronoun of the table."""
    return {one for one in _AGREEMENTS if word.text in _WORDS[one]}


def _before(words: Sequence[Token], place: int) -> Sequence[Token]:
    """Returns the words before a place in its sentence, no farther than a pronoun may take up."""
    return words[max(start_of_sentence(words, place), place - _FAR) : place]


def _takes_up(words: Sequence[Token], place: int) -> bool:
    """Tells whether a pronoun has the gender and number of a noun before it, or stands for persons: la loi de l'un et
    *celle* de l'autre, ne peuvent envoyer deux délégués *chacune*, avec *ceux* qui les retiennent."""
    word = words[place]
    own, following = _own(word), words[place + 1] if place + 1 < len(words) else None
    if word.text in _WORDS["pointing"]:
        persons = word.text == "ceux" and following is not None and following.text == "qui"
        return persons or bool(own & all_of(_before(words, place)))
    if word.text in _WORDS["each"]:
        gender = {one[0] for one in own}
        return any(one[0] in gender and one[1] == "p" for one in all_of(_before(words, place)))
    return False


def _is_alone(words: Sequence[Token], place: int) -> bool:
    """Tells whether aucun or certains stands without a noun and takes one up: contre *aucune* quatre ans plus tôt."""
    if words[place].text not in _WORDS["some"]:
        return False
    following = words[place + 1].text if place + 1 < len(words) else ""
    genders = {one[0] for one in _own(words[place])}
    alone = following in COUNTING or not (following in _WORDS["of"] or agreement(following, AGREEING))
    return alone and any(one[0] in genders for one in all_of(_before(words, place)))


def _chooses(words: Sequence[Token], place: int) -> bool:
    """Tells whether a pronoun with de or entre agrees with those among which it chooses, or takes up two that are
    joined: *lesquelles* de ses activités, l'Assemblée et le Comité, *auxquels* ses avis sont soumis."""
    own = _own(words[place])
    if words[place].text not in _WORDS["relative"]:
        return False
    after = words[place + 1 : place + 1 + _NEAR]
    if after and after[0].text in _WORDS["of"]:
        genders = {one[0] for one in own}
        return any(one[0] in genders and one[1] == "p" for one in all_of(after))
    before = _before(words, place)
    return "mp" in own and are_joined(before) and bool(all_of(before) & {"ms", "mp"})


def _lasts(words: Sequence[Token], place: int) -> bool:
    """Tells whether durant comes after what lasts: deux jours *durant*."""
    return words[place].text == "durant" and place > 0 and words[place - 1].text in _WORDS["lasting"]


def _is_little(words: Sequence[Token], place: int) -> bool:
    """Tells whether peu comes before a quality: un résultat *peu* encourageant."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    quality = agreement(following, AGREEING) or "V:G" in tags(following) or following in _WORDS["of"]
    return words[place].text == "peu" and bool(quality) and "V:W" not in tags(following)


def _is_in_a_phrase(words: Sequence[Token], place: int) -> bool:
    """Tells whether tout or telle ends a phrase: avant *tout*, en tant que *telle*."""
    before = words[place - 1].text if place else ""
    if words[place].text == "tout":
        return before in _WORDS["before tout"]
    such = words[place].text in _WORDS["such"] and before in ("que", "comme")
    return such and (before == "comme" or words[place - 2].text == "tant")


def _is_of_all(words: Sequence[Token], place: int) -> bool:
    """Tells whether tous goes with the subject of a plural right before it: n'en ont pas *tous* connaissance."""
    if words[place].text not in _WORDS["all"]:
        return False
    near = words[max(0, place - _NEAR) : place]
    return any(is_finite(word) and any(tag.endswith("3p") for tag in tags(word.text)) for word in near)


def _is_never_before(words: Sequence[Token], place: int) -> bool:
    """Tells whether jamais is said of what a participle right behind it says of a noun: un chiffre *jamais* atteint."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    participle = any(tag.startswith("V:K") for tag in tags(following))
    return words[place].text == "jamais" and participle and place > 0 and bool(agreement(words[place - 1].text))


def _points(words: Sequence[Token], place: int) -> bool:
    """Tells whether a determiner points, with the noun and là or ci right after it: *ce* jour-là, *cette* fois-ci."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    noun, _, mark = following.rpartition("-")
    return words[place].text in _WORDS["pointing out"] and mark in _WORDS["marks"] and bool(agreement(noun))


def _carries_on(words: Sequence[Token], place: int) -> bool:
    """Tells whether lequel comes after a comma and agrees with the noun right before that: en plénière et en comité
    plénier, *lequel* siégera."""
    if words[place].text not in _WORDS["relative"] or place < _LEAST or words[place - 1].text != ",":
        return False
    return bool(_own(words[place]) & all_of(words[place - 1 - _NOUN_AND_QUALITY : place - 1]))


_STRUCTURES: tuple[Callable[[Sequence[Token], int], bool], ...] = (
    _takes_up,
    _is_alone,
    _chooses,
    _lasts,
    _is_little,
    _is_in_a_phrase,
    _is_of_all,
    _is_never_before,
    _points,
    _carries_on,
)
