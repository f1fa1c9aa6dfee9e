"""Knows segmentation rules in SRX, which `--srx` takes: here only what is wrong in such a file is found."""

from __future__ import annotations

from tmtool.formats.format import Format, called
from tmtool.formats.signs import root_name


def _sniff(head: bytes) -> bool:
    return root_name(head) == "srx"


FORMAT = Format("srx", (".srx",), _sniff, validate=called(f"{__name__}.validating", "problems"))
