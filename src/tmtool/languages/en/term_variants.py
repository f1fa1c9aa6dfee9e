"""Which other word order may a term have? "witness protection" is also "protection of witnesses".

English builds the same term as a compound or as a phrase, as long as the head names an action or who does it
(what comes with it is then its object or its agent).
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.en.inflection import function_words
from tmtool.languages.en.spelling import words as words_in
from tmtool.languages.word_classes import ByEndings
from tmtool.model import Span, Term

CLASSES = ByEndings(Path(__file__).with_name("word_classes.tsv"))

_JOINTS = ("of", "in")
_MOST_WORDS = 3


def variants(term: Term) -> tuple[str, ...]:
    """Returns the term in another word order, as terms would be written, or empty for most.

    Names, adjectives, verbs and rejected terms have no variant.
    """
    if term.part_of_speech not in ("", "noun") or not term.status.accepted:
        return ()
    spans = words_in(term.text)
    words = [span.of(term.text) for span in spans]
    if not all(word.islower() for word in words) or not _is_plain(term.text, spans):
        return ()
    contents = [word for word in words if word not in function_words()]
    if len(words) == len(contents):
        return _phrase(contents)
    if len(words) == 3 and words[1] in _JOINTS and len(contents) == 2 and CLASSES.is_action(words[0]):
        # "smuggling migrants": the action with its object.
        with_object = (f"{words[0]} {words[2]}",) if words[0].endswith("ing") else ()
        return (f"{words[2]} {words[0]}", *with_object)
    return ()


def _phrase(words: list[str]) -> tuple[str, ...]:
    if not 1 < len(words) <= _MOST_WORDS or not CLASSES.is_action(words[-1]):
        return ()
    if any(CLASSES.is_adjective(word) for word in words[:-1]):
        return ()
    return (f"{words[-1]} of {' '.join(words[:-1])}",)


def _is_plain(text: str, spans: tuple[Span, ...]) -> bool:
    """Tells whether there is nothing but words, spaces and hyphens."""
    return sum(span.end - span.start for span in spans) + sum(text.count(mark) for mark in " -‑") == len(text)
