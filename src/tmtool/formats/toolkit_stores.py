"""Names the classes of translate-toolkit that have a format, which are imported when a file is read."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Store:
    """A `Store` says which class of translate-toolkit has a file: ``module.class`` in ``translate.storage``, and the
    encoding that it is given the characters in, "" for XML, which says that itself. Where it `escapes`, letters beyond
    ASCII are written as ``\\u00e9``."""

    name: str
    encoding: str = ""
    escapes: bool = False

    def parse(self, content: bytes) -> Any:
        """Returns the file as translate-toolkit has it; what it raises is of many kinds."""
        module, _, name = self.name.partition(".")
        # It says what it thinks of the encoding to whoever listens, else on the terminal.
        logging.getLogger("translate").addHandler(logging.NullHandler())
        found = getattr(import_module(f"translate.storage.{module}"), name).parsestring(content)
        if self.encoding:
            found.encoding = self.encoding
        return found


Chosen = Store | Callable[[str], Store]
"""The class for a file, or what chooses it by the characters."""
