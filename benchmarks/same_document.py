"""Does a document give the same segments whether it is read as DOCX or as PDF?

    python benchmarks/same_document.py DIR [--language en] [--wrong]

DIR holds documents in both formats under one name (A_80_604.docx, A_80_604.pdf), as bodies of the United Nations
publish them: Word's own PDF. Counted are the segments that both have, folded as in raw_documents.py, and the words of
the one that the other lacks. No such documents come with this repository.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from raw_documents import folded
from report import table
from tmtool.formats.reading import read_document
from tmtool.model import Document


def compared(one: Document, other: Document) -> tuple[list[object], list[str]]:
    """Returns the figures of a document, and the segments that one format (-) or the other (+) has alone."""
    first, second = (Counter(folded(segment.text) for segment in document.segments) for document in (one, other))
    words = [Counter(re.findall(r"\w+", " ".join(f"{s.label} {s.text}" for s in d.segments))) for d in (one, other)]
    f1 = 2 * (first & second).total() / max(first.total() + second.total(), 1)
    lost, more = (words[0] - words[1]).total(), (words[1] - words[0]).total()
    wrong = [f"- {text}" for text in (first - second).elements()] + [
        f"+ {text}" for text in (second - first).elements()
    ]
    return [first.total(), second.total(), f"{f1:.4f}", words[0].total(), lost, more], wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--language", default="en")
    parser.add_argument("--wrong", action="store_true", help="print the segments that one format has alone")
    options = parser.parse_args()
    rows = []
    for path in sorted(options.folder.glob("*.docx")):
        pair = [read_document(one, language=options.language) for one in (path, path.with_suffix(".pdf"))]
        row, wrong = compared(pair[0], pair[1])
        rows.append([path.stem, *row])
        if options.wrong:
            print("\n".join(f"{path.stem} {line}" for line in wrong))
    print(table(("document", "docx", "pdf", "segments, F1", "words", "not in pdf", "in pdf only"), rows))


if __name__ == "__main__":
    main()
