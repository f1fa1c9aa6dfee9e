"""Which rules of XLIFF 1.2 or 2.x does a file break, and which of its habits do other programs trip over?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tmtool.formats.problems import Problem
from tmtool.formats.structure import Structure, problems_of_structure
from tmtool.formats.xliff.versions import VERSION_2, version_of
from tmtool.formats.xml_reading import line_of, local_name, namespace_of
from tmtool.languages.tags import is_tag, same_language
from tmtool.model.wording import say

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PACKAGE = "tmtool.formats.xliff"
STRUCTURE_1 = Structure(
    _PACKAGE,
    "structure_1.tsv",
    ("trans-unit", "bin-unit"),
    frozenset(
        {"", "urn:oasis:names:tc:xliff:document:1.0", "urn:oasis:names:tc:xliff:document:1.1",
         "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"}
    ),
    is_open=True,
)  # fmt: skip
STRUCTURE_2 = Structure(
    _PACKAGE,
    "structure_2.tsv",
    ("unit",),
    frozenset(
        {"", "urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2",
         "urn:oasis:names:tc:xliff:document:1.2"}
    ),
    is_open=True,
)  # fmt: skip
_CODES = ("g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "pc", "sc", "ec")
_HEX = re.compile(r"[0-9A-Fa-f]{4}([0-9A-Fa-f]{2})?")


def problems(path: Path) -> Iterator[Problem]:
    """Yields the problems of an XLIFF file in the order of the file.

    Raises InputError where it is not well-formed, and for a version that is neither 1.x nor 2.x.
    """
    of_file = _File()
    structure = STRUCTURE_2 if version_of(path).startswith(VERSION_2) else STRUCTURE_1
    yield from problems_of_structure(path, structure, of_file.problems_of_element)


class _File:
    """Looks at the elements of a file; remembers the ids of the ``file`` element that it is in."""

    def __init__(self) -> None:
        self._ids: dict[str, int | None] = {}
        self._languages: set[tuple[str, str]] = set()
        self._has_targets = False

    def problems_of_element(self, element: etree._Element, around: Sequence[str]) -> Iterator[Problem]:
        """Yields the problems of an element that is complete, `around` which are those of these names."""
        name = local_name(element)
        if name == "xliff":
            yield from self._of_root(element)
        elif name == "file":
            self._ids.clear()
            yield from self._of_file(element)
        elif name in ("trans-unit", "unit"):
            yield from self._of_id(element)
            if name == "trans-unit":
                yield from _of_segments(element)
        elif name in ("source", "target") and around and around[-1] in ("trans-unit", "segment", "ignorable"):
            yield from self._of_text(element, name)
        elif name == "cp" and not _HEX.fullmatch(element.get("hex", "")):
            yield Problem(
                "codes-character",
                say("hex={value!r} of <cp> is no character", value=element.get("hex", "")[:20]),
                say("write its number in four or six digits, as 001A"),
                line_of(element),
            )

    def _of_root(self, element: etree._Element) -> Iterator[Problem]:
        version = element.get("version", "")
        namespace = namespace_of(element)
        spoken = namespace.rpartition(":")[2]
        if not namespace:
            yield Problem(
                "namespace-default",
                say("the elements are in no namespace"),
                say(
                    "declare that of the standard, urn:oasis:names:tc:xliff:document:{version}",
                    version=version or "1.2",
                ),
                line_of(element),
                "warning",
            )
        elif spoken[:1] != version[:1]:
            yield Problem(
                "version-value",
                say("the version is {version}, the namespace that of {other}", version=version, other=spoken),
                say("let both say the same"),
                line_of(element),
            )
        source, target = element.get("srcLang"), element.get("trgLang")
        yield from self._of_languages(element, source, target, "trgLang", "error")

    def _of_file(self, element: etree._Element) -> Iterator[Problem]:
        source, target = element.get("source-language"), element.get("target-language")
        if source is not None:
            yield from self._of_languages(element, source, target, "target-language", "warning")

    def _of_languages(
        self, element: etree._Element, source: str | None, target: str | None, name: str, level: str
    ) -> Iterator[Problem]:
        line = line_of(element)
        for tag in (source, target):
            if tag is not None and not is_tag(tag):
                yield Problem(
                    "language-tag",
                    say("{tag!r} is no language tag", tag=tag[:40]),
                    say("write one such as those of xml:lang, with a hyphen"),
                    line,
                )
        if source and target and same_language(source, target):
            yield Problem(
                "language-one",
                say("source and target language are both {language}", language=source),
                say("name the language of the translation"),
                line,
                "warning",
            )
        if source and target is None and self._has_targets:
            yield Problem(
                "attribute-missing",
                say("there are targets, and no {name} says in which language", name=name),
                say("add {name}", name=name),
                line,
                "error" if level == "error" else "warning",
            )
        for said, tag in sorted(self._languages):
            wanted = source if said == "source" else target
            if wanted and not same_language(tag, wanted):
                yield Problem(
                    "language-disagrees",
                    say("a <{name}> is in {tag}, the file says {wanted}", name=said, tag=tag, wanted=wanted),
                    say("let both say the same"),
                    line,
                )
        if source:
            self._languages.clear()
            self._has_targets = False

    def _of_id(self, element: etree._Element) -> Iterator[Problem]:
        identity = element.get("id")
        if identity is None:
            return
        earlier = self._ids.get(identity)
        self._ids.setdefault(identity, line_of(element))
        if earlier is not None:
            yield Problem(
                "id-repeated",
                say("the id {identity!r} is that of line {earlier}", identity=identity[:40], earlier=earlier),
                say("give each unit of a file an id of its own"),
                line_of(element),
            )

    def _of_text(self, element: etree._Element, name: str) -> Iterator[Problem]:
        if tag := element.get(_XML_LANG):
            self._languages.add((name, tag))
        if name == "target":
            self._has_targets = True
        seen: set[tuple[str, str]] = set()
        for code in element.iter(*(f"{{*}}{one}" for one in _CODES)):
            key = (local_name(code), code.get("id", ""))
            if key[1] and key in seen and key[0] != "it" and code.get("clone") != "yes":
                yield Problem(
                    "id-repeated",
                    say("<{name} id={identity!r}> is there twice in one text", name=key[0], identity=key[1][:20]),
                    say("give each code of a text an id of its own"),
                    line_of(element),
                )
            seen.add(key)
        yield from _of_pairs(element)


_HALVES = {"bx": ("ex", "rid"), "bpt": ("ept", "rid"), "sc": ("ec", "startRef")}


def _of_pairs(element: etree._Element) -> Iterator[Problem]:
    """Yields what is wrong with codes that begin and end a pair: by ``rid``, else by ``id``; by ``startRef``."""
    for begin, (end, reference) in _HALVES.items():
        own = "rid" if reference == "rid" else "id"
        begun = [
            code.get(own) or code.get("id") or ""
            for code in element.iter(f"{{*}}{begin}")
            if code.get("isolated") != "yes"
        ]
        for code in element.iter(f"{{*}}{end}"):
            wanted = code.get(reference) or code.get("id") or ""
            if wanted in begun:
                begun.remove(wanted)
            elif code.get("isolated") != "yes":
                text = say("<{name}> ends a pair that has not begun: {wanted!r}", name=end, wanted=wanted[:20])
                yield _pair(element, text)
        for left in begun:
            text = say("<{name}> begins a pair that does not end: {wanted!r}", name=begin, wanted=left[:20])
            yield _pair(element, text)


def _pair(element: etree._Element, text: str) -> Problem:
    remedy = say("write a half without its other one as <it>, or as isolated")
    return Problem("codes-pair", text, remedy, line_of(element), "warning")


def _of_segments(unit: etree._Element) -> Iterator[Problem]:
    """Yields segments of a target that the source has not, and the reverse: they belong together by ``mid``."""
    marked = {
        name: {mark.get("mid", "") for mark in part.iter("{*}mrk") if mark.get("mtype") == "seg"}
        for name in ("seg-source", "target")
        if (part := unit.find(f"{{*}}{name}")) is not None
    }
    if len(marked) == 2 and marked["target"] and (odd := marked["target"] ^ marked["seg-source"]):
        yield Problem(
            "segments-differ",
            say("source and target have different segments: {names}", names=", ".join(sorted(odd))[:80]),
            say('give both the same <mrk mtype="seg"> by mid'),
            line_of(unit),
            "warning",
        )
