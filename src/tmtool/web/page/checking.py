"""Shows what the checks find in a text or a document, alone or against its source."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import Path

from starlette.datastructures import FormData

from tmtool.errors import UsageError
from tmtool.model import Finding, Level
from tmtool.model.wording import say, say_number
from tmtool.tasks.check import check
from tmtool.web.api.checking import lines
from tmtool.web.api.question import MOST_CHARACTERS
from tmtool.web.desk import Desk
from tmtool.web.page.frame import filled
from tmtool.web.page.html import marked, text
from tmtool.web.page.sent import Sent, sent_file
from tmtool.web.people import Guest

_MARKS = {Level.ERROR: "✗", Level.WARNING: "!", Level.INFO: "i", Level.HINT: "?"}


def form(desk: Desk, reader: Guest, source: str = "", target: str = "") -> str:
    """Returns the form with two boxes and two files."""
    return filled(
        "checking.html",
        reader,
        source_language=escape(desk.source_language),
        target_language=escape(desk.target_language),
        source=escape(source),
        target=escape(target),
    )


async def answered(desk: Desk, reader: Guest, form_data: FormData) -> str:
    """Returns what is found, and the form to go on with. Raises TmtoolError for what cannot be checked."""
    files = {name: one for name in ("source_file", "target_file") if (one := await sent_file(form_data.get(name)))}
    if "target_file" in files:
        findings = await desk.in_time(partial(_in_documents, desk, files))
        return _found(reader, findings, desk.source_language, desk.target_language) + form(desk, reader)
    source, target = (_text(form_data.get(name)) for name in ("source", "target"))
    if not target.strip():
        raise UsageError(say("there is no translation to check"), say("paste one, or choose a file"))
    findings = await desk.soon(partial(_in_texts, desk, source, target))
    return _found(reader, findings, desk.source_language, desk.target_language) + form(desk, reader, source, target)


def _text(given: object) -> str:
    written = given.replace("\r\n", "\n") if isinstance(given, str) else ""
    if len(written) > MOST_CHARACTERS:
        raise UsageError(
            say("a text to be pasted has at most {most} characters", most=MOST_CHARACTERS), say("choose a file instead")
        )
    return written.replace("\0", "")


def _in_documents(desk: Desk, files: dict[str, Sent]) -> Sequence[Finding]:
    """Checks files that were sent, from a folder of their own; their names are known to nobody."""
    with tempfile.TemporaryDirectory(prefix="tmtool-") as folder:
        paths: dict[str, Path] = {}
        for name, sent in files.items():
            paths[name] = Path(folder) / f"{name}{sent.ending}"
            paths[name].write_bytes(sent.content)
        return check(
            paths.get("source_file"),
            paths["target_file"],
            home=desk.home,
            source_language=desk.source_language,
            target_language=desk.target_language,
            choice=desk.choice,
            waivers=desk.waivers,
        ).findings


def _in_texts(desk: Desk, source: str, target: str) -> Sequence[Finding]:
    pairs = list(lines(source if source.strip() else None, target))
    return desk.checked(pairs, desk.source_language, desk.target_language)


def _found(reader: Guest, findings: Sequence[Finding], source: str, target: str) -> str:
    open_ones = [one for one in findings if not one.waived]
    number = say_number("{n} finding", "{n} findings", len(open_ones)) if open_ones else say("nothing found")
    items = "".join(_finding(reader, one, source, target) for one in open_ones)
    return (
        f'<section class="findings" aria-labelledby="findings-title" data-said="{escape(reader.read(number))}">'
        f'<h2 id="findings-title">{escape(reader.read(number))}</h2><ol>{items}</ol></section>'
    )


def _finding(reader: Guest, finding: Finding, source: str, target: str) -> str:
    level = finding.level
    place = reader.read(say("line {number}", number=finding.segment))
    repair = ""
    if finding.suggestion is not None and finding.target_span is not None:
        old = finding.target_span.of(finding.target)
        repair = f'<p class="repair"><del>{escape(old)}</del> → <ins>{escape(finding.suggestion)}</ins></p>'
    shown_source = (
        text("", source, "source", inside=marked(finding.source, finding.source_span)) if finding.source else ""
    )
    return (
        f'<li class="finding {level.value}" tabindex="-1"><p class="head"><b>{_MARKS[level]} '
        f'{escape(reader.read_fixed(level.value))}</b> <span class="origin">{escape(place)} · '
        f"{escape(finding.check)}</span></p><p>{escape(reader.read(finding.message))}</p>{repair}{shown_source}"
        f"{text('', target, 'target', inside=marked(finding.target, finding.target_span))}</li>"
    )
