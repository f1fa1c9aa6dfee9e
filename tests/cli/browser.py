"""Drives a real browser for tests: Chromium without a window, by the DevTools protocol over a pair of pipes.

Messages are JSON, each ended by a zero byte, written to file descriptor 3 of the browser and read from its 4.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
_PATIENCE = 60.0
_VIRTUAL_KEYS = {"Enter": 13, "Tab": 9, " ": 32, "ArrowDown": 40, "ArrowUp": 38, "Home": 36, "End": 35, "Escape": 27}
_TEXT = {"Enter": "\r", " ": " "}


class _LeftError(Exception):
    """A `_LeftError` tells that the page was left before it had answered."""


class Page:
    """A `Page` is a tab of the browser: opens files, presses keys, tells what is on the page."""

    def __init__(self, to_browser: int, from_browser: int, downloads: Path) -> None:
        self._to, self._from = to_browser, from_browser
        self._number = 0
        self._unread = b""
        self._session = ""
        self._events: list[tuple[str, dict[str, Any]]] = []
        self._downloads = downloads
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads), eventsEnabled=True)
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")
        self._call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)

    def open(self, path: Path, fragment: str = "") -> None:
        """Loads a file, at a place in it, and waits until its scripts have run."""
        # From elsewhere: to another place in the same file, nothing would be loaded. For a blank page the browser may
        # change processes, and what the last one has stored comes late; so it is the list of the folder.
        self._call("Page.navigate", url=path.resolve().parent.as_uri())
        self._await("Page.loadEventFired")
        self.requests.clear()
        self._events.clear()
        self._call("Page.navigate", url=path.resolve().as_uri() + (f"#{fragment}" if fragment else ""))
        self._await("Page.loadEventFired")

    def reload(self) -> None:
        """Loads the page once more, and waits until its scripts have run."""
        self._events.clear()
        self._call("Page.reload")
        self._await("Page.loadEventFired")

    def visit(self, address: str) -> None:
        """Loads a page of a server, and waits until its scripts have run."""
        self.requests.clear()
        self._events.clear()
        self._call("Page.navigate", url=address)
        self._await("Page.loadEventFired")

    def allow(self, origin: str, *permissions: str) -> None:
        """Gives the pages of a server what a person would be asked for."""
        session, self._session = self._session, ""
        self._call("Browser.grantPermissions", origin=origin, permissions=list(permissions))
        self._session = session

    def wait_for(self, expression: str) -> None:
        """Waits until a JavaScript expression is true."""
        end = time.monotonic() + _PATIENCE
        while not self._holds(expression):
            assert time.monotonic() < end, expression
            time.sleep(0.02)

    def _holds(self, expression: str) -> bool:
        """Tells whether an expression is true; of a page that is just being left, nothing is."""
        try:
            return bool(self.run(f"Boolean({expression})"))
        except _LeftError:
            return False

    def write(self, text: str) -> None:
        """Puts a text where the focus is."""
        self._call("Input.insertText", text=text)

    def size(self, width: int, height: int) -> None:
        """Makes the window so large, in CSS pixels."""
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def press(self, *keys: str, control: bool = False, alt: bool = False) -> None:
        """Presses keys as a person does, whatever has the focus."""
        for key in keys:
            code = _VIRTUAL_KEYS.get(key) or ord(key.upper())
            press = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 * control + alt}
            if key.isascii() and key.isalnum() and len(key) == 1:
                press["code"] = f"Digit{key}" if key.isdigit() else f"Key{key.upper()}"
            text = "" if control or alt else _TEXT.get(key, key if len(key) == 1 else "")
            self._call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **press)
            self._call("Input.dispatchKeyEvent", type="keyUp", **press)

    def run(self, expression: str, *, wait: bool = False) -> Any:
        """Returns the value of a JavaScript expression; with `wait`, what its promise gives."""
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=not wait, awaitPromise=wait)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def texts(self, selector: str) -> list[str]:
        """Returns the visible text of each element, white space folded; no-break spaces stay."""
        found = self.run(f"[...document.querySelectorAll({json.dumps(selector)})].map(one => one.innerText)")
        return [" ".join(text.split(" ")).replace("\n", " ").strip(" ") for text in found]

    def downloaded(self) -> Path:
        """Returns the file that the page is giving, once it is there whole."""
        begun = self._await("Browser.downloadWillBegin")
        while self._await("Browser.downloadProgress")["state"] != "completed":
            pass
        return self._downloads / str(begun["suggestedFilename"])

    def picture(self, path: Path) -> None:
        """Saves a PNG of what the window shows."""
        path.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"]))

    def emulate(self, **features: str) -> None:
        """Sets media type and features: ``media="print"``, ``scheme="dark"``."""
        self._call(
            "Emulation.setEmulatedMedia",
            media=features.get("media", ""),
            features=[{"name": "prefers-color-scheme", "value": features.get("scheme", "light")}],
        )

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "navigated or closed" in str(answer.get("error")):
                    raise _LeftError
                assert "error" not in answer, answer
                return dict(answer["result"])
            self._notice(answer)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._from], [], [], _PATIENCE)
            part = os.read(self._from, 1 << 20) if ready else b""
            assert part, "the browser does not answer"
            self._unread += part
        message, _, self._unread = self._unread.partition(b"\0")
        return dict(json.loads(message))

    def _await(self, event: str) -> dict[str, Any]:
        """Returns the next event of that name, also one that came while an answer was awaited."""
        while True:
            for place, (name, parameters) in enumerate(self._events):
                if name == event:
                    del self._events[: place + 1]
                    return parameters
            self._notice(self._read())

    def _notice(self, event: dict[str, Any]) -> None:
        name, parameters = event.get("method", ""), event.get("params", {})
        self._events.append((name, parameters))
        if name == "Runtime.exceptionThrown":
            self.problems.append(str(parameters["exceptionDetails"]))
        elif name == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.problems.append(str(parameters["entry"]["text"]))
        elif name == "Network.requestWillBeSent":
            self.requests.append(str(parameters["request"]["url"]))

    def close(self) -> None:
        """Ends the browser."""
        self._session = ""
        self._call("Browser.close")


@contextmanager
def chromium(folder: Path) -> Iterator[Page]:
    """Gives a page of a browser that has a new, empty profile in `folder` and puts its downloads there."""
    assert CHROMIUM is not None
    into, to_browser = os.pipe()
    from_browser, out = os.pipe()
    high = [os.dup(end) for end in (into, out)]

    def give_pipes() -> None:
        # By way of copies: 3 and 4 may be numbers of our own ends.
        os.dup2(high[0], 103)
        os.dup2(high[1], 104)
        os.dup2(103, 3)
        os.dup2(104, 4)

    process = subprocess.Popen(
        [CHROMIUM, *_FLAGS, f"--user-data-dir={folder / 'profile'}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(3, 4, *high),
        preexec_fn=give_pipes,
    )
    for end in (into, out, *high):
        os.close(end)
    try:
        page = Page(to_browser, from_browser, folder / "downloads")
        yield page
        page.close()
    finally:
        os.close(to_browser)
        os.close(from_browser)
        if process.poll() is None:
            process.terminate()
        process.wait(_PATIENCE)
