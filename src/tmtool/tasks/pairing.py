"""Which documents of a folder are translations of each other?

By name first: equal but for a mark of the language in it or in a folder above (``a.en.docx`` and ``a.fr.docx``,
``en/a.docx`` and ``fr/a.docx``); then by the document symbol in the head, for the files of the United Nations, whose
names differ by language (job numbers). What is not clear stays alone, with the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.languages.naming import marks
from tmtool.languages.tags import primary
from tmtool.model import Document
from tmtool.model.wording import say
from tmtool.tasks.document_language import language_told
from tmtool.tasks.files import files_below

NO_PARTNER = say("no document with the same name or symbol in the other language")
SEVERAL = say("several documents could be its partner")
_PART = re.compile(r"[^\s._()\[\]-]+")


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """A `DocumentPair` holds two files that seem to be a document and its translation, and what tells it: ``name`` or
    ``symbol``."""

    source: Path
    target: Path
    by: str


@dataclass(frozen=True, slots=True)
class Alone:
    """An `Alone` is a file without a partner, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A `Pairing` says what a folder holds: every file is in one of the pairs or alone, in the order of names."""

    pairs: tuple[DocumentPair, ...]
    alone: tuple[Alone, ...]


def pair_documents(folder: Path, *, source_language: str, target_language: str) -> Pairing:
    """Returns the pairs among the documents in the folder and below it; hidden files are left out.

    Raises InputError if the folder has no files, or none that can be read.
    """
    files, errors = files_below(folder)
    if not files:
        raise errors[0]
    languages = primary(source_language), primary(target_language)
    alone = {file: reason for file in files if (reason := _no_document(file))}
    rest = [file for file in files if file not in alone]
    marked = {file: name_and_language(file.relative_to(folder), languages) for file in rest}
    pairs = _paired(rest, marked.__getitem__, languages, "name", alone)
    rest = [file for file in rest if not any(file in (pair.source, pair.target) for pair in pairs)]
    # Whether its name had several partners no longer counts if its symbol has one.
    documents = {file: document for file in rest if (document := _read(file, source_language, alone))}
    pairs += _paired(
        list(documents),
        lambda file: (documents[file].symbol, marked[file][1] or language_told(documents[file], languages)),
        languages,
        "symbol",
        alone,
    )
    inside = {file for pair in pairs for file in (pair.source, pair.target)}
    left = [Alone(Path(str(error.path)), error.problem) for error in errors]
    left += [Alone(file, alone.get(file, NO_PARTNER)) for file in files if file not in inside]
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.source)), tuple(left))


def name_and_language(path: Path, languages: Sequence[str]) -> tuple[str, str]:
    """Returns what a name (relative to its folder) is without its marks of the language, and the language it says
    ("")."""
    known = marks(*languages)
    folders = [(part, _language_of_mark(part, languages)) for part in path.parts[:-1]]
    parts = _PART.findall(path.stem)
    language, kept = "", parts
    for place in reversed(range(len(parts))):
        mark = parts[place].casefold()
        if known.get(mark) in languages and (len(mark) > 1 or (place == len(parts) - 1 and place)):
            language, kept = known[mark], parts[:place] + parts[place + 1 :]
            break
    language = language or next((found for _, found in reversed(folders) if found), "")
    names = [part for part, found in folders if not found]
    return "/".join([*names, " ".join(kept)]).casefold(), language


def _paired(
    files: Sequence[Path],
    key_and_language: Callable[[Path], tuple[str, str]],
    languages: tuple[str, str],
    by: str,
    alone: dict[Path, str],
) -> list[DocumentPair]:
    groups: dict[str, tuple[list[Path], list[Path]]] = defaultdict(lambda: ([], []))
    for file in files:
        key, language = key_and_language(file)
        if key and language in languages:
            groups[key][languages.index(language)].append(file)
    pairs = []
    for sources, targets in groups.values():
        found = _one_to_one(sources, targets)
        pairs += [DocumentPair(source, target, by) for source, target in found]
        if sources and targets and not found:
            alone.update(dict.fromkeys((*sources, *targets), SEVERAL))
    return pairs


def _one_to_one(sources: list[Path], targets: list[Path]) -> list[tuple[Path, Path]]:
    """Returns the one pair, or where there are several files the pairs of the same format, if each has just one."""
    if len(sources) == len(targets) == 1:
        return [(sources[0], targets[0])]
    by_ending = [{file.suffix.casefold(): file for file in side} for side in (sources, targets)]
    if any(len(endings) != len(side) for endings, side in zip(by_ending, (sources, targets), strict=True)):
        return []
    return [(source, by_ending[1][ending]) for ending, source in by_ending[0].items() if ending in by_ending[1]]


def _no_document(file: Path) -> str:
    """Returns why the file is no document, or "" if it is one."""
    try:
        found = detect(file)
    except InputError as error:
        return error.problem
    return "" if found.read_blocks else say("no document ({name})", name=found.name)


def _read(file: Path, language: str, alone: dict[Path, str]) -> Document | None:
    try:
        return read_document(file, language=language)
    except InputError as error:
        alone[file] = error.problem
        return None


def _language_of_mark(part: str, languages: Sequence[str]) -> str:
    found = marks(*languages).get(part.casefold(), "")
    return found if len(part) > 1 and found in languages else ""
