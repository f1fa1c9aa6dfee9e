"""How good are the suggestions for documents already translated? Writes docs/evaluation.md and docs/evaluation.svg.

    python benchmarks/evaluate.py [FILE …] [--out DIR]

The packaged agendas are replayed twice: each with itself left out, and with all that its series had later left out
too. Each FILE, a bilingual table with a column `doc`, is replayed in a database of its own, each document with itself
left out. Both databases have the packaged term base. Scores are sacrebleu's, with intervals of 95 %; nothing but the
time depends on the machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evaluation_chart import chart
from tmtool import __version__
from tmtool.model import COMPLETE
from tmtool.store import open_home
from tmtool.tasks.evaluate import Evaluation, Score, evaluate
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_values import ImportFailure, ImportOptions
from tmtool.tasks.packaged import packaged_folder

DOCS = Path(__file__).parents[1] / "docs"
REPLAYED = "replayed"
INTRODUCTION = """# How good the suggestions are

Made by `benchmarks/evaluate.py`; do not edit. Documents already translated are translated again from the rest of
their memory, segment by segment, as `tmtool suggest` does it, and compared with their translation. Beside it: the best
raw match, its target as it is; and nothing. *Exactly right* is the same text to the character; *still typed* is
what a translator would insert or replace, in characters; *kept* is the share of what was suggested that stays.

The agendas of `memories/` were written for this project, are regular, and are short memories: what is new in a
session has no match. Other files are named as they were given.

![Coverage by band, and chrF++ of tmtool, the best raw match and nothing](evaluation.svg)
"""
SYSTEMS = {"tmtool": "tmtool", "raw": "best raw match", "nothing": "nothing"}


@dataclass(frozen=True, slots=True)
class Run:
    """A `Run` is a replay: of what, which words name it in the table and the chart, and how long it took."""

    data: str
    left_out: str
    result: Evaluation
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, default=DOCS, metavar="DIR", help="where the two files go")
    options = parser.parse_args()
    agendas = sorted(packaged_folder("memories").glob("*.tsv"))
    runs = [replay("memories/", agendas, leave_out) for leave_out in ("document", "later")]
    runs += [replay(file.name, [file], "document") for file in options.files]
    (options.out / "evaluation.md").write_text(page(runs), encoding="utf-8")
    bars = [(f"{run.data}, {run.left_out}", run.result) for run in runs]
    (options.out / "evaluation.svg").write_text(chart(bars, SYSTEMS), encoding="utf-8")
    for run in runs:
        print(f"{run.data}, {run.left_out}: {complete(run.result):.0f} % complete, {run.seconds:.0f} s")


def replay(data: str, files: list[Path], leave_out: str) -> Run:
    """Replays the documents of the files in a new database that has the packaged term base too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evaluation.db"
        with open_home(path, create=True) as home:
            terms = sorted(packaged_folder("termbase").glob("*.tsv"))
            for kind, memory, tables in (("memory", REPLAYED, files), ("terms", "terms", terms)):
                for report in import_paths(home, tables, ImportOptions(kind=kind, memory=memory)):
                    if isinstance(report, ImportFailure):
                        raise SystemExit(str(report.error))
            start = time.perf_counter()
            result = evaluate(home, memory=REPLAYED, leave_out=leave_out)
            seconds = time.perf_counter() - start
    left_out = "document left out" if leave_out == "document" else "later sessions left out too"
    return Run(data, left_out, result, seconds)


def page(runs: list[Run]) -> str:
    """Returns the page: what was done, the chart, and the tables of each run."""
    today = datetime.now(UTC).date().isoformat()
    cores = len(os.sched_getaffinity(0))
    lines = [
        INTRODUCTION,
        f"tmtool {__version__}, {today}, {cores} cores of {platform.machine()}, Python {platform.python_version()}.",
    ]
    for run in runs:
        lines += section(run)
    lines += ["", "## Signatures", ""]
    lines += [f"- {name}: `{score.signature}`" for name, score in scores_of("tmtool", runs[0].result)]
    return "\n".join(lines) + "\n"


def section(run: Run) -> list[str]:
    result = run.result
    lines = [
        "",
        f"## {run.data}, {run.left_out}",
        "",
        f"{result.documents} documents, {result.segments} segments, {run.seconds:.0f} s. Complete (context, exact, "
        f"adapted): {complete(result):.1f} % of the segments, of which {right(result):.1f} % exactly right.",
        "",
        "| band | segments | words | exactly right |",
        "|---|--:|--:|--:|",
    ]
    for name, band in result.bands.items():
        share = f"{100 * band.right / band.segments:.0f} %" if band.segments and name != "none" else ""
        lines.append(f"| {name} | {band.segments} | {band.words} | {share} |")
    lines += ["", "| suggested | chrF++ | BLEU | TER | still typed | kept |", "|---|--:|--:|--:|--:|--:|"]
    for name, shown in SYSTEMS.items():
        scores = result.systems[name]
        cells = [interval(score) for _, score in scores_of(name, result)]
        lines.append(f"| {shown} | {' | '.join(cells)} | {scores.typed} | {100 * scores.kept:.0f} % |")
    return lines


def scores_of(system: str, result: Evaluation) -> list[tuple[str, Score]]:
    scores = result.systems[system]
    return [("chrF++", scores.chrf), ("BLEU", scores.bleu), ("TER", scores.ter)]


def interval(score: Score) -> str:
    return f"{score.score:.1f} [{score.low:.1f}, {score.high:.1f}]"


def complete(result: Evaluation) -> float:
    """Returns per cent of the segments whose best suggestion is safely adapted or exact."""
    return 100 * sum(result.bands[kind.value].segments for kind in COMPLETE) / result.segments


def right(result: Evaluation) -> float:
    """Returns per cent of those segments whose suggestion is the stored translation to the character."""
    bands = [result.bands[kind.value] for kind in COMPLETE]
    return 100 * sum(band.right for band in bands) / max(1, sum(band.segments for band in bands))


if __name__ == "__main__":
    main()
