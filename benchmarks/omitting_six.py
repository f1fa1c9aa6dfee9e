"""Leaves something out of a text in one of six languages as tired translators do, for learn_left_out_six.py: half of a
pair, a member of a series, a clause, the end, a phrase, an opening, brackets, a sentence.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import cache

from tmtool.languages import language_of

KEPT = 10
"""Characters of a translation that are left at least."""
WORDS = {
    "en": (
        "and|or|as well as",
        "in|for|by|on|with|at|of|to|from|under|through|between|against|during|including|pursuant to",
        "which|who|that|whose|where|when|while|if|so that|in order to",
    ),
    "es": (
        "y|e|o|así como",
        "en|para|por|sobre|con|a|de|del|al|desde|bajo|mediante|entre|contra|durante|incluid[oa]s?",
        "que|cuy[oa]s?|donde|cuando|si|a fin de|con objeto de",
    ),
    "ru": (
        "и|или|а также",
        "в|для|на|по|с|к|о|от|из|под|через|между|против|в ходе|включая|при",
        "котор\\w+|что|чтобы|где|когда|если|с тем чтобы|с целью",
    ),
    "ar": (
        "أو|فضلا عن|وكذلك|و",
        "في|من|على|إلى|عن|مع|بين|ضد|خلال|بما في ذلك|بشأن",
        "التي|الذي|الذين|أن|حيث|إذا|عندما|من أجل|بغية",
    ),
    "zh": ("以及|和|与|及|或|并|而且", "在|对|为|通过|根据|按照|关于|包括|从|向|就", "如果|以便|从而|其中|因为|由于"),
}
"""Words that join, prepositions, and words that open a clause."""
MARKS = ",;:()，、；：（）،؛"
ENDS = "[.。;；؛]?$"


def pieces(text: str, language: str, lot: random.Random, many: int) -> list[tuple[str, int, int]]:
    """Returns what can be cut out of a text, of kinds by lot: kind, start, end."""
    by_kind: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for kind, pattern in _patterns(language):
        for found in pattern.finditer(text):
            if found.end() - found.start() >= 3 and len(text) - (found.end() - found.start()) >= KEPT:
                by_kind[kind].append(found.span())
    result: list[tuple[str, int, int]] = []
    kinds = [kind for kind in by_kind for _ in range(OFTEN.get(kind, 1))]
    for _ in range(3 * many if kinds else 0):
        kind = lot.choice(kinds)
        one = (kind, *lot.choice(by_kind[kind]))
        if one not in result:
            result.append(one)
        if len(result) == many:
            break
    return result


OFTEN = {"half": 3, "end": 3, "member": 2, "clause": 2, "part": 2}


@cache
def _patterns(language: str) -> list[tuple[str, re.Pattern[str]]]:
    joints, prepositions, openers = WORDS[language]
    m = re.escape(MARKS)
    if not language_of(language).spaced:
        return [
            ("half", re.compile(rf"(?:{joints})[^{m}。.]{{3,40}}(?=[{m}。]|{ENDS})")),
            ("short half", re.compile(rf"(?:{joints}|、)[\u3400-\u9fff]{{2,6}}(?=[的{m}。])")),
            ("member", re.compile(rf"、[^{m}。.和及或]{{2,15}}(?=[、和及或])")),
            ("clause", re.compile(r"[，；][^，；。]{4,60}(?=[，；。]|$)")),
            ("end", re.compile(rf"[，；](?:.(?!{ENDS})){{5,120}}.(?={ENDS})")),
            ("phrase", re.compile(rf"(?:{prepositions}|{openers})[^{m}。.的]{{2,14}}(?:，|的|下|中|时|方面)")),
            ("part", re.compile(r"[\u3400-\u9fff]{4,12}的(?=[\u3400-\u9fff]{2})")),
            ("opening", re.compile(rf"^[^{m}。]{{4,40}}，")),
            ("brackets", re.compile(r"[(（][^()（）]{2,60}[)）]")),
            ("sentence", re.compile(r"(?<=。)[^。]{5,}。|^[^。]{5,}。(?=.)")),
        ]
    space = "(?:^| )و(?=\\w)" if language == "ar" else "(?!)"
    words = r"[^\W\d_]+(?:[ '’-][^\W\d_]+){{0,{}}}"
    return [
        (
            "half",
            re.compile(
                rf",? (?:{joints})(?: |(?<=و))[^{m}.]{{3,110}}(?=[{m}.]|{ENDS})"
                rf"|{space}[^{m}.]{{3,110}}(?=[{m}.]|{ENDS})"
            ),
        ),
        (
            "short half",
            re.compile(
                rf" (?:{joints})(?: |(?<=و)){words.format(2)}(?= (?:{prepositions}|{openers}|{joints})\b|[{m}.]|{ENDS})"
            ),
        ),
        ("first half", re.compile(rf"(?<= ){words.format(1)} (?:{joints})(?: |(?<=و))")),
        ("member", re.compile(rf"[,،] [^{m}.]{{3,60}}(?=[,،]| (?:{joints}) )")),
        ("clause", re.compile(rf"[,،;؛] [^{m}]{{8,150}}(?=[,،;؛.]|{ENDS})")),
        ("end", re.compile(rf"(?:[,،;؛]| (?=(?:{joints}|{openers})\b))(?:.(?!{ENDS})){{8,300}}.(?={ENDS})")),
        (
            "phrase",
            re.compile(
                rf" (?:{prepositions}) {words.format(3)}(?=[{m}.]|{ENDS}| (?:{prepositions}|{openers}|{joints})\b)"
            ),
        ),
        ("part", re.compile(rf",? (?:{openers}) [^{m}.]{{8,110}}(?=[{m}.]|{ENDS})")),
        ("opening", re.compile(rf"^[^{m}]{{6,80}}[,،] ")),
        ("brackets", re.compile(r" \([^()]{2,80}\)")),
        ("sentence", re.compile(r"(?<=[.;؛] )[^.;؛]{20,}[.;؛]|^[^.;؛]{20,}[.;؛] ")),
    ]
