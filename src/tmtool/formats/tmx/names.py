"""Knows the names that matter in a TMX file: of tmtool, of the standard, and those by which other tools say the same.

Standard: TMX 1.4b DTD. Trados: TM8 export (``x-ConfirmationLevel``). MateCat: ``x-MateCAT-*``.
Okapi: ``approved`` on the variant, from PO and XLIFF. memoQ shares ``x-document`` with us.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from tmtool.languages.tags import canonical
from tmtool.model import Status

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = re.compile(r"(.*)@xml:lang=([A-Za-z0-9-]+)", re.DOTALL)

DOCUMENT = "x-document"
DATE = "x-date"
STATUS = "x-status"
POSITION = "x-position"
CONTEXT = "x-context"
NOTE = "/note"
"""The name of each note of a variant, and of a unit that has several."""
MACHINE = "MT!"

UNIT_FIELDS = frozenset({"tuid", "srclang", "creationdate", "creationid", "changedate", "changeid"})
"""Attributes of ``tu`` that fill fields of Unit."""
VARIANT_FIELDS = frozenset(
    {"{http://www.w3.org/XML/1998/namespace}lang", "lang", "creationdate", "creationid", "changedate", "changeid"}
)
"""Attributes of ``tuv`` that fill fields of Variant."""

UNIT_ATTRIBUTES = frozenset(
    {"o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "segtype", "o-tmf"}
    | {"srclang"}
)
"""Further attributes that the DTD allows on ``tu``; any other has to be a prop."""
VARIANT_ATTRIBUTES = UNIT_ATTRIBUTES - {"segtype", "srclang"}
INHERITED: Mapping[str, str] = {"segtype": "sentence", "datatype": "plaintext"}
"""What the header says of every unit that does not say it of itself, with what tmtool writes there."""
OF_UNITS = frozenset({*INHERITED, "srclang"})
"""What of a header goes to the units."""
USUAL_HEADER: Mapping[str, str] = {**INHERITED, "o-tmf": "tmtool", "adminlang": "en"}
"""What tmtool writes into a header of its own."""
SEGMENT_TYPES = frozenset({"block", "paragraph", "sentence", "phrase"})

DOCUMENTS_ELSEWHERE = ("x-Document:SingleString", "x-MateCAT-filename", "Txt::FileName", "SunTrans::DocFile", "file")
"""Properties in which MateCat, Okapi, SunTrans and OmegaT name the document; they stay properties."""

OWN_STATUS: Mapping[str, Status] = {status.value: status for status in Status}

_D, _T, _A = Status.DRAFT, Status.TRANSLATED, Status.APPROVED
STATUS_ELSEWHERE: Mapping[str, Mapping[str, Status]] = {
    "x-ConfirmationLevel": {
        "unspecified": _D,
        "draft": _D,
        "rejectedtranslation": _D,
        "rejectedsignoff": _D,
        "translated": _T,
        "approvedtranslation": _A,
        "approvedsignoff": _A,
    },
    "x-MateCAT-status": {
        "new": _D,
        "draft": _D,
        "rejected": _D,
        "translated": _T,
        "approved": _A,
        "approved2": _A,
        "fixed": _T,
        "rebutted": _T,
    },
    "approved": {"no": _D, "yes": _A},
}
"""By property and lower-case value; the property stays, so that it goes out as it came in."""


def said_in(name: str, element: etree._Element) -> str:
    """Returns the name of a property or note, with the language it is in where the element names one."""
    language = element.get(_XML_LANG) or element.get("lang")
    return f"{name}@xml:lang={canonical(language)}" if language else name


def parted(name: str) -> tuple[str, str]:
    """Returns the name of a property without its language, and that language, "" for none."""
    found = _LANGUAGE.fullmatch(name)
    return (found[1], found[2]) if found else (name, "")
