"""Reads message catalogues of gettext (PO), by translate-toolkit: what is not fuzzy and not obsolete is translated.

The characters are read by the charset that the catalogue names, else as those of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tmtool.errors import InputError
from tmtool.formats.encoding import read_bytes
from tmtool.formats.properties import add
from tmtool.formats.text_passages import characters_of
from tmtool.languages.tags import canonical, is_tag
from tmtool.model import NO_PROPERTIES, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

_CHARSET = re.compile(r"charset=([A-Za-z0-9_.:-]+)")
_DOMAIN = re.compile(r"^domain[ \t].*$", re.MULTILINE)
_LINE = re.compile(r"line (\d+)")


def read_units(path: Path, *, source_language: str, target_language: str) -> Iterator[Unit | Skipped]:
    """Yields the translated messages as units, singular and plural apart; fuzzy ones are drafts, the others `Skipped`.

    The context is ``msgctxt``, the note the comments. The languages are those asked for unless the
    header names its own. Raises InputError if translate-toolkit cannot make out the catalogue.
    """
    from translate.storage import pypo

    parser: Any = pypo.pofile
    text = _text(path)
    try:
        catalogue = parser.parsestring(text.encode("utf-8"))
    except (ValueError, AttributeError, LookupError, TypeError) as error:
        # What translate-toolkit raises for entries that are not as it expects them.
        place = _LINE.search(str(error))
        problem = say("a PO entry is incomplete or out of order before this line")
        number = int(place[1]) if place else None
        raise InputError(problem, say("check the file with msgfmt --check"), path=path, line=number) from error
    header = catalogue.parseheader()
    source = _language(header.get("X-Source-Language"), source_language)
    target = _language(header.get("Language"), target_language)
    lines = _message_lines(text)
    position = 0
    for message in catalogue.units:
        if message.isheader():
            continue
        line = next(lines, None) if not message.isobsolete() else None
        if message.isobsolete():
            yield Skipped(say("the message is obsolete"), line)
            continue
        for original, translation in _pairs(message):
            position += 1
            properties: dict[str, str] = {}
            for place in message.getlocations():
                add(properties, "location", place)
            texts = ((source, original), (target, translation))
            unit = Unit(
                variants=tuple(Variant(language, text) for language, text in texts if text.strip()),
                document=path.name,
                position=position,
                status=Status.DRAFT if message.isfuzzy() else Status.TRANSLATED,
                source_language=source,
                context=message.getcontext(),
                note=message.getnotes(),
                properties=properties or NO_PROPERTIES,
                line=line,
            )
            complete = len(unit.variants) == len(texts)
            yield unit if complete else Skipped(say("the message has no translation"), line, unit)


def characters(path: Path) -> tuple[str, bytes, str]:
    """Returns the catalogue as text, by the charset that it names, else as any text; the byte order marks before it,
    and the charset."""
    data = read_bytes(path)
    declared = _CHARSET.search(data.decode("latin-1"))
    if declared and declared[1].upper() not in ("CHARSET", "UTF-8", "UTF8"):
        try:
            return data.decode(declared[1]), b"", declared[1]
        except (LookupError, UnicodeDecodeError) as error:
            remedy = say("name the right charset in its header, or save it as UTF-8")
            raise InputError(
                say("not written in the charset it names ({encoding})", encoding=declared[1]), remedy, path=path
            ) from error
    return characters_of(path)


def _text(path: Path) -> str:
    """Returns the catalogue as text that declares UTF-8, which the parser is then given."""
    # Domains group messages (gettext manual, PO files); translate-toolkit does not know them.
    return _DOMAIN.sub("", _CHARSET.sub("charset=UTF-8", characters(path)[0], count=1))


def _language(written: str | None, default: str) -> str:
    return canonical(written) if written and is_tag(written.strip()) else canonical(default)


def _message_lines(text: str) -> Iterator[int]:
    """Yields the lines on which the messages start, the header's left out."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith("msgid") and not line.startswith("msgid_plural"):
            header = line.strip() == 'msgid ""' and not (number < len(lines) and lines[number].startswith('"'))
            if not header:
                yield number


def _pairs(message: Any) -> Iterator[tuple[str, str]]:
    originals = getattr(message.source, "strings", [message.source])
    translations = getattr(message.target, "strings", [message.target])
    for original, translation in zip(originals, translations, strict=False):
        yield composed(str(original)), composed(str(translation or ""))
