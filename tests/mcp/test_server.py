"""An assistant finds tools, asks them, and reads what is wrong: by the protocol, with a process of its own."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Tmtool, with_what_comes_along


class Assistant:
    """An `Assistant` asks the server, by a line of JSON a message."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._number = 0
        self.ask("initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={"name": "t", "version": "1"})
        self._send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Returns the result of a request."""
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": parameters})
        assert self._process.stdout is not None
        answer = json.loads(self._process.stdout.readline())
        assert answer["id"] == self._number and "result" in answer, answer
        return dict(answer["result"])

    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """Returns what a tool gives."""
        return self.ask("tools/call", name=tool, arguments=arguments)

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Tmtool:
    return with_what_comes_along(tmp_path_factory.mktemp("assistant"), project)


@pytest.fixture(scope="module")
def assistant(tool: Tmtool) -> Iterator[Assistant]:
    with asking(tool, "mcp") as found:
        yield found


@contextlib.contextmanager
def asking(tool: Tmtool, *command: str) -> Iterator[Assistant]:
    process = subprocess.Popen(
        tool.command(*command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=tool.folder,
        env=tool.environment(),
    )
    yield Assistant(process)
    process.stdin.close() if process.stdin else None
    assert process.wait(60) == 0


def test_the_tools_say_what_they_do_and_that_they_only_read(assistant: Assistant) -> None:
    tools = {one["name"]: one for one in assistant.ask("tools/list")["tools"]}
    assert {"lookup", "lookups", "terms", "concepts", "concordance", "check", "unit"} == set(tools)
    assert all(one["annotations"]["readOnlyHint"] and one["description"] for one in tools.values())
    assert tools["lookup"]["inputSchema"]["required"] == ["q"]


def test_a_term_and_a_draft_are_asked_about(assistant: Assistant) -> None:
    found = assistant.call("terms", q="smuggling of migrants")["structuredContent"]["terms"]
    assert found[0]["translations"][0]["term"] == "trafic illicite de migrants"
    checked = assistant.call("check", source="12 days", target="13 jours")
    assert json.loads(checked["content"][0]["text"])["findings"][0]["check"] == "numbers-value"


def test_what_cannot_be_asked_is_told_to_the_assistant(assistant: Assistant) -> None:
    for tool, arguments in (("lookup", {}), ("lookup", {"q": 1}), ("nothing", {}), ("unit", {"unit": 10**12})):
        answer = assistant.call(tool, **arguments)
        assert answer["isError"] and answer["content"][0]["text"]


def test_an_assistant_that_may_propose_changes_nothing_until_somebody_accepts_it(tool: Tmtool) -> None:
    with asking(tool, "mcp", "--propose") as assistant:
        tools = {one["name"]: one["annotations"] for one in assistant.ask("tools/list")["tools"]}
        assert {"propose", "propose_term", "proposals", "lookup"} <= set(tools) and "accept" not in tools
        assert not tools["propose"]["readOnlyHint"] and tools["proposals"]["readOnlyHint"]
        before = assistant.call("unit", unit=5)["structuredContent"]
        proposed = assistant.call("propose", unit=5, target="Ouverture de la séance", why="shorter")
        assert (proposed["structuredContent"]["by"], proposed["isError"]) == ("assistant", False)
        assert assistant.call("propose", unit=5)["isError"]
        assert assistant.call("unit", unit=5)["structuredContent"] == before
    made = proposed["structuredContent"]
    tool.ok("proposals", "accept", made["proposal"])
    assert "Ouverture de la séance" in tool.ok("lookup", made["source"], "--limit", 0)
