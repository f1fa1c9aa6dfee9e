"""Which rules of SRX does a file break, and which of its expressions cannot be read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import regex  # type: ignore[import-untyped]
from lxml import etree

from tmtool.formats.problems import Problem
from tmtool.formats.structure import Structure, problems_of_structure
from tmtool.formats.xml_reading import line_of, local_name
from tmtool.model.wording import say
from tmtool.text.segmentation import expression

_NAMESPACES = frozenset({"", "http://www.lisa.org/srx20"})
_STRUCTURE = Structure("tmtool.formats.srx", "structure.tsv", ("rule",), _NAMESPACES, is_open=True)


def problems(path: Path) -> Iterator[Problem]:
    """Yields the problems of a file in its order. Raises InputError where it is not well-formed."""
    of_file = _File()
    yield from problems_of_structure(path, _STRUCTURE, of_file.problems_of_element)
    yield from of_file.problems_of_names()


class _File:
    """Looks at the elements of a file; remembers which groups of rules there are and which are asked for."""

    def __init__(self) -> None:
        self._groups: dict[str, int | None] = {}
        self._asked: dict[str, int | None] = {}

    def problems_of_element(self, element: etree._Element, around: Sequence[str]) -> Iterator[Problem]:
        """Yields the problems of an element that is complete."""
        name, line = local_name(element), line_of(element)
        if name == "srx" and element.get("version") not in ("1.0", "2.0"):
            text = say("the version is {version!r}", version=element.get("version", "")[:20])
            yield Problem("version-value", text, say("write 2.0, and rules as it has them"), line, "warning")
        elif name == "languagerule":
            group = element.get("languagerulename", "")
            if group in self._groups:
                text = say("the group {name!r} is there twice", name=group[:40])
                yield Problem("id-repeated", text, say("give each group a name of its own"), line)
            self._groups.setdefault(group, line)
        elif name == "languagemap":
            self._asked.setdefault(element.get("languagerulename", ""), line)
            yield from _of_expression(element.get("languagepattern", ""), line)
        elif name in ("beforebreak", "afterbreak"):
            yield from _of_expression(element.text or "", line)
        elif name == "rule" and not any((part.text or "").strip() for part in element):
            text = say("the rule says neither what is before a break nor what is after it")
            yield Problem(
                "rules-empty", text, say("take it out: it would break between any two characters"), line, "warning"
            )

    def problems_of_names(self) -> Iterator[Problem]:
        """Yields the groups that are asked for and not there, and those that no language asks for."""
        for name, line in self._asked.items():
            if name not in self._groups:
                text = say("there is no group of rules {name!r}", name=name[:40])
                yield Problem("id-unknown", text, say("correct the name, or add the group"), line)
        for name, line in self._groups.items():
            if name not in self._asked:
                text = say("no language asks for the rules {name!r}", name=name[:40])
                yield Problem("rules-unused", text, say("add a <languagemap>, or take them out"), line, "warning")


def _of_expression(written: str, line: int | None) -> Iterator[Problem]:
    try:
        expression(written)
    except regex.error as error:
        text = say("{written!r} is no regular expression ({error})", written=written[:40], error=error)
        yield Problem("rules-expression", text, say("mend or remove it"), line)
