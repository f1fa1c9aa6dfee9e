"""Which rules of TBX 3 or 2 does a term base break, and which categories has its dialect not?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tmtool.formats.dates import iso_date
from tmtool.formats.problems import Problem
from tmtool.formats.structure import Structure, problems_of_structure
from tmtool.formats.tbx import names
from tmtool.formats.tbx.basic import categories
from tmtool.formats.term_entries import status_of
from tmtool.formats.xml_reading import line_of, local_name, namespace_of
from tmtool.languages.tags import is_tag
from tmtool.model.wording import say

_WITH_CATEGORY = ("descrip", "admin", "termNote", "transac", "transacNote", "ref", "xref")
_LEVELS = {"conceptEntry": "concept", "langSec": "language", "termSec": "term"}
_DIALECT = "TBX-Basic"


def _same(element: etree._Element) -> str:
    """Returns the name that an element has in DCA style."""
    namespace = namespace_of(element)
    return names.category(element)[0] if namespace in names.MODULES.values() else local_name(element)


_STRUCTURE = Structure(
    "tmtool.formats.tbx",
    "structure.tsv",
    names.ENTRIES,
    frozenset({"", names.NAMESPACE, "iso.org/ns/tbx/2016", *names.MODULES.values()}),
    same=_same,
)


def problems(path: Path) -> Iterator[Problem]:
    """Yields the problems of a term base in the order of the file. Raises InputError where it is not well-formed."""
    of_file = _File()
    for problem in problems_of_structure(path, _STRUCTURE, of_file.problems_of_element):
        # An element of a module has its category as its name.
        if problem.rule == "attribute-missing" and of_file.is_dct and "type" in problem.text:
            continue
        yield problem
    yield from of_file.problems_of_references()


class _File:
    """Looks at the elements of a term base; remembers its ids and what refers to them."""

    def __init__(self) -> None:
        self._ids: dict[str, int | None] = {}
        self._targets: dict[str, int | None] = {}
        self._dialect: str | None = None
        self.is_dct = False

    def problems_of_element(self, element: etree._Element, around: Sequence[str]) -> Iterator[Problem]:
        """Yields the problems of an element that is complete, `around` which are those of these names."""
        if self._dialect is None:
            root = element.getroottree().getroot()
            self._dialect = root.get("type", "") if local_name(root) == "tbx" else ""
            self.is_dct = root.get("style") == "dct"
        line = line_of(element)
        name, meaning = _same(element), names.category(element)[1]
        if identity := element.get("id"):
            earlier = self._ids.get(identity)
            self._ids.setdefault(identity, line)
            if earlier is not None:
                text = say("the id {identity!r} is that of line {earlier}", identity=identity[:40], earlier=earlier)
                yield Problem("id-repeated", text, say("give each element an id of its own"), line)
        target = element.get("target", "")
        if target and name in ("ref", "descrip", "admin", "termNote") and not target.startswith(("http:", "https:")):
            self._targets.setdefault(target.removeprefix("#"), line)
        if name in names.LANGUAGES:
            tag = element.get(names.XML_LANG) or element.get("lang")
            if tag and not is_tag(tag):
                text = say("{tag!r} is no language tag", tag=tag[:40])
                yield Problem("language-tag", text, say("write one such as those of xml:lang, with a hyphen"), line)
        elif name == "date":
            written = (element.text or "").strip()
            if iso_date(written) is None:
                text = say("{written!r} is no date", written=written[:40])
                yield Problem("dates-impossible", text, say("write a day that there is, as 2024-01-31"), line)
        elif name in _WITH_CATEGORY:
            yield from self._of_category(element, name, meaning, around)

    def _of_category(
        self, element: etree._Element, name: str, meaning: str, around: Sequence[str]
    ) -> Iterator[Problem]:
        value = " ".join("".join(map(str, element.itertext())).split())
        line = line_of(element)
        if (name, meaning) == ("termNote", "administrativeStatus") and status_of(value)[0] is None:
            text = say("{value!r} is no status of a term", value=value[:40])
            statuses = sorted(categories()[name, meaning][1])
            yield Problem("terms-status", text, say("write one of {names}", names=", ".join(statuses)), line)
            return
        if self._dialect != _DIALECT:
            return
        known = categories().get((name, meaning))
        level = next((_LEVELS[one] for one in reversed(around) if one in _LEVELS), "")
        if known is None:
            text = say("{dialect} has no {category!r} in <{name}>", dialect=_DIALECT, category=meaning[:40], name=name)
            yield Problem("category-unknown", text, say("name the dialect that has it, or write it as a note"), line)
        elif level and level not in known[0]:
            text = say("{category!r} may not be at a {level}", category=meaning, level=level)
            remedy = say("it may be at: {levels}", levels=", ".join(sorted(known[0])))
            yield Problem("category-place", text, remedy, line)
        elif known[1] and value not in known[1]:
            text = say("{value!r} is not a value of {category!r}", value=value[:40], category=meaning)
            remedy = say("write one of {names}", names=", ".join(sorted(known[1])[:12]))
            yield Problem("attribute-value", text, remedy, line)

    def problems_of_references(self) -> Iterator[Problem]:
        """Yields the references to what is not there."""
        for target, line in self._targets.items():
            if target not in self._ids:
                text = say("target={target!r} is the id of nothing in the file", target=target[:40])
                yield Problem("id-unknown", text, say("correct it, or take it out"), line, "warning")
