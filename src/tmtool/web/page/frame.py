"""Puts a page together: its head, the places to go, its body, and what the script says."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources
from string import Template
from urllib.parse import urlsplit

from starlette.requests import Request

from tmtool.languages.codes import own_name_of
from tmtool.present.catalogues import catalogue, languages
from tmtool.present.page_texts import quoted, read_body, texts_of_script
from tmtool.tasks.tokens import Right
from tmtool.web.people import Guest, guest_of

_PLACES = {"/": "Look up", "/documents": "Suggest", "/drafts": "Check"}
_PLACES_OF_WRITERS = {**_PLACES, "/proposals": "Proposals"}


def page(reader: Guest, body: str, *, title: str, here: str, waiting: bool = False) -> str:
    """Returns a page with this body; `here` is the address of those in the bar that it is. One that is `waiting` asks
    again in a second."""
    places = "".join(
        f'<li><a href="{reader.at(address)}"{" aria-current=page" if address == here else ""}>'
        f"{escape(reader.read_fixed(name))}</a></li>"
        for address, name in (_PLACES_OF_WRITERS if reader.may(Right.PROPOSE) else _PLACES).items()
    )
    others = "".join(
        f'<a href="{reader.at(f"/speak/{one}")}" lang="{one}" hreflang="{one}">{escape(own_name_of(one))}</a>'
        for one in languages()
        if one != reader.language
    )
    return filled(
        "frame.html",
        reader,
        language=reader.language,
        title=escape(title),
        again='<meta http-equiv="refresh" content="1">\n' if waiting else "",
        places=places,
        others=others,
        body=body,
        css=_digest("page.css"),
        js=_digest("page.js"),
        icon=_digest("icon.svg"),
        texts=_texts(reader.language),
    )


def filled(name: str, reader: Guest, **values: str) -> str:
    """Returns a body of this package whose texts are in the reader's language, with the values, which are HTML, where
    it names them; a value may hold any name."""
    return Template(read_body(_inside(name), reader.read_fixed)).substitute(values, root=escape(reader.root))


def asked_from(request: Request) -> str:
    """Returns the page of this server that a person comes from, without its host; the first page if it is none."""
    first = guest_of(request).at("/")
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host") or not came.path.startswith("/") or came.path.startswith("//"):
        return first
    return f"{came.path}?{came.query}" if came.query else came.path


@cache
def _inside(name: str) -> str:
    return resources.files("tmtool.web.page").joinpath(name).read_text(encoding="utf-8")


@cache
def _digest(name: str) -> str:
    return sha256(resources.files("tmtool.web.page").joinpath(name).read_bytes()).hexdigest()[:16]


@cache
def _texts(language: str) -> str:
    """Returns what the script says in a language, by what it is written with, as JSON that closes no element."""
    forms = catalogue(language).forms
    return quoted(texts_of_script(_inside("page.js"), lambda text: forms.get(text, ())))
