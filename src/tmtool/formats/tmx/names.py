"""Knows the names that matter in a TMX file: of tmtool, of the standard, and those by which other tools say the same.

Standard: TMX 1.4b DTD. Trados: TM8 export (``x-ConfirmationLevel``). MateCat: ``x-MateCAT-*``.
Okapi: ``approved`` on the variant, from PO and XLIFF. memoQ shares ``x-document`` with us.
"""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.model import Status

DOCUMENT = "x-document"
DATE = "x-date"
STATUS = "x-status"
POSITION = "x-position"
CONTEXT = "x-context"
VARIANT_NOTE = "/note"
MACHINE = "MT!"

UNIT_FIELDS = frozenset({"tuid", "srclang", "creationdate", "creationid", "changedate", "changeid"})
"""Attributes of ``tu`` that fill fields of Unit."""
VARIANT_FIELDS = frozenset(
    {"{http://www.w3.org/XML/1998/namespace}lang", "lang", "creationdate", "creationid", "changedate", "changeid"}
)
"""Attributes of ``tuv`` that fill fields of Variant."""

UNIT_ATTRIBUTES = frozenset(
    {"o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "segtype", "o-tmf"}
)
"""Further attributes that the DTD allows on ``tu``; any other has to be a prop."""
VARIANT_ATTRIBUTES = UNIT_ATTRIBUTES - {"segtype"}
SEGMENT_TYPES = frozenset({"block", "paragraph", "sentence", "phrase"})

DOCUMENTS_ELSEWHERE = ("x-MateCAT-filename", "Txt::FileName", "SunTrans::DocFile", "file")
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
