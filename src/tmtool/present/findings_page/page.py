"""Writes the page of findings: each in its segment, both languages side by side, what is meant underlined.

One file that needs no network and no script to be read or printed; a script filters and moves. Level and place are
told by a sign, a word, a number and the kind of line, never by colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.draft import Pair
from tmtool.model import Finding, Span
from tmtool.model.wording import Wording, say, say_number
from tmtool.present.findings import MARKS, by, summary, where
from tmtool.present.invisible import ARROW, change
from tmtool.present.pages.direction import column_head, lang, message
from tmtool.present.pages.offline import write_page
from tmtool.present.reader import Reader
from tmtool.present.report import Report

_WAIVED = "waived"
_PACKAGE = "tmtool.present.findings_page"
Numbered = Sequence[tuple[int, Finding]]


def write_findings(path: Path, report: Report, reader: Reader) -> None:
    """Writes the page. Raises OutputError if it cannot be written."""
    found = dict(report.numbered())
    draft = report.checked.draft
    segments = [_segment(pair, found.get(index, ()), report, reader) for index, pair in enumerate(draft.pairs)]
    both = any(pair.source is not None for pair in draft.pairs)
    tags = [draft.source_language, draft.target_language] if both else [draft.target_language]
    texts = {
        "about": escape(reader.read(_about(report))),
        "levels": _levels(report.checked.findings, reader),
        "checks": _checks(report.checked.findings),
        "sides": "both" if both else "alone",
        "heads": "".join(map(column_head, tags)),
        "segments": "".join(segments),
        "empty": " hidden" if found else "",
    }
    write_page(
        path,
        _PACKAGE,
        reader,
        kind=say("Findings"),
        title=Path(report.called).name,
        scripts=("page.js",),
        data=sha256(texts["segments"].encode()).hexdigest(),
        texts=texts,
    )


def _about(report: Report) -> Wording:
    return say_number(
        "{n} segment: {summary}{against}",
        "{n} segments: {summary}{against}",
        len(report.checked.draft.pairs),
        summary=summary(report.checked.findings),
        against=say(", against {source}", source=report.source.name) if report.source else "",
    )


def _levels(findings: Sequence[Finding], reader: Reader) -> str:
    counts = Counter(map(_level, findings))
    return "\n".join(
        f'<label><input type="checkbox" name="level" value="{name}"{"" if name == _WAIVED else " checked"}> '
        f"{mark} {escape(reader.read_fixed(name))} ({counts[name]})</label>"
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


def _segment(pair: Pair, found: Numbered, report: Report, reader: Reader) -> str:
    draft = report.checked.draft
    sides = []
    if pair.source is not None:
        spans = [(number, one, one.source_span) for number, one in found if one.source_span]
        sides.append(
            _side(
                pair.source, draft.source_language, spans, pair.source_label, reader.read(say("nothing in the source"))
            )
        )
    spans = [(number, one, one.target_span) for number, one in found if one.target_span]
    sides.append(
        _side(pair.target, draft.target_language, spans, pair.target_label, reader.read(say("no translation")))
    )
    items = "".join(_finding(number, one, report, reader) for number, one in found)
    name = f"<br><small>{escape(pair.id)}</small>" if pair.id else ""
    below = f'<ol class="found">\n{items}</ol>' if found else ""
    # Only what is found has a place to be looked up; numbers of segments are for programs.
    place = escape(reader.read(where(found[0][1]))) if found else ""
    number = f'<p class="place">{place}{name}</p>'
    return f'<li class="segment"><div class="pair">{number}{"".join(sides)}</div>{below}</li>\n'


def _side(text: str, tag: str, spans: Sequence[tuple[int, Finding, Span]], label: str, nothing: str) -> str:
    if not text:
        return f'<p class="nothing">{escape(nothing)}</p>'
    written = f'<span class="nothing">{escape(label)}</span> ' if label else ""
    return f"<p {lang(tag)}>{written}{_marked(text, spans)}</p>"


def _marked(text: str, spans: Sequence[tuple[int, Finding, Span]]) -> str:
    """Returns the text with every place underlined that a finding is about; after each place come the findings'
    numbers."""
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


def _finding(number: int, finding: Finding, report: Report, reader: Reader) -> str:
    level = _level(finding)
    right = ""
    if finding.suggestion is not None and finding.target_span:
        old, _, new = reader.read(change(finding.target_span.of(finding.target), finding.suggestion)).partition(ARROW)
        right = f'<p class="right">✎ <del>{escape(old)}</del> → <ins>{escape(new)}</ins></p>'
    waiver = report.waiver(finding)
    why = f'<p class="why">{escape(waiver.reason + by(waiver))}</p>' if waiver else ""
    name, said = escape(finding.check), escape(reader.read_fixed(level))
    return (
        f'<li class="finding {level}" id="f{number}" tabindex="-1" data-level="{level}" data-check="{name}">'
        f'<span class="tick"></span><sup>{number}</sup> <b>{MARKS[level]} {said}</b> <span class="check">{name}</span>'
        f'<p class="message">{message(reader.read(finding.message))}</p>{right}{why}</li>\n'
    )
