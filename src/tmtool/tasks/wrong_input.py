"""Refuses what no task is for: a text in another language, the same text twice, languages the wrong way round, texts
that are no translations of each other, and Arabic that is stored as it looks.

Only what is wrong beyond doubt is refused (`languages.identification`, `alignment.in_common`); ``--anyway`` takes it
all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tmtool.alignment.in_common import Joined, have_too_little_in_common
from tmtool.errors import InputError
from tmtool.languages import default_pair, language_of
from tmtool.languages.identification import reads_as
from tmtool.languages.naming import name_of
from tmtool.languages.tags import same_language
from tmtool.languages.visual_order import is_in_visual_order
from tmtool.model import Document, PlaceableKind
from tmtool.model.wording import say

_FEWEST_EQUAL = 3
"""Segments of two files that are the same text: a line or two may be the same in both languages."""

_FEWEST_DAYS = 3
"""Different days that two documents name at least, so that it says something if none is the same."""
_NUMBER = re.compile(r"\d+")

_OF_THE_HOUSE = (default_pair.SOURCE, default_pair.TARGET)


def refuse_another_language(document: Document) -> None:
    """Raises InputError for a document that is in another language than its own, or stored as it looks."""
    _refuse_visual_order(document)
    if found := reads_as(_texts(document), document.language, *_OF_THE_HOUSE):
        raise _in_another_language(found, document.language, document.path)


def refuse_wrong_documents(source: Document, target: Document) -> None:
    """Raises InputError for a document and its translation that are the same text, the wrong way round, of two meetings
    of one series, or one of them in another language or stored as it looks."""
    _refuse_visual_order(source)
    _refuse_visual_order(target)
    if not same_language(source.language, target.language):
        _refuse_the_same(source, target)
    of_source = reads_as(_texts(source), source.language, target.language)
    of_target = reads_as(_texts(target), target.language, source.language)
    if of_source and of_target and _is_turned(source.language, target.language, of_source, of_target):
        raise InputError(
            say(
                "is in {found}, {target} in {expected}: they are the wrong way round",
                found=name_of(of_source),
                target=Path(target.path).name,
                expected=name_of(of_target),
            ),
            say(
                "change their order, or say --source-lang {tag}; --anyway goes on with them as they are",
                tag=target.language,
            ),
            path=_path(source.path),
        )
    for found, one in ((of_target, target), (of_source, source)):
        if found:
            raise _in_another_language(found, one.language, one.path)
    _refuse_another_of_the_series(source, target)


def refuse_wrong_columns(
    path: Path, sources: Iterable[str], targets: Iterable[str], source_language: str, target_language: str
) -> None:
    """Raises InputError for a bilingual file whose languages are the wrong way round, or one of them another one."""
    of_source = reads_as(sources, source_language, target_language)
    of_target = reads_as(targets, target_language, source_language)
    if of_source and of_target and _is_turned(source_language, target_language, of_source, of_target):
        raise InputError(
            say(
                "what should be in {one} is in {other}, and the reverse",
                one=name_of(source_language),
                other=name_of(target_language),
            ),
            say("exchange the languages in the file; --anyway takes it as it is"),
            path=path,
        )
    for found, expected in ((of_target, target_language), (of_source, source_language)):
        if found:
            raise InputError(
                say("what should be in {expected} is in {found}", expected=name_of(expected), found=name_of(found)),
                say("mend the languages in the file; --anyway takes it as it is"),
                path=path,
            )


def refuse_unrelated_documents(source: Document, target: Document, joined: Sequence[Joined]) -> None:
    """Raises InputError for a document and its translation that have too little in common."""
    if have_too_little_in_common(joined, source.language, target.language):
        raise InputError(
            say("has too little in common with {source} to be a translation of it", source=source.path),
            say("give the documents that belong together; --anyway goes on with them as they are"),
            path=_path(target.path),
        )


def refuse_unrelated_columns(path: Path, joined: Sequence[Joined], source_language: str, target_language: str) -> None:
    """Raises InputError for a bilingual file whose texts have too little in common with their translations."""
    if have_too_little_in_common(joined, source_language, target_language):
        raise InputError(
            say("its translations have too little in common with the texts that they are given for"),
            say("look whether its rows have slipped; --anyway takes it as it is"),
            path=path,
        )


def _refuse_visual_order(document: Document) -> None:
    if is_in_visual_order("\n".join(_texts(document))):
        raise InputError(
            say("its letters are stored from the left, as they look, although they are read from the right"),
            say("take the text from another format (DOCX, HTML); --anyway goes on with it as it is"),
            path=_path(document.path),
        )


def _refuse_the_same(source: Document, target: Document) -> None:
    one, other = (list(filter(None, map(str.strip, _texts(document)))) for document in (source, target))
    is_one_file = _path(source.path) is not None and Path(source.path).resolve() == Path(target.path).resolve()
    if one == other and (is_one_file or len(one) >= _FEWEST_EQUAL):
        raise InputError(
            say("is the same text as the source"),
            say("give the translation after the source; --anyway goes on with them as they are"),
            path=_path(target.path),
        )


def _refuse_another_of_the_series(source: Document, target: Document) -> None:
    """Raises InputError where the symbols have other numbers and no day is in both: much of the agendas of a body is
    the same year after year."""
    if not source.symbol or not target.symbol or _NUMBER.findall(source.symbol) == _NUMBER.findall(target.symbol):
        return
    there, here = _days(source), _days(target)
    if min(len(there), len(here)) >= _FEWEST_DAYS and there.isdisjoint(here):
        raise InputError(
            say(
                "is {symbol}, {source} is {other}, and they have no day in common",
                symbol=target.symbol,
                source=Path(source.path).name,
                other=source.symbol,
            ),
            say("give the documents that belong together; --anyway goes on with them as they are"),
            path=_path(target.path),
        )


def _days(document: Document) -> set[str]:
    """Returns the days that a document names with their years."""
    read = language_of(document.language).placeables
    dates = {one.value for text in _texts(document) for one in read(text) if one.kind is PlaceableKind.DATE}
    return {date for date in dates if date[0].isdigit()}


def _in_another_language(found: str, expected: str, path: str) -> InputError:
    return InputError(
        say("is in {found}, not in {expected}", found=name_of(found), expected=name_of(expected)),
        say(
            "give the text that is in {expected}, or name its language (--source-lang, --target-lang); "
            "--anyway goes on with it as it is",
            expected=name_of(expected),
        ),
        path=_path(path),
    )


def _is_turned(source_language: str, target_language: str, of_source: str, of_target: str) -> bool:
    return same_language(of_source, target_language) and same_language(of_target, source_language)


def _texts(document: Document) -> tuple[str, ...]:
    return tuple(segment.text for segment in document.segments)


def _path(path: str) -> str | None:
    """Returns the name of a file for a message; None for a text that is in no file."""
    return None if path in ("", ".") else path
