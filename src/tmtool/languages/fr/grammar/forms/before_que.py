"""Which words before que want the subjunctive: afin que … puisse, il importe que … soit?

From the grammar of the language; the words are in ``before_que.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import FARTHEST
from tmtool.languages.fr.grammar.forms.restrictions import NOT, is_restriction
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb, is_have
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word, back_over
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, adverb_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
WANTING = _WORDS["verbs"]
"""Verbs after which que wants the subjunctive."""
ASKING = _WORDS["asking"]
"""Those after which it does where somebody is asked: demande à l’État partie que."""
_FEW = 2
"""Words before que where the verb before it may be denied."""
_SAYS_ONLY = "suggéré"
"""What may also say how things are, in the second of two clauses: il a été suggéré que … fasse et que … était."""
_HOWEVER = _WORDS["however"]
"""Words before an adjective and que with which a sentence grants a thing: Quelque utiles que soient ces données."""
_UTTERED = 3
"""Words of exprime le souhait."""
_NEAR = 6
"""Words at most back from que to the word that wants the mood."""


def past_insertion(words: tuple[Word, ...], place: int) -> tuple[tuple[Word, ...], int]:
    """Returns the words without what stands between commas before que, with the place of que among them: il est
    possible, en droit, que; and 0 for the place where nothing does. What begins with de belongs to what is before it:
    selon qu'il convient, de la règle, qu'il a lue."""
    if words[place].before != ", ":
        return words, 0
    for at in range(place - 1, max(0, place - FARTHEST), -1):
        if words[at].lower in QUE or words[at].is_finite_verb:
            return words, 0
        if words[at].before == ", ":
            if words[at].lower not in _WORDS["opening insertions"]:
                return words, 0
            return (*words[:at], words[place].after(" "), *words[place + 1 :]), at
        if not words[at].joined:
            return words, 0
    return words, 0


def wanting_subjunctive(words: tuple[Word, ...], place: int) -> str:
    """Returns the words before que that want the subjunctive, adverbs between, or before the que that it carries on; ""
    for none."""
    return (
        _wanting(words, place)
        or _wanting_before_adverbs(words, place)
        or _wanting_before_a_phrase(words, place)
        or _carried_on(words, place)
    )


def _wanting(words: tuple[Word, ...], place: int) -> str:
    """Returns the words right before que that want the subjunctive; "" for none."""
    if words[place - 1].lower == "ni" and place > 1:  # n'exige ni que
        return _wanting((*words[: place - 1], words[place]), place - 1)
    phrases = ["_".join(word.lower for word in words[max(0, place - many) : place]) for many in (4, 3, 2, 1)]
    if _is_none_the_less(words, place) or _is_told_otherwise(words, place) or _is_far(words, place):
        return ""
    if any(phrase in _WORDS["denied before que"] for phrase in phrases):
        return f"{words[place - 1].lower} que"
    if words[place - 1].lower in NOT and place > 1 and words[place - 1].joined:  # ne permettra pas que
        place -= 1
        if words[place - 1].lower == "non":  # n'oublions pas non plus qu'il faudra
            return ""
        if any(entry.lemma == "douter" for entry in words[place - 1].entries):  # ne doute pas qu'ils pourront
            return ""
    before = words[place - 1]
    for many in (3, 2, 1):
        phrase = "_".join(word.lower for word in words[max(0, place - many) : place])
        if phrase in _WORDS["impersonal"] and place - many and words[place - many - 1].lower in ("il", "n'", "ne"):
            return f"il {phrase} que"
        if phrase in _WORDS["before que"] and not (phrase == "bien" and _is_adverb(words, place - 1)):
            return phrase.replace("_", " ").replace("' ", "'") + " que"
    if place > 1 and words[place - 2].text in _HOWEVER and before.joined and _is_quality(before):
        return f"{words[place - 2].lower} {before.lower} que"
    if _is_to_this(words, place):
        return "à ce que"
    if _is_uttered_wish(words, place):
        return f"{before.lower} que"
    if asking := _asking(words, place):
        return asking
    if before.lower in _WORDS["be"] and place > _FEW and before.joined and words[place - 2].lower in _WORDS["aims"]:
        return f"{before.lower} que" if is_determiner(words[place - 3]) else ""
    earlier = words[place - 2].lower if place > 1 and before.joined else ""
    if before.lower in _WORDS["predicates"] and not _compares(words, place):
        be = _word_before_degrees(words, place - 2)
        if be in _WORDS["be"]:
            return f"{be} {before.lower} que"
        if _is_judged(words, place - 1):
            return f"{before.lower} que"
    wanting = any(entry.category == "V" and entry.lemma in WANTING for entry in before.entries)
    wanting = wanting and not (before.is_participle and "ms" not in before.agreement())
    wanting = wanting and not _has_its_object(words, place - 1)
    noun = earlier in determiners() or earlier in ("l'", "de", "d'", "sans") or "A" in before.categories
    noun = noun and before.categories != {"V"} and not is_after_have(words, place - 1) and earlier not in ("s'", "se")
    return f"{before.lower} que" if wanting and not noun else ""


def _has_its_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb has a pronoun for what is wanted, so that que belongs to a verb before it: confirmera à tout
    consulat qui le *souhaite* que, aux maires qui l'ont *demandé* que."""
    if place > 1 and words[place].is_participle and is_after_have(words, place):
        place -= 1
    return place > 0 and words[place].joined and words[place - 1].lower in _WORDS["objects"]


def _is_none_the_less(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is (il) n'empêche que, which tells what is so all the same; rien n'empêche que does not."""
    if words[place - 1].lower != "empêche" or place < _FEW or words[place - 2].lower != "n'":
        return False
    return place == _FEW or not words[place - 2].joined or words[place - 3].lower in ("il", "et", "mais", "or")


def _is_told_otherwise(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the non que that carries on an earlier que, for what is not so: conclut que certaines le
    sont, mais *non que* toutes le sont."""
    if place < _FEW or words[place - 1].lower != "non":
        return False
    joined = words[place - 2].lower in _WORDS["joining"] or words[place - 1].before == ", "
    for at in range(place - 2, max(-1, place - FARTHEST * _FEW), -1):
        if words[at].lower in QUE:
            return joined
        if words[at].opens_clause:
            return False
    return False


def _is_far(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the loin before que is the one of a comparison: plus *loin* qu'aucun autre."""
    return (
        place > 1
        and words[place - 1].lower == "loin"
        and words[place - 1].joined
        and words[place - 2].lower in _WORDS["degrees"] | {"moins", "aussi", "si"}
    )


def _compares(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que compares one thing with another that a pronoun stands for: est plus important que *ce* ne l'est
    ailleurs."""
    degree = words[place - 2].lower in ("plus", "moins", "aussi") if place > 1 else False
    return degree and place + 1 < len(words) and words[place + 1].lower in _WORDS["compared"]


def _is_quality(word: Word) -> bool:
    return "A" in word.categories and "ADV" not in word.categories


def _is_judged(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective says what somebody finds that which que opens, adverbs between: juge très
    *indispensable* que."""
    at = place - 1
    while at > 0 and words[at + 1].joined and words[at].lower in _WORDS["degrees"]:
        at -= 1
    verb = words[at]
    judges = any(entry.lemma in _WORDS["judging"] for entry in verb.entries if entry.category == "V")
    sure = verb.categories == {"V"} or is_after_have(words, at) or verb.persons & THIRD
    return at >= 0 and words[at + 1].joined and judges and bool(sure) and "ms" in words[place].agreement()


def _carried_on(words: tuple[Word, ...], place: int) -> str:
    """Returns what the first of two joined clauses with que wants, for the second: demande que le rapport soit lu et
    que; "" for none."""
    if words[place - 1].lower not in ("et", "ou", "mais"):
        return ""
    for at in range(place - 2, max(0, place - FARTHEST), -1):
        if words[at + 1].opens_clause:
            return ""
        if words[at].lower in QUE:
            alone = not any(_opens_a_clause(words, one) for one in range(max(0, at - FARTHEST), at))
            alone = alone and words[at - 1].lower != _SAYS_ONLY
            if words[place - 1].lower == "mais" and words[at - 1].lower in NOT:
                return ""  # ce n'est pas que … mais que
            return _wanting(words, at) if alone and words[at].joined and not is_restriction(words, at) else ""
    return ""


def _opens_a_clause(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que opens a clause that another que may carry on: not that of de ce que, carried on by de ce
    que."""
    of_this = place > 1 and words[place - 1].lower == "ce" and words[place - 2].lower in ("de", "à")
    return words[place].lower in QUE and not of_this


def is_after_have(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle comes after avoir, adverbs between: avait en outre recommandé."""
    at = place - 1
    while at > 0 and words[at + 1].joined and (is_adverb(words[at]) or words[at].lower in _WORDS["within adverbs"]):
        at -= 1
    return words[place].is_participle and at >= 0 and words[at + 1].joined and is_have(words[at])


def _wanting_before_adverbs(words: tuple[Word, ...], place: int) -> str:
    """Returns the verb that wants the subjunctive before adverbs and que: demandent en outre que; "" for none."""
    at = back_over(words, place - 1, _WORDS["within adverbs"])
    verb = words[at]
    wants = ASKING if verb.categories != {"V"} or verb.is_participle else ASKING | WANTING
    if at == place - 1 and at > 0 and is_adverb(words[at]) and words[at].lower.endswith("ment") and words[at].joined:
        at, verb = at - 1, words[at - 1]  # exigent rarement que
        wants = WANTING if verb.categories == {"V"} and not verb.is_participle else frozenset()
    wanting = at < place - 1 and any(entry.category == "V" and entry.lemma in wants for entry in verb.entries)
    surely = verb.categories == {"V"} or (verb.is_name and at == 0 and verb.categories == {"V", "N"})  # Demande
    owned = at > 0 and words[at - 1].lower in (*determiners(), "de", "d'", "l'")
    surely = surely or (words[at + 1].lower.endswith("ment") and not owned)  # demande instamment que
    contrasted = words[at + 1].lower in _WORDS["adverbs of verbs"] and at > 0  # demande néanmoins que
    surely = surely or (contrasted and not owned and "A" not in words[at - 1].categories)
    return f"{verb.lower} … que" if wanting and verb.persons and surely else ""


def _wanting_before_a_phrase(words: tuple[Word, ...], place: int) -> str:
    """Returns the verb that wants the subjunctive before an adverb of a preposition and a noun, and que: recommande par
    consensus que, a demandé à l'unanimité que; "" for none."""
    before = ["_".join(word.lower for word in words[max(0, place - many) : place]) for many in range(LONGEST, 1, -1)]
    of_asking = next((len(one.split("_")) for one in before if one in _WORDS["phrases before que"]), 0)
    length = of_asking or adverb_before([word.lower for word in words[max(0, place - LONGEST) : place]])
    at = place - 1 - length
    if not length or at < 0 or not all(word.joined for word in words[at + 1 : place]):
        return ""
    verb = words[at]
    if at and words[at - 1].lower in ("ne", "n'"):  # n'accepte par écrit que des demandes
        return ""
    wants = any(entry.category == "V" and entry.lemma in WANTING for entry in verb.entries)
    finite = verb.categories == {"V"} and bool(verb.persons & THIRD) and not verb.is_participle
    past = "ms" in verb.agreement() and is_after_have(words, at)
    return f"{verb.lower} … que" if wants and (finite or past) else ""


def _is_to_this(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que belongs to an à ce que that takes the subjunctive: tendant à ce que, veiller en outre à ce que;
    not to contrairement à ce que."""
    if place < 3 or words[place - 1].lower != "ce" or words[place - 2].lower != "à":
        return False
    for at in range(place - 3, max(-1, place - 3 - _NEAR), -1):
        if not words[at + 1].joined:
            return False
        lemmas = {entry.lemma for entry in words[at].entries}
        if lemmas & _WORDS["to this"]:
            return True
        if words[at].categories != {"ADV"} and words[at].lower not in _WORDS["within adverbs"]:
            return False
    return False


def _asking(words: tuple[Word, ...], place: int) -> str:
    """Returns the verb of asking before the one who is asked: demande à l'État partie que; "" for none."""
    for at in range(place - 2, max(-1, place - 2 - _NEAR), -1):
        word = words[at]
        if not words[at + 1].joined or word.lower in QUE:
            return ""
        of_them = words[at + 1].lower in OF_FORMS and any(entry.lemma == "attendre" for entry in word.entries)
        if of_them and word.categories == {"V"} and at + 2 < place:  # attend de l'État partie qu'il prenne
            return "" if _is_of_an_object(words, at + 3, place) or word.is_participle else f"{word.lower} … que"
        if at + 1 < place - 1 and words[at + 1].lower in TO_FORMS and "V" in word.categories:
            if _is_of_an_object(words, at + 3, place):
                return ""
            asks = any(entry.lemma in ASKING for entry in word.entries if entry.category == "V")
            return f"{word.lower} … que" if asks and not word.is_participle else ""
    return ""


def _is_uttered_wish(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que says what a wish is that somebody utters: a exprimé le souhait que."""
    if place < _UTTERED or words[place - 1].lower not in _WORDS["wishes"]:
        return False
    verb, article = words[place - _UTTERED], words[place - 2]
    uttered = any(entry.lemma in _WORDS["uttering"] for entry in verb.entries if entry.category == "V")
    return uttered and article.lower in _WORDS["owning a wish"] and article.joined and words[place].joined


def fearing(words: tuple[Word, ...], place: int) -> str:
    """Returns the noun before que, and que, after which a clause with être says what may be, in the subjunctive: le
    risque que les sources *sont* perdues; "" for none. With another verb the clause may say whose risk it is."""
    noun = words[place - 1]
    if noun.lower in _WORDS["great"] and place > _UTTERED and words[place - 2].lower == "est" and noun.joined:
        noun = words[place - 3]  # le risque est grand que
        return f"{noun.lower} que" if noun.lower in _WORDS["fears"] else ""
    owned = place > 1 and noun.joined and (is_determiner(words[place - 2]) or words[place - 2].lower in ("de", "d'"))
    return f"{noun.lower} que" if owned and noun.lower in _WORDS["fears"] else ""


def _is_of_an_object(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Tells whether que goes on after another noun than the one who is asked: recommande au Conseil les noms que."""
    return any(
        is_determiner(words[at]) and words[at - 1].lower not in _WORDS["before one who is asked"]
        for at in range(start, place - 1)
    )


def _word_before_degrees(words: tuple[Word, ...], place: int) -> str:
    """Returns the word before `place`, or there, that is no adverb before a predicate: est donc très urgent."""
    while place > 0 and words[place + 1].joined and words[place].lower in _WORDS["degrees"]:
        place -= 1
    return words[place].lower if place >= 0 and words[place + 1].joined else ""


def _is_adverb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the bien of si bien que, on sait bien que, ou bien que: a verb or such a word comes right
    before."""
    before = words[place - 1]
    return place > 0 and words[place].joined and (bool(before.persons) or before.lower in _WORDS["before well"])
