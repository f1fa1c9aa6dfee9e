"""Limits what work takes: by the processor's time, which does not depend on how busy the machine is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fails if the block takes more of the processor's time, in all threads of this process together."""
    start = time.process_time()
    yield
    spent = time.process_time() - start
    assert spent < seconds, f"{spent:.1f} seconds of the processor's time, at most {seconds} are allowed"
