"""Gives a target the list label and the final mark of a query, or says why it cannot be done."""

from __future__ import annotations

import re

from tmtool.documents import labels
from tmtool.languages.language import Language
from tmtool.matching.edits import Edit
from tmtool.matching.sentence import Sentence
from tmtool.model import PlaceableKind, Span, Substitution
from tmtool.model.wording import say

_FIGURES, _MARK = re.compile(r"\d+"), "#"
"""The figures of a list label, and what is put for them to compare what is around them."""
_LIKE_A_LABEL = re.compile(r"\W*(?:\d|\w{1,4}\s?[-.)\]–—、．：:）]|\w{1,12}(?:\s\w{1,12})?\s?[-–—、：:）)](?=\s*\w))")
"""A beginning that may be a list label: a figure, or a short word with a mark after it."""
_NEAR_BEGINNING = 12
"""Characters from the beginning of a text in which a label in words may be."""


def label_and_mark(
    stored: Sentence, asked: Sentence, translated: Sentence, language: Language, edits: list[Edit], habits: str
) -> list[str]:
    """Adds what has to be done to the list label and the final mark; gives the reasons why it cannot be done."""
    reasons: list[str] = []
    # Where the target leaves the label of its source to the paragraph's style, so does that of the query.
    if stored.label != asked.label and not (
        stored.label and not translated.label and _begins_unlabelled(translated, stored.label)
    ):
        label = _label(stored.label, asked.label, translated.label, language)
        if label is None:
            reasons.append(
                say("the list label “{label}” has no certain form in the target", label=asked.label or stored.label)
            )
        else:
            edits.append(_label_edit(translated, label, stored.label, asked.label))
    # A full stop after "p.m." may close the sentence too: such a text leaves the mark of the target as it is.
    if stored.mark != asked.mark and not asked.abbreviated and translated.mark != asked.mark:
        if translated.mark != stored.mark and not stored.abbreviated:
            reasons.append(say("the target does not end with the mark of its source"))
        else:
            span = Span(translated.body.end, len(translated.text.rstrip()))
            text = language.before_mark((translated.text, habits), asked.mark) + asked.mark if asked.mark else ""
            said = Substitution("mark", stored.mark, asked.mark, span.of(translated.text), text)
            edits.append(Edit(span, text, said))
    return reasons


def _begins_unlabelled(translated: Sentence, label: str) -> bool:
    """Tells whether a target without a label begins with nothing that may be the label of its source in a form that is
    not read as one: ثالثا -, 第一条."""
    value = labels.value(label)
    first = [one for one in translated.placeables if one.span.start - translated.body.start < _NEAR_BEGINNING]
    return not _LIKE_A_LABEL.match(translated.text) and all(one.value.rpartition(":")[2] != value for one in first)


def _label_edit(translated: Sentence, label: str, old: str, new: str) -> Edit:
    text = translated.text
    start = text.find(translated.label) if translated.label else translated.body.start
    if translated.label and label:
        span = Span(start, start + len(translated.label))
        return Edit(span, label, Substitution("label", old, new, translated.label, label))
    written = f"{label} " if label else ""
    said = Substitution("label", old, new, translated.label, label)
    return Edit(Span(start, translated.body.start), written, said)


def _label(old: str, new: str, own: str, language: Language) -> str | None:
    """Returns the query's list label as the target writes labels, or None if that is not certain."""
    if bool(old) != bool(own) or labels.value(old) != labels.value(own):
        return None
    if not new:
        return ""
    if own and own == old.removeprefix("("):
        return new.removeprefix("(")
    if own == old and own:
        return new
    if own and _FIGURES.fullmatch(labels.value(old)) and _FIGURES.sub(_MARK, old, 1) == _FIGURES.sub(_MARK, new, 1):
        return _FIGURES.sub(_in_digits_of(own, labels.value(new)), own, 1)
    if old:
        return None
    # The shortest form that the language reads as a label: "a)" in French, "(a)" in English.
    if not new.startswith("("):
        return new
    short = new.removeprefix("(")
    found = language.placeables(short)
    reads = any(one.kind is PlaceableKind.REFERENCE and one.span.end == len(short) for one in found)
    return short if reads else new


def _in_digits_of(written: str, number: str) -> str:
    """Returns a number in the digits that another is written with: ٢ for 2."""
    zero = next((ord(one) - int(one) for one in written if one.isdecimal()), ord("0"))
    return "".join(chr(zero + int(digit)) for digit in number)
