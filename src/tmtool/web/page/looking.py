"""Shows what there is for what a person types: matches, terms, and the units with the phrase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

from tmtool.languages import language_of
from tmtool.languages.codes import name_of, own_name_of
from tmtool.matching.rank import worth_showing
from tmtool.model import Match, MatchKind, Occurrence, Term, TermStatus
from tmtool.model.wording import joined, say, say_number
from tmtool.present.origins import origin
from tmtool.tasks.concordance import ConcordanceLine, concordance
from tmtool.tasks.lookup import Wanted as Lookup
from tmtool.tasks.renderings import renderings
from tmtool.tasks.term_finding import outermost
from tmtool.tasks.tokens import Right
from tmtool.web.api.concordance import MOST_OF_PHRASE
from tmtool.web.desk import Desk
from tmtool.web.page.choices import filters, options, select
from tmtool.web.page.frame import filled
from tmtool.web.page.html import attributes, difference, marked, text
from tmtool.web.page.wanted import Wanted
from tmtool.web.people import Guest

THRESHOLD, MATCHES, LINES = 60, 9, 20
_RENDERINGS = 8
_COUNTED = 4
"""Of how many times the units shown the translations are counted."""
MOST_COMMON = 4_000
"""Segments that hold the rarest word of a phrase, up to which it is looked for while a person types."""
_MOST_WORDS = 8
"""A text with more words is a sentence, in which no phrase is looked for."""


def page_body(desk: Desk, reader: Guest, wanted: Wanted) -> str:
    """Returns the box with what is found for what is in it."""
    pair = desk.source_language, desk.target_language
    languages = [*desk.languages()]
    languages += [one for one in dict.fromkeys((wanted.named, wanted.into)) if one and one not in languages]
    told = ("", reader.read(say("as the text tells")))
    if len(languages) > len(pair):
        named = [(one, own_name_of(one)) for one in languages]
        into = select("into", reader.read(say("into")), [("", "…"), *named], wanted.into)
        choices = options([told, *named], wanted.named)
        prompt = say("A phrase or a sentence, in any of the languages")
    else:
        into = ""
        arrows = [(pair[0], f"{pair[0]} → {pair[1]}"), (pair[1], f"{pair[1]} → {pair[0]}")]
        choices = options([told, *arrows], wanted.named)
        names = [reader.read_fixed(name_of(one)) for one in pair]
        prompt = say("A phrase or a sentence, in {one} or {other}", one=names[0], other=names[1])
    return filled(
        "looking.html",
        reader,
        prompt=escape(reader.read(prompt)),
        choices=choices,
        into=into,
        filters=filters(desk, reader, wanted),
        asked=escape(wanted.text),
        found=found(desk, reader, wanted),
        lines=lines(desk, reader, wanted),
    )


def found(desk: Desk, reader: Guest, wanted: Wanted) -> str:
    """Returns matches and terms."""
    if not wanted.text.strip():
        return ""
    asked = Lookup(wanted.source_language, wanted.target_language, THRESHOLD, MATCHES, only=wanted.filter)
    answer = asked.answering(desk.home)(wanted.text)
    matches = worth_showing(answer.matches)
    number = say_number("{n} match", "{n} matches", len(matches)) if matches else say("no match")
    items = "".join(_match(reader, place, one, wanted) for place, one in enumerate(matches, 1))
    terms = [one for one in outermost(answer.terms) if one.concept.in_language(wanted.target_language)]
    shown = "".join(_term(reader, one, wanted) for one in terms)
    none = _nothing(reader, say("no term of the term base"))
    heading, title = escape(reader.read(say("Matches"))), escape(reader.read(say("Terms")))
    return (
        f'<section class="matches" aria-labelledby="matches-title" data-said="{escape(reader.read(number))}"'
        f' data-from="{escape(wanted.source_language)}" data-into="{escape(wanted.target_language)}">'
        f'<h2 id="matches-title">{heading} '
        f"<small>{escape(wanted.source_language)} → {escape(wanted.target_language)}</small></h2>"
        f"<ol>{items}</ol>{'' if matches else _nothing(reader, number)}</section>"
        f'<section class="terms" aria-labelledby="terms-title"><h2 id="terms-title">{title}</h2>'
        f"{f'<dl>{shown}</dl>' if terms else none}{_propose(reader, wanted)}</section>"
    )


def _propose(reader: Guest, wanted: Wanted) -> str:
    """Returns the way to the form for a term, where a phrase is short enough to be one."""
    if not reader.may(Right.PROPOSE) or not is_phrase(wanted.text, wanted.source_language):
        return ""
    said = reader.read(say("Propose a term"))
    return f'<p><a href="{escape(reader.at(wanted.address("/proposals")))}">{escape(said)}</a></p>'


def lines(desk: Desk, reader: Guest, wanted: Wanted) -> str:
    """Returns the units with the phrase, and how it is translated in them."""
    if not is_phrase(wanted.text, wanted.source_language):
        return ""
    if is_common(desk, wanted.text, wanted.source_language):
        return _nothing(reader, say("every word of this is in thousands of units: add one to see it in context"))
    every = concordance(
        desk.home,
        wanted.text,
        language=wanted.source_language,
        other_language=wanted.target_language,
        limit=LINES * _COUNTED,
        only=wanted.filter,
        kept=desk.strengths,
    )
    translations = renderings(every, wanted.target_language)
    chosen = next((place for place, (said, _) in enumerate(translations.counts) if said == wanted.rendering), None)
    shown = [line for line, place in zip(every, translations.of_lines, strict=True) if chosen in (None, place)][:LINES]
    number: str = say_number("{n} unit", "{n} units", len(every)) if every else say("no unit with this phrase")
    if len(every) == LINES * _COUNTED:
        number = say("the newest {n} units", n=len(every))
    chips = "".join(_rendering(reader, said, count, wanted) for said, count in translations.counts[:_RENDERINGS])
    title = escape(reader.read(say("In context")))
    return (
        f'<section class="lines" aria-labelledby="lines-title"><h2 id="lines-title">{title}'
        f" <small>{escape(reader.read(number))}</small></h2>"
        f"{f'<ul class=renderings>{chips}</ul>' if chips else ''}"
        f"<ol>{''.join(_line(reader, line, wanted) for line in shown)}</ol></section>"
    )


def is_phrase(written: str, language: str) -> bool:
    """Tells whether a text is short enough to be a phrase, and has a word that says something: every other unit has
    “of the”."""
    if not 0 < len(written.split()) <= _MOST_WORDS or len(written) > MOST_OF_PHRASE:
        return False
    tongue = language_of(language)
    return any(tongue.fold(span.of(written)) not in tongue.function_words for span in tongue.words(written))


def is_common(desk: Desk, written: str, language: str) -> bool:
    """Tells whether each word of a phrase is in so many units that to find the phrase among them takes too long for
    somebody who is typing."""
    tongue = language_of(language)
    words = {span.of(written) for span in tongue.words(written)}
    content = {word for word in words if tongue.fold(word) not in tongue.function_words}
    return min(desk.home.segments.frequencies(content, language).values(), default=0) > MOST_COMMON


def _nothing(reader: Guest, words: str) -> str:
    return f'<p class="nothing">{escape(reader.read(words))}</p>'


def _match(reader: Guest, number: int, match: Match, wanted: Wanted) -> str:
    kind = match.kind
    stored = ""
    if kind in (MatchKind.ADAPTED, MatchKind.FUZZY):
        stored = text("", wanted.source_language, "stored", inside=difference(match.diff))
    copy = reader.read(say("Copy translation {number}", number=number))
    address = escape(unit_address(reader, match.unit, wanted.source_language, wanted.target_language))
    superseded = " superseded" if match.status.value == "superseded" else ""
    return (
        f'<li class="match{superseded}" tabindex="-1" data-unit="{match.unit}">'
        f'<p class="head"><b class="rate {kind.value}">{match.rate} %</b> <span class="kind">'
        f'{escape(reader.read_fixed(kind.value))}</span> <a class="origin" href="{address}">'
        f"<bdi>{escape(reader.read(origin(match)))}</bdi></a>"
        f'<button type="button" class="copy script" hidden aria-label="{escape(copy)}"><kbd>{number}</kbd></button></p>'
        f"{text(match.offered, wanted.target_language, 'target')}{stored}{remarks(reader, match)}</li>"
    )


def remarks(reader: Guest, match: Match) -> str:
    """Returns what was put in and verified, or why nothing was, and what differs beyond values."""
    said = [
        f"<strong>{escape(reader.read_fixed(one.kind))}</strong> {escape(reader.read(one.detail))}"
        for one in match.warnings
    ]
    if match.adapted and match.adapted.safe:
        pairs = dict.fromkeys((one.target_from, one.target_to) for one in match.adapted.substitutions)
        changes = " · ".join(f"<bdi><del>{escape(old)}</del> <ins>{escape(new)}</ins></bdi>" for old, new in pairs)
        verified = reader.read(say("replaced and verified"))
        said.append(f"{escape(verified)} {changes}")
    elif match.adapted:
        if match.adapted.is_partial:
            said.append(escape(reader.read(say("in part adapted: {target}", target=match.adapted.marked))))
        if reasons := match.adapted.reasons[bool(match.warnings) :]:
            said.append(escape(reader.read(say("not adapted: {reasons}", reasons=joined(reasons, say("; "))))))
    if match.conflict is not None:
        other = say("another unit says “{target}”", target=match.conflict.target)
        said.append(f"<strong>{escape(reader.read(other))}</strong>")
    return "".join(f'<p class="remark">{one}</p>' for one in said)


def _term(reader: Guest, found: Occurrence, wanted: Wanted) -> str:
    """Returns a term of the text with its translations, those to be used first."""
    translations = found.concept.in_language(wanted.target_language)
    said = "".join(_translation(reader, one, wanted.target_language) for one in _in_order(translations))
    written = found.span.of(wanted.text)
    note = reader.read(found.concept.note_between(wanted.source_language, wanted.target_language))
    return (
        f'<div class="term"><dt lang="{escape(wanted.source_language)}" dir="auto">{escape(written)}</dt>{said}'
        f"{f'<dd class=note>{escape(note)}</dd>' if note else ''}</div>"
    )


def _in_order(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: not term.status.accepted)


def _translation(reader: Guest, term: Term, language: str) -> str:
    unwanted = not term.status.accepted
    status = (
        "" if term.status is TermStatus.PREFERRED else f" <small>{escape(reader.read_fixed(term.status.value))}</small>"
    )
    word = f"<s>{escape(term.text)}</s>" if unwanted else f"<b>{escape(term.text)}</b>"
    gender = f" <i>{escape(term.gender[:1])}</i>" if term.gender else ""
    marks = attributes(lang=language, dir="auto", class_="unwanted" if unwanted else "wanted")
    return f"<dd{marks}>{word}{gender}{status}</dd>"


def _rendering(reader: Guest, said: str, count: int, wanted: Wanted) -> str:
    is_chosen = said == wanted.rendering
    address = replace(wanted, rendering="" if is_chosen else said).address()
    marks = attributes(lang=wanted.target_language, aria_current="true" if is_chosen else None)
    return (
        f'<li><a href="{escape(reader.at(address))}"{marks}><bdi>{escape(said)}</bdi> <small>{count}</small></a></li>'
    )


def _line(reader: Guest, line: ConcordanceLine, wanted: Wanted) -> str:
    pair = line.pair
    where: Mapping[str, str] = {"document": pair.document or pair.memory, "position": str(pair.position)}
    place = reader.read(say("{document} no {position}", **where))
    source = text("", wanted.source_language, "source", inside=marked(pair.source, line.source_span))
    target = text("", wanted.target_language, "target", inside=marked(pair.target, line.target_span))
    said = " · ".join(part for part in (place, reader.read_fixed(pair.status.value), pair.date) if part)
    address = escape(unit_address(reader, pair.unit, wanted.source_language, wanted.target_language))
    return (
        f'<li class="line" tabindex="-1" data-unit="{pair.unit}">{source}{target}'
        f'<p class="head"><a class="origin" href="{address}"><bdi>{escape(said)}</bdi></a></p></li>'
    )


def unit_address(reader: Guest, number: int, source_language: str, target_language: str) -> str:
    """Returns the address of a unit, in the direction in which it was found."""
    return reader.at(f"/unit/{number}?{urlencode({'from': source_language, 'into': target_language})}")
