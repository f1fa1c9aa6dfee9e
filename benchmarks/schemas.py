"""Is the XLIFF that tmtool writes valid by the schemas of OASIS?

    python benchmarks/schemas.py CATALOGUE FOLDER...

CATALOGUE is a folder with the schemas (that of OpenXLIFF: `xliff/xliff-core-1.2-strict.xsd`, `xliff2.1/…`); OASIS gives
no licence under which they could be shipped here. Every file below the folders that holds units is converted to
XLIFF 1.2 and held against the strict and the transitional schema, and to XLIFF 2.1; every XLIFF that is valid itself is
filled with translations and must still be valid then.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from tmtool.errors import TmtoolError
from tmtool.formats.filling import Filling, State
from tmtool.formats.registry import detect
from tmtool.model import Span
from tmtool.tasks.converting import convert
from tmtool.tasks.import_values import ImportOptions

SCHEMAS = {
    "1.2 strict": "xliff/xliff-core-1.2-strict.xsd",
    "1.2 transitional": "xliff/xliff-core-1.2-transitional.xsd",
    "2.0": "xliff2.0/xliff_core_2.0.xsd",
    "2.1": "xliff2.1/xliff_core_2.0.xsd",
    "2.2": "xliff2.2/xliff_core_2.2.xsd",
}
TEXT = "« É » & <x>"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args()
    schemas = {}
    for name, place in SCHEMAS.items():
        try:
            schemas[name] = etree.XMLSchema(etree.parse(str(options.catalogue / place)))
        except (OSError, etree.XMLSchemaParseError) as error:
            print(f"{name}: not read ({str(error)[:100]})")
    counts: Counter[tuple[str, str, bool]] = Counter()
    for folder in options.folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                counts += converted(path, schemas) + filled(path, schemas)
    for (what, name, valid), n in sorted(counts.items()):
        print(f"{what}\t{name}\t{'valid' if valid else 'not valid'}\t{n}")


def converted(path: Path, schemas: dict[str, etree.XMLSchema]) -> Counter[tuple[str, str, bool]]:
    counts: Counter[tuple[str, str, bool]] = Counter()
    with TemporaryDirectory() as folder:
        for ending, names in ((".xlf", ("1.2 strict", "1.2 transitional")), (".xliff", ("2.1",))):
            out = Path(folder, f"out{ending}")
            try:
                if not convert(path, out, ImportOptions(kind="memory")).entries:
                    continue
            except TmtoolError:
                continue
            written = etree.parse(str(out))
            for name in names:
                if name in schemas:
                    counts["converted", name, held(path, name, schemas[name], written)] += 1
    return counts


def filled(path: Path, schemas: dict[str, etree.XMLSchema]) -> Counter[tuple[str, str, bool]]:
    counts: Counter[tuple[str, str, bool]] = Counter()
    try:
        before = etree.fromstring(path.read_bytes())
        found = detect(path)
        if etree.QName(before).localname != "xliff" or found.read_fillable is None:
            return counts
        file = found.read_fillable(path, source_language="en")
    except (TmtoolError, etree.XMLSyntaxError, ValueError):
        return counts
    for state in State:
        fillings = {
            number: Filling(TEXT, tuple(Span(0, 0) for _ in slot.codes), state, 88)
            for number, slot in enumerate(file.slots)
            if slot.source.strip() and not slot.locked
        }
        after = etree.ElementTree(etree.fromstring(file.content(fillings, target_language="fr")))
        for name, schema in schemas.items():
            if schema.validate(before):
                counts["filled", name, held(path, name, schema, after)] += 1
    return counts


def held(path: Path, name: str, schema: etree.XMLSchema, tree: etree._ElementTree) -> bool:
    if schema.validate(tree):
        return True
    print(f"{path.name}\t{name}\t{str(schema.error_log)[:250]}")
    return False


if __name__ == "__main__":
    main()
