"""Runs the server: at an address, until it is told to end. What runs then is finished.

Texts are confidential, and some protocols put them in the address: no request is written to a log.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import errno
import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Callable, Collection, Iterator, Sequence

import uvicorn

from tmtool.errors import UsageError, said_by
from tmtool.model.wording import say
from tmtool.tasks.tokens import Token
from tmtool.web.app import application
from tmtool.web.connections import Connection
from tmtool.web.desk import Desk
from tmtool.web.guards import LOOPBACK, App

PATIENCE = 10
"""Seconds that requests have to be finished in when the server ends."""
TURN = 0.0005
"""Seconds after which a thread lets another go on."""
_BACKLOG = 512
_ARENA_MAX = -8
"""M_ARENA_MAX of malloc.h."""


def serve(
    desk: Desk,
    *,
    host: str,
    port: int,
    allowed: Collection[str] = (),
    echo: bool = False,
    tokens: Callable[[], Sequence[Token]],
    writes: bool = False,
    root: str = "",
    started: Callable[[str], None],
) -> None:
    """Serves until the process is told to end; `started` is given the address once it answers. Port 0 is any that is
    free. Raises UsageError where the address is taken or is none."""
    share_free_memory()
    with listening(host, port) as listener:
        bound = listener.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        hosts = LOOPBACK | {shown.lower(), *(one.lower() for one in allowed)}
        config = configuration(application(desk, hosts=hosts, echo=echo, tokens=tokens, writes=writes, root=root))
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
        # Threads take turns: a lookup of two milliseconds must not wait five for each that works on a document.
        sys.setswitchinterval(TURN)
        try:
            desk.parts.prepare(one.memories for one in tokens() if one.memories is not None)
            _Server(config, desk, lambda: started(f"http://{shown}:{bound}/")).run(sockets=[listener])
        finally:
            desk.close()


def share_free_memory() -> bool:
    """Has the C library keep what is free in one place for all threads, where it can be told so (glibc: mallopt, 3);
    tells whether it will. Otherwise each thread keeps its own, and a server holds half as much memory again, and ever
    more."""
    try:
        return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, 1))
    except (OSError, AttributeError, TypeError):
        return False


def configuration(app: App) -> uvicorn.Config:
    """Returns how the application is served: by HTTP alone, so that nothing passes the guards by another way."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
        timeout_keep_alive=30,
        http=Connection,
        ws="none",
    )


class _Server(uvicorn.Server):
    """A `_Server` tells when it answers, and has its desk warm up."""

    def __init__(self, config: uvicorn.Config, desk: Desk, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._desk = desk
        self._tell = started

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ends well when it is told to: uvicorn's own way kills the process by the same signal once more."""
        before = {one: signal.signal(one, self.handle_exit) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts to answer, and tells so."""
        await super().startup(sockets)
        if self.started:
            self._tell()
            self._warming = asyncio.ensure_future(self._desk.soon(self._desk.warm_up))


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Opens the address. Raises UsageError, which says whether the name is wrong, the address or the port."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:  # UnicodeError: no host can have such a name
        raise UsageError(
            say("{host!r} is no address and no name of this machine", host=host),
            say("name with --host an address that this machine has, such as {example}", example="127.0.0.1"),
        ) from error
    try:
        listener = socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except OSError as error:
        is_elsewhere = error.errno == errno.EADDRNOTAVAIL
        raise UsageError(
            say("cannot listen at {host}:{port} ({problem})", host=host, port=port, problem=said_by(error)),
            say("name with --host an address that this machine has, such as {example}", example="127.0.0.1")
            if is_elsewhere
            else say("name another --port, or 0 for any that is free"),
        ) from error
    # Handed on to each connection; the loop would do it only for a socket that names its protocol. Without it the body
    # of an answer waits, after its head, for 40 ms until the other end says that it has the head.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with listener:
        yield listener


def is_loopback(host: str) -> bool:
    """Tells whether nobody but this machine can ask at that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
