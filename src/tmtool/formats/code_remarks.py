"""Says what is doubtful in the inline codes of a unit: others in the translation than in the source, half of a pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tmtool.formats.problems import Problem
from tmtool.languages.tags import primary
from tmtool.model import Unit, Variant
from tmtool.model.wording import Wording, say

_CODE = re.compile(r"<(bpt|ept|it|ph|x|g|pc|bx|ex|sc|ec|ut)\b([^<>]*)>")
_KINDS = {"ept": "", "ex": "", "ec": "", "g": "pair", "pc": "pair", "bpt": "pair", "bx": "pair", "sc": "pair"}
"""What a code counts as: a pair once, where it begins; any other is single."""
_BEGINS, _ENDS = frozenset({"bpt", "bx", "sc"}), frozenset({"ept", "ex", "ec"})
_PAIRED_BY = ("rid", "startRef", "i", "id")
"""The attributes by which two halves belong together, the surest first."""
_ATTRIBUTE = re.compile(r"(\w+)\s*=\s*([\"'])(.*?)\2")


def of_codes(unit: Unit) -> Iterator[Problem]:
    """Yields a problem for each text of another language that has other codes than the source."""
    if not any(variant.markup for variant in unit.variants):
        return
    source = unit.variant(unit.source_language) if unit.source_language else None
    original = source or unit.variants[0]
    wanted = _codes(original)
    for variant in unit.variants:
        if variant is original or primary(variant.language) == primary(original.language):
            continue
        found = _codes(variant)
        if found != wanted:
            yield Problem(
                "codes-differ",
                say(
                    "the {language} text has other inline codes than the source: {codes}",
                    language=variant.language,
                    codes=_difference(wanted, found),
                ),
                say("give both the same codes"),
                unit.line,
                "warning",
            )


def of_pairs(unit: Unit) -> Iterator[Problem]:
    """Yields a problem for the first code of a unit that begins a pair which does not end in its text, or the reverse.

    `validate` looks for these in the file itself.
    """
    for variant in unit.variants:
        begun: list[str] = []
        for name, attributes in _CODE.findall(variant.markup) if variant.markup else ():
            said = {key: value for key, _, value in _ATTRIBUTE.findall(attributes)}
            pair = next((said[key] for key in _PAIRED_BY if key in said), "")
            if name in _BEGINS and said.get("isolated") != "yes":
                begun.append(pair)
            elif name in _ENDS and said.get("isolated") != "yes":
                if pair not in begun:
                    begun = [pair]
                    break
                begun.remove(pair)
        if begun:
            yield Problem(
                "codes-pair",
                say("half of a pair of codes is alone in the {language} text", language=variant.language),
                say("it is written as a code of its own (it)"),
                unit.line,
                "warning",
            )
            return


def _codes(variant: Variant) -> Counter[str]:
    """Returns how many pairs and single codes a text has, by what they are."""
    found: Counter[str] = Counter()
    for name, _ in _CODE.findall(variant.markup):
        if kind := _KINDS.get(name, "single"):
            found[kind] += 1
    return found


def _difference(wanted: Counter[str], found: Counter[str]) -> Wording:
    lacks, adds = sum((wanted - found).values()), sum((found - wanted).values())
    if not adds:
        return say("{lacks} missing", lacks=lacks)
    if not lacks:
        return say("{adds} more", adds=adds)
    return say("{lacks} missing, {adds} more", lacks=lacks, adds=adds)
