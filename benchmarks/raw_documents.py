"""Are the right segments found in a document as published, and rightly aligned?

    python benchmarks/raw_documents.py [--half tune|report|all] [--layout NAME…] [--format pdf…] [--wrong] [--report]

The agendas of `memories/` are laid out as the United Nations publishes them (`typeset/`), in both languages, in several
layouts, saved as DOCX and by LibreOffice as PDF, ODT and HTML, printed by a browser, or written as the text that other
tools extract; then read, segmented and aligned as `tmtool align` does. A pair is right if both texts are, after folding
white space, quotes, dashes and the leading label. Pairs count over a set. Two series of agendas and those of the tests
are for finding mistakes (tune); the figures come from the other four (report), whose layouts are drawn anew as well.
`--wrong` prints what is missing and what is too much. Where there is no LibreOffice, DOCX and text alone are measured.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from report import conditions, table, write_section
from tmtool.documents.labels import take_label
from tmtool.tasks.align import SURE, Alignment, align
from typeset.agenda import Agenda, Pair, pairs, read_agenda
from typeset.layout import LAYOUTS, varied
from typeset.plain import STYLES, write_text
from typeset.web import BROWSER, print_html, write_html
from typeset.word import write_docx

MEMORIES = Path(__file__).parent.parent / "memories"
TUNED = ("cac-cosp-wg2", "ctoc-cop-wg4", "ctoc-cop-wg7-2029-1", "e-cn15-2028-1")
OFFICE = shutil.which("soffice")
SAVED = ("pdf", "odt", "html")
_QUOTES = str.maketrans("‘’‛′“”„«»", "''''" + '"' * 5)
_LANGUAGE = "Français "
_DASHES = str.maketrans("‐‑‒–—−", "------")


@dataclass(slots=True)
class Count:
    """A `Count` says what was found in a set of documents; `texts` are pairs (segment known, segment found) of one side
    alone."""

    gold: int = 0
    found: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0
    segments_known: int = 0
    segments_found: int = 0
    segments_right: int = 0
    words: int = 0
    words_lost: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        """Counts another document in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def row(self) -> list[object]:
        """Returns the figures for a table."""
        f1 = 2 * self.right / max(self.gold + self.found, 1)
        segments = 2 * self.segments_right / max(self.segments_known + self.segments_found, 1)
        kept, precision = self.sure / max(self.found, 1), self.sure_right / max(self.sure, 1)
        return [self.gold, f"{segments:.4f}", f"{f1:.4f}", f"{kept:.3f}", f"{precision:.4f}", self.words_lost]


def folded(text: str) -> str:
    """Returns a text as it is compared: without label, white space, quotes and dashes alike."""
    text = unicodedata.normalize("NFC", take_label(text.strip())[1]).translate(_QUOTES).translate(_DASHES)
    text = re.sub(r'\s*"\s*', ' " ', text)
    return " ".join(re.sub(r"\s*([:;?!%])", r"\1", text).split())


def measured(known: Sequence[Pair], sides: tuple[Agenda, Agenda], alignment: Alignment, name: str) -> Count:
    """Returns the figures of one agenda."""
    # The name of the language, which French mastheads have, may be with what follows it or alone.
    gold = Counter((folded(one), folded(other).removeprefix(_LANGUAGE)) for one, other in known)
    found: Counter[Pair] = Counter()
    count = Count(gold=gold.total())
    for bead in alignment.beads:
        if not (bead.source and bead.target):
            continue
        pair = folded(alignment.source_text(bead)), folded(alignment.target_text(bead)).removeprefix(_LANGUAGE)
        found[pair] += 1
        right = found[pair] <= gold[pair]
        count.right += right
        if bead.confidence >= SURE:
            count.sure, count.sure_right = count.sure + 1, count.sure_right + right
        if not right:
            count.wrong.append(f"{name} + {bead.confidence:.2f} {pair[0]!r} | {pair[1]!r}")
    count.found = found.total()
    count.wrong += [f"{name} - {pair[0]!r} | {pair[1]!r}" for pair in (gold - found).elements()]
    for agenda, document in zip(sides, (alignment.source, alignment.target), strict=True):
        texts = Counter(folded(text) for part in agenda.parts for text in part.texts)
        texts.update(folded(text) for note in agenda.notes for text in note)
        read = Counter(folded(segment.text) for segment in document.segments)
        count.segments_known += texts.total()
        count.segments_found += read.total()
        count.segments_right += (texts & read).total()
        words = Counter(agenda.words())
        lost = words - Counter(re.findall(r"\w+", " ".join(f"{s.label} {s.text}" for s in document.segments)))
        count.words += words.total()
        count.words_lost += lost.total()
        if lost:
            count.wrong.append(f"{name} {document.language} words lost: {dict(lost)}")
    return count


def saved(sources: Iterable[Path], endings: Iterable[str], folder: Path) -> None:
    """Has LibreOffice save the files in other formats next to them."""
    if OFFICE is None:
        return
    names = [str(source) for source in sources]
    for ending in endings:
        command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", ending, "--outdir", str(folder), *names]
        subprocess.run(command, check=True, capture_output=True, timeout=600)


@dataclass(frozen=True, slots=True)
class Case:
    """A `Case` is a layout in a format."""

    layout: str
    ending: str

    def path(self, folder: Path, name: str, language: str) -> Path:
        """Returns the place of an agenda."""
        return folder / f"{name}.{self.layout}.{language}.{self.ending}"


def cases(layouts: Sequence[str], endings: Sequence[str]) -> Iterator[Case]:
    """Yields every layout in every format, ODT and HTML for two of them, a browser's print, and the styles of text."""
    for layout in LAYOUTS:
        for ending in ("docx", *(SAVED if OFFICE else ())):
            if ending in ("odt", "html") and layout.name not in ("un", "letter"):
                continue
            yield from _chosen(Case(layout.name, ending), layouts, endings)
    if BROWSER:
        yield from _chosen(Case("browser", "pdf"), layouts, endings)
    for style in STYLES:
        yield from _chosen(Case(style, "txt"), layouts, endings)


def _chosen(case: Case, layouts: Sequence[str], endings: Sequence[str]) -> Iterator[Case]:
    if (not layouts or case.layout in layouts) and (not endings or case.ending in endings):
        yield case


def laid_out(agendas: Sequence[tuple[Agenda, Agenda]], wanted: Sequence[Case], folder: Path) -> None:
    """Writes all files."""
    for agenda in (side for sides in agendas for side in sides):
        for layout in LAYOUTS:
            write_docx(
                agenda,
                varied(layout, agenda.name),
                Case(layout.name, "docx").path(folder, agenda.name, agenda.language),
            )
        for style in STYLES:
            write_text(agenda, style, Case(style, "txt").path(folder, agenda.name, agenda.language))
        if Case("browser", "pdf") in wanted:
            page = folder / f"page.{agenda.name}.{agenda.language}.html"
            write_html(agenda, page)
            printed = Case("browser", "pdf").path(folder, agenda.name, agenda.language)
            print_html(page, printed, folder / "browser")
    for ending in SAVED:
        names = {case.layout for case in wanted if case.ending == ending}
        sources = [path for path in sorted(folder.glob("*.docx")) if path.name.split(".")[1] in names]
        if sources:
            saved(sources, [ending], folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--half", choices=("tune", "report", "all"), default="report")
    parser.add_argument("--layout", nargs="*", default=())
    parser.add_argument("--format", nargs="*", default=())
    parser.add_argument("--wrong", action="store_true", help="print the pairs missing (-) and those too much (+)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the documents there")
    parser.add_argument("--report", action="store_true", help="write the section of docs/benchmarks.md")
    options = parser.parse_args()
    if BROWSER is None:
        print("There is no browser here (chromium): its print is left out.")
    if OFFICE is None:
        print("There is no LibreOffice here (soffice): PDF, ODT and HTML are left out.")
    agendas = [read_agenda(path) for path in sorted(MEMORIES.glob("*.tsv")) if in_half(path, options.half)]
    wanted = list(cases(options.layout, options.format))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        laid_out(agendas, wanted, folder)
        rows = list(rows_of(agendas, wanted, folder, wrong=options.wrong))
    head = ("format", "layout", "pairs", "segments, F1", "pairs, F1", "kept at .9", "precision", "words lost")
    print(table(head, rows))
    if options.report:
        data = f"{len(agendas)} agendas of memories/ in {len(wanted)} forms, both languages"
        write_section("Raw documents", f"{conditions(data)}\n\n{NOTE}\n\n{table(head, rows)}")


NOTE = (
    "A pair is right if both texts are, after folding white space, quotes, dashes and the leading label; *segments* "
    "counts each side for itself. Nothing of these agendas was looked at while the rules were made; their layouts are "
    "of the kinds that the rules were made with, in other type, sizes and margins, with other page limits."
)


def in_half(path: Path, half: str) -> bool:
    """Tells whether an agenda belongs to the half asked for."""
    return half == "all" or path.stem.startswith(TUNED) == (half == "tune")


def rows_of(
    agendas: Sequence[tuple[Agenda, Agenda]], wanted: Sequence[Case], folder: Path, *, wrong: bool
) -> Iterator[list[object]]:
    """Yields a row of figures for each form, and the sums."""
    sums: dict[str, Count] = {}
    for case in wanted:
        total = Count()
        for sides in agendas:
            paths = [case.path(folder, side.name, side.language) for side in sides]
            began = time.process_time()
            alignment = align(*paths)
            count = measured(pairs(*sides), sides, alignment, f"{case.layout}.{case.ending} {sides[0].name}")
            count.seconds = time.process_time() - began
            total.add(count)
        if wrong:
            print("\n".join(total.wrong))
        sums.setdefault(case.ending, Count()).add(total)
        yield [case.ending, case.layout, *total.row()]
    for ending, total in sums.items():
        yield [f"**{ending}**", "all", *total.row()]


if __name__ == "__main__":
    main()
