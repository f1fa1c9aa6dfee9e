"""Makes errors in the French of a whole agenda, by kind: what a reviser meets in drafts; for agenda_seeding.py.

The parts of the agenda are told here by simple means of its own, so that what the checks misread is not left out.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from agenda_wording import SYNONYM, in_other_words, other_word, turned

_LABEL = re.compile(r"(?:\s*-\s)?\s*(\d{1,2}\.|\(?[a-z]\)|Points? \d{1,2}\.)\s+")
_LIST = re.compile(r"(?:Projet d.)?[Oo]rdre du jour(?: provisoire)?\*?$")
_ANNOTATIONS = re.compile(r"Annotations?\b.{0,40}$")
_ANNEX = re.compile(r"(?:Annexe|Appendice)\b.{0,8}$")
_TIMETABLE = re.compile(r"(?:Projet d.|Proposition d.)?(?:[Oo]rganisation des travaux|[Cc]alendrier).{0,40}$")
_DOCUMENTATION = re.compile(r"(?:Liste des d|Principaux d|D)ocument(?:ation|s)\b.{0,50}$", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z][\w.]*(?:/(?:[\w.-]|\(\d+\))+){2,}")
_TIME = re.compile(r"\d{1,2}\sh(?:eures|\s\d\d)?|\bmidi\b")


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_DAY = re.compile(rf"(?<!\d)(\d{{1,2}})(?:er)? ({'|'.join(_MONTHS)})")
_TABLE_DAY = re.compile(
    rf"(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche) \d{{1,2}}(?:er)? (?:{'|'.join(_MONTHS)})\b"
)
_WEEKDAYS = words("lundi mardi mercredi jeudi vendredi samedi dimanche")
_NUMBERS = words("deux trois quatre cinq six sept huit neuf dix onze douze")
_ORDINALS = words(
    "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième "
    "treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième"
)
_SITTINGS = re.compile(rf"\b({'|'.join(_NUMBERS)})\b(?=(?: \w+)? (?:séances|réunions)\b)")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})(?= (?:réunion|session)\b)", re.IGNORECASE)
_HEAD = 25
_STEM = 7
"""Letters by which words of the source are the same: implement, implementation."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`Parts` are the lines of an agenda, and the numbers of those that are list items, annotation headings, rows of
    the timetable with a title, documents listed, sentences. `repeated` are lines or cells whose source is there twice.
    """

    lines: tuple[str, ...]
    source: tuple[str, ...]
    cover: tuple[int, ...]
    items: tuple[int, ...]
    headings: tuple[int, ...]
    rows: tuple[int, ...]
    days: tuple[int, ...]
    documents: tuple[int, ...]
    text: tuple[int, ...]
    repeated: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Seeded:
    """A `Seeded` is a draft with one error: the words as they were and as they are, the lines where it shows, and their
    source."""

    text: str
    was: str
    now: str
    lines: tuple[str, ...]
    source: tuple[str, ...]


Kind = Callable[[Parts, random.Random], Seeded | None]


def parts(text: str, source: str) -> Parts:
    """Returns the parts of the agenda with this French `text`; `source` is its English."""
    lines = text.split("\n")
    first_label = next((n for n, line in enumerate(lines) if _LABEL.match(line)), 0)
    start = max((n for n in range(first_label + 1) if _LIST.match(lines[n].strip())), default=first_label)
    annotated = next((n for n in range(start + 1, len(lines)) if _ANNOTATIONS.match(lines[n].strip())), len(lines))
    annex = next(
        (
            n
            for n in range(annotated, len(lines))
            if _ANNEX.match(lines[n].strip()) or (_TIMETABLE.match(lines[n].strip()) and not _LABEL.match(lines[n]))
        ),
        len(lines),
    )
    first_day = next((n for n in range(start, len(lines)) if _TABLE_DAY.match(lines[n])), len(lines))
    annex = min(annex, max(first_day - 1, start + 1)) if annotated == len(lines) else annex
    annotated = min(annotated, annex)
    items = [n for n in range(start, annotated) if _LABEL.match(lines[n])]
    titles = {_bare(lines[n]) for n in items}
    headings = [n for n in range(annotated, annex) if _LABEL.match(lines[n]) and _bare(lines[n]) in titles]
    rows = [n for n in range(annex, len(lines)) if any(_row_title(cell) in titles for cell in lines[n].split("\t"))]
    days = [n for n in range(annex, len(lines)) if _DAY.search(lines[n])]
    documents, listing = [], False
    for n in range(annotated, len(lines)):
        if _DOCUMENTATION.match(lines[n].strip()):
            listing = True
        elif n in headings or n in days:
            listing = False
        elif listing and lines[n].strip() and _SYMBOL.search(lines[n]):
            documents.append(n)
    known = {*items, *headings, *documents}
    return Parts(
        tuple(lines),
        tuple(source.split("\n")),
        tuple(n for n in range(start) if lines[n].strip()),
        tuple(items),
        tuple(headings),
        tuple(rows),
        tuple(days),
        tuple(documents),
        tuple(n for n in range(annotated, annex) if n not in known and len(lines[n]) > 60),
        tuple(_repeated(lines, source.split("\n"))),
    )


def _bare(line: str) -> str:
    """Returns a title without label and final mark."""
    return _LABEL.sub("", line, count=1).strip().rstrip(" \u00a0\u202f.;:,")


def _row_title(cell: str) -> str:
    return re.sub(r"\s*\((?:suite|fin|suite et fin)\)$", "", _bare(cell))


def _repeated(lines: Sequence[str], source: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yields lines or cells whose source is there more than once, with the text of the line or cell."""
    if len(lines) != len(source):
        return
    counts = Counter(cell.strip() for line in source for cell in line.split("\t"))
    for n, (line, other) in enumerate(zip(lines, source, strict=True)):
        cells, others = line.split("\t"), other.split("\t")
        if len(cells) == len(others):
            for cell, of_source in zip(cells, others, strict=True):
                if counts[of_source.strip()] > 1 and len(cell.strip()) > 8:
                    yield n, cell.strip()


def draft(
    agenda: Parts, lines: Sequence[str], was: str, now: str, changed: Sequence[str], numbers: Sequence[int]
) -> Seeded:
    bare = tuple(line[found.end() :].strip() if (found := _LABEL.match(line)) else line.strip() for line in changed)
    source = tuple(agenda.source[n].strip() for n in numbers if n < len(agenda.source))
    return Seeded("\n".join(lines), was.strip(), now.strip(), bare, source)


def changed(agenda: Parts, number: int, start: int, end: int, now: str) -> Seeded:
    line = agenda.lines[number]
    new = line[:start] + now + line[end:]
    lines = (*agenda.lines[:number], new, *agenda.lines[number + 1 :])
    return draft(agenda, lines, line[start:end], now, (new,), (number,))


def replaced(where: Callable[[Parts], Sequence[int]], pattern: re.Pattern[str], new: Callable[..., str | None]) -> Kind:
    """Makes something that a pattern finds in lines of a part another."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        numbers = list(where(agenda))
        lot.shuffle(numbers)
        for number in numbers:
            found = list(pattern.finditer(agenda.lines[number]))
            lot.shuffle(found)
            for one in found:
                now = new(one, lot)
                if now is not None and now != one.group():
                    return changed(agenda, number, *one.span(), now)
        return None

    return seed


def _title_span(line: str, titles: frozenset[str]) -> tuple[int, int] | None:
    """Returns where in a line one of the titles is, with a small first letter too, the longest first."""
    for title in sorted(titles, key=len, reverse=True):
        for written in (title, title[:1].lower() + title[1:]):
            if len(title) > 8 and written in line:
                return line.index(written), line.index(written) + len(title)
    return None


def _on_title(where: Callable[[Parts], Sequence[int]], change: Callable[[str, random.Random], str | None]) -> Kind:
    """Changes the title in a line of a part."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        text = "\n".join(agenda.lines)
        titles = frozenset(title for n in agenda.items if text.count(title := _bare(agenda.lines[n])) > 1)
        numbers = list(where(agenda))
        lot.shuffle(numbers)
        for number in numbers:
            span = _title_span(agenda.lines[number], titles)
            now = change(agenda.lines[number][slice(*span)], lot) if span else None
            if span and now:
                return changed(agenda, number, *span, now)
        return None

    return seed


def _shortened(title: str, lot: random.Random) -> str | None:
    """Returns the title without its end."""
    cuts = [m.start() for m in re.finditer(r",? (?:et|ou|dans|pour|par|contre|au|aux|en|sur)\b|\s?[,:]\s", title)]
    cuts = [cut for cut in cuts if 12 < cut < len(title) - 6]
    return title[: lot.choice(cuts)].rstrip(" \u00a0\u202f,:") if cuts else None


def _other_capital(title: str, lot: random.Random) -> str | None:
    """Returns the title with the first letter of a word in the other case."""
    words = list(re.finditer(r"(?<![\w’'-])[^\W\d_]{4,}", title))
    if not words:
        return None
    one = lot.choice(words[:6])
    letter = title[one.start()]
    return title[: one.start()] + letter.swapcase() + title[one.start() + 1 :]


def _other_time(found: re.Match[str], lot: random.Random) -> str | None:
    number = re.match(r"\d+", found.group())
    if number is None:
        return None
    return str(int(number.group()) + lot.choice((-1, 1))) + found.group()[number.end() :]


def _half_an_hour(found: re.Match[str], lot: random.Random) -> str | None:
    return found.group()[: -len("eures")] + " 30" if found.group().endswith("heures") else None


def _other_day(found: re.Match[str], lot: random.Random) -> str:
    day = int(found[1])
    return f"{day + (1 if day < 4 else lot.choice((-2, -1, 1, 2)) if day < 27 else -1)} {found[2]}"


def _other_month(found: re.Match[str], lot: random.Random) -> str:
    return f"{found.group().split()[0]} {_MONTHS[(_MONTHS.index(found[2]) + lot.choice((1, 11))) % 12]}"


def following_word(words: Sequence[str]) -> Callable[[re.Match[str], random.Random], str]:
    def another(found: re.Match[str], lot: random.Random) -> str:
        place = words.index(found.group().lower())
        now = words[place + 1] if place + 1 < len(words) and (place == 0 or lot.random() < 0.5) else words[place - 1]
        return now.capitalize() if found.group()[0].isupper() else now

    return another


def _other_number(found: re.Match[str], lot: random.Random) -> str:
    number = int(found.group())
    return str(number + 1 if number < 2 else number + lot.choice((-1, 1)))


def _other_symbol(found: re.Match[str], lot: random.Random) -> str | None:
    number = re.search(r"\d+(?!.*\d)", found.group())
    years = list(re.finditer(r"/(20\d\d)/", found.group()))
    if years and lot.random() < 0.4:
        year = years[0]
        return found.group()[: year.start(1)] + str(int(year[1]) - 1) + found.group()[year.end(1) :]
    if number is None:
        return None
    other = str(max(1, int(number.group()) + lot.choice((-1, 1, 2))))
    return found.group()[: number.start()] + other + found.group()[number.end() :]


def _sub_items(numbers: Sequence[int], lines: Sequence[str]) -> list[tuple[int, int]]:
    """Returns neighbouring sub-items: a) and b), b) and c)."""
    sub = [n for n in numbers if re.match(r"(?:\s*-)?\s*\(?[a-z]\)", lines[n])]
    return [(one, other) for one, other in itertools.pairwise(sub) if _letter(lines[one]) + 1 == _letter(lines[other])]


def _letter(line: str) -> int:
    found = re.search(r"[a-z]", line)
    return ord(found.group()) if found else 0


def _exchanged(where: Callable[[Parts], Sequence[int]], *, labels: bool) -> Kind:
    """Makes two neighbouring sub-items change places: their titles, with `labels` their lines."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        pairs = _sub_items(where(agenda), agenda.lines)
        if not pairs:
            return None
        one, other = lot.choice(pairs)
        lines = list(agenda.lines)
        if labels:
            lines[one], lines[other] = lines[other], lines[one]
        else:
            first, second = _bare(lines[one]), _bare(lines[other])
            lines[one], lines[other] = lines[one].replace(first, second), lines[other].replace(second, first)
        return draft(agenda, lines, "", "", (lines[one], lines[other]), (one, other))

    return seed


def _dropped(where: Callable[[Parts], Sequence[int]]) -> Kind:
    """Leaves a line out."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        numbers = where(agenda)
        if not numbers:
            return None
        number = lot.choice(list(numbers))
        line = agenda.lines[number]
        lines = [*agenda.lines[:number], *agenda.lines[number + 1 :]]
        title = _row_title(line.split("\t")[-1])
        return draft(agenda, lines, title, "", (title,), (number,))

    return seed


def _documents_exchanged(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Puts two documents listed each in the place of the other."""
    if len(agenda.documents) < 2:
        return None
    one, other = lot.sample(agenda.documents, 2)
    lines = list(agenda.lines)
    lines[one], lines[other] = lines[other], lines[one]
    return draft(agenda, lines, "", "", (lines[one], lines[other]), (one, other))


def _rows_exchanged(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Puts the titles of two rows of the timetable each in the place of the other."""
    titles = {n: _row_title(agenda.lines[n].split("\t")[-1]) for n in agenda.rows}
    pairs = [(a, b) for a, b in zip(agenda.rows, agenda.rows[1:], strict=False) if titles[a] != titles[b]]
    if not pairs:
        return None
    one, other = lot.choice(pairs)
    lines = list(agenda.lines)
    lines[one] = lines[one].replace(titles[one], titles[other])
    lines[other] = lines[other].replace(titles[other], titles[one])
    return draft(agenda, lines, titles[one], titles[other], (lines[one], lines[other]), (one, other))


def _translated_otherwise(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Says a line or cell whose source is there twice in other words."""
    places = list(agenda.repeated)
    lot.shuffle(places)
    for number, cell in places:
        now = in_other_words(cell, lot)
        if now is not None:
            start = agenda.lines[number].index(cell)
            return changed(agenda, number, start, start + len(cell), now)
    return None


_NO_NAME = re.compile(r" sur (?:les travaux|le point)\b")
"""What comes after a body and is no part of its name: le rapport de la Commission sur les travaux de sa session."""
_SMALL = "de|du|des|d|sur|pour|la|le|les|l|à|au|aux|avec|et"
_NO_SMALL_WORD = re.compile(rf"(?<=[ ’'])(?!(?:{_SMALL})\b)[^\W\d_]+(?:-[^\W\d_]+)*")
_BODY = re.compile(
    r"\b(?:Groupe de travail|Groupe d[’']experts|Comité|Commission|Conférence|Sous-Commission|Forum|Réunion)"
    r"(?! pour (?:information|examen|adoption|suite)\b)(?: (?:[dl][’'])?[a-zà-ÿ-]+\b){2,12}"
)


def _name_varied(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Changes the name of a body that is there several times, as far as these say the same, in one place: two bodies
    whose names only begin alike (le Comité sur l’…) are none."""
    text = "\n".join(agenda.lines)
    runs = Counter(
        found.group()[: word.end()] for found in _BODY.finditer(text) for word in _NO_SMALL_WORD.finditer(found.group())
    )
    repeated = [
        name for name, times in runs.items() if times > 1 and len(name.split()) > 2 and not _NO_NAME.search(name)
    ]
    known = [name for name in repeated if not any(other != name and other.startswith(name) for other in repeated)]
    if not known:
        return None
    name = lot.choice(known)
    number = lot.choice([n for n, line in enumerate(agenda.lines) if name in line])
    now = in_other_words(name, lot) if lot.random() < 0.3 else None
    if now is None:
        place = lot.choice(list(turned("body", name)))
        now = name[: place[0]] + place[2] + name[place[1] :]
    start = agenda.lines[number].index(name)
    return changed(agenda, number, start, start + len(name), now)


def _term_varied(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Says a phrase that is there at least three times otherwise at one place of the text, where its source has a word
    that the phrase has everywhere: where it stands for nothing of the source it is no term."""
    text = "\n".join(agenda.lines).lower()
    numbers = list(agenda.text)
    lot.shuffle(numbers)
    for number in numbers:
        found = [one for one in SYNONYM.finditer(agenda.lines[number]) if text.count(one.group().lower()) >= 3]
        found = [one for one in found if " " in one.group() and _has_its_source(one.group(), number, agenda)]
        if found:
            place = other_word(lot.choice(found))
            if place is not None:
                return changed(agenda, number, *place)
    return None


def _has_its_source(phrase: str, number: int, agenda: Parts) -> bool:
    """Tells whether the source of a line has a longer word that those of all other lines with a phrase have, too; of a
    text whose lines are not those of its source, that is taken to be so."""
    if len(agenda.source) != len(agenda.lines):
        return True
    others = [n for n, line in enumerate(agenda.lines) if phrase.lower() in line.lower() and n != number]
    beginnings = [{word[:_STEM] for word in re.findall(r"[a-z]{6,}", agenda.source[n].lower())} for n in others]
    own = {word[:_STEM] for word in re.findall(r"[a-z]{6,}", agenda.source[number].lower())}
    return bool(own.intersection(*beginnings)) if beginnings else True


def _moved_to_another_item(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Lists a document under another item, at the end of the list there."""
    lists = [list(of_one) for _, of_one in itertools.groupby(agenda.documents, lambda n: _heading_of(agenda, n))]
    if len(lists) < 2:
        return None
    of_one, of_other = lot.sample(lists, 2)
    number, after = lot.choice(of_one), of_other[-1]
    line = agenda.lines[number]
    lines = [one for n, one in enumerate(agenda.lines) for one in ((one, line) if n == after else (one,))]
    del lines[number + (number > after)]
    symbol = _SYMBOL.search(line)
    return draft(agenda, lines, "", symbol.group() if symbol else line, (line,), (number,))


def _heading_of(agenda: Parts, number: int) -> int:
    return max((n for n in agenda.headings if n < number), default=0)


def _other_body(found: re.Match[str], lot: random.Random) -> str | None:
    """Returns a symbol with another number in the part that names a body."""
    bodies = list(re.finditer(r"(?<=[A-Z]\.)\d{1,2}(?=/)|(?<=[A-Z])\d{2,3}(?=/)", found.group()))
    if not bodies:
        return None
    one = lot.choice(bodies)
    return found.group()[: one.start()] + str(int(one.group()) + lot.choice((-1, 1))) + found.group()[one.end() :]


def without_space(found: re.Match[str], lot: random.Random) -> str:
    return "".join(character for character in found.group() if character not in " \u00a0\u202f")


def _plain_space(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Puts a plain space in the place of a no-break space at a sign that the agenda has with no plain one: one that has
    both is no worse for another."""
    text = "\n".join(agenda.lines)

    def new(found: re.Match[str], by: random.Random) -> str | None:
        now = re.sub("[\u00a0\u202f]", " ", found.group())
        before, _, after = now.partition(" ")
        at_the_sign = r"« " if before == "«" else rf"\d {after}" if after == "heures" else rf"\w {re.escape(after)}"
        usual = r"(?<!\d)\d{1,3} \d{3}(?!\d)" if after.isdigit() else at_the_sign
        return None if re.search(usual, text) else now

    return replaced(of_all, _SPACED, new)(agenda, lot)


def of_all(agenda: Parts) -> list[int]:
    """Returns all lines but those of a masthead's form."""
    return [n for n, line in enumerate(agenda.lines) if not re.match(r"Original|Distr|Langue", line)]


def every(*attributes: str) -> Callable[[Parts], list[int]]:
    return lambda agenda: [n for name in attributes for n in getattr(agenda, name)]


def timetable_lines(agenda: Parts) -> list[int]:
    """Returns the lines of the timetable."""
    first = min((*agenda.days, *agenda.rows), default=len(agenda.lines))
    return list(range(first, len(agenda.lines)))


_QUOTED = re.compile(r"(?<=«[ \u00a0\u202f])[^«»]{12,}(?=[ \u00a0\u202f]»)")


def _repeated_quotation(change: Callable[[str, random.Random], str | None]) -> Kind:
    """Changes a quotation whose words are in another place too."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        text = "\n".join(agenda.lines).lower()
        numbers = [n for n in (*agenda.documents, *agenda.text) if "«" in agenda.lines[n]]
        lot.shuffle(numbers)
        for number in numbers:
            for found in _QUOTED.finditer(agenda.lines[number]):
                now = change(found.group(), lot) if text.count(found.group().lower()) > 1 else None
                if now is not None:
                    return changed(agenda, number, *found.span(), now)
        return None

    return seed


_SPACED = re.compile(
    r"\d[\u00a0\u202f]%|«[\u00a0\u202f]\w+|\w+[\u00a0\u202f][»;:]|\d[\u00a0\u202f]heures"
    r"|\d[\u00a0\u202f]\d{3}\b(?![ \u00a0\u202f]\d)"
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_CONTINUED = re.compile(r"\s\(suite\)")
_LABEL_NUMBER = re.compile(r"(?<=^)\d{1,2}(?=\.)")
_TABLE_NUMBER = re.compile(r"(?<=\t)\d{1,2}(?=[\t .])|^\d{1,2}(?=\t)|(?<=[Pp]oint )\d{1,2}")
_REFERENCE = re.compile(r"(?<=[Pp]oint )\d{1,2}(?= de l’ordre du jour|\b)")

_TITLE_PLACES = (("list", "items"), ("annotation", "headings"), ("timetable", "rows"), ("documentation", "documents"))
_TITLE_CHANGES = (("word changed", in_other_words), ("shortened", _shortened), ("capital", _other_capital))

KINDS: dict[str, Kind] = {
    **{
        f"{place}: title {change}": _on_title(every(attribute), how)
        for place, attribute in _TITLE_PLACES
        for change, how in _TITLE_CHANGES
    },
    "quotation: word changed": _repeated_quotation(in_other_words),
    "quotation: shortened": _repeated_quotation(_shortened),
    "quotation: capital": _repeated_quotation(_other_capital),
    "documentation: symbol": replaced(every("documents"), _SYMBOL, _other_symbol),
    "documentation: document dropped": _dropped(every("documents")),
    "documentation: documents exchanged": _documents_exchanged,
    "documentation: symbol of another body": replaced(every("documents"), _SYMBOL, _other_body),
    "documentation: document under another item": _moved_to_another_item,
    "text: symbol": replaced(every("text"), _SYMBOL, _other_symbol),
    "timetable: hour": replaced(timetable_lines, _TIME, _other_time),
    "timetable: half an hour": replaced(timetable_lines, _TIME, _half_an_hour),
    "timetable: weekday": replaced(every("days"), _WEEKDAY, following_word(_WEEKDAYS)),
    "timetable: day": replaced(every("days"), _DAY, _other_day),
    "timetable: month": replaced(every("days"), _DAY, _other_month),
    "timetable: number of item": replaced(every("rows"), _TABLE_NUMBER, _other_number),
    "timetable: rows exchanged": _rows_exchanged,
    "timetable: row dropped": _dropped(every("rows")),
    "timetable: continued dropped": replaced(every("rows"), _CONTINUED, lambda one, lot: ""),
    "list: number": replaced(every("items"), _LABEL_NUMBER, _other_number),
    "list: sub-items exchanged": _exchanged(every("items"), labels=False),
    "list: sub-items in another order": _exchanged(every("items"), labels=True),
    "list: item dropped": _dropped(every("items")),
    "annotation: number": replaced(every("headings"), _LABEL_NUMBER, _other_number),
    "annotation: sub-items exchanged": _exchanged(every("headings"), labels=False),
    "annotation: heading dropped": _dropped(every("headings")),
    "text: number of item": replaced(every("text"), _REFERENCE, _other_number),
    "text: number of meetings": replaced(every("text"), _SITTINGS, following_word(_NUMBERS)),
    "text: ordinal": replaced(every("cover", "text"), _ORDINAL, following_word(_ORDINALS)),
    "text: day": replaced(every("cover", "text"), _DAY, _other_day),
    "text: body's name": _name_varied,
    "text: key term": _term_varied,
    "typography: no space": replaced(of_all, _SPACED, without_space),
    "typography: plain space": _plain_space,
    "same source in other words": _translated_otherwise,
}
"""Every kind of error by name."""
