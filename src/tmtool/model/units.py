"""Says what a memory consists of, and what is said of it when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tmtool.model.properties import NO_PROPERTIES
from tmtool.model.status import Status


@dataclass(frozen=True, slots=True)
class Variant:
    """A `Variant` is a unit's text in one language (TUV).

    `text` is plain, NFC, without codes; `markup` is the content of the segment exactly as the
    file had it (the inner XML), present only if it holds inline codes; `markup_format` names its
    vocabulary (``tmx``, ``xliff``).
    """

    language: str
    text: str
    markup: str = ""
    markup_format: str = ""
    created: str = ""
    created_by: str = ""
    changed: str = ""
    changed_by: str = ""
    properties: Mapping[str, str] = field(default_factory=lambda: NO_PROPERTIES)


@dataclass(frozen=True, slots=True)
class Unit:
    """A `Unit` is a translation unit (TU): the same text in any number of languages, with where it comes from.

    `id` is the one the file gives (not unique in practice); `position` numbers the units of a
    document or file from 1; `date` is the document's, `changed` the unit's last change;
    `context` is free text (a place in a document, a key); what a file says beyond that is kept in
    `properties` and `note`.
    """

    variants: tuple[Variant, ...]
    id: str = ""
    document: str = ""
    position: int = 0
    status: Status = Status.TRANSLATED
    date: str = ""
    created: str = ""
    created_by: str = ""
    changed: str = ""
    changed_by: str = ""
    source_language: str = ""
    context: str = ""
    note: str = ""
    properties: Mapping[str, str] = field(default_factory=lambda: NO_PROPERTIES)
    line: int | None = None

    def variant(self, language: str) -> Variant | None:
        """Returns the first variant whose primary language subtag is that of `language`, exact tags first."""
        wanted = language.lower()
        primary = wanted.split("-")[0]
        first = None
        for variant in self.variants:
            tag = variant.language.lower()
            if tag == wanted:
                return variant
            if first is None and tag.split("-")[0] == primary:
                first = variant
        return first


@dataclass(frozen=True, slots=True)
class Skipped:
    """A `Skipped` is a part of a file that a reader left out, and why; never silent. `unit` is what there is of it,
    such as a source text without target."""

    reason: str
    line: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A `Notice` says what a reader assumed, or could not make out, without leaving an entry out: a language that a
    file does not name, a value that no standard has. `rule` is the name of what `validate` says there, if it does."""

    text: str
    line: int | None = None
    rule: str = ""
