"""How many of a reviser's twenty errors in the draft of a whole agenda do the checks find?

    python benchmarks/agenda_drafts.py [PART…] [--missed] [--all]

PART is a folder of data/agendas (default: those that may be read). A draft is the French of an agenda with errors of a
tired translator, ``draft.fr.txt``; ``draft.tsv`` says each with its line. An error is found if a finding in its line is
at the words that are wrong, or quotes them or the right ones; or if one of the whole document in another line quotes
what is wrong, or says that a row or a sentence is left out whose words are right, or whose source these words
translate. A finding that says what of the source is missing and has no place in the line reports one error of that line
that nothing else reports. The findings that report no error are false alarms.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agendas import DATA, PARTS
from tmtool.checks.engine.profiles import Choice
from tmtool.model import Finding, Span
from tmtool.tasks.check import check

_NEAR = 40
"""So many characters from the wrong words a finding on the meaning may be, which says what the source has there."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A `Wrong` is an error of a draft: its line, the words that are wrong and right there, the lines of the source of
    which the draft has nothing, and the line that it translates."""

    text: str
    kind: str
    wrong: str
    right: str
    note: str
    left_out: tuple[str, ...] = ()
    source: str = ""


def errors(folder: Path) -> list[Wrong]:
    """Returns the errors of a draft."""
    lines = (folder / "draft.fr.txt").read_text(encoding="utf-8").split("\n")
    right, source = ((folder / f"{name}.txt").read_text(encoding="utf-8").split("\n") for name in ("fr", "en"))
    gone = [(_spaced(here), there) for here, there in zip(right, source, strict=False) if here not in lines]
    with (folder / "draft.tsv").open(encoding="utf-8", newline="") as rows:
        return [
            Wrong(
                lines[int(row["line"]) - 1],
                row["kind"],
                row["wrong"],
                row["right"],
                row["note"],
                tuple(there for here, there in gone if here and here in _spaced(row["right"])),
                source[int(row["line"]) - 1],
            )
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _spaced(text: str) -> str:
    """Returns a text with its cells and words parted by one space."""
    return " ".join(text.split())


def credited(findings: Sequence[Finding], known: Sequence[Wrong]) -> tuple[list[Wrong], list[Finding]]:
    """Returns the errors that no finding reports, and the findings that report none."""
    by, false = told_by(findings, known)
    return [error for error, some in zip(known, by, strict=True) if not some], [findings[place] for place in false]


def told_by(findings: Sequence[Finding], known: Sequence[Wrong]) -> tuple[list[list[int]], list[int]]:
    """Returns for each error the findings that report it, by their places: by its place or its words, or else the first
    that may mean it in its line and reports no other; and the findings that report none."""
    by = [[place for place, one in enumerate(findings) if reports(one, error)] for error in known]
    reporting = {place for some in by for place in some}
    false = []
    for place, one in enumerate(findings):
        if place in reporting:
            continue
        unreported = (some for some, error in zip(by, known, strict=True) if not some and _may_report(one, error))
        meant = next(unreported, None)
        if meant is not None:
            meant.append(place)
        elif not any(_may_report(one, error) for error in known):
            false.append(place)
    return by, false


def reports(finding: Finding, error: Wrong) -> bool:
    """Tells whether a finding reports an error, by its place or its words."""
    wrong, right = _words(error.wrong), _words(error.right)
    changed = wrong ^ right or wrong
    quoted = _words(finding.message)
    if not finding.target.strip():
        lines = (*error.left_out, error.source) if _lacks_words(error) else error.left_out
        words = _spaced(finding.source)
        is_source = bool(words) and any(words in _spaced(line) for line in lines)
        return is_source or bool((right - wrong) & quoted)
    if _is_in_line(finding, error):
        if finding.target_span is not None:
            quoted |= _words(finding.target_span.of(finding.target))
        near = _NEAR if finding.check.startswith("meaning-") else 0
        place, text = _place_in_line(finding, error)
        at_place = place is not None and any(
            place.overlaps(Span(max(0, found.start() - near), found.end() + near))
            for found in re.finditer(re.escape(error.wrong), text)
        )
        return bool(changed & quoted) or at_place
    more = Counter(_all_words(error.wrong)) - Counter(_all_words(error.right))
    return finding.check.startswith("document-") and not quoted.isdisjoint(more)


def _lacks_words(error: Wrong) -> bool:
    """Tells whether the draft has fewer words than what is right: a sentence of its line may be left out."""
    return len(_all_words(error.wrong)) < len(_all_words(error.right))


def _place_in_line(finding: Finding, error: Wrong) -> tuple[Span | None, str]:
    """Returns the place of a finding with the text that it is in: the line of the error, whose wrong words may go
    beyond the sentence of the finding; that sentence where it has the line in it."""
    span, here = finding.target_span, finding.target
    start = error.text.find(here.strip())
    if span is None or start < 0:
        return span, here
    start -= len(here) - len(here.lstrip())
    return Span(start + span.start, start + span.end), error.text


def _may_report(finding: Finding, error: Wrong) -> bool:
    """Tells whether a finding that has no place says what may be an error of its line."""
    placeless = finding.target_span is None and not finding.check.startswith("typography-")
    return placeless and _is_in_line(finding, error)


def _is_in_line(finding: Finding, error: Wrong) -> bool:
    here = finding.target.strip()
    return bool(here) and (here in error.text or error.text.strip() in here)


def _words(text: str) -> set[str]:
    return set(_all_words(text))


def _all_words(text: str) -> list[str]:
    """Returns the words of a text in lower case but the smallest, each as often as it is there."""
    return [word.lower() for word in re.findall(r"\w+", text) if len(word) > 2 or not word.islower()]


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", default=PARTS)
    parser.add_argument("--missed", action="store_true", help="print the errors that were not found, and false alarms")
    parser.add_argument("--all", action="store_true", help="hints count too")
    options = parser.parse_args()
    for part in options.parts:
        for folder in sorted(path.parent for path in (DATA / part).glob("*/draft.tsv")):
            known = errors(folder)
            choice = Choice(hints=options.all)
            shown = check(folder / "en.txt", folder / "draft.fr.txt", home=None, choice=choice).findings
            missed, false = credited(shown, known)
            print(
                f"{part}/{folder.name:{39 - len(part)}} {len(known) - len(missed)} of {len(known)}, false {len(false)}"
            )
            for error in missed if options.missed else ():
                print(f"  missed {error.kind}: {error.wrong} | {error.right} | {error.note}\n    {error.text}")
            for one in false if options.missed else ():
                print(f"  false {one.level.value} {one.check}: {one.message}\n    {one.source}\n    {one.target}")


if __name__ == "__main__":
    main()
