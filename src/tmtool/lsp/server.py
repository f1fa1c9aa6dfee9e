"""Checks the files of an editor as they are opened, changed and saved (Language Server Protocol 3.17).

A translation is held against its source where that is next to it under a name with the other language:
``agenda.fr.txt`` and ``agenda.en.txt``. A bilingual file (XLIFF, PO, TSV) has its source in it; any other file is
checked alone. What is in the source language by its name has no findings.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from tmtool import __version__
from tmtool.checks.engine.registry import get
from tmtool.errors import TmtoolError, in_one_line
from tmtool.languages.tags import primary
from tmtool.model import Finding, Level, Span
from tmtool.model.wording import say
from tmtool.present.reader import Reader
from tmtool.tasks.check import Checked, check
from tmtool.tasks.regions import PlacesInFile, Region
from tmtool.web.desk import Desk

PAUSE = 0.6
"""Seconds after the last key before a text is checked again."""
_TEXT = ".txt"
_AS_TEXT = frozenset({"", ".md", ".markdown"})
"""Endings of files that are read as plain text."""
_SEVERITY = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
    Level.HINT: types.DiagnosticSeverity.Hint,
}


@dataclass(frozen=True, slots=True)
class Repair:
    """A `Repair` is a diagnostic with the edits that mend it."""

    diagnostic: types.Diagnostic
    edits: tuple[types.TextEdit, ...]


@dataclass(eq=False)
class Checker:
    """A `Checker` checks the documents of an editor, and keeps what mends what it has found in each."""

    desk: Desk
    server: LanguageServer
    repairs: dict[str, list[Repair]] = field(default_factory=dict)
    _waiting: dict[str, threading.Timer] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def soon(self, uri: str) -> None:
        """Checks a document once no key has been pressed for a while."""
        with self._guard:
            if before := self._waiting.get(uri):
                before.cancel()
            timer = self._waiting[uri] = threading.Timer(PAUSE, self.now, (uri,))
        timer.daemon = True
        timer.start()

    def now(self, uri: str) -> None:
        """Checks a document, and shows what is found."""
        document = self.server.workspace.get_text_document(uri)
        version = document.version
        reader = Reader(self.desk.language)
        try:
            repairs = list(self._found(document, reader))
        except TmtoolError as error:
            # A file that is half typed may not be readable: the last findings would be of another text.
            repairs = []
            said = in_one_line(reader.read(error.wording))
            self.server.window_log_message(types.LogMessageParams(types.MessageType.Info, said))
        self.repairs[uri] = repairs
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, [one.diagnostic for one in repairs], version)
        )

    def forget(self, uri: str) -> None:
        """Takes away the findings of a document that is closed."""
        self.repairs.pop(uri, None)
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _found(self, document: TextDocument, reader: Reader) -> Iterator[Repair]:
        path = Path(to_fs_path(document.uri) or document.path or "")
        target, source = self.desk.target_language, self.desk.source_language
        if _language_in(path.name, (source, target)) == source:
            return
        original = path.with_name(_other_name(path.name, target, source))
        with tempfile.TemporaryDirectory(prefix="tmtool-") as folder:
            ending = path.suffix.lower()
            draft = Path(folder) / f"draft{_TEXT if ending in _AS_TEXT else ending}"
            draft.write_bytes(document.source.encode("utf-8", "replace"))
            checked = check(
                original if original != path and original.is_file() else None,
                draft,
                home=self.desk.home,
                source_language=source,
                target_language=target,
                choice=self.desk.choice,
                waivers=self.desk.waivers,
                anyway=True,
            )
            places = PlacesInFile(draft, checked)
        yield from self._repairs(document, checked, places, reader)

    def _repairs(
        self, document: TextDocument, checked: Checked, places: PlacesInFile, reader: Reader
    ) -> Iterator[Repair]:
        for pair, findings in checked.by_pair():
            for finding in findings:
                if finding.waived:
                    continue
                region = places.region(pair, finding.target_span or Span(0, len(finding.target)))
                line = max(0, (places.line(pair) or finding.segment or 1) - 1)
                place = self._range(document, region) if region else _line(document, line)
                edits = [
                    types.TextEdit(self._range(document, where), text) for where, text in places.edits(finding, pair)
                ]
                yield Repair(_diagnostic(finding, place, reader), tuple(edits))

    def _range(self, document: TextDocument, region: Region) -> types.Range:
        """Returns a region in the units that the editor counts in."""
        start = types.Position(region.start_line - 1, region.start_column - 1)
        end = types.Position(region.end_line - 1, region.end_column - 1)
        codec = self.server.workspace.position_codec
        return codec.range_to_client_units(document.lines, types.Range(start, end))


def server(desk: Desk) -> LanguageServer:
    """Returns the server of an editor."""
    made = LanguageServer("tmtool", __version__)
    checker = Checker(desk, made)

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(asked: types.DidOpenTextDocumentParams) -> None:
        threading.Thread(target=checker.now, args=(asked.text_document.uri,), daemon=True).start()

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(asked: types.DidChangeTextDocumentParams) -> None:
        checker.soon(asked.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(asked: types.DidCloseTextDocumentParams) -> None:
        checker.forget(asked.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def repaired(asked: types.CodeActionParams) -> list[types.CodeAction]:
        uri = asked.text_document.uri
        return [
            types.CodeAction(
                title=_title(one, Reader(desk.language)),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[one.diagnostic],
                edit=types.WorkspaceEdit(changes={uri: list(one.edits)}),
                is_preferred=True,
            )
            for one in checker.repairs.get(uri, ())
            if one.edits and _touch(one.diagnostic.range, asked.range)
        ]

    return made


def _diagnostic(finding: Finding, place: types.Range, reader: Reader) -> types.Diagnostic:
    summary = reader.read_fixed(get(finding.check).summary)
    message = reader.read(finding.message)
    return types.Diagnostic(
        range=place,
        severity=_SEVERITY[finding.level],
        code=finding.check,
        source="tmtool",
        message=message or summary,
    )


def _title(repair: Repair, reader: Reader) -> str:
    return reader.read(say("write “{text}”", text="".join(edit.new_text for edit in repair.edits)))


def _line(document: TextDocument, line: int) -> types.Range:
    """Returns the whole of a line, for what has no place in it."""
    length = len(document.lines[line].rstrip("\r\n").encode("utf-16-le")) // 2 if line < len(document.lines) else 0
    return types.Range(types.Position(line, 0), types.Position(line, length))


def _touch(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _language_in(name: str, languages: tuple[str, ...]) -> str:
    """Returns which of the languages the name of a file ends in before its ending, "" for none."""
    said = Path(name).stem.rpartition(".")[2].lower()
    return next((one for one in languages if said in (one.lower(), primary(one))), "")


def _other_name(name: str, language: str, other: str) -> str:
    """Returns the name with one language in the place of another, the name itself where that is not in it."""
    path = Path(name)
    stem, dot, said = path.stem.rpartition(".")
    return f"{stem}.{other}{path.suffix}" if dot and said.lower() in (language.lower(), primary(language)) else name
