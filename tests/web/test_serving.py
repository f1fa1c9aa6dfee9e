"""The server at its address: how it sends, and that slow or strange callers harm nobody else."""

from __future__ import annotations

import asyncio
import contextlib
import platform
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from uvicorn.server import ServerState

from tmtool.errors import UsageError
from tmtool.store.home import Home
from tmtool.web import connections
from tmtool.web.app import application
from tmtool.web.connections import Connection
from tmtool.web.desk import Desk
from tmtool.web.serving import configuration, listening, share_free_memory

HEAD = b"Host: 127.0.0.1\r\n"
Caller = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def test_an_answer_is_sent_at_once_and_not_kept_back_until_the_other_end_has_its_head() -> None:
    with listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("host", ["no-such-name.invalid", "a..b", "\u00e9" * 70])
def test_of_a_name_that_is_no_address_it_is_said_that_the_name_is_wrong(host: str) -> None:
    with (
        pytest.raises(UsageError, match="is no address and no name of this machine; name with --host"),
        listening(host, 0),
    ):
        pass


def test_an_address_of_another_machine_is_not_told_to_take_another_port() -> None:
    with pytest.raises(UsageError, match="name with --host an address"), listening("192.0.2.1", 0):
        pass


def test_a_port_that_is_taken_is() -> None:
    with listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(UsageError, match="name another --port"), listening("127.0.0.1", port):
            pass


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only this C library can be told so")
def test_what_is_free_is_kept_in_one_place_for_all_threads() -> None:
    assert share_free_memory()


@contextlib.asynccontextmanager
async def served(home: Home) -> AsyncIterator[tuple[str, int]]:
    """Gives the address of a server in this process, by real sockets."""
    desk = Desk(home)
    config = configuration(application(desk))
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(
        lambda: Connection(config=config, server_state=state, app_state={}), "127.0.0.1", 0
    )
    async with server:
        yield server.sockets[0].getsockname()
        for one in list(state.connections):
            one.transport.abort()
    desk.close()


def called(home: Home, *callers: Caller) -> None:
    """Has all of them call at once."""

    async def everybody() -> None:
        async with served(home) as address:

            async def call(caller: Caller) -> None:
                reader, writer = await asyncio.open_connection(*address)
                await caller(reader, writer)
                writer.close()

            await asyncio.wait_for(asyncio.gather(*map(call, callers)), 60)

    asyncio.run(everybody())


async def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: bytes) -> bytes:
    """Returns the answer to a question."""
    writer.write(b"GET " + path + b" HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n")
    return await reader.read()


async def a_person(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    answer = await asked(reader, writer, b"/found?q=Adoption+of+the+agenda")
    assert answer.startswith(b"HTTP/1.1 200") and b"ordre du jour" in answer.lower()


async def a_byte_at_a_time(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sent: bytes) -> bytes:
    """Sends this without haste and never comes to an end; returns what the server says before it hangs up."""
    with contextlib.suppress(ConnectionError):
        while not reader.at_eof() and not writer.is_closing():
            writer.write(sent[:1] or b"a")
            sent = sent[1:]
            await writer.drain()
            with contextlib.suppress(TimeoutError):
                return await asyncio.wait_for(reader.read(), 0.01)
    return b""


async def a_slow_head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    assert await a_byte_at_a_time(reader, writer, b"GET /found?q=") == b""


async def a_slow_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"POST /v2/check HTTP/1.1\r\n" + HEAD + b"Content-Length: 100000\r\n\r\n")
    assert await a_byte_at_a_time(reader, writer, b"text=") == b""


async def nothing_at_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        assert await reader.read() == b""


@pytest.mark.parametrize("caller", [a_slow_head, a_slow_body, nothing_at_all])
def test_who_sends_next_to_nothing_is_hung_up_on(home: Home, monkeypatch: pytest.MonkeyPatch, caller: Caller) -> None:
    monkeypatch.setattr(connections, "EVERY", 0.1)
    called(home, caller)


def test_a_hundred_slow_callers_keep_nobody_waiting(home: Home) -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET /found?q=a HTTP/1.1\r\n" + HEAD)
        await done.wait()

    async def person(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await a_person(reader, writer)
        finally:
            done.set()

    done = asyncio.Event()
    called(home, *[slow] * 100, person)


def test_who_takes_a_while_within_reason_is_answered(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "EVERY", 0.2)
    monkeypatch.setattr(connections, "LEAST", 5)

    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        body = b"language=fr&text=" + b"a" * 600
        writer.write(b"POST /v2/check HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n")
        writer.write(f"Content-Length: {len(body)}\r\n\r\n".encode())
        for start in range(0, len(body), 20):
            writer.write(body[start : start + 20])
            await asyncio.sleep(0.02)
        assert (await reader.read()).startswith(b"HTTP/1.1 200")

    called(home, caller)


def test_an_answer_that_nobody_takes_is_given_up(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "EVERY", 0.1)

    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        question = b"GET /static/page.js HTTP/1.1\r\n" + HEAD + b"\r\n"
        writer.write(question * 1000)  # More answers than the system keeps for somebody.
        with contextlib.suppress(ConnectionError):
            while not writer.is_closing():
                # One question at a time: who asks faster than is answered keeps the server reading.
                writer.write(question)
                await writer.drain()
                await asyncio.sleep(0.05)

    called(home, caller)


def test_a_head_without_end_is_refused(home: Home) -> None:
    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET / HTTP/1.1\r\n" + HEAD)
        answer = asyncio.ensure_future(reader.read())
        with contextlib.suppress(ConnectionError):
            while not answer.done():
                writer.write(b"X-More: " + b"a" * 10_000 + b"\r\n")
                await writer.drain()
                await asyncio.sleep(0)
            assert (await answer).startswith(b"HTTP/1.1 400")

    called(home, caller, a_person)


@pytest.mark.parametrize(
    "sent",
    [
        b"\0\0\0\0\r\n\r\n",
        b"GET /found?q=\0 HTTP/1.1\r\n" + HEAD + b"\r\n",
        b"GET /found?q=%00%ff%fe HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n",
        b"GET /found?q=" + b"%E2%80%AEagenda%E2%81%A6 HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n",
        b"POST /api/check HTTP/1.1\r\n" + HEAD + b"Content-Length: -1\r\n\r\n",
        b"POST /api/check HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /v2/check HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/9.9\r\n" + HEAD + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_bytes_that_are_no_question_are_no_failure_of_the_server(home: Home, sent: bytes) -> None:
    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        writer.write_eof()
        with contextlib.suppress(ConnectionError):
            answer = await reader.read()
            assert not answer.startswith(b"HTTP/1.1 5")

    called(home, caller, a_person)


NEXT = b"GET /api/about HTTP/1.1\r\n" + HEAD + b"\r\n"
FORM = b"POST /v2/check HTTP/1.1\r\n" + HEAD


@pytest.mark.parametrize(
    "sent",
    [
        FORM + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG" + NEXT,
        FORM + b"Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG" + NEXT,
        FORM + b"Content-Length: 0\r\nContent-Length: 70\r\n\r\n" + NEXT,
        FORM + b"Content-Length: 0, 70\r\n\r\n" + NEXT,
        FORM + b"Content-Length: +5\r\n\r\ntext=" + NEXT,
        FORM + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + NEXT,
        FORM + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + NEXT,
        FORM + b"Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\ntext=" + NEXT,
        FORM + b"Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\ntext=" + NEXT,
        FORM + b"X: a\rContent-Length: 5\r\n\r\ntext=" + NEXT,
        FORM + b"X: a\0b\r\n\r\n" + NEXT,
        b"GET / HTTP/1.1\n" + HEAD + b"\n" + NEXT,
    ],
)
def test_a_request_that_hides_another_is_refused_with_it(home: Home, sent: bytes) -> None:
    """What stands before the server might take such bytes for one request where the server sees two (CWE-444)."""

    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 400") and answer.count(b"HTTP/1.1 ") == 1

    called(home, caller)


@pytest.mark.parametrize("host", [b"127.0.0.1", b"evil.example"])
def test_nothing_but_http_is_spoken(home: Home, host: bytes) -> None:
    """A page anywhere may open a WebSocket to any address."""
    asks = b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET /api/about HTTP/1.1\r\nHost: " + host + b"\r\nConnection: Upgrade\r\n" + asks + b"\r\n")
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200" if host == b"127.0.0.1" else b"HTTP/1.1 421")
        assert b"upgrade" not in head.lower()

    called(home, caller)


def test_a_body_of_ten_megabytes_is_refused_before_it_is_read(home: Home, tmp_path: Path) -> None:
    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"POST /v2/check HTTP/1.1\r\n" + HEAD + b"Content-Length: 10000000\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            assert (await reader.readline()).startswith(b"HTTP/1.1 413")

    async def unmeasured(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"POST /v2/check HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        answer = asyncio.ensure_future(reader.readline())
        with contextlib.suppress(ConnectionError):
            for _ in range(100):
                writer.write(b"186a0\r\n" + b"a" * 100_000 + b"\r\n")
                await writer.drain()
                if answer.done():
                    break
            assert (await answer).startswith(b"HTTP/1.1 413")

    called(home, caller, unmeasured, a_person)


JAVA = (
    b"User-Agent: Java/17\r\n"
    + HEAD
    + b"Accept: text/html, image/gif, image/jpeg, */*; q=0.2\r\nConnection: keep-alive\r\n"
)
"""What OmegaT's machine for Java says before each body."""
FILTERS = (
    b"&disabledCategories=SPELL%2CTYPOS"
    b"&disabledRules=DIFFERENT_PUNCTUATION%2CSAME_TRANSLATION%2CTRANSLATION_LENGTH&enabledRules="
)
OMEGAT = (
    ("/v2/check", b"text=Test&language=en-US&disabledCategories=FOO", b'"apiVersion":1'),
    ("/v2/languages", b"", b'"longCode":"fr"'),
    (
        "/v2/check",
        b"text=La+r%C3%A9union+durera+13+jours.&language=FR"
        b"&srctext=The+meeting+will+last+12+days.&motherTongue=EN" + FILTERS,
        b'"NUMBERS_VALUE"',
    ),
    (
        "/v2/check",
        b"text=%F0%9F%98%80+Le+lundi+3+septembre+2019%2C+%C3%A0+10+heures+%26+50+%25+%2B+*&language=FR"
        b"&srctext=On+Tuesday%2C+3+September+2019%2C+%F0%9F%98%80&motherTongue=EN" + FILTERS,
        b'"offset":6',
    ),
    ("/v2/check", b"text=&language=FR&srctext=&motherTongue=EN" + FILTERS, b'"matches":[]'),
    (
        "/translate?q=Working+Group+on+the+Smuggling+of+Migrants&markUnknown=no&langpair=en|fr&key=",
        b"",
        b"Groupe de travail sur le trafic illicite de migrants",
    ),
    ("/translate?q=A+%26+100+%25+%2B+%7C+b&markUnknown=no&langpair=en|fr_CA&key=", b"", b'"responseStatus":404'),
)


WEBLATE = (
    b"User-Agent: Weblate/5.14.3\r\n"
    + HEAD
    + b"Accept-Encoding: gzip, deflate\r\nAccept: application/json; charset=utf-8\r\nConnection: keep-alive\r\n"
    b"Referer: https://weblate.example.org/\r\n"
)
"""What Weblate says with each question."""
UNIT, UNIT_FR = "Working%20Group%20on%20the%20Smuggling%20of%20Migrants", "Groupe de travail sur le trafic illicite"
CLIENTS = {
    "OmegaT, its class LanguageToolNetworkBridge (6.1) and its connector for Apertium, as they were seen": (
        JAVA,
        OMEGAT,
    ),
    "Weblate 5.14, tmserver: its settings are saved, then segments are asked for, as its class was seen to": (
        WEBLATE,
        (
            ("/tmserver/languages/", b"", b'"sourceLanguages":["en","fr"]'),
            ("/tmserver/en/de/unit/test", b"", b"[]"),
            (f"/tmserver/en/fr/unit/{UNIT}", b"", UNIT_FR.encode()),
            ("/tmserver/en/fr/unit/Documents%20A%2FRES%2F55%2F25%20%26%2050%20%25%3F%20%0Ab", b"", b"[]"),
            (f"/tmserver/en/fr_ca/unit/{'x' * 500}", b"", b"[]"),
        ),
    ),
    # Its connectors “Translate Toolkit TM” and “Apertium MT”, as they are written.
    "Okapi": (
        JAVA,
        (
            (f"/tmserver/en/fr/unit/{UNIT}", b"", b'"quality":100.0'),
            (f"/api/v1/en/fr_CA/unit/{UNIT}%3F", b"", UNIT_FR.encode()),
            ("/tmserver/en/fr/unit/%EE%84%81%EE%84%90bold%EE%84%82", b"", b"[]"),
            (
                f"/translate?format=html&markUnknown=no&q={UNIT.replace('%20', '+')}&langpair=en|fr",
                b"",
                UNIT_FR.encode(),
            ),
            (
                "/translate?key=a&format=html&markUnknown=no&q=%3Cu+id%3D1%3Ea+%26amp%3B+b%3C%2Fu%3E&langpair=en|fr_BR",
                b"",
                b'"translatedText":null',
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", CLIENTS)
def test_a_program_is_answered_as_it_asks_byte_by_byte(home: Home, name: str) -> None:
    """Sends one question after another on one connection, and reads each answer to its end."""
    said, questions = CLIENTS[name]

    async def caller(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for path, body, wanted in questions:
            writer.write(f"{'POST' if body else 'GET'} {path} HTTP/1.1\r\n".encode() + said)
            if body:
                kind = b"Content-type: application/x-www-form-urlencoded\r\n"
                writer.write(kind + f"Content-Length: {len(body)}\r\n".encode())
            writer.write(b"\r\n" + body)
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), path
            length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
            assert wanted in await reader.readexactly(int(length.partition(b":")[2])), path

    called(home, caller)
