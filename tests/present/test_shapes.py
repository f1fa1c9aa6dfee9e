"""What is presented has the keys, in the order, and the types that its shape declares, and is JSON without further
ado."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from tmtool.checks.engine.registry import all_checks
from tmtool.formats import problems
from tmtool.formats.format import Written
from tmtool.model import (
    Adaptation,
    Answer,
    Bead,
    BlockKind,
    Change,
    Concept,
    Conflict,
    Difference,
    DiffPart,
    Document,
    Finding,
    Fragment,
    Level,
    Match,
    MatchKind,
    Occurrence,
    PassageUnit,
    Penalty,
    Revision,
    Segment,
    Skipped,
    Span,
    Status,
    StoredPair,
    Substitution,
    Suggestion,
    Term,
    TermStatus,
)
from tmtool.model.wording import Wording
from tmtool.present import (
    alignments,
    changes,
    concordance,
    database,
    evaluations,
    files,
    findings,
    matches,
    proposals,
    shapes,
    suggestions,
    terms,
)
from tmtool.present.lines import json_line
from tmtool.present.shapes.alignments import AlignmentJson
from tmtool.present.shapes.changes import (
    ConceptChangesJson,
    CorrectedJson,
    ForgottenJson,
    MovedIntoJson,
    PastConceptChangeJson,
    PastJson,
    PurgeableJson,
    PurgedJson,
    PutBackJson,
    RenamedJson,
    ReplacedJson,
    ReplacedTextJson,
    ReplacementUndoneJson,
    SettledJson,
    UnitJson,
    WeighedJson,
)
from tmtool.present.shapes.concordance import ConcordanceJson
from tmtool.present.shapes.database import (
    BackedUpJson,
    BackupJson,
    DoubtJson,
    MemoryRightJson,
    MovedJson,
    RestoredJson,
    SoundnessJson,
    SourceFileJson,
    StatisticsJson,
    TableJson,
)
from tmtool.present.shapes.evaluations import EvaluationJson
from tmtool.present.shapes.files import ConvertedJson, ExportedJson, ExportedTermsJson, FileProblemJson, ImportedJson
from tmtool.present.shapes.findings import CheckJson, FindingJson
from tmtool.present.shapes.matches import AnswerJson
from tmtool.present.shapes.proposals import ProposalJson
from tmtool.present.shapes.suggestions import RemovedJson, SuggestionJson
from tmtool.present.shapes.terms import CandidateJson, ConceptJson, LanguageJson, ProblemJson
from tmtool.store.values import (
    Backup,
    Extent,
    Fault,
    MemoryCount,
    MemoryRight,
    Part,
    Purged,
    SourceFile,
    Statistics,
    Table,
)
from tmtool.tasks.align import Alignment
from tmtool.tasks.audit import Past
from tmtool.tasks.backing_up import BackedUp, Restorable
from tmtool.tasks.concordance import ConcordanceLine
from tmtool.tasks.converting import Converted
from tmtool.tasks.evaluate import Band, Evaluation, Score, SystemScores
from tmtool.tasks.forgetting import Purgeable, PutBack
from tmtool.tasks.import_values import ImportReport
from tmtool.tasks.inspecting import Doubt
from tmtool.tasks.moving import Moved
from tmtool.tasks.proposing import Correction, NewTerms, Proposal
from tmtool.tasks.replacing import Replaced, Undone
from tmtool.tasks.settling import Settled
from tmtool.tasks.soundness import Soundness
from tmtool.tasks.term_history import PastChange
from tmtool.tasks.unit_editing import Corrected
from tmtool.terminology.candidates import Alternative, Candidate, Context
from tmtool.terminology.concept_changes import Changed
from tmtool.terminology.consistency import Problem

TEXT = "Élection du bureau 🗳 of the Bureau"
SHELTER = Concept(
    "shelter",
    (Term("shelter", "en"), Term("abri", "fr", TermStatus.DEPRECATED), Term("foyer", "fr", bodies=("CTOC",))),
    domain="migrants",
)
OCCURRENCE = Occurrence(Span(0, 8), SHELTER, SHELTER.terms[0])
MATCH = Match(
    rate=90,
    score=80,
    kind=MatchKind.FUZZY,
    source="Item 2",
    target="Point 2",
    memory="agendas",
    document="CTOC/COP/1",
    position=3,
    status=Status.APPROVED,
    changed="2030-01-01T00:00:00Z",
    diff=(DiffPart("replace", "2", "3"),),
    penalties=(Penalty("superseded", 10),),
    unit=7,
    adapted=Adaptation("Point 3", (Substitution("number", "2", "3", "2", "3"),), safe=True),
    warnings=(Difference("negation", "+ not"),),
    conflict=Conflict("Article 2", "agendas", "", 4, Status.DRAFT, 8),
)
SEGMENT = Segment(1, "shelter in 2", 0, "1.")
SUGGESTION = Suggestion(
    SEGMENT, MatchKind.FUZZY, 90, "Point 3", None, (MATCH,), (OCCURRENCE,), (Fragment(Span(0, 7), "foyer", "term"),)
)
FINDING = Finding(2, "numbers-value", Level.ERROR, "wrong", "numbers", source="12", target="13", target_span=Span(0, 2))
SCORE = Score(1.0, 0.5, 1.5, "v:2")
SYSTEM = SystemScores(SCORE, SCORE, SCORE, 4, 0.5)
CHANGED = Changed(SHELTER, None)
DOCUMENT = Document("a.txt", "en", (), (Segment(1, "One", 0, kind=BlockKind.TITLE),))

PAIR = StoredPair(
    7, 1, "Item 2", "Point 2", "agendas", 0, "CTOC/COP/1", 3, None, None, Status.APPROVED, "2030-01-01", "", "heading"
)
LINE = ConcordanceLine(PAIR, Span(0, 4), None, None)
NEIGHBOUR = PassageUnit(8, 4, "", "Item 3", "Point 3")

PRESENTED: list[tuple[object, object]] = [
    (AnswerJson, matches.answer(Answer("Item 3", (MATCH,), (OCCURRENCE,), 1.23456, "en", "fr"))),
    (SuggestionJson, suggestions.suggestion(SUGGESTION, "fr")),
    (RemovedJson, suggestions.removed(Revision(Change.REMOVED, 3, "Item 3", "Point 3"))),
    (FindingJson, findings.finding(FINDING)),
    (CheckJson, findings.check(all_checks()[0])),
    (ConceptJson, terms.concept(SHELTER)),
    (ProblemJson, terms.problem(Problem("cycle", ("shelter",), "in a circle"))),
    (
        CandidateJson,
        terms.candidate(
            Candidate("shelter", "", 3, 0.5, (Context("A shelter", Span(2, 9)),), (Alternative("foyer", 2),))
        ),
    ),
    (AlignmentJson, alignments.alignment(Alignment(DOCUMENT, DOCUMENT, (Bead((0,), (), 0.123456),)))),
    (
        ImportedJson,
        files.imported(ImportReport(Path("a.tmx"), "tmx", "memory", 2, 0, 1, 1, 0, 0, (Skipped("empty", 3),))),
    ),
    (
        FileProblemJson,
        files.problem(Path("a.tmx"), problems.Problem("codes-pair", "a half", "mend it", 3)),
    ),
    (
        ConvertedJson,
        files.converted(Path("a.tmx"), Path("a.tsv"), Converted("memory", 2, {"note": 1}, (Skipped("empty", 3),), ())),
    ),
    (ExportedJson, files.exported(Path("a.tmx"), 2)),
    (ExportedTermsJson, files.exported_terms(Path("a.tbx"), Written(2, {"note": 1}))),
    (
        StatisticsJson,
        database.statistics(
            Statistics((MemoryCount("a", 1, 2, 3, 0, 50),), {"en": 2}, {"approved": 1}, {"fr": {"preferred": 1}}, 1),
            "tm.db",
            4096,
        ),
    ),
    (MemoryRightJson, database.memory_right(MemoryRight("anne", "read"))),
    (SourceFileJson, database.source_file(SourceFile("a.tmx", "tmx", "2030-01-01", 1, 0))),
    (
        MovedJson,
        database.moved("tm.db", Moved(Statistics((), {"en": 2}, {"approved": 1}, {}, 1), 300)),
    ),
    (
        SoundnessJson,
        database.soundness(Soundness((Fault("damaged", mendable=True),), (), 0, purge_left=False), "tm.db"),
    ),
    (ConcordanceJson, concordance.line(LINE)),
    (ConcordanceJson, concordance.line(LINE, ([], [NEIGHBOUR]))),
    (CorrectedJson, changes.corrected(Corrected(PAIR, PAIR))),
    (SettledJson, changes.settled(Settled(PAIR, (PAIR,)), undone=False)),
    (
        ProposalJson,
        proposals.proposal(Proposal(1, "t", "Anne", "", Correction(1, "en", "fr", "a", "b", "a", "c"))),
    ),
    (ProposalJson, proposals.proposal(Proposal(2, "t", "Anne", "", NewTerms("", (Term("a", "en"),))))),
    (SettledJson, changes.settled(Settled(PAIR, (PAIR,)), undone=True)),
    (WeighedJson, changes.weighed("a", {"penalty": 0}, {"penalty": 5})),
    (RenamedJson, changes.renamed("a", "b")),
    (MovedIntoJson, changes.moved_into(Extent(1, 2, 3), "a", "b")),
    (ForgottenJson, changes.forgotten(Extent(1, 2, 3), removed=True)),
    (TableJson, database.table(Table("units", ("id",), 3, is_view=False))),
    (DoubtJson, database.doubt(Doubt("numbers", (7,), "3 items", "4 points", "3 here, 4 there"))),
    (BackedUpJson, database.backed_up(BackedUp(Path("t.db"), 7, (Path("old.db"),)))),
    (BackupJson, database.backup(Backup(Path(__file__), "2030-09-10T18:00:00Z"))),
    (RestoredJson, database.restored(Restorable(Path("t.db"), 3, 2), done=True, kept=Path("old.db"))),
    (ReplacedTextJson, changes.replaceable_text(Replaced(1, 0, "a", "b"))),
    (ReplacedJson, changes.replaced_in(3)),
    (ReplacementUndoneJson, changes.replacement_undone(Undone(3, 0))),
    (PutBackJson, changes.put_back(PutBack(Part(document="A/1"), Extent(1, 2, 3)))),
    (PurgeableJson, changes.purgeable(Purgeable(Extent(1, 2, 3), (Path("backups/t.db"),)))),
    (PurgedJson, changes.purged(Purged(Extent(1, 2, 3), complete=True, purged=("t.db.v1.bak",)))),
    (ConceptChangesJson, changes.concept_changes(CHANGED)),
    (PastConceptChangeJson, changes.past_concept_change(PastChange("2030-01-01", "me", "merge", CHANGED))),
    (PastJson, changes.past(Past("2030-01-01", "me", "edit", "unit 1", {"text": "a"}, None))),
    (
        EvaluationJson,
        evaluations.evaluation(Evaluation(1, 2, "document", {"exact": Band(1, 2, 1)}, {"raw": SYSTEM})),
    ),
]


@pytest.mark.parametrize(("shape", "value"), PRESENTED, ids=[shape.__name__ for shape, _ in PRESENTED])  # type: ignore[attr-defined]
def test_a_value_has_the_shape_that_is_declared(shape: object, value: dict[str, object]) -> None:
    assert list(misfits(shape, value)) == []
    assert json.loads(json_line(value)) == value


def misfits(shape: Any, value: Any, place: str = "") -> list[str]:
    """Yields the places where a value differs from a type."""
    if is_typeddict(shape):
        hints = get_type_hints(shape)
        expected = [key for key in hints if key in shape.__required_keys__ or key in value]
        if list(value) != expected:
            return [f"{place}: {list(value)} instead of {expected}"]
        return [one for key in expected for one in misfits(hints[key], value[key], f"{place}.{key}")]
    origin, inside = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        if value is None:
            return [] if NoneType in inside else [f"{place}: null"]
        return [one for kind in inside if kind is not NoneType for one in misfits(kind, value, place)]
    if origin is list:
        return [one for item in value for one in misfits(inside[0], item, f"{place}[]")]
    if origin is dict:
        return [one for item in value.values() for one in misfits(inside[1], item, f"{place}{{}}")]
    kind = str if isinstance(value, Wording) else type(value)
    if shape is Any or (shape is NoneType and value is None) or kind is shape:
        return []
    if shape is str and isinstance(value, Wording):
        return []
    return [f"{place}: {value!r} is no {shape}"]


def test_every_shape_is_that_of_something_presented() -> None:
    bases = {LanguageJson, UnitJson}
    seen: set[object] = set(bases)
    for shape, _ in PRESENTED:
        look_inside(shape, seen)
    modules = [import_module(f"{shapes.__name__}.{module.name}") for module in iter_modules(shapes.__path__)]
    assert {one for module in modules for one in vars(module).values() if is_typeddict(one)} == seen


def look_inside(shape: Any, seen: set[object]) -> None:
    """Adds the shapes that a type consists of to those seen."""
    if is_typeddict(shape) and shape not in seen:
        seen.add(shape)
        for part in get_type_hints(shape).values():
            look_inside(part, seen)
    for part in get_args(shape):
        look_inside(part, seen)


def test_offsets_count_code_points_of_the_text_that_the_same_object_carries() -> None:
    start = TEXT.index("of the Bureau")
    bureau = Concept("bureau", (Term("of the Bureau", "en"),))
    found = terms.occurrence(Occurrence(Span(start, len(TEXT)), bureau, bureau.terms[0]), TEXT, "fr")
    assert found["source_span"] == [21, 34]
    assert TEXT[21:34] == found["source"]


def test_a_line_is_utf_8_as_it_is_and_has_no_line_end_inside() -> None:
    assert json_line({"a": "é\u2028\n"}) == '{"a": "é\u2028\\n"}'
