"""Compares how documents look before and after they are filled with their own words: page by page, as LibreOffice draws
them.

    python benchmarks/layout.py FOLDER [--keep FOLDER2]

Every .docx and .odt of FOLDER is given back with each segment filled with the text that it has, its codes where they
are, so no page may change. What a translation leaves as it is would be kept byte for byte, so it is filled in signs
that stand for its letters, and these are put back: readings above words (ruby), which go with them, are then away.
Pages are drawn at 60 dots an inch in grey; those on which more than a few dots differ are named, and kept with
``--keep``. A dot that is there within one dot (0.4 mm) does not differ: letters of two runs that became one stand a
hair closer. Needs ``soffice`` and ``pdftoppm``; says so and ends where they are missing.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np

from tmtool.errors import TmtoolError
from tmtool.formats.filling import Filling, State
from tmtool.tasks.filling import read_to_fill

PROGRAMS = ("soffice", "pdftoppm")
DOTS = 60
FEWEST = 12
"""Dots that may differ on a page: the edges of letters are not drawn alike each time."""
CLEARLY = 64
"""How far two greys are apart that a reader would tell from each other."""
SECONDS = 120


OTHERS = {letter: 0xF0000 + letter for letter in range(0x20, 0x10000) if chr(letter).isalnum()}
"""Signs for private use that take the place of letters and digits."""
LETTERS = {other: letter for letter, other in OTHERS.items()}


def filled_with_its_own_words(path: Path) -> bytes:
    """Returns a document in which every segment is filled with the text that it has, each written anew.

    Raises InputError for one that cannot be read.
    """
    document, file = read_to_fill(path, language="en")
    own = {
        index: Filling(slot.source.translate(OTHERS), tuple(code.span for code in slot.codes), State.READY, 100)
        for index, slot in enumerate(file.slots)
        if not slot.locked
    }
    return _in_their_letters(file.content(own, target_language=document.language))


def _in_their_letters(content: bytes) -> bytes:
    """Returns the archive with its letters in the place of those signs."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(written, "w", ZIP_DEFLATED) as out:
        for part in archive.infolist():
            there = archive.read(part)
            if part.filename.endswith(".xml"):
                there = there.decode("utf-8").translate(LETTERS).encode("utf-8") if b"\xf3\xb0" in there else there
            out.writestr(part, there)
    return written.getvalue()


def drawn(path: Path, folder: Path) -> list[np.ndarray]:
    """Returns the pages of a document as grey dots; none where LibreOffice does not open it."""
    folder.mkdir(parents=True)
    profile = f"-env:UserInstallation=file://{folder.parent.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return []
    pdf = folder / f"{path.stem}.pdf"
    if not pdf.is_file():
        return []
    subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS), str(pdf), str(folder / "page")], check=True)
    return [_grey(page) for page in sorted(folder.glob("page*.pgm"))]


def _grey(path: Path) -> np.ndarray:
    """Reads a page in the format of Netpbm (PGM, eight bits)."""
    data = path.read_bytes()
    width, height = map(int, data.split(maxsplit=3)[1:3])
    return np.frombuffer(data[-width * height :], dtype=np.uint8).reshape(height, width).astype(int)


def differing(before: list[np.ndarray], after: list[np.ndarray]) -> Iterator[tuple[int, int]]:
    """Yields the number of each page that looks otherwise, from 1, and how many of its dots do; -1 for a page that only
    one has, or has in another size."""
    for number in range(1, max(len(before), len(after)) + 1):
        if number > min(len(before), len(after)) or before[number - 1].shape != after[number - 1].shape:
            yield number, -1
            continue
        dots = max(
            int(_moved(before[number - 1], after[number - 1]).sum()),
            int(_moved(after[number - 1], before[number - 1]).sum()),
        )
        if dots > FEWEST:
            yield number, dots


def _moved(page: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Tells for each dot whether it is clearly another grey than those at and around its place on the other page."""
    around = np.pad(other, 1, mode="edge")
    height, width = page.shape
    nearest = np.min(
        [abs(page - around[down : down + height, right : right + width]) for down in range(3) for right in range(3)],
        axis=0,
    )
    return np.asarray(nearest >= CLEARLY)


def main() -> None:
    """Compares the documents of a folder and prints those that look otherwise, then the count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="where to keep the documents that look otherwise, with their pages")
    given = parser.parse_args()
    if missing := [program for program in PROGRAMS if shutil.which(program) is None]:
        sys.exit(f"skipped: {', '.join(missing)} not found")
    same = other = pages = 0
    for path in sorted(given.folder.iterdir()):
        if path.suffix not in (".docx", ".odt"):
            continue
        with TemporaryDirectory() as folder:
            work = Path(folder) / "work"
            filled = work / path.name
            work.mkdir()
            try:
                filled.write_bytes(filled_with_its_own_words(path))
            except TmtoolError as error:
                print(f"{path.name}: not read ({error})")
                continue
            before = drawn(path, work / "before")
            after = drawn(filled, work / "after")
            if not before:
                print(f"{path.name}: LibreOffice does not open it")
                continue
            found = list(differing(before, after))
            pages += len(before)
            same, other = same + (not found), other + bool(found)
            if found:
                print(
                    f"{path.name}: " + ", ".join(f"page {number} ({dots} dots)" for number, dots in found), flush=True
                )
                if given.keep is not None:
                    shutil.copytree(work, given.keep / path.stem, dirs_exist_ok=True)
    print(f"{same} of {same + other} documents look the same ({pages} pages)")


if __name__ == "__main__":
    main()
