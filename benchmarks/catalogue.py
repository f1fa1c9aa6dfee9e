"""Brings the catalogues up to date with the texts of the program: ``python benchmarks/catalogue.py``.

New texts are added without a translation, those that are gone are taken out, and the texts still to be translated are
printed. Texts are what `say` and `say_number` are called with, what the commands' help is made of, and what the checks
say of themselves.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tmtool import languages
from tmtool.checks.engine.registry import all_checks
from tmtool.checks.evidence.values.calendar_days import MONTHS, english_name
from tmtool.cli.commands import Commands, filled, fixed_parts
from tmtool.cli.main import tmtool
from tmtool.model import Level, MatchKind, Status, TermStatus
from tmtool.present import catalogues
from tmtool.present.page_texts import MARKED
from tmtool.tasks.packaged import packaged_concepts

HOUSE = Path(__file__).parents[1] / "src" / "tmtool"
KEYWORDS = {"say": None, "read_fixed": None, "say_number": (1, 2)}
SCRIPTS = {"gettext": None, "ngettext": (1, 2)}
"""What texts are called with in the scripts of pages."""
_WORDS = (
    *("waived", "document", "segment", "penalty", "trust", "memory", "name", "symbol"),
    *("left out", "joined", "rewritten"),
    *("negation", "modality", "quantifier", "antonym", "value", "number", "words", "mark", "case", "wording"),
    *(
        "domain",
        "definition",
        "note",
        "part of speech",
        "status",
        "gender",
        "type",
        "bodies",
        "source",
        "not with",
        "replaced by",
    ),
    *("add", "edit", "retire", "merge", "settle", "undo edit", "undo settle", "forget", "weigh"),
    *("propose", "accept", "refuse", "reopen", "undo add", "read", "write"),
    *("undo retire", "undo merge", "undo forget", "purge", "replace", "undo replace"),
    *("rename", "split", "duplicate", "numbers", "misaligned"),
)
"""What else is shown by its name in the program."""


def template() -> Catalog:
    """Returns all texts of the program, without translations."""
    found = Catalog(fuzzy=False)
    for ending, method, keywords in ((".py", "catalogue:calls", KEYWORDS), (".js", "javascript", SCRIPTS)):
        for _, _, message, _, _ in extract_from_dir(HOUSE, [(f"**{ending}", method)], keywords=keywords):
            found.add(message)
    for text in (*texts_of_command(tmtool), *texts_of_checks(), *texts_of_pages(), *names()):
        found.add(text)
    return found


def calls(
    file: BinaryIO, keywords: Mapping[str, object], comment_tags: Sequence[str], options: Mapping[str, object]
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Yields the calls of functions of these names, as a method of Babel, with the texts that they are given: those in
    f-strings too, which Babel's own method does not see."""
    for call in ast.walk(ast.parse(file.read())):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in keywords:
            given = (one.value if isinstance(one, ast.Constant) else None for one in call.args)
            yield call.lineno, name, tuple(text if isinstance(text, str) else None for text in given), []


def names() -> Iterator[str]:
    """Yields the words that messages take as values: languages, weekdays, levels, statuses, domains of terms."""
    yield from (languages.get(tag).name for tag in languages.supported())
    yield from map(english_name, map(str, range(1, 8)))
    yield from MONTHS
    yield "1"  # a day of the month
    for words in (Level, MatchKind, Status, TermStatus):
        yield from (word.value for word in words)
    yield from _WORDS
    yield from sorted({concept.domain for concept in packaged_concepts()} - {""})


def texts_of_checks() -> Iterator[str]:
    """Yields what each check reports, and why."""
    for check in all_checks():
        yield from (check.summary, check.reason)


def texts_of_command(command: click.Command) -> Iterator[str]:
    """Yields the help of a command, of its options and of its commands."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield from fixed_parts(paragraph[2:]) if paragraph.startswith("\b\n") else [filled(paragraph)]
    yield from (option.help for option in command.params if isinstance(option, click.Option) and option.help)
    if isinstance(command, Commands):
        context = click.Context(command)
        for heading, section in command.sections.items():
            yield heading
            for name, (_, line) in section.items():
                yield line
                inner = command.get_command(context, name)
                assert inner is not None
                yield from texts_of_command(inner)


def texts_of_pages() -> Iterator[str]:
    """Yields the texts in the bodies of pages."""
    for path in sorted(HOUSE.rglob("*.html")):
        yield from MARKED.findall(path.read_text(encoding="utf-8"))


def kept(language: str, name: str = "tmtool") -> Path:
    """Returns the file of a language's catalogue: that of tmtool's own texts, or of click's."""
    return catalogues.FOLDER / language / "LC_MESSAGES" / f"{name}.po"


def translated(language: str, name: str = "tmtool") -> Catalog:
    """Returns the catalogue of a language as it is kept."""
    with kept(language, name).open("rb") as file:
        return read_po(file, locale=language)


def missing(catalogue: Catalog) -> list[str]:
    """Returns the texts that a catalogue has no translation of."""
    return [str(message.id) for message in catalogue if message.id and not all(forms(message))]


def forms(message: Message) -> tuple[str, ...]:
    """Returns the translation of a text: one, or that for one and that for several."""
    found = message.string
    return tuple(found) if isinstance(found, tuple | list) else (found or "",)


def main() -> None:
    """Writes the catalogues anew."""
    for language in catalogues.languages()[1:]:
        catalogue = translated(language)
        catalogue.update(template(), no_fuzzy_matching=True)
        head, _, _ = kept(language).read_text(encoding="utf-8").partition("\n\n")
        with kept(language).open("wb") as file:
            file.write(f"{head}\n\n".encode())
            write_po(
                file, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True
            )
        for text in missing(catalogue):
            print(f"{language}: {text}")


if __name__ == "__main__":
    main()
