"""Reads term bases in MultiTerm XML, the exchange format of Trados MultiTerm (``mtf``).

Each termbase names its fields as it likes: those of ``fields.tsv`` fill the fields of a concept, all others
are kept as properties: ``Product`` at the entry, ``fr/Region`` at the French section, ``fr.2/Context`` at its second
term, ``Definition/Source`` for one field under another. A language has a code and a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.inline import UnknownEntityError
from tmtool.formats.properties import add
from tmtool.formats.term_entries import Entries, EntryDraft, TermDraft, gender, number, part_of_speech, text_of
from tmtool.formats.xml_reading import elements, line_of, local_name
from tmtool.languages.naming import named
from tmtool.languages.tags import canonical, is_tag
from tmtool.model import Concept, Notice, Skipped
from tmtool.model.wording import say


def read_concepts(path: Path, *, source_language: str, target_language: str) -> Iterator[Concept | Skipped | Notice]:
    """Yields the entries that have terms, the others as `Skipped`; a `Notice` for each unknown status.

    The file names its languages. Raises InputError at the line where the XML breaks off.
    """
    entries = Entries()
    # The start of the root is asked for so that a DOCTYPE is looked at before anything else.
    for event, element in elements(path, ("mtf", "conceptGrp"), ("start", "end")):
        if event == "start" or local_name(element) == "mtf":
            continue
        try:
            draft = _Reader().entry(element)
        except UnknownEntityError as error:
            problem = say("unknown entity {error}", error=error)
            raise InputError(problem, say("write the character itself"), path=path, line=line_of(element)) from error
        yield from entries.concept(draft)


class _Reader:
    """Reads one entry into a draft."""

    def __init__(self) -> None:
        self._draft = EntryDraft()
        self._counts: dict[str, int] = {}

    def entry(self, element: etree._Element) -> EntryDraft:
        self._draft.line = line_of(element)
        for child in element:
            name = local_name(child)
            if name == "concept":
                self._draft.id = text_of(child)
            elif name == "languageGrp":
                self._section(child)
            else:
                self._take(child, "", None)
        return self._draft

    def _section(self, element: etree._Element) -> None:
        language = ""
        for child in element:
            name = local_name(child)
            if name == "language":
                language = _language(child)
            elif name == "termGrp":
                self._term(child, language)
            else:
                self._take(child, language, None)

    def _term(self, element: etree._Element, language: str) -> None:
        self._counts[language] = self._counts.get(language, 0) + 1
        term = TermDraft(language)
        self._draft.terms.append(term)
        for child in element:
            if local_name(child) == "term":
                term.text = text_of(child)
            else:
                self._take(child, f"{language}.{self._counts[language]}", term)

    def _take(self, element: etree._Element, level: str, term: TermDraft | None, above: str = "") -> None:
        """Puts what a field says in its place; a group holds a field and, below it, fields on that field."""
        name = local_name(element)
        if name.endswith("Grp"):
            field = next((child for child in element if not local_name(child).endswith("Grp")), None)
            if name == "transacGrp" and field is not None:
                self._history(element, field, level)
                return
            inner = field.get("type", "") if field is not None else ""
            for child in element:
                is_field = child is field
                self._take(child, level, term, above if is_field else "/".join(filter(None, (above, inner))))
            return
        written = element.get("type") or name
        text = text_of(element)
        if text and (above or not self._fills(_field(written), level, term, text)):
            add(self._draft.properties, "/".join(filter(None, (level, above, written))), text)

    def _history(self, group: etree._Element, field: etree._Element, level: str) -> None:
        """Returns who made or changed an entry, and when."""
        dates = (text_of(child) for child in group if local_name(child) == "date")
        said = " ".join(filter(None, (next(dates, ""), text_of(field))))
        add(self._draft.properties, "/".join(filter(None, (level, field.get("type", "")))), said)

    def _fills(self, field: str, level: str, term: TermDraft | None, text: str) -> bool:
        draft = self._draft
        if term is not None and field == "status":
            draft.set_status(term, text, f"{level}/Status")
        elif term is not None and field == "pos":
            term.part_of_speech = part_of_speech(text)
        elif term is not None and field == "gender":
            term.gender = gender(text)
        elif term is not None and field == "number":
            term.number = number(text)
        elif field == "note":
            (draft if term is None else term).notes.append(text)
        elif field == "definition" and not draft.definition:
            draft.definition = text
        elif field == "domain" and not draft.domain:
            draft.domain = text
        else:
            return False
        return True


def _language(element: etree._Element) -> str:
    """Returns the tag of a section: its code ("EN-GB"), else that of its name; "" for neither."""
    code = (element.get("lang") or "").strip()
    if is_tag(code):
        return canonical(code)
    return named((element.get("type") or "").strip().casefold())


@cache
def _fields() -> dict[str, str]:
    text = files("tmtool.formats.multiterm").joinpath("fields.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return dict(rows)


def _field(name: str) -> str:
    return _fields().get(name.strip().casefold(), "")
