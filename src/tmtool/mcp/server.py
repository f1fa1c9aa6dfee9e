"""Gives an assistant the questions of the interface as tools (Model Context Protocol, Tools): they only read, or, where
that is wanted, propose what a person then decides on.

A question says of itself what may be asked, so that a tool asks for the same. What cannot be asked, or not be answered,
is told as the result of the tool: the assistant reads it and can ask otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import anyio
import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from tmtool import __version__
from tmtool.errors import TmtoolError, in_one_line
from tmtool.model.wording import say
from tmtool.present.reader import Reader
from tmtool.tasks.tokens import Right
from tmtool.web.api import checking, concordance, lookup, proposals, terms, units
from tmtool.web.api.openapi import object_asked
from tmtool.web.api.question import Asked, Question
from tmtool.web.desk import Desk

QUESTIONS: Mapping[str, Question] = {
    question.path.rpartition("/")[2]: question
    for module in (lookup, terms, concordance, checking, units)
    for question in module.QUESTIONS
}
PROPOSING: Mapping[str, Question] = {
    question.path.rpartition("/")[2]: question for question in proposals.QUESTIONS if question.right is Right.PROPOSE
}
"""What nothing is changed by either until somebody accepts it."""
_BY = "assistant"
"""Who has proposed something, as the history names it."""
INSTRUCTIONS = (
    "A translation memory, term base and checker for documents of the United Nations. Look a sentence up "
    "before you translate it, take the terms as the term base has them (none that is deprecated), and check "
    "each draft against its source. Matches of the kinds context, exact and adapted are complete translations; "
    "a fuzzy one is that of another text, whose difference is in “diff”."
)


def serve(desk: Desk, *, proposes: bool = False) -> None:
    """Answers an assistant, which may propose changes or not, on standard input and output until it ends."""
    anyio.run(_serve, server(desk, proposes=proposes))


async def _serve(made: Server[object]) -> None:
    async with stdio_server() as (reading, writing):
        await made.run(reading, writing, made.create_initialization_options())


def server(desk: Desk, *, proposes: bool = False) -> Server[object]:
    """Returns the server of the tools."""
    reader = Reader(desk.language)
    questions = {**QUESTIONS, **PROPOSING} if proposes else QUESTIONS

    async def tools(
        context: ServerRequestContext[object], asked: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_tool(name, question) for name, question in questions.items()])

    async def call(context: ServerRequestContext[object], asked: types.CallToolRequestParams) -> types.CallToolResult:
        question = questions.get(asked.name)
        if question is None:
            return _failed(reader.read(say("no tool {name!r}", name=asked.name)))
        try:
            values = question.read(asked.arguments or {})
            found = await desk.soon(lambda: question.answer(desk, Asked(values, reader, _BY)))
        except TmtoolError as error:
            return _failed(in_one_line(reader.read(error.wording)))
        answer = reader.value(found)
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=json.dumps(answer, ensure_ascii=False))],
            structured_content=answer,
        )

    return Server("tmtool", version=__version__, instructions=INSTRUCTIONS, on_list_tools=tools, on_call_tool=call)


def _tool(name: str, question: Question) -> types.Tool:
    reads = name in QUESTIONS or question.method == "GET"
    return types.Tool(
        name=name,
        description=question.summary,
        input_schema=object_asked(question),
        annotations=types.ToolAnnotations(
            read_only_hint=reads, destructive_hint=False, idempotent_hint=reads, open_world_hint=False
        ),
    )


def _failed(why: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=why)], is_error=True)
