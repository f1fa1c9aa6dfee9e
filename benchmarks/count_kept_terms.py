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
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.term.absent import KEPT, OFTEN, lacking, named
from tmtool.formats.reading import read_document
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.tasks.draft_pairs import aligned, pairs_of, segment_texts
from tmtool.tasks.draft_terms import terms_of

HEADING = """\
# Concepts of the packaged term base that right agendas name often, or for which their translation has no accepted term
# at times. Columns: concept, how often it is named, how often without. Made by benchmarks/count_kept_terms.py.
"""


def counted(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Returns how often an agenda names each concept, and how often its translation has no term for it, segment by
    segment as they are aligned for a check."""
    source, target = (
        read_document(folder / name, language=language)
        for name, language in (("en.txt", PAIR.source), ("fr.txt", PAIR.target))
    )
    terms = terms_of(None, segment_texts(source), segment_texts(target), PAIR.source, PAIR.target)
    beads = aligned(source, target, None, terms, anyway=True, progress=lambda *_: None, processes=1)
    draft = prepare(
        pairs_of(beads, source, target),
        source_language=PAIR.source,
        target_language=PAIR.target,
        concepts=terms.concepts,
        sides=terms.sides,
        document=target,
        source_document=source,
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
    telling = sorted(concept for concept, times in seen.items() if times >= OFTEN or without[concept])
    rows = "".join(f"{concept}\t{seen[concept]}\t{without[concept]}\n" for concept in telling)
    options.out.write_text(HEADING + rows, encoding="utf-8")
    print(f"{len(seen)} concepts, {sum(seen.values())} times, {sum(without.values())} without a term")


if __name__ == "__main__":
    main()
