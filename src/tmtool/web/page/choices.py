"""Makes the fields by which a person chooses languages and units, and reads what a form has of languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from tmtool.languages.codes import own_name_of
from tmtool.model import Status
from tmtool.model.wording import say
from tmtool.web.desk import Desk
from tmtool.web.page.frame import filled
from tmtool.web.page.html import attributes
from tmtool.web.page.wanted import Wanted
from tmtool.web.people import Guest


def options(choices: Iterable[tuple[str, str]], chosen: str) -> str:
    """Returns the choices of a field, each by its value and its name, with the chosen one."""
    return "".join(
        f"<option{attributes(value=value, selected=value == chosen, lang=value or None)}>{escape(name)}</option>"
        for value, name in choices
    )


def pair_fields(desk: Desk, reader: Guest, pair: tuple[str, str]) -> str:
    """Returns the fields by which a form names the languages of a document, where there is a choice; `pair` is
    chosen."""
    languages = desk.languages()
    if len(languages) < 3:
        return ""
    named = [(one, own_name_of(one)) for one in languages]
    first = select("from", reader.read(say("from")), named, pair[0])
    return f"<p>{first} {select('into', reader.read(say('into')), named, pair[1])}</p>"


def pair_of(desk: Desk, given: Mapping[str, object]) -> tuple[str, str]:
    """Returns the languages that a form or an address names, those of the server where it names none that go
    together."""
    source, target = given.get("from"), given.get("into")
    known = desk.languages()
    if isinstance(source, str) and isinstance(target, str) and source != target and {source, target} <= set(known):
        return source, target
    return desk.source_language, desk.target_language


def select(name: str, said: str, choices: Iterable[tuple[str, str]], chosen: str) -> str:
    """Returns a field of choices with its label before it."""
    return (
        f'<label class="quiet" for="{name}">{escape(said)}</label> '
        f'<select id="{name}" name="{name}">{options(choices, chosen)}</select>'
    )


def filters(desk: Desk, reader: Guest, wanted: Wanted) -> str:
    """Returns the fields by which units are left out."""
    everything = reader.read(say("(all)"))
    only = wanted.only
    memories = [(one, one) for one in desk.home.sources.memories()]
    statuses = [(one.value, reader.read_fixed(one.value)) for one in Status]
    fields = (
        _plain_select("memory", reader.read_fixed("memory"), [("", everything), *memories], only.memory),
        _field("body", reader.read(say("body or document")), "search", only.body),
        _field("since", reader.read(say("since")), "date", only.since),
        _field("until", reader.read(say("until")), "date", only.until),
        _plain_select("status", reader.read_fixed("status"), [("", everything), *statuses], only.status),
    )
    return filled("filters.html", reader, opened="" if wanted.filter is None else "open", fields=" ".join(fields))


def _plain_select(name: str, said: str, choices: Iterable[tuple[str, str]], chosen: str) -> str:
    shown = "".join(
        f"<option{attributes(value=value, selected=value == chosen)}>{escape(text)}</option>" for value, text in choices
    )
    return f'<label>{escape(said)} <select name="{name}">{shown}</select></label>'


def _field(name: str, said: str, kind: str, value: str) -> str:
    return f'<label>{escape(said)} <input type="{kind}" name="{name}" value="{escape(value)}" maxlength="100"></label>'
