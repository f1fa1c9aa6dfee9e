"""Writes the page of findings: each in its segment, both languages side by side, what is meant underlined.

One file that needs no network and no script to be read or printed; a script filters and moves. Its security policy
names style and script by their digest, so that no text of a draft can ever run. Level and place are told by a sign,
a word and a number, never by colour alone.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from importlib import resources
from itertools import pairwise
from pathlib import Path
from string import Template

from tmtool.checks.draft import Pair
from tmtool.cli.output.findings import MARKS, by, summary
from tmtool.cli.output.invisible import change
from tmtool.cli.output.report import Report
from tmtool.formats.writing import whole_file
from tmtool.model import Finding, Span

_WAIVED = "waived"
PACKAGE = "tmtool.cli.output.findings_page"
Numbered = Sequence[tuple[int, Finding]]


def write_findings(path: Path, report: Report) -> None:
    """Writes the page. Raises OutputError if it cannot be written."""
    found = dict(report.numbered())
    draft = report.checked.draft
    style = _inside("tmtool.cli.output", "page.css") + _inside(PACKAGE, "findings.css")
    script = _inside(PACKAGE, "page.js")
    segments = [_segment(pair, found.get(index, ()), report) for index, pair in enumerate(draft.pairs)]
    both = any(pair.source is not None for pair in draft.pairs)
    page = Template(_inside(PACKAGE, "page.html")).substitute(
        title=escape(report.target.name),
        about=escape(f"{len(draft.pairs)} segments: {summary(report.checked.findings)}{_from(report)}"),
        style=style,
        style_digest=_digest(style),
        script=script,
        script_digest=_digest(script),
        levels=_levels(report.checked.findings),
        checks=_checks(report.checked.findings),
        heads="".join(
            f"<span>{escape(tag)}</span>" for tag in ([draft.source_language] if both else []) + [draft.target_language]
        ),
        segments="".join(segments),
        empty="" if not found else " hidden",
        draft=json.dumps({"key": sha256("\0".join(segments).encode()).hexdigest()}),
    )
    with whole_file(path) as out:
        out.write(page if both else page.replace("<body>", '<body class="alone">', 1))


def _from(report: Report) -> str:
    return f", against {report.source.name}" if report.source else ""


def _levels(findings: Sequence[Finding]) -> str:
    counts = Counter(map(_level, findings))
    return "\n".join(
        f'<label><input type="checkbox" name="level" value="{name}"{"" if name == _WAIVED else " checked"}> '
        f"{mark} {name} ({counts[name]})</label>"
        for name, mark in MARKS.items()
        if counts[name]
    )


def _checks(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.check for finding in findings)
    return "".join(
        f'<option value="{escape(name)}">{escape(name)} ({counts[name]})</option>\n' for name in sorted(counts)
    )


def _level(finding: Finding) -> str:
    return _WAIVED if finding.waived else finding.level.value


def _segment(pair: Pair, found: Numbered, report: Report) -> str:
    draft = report.checked.draft
    sides = []
    if pair.source is not None:
        spans = [(number, one, one.source_span) for number, one in found if one.source_span]
        sides.append(_side(pair.source, draft.source_language, spans, pair.source_label, "nothing in the source"))
    spans = [(number, one, one.target_span) for number, one in found if one.target_span]
    sides.append(_side(pair.target, draft.target_language, spans, pair.target_label, "no translation"))
    items = "".join(_finding(number, one, report) for number, one in found)
    name = f"<br><small>{escape(pair.id)}</small>" if pair.id else ""
    below = f'<ol class="found">\n{items}</ol>' if found else ""
    number = f'<p class="number">{pair.number}{name}</p>'
    return f'<li class="segment"><div class="pair">{number}{"".join(sides)}</div>{below}</li>\n'


def _side(text: str, tag: str, spans: Sequence[tuple[int, Finding, Span]], label: str, nothing: str) -> str:
    if not text:
        return f'<p class="nothing">{nothing}</p>'
    written = f'<span class="nothing">{escape(label)}</span> ' if label else ""
    return f'<p lang="{escape(tag)}">{written}{_marked(text, spans)}</p>'


def _marked(text: str, spans: Sequence[tuple[int, Finding, Span]]) -> str:
    """The text with every place underlined that a finding is about; behind each place stand the findings' numbers."""
    edges = sorted({0, len(text), *(edge for _, _, span in spans for edge in (span.start, span.end))})
    pieces = []
    for start, end in pairwise(edges):
        inside = [(number, one) for number, one, span in spans if span.start <= start and end <= span.end]
        piece = escape(text[start:end])
        if inside:
            gravest = max((one for _, one in inside), key=lambda one: (not one.waived, one.level.gravity))
            ending = [number for number, _, span in spans if span.end == end]
            numbers = f"<sup>{' '.join(map(str, ending))}</sup>" if ending else ""
            of = " ".join(str(number) for number, _ in inside)
            piece = f'<mark class="{_level(gravest)}" data-of="{of}">{piece}{numbers}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def _finding(number: int, finding: Finding, report: Report) -> str:
    level = _level(finding)
    right = ""
    if finding.suggestion is not None and finding.target_span:
        old, _, new = change(finding.target_span.of(finding.target), finding.suggestion).partition(" → ")
        right = f'<p class="right">✎ <del>{escape(old)}</del> → <ins>{escape(new)}</ins></p>'
    waiver = report.waiver(finding)
    why = f'<p class="why">{escape(waiver.reason + by(waiver))}</p>' if waiver else ""
    name = escape(finding.check)
    return (
        f'<li class="finding {level}" id="f{number}" tabindex="-1" data-level="{level}" data-check="{name}">'
        f'<span class="tick"></span><sup>{number}</sup> <b>{MARKS[level]} {level}</b> <span class="check">{name}</span>'
        f'<p class="message">{escape(finding.message)}</p>{right}{why}</li>\n'
    )


def _inside(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
