"""tmtool check"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from tmtool.checks.profiles import Choice, profiles
from tmtool.checks.registry import all_checks
from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.json_lines import emit
from tmtool.cli.output.json_lines import finding as finding_json
from tmtool.cli.session import SETTINGS, Session, pass_session
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError, UsageError
from tmtool.model import Finding, Level
from tmtool.tasks.check import Checked
from tmtool.tasks.check import check as check_files

NEVER = "never"


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.readable_file(), metavar="[SOURCE] TARGET")
@click.option(
    "--scope",
    type=click.Choice(["document", "segment"]),
    default="document",
    show_default=True,
    help="segment leaves out the checks that compare segments.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*(level.value for level in Level), NEVER]),
    default=Level.ERROR.value,
    show_default=True,
    help="End with status 1 if a finding has this level or a graver one.",
)
@click.option("--fix", is_flag=True, help="Repair what is certain: print a diff, with -o write the repaired file.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="With --fix: the repaired file.")
@options.segmentation
@options.languages
@options.as_json
@pass_session
def check(
    session: Session,
    files: tuple[Path, ...],
    scope: str,
    fail_on: str,
    fix: bool,
    out: Path | None,
    segmentation: Segmentation,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Check a French draft: alone, against its source, or one bilingual file (TSV, XLIFF, TMX, PO).

    Finds wrong numbers, dates, symbols and references, terms that must not be used, titles that differ between
    the list, the annotations and the table, text left in English, spacing that leaves the document's own habit.

    \b
    Examples:
      tmtool check agenda.fr.docx
      tmtool check agenda.en.docx agenda.fr.docx
      tmtool check reviewed.xlf --scope segment --fail-on warning
      tmtool checks dates-weekday          why a check exists, with examples
    """
    if len(files) > 2:
        raise UsageError("more than two files", "give the source and the target, or the target alone")
    source, target = files if len(files) == 2 else (None, files[0])
    if fix and out is not None:
        _refuse_in_place(out, files)
    choice = _choice()
    with session.open_if_there() as connection:

        def checked(draft: Path) -> Checked:
            return check_files(
                source,
                draft,
                connection=connection,
                source_language=source_language,
                target_language=target_language,
                segmentation=segmentation,
                scope=scope,
                choice=choice,
            )

        found = checked(target)
        if fix:
            found = _repair(session, target, out, found, checked, segmentation, target_language, as_json)
    if as_json:
        for finding in found.findings:
            emit(finding_json(finding))
    else:
        for finding in () if fix else found.findings:
            _print(finding)
        _print_summary(found, "left: " if fix else "")
    if any(not finding.waived and _reaches(finding.level, fail_on) for finding in found.findings):
        raise click.exceptions.Exit(1)


def _refuse_in_place(out: Path, files: tuple[Path, ...]) -> None:
    if out.suffix.lower() != files[-1].suffix.lower():
        ending = files[-1].suffix or "the same ending"
        raise UsageError(
            f"the repaired file has the format of the draft, not {out.suffix}", f"end its name in {ending}"
        )
    if any(out.resolve() == file.resolve() for file in files):
        raise UsageError("a draft is never repaired in place", "give another name after -o")


def _repair(
    session: Session,
    target: Path,
    out: Path | None,
    found: Checked,
    recheck: Callable[[Path], Checked],
    segmentation: Segmentation,
    target_language: str,
    as_json: bool,
) -> Checked:
    """Shows the repairs, writes them where that is wanted, and gives what the check of the repaired draft finds."""
    from tmtool.cli.output import repairs
    from tmtool.formats.writing import whole_file
    from tmtool.tasks.repairing import repair

    repaired = repair(target, found, recheck, segmentation=segmentation, target_language=target_language)
    if not as_json:
        repairs.show(target, out, repaired)
    for line in repairs.left(repaired):
        session.say(line)
    if out is not None:
        with whole_file(out, "wb") as stream:
            stream.write(repaired.content)
        count = "1 repair" if len(repaired.made) == 1 else f"{len(repaired.made)} repairs"
        session.say(f"{out} written with {count}")
    return repaired.after


def _choice() -> Choice:
    """What the table [check] of the nearest tmtool.toml says."""
    here = Path.cwd()
    file = next((folder / SETTINGS for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), None)
    if file is None:
        return Choice()
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get("check", {})
        profile, disable, levels = table.get("profile", ""), table.get("disable", []), table.get("levels", {})
        known = {check.name for check in all_checks()}
        wrong = [name for name in (*disable, *levels) if name not in known]
        if profile and profile not in profiles():
            raise ValueError(f"no profile {profile!r}; there are {', '.join(profiles())}")
        if wrong:
            raise ValueError(f"no check {wrong[0]!r}; `tmtool checks` lists all")
        return Choice(profile, frozenset(disable), {name: Level(level) for name, level in levels.items()})
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InputError(f"[check] cannot be read ({error})", "mend that table", path=file) from error


def _reaches(level: Level, fail_on: str) -> bool:
    return fail_on != NEVER and level.gravity >= Level(fail_on).gravity


def _print(finding: Finding) -> None:
    mark = {Level.ERROR: "✘", Level.WARNING: "▲", Level.INFO: "·"}[finding.level]
    head = screen.paint(f"{mark} {finding.level.value:7}", finding.level)
    name = f" ({finding.id})" if finding.id else ""
    screen.show(f"{head} segment {finding.segment}{screen.safe(name)}  {finding.check}")
    screen.paragraph(finding.message, "    ")
    if finding.source:
        screen.paragraph(screen.marked(finding.source, finding.source_span), "      ", "    | ")
    if finding.target:
        screen.paragraph(screen.marked(finding.target, finding.target_span), "      ", "    → ")
    if finding.suggestion is not None and finding.target_span:
        screen.show(f"    ✎ {screen.safe(finding.target_span.of(finding.target))} → {screen.safe(finding.suggestion)}")
    screen.show()


def _print_summary(checked: Checked, before: str = "") -> None:
    counts = Counter(finding.level for finding in checked.findings)
    said = ", ".join(f"{counts[level]} {level.value}" for level in Level if counts[level]) or "nothing found"
    screen.show(f"{len(checked.draft.pairs)} segments: {before}{said}")
