"""How do files and tables name languages? "French (Canada)" above a column, "FR" in the name of a file.

From the `names.tsv` of each language's folder, and next to this module for languages that have no folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tmtool.languages import language_of
from tmtool.languages.tables import of_every_language, rows
from tmtool.languages.tags import primary
from tmtool.model.wording import Wording, say

_NAMES = {
    "ar": say("Arabic"), "ca": say("Catalan"), "da": say("Danish"), "de": say("German"), "el": say("Greek"),
    "en": say("English"), "es": say("Spanish"), "fr": say("French"), "he": say("Hebrew"), "hi": say("Hindi"),
    "it": say("Italian"), "ja": say("Japanese"), "ko": say("Korean"), "nl": say("Dutch"), "pl": say("Polish"),
    "pt": say("Portuguese"), "ro": say("Romanian"), "ru": say("Russian"), "sv": say("Swedish"), "zh": say("Chinese"),
}  # fmt: skip


def name_of(tag: str) -> str:
    """Returns how messages call a language: its name if it has one here, else its tag."""
    own: Wording | None = _NAMES.get(primary(tag))
    return own if own is not None else tag


def named(name: str, *asked: str) -> str:
    """Returns the tag of a language by its name in lower case, with or without a country; "" for an unknown one.

    `asked` are languages that the names may be of besides those that tmtool knows.
    """
    return _texts("name", asked).get(name.replace(" (", "_").rstrip(")"), "")


def marks(*asked: str) -> Mapping[str, str]:
    """Returns the marks of languages in names of files and folders, in lower case, with the tag that each means.

    `asked` as for `named`.
    """
    return _texts("mark", asked)


@cache
def _texts(kind: str, asked: tuple[str, ...]) -> dict[str, str]:
    own = [path for tag in asked if tag and (path := language_of(tag).table("names.tsv"))]
    tables = [Path(__file__).with_name("names.tsv"), *of_every_language("names.tsv"), *own]
    return {text: tag for table in tables for what, text, tag in rows(table) if what == kind}
