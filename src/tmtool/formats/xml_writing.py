"""What do all writers of XML share: which characters may be in a file (XML 1.0, section 2.2), and how are its elements
put on lines?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Returns the text without the characters that XML 1.0 forbids, also as references: a file with one is
    unreadable."""
    return _ILLEGAL.sub("", text)


def write_lines(xml: etree._IncrementalFileWriter, elements: Iterable[etree._Element]) -> int:
    """Writes elements as they come, each on a line of its own inside the element that is open, and gives their
    number."""
    count = 0
    xml.write("\n")
    for element in elements:
        xml.write(element, "\n")
        count += 1
    return count
