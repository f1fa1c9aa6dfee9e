"""How long does somebody wait who asks too fast? Programs that share a server must not starve each other, and many of
them go silent for half an hour on a refusal (429): who is too fast is answered later.

Each has a hundred turns at once and twenty a second after that (the generic cell rate algorithm, ITU-T I.371 annex A).
"""

from __future__ import annotations

A_SECOND, AT_ONCE = 20.0, 100.0
LONGEST = 60.0
"""Seconds beyond which it is better to say no."""
_MOST_KNOWN = 10_000


class Pace:
    """A `Pace` gives turns to those who ask, by their names."""

    def __init__(self, a_second: float = A_SECOND, at_once: float = AT_ONCE) -> None:
        self._turn = 1 / a_second
        self._slack = at_once / a_second
        self._ready: dict[str, float] = {}

    def delay(self, name: str, now: float, turns: float = 1) -> float:
        """Takes so many turns for somebody, and returns after how many seconds they come. `now` is a time in seconds
        that never goes back."""
        if len(self._ready) >= _MOST_KNOWN:
            self._ready = {one: ready for one, ready in self._ready.items() if ready > now - self._slack}
        ready = max(self._ready.get(name, 0.0), now - self._slack) + turns * self._turn
        if ready - now <= LONGEST:
            self._ready[name] = ready
        return max(0.0, ready - now)
