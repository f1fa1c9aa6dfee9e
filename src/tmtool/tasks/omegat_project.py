"""Reads and fills the folder of an OmegaT project: what it has translated, its memories, its glossaries.

Names and meanings of the folders are OmegaT's (its manual, "Project folder"): ``tm/auto`` is filled into the document,
``tm/enforce`` takes the place of what is there, ``tm/penalty-NN`` loses points, all else in ``tm`` is shown. Where a
project has its folders is said in ``omegat.project``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

from lxml import etree

from tmtool.errors import InputError, UsageError
from tmtool.formats.registry import writer
from tmtool.formats.writing import whole_file
from tmtool.formats.xml_reading import elements, local_name
from tmtool.languages.tags import canonical, is_tag
from tmtool.model import Status, Unit
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.tasks.files import files_below
from tmtool.tasks.term_export import concept_writer

SETTINGS = "omegat.project"
_SAVED = Path("omegat", "project_save.tmx")
_DEFAULT = "__DEFAULT__"
_OWN = "tmtool"
"""How the files are called that are written here, so that none of the project's own is touched."""
_GLOSSARIES = frozenset({".txt", ".tab", ".tsv", ".utf8", ".csv", ".tbx"})
_MEMORIES = frozenset({".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".po"})
_PENALTY = re.compile(r"penalty-([0-9]{1,3})")
_DRAFT_PENALTY = 10
"""Points that OmegaT takes off what nobody has looked at."""


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A `ProjectFile` is a file of a project that is imported, for units or for terms; the database calls no file of
    another project by its `name`, and `penalty` is what OmegaT takes off its matches."""

    path: Path
    name: str
    kind: Literal["memory", "terms"]
    penalty: int = 0


@dataclass(frozen=True, slots=True)
class Project:
    """A `Project` is what the settings of a project say: its languages, and where its memories and glossaries are."""

    folder: Path
    source_language: str
    target_language: str
    memories: Path
    glossaries: Path

    @property
    def name(self) -> str:
        """Returns the name of the folder with a mark of where it is: two projects of one name are two."""
        place = hashlib.sha256(str(self.folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        return f"{self.folder.resolve().name} ({place[:6]})"

    def files(self) -> Iterator[ProjectFile]:
        """Yields the files that hold translations or terms: what is translated so far, ``tm`` and ``glossary``."""
        saved = self.folder / _SAVED
        if saved.is_file():
            yield ProjectFile(saved, f"{self.name}/{_SAVED.as_posix()}", "memory")
        for path in _below(self.memories, _MEMORIES):
            inside = path.relative_to(self.memories).as_posix()
            found = _PENALTY.search(inside)
            penalty = min(int(found[1]), 100) if found else 0
            yield ProjectFile(path, f"{self.name}/{self.memories.name}/{inside}", "memory", penalty)
        for path in _below(self.glossaries, _GLOSSARIES):
            inside = path.relative_to(self.glossaries).as_posix()
            yield ProjectFile(path, f"{self.name}/{self.glossaries.name}/{inside}", "terms")


def _below(folder: Path, endings: frozenset[str]) -> Iterator[Path]:
    """Yields the files of a folder with these endings, but for those that were written here."""
    for path in files_below(folder)[0] if folder.is_dir() else ():
        if path.suffix.lower() in endings and path.stem != _OWN:
            yield path


def is_project(folder: Path) -> bool:
    """Tells whether a folder is that of an OmegaT project."""
    return (folder / SETTINGS).is_file()


def project_at(folder: Path) -> Project:
    """Returns the project in a folder. Raises InputError where its settings cannot be read or name no languages."""
    path = folder / SETTINGS
    said: dict[str, str] = {}
    for _, element in elements(path, ("source_lang", "target_lang", "tm_dir", "glossary_dir"), ("end",)):
        said[local_name(element)] = (element.text or "").strip()
    languages = said.get("source_lang", ""), said.get("target_lang", "")
    if not all(map(is_tag, languages)):
        problem = say("the project names no languages")
        raise InputError(problem, say("open it in OmegaT and save its properties"), path=path)

    def place(name: str, usual: str) -> Path:
        written = said.get(name, "") or _DEFAULT
        return folder / (usual if written == _DEFAULT else written)

    memories, glossaries = place("tm_dir", "tm"), place("glossary_dir", "glossary")
    return Project(folder, canonical(languages[0]), canonical(languages[1]), memories, glossaries)


@dataclass(frozen=True, slots=True)
class Filled:
    """A `Filled` is a file that was written into a project, with how many units or concepts it has."""

    path: Path
    entries: int


def fill(
    home: Home, folder: Path, *, memory: str | None = None, enforce: str | None = None, server: str | None = None
) -> list[Filled]:
    """Writes the memory and the terms of the database into a project, and gives what was written.

    Approved units go to ``tm/auto``, translated ones to ``tm``, drafts and the units of a memory with a penalty to
    ``tm/penalty-NN``, those of the memory `enforce` to ``tm/enforce``; superseded ones are left out. With `server`, the
    address of a running server, OmegaT's external search asks it. Raises UsageError for a folder that is no project and
    for a memory that there is not; OutputError where a file cannot be written.
    """
    if not is_project(folder):
        raise UsageError(
            say("'{folder}' is no OmegaT project", folder=folder), say("name the folder that has {name}", name=SETTINGS)
        )
    project = project_at(folder)
    penalties = {one.name: one.penalty for one in home.statistics().memories}
    for wanted in (memory, enforce):
        if wanted is not None and wanted not in penalties:
            names = ", ".join(penalties)
            raise UsageError(say("there is no memory '{memory}'", memory=wanted), say("there are {names}", names=names))
    written: list[Filled] = []
    languages = {"source_language": project.source_language, "target_language": project.target_language}
    places = {_place(penalties, one, status, enforce) for one in penalties for status in Status} - {None}
    for place in sorted(map(str, places)):
        path = project.memories / place / f"{_OWN}.tmx"

        def units(place: str = place) -> Iterator[Unit]:
            for name, unit in home.units.read(memory=memory):
                if _place(penalties, name, unit.status, enforce) == place and _has_both(unit, project):
                    yield unit

        if next(units(), None) is None:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write = writer(lambda known: known.unit_outputs, path, tool="omegat")
        written.append(Filled(path, write(path, units(), **languages)))
    for stale in {*project.memories.rglob(f"{_OWN}.tmx")} - {file.path for file in written}:
        stale.unlink()
    glossary = project.glossaries / f"{_OWN}.txt"
    glossary.parent.mkdir(parents=True, exist_ok=True)
    terms = concept_writer(glossary)(glossary, home.concepts.all(), **languages)
    written.append(Filled(glossary, terms.entries))
    if server is not None:
        written.append(Filled(_finder(project, server), 1))
    return written


def _has_both(unit: Unit, project: Project) -> bool:
    return unit.variant(project.source_language) is not None and unit.variant(project.target_language) is not None


def _place(penalties: dict[str, int], memory: str, status: Status, enforce: str | None) -> str | None:
    """Returns the folder below ``tm`` for units of a memory with a status, None for those that are left out."""
    if status is Status.SUPERSEDED:
        return None
    points = penalties.get(memory, 0) + (_DRAFT_PENALTY if status is Status.DRAFT else 0)
    if points:
        return f"penalty-{min(points, 100):02}"
    if memory == enforce:
        return "enforce"
    return "auto" if status is Status.APPROVED else "."


def _finder(project: Project, server: str) -> Path:
    """Writes the settings by which OmegaT's external search opens the page of a server with the words selected; what a
    project has there of other searches stays."""
    path = project.folder / "omegat" / "finder.xml"
    url = f"{server.rstrip('/')}/?q={{target}}&from={project.source_language}"
    item = f'<item popup="true"><name>{_OWN}</name><url target="both" encoding="UTF-8">{escape(url)}</url></item>'
    others = ""
    if path.is_file():
        for _, element in elements(path, ("item",), ("end",)):
            if element.findtext("{*}name") != _OWN:
                others += f"  {etree.tostring(element, encoding='unicode', with_tail=False)}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as stream:
        stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<items>\n{others}  {item}\n</items>\n')
    return path
