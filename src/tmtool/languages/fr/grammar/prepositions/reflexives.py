"""Has a verb se where it never has it, or lacks it: se *participent* aux débats, devraient *borner* à, *s'abstenir*?

The verbs are in ``reflexives.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import CONTRACTED, SE
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FORMS = {"à": ("à", "au", "aux"), "de": ("de", "d'", "du"), "sur": ("sur",)}
_AGREEING = frozenset({"faite", "faits", "faites"})
_ENDS = (".", ";", "?", "!", "")
_BACK = 8
"""Words back in which que, or faire and laisser, may take up the object of a verb."""


def needless(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields each se with the verb after it that never has it, and what is said."""
    for place in range(1, len(words)):
        word, before = words[place], words[place - 1]
        if before.lower not in SE or not _is_verb(word):
            continue
        lemmas = {entry.lemma for entry in word.entries}
        with_infinitive = lemmas <= _WORDS["never before an infinitive"] and _is_infinitive(words, place + 1)
        if lemmas <= _WORDS["never"] or with_infinitive:
            yield before, word, word.text


def lost(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs that lack se, in order."""
    for place in range(1, len(words)):
        word = words[place]
        if word.is_participle and is_have(words[place - 1]) and _is_alone(words, place):
            yield Misgoverned(word, words[place - 1], word, "se")
        if words[place - 1].lower in SE or not (_is_verb(word) or _is_gerund(words, place)):
            continue
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        if (_lacks(words, place, lemmas) or _leans(words, place, lemmas)) and not _has_object(words, place):
            yield Misgoverned(word, word, word, "se")


def misformed(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the être with the participle after it of a verb that lacks se there (les prix *sont effondrés*), and each
    fait that agrees before an infinitive (s'est *faite remettre*), with what is said."""
    for place in range(1, len(words) - 1):
        word, following = words[place], words[place + 1]
        if not word.is_participle or not word.joined or word.is_name or not is_be(words[place - 1]):
            continue
        se = place > 1 and words[place - 2].lower in SE
        if word.lower in _AGREEING and se and following.is_infinitive and following.joined:
            yield word, following, f"fait {following.text}"
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        alone = lemmas and lemmas <= _WORDS["with être only with se"] and place > 1
        if alone and words[place - 1].persons & THIRD and not se and words[place - 2].lower not in ("en", "y"):
            be = words[place - 1]
            yield be, word, f"{'s’' if be.lower[0] in 'eéa' else 'se '}{be.text} {word.text}"


def _is_verb(word: Word) -> bool:
    """Tells whether a word can be nothing but a verb, and no past participle."""
    if word.categories != {"V"} or word.is_participle or not word.joined or word.is_name:
        return False
    return bool(word.persons & THIRD) or word.is_infinitive or word.is_present_participle


def _is_gerund(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a present participle comes after en, or opens an aside: en *appuyant*, le Comité, *félicitant*."""
    word = words[place]
    opens = word.mark == "," and word.categories == {"V"} and not word.is_name
    after_en = words[place - 1].lower == "en" and word.joined
    taken_up = place > 1 and words[place - 2].lower in SE | {"ne", "n'"}  # ne s'en souciant pas
    return word.is_present_participle and (opens or (after_en and not taken_up))


def _lacks(words: tuple[Word, ...], place: int, lemmas: set[str]) -> bool:
    """Tells whether a verb that is right with se alone comes here, as far as the word after it tells."""
    if lemmas <= _WORDS["always"]:
        return True
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.joined:
        return False
    return any(lemmas <= _WORDS[f"with {name}"] and following.lower in forms for name, forms in _FORMS.items())


def _leans(words: tuple[Word, ...], place: int, lemmas: set[str]) -> bool:
    """Tells whether sur comes right after a present participle that has se there: en *appuyant* sur ces données."""
    following = words[place + 1] if place + 1 < len(words) else None
    leans = words[place].is_present_participle and lemmas <= _WORDS["with sur as a present participle"]
    return leans and following is not None and following.joined and following.lower == "sur"


def _is_alone(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after avoir, of a verb that never lacks an object, has none before it or after it: la
    situation a *détérioré* depuis mai."""
    word = words[place]
    lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
    if (
        not lemmas
        or not lemmas <= _WORDS["never without an object"] | _WORDS["always"]
        or not word.joined
        or word.is_name
    ):
        return False
    if word.agreement() != {"ms"} or _has_object(words, place - 1) or not words[place - 1].persons & THIRD:
        return False
    if lemmas <= _WORDS["always"]:
        return True
    for at in range(place + 1, len(words)):
        before, this = words[at - 1], words[at]
        if not this.joined:
            return this.mark[:1] in _ENDS or (this.before == ", " and this.lower in ("et", "mais"))
        if at == place + 1 and this.lower not in _WORDS["circumstances"]:
            return False
        if is_determiner(this) and at > place + 1 and this.lower not in CONTRACTED and not _is_small(before):
            return False
        if this.lower in QUE and at == place + 2:
            return True  # a dégradé depuis que
        if this.lower in QUE or this.lower == "dont":
            return False
    return True


def _is_small(word: Word) -> bool:
    """Tells whether a word is a preposition or a determiner, after which a determiner opens no object."""
    return "PREP" in word.categories or is_determiner(word) or word.lower in ("l'", "d'")


def _has_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a pronoun before a verb may be its object, or its own pronoun, or a word lets it have none."""
    at = place - 1
    while at >= 0 and words[at + 1].joined and words[at].lower in _WORDS["small"]:
        at -= 1
    gerund = _is_gerund(words, place) and at == place - 1  # en félicitant de
    pronoun = any(words[one].lower in _WORDS["pronouns"] for one in range(at, place)) and not gerund
    if pronoun or words[at].lower == "à":
        return True
    earlier = words[max(0, place - _BACK) : place]
    causes = any(entry.lemma in ("faire", "laisser") for word in earlier for entry in word.entries)
    return causes or any(word.lower in QUE for word in earlier)


def _is_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive comes, adverbs before it: souhaitera peut-être noter."""
    while place < len(words) - 1 and words[place].joined and words[place].categories == {"ADV"}:
        place += 1
    return place < len(words) and words[place].joined and words[place].is_infinitive
