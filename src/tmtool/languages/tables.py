"""Reads the word lists of languages and checks.

A list is UTF-8 text: lines that start with "#" are comment (source, format), columns are
separated by tabs, blank lines mean nothing. Large ones that are seldom read are packed (``xzcat`` shows them).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

_BEGINNING = 3
"""So many letters of a word stand for the beginning of those after it."""
ENDING = " -"
"""What is before an ending that `with_endings` has written."""
PACKED = ".xz"
"""The end of the name of a list that is read whole and seldom: a wheel packs it a fifth less well."""


def rows(path: Path) -> list[tuple[str, ...]]:
    """Returns the rows of a list, in order, each with its columns. A list may be packed, if its name ends with
    `PACKED`."""
    lines = text(path).splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def text(path: Path) -> str:
    """Returns a list as it is written, unpacked if it is packed."""
    if path.suffix != PACKED:
        return path.read_text(encoding="utf-8")
    import lzma  # takes some milliseconds, for lists that few commands read

    return lzma.decompress(path.read_bytes()).decode("utf-8")


def packed(text: str) -> bytes:
    """Returns the text of a list as the file of a packed one has it."""
    import lzma

    return lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def words(path: Path) -> tuple[str, ...]:
    """Returns the entries of a list of one column, in order."""
    return tuple(row[0] for row in rows(path))


def kin(paradigms: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Maps each form to all the forms of the words that it is one of."""
    found: dict[str, frozenset[str]] = {}
    for paradigm in map(frozenset, paradigms):
        for form in paradigm:
            found[form] = found.get(form, frozenset()) | paradigm
    return found


class SortedLines:
    """A `SortedLines` finds the lines of a list by their first columns. It is sorted by them, so that of a long one no
    line is looked at but those that are asked for."""

    def __init__(self, path: Path) -> None:
        self._lines = text(path).splitlines()  # with its comment, which comes before all else in this order, too

    def after(self, *columns: str) -> str | None:
        """Returns the rest of the line that begins with these columns, as it is; None where there is none."""
        beginning = "\t".join(columns) + "\t"
        at = bisect_left(self._lines, beginning)
        found = at < len(self._lines) and self._lines[at].startswith(beginning)
        return self._lines[at].removeprefix(beginning) if found else None

    def firsts(self) -> list[str]:
        """Returns the first column of each line."""
        return [line.partition("\t")[0] for line in self._lines if not line.startswith("#")]


def with_endings(words: Iterable[str]) -> str:
    """Returns words parted by spaces, in alphabetical order, those that begin with the last whole one by their endings:
    "cess -ai -ait" for cess, cessai, cessait. Lists of forms take a tenth less room so."""
    written: list[str] = []
    whole = ""
    for word in sorted(words):
        if len(whole) >= _BEGINNING and word.startswith(whole):
            written.append(f"-{word.removeprefix(whole)}")
        else:
            whole = word
            written.append(word)
    return " ".join(written)


def in_full(words: str) -> list[str]:
    """Returns the words that `with_endings` has written."""
    found: list[str] = []
    whole = ""
    for word in words.split():
        if word[0] == "-":
            found.append(whole + word[1:])
        else:
            whole = word
            found.append(word)
    return found


Classes = Mapping[str, Sequence[str]]
"""The lines of a table of two columns by what its first column says, each as it is."""


def classes(path: Path | None) -> Classes:
    """Returns the lines of a table of two columns (class, words or a phrase), or none without a table."""
    found: dict[str, list[str]] = {}
    for name, line in rows(path) if path else ():
        found.setdefault(name, []).append(line)
    return found


def gathered(lists: Classes, name: str) -> frozenset[str]:
    """Returns all words of a class, which are in one line or several, separated by spaces."""
    return frozenset(word for line in lists.get(name, ()) for word in line.split())


def of_every_language(name: str) -> list[Path]:
    """Returns the tables of that name in the folders of the languages that tmtool knows."""
    return sorted(Path(__file__).parent.glob(f"*/{name}"))


@cache
def word_sets(path: Path) -> Mapping[str, frozenset[str]]:
    """Returns the short lists of a table by name. Columns: list, its words parted by spaces, what they are (for the
    reader). Raises ValueError where two lists have one name, of which a reader would see one and a program the other.
    """
    found: dict[str, frozenset[str]] = {}
    for name, listed, _ in rows(path):
        if name in found:
            raise ValueError(f"{path}: there are two lists {name!r}")
        found[name] = frozenset(listed.split())
    return found


def any_word(folder: Path, name: str) -> str:
    """Returns an expression for any of the words of a list in the `word_sets.tsv` of a folder, the longest first."""
    return one_of(word_sets(folder / "word_sets.tsv")[name])


def one_of(listed: Iterable[str]) -> str:
    """Returns an expression for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))


def any_sign(folder: Path, name: str) -> str:
    """Returns what stands between square brackets for any of the signs of such a list."""
    return "".join(map(re.escape, sorted(word_sets(folder / "word_sets.tsv")[name])))
