"""Reads and fills messages in JSON: i18next, ARB (Flutter), browser extensions, FormatJS, or any strings."""

from __future__ import annotations

import re

from tmtool.formats.format import Format, Sign, called
from tmtool.formats.signs import by_name_only
from tmtool.formats.toolkit_stores import Store

_FILES = "tmtool.formats.toolkit_files"
_KINDS = (
    (re.compile(r'"@@?\w+"\s*:'), "ARBJsonFile"),
    (re.compile(r'"message"\s*:\s*"'), "WebExtensionJsonFile"),
    (re.compile(r'"defaultMessage"\s*:\s*"'), "FormatJSJsonFile"),
    (re.compile(r'_(?:one|other)"\s*:\s*"'), "I18NextV4File"),
    (re.compile(r'_plural"\s*:\s*"'), "I18NextFile"),
)
"""What is in a file of each kind, by the class of translate-toolkit; the first that is there counts."""


def store_for(text: str) -> Store:
    """Returns the class for a file by the names in it."""
    name = next((name for sign, name in _KINDS if sign.search(text)), "JsonNestedFile")
    return Store(f"jsonl10n.{name}", "utf-8")


FORMAT = Format(
    "json",
    (".json", ".arb"),
    by_name_only,
    Sign.NONE,
    read_blocks=called(_FILES, "read_blocks", store=store_for),
    read_fillable=called(_FILES, "read_fillable", store=store_for),
)
