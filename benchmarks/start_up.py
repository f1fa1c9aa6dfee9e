"""What does a cold `tmtool lookup` cost, compared with an interpreter that does nothing?

    python benchmarks/start_up.py DATABASE TEXT [TEXT ...] [--python PYTHON] [--report]

PYTHON is the interpreter of an environment with tmtool installed, not in editable form, and used once, so that its byte
code is there. Time of the processor, user and system, since the wall clock also measures what else the machine does.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from import_tmx import Run, run
from report import conditions, table, write_section

RUNS = 21


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("texts", nargs="+", metavar="TEXT")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    look = [options.python, "-m", "tmtool", "--db", str(options.database), "lookup", "--json"]
    commands = {"python -c pass": [options.python, "-c", "pass"], "tmtool --version": [*look[:3], "--version"]}
    commands |= {f"tmtool lookup “{text}”": [*look, text] for text in options.texts}
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(run(command))
    least = statistics.median(run.processor for run in runs["python -c pass"])
    rows = [
        [
            name,
            f"{statistics.median(run.processor for run in some) * 1000:.0f}",
            f"{statistics.median(run.seconds for run in some) * 1000:.0f}",
            f"{statistics.median(run.processor for run in some) / least:.1f}",
        ]
        for name, some in runs.items()
    ]
    megabytes = options.database.stat().st_size / 1e6
    text = (
        conditions(f"a database of {megabytes:.0f} MB; medians of {RUNS} runs, by turns")
        + "\n\n"
        + table(["command", "ms of the processor", "ms", "times `python -c pass`"], rows)
    )
    print(text)
    if options.report:
        write_section("Start-up", text)


if __name__ == "__main__":
    main()
