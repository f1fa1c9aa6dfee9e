"""Shows the suggestions for a document that was sent, to go through and to download: the document with its French in
place, or a file for a CAT tool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from tmtool.errors import UsageError
from tmtool.formats.reading import read_sources
from tmtool.formats.registry import writer
from tmtool.model import COMPLETE, Document, Suggestion
from tmtool.model.wording import say, say_number
from tmtool.present.origins import origin
from tmtool.tasks.filling import fill, furniture_of, gives_back, read_to_fill
from tmtool.tasks.habits import wanted_habit
from tmtool.tasks.suggest import BANDS, suggest, summary
from tmtool.tasks.term_finding import outermost
from tmtool.tasks.wrong_input import refuse_another_language
from tmtool.web.desk import Desk
from tmtool.web.page.choices import pair_fields, pair_of
from tmtool.web.page.frame import filled
from tmtool.web.page.html import attributes, difference, text
from tmtool.web.page.jobs import Shown, gone, unfinished
from tmtool.web.page.looking import remarks
from tmtool.web.page.sent import Sent
from tmtool.web.people import Guest

OUTPUTS: Mapping[str, str] = {
    ".xlf": "XLIFF 1.2",
    ".xliff": "XLIFF 2.1",
    ".tmx": "TMX",
    ".tsv": "TSV",
}
"""What suggestions can be downloaded as, next to the document itself."""
_DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Suggested:
    """A `Suggested` is what came of a document; `file` is its path in the folder of the job, and `is_given_back` tells
    whether it can be had with its translations."""

    file: Path
    document: Document
    target_language: str
    suggestions: tuple[Suggestion, ...]
    is_given_back: bool
    left: int


def form(desk: Desk, reader: Guest, given: Mapping[str, object] | None = None) -> str:
    """Returns the form by which a document is sent, for the languages that are given."""
    return filled("documents.html", reader, pair=pair_fields(desk, reader, pair_of(desk, given or {})))


def begun(desk: Desk, sent: Sent | None, source: str, target: str) -> str:
    """Begins the work on a document, and returns by what it is asked for. Raises UsageError."""
    if sent is None or not sent.content:
        raise UsageError(say("there is no document"), say("choose a file, or paste its text"))
    file = f"{_DOCUMENT}{sent.ending}"
    return desk.jobs.begin(sent.name, {file: sent.content}, partial(_suggested, desk, file, source, target))


def _suggested(desk: Desk, name: str, source: str, target: str, folder: Path) -> Suggested:
    file = folder / name
    document = read_sources(file, language=source)
    refuse_another_language(document)
    habit = wanted_habit(target)
    found = suggest(desk.home, document, target_language=target, habit=habit)
    left = sum(one.kind not in COMPLETE for one in found)
    return Suggested(file, document, target, found, gives_back(file, file), left)


def downloaded(desk: Desk, number: str, name: str) -> bytes:
    """Returns the document with its translations, for a name with its own ending, or a file of suggestions. Raises
    TmtoolError."""
    job, ending = desk.jobs.get(number), Path(name).suffix.lower()
    if job is None or not job.result.done() or job.result.exception() is not None:
        raise UsageError(say("this document is not here any more: send it again"))
    found: Suggested = job.result.result()
    if ending == found.file.suffix and found.is_given_back:
        document, fillable = read_to_fill(found.file, language=found.document.language)
        furniture = furniture_of(desk.home, fillable, document, found.target_language)
        source, target = document.language, found.target_language
        return fill(fillable, found.suggestions, furniture, source_language=source, target_language=target).content
    if ending not in OUTPUTS:
        raise UsageError(say("no such file"), say("go back to the document"))
    out = found.file.with_name(f"out{ending}")
    write = writer(lambda known: known.suggestion_outputs, out, elsewhere=())
    write(out, found.document, found.suggestions, target_language=found.target_language)
    return out.read_bytes()


def result(desk: Desk, reader: Guest, number: str) -> Shown:
    """Returns what there is to see of a job."""
    job = desk.jobs.get(number)
    if job is None:
        return gone(reader, say("this document is not here any more: send it again"), form(desk, reader))
    title = f"<h1>{escape(job.name)}</h1>"
    if shown := unfinished(reader, job, title, say("Looking up each segment …"), partial(form, desk, reader)):
        return shown
    return Shown(title + _shown(reader, number, job.name, job.result.result()))


def _shown(reader: Guest, number: str, name: str, found: Suggested) -> str:
    counts = summary(found.suggestions)
    bands = "".join(_row("td", reader.read_fixed(band), *counts[band]) for band in BANDS if counts[band][0])
    heads = _row("th scope=col", *(reader.read(head) for head in (say("Band"), say("Segments"), say("Words"))))
    total = escape(reader.read(say_number("{n} segment", "{n} segments", len(found.suggestions))))
    items = "".join(_suggestion(reader, one, found) for one in found.suggestions)
    return (
        f'<p class="downloads">{_downloads(reader, number, name, found)}</p>'
        f'<table class="bands"><caption>{total}</caption><thead>{heads}</thead><tbody>{bands}</tbody></table>'
        f'<section class="suggestions" data-said="{total}"><ol>{items}</ol></section>'
    )


def _row(element: str, *cells: object) -> str:
    closing = element.partition(" ")[0]
    return "<tr>" + "".join(f"<{element}>{escape(str(cell))}</{closing}>" for cell in cells) + "</tr>"


def _downloads(reader: Guest, number: str, name: str, found: Suggested) -> str:
    stem = Path(name).stem
    links = []
    if found.is_given_back:
        said = reader.read(say("The document with its translations"))
        links.append(_link(reader, number, f"{stem}{found.file.suffix}", said))
    links += [
        _link(reader, number, f"{stem}{ending}", title)
        for ending, title in OUTPUTS.items()
        if ending != found.file.suffix
    ]
    head = reader.read(say("Download:"))
    return f"{escape(head)} {' · '.join(links)}"


def _link(reader: Guest, number: str, name: str, said: str) -> str:
    return f'<a href="{reader.at(f"/documents/{quote(number)}/{escape(quote(name))}")}" download>{escape(said)}</a>'


def _suggestion(reader: Guest, one: Suggestion, found: Suggested) -> str:
    segment = one.segment
    label = f"{escape(segment.label)} " if segment.label else ""
    source = text("", found.document.language, "source", inside=label + escape(segment.text))
    place = f"s{segment.number}"
    if one.repeats:
        again = escape(reader.read(say("as segment {number}", number=one.repeats)))
        said = f'<p><a href="#s{one.repeats}">{again}</a></p>'
        return f'<li class="suggestion" id="{place}">{source}{said}</li>'
    if not one.matches:
        none = reader.read(say("no match"))
        said = f'<p class="nothing">{escape(none)}</p>'
        return f'<li class="suggestion" id="{place}">{source}{said}{_parts(one, found)}</li>'
    best = one.matches[0]
    stored = ""
    if best.kind not in COMPLETE or best.adapted:
        stored = text("", found.document.language, "stored", inside=difference(best.diff))
    kind, where = escape(reader.read_fixed(best.kind.value)), escape(reader.read(origin(best)))
    return (
        f'<li class="match suggestion" id="{place}" tabindex="-1">{source}'
        f'<p class="head"><b class="rate {best.kind.value}">{best.rate} %</b> <span class="kind">{kind}</span> '
        f'<span class="origin">{where}</span></p>'
        f"{text(best.offered, found.target_language, 'target')}{stored}{remarks(reader, best)}"
        f"{'' if best.kind in COMPLETE else _parts(one, found)}</li>"
    )


def _parts(one: Suggestion, found: Suggested) -> str:
    """Returns what of a segment has a known translation: its terms, and the units that are parts of it."""
    written = one.segment.text
    shown = {match.target for match in one.matches[:1]}
    known = {part.span.of(written): part.target for part in one.fragments if not part.concept}
    known = {part: target for part, target in known.items() if target not in shown}
    for term in outermost(one.terms):
        accepted = [each for each in term.concept.in_language(found.target_language) if each.status.accepted]
        if accepted:
            known.setdefault(term.span.of(written), accepted[0].text)
    items = "".join(
        f"<li><span{attributes(lang=found.document.language, dir='auto')}>{escape(part)}</span> → "
        f"<b{attributes(lang=found.target_language, dir='auto')}>{escape(target)}</b></li>"
        for part, target in known.items()
    )
    return f'<ul class="parts">{items}</ul>' if items else ""
