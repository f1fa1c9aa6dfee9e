"""How much of each package do the tests run, in processes of their own too?

Reads the JSON report of coverage.py (`pytest --cov --cov-report=json:out/coverage.json`), prints the share of the
statements of each package that ran, and ends with status 1 where that is below the least.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="the JSON report of coverage.py")
    parser.add_argument("--least", type=float, default=90.0, help="the least share in per cent (90)")
    arguments = parser.parse_args()
    shares = by_package(json.loads(arguments.report.read_text(encoding="utf-8"))["files"])
    for package, (run, statements) in sorted(shares.items()):
        print(f"{package:14}{run / statements:8.1%} of {statements} statements")
    low = [package for package, (run, statements) in shares.items() if 100 * run < arguments.least * statements]
    if low:
        print(f"below {arguments.least:.0f} %: {', '.join(sorted(low))}")
    return 1 if low or not shares else 0


def by_package(files: dict[str, dict[str, dict[str, int]]]) -> dict[str, tuple[int, int]]:
    """Returns (statements that ran, statements) of each package right below tmtool; modules of tmtool itself are
    "tmtool".

    A module that ran in a copy of the sources too, as a test may make one, counts where most of it ran.
    """
    modules: dict[str, tuple[int, int]] = {}
    for name, measured in files.items():
        module = name.replace("\\", "/").rpartition("/tmtool/")[2]
        ran = measured["summary"]["covered_lines"], measured["summary"]["num_statements"]
        modules[module] = max(ran, modules.get(module, (0, 0)))
    run, statements = Counter[str](), Counter[str]()
    for module, (covered, count) in modules.items():
        package = module.partition("/")[0] if "/" in module else "tmtool"
        run[package] += covered
        statements[package] += count
    return {package: (run[package], count) for package, count in statements.items() if count}


if __name__ == "__main__":
    sys.exit(main())
