"""Is a word of another language left in the translation: "and", "shall", "countries", "para"?

See docs/un-french.md, fact 105.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.left_out import shown
from tmtool.checks.evidence.language.copied_words import (
    copied_phrases,
    copied_words,
    false_twins,
    opening_words,
    terms_left,
)
from tmtool.checks.evidence.language.foreign_words import foreign_words, others_words
from tmtool.checks.evidence.language.other_scripts import stretches_in_other_script
from tmtool.model import Concept, Level, Span, Term
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say, word

_WORD = re.compile(r"[\w'’-]+")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{1,3}|v)")
"""The number of a member of a list."""
_TITLE, _CAPITALS, _LONGEST_TITLE = 4, 2, 40
"""So many words, and capitals, has the passage at least."""
_MOST_OF_TITLE, _MOSTLY = 12, 0.4
"""Words of a longer passage are no title, unless so many of them have a capital."""
_ADDRESS = 3
"""So many words has a street or a building."""
_OFTEN = 3
"""In so many segments a word is left that the text has adopted."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word of another language is in the translation."""
    text = pair.target
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    named = {one.concept.id for one in pair.target_terms}
    of_grammar = set(foreign_words(text, draft.target, draft.source, source))
    copied = {
        *terms_left(text, source, draft.target, pair.source_terms, named),
        *copied_words(text, source, draft.target, draft.language_pair),
        *copied_phrases(text, source, draft.target, draft.language_pair),
        *opening_words(text, source, draft.target, draft.language_pair),
        *false_twins(text, source, draft.target, draft.language_pair),
    }
    if not draft.knows_words:
        of_grammar = {_passage(text, span, source) for span in of_grammar}
    stretches: list[Span] = []
    for span in sorted(of_grammar | copied):
        if any(one.span.holds(span) for one in pair.target_terms) or _ROMAN.fullmatch(span.of(text)):
            continue  # common law, which is a term of both; viii)
        if stretches and span.overlaps(stretches[-1]):
            stretches[-1] = Span(stretches[-1].start, max(stretches[-1].end, span.end))
        elif stretches and text[stretches[-1].end : span.start].isspace():
            stretches[-1] = Span(stretches[-1].start, span.end)
        else:
            stretches.append(span)
    for span in stretches:
        yield Flag(
            say("“{here}” is left in the language of the source.", here=shown(span.of(text))),
            target_span=span,
            level=_level(span, text, source, of_grammar, draft),
        )
    in_other_script = stretches_in_other_script(text, draft.target, draft.source)
    for span in in_other_script:
        yield Flag(
            say("“{here}” is left in the language of the source.", here=shown(span.of(text))),
            target_span=span,
            level=None if len(draft.target.words(span.of(text))) > 1 else Level.WARNING,
        )
    covered = SpanIndex([*stretches, *in_other_script])
    for span, language in others_words(text, source, draft.target):
        if not covered.overlaps(span):
            yield Flag(
                say("“{here}” is {language}.", here=span.of(text), language=word(language)),
                target_span=span,
                level=Level.WARNING,
            )


def _level(span: Span, text: str, source: str, of_grammar: Collection[Span], draft: Draft) -> Level | None:
    """Returns the level of a stretch: an error only with a word of the source's grammar, and not that alone, since
    others may be loanwords, of a name, or terms (task force); what brackets translate right after it is kept on
    purpose: reporting issuer (émetteur assujetti); and a word that the text leaves again and again it has adopted."""
    is_explained = text[span.end : span.end + 2].lstrip().startswith("(")
    if is_explained or _is_in_title(text, span, source, may_be_address=draft.is_turned):
        return Level.HINT
    has_grammar = any(span.overlaps(one) for one in of_grammar)
    if _WORD.fullmatch(span.of(text)) is None and has_grammar:
        return None
    return draft.slight if not has_grammar and _is_adopted(span.of(text), draft) else Level.WARNING


def _is_adopted(words: str, draft: Draft) -> bool:
    """Tells whether a text leaves these words in several segments: the distribution unstable."""
    whole = re.compile(rf"\b{re.escape(words)}\b")
    with_it = (pair for pair in draft.pairs if words in pair.target and whole.search(pair.target))
    return len(list(islice(with_it, _OFTEN))) == _OFTEN


def _is_in_title(text: str, span: Span, source: str, *, may_be_address: bool) -> bool:
    """Tells whether a word is in a passage copied from the source that may be a name or the title of a book: several
    words, some of them with capitals; of a name in the source's own language three are enough: Palais des congrès."""
    passage = [word.group() for word in _WORD.finditer(_passage(text, span, source).of(text))]
    capitals = sum(word[0].isupper() for word in passage)
    if may_be_address and _ADDRESS <= len(passage) <= _TITLE and capitals:
        return True
    if capitals < _CAPITALS or len(passage) < _TITLE or passage[0].islower():
        return False
    return len(passage) <= _MOST_OF_TITLE or capitals >= _MOSTLY * len(passage)


def _passage(text: str, span: Span, source: str) -> Span:
    """Returns the passage about a word, or words, that is copied from the source."""
    words = _words(text)
    first = bisect_right(words, span.start, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start) - 1
    least, most = max(0, first - _LONGEST_TITLE), min(len(words) - 1, last + _LONGEST_TITLE)
    while first > least and text[words[first - 1].start : words[last].end] in source:
        first -= 1
    while last < most and text[words[first].start : words[last + 1].end] in source:
        last += 1
    return Span(words[first].start, words[last].end)


@lru_cache(maxsize=2)  # all words of a segment are asked for in turn
def _words(text: str) -> tuple[Span, ...]:
    return tuple(Span(*word.span()) for word in _WORD.finditer(text))


CHECK = SegmentCheck(
    name="language-foreign-word",
    level=Level.ERROR,
    its_type="untranslated",
    requires=Needs(words=Sides.BOTH, two_languages=True),
    yields_to=("language-untranslated", "language-source-copied"),
    summary="A word of another language is in the translation.",
    reason=(
        "An “and” or a clause left in English is invisible to a spelling checker that knows both languages. Words "
        "copied from the source are reported where French does not know them, or means something else by them "
        "(report, four); a word alone, or words without any of the source's grammar, which may be loanwords or of a "
        "name, are a warning. Quotations, brackets and names in capitals may hold foreign words and are skipped; what "
        "may be the title of a book is a hint."
    ),
    examples=(
        Example(
            source="The report on countries, with annexes, was presented.",
            target="Le report sur les countries, with des annexes, a été présenté.",
            flagged=("report", "countries", "with"),
        ),
        Example(
            source="The Working Group met.",
            target="Le Working Group s’est réuni.",
            flagged=("Working Group",),
            concepts=(Concept("wg", (Term("Working Group", "en"), Term("Groupe de travail", "fr"))),),
        ),
        Example(
            source="Outcome of the meeting\tPhoto and tea break",
            target="Outcome de la réunion\tPhoto et tea break",
            flagged=("Outcome", "tea break"),
        ),
        Example(
            source="It derogates from the common law.",
            target="Elle déroge à la common law.",
            concepts=(Concept(id="Q2", terms=(Term("common law", "en"), Term("common law", "fr"))),),
        ),
        Example(
            source="The session will close in the course of the day.",
            target="La session sera close dans la course aux armements.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
