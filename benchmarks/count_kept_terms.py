"""Counts how often right agendas have a term for each concept that their source names: ``kept_terms.tsv``.

    python benchmarks/count_kept_terms.py [--out FILE]

Right agendas are those of data/agendas; the concepts are those of the packaged term base. A concept is without a term
where the check `term-absent` would say so if it were always kept.
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from agendas import PARTS, agendas
from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.evidence.term.absent import KEPT, lacking, named
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.tasks.draft_terms import terms_of

HEADING = """\
# Concepts of the packaged term base that right agendas name, how often, and how often their translation has no accepted
# term for them. Columns: concept, how often it is named, how often without. Made by benchmarks/count_kept_terms.py.
"""


def counted(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Returns how often an agenda names each concept, and how often its translation has no term for it."""
    sources, targets = ((folder / name).read_text(encoding="utf-8").split("\n") for name in ("en.txt", "fr.txt"))
    texts = [(one, other) for one, other in zip(sources, targets, strict=True) if one.strip() and other.strip()]
    terms = terms_of(None, [one for one, _ in texts], [other for _, other in texts], PAIR.source, PAIR.target)
    draft = prepare(
        [Pair(number, target, source) for number, (source, target) in enumerate(texts, 1)],
        source_language=PAIR.source,
        target_language=PAIR.target,
        concepts=terms.concepts,
        sides=terms.sides,
    )
    seen, without = Counter[str](), Counter[str]()
    for pair in draft.pairs:
        seen.update(mention.concept.id for mention in named(pair))
        without.update(mention.concept.id for mention in lacking(pair, draft))
    return seen, without


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=PAIR.folder / KEPT)
    options = parser.parse_args()
    seen, without = Counter[str](), Counter[str]()
    with ProcessPoolExecutor() as processes:
        for some, few in processes.map(counted, [path for part in PARTS for path in agendas(part)], chunksize=8):
            seen.update(some)
            without.update(few)
    rows = "".join(f"{concept}\t{seen[concept]}\t{without[concept]}\n" for concept in sorted(seen))
    options.out.write_text(HEADING + rows, encoding="utf-8")
    print(f"{len(seen)} concepts, {sum(seen.values())} times, {sum(without.values())} without a term")


if __name__ == "__main__":
    main()
