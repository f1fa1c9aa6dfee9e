"""Reads and fills messages in YAML, those of Ruby on Rails too."""

from __future__ import annotations

import re

from tmtool.formats.format import Format, Sign, called
from tmtool.formats.signs import by_name_only
from tmtool.formats.toolkit_stores import Store

_FILES = "tmtool.formats.toolkit_files"
_RUBY = re.compile(r"(?:\s*(?:#.*|---)?\n)*[\"']?[a-z]{2,3}(?:[-_]\w+)?[\"']?:\s*(?:#.*)?\n[ \t]")
"""A file of Rails has one key, the language."""


def store_for(text: str) -> Store:
    """Returns the class for a file by its first key."""
    return Store("yaml.RubyYAMLFile" if _RUBY.match(text) else "yaml.YAMLFile", "utf-8")


FORMAT = Format(
    "yaml",
    (".yaml", ".yml"),
    by_name_only,
    Sign.NONE,
    read_blocks=called(_FILES, "read_blocks", store=store_for),
    read_fillable=called(_FILES, "read_fillable", store=store_for),
)
