"""Says that a text is in another language, where a document says in which it is: once it is translated, the program
that opens it takes the right dictionary, and hyphenates as the language does.

Word: ``w:lang`` and ``w:themeFontLang`` (ECMA-376 part 1, 17.3.2.20); OpenDocument: ``fo:language`` with ``fo:country``
(1.2 part 1, 20.182); HTML: ``lang`` of the page and its blocks.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from tmtool.languages.locale_codes import usual_region
from tmtool.languages.tags import is_tag, primary

_WORD = re.compile(r"(<(?:\w+:)?(?:lang|themeFontLang)\b[^>]*?\s(?:\w+:)?val=[\"'])([\w-]+)(?=[\"'])")
_TAG_WITH_LANGUAGE = re.compile(r"<[^<>]*\sfo:language=[\"'][^<>]*>")
_LANGUAGE = re.compile(r"(\sfo:language=[\"'])([\w-]+)(?=[\"'])")
_COUNTRY = re.compile(r"(\sfo:country=[\"'])([\w-]*)(?=[\"'])")
_START_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)>")
_LANG = re.compile(r"(\s(?:xml:)?lang\s*=\s*[\"']?)([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Languages:
    """A `Languages` is the language that a document was in, and that of its translation."""

    source: str
    target: str

    def _is_source(self, written: str) -> bool:
        return is_tag(written) and primary(written) == primary(self.source)

    def in_word(self, text: str) -> str:
        """Returns a part of a DOCX with the language of the translation."""
        wanted = usual_region(self.target)
        return _WORD.sub(lambda found: found[1] + (wanted if self._is_source(found[2]) else found[2]), text)

    def in_opendocument(self, text: str) -> str:
        """Returns a part of an ODT with the language of the translation."""
        wanted, _, region = usual_region(self.target).partition("-")

        def changed(tag: re.Match[str]) -> str:
            said = _LANGUAGE.search(tag[0])
            if said is None or not self._is_source(said[2]):
                return tag[0]
            return _COUNTRY.sub(rf"\g<1>{region or 'none'}", _LANGUAGE.sub(rf"\g<1>{wanted}", tag[0]))

        return _TAG_WITH_LANGUAGE.sub(changed, text)

    def in_page(self, text: str, blocks: Collection[str]) -> str:
        """Returns a web page whose ``html`` and blocks say the language of the translation where they said the other
        one; links and words of some language stay what they are."""

        def changed(tag: re.Match[str]) -> str:
            name = tag[1].lower()
            if name not in ("html", "body") and name not in blocks:
                return tag[0]
            said = _LANG.sub(lambda one: one[1] + (self.target if self._is_source(one[2]) else one[2]), tag[2])
            return f"<{tag[1]}{said}>"

        return _START_TAG.sub(changed, text)
