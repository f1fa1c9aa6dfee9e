"""Says all that a person reads in their language, whatever face they read it in."""

from __future__ import annotations

from tmtool.model.wording import in_language, throughout
from tmtool.present.catalogues import catalogue


class Reader:
    """A `Reader` is a person or program who asks, and the language they read."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translations = catalogue(language)

    def read(self, words: str) -> str:
        """Returns a wording in the reader's language, any other text as it is."""
        return str(in_language(words, self._translations))

    def read_fixed(self, words: str) -> str:
        """Returns a text that is always the same in the reader's language."""
        return self._translations.gettext(words) if words else words

    def in_all_forms(self, words: str) -> tuple[str, ...]:
        """Returns what the reader's catalogue has for a text, for a script that fills it in: one, or that for one and
        that for several; nothing where it is said as it is."""
        return self._translations.forms.get(words, ())

    def value(self, value: object) -> object:
        """Returns a value of JSON with its wordings in the reader's language."""
        return throughout(value, self._translations)
