"""Reads bilingual files in XLIFF 1.0 to 1.2, with the dialects of Trados and memoQ, and 2.0 to 2.2.

The units of 1.x are read by ``unit_reading.py``, those of 2.x by ``unit_reading_2.py``. All is read by local name: the
version and the namespace of a file sometimes disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.inline import UnknownEntityError
from tmtool.formats.xliff.unit_parts import XliffFile
from tmtool.formats.xliff.unit_reading import units_1
from tmtool.formats.xliff.unit_reading_2 import units_2
from tmtool.formats.xliff.versions import checked_version, disagreeing
from tmtool.formats.xml_reading import elements, line_of, local_name
from tmtool.languages.tags import canonical
from tmtool.model import Notice, Skipped, Unit
from tmtool.model.wording import say


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped | Notice]:
    """Yields the segments with a target as units with their status, each other one as `Skipped`.

    The languages asked for serve only where the file does not name its own. Other attributes are
    in `properties` under ``@`` and their name, those of other namespaces under prefix and name; what
    Trados keeps for a segment as ``sdl:conf``, ``sdl:origin`` and so on. Raises InputError at the
    line where the XML breaks off.
    """
    file = root = XliffFile("", canonical(source_language), canonical(target_language))
    position = 0
    ids: set[str] = set()
    looked_at = ("xliff", "file", "header", "skeleton", "trans-unit", "unit")
    for event, element in elements(path, looked_at, ("start", "end")):
        name = local_name(element)
        if event == "start":
            if name == "xliff":
                version = checked_version(element, path)
                root = _file(element, root)
                if disagreeing(element, version):
                    text = say("says that it is XLIFF {version}, but is in the namespace of another", version=version)
                    yield Notice(text, line_of(element))
            elif name == "file":
                file, position = _file(element, root), 0
                ids.clear()
                if not file.names_target:
                    assumed = say(
                        "no target language is named: a target without one is taken for {language}",
                        language=file.target_language,
                    )
                    yield Notice(assumed, line_of(element))
            continue
        if name not in ("trans-unit", "unit"):
            continue
        identity = element.get("id") or ""
        if identity in ids and "" not in ids:
            # Said once a file; "" stands for that it was.
            ids.add("")
            text = say("the id {identity!r} is there more than once: each unit is kept", identity=identity[:40])
            yield Notice(text, line_of(element))
        elif identity:
            ids.add(identity)
        try:
            for found in units_1(element, file) if name == "trans-unit" else units_2(element, file):
                if isinstance(found, Unit):
                    position += 1
                    yield replace(found, position=position)
                else:
                    yield found
        except UnknownEntityError as error:
            problem = say("unknown entity {error}", error=error)
            raise InputError(problem, say("write the character itself"), path=path, line=line_of(element)) from error


def _file(element: etree._Element, default: XliffFile) -> XliffFile:
    source = element.get("source-language") or element.get("srcLang")
    target = element.get("target-language") or element.get("trgLang")
    return XliffFile(
        element.get("original") or default.original,
        canonical(source) if source else default.source_language,
        canonical(target) if target else default.target_language,
        bool(target) or default.names_target,
    )
