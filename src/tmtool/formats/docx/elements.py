"""Sorts the elements of a paragraph of WordprocessingML (ECMA-376 part 1, 17.3) by what becomes of them when a segment
is written anew."""

from __future__ import annotations

UNSEEN = frozenset({"proofErr", "lastRenderedPageBreak", "softHyphen"})
"""Elements that go: what the word processor noted of the old words."""
SHOWN = {"noBreakHyphen": "\u2011"}
"""Elements of a run that are a character of the text and go with it."""
KEPT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"}
"""Elements of a run that keep a place of their own, with the character that they show as."""
DELETED = frozenset({"del", "moveFrom"})
"""Elements around runs of a tracked change that are no text any more."""
BETWEEN_RUNS = frozenset(
    {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"}
    | {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
    | {"oMath", "oMathPara"}
    | DELETED
)
"""Elements that keep a place between runs."""
IN_RUNS = frozenset(
    {
        *("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"),
        *("drawing", "pict", "object", "commentReference", "annotationRef", "AlternateContent"),
    }
)
"""Elements that keep a place in a run of their own."""
OF_CONTROLS = frozenset({"sdtPr", "sdtEndPr", "smartTagPr"})
"""What content controls and smart tags say of themselves."""
AROUND_RUNS = frozenset({"hyperlink", "fldSimple", "dir", "bdo", "ins", "moveTo"})
"""Elements around runs that go with the words in them."""
DIVISIBLE = frozenset({"dir", "bdo", "ins", "moveTo"})
"""Those of them that may end before a segment and begin again in it: nothing but the words is theirs."""
ENDS_WITH_TEXT = frozenset({"hyperlink", "fldSimple", "smartTag", "sdt"})
"""Elements around runs in a paragraph that belong to a segment as a whole."""
BESIDE_BASE = frozenset({"rubyPr", "rt"})
"""What a ruby (17.3.3.25) has beside the words that are read: how it looks, and their reading."""
