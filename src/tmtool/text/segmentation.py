"""Where do the sentences of a paragraph begin and end?

Rules say so in SRX 2.0 or 1.0 (Segmentation Rules eXchange), those of the language (`sentences.srx` in its folder)
before those for all: at every place where a rule that breaks matches, the first rule in this order that matches there
decides. The `regex` package reads nearly all of the ICU and Java patterns found in SRX files, which `re` does not
(named properties, set operations, lookbehind of any width). A user's file is data: each search has a time limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import cast

import regex  # type: ignore[import-untyped]
from lxml import etree

from tmtool.errors import InputError, said_by
from tmtool.languages import language_of
from tmtool.model import Span
from tmtool.model.wording import say

_FOR_ALL = Path(__file__).with_name("sentences.srx")

# Far above what an honest rule needs for a paragraph (microseconds), far below a user's patience.
_SECONDS_A_SEARCH = 1.0
_QUOTED = regex.compile(r"\\Q(.*?)(?:\\E|$)", regex.V1 | regex.DOTALL)


def split(text: str, language: str, srx: Path | None = None) -> tuple[Span, ...]:
    """Returns the sentences of `text` in order, without the white space around them; together they cover all the rest.

    `language` is a BCP 47 tag; `srx` replaces the rules shipped. A language that the file has no
    rule for is not split. Raises InputError if the file is no SRX, if a rule does not compile, or
    if it takes too long on this text.
    """
    paths = (srx,) if srx else rules_shipped(language)
    rules = _rules(paths, language)
    spans: list[Span] = []
    start = 0
    try:
        for end in (*rules.breaks(text), len(text)):
            piece = text[start:end]
            if inner := piece.strip():
                first = start + len(piece) - len(piece.lstrip())
                spans.append(Span(first, first + len(inner)))
            start = end
    except TimeoutError:
        raise InputError(
            say("a segmentation rule takes too long on this text"),
            say("simplify its nested repetitions"),
            path=paths[0],
        ) from None
    return tuple(spans)


def rules_shipped(language: str) -> tuple[Path, ...]:
    """Returns the files of rules for a language in their order: its own, if it has one, and that for all languages."""
    own = language_of(language).table("sentences.srx")
    return (own, _FOR_ALL) if own else (_FOR_ALL,)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A `_Rule` is a rule as the file has it, with its place in the file."""

    breaks: bool
    before: str
    after: str
    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class _Rules:
    """`_Rules` are the rules for one language.

    `breaking` has those that break, each alone (a union of all is searched at half the speed); `verdicts` has all in
    order, neighbours of the same verdict as one pattern.
    """

    breaking: tuple[regex.Pattern[str], ...]
    verdicts: tuple[tuple[bool, regex.Pattern[str]], ...]

    def breaks(self, text: str) -> Iterator[int]:
        """Yields the places in `text` where a sentence ends and the next begins, ascending."""
        places = {
            found.start() for pattern in self.breaking for found in pattern.finditer(text, timeout=_SECONDS_A_SEARCH)
        }
        for place in sorted(places - {0, len(text)}):
            for breaks, pattern in self.verdicts:
                if pattern.match(text, place, timeout=_SECONDS_A_SEARCH):
                    if breaks:
                        yield place
                    break


@lru_cache(maxsize=16)
def _rules(paths: tuple[Path, ...], language: str) -> _Rules:
    rules = tuple(rule for path in paths for rule in _rules_of_language(path, language))
    verdicts = tuple(
        (breaks, _compiled(tuple(group))) for breaks, group in groupby(rules, key=lambda rule: rule.breaks)
    )
    return _Rules(tuple(_compiled((rule,)) for rule in rules if rule.breaks), verdicts)


def _compiled(rules: tuple[_Rule, ...]) -> regex.Pattern[str]:
    try:
        return regex.compile("|".join(_pattern(rule) for rule in rules), regex.V1)
    except regex.error:
        for rule in rules:
            try:
                regex.compile(_pattern(rule), regex.V1)
            except regex.error as error:
                problem = say("a segmentation rule is no regular expression ({error})", error=error)
                raise InputError(problem, say("mend or remove it"), path=rule.path, line=rule.line) from None
        raise


def _pattern(rule: _Rule) -> str:
    return f"(?<={rule.before})(?={rule.after})"


def _rules_of_language(path: Path, language: str) -> Iterator[_Rule]:
    """Yields the rules of all language maps that fit `language`, or of the first alone where the file does not
    cascade."""
    root = _root(path)
    named = {
        group.get("languagerulename", ""): tuple(_rule(element, path) for element in group.iter("{*}rule"))
        for group in root.iter("{*}languagerule")
    }
    cascades = any(header.get("cascade") == "yes" for header in root.iter("{*}header"))
    for mapping in root.iter("{*}languagemap"):
        if _fits(mapping.get("languagepattern", ""), language, path, _line(mapping)):
            yield from named.get(mapping.get("languagerulename", ""), ())
            if not cascades:
                return


def _root(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)),
            say("check its name and permissions"),
            path=path,
        ) from None
    except etree.XMLSyntaxError as error:
        raise InputError(
            say("is not well-formed XML ({problem})", problem=error.msg), say("mend it"), path=path, line=error.lineno
        ) from None
    if etree.QName(root).localname != "srx":
        raise InputError(say("holds no segmentation rules"), say("name a file in SRX 1.0 or 2.0"), path=path)
    _refuse_circles(root, path)
    return root


def _refuse_circles(root: etree._Element, path: Path) -> None:
    """Raises InputError where rules are not in the file but named in it: such names can lead back to themselves."""
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and list(doctype.entities()):  # type: ignore[attr-defined]  # the stubs lack it
        problem = say("the DOCTYPE declares entities, which is not safe to read")
        raise InputError(problem, say("write the rules themselves in their place"), path=path, line=2)
    for element in root.iter("*"):
        place = element.getparent()
        inside = str(place.tag).rpartition("}")[2] if place is not None else ""
        name = str(element.tag).rpartition("}")[2]
        if name == "include" or (inside == "languagerule" and name != "rule"):
            problem = say("rules cannot be taken from elsewhere (<{name}>): that could lead in a circle", name=name)
            raise InputError(problem, say("write the rules themselves in its place"), path=path, line=_line(element))


def _rule(element: etree._Element, path: Path) -> _Rule:
    return _Rule(
        element.get("break", "yes") == "yes",
        _unquoted(element.findtext("{*}beforebreak") or ""),
        _unquoted(element.findtext("{*}afterbreak") or ""),
        path,
        _line(element),
    )


def _line(element: etree._Element) -> int:
    return cast(int, element.sourceline)


def expression(written: str) -> regex.Pattern[str]:
    """Returns an expression of a file of rules as it is understood. Raises `regex.error` for one that is none."""
    return regex.compile(_unquoted(written), regex.V1)


def _unquoted(pattern: str) -> str:
    r"""Returns `\Q…\E` of Java and ICU, which `regex` does not know, spelt with escapes."""
    return cast(str, _QUOTED.sub(lambda quoted: regex.escape(quoted[1]), pattern))


def _fits(pattern: str, language: str, path: Path, line: int) -> bool:
    """Tells whether a pattern fits a tag; patterns are written for "EN-US", "en_us" and "en-US" alike, so case and the
    kind of hyphen do not count."""
    try:
        compiled = regex.compile(pattern, regex.V1 | regex.IGNORECASE)
        return any(compiled.fullmatch(tag, timeout=_SECONDS_A_SEARCH) for tag in (language, language.replace("-", "_")))
    except regex.error as error:
        problem = say("a language pattern is no regular expression ({error})", error=error)
        raise InputError(problem, say("mend it"), path=path, line=line) from None
