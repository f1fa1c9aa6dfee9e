"""Is the translation just the source again? (docs/un-french.md, section 15: language.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.wording import wording
from tmtool.checks.evidence.language.foreign_words import foreign_words
from tmtool.checks.evidence.language.other_scripts import words_in_other_script
from tmtool.checks.evidence.language.set_apart import SET_APART, is_citation, is_like_a_name
from tmtool.languages.language import Language
from tmtool.languages.name_ends import particles
from tmtool.languages.unknown import no_entries
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LONGEST = 64
"""Letters of the longest run that may be a word."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation repeats the source."""
    target, source = pair.target, pair.source or ""
    here, there = draft.target, draft.source
    assert there is not None
    fold = (here or there).fold
    if not target.strip() or is_citation(target) or wording(target).tokens != wording(source).tokens:
        return
    in_other_script = here is not None and bool(words_in_other_script(target, here, there))
    certain = in_other_script or (here is not None and bool(foreign_words(target, here, there)))
    words = [
        word.rstrip(".,;:") for word in SET_APART.sub("", target).split() if word[0].isalpha() and len(word) <= _LONGEST
    ]
    own_words = here.function_words if here else frozenset[str]()
    only_there, only_here = there.function_words - own_words, own_words - there.function_words
    lower = [fold(word) for at, word in enumerate(words) if word[0].islower() and not _is_of_a_person(words, at, there)]
    foreign = any(word in only_there for word in lower)
    own = any(not word.isascii() or fold(word) in only_here for word in words)
    common = len(words) > 1 and any(len(word) > 2 for word in lower)
    if not certain and not foreign and (own or not common):
        return
    if not certain and not foreign and _is_in_no_language(lower, there):
        return
    yield Flag(
        say("The source is left untranslated here."),
        target_span=Span(0, len(target)),
        source_span=Span(0, len(source)),
        level=None if in_other_script else _level(target, certain=certain),
    )


def _is_of_a_person(words: Sequence[str], at: int, language: Language) -> bool:
    """Tells whether a word is the small one before a family name, which is no word of the source's grammar: Heinrich
    von Stephan."""
    small = {word for particle in particles() for word in particle.split()}
    around = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return (
        words[at] in small
        and words[at] not in language.function_words
        and len(around) > 1
        and all(word[0].isupper() or word in small for word in around)
    )


def _is_in_no_language(words: Sequence[str], language: Language) -> bool:
    """Tells whether the lexicon of the source's language has none of the words: a name in Latin, or a row that is in
    the other language on both sides."""
    return language.lexicon is not no_entries and not any(map(language.lexicon, words))


def _level(text: str, *, certain: bool) -> Level | None:
    """Returns the level of a text left as it is; `certain` means that it has words of the source's grammar."""
    if is_like_a_name(text):
        return Level.WARNING if certain else Level.INFO
    return None if certain else Level.WARNING


CHECK = SegmentCheck(
    name="language-source-copied",
    level=Level.ERROR,
    its_type="untranslated",
    requires=Needs(source=True, words=Sides.SOURCE),
    settles=True,
    summary="The translation repeats the source.",
    reason=(
        "A segment copied to be translated later and forgotten. Names, symbols and single words (Documentation) may "
        "be the same in both languages and are left alone; without a word of the source's grammar in it, it is a "
        "warning."
    ),
    examples=(
        Example(
            source="Adoption of the report",
            target="Adoption of the report",
            flagged=("Adoption of the report",),
        ),
        Example(
            source="Working Group on the Smuggling of Migrants",
            target="Working Group on the Smuggling of Migrants",
            flagged=("Working Group on the Smuggling of Migrants",),
        ),
        Example(
            source="Smith J, Cole A. The state of the law and of the courts. London, 2014.",
            target="Smith J, Cole A. The state of the law and of the courts. London, 2014.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
