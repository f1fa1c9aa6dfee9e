"""Which words may have their form, however unlikely it is to a model: names, shares, what agrees in a rare way?

The closed words are in ``excuses.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import lemmas, tags
from tmtool.languages.fr.grammar.contexts.around import AGREEING, ENDS, NOUN, PLURALS, agreement, start_of_sentence
from tmtool.languages.fr.grammar.contexts.tokens import FIGURE, LONG_FIGURE, Token
from tmtool.languages.fr.grammar.words.set_phrases import LONGEST, are_a_term, are_degrees, end_with_an_adverb
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_DETERMINERS = _WORDS["determiners"] | _WORDS["further determiners"]
_BEFORE, _NEAR = 12, 4
"""The words before a verb in which its subject may say a share, and before a participle its auxiliary may be."""
_FAR = 24
"""The words before a verb in which a word such as quarantaine may be its subject."""
_PERCEIVED = 16
"""The words before an infinitive in which a verb such as voir may be."""
_SEVERAL = 8
"""The words before a plural in which a conjunction may join the nouns that it goes with."""
_TERM = 3
"""Words of a term of two nouns: langue des signes."""
_BOTH = 3
"""Words before an adjective that goes with two nouns: both, and what joins them."""
_AFTER_OF = (["de"], ["d'"])
"""What shows that a word is a noun: les demandes de vote séparé."""
_THEM = {"m": "them, masculine", "f": "them, feminine"}
"""The lists of the pronouns behind d'entre that a word before it agrees with, by gender."""


def is_named(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word is part of a name, or spoken of: le mot « létaux »."""
    if place == 0:
        return False
    alone = words[place - 1].text in _WORDS["opening"] and place + 1 < len(words)
    return bool(words[place].capital) or (alone and words[place + 1].text in _WORDS["closing"])


def may_have_any_number(words: Sequence[Token], place: int) -> bool:
    """Tells whether the subject of a verb is not in the text (a part of a list that begins with the verb or with qui),
    or after the verb (que soit clos l’examen), or may be a figure or a share, which takes either number: 14 visent à,
    un tiers des membres ne notifie; or may be several nouns, or a plural that another noun parts from qui (des migrants
    objet d’un trafic illicite qui acceptent), or a noun with others between which it is: la coopération entre l’Ukraine
    et la Fédération de Russie sera."""
    before = words[max(0, place - _BEFORE) : place]
    if not before or words[0].text == "qui" or before[-1].text in (FIGURE, LONG_FIGURE):
        return True
    if before[-1].text in _WORDS["before subjects"] or any(word.text in _WORDS["shares"] for word in before):
        return True
    if _have_a_part(before):
        return True
    is_plural = any(tag.endswith("3p") for tag in tags(words[place].text))
    if is_between_several(words, place):
        return True
    if _comes_before_its_subject(words, place) and _has_its_subject_behind(words, place, is_plural=is_plural):
        return True
    if is_plural and any(word.text in _WORDS["collectives"] for word in words[max(0, place - _FAR) : place]):
        return True
    if is_plural and any(word.text in _WORDS["several"] for word in before):
        return True
    return is_plural and before[-1].text == "qui" and any(agreement(word.text, NOUN) & PLURALS for word in before)


def is_between_several(words: Sequence[Token], place: int) -> bool:
    """Tells whether the nouns before a verb in the singular, joined by et or ou, are those between which its subject
    is."""
    if any(tag.endswith("3p") for tag in tags(words[place].text)):
        return False
    before = [word.text for word in words[max(0, place - _FAR) : place]]
    between = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _WORDS["between"]), len(before))
    return not _WORDS["joints"].isdisjoint(before[between:])


def may_be_a_share(words: Sequence[Token], place: int) -> bool:
    """Tells whether the subject of a verb may be a share, or so many (un tiers des membres), whose verb takes either
    number, also behind it (auxquelles va la moitié); a group is none without its plural: le Groupe de travail."""
    near = [word.text for word in words[max(0, place - _FAR) : place]]
    if _comes_before_its_subject(words, place):
        near += [word.text for word in words[place + 1 : place + 1 + _NEAR]]
    if _have_a_part(words[max(0, place - _BEFORE) : place]):
        return True
    return any(word in _WORDS["shares"] | _WORDS["collectives"] and word not in _WORDS["bodies"] for word in near)


def _have_a_part(words: Sequence[Token]) -> bool:
    """Tells whether some words name a part of others, which is no ordinal: un dixième, not le dixième rapport."""
    return any(one.text == "un" and part.text in _WORDS["ordinal parts"] for one, part in pairwise(words))


def has_its_subject_right_behind(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb after dont, où or a pronoun with a preposition has its subject in its number right after it,
    or after the pas that denies it: dans lequel ne *figureront* pas les déclarations."""
    opener = _opener(words, place)
    if not _comes_before_its_subject(words, place):
        return False
    if opener and words[opener - 1].text == "," and words[opener].text in _WORDS["first"]:
        return False
    first = place + 1
    while first < len(words) and words[first].text in _WORDS["behind an inverted verb"]:
        first += 1
    return _are_of_number(words[first : first + 2], is_plural=_is_plural(words[place]))


def _comes_before_its_subject(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb comes after a word after which its subject may be behind it, pronouns and ne between: où ne
    s'*inscrivent* pas."""
    opener = _opener(words, place)
    return opener >= 0 and words[opener].text in _WORDS["inverting"]


def _opener(words: Sequence[Token], place: int) -> int:
    """Returns the place of the word before a verb, its pronouns and ne; -1 for none."""
    at = place - 1
    while at >= 0 and words[at].text in _WORDS["beside a verb"]:
        at -= 1
    return at


def _has_its_subject_behind(words: Sequence[Token], place: int, *, is_plural: bool) -> bool:
    """Tells whether a noun with a determiner and the number of a verb comes soon after it, so that it may be the
    subject: le débat auquel prendront part les ministres."""
    return _are_of_number(words[place + 1 : place + 1 + _NEAR], is_plural=is_plural)


def _are_of_number(words: Sequence[Token], *, is_plural: bool) -> bool:
    """Tells whether some words have a noun in a number, with a determiner or, for the plural, a figure or a number
    before it: auquel s'ajoutent 10 *semaines*."""
    openers = _DETERMINERS | _WORDS["cardinals"] | {FIGURE, LONG_FIGURE} if is_plural else _DETERMINERS
    return any(
        opener.text in openers and any((one[1] == "p") == is_plural for one in agreement(noun.text, NOUN))
        for opener, noun in pairwise(words)
    )


def _is_plural(verb: Token) -> bool:
    return any(tag.endswith("3p") for tag in tags(verb.text))


def is_of_a_sure_subject(words: Sequence[Token], place: int) -> bool:
    """Tells whether a verb has the number of a subject that no other noun can be: quiconque, all that is before the
    verb in its sentence (les directives en vigueur datent de), or the first noun of a clause before a relative one that
    a comma ends (l'acquisition d'entreprises, dont les ventes sont faibles, échappe)."""
    start = start_of_sentence(words, place)
    is_plural = _is_plural(words[place])
    if not is_plural and any(word.text in _WORDS["whoever"] for word in words[start:place]):
        return True
    end = _opener(words, place) + 1
    if _are_one_group(words[start:end]):
        return _are_of_number(words[start : start + 2], is_plural=is_plural)
    return _are_of_number(_before_a_relative(words[start:end])[:2], is_plural=is_plural)


def _are_one_group(words: Sequence[Token]) -> bool:
    """Tells whether some words are a determiner, a noun and its adjectives, with at most a phrase that has no
    determiner of its own: les directives en vigueur."""
    if len(words) < _BOTH - 1 or words[0].text not in _DETERMINERS:
        return False
    phrase = len(words) > _BOTH and words[-2].text in _WORDS["bare prepositions"] and agreement(words[-1].text, NOUN)
    return all(agreement(word.text, AGREEING) for word in (words[1:-2] if phrase else words[1:]))


def _before_a_relative(words: Sequence[Token]) -> Sequence[Token]:
    """Returns what comes, in its clause, before a relative clause between commas with which some words end; nothing
    where they end otherwise."""
    if not words or words[-1].text != ",":
        return ()
    commas = [at for at, word in enumerate(words[:-1]) if word.text == ","]
    if not commas or words[commas[-1] + 1].text not in _WORDS["first"]:
        return ()
    clause = max((at + 1 for at in range(commas[-1]) if words[at].text in _WORDS["that"] | {","}), default=0)
    return words[clause : commas[-1]]


def may_be_an_infinitive(words: Sequence[Token], place: int) -> bool:
    """Tells whether an infinitive is what somebody is seen or heard to do, whose noun comes before it (verront leur
    mandat expirer), or goes on after another one (être publiées ou rester confidentielles), or what is in its place is
    a noun (distribuer d’imprimés), may agree so, or is said of the object behind it (a maintenu ouvertes des voies); or
    whether a preposition and a pronoun come right before an infinitive (d’en fondre trois); or whether it is the second
    of two degrees (un risque moyen à élevé)."""
    if may_agree_so(words, place):
        return True
    if place > 1 and are_degrees([word.text for word in words[place - 2 : place + 1]]):
        return True
    governed = place > 1 and words[place - 1].text in _WORDS["pronouns"]
    if governed and words[place - 2].text in _WORDS["before infinitives"] and "V:W" in tags(words[place].text):
        return True
    before = words[max(0, place - _PERCEIVED) : place - 1]
    known = tags(words[place].text)
    if "V:W" not in known:
        if (
            place > 0
            and not lemmas(words[place - 1].text).isdisjoint(_WORDS["holding"])
            and _is_said_of_its_object(words, place)
        ):
            return True
        return place > 0 and words[place - 1].text in _WORDS["before nouns"] and any(one[:2] == "N:" for one in known)
    if any(lemmas(word.text) & _WORDS["perceiving"] for word in before):
        return True
    near = range(place - 1, max(-1, place - _BOTH), -1)
    joint = next((at for at in near if words[at].text in _WORDS["joints of infinitives"]), 0)
    return any("V:W" in tags(word.text) for word in words[max(0, joint - _FAR) : joint])


def may_be_of_several(words: Sequence[Token], place: int) -> bool:
    """Tells whether a plural may go with several nouns not far before it: sa nature et son ampleur exceptionnelles."""
    own, before = agreement(words[place].text, AGREEING), words[max(0, place - _SEVERAL) : place]
    return bool(own) and own <= PLURALS and any(word.text in _WORDS["joints"] for word in before)


def may_agree_so(words: Sequence[Token], place: int) -> bool:
    """Tells whether a participle or an adjective may agree in a way that is too rare for the model: with an object
    (les textes qu’il a examinés, laisser soumis), not with what somebody gives himself (se sont fixé un but), nor with
    a person who is not named (d’être muté); or with the noun right before it, or before two adjectives or a name; or
    farther back than with an adverb (sont dans l’ensemble fiables), the second half of a term (la langue des signes
    nationale) or a quotation; or as one of two that share out a plural."""
    before = [word.text for word in words[max(0, place - _NEAR) : place]]
    own = agreement(words[place].text, AGREEING)
    if _is_of_some_of_them(words, place, own):
        return True
    if not before:  # the heading of a column or a note: Signées par
        return not any(tag.endswith(("3s", "3p")) for word in words for tag in tags(word.text))
    if "laisser" in lemmas(before[-1]) or before[-1] in _WORDS["quoting"]:
        return True
    is_noun = not any(tag.startswith("V:") for tag in tags(before[-1])) or before[-2:-1] in _AFTER_OF
    if agreement(before[-1], NOUN) & own and is_noun:
        return True
    if (
        _is_of_both(words, place, own)
        or _is_of_a_masculine_of_two(words, place, own)
        or _is_set_apart(words, place, own)
        or _is_of_a_share(words, place, own)
    ):
        return True
    if _is_alone_before_a_verb(words, place, own):
        return True
    if words[place].text in _WORDS["invariable"] or _is_such(words, place) or _is_loose(words, place, own):
        return True
    if any(excuse(words, place, own) for excuse in (_is_of_an_owner, _is_of_what_follows, _is_of_the_first)):
        return True
    if _is_shared_out(words, place, own) or _follows_its_noun(words, place, own) or _is_after_a_quotation(before):
        return True
    tail = [word.text for word in words[max(0, place - LONGEST) : place]]
    if end_with_an_adverb(tail) or (are_a_term(tail[-_TERM:]) and agreement(tail[-_TERM], NOUN) & own):
        return True
    at = next((at for at in reversed(range(len(before))) if lemmas(before[at]) & {"avoir", "être"}), -1)
    if at < 0:
        return False
    if "avoir" in lemmas(before[at]):
        return any(agreement(word.text, NOUN) & own for word in words[:place])
    of_nobody = before[at] == "être" and at > 0 and before[at - 1] in _WORDS["before infinitives"]
    return "ms" in own and (of_nobody or any(word in ("se", "s'") for word in before))


def _is_before_either_gender(words: Sequence[Token], place: int) -> bool:
    """Tells whether a noun comes next that may be a man or a woman, though the lexicon has it for one of them: aucune
    *membre*."""
    return place + 1 < len(words) and words[place + 1].text in _WORDS["of either gender"]


def _is_such(words: Sequence[Token], place: int) -> bool:
    """Tells whether this is the tel that goes with the subject behind its être: tel n'est pas le cas."""
    after = [word.text for word in words[place + 1 : place + _BOTH] if word.text not in _WORDS["denying"]]
    return words[place].text in _WORDS["such"] and bool(after) and "être" in lemmas(after[0])


def _is_alone_before_a_verb(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether this is the seul that opens a clause and agrees with the subject behind its verb: *seule* compte
    l'heure de l'inscription."""
    if words[place].text not in _WORDS["alone"] or (place and words[place - 1].text not in ENDS | {","}):
        return False
    verb, after = words[place + 1 : place + 2], words[place + 2 : place + 2 + _NEAR]
    return any(tag.startswith("V:") for one in verb for tag in tags(one.text)) and any(
        opener.text in _DETERMINERS and agreement(noun.text, NOUN) & own for opener, noun in pairwise(after)
    )


def _is_of_some_of_them(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word agrees with the pronoun of d'entre elles or d'entre eux right behind it: seules 12 d'entre
    elles."""
    after = [word.text for word in words[place + 1 : place + 1 + _SEVERAL]]
    behind = after[after.index("entre") + 1 :][:1] if "entre" in after else []
    genders = {gender for gender, kind in _THEM.items() if behind and behind[0] in _WORDS[kind]}
    return any(one[0] in genders for one in own)


def may_take_up_another_sentence(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word at the head of a sentence takes up a noun of the one before: *Chacune* s'exprimera."""
    opens = start_of_sentence(words, place) == place
    return opens and words[place].text in _WORDS["each"]


def may_go_on_denying(words: Sequence[Token], place: int) -> bool:
    """Tells whether a ni goes on after a denial of its sentence: il n'est pas tenu compte des abstentions *ni* des
    bulletins nuls."""
    if words[place].text not in _WORDS["nor"]:
        return False
    start = start_of_sentence(words, place)
    before = {word.text for word in words[start:place]}
    return not before.isdisjoint(_WORDS["denials"]) and not before.isdisjoint(_WORDS["denying"] | _WORDS["without"])


def may_be_so(words: Sequence[Token], place: int) -> bool:
    """Tells whether a small word may be right however seldom it is."""
    return (
        may_take_up_another_sentence(words, place)
        or may_go_on_denying(words, place)
        or _is_of_both_genders(words, place)
        or _is_before_either_gender(words, place)
        or _is_denied_again(words, place)
        or _is_all_of_them(words, place)
    )


def _is_all_of_them(words: Sequence[Token], place: int) -> bool:
    """Tells whether tous or toutes agrees with the pronoun of d'entre eux or d'entre elles soon before it: quatre
    d'entre eux, *tous* recrutés."""
    before = [word.text for word in words[max(0, place - _NEAR) : place]]
    return "entre" in before and any(
        words[place].text in _WORDS[f"all, {kind}"] and not _WORDS[f"them, {kind}"].isdisjoint(before)
        for kind in ("masculine", "feminine")
    )


def _is_denied_again(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word denies what its sentence denies already, and so says the contrary: ne peut paraître *sans*
    l'accord du maire, which is only with it."""
    if words[place].text not in _WORDS["undoing"]:
        return False
    for one in words[max(0, place - _BEFORE) : place][::-1]:
        if one.text in ENDS:
            return False
        if one.text in _WORDS["denying"]:
            return True
    return False


def _is_of_both_genders(words: Sequence[Token], place: int) -> bool:
    """Tells whether a pronoun is one of two that name women and men: celles et *ceux* qui."""
    around = ((words[max(0, place - 2) : place][::-1]), words[place + 1 : place + _BOTH])
    return words[place].text in _WORDS["of one gender"] and any(
        len(two) > 1 and two[0].text in _WORDS["joints"] and two[1].text in _WORDS["of one gender"] for two in around
    )


def _is_loose(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a phrase goes on after an adjective that may belong to a noun farther back: la discrimination à
    l'égard des femmes et des filles existante dans le monde."""
    if words[place].text not in _WORDS["loose"] or place + 1 >= len(words):
        return False
    before = words[max(0, place - _BEFORE) : place]
    return words[place + 1].text in _WORDS["phrases"] and any(agreement(one.text, NOUN) & own for one in before)


def _is_shared_out(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word and another one, with et or ou between them, share out a plural: les délégations jordanienne
    et chilienne."""
    return any(
        at > 0
        and at + 2 < len(words)
        and words[at + 1].text in _WORDS["joints"]
        and any(f"{one[0]}p" in agreement(words[at - 1].text, NOUN) and one[1] == "s" for one in own & there)
        for at, other in ((place, place + 2), (place - 2, place - 2))
        if 0 <= other < len(words) and (there := agreement(words[other].text, AGREEING))
    )


def _is_of_both(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a plural goes with two nouns that et or ou joins: fabrication et trafic illicites."""
    if place < _BOTH or words[place - 2].text not in _WORDS["joints"]:
        return False
    genders = {one[0] for word in (words[place - 3], words[place - 1]) for one in agreement(word.text, NOUN)}
    joined = all(agreement(word.text, NOUN) for word in (words[place - 3], words[place - 1]))
    return joined and ("mp" in own if "m" in genders else "fp" in own)


def _is_of_a_masculine_of_two(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a masculine plural goes with two nouns that et joins, the first of them a masculine: projet d'ordre
    du jour et notes explicatives *établis*, and after a comma."""
    if "mp" not in own or "fp" in own:
        return False
    joint = place - 1
    joint -= joint > 0 and words[joint].text == ","
    while joint > 0 and words[joint].text not in _WORDS["joints"]:
        if not agreement(words[joint].text, AGREEING) and words[joint].text not in _DETERMINERS:
            return False
        joint -= 1
    before = words[max(0, joint - _SEVERAL) : joint]
    return joint > 0 and any(one[0] == "m" for word in before for one in agreement(word.text, NOUN))


def _is_set_apart(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether what comes or goes with another thing is said after a comma, of a noun that may be far before it:
    les articles 13 et 14 ont donné lieu à le plus de recommandations, suivis de l'article 12."""
    if words[place - 1].text != "," or lemmas(words[place].text).isdisjoint(_WORDS["going with"]):
        return False
    return any(agreement(word.text, NOUN) & own for word in words[: place - 1])


def _is_of_a_share(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word may be said of a share (la moitié du temps sera réservée), or a plural of what it is taken
    from: 48 organisations, dont les trois quarts ont dit ne pas avoir été consultées."""
    parts = [word.text for word in words[max(0, place - _BEFORE) : place] if word.text in _WORDS["parts"]]
    if any(agreement(part, NOUN) & own for part in parts):
        return True
    return bool(parts) and any(agreement(word.text, NOUN) & own & PLURALS for word in words[:place])


def _follows_its_noun(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a word agrees with the noun before it from which two adjectives or a name part it: mission
    diplomatique ou consulaire autrichienne, le document de Buenos Aires issu de la conférence."""
    named = joined = False
    for word in reversed(words[:place]):
        known = tags(word.text)
        if word.capital:
            named = True
        elif nouns := agreement(word.text, NOUN):
            return (named or joined) and bool(nouns & own)
        elif word.text in _WORDS["joints"]:
            joined = True
        elif not (
            (named and word.text in _WORDS["before names"]) or any(tag.startswith(("A:", "V:K")) for tag in known)
        ):
            return False
    return False


def _is_of_an_owner(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a plural right after a singular goes with the plural that owns it: les États de l'aire de
    répartition concernés."""
    if not own <= PLURALS or not agreement(words[place - 1].text, NOUN) or "être" in lemmas(words[place - 2].text):
        return False
    for word in reversed(words[max(0, place - _BEFORE) : place]):
        nouns = agreement(word.text, NOUN)
        if nouns & own:
            return True
        small = word.text in _WORDS["before names"] or word.text == "l'"
        if not (nouns or small or any(tag.startswith("A:") for tag in tags(word.text))):
            return False
    return False


def _is_of_what_follows(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether a participle goes with the subject after it, however far: ceux dans lesquels sont formulées des
    observations, qu'a été ajoutée à l'article 7 une définition."""
    opener = place - 1
    while opener >= 0 and lemmas(words[opener].text) & {"avoir", "être"}:
        opener -= 1
    if not 0 <= opener < place - 1 or words[opener].text not in _WORDS["inverting"]:
        return False
    after = words[place + 1 : place + 1 + _FAR]
    if any(agreement(word.text, NOUN) & own for word in after[:_NEAR]):
        return True
    return any(
        article.text in _WORDS["indefinite"] and agreement(noun.text, NOUN) & own for article, noun in pairwise(after)
    )


def _is_of_the_first(words: Sequence[Token], place: int, own: Set[str]) -> bool:
    """Tells whether et qui goes on after another relative clause and takes up the noun before that: les conclusions que
    le Comité examinera et qui seront transmises."""
    start = max(0, place - _NEAR - 1)
    second = next((at for at in range(place - 1, start, -1) if words[at].text in _WORDS["second"]), -1)
    if second < 1 or words[second - 1].text not in _WORDS["joints"]:
        return False
    first = next((at for at in range(second - 2, 0, -1) if words[at].text in _WORDS["first"]), 0)
    return any(agreement(word.text, NOUN) & own for word in words[max(0, first - _BOTH) : first])


def may_be_said_before(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word may agree so, or is said of the object that comes after it (juge préoccupantes les
    informations), or right after bien que of the subject behind a comma: bien que facultatives, les évaluations."""
    if may_agree_so(words, place) or _is_conceded(words, place):
        return True
    return _is_said_of_its_object(words, place)


def _is_said_of_its_object(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word agrees with the object right after it: juge préoccupantes *les informations*, laisse
    ouvertes *toutes les portes*."""
    own, first = agreement(words[place].text, AGREEING), place + 1
    first += first < len(words) and words[first].text in _WORDS["every"]
    after = words[first : first + _NEAR]
    return (
        len(after) > 1
        and after[0].text in _WORDS["determiners"]
        and any(agreement(word.text, NOUN) & own for word in after[1:])
    )


def _is_conceded(words: Sequence[Token], place: int) -> bool:
    """Tells whether a word comes right after bien que, quoique or une fois and agrees with the noun after the next
    comma, which a determiner begins."""
    if place < 1 or words[place - 1].text not in _WORDS["conceding"]:
        return False
    own, after = agreement(words[place].text, AGREEING), words[place + 1 : place + 1 + _FAR]
    comma = next((at for at, word in enumerate(after) if word.text == ","), len(after))
    subject = after[comma + 1 : comma + 1 + _NEAR]
    owned = bool(subject) and subject[0].text in _DETERMINERS
    return owned and any(agreement(word.text, NOUN) & own for word in subject[1:])


def may_be_said_to_be(words: Sequence[Token], place: int) -> bool:
    """Tells whether que opens the clause of an indicative, and somebody says before it what is so: signifier à
    l'administration qu'ils ne négocieront plus; or whether nothing before it in its sentence opens a clause that could
    have a subjunctive: les textes compteront 500 mots au plus."""
    start = start_of_sentence(words, place)
    if not any(word.text in _WORDS["first"] | _WORDS["inverting"] for word in words[start:place]):
        return True
    que = next((at for at in range(place - 1, max(-1, place - _BEFORE), -1) if words[at].text in _WORDS["that"]), 0)
    before = reversed(words[max(0, que - _BEFORE) : que])
    return any(lemmas(word.text) & _WORDS["saying"] for word in takewhile(_is_not_that, before))


def _is_not_that(word: Token) -> bool:
    return word.text not in _WORDS["that"]


def _is_after_a_quotation(before: Sequence[str]) -> bool:
    """Tells whether a quotation ends right before a word, which then goes with what is before that."""
    return any(word in _WORDS["closing"] for word in before[-2:])
