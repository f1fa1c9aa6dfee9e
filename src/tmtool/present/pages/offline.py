"""Writes a page that is one file, asks nothing of the network and may be mailed: style, scripts and data are inside.

Its security policy names style and scripts by their digests, so that no text of a document can ever run as one
(Content Security Policy Level 3, 2.3.1).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib import resources
from pathlib import Path
from string import Template

from tmtool.formats.writing import whole_file
from tmtool.model.wording import say
from tmtool.present.page_texts import quoted, read_body, texts_of_script
from tmtool.present.reader import Reader

_SHARED = "tmtool.present.pages"


def write_page(
    path: Path,
    package: str,
    reader: Reader,
    *,
    kind: str,
    title: str,
    scripts: Sequence[str],
    data: object,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Writes the page whose body is `page.html` of a package, with its `page.css` and `scripts` after those that all
    pages share; `data` is what the scripts find as such.

    `texts` are written into the body, as HTML, by the makers of a page that can be read without a script. Raises
    OutputError if it cannot be written.
    """
    style = _inside(_SHARED, "page.css") + _inside(package, "page.css")
    code = [_inside(_SHARED, "page.js"), *(_inside(package, name) for name in scripts)]
    body = read_body(_inside(package, "page.html"), reader.read_fixed)
    page = Template(_inside(_SHARED, "frame.html")).substitute(
        language=reader.language,
        title=escape(reader.read(say("{kind}: {title}", kind=kind, title=title))),
        style=style,
        style_digest=_digest(style),
        body=Template(body).substitute(texts or {}, title=escape(title)),
        noscript="" if texts else read_body(_inside(_SHARED, "noscript.html"), reader.read_fixed),
        scripts="\n".join(f"<script>{script}</script>" for script in code),
        script_digests=" ".join(map(_digest, code)),
        data=quoted(data),
        texts=quoted(texts_of_script("".join(code), reader.in_all_forms)),
    )
    with whole_file(path) as out:
        out.write(page)


def _inside(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
