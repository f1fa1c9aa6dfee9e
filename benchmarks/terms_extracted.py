"""How many of the first hundred terms that are proposed from aligned text are right, and how many translations?

    python benchmarks/terms_extracted.py PAIRS… [--rows 1-4000]

Each file is looked through by itself. Judgements were made by eye and are in data/extraction_judged.tsv (see the note
there for the files); proposals that nobody has judged are printed, to be judged, and count as wrong. Terms of the
packaged term base are left out. Time is the processor's.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tmtool.formats.registry import detect
from tmtool.languages.tables import rows
from tmtool.model import Unit
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.extraction import extract

JUDGED = Path(__file__).with_name("data") / "extraction_judged.tsv"
PROPOSALS = 100


def pairs(path: Path, first: int, last: int) -> list[tuple[str, str]]:
    """Returns the pairs of these rows of a bilingual file, the first row being 1."""
    read_units = detect(path).read_units
    if read_units is None:
        raise SystemExit(f"{path} is no bilingual file")
    found = []
    for number, unit in enumerate(read_units(path, source_language="en", target_language="fr"), 1):
        if first <= number <= last and isinstance(unit, Unit):
            source, target = unit.variant("en"), unit.variant("fr")
            if source is not None and target is not None:
                found.append((source.text, target.text))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path, nargs="+", help="bilingual files")
    parser.add_argument("--rows", default="1-4000", help="first and last row (default: %(default)s)")
    options = parser.parse_args()
    judged = {(source, target): (term, translation) for source, target, term, translation in rows(JUDGED)[1:]}
    for path in options.pairs:
        measure(path, options.rows, judged)


def measure(path: Path, wanted: str, judged: dict[tuple[str, str], tuple[str, str]]) -> None:
    """Prints what the first proposals from these rows of a file are worth."""
    texts = list(dict.fromkeys(pairs(path, *map(int, wanted.split("-")))))
    start = time.process_time()
    proposals = extract(
        [source for source, _ in texts],
        [target for _, target in texts],
        packaged_concepts(),
        source_language="en",
        target_language="fr",
        limit=PROPOSALS,
    )
    seconds = time.process_time() - start
    terms = translations = 0
    for one in proposals:
        verdict = judged.get((one.source, one.target))
        if verdict is None:
            print(f"not judged: {one.source} = {one.target} ({one.count})")
            continue
        terms += verdict[0] == "yes"
        translations += verdict[1] == "yes"
    print(
        f"{path.name}, rows {wanted}: {len(texts)} pairs, {seconds:.1f} s, {len(proposals)} proposals, "
        f"terms right: {terms}, translations right: {translations}"
    )


if __name__ == "__main__":
    main()
