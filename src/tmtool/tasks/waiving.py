"""Keeps the file of a project's waivers: reads it, and adds to it without touching what is there.

It is TOML, one table ``[[waiver]]`` a finding, sorted by check, source and target, so that a change of it is easy to
review. A comment right above a table stays with it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from tmtool.checks.engine.waivers import Key, Waiver, key_of
from tmtool.errors import InputError, UsageError
from tmtool.formats.encoding import read_text
from tmtool.formats.writing import whole_file
from tmtool.model import Finding
from tmtool.model.wording import say
from tmtool.store.authorship import author

FILE = "tmtool-waivers.toml"
_HEAD = """\
# Findings of `tmtool check` that were looked at and accepted. One holds for the same words wherever they are;
# an edit of the source or of the reported words revives the finding. Add with `tmtool check … --waive CHECK:SEGMENT
# --reason TEXT`; to take one back, delete it.
"""
_TABLE = re.compile(r"(?:^[ \t]*#[^\n]*\n)*^[ \t]*\[\[[ \t]*waiver[ \t]*\]\]", re.MULTILINE)
_TEXTS = ("check", "source", "target", "reason", "author")
_MEND = say("mend this entry, or delete it")


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Returns the waivers in a file. Raises InputError if it cannot be read, or an entry is not complete."""
    return _parsed(read_text(path), path)


def add_waivers(path: Path, new: Sequence[Waiver]) -> None:
    """Adds waivers to the file, which is made if it is not there; one with the same key gives way to the new one.

    Raises InputError if the file cannot be read, OutputError if it cannot be written: it is then as it was.
    """
    text = read_text(path) if path.exists() else _HEAD
    known = {waiver.key: waiver for waiver in _parsed(text, path)}
    head, tables = _split(text, path)
    for waiver in new:
        comment, _, _ = tables.get(waiver.key, "[[").partition("[[")
        tables[waiver.key] = comment + _table(waiver)
        known[waiver.key] = waiver
    pieces = [head.rstrip("\n"), *(tables[key].rstrip("\n") for key in sorted(tables))]
    whole = "\n\n".join(piece for piece in pieces if piece) + "\n"
    if {waiver.key: waiver for waiver in _parsed(whole, path)} != known:
        raise InputError(
            say("is laid out in a way that cannot be added to"), say("write the new entry by hand"), path=path
        )
    with whole_file(path) as out:
        out.write(whole)


def waive(path: Path, findings: Iterable[Finding], places: Iterable[tuple[str, int]], reason: str) -> list[Waiver]:
    """Accepts what was found in these places, each the name of a check and the number of a segment: adds a waiver for
    each finding to the file, by whom the program acts for, today, and gives them.

    Raises UsageError for a place where nothing was found, and what `add_waivers` raises.
    """
    found: dict[tuple[str, int], list[Key]] = {}
    for finding in findings:
        found.setdefault((finding.check, finding.segment), []).append(key_of(finding))
    keys: list[Key] = []
    for check, segment in places:
        if (check, segment) not in found:
            raise UsageError(
                say("{check} finds nothing in segment {segment}", check=check, segment=segment),
                say("check the name and the number"),
            )
        keys += found[check, segment]
    new = [Waiver(key, reason, author(), date.today().isoformat()) for key in dict.fromkeys(keys)]
    add_waivers(path, new)
    return new


def unmatched(waivers: Iterable[Waiver], keys: Iterable[Key]) -> list[Waiver]:
    """Returns the waivers that hold for none of the findings with these keys."""
    there = set(keys)
    return [waiver for waiver in waivers if waiver.key not in there]


def _parsed(text: str, path: Path) -> tuple[Waiver, ...]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else None
        raise InputError(say("is no valid TOML ({error})", error=error), say("mend it"), path=path, line=line) from None
    entries = content.pop("waiver", [])
    if content or not isinstance(entries, list):
        name = next(iter(content), "waiver")
        raise InputError(
            say("has {name!r}, which is no list of waivers", name=name),
            say("write [[waiver]] above each entry"),
            path=path,
        )
    return tuple(_waiver(entry, number, path) for number, entry in enumerate(entries, 1))


def _waiver(entry: Any, number: int, path: Path) -> Waiver:
    if not isinstance(entry, dict):
        raise InputError(say("waiver {number} is no table", number=number), _MEND, path=path)
    day = entry.get("date", "")
    said = {**dict.fromkeys(_TEXTS, ""), **entry, "date": day.isoformat() if isinstance(day, date) else day}
    wrong = next(
        (name for name, value in said.items() if name not in (*_TEXTS, "date") or not isinstance(value, str)), ""
    )
    if wrong:
        raise InputError(say("waiver {number} has a wrong {wrong!r}", number=number, wrong=wrong), _MEND, path=path)
    missing = next((name for name in ("check", "reason") if not said[name].strip()), "")
    if missing:
        raise InputError(say("waiver {number} has no {missing}", number=number, missing=missing), _MEND, path=path)
    return Waiver(Key(said["check"], said["source"], said["target"]), said["reason"], said["author"], said["date"])


def _split(text: str, path: Path) -> tuple[str, dict[Key, str]]:
    """Returns what comes before the first table, and each table with the comment above it."""
    starts = [found.start() for found in _TABLE.finditer(text)]
    tables = {}
    for start, end in pairwise([*starts, len(text)]):
        (waiver,) = _parsed(text[start:end], path)
        tables[waiver.key] = text[start:end]
    return text[: starts[0]] if starts else text, tables


def _table(waiver: Waiver) -> str:
    """Returns a table; who and when only as far as the waiver says."""
    key = waiver.key
    lines = [f"{name} = {_quoted(value)}" for name, value in (("check", key.check), ("source", key.source))]
    lines += [f"target = {_quoted(key.target)}", f"reason = {_quoted(waiver.reason)}"]
    lines += [f"author = {_quoted(waiver.author)}"] if waiver.author else []
    lines += [f"date = {waiver.date}"] if waiver.date else []
    return "\n".join(["[[waiver]]", *lines]) + "\n"


def _quoted(text: str) -> str:
    """Returns a basic string of TOML; what the eye does not see is written by its number."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(one if one == " " or one.isprintable() else _escaped(one) for one in written)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
