"""How much of a file comes back when tmtool reads it and writes it again in its own format?

    python benchmarks/round_trip.py FOLDER... [--show N]

Reads every TMX, TBX, XLIFF and table below the folders, writes each by `tmtool convert` (TMX and TBX also by `import`
and `export`), and compares the two by a reader of its own: lxml and the csv module, nothing of tmtool. An entry (unit,
concept, row, and the header of a file) counts as whole if its text, codes, properties, notes and attributes are all
there again; what tmtool adds does not count. It counts as named if what is missing is told by the command. A table is
written with tmtool's own columns: rows of names, and cells that become columns (`FALSE`, languages), count as missing.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree

from tmtool.errors import TmtoolError
from tmtool.store import open_home
from tmtool.tasks.converting import convert
from tmtool.tasks.export import export
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_values import ImportFailure, ImportOptions
from tmtool.tasks.term_export import export_terms

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ENDINGS = {".tmx": ".tmx", ".tbx": ".tbx", ".xlf": ".xlf", ".xliff": ".xlf", ".sdlxliff": ".xlf", ".mqxliff": ".xlf",
           ".txlf": ".xlf", ".tsv": ".tsv", ".csv": ".csv", ".tab": ".tsv", ".txt": ".tsv", ".utx": ".utx"}  # fmt: skip
DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
OWN_HEADER = frozenset({"creationtool", "creationtoolversion", "o-encoding"})
VERSION_2 = re.compile(rb"<xliff[^>]*\sversion=[\"']2")
SAME_STATUS = re.compile(r"-adm[i]?n-sts$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An `Entry` holds the facts of an entry by their kind; all must be there again."""

    key: tuple[Any, ...]
    facts: dict[str, Counter[Any]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="name N things that are missing in each file")
    options = parser.parse_args()
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in options.folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in ENDINGS and path.is_file():
                for way, counts in results(path, options.show):
                    sums[way] += counts
    print("way\tfiles\tentries\twhole\twhole or named\tmissing kinds")
    for way, counts in sorted(sums.items()):
        entries = counts["entries"] or 1
        kinds = ", ".join(f"{name[5:]} {n}" for name, n in counts.most_common() if name.startswith("kind:"))
        print(f"{way}\t{counts['files']}\t{counts['entries']}\t{counts['whole'] / entries:.3f}"
              f"\t{counts['named'] / entries:.3f}\t{kinds}")  # fmt: skip


def results(path: Path, show: int) -> Iterator[tuple[str, Counter[str]]]:
    """Yields the counts of each way that a file can take."""
    ending = ENDINGS[path.suffix.lower()]
    if ending == ".xlf" and VERSION_2.search(path.read_bytes()[:4000]):
        ending = ".xliff"
    with TemporaryDirectory() as folder:
        out = Path(folder, f"out{ending}")
        try:
            before = list(entries(path))
        except (etree.XMLSyntaxError, UnicodeError, ValueError, OSError, csv.Error):
            return
        if not before:
            return
        try:
            done = convert(path, out, ImportOptions(kind="auto"))
        except TmtoolError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
        else:
            told = set(done.losses) | {notice.text for notice in done.notices}
            told |= {skip.reason for skip in done.skipped}
            yield f"{ending} convert", compared(path, before, out, told, show)
        if ending in (".tmx", ".tbx"):
            through = Path(folder, f"through{ending}")
            told = set()
            with open_home(Path(folder, "a.db"), create=True) as home:
                for report in import_paths(home, [path], ImportOptions(processes=False, anyway=True)):
                    if isinstance(report, ImportFailure):
                        return
                    told = {notice.text for notice in report.notices} | {skip.reason for skip in report.skipped}
                    if report.repeated:
                        told.add("repeated")
                if ending == ".tbx":
                    told |= set(export_terms(home, through, source_language="en", target_language="fr").losses)
                else:
                    export(home, through, source_language="en", target_language="fr")
            yield f"{ending} import and export", compared(path, before, through, told, show)


def compared(path: Path, before: list[Entry], out: Path, told: set[str], show: int) -> Counter[str]:
    after = defaultdict(list)
    for entry in entries(out):
        after[entry.key].append(entry)
    counts = Counter({"files": 1, "entries": len(before), "whole": 0, "named": 0})
    for entry in before:
        there = after.get(entry.key, [])
        if entry.key == ("row",):
            there = [one for one in there if not entry.facts["cells"] - one.facts["cells"]]
        written = there.pop(0) if len(there) > 1 else (there[0] if there else None)
        lost: dict[str, object] = {}
        if written is None:
            lost = {"entry": entry.key}
        else:
            for kind, facts in entry.facts.items():
                missing = facts - written.facts[kind]
                if kind == "attributes":
                    # What the DTD has no attribute for is a property.
                    kept = {(one[0], one[2]) for one in written.facts["properties"]}
                    missing = Counter({one: n for one, n in missing.items() if (one[0], one[-1]) not in kept})
                if missing or (kind in ("text", "codes", "notes") and facts != written.facts[kind]):
                    lost[kind] = list(missing or written.facts[kind])
        counts["whole"] += not lost
        counts["named"] += all(named(kind, told) for kind in lost)
        for kind in lost:
            counts[f"kind:{kind}"] += 1
        if lost and show:
            show -= 1
            print(f"{path.name}\t{entry.key}\t{lost}"[:700])
    return counts


def named(kind: str, told: set[str]) -> bool:
    """Tells whether something that was told speaks of this kind of loss."""
    words = {
        "entry": ("unit", "text", "repeated", "concept", "entr", "row", "terms", "segment", "message"),
        "codes": ("code",), "properties": ("propert", "categor", "status", "grammar", "source", "definition"),
        "notes": ("note",), "attributes": ("propert", "status", "date", "user", "id"),
        "header": ("header",), "text": ("text", "language", "term"),
    }  # fmt: skip
    return any(word in said for said in told for word in words[kind])


def entries(path: Path) -> Iterator[Entry]:
    ending = path.suffix.lower()
    if ending in (".tsv", ".csv", ".tab", ".txt", ".utx"):
        yield from table_entries(path)
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.parse(str(path), parser).getroot()
    name = local(root)
    if name == "tmx":
        yield from tmx_entries(root)
    elif name in ("tbx", "martif", "TBX"):
        yield from tbx_entries(root)
    elif name == "xliff":
        yield from xliff_entries(root)


def local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def items(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.items()]


def child(element: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in element if local(one) == name), None)


def lang(element: etree._Element) -> str:
    return (element.get(LANG) or element.get("lang") or "").replace("_", "-").lower()


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def day(written: str) -> str:
    return re.sub(r"\D", "", written)[:14].ljust(14, "0")


def tmx_entries(root: etree._Element) -> Iterator[Entry]:
    for header in root.iter("{*}header"):
        entry = Entry(("header",))
        for name, value in items(header):
            if name not in OWN_HEADER and value:
                entry.facts["header"][
                    name, value.lower() if "lang" in name else day(value) if name in DATES else value
                ] += 1
        for child in header.iter("{*}prop", "{*}note", "{*}map"):
            entry.facts["header"][local(child), child.get("type"), child.text or "", child.get("unicode")] += 1
        yield entry
    for tu in root.iter("{*}tu"):
        texts = [(lang(tuv), plain(seg)) for tuv in tu.iter("{*}tuv") for seg in tuv.iter("{*}seg")]
        if len({tag for tag, text in texts if text.strip()}) < 2:
            continue
        entry = Entry(tuple(sorted((tag, text.strip()) for tag, text in texts if text.strip())))
        entry.facts["text"].update((tag, text) for tag, text in texts if text.strip())
        take(tu, "", entry, {"tuid", "srclang"})
        if tu.get("tuid"):
            entry.facts["attributes"]["tuid", nfc(tu.get("tuid", ""))] += 1
        if tu.get("srclang"):
            entry.facts["attributes"]["srclang", tu.get("srclang", "").lower()] += 1
        for tuv in tu.iter("{*}tuv"):
            seg = next(tuv.iter("{*}seg"), None)
            if seg is None or not plain(seg).strip():
                continue
            if len(seg):
                entry.facts["codes"][lang(tuv), inner(seg)] += 1
            take(tuv, lang(tuv), entry, {"lang", LANG}, dates=tu)
        yield entry


def take(
    element: etree._Element, where: str, entry: Entry, known: set[str], dates: etree._Element | None = None
) -> None:
    for name, value in items(element):
        if name in known or (dates is not None and dates.get(name) == value):
            continue
        if name in DATES and re.match(r"(0001|1900|19700101)", value):
            continue
        entry.facts["attributes"][where, name.rpartition("}")[2], day(value) if name in DATES else value] += 1
    for child in element:
        if local(child) == "prop":
            entry.facts["properties"][where, child.get("type"), (child.text or ""), lang(child)] += 1
        elif local(child) == "note":
            entry.facts["notes"][where, (child.text or ""), lang(child)] += 1


def plain(segment: etree._Element) -> str:
    found = [segment.text or ""]
    for child in segment:
        if local(child) in ("hi", "g", "pc", "mrk"):
            found.append(plain(child))
        found.append(child.tail or "")
    return nfc("".join(found))


def inner(segment: etree._Element) -> str:
    """Returns the content of a segment, written the same whatever its namespace and quotation marks."""
    found = [nfc(segment.text or "").replace("&", "&amp;").replace("<", "&lt;")]
    for child in segment:
        attributes = "".join(f" {etree.QName(name).localname}={value!r}" for name, value in sorted(items(child)))
        found.append(f"<{local(child)}{attributes}>{inner(child)}</{local(child)}>")
        found.append(nfc(child.tail or "").replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(found)


TBX_NAMES = {"termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec", "ntig": "termSec"}


def tbx_entries(root: etree._Element) -> Iterator[Entry]:
    header = Entry(("header",))
    for back in root.iter("{*}back"):
        for item in back.iter("{*}item", "{*}itemSet"):
            header.facts["header"][item.get("type"), " ".join((item.text or "").split())] += 1
    for part in root.iter("{*}fileDesc"):
        for child in part.iter("{*}title", "{*}p", "{*}note"):
            header.facts["header"][local(child), " ".join("".join(map(str, child.itertext())).split())] += 1
    if header.facts:
        yield header
    for concept in root.iter("{*}termEntry", "{*}conceptEntry"):
        terms = tuple(
            sorted(
                (lang(section), nfc(" ".join("".join(map(str, term.itertext())).split())))
                for section in concept.iter("{*}langSet", "{*}langSec")
                for term in section.iter("{*}term")
            )
        )
        if not terms:
            continue
        entry = Entry(terms)
        if concept.get("id"):
            entry.facts["attributes"]["id", concept.get("id")] += 1
        for element in concept.iter("{*}*"):
            if len(element) and local(element) != "note" and not (element.text or "").strip():
                continue
            text = nfc(" ".join("".join(map(str, element.itertext())).split()))
            name = local(element)
            if name in ("hi", "foreign", "term", "sup", "sub") or not text:
                continue
            kind = "notes" if name == "note" else "properties"
            where = next((lang(one) for one in element.iterancestors("{*}langSet", "{*}langSec")), "")
            meaning = element.get("type") or ("" if name in ("note", "date") else name)
            value = SAME_STATUS.sub("", text) if "tatus" in meaning else text
            entry.facts[kind][where, meaning, value] += 1
        yield entry


def xliff_entries(root: etree._Element) -> Iterator[Entry]:
    for unit in root.iter("{*}trans-unit", "{*}unit"):
        pairs = [unit, *unit.iter("{*}segment")]
        for source, target in ((child(pair, "source"), child(pair, "target")) for pair in pairs):
            is_segmented = any(one.get("mtype") == "seg" for one in unit.iter("{*}mrk"))
            if source is None or target is None or not plain(target).strip() or is_segmented:
                continue
            entry = Entry((plain(source).strip(), plain(target).strip()))
            for one in (source, target):
                entry.facts["text"][plain(one)] += 1
                if len(one):
                    entry.facts["codes"][inner(one)] += 1
            for name, value in items(target):
                if name != LANG and not name.endswith("space"):
                    entry.facts["attributes"][name.rpartition("}")[2], value] += 1
            for name, value in items(unit):
                if not name.endswith("space"):
                    # What 1.2 calls `resname`, 2.x calls `name`.
                    known = "name" if name == "resname" else name.rpartition("}")[2]
                    entry.facts["attributes"][known, value] += 1
            # What XLIFF has no attribute for is a context or metadata; the notes of an alternative are not the unit's.
            for meta in unit.iterfind("{*}metadata//{*}meta"):
                kind = re.split("[@:]", meta.get("type") or "")[-1]
                entry.facts["properties"][kind, "context", meta.text or "", ""] += 1
            for context in unit.iterfind("{*}context-group/{*}context"):
                kind = re.split("[@:]", context.get("context-type") or "")[-1]
                entry.facts["properties"][kind, "context", context.text or "", ""] += 1
            for note in (*unit.iterfind("{*}note"), *unit.iterfind("{*}notes/{*}note")):
                if "".join(map(str, note.itertext())).strip():
                    entry.facts["notes"]["".join(map(str, note.itertext())).strip()] += 1
            yield entry


def table_entries(path: Path) -> Iterator[Entry]:
    data = path.read_bytes()
    text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    lines = text.splitlines()
    first = next((line for line in lines if line and not line.startswith("#")), "")
    delimiter = max("\t;,", key=first.count)
    quoted = list(csv.reader(lines, delimiter=delimiter)) if delimiter != "\t" else []
    for row in quoted or (line.split(delimiter) for line in lines):
        cells = [nfc(cell.strip()) for cell in row]
        if any(cells) and not cells[0].startswith("#"):
            entry = Entry(("row",))
            entry.facts["cells"].update(cell for cell in cells if cell not in ("", "-"))
            yield entry


if __name__ == "__main__":
    main()
