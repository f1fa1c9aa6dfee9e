"""tmtool check"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from tmtool.checks.engine.coverage import coverage
from tmtool.checks.engine.draft import Draft
from tmtool.checks.engine.needs import Want
from tmtool.checks.engine.profiles import inferred
from tmtool.checks.engine.registry import all_checks, get
from tmtool.checks.engine.waivers import Waiver, key_of, waived
from tmtool.cli import options
from tmtool.cli.output import findings as output
from tmtool.cli.output import screen
from tmtool.cli.output.report import Report
from tmtool.cli.session import Session, pass_session
from tmtool.documents.reading import Segmentation
from tmtool.errors import UsageError
from tmtool.model import Level
from tmtool.present.findings import finding as finding_json
from tmtool.present.lines import json_line
from tmtool.tasks import project
from tmtool.tasks.check import Checked
from tmtool.tasks.check import check as check_files

NEVER = "never"
ENDINGS = (".docx", ".html", ".sarif")
MAIN_CHECKS = {
    "numbers": "numbers-value",
    "dates": "dates-value",
    "references": "references-number",
    "terms": "term-deprecated",
}
"""What a reader of "nothing found" takes to have been compared, each with the check that compares it."""


class PlaceType(click.ParamType[tuple[str, int]]):
    """CHECK:SEGMENT, such as ``numbers-value:12``: where --waive finds a finding."""

    name = "place"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        check, _, segment = str(value).rpartition(":")
        if not check or not (segment.isascii() and segment.isdigit()):
            self.fail(f"{value!r} is no check with a segment such as numbers-value:12", param, ctx)
        return get(check).name, int(segment)


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
@options.output("Write .html (a page), .docx (comments) or .sarif; with --fix the repaired file.")
@click.option(
    "--waivers",
    "waivers_file",
    type=options.readable_file(),
    metavar="FILE",
    help="The findings that the project accepts, in place of tmtool-waivers.toml beside tmtool.toml.",
)
@click.option(
    "--waive",
    type=PlaceType(),
    multiple=True,
    metavar="CHECK:SEGMENT",
    help="Accept what this check finds in this segment, for the reason given.",
)
@click.option("--reason", default="", metavar="TEXT", help="Why the findings named by --waive are accepted.")
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
    waivers_file: Path | None,
    waive: tuple[tuple[str, int], ...],
    reason: str,
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
      tmtool check agenda.en.docx agenda.fr.docx --fix -o repaired.docx
      tmtool check agenda.en.docx agenda.fr.docx --waive numbers-value:12 --reason "the source is wrong"
      tmtool checks dates-weekday          why a check exists, with examples
    """
    if len(files) > 2:
        raise UsageError("more than two files", "give the source and the target, or the target alone")
    source, target = files if len(files) == 2 else (None, files[0])
    if bool(waive) != bool(reason.strip()):
        raise UsageError("--waive and --reason belong together", "name the finding and say why it is accepted")
    if out is not None:
        if any(out.resolve() == file.resolve() or _same_file(out, file) for file in files):
            raise UsageError("what is checked is never written over", "give another name after -o")
        options.ending(out, (target.suffix.lower(),) if fix else ENDINGS)
    choice = project.choice()
    waivers = project.waivers(waivers_file, may_be_new=bool(waive))
    with session.open_if_there() as home:

        def checked(draft: Path) -> Checked:
            return check_files(
                source,
                draft,
                home=home,
                source_language=source_language,
                target_language=target_language,
                segmentation=segmentation,
                scope=scope,
                choice=choice,
                waivers=waivers,
            )

        found = checked(target)
        if waive:
            new = _waive(session, found, waive, reason.strip(), project.waivers_file(waivers_file))
            waivers = tuple({one.key: one for one in (*waivers, *new)}.values())
            found = replace(found, findings=tuple(waived(found.findings, waivers)))
        if fix:
            found = _repair(session, target, out, found, checked, segmentation, target_language, as_json)
        elif out is not None:
            _write(out, Report(target, source, found, waivers, segmentation))
            session.say(f"{out} written")
    if as_json:
        for finding in found.findings:
            click.echo(json_line(finding_json(finding)))
    else:
        if not fix and out is None:
            output.show_all(found.findings, waivers if session.verbose else (), whole=session.verbose)
        left = "left: " if fix else ""
        segments = screen.counted(len(found.draft.pairs), "segment")
        screen.show(f"{segments}: {left}{output.summary(found.findings)}")
    _tell_coverage(session, found.draft, scope)
    if session.verbose:
        session.say(f"profile: {choice.profile or f'{inferred(found.draft)} (inferred)'}")
        _name_unmatched(session, found, waivers)
    if any(not finding.waived and _reaches(finding.level, fail_on) for finding in found.findings):
        raise click.exceptions.Exit(1)


def _tell_coverage(session: Session, draft: Draft, scope: str) -> None:
    """Says how few checks look at a draft where its languages are the reason, and with -v what each of them lacks."""
    able = coverage(draft, (check for check in all_checks() if scope in ("document", check.scope)))
    if not able.is_cut_by_language and not session.verbose:
        return
    more = "" if session.verbose else "; `tmtool -v check` says why the others do not"
    session.say(f"{len(able.looking)} of {len(all_checks())} checks look at a text in {draft.target_language}{more}")
    if session.verbose:
        for reason, number in able.reasons():
            session.say(f"{screen.counted(number, 'check')} silent: {reason}")
    dark = {kind: able.silent[check] for kind, check in MAIN_CHECKS.items() if check in able.silent}
    why = next((lack.reason for lacks in dark.values() for lack in lacks if lack.want is Want.LANGUAGE), "")
    if why:
        session.say(f"{screen.listed([*dark])} are not checked: {why}")


def _same_file(one: Path, other: Path) -> bool:
    """Whether two names stand for one file: by a link, or where capitals do not count in names."""
    return one.exists() and other.exists() and one.samefile(other)


def _write(out: Path, report: Report) -> None:
    """Writes the report that the ending of the name stands for."""
    if out.suffix.lower() == ".sarif":
        from tmtool.cli.output.sarif import write_sarif

        write_sarif(out, report)
    elif out.suffix.lower() == ".docx":
        from tmtool.cli.output.comments import write_comments

        write_comments(out, report)
    else:
        from tmtool.cli.output.findings_page.page import write_findings

        write_findings(out, report)


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
    if out is not None:
        # Before anything is shown: the reader of a pipe may go when it has seen enough.
        with whole_file(out, "wb") as stream:
            stream.write(repaired.content)
    if not as_json:
        repairs.show(target, out, repaired)
    for line in repairs.left(repaired):
        session.say(line)
    if out is not None:
        session.say(f"{out} written with {screen.counted(len(repaired.made), 'repair')}")
    return repaired.after


def _waive(
    session: Session, found: Checked, places: Sequence[tuple[str, int]], reason: str, file: Path
) -> list[Waiver]:
    from tmtool.tasks.waiving import waive as accept

    new = accept(file, found.findings, places, reason)
    count = sum((one.check, one.segment) in places for one in found.findings)
    session.say(f"{file}: {screen.counted(count, 'finding')} waived")
    return new


def _name_unmatched(session: Session, found: Checked, waivers: tuple[Waiver, ...]) -> None:
    from tmtool.tasks.waiving import unmatched

    for waiver in unmatched(waivers, map(key_of, found.findings)):
        words = screen.safe(f"{waiver.key.check} “{waiver.key.target}”: {waiver.reason}{output.by(waiver)}")
        session.say(f"a waiver that holds for nothing here: {words}")


def _reaches(level: Level, fail_on: str) -> bool:
    return fail_on != NEVER and level.gravity >= Level(fail_on).gravity
