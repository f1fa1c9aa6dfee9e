"""Reads and writes tables of units or terms with a header (TSV, CSV), UTX dictionaries, and glossaries for OmegaT and
DeepL."""

from __future__ import annotations

from tmtool.formats.encoding import utf16_without_mark
from tmtool.formats.format import Format, Output, Sign, called

_GLOSSARY = (".txt", ".tab", ".utf8")
"""Endings by which OmegaT knows its glossaries."""
_LONGEST_TAG = len("zh-Hant-TW")


def _sniff(head: bytes) -> bool:
    """Tells whether the first line is a header with tabs and two languages by their tags, or opens a glossary."""
    if b"\t" not in head and b"#" not in head:
        return False
    from tmtool.formats.table.header import columns_of, languages_in, opens_glossary

    first, _, _ = _decoded(head).lstrip("\ufeff").partition("\n")
    if opens_glossary(first):
        return True
    names = [name for name in first.strip().split("\t") if len(name) <= _LONGEST_TAG]
    return len(languages_in(columns_of(names, "", ""))) >= 2


def _decoded(head: bytes) -> str:
    marked = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else None
    return head.decode(marked or utf16_without_mark(head) or "utf-8", errors="ignore")


FORMAT = Format(
    "table",
    (".tsv", ".csv", ".tab", ".utf8", ".utx"),
    _sniff,
    Sign.HABIT,
    read_units=called(f"{__name__}.reading", "read_units"),
    read_concepts=called(f"{__name__}.term_reading", "read_concepts"),
    kind_of=called(f"{__name__}.reading", "kind_of"),
    entry_ends=(b"\n",),
    read_fillable=called(f"{__name__}.filling", "read_fillable"),
    read_editable=called(f"{__name__}.passages", "read_editable"),
    validate=called(f"{__name__}.validating", "problems"),
    unit_outputs=(Output((".tsv", ".csv"), called(f"{__name__}.writing", "write_units")),),
    concept_outputs=(
        Output((".tsv", ".csv"), called(f"{__name__}.term_writing", "write_concepts")),
        Output((".utx",), called(f"{__name__}.utx", "write_concepts")),
        Output(_GLOSSARY, called(f"{__name__}.omegat", "write_concepts")),
        Output((".tsv", *_GLOSSARY), called(f"{__name__}.omegat", "write_concepts"), tool="omegat"),
        Output((".tsv", ".csv"), called(f"{__name__}.deepl", "write_concepts"), tool="deepl"),
        Output((".csv",), called(f"{__name__}.matecat", "write_concepts"), tool="matecat"),
    ),
    suggestion_outputs=(Output((".tsv", ".csv"), called(f"{__name__}.writing", "write_suggestions")),),
)
