"""Ends the connections of clients who send or take next to nothing (slowloris), or a head without end: each holds a
place that somebody else may need.

A connection is looked at now and then. It is ended where a request is on its way and hardly anything of it has come
since, or where an answer waits and nothing of it has been taken.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

EVERY = 30.0
"""Seconds after which a connection is looked at again."""
LEAST = 10_000
"""Bytes of a request that come in this time, unless it is all there."""
MOST_OF_HEAD = 1 << 17
"""Bytes of a request before its body: an address may have 64,000 (`guards`), and cookies come with it."""


class Connection(HttpToolsProtocol):
    """A `Connection` is one of uvicorn's that is not kept open for who does nothing with it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._came = 0
        self._waits = 0
        self._of_head = 0
        self._begun = 0
        self._awaited: int | None = 0
        self._next: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to look at it."""
        super().connection_made(transport)
        self._next = self.loop.call_later(EVERY, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Looks at it no more."""
        if self._next:
            self._next.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Counts what comes, and refuses a head without end."""
        self._came += len(data)
        self._of_head += len(data)
        super().data_received(data)
        if self._of_head > MOST_OF_HEAD and not self.transport.is_closing():
            self.send_400_response("the head of the request is too long")

    def on_message_begin(self) -> None:
        """Counts the requests."""
        super().on_message_begin()
        self._begun += 1

    def on_headers_complete(self) -> None:
        """Has the whole head."""
        super().on_headers_complete()
        self._of_head = 0

    def on_body(self, body: bytes) -> None:
        """Takes a piece of the body, which is bounded by the guards."""
        super().on_body(body)
        self._of_head = 0

    def _look(self) -> None:
        waits = self.transport.get_write_buffer_size()
        awaited = self._begun if self._is_awaited() else None
        # The same request as the last time, so that it has had all the time between.
        is_slow = awaited is not None and awaited == self._awaited and self._came < LEAST
        if is_slow or (waits and waits == self._waits):
            # An answer that nobody takes would keep a mere end waiting.
            self.transport.abort()
            return
        self._came, self._waits, self._awaited = 0, waits, awaited
        self._next = self.loop.call_later(EVERY, self._look)

    def _is_awaited(self) -> bool:
        """Tells whether more of a request has to come, which nothing here keeps from coming."""
        if self.cycle is None or self.cycle.response_complete:
            return self.timeout_keep_alive_task is None
        return self.cycle.more_body and not self.flow.read_paused
