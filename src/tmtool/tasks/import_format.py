"""In which format is a file that is to be imported, and is it read for units or for terms?"""

from __future__ import annotations

from pathlib import Path

from tmtool.errors import InputError, UsageError
from tmtool.formats.format import Format
from tmtool.formats.registry import by_name, detect, endings_of
from tmtool.model.wording import say
from tmtool.store.values import SourceKind
from tmtool.tasks.import_values import ImportOptions


def format_and_kind(path: Path, options: ImportOptions) -> tuple[Format, SourceKind]:
    """Returns the format of a file, and whether it is read for units or for terms.

    Raises InputError for a file that holds neither, or not what is asked for; UsageError for an unknown format.
    """
    found = format_of(path, options)
    return found, kind_of(path, found, options.kind)


def format_of(path: Path, options: ImportOptions) -> Format:
    """Returns the format of a file: the one asked for, or the one that its content tells. Raises InputError for one
    that holds neither units nor terms, UsageError for an unknown one."""
    if not options.file_format:
        found = detect(path)
    else:
        try:
            found = by_name(options.file_format)
        except LookupError as error:
            raise UsageError(error.args[0], say("see 'tmtool import --help'")) from error
    if options.kind == "terms" and found.terms_format:
        found = by_name(found.terms_format)
    if not _importable(found):
        raise InputError(
            say("{name} files hold no translation units or terms", name=found.name),
            say(
                "import a file in {endings}, or align two documents with 'tmtool align --add'",
                endings=endings_of(_importable),
            ),
            path=path,
        )
    return found


def _importable(file_format: Format) -> bool:
    return file_format.read_units is not None or file_format.read_concepts is not None


def kind_of(path: Path, file_format: Format, asked: str) -> SourceKind:
    """Tells whether a file is read for units or for terms, `asked` being auto where it tells by itself. Raises
    InputError for a file that does not hold what is asked for."""
    if asked == "auto":
        if file_format.kind_of is not None:
            return file_format.kind_of(path)
        return "memory" if file_format.read_units else "terms"
    kind: SourceKind = "memory" if asked == "memory" else "terms"
    if not (file_format.read_units if kind == "memory" else file_format.read_concepts):
        raise InputError(
            say("{name} files hold no {kind}", name=file_format.name, kind=kind), say("leave out --kind"), path=path
        )
    return kind
