"""Do two words that sound alike stand for each other: a and à, ou and où, ces and ses, ce and se, du and dû, est and
et?

Only patterns in which the other word is impossible, or which the source decides, are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.french_reading import Word, reading
from tmtool.model import Level

_A_FOR_À = frozenset(
    [
        "savoir",
        "partir",
        "compter",
        "travers",
        "nouveau",
        "titre",
        "moins",
        "défaut",
        "cet",
        "ces",
        "propos",
        "laquelle",
        "auxquels",
    ]
)
_BEFORE_À = re.compile(
    r"(?:\w+(?:ément|amment|emment)|quant|grâce|jusqu'|face|suite|rapport|lié|relatif|relative|relatifs|relatives|égard|"
    r"visant|due|dus|dues|contraire|conforme|conformes|propre|propres|nécessaire|nécessaires|tendant|destiné\w*|consacré\w*|"
    r"présenté\w*|appel|accès|participation|assistance|appui|aide|soutien|réponse|contribution|adhésion|recours|droit|"
    r"conformément|relativement|préalablement|contrairement|notamment|essentiellement|principalement|également|"
    r"pas|aux?|mise|mettre|faire|prêter|adressée?s?|remettre|permettre|parvenir|participer|procéder|veiller)$"
)
_BE = frozenset(["a", "ont", "avait", "avaient", "aura", "auront", "ait", "aient", "ayant", "avoir", "est", "bien"])
_WHERE = re.compile(
    r"\b(?:where|when|which|whereby|wherever|in|at|from|time|day|date|case|situation|context|what)\b", re.I
)
_POSSESSIVE = re.compile(r"\b(?:its|his|her|their|our|your|one's|own)\b|'s?\b|’s?\b", re.I)
_DEMONSTRATIVE = re.compile(r"\b(?:these|those|such|this|that|the|said|above|following|they|them)\b", re.I)
_SE_NOT = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "dont",
        "à",
        "dernier",
        "dernière",
        "sont",
        "est",
        "fut",
        "fût",
        "n'",
        "ne",
        "soit",
        "sera",
        "serait",
        "peut",
        "doit",
        "faisant",
        "pour",
    ]
)


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    words = reading(pair.target)
    for place, word in enumerate(words):
        before = words[place - 1] if place and word.joined else None
        after = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
        right = _right(word, before, after, pair.source or "")
        if right == "ces" and _demonstratives(words) > 0:
            continue
        if right:
            yield Spot(
                f"“{right}” rather than “{word.text}” here.",
                target_span=word.span,
                suggestion=right.capitalize() if word.text[0].isupper() else right,
            )


def _right(word: Word, before: Word | None, after: Word | None, source: str) -> str:
    match word.lower:
        case "a":
            return "à" if _is_preposition(before, after) else ""
        case "à":
            return "a" if _is_verb(before, after) else ""
        case "où":
            return "ou" if source and re.search(r"\bor\b", source) and not _WHERE.search(source) else ""
        case "ou":
            stands = re.search(r"\bwhere\b", source) and not re.search(r"\b(?:n?or|n?either|whether|any)\b|/", source)
            return "où" if stands else ""
        case "ces":
            own = re.search(r"\b(?:its|his|her|their)\b", source) and not _DEMONSTRATIVE.search(source)
            return "ses" if own else ""
        case "ses":
            shown = re.search(r"\b(?:[Tt]hese|[Tt]hose|[Ss]uch)\b", source) and not _POSSESSIVE.search(source)
            return "ces" if shown else ""
        case "ce":
            return "se" if _is_reflexive(after) and not (before and before.lower == "pour") else ""
        case "se":
            return "ce" if after and after.entries and after.categories <= {"N", "A"} and not after.is_name else ""
        case "dû":
            return "du" if not (before and before.lower in _BE) and (after is None or _follows_du(after)) else ""
        case "sûr":
            return "sur" if after and after.lower in ("le", "la", "les", "l'", "un", "une", "ces", "cette") else ""
        case "et":
            return "est" if before and before.lower in ("qui", "il", "elle", "c'", "n'", "s'", "on", "qu'il") else ""
        case "on":
            return "ont" if before and after and _is_have(before, after) else ""
        case "son":
            return "sont" if after and _follows_be(before, after) else ""
        case _:
            return ""


def _demonstratives(words: tuple[Word, ...]) -> int:
    """How many words already say these or those."""
    return sum(
        re.match(r"ce(?:s|t|tte|ux|lles?|lui|lles-ci|ux-ci|lui-ci)?$|tel(?:le)?s$", word.lower) is not None
        for word in words
    )


def _is_preposition(before: Word | None, after: Word | None) -> bool:
    if after is None:
        return False
    if after.is_infinitive and after.categories == {"V"} and not after.is_participle:
        return True
    if after.lower in _A_FOR_À:
        return True
    if before is None:
        return False
    if before.is_infinitive and before.categories == {"V"}:
        return not after.is_participle
    article = after.lower in (
        "la",
        "l'",
        "cette",
        "cet",
        "ces",
        "ce",
        "un",
        "une",
        "leur",
        "leurs",
        "son",
        "sa",
        "ses",
        "tous",
        "des",
    )
    return article and _BEFORE_À.match(before.lower) is not None


def _is_verb(before: Word | None, after: Word | None) -> bool:
    if after is None or after.is_name:
        return False
    if after.lower in ("été", "eu"):
        return True
    plain = after.categories <= {"V", "A"} or (
        before is not None and before.lower in ("il", "elle", "on", "qui", "qu'il")
    )
    return plain and after.is_participle and not after.persons and after.lower.endswith("é")


def _is_reflexive(after: Word | None) -> bool:
    if after is None or after.is_name or after.lower in _SE_NOT:
        return False
    if not after.entries or after.categories != {"V"} or after.is_participle:
        return False
    return bool({"3s", "3p"} & after.persons) or after.is_infinitive


def _follows_du(after: Word) -> bool:
    if after.is_name:
        return True
    return (
        after.lower not in ("à", "au", "aux", "en", "notamment", "être")
        and not after.is_infinitive
        and bool({"N"} & after.categories)
    )


def _is_have(before: Word, after: Word) -> bool:
    plural = before.lower.endswith("s") and "N" in before.categories and before.agreement({"N"}) <= {"mp", "fp"}
    return plural and after.is_participle and not after.persons


def _follows_be(before: Word | None, after: Word) -> bool:
    if after.lower in (
        "le",
        "la",
        "les",
        "l'",
        "des",
        "en",
        "un",
        "une",
        "pas",
        "également",
        "aussi",
        "dans",
        "d'",
        "ainsi",
    ):
        return True
    return after.is_participle and after.agreement({"N", "A"}) <= {"mp", "fp"} and "N" not in after.categories


CHECK = SegmentCheck(
    name="spelling-homophone",
    level=Level.WARNING,
    its_type="misspelling",
    target_language="fr",
    summary="A word stands for another that sounds alike.",
    reason=(
        "No spelling checker sees them, since both are words. Reported are patterns in which the word is impossible (a "
        "before an infinitive, ce before a verb), and pairs that the source tells apart (ces, these; ses, its)."
    ),
    examples=(
        Example(target="Il a commencé a examiner le point.", flagged=("a",)),
        Example(target="Conformément a la résolution 7/1", flagged=("a",)),
        Example(target="Il à adopté le rapport.", flagged=("à",)),
        Example(target="Le Groupe ce réunira à Vienne.", flagged=("ce",)),
        Example(target="Il a examiné se rapport.", flagged=("se",)),
        Example(target="Le rapport dû Secrétariat", flagged=("dû",)),
        Example(target="Les États on adopté le rapport.", flagged=("on",)),
        Example(source="A State and its bodies", target="Un État et ces organes", flagged=("ces",)),
        Example(source="These reports are short.", target="Ses rapports sont courts.", flagged=("Ses",)),
        Example(source="The place where it met", target="Le lieu ou il s’est réuni", flagged=("ou",)),
        Example(
            target="Il a la responsabilité de présenter à la Commission ce qui est dû à son Président, où qu’il soit."
        ),
        Example(target="Ce sont ses avis, et ce n’est pas sûr. On se réunit, ce que le Groupe a été invité à faire."),
    ),
    look=look,
)
