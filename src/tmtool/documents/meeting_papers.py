"""Is a document a paper of a meeting other than its agenda: a list of its documents, notes for those who take part?

Such papers have no list of items that could be told and often few hours, but are written and translated as agendas are.
A title among their first lines says what they are; reports, which have chapters under the same titles, come to these
later, and few of their lines say when something is or name a document.
"""

from __future__ import annotations

import re

from tmtool.documents.labels import has_end_mark
from tmtool.documents.titles import is_title
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Document, PlaceableKind

_COVER = 16
"""So many blocks from the beginning the title of a paper is."""
_LONGEST_TITLE, _LONGEST = 160, 400
_BEFORE_TITLE = re.compile(r"[^.:–—\t]{0,60}[:–—\t]\s*")
"""What a title may begin with: Committee B: programme of work; Assembly | Preliminary journal."""
_PARAGRAPH = 120
"""A text of so many letters that ends as a sentence does is no line of a cover."""
_FEWEST = 6
"""So many different blocks of the paper of a meeting say when something is, or name a document of it."""
_OF_MEETINGS = frozenset({PlaceableKind.TIME, PlaceableKind.WEEKDAY, PlaceableKind.SYMBOL})
_FIGURE = re.compile(r"\d")


def is_meeting_paper(document: Document) -> bool:
    """Tells whether a document has the title of a paper of a meeting, and enough that says when or names documents."""
    language = language_of(document.language)
    return _is_titled(document, language) and _speaks_of_a_meeting(document, language)


def _is_titled(document: Document, language: Language) -> bool:
    for block in document.blocks[:_COVER]:
        text = block.text.strip()
        if len(text) > _PARAGRAPH and has_end_mark(text):
            return False
        if is_title(text, language, "paper", longest=_LONGEST_TITLE, before=_BEFORE_TITLE):
            return True
    return False


def _speaks_of_a_meeting(document: Document, language: Language) -> bool:
    known: set[str] = set()
    for block in document.blocks:
        if block.text not in known and _says_when_or_what(block.text[:_LONGEST], language):
            known.add(block.text)
            if len(known) == _FEWEST:
                return True
    return False


def _says_when_or_what(text: str, language: Language) -> bool:
    return _FIGURE.search(text) is not None and any(one.kind in _OF_MEETINGS for one in language.placeables(text))
