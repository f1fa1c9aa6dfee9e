"""An editor shows findings where they are and repairs them: by the protocol, with a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import REPOSITORY, with_what_comes_along

DRAFT = "😀 Ordre du jour\n\nLa réunion aura lieu le lundi 3 septembre 2019.\n"


class Editor:
    """An `Editor` asks the server and reads what it shows: messages of JSON with their length before them."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._number = 0
        self.ask("initialize", processId=None, rootUri=None, capabilities={"textDocument": {"publishDiagnostics": {}}})
        self.tell("initialized")

    def ask(self, method: str, **parameters: Any) -> Any:
        """Returns the result of a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while (answer := self._read()).get("id") != self._number:
            pass
        return answer["result"]

    def tell(self, method: str, **parameters: Any) -> None:
        """Sends a notification."""
        self._send({"method": method, "params": parameters})

    def opened(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Opens a file, and returns what is found in it."""
        self.tell(
            "textDocument/didOpen", textDocument={"uri": path.as_uri(), "languageId": "x", "version": 1, "text": text}
        )
        return self.shown(path)

    def shown(self, path: Path) -> list[dict[str, Any]]:
        """Returns the next findings that are shown for a file."""
        while True:
            answer = self._read()
            if answer.get("method") == "textDocument/publishDiagnostics" and answer["params"]["uri"] == path.as_uri():
                return list(answer["params"]["diagnostics"])

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return dict(json.loads(self._process.stdout.read(length)))


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[Editor]:
    tool = with_what_comes_along(tmp_path_factory.mktemp("editor"), project)
    process = subprocess.Popen(
        tool.command("lsp"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=tool.folder,
        env=tool.environment(),
    )
    editor = Editor(process)
    yield editor
    editor.ask("shutdown")
    editor.tell("exit")
    assert process.wait(60) == 0


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft"])
def test_a_finding_is_where_it_is_in_the_units_of_the_editor(editor: Editor, tmp_path: Path, name: str) -> None:
    (finding,) = editor.opened(tmp_path / name, DRAFT)
    assert (finding["code"], finding["source"], finding["severity"]) == ("dates-weekday", "tmtool", 1)
    assert finding["range"]["start"] == {"line": 2, "character": DRAFT.splitlines()[2].index("lundi")}


def test_a_place_after_a_sign_of_two_code_units_counts_both(editor: Editor, tmp_path: Path) -> None:
    text = "😀 Le lundi 3 septembre 2019.\n"
    (finding,) = editor.opened(tmp_path / "draft.txt", text)
    assert finding["range"]["start"]["character"] == text.index("lundi") + 1


def test_a_repair_is_offered_and_gone_when_it_is_made(editor: Editor, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    (finding,) = editor.opened(path, DRAFT)
    actions = editor.ask(
        "textDocument/codeAction",
        textDocument={"uri": path.as_uri()},
        range=finding["range"],
        context={"diagnostics": [finding]},
    )
    assert [one["kind"] for one in actions] == ["quickfix"]
    ((edit,),) = actions[0]["edit"]["changes"].values()
    assert (edit["newText"], edit["range"]) == ("mardi", finding["range"])
    editor.tell(
        "textDocument/didChange",
        textDocument={"uri": path.as_uri(), "version": 2},
        contentChanges=[{"range": edit["range"], "text": edit["newText"]}],
    )
    assert editor.shown(path) == []


def test_a_draft_is_held_against_the_source_next_to_it(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("The meeting will last 12 days.\n", encoding="utf-8")
    found = editor.opened(tmp_path / "a.fr.txt", "La réunion durera 13 jours.\n")
    assert [one["code"] for one in found] == ["numbers-value"]


def test_a_source_has_no_findings(editor: Editor, tmp_path: Path) -> None:
    assert editor.opened(tmp_path / "a.en.txt", "Monday, 3 September 2019\n") == []


def test_a_bilingual_file_is_checked_by_what_is_in_it(editor: Editor, tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source>12 days</source><target>13 jours</target></trans-unit>'
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="a" datatype="plaintext" source-language="en" target-language="fr">\n<body>\n'
        f"{unit}\n</body></file></xliff>\n"
    )
    (finding,) = editor.opened(tmp_path / "a.xlf", text)
    assert finding["code"] == "numbers-value"
    assert finding["range"]["start"] == {"line": 3, "character": unit.index("13")}


def test_a_file_that_cannot_be_read_has_no_findings_and_ends_nothing(editor: Editor, tmp_path: Path) -> None:
    assert editor.opened(tmp_path / "broken.xlf", "<xliff") == []
    sample = (REPOSITORY / "samples" / "agenda.fr.txt").read_text(encoding="utf-8")
    assert isinstance(editor.opened(tmp_path / "agenda.txt", sample), list)
