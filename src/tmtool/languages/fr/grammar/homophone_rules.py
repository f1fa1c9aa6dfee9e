"""When is a word impossible where it stands, so that the one that sounds alike must be meant?

One rule a word. Each takes the word with its neighbours and gives the word that belongs there, "" where this one may
stand. The lists are in ``homophone_rules.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tmtool.languages.fr.grammar.homophone_places import (
    LISTS,
    THIRD,
    Place,
    among,
    is_adverb,
    is_finite,
    is_noun,
    is_only_participle,
    is_verb,
    may_be_finite,
)
from tmtool.languages.fr.grammar.noun_chains import chain, is_auxiliary
from tmtool.languages.fr.grammar.reading import Word
from tmtool.languages.fr.grammar.subjects import subject

_BEFORE_À = re.compile("(?:" + "|".join(sorted(LISTS["before à"])).replace("*", r"\w*") + ")$")
_SINGULAR, _PLURAL = frozenset({"ms", "fs"}), frozenset({"mp", "fp"})


def a(place: Place) -> str:
    """a, the verb, for à."""
    before, after = place.before, place.after
    if among(after, "determiners") and before is not None and before.is_participle:
        found = chain(place.words, place.at - 1)
        if found.complete and found.possible | before.agreement() <= _PLURAL:
            return "à"
    if after is None:
        hour = place.at + 1 < len(place.words) and re.match(r"\s\d{1,2}\s$", place.words[place.at + 1].before)
        return "à" if hour and place.words[place.at + 1].lower in ("heures", "h", "heure") else ""
    if place.words[place.at].is_name or among(after, "latin") or among(before, "only subjects"):
        return ""
    if after.lower == "moins" and place.later is not None and place.later.lower not in ("que", "qu'"):
        return ""
    if after.lower == "droit" and any(word.lower == "quiconque" for word in place.words[: place.at]):
        return ""
    if after.is_infinitive and after.categories == {"V"} and not after.is_participle:
        return "" if among(before, "subjects") else "à"
    if among(after, "behind à") or (
        is_finite(before) and not (before is not None and before.is_name) and not is_only_participle(after)
    ):
        return "à"
    relative = any(word.lower == "qui" for word in place.words[max(0, place.at - 4) : place.at])
    if is_verb(before) and among(after, "determiners") and not relative:
        return "à"
    if before is not None and before.is_participle:
        helped = place.earlier is not None and is_auxiliary(place.earlier) and among(after, "determiners")
        helped = helped and not any(among(word, "openers") for word in place.words[max(0, place.at - 6) : place.at])
        if helped or (after.is_name and not after.entries):
            return "à"
    if _opens_a_phrase(after, place.later):
        return "à"
    return "à" if before and among(after, "determiners") and _BEFORE_À.match(before.lower) else ""


def _opens_a_phrase(after: Word, later: Word | None) -> bool:
    """True for what stands behind à only: l’attention de, ce titre, se réunir."""
    if later is None:
        return False
    if later.is_infinitive and later.categories == {"V"} and after.lower in LISTS["clitics"]:
        return True
    which = {"l'": "noun of l'", "la": "noun of la", "ce": "noun of ce", "cet": "noun of ce", "cette": "noun of ce"}
    return after.lower in which and later.lower in LISTS[which[after.lower]]


def à(place: Place) -> str:
    """à for a, the verb."""
    before, after = place.before, place.after
    if among(before, "only subjects"):
        return "a"
    if after is None or after.is_name:
        return ""
    if after.lower in ("plus", "lui", "mort") or "fs" in after.agreement({"N"}):
        return ""
    if before is not None and before.lower in ("qui", "il", "elle", "on") and after.is_participle:
        return "a"
    if after.lower in ("été", "eu", "pu", "dû") or (among(before, "subjects") and is_only_participle(after)):
        return "a"
    later = place.later
    if later is not None and is_adverb(after) and is_only_participle(later) and "N" not in later.categories:
        return "a"
    plain = (
        after.categories <= {"V", "A"} or among(place.later, "determiners") or among(place.later, "behind a participle")
    )
    return "a" if plain and is_only_participle(after) and "ms" in after.agreement() else ""


def ou(place: Place) -> str:
    """ou, the conjunction, for où."""
    before, after = place.before, place.after
    if after is None or before is None or not among(before, "before où"):
        return ""
    if after.lower in LISTS["subjects of clauses"] or before.lower == "d'":
        return "où"
    if (
        before.lower in LISTS["always où"]
        and not among(after, "prepositions")
        and place.earlier is not None
        and place.earlier.lower in ("au", "la")
    ):
        return "où"
    clause = place.words[place.at + 2 : place.at + 8]
    ends = (
        word for word in clause if not word.joined or among(word, "openers") or is_finite(word) or is_auxiliary(word)
    )
    verb = next(ends, None)
    opens = (
        among(after, "articles")
        and verb is not None
        and verb is not place.later
        and verb.joined
        and not among(verb, "openers")
    )
    return "où" if opens and _is_governed(place) else ""


def _is_governed(place: Place) -> bool:
    """True if the noun before stands behind a preposition or a verb, so that it does not open a clause with another."""
    at = place.at - 2
    while (
        at >= 0
        and place.words[at + 1].joined
        and (among(place.words[at], "determiners") or place.words[at].categories <= {"A", "V", "DET"})
    ):
        if is_finite(place.words[at]):
            return True
        at -= 1
    return (
        at >= 0
        and place.words[at + 1].joined
        and (
            among(place.words[at], "prepositions")
            or place.words[at].is_infinitive
            or bool(place.words[at].persons & THIRD)
        )
    )


def où(place: Place) -> str:
    """où for ou, the conjunction."""
    after = place.after
    earlier = [word.lower for word in place.words[max(0, place.at - 5) : place.at]]
    if after is not None and after.lower in ("de", "d'", "à", "par", "pour", "sur", "avec") and after.lower in earlier:
        close = place.words[place.at + 1 : place.at + 6]
        if not any(is_finite(word) or is_auxiliary(word) for word in close):
            return "ou"
    clause = place.clause()
    if not clause or place.at == 0 or among(place.before, "before où") or among(place.before, "prepositions"):
        return ""
    verbs = any(may_be_finite(word) and word.categories != {"N"} for word in clause)
    return "ou" if not verbs and not any(word.is_infinitive for word in clause[:2]) else ""


def ce(place: Place) -> str:
    """ce for se."""
    before, after = place.before, place.after
    if after is None or after.is_name or among(after, "behind ce") or among(before, "before ce"):
        return ""
    if not is_verb(after) and not (among(before, "subjects") and may_be_finite(after)):
        return ""
    return "se"


def se(place: Place) -> str:
    """se for ce."""
    after, before = place.after, place.before
    if after is not None and after.entries and among(before, "before infinitive") and not after.is_infinitive:
        return "" if among(after, "clitics") else "ce"
    nominal = after is not None and bool(after.entries) and after.categories <= {"N", "A"} and not after.is_name
    return "ce" if nominal or among(after, "behind only ce") else ""


def dû(place: Place) -> str:
    """dû for du."""
    before, after = place.before, place.after
    if after is None and place.at + 1 < len(place.words) and not among(before, "before dû"):
        return "du" if re.match(r"\s\d", place.words[place.at + 1].before) else ""
    if after is None or among(before, "before dû") or among(after, "behind dû") or after.is_infinitive:
        return ""
    return "du" if after.is_name or "N" in after.categories else ""


def du(place: Place) -> str:
    """du for dû, behind avoir and before an infinitive."""
    before, after = place.before, place.after
    before = place.earlier if is_adverb(before) else before
    infinitive = after is not None and after.is_infinitive and after.categories == {"V"}
    return "dû" if infinitive and before is not None and any(one.lemma == "avoir" for one in before.entries) else ""


def ses(place: Place) -> str:
    """ses for ces, where no noun follows: ses derniers."""
    after, later = place.after, place.later
    if after is None or after.lower not in ("derniers", "dernières"):
        return ""
    return (
        "" if later is not None and {"N", "A"} & later.categories and later.agreement() & after.agreement() else "ces"
    )


def ces(place: Place) -> str:
    """ces for ses."""
    return "ses" if place.after is not None and place.after.lower == "propres" else ""


def sûr(place: Place) -> str:
    """sûr for sur."""
    return "sur" if among(place.after, "determiners") and not among(place.before, "before sûr") else ""


def et(place: Place) -> str:
    """et for est."""
    before, after = place.before, place.after
    if before is None or after is None:
        return ""
    if not among(before, "subjects"):
        at = place.at + 1 + is_adverb(after)
        participle = place.words[at] if at < len(place.words) and place.words[at].joined else None
        if participle is None or participle.categories - {"V", "A"} or not is_only_participle(participle):
            return ""
        fits = subject(place.words, place.at) & participle.agreement() & _SINGULAR
        if any(word.is_participle and word.agreement() & fits for word in place.words[max(0, place.at - 6) : place.at]):
            return ""
        return "est" if fits and not before.is_participle and "A" not in before.categories else ""
    if before.lower in ("il", "c'", "n'", "s'", "qu'il", "on"):
        return "est"
    behind = among(place.earlier, "prepositions") or among(place.earlier, "and")
    predicate = is_only_participle(after) or is_adverb(after) or "A" in after.categories or after.lower in ("en", "à")
    return "est" if predicate and not behind and not after.lower.startswith("qu") else ""


def est(place: Place) -> str:
    """est for et."""
    before, after = place.before, place.after
    if before is None or after is None or among(before, "subjects") or before.lower in ("ce", "que", "où", "l'", "à"):
        return ""
    if among(before, "before east"):
        return ""
    if (
        (among(after, "plural determiners") and not (place.later and place.later.lower in ("plus", "moins")))
        or is_finite(after)
        or is_noun(after, _PLURAL)
    ):
        return "et"
    return "et" if among(before, "plural determiners") else ""


def on(place: Place) -> str:
    """on for ont."""
    before, after = place.before, place.after
    if after is None or after.is_name or not after.entries or among(before, "before on"):
        return ""
    if before is not None and before.lower in ("n'", "ils", "elles"):
        return "ont"
    wrong = not after.persons and not among(after, "behind on") and not after.is_infinitive
    plural = before is not None and "N" in before.categories and before.agreement({"N"}) <= _PLURAL
    participle = is_only_participle(after) or (is_adverb(after) and is_only_participle(place.later))
    if plural and after.is_participle and not among(after, "behind on"):
        return "ont"
    return "ont" if wrong and (participle or plural) else ""


def ont(place: Place) -> str:
    """ont for on."""
    after = place.after
    if among(after, "only before verbs") or (is_finite(after) and not is_only_participle(after)):
        return "on"
    mark = place.words[place.at].before.strip()
    opens = place.before.lower in ("qu'", "que", "si") if place.before else mark in ("", ".", ";", ":")
    opens = opens or (mark == "," and after is not None and after.lower in ("a", "est", "y"))
    verb = after is not None and (is_auxiliary(after) or is_finite(after)) and not is_only_participle(after)
    return "on" if opens and verb and after is not None and after.lower not in ("été", "eu") else ""


def son(place: Place) -> str:
    """son for sont."""
    before, after = place.before, place.after
    if after is None or among(before, "prepositions") or among(before, "determiners"):
        return ""
    if among(after, "behind sont") or (is_adverb(after) and after.lower not in ("plus", "bien")):
        return "sont"
    plural = after.agreement() and after.agreement() <= _PLURAL and not after.is_name
    return "sont" if plural and after.categories <= {"A", "V", "N"} else ""


def sont(place: Place) -> str:
    """sont for son."""
    before, after = place.before, place.after
    if among(before, "only prepositions"):
        return "son"
    source = place.later is not None and place.later.lower in ("de", "d'", "du", "des", "à")  # sont source de
    return "son" if is_noun(after, _SINGULAR) and not source and not among(after, "behind sont") else ""


def la(place: Place) -> str:
    """la for là."""
    before, after = place.before, place.after
    if after is not None and after.lower in ("où", "-bas"):
        return "là"
    ends = place.at + 1 == len(place.words) or not re.search(r"\d", place.words[place.at + 1].before)
    return (
        "là" if ends and before and after is None and before.lower in ("jusque", "ici", "par", "celui", "ceux") else ""
    )


def là(place: Place) -> str:
    """là for la."""
    after = place.after
    if after is None:
        return ""
    if place.before is not None and place.before.lower == "par" and (after.lower == "même" or among(after, "articles")):
        return ""
    behind = among(place.before, "prepositions") and ("fs" in after.agreement() or after.lower.endswith("ième"))
    return "la" if behind or after.text.isupper() or is_noun(after, frozenset({"fs"})) else ""


def peut(place: Place) -> str:
    """peut for peu."""
    before, after = place.before, place.after
    quantity = after is not None and after.lower in ("de", "d'", "nombreux", "nombreuses", "près")
    if before is not None and place.earlier is not None and place.earlier.lower == "quelqu'":
        return ""
    quantity = quantity and not among(before, "subjects")
    quantity = quantity and not (place.later is not None and place.later.lower in ("même", "ce", "fait", "façon"))
    return "peu" if among(before, "before peu") or quantity else ""


def peu(place: Place) -> str:
    """peu for peut."""
    before, after = place.before, place.after
    if before is not None and before.lower in ("ne", "n'", "il", "elle", "on"):
        return "peut"
    infinitive = after is not None and after.is_infinitive and after.categories == {"V"}
    return "peut" if infinitive and before is not None and "N" in before.categories else ""


def tout(place: Place) -> str:
    """tout and toute before a plural."""
    plural = among(place.after, "plural determiners") and place.after is not None and place.after.lower != "des"
    right = "tous" if place.words[place.at].lower == "tout" else "toutes"
    return right if plural and not among(place.before, "before tout") else ""


def tous(place: Place) -> str:
    """tous and toutes before a singular."""
    after, later = place.after, place.later
    right = "tout" if place.words[place.at].lower == "tous" else "toute"
    if right == "tout" and after is not None and later is not None:
        gerund = after.lower == "en" and later.is_present_participle
        phrase = (after.lower, later.lower) in (("d'", "abord"), ("au", "long"), ("du", "moins"), ("à", "fait"))
        owned = place.before is not None and place.before.lower in ("de", "dans", "sur", "par")
        if gerund or phrase or (owned and after.lower in ("un", "une")):
            return right
    if is_noun(after, _SINGULAR) and (place.before is None or among(place.before, "before tous")):
        return right
    if not among(after, "singular determiners") or later is None or later.persons or later.is_infinitive:
        return ""
    if place.before is not None and not among(place.before, "before tous"):
        return ""
    if place.words[place.at].lower == "toutes" and place.before is not None and place.before.lower == "pour":
        return ""
    return right


def s_(place: Place) -> str:
    """s’est for c’est."""
    after, later = place.after, place.later
    if after is None or after.lower != "est" or among(place.before, "subjects") or later is None:
        return ""
    return "c'" if among(later, "determiners") or later.lower in ("pourquoi", "là", "ainsi", "dans", "à", "que") else ""


def c_(place: Place) -> str:
    """c’est for s’est."""
    before, after, later = place.before, place.after, place.later
    if before is None or after is None or after.lower not in ("est", "était"):
        return ""
    subject = among(before, "only subjects") or (before.categories == {"N"} and before.lower not in LISTS["before on"])
    return "s'" if subject and is_only_participle(later) else ""


def quand(place: Place) -> str:
    """quand for quant."""
    return "quant" if among(place.after, "behind quant") else ""


def quant(place: Place) -> str:
    """quant for quand."""
    return "quand" if place.after is not None and not among(place.after, "behind quant") else ""


def foi(place: Place) -> str:
    """foi for fois."""
    return "fois" if among(place.before, "before fois") else ""


RULES: Mapping[str, Callable[[Place], str]] = {
    "a": a,
    "à": à,
    "ou": ou,
    "où": où,
    "ce": ce,
    "se": se,
    "dû": dû,
    "du": du,
    "ces": ces,
    "ses": ses,
    "sûr": sûr,
    "et": et,
    "est": est,
    "on": on,
    "ont": ont,
    "son": son,
    "sont": sont,
    "la": la,
    "là": là,
    "peut": peut,
    "peu": peu,
    "tout": tout,
    "toute": tout,
    "tous": tous,
    "toutes": tous,
    "s'": s_,
    "c'": c_,
    "quand": quand,
    "quant": quant,
    "foi": foi,
}
"""The word that may stand for another, by what is written."""
