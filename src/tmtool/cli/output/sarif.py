"""Writes findings as SARIF 2.1.0 (OASIS, errata 01), for editors and for what collects the results of checks.

A result is where its words are in the file if that is text (txt, tables, TMX, XLIFF); in an archive or a PDF
it has a logical location only, its segment. Its fingerprint is the key of a waiver, so that it is the same finding
wherever it moves. Offsets, lines and columns count Unicode code points.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tmtool import __version__
from tmtool.checks.engine.check import Check
from tmtool.checks.engine.registry import all_checks
from tmtool.checks.engine.waivers import key_of
from tmtool.cli.reader import fixed_for_programs, for_programs, language_of_programs
from tmtool.formats.writing import whole_file
from tmtool.model import Finding, Level, Span
from tmtool.model.wording import joined, say
from tmtool.present.catalogues import WRITTEN_IN
from tmtool.present.findings import plain, where
from tmtool.present.invisible import change
from tmtool.present.report import Report
from tmtool.present.spans import span
from tmtool.tasks.regions import PlacesInFile, Region

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note", Level.HINT: "none"}
Json = dict[str, Any]


def write_sarif(path: Path, report: Report) -> None:
    """Writes the log. Raises OutputError if it cannot be written."""
    checks = all_checks()
    artifacts = [_artifact(report.target, report, "analysisTarget")]
    if report.source is not None:
        artifacts.append(_artifact(report.source, report, "referencedOnCommandLine"))
    run: Json = {
        "tool": {"driver": {"name": "tmtool", "version": __version__, "rules": [_rule(check) for check in checks]}},
        "language": _locale(),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": artifacts,
        "results": _results(report, {check.name: place for place, check in enumerate(checks)}),
    }
    with whole_file(path) as out:
        json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=1)
        out.write("\n")


def _locale() -> str:
    """Returns the language of the messages; that of the program with the region which its spelling is of."""
    language = language_of_programs()
    return "en-US" if language == WRITTEN_IN else language


def _artifact(path: Path, report: Report, role: str) -> Json:
    draft = report.checked.draft
    tongue = draft.target_language if path == report.target else draft.source_language
    uri = _uri_of(report) if path == report.target else _uri(path)
    return {"location": {"uri": uri}, "roles": [role], "sourceLanguage": tongue}


def _uri_of(report: Report) -> str:
    return quote(report.name) if report.name else _uri(report.target)


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _rule(check: Check) -> Json:
    shown = [example for example in check.examples if example.flagged][:1]
    right = [example for example in check.examples if not example.flagged][:1]
    summary, reason = fixed_for_programs(check.summary), fixed_for_programs(check.reason)
    said = [plain(reason)]
    marked = [reason]
    for title, examples in ((say("Reported"), shown), (say("Right"), right)):
        for example in examples:
            texts = [text for text in (example.source, example.target) if text]
            said.append(str(for_programs(joined([title, " → ".join(texts)], say(": ")))))
            marked.append(
                f"**{for_programs(title)}**\n\n" + "\n".join(f"> {line}" for text in texts for line in text.split("\n"))
            )
    return {
        "id": check.name,
        "shortDescription": {"text": plain(summary)},
        "fullDescription": {"text": plain(reason)},
        "help": {"text": "\n\n".join(said), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": _LEVELS[check.level]},
        "properties": {"tags": [check.scope, f"its:{check.its_type}"]},
    }


def _results(report: Report, rules: dict[str, int]) -> list[Json]:
    places = PlacesInFile(report.target, report.checked, report.segmentation)
    return [
        _result(report, finding, rules[finding.check], places, pair)
        for pair, findings in report.checked.by_pair()
        for finding in findings
    ]


def _result(report: Report, finding: Finding, rule: int, places: PlacesInFile, pair: int) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri_of(report), "index": 0}}
    region = places.region(pair, finding.target_span or Span(0, len(finding.target)))
    if region:
        physical["region"] = _region(region)
    segment: Json = {"name": for_programs(say("segment {number}", number=finding.segment)), "kind": "segment"}
    if finding.id:
        segment["fullyQualifiedName"] = finding.id
    place: Json = {"name": for_programs(where(finding)), "kind": "place"}
    result: Json = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.level],
        "message": {"text": for_programs(finding.message)},
        "locations": [{"physicalLocation": physical, "logicalLocations": [segment, place]}],
        "partialFingerprints": {"waiverKey/v1": key_of(finding).digest},
        "properties": {
            "segment": finding.segment,
            "source": finding.source,
            "target": finding.target,
            "sourceSpan": span(finding.source_span),
            "targetSpan": span(finding.target_span),
            "suggestion": finding.suggestion,
        },
    }
    edits = places.edits(finding, pair)
    if edits:
        result["fixes"] = [_fix(report, finding, edits)]
    if any(one.waived for one in report.checked.findings):
        # All results of a run have suppressions or none has (3.27.23).
        waiver = report.waiver(finding)
        accepted = {"kind": "external", "status": "accepted", "justification": waiver.reason} if waiver else None
        result["suppressions"] = [accepted] if accepted else []
    return result


def _fix(report: Report, finding: Finding, edits: Sequence[tuple[Region, str]]) -> Json:
    assert finding.target_span is not None
    replacements = [{"deletedRegion": _region(region), "insertedContent": {"text": text}} for region, text in edits]
    change_of_file = {"artifactLocation": {"uri": _uri_of(report), "index": 0}, "replacements": replacements}
    said = change(finding.target_span.of(finding.target), finding.suggestion or "")
    return {"description": {"text": for_programs(said)}, "artifactChanges": [change_of_file]}


def _region(region: Region) -> Json:
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.place.start,
        "charLength": region.place.end - region.place.start,
        "snippet": {"text": region.text},
    }
