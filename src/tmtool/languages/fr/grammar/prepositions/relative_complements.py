"""Does a relative clause open with the pronoun that its verb wants, where that verb has se, is passive, or has another
preposition than de: les difficultés *que* se heurtent les pays, *dont* sont exposés les enfants, *que* le Bureau a
recouru, *dont* incombent aux États; and does c'est with à have que after it: c'est au Bureau *dont* il appartient?

The words are in ``relative_complements.tsv``, from the grammar of the language, and in ``government.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary, is_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.prepositions.governed import WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, SE, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_RIGHT = {"à": "auquel, auxquels", "de": "dont", "avec": "avec lequel, avec lesquels", "sur": "sur lequel", "où": "où"}
"""What is said for a preposition."""
_FORMS = {"à": TO_FORMS, "de": OF_FORMS, "avec": frozenset({"avec"}), "sur": frozenset({"sur"}), "où": frozenset[str]()}
_LONGEST_SUBJECT = 9
"""Words of a subject between que and its verb at most."""
_CLEFT = 6
"""Words between c'est and dont at most."""


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each que or dont that its verb does not want, with that verb and what is right."""
    for place in range(1, len(words) - 2):
        lower = words[place].lower
        if lower in QUE and words[place].joined and _takes_up(words, place):
            found = _reflexive(words, place) or _passive(words, place)
            found = found or _at_the_end(words, place) or _inverted(words, place)
        elif lower in QUE and words[place].joined and _is_manner(words, place):
            found = _with_its_object(words, place)
        elif lower == "dont" and words[place].before in (" ", ", "):
            found = _subject(words, place) or _after_dont(words, place) or _cleft(words, place)
        else:
            continue
        if found is not None:
            verb, right = found
            first, last = sorted((verb, words[place]), key=lambda word: word.span)
            yield Misgoverned(verb, first, last, right)


def _takes_up(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether a noun that no clause explains, or ce, comes right before que, and nothing that compares, limits or
    singles out, or says what somebody says, before that."""
    before = words[que - 1]
    this = before.lower == "ce" and not (que > 1 and (words[que - 2].lower in _WORDS["before ce que"]))
    noun = "N" in before.categories and not before.persons & THIRD and before.categories.isdisjoint(("ADV", "PREP"))
    noun = noun or (before.categories == {"A"} and "N" in words[que - 2].categories and before.joined)
    opens = que > 1 and is_determiner(words[que - 2]) and words[que - 2].is_name  # Les partenaires que
    explained = WORDS["with a clause"] | (frozenset[str]() if opens else WORDS["agents"]) | _WORDS["before a clause"]
    if this:
        return True
    if not noun or before.lower in explained or before.mark == ",":
        return False
    for at in range(que - 1, -1, -1):
        if words[at].lower in _WORDS["comparing"] or any(e.lemma in _WORDS["saying"] for e in words[at].entries):
            return False
        if words[at].opens_clause:
            break
    return True


def _kind_of_reflexive(verb: Word) -> str:
    """Returns the preposition that a verb with se has alone, où for what takes place; "" for another."""
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    for kind in ("à", "de", "où"):
        if lemmas and lemmas <= _WORDS[f"with se {kind}"]:
            return kind
    return ""


def _reflexive(words: tuple[Word, ...], que: int) -> tuple[Word, str] | None:
    """Returns the verb with se of the clause that goes with a preposition, and what is right: que se heurtent les pays,
    que les pays se heurtent, que le Comité s'est félicité."""
    for at in range(que + 1, min(len(words) - 1, que + 1 + _LONGEST_SUBJECT)):
        word = words[at]
        if not word.joined or word.lower in _WORDS["openers"]:
            return None
        if word.lower not in SE:
            continue
        verb = at + 1
        while verb < len(words) - 1 and (is_auxiliary(words[verb]) or is_adverb(words[verb])):
            verb += 1
        kind = _kind_of_reflexive(words[verb])
        if not kind or not words[verb].joined or (kind == "où" and at > que + 1):
            return None
        complete = _comes_soon(words, verb + 1, _FORMS[kind])
        return None if complete else (words[verb], _RIGHT[kind])
    return None


def _comes_soon(words: tuple[Word, ...], start: int, forms: frozenset[str]) -> bool:
    """Tells whether a preposition comes in the clause after its verb."""
    for at in range(start, min(len(words), start + _LONGEST_SUBJECT)):
        if not words[at].joined:
            return False
        if words[at].lower in forms:
            return True
        if words[at].is_finite_verb:
            return False
    return False


def _passive(words: tuple[Word, ...], pronoun: int) -> tuple[Word, str] | None:
    """Returns the participle after est or sont that goes with à, the persons of whom it is said after it, and what is
    right: que sont exposés les enfants."""
    be, participle, article, noun = (*words[pronoun + 1 : pronoun + 5], None, None, None, None)[:4]
    if be is None or participle is None or article is None or noun is None:
        return None
    sure = is_be(be) and participle.is_participle
    lemmas = {entry.lemma for entry in participle.entries if entry.category == "V"}
    somebody = is_determiner(article) and noun.lower in WORDS["agents"] | WORDS["persons"] | _WORDS["persons"]
    whole = all(word.joined for word in (be, participle, article, noun))
    if not (sure and whole and somebody and lemmas and lemmas <= _WORDS["passive à"]):
        return None
    return None if _comes_soon(words, pronoun + 5, TO_FORMS) else (participle, _RIGHT["à"])


def _at_the_end(words: tuple[Word, ...], que: int) -> tuple[Word, str] | None:
    """Returns the verb that has no object, with which the clause ends, and what is right: que le secrétariat
    *coopère*."""
    if not (is_determiner(words[que + 1]) or words[que + 1].lower in _WORDS["pronouns"]):
        return None
    for at in range(que + 2, min(len(words), que + 2 + _LONGEST_SUBJECT)):
        word = words[at]
        if not word.joined or word.lower in _WORDS["openers"] or word.lower in _WORDS["taking up"]:
            return None
        if kind := _phrase(words, at):
            return (word, _RIGHT[kind]) if _ends(words, at + 1, _FORMS[kind]) else None
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        finite = bool(word.persons & THIRD) and not is_determiner(words[at - 1]) and "N" not in word.categories
        had = word.is_participle and is_auxiliary(words[at - 1])
        done = word.is_infinitive and word.categories == {"V"} and "PREP" not in words[at - 1].categories
        helps = is_auxiliary(word) or lemmas & _WORDS["modal"] or _opens_phrase(words, at)
        if not (finite or had or done) or helps or not lemmas:
            continue
        if had and _is_complete(words, at):
            return word, _RIGHT["de"]
        for kind in ("à", "avec", "sur"):
            if lemmas <= _WORDS[f"verbs {kind}"]:
                return (word, _RIGHT[kind]) if _ends(words, at + 1, _FORMS[kind]) else None
        return None
    return None


def _is_complete(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle is that of a passive, right before the verb of the sentence, so that what que takes up
    is whose thing it is said of: les rapports que la publication a été *différée* paraîtront."""
    before, after = words[place - 1], words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    lemmas = {entry.lemma for entry in words[place].entries}
    passive = before.lower == "été" and lemmas.isdisjoint(_WORDS["naming"])
    main = after is not None and after.is_finite_or_auxiliary
    return passive and bool(main)


def _phrase(words: tuple[Word, ...], place: int) -> str:
    """Returns the preposition of a verb and a noun without determiner that ends here: a eu *recours*; "" for none."""
    verbs = {entry.lemma for entry in words[place - 1].entries if entry.category == "V"}
    phrases = {f"{verb}_{words[place].lower}" for verb in verbs} if words[place].lower in _nouns() else set[str]()
    if phrases & (WORDS["verb and noun with à"] | {"avoir_accès"}):
        return "à"
    return "de" if phrases & (WORDS["verb and noun with de"] | WORDS["about with a noun"] | {"faire_part"}) else ""


@cache
def _nouns() -> frozenset[str]:
    """Returns the nouns of such phrases."""
    phrases = WORDS["verb and noun with à"] | WORDS["verb and noun with de"] | WORDS["about with a noun"]
    return frozenset(phrase.partition("_")[2] for phrase in phrases | {"avoir_accès", "faire_part"})


def _opens_phrase(words: tuple[Word, ...], place: int) -> bool:
    return place + 1 < len(words) and bool(_phrase(words, place + 1))


def _inverted(words: tuple[Word, ...], que: int) -> tuple[Word, str] | None:
    """Returns the verb right after que, its subject after it, that has no object, and what is right: que proviennent
    les réfugiés."""
    verb, article = words[que + 1 : que + 3]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    sure = verb.joined and verb.is_finite_verb and article.joined
    if not sure or not is_determiner(article) or article.lower in OF_FORMS:
        return None
    kinds = ("à", "avec", "sur", "de")
    kind = next((kind for kind in kinds if lemmas <= _WORDS[f"verbs {kind}"]), "")
    return (verb, _RIGHT[kind]) if kind and not _comes_soon(words, que + 3, _FORMS[kind]) else None


def _is_manner(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether la manière or cette façon comes right before que."""
    named = words[que - 1].lower in ("manière", "façon") and words[que - 1].joined
    return named and que > 1 and words[que - 2].lower in ("la", "cette")


def _with_its_object(words: tuple[Word, ...], que: int) -> tuple[Word, str] | None:
    """Returns the verb of the clause with its object right after it, so that que is none: la manière que les États
    appliquent la loi."""
    for at in range(que + 2, min(len(words) - 2, que + 2 + _LONGEST_SUBJECT)):
        word, article, noun = words[at : at + 3]
        if not word.joined or word.lower in _WORDS["openers"]:
            return None
        finite = word.is_finite_verb and not is_auxiliary(word)
        if finite or (word.is_participle and is_auxiliary(words[at - 1])):
            thing = is_determiner(article) and article.joined and noun.joined and "N" in noun.categories
            return (word, "dont") if thing and article.lower not in OF_FORMS else None
    return None


def _ends(words: tuple[Word, ...], place: int, forms: frozenset[str]) -> bool:
    """Tells whether a clause ends before a place: at a mark, before a finite verb, or with a phrase that another
    preposition opens."""
    if place >= len(words) or not words[place].joined:
        return True
    word = words[place]
    if word.lower in ("ne", "n'") or word.is_finite_or_auxiliary:
        return True
    other = "PREP" in word.categories and word.lower not in forms and word.lower not in OF_FORMS
    return other and not _comes_soon(words, place, forms)


def _subject(words: tuple[Word, ...], dont: int) -> tuple[Word, str] | None:
    """Returns the verb right after dont that goes with à, which comes right after it, so that nothing but qui can be
    its subject: les obligations dont *incombent* aux États."""
    verb, after = words[dont + 1 : dont + 3]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    sure = verb.joined and verb.is_finite_verb and after.joined
    return (verb, "qui") if sure and lemmas <= _WORDS["verbs à"] and after.lower in TO_FORMS else None


def _after_dont(words: tuple[Word, ...], dont: int) -> tuple[Word, str] | None:
    """Returns the verb after dont that goes with à, which does not come, or that has an object, which dont is not, the
    subject after it; and what is right: dont se réfère le texte, dont suggère le rapport."""
    if words[dont + 1].lower in SE and _kind_of_reflexive(words[dont + 2]) == "à":
        alone = not {entry.lemma for entry in words[dont + 2].entries} & _WORDS["each other"]
        return (words[dont + 2], _RIGHT["à"]) if alone and not _comes_soon(words, dont + 3, TO_FORMS) else None
    if (found := _passive(words, dont)) is not None:
        return found
    verb, article = words[dont + 1 : dont + 3]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if lemmas & _WORDS["modal"] and article.lower in SE and dont + 4 < len(words):
        other = words[dont + 3]
        alone = _kind_of_reflexive(other) == "à" and not {entry.lemma for entry in other.entries} & _WORDS["each other"]
        return (other, _RIGHT["à"]) if alone and not _comes_soon(words, dont + 4, TO_FORMS) else None
    sure = verb.joined and verb.is_finite_verb and article.joined
    has = sure and is_determiner(article) and article.lower not in OF_FORMS and lemmas <= _WORDS["with an object"]
    return (verb, "que") if has else None


def _cleft(words: tuple[Word, ...], dont: int) -> tuple[Word, str] | None:
    """Returns the c'est before à and a noun, which dont takes up again, and que: c'est au Bureau dont il appartient;
    or before another preposition and what tells why, how or when: c'est pour ce motif dont le recours."""
    if words[dont].before != " ":
        return None
    known = words[dont - 1].lower in _WORDS["why and how"] and words[dont - 2].lower in _WORDS["this"]
    if known and dont > 4 and words[dont - 4].lower == "est" and words[dont - 5].lower in ("c'", "n'"):
        return words[dont - 4], "que"
    if words[dont + 1].lower not in _WORDS["pronouns"]:
        return None
    for at in range(dont - 2, max(0, dont - _CLEFT), -1):
        if words[at].lower in TO_FORMS:
            this = words[at - 1].lower == "est" and at > 1 and words[at - 2].lower == "c'"
            return (words[at - 1], "que") if this else None
    return None
