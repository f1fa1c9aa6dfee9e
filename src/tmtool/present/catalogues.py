"""In which languages does tmtool speak to people? By gettext catalogues in ``locale/LANGUAGE/LC_MESSAGES``: its own
texts are in ``tmtool.po``, those of the library that reads command lines in ``click.po``.

They are read as they are kept (GNU gettext manual, The Format of PO Files), so that there is nothing to compile: only
where a text is shown in another language than English, and in some milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "locale"
WRITTEN_IN = "en"
"""The language of the templates in the program."""
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What names the locale of messages, the first that is set (POSIX, 8.2 Internationalization Variables)."""
_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"(.*)"')
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t"}
_PLURAL_RULES: Mapping[str, Callable[[int], bool]] = {"n > 1": lambda n: n > 1, "n != 1": lambda n: n != 1}
"""Which numbers take the second form, by what the head of a catalogue says."""


class Catalogue:
    """A `Catalogue` holds the texts of a language by those of the program; their numbers have two forms."""

    def __init__(self, text: str, language: str) -> None:
        """Reads a catalogue from the text of its file."""
        self.language = language
        self._forms = _entries(text)
        rule = re.search(r"plural=\((.*?)\)", self._forms.pop("", ("",))[0])
        self._is_several = _PLURAL_RULES[rule[1] if rule else "n != 1"]

    @property
    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """Returns the texts by those of the program: one, or that for one and that for several."""
        return self._forms

    @property
    def decimal_sign(self) -> str:
        """Returns the sign before the fraction of a number."""
        from tmtool.languages import language_of  # only where there is a fraction: commands have to begin at once

        return language_of(self.language).decimal_sign

    def gettext(self, message: str, /) -> str:
        """Returns the text in the language of the catalogue; that of the program where the catalogue has none."""
        return self._forms.get(message, (message,))[0] or message

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Returns the text for a number in the language of the catalogue; that of the program where the catalogue has
        none."""
        forms = self._forms.get(singular, ())
        if len(forms) != 2 or not all(forms):
            return singular if n == 1 else plural
        return forms[self._is_several(n)]


def languages() -> tuple[str, ...]:
    """Returns the languages that a person may choose, by their tags: that of the program first."""
    return (WRITTEN_IN, *sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))


@cache
def catalogue(language: str) -> Catalogue:
    """Returns the catalogue of a language that is there; an empty one for that of the program."""
    if language == WRITTEN_IN:
        return Catalogue("", language)
    files = sorted((FOLDER / language / "LC_MESSAGES").glob("*.po"))
    return Catalogue("\n\n".join(file.read_text(encoding="utf-8") for file in files), language)


def of_locale(environment: Mapping[str, str]) -> str:
    """Returns the language of the locale, if tmtool speaks it, else that of the program."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    tag = re.split("[_.@-]", named)[0].lower()
    return tag if tag != WRITTEN_IN and tag in languages() else WRITTEN_IN


def _entries(text: str) -> dict[str, tuple[str, ...]]:
    """Returns the forms of each entry by its singular. What is obsolete or a comment begins with #."""
    found: dict[str, tuple[str, ...]] = {}
    for block in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        name = ""
        for key, written in _LINE.findall("\n".join(line for line in block.split("\n") if line[:1] != "#")):
            name = key or name
            fields[name] = fields.get(name, "") + written
        if "msgid" in fields:
            forms = [value for key, value in fields.items() if key.startswith("msgstr")]
            found[_plain(fields["msgid"])] = tuple(map(_plain, forms))
    return found


def _plain(written: str) -> str:
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), written) if "\\" in written else written
