"""Says what a program in Python asks of tmtool (docs/python.md): a thin layer over the tasks that the command line
runs.

A file is named by a str or a Path; a text that is in no file is made a document first (`document`). Languages are BCP
47 tags. What a user can mend is raised as a `TmtoolError`. Nothing here starts a process unless it is asked to.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, TypeAlias

from tmtool.errors import UsageError
from tmtool.languages import default_pair
from tmtool.languages.tags import canonical, is_tag, same_language
from tmtool.model.wording import say
from tmtool.store import open_home

if TYPE_CHECKING:
    from tmtool.checks.engine.profiles import Choice
    from tmtool.documents.reading import Segmentation
    from tmtool.model import Answer, Document, Finding, Occurrence, Suggestion
    from tmtool.store.home import Home
    from tmtool.store.values import Changes
    from tmtool.tasks.align import Alignment
    from tmtool.tasks.concordance import ConcordanceLine
    from tmtool.tasks.import_values import ImportReport

FileName: TypeAlias = str | os.PathLike[str]


class TranslationMemory:
    """A `TranslationMemory` is an open database: its memories and its term base, asked from one language to another.

    As a context manager it closes itself. Several threads may ask it at once.
    """

    def __init__(self, home: Home, source_language: str, target_language: str) -> None:
        self._home = home
        self.source_language = source_language
        self.target_language = target_language

    @property
    def path(self) -> str:
        """Returns the place of the database."""
        return self._home.name

    def between(self, source_language: str, target_language: str) -> TranslationMemory:
        """Returns the same database, asked from another language or to another; it is closed with this one."""
        return TranslationMemory(self._home, *_languages(source_language, target_language))

    def lookup(self, text: str, *, threshold: int = 70, limit: int = 5) -> Answer:
        """Returns the matches of a text with a rate of at least `threshold` (50 to 100), best first, at most `limit` (0
        for all), and the terms in it."""
        return next(self.lookup_all([text], threshold=threshold, limit=limit))

    def lookup_all(self, texts: Iterable[str], *, threshold: int = 70, limit: int = 5) -> Iterator[Answer]:
        """Yields the answers to one text after another, each worked out when it is taken; faster than to ask for each
        alone. Terms added in the meantime are not seen."""
        from tmtool.tasks.lookup import Wanted

        wanted = Wanted(self.source_language, self.target_language, threshold, limit)
        return map(wanted.answering(self._home), texts)

    def suggest(
        self,
        document: FileName | Document,
        *,
        threshold: int = 70,
        limit: int = 5,
        segmentation: Segmentation = "auto",
        anyway: bool = False,
    ) -> tuple[Suggestion, ...]:
        """Returns a suggestion for each segment of a document, in order. Raises InputError for a file that cannot be
        read and, unless `anyway`, for a text in another language."""
        from tmtool.tasks.suggest import suggest
        from tmtool.tasks.wrong_input import refuse_another_language

        given = _read(document, self.source_language, segmentation)
        if not anyway:
            refuse_another_language(given)
        return suggest(
            self._home,
            given,
            target_language=self.target_language,
            threshold=threshold,
            limit=limit,
        )

    def check(
        self,
        target: FileName | Document,
        source: FileName | Document | None = None,
        *,
        scope: Literal["document", "segment"] = "document",
        segmentation: Segmentation = "auto",
        profile: str = "",
        hints: bool = False,
        anyway: bool = False,
    ) -> tuple[Finding, ...]:
        """Returns what the checks find in a translation, by segment: against its source if that is given, else alone,
        or pair by pair in a bilingual file.

        Terms are those of the database, and segments are held against the approved units there. `scope` "segment"
        leaves out the checks that compare segments; `profile` is a typographic profile by name, "" for the one that the
        text itself shows; with `hints` also what is seldom right is found. Raises InputError for a file that cannot be
        read and, unless `anyway`, for texts that are in another language, the same, or no translations of each other.
        """
        return _check(
            self._home,
            target,
            source,
            self.source_language,
            self.target_language,
            scope,
            segmentation,
            _choice(profile, hints=hints),
            anyway=anyway,
        )

    def align(
        self,
        source: FileName | Document,
        target: FileName | Document,
        *,
        segmentation: Segmentation = "auto",
        anyway: bool = False,
    ) -> Alignment:
        """Returns the beads that join the segments of a document to those of its translation, by what the database
        knows of their words. Raises InputError as `check` does."""
        languages = self.source_language, self.target_language
        return _align(self._home, source, target, *languages, segmentation, anyway=anyway)

    def add(self, alignment: Alignment, *, memory: str = "default", minimum: float = 0.9) -> Changes:
        """Stores the beads with text on both sides and at least that confidence as units of a memory, in one
        transaction. Those of files or documents with the same names are replaced; two that have none are refused with
        a UsageError."""
        from tmtool.tasks.align import store

        return store(self._home, alignment, memory=memory, minimum=minimum)

    def concordance(self, phrase: str, *, limit: int = 20, literal: bool = False) -> tuple[ConcordanceLine, ...]:
        """Returns the units whose source has a phrase, newest and most trusted first, at most `limit` (0 for all), each
        with where its translation probably is. Any form of its words counts unless it is `literal`; a word that ends in
        a star stands for all that begin like it."""
        from tmtool.tasks.concordance import concordance

        lines = concordance(
            self._home,
            phrase,
            language=self.source_language,
            other_language=self.target_language,
            limit=limit,
            literal=literal,
        )
        return tuple(lines)

    def terms(self, text: str) -> tuple[Occurrence, ...]:
        """Returns the terms of the term base in a text of the source language, whatever their form."""
        from tmtool.tasks.term_finding import find_terms

        return find_terms(self._home, text, self.source_language)

    def import_(
        self,
        *paths: FileName,
        memory: str = "default",
        kind: Literal["auto", "memory", "terms"] = "auto",
        file_format: str | None = None,
        processes: bool = False,
        anyway: bool = False,
    ) -> tuple[ImportReport, ...]:
        """Brings files, and all files of folders, into a memory; files without a known format in a folder are passed
        over. A file brought in again replaces what it gave before.

        With `processes` a large file is read by a process of its own, which takes about half as long; the program then
        has to guard its main module (``if __name__ == "__main__":``). Raises InputError for the first file that cannot
        be read or, unless `anyway`, is in other languages than it says, when all the others are in.
        """
        from tmtool.tasks.import_ import import_paths
        from tmtool.tasks.import_values import ImportFailure, ImportOptions

        options = ImportOptions(
            kind, file_format, memory, self.source_language, self.target_language, processes=processes, anyway=anyway
        )
        reports: list[ImportReport] = []
        failures: list[ImportFailure] = []
        for result in import_paths(self._home, [Path(path) for path in paths], options):
            if not isinstance(result, ImportFailure):
                reports.append(result)
            elif not result.expected:
                failures.append(result)
        if failures:
            first, *others = (failure.error for failure in failures)
            for other in others:
                first.add_note(str(other))
            raise first
        return tuple(reports)

    def export(
        self,
        path: FileName,
        *,
        memory: str | None = None,
        document: str | None = None,
        since: str | None = None,
    ) -> int:
        """Writes units to a file in the format of its ending (.tmx, .tsv, .csv, .xlsx), and says how many: those of a
        memory, of a document by its symbol, changed or dated since a day (ISO 8601), where these are given.

        Raises OutputError for another ending, UsageError for a memory or a document that there is not.
        """
        from tmtool.tasks.export import export

        return export(
            self._home,
            Path(path),
            source_language=self.source_language,
            target_language=self.target_language,
            memory=memory,
            document=document,
            since=since,
        )

    def close(self) -> None:
        """Closes the database."""
        self._home.close()

    def __enter__(self) -> TranslationMemory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(  # noqa: A001 - as gzip.open and the like
    path: FileName | None = None,
    *,
    create: bool = False,
    source_language: str = default_pair.SOURCE,
    target_language: str | None = None,
) -> TranslationMemory:
    """Opens a database by its path; without one, that which the command line would use here. With `create` it is made
    if it is not there. It is asked from English to French, and from French to English, unless other languages are
    named. Raises DatabaseError if it is missing, damaged or another program's."""
    if path is None:
        from tmtool.tasks.settings import usual_database

        path = usual_database()
    languages = _languages(source_language, target_language)
    return TranslationMemory(open_home(os.fspath(path), create=create), *languages)


def document(
    text: str, *, language: str = default_pair.SOURCE, name: str = "", segmentation: Segmentation = "auto"
) -> Document:
    """Returns the document that a text file of that name and content holds: its headings, items and paragraphs, divided
    into segments. Raises InputError for an empty text."""
    from tmtool.documents.reading import parse_text

    return parse_text(text, language=_language(language), name=name, segmentation=segmentation)


def check(
    target: FileName | Document,
    source: FileName | Document | None = None,
    *,
    source_language: str = default_pair.SOURCE,
    target_language: str | None = None,
    scope: Literal["document", "segment"] = "document",
    segmentation: Segmentation = "auto",
    profile: str = "",
    hints: bool = False,
    anyway: bool = False,
) -> tuple[Finding, ...]:
    """Returns what `TranslationMemory.check` finds without a database, with the terms that come with tmtool."""
    languages = _languages(source_language, target_language)
    choice = _choice(profile, hints=hints)
    return _check(None, target, source, *languages, scope, segmentation, choice, anyway=anyway)


def align(
    source: FileName | Document,
    target: FileName | Document,
    *,
    source_language: str = default_pair.SOURCE,
    target_language: str | None = None,
    segmentation: Segmentation = "auto",
    anyway: bool = False,
) -> Alignment:
    """Returns what `TranslationMemory.align` gives without a database, by the terms that come with tmtool."""
    languages = _languages(source_language, target_language)
    return _align(None, source, target, *languages, segmentation, anyway=anyway)


def _languages(source: str, target: str | None) -> tuple[str, str]:
    source = _language(source)
    return source, _language(default_pair.other_than(source) if target is None else target)


def _language(tag: str) -> str:
    """Returns the tag in canonical form. Raises UsageError if it is none."""
    if not is_tag(tag):
        raise UsageError(say("{tag!r} is not a language tag", tag=tag), say("write one such as fr or fr-CA"))
    return canonical(tag)


def _choice(profile: str, *, hints: bool) -> Choice:
    from tmtool.checks.engine.profiles import Choice

    return Choice(profile, hints=hints)


def _check(
    home: Home | None,
    target: FileName | Document,
    source: FileName | Document | None,
    source_language: str,
    target_language: str,
    scope: str,
    segmentation: Segmentation,
    choice: Choice,
    *,
    anyway: bool,
) -> tuple[Finding, ...]:
    from tmtool.tasks.check import check

    checked = check(
        None if source is None else _given(source, source_language),
        _given(target, target_language),
        home=home,
        source_language=source_language,
        target_language=target_language,
        segmentation=segmentation,
        scope=scope,
        choice=choice,
        anyway=anyway,
    )
    return checked.findings


def _align(
    home: Home | None,
    source: FileName | Document,
    target: FileName | Document,
    source_language: str,
    target_language: str,
    segmentation: Segmentation,
    *,
    anyway: bool,
) -> Alignment:
    from tmtool.tasks.align import align_documents, name_of_pair

    one, other = _read(source, source_language, segmentation), _read(target, target_language, segmentation)
    return align_documents(one, other, home, name=name_of_pair(one, other), anyway=anyway)


def _given(file: FileName | Document, language: str) -> Path | Document:
    """Returns the file, or the document if it is in that language. Raises UsageError if it is not."""
    if isinstance(file, str | os.PathLike):
        return Path(file)
    if not same_language(file.language, language):
        raise UsageError(
            say("the document is in {language}, not in {other}", language=file.language, other=language),
            say("name its language when it is made"),
        )
    return file


def _read(file: FileName | Document, language: str, segmentation: Segmentation) -> Document:
    from tmtool.formats.reading import read_document

    given = _given(file, language)
    return read_document(given, language=language, segmentation=segmentation) if isinstance(given, Path) else given
