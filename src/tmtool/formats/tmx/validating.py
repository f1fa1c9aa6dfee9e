"""Which rules of TMX 1.4b does a file break, and which of its habits do other programs trip over?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tmtool.formats.dates import iso_date
from tmtool.formats.problems import Problem
from tmtool.formats.structure import Structure, problems_of_structure
from tmtool.formats.xml_encoding import declared_encoding
from tmtool.formats.xml_reading import line_of, local_name, namespace_of
from tmtool.languages.tags import canonical, is_tag
from tmtool.model.wording import say

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMESPACES = frozenset({"", "http://www.lisa.org/tmx14"})
_STRUCTURE = Structure("tmtool.formats.tmx", "structure.tsv", ("tu",), _NAMESPACES)
_DATES = ("creationdate", "changedate", "lastusagedate")
_OLDER = frozenset({"1.1", "1.2", "1.3"})


def problems(path: Path) -> Iterator[Problem]:
    """Yields the problems of a TMX file in the order of the file. Raises InputError where it is not well-formed."""
    encoding = declared_encoding(path)
    if encoding not in ("", "UTF-8", "UTF-16", "US-ASCII"):
        yield Problem(
            "encoding-other",
            say("the file is in {encoding}", encoding=encoding),
            say("save it as UTF-8: some programs read nothing else, whatever the file declares"),
            1,
            "warning",
        )
    yield from problems_of_structure(path, _STRUCTURE, _problems_of_element)


def _problems_of_element(element: etree._Element, around: Sequence[str]) -> Iterator[Problem]:
    name = local_name(element)
    if name == "tmx":
        yield from _problems_of_root(element)
    elif name in ("header", "tu", "tuv"):
        yield from _problems_of_dates(element)
        if name == "header":
            yield from _problems_of_tag(element, "srclang", element.get("srclang"))
            yield from _problems_of_tag(element, "adminlang", element.get("adminlang"))
        elif name == "tu":
            yield from _problems_of_tag(element, "srclang", element.get("srclang"))
        else:
            yield from _problems_of_language(element)
    elif name == "seg":
        yield from _problems_of_codes(element)


def _problems_of_root(element: etree._Element) -> Iterator[Problem]:
    version = element.get("version", "")
    if version != "1.4":
        older = version in _OLDER
        yield Problem(
            "version-value",
            say("the version is {version!r}, not 1.4", version=version),
            say("write 1.4: programs take anything else for text without codes, or refuse it"),
            line_of(element),
            "warning" if older else "error",
        )
    if namespace_of(element):
        yield Problem(
            "namespace-default",
            say("the elements are in a namespace, which TMX has not"),
            say("take xmlns off the root element: OmegaT does not load such a file"),
            line_of(element),
            "warning",
        )


def _problems_of_dates(element: etree._Element) -> Iterator[Problem]:
    for name in _DATES:
        written = element.get(name)
        if written is None:
            continue
        moment = iso_date(written)
        if moment is None:
            yield Problem(
                "dates-impossible",
                say("{name}={written!r} is no date", name=name, written=written[:40]),
                say("write it as 20240131T120000Z"),
                line_of(element),
            )
        elif moment and not _is_compact(written):
            yield Problem(
                "dates-form",
                say("{name}={written!r} is not written as TMX has it", name=name, written=written[:40]),
                say("write it as 20240131T120000Z"),
                line_of(element),
                "warning",
            )


def _is_compact(written: str) -> bool:
    return len(written) == len("20240131T120000Z") and written[8] == "T" and written[-1] == "Z" and "-" not in written


def _problems_of_tag(element: etree._Element, name: str, tag: str | None) -> Iterator[Problem]:
    if tag is None or tag == "*all*" or is_tag(tag.strip()):
        return
    yield Problem(
        "language-tag",
        say("{name}={tag!r} is no language tag", name=name, tag=tag[:40]),
        say("write one such as those of xml:lang, with a hyphen"),
        line_of(element),
    )


def _problems_of_language(element: etree._Element) -> Iterator[Problem]:
    tag, older = element.get(_XML_LANG), element.get("lang")
    yield from _problems_of_tag(element, "xml:lang", tag or older)
    if tag is None and older is None:
        yield Problem(
            "language-missing",
            say("<tuv> names no language"),
            say("add xml:lang"),
            line_of(element),
        )
    elif tag is None:
        yield Problem(
            "language-older",
            say("the language is in lang, as TMX 1.1 has it"),
            say("write xml:lang"),
            line_of(element),
            "warning",
        )
    elif older is not None and canonical(older) != canonical(tag):
        yield Problem(
            "language-disagrees",
            say("xml:lang={tag!r} and lang={older!r} name two languages", tag=tag[:40], older=older[:40]),
            say("keep xml:lang only"),
            line_of(element),
        )


def _problems_of_codes(segment: etree._Element) -> Iterator[Problem]:
    """Yields what is wrong with pairs of codes: ``bpt`` and ``ept`` belong together by ``i`` (section 3.2)."""
    begun: Counter[str] = Counter()
    for code in segment.iter("{*}bpt", "{*}ept"):
        number = code.get("i")
        if number is None:
            continue
        if local_name(code) == "bpt":
            if begun[number]:
                yield _pair(
                    code, say("a second <bpt i={number!r}> begins before the first one ends", number=number[:20])
                )
            begun[number] += 1
        elif begun[number]:
            begun[number] -= 1
        else:
            yield _pair(code, say("<ept i={number!r}> ends a pair that has not begun", number=number[:20]))
    for number, count in begun.items():
        if count:
            yield _pair(segment, say("<bpt i={number!r}> begins a pair that does not end", number=number[:20]))


def _pair(element: etree._Element, text: str) -> Problem:
    remedy = say("write a half without its other one as <it>, and give each pair of a segment an i of its own")
    return Problem("codes-pair", text, remedy, line_of(element))
