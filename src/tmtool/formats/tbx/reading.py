"""Reads term bases in TBX: version 3 (ISO 30042:2019) in DCA and DCT style, version 2 (``martif``), and old TBX-Min.

Read by local name and category, in a stream, so that versions, styles and namespaces may be mixed, as they are in
practice. What a concept has no field for is kept in its properties under the names of `tmtool.formats.tbx.names`, and
goes out again as it came in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.inline import UnknownEntityError
from tmtool.formats.properties import add
from tmtool.formats.tbx import ROOTS, names, own
from tmtool.formats.tbx.markup import as_xml, is_rich
from tmtool.formats.term_entries import Entries, EntryDraft, TermDraft, folded, gender, number, part_of_speech, text_of
from tmtool.formats.xml_reading import elements, line_of, local_name
from tmtool.languages.tags import canonical, primary
from tmtool.model import Concept, Notice, Skipped
from tmtool.model.wording import say
from tmtool.text.composition import composed

_STATUSES = frozenset({"administrativeStatus", "normativeAuthorization"})
_PLAIN_ATTRIBUTES = frozenset({"type", "id", names.XML_SPACE})


def read_concepts(path: Path, *, source_language: str, target_language: str) -> Iterator[Concept | Skipped | Notice]:
    """Yields the entries that have terms, the others as `Skipped`; a `Notice` for each unknown status.

    A definition that only the section of `source_language` has is taken for that of the concept. Raises
    InputError at the line where the XML breaks off or declares entities.
    """
    entries = Entries()
    source = primary(source_language)
    # The start of the root is asked for so that a DOCTYPE is looked at before anything else.
    has_body = False
    for event, element in elements(path, (*names.ENTRIES, "body", "back", *ROOTS), ("start", "end")):
        # Old TBX-Min has a body too.
        has_body = has_body or local_name(element) == "body"
        if event == "start" or local_name(element) in ("body", *ROOTS):
            continue
        if local_name(element) == "back":
            if len(element):
                yield Notice(
                    say("what follows the entries (persons, sources) is kept by a conversion into TBX only"),
                    line_of(element),
                )
            continue
        try:
            draft = _Reader(source).entry(element)
        except UnknownEntityError as error:
            problem = say("unknown entity {error}", error=error)
            raise InputError(problem, say("write the character itself"), path=path, line=line_of(element)) from error
        yield from entries.concept(draft)
    if not has_body:
        raise InputError(say("there is no <body>, which holds the entries"), say("export it again"), path=path)


class _Reader:
    """Reads one entry into a draft."""

    def __init__(self, source_language: str) -> None:
        self._source = source_language
        self._draft = EntryDraft()
        self._counts: dict[str, int] = {}

    def entry(self, element: etree._Element) -> EntryDraft:
        self._draft.id = element.get("id") or ""
        self._draft.line = line_of(element)
        self._keep_attributes("", element, {"id"})
        for child in element:
            if local_name(child) in names.LANGUAGES:
                self._section(child)
            else:
                self._take(child, "", None)
        return self._draft

    def _section(self, element: etree._Element) -> None:
        language = canonical(element.get(names.XML_LANG) or element.get("lang") or "")
        if language:
            self._keep_attributes(language, element, {names.XML_LANG, "lang"})
        for child in element:
            if local_name(child) in names.TERMS:
                self._term(child, language)
            else:
                self._take(child, language, None)

    def _term(self, element: etree._Element, language: str) -> None:
        self._counts[language] = self._counts.get(language, 0) + 1
        level = f"{language}.{self._counts[language]}"
        term = TermDraft(language)
        self._draft.terms.append(term)
        self._keep_attributes(level, element, set())
        for child in _ungrouped(element):
            if local_name(child) == "term" and term.text:
                # Against the standard, and yet no term is passed over.
                self._counts[language] += 1
                self._draft.terms.append(TermDraft(language, text_of(child)))
            elif local_name(child) == "term":
                term.text = text_of(child)
                if is_rich(child):
                    self._keep_markup(level, "term", "", child)
            else:
                self._take(child, level, term)

    def _take(self, element: etree._Element, level: str, term: TermDraft | None) -> None:
        """Puts what an element says in its field, or among the properties."""
        name, meaning = names.category(element)
        said = own.read(text_of(element)) if name == "note" and not is_rich(element) else None
        if said is not None and self._fills_own(*said, level, term):
            return
        if name in names.GROUPS:
            members = list(element)
            if not level and not self._draft.date and (date := _modification(element)):
                self._draft.date = date
                return
            if len(members) == 1:
                self._take(members[0], level, term)
                return
            first = names.category(members[0]) if members else ("", "")
            if level and not self._draft.definition and first == ("descrip", "definition") and self._is_shared(level):
                self._draft.definition = text_of(members[0])
            elif name != "transacGrp" and members and self._fills_in_place(*first, level, term, members[0]):
                self._keep_markup(level, *first, element)
                return
            add(self._draft.properties, names.path(level, name, ""), as_xml(element))
            return
        if self._fills(name, meaning, level, term, element):
            if is_rich(element) and name != "ref" and (term is not None or not level):
                self._keep_markup(level, name, meaning, element)
            return
        is_plain = len(element) == 0 and set(map(str, element.keys())) <= _PLAIN_ATTRIBUTES
        kept = names.path(level, name, meaning)
        if is_plain and name == "admin" and meaning.startswith(names.PROPERTY) and not level:
            kept = meaning.removeprefix(names.PROPERTY)
        if is_plain and names.parse_path(names.path(level, name, meaning)):
            add(self._draft.properties, kept, text_of(element))
        elif len(element) or text_of(element) or element.keys():
            add(self._draft.properties, names.path(level, name, ""), as_xml(element))

    def _fills_own(self, name: str, value: str, level: str, term: TermDraft | None) -> bool:
        """Does what `_fills` does for what only tmtool says, in a note of version 3."""
        if name.startswith(names.PROPERTY):
            add(self._draft.properties, name.removeprefix(names.PROPERTY), value)
        elif name == names.CONTRAST_ID:
            self._draft.contrasts.append(value)
        elif name == names.ID and not level:
            self._draft.id = value
        elif name == names.DATE and not level:
            self._draft.date = value
        elif name == names.NOTE and (term is not None or not level):
            (self._draft if term is None else term).notes.append(value)
        elif name.startswith(names.TEXT):
            self._take_exact(name.removeprefix(names.TEXT), value, term)
        elif term is not None and name == names.TYPE:
            term.type = value
        elif term is not None and name == names.NOT_WITH:
            term.not_with.append(value)
        elif term is not None and name == names.PART_OF_SPEECH:
            term.part_of_speech = value
        elif term is not None and name == names.GENDER:
            term.gender = value
        elif term is not None and name == names.NUMBER:
            term.number = value
        elif term is not None and name == names.REPLACED_BY:
            term.replaced_by = value
        else:
            return False
        return True

    def _take_exact(self, name: str, value: str, term: TermDraft | None) -> None:
        """Gives a field the text that the file has had to write without some white space."""
        if name == "descrip/subjectField":
            self._draft.domain = value
        elif name == "descrip/definition":
            self._draft.definition = value
        elif term is not None and name == "term":
            term.text = value
        elif term is not None and name == "admin/source":
            term.source = value
        elif term is not None and name == "admin/customerSubset":
            term.bodies = [value if body == folded(value) else body for body in term.bodies]

    def _fills(self, name: str, meaning: str, level: str, term: TermDraft | None, element: etree._Element) -> bool:
        if term is None:
            return self._fills_entry(name, meaning, level, element)
        return self._fills_term(name, meaning, level, term, element)

    def _fills_in_place(
        self, name: str, meaning: str, level: str, term: TermDraft | None, element: etree._Element
    ) -> bool:
        """Does the same as `_fills` for what is written again where it was."""
        return (term is not None or not level) and self._fills(name, meaning, level, term, element)

    def _keep_markup(self, level: str, name: str, meaning: str, element: etree._Element) -> None:
        add(self._draft.properties, names.MARKUP + names.path(level, name, meaning), as_xml(element))

    def _keep_attributes(self, level: str, element: etree._Element, known: set[str]) -> None:
        for attribute, value in element.items():
            if str(attribute) not in known:
                name = str(attribute).replace(f"{{{names.XML}}}", "xml:").rpartition("}")[2]
                add(self._draft.properties, names.path(level, "@", name), str(value))

    def _is_shared(self, level: str) -> bool:
        """Tells whether what is said at a level holds for the whole concept."""
        return not level or ("." not in level and primary(level) == self._source)

    def _fills_entry(self, name: str, meaning: str, level: str, element: etree._Element) -> bool:
        draft = self._draft
        text = text_of(element)
        if (name, meaning) == ("descrip", "subjectField") and not draft.domain and not level:
            draft.domain = text
        elif (name, meaning) == ("descrip", "definition") and not draft.definition and self._is_shared(level):
            draft.definition = text
        elif name == "note" and not level:
            draft.notes.append(_note(element))
        elif (name, meaning) == ("admin", names.ID) and not level:
            draft.id = text
        elif (name, meaning) == ("ref", "crossReference") and text == names.CONTRAST and element.get("target"):
            draft.contrasts.append(composed(element.get("target") or ""))
        else:
            return False
        return True

    def _fills_term(self, name: str, meaning: str, level: str, term: TermDraft, element: etree._Element) -> bool:
        text = text_of(element)
        if name == "termNote" and meaning in _STATUSES:
            self._draft.set_status(term, text, names.path(level, name, meaning))
        elif (name, meaning) == ("termNote", "partOfSpeech") and not term.part_of_speech:
            term.part_of_speech = part_of_speech(text)
        elif (name, meaning) == ("termNote", "grammaticalGender") and not term.gender:
            term.gender = gender(text)
        elif (name, meaning) == ("termNote", "grammaticalNumber") and not term.number:
            term.number = number(text)
        elif (name, meaning) == ("termNote", "termType") and not term.type:
            term.type = text
        elif name == "note":
            term.notes.append(_note(element))
        elif (name, meaning) == ("admin", "source") and not term.source:
            term.source = text
        elif (name, meaning) == ("admin", "customerSubset"):
            term.bodies.append(text)
        elif name == "admin" and meaning == names.NOT_WITH:
            term.not_with.append(text)
        elif name == "admin" and meaning == names.PART_OF_SPEECH:
            term.part_of_speech = text
        elif name == "admin" and meaning == names.GENDER:
            term.gender = text
        elif name == "admin" and meaning == names.NUMBER:
            term.number = text
        elif name == "admin" and meaning == names.REPLACED_BY:
            term.replaced_by = text
        else:
            return False
        return True


def _ungrouped(element: etree._Element) -> Iterator[etree._Element]:
    """Yields the elements of a term, in ``ntig`` partly inside a ``termGrp``."""
    for child in element:
        if local_name(child) == "termGrp":
            yield from child
        else:
            yield child


def _note(element: etree._Element) -> str:
    """Returns the text of a note; of old TBX-Min its key and its value."""
    if [local_name(child) for child in element] == ["noteKey", "noteValue"]:
        return ": ".join(map(text_of, element))
    return text_of(element)


def _modification(group: etree._Element) -> str:
    """Returns the date of a group that says nothing but when an entry was last changed; "" for any other."""
    members = [(*names.category(member), text_of(member), is_rich(member)) for member in group]
    match members:
        case [("transac", "transactionType", "modification", False), ("date", "", date, False)]:
            return date
    return ""
