"""How does an entry of an exchange format (TBX, MultiTerm XML) become a concept?

What the formats share: the words for a status, which term is preferred where none says so, ids, and what is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from lxml import etree

from tmtool.formats.inline import UnknownEntityError
from tmtool.formats.properties import add
from tmtool.formats.table.term_reading import slug
from tmtool.languages.tags import canonical
from tmtool.model import NO_PROPERTIES, Concept, Notice, Skipped, Term, TermStatus
from tmtool.model.wording import say
from tmtool.text.composition import composed

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ENDING = re.compile(r"-adm[i]?n-sts$")
_PARTS_OF_SPEECH = {"adjective": "adj", "adverb": "adv", "propernoun": "proper", "proper noun": "proper"}
_GENDERS = {"masculine": "m", "feminine": "f", "neuter": "n"}
_NUMBERS = {"singular": "sg", "plural": "pl"}


def folded(text: str) -> str:
    """Returns a text of an XML file without the white space of its layout; no-break spaces stay."""
    return composed(re.sub(r"[ \t\r\n]+", " ", text).strip(" "))


def text_of(element: etree._Element) -> str:
    """Returns the text of an element and of all in it, without the layout's white space unless ``xml:space`` keeps it.

    Raises UnknownEntityError for a reference to an entity that nothing declares.
    """
    for inner in element.iter():
        if not isinstance(inner.tag, str):
            raise UnknownEntityError(inner.text or "")
    text = "".join(map(str, element.itertext()))
    if element.get(_XML_SPACE) == "preserve":
        return composed(text)
    return folded(text)


def part_of_speech(written: str) -> str:
    """Returns a part of speech in the words of tmtool's term tables (noun, verb, adj …); an unknown one as it is."""
    return _PARTS_OF_SPEECH.get(written.casefold(), written)


def gender(written: str) -> str:
    """Returns m, f, n; an unknown gender as it is."""
    return _GENDERS.get(written.casefold(), written)


def number(written: str) -> str:
    """Returns sg, pl; an unknown number as it is."""
    return _NUMBERS.get(written.casefold(), written)


def status_of(written: str) -> tuple[TermStatus | None, bool]:
    """Returns what a word for a status means, None for an unknown one, and whether it says more than that."""
    return _statuses().get(_ENDING.sub("", written.strip().casefold()), (None, True))


@cache
def _statuses() -> dict[str, tuple[TermStatus, bool]]:
    text = files("tmtool.formats").joinpath("term_statuses.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {written: (TermStatus(meaning), bool(kept)) for written, meaning, kept in rows}


@dataclass(slots=True)
class TermDraft:
    """A `TermDraft` is a term while its entry is read; `status` is None until the file says one."""

    language: str
    text: str = ""
    status: TermStatus | None = None
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    replaced_by: str = ""
    type: str = ""
    source: str = ""
    bodies: list[str] = field(default_factory=list)
    not_with: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class EntryDraft:
    """An `EntryDraft` is an entry while it is read; `unknown` are the terms whose status has no known meaning."""

    id: str = ""
    line: int | None = None
    domain: str = ""
    definition: str = ""
    date: str = ""
    notes: list[str] = field(default_factory=list)
    contrasts: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    terms: list[TermDraft] = field(default_factory=list)
    unknown: list[tuple[TermDraft, str]] = field(default_factory=list)

    def set_status(self, term: TermDraft, written: str, name: str) -> None:
        """Gives a term its status, and keeps under `name` what says more than that or is not known."""
        status, says_more = status_of(written)
        if status is None:
            self.unknown.append((term, written))
        elif term.status is None:
            term.status = status
        if says_more:
            add(self.properties, name, written)


class Entries:
    """Makes concepts of the entries of one file and remembers their ids."""

    def __init__(self) -> None:
        self._ids: set[str] = set()

    def concept(self, draft: EntryDraft) -> Iterator[Concept | Skipped | Notice]:
        """Yields the concept that a draft makes, with a notice for each status of no known meaning; `Skipped` for an
        entry without terms. One with terms in one language only has still something to say: what not to write."""
        drafts = [term for term in draft.terms if term.text and term.language]
        if not drafts:
            nameless = any(term.text for term in draft.terms)
            yield Skipped(say("the entry names no language") if nameless else say("the entry has no terms"), draft.line)
            return
        terms = tuple(_terms(drafts))
        for lost in draft.terms:
            if lost.text and not lost.language:
                yield Notice(say("{text!r} is in no language: left out", text=lost.text), draft.line)
        identity = self._identity(draft.id or slug(terms[0].text) or "concept")
        for unknown, written in draft.unknown:
            if unknown.text:
                noticed = say(
                    "unknown status {written!r} of {term!r}: kept, but no rule for its use",
                    written=written,
                    term=unknown.text,
                )
                yield Notice(noticed, draft.line)
        yield Concept(
            id=identity,
            terms=terms,
            domain=draft.domain,
            definition=draft.definition,
            note="\n".join(draft.notes),
            contrasts=tuple(draft.contrasts),
            properties=draft.properties or NO_PROPERTIES,
            line=draft.line,
            date=draft.date,
        )

    def _identity(self, wanted: str) -> str:
        identity, count = wanted, 1
        while identity in self._ids:
            count += 1
            identity = f"{wanted}-{count}"
        self._ids.add(identity)
        return identity


def _terms(drafts: list[TermDraft]) -> Iterator[Term]:
    """Yields the terms; without status the first of its language is preferred unless the file prefers another."""
    settled = {canonical(term.language) for term in drafts if term.status is TermStatus.PREFERRED}
    for draft in drafts:
        language = canonical(draft.language)
        status = draft.status
        if status is None:
            status = TermStatus.ADMITTED if language in settled else TermStatus.PREFERRED
            settled.add(language)
        yield Term(
            text=draft.text,
            language=language,
            status=status,
            part_of_speech=draft.part_of_speech,
            gender=draft.gender,
            number=draft.number,
            note="\n".join(draft.notes),
            replaced_by=draft.replaced_by,
            type=draft.type,
            source=draft.source,
            bodies=tuple(draft.bodies),
            not_with=tuple(draft.not_with),
        )
