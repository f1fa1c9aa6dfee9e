"""Names the domains of the term base that the checks on terms treat in a way of their own."""

from __future__ import annotations

MEETINGS = "meetings"
"""Sessions, meetings and what is in them, which each body has its own words for."""
BODIES = "bodies"
"""Bodies and offices, of which other organizations have the same under other names."""
STATES = "states"
"""Names of States, in whose place an adjective may be."""
