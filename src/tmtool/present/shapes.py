"""Defines the shapes of the JSON: what a program may rely on, as types (docs/reference.md).

Keys come in the order of their declaration. Spans are [start, end] in code points of a text that the same object has.
They are in a module of their own, which is not loaded to answer: to make them takes longer than to write the answer.
"""

# Without postponed annotations, which would hide from TypedDict which keys are not required.
from typing import Any, NotRequired, TypedDict


class TermJson(TypedDict):
    """A `TermJson` is a term with what the term base says of its use."""

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
    """An `OccurrenceJson` is a term found in a text, with its translations, preferred first."""

    source_span: list[int]
    source: str
    concept: str
    translations: list[TermJson]
    domain: str
    definition: str
    note: str


class LanguageJson(TypedDict):
    """A `LanguageJson` is the language of a term, as a tag."""

    language: str


class LanguageTermJson(LanguageJson, TermJson):
    """A `LanguageTermJson` is a term of a concept, with its language."""


class ConceptJson(TypedDict):
    """A `ConceptJson` is a concept with all its terms."""

    concept: str
    domain: str
    definition: str
    note: str
    contrasts: list[str]
    date: str
    terms: list[LanguageTermJson]


class AlternativeJson(TypedDict):
    """An `AlternativeJson` is a translation that may be a proposed term's, and in how many texts both are."""

    target: str
    count: int


class CandidateJson(TypedDict):
    """A `CandidateJson` is a term proposed, with texts that have it."""

    source: str
    target: str | None
    count: int
    score: float
    examples: list[str]
    alternatives: list[AlternativeJson]
    gender: str


class ProblemJson(TypedDict):
    """A `ProblemJson` says what is wrong in the term base, and with which concepts."""

    kind: str
    concepts: list[str]
    message: str


class PenaltyJson(TypedDict):
    """A `PenaltyJson` is a named deduction from a rate, in points."""

    name: str
    points: int


class SubstitutionJson(TypedDict):
    """A `SubstitutionJson` is a value replaced, as written in stored source, query, stored target and result."""

    kind: str
    source_from: str
    source_to: str
    target_from: str
    target_to: str


class OpenPlaceJson(TypedDict):
    """An `OpenPlaceJson` is a stretch of an adapted target that a person has to change, what differs there in stored
    source and query, and what may have to be written."""

    target_span: list[int]
    target: str
    source_from: str
    source_to: str
    proposal: str


class AdaptationJson(TypedDict):
    """An `AdaptationJson` is a stored target with the values of the query; where it is not safe, the reasons, and the
    places that are open."""

    target: str
    substitutions: list[SubstitutionJson]
    safe: bool
    reasons: list[str]
    open: list[OpenPlaceJson]


class WarningJson(TypedDict):
    """A `WarningJson` says what differs beyond values: what is at stake, and the words."""

    kind: str
    detail: str


class ConflictJson(TypedDict):
    """A `ConflictJson` is a unit with the same source that says it in other words."""

    unit: int
    target: str
    memory: str
    document: str
    position: int
    status: str


class MatchJson(TypedDict):
    """A `MatchJson` is a unit offered for a query; `diff` has steps [kind, stored, query], `units` is how many of those
    found offer the same words."""

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
    units: int


class AnswerJson(TypedDict):
    """An `AnswerJson` is the answer to a query, between which languages it was asked, and how many milliseconds it
    took."""

    query: str
    ms: float
    matches: list[MatchJson]
    terms: list[OccurrenceJson]
    source_language: str
    target_language: str


class FragmentJson(TypedDict):
    """A `FragmentJson` is a part of a segment whose translation is known; `concept` is None for a unit of the
    memory."""

    source_span: list[int]
    source: str
    target: str
    origin: str
    concept: str | None


class RevisionJson(TypedDict):
    """A `RevisionJson` says what a segment was in the earlier version of its document; `diff` has steps [kind, old,
    new]."""

    change: str
    segment: int | None
    source: str
    target: str | None
    diff: list[list[str]]


class RemovedJson(TypedDict):
    """A `RemovedJson` is a segment of the earlier version that the new one no longer has."""

    segment: None
    revision: RevisionJson


class SuggestionJson(TypedDict):
    """A `SuggestionJson` is a segment with the best that memory and term base have for it."""

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
    revision: NotRequired[RevisionJson]


class LocationJson(TypedDict):
    """A `LocationJson` says where a segment is for a reader, in words and by its parts; what is not known is "" or
    null."""

    text: str
    item: str
    heading: str
    paragraph: str
    table: int | None
    row: int | None
    column: int | None
    page: int | None
    line: int | None


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


class BeadJson(TypedDict):
    """A `BeadJson` is a group: 0-based indexes of segments, how sure it is (0 to 1), and the texts of both sides."""

    source: list[int]
    target: list[int]
    confidence: float
    source_text: str
    target_text: str


class AlignmentJson(TypedDict):
    """An `AlignmentJson` holds two documents, by the names of their files, and the groups that join their segments."""

    source: str
    target: str
    beads: list[BeadJson]


class NeighbourJson(TypedDict):
    """A `NeighbourJson` is a unit before or after another in its document."""

    position: int
    source: str
    target: str


class ConcordanceJson(TypedDict):
    """A `ConcordanceJson` is a unit with the phrase; `target_span` is where its translation probably is."""

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
    """A `SkippedJson` is an entry that was left out."""

    line: int | None
    reason: str


class ImportedJson(TypedDict):
    """An `ImportedJson` says what a file gave to the database."""

    path: str
    format: str
    kind: str
    units: int
    terms: int
    added: int
    unchanged: int
    repeated: int
    removed: int
    skipped: list[SkippedJson]


class ExportedJson(TypedDict):
    """An `ExportedJson` is a file with units of the memory."""

    path: str
    units: int


class ExportedTermsJson(TypedDict):
    """An `ExportedTermsJson` is a file with the term base, and how many times it has no place for what; by the name of
    that."""

    path: str
    concepts: int
    losses: dict[str, int]


class FileProblemJson(TypedDict):
    """A `FileProblemJson` is what `validate` has found at a place of a file; `line` is null for the file as a whole."""

    path: str
    line: int | None
    level: str
    rule: str
    message: str
    remedy: str


class ConvertedJson(TypedDict):
    """A `ConvertedJson` is a file that was written in another format: how many units or terms, and of how many the
    format has no place for what."""

    path: str
    out: str
    kind: str
    units: int
    terms: int
    losses: dict[str, int]
    skipped: list[SkippedJson]


class MemoryJson(TypedDict):
    """A `MemoryJson` says what a memory holds, and how its matches are weighed."""

    name: str
    units: int
    documents: int
    concepts: int
    penalty: int
    trust: int


class MemoryRightJson(TypedDict):
    """A `MemoryRightJson` says what a role of a server may do with a memory."""

    role: str
    may: str


class SourceFileJson(TypedDict):
    """A `SourceFileJson` is a file that gave something to a memory, and what of that is there."""

    path: str
    format: str
    imported: str
    units: int
    concepts: int


class StatisticsJson(TypedDict):
    """`StatisticsJson` counts segments by language, units by status, terms by language and status."""

    database: str
    bytes: int
    memories: list[MemoryJson]
    languages: dict[str, int]
    statuses: dict[str, int]
    terms: dict[str, dict[str, int]]
    sources: int


class FaultJson(TypedDict):
    """A `FaultJson` says what is wrong, and whether making the indexes anew mends it."""

    text: str
    mendable: bool


class MovedJson(TypedDict):
    """A `MovedJson` says what a database holds after a move, and how many questions it answered as the original."""

    database: str
    segments: int
    units: int
    questions: int


class SoundnessJson(TypedDict):
    """A `SoundnessJson` says what is wrong with a database, how many segments wait to be indexed, whether a purge is
    not complete, and whether all was mended."""

    database: str
    faults: list[FaultJson]
    waiting: int
    purge_left: bool
    mended: bool


class TableJson(TypedDict):
    """A `TableJson` is a table or view that people may ask in SQL."""

    name: str
    columns: list[str]
    rows: int
    view: bool


class DoubtJson(TypedDict):
    """A `DoubtJson` is what looks wrong with the content of units: a duplicate, numbers, or misaligned texts."""

    kind: str
    units: list[int]
    source: str
    target: str
    message: str


class BackedUpJson(TypedDict):
    """A `BackedUpJson` says where a backup was written, and which older ones were removed."""

    path: str
    bytes: int
    removed: list[str]


class BackupJson(TypedDict):
    """A `BackupJson` is a backup that can be restored."""

    path: str
    made: str
    bytes: int


class RestoredJson(TypedDict):
    """A `RestoredJson` says what is in a backup, whether it was restored, and where what was there before is."""

    path: str
    units: int
    concepts: int
    restored: bool
    kept: str | None


class TextsJson(TypedDict):
    """A `TextsJson` says what of a unit can be corrected."""

    source: str
    target: str
    status: str


class CorrectedJson(TypedDict):
    """A `CorrectedJson` holds a unit before and after its correction."""

    unit: int
    before: TextsJson
    after: TextsJson


class ReplacedTextJson(TypedDict):
    """A `ReplacedTextJson` is a text of a unit that a replacement would change."""

    unit: int
    before: str
    after: str


class ReplacedJson(TypedDict):
    """A `ReplacedJson` says in how many units a replacement was made."""

    units: int


class ReplacementUndoneJson(ReplacedJson):
    """A `ReplacementUndoneJson` says in how many units a replacement was taken back, and how many, changed since, were
    left."""

    left: int


class UnitJson(TypedDict):
    """An `UnitJson` is a unit with its translation and its place."""

    unit: int
    target: str
    memory: str
    document: str
    position: int


class SettledJson(UnitJson):
    """A `SettledJson` holds the unit that is right, and those that are superseded for it, or have their status
    again."""

    superseded: NotRequired[list[UnitJson]]
    restored: NotRequired[list[UnitJson]]


class ProposedTermJson(TypedDict):
    """A `ProposedTermJson` is a term that somebody proposes."""

    language: str
    text: str
    status: str


class ProposalJson(TypedDict):
    """A `ProposalJson` is a change that somebody proposes: other texts for a unit, or terms for a concept, "" for a new
    one. `decision` is what became of it: accept, refuse, or null while it is open."""

    proposal: int
    at: str
    by: str
    why: str
    unit: int | None
    source_language: str | None
    target_language: str | None
    source: str | None
    target: str | None
    old_source: str | None
    old_target: str | None
    concept: str | None
    terms: list[ProposedTermJson]
    decision: str | None
    decided_at: str | None
    decided_by: str | None
    answer: str | None


class WeighedJson(TypedDict):
    """A `WeighedJson` holds a memory's penalty and trust before and after; only what was set."""

    name: str
    before: dict[str, int]
    after: dict[str, int]


class RenamedJson(TypedDict):
    """A `RenamedJson` holds the names of a memory before and after."""

    before: str
    after: str


MovedIntoJson = TypedDict("MovedIntoJson", {"from": str, "into": str, "units": int, "concepts": int, "files": int})
"""How much was put from one memory into another."""


class ForgottenJson(TypedDict):
    """A `ForgottenJson` says how much is in a part of the database, and whether it was removed."""

    units: int
    concepts: int
    files: int
    removed: bool


class PutBackJson(TypedDict):
    """A `PutBackJson` says what was forgotten, by what names, and is there again."""

    memory: str | None
    source: str | None
    document: str | None
    units: int
    concepts: int
    files: int


class PurgeableJson(ForgottenJson):
    """A `PurgeableJson` says how much would be removed for good, which backups have any of it, and how many changes
    could not be taken back any more."""

    backups: list[str]
    changes: int


class PurgedJson(ForgottenJson):
    """A `PurgedJson` says how much was removed for good, whether the purge is complete, which copies of the database
    were purged or removed as well, or could not be, and which backups are not where they were made, or have texts that
    the database has no more."""

    complete: bool
    copies_purged: list[str]
    copies_left: list[str]
    backups_gone: list[str]
    backups_behind: list[str]


class ConceptChangesJson(TypedDict):
    """A `ConceptChangesJson` says what changed in a concept, in words."""

    concept: str
    changes: list[str]


class PastConceptChangeJson(TypedDict):
    """A `PastConceptChangeJson` says what somebody changed in a concept, and when."""

    at: str
    author: str
    action: str
    changes: list[str]


class PastJson(TypedDict):
    """A `PastJson` is a change of anything; `before` and `after` are what the history keeps of it, None for nothing."""

    at: str
    author: str
    action: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class ScoreJson(TypedDict):
    """A `ScoreJson` is a score with its 95 % interval, and the signature that says how it was made."""

    score: float
    low: float
    high: float
    signature: str


class SystemJson(TypedDict):
    """A `SystemJson` holds the scores of one way to suggest, the characters still typed, and the share of characters
    kept."""

    chrf: ScoreJson
    bleu: ScoreJson
    ter: ScoreJson
    typed: int
    kept: float


class BandJson(TypedDict):
    """A `BandJson` counts the segments of a band, their words, and how many suggestions are the stored translation."""

    segments: int
    words: int
    right: int


class EvaluationJson(TypedDict):
    """An `EvaluationJson` is the result of a replay, by band and by way to suggest."""

    documents: int
    segments: int
    leave_out: str
    bands: dict[str, BandJson]
    systems: dict[str, SystemJson]
