"""Shows what the checks find in a draft, alone or against its source, to go through: each finding is repaired, waived
with a reason or settled, all of it can be undone, and the draft is had back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import FormData

from tmtool.checks.engine.waivers import key_of
from tmtool.errors import TmtoolError, UsageError
from tmtool.model import Finding, Level
from tmtool.model.wording import say, say_number
from tmtool.present.findings import MARKS, summary, where
from tmtool.present.invisible import ARROW, change
from tmtool.present.pages.direction import message
from tmtool.tasks.check import check
from tmtool.tasks.tokens import Right
from tmtool.web.desk import Desk
from tmtool.web.page.choices import pair_fields, pair_of
from tmtool.web.page.draft import Draft, State, checked_draft
from tmtool.web.page.frame import filled
from tmtool.web.page.html import marked, problem, text
from tmtool.web.page.jobs import Shown, gone, unfinished
from tmtool.web.page.sent import pasted, sent_file
from tmtool.web.people import Guest

PLACE = "/drafts"
_DRAFT, _SOURCE = "draft", "source"
_COMMENTS, _PAGE = ".findings.docx", ".findings.html"


def form(
    desk: Desk, reader: Guest, given: Mapping[str, object] | None = None, source: str = "", target: str = ""
) -> str:
    """Returns the form with two boxes and two files, for the languages that are given."""
    pair = pair_of(desk, given or {})
    return filled(
        "drafts.html",
        reader,
        source_language=escape(pair[0]),
        target_language=escape(pair[1]),
        source=escape(source),
        target=escape(target),
        pair=pair_fields(desk, reader, pair),
    )


async def begun(desk: Desk, given: FormData) -> str:
    """Begins to check what a form sends, and returns by what it is asked for. Raises TmtoolError for what cannot be
    checked."""
    sent = {name: one for name in ("source_file", "target_file") if (one := await sent_file(given.get(name)))}
    is_pasted = "target_file" not in sent
    if is_pasted:
        texts = {
            name: pasted(given.get(name), f"{called}.txt")
            for name, called in (("target", "draft"), ("source", "source"))
        }
        if texts["target"] is None:
            raise UsageError(say("there is no translation to check"), say("paste one, or choose a file"))
        sent = {f"{name}_file": text for name, text in texts.items() if text is not None}
    draft, original = sent["target_file"], sent.get("source_file")
    files = {f"{_DRAFT}{draft.ending}": draft.content}
    if original is not None:
        files[f"{_SOURCE}{original.ending}"] = original.content
    first, second = (*files, "")[:2]
    work = partial(_checked, desk, first, second, draft.name, is_pasted, pair_of(desk, given))
    return await desk.soon(partial(desk.jobs.begin, draft.name, files, work))


def _checked(
    desk: Desk, draft: str, source: str, name: str, is_pasted: bool, pair: tuple[str, str], folder: Path
) -> Draft:
    original = folder / source if source else None
    recheck = partial(
        check,
        original,
        home=desk.home,
        source_language=pair[0],
        target_language=pair[1],
        scope="segment" if is_pasted else "document",
        choice=desk.choice,
    )
    return checked_draft(folder / draft, original, name, recheck, tuple(desk.waivers), is_pasted=is_pasted)


def result(desk: Desk, reader: Guest, number: str, wrong: TmtoolError | None = None) -> Shown:
    """Returns what there is to see of a draft."""
    job = desk.jobs.get(number)
    if job is None:
        return gone(reader, say("this draft is not here any more: send it again"), form(desk, reader))
    title = f'<h1 dir="auto">{escape(job.name)}</h1>'
    if shown := unfinished(reader, job, title, say("Checking …"), partial(form, desk, reader)):
        return shown
    draft: Draft = job.result.result()
    again = ""
    if draft.is_pasted:
        source = draft.source.read_text(encoding="utf-8") if draft.source else ""
        languages = draft.now.checked.draft
        pair = {"from": languages.source_language, "into": languages.target_language}
        again = form(desk, reader, pair, source, draft.now.content.decode("utf-8"))
    body = f'{title}<div id="draft" class="draft">{piece(desk, reader, number, draft, wrong)}</div>{again}'
    return Shown(body, 400 if wrong else 200)


def piece(desk: Desk, reader: Guest, number: str, draft: Draft, wrong: TmtoolError | None = None) -> str:
    """Returns the findings of a draft with what can be done about them."""
    every = draft.open_findings()
    left = [one for _, one in every]
    state = draft.now
    counted = reader.read(summary(left))
    said = reader.read(say("{what}; left: {summary}", what=state.done, summary=counted)) if state.done else counted
    items = "".join(_finding(reader, number, draft, place, one) for place, one in every)
    over = [(_over(state, one), one) for one in state.checked.findings if _over(state, one)]
    settled = "".join(_settled(reader, what, one) for what, one in over)
    count = reader.read(say_number("{n} seen to", "{n} seen to", len(over)))
    return (
        f"{problem(reader, wrong) if wrong else ''}"
        f'<p class="downloads">{_downloads(reader, number, draft)}</p>{_of_all(desk, reader, number, draft)}'
        f'<section class="findings" aria-labelledby="findings-title" data-said="{escape(said)}">'
        f'<h2 id="findings-title">{escape(counted)}</h2><ol>{items}</ol></section>'
        + (f"<details><summary>{escape(count)}</summary><ol>{settled}</ol></details>" if over else "")
    )


def _over(state: State, finding: Finding) -> str:
    """Returns what was done about a finding that is not open any more, "" for one that is."""
    if finding.waived:
        return say("waived")
    return say("settled") if (key_of(finding), finding.segment) in state.settled else ""


def act(desk: Desk, reader: Guest, number: str, given: FormData) -> None:
    """Does what a form asks for. Raises TmtoolError."""
    draft = _draft(desk, number)
    do = given.get("do")
    if do == "undo":
        draft.undo()
        return
    if do == "keep":
        reader.person.require(Right.WRITE)
        desk.accept(draft.now.waivers)
        return
    place = str(given.get("finding", ""))
    step = str(given.get("at", ""))
    reason = given.get("reason")
    deeds: Mapping[str, partial[State]] = {
        "repair": partial(lambda: draft.repaired(_named(draft, place))),
        "settle": partial(lambda: draft.settling(_named(draft, place))),
        "waive": partial(lambda: draft.waiving(_named(draft, place), str(reason or "")[:500], reader.person.name)),
        "repair all": partial(draft.all_repaired),
    }
    if not isinstance(do, str) or do not in deeds:
        raise UsageError(say("nothing can be done that is called so"))
    draft.act(int(step) if step.isascii() and step.isdigit() and len(step) < 9 else 0, deeds[do])


def _named(draft: Draft, place: str) -> Finding:
    return draft.finding(int(place) if place.isascii() and place.isdigit() and len(place) < 9 else -1)


def _draft(desk: Desk, number: str) -> Draft:
    job = desk.jobs.get(number)
    if job is None or not job.result.done() or job.result.exception() is not None:
        raise UsageError(say("this draft is not here any more: send it again"))
    draft = job.result.result()
    if not isinstance(draft, Draft):
        raise UsageError(say("this draft is not here any more: send it again"))
    return draft


def shown_piece(desk: Desk, reader: Guest, number: str, wrong: TmtoolError | None = None) -> str:
    """Returns the findings of the draft of that number. Raises UsageError where there is none."""
    return piece(desk, reader, number, _draft(desk, number), wrong)


def downloaded(desk: Desk, reader: Guest, number: str, name: str) -> bytes:
    """Returns the draft as it is now, for its own name, or its findings: as comments in the draft, or as a page. Raises
    TmtoolError."""
    draft = _draft(desk, number)
    if name.endswith(_COMMENTS):
        from tmtool.present.comments import write_comments

        out = draft.file.with_name(f"out{_COMMENTS}")
        write_comments(out, draft.report(), reader)
        return out.read_bytes()
    if name.endswith(_PAGE):
        from tmtool.present.findings_page.page import write_findings

        out = draft.file.with_name(f"out{_PAGE}")
        write_findings(out, draft.report(), reader)
        return out.read_bytes()
    if Path(name).suffix.lower() == draft.file.suffix:
        return draft.now.content
    raise UsageError(say("no such file"), say("go back to the draft"))


def _downloads(reader: Guest, number: str, draft: Draft) -> str:
    stem = Path(draft.name).stem
    names = {
        f"{stem}{draft.file.suffix}": say("The draft as it is now"),
        f"{stem}{_COMMENTS}": say("Findings as comments (DOCX)"),
        f"{stem}{_PAGE}": say("Findings as a page"),
    }
    links = [
        f'<a href="{escape(reader.at(f"{PLACE}/{quote(number)}/{quote(name)}"))}" download>'
        f"{escape(reader.read(said))}</a>"
        for name, said in names.items()
    ]
    return f"{escape(reader.read(say('Download:')))} {' · '.join(links)}"


def _of_all(desk: Desk, reader: Guest, number: str, draft: Draft) -> str:
    """Returns what can be done about the draft as a whole."""
    buttons = []
    if draft.is_editable and any(one.fixable for _, one in draft.open_findings()):
        buttons.append(_button("repair all", reader.read(say("Make all certain repairs"))))
    if draft.step > 1:
        buttons.append(_button("undo", f"{reader.read(say('Undo'))} (u)"))
    if draft.now.waivers and reader.may(Right.WRITE) and desk.waivers_file is not None:
        buttons.append(_button("keep", reader.read(say("Keep the waivers for the project"))))
    if not buttons:
        return ""
    return _form(reader, number, draft, f'<p class="buttons">{"".join(buttons)}</p>')


def _form(reader: Guest, number: str, draft: Draft, inside: str, finding: int | None = None) -> str:
    named = "" if finding is None else f'<input type="hidden" name="finding" value="{finding}">'
    return (
        f'<form action="{escape(reader.at(f"{PLACE}/{quote(number)}"))}" method="post">{named}'
        f'<input type="hidden" name="at" value="{draft.step}">{inside}</form>'
    )


def _button(do: str, said: str) -> str:
    return f'<button name="do" value="{do}">{escape(said)}</button> '


def _finding(reader: Guest, number: str, draft: Draft, place: int, finding: Finding) -> str:
    languages = draft.now.checked.draft
    source = (
        text("", languages.source_language, "source", inside=marked(finding.source, finding.source_span))
        if finding.source
        else ""
    )
    target = text("", languages.target_language, "target", inside=marked(finding.target, finding.target_span))
    deeds = [_button("settle", f"{reader.read(say('Settle'))} (s)")]
    if draft.is_editable and finding.suggestion is not None and finding.target_span is not None:
        deeds.insert(0, _button("repair", f"{reader.read(say('Repair'))} (r)"))
    reason, waive = escape(reader.read(say("Reason"))), escape(f"{reader.read(say('Waive'))} (w)")
    first = _form(reader, number, draft, "".join(deeds), place)
    second = _form(
        reader,
        number,
        draft,
        f'<label>{reason} <input name="reason" maxlength="500" required dir="auto"></label> '
        f'<button name="do" value="waive">{waive}</button>',
        place,
    )
    return (
        f'<li class="finding {finding.level.value}" id="f{place}" tabindex="-1">{_head(reader, finding)}'
        f"<p>{message(reader.read(finding.message))}</p>{_repair(reader, finding, languages.target_language)}"
        f'{source}{target}<div class="buttons">{first}{second}</div></li>'
    )


def _repair(reader: Guest, finding: Finding, language: str) -> str:
    if finding.suggestion is None or finding.target_span is None:
        return ""
    said = reader.read(change(finding.target_span.of(finding.target), finding.suggestion))
    old, _, new = said.partition(ARROW)
    tag = escape(language)
    return f'<p class="repair"><del lang="{tag}">{escape(old)}</del> → <ins lang="{tag}">{escape(new)}</ins></p>'


def _head(reader: Guest, finding: Finding) -> str:
    level: Level = finding.level
    place = reader.read(where(finding))
    return (
        f'<p class="head"><b>{MARKS[level]} {escape(reader.read_fixed(level.value))}</b> '
        f'<span class="origin"><bdi>{escape(place)}</bdi> · {escape(finding.check)}</span></p>'
    )


def _settled(reader: Guest, what: str, finding: Finding) -> str:
    return (
        f'<li class="seen"><b>{escape(reader.read(what))}</b>{_head(reader, finding)}'
        f"<p>{message(reader.read(finding.message))}</p></li>"
    )
