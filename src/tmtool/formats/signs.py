"""Which format do the first bytes of a file show?

These functions are what formats ask when each is tried in turn, so that they load nothing that the file does not need.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache


def archive_with(head: bytes, part: bytes) -> bool:
    """Tells whether this is a ZIP archive that has a part, or a folder, of that name near its beginning."""
    return head.startswith(b"PK\x03\x04") and part in head


def by_name_only(head: bytes) -> bool:
    """Tells of no content that it is of a format which only the name of a file shows."""
    return False


@lru_cache(maxsize=1)
def root_name(head: bytes) -> str:
    """Returns the local name of the root element of an XML document from its first bytes; "" where there is none."""
    # A byte order mark, UTF-16 and white space may come before the first tag.
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        return ""
    from lxml import etree

    from tmtool.formats.xml_reading import local_name

    parser = etree.XMLPullParser(("start",), no_network=True, load_dtd=False, resolve_entities=False)
    with suppress(etree.XMLSyntaxError):  # the root comes before what is wrong
        parser.feed(head)
    try:
        for _, element in parser.read_events():
            if isinstance(element, etree._Element):
                return local_name(element)
    except etree.XMLSyntaxError:
        return ""
    return ""
