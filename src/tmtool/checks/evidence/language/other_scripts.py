"""Which words of a text are written in a script of another language, that its own language is not written in?

In 2,000 rows of the United Nations Parallel Corpus in each of six languages no text in Latin letters has a word in
Cyrillic, Arabic or Chinese, nor one of these scripts a word in another of them. Latin letters are everywhere, in names,
symbols and abbreviations, so that they tell nothing.
"""

from __future__ import annotations

from functools import cache

from tmtool.checks.evidence.language.set_apart import apart
from tmtool.languages import writing
from tmtool.languages.identification import LATIN, script_of_letter
from tmtool.languages.language import Language
from tmtool.model import Span


@cache
def _scripts(own: str, foreign: str) -> frozenset[str]:
    """Returns the scripts of one language that another is not written in, but Latin."""
    return writing.scripts(foreign) - writing.scripts(own) - {LATIN}


def words_in_other_script(text: str, own: Language, foreign: Language) -> tuple[Span, ...]:
    """Returns the words of a text that are written in a script of `foreign`, with no letter that its `own` language is
    written in, but those in quotations and brackets."""
    scripts = _scripts(own.tag, foreign.tag)
    if not scripts or text.isascii():
        return ()
    away = apart(text)
    return tuple(
        span
        for span in own.words(text)
        if all(script_of_letter(letter) in scripts for letter in span.of(text) if letter.isalpha())
        and any(map(str.isalpha, span.of(text)))
        and not away.overlaps(span)
    )


def stretches_in_other_script(text: str, own: Language, foreign: Language) -> tuple[Span, ...]:
    """Returns the stretches of such words, with the figures and marks between them."""
    found: list[Span] = []
    for span in words_in_other_script(text, own, foreign):
        if found and not any(map(str.isalpha, text[found[-1].end : span.start])):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
