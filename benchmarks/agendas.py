"""What does a check of whole agendas say of those that are right in every detail?

    python benchmarks/agendas.py [PART…] [--show]

The agendas are those of data/agendas, all of them read while checks were mended: a part that nobody has read is counted
before it gets its place here. Prints findings by level for each agenda, with --show what is found. The term base is the
packaged one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tmtool.model import Finding, Level
from tmtool.tasks.check import check

DATA = Path(__file__).parent / "data" / "agendas"
PARTS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
    "thirtythird",
    "thirtyfourth",
    "thirtyfifth",
    "thirtysixth",
    "thirtyseventh",
    "thirtyeighth",
    "thirtyninth",
    "fortieth",
    "fortyfirst",
    "fortysecond",
    "fortythird",
    "fortyfourth",
    "fortyfifth",
    "fortysixth",
    "fortyseventh",
    "fortyeighth",
    "fortyninth",
    "fiftieth",
    "fiftyfirst",
    "fiftysecond",
    "fiftythird",
    "fiftyfourth",
    "fiftyfifth",
    "fiftysixth",
    "fiftyseventh",
    "fiftyeighth",
    "fiftyninth",
    "sixtieth",
    "sixtyfirst",
    "sixtysecond",
    "sixtythird",
    "sixtyfourth",
    "sixtyfifth",
    "sixtysixth",
    "sixtyseventh",
    "sixtyeighth",
    "sixtyninth",
    "seventieth",
    "seventyfirst",
    "seventysecond",
    "seventythird",
    "seventyfourth",
    "seventyfifth",
    "seventysixth",
    "seventyseventh",
    "seventyeighth",
    "seventyninth",
    "eightieth",
    "eightyfirst",
    "eightysecond",
    "eightythird",
    "eightyfourth",
    "eightyfifth",
    "eightysixth",
    "eightyseventh",
    "eightyeighth",
    "eightyninth",
    "ninetieth",
    "ninetyfirst",
    "ninetysecond",
    "ninetythird",
    "ninetyfourth",
    "ninetyfifth",
    "ninetysixth",
    "ninetyseventh",
    "ninetyeighth",
    "ninetyninth",
    "hundredth",
    "hundredandfirst",
    "hundredandsecond",
    "hundredandthird",
    "hundredandfourth",
    "hundredandfifth",
    "hundredandsixth",
    "hundredandseventh",
    "hundredandeighth",
    "hundredandninth",
    "hundredandtenth",
    "hundredandeleventh",
    "hundredandtwelfth",
    "hundredandthirteenth",
    "hundredandfourteenth",
    "hundredandfifteenth",
    "hundredandsixteenth",
    "hundredandseventeenth",
    "hundredandeighteenth",
    "hundredandnineteenth",
    "hundredandtwentieth",
    "hundredandtwentyfirst",
    "hundredandtwentysecond",
    "hundredandtwentythird",
    "hundredandtwentyfourth",
    "hundredandtwentyfifth",
    "hundredandtwentysixth",
    "hundredandtwentyseventh",
    "hundredandtwentyeighth",
    "hundredandtwentyninth",
    "hundredandthirtieth",
    "hundredandthirtyfirst",
    "hundredandthirtysecond",
    "hundredandthirtythird",
    "hundredandthirtyfourth",
    "hundredandthirtyfifth",
    "hundredandthirtysixth",
    "hundredandthirtyseventh",
    "hundredandthirtyeighth",
    "hundredandthirtyninth",
    "hundredandfortieth",
    "hundredandfortyfirst",
    "hundredandfortysecond",
    "hundredandfortythird",
    "hundredandfortyfourth",
    "hundredandfortyfifth",
    "hundredandfortysixth",
    "hundredandfortyseventh",
    "hundredandfortyeighth",
    "hundredandfortyninth",
    "hundredandfiftieth",
    "hundredandfiftyfirst",
    "hundredandfiftysecond",
    "hundredandfiftythird",
    "hundredandfiftyfourth",
    "hundredandfiftyfifth",
    "hundredandfiftysixth",
    "hundredandfiftyseventh",
    "hundredandfiftyeighth",
    "hundredandfiftyninth",
    "hundredandsixtieth",
    "hundredandsixtyfirst",
    "hundredandsixtysecond",
    "hundredandsixtythird",
    "hundredandsixtyfourth",
    "hundredandsixtyfifth",
    "hundredandsixtysixth",
    "hundredandsixtyseventh",
    "hundredandsixtyeighth",
    "hundredandsixtyninth",
    "hundredandseventieth",
    "hundredandseventyfirst",
    "hundredandseventysecond",
    "hundredandseventythird",
    "hundredandseventyfourth",
)
FREE = PARTS[PARTS.index("hundredandtwentyseventh") : PARTS.index("hundredandthirtythird")]
"""Those whose translators put all in their own words, as good ones do, and wrote no drafts."""
SHOWN = (Level.ERROR, Level.WARNING, Level.INFO)


def agendas(part: str) -> list[Path]:
    """Returns the folders of a part, each with the files en.txt and fr.txt, by name."""
    return sorted(file.parent for file in (DATA / part).glob("*/fr.txt"))


def found(folder: Path) -> Sequence[Finding]:
    """Returns what the checks find in the French of an agenda against its English."""
    return check(folder / "en.txt", folder / "fr.txt", home=None).findings


def clean(parts: Sequence[str], *, show: bool) -> None:
    """Prints the findings of each level in every agenda and in each part, all of which are false alarms."""
    print(f"{'clean agendas':40}" + "".join(f"{level.value:>9}" for level in SHOWN))
    for part in parts:
        total = Counter[Level]()
        for folder in agendas(part):
            findings = found(folder)
            counts = Counter(finding.level for finding in findings)
            total += counts
            print(f"{part}/{folder.name:{39 - len(part)}}" + "".join(f"{counts[level]:9}" for level in SHOWN))
            for finding in findings if show else ():
                print(f"  {finding.level.value} {finding.segment} {finding.check}: {finding.message}")
                print(f"    {finding.source}\n    {finding.target}")
        print(f"{part + ', all':40}" + "".join(f"{total[level]:9}" for level in SHOWN))


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", default=PARTS, help="folders of data/agendas (default: all)")
    parser.add_argument("--show", action="store_true", help="print what is found")
    options = parser.parse_args()
    clean(options.parts, show=options.show)


if __name__ == "__main__":
    main()
