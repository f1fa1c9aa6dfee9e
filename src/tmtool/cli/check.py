"""Defines the command `tmtool check`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmtool.checks.engine.processes import possible
from tmtool.checks.engine.profiles import inferred
from tmtool.checks.engine.registry import get
from tmtool.checks.engine.waivers import Waiver, key_of, together, waived
from tmtool.cli import options
from tmtool.cli.output import concise, coverage, screen
from tmtool.cli.output import findings as output
from tmtool.cli.reader import json_line, person, read
from tmtool.cli.session import Session, late_progress_bar, pass_session
from tmtool.cli.standard_input import NAME, spooled
from tmtool.cli.watching import watch
from tmtool.documents.reading import Segmentation
from tmtool.errors import UsageError
from tmtool.formats.registry import detect
from tmtool.model import Level
from tmtool.model.wording import say, say_number
from tmtool.present.findings import by, summary
from tmtool.present.findings import finding as finding_json
from tmtool.present.report import Report
from tmtool.tasks import project
from tmtool.tasks.check import Checked
from tmtool.tasks.check import check as check_files

if TYPE_CHECKING:
    from tmtool.tasks.repairing import Recheck

NEVER = "never"
CONCISE = "concise"
ENDINGS = (".docx", ".html", ".sarif")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` says what the command line asks of a check; `out` is the repaired file where there is something to
    `fix`, else a report, and each of `waive` is the name of a check with the number of a segment."""

    scope: str
    fail_on: str
    hints: bool
    fix: bool
    out: Path | None
    waivers_file: Path | None
    waive: tuple[tuple[str, int], ...]
    reason: str
    anyway: bool
    style: str
    watched: bool
    segmentation: Segmentation
    source_language: str
    target_language: str
    as_json: bool

    def fails_on(self, level: Level) -> bool:
        """Tells whether this is a level with which the command ends in status 1."""
        return self.fail_on != NEVER and level.gravity >= Level(self.fail_on).gravity


class PlaceType(click.ParamType[tuple[str, int]]):
    """A `PlaceType` reads CHECK:SEGMENT, such as ``numbers-value:12``: where --waive finds a finding."""

    name = "place"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Reads the name of a check and the number of a segment, or fails."""
        check, _, segment = str(value).rpartition(":")
        if not check or not (segment.isascii() and segment.isdigit()):
            self.fail(
                read(say("{value!r} is no check with a segment such as numbers-value:12", value=value)), param, ctx
            )
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
    type=click.Choice([*(level.value for level in Level if level is not Level.HINT), NEVER]),
    default=Level.ERROR.value,
    show_default=True,
    help="End with status 1 if a finding has this level or a graver one.",
)
@click.option("--all", "hints", is_flag=True, help="Show hints too: they find more, but most of them are wrong.")
@click.option("--fix", is_flag=True, help="Repair what is certain: print a diff, with -o write the repaired file.")
@options.output("Write .html (a page), .docx (comments) or .sarif; with --fix the repaired file.")
@click.option(
    "--waivers",
    "waivers_file",
    type=options.readable_file(),
    metavar="FILE",
    help="The findings that the project accepts, in place of tmtool-waivers.toml next to tmtool.toml.",
)
@click.option(
    "--waive",
    type=PlaceType(),
    multiple=True,
    metavar="CHECK:SEGMENT",
    help="Accept what this check finds in this segment (-v shows its number), for the reason given.",
)
@click.option("--reason", default="", metavar="TEXT", help="Why the findings named by --waive are accepted.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["full", CONCISE]),
    default="full",
    show_default=True,
    help="concise is one line a finding, file:line:column, for editors.",
)
@click.option("--watch", "watched", is_flag=True, help="Check again when a file is saved, until Ctrl-C.")
@options.anyway("Check even what is in another language, or no translation of its source.")
@options.segmentation
@options.languages
@options.as_json
@pass_session
@options.gathered(Wanted)
def check(session: Session, files: tuple[Path, ...], wanted: Wanted) -> None:
    """Check a French draft: alone, against its source, or one bilingual file (TSV, XLIFF, TMX, PO).

    Finds wrong numbers, dates, symbols and references, terms that must not be used, titles that differ between
    the list, the annotations and the table, text left in English, spacing that leaves the document's own habit.
    A dash (-) in the place of a file is standard input.

    \b
    Examples:
      tmtool check agenda.fr.docx
      tmtool check agenda.en.docx agenda.fr.docx
      tmtool check reviewed.xlf --scope segment --fail-on warning
      tmtool check agenda.en.docx agenda.fr.docx --fix -o repaired.docx
      tmtool check agenda.en.docx agenda.fr.docx --waive numbers-value:12 --reason "the source is wrong"
      tmtool check agenda.en.docx agenda.fr.docx --watch
      tmtool check - --format concise < agenda.fr.txt
      tmtool checks dates-weekday          why a check exists, with examples
    """
    _require_sense(files, wanted)
    name = NAME if str(files[-1]) == NAME else ""
    if wanted.watched:
        _require_ending(files[-1], wanted)
        waivers = [wanted.waivers_file] if wanted.waivers_file else []
        watch([*files, *waivers], partial(_check, session, files, wanted))
        return
    with spooled(files) as there:
        _require_ending(there[-1], wanted, name)
        _check(session, there, wanted, name)


def _check(session: Session, files: tuple[Path, ...], wanted: Wanted, name: str = "") -> None:
    """Checks the last of the files once; `name` is what it is called if that is not its path."""
    source, target = files if len(files) == 2 else (None, files[0])
    choice = replace(project.choice(), hints=wanted.hints)
    waivers = project.waivers(wanted.waivers_file, may_be_new=bool(wanted.waive))
    with session.open_if_there() as home:
        recheck = partial(
            check_files,
            source,
            home=home,
            source_language=wanted.source_language,
            target_language=wanted.target_language,
            segmentation=wanted.segmentation,
            scope=wanted.scope,
            choice=choice,
            anyway=wanted.anyway,
            processes=possible(),
        )
        with late_progress_bar(session, say("aligning")) as progress:
            found = recheck(target, waivers=waivers, progress=progress)
        if wanted.waive:
            waivers = together(waivers, _waive(session, found, wanted))
            found = replace(found, findings=tuple(waived(found.findings, waivers)))
        report = Report(target, source, found, waivers, wanted.segmentation, name)
        if wanted.fix:
            report = replace(report, checked=_repair(session, report, partial(recheck, waivers=waivers), wanted))
        elif wanted.out is not None:
            _write(wanted.out, report)
            session.tell(say("{path} written", path=wanted.out))
    _show(session, report, wanted)
    for line in coverage.lines(report.checked.draft, wanted.scope, whole=session.verbose):
        session.tell(line)
    if session.verbose:
        profile = choice.profile or say("{habit} (inferred)", habit=str(inferred(report.checked.draft)))
        session.tell(say("profile: {profile}", profile=profile))
        _name_unmatched(session, report)
    if any(not finding.waived and wanted.fails_on(finding.level) for finding in report.checked.findings):
        raise click.exceptions.Exit(1)


def _require_sense(files: tuple[Path, ...], wanted: Wanted) -> None:
    """Raises UsageError for options and files that do not go together."""
    if len(files) > 2:
        raise UsageError(say("more than two files"), say("give the source and the target, or the target alone"))
    dashes = list(map(str, files)).count(NAME)
    if dashes > 1:
        raise UsageError(say("standard input is one file"), say("name the other one"))
    if wanted.watched and (dashes or wanted.waive or wanted.as_json):
        raise UsageError(say("--watch goes with files, for people"), say("leave out -, --waive and --json"))
    if wanted.style == CONCISE and (wanted.as_json or wanted.fix):
        raise UsageError(say("--format concise shows findings"), say("leave out --json and --fix"))
    if bool(wanted.waive) != bool(wanted.reason.strip()):
        raise UsageError(
            say("--waive and --reason belong together"), say("name the finding and say why it is accepted")
        )
    out = wanted.out
    if out is not None and any(out.resolve() == file.resolve() or _same_file(out, file) for file in files):
        raise UsageError(say("what is checked is never written over"), say("give another name after -o"))


def _require_ending(draft: Path, wanted: Wanted, name: str = "") -> None:
    """Raises UsageError for an output that the command does not write; a repaired draft ends in what the draft ends in,
    and in what its format ends in where the name of the draft does not tell."""
    if wanted.out is None:
        return
    ending = Path(name or draft).suffix.lower()
    allowed = ENDINGS if not wanted.fix else (ending,) if ending else detect(draft).extensions
    options.ending(wanted.out, allowed)


def _show(session: Session, report: Report, wanted: Wanted) -> None:
    """Shows the findings, unless a file has them or repairs are shown, and their sum; or the findings as JSON."""
    found = report.checked
    if wanted.as_json:
        for finding in found.findings:
            click.echo(json_line(finding_json(finding)))
        return
    if wanted.style == CONCISE:
        concise.show(report)
        return
    if not wanted.fix and wanted.out is None:
        output.show_all(found.findings, report.waivers if session.verbose else (), whole=session.verbose)
    screen.show(
        say_number(
            "{n} segment{repaired}: {summary}",
            "{n} segments{repaired}: {summary}",
            len(found.draft.pairs),
            repaired=say(" once repaired") if wanted.fix else "",
            summary=summary(found.findings),
        )
    )


def _same_file(one: Path, other: Path) -> bool:
    """Tells whether two names are those of one file: by a link, or where capitals do not count in names."""
    return one.exists() and other.exists() and one.samefile(other)


def _write(out: Path, report: Report) -> None:
    """Writes the report that the ending of the name asks for."""
    if out.suffix.lower() == ".sarif":
        from tmtool.cli.output.sarif import write_sarif

        write_sarif(out, report)
    elif out.suffix.lower() == ".docx":
        from tmtool.present.comments import write_comments

        write_comments(out, report, person())
    else:
        from tmtool.present.findings_page.page import write_findings

        write_findings(out, report, person())


def _repair(session: Session, report: Report, recheck: Recheck, wanted: Wanted) -> Checked:
    """Shows the repairs, writes them where that is wanted, and gives what the check of the repaired draft finds."""
    from tmtool.cli.output import repairs
    from tmtool.formats.writing import whole_file
    from tmtool.tasks.repairing import repair

    repaired = repair(
        report.target,
        report.checked,
        recheck,
        segmentation=wanted.segmentation,
        target_language=wanted.target_language,
    )
    if wanted.out is not None:
        # Before anything is shown: the reader of a pipe may go when it has seen enough.
        with whole_file(wanted.out, "wb") as stream:
            stream.write(repaired.content)
    if not wanted.as_json:
        repairs.show(report.called, wanted.out, repaired)
    for line in repairs.left(repaired):
        session.tell(line)
    if wanted.out is not None:
        made = len(repaired.made)
        session.tell(
            say_number("{path} written with {n} repair", "{path} written with {n} repairs", made, path=wanted.out)
        )
    return repaired.after


def _waive(session: Session, found: Checked, wanted: Wanted) -> list[Waiver]:
    """Accepts the findings that the command line names, and gives the new waivers."""
    from tmtool.tasks.waiving import waive

    file = project.waivers_file(wanted.waivers_file)
    new = waive(file, found.findings, wanted.waive, wanted.reason.strip())
    count = sum((one.check, one.segment) in wanted.waive for one in found.findings)
    session.tell(say_number("{file}: {n} finding waived", "{file}: {n} findings waived", count, file=file))
    return new


def _name_unmatched(session: Session, report: Report) -> None:
    """Names the waivers that hold for no finding of the draft."""
    from tmtool.tasks.waiving import unmatched

    for waiver in unmatched(report.waivers, map(key_of, report.checked.findings)):
        words = screen.safe(
            say(
                "{check} “{words}”: {reason}{by}",
                check=waiver.key.check,
                words=waiver.key.target,
                reason=waiver.reason,
                by=by(waiver),
            )
        )
        session.tell(say("a waiver that holds for nothing here: {words}", words=words))
