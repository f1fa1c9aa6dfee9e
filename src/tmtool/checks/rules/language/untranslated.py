"""Is a segment, or a stretch of it, still in the language of the source? (docs/un-french.md, fact 105.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language.foreign_words import foreign_words
from tmtool.checks.evidence.language.other_scripts import words_in_other_script
from tmtool.checks.evidence.language.set_apart import is_citation, is_like_a_name
from tmtool.languages.language import Language
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SEVERAL = 2
"""Words of the other language that a text has at least."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a segment is in the language of the source."""
    text = pair.target
    assert draft.source is not None and draft.target is not None
    if _is_in_other_script(text, draft.target, draft.source):
        yield Flag(say("This segment is not translated."), target_span=Span(0, len(text)))
        return
    found = foreign_words(text, draft.target, draft.source)
    if len(found) < _SEVERAL or is_citation(text):
        return
    words = draft.target.words_written(text)
    own = sum(draft.target.fold(word) in draft.target.function_words for word in words)
    if not draft.target.spaced:  # its words of grammar are characters like others
        own = sum(not word.isascii() for word in words)
    if len(found) > own:
        level = Level.WARNING if is_like_a_name(text) else None
        yield Flag(say("This segment is not translated."), target_span=Span(0, len(text)), level=level)


def _is_in_other_script(text: str, own: Language, foreign: Language) -> bool:
    """Tells whether all words of a text, but names and figures, are written in a script of the other language."""
    others = set(words_in_other_script(text, own, foreign))
    if len(others) < _SEVERAL:
        return False
    rest = [span.of(text) for span in own.words(text) if span not in others]
    return not any(word.islower() or own.fold(word) in own.function_words for word in rest)


CHECK = SegmentCheck(
    name="language-untranslated",
    level=Level.ERROR,
    its_type="untranslated",
    requires=Needs(words=Sides.BOTH, two_languages=True),
    settles=True,
    yields_to=("language-source-copied",),
    summary="A segment is in the language of the source.",
    reason=(
        "A segment with more words of English grammar than of French was left in English or edited no further than "
        "the first words. It needs no source, so it works on a French text alone."
    ),
    examples=(
        Example(
            target="The Working Group may wish to consider the report of the Secretariat.",
            flagged=("The Working Group may wish to consider the report of the Secretariat.",),
        ),
        Example(target="Le Groupe de travail a examiné le rapport du Secrétariat."),
        Example(target="Il a cité le Center for Human Rights and the Law."),
        Example(target="Documentation"),
        Example(target="Smith, J., and Cole, A. (2014), The state of the law and of the courts. Disponible en ligne"),
    ),
    look=look,
)
