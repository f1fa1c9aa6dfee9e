"""How well are terms recognised, and how often are the alarms of the checks on terms right and complete?

    python benchmarks/terms.py [SENTENCES] [--terms TABLE] [--half tuning|held-out] [--show]
    python benchmarks/terms.py --speed PAIRS [--terms TABLE …]

SENTENCES are pairs with one term each, told to be right, wrong, or absent but fine (default: the set written for
this project, data/terms_in_context.jsonl; one JSON object a line, see data/README.md). An alarm is an error or a
warning of a check whose name starts with "term-"; a sentence is a hit if it has one and is wrong. Recognition is
counted on the source of all sentences and on the target of those that are right, and by exact spans. The
term base is the packaged one unless TABLE is given. With --speed: how long a million words of each language take, from
a table of pairs (TSV, also .xz), with the packaged concepts and those of the tables, at most 10,000.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.formats.table.term_reading import read_concepts
from tmtool.model import Concept, Finding, Level, Occurrence, Span
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.recognise import Recogniser

SENTENCES = Path(__file__).with_name("data") / "terms_in_context.jsonl"
CONCEPTS = 10_000
WORDS_OF_A_TEXT = 1_000_000
WRONG, ABSENT = "wrong", "absent-but-fine"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A `Sentence` is a line of the set: where its term is on both sides, in pieces if it is split, and the verdict."""

    id: str
    source: str
    target: str
    term: str
    verdict: str
    note: str
    source_span: Span
    target_span: Span
    half: str


def sentences(path: Path, half: str | None) -> list[Sentence]:
    """Returns the lines of a set, or of one half of it."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        spans = (Span(*item["en_span"]), Span(*item["fr_span"]))
        texts = (item["id"], item["en"], item["fr"], item["term_en"], item["verdict"], item.get("note", ""))
        found.append(Sentence(*texts, *spans, item.get("half", "")))
    return [sentence for sentence in found if half in (None, sentence.half)]


def concepts_of(path: Path) -> list[Concept]:
    """Returns the concepts of a term table."""
    entries = read_concepts(path, source_language="en", target_language="fr")
    return [entry for entry in entries if isinstance(entry, Concept)]


def alarms(draft: Draft) -> dict[int, list[Finding]]:
    """Returns the alarms on terms by the number of the sentence."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in run_checks(draft, scope="segment"):
        if finding.check.startswith("term-") and finding.level is not Level.INFO:
            found[finding.segment].append(finding)
    return found


def of_term(found: Sequence[Occurrence], term: str) -> list[Occurrence]:
    """Returns the occurrences of the concepts that have this term."""
    return [one for one in found if any(other.text == term for other in one.concept.terms)]


def recognition(items: Sequence[Sentence], draft: Draft, *, show: bool) -> None:
    """Prints how many terms are recognised, and how many of them in just their span."""
    for side in ("source", "target"):
        wanted = found = exact = 0
        for item, pair in zip(items, draft.pairs, strict=True):
            if side == "target" and item.verdict != "ok":
                continue
            span = item.source_span if side == "source" else item.target_span
            text = item.source if side == "source" else item.target
            hits = of_term(pair.source_terms if side == "source" else pair.target_terms, item.term)
            wanted += 1
            found += any(hit.span.overlaps(span) for hit in hits)
            exact += any(hit.span == span for hit in hits)
            if show and not any(hit.span == span for hit in hits):
                seen = [hit.span.of(text) for hit in hits]
                print(f"  {item.id} {side}: “{span.of(text)}”, recognised {seen}: {item.note}\n    {text}")
        shares = f"{found} of {wanted} recognised ({found / wanted:.1%}), {exact} in their span ({exact / wanted:.1%})"
        print(f"{side}: {shares}")


def control(items: Sequence[Sentence], draft: Draft, *, show: bool) -> None:
    """Prints precision and recall of the alarms."""
    found = alarms(draft)
    right = wrong = missed = 0
    for number, item in enumerate(items, 1):
        alarm = found.get(number, [])
        right += bool(alarm) and item.verdict == WRONG
        wrong += bool(alarm) and item.verdict != WRONG
        missed += not alarm and item.verdict == WRONG
        if show and bool(alarm) != (item.verdict == WRONG):
            print(f"  {item.id} {item.verdict}: {item.source} | {item.target} ({item.note})")
            for finding in alarm:
                print(f"    {finding.check}: {finding.message}")
    print(f"alarms: {right} right, {wrong} false, {missed} missed")
    print(f"precision {right / max(1, right + wrong):.3f}, recall {right / max(1, right + missed):.3f}")


def speed(concepts: Sequence[Concept], texts: Path, language: str) -> None:
    """Prints how long the terms of a text of a million words take to be found."""
    lines = list(_lines(texts, language))
    words = sum(len(line.split()) for line in lines)
    start = time.perf_counter()
    recogniser = Recogniser(concepts, language)
    ready = time.perf_counter()
    found = sum(len(recogniser.find(line)) for line in lines)
    seconds = time.perf_counter() - ready
    print(
        f"{language}: {len(concepts):,} concepts ready in {ready - start:.1f} s; {words:,} words in {len(lines):,} "
        f"lines with {found:,} terms in {seconds:.1f} s: {60 * words / seconds:,.0f} words a minute"
    )


def _lines(path: Path, language: str) -> Iterator[str]:
    """Yields the texts of a column of a table of pairs, as far as they have a million words together."""
    words = 0
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as stream:
        column = next(stream).rstrip("\n").split("\t").index(language)
        for line in stream:
            text = line.rstrip("\n").split("\t")[column]
            words += len(text.split())
            yield text
            if words >= WORDS_OF_A_TEXT:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", type=Path, nargs="?", default=SENTENCES)
    parser.add_argument("--terms", type=Path, nargs="+", default=[], help="term tables instead of the packaged one")
    parser.add_argument("--half", choices=("tuning", "held-out"))
    parser.add_argument("--show", action="store_true", help="print what is missed and what is false")
    parser.add_argument("--speed", type=Path, metavar="PAIRS", help="measure the recogniser on these texts instead")
    options = parser.parse_args()
    given = [concept for table in options.terms for concept in concepts_of(table)]
    if options.speed:
        for language in ("en", "fr"):
            speed((packaged_concepts() + given)[:CONCEPTS], options.speed, language)
        return
    items = sentences(options.sentences, options.half)
    draft = prepare(
        [Pair(number, item.target, item.source, id=item.id) for number, item in enumerate(items, 1)],
        source_language="en",
        target_language="fr",
        concepts=given or packaged_concepts(),
    )
    print(f"{len(items)} sentences")
    recognition(items, draft, show=options.show)
    control(items, draft, show=options.show)


if __name__ == "__main__":
    main()
