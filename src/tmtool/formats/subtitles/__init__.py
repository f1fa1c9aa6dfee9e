"""Reads and fills subtitles: SubRip, WebVTT, MicroDVD, SubStation Alpha."""

from __future__ import annotations

from tmtool.formats.format import Format, Sign, called
from tmtool.formats.signs import by_name_only
from tmtool.formats.toolkit_stores import Store

_STORE = Store("subtitles.SubtitleFile", "utf-8")
_FILES = "tmtool.formats.toolkit_files"

FORMAT = Format(
    "subtitles",
    (".srt", ".vtt", ".sub", ".ass", ".ssa"),
    by_name_only,
    Sign.NONE,
    read_blocks=called(_FILES, "read_blocks", store=_STORE),
    read_fillable=called(_FILES, "read_fillable", store=_STORE),
)
