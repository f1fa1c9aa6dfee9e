"""Runs commands of tmtool for tests, each in a process of its own with its own arguments, folder, environment, streams
and status.

To load tmtool and the tables of the checks takes a command longer than most of what tests ask of it. So a process that
has done so once waits for commands, and each runs in a fork of it from its entry point on. A command is started by the
interpreter like any other where the start is what matters: with limits on the process, with another environment of the
interpreter (what is installed, locale), where coverage is measured, and where there are no forks. Tests that begin with
`subprocess` start their own. `tests/test_commands.py` holds the two ways against each other.
"""

from __future__ import annotations

import atexit
import gc
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NoReturn

TMTOOL = (sys.executable, "-m", "tmtool")
LIMIT_S = 600
"""Only for a command that hangs: it is no limit on the time of one that works."""
_OF_THE_INTERPRETER = ("PYTHON", "LC_", "LANG", "LD_", "COV")
"""How the names of variables begin that are read before a command is."""
_busy = threading.Lock()
_SIZE = 8
"""Bytes in which the length of a message stands before it."""


def run(
    command: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: str | None = None,
    limit: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs a command that begins with `TMTOOL`, to its end. `limit` is called in the new process before it starts."""
    environment = dict(os.environ if env is None else env)
    if limit is None and _can_wait_for_commands(environment) and _busy.acquire(blocking=False):
        try:
            return _forked(command, cwd, environment, stdin)
        finally:
            _busy.release()
    return subprocess.run(
        command,
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment,
        preexec_fn=limit,
        timeout=LIMIT_S,
    )


def _can_wait_for_commands(environment: Mapping[str, str]) -> bool:
    """Tells whether a command with this environment may run in a fork of a process with that of the tests."""
    if not hasattr(os, "fork") or any(name.startswith("COV") for name in os.environ):
        return False
    return _of_the_interpreter(environment) == _of_the_interpreter(os.environ)


def _of_the_interpreter(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_OF_THE_INTERPRETER)}


def _forked(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str], given: str | None
) -> subprocess.CompletedProcess[str]:
    """Has the waiting process run a command, and returns what comes of it."""
    assert tuple(command[: len(TMTOOL)]) == TMTOOL
    channel = _waiting(tuple(sorted(_of_the_interpreter(os.environ).items())))
    stdin, to_write = (os.open(os.devnull, os.O_RDONLY), None) if given is None else os.pipe()
    (stdout_read, stdout), (stderr_read, stderr) = os.pipe(), os.pipe()
    message = json.dumps([command[len(TMTOOL) :], str(cwd), environment]).encode()
    socket.send_fds(channel, [len(message).to_bytes(_SIZE)], [stdin, stdout, stderr])
    channel.sendall(message)
    for descriptor in (stdin, stdout, stderr):
        os.close(descriptor)
    process = int.from_bytes(_received(channel, _SIZE))
    written, said = [""], [""]
    hanging = threading.Timer(LIMIT_S, os.kill, (process, signal.SIGKILL))
    threads = [
        threading.Thread(target=_take, args=(stdout_read, written)),
        threading.Thread(target=_take, args=(stderr_read, said)),
    ]
    if to_write is not None:
        threads.append(threading.Thread(target=_give, args=(to_write, given)))
    for thread in (hanging, *threads):
        thread.start()
    status = int.from_bytes(_received(channel, _SIZE), signed=True)
    hanging.cancel()
    for thread in threads:
        thread.join()
    return subprocess.CompletedProcess(command, status, written[0], said[0])


def _give(descriptor: int, text: str) -> None:
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except BrokenPipeError:
        pass  # as `subprocess` has it: a command need not read what it is given


def _take(descriptor: int, read: list[str]) -> None:
    with open(descriptor, encoding="utf-8") as stream:
        read[0] = stream.read()


@cache
def _waiting(environment: tuple[tuple[str, str], ...]) -> socket.socket:
    """Returns the channel to a process that waits for commands until the tests end, with this environment of the
    interpreter."""
    here, there = socket.socketpair()
    with there:
        number = there.fileno()
        process = subprocess.Popen(
            [sys.executable, __file__, str(number)],
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    atexit.register(process.wait)
    atexit.register(here.close)
    return here


def _received(channel: socket.socket, size: int) -> bytes:
    received = b""
    while len(received) < size:
        more = channel.recv(size - len(received))
        if not more:
            raise EOFError("the other side has ended")
        received += more
    return received


def _wait_for_commands(channel: socket.socket) -> None:
    """Runs one command after the other, each in a fork of this process, until the tests end."""
    _load()
    gc.collect()
    gc.freeze()  # what is loaded stays in memory that the forks share
    while True:
        head, descriptors, _, _ = socket.recv_fds(channel, _SIZE, 3)
        if not head:
            return
        size = int.from_bytes(head + _received(channel, _SIZE - len(head)))
        arguments, folder, environment = json.loads(_received(channel, size))
        process = os.fork()
        if not process:
            channel.close()
            _run(arguments, folder, environment, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        channel.sendall(process.to_bytes(_SIZE))
        _, status = os.waitpid(process, 0)
        channel.sendall(os.waitstatus_to_exitcode(status).to_bytes(_SIZE, signed=True))


def _load() -> None:
    """Loads the modules of commands that end, and the tables of the checks by checking the sample."""
    import contextlib
    import pkgutil
    from importlib import import_module

    import tmtool
    from tmtool.documents.reading import parse_text
    from tmtool.tasks.check import check

    for module in pkgutil.walk_packages(tmtool.__path__, "tmtool."):
        if not module.name.startswith(("tmtool.__main__", "tmtool.lsp", "tmtool.mcp", "tmtool.web")):
            with contextlib.suppress(ImportError):  # of an extra that is not installed
                import_module(module.name)
    samples = Path(__file__).parents[1] / "samples"
    texts = {language: (samples / f"agenda.{language}.txt").read_text(encoding="utf-8") for language in ("en", "fr")}
    check(*(parse_text(text, language=language) for language, text in texts.items()), home=None)


def _run(arguments: list[str], folder: str, environment: dict[str, str], descriptors: list[int]) -> NoReturn:
    """Makes this process the command, as `python -m tmtool` would, and ends it."""
    import runpy
    import traceback

    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv[1:], sys.path[0] = arguments, folder
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    status: object = 0
    try:
        runpy.run_module("tmtool", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
        status = 1
    # What the interpreter does at its end, but for going through everything that is loaded once more.
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.flush()
    os._exit(status if isinstance(status, int) else status is not None)


if __name__ == "__main__":
    _wait_for_commands(socket.socket(fileno=int(sys.argv[1])))
