"""Writes the page of suggestions: each segment with what is offered for it, both languages side by side.

One file that needs no network and no script to be read or printed; a script filters, moves and copies.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path

from tmtool.cli.output.origin import conflict, origin
from tmtool.cli.output.revisions import unknown, what_became
from tmtool.cli.reader import person, read, read_fixed
from tmtool.matching.rank import worth_showing
from tmtool.model import COMPLETE, DiffPart, Document, Match, MatchKind, Revision, Suggestion, TermStatus
from tmtool.model.wording import joined, say, say_number
from tmtool.present.pages.direction import column_head, lang, message
from tmtool.present.pages.offline import write_page
from tmtool.tasks.suggest import BANDS, summary
from tmtool.tasks.term_finding import outermost

_PACKAGE = "tmtool.cli.output.suggestions_page"
_REMOVED = say("removed")


def write_suggestions(
    path: Path,
    document: Document,
    suggestions: tuple[Suggestion, ...],
    target_language: str,
    removed: tuple[Revision, ...] = (),
) -> None:
    """Writes the page, with what only an earlier version has. Raises OutputError if it cannot be written."""
    about = say_number(
        "{n} segment, {source} → {target}",
        "{n} segments, {source} → {target}",
        len(suggestions),
        source=document.language,
        target=target_language,
    )
    rows = [_row(suggestion, document.language, target_language) for suggestion in suggestions]
    rows += [_removed(revision, document.language, target_language) for revision in removed]
    texts = {
        "about": escape(read(about)),
        "kinds": _kinds(suggestions, removed),
        "summary": _summary(suggestions),
        "heads": "".join(map(column_head, (document.language, target_language))),
        "segments": "".join(rows),
    }
    write_page(
        path,
        _PACKAGE,
        person(),
        kind=say("Suggestions"),
        title=document.symbol or Path(document.path).name,
        scripts=("page.js",),
        data=sha256(texts["segments"].encode()).hexdigest(),
        texts=texts,
    )


def _kinds(suggestions: tuple[Suggestion, ...], removed: tuple[Revision, ...]) -> str:
    """Returns what the page is filtered by: the kinds that there are, with their numbers."""
    first = [one for one in suggestions if not one.repeats]
    counts = [(kind.value, sum(one.kind is kind for one in first)) for kind in MatchKind]
    return "\n".join(
        f'<label><input type="checkbox" name="kind" value="{name}" checked> '
        f"{escape(read_fixed(name))} ({count})</label>"
        for name, count in (*counts, (_REMOVED, len(removed)))
        if count
    )


def _summary(suggestions: tuple[Suggestion, ...]) -> str:
    counts = summary(suggestions)
    rows = "".join(
        f"<tr><td>{escape(read_fixed(band))}</td><td>{counts[band][0]}</td><td>{counts[band][1]}</td></tr>\n"
        for band in BANDS
    )
    heads = "".join(f"<th>{escape(read(head))}</th>" for head in (say("Band"), say("Segments"), say("Words")))
    head = f"<thead><tr>{heads}</tr></thead>"
    return f'<table class="summary">\n{head}\n<tbody>\n{rows}</tbody>\n</table>\n'


def _row(suggestion: Suggestion, source_language: str, target_language: str) -> str:
    segment = suggestion.segment
    label = f'<span class="place">{escape(segment.label)}</span> ' if segment.label else ""
    best, *others = worth_showing(suggestion.matches) or (None,)
    repeats = ""
    if suggestion.repeats:
        repeats = f' data-repeats="{suggestion.repeats}"'
        kind = f'<a href="#s{suggestion.repeats}">= {suggestion.repeats}</a>'
        offered = f'<span class="offered" {lang(target_language)}>{escape(suggestion.target or "")}</span>'
    else:
        rate = f"{suggestion.rate} % " if best else ""
        kind = f'<span class="kind">{rate}{escape(read_fixed(suggestion.kind.value))}</span>'
        offered = _match(best, source_language, target_language) if best else ""
        if others:
            more = "".join(
                f"<p><b>{match.rate} %</b> {_match(match, source_language, target_language, best=False)}</p>"
                for match in others
                if match
            )
            rest = say_number("{n} more", "{n} more", len(others))
            offered += f"<details><summary>{escape(read(rest))}</summary>{more}</details>"
    kind += _revision(suggestion.revision) if suggestion.revision else ""
    return (
        f'<li class="segment {suggestion.kind}" id="s{segment.number}" tabindex="-1" '
        f'data-kind="{suggestion.kind}"{repeats}>'
        f'<div class="place">{segment.number} {kind}</div>'
        f'<div {lang(source_language)}>{label}<span class="source">{escape(segment.text)}</span>'
        f"{_fragments(suggestion, target_language)}{_terms(suggestion, target_language)}</div>"
        f"<div>{offered}</div></li>\n"
    )


def _revision(revision: Revision) -> str:
    """Returns what a segment was in the earlier version; the match has its old translation, if that is known."""
    said = f'<div class="origin">{escape(read(what_became(revision)))}</div>'
    if revision.segment is None or revision.target is not None:
        return said
    difference = "".join(map(_difference, revision.diff))
    return f'{said}<div class="stored">{difference}</div><div class="origin">{escape(read(unknown()))}</div>'


def _removed(revision: Revision, source_language: str, target_language: str) -> str:
    return (
        f'<li class="segment" tabindex="-1" data-kind="{_REMOVED}">'
        f'<div class="place">{_revision(replace(revision, diff=()))}</div>'
        f'<div {lang(source_language)}><del class="source">{escape(revision.source)}</del></div>'
        f'<div {lang(target_language)}><del class="offered">{escape(revision.target or "")}</del></div></li>\n'
    )


def _match(match: Match, source_language: str, target_language: str, *, best: bool = True) -> str:
    difference = ""
    offered = "offered" if best else "another"
    if match.kind in (MatchKind.ADAPTED, MatchKind.FUZZY):
        stored = "".join(map(_difference, match.diff))
        difference = f'<div class="stored" {lang(source_language)}>{stored}</div>{_adaptation(match, target_language)}'
    return (
        f'<span class="{offered}" {lang(target_language)}>{escape(match.offered)}</span>'
        f'{difference}{_conflict(match)}<div class="origin">{escape(origin(match))}</div>'
    )


def _conflict(match: Match) -> str:
    return f'<div class="conflict">{escape(read(conflict(match, match.conflict)))}</div>' if match.conflict else ""


def _adaptation(match: Match, target_language: str) -> str:
    """Returns what was replaced in the target, or why nothing was, and what differs beyond values."""
    lines = [
        read(
            joined(
                [f"<b>{escape(read_fixed(warning.kind))}</b>", f"<bdi>{escape(read(warning.detail))}</bdi>"], say(": ")
            )
        )
        for warning in match.warnings
    ]
    if match.adapted and match.adapted.safe:
        pairs = dict.fromkeys((one.target_from, one.target_to) for one in match.adapted.substitutions)
        tongue = lang(target_language)
        changes = " · ".join(
            f"<del {tongue}>{escape(old)}</del> <ins {tongue}>{escape(new)}</ins>" for old, new in pairs
        )
        lines.append(read(say("replaced and verified: {changes}", changes=changes)))
    elif match.adapted:
        if match.adapted.is_partial:
            marked = f"<bdi {lang(target_language)}>{escape(match.adapted.marked)}</bdi>"
            lines.append(read(say("in part adapted: {target}", target=marked)))
        if reasons := match.adapted.reasons[bool(match.warnings) :]:
            # The first reason only sums up the warnings, which are above.
            lines.append(message(read(say("not adapted: {reasons}", reasons=joined(reasons, say("; "))))))
    return f'<div class="adaptation">{"<br>".join(lines)}</div>' if lines else ""


def _difference(part: DiffPart) -> str:
    if part.kind == "equal":
        return escape(part.stored)
    gone = f"<del>{escape(part.stored)}</del>" if part.stored else ""
    new = f"<ins>{escape(part.query)}</ins>" if part.query else ""
    return gone + new


def _fragments(suggestion: Suggestion, target_language: str) -> str:
    text = suggestion.segment.text
    lines = [
        f"{escape(one.span.of(text))} → <b {lang(target_language)}>{escape(one.target)}</b> "
        f'<span class="origin">{escape(one.origin)}</span>'
        for one in suggestion.fragments
        if not one.concept
    ]
    return f'<div class="fragments">{"<br>".join(lines)}</div>' if lines else ""


def _terms(suggestion: Suggestion, target_language: str) -> str:
    if suggestion.kind in COMPLETE:
        return ""
    lines = []
    for occurrence in outermost(suggestion.terms):
        translations = occurrence.concept.in_language(target_language)
        good = ", ".join(escape(term.text) for term in translations if term.status.accepted)
        bad = ", ".join(escape(term.text) for term in translations if term.status is TermStatus.DEPRECATED)
        found = escape(occurrence.span.of(suggestion.segment.text))
        unwanted = read(say(" (not: {bad})", bad=f"<s {lang(target_language)}>{bad}</s>")) if bad else ""
        lines.append(read(joined([found, f"<b {lang(target_language)}>{good}</b>"], say(": "))) + unwanted)
    return f'<div class="terms">{"<br>".join(lines)}</div>' if lines else ""
