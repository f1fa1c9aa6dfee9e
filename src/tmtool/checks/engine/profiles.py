"""Says which checks say what, and how loudly, for a house: the United Nations, France, Canada, or a project's own
choice.

The differences are in ``profiles.tsv`` of a language, those of words in ``profile_wording.tsv``, and what a house is
known by in ``profile_signs.tsv``; a project describes its own houses, and what it wants itself, in the table
``[check]`` of tmtool.toml. Where nothing is set the profile is inferred from what the text itself writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from tmtool.checks.engine import registry
from tmtool.checks.engine.draft import Draft
from tmtool.languages import every_table, language_of
from tmtool.languages.tables import rows
from tmtool.languages.typography import Space
from tmtool.model import Finding, Level

DEFAULT = "un"
OFF = "off"
_ENOUGH = 3
"""How often a text must write as a house does, and never as the United Nations do, to be taken for that house's."""


_NO_LEVELS: Mapping[str, Level] = MappingProxyType({})
_NO_SPACES: Mapping[str, Space] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class House:
    """A `House` is a profile of the project's own: what it writes otherwise than the profile `base`.

    `spaces` (by sign, ``000`` for the thousands) and `apostrophe` hold whatever the habit of a text is; "" for no rule.
    """

    base: str = DEFAULT
    disable: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=lambda: _NO_LEVELS)
    spaces: Mapping[str, Space] = field(default_factory=lambda: _NO_SPACES)
    apostrophe: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A `Choice` is what a project wants of the checks: a profile ("" to infer it), checks to leave out, other levels;
    `houses` are the profiles of its own, by name. `remarks` says whether the external checker of the language is asked
    too, `hints` whether hints are wanted."""

    profile: str = ""
    disable: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=lambda: _NO_LEVELS)
    houses: Mapping[str, House] = field(default_factory=lambda: MappingProxyType({}))
    remarks: bool = False
    hints: bool = False

    @property
    def house(self) -> House | None:
        """Returns the profile chosen, if it is one of the project's own."""
        return self.houses.get(self.profile)


@cache
def profiles() -> Mapping[str, Mapping[str, str]]:
    """Returns level or "off" by profile and check; the default profile changes nothing."""
    found: dict[str, dict[str, str]] = {DEFAULT: {}}
    for profile, check, level in _rows("profiles.tsv"):
        found.setdefault(profile, {})[check] = level
    return found


@cache
def wordings() -> Mapping[str, frozenset[str]]:
    """Returns by profile what its house writes although the term base, the United Nations', rejects it."""
    found: dict[str, set[str]] = {}
    for profile, wording in _rows("profile_wording.tsv"):
        found.setdefault(profile, set()).add(wording)
    return {profile: frozenset(of_one) for profile, of_one in found.items()}


def _rows(name: str) -> list[tuple[str, ...]]:
    """Returns the rows of a table of every language, since a project names a profile and no language."""
    return [row for path in every_table(name) for row in rows(path)]


def inferred(draft: Draft) -> str:
    """Returns the profile that the target's own habits show."""
    texts = [pair.target for pair in draft.pairs]
    for profile, own, others in _signs(draft.target_language):
        if sum(len(own.findall(text)) for text in texts) >= _ENOUGH and not any(map(others.search, texts)):
            return profile
    return DEFAULT


@cache
def _signs(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Returns by profile what its house writes, and what it never writes."""
    signs = language_of(language).rows("profile_signs.tsv")
    return tuple((profile, re.compile(own), re.compile(others)) for profile, own, others in signs)


def pinned(draft: Draft, choice: Choice) -> Draft:
    """Returns the draft with the typography that the house chosen prescribes, in place of its own habit."""
    house = choice.house
    if house is None or draft.habit is None:
        return draft
    return replace(draft, habit=draft.habit.pinned(house.spaces, house.apostrophe))


def chosen(findings: Iterable[Finding], draft: Draft, choice: Choice) -> list[Finding]:
    """Returns the findings that the project wants, at the levels it wants; its own levels win over the profile's.

    A level that is set is that of the check: what the check itself reports as lighter than its own level stays lighter.
    What a house writes otherwise, so that its profile lowers the level, is no longer certain enough to be repaired.
    Hints are left out unless they are wanted.
    """
    base = choice.house.base if choice.house else choice.profile or inferred(draft)
    profile, own_words = _levels(base, choice), wordings().get(base, frozenset())
    kept = []
    for finding in findings:
        level = profile.get(finding.check, "")
        if _is_own_word(finding, own_words):
            continue
        if finding.check in choice.disable or (level == OFF and finding.check not in choice.levels):
            continue
        wanted = choice.levels.get(finding.check) or (Level(level) if level else None)
        certain = finding.fixable and (level in ("", OFF) or Level(level).gravity >= finding.level.gravity)
        weighed = replace(finding, level=_level(finding, wanted), fixable=certain)
        if choice.hints or weighed.level is not Level.HINT:
            kept.append(weighed)
    return kept


def _level(finding: Finding, wanted: Level | None) -> Level:
    """Returns the level of a finding whose check is wanted at another level, None for its own."""
    if wanted is None or (wanted.gravity > finding.level.gravity and _is_lighter(finding)):
        return finding.level
    return wanted


def _is_lighter(finding: Finding) -> bool:
    """Tells whether the check itself holds a finding for less grave than its others."""
    return finding.level.gravity < registry.get(finding.check).level.gravity


def _is_own_word(finding: Finding, own_words: frozenset[str]) -> bool:
    """Tells whether a finding is on a term that the house itself writes so."""
    span = finding.target_span
    return finding.check.startswith("term-") and span is not None and span.of(finding.target) in own_words


def _levels(base: str, choice: Choice) -> Mapping[str, str]:
    """Returns level or "off" by check, in a profile and what a house of the project's own adds to it."""
    house = choice.house
    if house is None:
        return profiles()[base]
    return {**profiles()[base], **dict.fromkeys(house.disable, OFF), **house.levels}
