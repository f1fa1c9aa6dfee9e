"""Writes a page that is one file, asks nothing of the network and may be mailed: style, scripts and data are inside.

Its security policy names style and scripts by their digests, so that no text of a document can ever run as one
(Content Security Policy Level 3, 2.3.1).
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib import resources
from pathlib import Path
from string import Template

from tmtool.cli.reader import in_all_forms, language, read, read_fixed
from tmtool.formats.writing import whole_file
from tmtool.model.wording import say

_SHARED = "tmtool.cli.output.pages"
_MARKED = re.compile(r"\[\[(.+?)\]\]")
_SAID = re.compile(r"""\bn?gettext\(\s*("(?:[^"\\]|\\.)*")""")
"""What a script says, or the first form of it."""


def write_page(
    path: Path,
    package: str,
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
    page = Template(_inside(_SHARED, "frame.html")).substitute(
        language=language(),
        title=escape(read(say("{kind}: {title}", kind=kind, title=title))),
        style=style,
        style_digest=_digest(style),
        body=Template(_read(_inside(package, "page.html"))).substitute(texts or {}, title=escape(title)),
        noscript="" if texts else _read(_inside(_SHARED, "noscript.html")),
        scripts="\n".join(f"<script>{script}</script>" for script in code),
        script_digests=" ".join(map(_digest, code)),
        data=_quoted(data),
        texts=_quoted(_texts("".join(code))),
    )
    with whole_file(path) as out:
        out.write(page)


def _inside(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")


def _read(body: str) -> str:
    """Returns a body whose texts, each in double square brackets, are in the reader's language."""
    return _MARKED.sub(lambda found: escape(read_fixed(found[1])), body)


def _texts(code: str) -> dict[str, tuple[str, ...]]:
    """Returns what scripts say in the reader's language, by what they are written with; for numbers two forms."""
    said = {json.loads(found): in_all_forms(json.loads(found)) for found in _SAID.findall(code)}
    return {text: forms for text, forms in said.items() if forms}


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _quoted(data: object) -> str:
    """Returns JSON in which nothing can close the element that it is in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
