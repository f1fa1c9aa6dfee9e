"""Which checks say what, and how loudly, for a house: the United Nations, France, Canada, or a project's own choice.

The differences are in ``profiles.tsv``; a project adds its own in the table ``[check]`` of tmtool.toml. Where nothing
is set the profile is inferred from what the text itself writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from tmtool.checks.draft import Draft
from tmtool.languages import tables
from tmtool.model import Finding, Level

DEFAULT = "un"
OFF = "off"
_ENOUGH = 3
"""How often a text must write as a house does, and never as the United Nations do, to be taken for that house's."""
_FRANCE, _UNITED_NATIONS = re.compile(r"\bNations unies\b"), re.compile(r"\bNations Unies\b")
_CANADA = re.compile(r"\d[ \u00a0\u202f]\$")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a project wants of the checks: a profile ("" to infer it), checks to leave out, other levels."""

    profile: str = ""
    disable: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))


@cache
def profiles() -> Mapping[str, Mapping[str, str]]:
    """Level or "off" by profile and check; the default profile changes nothing."""
    found: dict[str, dict[str, str]] = {DEFAULT: {}}
    for profile, check, level in tables.rows(Path(__file__).with_suffix(".tsv")):
        found.setdefault(profile, {})[check] = level
    return found


def inferred(draft: Draft) -> str:
    """The profile that the target's own habits show."""
    texts = [pair.target for pair in draft.pairs]
    if sum(len(_CANADA.findall(text)) for text in texts) >= _ENOUGH:
        return "canada"
    france = sum(len(_FRANCE.findall(text)) for text in texts)
    if france >= _ENOUGH and not any(_UNITED_NATIONS.search(text) for text in texts):
        return "france"
    return DEFAULT


def chosen(findings: Iterable[Finding], draft: Draft, choice: Choice) -> list[Finding]:
    """The findings that the project wants, at the levels it wants; its own levels win over the profile's.

    A level of a profile or a project is a ceiling: what a check itself holds for less stays so.
    """
    profile = profiles()[choice.profile or inferred(draft)]
    kept = []
    for finding in findings:
        level = profile.get(finding.check, "")
        if finding.check in choice.disable or (level == OFF and finding.check not in choice.levels):
            continue
        ceiling = choice.levels.get(finding.check) or (Level(level) if level else finding.level)
        kept.append(replace(finding, level=min(finding.level, ceiling, key=lambda one: one.gravity)))
    return kept
