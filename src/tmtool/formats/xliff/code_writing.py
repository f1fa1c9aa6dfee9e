"""Writes the inline codes of a text as those of XLIFF 1.2, whatever vocabulary they come in.

What is XLIFF 1.2 stays as it came. Codes of 2.x and TMX become the code of the same kind (XLIFF 1.2, section 2.4):
``pc`` is ``g``, ``sc`` and ``ec`` are ``bx`` and ``ex``, ``hi`` is ``mrk``; a code that needs an ``id`` and has none is
numbered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from tmtool.formats.inline import TRANSPARENT, append_text, parsed
from tmtool.formats.structure import Rule
from tmtool.formats.xliff import names
from tmtool.formats.xliff.validating import STRUCTURE_1
from tmtool.formats.xml_reading import attributes_of, local_name
from tmtool.formats.xml_writing import legal
from tmtool.model import Variant

_SAME = {"pc": "g", "sc": "bx", "ec": "ex", "hi": "mrk", "ut": "ph"}
"""The codes of 2.x and of TMX that have another name in 1.2."""
_OMITTED = frozenset({"sm", "em", "cp"})
"""What 1.2 has no code for: marks of annotations, and characters that XML forbids."""
_RENAMED = {"type": "ctype", "equiv": "equiv-text"}
_VALUES = {
    "begin": "open",
    "end": "close",
    "p": "preceding",
    "f": "following",
    "b": "both",
}
"""The values of ``pos`` and ``assoc`` in TMX."""
_KINDS = frozenset({"bold", "italic", "underlined", "link", "image", "pb", "lb"})
"""The values of ``ctype`` that the standard lists; others begin with ``x-``."""
_CODES = frozenset({"bpt", "ept", "it", "ph"})
"""The elements whose content is native code."""


def fill(element: etree._Element, variant: Variant) -> None:
    """Fills an empty ``source`` or ``target`` with the text of a variant and its codes, elements without namespace."""
    content = parsed(legal(variant.markup), names.namespaces()) if variant.markup else None
    if content is None:
        element.text = legal(variant.text)
        return
    is_known = variant.markup_format == "xliff" and all(local_name(one) not in _SAME for one in content.iter())
    _Writing(is_known).copy(content, element)


class _Writing:
    """A `_Writing` is one text that is being written; it numbers the codes that have no ``id``."""

    def __init__(self, is_known: bool) -> None:
        self._is_known = is_known
        self._rules = STRUCTURE_1.rules()
        self._numbered = 0

    def copy(self, source: etree._Element, target: etree._Element) -> None:
        """Appends the content of an element."""
        is_code = local_name(target) in _CODES
        append_text(target, source.text)
        for child in source:
            name = _SAME.get(local_name(child), local_name(child))
            if is_code and name != "sub":
                append_text(target, "".join(str(part) for part in child.itertext()))
            elif name == "sub" and not is_code:
                holder = etree.SubElement(target, "ph", id=self._number())
                self.copy(child, etree.SubElement(holder, "sub"))
            elif name in self._rules and (name in TRANSPARENT or self._rules[name].attributes):
                written = dict(self._attributes(child, name, self._rules[name]))
                self.copy(child, etree.SubElement(target, name, written))
            elif name not in _OMITTED:
                code = etree.SubElement(target, "ph", id=self._number())
                code.text = "".join(str(part) for part in child.itertext())
            append_text(target, child.tail)

    def _number(self) -> str:
        self._numbered += 1
        return f"tmtool-{self._numbered}"

    def _attributes(self, element: etree._Element, name: str, rule: Rule) -> Iterator[tuple[str, str]]:
        """Yields the attributes that the code may have, under the names of 1.2."""
        given = attributes_of(element)
        written: dict[str, str] = {}
        for key, value in given.items():
            known = key if self._is_known else _RENAMED.get(key, key)
            if known in rule.attributes or (self._is_known and known.startswith("{")):
                written.setdefault(known, value if self._is_known and known != "pos" else _value(known, value))
        if not self._is_known:
            written |= self._identity(given, name, rule)
        if "id" in rule.required and "id" not in written:
            written["id"] = self._number()
        if name == "mrk":
            kind = written.get("mtype") or given.get("type") or "tmtool"
            written["mtype"] = kind if kind in (rule.attributes["mtype"] or ()) else _extended(kind)
        if name == "it" and "pos" not in written:
            written["pos"] = "open"
        yield from written.items()

    def _identity(self, given: Mapping[str, str], name: str, rule: Rule) -> Iterator[tuple[str, str]]:
        """Yields by what a code of 2.x or TMX is known in the other language, and by what the halves of a pair are."""
        if "id" in rule.attributes:
            identity = given.get("id") or given.get("x") or given.get("startRef") or given.get("i")
            yield "id", identity or self._number()
        pair = given.get("rid") or given.get("i") or given.get("startRef")
        if name == "bx" and given.get("isolated") != "yes":
            pair = pair or given.get("id")
        if pair and "rid" in rule.attributes and given.get("isolated") != "yes":
            yield "rid", pair


def _value(name: str, value: str) -> str:
    if name in ("pos", "assoc"):
        return _VALUES.get(value, value)
    return _extended(value) if name == "ctype" and value not in _KINDS else value


def _extended(value: str) -> str:
    return value if value.startswith("x-") else f"x-{'-'.join(value.split())}"
