"""What does a check of whole agendas say of those that are right in every detail?

    python benchmarks/agendas.py [--show]

The agendas are those of data/agendas. Those in `tuning` may be read when a check is mended; those in `held` were looked
at once and are only counted since; those in `fresh` are only counted. Prints findings by level for each agenda, with
--show what is found in `tuning`. The term base is the packaged one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tmtool.model import Finding, Level
from tmtool.tasks.check import check

DATA = Path(__file__).parent / "data" / "agendas"
HALVES = ("tuning", "held", "fresh")
SHOWN = (Level.ERROR, Level.WARNING, Level.INFO)


def agendas(half: str) -> list[Path]:
    """Returns the folders of a part, each with the files en.txt and fr.txt, by name."""
    return sorted(folder for folder in (DATA / half).iterdir() if (folder / "fr.txt").exists())


def found(folder: Path) -> Sequence[Finding]:
    """Returns what the checks find in the French of an agenda against its English."""
    return check(folder / "en.txt", folder / "fr.txt", home=None).findings


def clean(*, show: bool) -> None:
    """Prints the findings of each level in every agenda and in each part, all of which are false alarms."""
    print(f"{'clean agendas':40}" + "".join(f"{level.value:>9}" for level in SHOWN))
    for half in HALVES:
        total = Counter[Level]()
        for folder in agendas(half):
            findings = found(folder)
            counts = Counter(finding.level for finding in findings)
            total += counts
            print(f"{half}/{folder.name:{39 - len(half)}}" + "".join(f"{counts[level]:9}" for level in SHOWN))
            for finding in findings if show and half == "tuning" else ():
                print(f"  {finding.level.value} {finding.segment} {finding.check}: {finding.message}")
                print(f"    {finding.source}\n    {finding.target}")
        print(f"{half + ', all':40}" + "".join(f"{total[level]:9}" for level in SHOWN))


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print what is found in the agendas that may be read")
    clean(show=parser.parse_args().show)


if __name__ == "__main__":
    main()
