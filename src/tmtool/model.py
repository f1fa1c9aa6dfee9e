"""The nouns that every floor of the house shares; no behaviour beyond small derived values.

Words are those of the field: translation unit (TU) with a variant (TUV) a language, segment,
match rate, bead, concept, term, finding, placeable. Offsets are 0-based, half-open, in Unicode
code points. Languages are BCP 47 tags. Dates are ISO 8601 strings; times end in ``Z``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

NO_PROPERTIES: Mapping[str, str] = MappingProxyType({})


class Status(StrEnum):
    """How far a unit has come; the order of declaration is the order of trust, lowest first."""

    SUPERSEDED = "superseded"
    DRAFT = "draft"
    TRANSLATED = "translated"
    APPROVED = "approved"

    @property
    def trust(self) -> int:
        """0 (superseded) to 3 (approved), for ranking equals."""
        return tuple(Status).index(self)


class TermStatus(StrEnum):
    """Administrative status of a term (TBX-Basic), best first."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def accepted(self) -> bool:
        """True for a term that a translator may use."""
        return self in (TermStatus.PREFERRED, TermStatus.ADMITTED)


class Level(StrEnum):
    """What a finding claims: error = wrong beyond doubt; warning = look; info = habit. Gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def gravity(self) -> int:
        """3 (error) to 1 (info)."""
        return 3 - tuple(Level).index(self)


class MatchKind(StrEnum):
    """Why a unit is offered, best first: same text in the same context, same text, text made the same by a
    verified substitution, similar text."""

    CONTEXT = "context"
    EXACT = "exact"
    ADAPTED = "adapted"
    FUZZY = "fuzzy"
    NONE = "none"


class PlaceableKind(StrEnum):
    """What a stretch of text denotes when it is copied or converted rather than translated."""

    NUMBER = "number"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    SYMBOL = "symbol"
    REFERENCE = "reference"


class BlockKind(StrEnum):
    """The place of a block in a document; a line is a raw one, whose paragraph is still to be found."""

    LINE = "line"
    METADATA = "metadata"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: 0-based, half-open, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The slice of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Placeable:
    """A number, date, time, symbol or reference found in a text, with its value.

    `value` is equal in all languages for equal meaning, so that values are compared and never
    strings. By kind: number "12500", "2.4", "2400000000" (plain decimal, "2.4 billion" multiplied
    out); percent "35"; ordinal "7"; date "2020-09-08", "2020-09" (month), "--09-08" (no year),
    "--09" (a month alone); weekday "1" (Monday) to "7"; time "15:00"; symbol as it stands;
    reference "item:3.a", "resolution:7/1", "article:57", "paragraph:5", "annex:2": the English
    noun, a colon, the number (Roman ones in digits) and the letters after it, joined by dots.
    """

    kind: PlaceableKind
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A unit's text in one language (TUV).

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
    """A translation unit (TU): the same text in any number of languages, with where it comes from.

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
        """The first variant whose primary language subtag is that of `language`, exact tags first."""
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
    """A part of a file that a reader left out, and why; never silent. `unit` is what there is of it,
    such as a source text without target."""

    reason: str
    line: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader assumed, or could not make out, without leaving an entry out: a language that a file does not
    name, a value that no standard has."""

    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading, list item, paragraph, table cell or footnote of a document, in reading order.

    `label` is the list label or number taken off ("1.", "(a)"), as it stood; `depth` is 0 for the
    outermost list or heading; `table`, `row`, `column` count from 0 and are set for cells only;
    `line` is the line of the file (1-based) or the paragraph's number where there are no lines.
    """

    kind: BlockKind
    text: str
    label: str = ""
    depth: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """What is translated as one: a sentence, a heading, a list item, a table cell.

    `number` counts from 1; `block` is the index of its block in `Document.blocks`; `label` is the
    block's label, on its first segment only.
    """

    number: int
    text: str
    block: int
    label: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language with its structure and segments. `symbol` and `date` where it states them."""

    path: str
    language: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    symbol: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Penalty:
    """A named deduction from a match rate, in points."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class DiffPart:
    """One step from the stored source to the query: `kind` is equal, insert, delete or replace."""

    kind: str
    stored: str
    query: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a stored source and a query and is no value to replace, named so that the eye goes
    there first.

    `kind` says what is at stake ("negation", "modality", "antonym", "number" of a noun, "words" …), `detail`
    quotes the words: "accepted → rejected", "+ not", "− only".
    """

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Substitution:
    """One value or name replaced in a stored target. `kind` is that of the placeable, or "name", "title",
    "label", "mark"; the four texts are as written in the stored source, the query, the stored target and the
    result."""

    kind: str
    source_from: str
    source_to: str
    target_from: str
    target_to: str


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A stored target made to fit a query by substitutions.

    It is `safe` if the query differs in nothing else, every replacement is one to one and of a certain form, and
    the result, read again, has the values of the query. Otherwise `reasons` say what stands against it, and
    `target` is the stored one with what could be replaced.
    """

    target: str
    substitutions: tuple[Substitution, ...]
    safe: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A unit with the same source as another and a target that says it in other words; where it stands."""

    target: str
    memory: str
    document: str
    position: int
    status: Status
    unit: int


@dataclass(frozen=True, slots=True)
class Match:
    """A stored unit offered for a query. `rate` is defined on text (docs/reference.md), 0 to 100;
    `score` is the rate less the penalties. `position` is the unit's number in its document. `adapted` is
    the target made to fit the query, None where that was not tried; `warnings` name what differs beyond values.
    `unit` is its row in the database; `conflict` is set on the best match alone, where a unit disagrees with it."""

    rate: int
    score: int
    kind: MatchKind
    source: str
    target: str
    memory: str
    document: str
    position: int
    status: Status
    changed: str
    diff: tuple[DiffPart, ...]
    penalties: tuple[Penalty, ...] = ()
    unit: int = 0
    adapted: Adaptation | None = None
    warnings: tuple[Difference, ...] = ()
    conflict: Conflict | None = None

    @property
    def offered(self) -> str:
        """The text to start from: the adapted target if that is safe, else the stored one."""
        return self.adapted.target if self.adapted and self.adapted.safe else self.target


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names a concept in one language.

    `replaced_by` is the term to use instead, in the same language, of a superseded or deprecated one. `type` is that
    of TBX (fullForm, acronym, abbreviation, shortForm, variant …); `source` says where the term comes from; `bodies`
    are those that prefer it to the term of all others, by name or by how their document symbols begin ("CTOC",
    "A/HRC"). `not_with` are words that must not stand beside it, each perhaps with what to write instead:
    "commettre → se livrer à".
    """

    text: str
    language: str
    status: TermStatus = TermStatus.PREFERRED
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    note: str = ""
    replaced_by: str = ""
    type: str = ""
    source: str = ""
    bodies: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A notion of the field with its terms in any number of languages.

    `id` is the one that the term table gives, or made from the first term; `contrasts` are ids of
    concepts that must not be confused with this one; `date` is the day on which a person last vouched for it.
    """

    id: str
    terms: tuple[Term, ...]
    domain: str = ""
    definition: str = ""
    note: str = ""
    contrasts: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: NO_PROPERTIES)
    line: int | None = None
    date: str = ""

    def in_language(self, language: str) -> tuple[Term, ...]:
        """The terms of that primary language, best status first, else in their own order."""
        primary = language.lower().split("-")[0]
        ranks = tuple(TermStatus)
        found = [term for term in self.terms if term.language.lower().split("-")[0] == primary]
        return tuple(sorted(found, key=lambda term: ranks.index(term.status)))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term recognised in a text: where, and of which concept.

    `parts` are the pieces of a term that other words keep apart ("smuggling of" and "firearms" in "smuggling of
    migrants and firearms"), which `span` covers with what is between; empty for a term in one piece.
    """

    span: Span
    concept: Concept
    term: Term
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a segment whose translation is known: a term, or a whole unit of the memory. `origin` says where it
    stands; `concept` is the id of a term's, '' for a unit."""

    span: Span
    target: str
    origin: str
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A segment of a new document with the best that memory and term base have for it.

    `target` is the best match's, adapted if its kind says so, else unchanged; `repeats` is the number of the
    earlier segment with the same source; `fragments` are parts with a known translation where no good match is, the
    longest first, none overlapping another.
    """

    segment: Segment
    kind: MatchKind
    rate: int
    target: str | None
    repeats: int | None
    matches: tuple[Match, ...]
    terms: tuple[Occurrence, ...]
    fragments: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Bead:
    """An aligned group: 0-based segment indexes on both sides (empty for nothing there), and the
    probability that these and no others belong together."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check reports. `segment` counts target segments from 1; spans point into `source` and
    `target`, the texts the finding carries; `its_type` is an ITS 2.0 localization quality type."""

    segment: int
    check: str
    level: Level
    message: str
    its_type: str
    id: str = ""
    source: str = ""
    target: str = ""
    source_span: Span | None = None
    target_span: Span | None = None
    suggestion: str | None = None
    fixable: bool = False
    waived: bool = field(default=False)
