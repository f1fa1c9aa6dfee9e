"""Defines the shapes of what the checks find, and of the checks themselves."""

from typing import TypedDict

from tmtool.present.shapes.locations import LocationJson


class FindingJson(TypedDict):
    """A `FindingJson` is a finding with the texts that its spans point into."""

    segment: int
    id: str
    check: str
    level: str
    message: str
    source: str
    target: str
    source_span: list[int] | None
    target_span: list[int] | None
    suggestion: str | None
    fixable: bool
    its_type: str
    waived: bool
    place: LocationJson


class ExampleJson(TypedDict):
    """An `ExampleJson` is a text that a check reports in the places given, or leaves alone."""

    source: str | None
    target: str
    flagged: list[str]


class NeedsJson(TypedDict, total=False):
    """A `NeedsJson` says what a check needs, of which only what it does need is given; a side is source, target or
    both."""

    source: bool
    placeables: str
    words: str
    two_languages: bool
    into: str
    typography: bool
    tables: str
    pair: str
    one_way: bool
    terms: str
    agenda: bool
    symbol: bool
    memory: bool
    remarks: bool
    or_else: "NeedsJson"


class CheckJson(TypedDict):
    """A `CheckJson` is a check, with why it exists and its examples."""

    check: str
    level: str
    scope: str
    its_type: str
    needs_source: bool
    requires: NeedsJson
    repairs: bool
    summary: str
    reason: str
    examples: list[ExampleJson]
