"""Which marks part the words of a text in the Latin alphabet?"""

from __future__ import annotations

import re

MARK = re.compile(r"[.,;:()]")
"""Parts what is said of one word from what is said of the next."""
END = re.compile(r"[.;:]")
"""Ends a statement, or stands in figures, hours and abbreviations."""
END_AND_SPACE = re.compile(r"[.;:]\s")
"""Ends a statement, and never stands in figures and hours."""
