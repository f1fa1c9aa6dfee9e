"""Has a person the same title as in the source: Mr. X, M. X, not Mme X? (docs/un-french.md, facts 75 and 76.)"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.genders import genders_of_titles
from tmtool.languages.alternatives import any_of
from tmtool.languages.letters import fold
from tmtool.model import Level, Span
from tmtool.model.wording import say

_NAME = r"\s+(?P<name>(?:[^\W\d_][\w’'.-]*,?\s*){1,4})"

_ADDRESSED, _FAR = re.compile(r"[A-Z]\w*\.? \w{2} $"), 16
"""What comes before an office where somebody is addressed: Monsieur le Président, Mme Nowak a pris la parole."""
_FARTHER = 60
"""Characters before an office in which may be what somebody else is to the one who has it: l’ami de la Présidente."""
_BEFORE = 8
"""Characters before a title in which another may be."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where Mr. has become Mme, or Ms. has become M."""
    source, target = pair.source or "", pair.target
    assert draft.source is not None and draft.target is not None
    genders, genders_there = genders_of_titles(draft.target.tag), genders_of_titles(draft.source.tag)
    # By name, since a list of participants has thousands of persons, and hundreds of one first name.
    first: dict[str, re.Match[str]] = {}
    known: dict[str, set[str]] = {}
    for found in _titled(draft.source.tag).finditer(source):
        for name in _names(found["name"], genders_there):
            first.setdefault(name, found)
            known.setdefault(name, set()).add(genders_there[found["title"]])
    for found in _titled(draft.target.tag).finditer(target):
        if not genders.keys().isdisjoint(target[max(0, found.start() - _BEFORE) : found.start()].split()[-1:]):
            continue  # the initial after a title: Mme M. Nowak
        names = first.keys() & _names(found["name"], genders)
        gender = genders[found["title"]]
        if names and not any(gender in known[name] for name in names):
            other = min((first[name] for name in names), key=re.Match.start)
            yield Flag(
                say("“{here}” here, “{there}” in the source.", here=found["title"], there=other.group().split()[0]),
                target_span=Span(*found.span("title")),
                source_span=Span(*other.span("title")),
                suggestion=next(title for title, of_title in genders.items() if of_title != gender),
                fixable=True,
            )
    for flag in _of_office(pair, draft.source.tag, draft.target.tag):
        listed = pair.target[flag.target_span.end :].lstrip().startswith(":") if flag.target_span else False
        yield replace(flag, level=Level.HINT) if listed and not draft.is_close else flag


def _of_office(pair: Pair, there: str, here: str) -> Iterator[Flag]:
    """Flags the title of an office in the form for a man by that of a woman, or the reverse, where the source, too, has
    one after a comma or a colon: le Président du Comité, Mme X; Modérateur : Mme X; or a title before a name, where
    the office comes after it: Mme X (Togo), Président."""
    if not _titled(there).search(pair.source or ""):
        return
    for found in (*_offices(here).finditer(pair.target), *_offices_after(here).finditer(pair.target)):
        forms = _forms_of_office(here)[found["office"]]
        gender = genders_of_titles(here)[found["title"]]
        if _ADDRESSED.search(pair.target, max(0, found.start() - _FAR), found.start()):
            continue
        of_another = languages.get(here).pattern("of-an-office")
        before = found.start("office") < found.start("title")
        if before and of_another.search(pair.target, max(0, found.start() - _FARTHER), found.start()):
            continue
        between = pair.target[found.end("office") : found.start("title")]
        if before and re.search(rf"\b{_office(here)}(?!\w)", between):
            continue  # le Haut-Commissaire et la Présidente du Forum, Mme X
        if gender in forms and forms[gender] != found["office"]:
            yield Flag(
                say("“{here}” before “{title}”.", here=found["office"], title=found["title"])
                if before
                else say("“{here}” after “{title}”.", here=found["office"], title=found["title"]),
                target_span=Span(*found.span("office")),
                suggestion=forms[gender],
                level=Level.WARNING,
            )


@cache
def _forms_of_office(language: str) -> Mapping[str, Mapping[str, str]]:
    """Returns for each title of an office its forms by gender."""
    rows = languages.get(language).rows("office_titles.tsv")
    return {form: {"m": man, "f": woman} for man, woman in rows for form in (man, woman)}


@cache
def _office(language: str) -> str:
    """Returns the expression of the title of an office."""
    return any_of(sorted(map(re.escape, _forms_of_office(language)), key=len, reverse=True))


@cache
def _person(language: str) -> str:
    """Returns the expression of the title of a person before a name."""
    return rf"(?P<title>{any_of(map(re.escape, genders_of_titles(language)))})\.?[ \u00a0\u202f](?=[^\W\d_a-z])"


@cache
def _offices(language: str) -> re.Pattern[str]:
    """Returns the pattern of the title of an office and that of the person, right after it or, with what it is for
    between, after a comma or a colon."""
    of = languages.get(language).pattern("office-of").pattern
    return re.compile(rf"\b(?P<office>{_office(language)})(?:(?:{of})?(?:,|[ \u00a0\u202f]?:))? {_person(language)}")


@cache
def _offices_after(language: str) -> re.Pattern[str]:
    """Returns the pattern of the title of a person and, after the name and a comma, that of an office which no other
    person comes after."""
    of = languages.get(language).pattern("office-of").pattern
    name, country = r"[^\W\d_][\w’'. -]{2,50}", r"(?: \([^()]{2,50}\))?"
    titles = any_of(map(re.escape, genders_of_titles(language)))
    other = rf"(?:{of})?(?:,|[ \u00a0\u202f]?:) (?:{titles})(?!\w)"
    return re.compile(rf"\b{_person(language)}{name}{country}, (?P<office>{_office(language)})\b(?!{other})")


@cache
def _titled(language: str) -> re.Pattern[str]:
    """Returns the pattern of a title with the name after it."""
    return re.compile(rf"(?<!\w)(?P<title>{'|'.join(map(re.escape, genders_of_titles(language)))})\.?(?={_NAME})")


def _names(text: str, titles: Collection[str]) -> frozenset[str]:
    """Returns the words with a capital, folded, up to the first without one or the title of another person."""
    found = []
    for place, word in enumerate(text.split()):
        if not word[0].isupper() or (place and (word in titles or word.rstrip(".") in titles)):
            break
        found.append(fold(word.strip(".,")))
    return frozenset(name for name in found if len(name) > 2)


CHECK = SegmentCheck(
    name="names-title",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, tables="titles.tsv", one_way=True),
    summary="Mr. has become Mme, or Ms. has become M.",
    reason="The person is the one whose name follows on both sides, so this is exact where names are written alike.",
    examples=(
        Example(
            source="Statements by the High Commissioner and the Chair, Ms. Keita",
            target="Déclarations du Haut-Commissaire et de la Présidente, Mme Keita",
        ),
        Example(
            source="Ms. Anna Nowak (Poland) and Mr. Okoye",
            target="M. Anna Nowak (Pologne) et M. Okoye",
            flagged=("M.",),
            repaired="Mme Anna Nowak (Pologne) et M. Okoye",
        ),
        Example(
            source="The Chair, Ms. Anna Nowak (Poland), will open the session.",
            target="Le Président, Mme Anna Nowak (Pologne), ouvrira la session.",
            flagged=("Président",),
        ),
        Example(source="Mr. Okoye, Chair, Ms. Nowak", target="Président, M. Okoye, Présidente, Mme Nowak"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
