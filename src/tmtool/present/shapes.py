"""The shapes of the JSON: what a program may rely on, as types (docs/reference.md).

Keys come in the order of their declaration. Spans are [start, end] in code points of a text that the same object has.
They are in a module of their own, which is not loaded to answer: to make them takes longer than to write the answer.
"""

# Without postponed annotations, which would hide from TypedDict which keys are not required.
from typing import Any, NotRequired, TypedDict


class TermJson(TypedDict):
    """A term with what the term base says of its use."""

    term: str
    status: str
    pos: str
    gender: str
    number: str
    type: str
    note: str
    source: str
    replaced_by: str
    bodies: list[str]
    not_with: list[str]


class OccurrenceJson(TypedDict):
    """A term found in a text, with its translations, preferred first."""

    source_span: list[int]
    source: str
    concept: str
    translations: list[TermJson]
    domain: str
    definition: str
    note: str


class LanguageJson(TypedDict):
    """The language of a term, as a tag."""

    language: str


class LanguageTermJson(LanguageJson, TermJson):
    """A term of a concept, with its language."""


class ConceptJson(TypedDict):
    """A concept with all its terms."""

    concept: str
    domain: str
    definition: str
    note: str
    contrasts: list[str]
    date: str
    terms: list[LanguageTermJson]


class AlternativeJson(TypedDict):
    """A translation that may be a proposed term's, and in how many texts both stand."""

    target: str
    count: int


class CandidateJson(TypedDict):
    """A term proposed, with texts that have it."""

    source: str
    target: str | None
    count: int
    score: float
    examples: list[str]
    alternatives: list[AlternativeJson]
    gender: str


class ProblemJson(TypedDict):
    """What is wrong in the term base, and with which concepts."""

    kind: str
    concepts: list[str]
    message: str


class PenaltyJson(TypedDict):
    """A named deduction from a rate, in points."""

    name: str
    points: int


class SubstitutionJson(TypedDict):
    """A value replaced, as written in stored source, query, stored target and result."""

    kind: str
    source_from: str
    source_to: str
    target_from: str
    target_to: str


class AdaptationJson(TypedDict):
    """A stored target with the values of the query; where it is not safe, the reasons."""

    target: str
    substitutions: list[SubstitutionJson]
    safe: bool
    reasons: list[str]


class WarningJson(TypedDict):
    """What differs beyond values: what is at stake, and the words."""

    kind: str
    detail: str


class ConflictJson(TypedDict):
    """A unit with the same source that says it in other words."""

    unit: int
    target: str
    memory: str
    document: str
    position: int
    status: str


class MatchJson(TypedDict):
    """A unit offered for a query; `diff` has steps [kind, stored, query]."""

    rate: int
    score: int
    kind: str
    source: str
    target: str
    memory: str
    document: str
    position: int
    status: str
    changed: str
    penalties: list[PenaltyJson]
    diff: list[list[str]]
    adapted: AdaptationJson | None
    warnings: list[WarningJson]
    unit: int
    conflict: ConflictJson | None


class AnswerJson(TypedDict):
    """The answer to a query, and how many milliseconds it took."""

    query: str
    ms: float
    matches: list[MatchJson]
    terms: list[OccurrenceJson]


class FragmentJson(TypedDict):
    """A part of a segment whose translation is known; `concept` is None for a unit of the memory."""

    source_span: list[int]
    source: str
    target: str
    origin: str
    concept: str | None


class SuggestionJson(TypedDict):
    """A segment with the best that memory and term base have for it."""

    segment: int
    label: str
    source: str
    kind: str
    rate: int
    suggestion: str | None
    repeats: int | None
    matches: list[MatchJson]
    terms: list[OccurrenceJson]
    warnings: list[WarningJson]
    fragments: list[FragmentJson]


class FindingJson(TypedDict):
    """A finding with the texts that its spans point into."""

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


class ExampleJson(TypedDict):
    """A text that a check reports in the places given, or leaves alone."""

    source: str | None
    target: str
    flagged: list[str]


class NeedsJson(TypedDict, total=False):
    """What a check needs, of which only what it does need is given; a side is source, target or both."""

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
    """A check, with why it exists and its examples."""

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


class BeadJson(TypedDict):
    """A group: 0-based indexes of segments, how sure it is (0 to 1), and the texts of both sides."""

    source: list[int]
    target: list[int]
    confidence: float
    source_text: str
    target_text: str


class AlignmentJson(TypedDict):
    """Two documents, by the names of their files, and the groups that join their segments."""

    source: str
    target: str
    beads: list[BeadJson]


class NeighbourJson(TypedDict):
    """A unit before or after another in its document."""

    position: int
    source: str
    target: str


class ConcordanceJson(TypedDict):
    """A unit with the phrase; `target_span` is where its translation probably stands."""

    source: str
    target: str
    source_span: list[int]
    target_span: list[int] | None
    confidence: float | None
    document: str
    position: int
    unit: int
    date: str
    memory: str
    status: str
    before: NotRequired[list[NeighbourJson]]
    after: NotRequired[list[NeighbourJson]]


class SkippedJson(TypedDict):
    """An entry that was left out."""

    line: int | None
    reason: str


class ImportedJson(TypedDict):
    """What a file gave to the database."""

    path: str
    format: str
    kind: str
    units: int
    terms: int
    added: int
    unchanged: int
    removed: int
    skipped: list[SkippedJson]


class ExportedJson(TypedDict):
    """A file with units of the memory."""

    path: str
    units: int


class ExportedTermsJson(TypedDict):
    """A file with the term base, and how many times it has no place for what; by the name of that."""

    path: str
    concepts: int
    losses: dict[str, int]


class MemoryJson(TypedDict):
    """What a memory holds, and how its matches are weighed."""

    name: str
    units: int
    documents: int
    concepts: int
    penalty: int
    trust: int


class SourceFileJson(TypedDict):
    """A file that gave something to a memory, and what of that is there."""

    path: str
    format: str
    imported: str
    units: int
    concepts: int


class StatisticsJson(TypedDict):
    """Counts of segments by language, of units by status, of terms by language and status."""

    database: str
    bytes: int
    memories: list[MemoryJson]
    languages: dict[str, int]
    statuses: dict[str, int]
    terms: dict[str, dict[str, int]]
    sources: int


class FaultJson(TypedDict):
    """What is wrong, and whether making the indexes anew mends it."""

    text: str
    mendable: bool


class SoundnessJson(TypedDict):
    """What is wrong with a database, how many segments wait to be indexed, and whether all was mended."""

    database: str
    faults: list[FaultJson]
    waiting: int
    mended: bool


class TextsJson(TypedDict):
    """What of a unit can be corrected."""

    source: str
    target: str
    status: str


class CorrectedJson(TypedDict):
    """A unit before and after its correction."""

    unit: int
    before: TextsJson
    after: TextsJson


class UnitJson(TypedDict):
    """A unit with its translation and its place."""

    unit: int
    target: str
    memory: str
    document: str
    position: int


class SettledJson(UnitJson):
    """The unit that is right, and those that are superseded for it, or have their status again."""

    superseded: NotRequired[list[UnitJson]]
    restored: NotRequired[list[UnitJson]]


class WeighedJson(TypedDict):
    """A memory's penalty and trust before and after; only what was set."""

    name: str
    before: dict[str, int]
    after: dict[str, int]


class ForgottenJson(TypedDict):
    """How much is in a part of the database, and whether it was removed."""

    units: int
    concepts: int
    files: int
    removed: bool


class ConceptChangesJson(TypedDict):
    """What changed in a concept, in words."""

    concept: str
    changes: list[str]


class PastConceptChangeJson(TypedDict):
    """What somebody changed in a concept, and when."""

    at: str
    author: str
    action: str
    changes: list[str]


class PastJson(TypedDict):
    """A change of anything; `before` and `after` are what the history keeps of it, None for nothing."""

    at: str
    author: str
    action: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class ScoreJson(TypedDict):
    """A score with its 95 % interval, and the signature that says how it was made."""

    score: float
    low: float
    high: float
    signature: str


class SystemJson(TypedDict):
    """The scores of one way to suggest, the characters still typed, and the share of characters kept."""

    chrf: ScoreJson
    bleu: ScoreJson
    ter: ScoreJson
    typed: int
    kept: float


class BandJson(TypedDict):
    """Segments of a band, their words, and how many suggestions are the stored translation."""

    segments: int
    words: int
    right: int


class EvaluationJson(TypedDict):
    """The result of a replay, by band and by way to suggest."""

    documents: int
    segments: int
    leave_out: str
    bands: dict[str, BandJson]
    systems: dict[str, SystemJson]
