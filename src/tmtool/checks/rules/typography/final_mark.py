"""Has a segment lost its final mark, or has it another one than the source? (docs/un-french.md, facts 12 and 13.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence import register
from tmtool.documents.labels import take_label
from tmtool.languages import language_of, letters
from tmtool.languages.language import Language
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_SHORTEST = 40
"""Below that, headings and cells take marks as the layout wants."""
_CLOSING = "»”“‘\"'’)]> \u00a0\u202f）】」』》〉"
_BRACKETS_AND_QUOTES = frozenset("»>”\"'’)）」』》")
_FIGURES, _LONGEST_BRACKETS = re.compile("[0-9]+"), 80
_FIGURES_AT_END = re.compile(r"(?<![0-9])[0-9]+$")
_APART_OR_LONG = re.compile(r"(?:(?<=\s)|(?<=[0-9]{2}))[0-9]$|(?<=\s[0-9])[0-9]$")
"""The end of figures that are no call of a note: they stand apart, or are three and more."""
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[^\W_]{3}[^()（）]*[)）]$")
"""Words or figures in brackets that are no call either."""
_CALL_AT_END = re.compile(r"(?:(?<![0-9])[0-9]{1,2}|[(（]\s?)[)）]$")
"""The call of a note in brackets, which may come after the last mark, or what is left of one."""
_CALL_AFTER_MARK = re.compile(r"[^\W\d][.;:,?!]\d{1,3}$|\b(?:19|20)\d\d[.;:,?!]\d{1,3}$|[.;:,?!][¹²³⁰-⁹]{1,3}$")
"""The call of a note after the last mark of a text: "in September 2014.42"."""
_CLOSED = "closed"
"""What stands for the last mark of a text that ends in a bracket or a quotation without one."""
_CUT_OUT = re.compile(r"\s*[,،，、;؛；)）]|的")
"""How a part of a sentence begins that was cut out of it, with what belongs to the part before."""
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Signs of direction and width, which may come after the last mark and are no part of the text."""
_MARKS = (".", ";", ":", ",", "?", "!")
_IN_SERIES = frozenset(";,")
_LEADING_ON = frozenset(",:")
_COMMA = re.compile("[,，、،;；؛]")
_DASHED = re.compile(r"\s*[-–—•*]")
_MORE = frozenset("?!….")
"""What may stand before the last mark of a source that ends in several, which other languages write otherwise."""
_ASKING = frozenset("?!")
"""Marks that make another sentence; published French changes the others every now and then."""
_TRAILING = re.compile(rf"(?<![\s{_UNSEEN}])[\s{_UNSEEN}]+$")
_LAST_WORD = re.compile(r"(?<!\w)\w{1,12}$")
_SENTENCE = re.compile(r"[^\W\d_]{4}[.] [^\W\d_]")
"""The end of a sentence inside a segment, which no member of a list has."""
_BETWEEN_SENTENCES = re.compile(r"[.!?;][ \u00a0]+(?=[^\W\d_a-z])")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the final mark of the source is missing or another."""
    source, target = (_TRAILING.sub("", text) for text in (pair.source or "", pair.target))
    if not source or not target or pair.kind in (BlockKind.CELL, BlockKind.METADATA):
        return
    there, here = language_of(draft.source_language), language_of(draft.target_language)
    if there.pattern("abbreviated-end").search(source):
        return
    if _linked(there.tag).search(source) or _linked(here.tag).search(target):
        return
    of_source, of_target = _final(source, there), _final(target, here)
    if of_source == of_target or of_source not in _MARKS or source[-2:-1] in _MORE:
        return
    if of_source == ":" and not of_target and not draft.knows_words and _goes_on(target, here):
        return
    alike = not draft.knows_words and _ends_alike(source, target)
    if target[-1].isdigit() and not alike and not _has_figures_at_end(source, target):
        return
    if not of_target or (of_target == _CLOSED and alike):
        if min(letters.size(source), letters.size(target)) >= _SHORTEST:
            yield Flag(
                say(
                    "The final “{of_source}” of the source is missing.", of_source=there.marks.get(of_source, of_source)
                ),
                target_span=Span(len(target) - 1, len(target)),
                source_span=Span(len(source) - 1, len(source)),
                suggestion=f"{target[-1]}{_parted(of_source, draft)}",
                level=_level_of_missing(of_source, source, target, draft),
            )
    elif of_target in _MARKS and (
        _is_question(of_source, draft) or not _is_free(of_source, of_target, source, target, draft)
    ):
        own = here.marks.get(of_target, of_target)
        place = max(target.rfind(own), target.rfind(of_target))
        yield Flag(
            say(
                "The segment ends with “{of_target}”, in the source with “{of_source}”.",
                of_target=target[place],
                of_source=there.marks.get(of_source, of_source),
            ),
            target_span=Span(place, place + 1),
            source_span=Span(len(source) - 1, len(source)),
            suggestion=here.marks.get(of_source, of_source),
            level=_level_of_another(of_source, of_target, target, draft),
        )


def _level_of_missing(of_source: str, source: str, target: str, draft: Draft) -> Level | None:
    """Returns the level of a missing mark: an info where units are of no document, and so may be cut; a law of two
    languages ends its clauses in each as its sentence wants. A part of a sentence that begins with the mark before it
    was cut out elsewhere than in the source."""
    if draft.knows_words:
        if of_source in _IN_SERIES and register.is_free(draft):
            return Level.HINT
        return None if draft.is_document else Level.INFO
    if of_source == ":" and register.is_law(draft):
        return Level.HINT
    cut = of_source in _IN_SERIES and _CUT_OUT.match(target) is not None and _CUT_OUT.match(source) is None
    return Level.HINT if cut or _goes_without(of_source, source, draft) else None


def _goes_on(target: str, language: Language) -> bool:
    """Tells whether a text ends with a small word, so that what follows goes on its sentence: provided that, or by."""
    last = _LAST_WORD.search(target)
    return last is not None and last.group().lower() in language.function_words


def _level_of_another(of_source: str, of_target: str, target: str, draft: Draft) -> Level:
    """Returns the level of another mark; what asks by its words and has no question mark is hardly right."""
    asking = language_of(draft.target_language).pattern("asking")
    if of_source == "?" and (draft.is_close or asking.search(_last_sentence(target))):
        return Level.WARNING
    if not draft.knows_words or {of_source, of_target} & _ASKING or register.is_free(draft):
        return Level.HINT
    return Level.INFO


def _is_question(of_source: str, draft: Draft) -> bool:
    """Tells whether this is a question of a close translation, which asks it too: all 131 of right agendas do, even
    where their words could ask it of somebody else."""
    return of_source == "?" and draft.is_close


def _ends_alike(source: str, target: str) -> bool:
    """Tells whether a text ends as the source does before its mark: in the same figures, which no call of a note is
    then, or in a bracket or quotation that closes before the mark; or in figures that the source has elsewhere, or
    in words in brackets, since words are in another order in other languages."""
    before = source[:-1]
    if _IN_BRACKETS.search(target, max(0, len(target) - _LONGEST_BRACKETS)):
        return True
    if _APART_OR_LONG.search(target, max(0, len(target) - 4)):
        return _has_figures_at_end(source, target)
    if before[-1:].isdigit() and target[-1].isdigit():
        same = _FIGURES_AT_END.findall(before) == _FIGURES_AT_END.findall(target)
        return same and _CALL_AFTER_MARK.search(target) is None
    both = before[-1:] in _BRACKETS_AND_QUOTES and target[-1] in _BRACKETS_AND_QUOTES
    return both and _CALL_AT_END.search(target) is None


def _has_figures_at_end(source: str, target: str) -> bool:
    """Tells whether a text ends in figures that are no call of a note, since the source has them too."""
    at_end = _APART_OR_LONG.search(target, max(0, len(target) - 4))
    return at_end is not None and _FIGURES_AT_END.findall(target)[0] in _FIGURES.findall(source)


def _last_sentence(text: str) -> str:
    """Returns the last sentence of a segment."""
    return _BETWEEN_SENTENCES.split(text)[-1]


def _goes_without(mark: str, source: str, draft: Draft) -> bool:
    """Tells whether other languages go without this mark by right: at the end of a member of a list with dashes, and of
    a heading with its number; English at the end of lines of a title and where a list
    goes on its sentence, which have no other mark."""
    if mark in _IN_SERIES and _DASHED.match(source):
        return True
    is_turned = draft.language_pair is None or draft.language_pair.is_turned
    if mark in _LEADING_ON and is_turned and _COMMA.search(source[:-1]) is None:
        return True
    there = language_of(draft.source_language)
    label, rest = take_label(source)
    return bool(label) and there.pattern("heading").match(rest) is not None


def _is_free(of_source: str, of_target: str, source: str, target: str, draft: Draft) -> bool:
    """Tells whether the target may choose its mark: a member of a list ends in its own way, what announces a list in a
    colon, an indirect question in a full stop, and what lists as questions may ask them: whether, le transporteur
    peut-il."""
    there, here = language_of(draft.source_language), language_of(draft.target_language)
    if of_source == "?" and here.pattern("indirect-question").search(target):
        return True
    if of_target == "?" and there.pattern("asking-start").match(source):
        return True
    if of_source == "." and of_target == ";":
        return _SENTENCE.search(target) is None
    if of_source == ";" and of_target == "." and draft.is_turned:
        return _SENTENCE.search(source) is None
    return of_target == ":" and here.pattern("announcing-end").search(target) is not None


def _parted(mark: str, draft: Draft) -> str:
    """Returns the mark with the space that the text puts before it."""
    language = language_of(draft.target_language)
    return f"{language.before_mark([pair.target for pair in draft.pairs], mark)}{language.marks.get(mark, mark)}"


@cache
def _linked(language: str) -> re.Pattern[str]:
    """Returns the pattern of the end of a member of a series before the last."""
    known = language_of(language)
    joints = f"{known.small_words.coordinating}|{known.pattern('series-joint').pattern}"
    return re.compile(rf"[;,；，؛،]\s*(?:{joints})(?:\s?/\s?(?:{joints}))?$", re.IGNORECASE)


def _final(text: str, language: Language) -> str:
    """Returns the last mark, looked for under closing quotation marks and brackets, in the form that most languages
    have for it; "" for none."""
    if language.marks:
        text = text.translate({ord(own): mark for mark, own in language.marks.items()})
    bare = text.rstrip(_CLOSING)
    if bare and bare[-1] in _MARKS:
        return bare[-1]
    return "" if bare == text else next((mark for mark in text[len(bare) :] if mark in _MARKS), _CLOSED)


CHECK = SegmentCheck(
    name="typography-final-mark",
    level=Level.WARNING,
    its_type="typographical",
    requires=Needs(source=True, words=Sides.BOTH),
    yields_to=("completeness-length",),
    summary="The final mark of the source is missing or another.",
    reason=(
        "A sentence without its end mark may have lost words too, and another mark makes a question of a statement or "
        "breaks a series. The semicolon of a list for a full stop, an indirect question, a.m. and “; and” of the "
        "source and segments that end in a quotation or a bracket are left alone, as the two languages differ there. "
        "Another mark is an info, unless a question or an exclamation is made or lost."
    ),
    examples=(
        Example(source="Taking note of the report,", target="Prenant note du rapport ;", flagged=(";",)),
        Example(source="The Group adopted the report.", target="Le Groupe a adopté le rapport :", flagged=(":",)),
        Example(source="The Group adopted the report.", target="Le Groupe a adopté le rapport suivant :"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
