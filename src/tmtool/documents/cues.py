"""By which words are the parts of an agenda known in a language? Read from `cues.tsv` beside this module."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages.tags import primary

CUES = Path(__file__).with_name("cues.tsv")


@cache
def phrases(language: str, cue: str) -> tuple[str, ...]:
    """The phrases of a cue in the primary language of a tag, as the file writes them; none for other languages."""
    own = primary(language)
    rows = (line.split("\t") for line in CUES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple(phrase for tag, name, phrase in rows if (tag, name) == (own, cue))


def is_cue(text: str, language: str, cue: str) -> bool:
    """True if the text is one of the phrases, a final mark, a footnote star or a number after it left aside."""
    bare = re.sub(r"\s*(?:[IVX]+|\d+)?[.:*\s]*$", "", text.strip())
    return _folded(bare) in {_folded(phrase) for phrase in phrases(language, cue)}


def opens_with_cue(text: str, language: str, cue: str) -> bool:
    """True if the text begins with one of the phrases and goes on, if at all, with another word."""
    expression = pattern(language, cue)
    found = expression.match(text.strip()) if expression else None
    return found is not None and not text.strip()[found.end() :][:1].isalnum()


@cache
def pattern(language: str, cue: str) -> re.Pattern[str] | None:
    """An expression for the phrases of a cue, longest first; None where the language has none."""
    known = sorted(phrases(language, cue), key=len, reverse=True)
    if not known:
        return None
    return re.compile("|".join(_expression(phrase) for phrase in known), re.IGNORECASE)


def _expression(phrase: str) -> str:
    spaced = re.escape(phrase).replace("’", "['’]").replace(r"\ ", r"\s+")
    return re.sub(r"(?:\\s\+)?:", r"\\s*:", spaced)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
