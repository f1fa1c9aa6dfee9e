"""Tells whether a text that is read from the right is stored from the left, as it looks, as PDF files give it.

Told by letters that have a place in an Arabic word: the article ال begins words, ة and ى end them (Unicode 15, 9.2).
"""

from __future__ import annotations

import re
from unicodedata import normalize

_LETTERS = "[\u0621-\u064a]"
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
"""Letters in the form that they have at a place of a word, which old fonts hold."""
_AS_READ = re.compile(rf"(?<!{_LETTERS})ال(?={_LETTERS}{{2}})|(?<={_LETTERS}{{2}})[ةى](?!{_LETTERS})")
_AS_SEEN = re.compile(rf"(?<={_LETTERS}{{2}})لا(?!{_LETTERS})|(?<!{_LETTERS})[ةى](?={_LETTERS}{{2}})")
_ANY = re.compile("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_LEAST = 3
"""Words that must tell so."""


def is_in_visual_order(text: str) -> bool:
    """Tells whether most words of Arabic letters that can tell are stored in the order in which they are seen."""
    if not _ANY.search(text):  # As in most texts, which need not be gone through twice.
        return False
    plain = _FORMS.sub(lambda found: normalize("NFKC", found.group()), text)
    seen, read = len(_AS_SEEN.findall(plain)), len(_AS_READ.findall(plain))
    return seen >= _LEAST and seen > 2 * read
