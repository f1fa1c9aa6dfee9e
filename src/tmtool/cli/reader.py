"""In which language does the person at the command line read? Chosen once a run; all that is shown goes through `read`.

What programs read (JSON, SARIF) stays in the language of the program unless another one is asked for by name: a script
must not change with the locale of its machine.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from tmtool.model.wording import Translations, in_language, throughout
from tmtool.present import catalogues

if TYPE_CHECKING:
    from tmtool.present.reader import Reader

OPTION = "--ui"
_CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
"""The modules of click with words of their own, which they ask of gettext's default domain."""
_OF_PROGRAM = gettext.NullTranslations()

_spoken: Translations = _OF_PROGRAM
_programs: Translations = _OF_PROGRAM
_language = catalogues.WRITTEN_IN
_language_of_programs = catalogues.WRITTEN_IN


def choose(words: Sequence[str] = ()) -> None:
    """Chooses the language that these words of the command line ask for, else that of the locale."""
    global _programs, _language, _language_of_programs
    said = words[-1].rpartition("=")[2] if words else ""
    asked = said if said in catalogues.languages() else ""
    _language = asked or catalogues.of_locale(os.environ)
    _language_of_programs = asked or catalogues.WRITTEN_IN
    is_own = _language == catalogues.WRITTEN_IN
    if not (is_own and _spoken is _OF_PROGRAM):
        speak_by(_OF_PROGRAM if is_own else catalogues.catalogue(_language))
    _programs = _spoken if asked else _OF_PROGRAM


def speak_by(translations: Translations) -> None:
    """Renders what is shown by these translations, the words of click too."""
    global _spoken
    _spoken = translations
    for name in _CLICK:
        module = import_module(f"click.{name}")
        # click binds gettext's functions to these names when it is imported; it cannot be told of a catalogue.
        for word, function in (("_", translations.gettext), ("ngettext", translations.ngettext)):
            if hasattr(module, word):
                setattr(module, word, function)


def asked_in(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Returns the words of a command line that ask for a language, wherever they are, and its other words."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    for place, word in enumerate(words[:end]):
        if word.startswith(f"{OPTION}="):
            return [words.pop(place)], words
        if word == OPTION and words[place + 1 :]:
            return [words.pop(place), words.pop(place)], words
    return [], words


def language() -> str:
    """Returns the language in which people are spoken to, by its tag."""
    return _language


def language_of_programs() -> str:
    """Returns the language of the messages in what programs read, by its tag."""
    return _language_of_programs


def read(words: str) -> str:
    """Returns a text as the person reads it: a wording in their language, anything else as it is."""
    return str(in_language(words, _spoken))


def read_fixed(words: str) -> str:
    """Returns a text that is always the same (a heading, what a check is for) in the person's language."""
    return _spoken.gettext(words) if words else words


def json_line(value: Mapping[str, object]) -> str:
    """Returns a value as a line of JSON, its wordings in the language of programs."""
    # Imported here: most of what people ask is not answered in JSON.
    from tmtool.present import lines

    return lines.json_line(value if _programs is _OF_PROGRAM else cast("Mapping[str, object]", for_programs(value)))


def person() -> Reader:
    """Returns the person, for what other faces write too."""
    # Imported for pages and comments: what is said on the screen needs none.
    from tmtool.present.reader import Reader

    return Reader(_language)


def for_programs(value: object) -> object:
    """Returns a value of JSON with its wordings in the language of programs."""
    return throughout(value, _programs)


def fixed_for_programs(words: str) -> str:
    """Returns a text that is always the same in the language of programs."""
    return _programs.gettext(words)
