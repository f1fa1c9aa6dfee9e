"""Keeps texts for people so that they can still be said in another language: with their template and their values.

Whatever makes a message makes it with `say`; the value is the English text, and is used like any other text. Only what
shows it to a person (the command line, a page, a report) renders it in the person's language, by a gettext catalogue.
A text that is put together by ``+``, ``join`` or an f-string is a plain one again: put a wording into another as a
value, or use `joined`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, Self


class Translations(Protocol):
    """A `Translations` renders templates: a catalogue of tmtool, or any ``gettext.NullTranslations``."""

    def gettext(self, message: str, /) -> str:
        """Returns the template in the catalogue's language, or as it is."""

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Returns the template for that number, in the catalogue's language, or as it is in English."""


class Wording(str):
    """A `Wording` is an English text made from a template of the catalogue and named values. `plural` is its template
    for several, where `number` decides between the two."""

    __slots__ = ("number", "plural", "template", "values")

    template: str
    values: Mapping[str, object]
    plural: str
    number: int

    def __new__(cls, template: str, values: Mapping[str, object], plural: str = "", number: int = 1) -> Self:
        """Makes the English text."""
        made = super().__new__(cls, (template if not plural or number == 1 else plural).format(**values))
        made.template, made.values, made.plural, made.number = template, values, plural, number
        return made

    def __reduce__(self) -> tuple[Callable[..., Wording], tuple[object, ...]]:
        """Keeps the template and the values where a wording is copied or sent to another process."""
        return Wording, (self.template, self.values, self.plural, self.number)

    def in_language(self, catalogue: Translations) -> str:
        """Renders the text, and the wordings among its values, in the language of a catalogue."""
        if self.plural:
            template = catalogue.ngettext(self.template, self.plural, self.number)
        else:
            template = catalogue.gettext(self.template)
        return template.format(**{name: _shown(value, catalogue) for name, value in self.values.items()})


class _Decimal(float):
    """A `_Decimal` is a number that is written with a decimal sign."""

    __slots__ = ("sign",)

    sign: str

    def __new__(cls, value: float, sign: str) -> Self:
        made = super().__new__(cls, value)
        made.sign = sign
        return made

    def __format__(self, form: str) -> str:
        return super().__format__(form).replace(".", self.sign)


class Translated(Wording):
    """A `Translated` is a text that has its own translations, by language, such as a note of a term base."""

    __slots__ = ("others",)

    others: Mapping[str, str]

    def __new__(cls, text: str, others: Mapping[str, str]) -> Self:
        """Makes the text."""
        made = super().__new__(cls, _escaped(text), {})
        made.others = others
        return made

    def __reduce__(self) -> tuple[Callable[..., Translated], tuple[object, ...]]:
        """Keeps the translations where the text is copied or sent to another process."""
        return Translated, (str(self), self.others)

    def in_language(self, catalogue: Translations) -> str:
        """Returns the translation into the language of a catalogue, or the text."""
        return self.others.get(getattr(catalogue, "language", ""), str(self))


def word(text: str) -> Wording:
    """Returns a word of which the catalogue may have a translation, such as the name of a domain."""
    return Wording(_escaped(text), {})


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def in_language(value: object, catalogue: Translations) -> object:
    """Returns a wording in the language of a catalogue, any other value as it is."""
    return value.in_language(catalogue) if isinstance(value, Wording) else value


def _shown(value: object, catalogue: Translations) -> object:
    if isinstance(value, float):
        return _Decimal(value, getattr(catalogue, "decimal_sign", "."))
    return in_language(value, catalogue)


def throughout(value: object, catalogue: Translations) -> object:
    """Returns a value of JSON with all wordings in it in the language of a catalogue."""
    if isinstance(value, Mapping):
        return {name: throughout(part, catalogue) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [throughout(part, catalogue) for part in value]
    return in_language(value, catalogue)


def say(template: str, /, **values: object) -> Wording:
    """Returns the text of a template whose ``{names}`` are replaced by the values. A brace in the text itself is
    doubled."""
    return Wording(template, _kept(values))


def say_number(singular: str, plural: str, n: int, /, **values: object) -> Wording:
    """Returns the text of the template for one or for several; ``{n}`` is the number."""
    return Wording(singular, {"n": n, **_kept(values)}, plural, n)


def joined(parts: Iterable[str], separator: str = " ") -> Wording:
    """Returns texts, one after the other; each of them, and the separator, may be a wording."""
    found = {f"part{place}": part for place, part in enumerate(parts)}
    return Wording("{separator}".join(f"{{{name}}}" for name in found), {**found, "separator": separator})


def listed(words: Iterable[str]) -> Wording:
    """Returns an enumeration: "a", "a and b", "a, b and c"."""
    *first, last = list(words) or [""]
    return say("{first} and {last}", first=joined(first, ", "), last=last) if first else joined([last])


def _kept(values: Mapping[str, object]) -> Mapping[str, object]:
    """Returns the values, of exceptions what they say: another process may not know their kind."""
    return {name: _said(value) if isinstance(value, BaseException) else value for name, value in values.items()}


def _said(error: BaseException) -> str:
    wording = next((part for part in error.args if isinstance(part, Wording)), None)
    return str(error) if wording is None else wording
