"""Which concepts of the packaged term base may be in a text?

A database keeps the first words of its terms; the folder ``needed_words`` keeps of each term of the packaged term base
a word that texts seldom have (`text.term_words.needed_words`), since to work them out for all terms takes longer than
to check a page. It holds a file for each language that comes with tmtool, made by
``python benchmarks/needed_words.py``, in which a line has the forms of such words and says which concepts, by their
numbers among the rows of the tables: their ids would double its size. Each number is given by how much it is above the
one before it, the first of a line above the first of the line before: small figures take little room in a package. Its
second line holds a sum of the tables that it was made from: of other tables it tells nothing, and whoever asks has to
go through all terms.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from tmtool.languages.tables import ENDING, in_full, with_endings
from tmtool.languages.tags import primary
from tmtool.model import Concept
from tmtool.text.term_words import counted, needed_words

_FOLDER = Path(__file__).with_name("needed_words")
_HEAD = "# Forms of words that terms need, steps of concepts. Made by: python benchmarks/needed_words.py\n"


def ids_with(words: frozenset[str], language: str, tables: tuple[Path, ...]) -> frozenset[str] | None:
    """Returns the ids of the concepts of these tables that have a term that needs one of these words, and of those with
    which they must not be confused; None if that is not known of the language or the tables."""
    needed = ids_by_word(language, tables)
    if needed is None:
        return None
    return frozenset[str]().union(*(needed[word] for word in words if word in needed))


@cache
def ids_by_word(language: str, tables: tuple[Path, ...]) -> Mapping[str, tuple[str, ...]] | None:
    """Returns by the words that terms of these tables need the ids of the concepts that have one, and of those with
    which they must not be confused; None if that is not known of the language or the tables."""
    _, made_from, *rows = _lines(file_of(language)) or ("", "")
    if made_from != f"# {_sum(tables)}":
        return None
    ids = _ids(tables)
    id_of = ids.__getitem__
    found: dict[str, tuple[str, ...]] = {}
    first = 0
    for line in rows:
        forms, _, steps = line.partition("\t")
        step, *others = map(int, steps.split(" "))
        first += step
        its = tuple(map(id_of, accumulate(others, initial=first))) if others else (ids[first],)
        for form in in_full(forms) if ENDING in forms else forms.split(" "):
            found[form] = found[form] + its if form in found else its
    return found


def file_of(language: str) -> Path:
    """Returns the file of a language, which is there for those that come with tmtool."""
    return _FOLDER / f"{primary(language)}.words"


def written(concepts: Iterable[Concept], language: str, tables: tuple[Path, ...], often: Mapping[str, int]) -> str:
    """Returns what the file of a language holds for the concepts of some tables; `often` says how often texts have a
    word, without case and accents, nothing where that is not known."""
    given = list(concepts)
    known = frozenset(concept.id for concept in given)
    counts = counted((term for concept in given for term in concept.in_language(language)), language)
    numbers = {one: number for number, one in enumerate(_ids(tables))}
    found: dict[str, set[int]] = defaultdict(set)
    for concept in given:
        together = {numbers[one] for one in (concept.id, *known.intersection(concept.contrasts))}
        for form in needed_words(concept.in_language(language), language, counts, often):
            found[form] |= together
    forms: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for form, some in found.items():
        forms[tuple(sorted(some))].append(form)
    lines = [_HEAD, f"# {_sum(tables)}\n"]
    before = 0
    for its, alike in sorted(forms.items()):
        steps = (one - last for last, one in pairwise((before, *its)))
        lines.append(f"{with_endings(alike)}\t{' '.join(map(str, steps))}\n")
        before = its[0]
    return "".join(lines)


@cache
def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


@cache
def _ids(tables: tuple[Path, ...]) -> list[str]:
    """Returns the first cells of the rows of some tables, each once, in order: among them are the ids of all concepts.
    Tables of further languages have no others."""
    own = [table for table in tables if table.parent == tables[0].parent]
    lines = (line for table in own for line in table.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(line.partition("\t")[0] for line in lines))


@cache
def _sum(tables: tuple[Path, ...]) -> str:
    """Returns a sum of what is in some tables, whatever ends their lines."""
    together = 0
    for table in tables:
        together = zlib.crc32(table.read_bytes().replace(b"\r\n", b"\n"), together)
    return f"{together:08x}"
